/*
 * cli_export.c - export: everything of one kind as CSV.
 */
#include "cli/cli_open.h"
#include "cli/cli_table.h"

static struct {
	char *format, *path;
	gboolean overwrite;
} given;

const GOptionEntry export_options[] = { { "format", 0, 0, G_OPTION_ARG_FILENAME,
	                                    &given.format, "csv", "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

static bool
check_format(GError **error)
{
	static const char *const formats[] = { "csv", NULL };
	static const char *const later[] = { "json", "xlsx", NULL };
	int format;

	if (given.format && g_strv_contains(later, given.format))
		return cli_usage(error,
		    "Formatet %s finns inte ännu i denna version. Skriv --format csv.",
		    given.format);
	return open_format(given.format, formats, &format, error);
}

bool
export_run(struct cli *cli, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct session *session = NULL;
	enum exchange_kind kind = EXCHANGE_PLAN;
	bool ok;

	if (!open_kind(cli->words[0], &kind, error) || !check_format(error) ||
	    !open_session(cli, false, &session, error))
		return false;
	ok = session_export(session, kind, text, error) &&
	     open_write(cli, text, given.path, given.overwrite, error);
	session_free(session);
	return ok;
}
