/*
 * file_reason.h - why the system would not open, read or write a file, in Swedish.
 */
#ifndef EXCHANGE_FILE_REASON_H
#define EXCHANGE_FILE_REASON_H

#include <glib.h>
#include <stdbool.h>

/* What errno `code` means and what to do, after "Filen "X" kan inte läsas: ": a clause
 * without a full stop; g_free. */
char *file_reason(int code);

/*
 * Set SPARPLAN_ERROR_FILE: `Filen "PATH" WHAT: reason.`  WHAT is "kan inte läsas" and the
 * like; the path is made safe to show.  Always false, so that callers can return it.
 */
bool file_fail(GError **error, const char *path, const char *what, int code);

#endif
