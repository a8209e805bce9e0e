/*
 * month.h - a calendar month as one int, YYYYMM: 202104.  0 is no month.
 */
#ifndef CALENDAR_MONTH_H
#define CALENDAR_MONTH_H

#include <glib.h>
#include <stdbool.h>

#define YEAR_MIN 2000
#define YEAR_MAX 2099

int month_make(int year, int month_of_year); /* 2021, 4 -> 202104 */
int month_year(int month);
int month_of_year(int month);         /* 1..12 */
bool month_valid(int month);          /* within YEAR_MIN..YEAR_MAX and 1..12 */
int month_add(int month, int months); /* 0 for no month; the years may leave the range */
int month_between(int from, int to);  /* whole months from..to: 202101, 202104 -> 3 */

/*
 * "2021-04", "202104", "T1 2021" (its last month: T1 = 04, T2 = 08, T3 = 12), blanks
 * around. Errors: SPARPLAN_ERROR_INPUT, a clause naming what to write.
 */
bool month_parse(const char *text, int *ret, GError **error);

/* Only ÅÅÅÅ-MM, no blanks. */
bool month_parse_strict(const char *text, int *ret, GError **error);

char *month_text(int month);        /* "2021-04", g_free */
char *month_words(int month);       /* "april 2021", g_free */
const char *month_name(int month);  /* "april", "" when it has no name */
const char *month_short(int month); /* "apr" */

/* A year 2000-2099, blanks around. */
bool year_parse(const char *text, int *ret, GError **error);

#endif
