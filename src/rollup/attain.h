/*
 * attain.h - måluppfyllelse: whether an indicator (styrmått) is where it should be.
 *
 * öka, minska         against the same period last year: the right way is grön, no change
 *                     (→) gul, the wrong way röd.  The target is not read.
 * nå, minst, högst    against the target: reached is grön, not reached but on its way
 *                     against the same period last year gul, else röd.  minst is reached
 *                     from the target up and its way is up, högst from it down and down;
 *                     nå is reached by the target alone and its way is the one that
 *                     lessens the distance.  Without last year's value nothing shows that
 *                     it is on its way.
 * change              less than 1 % of last year's value is none.  From zero every
 *                     change is one: it has no percentage.
 * data saknas         grå: without the value, and for öka and minska without last year's,
 *                     for the others without a target.
 * små tal             a count under 10, now or last year: the symbol says little, and
 *                     the report says so.  It changes no light.
 *
 * Product.md gives the rule for öka and minska and the 1 %; gul on the way to a target is
 * decided here.
 *
 * Units   hundredths of whatever the indicator measures, exact: 8,4 % is 840, 12 st 1200.
 * Source  product.md section 4, figure 16.
 */
#ifndef ROLLUP_ATTAIN_H
#define ROLLUP_ATTAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/measure.h"
#include "plan/words.h"

/* utveckling: the value against the same period last year, whatever way is right */
enum trend { TREND_NONE, TREND_UP, TREND_SAME, TREND_DOWN };
const char *trend_symbol(enum trend trend); /* "↑", "→", "↓"; "" for none */

struct attain_input {
	enum direction direction;
	bool count;            /* a number of something, not a share or an amount */
	struct measure value;  /* of the period */
	struct measure before; /* of the same period last year */
	struct measure target; /* only nå, minst, högst */
};

struct attainment {
	enum light light; /* never LIGHT_NONE */
	enum trend trend;
	bool small; /* "små tal" */
};

/* One series: women, men, or an indicator that is not split. */
struct attainment attain_of(const struct attain_input *input);

/*
 * The total of a split indicator: the worse light of K and M, in the order röd, gul, grå,
 * grön, so that what is known to be bad is said and what is half unknown is never grön.
 * The trend both have, TREND_NONE when they part: no arrow means two ways.  Small when
 * either is.
 */
struct attainment attain_total(struct attainment women, struct attainment men);

#endif
