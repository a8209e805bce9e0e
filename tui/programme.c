/*
 * programme.c - the programmes of the file as a list, and working with another of them.
 */
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/verbs.h"

static void
chosen(struct app *app, void *user, int index)
{
	const char *code = g_ptr_array_index((GPtrArray *)user, index);
	GError *error = NULL;

	if (g_str_equal(code, session_programme(app->session)->code))
		return;
	if (!session_choose(app->session, code, &error)) {
		app_fail(app, NULL, error);
		return;
	}
	app->cutoff = 0; /* a month of the other one */
	if (!app->options.demo) {
		memory_set_programme(app->memory, session_path(app->session), code);
		app_remember(app);
	}
	app_refresh(app);
	app_say(app, MESSAGE_OK,
	    g_strdup_printf(
	        "Nu visas %s, %s.", code, session_programme(app->session)->name));
}

static void
append_padded(GString *out, const char *text, int width)
{
	g_string_append(out, text);
	for (int used = text_width(text); used < width; used++)
		g_string_append_c(out, ' ');
}

/* "√ NB2022   40 åtgärder  Delårsrapport ...": the name last, where it may be cut. */
static char *
item(const struct programme_row *row, int code_width)
{
	GString *out = g_string_new(row->current ? "√ " : "  ");
	g_autofree char *actions = g_strdup_printf(
	    "%4d %s", row->actions, row->actions == 1 ? "åtgärd" : "åtgärder");

	append_padded(out, row->code, code_width + 1);
	append_padded(out, actions, 15);
	g_string_append(out, row->name);
	return g_string_free(out, FALSE);
}

static void
codes_free(gpointer codes)
{
	g_ptr_array_unref(codes);
}

void
verb_programme(struct app *app)
{
	g_autoptr(GArray) rows = NULL;
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *codes = g_ptr_array_new_with_free_func(g_free);
	int width = 0, current = 0;
	GError *error = NULL;

	if (!session_programmes(app->session, &rows, &error)) {
		g_ptr_array_unref(items);
		g_ptr_array_unref(codes);
		app_fail(app, NULL, error);
		return;
	}
	for (guint i = 0; i < rows->len; i++) {
		const struct programme_row *row =
		    &g_array_index(rows, struct programme_row, i);

		width = MAX(width, text_width(row->code));
		if (row->current)
			current = (int)i;
	}
	for (guint i = 0; i < rows->len; i++) {
		const struct programme_row *row =
		    &g_array_index(rows, struct programme_row, i);

		g_ptr_array_add(items, item(row, width));
		g_ptr_array_add(codes, g_strdup(row->code));
	}
	dialog_choose(app, "Program", items, current, chosen, codes, codes_free);
}
