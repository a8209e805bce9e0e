/*
 * db_public.h - the views v_public_*, which are in a file when somebody has asked for
 * them.  The program never reads them.
 */
#ifndef STORE_DB_PUBLIC_H
#define STORE_DB_PUBLIC_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

/* Is a stored statement one of them?  In a file of the latest version it must be ours to
 * the letter; an older one's are made anew when it is upgraded. */
bool db_public_is(const char *sql, bool latest);

/* How many there are. */
bool db_public_count(sqlite3 *db, int64_t *ret, GError **error);

/* Make them anew (`there`), or take them away, in a transaction.  Errors: as a write. */
bool db_public_set(sqlite3 *db, bool there, GError **error);

#endif
