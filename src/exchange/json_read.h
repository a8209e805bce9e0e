/*
 * json_read.h - the rows of a kind from JSON as json_rows writes it.
 *
 * Shape   {"slag": "plan", "rader": [{"id": "A-1", "2020_kr": 12.5, …}, …]}; "slag" may
 * be missing.  A key is a column's name as in the header of a CSV file; one that a row
 * lacks is blank there.  Numbers are read from their digits; true and false are ja and
 * nej.
 *
 * Trust   anything; JSON_READ_MAX bytes at most, because the text is held in memory.
 */
#ifndef EXCHANGE_JSON_READ_H
#define EXCHANGE_JSON_READ_H

#include "exchange/csv_read.h"

#define JSON_READ_MAX ((int64_t)32 * 1024 * 1024)

/* Does the content begin as JSON does: '{' or '[', after a BOM and blanks?  No header of
 * CSV that we know does. */
bool json_is(const char *data, size_t size);

/* As csv_read_source; a row's line is its number in "rader".  Errors too: FILE when the
 * library is missing. */
bool json_read_source(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error);

#endif
