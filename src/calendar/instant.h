/*
 * instant.h - TIDPUNKT: a moment as a person writes it, as milliseconds or a change
 * number.
 *
 * "2021-09-14", "2021-09-14T12:00", with ":SS", with ".mmm"; "Z", "+02:00" or local time
 * without; a blank instead of T is taken too; "#123" is a change number.  A coarser
 * moment means its end: 2021-09-14 is the last millisecond of that day.
 */
#ifndef CALENDAR_INSTANT_H
#define CALENDAR_INSTANT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct instant {
	int64_t change; /* when is_change: a change number, #0 too, and at_ms is 0 */
	int64_t at_ms;  /* UTC milliseconds since 1970 */
	bool is_change;
};

/* A local time that daylight saving skips is the moment of the jump; of one that comes
 * twice the second is meant.  Years 1970-9998.
 * `zone` is borrowed.  Errors: SPARPLAN_ERROR_USAGE with the accepted forms. */
bool instant_parse(
    const char *text, GTimeZone *zone, struct instant *ret, GError **error);

/* The start instead of the end of what was written (SPARPLAN_NOW). */
bool instant_parse_start(
    const char *text, GTimeZone *zone, int64_t *ret_ms, GError **error);

/* These two write "–" for a moment beyond the calendar.
 * "2021-09-14 12:00" in `zone`; g_free. */
char *instant_text(int64_t at_ms, GTimeZone *zone);
/* "2021-09-14T10:00:00.000Z"; g_free. */
char *instant_iso(int64_t at_ms);

#endif
