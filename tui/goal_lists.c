/*
 * goal_lists.c - what hangs on goals and indicators, found by their codes.
 */
#include "tui/goal_lists.h"

#include "plan/plan.h"
#include "rollup/scorecard.h"

static void
list_free(gpointer list)
{
	g_ptr_array_unref(list);
}

static GHashTable *
lists_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);
}

static void
list_add(GHashTable *lists, const char *code, gconstpointer what)
{
	GPtrArray *list = g_hash_table_lookup(lists, code);

	if (list == NULL) {
		list = g_ptr_array_new();
		g_hash_table_insert(lists, (gpointer)(uintptr_t)code, list);
	}
	g_ptr_array_add(list, (gpointer)(uintptr_t)what);
}

guint
goal_list_length(GHashTable *lists, const char *code)
{
	const GPtrArray *list = g_hash_table_lookup(lists, code);

	return list != NULL ? list->len : 0;
}

gconstpointer
goal_list_at(GHashTable *lists, const char *code, guint i)
{
	return g_ptr_array_index((GPtrArray *)g_hash_table_lookup(lists, code), i);
}

void
goal_lists_fill(struct goal_lists *lists, const struct plan *plan, const GArray *scores)
{
	*lists = (struct goal_lists){ lists_new(), lists_new(), lists_new(), lists_new(),
		lists_new(), lists_new() };
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *goal = &g_array_index(plan->goals, struct goal, i);

		list_add(lists->children, goal->parent, goal);
	}
	for (guint i = 0; i < scores->len; i++) {
		const struct score *score = &g_array_index(scores, struct score, i);

		list_add(lists->indicators, score->indicator->goal, score);
		list_add(lists->parts, score->indicator->part_of, score);
	}
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action == 0)
			list_add(lists->milestones, m->goal, m);
	}
	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->relation == RELATION_GOAL)
			list_add(lists->links, link->code, link);
	}
	for (guint i = 0; i < plan->measurements->len; i++) {
		const struct measurement *m =
		    &g_array_index(plan->measurements, struct measurement, i);

		list_add(lists->values, m->indicator, m);
	}
}

void
goal_lists_clear(struct goal_lists *lists)
{
	g_hash_table_unref(lists->children);
	g_hash_table_unref(lists->indicators);
	g_hash_table_unref(lists->milestones);
	g_hash_table_unref(lists->links);
	g_hash_table_unref(lists->parts);
	g_hash_table_unref(lists->values);
}
