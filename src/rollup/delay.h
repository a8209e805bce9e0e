/*
 * delay.h - an action that is thought late: what is yet to come of it comes some months
 * later, and what then falls after the programme's last year is lost.
 */
#ifndef ROLLUP_DELAY_H
#define ROLLUP_DELAY_H

#include "rollup/outlook.h"

struct delay_terms {
	int year, month; /* the cut-off's */
	int last_year;   /* the programme's */
	int months;      /* how late */
	bool weighted;   /* the prospects are weighted, by: */
	int64_t weight;
};

/* Move the prospects from index `from` on, which are all of one action's; years into
 * which something is moved get prospects of their own.  False when a sum leaves int64. */
bool delay_prospects(
    GArray *prospects, guint from, guint action, const struct delay_terms *terms);

#endif
