/*
 * csv_split.h - UTF-8 text, piece by piece, to rows of cells with their line numbers.
 *
 * Rules   RFC 4180 quotes, strictly: a quote stands first and last in its cell or is
 *         doubled.  LF, CR and CRLF end a line.  Blanks are kept.  A row with a bad quote
 *         is told and skipped to the end of its line.  Memory is bounded by CSV_MAX_*.
 */
#ifndef EXCHANGE_CSV_SPLIT_H
#define EXCHANGE_CSV_SPLIT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define CSV_MAX_COLUMNS 512
#define CSV_MAX_CELL    ((size_t)1024 * 1024)
#define CSV_MAX_ROW     ((size_t)16 * 1024 * 1024)

/* The cells of one row, each ended by NUL, in one buffer that may be changed. */
struct csv_cells {
	char *text;
	const guint32 *starts;
	int n;              /* how many starts: at most CSV_MAX_COLUMNS */
	int all;            /* how many cells the row has; 0: a blank line */
	bool extra_content; /* one that was not kept is not blank */
	/* by cell, why it cannot be taken (a clause) or NULL; NULL: all can.  Of a
	 * workbook, whose cells may hold an error */
	const char *const *refused;
	bool too_long; /* larger than CSV_MAX_CELL or CSV_MAX_ROW: not all is kept */
};
static inline char *
csv_cell(const struct csv_cells *cells, int i)
{
	return cells->text + cells->starts[i];
}

/* text_is_blank, quick for the usual cell. */
bool cell_is_blank(const char *text);

/* What comes out, in order.  Each returns false to stop the splitting. */
struct split_events {
	/* a row and the line where it starts; borrowed for the call */
	bool (*row)(void *user, const struct csv_cells *cells, int line);
	/* a bad quote in cell `cell` (0-based) of the row that starts at `line`; `text`
	 * says what is wrong and what to do */
	bool (*bad)(void *user, int line, int cell, const char *text);
	void *user;
};

struct csv_split;
/* `line` is the number of the first line. */
struct csv_split *csv_split_new(
    char separator, int line, const struct split_events *events);
void csv_split_free(struct csv_split *split);
/* More text; false when stopped. */
bool csv_split_add(struct csv_split *split, const char *text, size_t size);
/* The end of the text: the last row may lack a line end.  False when stopped. */
bool csv_split_end(struct csv_split *split);

#endif
