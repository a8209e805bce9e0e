/*
 * forecast_error.h - how right the owners' forecasts were: each round's forecast of a
 * year that is over against what the year came to.
 *
 * Units   öre; error is forecast − realised, so positive is promised too much.
 */
#ifndef ROLLUP_FORECAST_ERROR_H
#define ROLLUP_FORECAST_ERROR_H

#include "plan/followup.h"
#include "plan/plan.h"
#include "rollup/rollup.h"

struct forecast_error {
	const char *owner; /* borrowed from the plan; "" where nobody is named */
	int forecasts;     /* of years that are over */
	int outcomes; /* of them with anything realised; the others came to nothing */
	int64_t forecast_ore, realised_ore; /* sums over them */
	int64_t missed_ore;                 /* sum of |forecast − realised| */
};

/*
 * Per owner as the register names him now, in the plan's order.  A year is over when the
 * cut-off has reached its December; where nothing was realised, all of the forecast was
 * missed.  `actions` is a rollup by action of SELECT_ALL.  GArray of struct
 * forecast_error.
 */
GArray *forecast_errors_make(const struct plan *plan, const struct rollup *actions,
    const struct followup *followup);

#endif
