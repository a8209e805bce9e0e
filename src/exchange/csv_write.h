/*
 * csv_write.h - CSV for Swedish Excel: BOM, ';', CRLF, decimal comma, quotes where
 * needed.
 *
 * A text cell that Excel would run as a formula gets a leading "'" (a real leading "'" is
 * doubled); csv_read takes it off again.  Numbers are never guarded.
 */
#ifndef EXCHANGE_CSV_WRITE_H
#define EXCHANGE_CSV_WRITE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "money/amount.h"

struct csv_writer {
	GString *out; /* borrowed; grows */
	bool row_started;
};

/* Begins with the BOM. */
void csv_writer_init(struct csv_writer *writer, GString *out);
void csv_text(
    struct csv_writer *writer, const char *text); /* guarded, quoted if needed */
void csv_plain(
    struct csv_writer *writer, const char *text); /* our own words and numbers */
void csv_amount(struct csv_writer *writer, struct amount amount); /* kr, two decimals */
/* a number in hundredths, with no more decimals than it needs */
void csv_measure(struct csv_writer *writer, struct amount hundredths);
void csv_int(struct csv_writer *writer, int64_t number);
void csv_end_row(struct csv_writer *writer);

/* The guard alone, for other writers: does Excel run this text?  (=, +, -, @, tab, CR,
 * LF, also after quotes, blanks, zero-width and full-width forms.) */
bool csv_is_formula(const char *text);
/* Take the guard off in place of a copy: a pointer into `text`.  Only what the guard puts
 * there is taken: a "'" before a formula or before another "'". */
const char *csv_unguard(const char *text);

#endif
