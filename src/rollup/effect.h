/*
 * effect.h - what a year's target is worth, by the basis (bas) it was given on: within
 * the year, and when it works a whole year.
 *
 * period  the year's own figure.  In the year T; a whole year T × 12 / active months.
 * nivå    the figure is a permanent step.  In the year all earlier steps whole, and the
 *         year's own × (13 − start month) / 12; a whole year all steps to and with it.
 * engång  comes once.  In the year T; a whole year 0.
 *
 * Units   öre; fractions are rounded half away from zero, once for each figure.
 * Source  product.md section 4, figure 10; active months are those of phase.h.
 */
#ifndef ROLLUP_EFFECT_H
#define ROLLUP_EFFECT_H

#include "money/amount.h"
#include "plan/words.h"

struct effect {
	struct amount in_year;
	struct amount full_year; /* helårseffekt */
};

/*
 * The effect in year first_year + index.  `targets` are of n consecutive years from
 * first_year, missing where a year has none; what is ej årsfördelat belongs to no year
 * and is not among them.  start, finish: the action's, YYYYMM or 0.
 *
 *   start month   the start's when it lies in the year, else January.  An earlier year's
 *                 step is whole, whenever it began, and stays whole after the finish: a
 *                 step that ends is a step down of its own.
 *   no own target period and engång: both missing, and also engång's 0, because nobody
 *                 has said that anything will come.  nivå: what the earlier steps make,
 *                 both missing when there is none.  A year without a step is no step of
 *                 zero, but neither adds anything.
 *   zero          is an amount: both are 0.
 *   outside 0..n  before the first year both are missing; after the last one a year has
 *                 no own target, as above, so steps go on.
 *   too large     a figure that leaves int64 is missing.
 */
struct effect effect_of(enum basis basis, const struct amount *targets, int n,
    int first_year, int index, int start, int finish);

#endif
