/*
 * netting.h - the same krona claimed by two actions: what overlaps take off the one that
 * yields.
 *
 * An overlap is an amount of a year's target (year 0: of the whole target).  Off what is
 * realised, forecast or planned to date it takes the same share as off the target, at
 * most itself and never below nothing: when half of a target is realised, half of its
 * overlap is.  One whose amount or yielding action is not said takes nothing.
 *
 * Source  product.md section 4, figure 13.
 */
#ifndef ROLLUP_NETTING_H
#define ROLLUP_NETTING_H

#include "plan/plan.h"
#include "rollup/rollup.h"

/* Sum of the known overlaps in which an action yields in a year (-1: all years). */
struct amount overlap_of_action(const struct plan *plan, int64_t action, int year);

/* What is left of `gross`; where nothing is taken, all of it. */
struct amount netting_net(struct amount gross, struct amount taken);

/* The part of `amount` that is taken when `overlap` is taken of `target`. */
struct amount netting_part(
    struct amount overlap, struct amount target, struct amount amount);

/* Is there any overlap that takes something? */
bool netting_takes(const struct plan *plan);

/*
 * What overlaps take off an action's figures in a column of a rollup by action; missing
 * where they take nothing.  In "totalt" it is the sum of the years' and of the overlaps
 * without year.
 */
void netting_taken(const struct plan *plan, const struct rollup *rollup,
    const struct rollup_row *row, int column, struct figure *ret);

#endif
