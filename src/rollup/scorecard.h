/*
 * scorecard.h - every indicator of a plan at a cut-off: what it shows, what that is
 * compared with, whether it is where it should be, and the lights of the goals above.
 *
 * Shape   one score per indicator, in the plan's order; everything is borrowed from the
 *         plan, which must outlive the scores.  Only measurements of no place ("") count:
 *         those of places are series beside, and nothing says how they add up.
 * Source  product.md section 4, figure 16, by attain.h.
 */
#ifndef ROLLUP_SCORECARD_H
#define ROLLUP_SCORECARD_H

#include "plan/plan.h"
#include "rollup/attain.h"

struct score {
	const struct indicator *indicator;
	/* The latest that ends at or before the cut-off, the longest of those that end
	 * together; it may say that data are missing.  NULL: none. */
	const struct measurement *now;
	const struct measurement *before; /* the same period last year; NULL: none */
	/* `before`, else the latest earlier one with a value: shown beside, never what
	 * the light rests on.  NULL: none. */
	const struct measurement *compared;
	bool split;      /* `now` has women or men: the total is the worse of the two */
	bool off_period; /* measured in a month when it is not followed up */
	/* `now` and `compared` have values and none of a kind: a total against K and M */
	bool other_kind;
	struct attainment women, men; /* grå when not split */
	struct attainment total;
};

/* struct score; g_array_unref. */
GArray *scorecard_make(const struct plan *plan, int cutoff);

/* By the indicator's code; borrowed, NULL if there is none. */
const struct score *scorecard_find(const GArray *scores, const char *code);

/*
 * The worst light under a goal in the order röd, gul, grå, grön: of its indicators and
 * its children's.  A goal without either is grå, and so nothing above it is grön.
 * A code that no goal has is grå.
 */
enum light scorecard_goal_light(
    const struct plan *plan, const GArray *scores, const char *goal);
/* Those of all goals, in the plan's order, in one pass: enum light; g_array_unref. */
GArray *scorecard_goal_lights(const struct plan *plan, const GArray *scores);

/* Is a goal the one with `code` or somewhere under it?  Not when there is no such goal.
 */
bool scorecard_is_under(const struct plan *plan, const char *goal, const char *code);

/* Why the total is grå, a clause: "riktningen är inte angiven"; "" when it is not. */
const char *scorecard_why(const struct score *score);

/*
 * Whether a period is one of those in an indicator's `periods` ("DÅ04,08, ÅR"): by its
 * last month.  True too when the text says nothing that is understood.
 */
bool scorecard_is_due(const char *periods, struct period period);

#endif
