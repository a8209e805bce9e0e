/*
 * period.h - a stretch of whole months that a measurement is about: a month, a quarter, a
 * tertial, a year.
 *
 * Shape   its last month (YYYYMM) and how many months it covers.  {0, 0} is no period.
 */
#ifndef CALENDAR_PERIOD_H
#define CALENDAR_PERIOD_H

#include <glib.h>
#include <stdbool.h>

struct period {
	int month; /* the last one, YYYYMM */
	int span;  /* 1, 3, 4 or 12 months */
};

/* "2021-04", "202104", "K1 2021" or "Q1 2021", "T1 2021", "DÅ04-2021" (T1), "2021",
 * "ÅR-2021".  Errors: SPARPLAN_ERROR_INPUT, a clause naming what to write. */
bool period_parse(const char *text, struct period *ret, GError **error);

/* "2021-04", "K1 2021", "T1 2021", "2021"; "" for none; g_free. */
char *period_text(struct period period);

/* The same months of the year before. */
struct period period_last_year(struct period period);

/* By last month, then by span. */
int period_compare(struct period a, struct period b);

#endif
