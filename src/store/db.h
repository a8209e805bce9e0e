/*
 * db.h - the database file: found safe, opened, created, migrated, copied.
 *
 * Everything trust.md's findings ask for stands here: a file is looked at before SQLite
 * may touch it, journal TRUNCATE with synchronous FULL, defensive settings, the schema
 * compared with ours.  Only src/store sees <sqlite3.h>.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

#define DB_APPLICATION_ID 0x53504c4e /* "SPLN" */
#define DB_BUSY_MS        10000

/*
 * Open an existing file.  A writer migrates an older one (after a copy beside it); a
 * reader without write permission opens it read-only, and *ret_read_only says so. Errors:
 * SPARPLAN_ERROR_FILE in a sentence with the remedy, SPARPLAN_ERROR_BUSY.
 */
bool db_open(
    const char *path, bool write, sqlite3 **ret, bool *ret_read_only, GError **error);

/* Make a new file, whole or not at all, mode 0660.  Errors: FILE when it exists. */
bool db_create(const char *path, GError **error);

/* A consistent copy, written beside `path` and then renamed or linked to it. */
bool db_backup(sqlite3 *db, const char *path, bool overwrite, GError **error);

/* What is asked, about every tenth of a second, while another process keeps the file
 * locked; false gives up.  `func` NULL: the wait only lasts DB_BUSY_MS. */
struct db_wait {
	bool (*func)(void *user, int waited_ms);
	void *user;
	gint64 start_us;
};
/* `wait` is borrowed for as long as the connection lives. */
void db_set_wait(sqlite3 *db, struct db_wait *wait);

/* An SQLite failure as GError: BUSY and FULL and READONLY in their own sentences. */
void db_set_error(sqlite3 *db, int rc, GError **error);
/* SQLite's own words behind the message of the latest of them, whatever was put before
 * it; NULL when the message is another.  Until the next failure. */
const char *db_answer_behind(const char *message);

/* One thread and no memory statistics: no mutex around every allocation and column. To be
 * called before the first connection; again does nothing. */
void db_configure_library(void);

/* Statements without parameters or rows; one integer from a query without parameters. */
bool db_exec(sqlite3 *db, const char *sql, GError **error);
bool db_query_int(sqlite3 *db, const char *sql, int64_t *ret, GError **error);

#endif
