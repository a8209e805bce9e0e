/*
 * sheet_format.h - what a number format makes of a number: a date, a share, or itself.
 *
 * Source  ECMA-376 part 1, 18.8.30 (built-in ids and the codes of one's own).
 */
#ifndef EXCHANGE_SHEET_FORMAT_H
#define EXCHANGE_SHEET_FORMAT_H

#include <glib.h>
#include <stdbool.h>

enum sheet_format {
	FORMAT_NUMBER,
	FORMAT_YEAR, /* a date that shows its year only */
	FORMAT_MONTH,
	FORMAT_DAY,
	FORMAT_TIME,   /* of the day, or elapsed: no date */
	FORMAT_SHARE,  /* shows a hundred times the number, and % */
	FORMAT_SCALED, /* shows thousands or millions of it */
	FORMAT__N
};

/* Of a built-in id; codes of one's own begin at 164. */
enum sheet_format sheet_format_of_id(int id);
enum sheet_format sheet_format_of_code(const char *code);

/* The day of a serial number, as precise as the format (YEAR, MONTH or DAY) shows, or
 * false when it is not within 1900-2199. */
bool sheet_format_date(
    int64_t serial, bool from_1904, enum sheet_format format, GString *out);

#endif
