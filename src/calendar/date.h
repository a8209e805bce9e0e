/*
 * date.h - dates as plans write them: 2019-09-15, 2019-09, Q4 2019, T1 2020, våren 2020,
 * hösten 2019, 2020.  The precision is kept: what was written comes out again.
 *
 * Source  Region Västerbotten 2019 ("Plan för genomförande klar under Q4 2019", "våren
 *         2020"); våren is January-June and hösten July-December, as budgets use them.
 */
#ifndef CALENDAR_DATE_H
#define CALENDAR_DATE_H

#include <glib.h>
#include <stdbool.h>

enum date_precision {
	DATE_NONE,
	DATE_DAY,
	DATE_MONTH,
	DATE_QUARTER,
	DATE_TERTIAL,
	DATE_SEASON, /* part 1 våren, 2 hösten */
	DATE_YEAR
};

struct date {
	enum date_precision precision;
	int year;
	int part; /* month, quarter, tertial or season; 0 for a year */
	int day;  /* only DATE_DAY */
};

/* Blank text is DATE_NONE, success.  Also "Q42019", "2019-Q4", "kvartal 4 2019", any
 * case. Errors: SPARPLAN_ERROR_INPUT, a clause with the accepted forms. */
bool date_parse(const char *text, struct date *ret, GError **error);
/* A date that is kept as text; DATE_NONE for a text that is none. */
struct date date_kept(const char *text);

/* The canonical writing ("" for DATE_NONE); g_free. */
char *date_text(struct date date);

int date_first_month(struct date date); /* YYYYMM; 0 for DATE_NONE */
int date_last_month(struct date date);
/* The last day of it as a running number of days; 0 for DATE_NONE. */
int date_last_day(struct date date);

#endif
