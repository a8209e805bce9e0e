/*
 * term_type.c - terminfo; apart, because <term.h> has a struct term of its own and makes
 * macros of everyday words.
 */
#include "tui/term_type.h"

#include <curses.h>
#include <glib.h>
#include <term.h>
#include <unistd.h>

int
term_type_colours(const char *type)
{
	int error;

	if (setupterm(type, STDOUT_FILENO, &error) == ERR)
		return -1;
	return MAX(tigetnum("colors"), 0);
}
