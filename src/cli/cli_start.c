/*
 * cli_start.c - the terminal UI from the command line.
 */
#include "cli/cli_start.h"

#include <string.h>
#include <unistd.h>

#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "tui/app.h"

bool
start_on_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool
start_screen(struct cli *cli, struct session *session, GError **error)
{
	struct tui_options options = { .glyphs = GLYPHS_AUTO,
		.no_color = cli->no_colour,
		.read_only = access(session_path(session), W_OK) != 0,
		.demo = cli->command != NULL };
	GError *cause = NULL;

	if (cli->glyphs)
		options.glyphs = strcmp(cli->glyphs, "ascii") == 0  ? GLYPHS_ASCII
		                 : strcmp(cli->glyphs, "full") == 0 ? GLYPHS_FULL
		                                                    : GLYPHS_WGL4;
	cli->status = tui_run(session, &options, &cause);
	if (!cause)
		return true;
	g_propagate_error(error, cause);
	return false;
}

/* The default database is made the first time the program is opened. */
static bool
open_or_make(struct cli *cli, struct session **ret, GError **error)
{
	g_autofree char *path = open_path(cli);
	struct session_options options = open_options(cli, path, true);

	if (!open_is_default(cli) || g_file_test(path, G_FILE_TEST_EXISTS) ||
	    g_file_test(path, G_FILE_TEST_IS_SYMLINK))
		/* A file that may only be read is shown, and says so on the screen. */
		return open_session(cli, access(path, W_OK) == 0, ret, error);
	options.programme = NULL;
	return open_make_folder(path, error) &&
	       session_create(&options, cli->programme ? cli->programme : START_CODE,
	           START_NAME, ret, error);
}

bool
start_run(struct cli *cli, GError **error)
{
	struct session *session = NULL;
	bool ok;

	if (!start_on_terminal())
		return cli_usage(error, "Skärmen behöver en terminal. Skriv \"sparplan "
		                        "oversikt\" för en utskrift "
		                        "eller \"sparplan --help\" för kommandona.");
	if (!open_or_make(cli, &session, error))
		return false;
	ok = start_screen(cli, session, error);
	session_free(session);
	return ok;
}
