/*
 * check_codes.c - codes that name nothing: what hangs under, belongs to or is linked with
 * a goal, an indicator or a decision that is not there.
 */
#include "rollup/check.h"

/* What a code can name. */
enum named { GOALS, INDICATORS, DECISIONS };

static bool
is_known(const struct plan *plan, enum named named, const char *code)
{
	switch (named) {
	case GOALS:
		return plan_goal(plan, code) != NULL;
	case INDICATORS:
		return plan_indicator(plan, code) != NULL;
	case DECISIONS:
		return plan_decision(plan, code) != NULL;
	}
	return false;
}

/* "SM1 till målet F9", when `code` is said and nothing has it. */
static void
check_code(const struct plan *plan, const char *from, enum named named, const char *code,
    struct remark_names *names)
{
	static const char *const what[] = {
		[GOALS] = "målet", [INDICATORS] = "måttet", [DECISIONS] = "beslutet"
	};

	if (code[0] != '\0' && !is_known(plan, named, code))
		remark_names_add(names, NULL,
		    g_strdup_printf("%s till %s %s", from, what[named], code));
}

static void
check_links(const struct plan *plan, struct remark_names *names)
{
	static const enum named of[RELATION__N] = {
		[RELATION_GOAL] = GOALS,
		[RELATION_INDICATOR] = INDICATORS,
		[RELATION_DECISION] = DECISIONS,
		[RELATION_TARGET] = DECISIONS,
	};

	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		check_code(plan, remark_action(plan, link->action), of[link->relation],
		    link->code, names);
	}
}

/* Measurements come by period: each indicator that is missing is named once. */
static void
check_measured(const struct plan *plan, struct remark_names *names)
{
	g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < plan->measurements->len; i++) {
		const char *code =
		    g_array_index(plan->measurements, struct measurement, i).indicator;

		if (g_hash_table_contains(told, code))
			continue;
		remark_remember(told, code);
		check_code(plan, "mätvärden", INDICATORS, code, names);
	}
}

void
check_codes(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *g = &g_array_index(plan->goals, struct goal, i);

		check_code(plan, g->code, GOALS, g->parent, &names);
	}
	for (guint i = 0; i < plan->indicators->len; i++) {
		const struct indicator *one =
		    &g_array_index(plan->indicators, struct indicator, i);

		check_code(plan, one->code, GOALS, one->goal, &names);
		check_code(plan, one->code, INDICATORS, one->part_of, &names);
	}
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action == 0)
			check_code(plan, m->name, GOALS, m->goal, &names);
	}
	check_measured(plan, &names);
	check_links(plan, &names);
	remark_names_say(&names, remarks, "LANK",
	    "hänvisning går till en kod som inte finns",
	    "hänvisningar går till koder som inte finns",
	    "Läs in det som saknas, eller rätta koden; en åtgärds koppling tas bort med "
	    "\"sparplan koppla ID SLAG KOD --ta-bort\".");
}
