/*
 * json_scan.h - is a text JSON of the form that we read, and its numbers as they stand.
 *
 * json-glib makes floating point of numbers, lets the last of two equal keys win and
 * takes more than JSON is; so a text is looked through before it is parsed.
 *
 * Trust   anything: no recursion, no memory but a copy of the text.
 */
#ifndef EXCHANGE_JSON_SCAN_H
#define EXCHANGE_JSON_SCAN_H

#include <glib.h>
#include <stdbool.h>

#define JSON_DEPTH 3 /* {"rader": [{ … }]} */

struct json_scan {
	/* The text with each number as a string. */
	GString *text;
	/* How many keys the objects have: guint, the outermost last, the others in the
	 * order in which they end. */
	GArray *keys;
};

/*
 * Look through valid UTF-8 without NUL.  False when it is not JSON, or is nested deeper
 * than JSON_DEPTH, or has numbers with exponents or "\u0000": then *ret_line is the line
 * and *ret_why a static clause.  What remains to be found is a token in a wrong place.
 * On success, json_scan_clear.
 */
bool json_scan(const char *text, size_t size, struct json_scan *ret, int *ret_line,
    const char **ret_why);
void json_scan_clear(struct json_scan *scan);

#endif
