/*
 * grid.h - a screen as cells: what every screen draws into and a terminal shows.
 *
 * Shape   rows × cols cells, each one sign with its combining marks and a role; a wide
 *         sign takes two, the second empty.  Drawing outside is clipped, never an error.
 *         Text is measured in columns by base/text.h and control characters, bidi marks
 *         and bytes that are not UTF-8 become one visible sign: nothing raw passes.
 */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include <glib.h>
#include <stdbool.h>

#include "money/money_format.h"
#include "tui/style.h"

#define CELL_BYTES 15

struct grid_cell {
	char text[CELL_BYTES]; /* UTF-8; "" is the second half of a wide sign */
	unsigned char role;    /* enum role */
};

/* What was put on a row, whole, before the cells cut it: for those who have sentences
 * read to them (spoken.h). */
struct grid_piece {
	int y, x, width;
	enum role role;
	char *text; /* owned */
};

struct grid {
	int rows, cols;
	enum glyphs glyphs;
	int cursor_y, cursor_x; /* where the terminal's own cursor stands */
	struct grid_cell *cells;
	GString *scratch;
	GArray *pieces; /* struct grid_piece, as they were put; NULL: not kept */
};

struct grid *grid_new(enum glyphs glyphs);
void grid_free(struct grid *grid);
/* From now on, until grid_free, pieces are kept too. */
void grid_keep_pieces(struct grid *grid);

/* Set the size and make every cell blank. */
void grid_reset(struct grid *grid, int rows, int cols);

/* Exactly `width` columns: padded, or cut with "…".  align: -1 left, 1 right, 0 centred.
 */
void grid_text(struct grid *grid, int y, int x, int width, int align, const char *text,
    enum role role);
/* As it is, not padded; returns the columns used. */
int grid_put(struct grid *grid, int y, int x, const char *text, enum role role);
/* An amount right aligned in `width` columns, in mkr or tkr as people expect it. */
void grid_amount(struct grid *grid, int y, int x, int width, struct amount amount,
    enum money_unit unit, enum role role);

/* Every cell of the area shows `sign` (one column). */
void grid_fill(struct grid *grid, int y, int x, int height, int width, const char *sign,
    enum role role);
/* Change only the role of part of a row. */
void grid_role(struct grid *grid, int y, int x, int width, enum role role);
/* A blank frame with its title in the upper edge. */
void grid_frame(
    struct grid *grid, int y, int x, int height, int width, const char *title);
void grid_cursor(struct grid *grid, int y, int x);

/* Every row between '|', as a snapshot keeps it, and where the cursor is; g_free. */
char *grid_dump(const struct grid *grid);

#endif
