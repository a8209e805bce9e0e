/*
 * cli.c - one run of the program: parse, run, print, and say how it went.
 */
#include "cli/cli.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "cli/cli_help.h"
#include "cli/cli_table.h"
#include "cli/cli_words.h"
#include "config.h"
#include "exchange/outfile.h"

bool
cli_usage(GError **error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_propagate_error(error,
	    g_error_new_valist(SPARPLAN_ERROR, SPARPLAN_ERROR_USAGE, format, args));
	va_end(args);
	return false;
}

bool
cli_unknown(GError **error, const char *what, const char *word, const char *const *known)
{
	bool text = g_utf8_validate(word, -1, NULL);
	/* Of a short word anything is near: the list says more. */
	const char *near =
	    text && g_utf8_strlen(word, -1) > 3 ? text_nearest(word, known) : NULL;
	g_autofree char *all = NULL;

	if (near)
		return cli_usage(
		    error, "%s finns inte: \"%s\". Menade du \"%s\"?", what, word, near);
	all = g_strjoinv(", ", (char **)(gpointer)(uintptr_t)known);
	return cli_usage(
	    error, "%s finns inte: \"%s\". Välj bland: %s.", what, word, all);
}

bool
cli_usage_from(GError **error, GError *cause, const char *prefix)
{
	bool ended = g_str_has_suffix(cause->message, ".");

	cli_usage(error, "%s: %s%s", prefix, cause->message, ended ? "" : ".");
	g_error_free(cause);
	return false;
}

void
cli_complain(const char *text)
{
	g_autofree char *safe = text_display(text);
	size_t length = strlen(safe);
	/* What lower layers say of a single value is a clause. */
	bool ended = length > 0 && strchr(".?!", safe[length - 1]);

	(void)fprintf(stderr, "sparplan: %s%s\n", safe, ended ? "" : ".");
}

/* Everything a command printed goes out here, so that a full disk or a closed pipe is
 * always noticed. */
static bool
print_out(const struct cli *cli, GError **error)
{
	if (cli->out->len == 0 ||
	    outfile_write(NULL, cli->out->str, cli->out->len, false, cli->binary, error))
		return true;
	if (cli->saved)
		g_prefix_error(
		    error, "Ändringen är sparad, men svaret kunde inte skrivas ut. ");
	return false;
}

static bool
run(struct cli *cli, int argc, char **argv, GError **error)
{
	struct words words = { false, false };

	if (!words_parse(cli, argc, argv, &words, error))
		return false;
	if (words.help)
		help_append(cli->out, cli->command);
	else if (words.version)
		g_string_append(cli->out, "sparplan " PACKAGE_VERSION "\n");
	else if (!cli->command)
		return start_run(cli, error);
	else
		return words_check_count(cli, error) && cli->command->run(cli, error);
	return true;
}

int
cli_main(int argc, char **argv)
{
	struct cli cli = { .out = g_string_new(NULL) };
	g_autoptr(GError) error = NULL, print_error = NULL;

	if (!run(&cli, argc, argv, &error))
		cli.status = error_exit_status(error);
	/* What was found before an error is still worth reading. */
	if (!print_out(&cli, &print_error)) {
		cli_complain(print_error->message);
		cli.status = 4;
	}
	if (error)
		cli_complain(error->message);
	g_string_free(cli.out, TRUE);
	return cli.status;
}
