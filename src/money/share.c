/*
 * share.c - percentages and shares of amounts, exact until the one rounding.
 */
#include "money/share.h"

#include "money/digits.h"

/* A product of two amounts needs twice the bits of one. */
__extension__ typedef unsigned __int128 wide;

/* a × b / divisor, rounded half away from zero; missing when divisor is 0 or the result
 * leaves int64. */
static struct amount
scale(int64_t a, int64_t b, int64_t divisor)
{
	bool negative = (a < 0) ^ (b < 0) ^ (divisor < 0);
	wide product = (wide)digits_magnitude(a) * digits_magnitude(b), quotient, rest;
	uint64_t by = digits_magnitude(divisor);

	if (by == 0)
		return AMOUNT_NONE;
	quotient = product / by;
	rest = product % by;
	if (rest > 0 && rest >= by - rest)
		quotient++;
	if (quotient > INT64_MAX)
		return AMOUNT_NONE;
	return amount_of(negative ? -(int64_t)quotient : (int64_t)quotient);
}

struct share
share_of(struct amount part, struct amount whole)
{
	struct amount tenths = AMOUNT_NONE;

	if (part.known && whole.known)
		tenths = scale(part.ore, 1000, whole.ore);
	return (struct share){ tenths.ore, tenths.known };
}

void
share_append(GString *out, struct share share)
{
	if (!share.known) {
		g_string_append(out, DIGITS_MISSING);
		return;
	}
	if (share.tenths < 0)
		g_string_append(out, DIGITS_MINUS);
	digits_append(out, digits_magnitude(share.tenths), 1, ',', DIGITS_THOUSAND);
	g_string_append(out, "\xC2\xA0%");
}

char *
share_text(struct share share)
{
	GString *out = g_string_sized_new(16);

	share_append(out, share);
	return g_string_free(out, FALSE);
}

struct amount
amount_scale(struct amount amount, struct amount num, struct amount den)
{
	if (!amount.known || !num.known || !den.known)
		return AMOUNT_NONE;
	return scale(amount.ore, num.ore, den.ore);
}
