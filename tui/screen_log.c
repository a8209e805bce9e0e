/*
 * screen_log.c - who changed what, and when: one action's history or the programme's.
 */
#include "tui/dialog.h"

static const char *
or_none(const char *text)
{
	return text[0] != '\0' ? text : "(tomt)";
}

static void
add_entry(GPtrArray *lines, const struct log_entry *entry, const char *code)
{
	bool other = code == NULL && entry->action[0] != '\0';

	if (entry->field[0] == '\0') {
		if (entry->note[0] != '\0' || other)
			g_ptr_array_add(
			    lines, g_strdup_printf("  %s%s%s", other ? entry->action : "",
			               other ? " " : "", entry->note));
		return;
	}
	g_ptr_array_add(
	    lines, g_strdup_printf("  %s%s%s: %s → %s", other ? entry->action : "",
	               other ? " " : "", entry->field, or_none(entry->old_text),
	               or_none(entry->new_text)));
}

static GPtrArray *
log_lines(struct app *app, const struct log *log, const char *code)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	int64_t change = 0;

	for (guint i = 0; i < log->entries->len; i++) {
		const struct log_entry *entry =
		    &g_array_index(log->entries, struct log_entry, i);

		if (entry->change != change) {
			g_autofree char *when =
			    instant_text(entry->at_ms, session_zone(app->session));

			g_ptr_array_add(lines,
			    g_strdup_printf("#%s  %s  %s  (ändring %" G_GINT64_FORMAT ")",
			        when, entry->who, entry->verb, entry->change));
			change = entry->change;
		}
		add_entry(lines, entry, code);
	}
	if (lines->len == 0)
		g_ptr_array_add(lines, g_strdup("Ingenting har ändrats än."));
	return lines;
}

void
screen_log_open(struct app *app, const char *code)
{
	struct log *log = NULL;
	GError *error = NULL;
	g_autofree char *what = g_strdup_printf(
	    "Historik%s%s", code != NULL ? " för " : "", code != NULL ? code : "");
	/* a title is made once, for any width */
	g_autofree char *title = app_heading(app, what, SCREEN_MIN_COLS);

	if (!session_log(app->session, code, &log, &error)) {
		app_fail(app, NULL, error);
		return;
	}
	dialog_read(app, title, log_lines(app, log, code));
	log_free(log);
}
