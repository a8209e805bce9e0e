/*
 * main.c - the program's entry: descriptors, locale and signals, then the command line.
 */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "cli/cli.h"

/* Started with a standard descriptor closed, the next file opened would take its number
 * and get our text.  Read-only, so that writing there is still an error. */
static void
fill_standard_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDONLY) == -1)
			_exit(4);
}

int
main(int argc, char **argv)
{
	fill_standard_descriptors();
	/* Only the character set comes from outside: numbers and messages are our own. */
	(void)setlocale(LC_CTYPE, "");
	/* A reader that has gone away is an error with a sentence, not a silent death. */
	(void)signal(SIGPIPE, SIG_IGN);
	return cli_main(argc, argv);
}
