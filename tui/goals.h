/*
 * goals.h - the state of the goals screen: the tree of goals with what hangs on them.
 *
 * Shape   goals, their indicators (with those that are a part of them, and a row for each
 *         place that is measured), what is missing, milestones, and the actions that
 *         serve a goal, folded to one row until they are asked for.  Everything is
 *         borrowed from the session's plan.
 */
#ifndef TUI_GOALS_H
#define TUI_GOALS_H

#include "rollup/scorecard.h"
#include "tui/screen.h"

enum goal_row_kind {
	GOAL_ROW_HEADING, /* what stands at the root, where that is of several kinds */
	GOAL_ROW_GOAL,
	GOAL_ROW_INDICATOR,
	GOAL_ROW_PLACE,   /* an indicator at one place */
	GOAL_ROW_MISSING, /* an insatsområde without målbild */
	GOAL_ROW_MILESTONE,
	GOAL_ROW_ACTIONS, /* how many serve the goal; unfolds to them */
	GOAL_ROW_ACTION
};

struct goal_row {
	enum goal_row_kind kind;
	int depth;
	const char *text;          /* of a heading, a place */
	const struct goal *goal;   /* the row's own, or the one it hangs on; NULL: none */
	const struct score *score; /* of an indicator or a place; else NULL */
	const struct action *action;
	const struct milestone *milestone;
	int count;   /* of GOAL_ROW_ACTIONS */
	bool parent; /* can be folded */
	bool folded;
	const char *key; /* what it is, however rows move */
};

struct goals {
	const struct plan *plan; /* borrowed; NULL: could not be read */
	int cutoff;
	GArray *scores;                 /* struct score */
	GArray *lights;                 /* enum light of each goal */
	const struct goal_lists *lists; /* while rows are made; else NULL */
	GArray *rows;                   /* struct goal_row */
	GStringChunk *keys;
	GHashTable *turned; /* keys of rows that are not folded as they begin; owned */
	int64_t programme;  /* whose rows they are */
	char *selected;     /* key; NULL: none */
	int at, top, height;
};

/* Rows anew from plan and scores; what is folded and selected stays. */
void goals_fill(struct goals *goals);
/* NULL when there are none. */
const struct goal_row *goals_selected(const struct goals *goals);
void goals_move(struct goals *goals, int at);
/* 1 folds, or goes to the row above that can be; 0 unfolds; -1 the other way. */
void goals_fold(struct goals *goals, int folded);
bool goals_is_empty(const struct goals *goals);

/* Everything about a row as lines to read: the first says what it is. */
GPtrArray *goals_describe(const struct goals *goals, const struct goal_row *row);
/* Does a light say anything of it?  A förflyttning and a begrepp are nothing to reach. */
bool goals_has_light(const struct goal *goal);
/* The worst of what hangs on it. */
enum light goals_light(const struct goals *goals, const struct goal *goal);
/* "K 29  M 4", "44", "–"; g_free. */
char *goals_measures(const struct measures *measures);
/* What was measured of a row to the cut-off, in the periods that are as long as the
 * latest: three arrays of the same length. */
struct goal_series {
	struct measure *women, *men, *total;
	int n;
};
void goals_series(
    const struct goals *goals, const struct goal_row *row, struct goal_series *ret);
void goals_series_clear(struct goal_series *series);
/* The latest that was measured of a row; NULL: nothing. */
const struct measurement *goals_latest(
    const struct goals *goals, const struct goal_row *row);

/* Layout in a size: sets height and top, so that what is selected shows. */
void goals_scroll(struct goals *goals, int rows, int cols);
void goals_draw(struct app *app, struct grid *grid, const struct goals *goals);

#endif
