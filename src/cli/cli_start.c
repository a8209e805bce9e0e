/*
 * cli_start.c - the terminal UI from the command line.
 */
#include "cli/cli_start.h"

#include <string.h>
#include <unistd.h>

#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "tui/app.h"
#include "tui/keys.h"
#include "tui/memory.h"
#include "tui/terminal_test.h"

bool
start_on_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* The signs asked for, else those chosen before, else what the terminal can show. */
static enum glyphs
glyphs_of(const struct cli *cli, const struct memory *memory)
{
	if (!cli->glyphs)
		return memory->glyphs;
	return strcmp(cli->glyphs, "ascii") == 0  ? GLYPHS_ASCII
	       : strcmp(cli->glyphs, "full") == 0 ? GLYPHS_FULL
	                                          : GLYPHS_WGL4;
}

/* The programme last shown, unless one is asked for or this is a try. */
static void
resume_programme(const struct cli *cli, struct session *session,
    const struct memory *memory, GString *notice)
{
	const char *code;

	if (cli->programme || cli->command)
		return;
	code = memory_programme(memory, session_path(session));
	if (!code || strcmp(code, session_programme(session)->code) == 0 ||
	    session_choose(session, code, NULL))
		return;
	if (notice->len > 0)
		g_string_append_c(notice, ' ');
	g_string_append_printf(notice,
	    "Programmet %s som visades sist finns inte längre: nu visas %s.", code,
	    session_programme(session)->code);
}

/* What the person's own files say; what is wrong in them is one line of `notice`. */
static struct memory *
read_own_files(GString *notice)
{
	g_autofree char *state = memory_path(), *keys = keys_path(), *problem = NULL;
	g_autoptr(GPtrArray) problems = keys_load(keys);
	struct memory *memory = memory_new(state, &problem);

	if (problems)
		g_string_append(notice, g_ptr_array_index(problems, 0));
	if (problems && problems->len > 1)
		g_string_append_printf(notice,
		    " Det är %u fel till i filen: sparplan tangenter visar dem.",
		    problems->len - 1);
	if (problem)
		g_string_append_printf(
		    notice, "%s%s", notice->len > 0 ? " " : "", problem);
	return memory;
}

bool
start_screen(struct cli *cli, struct session *session, GError **error)
{
	g_autoptr(GString) notice = g_string_new(NULL);
	struct memory *memory = read_own_files(notice);
	struct tui_options options = { .glyphs = glyphs_of(cli, memory),
		.memory = memory,
		.no_color = cli->no_colour,
		.spoken = cli->spoken || g_strcmp0(g_getenv("SPARPLAN_LINJAR"), "1") == 0,
		.mouse = cli->mouse,
		.read_only = access(session_path(session), W_OK) != 0,
		.demo = cli->command != NULL };
	GError *cause = NULL;

	resume_programme(cli, session, memory, notice);
	options.notice = notice->len > 0 ? notice->str : NULL;
	cli->status = tui_run(session, &options, &cause);
	memory_free(memory);
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

bool
terminal_run(struct cli *cli, GError **error)
{
	(void)error;
	terminal_test_run(cli->out);
	return true;
}
