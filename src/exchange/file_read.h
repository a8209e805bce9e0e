/*
 * file_read.h - rows from a file of any format we read, told by its content and never by
 * its name.
 */
#ifndef EXCHANGE_FILE_READ_H
#define EXCHANGE_FILE_READ_H

#include "exchange/csv_read.h"

/*
 * As csv_read_source, and false with *error too when the file cannot be opened
 * (SPARPLAN_ERROR_FILE).  What is not a regular file is a reject with line 0, and leaves
 * `stats` alone.
 */
bool file_read(const char *path, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error);

#endif
