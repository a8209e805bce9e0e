/*
 * pace.c - twelve times the mean of the last closed months.
 */
#include "rollup/pace.h"

#include <glib.h>

#include "calendar/month.h"
#include "money/share.h"

enum { PACE_MONTHS = 3 };

/* The first month to the cut-off with a saving; 0 for none. */
static int
first_month(const struct month_amount *rows, size_t n, int cutoff)
{
	for (size_t i = 0; i < n && rows[i].month <= cutoff; i++)
		if (rows[i].realised.known)
			return rows[i].month;
	return 0;
}

struct pace
pace_of(const struct month_amount *rows, size_t n, int cutoff)
{
	int first = first_month(rows, n, cutoff);
	struct pace pace = { AMOUNT_NONE, 0 };
	struct amount sum = amount_of(0);

	if (first == 0)
		return pace;
	pace.months = MIN(PACE_MONTHS, month_between(first, cutoff) + 1);
	first = month_add(cutoff, 1 - pace.months);
	for (size_t i = 0; i < n && rows[i].month <= cutoff; i++)
		if (rows[i].month >= first && !amount_add(&sum, rows[i].realised))
			return pace;
	pace.yearly = amount_scale(sum, amount_of(12), amount_of(pace.months));
	return pace;
}
