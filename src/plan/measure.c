/*
 * measure.c - writing and comparing what indicators show.
 */
#include "plan/measure.h"

#include "money/digits.h"

struct measure
measure_of(int64_t hundredths)
{
	return (struct measure){ hundredths, true };
}

bool
measure_equal(struct measure a, struct measure b)
{
	return a.known == b.known && (!a.known || a.hundredths == b.hundredths);
}

char *
measure_text(struct measure measure)
{
	GString *out = g_string_new(NULL);
	uint64_t rest = digits_magnitude(measure.hundredths);
	int decimals = 2;

	if (!measure.known)
		return g_string_free(g_string_append(out, DIGITS_MISSING), FALSE);
	if (measure.hundredths < 0)
		g_string_append(out, DIGITS_MINUS);
	for (; decimals > 0 && rest % 10 == 0; decimals--)
		rest /= 10;
	digits_append(out, rest, decimals, ',', DIGITS_THOUSAND);
	return g_string_free(out, FALSE);
}

bool
measures_equal(const struct measures *a, const struct measures *b)
{
	return measure_equal(a->women, b->women) && measure_equal(a->men, b->men) &&
	       measure_equal(a->total, b->total);
}

bool
measures_known(const struct measures *m)
{
	return m->women.known || m->men.known || m->total.known;
}
