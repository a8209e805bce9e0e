/*
 * footing.h - what a view rests on: sums, plan to date and plan as of one change, for
 * src/session only.
 */
#ifndef SESSION_FOOTING_H
#define SESSION_FOOTING_H

#include "session/state.h"

#define GROUPING_BIT(g) (1u << (g))
#define GROUPINGS_ALL   (GROUPING_BIT(GROUPING__N) - 1)

struct footing {
	int64_t change;
	int cutoff;
	bool year_only; /* sums of the cut-off's year alone */
	struct plan *plan;
	GArray *sums; /* struct balance: targets and realised */
	GArray
	    *after; /* realised after the cut-off in its year, negative; may be empty */
	GArray *phased; /* plan to date of the cut-off's year; may be empty */
};

/*
 * Read what a view of some groupings needs; `parts` of the plan at least.  A cut-off in
 * December needs nothing but the yearly sums: the plan to date is the target.  Any other
 * month needs the lines of its year.  footing_clear even when it fails.
 */
bool footing_make(struct session *s, const struct view *view, unsigned groupings,
    unsigned parts, struct footing *ret, GError **error);
void footing_clear(struct footing *footing);

bool footing_build(const struct footing *footing, enum grouping grouping,
    enum selection selection, struct rollup **ret, GError **error);

#endif
