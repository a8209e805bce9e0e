/*
 * screen_report.c - the report grid as a screen: its keys, its filter, its months.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/move.h"
#include "tui/sheet.h"
#include "tui/verbs.h"

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct sheet *sheet = screen->state;
	int64_t selected = sheet->selected;

	if (!sheet_read(app, sheet, error)) {
		sheet_close(screen, true);
		return false;
	}
	/* the action of the open cell is gone: what was typed is kept for u */
	if (sheet->open && sheet->selected != selected) {
		sheet_close(screen, true);
		sheet->lost_of = selected;
	}
	sheet_set_scopes(screen);
	return true;
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	sheet_scroll(app, screen->state, rows, cols);
}

/* ---- typing ------------------------------------------------------------------------ */

static bool
begins_amount(const char *text)
{
	return text[0] != '\0' && text[1] == '\0' &&
	       (g_ascii_isdigit(text[0]) || strchr(",.-", text[0]) != NULL);
}

static bool
open_event(struct sheet *sheet, const struct event *event)
{
	return field_event(&sheet->field, event, 20);
}

/* A block, or a column, goes to cells; one value in an open cell is its text. */
static bool
paste_event(struct app *app, struct screen *screen, const struct event *event)
{
	struct sheet *sheet = screen->state;
	const char *text = event->paste->str;
	size_t length = strlen(text);

	while (length > 0 && strchr("\r\n", text[length - 1]) != NULL)
		length--;
	if (sheet->open && memchr(text, '\t', length) == NULL &&
	    memchr(text, '\n', length) == NULL)
		return open_event(sheet, event);
	if (sheet->open) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup(
		        "Flera celler kan inte klistras in i en öppen cell. Esc stänger "
		        "den först."));
		return true;
	}
	sheet_paste(app, sheet, text);
	return true;
}

static bool
event(struct app *app, struct screen *screen, const struct event *event)
{
	struct sheet *sheet = screen->state;

	if (sheet->view == NULL)
		return false;
	if (event->kind == EVENT_PASTE)
		return paste_event(app, screen, event);
	/* the Esc that closed the cell was the beginning of this key */
	if (event->late && sheet->lost != NULL)
		sheet_restore(app, screen);
	if (sheet->open)
		return open_event(sheet, event);
	if (sheet->lost != NULL && strcmp(event->key, "u") == 0) {
		sheet_restore(app, screen);
		return true;
	}
	g_clear_pointer(&sheet->lost, g_free);
	if (strcmp(event->key, "Esc") == 0 && g_hash_table_size(sheet->marked) > 0) {
		g_hash_table_remove_all(sheet->marked);
		return true;
	}
	if (!begins_amount(event->text))
		return false;
	sheet_open(app, screen, true);
	if (sheet->open)
		open_event(sheet, event);
	return true;
}

/* ---- commands ---------------------------------------------------------------------- */

static void
mark_all(struct sheet *sheet)
{
	bool any = g_hash_table_size(sheet->marked) > 0;

	g_hash_table_remove_all(sheet->marked);
	for (guint i = 0; !any && i < sheet->rows->len; i++)
		sheet_mark(sheet, sheet_row_at(sheet, (int)i));
}

static void
turn(struct app *app, struct sheet *sheet, int by)
{
	int month = month_add(sheet->view->month, by);

	if (!month_valid(month))
		return;
	sheet->month = month;
	app_refresh(app);
}

/* e on a cell: its text, its list or its comment. */
static void
edit(struct app *app, struct screen *screen)
{
	struct sheet *sheet = screen->state;

	if (sheet->column == SHEET_STATUS)
		sheet_status(app, sheet);
	else if (sheet->column == SHEET_COMMENT && sheet_may_write(app, sheet))
		verb_comment_in(app, sheet_row(sheet)->action->code, sheet->view->round);
	else
		sheet_open(app, screen, false);
}

static bool
run_move(struct sheet *sheet, enum command command)
{
	int at = sheet->at;
	bool tabbed = sheet->tabbed;

	sheet->tabbed = false;
	if (move_follow(command, sheet->height, (int)sheet->rows->len, &at)) {
		sheet_move(sheet, at);
		return true;
	}
	switch (command) {
	case CMD_SHEET_FIRST:
		sheet_move(sheet, 0);
		return true;
	case CMD_SHEET_LAST:
		sheet_move(sheet, (int)sheet->rows->len - 1);
		return true;
	case CMD_SHEET_HOME:
		sheet->column = SHEET_MONTH;
		return true;
	case CMD_SHEET_END:
		sheet->column = (enum sheet_column)(sheet->columns - 1);
		return true;
	case CMD_CELL_LEFT:
		sheet->column = (enum sheet_column)MAX((int)sheet->column - 1, 0);
		return true;
	case CMD_CELL_RIGHT:
		sheet->column =
		    (enum sheet_column)MIN((int)sheet->column + 1, sheet->columns - 1);
		return true;
	case CMD_CELL_DOWN:
	case CMD_CELL_NEXT:
	case CMD_CELL_PREV:
		sheet->tabbed = tabbed;
		sheet_step(sheet, command == CMD_CELL_DOWN   ? SHEET_ENTER
		                  : command == CMD_CELL_NEXT ? SHEET_RIGHT
		                                             : SHEET_LEFT);
		return true;
	default:
		sheet->tabbed = tabbed;
		return false;
	}
}

static void
run_open(struct app *app, struct screen *screen, enum command command)
{
	switch (command) {
	case CMD_CELL_KEEP:
		sheet_save(app, screen, SHEET_ENTER);
		break;
	case CMD_CELL_SAVE:
		sheet_save(app, screen, SHEET_STAY);
		break;
	case CMD_DOWN:
		sheet_save(app, screen, SHEET_DOWN);
		break;
	case CMD_UP:
		sheet_save(app, screen, SHEET_UP);
		break;
	case CMD_CELL_NEXT:
		sheet_save(app, screen, SHEET_RIGHT);
		break;
	case CMD_CELL_PREV:
		sheet_save(app, screen, SHEET_LEFT);
		break;
	case CMD_CELL_DROP:
		sheet_close(screen, true);
		if (((struct sheet *)screen->state)->lost != NULL)
			app_say(app, MESSAGE_NOTE,
			    g_strdup("Cellen är ångrad. u ger texten tillbaka."));
		break;
	default:
		break;
	}
}

/* Commands about the selected row or the marked ones. */
static void
run_row(struct app *app, struct screen *screen, enum command command)
{
	struct sheet *sheet = screen->state;

	switch (command) {
	case CMD_SHEET_NOTHING:
		sheet_nothing(app, sheet);
		break;
	case CMD_SHEET_SAME:
		sheet_same(app, sheet);
		break;
	case CMD_SHEET_STATUS:
		sheet_status(app, sheet);
		break;
	case CMD_SHEET_COMMENT:
		if (sheet_may_write(app, sheet))
			verb_comment_in(
			    app, sheet_row(sheet)->action->code, sheet->view->round);
		break;
	case CMD_CELL_EDIT:
		edit(app, screen);
		break;
	case CMD_CELL_CLEAR:
		sheet_take_back(app, sheet);
		break;
	case CMD_SHEET_MARK:
		sheet_mark(sheet, sheet_row(sheet));
		sheet_step(sheet, SHEET_DOWN);
		break;
	case CMD_READ_FILE:
		verb_import(app, false);
		break;
	case CMD_HISTORY:
		screen_log_open(app, sheet_row(sheet)->action->code);
		break;
	default:
		break;
	}
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct sheet *sheet = screen->state;

	if (sheet->view == NULL)
		return;
	if (sheet->open) {
		run_open(app, screen, command);
		return;
	}
	if (run_move(sheet, command))
		return;
	switch (command) {
	case CMD_SHEET_REST:
		sheet_ask_rest(app, sheet);
		break;
	case CMD_SHEET_HAND_IN:
		sheet_hand_in(app, sheet);
		break;
	case CMD_SHEET_MARK_ALL:
		mark_all(sheet);
		break;
	case CMD_PERIOD_BACK:
	case CMD_PERIOD_NEXT:
		turn(app, sheet, command == CMD_PERIOD_NEXT ? 1 : -1);
		break;
	case CMD_SHEET_MONTH_PICK:
		sheet_ask_month(app, sheet);
		break;
	case CMD_SEARCH:
		sheet_ask_search(app, sheet);
		break;
	case CMD_FIND_NEXT:
	case CMD_FIND_PREV:
		sheet_find_next(app, sheet, command == CMD_FIND_NEXT ? 1 : -1);
		break;
	case CMD_FILTER:
		sheet_ask_filter(app, sheet);
		break;
	default:
		if (sheet_row(sheet) != NULL)
			run_row(app, screen, command);
		break;
	}
}

static void
close_sheet(void *state)
{
	struct sheet *sheet = state;

	progress_free(sheet->view);
	g_array_unref(sheet->rows);
	g_hash_table_unref(sheet->marked);
	field_clear(&sheet->field);
	g_free(sheet->filter.unit);
	g_free(sheet->filter.text);
	g_free(sheet->search);
	g_free(sheet->was);
	g_free(sheet->doubt);
	g_free(sheet->lost);
	g_free(sheet);
}

static void
select_code(struct sheet *sheet, const char *code)
{
	for (guint i = 0; code != NULL && i < sheet->rows->len; i++)
		if (strcmp(sheet_row_at(sheet, (int)i)->action->code, code) == 0)
			sheet_move(sheet, (int)i);
}

void
screen_report_open(struct app *app, const char *unit, const char *code, int month)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = sheet_draw,
		.event = event,
		.run = run,
		.refresh = refresh,
		.unsaved = sheet_unsaved,
		.draft = sheet_draft,
		.restore = sheet_restore_draft,
		.close = close_sheet };
	struct sheet *sheet = g_new0(struct sheet, 1);
	struct screen *screen;
	GError *error = NULL;

	sheet->rows = g_array_new(FALSE, FALSE, sizeof(int));
	sheet->marked = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	sheet->filter.unit = g_strdup(unit != NULL ? unit : "");
	sheet->filter.text = g_strdup("");
	sheet->search = g_strdup("");
	sheet->columns = SHEET_COLUMN__N;
	sheet->month = month;
	screen = app_push(app, &ops, 0, sheet);
	sheet_close(screen, false);
	if (!sheet_read(app, sheet, &error)) {
		app_pop(app);
		app_fail(app, NULL, error);
		return;
	}
	sheet_set_scopes(screen);
	select_code(sheet, code);
}
