/*
 * cli_init.c - init and demo: a new database, empty or with the bundled example.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_start.h"
#include "cli/cli_table.h"
#include "reports/book/book.h"

#define EXAMPLE_CODE "VB2020"
#define EXAMPLE_NAME "Omställning för en hållbar ekonomi 2020–2022"

static struct {
	gboolean example;
} given;

const GOptionEntry init_options[] = {
	{ "exempel", 0, 0, G_OPTION_ARG_NONE, &given.example,
	    "läs in exemplet: Region Västerbottens plan från 2019 och fyra dokument från "
	    "andra regioner",
	    NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* ---- init -------------------------------------------------------------------------- */

static void
append_made(const struct cli *cli, const char *path, const char *code, const char *name)
{
	g_autofree char *safe = text_display(path);
	g_autofree char *safe_code = text_display(code);
	g_autofree char *program = open_program(cli);

	g_string_append_printf(cli->out,
	    "Databasen %s är skapad med programmet %s, %s.\n", safe, safe_code, name);
	if (given.example)
		g_string_append_printf(cli->out,
		    "Exemplet är inläst, och fyra program till: \"%s program\" visar "
		    "dem. "
		    "Öppna planen med \"%s\" eller skriv \"%s oversikt\".\n",
		    program, program, program);
	else
		g_string_append_printf(cli->out,
		    "Nästa steg: läs in en plan med \"%s import plan FIL.csv\", eller "
		    "öppna "
		    "programmet med \"%s\".\n",
		    program, program);
}

bool
init_run(struct cli *cli, GError **error)
{
	g_autofree char *path = open_path(cli);
	struct session_options options = open_options(cli, path, true);
	const char *code = given.example ? EXAMPLE_CODE : START_CODE;
	const char *name = given.example ? EXAMPLE_NAME : START_NAME;
	struct session *session = NULL;
	bool ok;

	/* --program names the new programme; there is none to choose yet. */
	code = cli->programme ? cli->programme : code;
	options.programme = NULL;
	if (open_is_default(cli) && !open_make_folder(path, error))
		return false;
	if (!session_create(&options, code, name, &session, error))
		return false;
	ok = !given.example || session_load_example(session, false, error);
	session_free(session);
	if (!ok) {
		/* We made the file a moment ago: half an example is worth nothing. */
		(void)unlink(path);
		return false;
	}
	cli->saved = true;
	append_made(cli, path, code, name);
	return true;
}

/* ---- demo -------------------------------------------------------------------------- */

/* What to remove, also from a signal handler; empty when there is nothing. */
static struct {
	char folder[512], file[600], journal[640];
} temporary;

static void
remove_temporary(void)
{
	if (temporary.folder[0] == '\0')
		return;
	(void)unlink(temporary.journal);
	(void)unlink(temporary.file);
	(void)rmdir(temporary.folder);
	temporary.folder[0] = '\0';
}

/* Remove and die of the signal, as the one who sent it expects. */
static void
on_signal(int number)
{
	remove_temporary();
	(void)signal(number, SIG_DFL);
	(void)raise(number);
}

static bool
make_temporary(GError **error)
{
	static const int deadly[] = { SIGHUP, SIGINT, SIGTERM, SIGQUIT };
	g_autoptr(GError) cause = NULL;
	g_autofree char *folder = g_dir_make_tmp("sparplan-XXXXXX", &cause);

	if (!folder || strlen(folder) >= sizeof(temporary.folder)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Ingen tillfällig mapp kan skapas (%s). Ange en annan mapp i TMPDIR.",
		    cause ? cause->message : "namnet är för långt");
		return false;
	}
	(void)g_snprintf(temporary.file, sizeof(temporary.file), "%s/demo.db", folder);
	(void)g_snprintf(
	    temporary.journal, sizeof(temporary.journal), "%s-journal", temporary.file);
	(void)g_strlcpy(temporary.folder, folder, sizeof(temporary.folder));
	(void)atexit(remove_temporary);
	for (size_t i = 0; i < G_N_ELEMENTS(deadly); i++) {
		struct sigaction action;

		memset(&action, 0, sizeof(action));
		action.sa_handler = on_signal;
		(void)sigaction(deadly[i], &action, NULL);
	}
	return true;
}

static bool
print_overview(struct cli *cli, struct session *session, GError **error)
{
	struct overview *overview = NULL;
	struct view view = { 0 };
	g_autofree char *at = NULL, *as_of = NULL;
	struct book_head head = { .digest = "" };
	struct doc *doc;
	bool ok;

	if (!session_overview(session, &view, &overview, error))
		return false;
	at = instant_text(overview->at_ms, session_zone(session));
	as_of =
	    g_strdup_printf("%s (ändring %" G_GINT64_FORMAT ")", at, overview->change);
	head.as_of = as_of;
	doc = book_overview(overview, &head);
	ok = open_render(doc, "text", cli->out, error);
	doc_free(doc);
	overview_free(overview);
	return ok;
}

bool
demo_run(struct cli *cli, GError **error)
{
	struct session *session = NULL;
	struct session_options options;
	bool ok;

	if (!make_temporary(error))
		return false;
	options = open_options(cli, temporary.file, true);
	options.programme = NULL;
	ok = session_create(&options, EXAMPLE_CODE, EXAMPLE_NAME, &session, error) &&
	     session_load_example(session, true, error);
	if (ok && start_on_terminal())
		ok = start_screen(cli, session, error);
	else if (ok)
		ok = print_overview(cli, session, error);
	if (session)
		session_free(session);
	remove_temporary();
	return ok;
}
