/*
 * slippage.h - eftersläpning: how far an action is behind its plan, in money and in
 * months.
 *
 * Money   P − R, the other sign of figure_deviation: positive is behind.  With a plan
 *         and nothing reported it is the whole plan, so that rows add up to their total,
 *         whatever the status; missing without a plan.
 * Months  expected finish − planned finish; positive is late, negative is early.
 *   planned   what was decided: the finish of the first version in stage 3 (beslutad) or
 *             higher that says one, else of the first version that says one.  Later
 *             versions move what is expected, not what was planned.
 *   expected  the finish the action says now.  When that month is closed and the action
 *             is not genomförd (neither the status nor stage 4 says so), the earliest it
 *             can still finish is the month after the cut-off, and that is expected.
 *   unknown   when either is, and for an action that is avbruten, struken or flyttad: it
 *             will not finish here, so it is neither late nor in time.
 *
 * A finish without a month is its last one: "Q4 2020" is 202012.
 * Source  product.md section 4, figure 11.
 */
#ifndef ROLLUP_SLIPPAGE_H
#define ROLLUP_SLIPPAGE_H

#include "plan/action.h"
#include "plan/followup.h"
#include "rollup/rollup.h"

struct slippage {
	struct amount behind; /* P − R */
	int planned;          /* YYYYMM; 0 unknown */
	int expected;         /* YYYYMM; 0 unknown */
	int months;           /* 0 when not known */
	bool months_known;
};

/* `figure` is the action's cell of the year or the total that is shown, `followup` of the
 * same instant as the action, cutoff YYYYMM. */
struct slippage slippage_of(const struct action *action, const struct figure *figure,
    const struct followup *followup, int cutoff);

/* "3 mån sent", "1 mån tidigt", "i tid", "–".  g_free. */
char *slippage_text(const struct slippage *slippage);

#endif
