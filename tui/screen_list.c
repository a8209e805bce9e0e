/*
 * screen_list.c - the action list (S1): what it reads, and its commands.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/move.h"
#include "tui/verbs.h"

#define LIST_SCOPES  (SCOPE_LIST | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_HELP)
#define EMPTY_SCOPES (SCOPE_EMPTY | SCOPE_UNDO | SCOPE_HELP)

/* The plan the old rows point into may be gone. */
static void
drop(struct list *list, struct screen *screen)
{
	list_drop(list);
	screen->scopes = SCOPE_UNDO | SCOPE_ROOT | SCOPE_HELP;
}

/* What is filtered, searched and selected is of one programme. */
static void
follow_programme(struct app *app, struct list *list)
{
	int64_t programme = session_programme(app->session)->id;

	if (list->programme == programme)
		return;
	list->programme = programme;
	list_clear_filter(list);
	app_forget_behind(app);
	g_free(list->search);
	list->search = g_strdup("");
	list_unmark(list);
	list->selected = list->selected_unit = 0;
	list->at = list->top = 0;
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct list *list = screen->state;
	struct view view = app_view(app);
	struct listing *listing = NULL;
	bool all;

	follow_programme(app, list);
	list_note_needs(app, list, list->cols);
	view.year_only = !list->whole;
	view.lights = list->lights;
	/* a filter and an order look at every action */
	all = list_is_filtered(list) || app->memory->sorted;
	if (!session_list(app->session, &view, &listing, error)) {
		drop(list, screen);
		return false;
	}
	if (all && !session_list_rows(
	               app->session, listing, NULL, listing->places->len, error)) {
		listing_free(listing);
		drop(list, screen);
		return false;
	}
	list->has_whole = list->whole;
	list->has_lights = list->lights;
	list_take(list, listing, app->memory);
	app_note_programme(app, listing->plan->programme.name);
	screen->scopes = listing->places->len == 0 ? EMPTY_SCOPES : LIST_SCOPES;
	screen->scopes |= app_way_out(app);
	return true;
}

/* ---- reading what shows ------------------------------------------------------------ */

/* The rows that show in a size. */
static bool
read_window(struct app *app, struct list *list, int rows, int cols, GError **error)
{
	g_autoptr(GArray) window = g_array_new(FALSE, FALSE, sizeof(int));

	list_scroll(list, rows, cols);
	for (int i = list->top; i < MIN(list->top + list->height, (int)list->rows->len);
	     i++) {
		int action = g_array_index(list->rows, struct list_row, i).action;

		if (action >= 0)
			g_array_append_val(window, action);
	}
	return session_list_rows(
	    app->session, list->view, (const int *)window->data, window->len, error);
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	struct list *list = screen->state;
	GError *error = NULL;
	bool ok = list->view != NULL;

	list->cols = cols;
	list_note_needs(app, list, cols);
	if (ok &&
	    ((list->whole && !list->has_whole) || (list->lights && !list->has_lights)))
		ok = refresh(app, screen, &error);
	ok = ok && read_window(app, list, rows, cols, &error);
	/* another process has changed the plan since the list was read */
	if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT)) {
		g_clear_error(&error);
		ok = refresh(app, screen, &error) &&
		     read_window(app, list, rows, cols, &error);
	}
	if (ok || error == NULL)
		return;
	drop(list, screen);
	app_fail(app, NULL, error);
}

bool
list_read_all(struct app *app, struct list *list)
{
	GError *error = NULL;

	for (int tries = 0; list->view != NULL && tries < 2; tries++) {
		g_clear_error(&error);
		if (session_list_rows(
		        app->session, list->view, NULL, list->view->places->len, &error))
			return true;
		if (!g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT))
			break;
		app_refresh(app);
	}
	if (error != NULL)
		app_fail(app, NULL, error);
	return error == NULL && list->view != NULL;
}

void
list_again(struct app *app, struct list *list)
{
	struct screen *screen = g_ptr_array_index(app->screens, 0);
	GError *error = NULL;

	if (!refresh(app, screen, &error))
		app_fail(app, NULL, error);
	(void)list;
}

/* ---- search ------------------------------------------------------------------------ */

static void
find(struct app *app, struct list *list, int direction)
{
	if (list->search[0] == '\0')
		app_say(app, MESSAGE_NOTE, g_strdup("Inget att söka efter. / söker."));
	else if (!list_read_all(app, list))
		return;
	else if (!list_find(list, direction))
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("Ingen åtgärd har \"%s\".", list->search));
	else
		app_say(app, MESSAGE_OK,
		    g_strdup_printf(
		        "Söker \"%s\": n nästa, N föregående.", list->search));
}

/* ---- commands ---------------------------------------------------------------------- */

static bool
run_move(struct list *list, enum command command)
{
	int at = list->at;

	if (move_follow(command, list->height, (int)list->rows->len, &at)) {
		list_move(list, at);
		return true;
	}
	switch (command) {
	case CMD_FOLD_ALL:
		list_fold_all(list);
		return true;
	case CMD_MARK:
		list_mark(list);
		return true;
	case CMD_CLEAR:
		list_clear_filter(list);
		list_fill(list);
		return true;
	default:
		return false;
	}
}

/* On an action sideways through the columns where they do not all have room, else what
 * folds. */
static bool
run_sideways(struct app *app, struct list *list, enum command command)
{
	const struct list_row *row = list_selected(list);
	int by = command == CMD_UNFOLD ? 1 : -1;
	struct list_layout layout;

	if (command != CMD_FOLD && command != CMD_UNFOLD)
		return false;
	list_layout(app, list, list->cols, &layout);
	list->shift = layout.shift;
	if (row != NULL && row->action >= 0 && list->shift + by >= 0 &&
	    list->shift + by <= layout.shift_max)
		list->shift += by;
	else
		list_fold(list, by < 0);
	return true;
}

/* Several at once; alone only the owner. */
static bool
run_marked(struct app *app, struct list *list, enum command command)
{
	bool marked = list_marks(list) > 0;

	if (command == CMD_OWNER)
		list_ask_owner(app, list);
	else if (marked && command == CMD_STATUS)
		list_ask_status(app, list);
	else if (marked && command == CMD_NOTHING_NEW)
		list_ask_nothing_new(app, list);
	else if (command == CMD_MARK_ALL && list_read_all(app, list))
		list_mark_all(list);
	else
		return command == CMD_MARK_ALL;
	return true;
}

/* Commands about the selected action; a group's row has none. */
static bool
run_action(struct app *app, struct list *list, enum command command)
{
	const struct action *action = list_action(list);

	if (command != CMD_OPEN && command != CMD_POST && command != CMD_STATUS &&
	    command != CMD_COMMENT && command != CMD_NOTHING_NEW &&
	    command != CMD_HISTORY)
		return false;
	if (action == NULL) {
		if (command == CMD_OPEN)
			list_fold(list, -1);
		else if (command == CMD_HISTORY)
			screen_log_open(app, NULL);
		else
			app_say(app, MESSAGE_NOTE,
			    g_strdup("Raden är en grupp. Gå till en åtgärd."));
		return true;
	}
	if (command == CMD_OPEN)
		screen_action_open(app, action->code);
	else if (command == CMD_POST)
		verb_post(app, action->code, list->view->cutoff);
	else if (command == CMD_STATUS)
		verb_status(app, action->code, action->status);
	else if (command == CMD_COMMENT)
		verb_comment(app, action->code);
	else if (command == CMD_NOTHING_NEW)
		verb_nothing_new(app, action->code);
	else
		screen_log_open(app, action->code);
	return true;
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct list *list = screen->state;
	const struct action *action;

	if (list->view == NULL)
		return;
	if (run_move(list, command) || run_sideways(app, list, command) ||
	    run_marked(app, list, command) || run_action(app, list, command) ||
	    app_go(app, command))
		return;
	switch (command) {
	case CMD_UNMARK:
		if (list_marks(list) == 0 && app_way_out(app) == SCOPE_SUB)
			list_leave_only(app, list);
		list_unmark(list);
		break;
	case CMD_BACK:
		list_leave_only(app, list);
		break;
	case CMD_SEARCH:
		list_ask_search(app, list);
		break;
	case CMD_FIND_NEXT:
		find(app, list, 1);
		break;
	case CMD_FIND_PREV:
		find(app, list, -1);
		break;
	case CMD_FILTER:
		list_ask_filter(app, list);
		break;
	case CMD_SORT:
		list_ask_sort(app, list);
		break;
	case CMD_COLUMNS:
		list_ask_columns(app, list);
		break;
	case CMD_NEW:
		screen_action_open(app, NULL);
		break;
	case CMD_IMPORT:
		verb_import(app, true);
		break;
	case CMD_EXPORT:
		action = list_action(list);
		screen_export_open(app, action != NULL ? action->code : NULL);
		break;
	case CMD_REPORT:
		action = list_action(list);
		screen_report_open(
		    app, list->filter.unit, action != NULL ? action->code : NULL, 0);
		break;
	case CMD_PERIOD_BACK:
	case CMD_PERIOD_NEXT:
		app_move_cutoff(
		    app, list->view->cutoff, command == CMD_PERIOD_NEXT ? 1 : -1);
		break;
	default:
		break;
	}
}

static void
close_list(void *state)
{
	list_clear(state);
}

bool
screen_list_open(struct app *app, GError **error)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = list_draw,
		.run = run,
		.refresh = refresh,
		.close = close_list };
	struct list *list = g_new0(struct list, 1);

	list->groups = g_array_new(FALSE, FALSE, sizeof(struct list_group));
	list->rows = g_array_new(FALSE, FALSE, sizeof(struct list_row));
	list->members = g_array_new(FALSE, FALSE, sizeof(int));
	list->sums = g_array_new(FALSE, TRUE, sizeof(struct figure));
	list->marks = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	list->search = g_strdup("");
	list_clear_filter(list);
	return refresh(app, app_push(app, &ops, LIST_SCOPES, list), error);
}
