/*
 * forecast.h - what an action's year will come to, plain and weighted by risk.
 *
 * Units   öre; all terms are of one action and one year.
 * Source  product.md section 4, figures 6 and 7.
 */
#ifndef ROLLUP_FORECAST_H
#define ROLLUP_FORECAST_H

#include "money/amount.h"

struct forecast_terms {
	struct amount plan;      /* P: plan to the cut-off */
	struct amount remaining; /* plan of the year's months after it */
	struct amount realised;  /* R to the cut-off */
	struct amount owner;     /* the owner's forecast of the year */
};

/*
 * Helårsprognos: the owner's, else R + remaining × min(1, max(0, R/P)), where the factor
 * is 1 when P is 0 or missing.  Missing when nothing is known to build on: no forecast
 * and no realised against a plan that has begun (R/P cannot be said), or no amounts at
 * all.  A realised without any plan is its own forecast.
 */
struct amount forecast_of(const struct forecast_terms *terms);

/*
 * Riskjusterat of the year: R + weight × max(0, F − R − cost) + cost, and never above F.
 * `cost` is the part of F − R that is införandekostnad (0 or negative as a rule), which
 * is never weighted; `weight` is in parts of SETTINGS_WEIGHT_WHOLE.  A missing R counts
 * as nothing; missing when F is.
 */
struct amount forecast_weighted(
    struct amount forecast, struct amount realised, int64_t cost, int64_t weight);

#endif
