/*
 * forecast.c - the two formulas of what is yet to come.
 */
#include "rollup/forecast.h"

#include "money/share.h"
#include "plan/settings.h"

/* remaining × min(1, max(0, R/P)); P is not 0. */
static struct amount
at_pace(struct amount remaining, struct amount realised, struct amount plan)
{
	bool forward = (realised.ore > 0) == (plan.ore > 0) && realised.ore != 0;
	bool full = plan.ore > 0 ? realised.ore >= plan.ore : realised.ore <= plan.ore;

	if (!forward)
		return amount_of(0);
	return full ? remaining : amount_scale(remaining, realised, plan);
}

struct amount
forecast_of(const struct forecast_terms *t)
{
	struct amount rest = t->remaining, sum = t->realised;

	if (t->owner.known)
		return t->owner;
	if (t->plan.known && t->plan.ore != 0) {
		if (!t->realised.known)
			return AMOUNT_NONE;
		if (rest.known)
			rest = at_pace(rest, t->realised, t->plan);
	}
	return amount_add(&sum, rest) ? sum : AMOUNT_NONE;
}

struct amount
forecast_weighted(
    struct amount forecast, struct amount realised, int64_t cost, int64_t weight)
{
	struct amount sum = amount_of(realised.known ? realised.ore : 0);
	struct amount rest = amount_minus(forecast, sum);
	struct amount saving = amount_minus(rest, amount_of(cost));

	if (!saving.known)
		return AMOUNT_NONE;
	if (saving.ore > 0 && !amount_add(&sum, amount_scale(saving, amount_of(weight),
	                                            amount_of(SETTINGS_WEIGHT_WHOLE))))
		return AMOUNT_NONE;
	if (!amount_add(&sum, amount_of(cost)))
		return AMOUNT_NONE;
	return sum.ore > forecast.ore ? forecast : sum;
}
