/*
 * adjust.h - what stands between a plan's sums and the requirement: the gap ladder, the
 * bridge, printed sums against computed ones, the reality test.
 *
 * Source: product.md section 4, figures 8, 14, 15.
 */
#ifndef ROLLUP_ADJUST_H
#define ROLLUP_ADJUST_H

#include <glib.h>

#include "ledger/saving.h"
#include "plan/plan.h"
#include "rollup/netting.h"

/* 8. The gap ladder of a year (0: the whole programme), counted and net of overlaps. */
struct gap_ladder {
	int year;
	struct amount requirement;
	struct amount identified; /* targets */
	struct amount decided;    /* targets of actions with stage >= 3 */
	struct amount forecast;
	struct amount weighted; /* riskjusterat */
	struct amount realised;
	struct amount
	    unidentified; /* requirement - identified; negative: överplanering */
};
/* `counted` is a rollup by action of SELECT_COUNTED. */
void gap_ladder_make(const struct plan *plan, const struct rollup *counted, int year,
    struct gap_ladder *ret);

/* 14. The bridge from all listed to what counts: first row all, then one row per area
 * with outside actions (negative), last row the counted.  cells as rollup columns. */
struct bridge_row {
	const char *text; /* "Allt som listas", "Utanför: Inköp och upphandling", "Räknas
	                     mot kravet" */
	struct amount *cells;
};
struct bridge {
	int n_years;
	int first_year;
	GArray *rows; /* struct bridge_row */
	GStringChunk *text;
};
/* `counted` and `outside` are rollups by area with the same columns. */
struct bridge *bridge_make(const struct rollup *counted, const struct rollup *outside);
void bridge_free(struct bridge *bridge);

/* A printed sum against the computed one. */
struct printed_sum {
	int year; /* 0: whole programme */
	enum kind kind;
	int64_t printed_ore;
	struct amount computed;
	int64_t difference_ore; /* computed - printed */
	int64_t explained_ore;  /* what the reason covers */
	const char *reason;
	bool holds; /* difference == explained, and a difference has a reason */
};
/* One per requirement, from the plan's counted targets.  A sum without amounts is held as
 * 0; only a plan without any counted amount has nothing to compare and holds.  GArray of
 * struct printed_sum. */
GArray *printed_sums_make(const struct plan *plan);

/* 15. requirement × realised / promised of each benchmark that has both. */
struct reality {
	const struct benchmark *benchmark; /* borrowed from the plan */
	struct share ratio;
	struct amount amount;
};
GArray *reality_make(const struct plan *plan); /* struct reality */

#endif
