/*
 * amount.c - sums of amounts that may be missing.
 */
#include "money/amount.h"

struct amount
amount_of(int64_t ore)
{
	return (struct amount){ ore, true };
}

bool
money_add(int64_t a, int64_t b, int64_t *ret)
{
	int64_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		return false;
	*ret = sum;
	return true;
}

bool
amount_add(struct amount *sum, struct amount term)
{
	int64_t ore;

	if (!term.known)
		return true;
	if (!money_add(sum->known ? sum->ore : 0, term.ore, &ore))
		return false;
	*sum = amount_of(ore);
	return true;
}

static bool
is_lost(struct amount amount)
{
	return !amount.known && amount.ore == AMOUNT_LOST.ore;
}

void
amount_total(struct amount *sum, struct amount term)
{
	if (is_lost(*sum) || is_lost(term) || !amount_add(sum, term))
		*sum = AMOUNT_LOST;
}

struct amount
amount_minus(struct amount a, struct amount b)
{
	int64_t ore;

	if (!a.known || !b.known || __builtin_sub_overflow(a.ore, b.ore, &ore))
		return AMOUNT_NONE;
	return amount_of(ore);
}

bool
amount_equal(struct amount a, struct amount b)
{
	return a.known == b.known && (!a.known || a.ore == b.ore);
}
