/*
 * row_reader.h - what every source of rows shares: the header understood, rows counted,
 * cells turned into values and handed over.
 *
 * A reader of a format splits its bytes into cells and calls these; CSV and XLSX read the
 * same way from there on.
 */
#ifndef EXCHANGE_ROW_READER_H
#define EXCHANGE_ROW_READER_H

#include "exchange/csv_cells.h"

struct row_reader {
	const char *file; /* stands in rejects */
	const struct kind_info *kind;
	const struct read_options *options; /* may be NULL */
	row_func func;
	void *user;
	struct rejects *rejects;
	struct read_stats stats;
	GError *error; /* why reading failed */

	struct header *header;    /* NULL until the header row */
	struct row_values values; /* from then on */
};

void row_reader_clear(struct row_reader *reader);

/* Is every cell of the row blank? */
bool row_is_empty(const struct csv_cells *cells);

/*
 * The row is the header; numbers are then read with `decimal`, or as the options say.
 * A header of the follow-up template makes it the kind.  False after rejects.
 */
bool row_reader_header(struct row_reader *reader, const struct csv_cells *cells, int line,
    enum decimal_mark decimal);

/* One more row; false, after a reject, when there are too many. */
bool row_reader_count(struct row_reader *reader, int line);

/* Parse the cells, which are changed in place, and hand the row over.  `refused`: a cell
 * of it was already.  False with reader->error. */
bool row_reader_take(
    struct row_reader *reader, const struct csv_cells *cells, int line, bool refused);

/* Say how far reading has come; false, with reader->error, when it is cancelled. */
bool row_reader_progress(struct row_reader *reader, int64_t done, int64_t size);

#endif
