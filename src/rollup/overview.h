/*
 * overview.h - one look at a programme: what the overview screen, `oversikt`, `demo` and
 * the board's appendix all show, computed once.
 *
 * Everything is borrowed from the plan it was made of or owned here; the plan must
 * outlive it.
 */
#ifndef ROLLUP_OVERVIEW_H
#define ROLLUP_OVERVIEW_H

#include "rollup/curve.h"
#include "rollup/forecast_error.h"
#include "rollup/key_figures.h"
#include "rollup/slippage.h"

struct deviation {
	const struct action *action;
	struct amount
	    deviation; /* R - P to date over the whole programme; negative is behind */
	struct figure total;
};

/* The latest status report of an action, if any. */
struct latest_report {
	const char *round; /* "" when there is none */
	int cutoff;
	enum light light;
	bool nothing_new;
	const char *comment;
	bool reported; /* there is one for the cut-off's month */
	bool awaited; /* overview: it is reported, or a round of the month waits for it */
};

struct overview {
	const struct plan *plan;
	const char *unit; /* only its actions are in the plan and the sums; NULL: all */
	int cutoff;
	int64_t change;                    /* the last change it shows */
	int64_t at_ms;                     /* when that was made; 0 for none */
	struct rollup *by[GROUPING_MONTH]; /* counted, by every grouping */
	struct rollup *outside;            /* by area */
	struct rollup *all_actions;        /* SELECT_ALL by action */
	struct gap_ladder gap;             /* whole programme */
	struct key_figures figures;        /* counted, columns as by[] */
	struct pace pace;                  /* counted */
	struct settings settings;          /* that the figures used */
	struct outlook *outlooks;          /* one per plan->actions */
	struct slippage *slippages;        /* one per plan->actions */
	int lights[LIGHT__N];              /* how many counted actions have each light */
	int unfounded;                     /* counted actions without any forecast */
	int empty;      /* counted actions with so many empty reports that it matters */
	GArray *errors; /* struct forecast_error */
	struct bridge *bridge;
	GArray *printed;    /* struct printed_sum */
	GArray *reality;    /* struct reality */
	GArray *deviations; /* struct deviation, counted, most behind first, all < 0 */
	GArray *curve;      /* struct curve_point */
	struct followup *followup;     /* what lights and reports rest on */
	struct latest_report *reports; /* one per plan->actions */
	int counted;                   /* actions that count */
	int reported; /* counted actions with a status report for the cut-off month */
	int awaited;  /* those, and the counted ones its rounds wait for */
};

void overview_free(struct overview *overview);

#endif
