/*
 * cli_programme.c - program: the programmes of a database, and another one.
 */
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/json_write.h"

static struct {
	char *format;
} given;

const GOptionEntry programme_options[] = { { "format", 0, 0, G_OPTION_ARG_FILENAME,
	                                       &given.format, "text eller json",
	                                       "FORMAT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

#define CODE_WIDTH  12
#define COUNT_WIDTH 8

static void
append_row(GString *out, const char *code, const char *count, const char *name)
{
	g_autofree char *safe_code = text_display(code);
	g_autofree char *safe_name = text_display(name);

	text_cell(out, safe_code, MAX(CODE_WIDTH, text_width(safe_code)), -1, "…");
	text_cell(out, count, COUNT_WIDTH, 1, "…");
	g_string_append_printf(out, "  %s", safe_name);
}

static void
write_text(const GArray *rows, GString *out)
{
	append_row(out, "PROGRAM", "ÅTGÄRDER", "NAMN");
	g_string_append_c(out, '\n');
	for (guint i = 0; i < rows->len; i++) {
		const struct programme_row *row =
		    &g_array_index(rows, struct programme_row, i);
		g_autofree char *count = g_strdup_printf("%d", row->actions);

		append_row(out, row->code, count, row->name);
		g_string_append(
		    out, row->current && rows->len > 1 ? " (används)\n" : "\n");
	}
}

static void
write_json(const GArray *rows, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_name(json, "program");
	json_begin_array(json);
	for (guint i = 0; i < rows->len; i++) {
		const struct programme_row *row =
		    &g_array_index(rows, struct programme_row, i);

		json_begin_object(json);
		json_text(json, "kod", row->code);
		json_text(json, "namn", row->name);
		json_int(json, "atgarder", row->actions);
		json_bool(json, "anvands", row->current);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

static void
append_made(GString *out, const char *code)
{
	g_autofree char *safe = text_display(code);

	g_string_append_printf(
	    out, "Programmet %s är skapat. Välj det med --program %s.\n", safe, safe);
}

static bool
show(struct session *session, int format, GString *out, GError **error)
{
	GArray *rows = NULL;

	if (!session_programmes(session, &rows, error))
		return false;
	if (format == 0)
		write_text(rows, out);
	else
		write_json(rows, out);
	g_array_unref(rows);
	return true;
}

bool
programme_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "json", NULL };
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool make = cli->n_words > 0, ok;
	int format;

	if (cli->n_words == 1)
		return cli_usage(error,
		    "Programmets namn saknas. Skriv \"sparplan program %s NAMN\".",
		    cli->words[0]);
	if (!open_format(given.format, formats, &format, error) ||
	    !open_session(cli, make, &session, error))
		return false;
	if (make) {
		ok = session_add_programme(
		    session, cli->words[0], cli->words[1], &saved, error);
		cli->saved = ok;
		if (ok)
			append_made(cli->out, cli->words[0]);
	} else
		ok = show(session, format, cli->out, error);
	session_free(session);
	return ok;
}
