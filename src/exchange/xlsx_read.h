/*
 * xlsx_read.h - a workbook as a source of the same rows as csv_read.h.
 *
 * Sheet   the one with a row that has the kind's demanded columns, within its first 200
 *         rows; two such sheets are refused by name.  What stands above that row is a
 *         title and skipped.
 * Cells   what Excel shows: a number as its decimals without a binary fraction's noise
 *         (stored_number.h), a day as precise as its format, a formula as the value kept
 *         for it; ja and nej for true and false.  What it cannot take to the letter is
 *         refused: an error, a share, a number shown in thousands.
 * Rows    hidden ones are read and counted; those without content, or that the file
 * skips, are counted as empty. Rejects name the cell: Blad1!D14.
 */
#ifndef EXCHANGE_XLSX_READ_H
#define EXCHANGE_XLSX_READ_H

#include "exchange/csv_read.h"

/* Does the content begin as a workbook does? */
bool xlsx_is(const char *data, size_t size);

/* As csv_read_source.  Errors too: FILE when the program's part for it is missing. */
bool xlsx_read_source(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error);

#endif
