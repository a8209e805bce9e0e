/*
 * compare.h - what differs between two looks at a programme: per action and field, from
 * what to what, and the totals before and after.
 *
 * Both are whole states, so that what was changed and changed back within the time does
 * not show, and a saving and its corrections are one sum.
 * Shape   rows of the programme first, then of each action in the later plan's order,
 *         last those of actions that are gone.  A new action is its name, its targets and
 *         what has been said and posted of it, not every field.
 * Units   öre in the totals; the values of rows are words and "12,5 mkr", exact.
 */
#ifndef ROLLUP_COMPARE_H
#define ROLLUP_COMPARE_H

#include "rollup/overview.h"

struct difference {
	const char *action; /* code; "" when it is the programme's */
	const char *name;   /* the action's, as it is later; "" likewise */
	const char *field;  /* "status", "mål 2021, X, drift", "läge DÅ04-2021" */
	const char *before, *after; /* "" for nothing */
};

enum compared {
	COMPARED_REQUIREMENT, /* krav */
	COMPARED_TARGET,      /* of what counts, as the rest are */
	COMPARED_REALISED,
	COMPARED_FORECAST,
	COMPARED_WEIGHTED,
	COMPARED__N
};
struct compared_info {
	const char *key;   /* "mal": in CSV and JSON */
	const char *label; /* "Mål" */
};
extern const struct compared_info compared_infos[COMPARED__N];

struct comparison {
	const struct overview *before, *after; /* borrowed, must outlive this */
	GArray *rows;                          /* struct difference */
	struct amount totals[COMPARED__N][2];  /* before, after */
	guint actions;                         /* how many actions differ */
	GStringChunk *text;
};

struct comparison *compare_overviews(
    const struct overview *before, const struct overview *after);
void comparison_free(struct comparison *comparison);
/* After less before, no amount counted as nothing; missing when neither is known. */
struct amount compared_change(const struct comparison *comparison, enum compared which);

#endif
