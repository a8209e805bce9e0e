/*
 * action_sums.h - what each action aims at and has realised, year by year, in one pass
 * over a plan and its cube: for checks that look at every action.
 */
#ifndef ROLLUP_ACTION_SUMS_H
#define ROLLUP_ACTION_SUMS_H

#include <glib.h>

#include "plan/plan.h"

struct action_sum {
	int64_t action;
	int year;               /* 0: ej årsfördelat */
	struct amount target;   /* missing: no target of the year */
	struct amount realised; /* missing: nothing reported */
};

/*
 * GArray of struct action_sum by action, year: the years that an action has a target or a
 * saving in.  `cube` (struct cube_cell, NULL: none) may have lines of other plans, which
 * are left out.  The store refuses sums that leave int64; here such a sum is missing what
 * did not fit.
 */
GArray *action_sums_make(const struct plan *plan, const GArray *cube);

/* The first row of an action and how many it has; 0 when it has none. */
guint action_sums_of(const GArray *sums, int64_t action, guint *ret_n);

/* The sum of an action's targets in a year (-1: all of them, ej årsfördelat too). */
struct amount action_sums_target(const GArray *sums, int64_t action, int year);

#endif
