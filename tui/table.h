/*
 * table.h - a screen that is one table: rows to move among, columns that give way to the
 * size, and the selected row told whole below.
 *
 * Shape   a row has a key of its own and as many cells as the table has columns; a
 *         heading has only its text and is never selected.  The selection is kept by key
 *         when the rows are made anew.  A column of width 0 takes what is left.
 */
#ifndef TUI_TABLE_H
#define TUI_TABLE_H

#include "tui/screen.h"

#define TABLE_COLUMNS_MAX 8

struct table_column {
	const char *name;
	int width;     /* 0: what is left; at most one */
	int align;     /* as grid_text */
	int from_cols; /* shown where the screen has as many */
};

struct table_row {
	char *key;     /* NULL: a heading */
	char *heading; /* NULL: a row */
	char *cells[TABLE_COLUMNS_MAX];
	enum role role;
	guint index; /* the owner's */
};

struct table {
	const struct table_column *columns;
	int n_columns;
	GArray *rows;   /* struct table_row */
	char *selected; /* key; NULL: none */
	GHashTable
	    *known; /* keys there were, when a new one is to be selected; else NULL */
	int at, top, height;
};

void table_init(struct table *table, const struct table_column *columns, int n_columns);
void table_clear(struct table *table);

/* Make the rows anew: begin, add, end.  Rows are valid until the next begin. */
void table_begin(struct table *table);
void table_add_heading(struct table *table, const char *text);
struct table_row *table_add(struct table *table, const char *key, guint index);
/* Takes `text`, which is made safe to show. */
void table_cell(struct table_row *row, int column, char *text);
void table_end(struct table *table);

/* NULL when there is none. */
const struct table_row *table_selected(const struct table *table);
/* The row that is there next time and not now becomes the selected one. */
void table_take_new(struct table *table);
/* The commands that move; false: it was none of them. */
bool table_run(struct table *table, enum command command);

/* From row 1 to the pane, or the status line. */
void table_scroll(struct table *table, int rows);
void table_draw(const struct table *table, struct grid *grid);
/* Below the table: wrapped, a line that starts with '#' is a heading.  Drops `lines`. */
void table_draw_pane(struct grid *grid, GPtrArray *lines);

#endif
