/*
 * list.h - the state of the action list (S1): groups by förvaltning, rows that show,
 * filter and search.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/screen.h"

struct list_group {
	int64_t unit;     /* top-level förvaltning; 0: none */
	const char *name; /* borrowed from the plan */
	bool folded;
	int first, n; /* its part of list.members */
	int actions;  /* that pass the filter */
};

struct list_row {
	int group;
	int action; /* index in view->places; -1: the group's own row */
};

#define FILTER_ALL (-1)

struct list_filter {
	char *text;               /* as typed; "" for all */
	char *unit;               /* "" for all */
	int kind, status, counts; /* FILTER_ALL or the value */
	GHashTable *only; /* ids (int64_t *) of those behind a figure; NULL: all */
	char *only_what;  /* which figure */
};

struct list {
	struct listing *view; /* NULL: could not be read */
	bool wide; /* a size with room for every year has been shown: all of it is read
	            */
	GArray *groups;  /* struct list_group */
	GArray *rows;    /* struct list_row */
	GArray *members; /* int: actions, group by group */
	struct list_filter filter;
	char *search; /* as typed; "" for none */
	int shown;    /* actions that pass the filter */
	int code_width;
	int at, top, height;
	int64_t programme; /* whose rows they are */
	/* what is selected, kept by id: a plan that is replaced is not there to ask */
	int64_t selected; /* action; 0: a group */
	int64_t selected_unit;
};

/* Rows anew from `view`, which is read whole when a filter is on; groups stay folded, the
 * selection stays on the same action. */
void list_take(struct list *list, struct listing *view);
/* Nothing to show: the plan could not be read. */
void list_drop(struct list *list);
/* After folding or a new filter; keeps the selection where it can.  What a filter, a
 * search and list_nearest look at must have been read. */
void list_fill(struct list *list);
bool list_is_filtered(const struct list *list);
void list_clear_filter(struct list *list);
void list_clear(struct list *list);

/* The selected action; NULL on a group, and before its row was shown. */
const struct action *list_action(const struct list *list);
const struct action_place *list_place(const struct list *list, int action);
/* The row as it was read; NULL: not yet. */
const struct listing_row *list_whole(const struct list *list, int action);
const struct list_row *list_selected(const struct list *list);
void list_move(struct list *list, int at);
/* 1 folds, 0 unfolds, -1 the other way. */
void list_fold(struct list *list, int folded);
/* To the next (1) or previous (-1) action that has the search text; false when none. */
bool list_find(struct list *list, int direction);

/* The action with a word that begins most like the filter's text; NULL when none begins
 * with the same three letters. */
const struct action *list_nearest(const struct list *list);

/* Layout in a size: sets height and top, so that what is selected shows. */
void list_scroll(struct list *list, int rows, int cols);
void list_draw(struct app *app, struct screen *screen, struct grid *grid);

/* Parts of it (list_pane.c). */
#define LIST_PANE_HEIGHT 8
void list_draw_pane(struct app *app, struct grid *grid, int y, const struct list *list);
void list_draw_empty(struct app *app, struct grid *grid);
void list_draw_no_hits(struct app *app, struct grid *grid, const struct list *list);
/* The cells of a key's row; NULL when it has none. */
const struct figure *list_cells(const struct rollup *rollup, int64_t key);

/* Dialogs of screen_list.c's search, filter: each changes `list` when done. */
void list_ask_search(struct app *app, struct list *list);
void list_ask_filter(struct app *app, struct list *list);

#endif
