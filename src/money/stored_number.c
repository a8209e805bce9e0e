/*
 * stored_number.c - decimal digits, a point and an exponent.
 */
#include "money/stored_number.h"

#include <string.h>

#define MAX_DIGITS   64
#define MAX_EXPONENT 400
/* how many digits after the last that counts are looked at */
#define NOISE_DIGITS 4

struct digits {
	bool negative;
	char digit[MAX_DIGITS]; /* 0-9, not signs; no leading zeros */
	int n;
	int point; /* how many of them stand before the decimal mark; may be outside 0..n
	            */
};

static bool
take_mantissa(const char **text, struct digits *d)
{
	const char *p = *text;
	bool after = false, any = false;

	for (; g_ascii_isdigit(*p) || (*p == '.' && !after); p++) {
		if (*p == '.') {
			after = true;
			continue;
		}
		any = true;
		if (d->n == 0 && *p == '0') {
			d->point -= after;
			continue;
		}
		if (d->n == MAX_DIGITS)
			return false;
		d->digit[d->n++] = (char)(*p - '0');
		d->point += !after;
	}
	*text = p;
	return any && d->point >= -MAX_EXPONENT;
}

static bool
take_exponent(const char **text, struct digits *d)
{
	const char *p = *text;
	bool negative;
	int exponent = 0;

	if (*p != 'e' && *p != 'E')
		return true;
	p++;
	negative = *p == '-';
	if (*p == '-' || *p == '+')
		p++;
	if (!g_ascii_isdigit(*p))
		return false;
	for (; g_ascii_isdigit(*p); p++) {
		exponent = exponent * 10 + (*p - '0');
		if (exponent > MAX_EXPONENT)
			return false;
	}
	d->point += negative ? -exponent : exponent;
	*text = p;
	return true;
}

/* The digit at a place counted from the decimal mark: 0 is the first decimal. */
static int
digit_at(const struct digits *d, int place)
{
	int i = d->point + place;

	return i >= 0 && i < d->n ? d->digit[i] : 0;
}

/* Keep only `keep` digits of those there are; `up`: one more in the last. */
static void
cut(struct digits *d, int keep, bool up)
{
	int i = keep - 1;

	d->n = MAX(MIN(d->n, keep), 0);
	if (!up)
		return;
	while (d->n < keep)
		d->digit[d->n++] = 0;
	for (; i >= 0 && d->digit[i] == 9; i--)
		d->digit[i] = 0;
	if (i >= 0) {
		d->digit[i]++;
		return;
	}
	memmove(d->digit + 1, d->digit, (size_t)d->n);
	d->digit[0] = 1;
	d->n++;
	d->point++;
}

/* Is what stands after `decimals` noise?  Below half a thousandth the first digits are
 * 0004…, above 9995…. */
static void
cut_noise(struct digits *d, int decimals)
{
	int first = 0;

	if (d->point + decimals >= d->n)
		return;
	for (int i = 0; i < NOISE_DIGITS; i++)
		first = first * 10 + digit_at(d, decimals + i);
	if (first < 5)
		cut(d, d->point + decimals, false);
	else if (first >= 9995)
		cut(d, d->point + decimals, true);
}

static void
append(const struct digits *d, char mark, GString *out)
{
	int last = d->n - d->point; /* decimals with content */

	while (last > 0 && digit_at(d, last - 1) == 0)
		last--;
	if (d->negative)
		g_string_append_c(out, '-');
	if (d->point <= 0)
		g_string_append_c(out, '0');
	for (int i = -d->point; i < 0; i++)
		g_string_append_c(out, (char)('0' + digit_at(d, i)));
	if (last > 0)
		g_string_append_c(out, mark);
	for (int i = 0; i < last; i++)
		g_string_append_c(out, (char)('0' + digit_at(d, i)));
}

bool
stored_number(const char *text, int decimals, char mark, GString *out)
{
	struct digits d = { 0 };

	d.negative = *text == '-';
	if (*text == '-' || *text == '+')
		text++;
	if (!take_mantissa(&text, &d) || !take_exponent(&text, &d) || *text)
		return false;
	cut_noise(&d, decimals);
	if (d.n == 0) /* nothing is left, nor a minus */
		d = (struct digits){ 0 };
	append(&d, mark, out);
	return true;
}
