/*
 * goal_lists.h - what hangs on goals and indicators, found by their codes.
 *
 * Shape   each table is from a code to what there is of it in the plan's order;
 * everything is borrowed from plan and scores, which must outlive the lists.
 */
#ifndef TUI_GOAL_LISTS_H
#define TUI_GOAL_LISTS_H

#include "plan/plan.h"

struct goal_lists {
	GHashTable *children;   /* of a goal: struct goal right under it */
	GHashTable *indicators; /* of a goal: struct score */
	GHashTable *milestones; /* of a goal: struct milestone */
	GHashTable *links;      /* of a goal: struct link, of actions that serve it */
	GHashTable *parts;      /* of an indicator: struct score */
	GHashTable *values;     /* of an indicator: struct measurement */
};

void goal_lists_fill(
    struct goal_lists *lists, const struct plan *plan, const GArray *scores);
void goal_lists_clear(struct goal_lists *lists);

guint goal_list_length(GHashTable *lists, const char *code);
/* `i` is below the length. */
gconstpointer goal_list_at(GHashTable *lists, const char *code, guint i);

#endif
