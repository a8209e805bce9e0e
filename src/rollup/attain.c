/*
 * attain.c - a value against last year's or a target, in exact hundredths.
 */
#include "rollup/attain.h"

#include "money/digits.h"
#include "rollup/lights.h"

enum { SMALL_HUNDREDTHS = 10 * 100 };

const char *
trend_symbol(enum trend trend)
{
	switch (trend) {
	case TREND_UP:
		return "↑";
	case TREND_SAME:
		return "→";
	case TREND_DOWN:
		return "↓";
	case TREND_NONE:
		break;
	}
	return "";
}

/* |a − b|; unsigned holds it for any two. */
static uint64_t
distance(int64_t a, int64_t b)
{
	return a > b ? (uint64_t)a - (uint64_t)b : (uint64_t)b - (uint64_t)a;
}

static enum trend
trend_of(struct measure value, struct measure before)
{
	uint64_t change, base;

	if (!value.known || !before.known)
		return TREND_NONE;
	change = distance(value.hundredths, before.hundredths);
	base = digits_magnitude(before.hundredths);
	/* change × 100 < base, and no product that could leave the type */
	if (change == 0 || (base != 0 && change <= (base - 1) / 100))
		return TREND_SAME;
	return value.hundredths > before.hundredths ? TREND_UP : TREND_DOWN;
}

static enum light
light_of_trend(enum trend trend, enum trend right)
{
	if (trend == TREND_NONE)
		return LIGHT_GREY;
	if (trend == TREND_SAME)
		return LIGHT_YELLOW;
	return trend == right ? LIGHT_GREEN : LIGHT_RED;
}

static bool
is_reached(const struct attain_input *in)
{
	int64_t value = in->value.hundredths, target = in->target.hundredths;

	switch (in->direction) {
	case DIRECTION_AT_LEAST:
		return value >= target;
	case DIRECTION_AT_MOST:
		return value <= target;
	case DIRECTION_INCREASE:
	case DIRECTION_DECREASE:
	case DIRECTION_REACH:
	case DIRECTION__N:
		break;
	}
	return value == target;
}

/* Not there yet: does it move the right way? */
static bool
is_on_its_way(const struct attain_input *in, enum trend trend)
{
	int64_t target = in->target.hundredths;

	switch (in->direction) {
	case DIRECTION_AT_LEAST:
		return trend == TREND_UP;
	case DIRECTION_AT_MOST:
		return trend == TREND_DOWN;
	case DIRECTION_INCREASE:
	case DIRECTION_DECREASE:
	case DIRECTION_REACH:
	case DIRECTION__N:
		break;
	}
	return (trend == TREND_UP || trend == TREND_DOWN) &&
	       distance(in->value.hundredths, target) <
	           distance(in->before.hundredths, target);
}

static enum light
light_of_target(const struct attain_input *in, enum trend trend)
{
	if (!in->value.known || !in->target.known)
		return LIGHT_GREY;
	if (is_reached(in))
		return LIGHT_GREEN;
	return is_on_its_way(in, trend) ? LIGHT_YELLOW : LIGHT_RED;
}

static bool
is_small(struct measure measure)
{
	return measure.known && digits_magnitude(measure.hundredths) < SMALL_HUNDREDTHS;
}

struct attainment
attain_of(const struct attain_input *in)
{
	struct attainment ret = {
		.trend = trend_of(in->value, in->before),
		.small = in->count && (is_small(in->value) || is_small(in->before)),
	};

	switch (in->direction) {
	case DIRECTION_INCREASE:
		ret.light = light_of_trend(ret.trend, TREND_UP);
		break;
	case DIRECTION_DECREASE:
		ret.light = light_of_trend(ret.trend, TREND_DOWN);
		break;
	case DIRECTION_REACH:
	case DIRECTION_AT_LEAST:
	case DIRECTION_AT_MOST:
	case DIRECTION__N:
		ret.light = light_of_target(in, ret.trend);
		break;
	}
	return ret;
}

struct attainment
attain_total(struct attainment women, struct attainment men)
{
	return (struct attainment){
		.light = light_worse(women.light, men.light),
		.trend = women.trend == men.trend ? women.trend : TREND_NONE,
		.small = women.small || men.small,
	};
}
