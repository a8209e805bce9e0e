/*
 * period.c - reading and writing months, quarters, tertials and years.
 */
#include "calendar/period.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/scan.h"

enum { QUARTER = 3, TERTIAL = 4, YEAR = 12 };

/* What a folded text begins with before a year, and the months it means. */
static const struct {
	const char *key;
	int span, of_year;
} parts[] = {
	{ "k1 ", QUARTER, 3 },
	{ "k2 ", QUARTER, 6 },
	{ "k3 ", QUARTER, 9 },
	{ "k4 ", QUARTER, 12 },
	{ "q1 ", QUARTER, 3 },
	{ "q2 ", QUARTER, 6 },
	{ "q3 ", QUARTER, 9 },
	{ "q4 ", QUARTER, 12 },
	{ "t1 ", TERTIAL, 4 },
	{ "t2 ", TERTIAL, 8 },
	{ "t3 ", TERTIAL, 12 },
	{ "da04 ", TERTIAL, 4 },
	{ "da08 ", TERTIAL, 8 },
	{ "ar ", YEAR, 12 },
	{ "", YEAR, 12 },
};

static struct period
read_part(const char *key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		const char *year = key + strlen(parts[i].key);

		if (g_str_has_prefix(key, parts[i].key) && strlen(year) == 4 &&
		    scan_number(year, 4) >= 0)
			return (struct period){ month_make(scan_number(year, 4),
				                    parts[i].of_year),
				parts[i].span };
	}
	return (struct period){ 0, 0 };
}

bool
period_parse(const char *text, struct period *ret, GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	g_autofree char *copy = g_strndup(start, bytes);
	g_autofree char *key = text_fold(copy);
	struct period period = read_part(key);

	if (period.month == 0 && month_parse(copy, &period.month, NULL))
		period.span = 1;
	if (!month_valid(period.month)) {
		scan_set_error(start, bytes, month_year(period.month), "period",
		    "2021-04, K1 2021, T1 2021 eller 2021", error);
		return false;
	}
	*ret = period;
	return true;
}

char *
period_text(struct period period)
{
	int year = month_year(period.month), of_year = month_of_year(period.month);

	switch (period.span) {
	case 0:
		return g_strdup("");
	case QUARTER:
		return g_strdup_printf("K%d %d", of_year / QUARTER, year);
	case TERTIAL:
		return g_strdup_printf("T%d %d", of_year / TERTIAL, year);
	case YEAR:
		return g_strdup_printf("%d", year);
	default:
		return month_text(period.month);
	}
}

struct period
period_last_year(struct period period)
{
	return (struct period){ month_add(period.month, -YEAR), period.span };
}

int
period_compare(struct period a, struct period b)
{
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.span > b.span) - (a.span < b.span);
}
