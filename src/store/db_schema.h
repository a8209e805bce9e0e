/*
 * db_schema.h - the schema of a file: made by the numbered files, compared with them.
 */
#ifndef STORE_DB_SCHEMA_H
#define STORE_DB_SCHEMA_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

/* SHA-256 over the schema's text, whatever its order and without the views for other
 * programs: of `db`, a file of that version, and of the first n schema files made in
 * memory.  g_free. */
char *db_fingerprint(sqlite3 *db, int version, GError **error);
char *db_fingerprint_of(int versions, GError **error);
int db_latest_version(void);

/* Run the schema files `from` + 1 to `to`, each in a transaction of its own; what another
 * process has run meanwhile is not run again. */
bool db_migrate(sqlite3 *db, int from, int to, GError **error);

/* The schema must be ours: no foreign trigger or view ever runs.  `path` is for the
 * error: FILE. */
bool db_check_schema(sqlite3 *db, int version, const char *path, GError **error);

#endif
