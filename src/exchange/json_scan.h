/*
 * json_scan.h - is a text JSON of the form that we read, its rows apart, and its numbers
 * as they stand.
 *
 * json-glib makes floating point of numbers, lets the last of two equal keys win, takes
 * more than JSON is, and needs a hundred times the text for "{},{},{}"; so a text is
 * looked through before it is parsed, a row at a time.
 *
 * Trust   anything: no recursion, no memory but a copy of the text and 24 bytes a row.
 */
#ifndef EXCHANGE_JSON_SCAN_H
#define EXCHANGE_JSON_SCAN_H

#include <glib.h>
#include <stdbool.h>

#define JSON_DEPTH    3 /* {"rader": [{ … }]} */
#define JSON_MAX_ROWS 1000000
#define JSON_MAX_KEYS 512

struct json_row {
	gsize start, size; /* in json_scan.rows_text */
	guint keys;        /* how many there are, equal ones too */
	bool object;
};

struct json_scan {
	/* Both with each number as a string. */
	GString *frame;     /* the outermost object, its list emptied */
	GString *rows_text; /* what stood in the list */
	GArray *rows;       /* struct json_row */
	guint keys;         /* of the outermost object */
};

/*
 * Look through valid UTF-8 without NUL.  False when it is not JSON, is no object, is
 * nested deeper than JSON_DEPTH or has two lists, more rows or keys than the limits,
 * numbers with exponents or "\u0000": then *ret_line is the line and *ret_why a static
 * clause.  What remains to be found in the frame and in each row is a token in a wrong
 * place.  On success, json_scan_clear.
 */
bool json_scan(const char *text, size_t size, struct json_scan *ret, int *ret_line,
    const char **ret_why);
void json_scan_clear(struct json_scan *scan);

#endif
