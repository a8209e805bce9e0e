/*
 * check_goals.c - what kontroll says of goals and of what is said to serve them: remarks
 * to look into, never faults.
 */
#include <string.h>

#include "base/text.h"
#include "rollup/check.h"

static const struct goal *
goal_at(const struct plan *plan, guint i)
{
	return &g_array_index(plan->goals, struct goal, i);
}

static void
add_goal(struct remark_names *names, const struct goal *goal)
{
	remark_names_add(names, NULL, remark_coded(goal->code, goal->name));
}

/* ---- what serves a framgångsfaktor, and what follows it up ------------------------- */

static void
check_factors(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GHashTable) served = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) measured = g_hash_table_new(g_str_hash, g_str_equal);
	struct remark_names no_indicator = { 0 }, no_action = { 0 };

	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->relation == RELATION_GOAL)
			remark_remember(served, link->code);
	}
	for (guint i = 0; i < plan->indicators->len; i++)
		remark_remember(
		    measured, g_array_index(plan->indicators, struct indicator, i).goal);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *goal = goal_at(plan, i);
		bool has_action = g_hash_table_contains(served, goal->code);
		bool has_indicator = g_hash_table_contains(measured, goal->code);

		if (goal->level == GOAL_FACTOR && has_action && !has_indicator)
			add_goal(&no_indicator, goal);
		if (goal->level == GOAL_FACTOR && has_indicator && !has_action)
			add_goal(&no_action, goal);
	}
	remark_names_say(&no_indicator, remarks, "MAL",
	    "framgångsfaktor har åtgärder men inget mått",
	    "framgångsfaktorer har åtgärder men inget mått",
	    "Säg vad som visar att den nås: läs in måttet med \"sparplan import matt "
	    "FIL\". Är det samma framgångsfaktor under ett annat namn, rätta namnet.");
	remark_names_say(&no_action, remarks, "MAL",
	    "framgångsfaktor har mått men ingen åtgärd",
	    "framgångsfaktorer har mått men ingen åtgärd",
	    "Koppla de åtgärder som verkar för den med \"sparplan koppla ID mål KOD\". "
	    "Är det samma framgångsfaktor under ett annat namn, rätta namnet.");
}

/* ---- insatsområden ----------------------------------------------------------------- */

/* Codes of goals that have something of a level right under them. */
static GHashTable *
parents_of(const struct plan *plan, enum goal_level level)
{
	GHashTable *set = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < plan->goals->len; i++)
		if (goal_at(plan, i)->level == level)
			remark_remember(set, goal_at(plan, i)->parent);
	return set;
}

/* Is the goal an insatsområde or somewhere under one? */
static bool
is_of_focus(const struct plan *plan, const char *code)
{
	const struct goal *goal = plan_goal(plan, code);

	/* a ring of parents ends when it is as long as there are goals */
	for (guint step = 0; goal && step < plan->goals->len; step++) {
		if (goal->level == GOAL_FOCUS)
			return true;
		goal = plan_goal(plan, goal->parent);
	}
	return false;
}

static bool
has_milestone(const struct plan *plan)
{
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action == 0 && is_of_focus(plan, m->goal))
			return true;
	}
	return false;
}

static bool
has_shift(const struct plan *plan)
{
	for (guint i = 0; i < plan->goals->len; i++)
		if (goal_at(plan, i)->level == GOAL_SHIFT &&
		    is_of_focus(plan, goal_at(plan, i)->parent))
			return true;
	return false;
}

static void
check_focus(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen = parents_of(plan, GOAL_VISION);
	struct remark_names no_vision = { 0 };
	bool milestone, shift;
	guint areas = 0;

	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *goal = goal_at(plan, i);

		if (goal->level != GOAL_FOCUS)
			continue;
		areas++;
		if (!g_hash_table_contains(seen, goal->code))
			add_goal(&no_vision, goal);
	}
	remark_names_say(&no_vision, remarks, "MAL", "insatsområde saknar målbild",
	    "insatsområden saknar målbild",
	    "Se efter i källan om målbilden har fallit bort, och läs in den med "
	    "\"sparplan import mal FIL\".");
	milestone = has_milestone(plan);
	shift = has_shift(plan);
	if (areas == 0 || (milestone && shift))
		return;
	remark_add(remarks, REMARK_OBS, "MAL", NULL,
	    g_strdup_printf("Inget av %u insatsområden har %s.", areas,
	        milestone ? "någon förflyttning"
	        : shift   ? "någon milstolpe"
	                  : "någon milstolpe eller förflyttning"),
	    g_strdup("Är de bilder i källan, skriv av dem och läs in dem med \"sparplan "
	             "import "
	             "milstolpar FIL\" och \"sparplan import mal FIL\"."));
}

void
check_goals(const struct plan *plan, const struct followup *followup, GPtrArray *remarks)
{
	check_factors(plan, remarks);
	check_focus(plan, remarks);
	check_names(plan, remarks);
	check_codes(plan, remarks);
	check_indicators(plan, remarks);
	check_assignments(plan, followup, remarks);
	check_decisions(plan, remarks);
}
