/*
 * json_read.h - the rows of a kind from JSON as json_rows writes it.
 *
 * Shape   {"slag": "plan", "rader": [{"id": "A-1", "2020_kr": 12.5, …}, …]}; "slag" may
 * be missing.  A key is a column's name as in the header of a CSV file; one that a row
 * lacks is blank there.  Numbers are read from their digits; true and false are ja and
 * nej. Trust   anything; JSON_READ_MAX bytes at most, because the whole is parsed at
 * once.
 */
#ifndef EXCHANGE_JSON_READ_H
#define EXCHANGE_JSON_READ_H

#include "exchange/row_reader.h"
#include "exchange/source.h"

#define JSON_READ_MAX ((int64_t)32 * 1024 * 1024)

/* Does the source begin as JSON does ('{' or '[', after a BOM and blanks)?  No CSV header
 * that we know does.  Errors: FILE. */
bool json_is(struct source *source, bool *ret, GError **error);

/* Hand over every row; its line is its number in "rader".  What is refused is rejects.
 * False with reader->error. */
bool json_read(struct row_reader *reader, struct source *source);

#endif
