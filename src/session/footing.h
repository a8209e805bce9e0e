/*
 * footing.h - what a view rests on: sums, what is yet to come, and the plan, as of one
 * change; for src/session only.
 */
#ifndef SESSION_FOOTING_H
#define SESSION_FOOTING_H

#include "rollup/outlook.h"
#include "session/state.h"

#define GROUPING_BIT(g) (1u << (g))
#define GROUPINGS_ALL   (GROUPING_BIT(GROUPING__N) - 1)

/* How far a view goes beyond the sums. */
enum footing_depth {
	FOOTING_FORECAST, /* plan to date and forecast */
	FOOTING_FULL      /* risk, lights and what they rest on, too */
};

struct footing {
	int64_t change;
	int cutoff;
	bool year_only; /* sums of the cut-off's year alone */
	bool weighted;  /* the depth is full */
	struct plan *plan;
	GArray *sums;       /* struct balance: targets and realised */
	GArray *after;      /* realised after the cut-off in its year, negative */
	GArray *unverified; /* what nobody has attested, where the programme demands it */
	GArray *ahead;      /* plan to date and what is yet to come (outlook.h) */
	GArray *left_out;   /* what a scenario thinks away, negative */
	struct settings settings;  /* set when full */
	struct followup *followup; /* NULL: nothing was needed of it */
	/* per plan->actions, and per line; NULL when the sums alone say it */
	struct outlook *outlooks;
	GArray *prospects;
	struct scenario scenario;
	int64_t *without;
	struct delay *delays;
};

/*
 * Read what a view of some groupings needs; `parts` of the plan at least.  A cut-off in
 * December, without any owner's forecast, needs nothing but the yearly sums: the plan to
 * date is the target, the forecast what is realised.  footing_clear even when it fails.
 */
bool footing_make(struct session *s, const struct view *view, unsigned groupings,
    unsigned parts, enum footing_depth depth, struct footing *ret, GError **error);
void footing_clear(struct footing *footing);

bool footing_build(const struct footing *footing, enum grouping grouping,
    enum selection selection, struct rollup **ret, GError **error);

#endif
