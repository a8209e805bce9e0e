/*
 * instant.c - moments as people write them, to UTC milliseconds.
 */
#include "calendar/instant.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/scan.h"

#define MS_PER_SECOND INT64_C(1000)
#define MS_PER_MINUTE (60 * MS_PER_SECOND)

enum { INSTANT_YEAR_MIN = 1970, INSTANT_YEAR_MAX = 9998 };

/* A moment as written; `length_ms` is how long the unit it stops at lasts (0: a day). */
struct written {
	int year, month, day, hour, minute, second, ms;
	int64_t length_ms;
	bool has_offset; /* Z, +02:00 */
	int offset_minutes;
};

/* Two digits after `mark` at *p, below `limit`; -1 when they are not there. */
static int
read_two(const char **p, char mark, int limit)
{
	int number;

	if (**p != mark)
		return -1;
	number = scan_number(*p + 1, 2);
	if (number < 0 || number >= limit)
		return -1;
	*p += 3;
	return number;
}

static bool
read_day(const char **p, struct written *w)
{
	w->year = scan_number(*p, 4);
	if (w->year < INSTANT_YEAR_MIN || w->year > INSTANT_YEAR_MAX)
		return false;
	*p += 4;
	w->month = read_two(p, '-', 13);
	if (w->month < 1)
		return false;
	w->day = read_two(p, '-', 32);
	return w->day >= 1 && g_date_valid_dmy((GDateDay)w->day, (GDateMonth)w->month,
	                          (GDateYear)w->year);
}

static bool
read_offset(const char **p, struct written *w)
{
	int sign = **p == '-' ? -1 : 1, hours, minutes;

	w->has_offset = true;
	if (**p == 'Z') {
		(*p)++;
		return true;
	}
	hours = read_two(p, **p, 15);
	minutes = hours < 0 ? -1 : read_two(p, ':', 60);
	w->offset_minutes = sign * (hours * 60 + minutes);
	return minutes >= 0;
}

static bool
read_time(const char **p, struct written *w)
{
	w->hour = read_two(p, **p, 24);
	w->minute = w->hour < 0 ? -1 : read_two(p, ':', 60);
	if (w->minute < 0)
		return false;
	w->length_ms = MS_PER_MINUTE;
	if (**p == ':') {
		w->second = read_two(p, ':', 60);
		if (w->second < 0)
			return false;
		w->length_ms = MS_PER_SECOND;
		if (**p == '.') {
			w->ms = scan_number(*p + 1, 3);
			if (w->ms < 0)
				return false;
			*p += 4;
			w->length_ms = 1;
		}
	}
	return **p == 'Z' || **p == '+' || **p == '-' ? read_offset(p, w) : true;
}

static bool
read_written(const char *p, struct written *w)
{
	*w = (struct written){ 0 };
	if (!read_day(&p, w))
		return false;
	if (*p == '\0')
		return true;
	return (*p == 'T' || *p == ' ') && read_time(&p, w) && *p == '\0';
}

/*
 * The first and last millisecond of what was written.  A local time that daylight saving
 * skips is the moment of the jump; of one that comes twice GLib takes the second.
 */
static bool
find_span(const struct written *w, GTimeZone *zone, int64_t *ret_first, int64_t *ret_last)
{
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
	GTimeZone *used = w->has_offset ? utc : zone;
	g_autoptr(GDateTime) first = g_date_time_new(
	    used, w->year, w->month, w->day, w->hour, w->minute, w->second);
	GDate next;
	g_autoptr(GDateTime) after = NULL;

	if (first == NULL)
		return false;
	*ret_first = g_date_time_to_unix(first) * MS_PER_SECOND + w->ms -
	             w->offset_minutes * MS_PER_MINUTE;
	if (w->length_ms > 0) {
		bool skipped = g_date_time_get_hour(first) != w->hour ||
		               g_date_time_get_minute(first) != w->minute;

		if (skipped)
			*ret_first -= w->ms;
		*ret_last = *ret_first + (skipped ? 0 : w->length_ms) - 1;
		return true;
	}
	/* A day is not always 24 hours. */
	g_date_clear(&next, 1);
	g_date_set_dmy(&next, (GDateDay)w->day, (GDateMonth)w->month, (GDateYear)w->year);
	g_date_add_days(&next, 1);
	after = g_date_time_new(used, g_date_get_year(&next),
	    (int)g_date_get_month(&next), g_date_get_day(&next), 0, 0, 0);
	if (after == NULL)
		return false;
	*ret_last = g_date_time_to_unix(after) * MS_PER_SECOND - 1;
	return true;
}

static bool
read_span(const char *text, GTimeZone *zone, int64_t *ret_first, int64_t *ret_last)
{
	struct written written;

	return read_written(text, &written) &&
	       find_span(&written, zone, ret_first, ret_last);
}

/* "#123"; false when the number is missing, too large or followed by something. */
static bool
read_change(const char *text, int64_t *ret)
{
	guint64 number;

	if (text[0] != '#' ||
	    !g_ascii_string_to_unsigned(text + 1, 10, 0, G_MAXINT64, &number, NULL))
		return false;
	*ret = (int64_t)number;
	return true;
}

static void
set_error(const char *text, bool with_change, GError **error)
{
	g_autofree char *quoted = text_quote(text, strlen(text));

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_USAGE,
	    "%s är ingen tidpunkt. Skriv 2021-09-14, 2021-09-14T12:00, med sekunder "
	    "(12:00:30) eller millisekunder (12:00:30.500), och Z eller +02:00 sist om "
	    "det "
	    "inte är lokal tid%s.",
	    quoted, with_change ? ", eller #123 för en ändrings nummer" : "");
}

bool
instant_parse(const char *text, GTimeZone *zone, struct instant *ret, GError **error)
{
	int64_t change, first, last;

	if (text == NULL)
		text = "";
	if (read_change(text, &change)) {
		*ret = (struct instant){ .change = change, .is_change = true };
		return true;
	}
	if (read_span(text, zone, &first, &last)) {
		*ret = (struct instant){ .at_ms = last };
		return true;
	}
	set_error(text, true, error);
	return false;
}

bool
instant_parse_start(const char *text, GTimeZone *zone, int64_t *ret_ms, GError **error)
{
	int64_t first, last;

	if (text == NULL)
		text = "";
	if (!read_span(text, zone, &first, &last)) {
		set_error(text, false, error);
		return false;
	}
	*ret_ms = first;
	return true;
}

/* Whole seconds at or before a moment, and the milliseconds beyond them. */
static int64_t
floor_seconds(int64_t at_ms, int *ret_ms)
{
	int64_t seconds = at_ms / MS_PER_SECOND, rest = at_ms % MS_PER_SECOND;

	if (rest < 0) {
		rest += MS_PER_SECOND;
		seconds--;
	}
	*ret_ms = (int)rest;
	return seconds;
}

char *
instant_text(int64_t at_ms, GTimeZone *zone)
{
	int ms;
	g_autoptr(GDateTime) utc =
	    g_date_time_new_from_unix_utc(floor_seconds(at_ms, &ms));
	g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, zone) : NULL;

	return local ? g_date_time_format(local, "%Y-%m-%d %H:%M") : g_strdup("–");
}

char *
instant_iso(int64_t at_ms)
{
	int ms;
	g_autoptr(GDateTime) utc =
	    g_date_time_new_from_unix_utc(floor_seconds(at_ms, &ms));
	g_autofree char *seconds = NULL;

	if (utc == NULL)
		return g_strdup("–");
	seconds = g_date_time_format(utc, "%Y-%m-%dT%H:%M:%S");
	return g_strdup_printf("%s.%03dZ", seconds, ms);
}
