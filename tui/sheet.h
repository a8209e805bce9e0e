/*
 * sheet.h - the report grid (S2): one row per action, what it has realised so far this
 * year, a cell at a time; every cell is saved when it is left.
 *
 * Borrowed from the session's plan until the next refresh.
 */
#ifndef TUI_SHEET_H
#define TUI_SHEET_H

#include "session/progress.h"
#include "tui/field.h"
#include "tui/screen.h"

/* Where the cursor can stand in a row. */
enum sheet_column {
	SHEET_MONTH,
	SHEET_FORECAST,
	SHEET_STATUS,
	SHEET_COMMENT,
	SHEET_COLUMN__N
};

/* What leaving a cell does.  SHEET_ENTER is down, to the column where Tab began. */
enum sheet_step {
	SHEET_STAY,
	SHEET_ENTER,
	SHEET_DOWN,
	SHEET_UP,
	SHEET_RIGHT,
	SHEET_LEFT
};

struct sheet_filter {
	char *unit; /* förvaltning by name; "" for all */
	char *text; /* as typed; "" for all */
	bool left;  /* only those that have not reported in a round that waits for them */
};

struct sheet {
	struct progress *view; /* NULL: could not be read */
	int month;             /* 0: the one to report in now */
	GArray *rows; /* int: indexes of view->rows that pass the filter, by plan_order */
	struct sheet_filter filter;
	char *search;       /* as typed; "" for none */
	GHashTable *marked; /* int64_t *: ids of actions */
	int64_t selected;   /* action; 0: none */
	int at, top, height;
	int columns; /* how many of enum sheet_column there is room for */
	enum sheet_column column;
	bool tabbed; /* Tab has been pressed since the last move of another kind */
	enum sheet_column tab_from;
	int code_width;
	bool all_count; /* no action counts, so all do */
	int awaited, reported;
	/* the open cell */
	bool open;
	struct field field;
	char *was;          /* its text when it was opened */
	struct amount seen; /* what it held then */
	char *doubt;        /* the text that has been warned of; NULL: none */
	char *lost;         /* what Esc threw away; NULL: nothing */
	int64_t lost_of;    /* the action it was typed on */
};

/* ---- rows (sheet_rows.c) ------------------------------------------------------------
 */

bool sheet_read(struct app *app, struct sheet *sheet, GError **error);
/* Which rows show; the selection stays on the same action where it can. */
void sheet_fill(struct sheet *sheet);
const struct progress_row *sheet_row_at(const struct sheet *sheet, int at);
/* NULL when there is none. */
const struct progress_row *sheet_row(const struct sheet *sheet);
/* Is it among those that are summed? */
bool sheet_counts(const struct sheet *sheet, const struct progress_row *row);
/* Is it among those that are to report, or have? */
bool sheet_awaits(const struct sheet *sheet, const struct progress_row *row);
/* Why the round waits for none of the rows that show. */
const char *sheet_why_none(const struct sheet *sheet);
bool sheet_is_marked(const struct sheet *sheet, const struct progress_row *row);
/* Marks it, or releases it. */
void sheet_mark(struct sheet *sheet, const struct progress_row *row);
/* The marked rows that show, else the selected one: const struct progress_row *. */
GPtrArray *sheet_chosen(const struct sheet *sheet);
void sheet_move(struct sheet *sheet, int at);
void sheet_step(struct sheet *sheet, enum sheet_step step);
/* To the next (1) or previous (-1) row with the search text; false when none has it. */
bool sheet_find(struct sheet *sheet, int direction);
const char *sheet_month_name(const struct sheet *sheet); /* "april" */
/* What the month's cell has: missing when it is neither posted nor told. */
struct amount sheet_now(const struct sheet *sheet, const struct progress_row *row);
/* The same, but what is being typed in it when that can be read. */
struct amount sheet_typed(
    const struct app *app, const struct sheet *sheet, const struct progress_row *row);
/* "2,375": with all its decimals; g_free. */
char *sheet_amount(struct amount amount, enum money_unit unit);

/* ---- drawing (sheet_draw.c, sheet_pane.c) -------------------------------------------
 */

#define SHEET_PANE_HEIGHT 8
void sheet_scroll(struct app *app, struct sheet *sheet, int rows, int cols);
void sheet_draw(struct app *app, struct screen *screen, struct grid *grid);
void sheet_draw_pane(
    struct app *app, struct grid *grid, int y, const struct sheet *sheet);

/* ---- the open cell (sheet_cell.c) ---------------------------------------------------
 */

/* False, and says why, when nothing can be written here. */
bool sheet_may_write(struct app *app, const struct sheet *sheet);
/* Opens the selected cell, with its text or (`fresh`) to be typed over. */
void sheet_open(struct app *app, struct screen *screen, bool fresh);
/* Closes it without saving; keeps the text for `u`. */
void sheet_close(struct screen *screen, bool keep);
/* Opens it again with what Esc threw away. */
void sheet_restore(struct app *app, struct screen *screen);
/* Opens the selected cell with `text` as if it were typed; false when nothing can be
 * written here, or it no longer holds `before` (NULL: whatever it holds). */
bool sheet_open_with(
    struct app *app, struct screen *screen, const char *before, const char *text);
bool sheet_unsaved(const struct screen *screen);
/* What can be done now: a cell is open or not, the round is closed or not. */
void sheet_set_scopes(struct screen *screen);
/* Saves what differs, and steps; else says why not, and the cell stays open. */
void sheet_save(struct app *app, struct screen *screen, enum sheet_step step);

/* What is unusual about an amount in a cell; NULL: nothing; g_free. */
char *sheet_doubt(const struct progress *progress, const struct progress_row *row,
    enum sheet_column column, struct amount amount, enum money_unit unit);

/* ---- one key for one or many (sheet_write.c) ----------------------------------------
 */

void sheet_nothing(struct app *app, struct sheet *sheet);
void sheet_ask_rest(struct app *app, struct sheet *sheet);
void sheet_same(struct app *app, struct sheet *sheet);
void sheet_status(struct app *app, struct sheet *sheet);

/* ---- what asks first (sheet_ask.c) --------------------------------------------------
 */

/* Del: what is posted or forecast is taken back. */
void sheet_take_back(struct app *app, struct sheet *sheet);
void sheet_hand_in(struct app *app, struct sheet *sheet);

/* ---- search and filter (sheet_filter.c) ---------------------------------------------
 */

void sheet_find_next(struct app *app, struct sheet *sheet, int direction);
void sheet_ask_search(struct app *app, struct sheet *sheet);
void sheet_ask_filter(struct app *app, struct sheet *sheet);
/* Another month, by itself or by the round that ends with it. */
void sheet_ask_month(struct app *app, struct sheet *sheet);

/* ---- kept when the line is lost (sheet_draft.c) -------------------------------------
 */

bool sheet_draft(const struct screen *screen, struct draft *ret);
void sheet_restore_draft(
    struct app *app, struct screen *screen, const struct draft *draft);

/* A column or block from the selected cell on (sheet_paste.c). */
void sheet_paste(struct app *app, struct sheet *sheet, const char *text);

#endif
