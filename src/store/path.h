/*
 * path.h - database files on disk: looked at before they are opened, made whole or not at
 * all.
 */
#ifndef STORE_PATH_H
#define STORE_PATH_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

struct path_check {
	char *real;       /* the folder resolved, the last part not followed */
	bool writable;    /* file and folder */
	bool hot_journal; /* a journal with content stands beside it */
	bool wal;         /* someone switched it to WAL */
};

/*
 * Is `path` a plain file that says it is a sparplan database?  Links, folders, FIFOs,
 * empty and foreign files are refused, and a planted super-journal (which would make
 * SQLite delete a file of its choice).  Errors: SPARPLAN_ERROR_FILE.
 */
bool path_check_database(const char *path, struct path_check *ret, GError **error);
void path_check_clear(struct path_check *check);

/* Do both paths lead to one file, links followed?  False when either is not there. */
bool path_same_file(const char *a, const char *b);

/* A temporary file beside a target that is to appear whole. */
struct path_temp {
	char *name; /* NULL once finished or cleared */
	char *folder;
};
/* Errors: FILE. */
bool path_temp_make(
    const char *target, mode_t mode, struct path_temp *ret, GError **error);
/* fsync, then link (or, to replace, rename) to `target`, then fsync the folder. */
bool path_temp_finish(
    struct path_temp *temp, const char *target, bool overwrite, GError **error);
/* Removes the temporary when it is still there. */
void path_temp_clear(struct path_temp *temp);

#endif
