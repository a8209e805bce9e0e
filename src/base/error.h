/*
 * error.h - the few error codes of the program, and what each means to a shell.
 *
 * A message is a Swedish sentence: what is wrong first, then what to do.  Callers may
 * act on CONFLICT, BUSY, NOT_FOUND and INPUT; every other code is only shown.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <glib.h>

#define SPARPLAN_ERROR (sparplan_error_quark())

enum sparplan_error {
	SPARPLAN_ERROR_USAGE,     /* the command line is wrong: exit 2 */
	SPARPLAN_ERROR_INPUT,     /* a value or a file's content is refused: exit 3 */
	SPARPLAN_ERROR_NOT_FOUND, /* no such action, unit, programme: exit 3 */
	SPARPLAN_ERROR_RANGE,     /* an amount or a sum leaves its range: exit 3 */
	SPARPLAN_ERROR_FILE,      /* the database or a file cannot be used: exit 4 */
	SPARPLAN_ERROR_BUSY,      /* another process holds the lock: exit 4 */
	SPARPLAN_ERROR_CONFLICT,  /* someone else changed it first: exit 5 */
	SPARPLAN_ERROR_EXISTS     /* a known ref with another amount: exit 3 */
};

GQuark sparplan_error_quark(void);

/* The exit status (product.md section 5) of an error of this domain; 4 for any other
 * error and 0 for NULL. */
int error_exit_status(const GError *error);

#endif
