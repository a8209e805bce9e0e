/*
 * check_codes.c - codes that name nothing: what hangs under, belongs to or is linked with
 * a goal, an indicator or a decision that is not there.
 */
#include "rollup/check.h"

/* What there is, by code. */
struct known {
	GHashTable *goals, *indicators, *decisions;
};

static void
known_fill(struct known *known, const struct plan *plan)
{
	known->goals = g_hash_table_new(g_str_hash, g_str_equal);
	known->indicators = g_hash_table_new(g_str_hash, g_str_equal);
	known->decisions = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < plan->goals->len; i++)
		remark_remember(
		    known->goals, g_array_index(plan->goals, struct goal, i).code);
	for (guint i = 0; i < plan->indicators->len; i++)
		remark_remember(known->indicators,
		    g_array_index(plan->indicators, struct indicator, i).code);
	for (guint i = 0; i < plan->decisions->len; i++)
		remark_remember(known->decisions,
		    g_array_index(plan->decisions, struct decision, i).code);
}

static void
known_clear(struct known *known)
{
	g_hash_table_unref(known->goals);
	g_hash_table_unref(known->indicators);
	g_hash_table_unref(known->decisions);
}

/* "SM1 till målet F9", when `code` is said and is not in the set. */
static void
check_code(GHashTable *set, const char *from, const char *what, const char *code,
    struct remark_names *names)
{
	if (code[0] != '\0' && !g_hash_table_contains(set, code))
		remark_names_add(
		    names, NULL, g_strdup_printf("%s till %s %s", from, what, code));
}

static void
check_links(
    const struct plan *plan, const struct known *known, struct remark_names *names)
{
	static const char *const what[RELATION__N] = {
		[RELATION_GOAL] = "målet",
		[RELATION_INDICATOR] = "måttet",
		[RELATION_DECISION] = "beslutet",
		[RELATION_TARGET] = "beslutet",
	};
	GHashTable *const sets[RELATION__N] = {
		[RELATION_GOAL] = known->goals,
		[RELATION_INDICATOR] = known->indicators,
		[RELATION_DECISION] = known->decisions,
		[RELATION_TARGET] = known->decisions,
	};

	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		check_code(sets[link->relation], remark_action(plan, link->action),
		    what[link->relation], link->code, names);
	}
}

/* Measurements come by period: each indicator that is missing is named once. */
static void
check_measured(
    const struct plan *plan, const struct known *known, struct remark_names *names)
{
	g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < plan->measurements->len; i++) {
		const char *code =
		    g_array_index(plan->measurements, struct measurement, i).indicator;

		if (g_hash_table_contains(told, code))
			continue;
		remark_remember(told, code);
		check_code(known->indicators, "mätvärden", "måttet", code, names);
	}
}

void
check_codes(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names names = { 0 };
	struct known known;

	known_fill(&known, plan);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *g = &g_array_index(plan->goals, struct goal, i);

		check_code(known.goals, g->code, "målet", g->parent, &names);
	}
	for (guint i = 0; i < plan->indicators->len; i++) {
		const struct indicator *one =
		    &g_array_index(plan->indicators, struct indicator, i);

		check_code(known.goals, one->code, "målet", one->goal, &names);
		check_code(known.indicators, one->code, "måttet", one->part_of, &names);
	}
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action == 0)
			check_code(known.goals, m->name, "målet", m->goal, &names);
	}
	check_measured(plan, &known, &names);
	check_links(plan, &known, &names);
	known_clear(&known);
	remark_names_say(&names, remarks, "LANK",
	    "hänvisning går till en kod som inte finns",
	    "hänvisningar går till koder som inte finns",
	    "Läs in det som saknas, eller rätta koden; en åtgärds koppling tas bort med "
	    "\"sparplan koppla ID SLAG KOD --ta-bort\".");
}
