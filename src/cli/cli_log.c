/*
 * cli_log.c - logg: who changed what, when, old to new.
 */
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"

/* A value in a log line; long ones belong in `visa`. */
static void
append_value(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	if (text_width(safe) > 60)
		text_cell(out, safe, 60, -1, "…");
	else
		g_string_append(out, *safe ? safe : "–");
}

static void
append_heading(GString *out, const struct log_entry *e, GTimeZone *zone)
{
	g_autofree char *at = instant_text(e->at_ms, zone);

	g_string_append_printf(out, "#%" G_GINT64_FORMAT "  %s  ", e->change, at);
	text_append_display(out, e->who);
	g_string_append(out, "  ");
	text_append_display(out, e->verb);
	if (e->note && *e->note) {
		g_string_append(out, "  ");
		text_append_display(out, e->note);
	}
	g_string_append_c(out, '\n');
}

static void
append_entry(GString *out, const struct log_entry *e)
{
	g_string_append(out, "    ");
	if (e->action && *e->action) {
		text_append_display(out, e->action);
		g_string_append(out, "  ");
	}
	if (e->field && *e->field) {
		text_append_display(out, e->field);
		/* A thing that has no value of its own is only named. */
		if (!*e->old_text && !*e->new_text) {
			g_string_append_c(out, '\n');
			return;
		}
		g_string_append(out, ": ");
		append_value(out, e->old_text);
		g_string_append(out, " → ");
	}
	append_value(out, e->new_text);
	g_string_append_c(out, '\n');
}

bool
log_run(struct cli *cli, GError **error)
{
	struct session *session = NULL;
	struct log *log = NULL;
	int64_t change = -1;
	bool ok;

	if (!open_session(cli, false, &session, error))
		return false;
	ok = session_log(session, cli->n_words > 0 ? cli->words[0] : NULL, &log, error);
	for (guint i = 0; ok && i < log->entries->len; i++) {
		const struct log_entry *e =
		    &g_array_index(log->entries, struct log_entry, i);

		if (e->change != change)
			append_heading(cli->out, e, session_zone(session));
		change = e->change;
		append_entry(cli->out, e);
	}
	if (ok && log->entries->len == 0)
		g_string_append(cli->out, "Ingenting är ändrat ännu.\n");
	if (log)
		log_free(log);
	session_free(session);
	return ok;
}
