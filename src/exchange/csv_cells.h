/*
 * csv_cells.h - one split row, checked and turned into values by its columns' types.
 */
#ifndef EXCHANGE_CSV_CELLS_H
#define EXCHANGE_CSV_CELLS_H

#include "exchange/csv_header.h"

struct row_values {
	const struct kind_info *kind;
	const struct header *header;
	enum decimal_mark decimal;
	const char *file;
	bool screen;          /* read_options.screen */
	struct value *values; /* by column of the kind */
	GHashTable *rounds;   /* text -> struct, as a file repeats a few rounds */
};

void row_values_init(struct row_values *row, const struct kind_info *kind,
    const struct header *header, enum decimal_mark decimal, const char *file);
void row_values_clear(struct row_values *row);

/*
 * Fill the values and the header's years.  The cells are changed in place and must live
 * as long as the values are used.  Each bad cell is a reject; false when there was one.
 */
bool row_values_parse(struct row_values *row, const struct csv_cells *cells, int line,
    struct rejects *rejects);

#endif
