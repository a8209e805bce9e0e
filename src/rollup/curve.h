/*
 * curve.h - plan, realised and forecast added up month by month.
 *
 * Units   öre.  Source: product.md sections 4 and 7 (cumulative curve).
 */
#ifndef ROLLUP_CURVE_H
#define ROLLUP_CURVE_H

#include "rollup/outlook.h"
#include "rollup/pace.h"

struct curve_point {
	int month;              /* YYYYMM, every month of the programme's years */
	int64_t plan_ore;       /* cumulative, counted */
	struct amount realised; /* cumulative; missing after the cut-off */
	struct amount forecast; /* cumulative, from the cut-off on: realised and what the
	                           prospects say is yet to come */
};

/*
 * `months`: realised per month of what counts (struct month_amount, sorted); `prospects`
 * of outlooks_make.  NULL when a sum leaves int64.  GArray of struct curve_point.
 */
GArray *curve_make(const struct plan *plan, const GArray *prospects, const GArray *months,
    int first_year, int n_years, int cutoff);

#endif
