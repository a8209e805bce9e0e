/*
 * cli_export.c - export: everything of one kind, as CSV, JSON or XLSX.
 */
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/row_write.h"

static struct {
	char *format, *path;
	gboolean overwrite;
} given;

const GOptionEntry export_options[] = { { "format", 0, 0, G_OPTION_ARG_FILENAME,
	                                    &given.format, "csv, json eller xlsx",
	                                    "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

/* One row per format, in the order of the names. */
static const char *const format_names[] = { "csv", "json", "xlsx", NULL };
static const struct {
	row_writer_func make;
	bool binary; /* refused to a terminal */
} formats[] = { { csv_rows, false }, { json_rows, false }, { xlsx_rows, true } };

bool
export_run(struct cli *cli, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct session *session = NULL;
	struct row_writer writer = { NULL, NULL };
	enum exchange_kind kind = EXCHANGE_PLAN;
	int format = 0;
	bool ok;

	if (!open_kind(cli->words[0], &kind, error) ||
	    !open_format(given.format, format_names, &format, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	cli->binary = formats[format].binary;
	ok = formats[format].make(kind, text, &writer, error) &&
	     session_export(session, kind, &writer, error) &&
	     open_write(cli, text, given.path, given.overwrite, error);
	row_writer_clear(&writer);
	session_free(session);
	return ok;
}
