/*
 * list_only.c - the action list showing only the actions behind a figure.
 */
#include "tui/list.h"

/* What a filter looks at must have been read. */
static bool
read_rows(struct app *app, struct list *list)
{
	GError *error = NULL;

	if (list->view == NULL)
		return false;
	if (session_list_rows(
	        app->session, list->view, NULL, list->view->places->len, &error))
		return true;
	app_fail(app, NULL, error);
	return false;
}

bool
screen_list_only(struct app *app, const GArray *ids, const char *what)
{
	struct screen *screen = g_ptr_array_index(app->screens, 0);
	struct list *list = screen->state;
	GHashTable *only;

	if (ids->len == 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("Ingen åtgärd står bakom: %s.", what));
		return false;
	}
	app_set_aside(app);
	app_refresh(app);
	if (!read_rows(app, list))
		return false;
	only = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; i < ids->len; i++)
		g_hash_table_add(only, g_memdup2(&g_array_index(ids, int64_t, i), 8));
	list_clear_filter(list);
	list->filter.only = only;
	list->filter.only_what = g_strdup(what);
	/* they are what is asked for: not to be hidden in a folded group */
	for (guint i = 0; i < list->groups->len; i++)
		g_array_index(list->groups, struct list_group, i).folded = false;
	list_fill(list);
	list_move(list, list->mixed ? 0 : 1);
	return true;
}

void
list_leave_only(struct app *app, struct list *list)
{
	list_clear_filter(list);
	app_return(app);
}
