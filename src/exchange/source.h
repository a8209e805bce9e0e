/*
 * source.h - the bytes of one input file, from disk or memory, in blocks, more than once.
 */
#ifndef EXCHANGE_SOURCE_H
#define EXCHANGE_SOURCE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "exchange/rejects.h"

#define SOURCE_BLOCK (128 * 1024)
#define SOURCE_MAX   (INT64_C(2) * 1024 * 1024 * 1024)

struct source {
	const char *name; /* for rejects; borrowed */
	const char *data; /* the whole, or NULL for a file */
	int fd;           /* -1 for memory */
	struct stat stat; /* as it was when opened */
	int64_t size;
	char *block; /* what source_read hands out of a file */
};

void source_memory(
    struct source *source, const char *data, size_t size, const char *name);

/*
 * Open a regular file of at most SOURCE_MAX bytes.  What is no regular file, or too
 * large, is a reject with line 0 and *ret_refused; what cannot be opened is an error.
 * On success, refused or not, source_close must be called.
 */
bool source_open(struct source *source, const char *path, struct rejects *rejects,
    bool *ret_refused, GError **error);
void source_close(struct source *source);

/*
 * Up to SOURCE_BLOCK bytes from `offset`, borrowed until the next call; none at the end.
 * Errors: SPARPLAN_ERROR_FILE, also when the file is shorter than when it was opened.
 */
bool source_read(struct source *source, int64_t offset, const char **ret_data,
    size_t *ret_size, GError **error);

/* False, with SPARPLAN_ERROR_FILE, when the file is no longer as it was when opened. */
bool source_check(const struct source *source, GError **error);
/* The error that source_check gives. */
bool source_fail_changed(const struct source *source, GError **error);

#endif
