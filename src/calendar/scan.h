/*
 * scan.h - what the readers of months, dates and instants share.
 */
#ifndef CALENDAR_SCAN_H
#define CALENDAR_SCAN_H

#include <glib.h>
#include <stddef.h>

/* The number written with exactly `digits` (1..9) digits at `p`; -1 when some byte is no
 * digit.  Stops at the first such byte, so it never reads beyond a NUL. */
int scan_number(const char *p, int digits);

/*
 * Set SPARPLAN_ERROR_INPUT: `"2020-13" går inte att läsa som period; skriv FORMS`. `what`
 * is "period", "datum" …; a `year` above 0 and outside YEAR_MIN..YEAR_MAX is named as the
 * reason.
 */
void scan_set_error(const char *start, size_t bytes, int year, const char *what,
    const char *forms, GError **error);

#endif
