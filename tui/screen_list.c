/*
 * screen_list.c - the action list (S1): its commands, search and filter.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/verbs.h"

#define LIST_SCOPES                                                                      \
	(SCOPE_LIST | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_ROOT | SCOPE_HELP)
#define EMPTY_SCOPES (SCOPE_EMPTY | SCOPE_UNDO | SCOPE_ROOT | SCOPE_HELP)

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
	g_free(list->search);
	list->search = g_strdup("");
	list->selected = list->selected_unit = 0;
	list->at = list->top = 0;
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct list *list = screen->state;
	struct view view = app_view(app);
	struct listing *listing = NULL;

	follow_programme(app, list);
	view.year_only = !list->wide;
	if (!session_list(app->session, &view, &listing, error)) {
		drop(list, screen);
		return false;
	}
	/* a filter looks at every action */
	if (list_is_filtered(list) && !session_list_rows(app->session, listing, NULL,
	                                  listing->places->len, error)) {
		listing_free(listing);
		drop(list, screen);
		return false;
	}
	list_take(list, listing);
	app_note_programme(app, listing->plan->programme.name);
	screen->scopes = listing->places->len == 0 ? EMPTY_SCOPES : LIST_SCOPES;
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

	if (ok && cols >= WIDE_COLS && !list->wide) {
		list->wide = true;
		ok = refresh(app, screen, &error);
	}
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

/* Every row, for what looks at all of them; false, and says so, when they cannot be
 * read. */
static bool
read_all(struct app *app, struct list *list)
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
	return error == NULL;
}

/* ---- search and filter ------------------------------------------------------------- */

static void
find(struct app *app, struct list *list, int direction)
{
	if (list->search[0] == '\0')
		app_say(app, MESSAGE_NOTE, g_strdup("Inget att söka efter. / söker."));
	else if (!read_all(app, list))
		return;
	else if (!list_find(list, direction))
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("Ingen åtgärd har \"%s\".", list->search));
	else
		app_say(app, MESSAGE_OK,
		    g_strdup_printf(
		        "Söker \"%s\": n nästa, N föregående.", list->search));
}

static bool
search_done(struct app *app, struct prompt *prompt, void *user)
{
	struct list *list = user;

	g_free(list->search);
	list->search = g_strdup(prompt_text(prompt, 0));
	if (list->search[0] != '\0')
		find(app, list, 1);
	return true;
}

void
list_ask_search(struct app *app, struct list *list)
{
	struct prompt *prompt = prompt_new("Sök", NULL, search_done, list, NULL);

	prompt_add_text(prompt, "Text", "");
	prompt_open_query(app, prompt);
}

static bool
filter_done(struct app *app, struct prompt *prompt, void *user)
{
	struct list *list = user;
	struct list_filter *filter = &list->filter;
	int unit = prompt_chosen(prompt, 1);

	if (!read_all(app, list))
		return false;
	list_clear_filter(list);
	g_free(filter->text);
	filter->text = g_strdup(prompt_text(prompt, 0));
	if (unit > 0) {
		g_free(filter->unit);
		filter->unit = g_strdup(prompt_text(prompt, 1));
	}
	filter->kind = prompt_chosen(prompt, 2) - 1;
	filter->status = prompt_chosen(prompt, 3) - 1;
	filter->counts =
	    prompt_chosen(prompt, 4) > 0 ? 2 - prompt_chosen(prompt, 4) : FILTER_ALL;
	list_fill(list);
	return true;
}

static GPtrArray *
options_of(const struct word *words, int n, const char *none)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(options, g_strdup("alla"));
	for (int i = 0; i < n; i++) {
		const char *text = word_text(words, i);

		g_ptr_array_add(options, g_strdup(text[0] != '\0' ? text : none));
	}
	return options;
}

static GPtrArray *
units_of(const struct list *list, int *ret_chosen)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);
	const GArray *units = list->view->plan->units;

	*ret_chosen = 0;
	g_ptr_array_add(options, g_strdup("alla"));
	for (guint i = 0; i < units->len; i++) {
		const char *name = g_array_index(units, struct unit, i).name;

		g_ptr_array_add(options, g_strdup(name));
		if (strcmp(name, list->filter.unit) == 0)
			*ret_chosen = (int)i + 1;
	}
	return options;
}

void
list_ask_filter(struct app *app, struct list *list)
{
	struct prompt *prompt = prompt_new("Filter", NULL, filter_done, list, NULL);
	GPtrArray *counts = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *units;
	int unit;

	g_ptr_array_add(counts, g_strdup("alla"));
	g_ptr_array_add(counts, g_strdup("ja"));
	g_ptr_array_add(counts, g_strdup("nej"));
	units = units_of(list, &unit);
	prompt_add_text(prompt, "Text", list->filter.text);
	prompt_add_choice(prompt, "Förvaltning", units, unit);
	prompt_add_choice(prompt, "Typ", options_of(kind_words, KIND__N, "ingen typ"),
	    list->filter.kind + 1);
	prompt_add_choice(prompt, "Status",
	    options_of(status_words, STATUS__N, "ingen status"), list->filter.status + 1);
	prompt_add_choice(prompt, "Räknas", counts,
	    list->filter.counts == FILTER_ALL ? 0 : 2 - list->filter.counts);
	prompt_open_query(app, prompt);
}

/* ---- commands ---------------------------------------------------------------------- */

static bool
run_move(struct list *list, enum command command)
{
	int page = MAX(list->height - 1, 1);

	switch (command) {
	case CMD_UP:
		list_move(list, list->at - 1);
		return true;
	case CMD_DOWN:
		list_move(list, list->at + 1);
		return true;
	case CMD_PAGE_UP:
		list_move(list, list->at - page);
		return true;
	case CMD_PAGE_DOWN:
		list_move(list, list->at + page);
		return true;
	case CMD_FIRST:
		list_move(list, 0);
		return true;
	case CMD_LAST:
		list_move(list, (int)list->rows->len - 1);
		return true;
	case CMD_FOLD:
		list_fold(list, 1);
		return true;
	case CMD_UNFOLD:
		list_fold(list, 0);
		return true;
	case CMD_CLEAR:
		list_clear_filter(list);
		list_fill(list);
		return true;
	default:
		return false;
	}
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

	if (run_move(list, command) || run_action(app, list, command) ||
	    app_go(app, command))
		return;
	switch (command) {
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
	case CMD_NEW:
		screen_action_open(app, NULL);
		break;
	case CMD_IMPORT:
		verb_import(app);
		break;
	case CMD_EXPORT:
		action = list_action(list);
		screen_export_open(app, action != NULL ? action->code : NULL);
		break;
	case CMD_REPORT:
		action = list_action(list);
		screen_report_open(
		    app, list->filter.unit, action != NULL ? action->code : NULL);
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
	list->search = g_strdup("");
	list_clear_filter(list);
	return refresh(app, app_push(app, &ops, LIST_SCOPES, list), error);
}
