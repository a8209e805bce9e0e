/*
 * phase.h - plan till och med m: a year's own target spread over the action's active
 * months.
 *
 * The active months of a year run from the start that lies inside it (else January) to
 * the finish that lies inside it (else December).  Where neither lies inside the year,
 * the whole year is assumed ("antagen profil").  Even parts, öre by largest remainder,
 * ties to the earliest, so months sum to the year exactly.  A year wholly outside
 * start..finish keeps the assumed whole year: the target stands and is not thrown away;
 * so does a year whose finish lies before its start.
 * Source: product.md 4.3.
 */
#ifndef ROLLUP_PHASE_H
#define ROLLUP_PHASE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "ledger/balance.h"
#include "plan/action.h"

struct phase {
	int first; /* 1..12 */
	int last;  /* first..12 */
	bool assumed;
};

/* start, finish: YYYYMM or 0. */
struct phase phase_of(int start, int finish, int year);
struct phase phase_of_action(const struct action *action, int year);

/* Plan from January to month_of_year 0..12, and of that one month. */
int64_t phase_to_date(struct phase phase, int64_t target_ore, int month_of_year);
int64_t phase_month(struct phase phase, int64_t target_ore, int month_of_year);

#endif
