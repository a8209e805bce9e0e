/* spread.c - one amount over several weights, to the öre. */
#include "rollup/spread.h"

#include "money/share.h"

/* Is `whole` no more of `sum` than all of it? */
static bool
is_share(int64_t whole, int64_t sum)
{
	return sum > 0 ? whole >= 0 && whole <= sum : whole <= 0 && whole >= sum;
}

void
spread(int64_t whole, const int64_t *weights, guint n, int64_t *ret)
{
	int64_t sum = 0, before = 0, taken = 0;
	bool up = false, down = false, ok = true;

	for (guint i = 0; i < n; i++) {
		up |= weights[i] > 0;
		down |= weights[i] < 0;
		ok = ok && money_add(sum, weights[i], &sum);
	}
	if (!ok || sum == 0 || (up && down && !is_share(whole, sum))) {
		for (guint i = 0; i < n; i++)
			ret[i] = i == 0 ? whole : 0;
		return;
	}
	for (guint i = 0; i < n; i++) {
		struct amount head;

		before += weights[i];
		head = amount_scale(amount_of(whole), amount_of(before), amount_of(sum));
		ret[i] = head.ore - taken;
		taken = head.ore;
	}
}

bool
spread_lines(
    int64_t whole, const int64_t *weights, const bool *cost, guint n, int64_t *ret)
{
	g_autofree int64_t *own = g_new0(int64_t, (gsize)n + 1);
	int64_t costs = 0, sum = 0;
	guint savings = 0;
	bool fits = true;

	for (guint i = 0; i < n; i++) {
		fits = money_add(sum, weights[i], &sum) && fits;
		fits = (!cost[i] || money_add(costs, weights[i], &costs)) && fits;
		savings += !cost[i];
	}
	if (costs == 0 || savings == 0 || (sum != 0 && is_share(whole, sum))) {
		spread(whole, weights, n, ret);
		return fits;
	}
	savings = 0;
	for (guint i = 0; i < n; i++)
		if (!cost[i])
			own[savings++] = weights[i];
	fits = money_add(whole, -costs, &whole) && fits;
	spread(whole, own, savings, own);
	savings = 0;
	for (guint i = 0; i < n; i++)
		ret[i] = cost[i] ? weights[i] : own[savings++];
	return fits;
}
