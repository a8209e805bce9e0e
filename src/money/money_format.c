/*
 * money_format.c - amounts written for people and for files.
 */
#include "money/money_format.h"

#include <string.h>

#include "money/digits.h"

/* Decimals with which a unit is exact to the öre. */
static int
exact_decimals(enum money_unit unit)
{
	return unit == MONEY_MKR ? 8 : unit == MONEY_TKR ? 5 : 2;
}

int
money_unit_decimals(enum money_unit unit)
{
	return unit == MONEY_MKR ? 1 : unit == MONEY_TKR ? 0 : 2;
}

static void
append_zeros(GString *out, int count)
{
	while (count-- > 0)
		g_string_append_c(out, '0');
}

/* `plus` is what stands before an amount above zero. */
static void
append_rounded(GString *out, struct amount amount, enum money_unit unit, int decimals,
    const char *plus)
{
	int exact = exact_decimals(unit), shown = CLAMP(decimals, 0, exact);
	uint64_t ore = digits_magnitude(amount.ore), step, rest;

	if (!amount.known) {
		g_string_append(out, DIGITS_MISSING);
		return;
	}
	step = digits_power(exact - shown);
	rest = ore % step;
	ore /= step;
	if (rest > 0 && rest >= step - rest)
		ore++;
	if (ore > 0)
		g_string_append(out, amount.ore < 0 ? DIGITS_MINUS : plus);
	digits_append(out, ore, shown, ',', DIGITS_THOUSAND);
	append_zeros(out, decimals - shown);
}

void
amount_append(GString *out, struct amount amount, enum money_unit unit, int decimals)
{
	append_rounded(out, amount, unit, decimals, "");
}

char *
amount_text(struct amount amount, enum money_unit unit, int decimals)
{
	GString *out = g_string_sized_new(32);

	amount_append(out, amount, unit, decimals);
	return g_string_free(out, FALSE);
}

void
amount_append_signed(
    GString *out, struct amount amount, enum money_unit unit, int decimals)
{
	append_rounded(out, amount, unit, decimals, "+");
}

/* Two digits before `p`. */
static char *
put_pair(char *p, unsigned pair)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
	                            "25262728293031323334353637383940414243444546474849"
	                            "50515253545556575859606162636465666768697071727374"
	                            "75767778798081828384858687888990919293949596979899";

	*--p = pairs[2 * pair + 1];
	*--p = pairs[2 * pair];
	return p;
}

/* The form of every amount in every export, so written straight into place. */
char *
amount_put_plain(char *to, struct amount amount, char mark)
{
	char buffer[AMOUNT_PLAIN_MAX], *end = buffer + sizeof buffer, *p = end;
	uint64_t ore = digits_magnitude(amount.ore);

	if (!amount.known)
		return to;
	p = put_pair(p, (unsigned)(ore % 100));
	*--p = mark;
	for (ore /= 100; ore >= 100; ore /= 100)
		p = put_pair(p, (unsigned)(ore % 100));
	if (ore >= 10)
		p = put_pair(p, (unsigned)ore);
	else
		*--p = (char)('0' + ore);
	if (amount.ore < 0)
		*--p = '-';
	memcpy(to, p, (size_t)(end - p));
	return to + (end - p);
}

void
amount_append_plain(GString *out, struct amount amount, char mark)
{
	char buffer[AMOUNT_PLAIN_MAX];

	g_string_append_len(out, buffer, amount_put_plain(buffer, amount, mark) - buffer);
}

static void
append_exact(GString *out, struct amount amount, enum money_unit unit, int decimals,
    char mark, const char *minus, const char *thousands)
{
	int exact = exact_decimals(unit), least = CLAMP(decimals, 0, exact),
	    shown = exact;
	uint64_t ore = digits_magnitude(amount.ore);

	if (!amount.known)
		return;
	while (shown > least && ore % 10 == 0) {
		ore /= 10;
		shown--;
	}
	if (amount.ore < 0)
		g_string_append(out, minus);
	digits_append(out, ore, shown, mark, thousands);
	append_zeros(out, decimals - shown);
}

void
amount_append_exact(
    GString *out, struct amount amount, enum money_unit unit, int decimals, char mark)
{
	append_exact(out, amount, unit, decimals, mark, "-", "");
}

char *
amount_mkr(struct amount amount)
{
	GString *out = g_string_new(NULL);

	if (amount.known) {
		amount_append_exact(out, amount, MONEY_MKR, 1, ',');
		g_string_append(out, " mkr");
	}
	return g_string_free(out, FALSE);
}

void
amount_append_full(GString *out, struct amount amount, enum money_unit unit, int decimals)
{
	append_exact(out, amount, unit, decimals, ',', DIGITS_MINUS, DIGITS_THOUSAND);
}
