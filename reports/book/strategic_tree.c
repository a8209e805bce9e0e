/*
 * strategic_tree.c - which indicators and actions belong to which part of the tree of
 * goals.
 */
#include <string.h>

#include "reports/book/strategic.h"

const struct goal *
strategic_goal_at(const struct plan *plan, guint index)
{
	return &g_array_index(plan->goals, struct goal, index);
}

/* At the top of its tree: no parent, or one that is not there. */
bool
strategic_is_root(const struct plan *plan, const struct goal *goal)
{
	return plan_goal(plan, goal->parent) == NULL;
}

/* The child of `root` that `goal` is or hangs under; NULL: it is the root. */
static const struct goal *
branch_of(const struct plan *plan, const char *goal, const struct goal *root)
{
	const struct goal *at = plan_goal(plan, goal);

	for (guint step = 0; at && step <= plan->goals->len; step++) {
		if (strcmp(at->parent, root->code) == 0)
			return at;
		at = plan_goal(plan, at->parent);
	}
	return NULL;
}

/* A root's branch for itself is a strategiskt mål; every other goal that hangs straight
 * under the root shares the one that is NULL. */
static const struct goal *
section_of(const struct plan *plan, const char *goal, const struct goal *root)
{
	const struct goal *branch = branch_of(plan, goal, root);

	return branch && branch->level == GOAL_STRATEGIC ? branch : NULL;
}

static bool
in_tree(const struct plan *plan, const char *goal)
{
	for (guint i = 0; i < plan->goals->len; i++)
		if (strategic_is_root(plan, strategic_goal_at(plan, i)) &&
		    scorecard_is_under(plan, goal, strategic_goal_at(plan, i)->code))
			return true;
	return false;
}

/* Those of a section, goal by goal in the order of the plan. */
GPtrArray *
strategic_scores(
    const struct strategic *book, const struct goal *root, const struct goal *section)
{
	GPtrArray *list = g_ptr_array_new();

	for (guint g = 0; g < book->plan->goals->len; g++) {
		const char *code = strategic_goal_at(book->plan, g)->code;

		if (!scorecard_is_under(book->plan, code, root->code) ||
		    section_of(book->plan, code, root) != section)
			continue;
		for (guint i = 0; i < book->scores->len; i++) {
			struct score *score =
			    &g_array_index(book->scores, struct score, i);

			if (strcmp(score->indicator->goal, code) == 0)
				g_ptr_array_add(list, score);
		}
	}
	return list;
}

GPtrArray *
strategic_loose_scores(const struct strategic *book)
{
	GPtrArray *list = g_ptr_array_new();

	for (guint i = 0; i < book->scores->len; i++) {
		struct score *score = &g_array_index(book->scores, struct score, i);

		if (!in_tree(book->plan, score->indicator->goal) &&
		    !strategic_is_production(book->plan, score->indicator))
			g_ptr_array_add(list, score);
	}
	return list;
}

bool
strategic_is_action(const struct plan *plan, const struct action *action)
{
	const struct assignment *assignment = plan_assignment(plan, action->id);

	return assignment && assignment->form == ASSIGNMENT_STRATEGIC;
}

/* How many goals of the tree under `root` (NULL: all of it) an action strategic_serves;
 * with `section`, only those of it. */
guint
strategic_serves(const struct plan *plan, const struct action *action,
    const struct goal *root, const struct goal *const *section)
{
	guint n = 0;

	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->action != action->id || link->relation != RELATION_GOAL)
			continue;
		if (root == NULL)
			n += in_tree(plan, link->code);
		else
			n += scorecard_is_under(plan, link->code, root->code) &&
			     (!section || section_of(plan, link->code, root) == *section);
	}
	return n;
}

GPtrArray *
strategic_choose(
    const struct plan *plan, enum strategic_choice choice, const struct goal *root)
{
	GPtrArray *list = g_ptr_array_new();

	for (guint i = 0; i < plan->actions->len; i++) {
		struct action *action = &g_array_index(plan->actions, struct action, i);
		bool strategic = strategic_is_action(plan, action);
		bool chosen = choice == STRATEGIC_OTHERS ? !strategic : strategic;

		if (choice == STRATEGIC_LOOSE)
			chosen =
			    chosen && strategic_serves(plan, action, NULL, NULL) == 0;
		else
			chosen = chosen && strategic_serves(plan, action, root, NULL) > 0;
		if (chosen)
			g_ptr_array_add(list, action);
	}
	return list;
}

bool
strategic_is_shown(const struct strategic *book, const struct goal *root)
{
	if (root->level == GOAL_PERSPECTIVE)
		return true;
	for (guint i = 0; i < book->scores->len; i++)
		if (scorecard_is_under(book->plan,
		        g_array_index(book->scores, struct score, i).indicator->goal,
		        root->code))
			return true;
	for (guint i = 0; i < book->plan->actions->len; i++) {
		const struct action *a =
		    &g_array_index(book->plan->actions, struct action, i);

		if (strategic_is_action(book->plan, a) &&
		    strategic_serves(book->plan, a, root, NULL) > 0)
			return true;
	}
	return false;
}

guint
strategic_count(const struct plan *plan)
{
	guint n = 0;

	for (guint i = 0; i < plan->actions->len; i++)
		n += strategic_is_action(
		    plan, &g_array_index(plan->actions, struct action, i));
	return n;
}
