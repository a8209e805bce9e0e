/*
 * csv_header.h - what the top of a CSV file says: separator, decimal mark, columns.
 */
#ifndef EXCHANGE_CSV_HEADER_H
#define EXCHANGE_CSV_HEADER_H

#include "exchange/csv_read.h"
#include "exchange/csv_split.h"

struct csv_layout {
	char separator;
	size_t skip; /* bytes of a `sep=` line and its end */
	int lines;   /* 1 when there is a `sep=` line */
};
/*
 * From the beginning of the text: a first line `sep=X`, else ';', else tab, else ','
 * in the first line that is not blank.  False when `sep=` names another sign; then
 * *ret_bad is the sign and what follows on the line, g_free.
 */
bool csv_layout_find(
    const char *text, size_t size, struct csv_layout *ret, char **ret_bad);

struct header_cell {
	int column; /* of the kind; -1: year column, -2: no header and so no content */
	int year;   /* index into the years when column is -1 */
	enum money_unit unit;
	const char *name; /* as it stands in the file; "" for none */
};

struct header {
	GArray *cells;        /* struct header_cell, up to the last that is named */
	const char **headers; /* by column of the kind; NULL where absent */
	GArray *years;        /* struct year_amount, one for each year column */
	GStringChunk *text;
};

struct header *header_new(const struct kind_info *kind);
void header_free(struct header *header);

/* How many columns of the kind a row of cells names, and whether it has all that the kind
 * demands: so a header is known among titles. */
int header_match(
    const struct kind_info *kind, const struct csv_cells *cells, bool *ret_whole);

/* Does a row of cells name the column? */
bool header_names(
    const struct kind_info *kind, const struct csv_cells *cells, int column);

/* Understand the header row; what is wrong is rejects, and then false. */
bool header_read(struct header *header, const struct kind_info *kind,
    const struct read_options *options, const struct csv_cells *cells, const char *file,
    int line, struct rejects *rejects);

#endif
