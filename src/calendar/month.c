/*
 * month.c - months as YYYYMM, read without allocation because imports read millions.
 */
#include "calendar/month.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/scan.h"

static const char *const names[12] = { "januari", "februari", "mars", "april", "maj",
	"juni", "juli", "augusti", "september", "oktober", "november", "december" };
static const char *const shorts[12] = { "jan", "feb", "mar", "apr", "maj", "jun", "jul",
	"aug", "sep", "okt", "nov", "dec" };

int
month_make(int year, int month_of_year)
{
	return year * 100 + month_of_year;
}

int
month_year(int month)
{
	return month / 100;
}

int
month_of_year(int month)
{
	return month % 100;
}

bool
month_valid(int month)
{
	int year = month_year(month), of_year = month_of_year(month);

	return year >= YEAR_MIN && year <= YEAR_MAX && of_year >= 1 && of_year <= 12;
}

/* Months since year 0. */
static int
ordinal(int month)
{
	return month_year(month) * 12 + month_of_year(month) - 1;
}

int
month_add(int month, int months)
{
	int n = ordinal(month) + months;

	if (month == 0 || n < 0)
		return 0;
	return month_make(n / 12, n % 12 + 1);
}

int
month_between(int from, int to)
{
	return ordinal(to) - ordinal(from);
}

/* "T1 2021" as its last month; 0 when it is written otherwise. */
static int
read_tertial(const char *p, size_t bytes)
{
	const char *end = p + bytes;
	int tertial, year;
	size_t gap;

	if (bytes < 7 || (*p != 'T' && *p != 't'))
		return 0;
	tertial = scan_number(p + 1, 1);
	p += 2;
	if (tertial < 1 || tertial > 3 || text_blank_bytes(p) == 0)
		return 0;
	while (p < end && (gap = text_blank_bytes(p)) > 0)
		p += gap;
	year = end - p == 4 ? scan_number(p, 4) : -1;
	return year < 0 ? 0 : month_make(year, tertial * 4);
}

/* "2021-04"; 0 when it is written otherwise. */
static int
read_dashed(const char *p, size_t bytes)
{
	int year, of_year;

	if (bytes != 7 || p[4] != '-')
		return 0;
	year = scan_number(p, 4);
	of_year = scan_number(p + 5, 2);
	return year < 0 || of_year < 0 ? 0 : month_make(year, of_year);
}

static int
read_compact(const char *p, size_t bytes)
{
	return bytes == 6 ? MAX(scan_number(p, 6), 0) : 0;
}

static bool
take_month(const char *start, size_t bytes, int month, const char *forms, int *ret,
    GError **error)
{
	if (month_valid(month)) {
		*ret = month;
		return true;
	}
	scan_set_error(start, bytes, month_year(month), "period", forms, error);
	return false;
}

bool
month_parse(const char *text, int *ret, GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	int month = read_dashed(start, bytes);

	if (month == 0)
		month = read_compact(start, bytes);
	if (month == 0)
		month = read_tertial(start, bytes);
	return take_month(
	    start, bytes, month, "2020-04, 202004 eller T1 2020", ret, error);
}

bool
month_parse_strict(const char *text, int *ret, GError **error)
{
	const char *start = text ? text : "";
	size_t bytes = strlen(start);

	return take_month(start, bytes, read_dashed(start, bytes),
	    "ÅÅÅÅ-MM, till exempel 2020-04", ret, error);
}

char *
month_text(int month)
{
	int year = month_year(month), of_year = month_of_year(month);
	char text[] = { (char)('0' + year / 1000 % 10), (char)('0' + year / 100 % 10),
		(char)('0' + year / 10 % 10), (char)('0' + year % 10), '-',
		(char)('0' + of_year / 10), (char)('0' + of_year % 10), '\0' };

	return g_strdup(text);
}

char *
month_words(int month)
{
	return g_strdup_printf("%s %d", month_name(month), month_year(month));
}

/* The place in the tables of names; -1 when `month` is none. */
static int
name_index(int month)
{
	int of_year = month_of_year(month);

	return of_year >= 1 && of_year <= 12 ? of_year - 1 : -1;
}

const char *
month_name(int month)
{
	int i = name_index(month);

	return i < 0 ? "" : names[i];
}

const char *
month_short(int month)
{
	int i = name_index(month);

	return i < 0 ? "" : shorts[i];
}

bool
year_parse(const char *text, int *ret, GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	int year = bytes == 4 ? scan_number(start, 4) : -1;

	if (year >= YEAR_MIN && year <= YEAR_MAX) {
		*ret = year;
		return true;
	}
	scan_set_error(start, bytes, MAX(year, 0), "år", "ett år som 2020", error);
	return false;
}
