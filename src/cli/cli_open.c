/*
 * cli_open.c - which database, and what of it.
 */
#include "cli/cli_open.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "exchange/file_reason.h"
#include "exchange/json_write.h"
#include "exchange/outfile.h"
#include "exchange/template.h"
#include "reports/backend/backend.h"

static const char *
environment_path(void)
{
	const char *path = g_getenv("SPARPLAN_DB");

	return path && *path ? path : NULL;
}

bool
open_is_default(const struct cli *cli)
{
	return !cli->database && !environment_path();
}

char *
open_path(const struct cli *cli)
{
	const char *data = g_getenv("XDG_DATA_HOME");

	if (cli->database)
		return g_strdup(cli->database);
	if (environment_path())
		return g_strdup(environment_path());
	/* The standard says that a relative path there is to be ignored. */
	if (data && g_path_is_absolute(data))
		return g_build_filename(data, "sparplan", "sparplan.db", NULL);
	return g_build_filename(
	    g_get_home_dir(), ".local", "share", "sparplan", "sparplan.db", NULL);
}

bool
open_make_folder(const char *path, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *reason = NULL;

	if (g_mkdir_with_parents(folder, 0700) == 0)
		return true;
	reason = file_reason(errno);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Mappen \"%s\" kan inte skapas: %s. Eller ange en annan databas med "
	    "--databas.",
	    folder, reason);
	return false;
}

char *
open_program(const struct cli *cli)
{
	g_autofree char *quoted = NULL;

	if (!cli->database)
		return g_strdup("sparplan");
	if (!cli->database[strcspn(cli->database, " \t\n'\"\\$`*?[](){}<>|&;#~!")])
		return g_strconcat("sparplan --databas ", cli->database, NULL);
	quoted = g_shell_quote(cli->database);
	return g_strconcat("sparplan --databas ", quoted, NULL);
}

struct session_options
open_options(const struct cli *cli, const char *path, bool write)
{
	const char *now = g_getenv("SPARPLAN_NOW");
	struct session_options options = { .path = path,
		.who = cli->who,
		.programme = cli->programme,
		.now = now && *now ? now : NULL,
		.write = write };

	return options;
}

bool
open_session(const struct cli *cli, bool write, struct session **ret, GError **error)
{
	g_autofree char *path = open_path(cli);
	struct session_options options = open_options(cli, path, write);

	if (!g_file_test(path, G_FILE_TEST_EXISTS) &&
	    !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
		g_autofree char *program = open_program(cli);

		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Databasen \"%s\" finns inte. Skapa den med \"%s init\".", path,
		    program);
		return false;
	}
	return session_open(&options, ret, error);
}

bool
open_instant(struct session *session, const char *what, const char *text,
    struct instant *ret, GError **error)
{
	GError *cause = NULL;

	return instant_parse(text, session_zone(session), ret, &cause) ||
	       cli_usage_from(error, cause, what);
}

bool
open_view(struct session *session, const char *cutoff, const char *as_of,
    struct asked *ret, GError **error)
{
	GError *cause = NULL;

	ret->view = (struct view){ 0 };
	if (cutoff && !month_parse_strict(cutoff, &ret->view.cutoff, &cause))
		return cli_usage_from(error, cause, "Värdet för --avser");
	if (!as_of)
		return true;
	if (!open_instant(session, "Värdet för --per", as_of, &ret->instant, error))
		return false;
	ret->view.as_of = &ret->instant;
	return true;
}

bool
open_refuse(GError **error, const char *what, GError *cause)
{
	g_set_error(
	    error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, "%s: %s.", what, cause->message);
	g_error_free(cause);
	return false;
}

bool
open_word(const struct word *table, const char *what, const char *text, int otherwise,
    int *ret, GError **error)
{
	GError *cause = NULL;

	*ret = otherwise;
	return !text || word_parse(table, text, ret, &cause) ||
	       open_refuse(error, what, cause);
}

bool
open_write(
    struct cli *cli, GString *text, const char *path, bool overwrite, GError **error)
{
	GString printed;

	if (path && strcmp(path, "-") != 0)
		return outfile_write(
		    path, text->str, text->len, overwrite, cli->binary, error);
	if (cli->out->len > 0) {
		g_string_append_len(cli->out, text->str, (gssize)text->len);
		return true;
	}
	/* nothing is printed yet: the buffers change places, and a long text is not
	 * copied */
	printed = *cli->out;
	*cli->out = *text;
	*text = printed;
	return true;
}

bool
open_render(const struct doc *doc, const char *format, GString *out, GError **error)
{
	struct render_options options = { 0 };

	return backend_find(format)->render(doc, &options, out, error);
}

bool
open_format(const char *given, const char *const *formats, int *ret, GError **error)
{
	for (int i = 0; formats[i]; i++)
		if (!given || strcmp(given, formats[i]) == 0) {
			*ret = i;
			return strcmp(formats[i], "json") != 0 || json_ready(error);
		}
	return cli_unknown(error, "Värdet för --format", given, formats);
}

bool
open_kind(const char *name, enum exchange_kind *ret, GError **error)
{
	const char *known[EXCHANGE_KIND__N + 1] = { NULL };

	if (exchange_kind_find(name, ret))
		return true;
	if (strcmp(name, template_kind.name) == 0)
		return cli_usage(error,
		    "En mall görs med \"sparplan mall\" och läses ifylld in med "
		    "\"sparplan "
		    "import %s\".",
		    exchange_kinds[EXCHANGE_REPORTS].name);
	for (int i = 0; i < EXCHANGE_KIND__N; i++)
		known[i] = exchange_kinds[i].name;
	return cli_unknown(error, "Slaget", name, known);
}
