/*
 * spread.h - one amount laid out over several, so that the parts sum to it exactly.
 *
 * Units   öre.
 */
#ifndef ROLLUP_SPREAD_H
#define ROLLUP_SPREAD_H

#include "money/amount.h"

#include <glib.h>

/* `whole` over n weights so that the parts sum to it exactly.  No weights leave all of it
 * to the first part; so do weights of both signs, unless it is a share of their sum: what
 * they have in common could be next to nothing beside them. */
void spread(int64_t whole, const int64_t *weights, guint n, int64_t *ret);

/*
 * `whole` over an action's lines of one year.  A share of what the plan has comes in the
 * same share of every line.  Anything else is the owner's word about the savings: the
 * costs come as planned, and the rest is spread over the other lines.
 * False when a sum leaves int64.
 */
bool spread_lines(
    int64_t whole, const int64_t *weights, const bool *cost, guint n, int64_t *ret);

#endif
