/*
 * check_kit.h - a plan that kontroll has nothing to say of, and what is said of it once
 * something is broken.
 */
#ifndef CHECK_KIT_H
#define CHECK_KIT_H

#include "rollup/check.h"
#include "t.h"

#define MKR(x) (INT64_C(x) * ORE_PER_MKR)

/* Actions 1..n "A1".. that count and lack nothing; line i belongs to action i and falls
 * on unit 1 Kiruna (odd) or 2 Kalix (even); each aims at 10 mkr in 2020 and in 2021. */
static inline struct plan *
sound(int n)
{
	static const struct unit units[] = { { 1, 0, "Kiruna" }, { 2, 0, "Kalix" } };
	struct plan *plan = plan_new();

	g_array_append_vals(plan->units, units, 2);
	for (int i = 1; i <= n; i++) {
		g_autofree char *code = g_strdup_printf("A%d", i);
		struct line line = { i, i, i % 2 ? 1 : 2, COST_OPERATIONS };
		struct target targets[] = { { i, 2020, MKR(10) }, { i, 2021, MKR(10) } };
		struct action a;

		action_init(&a, g_string_chunk_insert(plan->text, code));
		a.id = i;
		a.owner = "Ekonomichefen";
		a.plan_ready = "Q4 2019";
		g_array_append_val(plan->actions, a);
		g_array_append_val(plan->lines, line);
		g_array_append_vals(plan->targets, targets, 2);
	}
	plan_index(plan);
	return plan;
}

static inline struct action *
action_at(struct plan *plan, int i)
{
	return &g_array_index(plan->actions, struct action, i - 1);
}

static inline void
aim(struct plan *plan, int64_t line, int year, int64_t ore)
{
	struct target target = { line, year, ore };

	g_array_append_val(plan->targets, target);
}

static inline void
add_line(struct plan *plan, int64_t id, int64_t action, int64_t unit, enum cost_kind cost)
{
	struct line line = { id, action, unit, cost };

	g_array_append_val(plan->lines, line);
	plan_index(plan);
}

/* "CODE ACTION; CODE -": what is said, each time as a whole sentence with a remedy. */
static inline char *
words_of(GPtrArray *remarks)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < remarks->len; i++) {
		const struct remark *r = g_ptr_array_index(remarks, i);

		CU_ASSERT_EQUAL(r->level, REMARK_OBS);
		CU_ASSERT_TRUE(g_str_has_suffix(r->text, "."));
		CU_ASSERT_TRUE(g_str_has_suffix(r->remedy, "."));
		g_string_append_printf(
		    out, "%s%s %s", i ? "; " : "", r->code, r->action ? r->action : "-");
	}
	g_ptr_array_unref(remarks);
	return g_string_free(out, FALSE);
}

/* The first sentence, "" when nothing is said. */
static inline char *
sentence_of(GPtrArray *remarks)
{
	char *text =
	    g_strdup(remarks->len ? ((struct remark *)remarks->pdata[0])->text : "");

	g_ptr_array_unref(remarks);
	return text;
}

#endif
