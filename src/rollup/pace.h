/*
 * pace.h - årstakt: what the last closed months would make in a year.  Never added to
 * realised.
 *
 * 12 × the mean of the last three closed months: the three calendar months that end with
 * the cut-off.  They are months of the calendar and not the latest three with a saving:
 * one who posts 30 every quarter saves 120 a year, and the mean of posted months would
 * call it 360.  One who posts more seldom than each quarter is still seen only by what
 * falls in the three months; a pace is a pace, not a forecast.
 *
 *   fewer exist  months before the first one with a saving do not exist, so a programme
 *                that began last month is judged by that month, and says so in `months`.
 *   none in it   a month among the three without a saving counts as nothing realised, so
 *                an action that has stopped reporting has the pace 0, and not a missing
 *                one.
 *   none at all  to the cut-off: missing, 0 months.
 *
 * Units   öre, rounded half away from zero once.  A saving of zero is a saving.
 * Source  product.md section 4, figure 9.
 */
#ifndef ROLLUP_PACE_H
#define ROLLUP_PACE_H

#include <stddef.h>

#include "money/amount.h"

struct month_amount {
	int month; /* YYYYMM */
	struct amount realised;
};

struct pace {
	struct amount yearly; /* missing also when it leaves int64 */
	int months;           /* 0..3 behind it */
};

/* `rows` are sorted by month; months may be left out, and what lies after the cut-off
 * (YYYYMM) is not read. */
struct pace pace_of(const struct month_amount *rows, size_t n, int cutoff);

#endif
