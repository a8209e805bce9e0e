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
	char *cell;   /* in a workbook: "Blad1!D14", "Blad1!14"; else NULL */
	char *column; /* as it stands in the file's header; NULL: the row or the file */
	char *text;   /* Swedish, no full stop needed */
};

struct rejects;
struct rejects *rejects_new(void);
/* The rows of `file` are from now on those of a workbook's sheet, whose columns have
 * these names (NULL or "" for none; all are copied): rejects name the cell. */
void rejects_sheet(struct rejects *rejects, const char *file, const char *sheet,
    const char *const *columns, int n);
void rejects_free(struct rejects *rejects);

/* printf-formatted text. */
void rejects_add(struct rejects *rejects, const char *file, int line, const char *column,
    const char *format, ...) G_GNUC_PRINTF(5, 6);
int rejects_count(const struct rejects *rejects);
/* Take back those of the row that was refused last, when it is this one. */
void rejects_forget(struct rejects *rejects, const char *file, int line);
/* The kept ones, in order; borrowed GPtrArray of struct reject *. */
const GPtrArray *rejects_kept(const struct rejects *rejects);
/* One of them for a screen that says which file it is: `Mall!E2: kolumn "NAMN": text`,
 * `rad 2: …`, or with the file's own name when it is of no row; sanitised; g_free. */
char *reject_text(const struct reject *reject);
/* All kept ones as printed, each line ended; the last line counts when some were not
 * kept. */
void rejects_print(const struct rejects *rejects, GString *out);

#endif
