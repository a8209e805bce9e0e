/*
 * list_choose.c - the column chooser (S9): which columns the action list has, and in what
 * order.  The list behind it shows each step at once; Esc takes them all back.
 */
#include <string.h>

#include "base/text.h"
#include "tui/list.h"
#include "tui/move.h"

#define WIDTH 44

struct chooser {
	struct list *list;
	enum list_column order[LIST_CHOICES]; /* those that show first, then the rest */
	int shown;
	int at, top;
	enum list_column before[LIST_CHOICES]; /* for Esc */
	int n_before;
};

/* What is chosen into the memory, and the list after it. */
static void
apply(struct app *app, struct chooser *chooser)
{
	memcpy(app->memory->columns, chooser->order, sizeof(chooser->order));
	app->memory->n_columns = chooser->shown;
	chooser->list->shift = 0;
	list_again(app, chooser->list);
}

/* The rest follows in its usual order. */
static void
fill(struct chooser *chooser, const enum list_column *columns, int n)
{
	unsigned seen = 0;
	int used = 0;

	for (int i = 0; i < n; i++) {
		chooser->order[used++] = columns[i];
		seen |= 1u << columns[i];
	}
	chooser->shown = n;
	for (int i = 0; i < LIST_CHOICES; i++)
		if ((seen & (1u << i)) == 0)
			chooser->order[used++] = (enum list_column)i;
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct chooser *chooser = screen->state;
	int width = MIN(WIDTH, grid->cols - 4);
	int height = MIN(LIST_CHOICES, grid->rows - 7), x, y;

	(void)app;
	x = grid->cols - width - 2;
	y = MAX((grid->rows - height - 2) / 2, 2);
	chooser->top = move_scroll(chooser->top, chooser->at, height, LIST_CHOICES);
	grid_frame(grid, y, x, height + 2, width, "Kolumner");
	for (int i = 0; i < height; i++) {
		int item = chooser->top + i;
		bool here = item == chooser->at;
		g_autofree char *text =
		    g_strdup_printf("%s %s", item < chooser->shown ? "[x]" : "[ ]",
		        list_columns[chooser->order[item]].label);

		grid_put(grid, y + 1 + i, x + 1, here ? "►" : " ", ROLE_TEXT);
		grid_text(grid, y + 1 + i, x + 2, width - 4, -1, text,
		    here ? ROLE_SELECTED : ROLE_TEXT);
		if (here)
			grid_cursor(grid, y + 1 + i, x + 1);
	}
	if (chooser->top > 0)
		grid_put(grid, y, x + width - 3, "↑", ROLE_TEXT);
	if (chooser->top + height < LIST_CHOICES)
		grid_put(grid, y + height + 1, x + width - 3, "↓", ROLE_TEXT);
}

static void
move_item(struct chooser *chooser, int from, int to)
{
	enum list_column column = chooser->order[from];

	for (int i = from; i < to; i++)
		chooser->order[i] = chooser->order[i + 1];
	for (int i = from; i > to; i--)
		chooser->order[i] = chooser->order[i - 1];
	chooser->order[to] = column;
	chooser->at = to;
}

/* One that is put away goes after those that show; the last one stays. */
static void
toggle(struct app *app, struct chooser *chooser)
{
	if (chooser->at >= chooser->shown) {
		move_item(chooser, chooser->at, chooser->shown++);
	} else if (chooser->shown == 1) {
		app_say(app, MESSAGE_NOTE, g_strdup("Minst en kolumn måste visas."));
		return;
	} else {
		int at = chooser->at;

		move_item(chooser, at, --chooser->shown);
		chooser->at = at;
	}
	apply(app, chooser);
}

static void
shift(struct app *app, struct chooser *chooser, int by)
{
	int to = chooser->at + by;

	if (chooser->at >= chooser->shown || to < 0 || to >= chooser->shown)
		return;
	move_item(chooser, chooser->at, to);
	apply(app, chooser);
}

static void
reset(struct app *app, struct chooser *chooser)
{
	enum list_column own[LIST_CHOICES];
	int n = list_default_columns(
	    chooser->list->cols, chooser->list->view != NULL ? 1 : 0, own);

	fill(chooser, own, n);
	chooser->at = 0;
	app->memory->n_columns = 0;
	chooser->list->shift = 0;
	list_again(app, chooser->list);
}

/* Untouched, the columns go on following the width. */
static void
finish(struct app *app, struct chooser *chooser)
{
	(void)chooser;
	app_remember(app);
	app_pop(app);
}

static void
give_up(struct app *app, struct chooser *chooser)
{
	memcpy(app->memory->columns, chooser->before, sizeof(chooser->before));
	app->memory->n_columns = chooser->n_before;
	list_again(app, chooser->list);
	app_pop(app);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct chooser *chooser = screen->state;
	int at = chooser->at;

	/* a page is as many as there are */
	if (move_follow(command, LIST_CHOICES, LIST_CHOICES, &at)) {
		chooser->at = CLAMP(at, 0, LIST_CHOICES - 1);
		return;
	}
	switch (command) {
	case CMD_COLUMN_ON:
		toggle(app, chooser);
		break;
	case CMD_COLUMN_LEFT:
		shift(app, chooser, -1);
		break;
	case CMD_COLUMN_RIGHT:
		shift(app, chooser, 1);
		break;
	case CMD_COLUMN_RESET:
		reset(app, chooser);
		break;
	case CMD_TAKE:
		finish(app, chooser);
		break;
	case CMD_LEAVE:
		give_up(app, chooser);
		break;
	default:
		break;
	}
}

static void
close_chooser(void *state)
{
	g_free(state);
}

void
list_ask_columns(struct app *app, struct list *list)
{
	static const struct screen_ops ops = {
		.overlay = true, .draw = draw, .run = run, .close = close_chooser
	};
	struct chooser *chooser = g_new0(struct chooser, 1);
	enum list_column own[LIST_CHOICES];
	const enum list_column *columns = app->memory->columns;
	int n = app->memory->n_columns;

	if (n == 0) {
		n = list_default_columns(list->cols, list->view->units->n_years, own);
		columns = own;
	}
	chooser->list = list;
	memcpy(chooser->before, app->memory->columns, sizeof(chooser->before));
	chooser->n_before = app->memory->n_columns;
	fill(chooser, columns, n);
	app_push(
	    app, &ops, SCOPE_CHOICE | SCOPE_CHOOSER | SCOPE_MOVE | SCOPE_HELP, chooser);
}
