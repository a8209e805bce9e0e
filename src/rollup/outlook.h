/*
 * outlook.h - what each action is yet to come to: plan to date, forecast, risk and lights
 * of the cut-off's year, and the same laid out on plan lines so that every grouping adds
 * up to the same total.
 *
 * Shape   struct outlook per action in the plan's order, struct prospect per line (or per
 *         action that has none).
 * Units   öre.  Source: product.md section 4, figures 3, 6, 7, 12.
 */
#ifndef ROLLUP_OUTLOOK_H
#define ROLLUP_OUTLOOK_H

#include "rollup/lights.h"
#include "rollup/rollup.h"

/* "Vad händer om": actions that are thought away or late (oversikt --utan, --forsena). */
struct delay {
	int64_t action;
	int months; /* how much later everything after the cut-off comes; 1.. */
};
struct scenario {
	const int64_t *without; /* action ids */
	guint n_without;
	const struct delay *delays;
	guint n_delays;
};
bool scenario_leaves_out(const struct scenario *scenario, int64_t action);

/* What has been realised of an action, to the cut-off. */
struct realised {
	struct amount year;   /* in the cut-off's year */
	struct amount before; /* in the years before it */
};

struct outlook_query {
	const struct plan *plan; /* actions, lines, targets; milestones for lights */
	int cutoff;
	int last_year;                   /* the programme's: what a delay moves past its
	                                    December is lost */
	const struct realised *realised; /* one per action */
	const struct followup *followup; /* NULL: nothing was reported */
	const struct settings *settings; /* NULL: neither lights nor weights */
	const struct scenario *scenario; /* NULL: as it is */
};

struct outlook {
	/* of the cut-off's year */
	struct amount target, plan, realised, forecast, weighted;
	bool owner;     /* the forecast is the owner's own */
	bool unfounded; /* a plan that has begun, and nothing to build a forecast on */
	int64_t weight; /* what the rest is weighted by, of SETTINGS_WEIGHT_WHOLE */
	struct lights lights;
};

/* A line in a year from the cut-off's on. */
struct prospect {
	guint action; /* index in plan->actions */
	int64_t line; /* 0: the action has no line to lay it on */
	int year;
	bool planned; /* there is a target: `plan_ore` is said, in the cut-off's year */
	bool assumed; /* its profile is assumed */
	int64_t target_ore;
	int64_t plan_ore;
	struct amount rest;     /* forecast less realised; a later year: what the owner's
	                           forecast or a delay changes of the target */
	struct amount weighted; /* of what is yet to come */
	bool cost;              /* införandekostnad: never weighted */
	/* what comes in each month of the year after the cut-off, as forecast */
	int64_t months[12];
};

/* What the cut-off's year is forecast from, after "prognosen": "är ägarens". */
const char *outlook_basis(const struct outlook *outlook);

/* What a line is yet to come to, weighted: costs and what is negative are whole. */
struct amount outlook_weigh(int64_t ore, bool cost, int64_t weight);

/*
 * The outlook of every action (g_free) and the prospects of their lines (GArray of struct
 * prospect).  An action that a scenario leaves out has none.  Errors: RANGE.
 */
bool outlooks_make(const struct outlook_query *query, struct outlook **ret_outlooks,
    GArray **ret_prospects, GError **error);

#endif
