/*
 * effect.c - a year's target as a period's figure, a step or a one-off.
 */
#include "rollup/effect.h"

#include "calendar/month.h"
#include "money/share.h"
#include "rollup/phase.h"

/* The steps before `end`, whole; false when they leave int64. */
static bool
add_steps(const struct amount *targets, int n, int end, struct amount *ret)
{
	struct amount sum = AMOUNT_NONE;

	for (int i = 0; i < n && i < end; i++)
		if (!amount_add(&sum, targets[i]))
			return false;
	*ret = sum;
	return true;
}

static struct effect
effect_of_level(
    const struct amount *targets, int n, int index, struct amount own, int start_month)
{
	struct effect effect = { AMOUNT_NONE, AMOUNT_NONE };
	struct amount part =
	    amount_scale(own, amount_of(13 - start_month), amount_of(12));
	struct amount before;

	if (!add_steps(targets, n, index, &before))
		return effect;
	effect.in_year = effect.full_year = before;
	amount_total(&effect.in_year, part);
	amount_total(&effect.full_year, own);
	return effect;
}

struct effect
effect_of(enum basis basis, const struct amount *targets, int n, int first_year,
    int index, int start, int finish)
{
	int year = first_year + index;
	struct amount own = index >= 0 && index < n ? targets[index] : AMOUNT_NONE;
	struct phase phase = phase_of(start, finish, year);
	int months = phase.last - phase.first + 1;
	int start_month =
	    start != 0 && month_year(start) == year ? month_of_year(start) : 1;

	switch (basis) {
	case BASIS_LEVEL:
		return effect_of_level(targets, n, index, own, start_month);
	case BASIS_ONCE:
		return (struct effect){ own, own.known ? amount_of(0) : AMOUNT_NONE };
	case BASIS_PERIOD:
	case BASIS__N:
		break;
	}
	return (
	    struct effect){ own, amount_scale(own, amount_of(12), amount_of(months)) };
}
