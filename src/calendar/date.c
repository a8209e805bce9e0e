/*
 * date.c - dates in plans, with the precision they were written in.
 */
#include "calendar/date.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/scan.h"

static const char *const seasons[] = { "", "våren", "hösten" };

/* 2019, 2019-09 and 2019-09-15; DATE_NONE when it is written otherwise. */
static struct date
read_digits(const char *p, size_t bytes)
{
	struct date date = { DATE_NONE, 0, 0, 0 }, none = date;

	date.year = bytes >= 4 ? scan_number(p, 4) : -1;
	if (date.year < 0)
		return none;
	if (bytes == 4) {
		date.precision = DATE_YEAR;
		return date;
	}
	if ((bytes != 7 && bytes != 10) || p[4] != '-')
		return none;
	date.precision = DATE_MONTH;
	date.part = scan_number(p + 5, 2);
	if (date.part < 1 || date.part > 12)
		return none;
	if (bytes == 7)
		return date;
	date.precision = DATE_DAY;
	date.day = p[7] == '-' ? scan_number(p + 8, 2) : -1;
	if (date.day < 1 || !g_date_valid_dmy((GDateDay)date.day, (GDateMonth)date.part,
	                        (GDateYear)date.year))
		return none;
	return date;
}

/* The ways a part of a year is named, as folded keys; `parts` 0 means that the name says
 * the part itself. */
static const struct {
	const char *key;
	enum date_precision precision;
	int parts, part;
} words[] = {
	{ "kvartal", DATE_QUARTER, 4, 0 },
	{ "tertial", DATE_TERTIAL, 3, 0 },
	{ "q", DATE_QUARTER, 4, 0 },
	{ "t", DATE_TERTIAL, 3, 0 },
	{ "varen", DATE_SEASON, 0, 1 },
	{ "hosten", DATE_SEASON, 0, 2 },
};

static const char *
skip_blank(const char *p)
{
	return *p == ' ' ? p + 1 : p;
}

/* The part of a year that the folded `p` starts with ("q4", "varen"); *ret_end is what
 * follows it. */
static struct date
read_part(const char *p, const char **ret_end)
{
	struct date date = { DATE_NONE, 0, 0, 0 }, none = date;

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (!g_str_has_prefix(p, words[i].key))
			continue;
		p += strlen(words[i].key);
		date.precision = words[i].precision;
		date.part = words[i].part;
		if (words[i].parts > 0) {
			p = skip_blank(p);
			date.part = scan_number(p, 1);
			if (date.part < 1 || date.part > words[i].parts)
				return none;
			p++;
		}
		*ret_end = p;
		return date;
	}
	return none;
}

/* "q4 2019", "q42019", "2019 q4", "varen 2020" …, folded. */
static struct date
read_words(const char *key)
{
	struct date date, none = { DATE_NONE, 0, 0, 0 };
	const char *end = key;
	int year = scan_number(key, 4);

	if (year >= 0) {
		date = read_part(skip_blank(key + 4), &end);
	} else {
		date = read_part(key, &end);
		if (date.precision == DATE_NONE)
			return none;
		end = skip_blank(end);
		year = scan_number(end, 4);
		if (year < 0)
			return none;
		end += 4;
	}
	if (date.precision == DATE_NONE || *end != '\0')
		return none;
	date.year = year;
	return date;
}

bool
date_parse(const char *text, struct date *ret, GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	struct date date = read_digits(start, bytes);

	if (bytes > 0 && date.precision == DATE_NONE) {
		g_autofree char *copy = g_strndup(start, bytes);
		g_autofree char *key = text_fold(copy);

		date = read_words(key);
	}
	if (bytes > 0 && (date.precision == DATE_NONE || date.year < YEAR_MIN ||
	                     date.year > YEAR_MAX)) {
		scan_set_error(start, bytes, date.year, "datum",
		    "2019-09-15, 2019-09, Q4 2019, T1 2020, våren 2020, hösten 2019 "
		    "eller "
		    "2020",
		    error);
		return false;
	}
	*ret = date;
	return true;
}

struct date
date_kept(const char *text)
{
	struct date date;

	/* Most are blank, and every action of a list is asked. */
	if (text[0] == '\0' || !date_parse(text, &date, NULL))
		return (struct date){ .precision = DATE_NONE };
	return date;
}

char *
date_text(struct date date)
{
	switch (date.precision) {
	case DATE_DAY:
		return g_strdup_printf("%04d-%02d-%02d", date.year, date.part, date.day);
	case DATE_MONTH:
		return g_strdup_printf("%04d-%02d", date.year, date.part);
	case DATE_QUARTER:
		return g_strdup_printf("Q%d %d", date.part, date.year);
	case DATE_TERTIAL:
		return g_strdup_printf("T%d %d", date.part, date.year);
	case DATE_SEASON:
		return g_strdup_printf(
		    "%s %d", seasons[date.part == 2 ? 2 : 1], date.year);
	case DATE_YEAR:
		return g_strdup_printf("%d", date.year);
	case DATE_NONE:
		break;
	}
	return g_strdup("");
}

/* Months in one part of this precision. */
static int
part_months(enum date_precision precision)
{
	switch (precision) {
	case DATE_QUARTER:
		return 3;
	case DATE_TERTIAL:
		return 4;
	case DATE_SEASON:
		return 6;
	case DATE_YEAR:
		return 12;
	case DATE_NONE:
	case DATE_DAY:
	case DATE_MONTH:
		break;
	}
	return 1;
}

int
date_first_month(struct date date)
{
	int part = date.precision == DATE_YEAR ? 1 : date.part;

	if (date.precision == DATE_NONE)
		return 0;
	return month_make(date.year, (part - 1) * part_months(date.precision) + 1);
}

int
date_last_month(struct date date)
{
	if (date.precision == DATE_NONE)
		return 0;
	return month_add(date_first_month(date), part_months(date.precision) - 1);
}

int
date_last_day(struct date date)
{
	int month = date_last_month(date);
	GDate day;

	if (month == 0)
		return 0;
	g_date_set_dmy(
	    &day, 1, (GDateMonth)month_of_year(month), (GDateYear)month_year(month));
	g_date_set_day(
	    &day, date.precision == DATE_DAY
	              ? (GDateDay)date.day
	              : g_date_get_days_in_month((GDateMonth)month_of_year(month),
	                    (GDateYear)month_year(month)));
	return (int)g_date_get_julian(&day);
}
