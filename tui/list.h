/*
 * list.h - the state of the action list (S1): groups by förvaltning, rows that show,
 * filter and search.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/list_columns.h"
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

#define FILTER_ALL    (-1)
#define LIST_NO_OWNER "\n" /* filter.owner: nobody is named; no name is that */

struct list_filter {
	char *text;               /* as typed; "" for all */
	char *unit;               /* "" for all */
	char *owner;              /* "" for all */
	int kind, status, counts; /* FILTER_ALL or the value */
	int stage, light;
	int reported;     /* FILTER_ALL, 0: without a report for the month, 1: with */
	GHashTable *only; /* ids (int64_t *) of those behind a figure; NULL: all */
	char *only_what;  /* which figure */
};

/* Where the columns stand in a size. */
#define LAYOUT_MAX 64
struct list_layout {
	int name, name_width;
	int amount; /* width of an amount */
	bool words; /* statuses have room for their word */
	int n;
	struct list_place_cell {
		enum list_column column;
		int year; /* column of the rollup, of LIST_YEARS */
		int x, width;
	} cells[LAYOUT_MAX];
	int shift, shift_max; /* columns moved out of sight at the left; how many at most
	                       */
};

struct list {
	struct listing *view; /* NULL: could not be read */
	bool whole;  /* what is shown, sorted or filtered needs every year and report */
	bool lights; /* ... or the lights */
	bool has_whole, has_lights; /* what `view` was read with */
	bool mixed;                 /* one list, without rows of groups */
	GArray *groups;             /* struct list_group */
	GArray *rows;               /* struct list_row */
	GArray *members;            /* int: actions, group by group */
	GArray *sums; /* struct figure: per group what the filter lets through of what
	                 counts, columns as view->units; empty without a filter */
	struct list_filter filter;
	char *search; /* as typed; "" for none */
	char *live;   /* a search that is being typed narrows the list; NULL: none is */
	GHashTable *marks; /* ids of the actions that are marked (int64_t *) */
	int shift;         /* columns moved out of sight at the left */
	int cols;          /* of the last size; 0 before the first */
	int shown;         /* actions that pass the filter */
	int code_width;
	int at, top, height;
	int64_t programme; /* whose rows they are */
	/* what is selected, kept by id: a plan that is replaced is not there to ask */
	int64_t selected; /* action; 0: a group */
	int64_t selected_unit;
};

/* Rows anew from `view`, in the order that `memory` says; all is read when a filter or
 * an order is on.  Groups stay folded, the selection stays on the same action. */
void list_take(struct list *list, struct listing *view, const struct memory *memory);
/* Nothing to show: the plan could not be read. */
void list_drop(struct list *list);
/* After folding or a new filter; keeps the selection where it can.  What a filter, a
 * search and list_nearest look at must have been read. */
void list_fill(struct list *list);
/* ---- which rows pass (list_filter.c) ----------------------------------------------- */

bool list_is_filtered(const struct list *list);
/* All actions pass. */
void list_clear_filter(struct list *list);
/* What it holds is freed. */
void list_drop_filter(struct list *list);
/* From the actions behind a figure back to the figure. */
void list_leave_only(struct app *app, struct list *list);
/* Does an action pass the filter and the search that is being typed?  `folded` is the
 * filter's text, `live` the search's, both by text_fold. */
bool list_passes(
    const struct list *list, int index, const char *folded, const char *live);
/* What the filter, the columns and the order need read (list.whole, list.lights). */
void list_note_needs(const struct app *app, struct list *list, int cols);

/* ---- which rows there are, and which is selected ------------------------------------
 */
void list_clear(struct list *list);

/* The selected action; NULL on a group, and before its row was shown. */
const struct action *list_action(const struct list *list);
const struct action_place *list_place(const struct list *list, int action);
/* The row as it was read; NULL: not yet. */
const struct listing_row *list_whole(const struct list *list, int action);
const struct list_row *list_selected(const struct list *list);
void list_move(struct list *list, int at);
/* The action (0: the group of a förvaltning) of that id, where it shows. */
void list_select(struct list *list, int64_t action, int64_t unit);
/* 1 folds, 0 unfolds, -1 the other way. */
void list_fold(struct list *list, int folded);
/* Every group; unfolds when all are folded. */
void list_fold_all(struct list *list);
/* To an action by its id; a folded group that has it unfolds. */
void list_reveal(struct list *list, int64_t action);
/* To the next (1) or previous (-1) action that has the search text; false when none. */
bool list_find(struct list *list, int direction);

/* The action with a word that begins most like the filter's text; NULL when none begins
 * with the same three letters. */
const struct action *list_nearest(const struct list *list);

/* The columns in a size: those chosen, else those that suit the width. */
void list_layout(
    const struct app *app, const struct list *list, int cols, struct list_layout *ret);
int list_default_columns(int cols, int n_years, enum list_column *ret);

/* Layout in a size: sets height and top, so that what is selected shows. */
void list_scroll(struct list *list, int rows, int cols);
void list_draw(struct app *app, struct screen *screen, struct grid *grid);

/* Parts of it (list_cells.c, list_pane.c). */
void list_draw_head(struct grid *grid, const struct list *list,
    const struct list_layout *layout, const struct memory *memory);
/* A row's amounts: a group's, or with its index an action's signs and texts too. */
void list_draw_cells(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct list_layout *layout, const struct figure *cells, int index,
    enum role role);
#define LIST_PANE_HEIGHT 8
void list_draw_pane(struct app *app, struct grid *grid, int y, const struct list *list);
void list_draw_empty(struct app *app, struct grid *grid);
void list_draw_no_hits(struct app *app, struct grid *grid, const struct list *list);
/* The cells of a key's row; NULL when it has none. */
const struct figure *list_cells(const struct rollup *rollup, int64_t key);
/* Of what the filter lets through of it, when there is one; NULL for nothing. */
const struct figure *list_group_cells(const struct list *list, int group);

/* ---- marks (list_marks.c) ---------------------------------------------------------- */

bool list_marked(const struct list *list, int action);
guint list_marks(const struct list *list);
/* Marks the selected action, or takes its mark, and goes to the next row. */
void list_mark(struct list *list);
/* Marks all that the filter lets through; takes the marks when all have them. */
void list_mark_all(struct list *list);
void list_unmark(struct list *list);
/* Marks of actions that are no longer there go. */
void list_prune_marks(struct list *list);
/* Indexes of the marked actions, or of the selected one: GArray of int; NULL on a group
 * without marks. */
GArray *list_chosen(const struct list *list);

/* ---- dialogs, each changes `list` when done ---------------------------------------- */

/* A line to type in, that narrows the list at every key (list_search.c). */
void list_ask_search(struct app *app, struct list *list);
void list_ask_filter(struct app *app, struct list *list);  /* list_ask.c */
void list_ask_sort(struct app *app, struct list *list);    /* list_ask.c */
void list_ask_columns(struct app *app, struct list *list); /* list_choose.c */
/* About several actions at once (list_bulk.c): each tells what it is about to do. */
void list_ask_status(struct app *app, struct list *list);
void list_ask_owner(struct app *app, struct list *list);
void list_ask_nothing_new(struct app *app, struct list *list);

/* Every row read, for what looks at all of them; false, and says so, when they cannot
 * be. */
bool list_read_all(struct app *app, struct list *list);
/* After a choice of columns, order or filter: read what it needs, and the rows anew. */
void list_again(struct app *app, struct list *list);

#endif
