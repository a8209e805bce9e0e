/*
 * rejects.h - every refused cell of an import: file, row, column, what is wrong, what to
 * do.
 *
 * All are counted and the first REJECTS_KEPT kept.  Printed one a line as
 * `sparplan: FIL:RAD: kolumn "NAMN": text`, sanitised, and a last line with the count.
 */
#ifndef EXCHANGE_REJECTS_H
#define EXCHANGE_REJECTS_H

#include <glib.h>

#define REJECTS_KEPT 50

struct reject {
	char *file;
	int line; /* physical line of the file where the row starts, 1-based; 0: the file
	           */
	char *column; /* as it stands in the file's header; NULL: the row or the file */
	char *text;   /* Swedish, no full stop needed */
};

struct rejects;
struct rejects *rejects_new(void);
void rejects_free(struct rejects *rejects);

/* printf-formatted text. */
void rejects_add(struct rejects *rejects, const char *file, int line, const char *column,
    const char *format, ...) G_GNUC_PRINTF(5, 6);
int rejects_count(const struct rejects *rejects);
/* The kept ones, in order; borrowed GPtrArray of struct reject *. */
const GPtrArray *rejects_kept(const struct rejects *rejects);
/* All kept ones as printed, each line ended; the last line counts when some were not
 * kept. */
void rejects_print(const struct rejects *rejects, GString *out);

#endif
