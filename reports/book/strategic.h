/*
 * strategic.h - the parts of the appendix strategiska: indicators, production, measured
 * series and the strategiska åtgärder.
 *
 * Shape   a list of indicators is a GPtrArray of const struct score *, borrowed from
 *         `scores`; a list of actions one of const struct action *.
 */
#ifndef BOOK_STRATEGIC_H
#define BOOK_STRATEGIC_H

#include "reports/book/book.h"
#include "rollup/scorecard.h"

/* Where a goal stands in the tree; one for each, in the plan's order. */
struct strategic_place {
	const struct goal *root;    /* at the top of its tree; NULL: in a ring */
	const struct goal *section; /* the strategiskt mål under it; NULL: none */
	enum light light;
	bool measured;     /* it or something under it has an indicator */
	GPtrArray *scores; /* of its own; NULL: none */
};

struct strategic {
	struct doc *doc;
	const struct overview *overview;
	const struct plan *plan;
	GArray *scores;     /* struct score */
	GArray *places;     /* struct strategic_place */
	GHashTable *values; /* code of an indicator -> GPtrArray of struct measurement */
	GHashTable *parts;  /* code of an indicator -> GPtrArray of struct score */
};

/* Everything of the book but its document is looked up once. */
void strategic_init(
    struct strategic *book, struct doc *doc, const struct overview *overview);
void strategic_clear(struct strategic *book);
/* NULL when there is no such goal. */
const struct strategic_place *strategic_place(
    const struct strategic *book, const char *goal);

/* "◆ ej uppnått": the mark that the programme's settings give a light; g_free. */
char *strategic_light(const struct strategic *book, enum light light);

const struct goal *strategic_goal_at(const struct plan *plan, guint index);
/* At the top of its tree: no parent, or one that is not there. */
bool strategic_is_root(const struct plan *plan, const struct goal *goal);
/* Is there anything to say of it: a perspektiv, or one with indicators or strategiska
 * åtgärder under it? */
bool strategic_is_shown(const struct strategic *book, const struct goal *root);
/* Indicators of a part of a root's tree: of a strategiskt mål under it, or (NULL) of all
 * that is under none; goal by goal in the order of the plan.  Free with
 * g_ptr_array_unref, as the next. */
GPtrArray *strategic_scores(
    const struct strategic *book, const struct goal *root, const struct goal *section);
/* Those of no goal in the tree that no production table shows. */
GPtrArray *strategic_loose_scores(const struct strategic *book);

/* Is it a strategisk åtgärd?  And how many of them there are. */
bool strategic_is_action(const struct plan *plan, const struct action *action);
guint strategic_count(const struct plan *plan);
/* How many goals under `root` (NULL: anywhere in the tree) an action serves; with
 * `section`, only those of that part (as in strategic_scores). */
guint strategic_serves(const struct strategic *book, const struct action *action,
    const struct goal *root, const struct goal *const *section);

enum strategic_choice {
	STRATEGIC_OF_ROOT, /* strategiska åtgärder that serve a goal under `root` */
	STRATEGIC_LOOSE,   /* those that serve none */
	STRATEGIC_OTHERS   /* other actions that serve one */
};
/* g_ptr_array_unref. */
GPtrArray *strategic_choose(
    const struct strategic *book, enum strategic_choice choice, const struct goal *root);

/* The first part: the finding and a table of strategiska mål. */
void strategic_summary(const struct strategic *book);

/* The indicator table, under a line for each goal they hang on; `scores` in that order.
 */
void strategic_indicators(
    const struct strategic *book, const char *caption, const GPtrArray *scores);
/* What marks and arrows mean. */
void strategic_legend(const struct strategic *book);

/* Is it shown as a row or a "varav" of a production table? */
bool strategic_is_production(const struct plan *plan, const struct indicator *indicator);
/* A table for each name that an indicator's `table` has; nothing when there are none. */
void strategic_production(const struct strategic *book);

/* Every measurement of indicators that have three periods or more, or places; nothing
 * when there are none. */
void strategic_series(const struct strategic *book);

/* Nr, goals under `root` (NULL: all), what is to be done, status and comment. */
void strategic_actions(const struct strategic *book, const char *caption,
    const GPtrArray *actions, const char *root);

/* The report of an action in its latest round to the cut-off; NULL if there is none. */
const struct report *strategic_report(
    const struct overview *overview, const struct action *action);

#endif
