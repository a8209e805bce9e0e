/*
 * outlook_kit.h - amounts held against each other, and reports made by hand, for the
 * tests of forecasts, lights and ladders.
 */
#ifndef OUTLOOK_KIT_H
#define OUTLOOK_KIT_H

#include "plan/followup.h"
#include "plan/plan.h"
#include "plan/settings.h"
#include "t.h"

#define MKR(x) ((int64_t)(x)*ORE_PER_MKR)
#define NONE   AMOUNT_NONE

static inline void
same_at(const char *file, int line, struct amount got, struct amount want)
{
	if (amount_equal(got, want))
		return;
	g_printerr("%s:%d: got %s%lld, want %s%lld\n", file, line,
	    got.known ? "" : "none ", (long long)got.ore, want.known ? "" : "none ",
	    (long long)want.ore);
	CU_FAIL("amounts differ");
}
#define SAME(got, want) same_at(__FILE__, __LINE__, (got), (want))

#define WHOLE           SETTINGS_WEIGHT_WHOLE

static inline void
add_report(struct followup *f, int64_t action, int cutoff, enum light light,
    const char *comment, bool nothing_new)
{
	struct report r = { .action = action,
		.round = cutoff,
		.label = "",
		.cutoff = cutoff,
		.light = light,
		.comment = comment,
		.nothing_new = nothing_new };

	g_array_append_val(f->reports, r);
}

static inline void
add_round(struct followup *f, int cutoff)
{
	struct round r = { cutoff, "", cutoff, "", false, 0 };

	g_array_append_val(f->rounds, r);
}

static inline struct plan *
one_action(void)
{
	struct plan *plan = plan_new();
	struct action a;

	action_init(&a, "A");
	a.id = 1;
	a.stage = 1;
	g_array_append_val(plan->actions, a);
	plan_index(plan);
	return plan;
}

static inline void
add_forecast(struct followup *f, int cutoff, int year, int64_t ore)
{
	struct forecast one = { 1, cutoff, cutoff, year, ore };

	g_array_append_val(f->forecasts, one);
}

/*
 * A (id 1), stage 3: 2021 12 mkr at Vård and 24 at Service, 2022 12 mkr at Vård.  To
 * April P is 4 + 8 = 12 and 8 + 16 = 24 remain.  B (id 2), stage 4: no line, no target.
 */
static inline struct plan *
two_actions(void)
{
	static const struct line lines[] = { { 1, 1, 1, COST_STAFF },
		{ 2, 1, 2, COST_STAFF } };
	static const struct target targets[] = { { 1, 2021, MKR(12) },
		{ 2, 2021, MKR(24) }, { 1, 2022, MKR(12) }, { 1, 2020, MKR(5) } };
	struct plan *plan = one_action();
	struct action b;

	g_array_index(plan->actions, struct action, 0).stage = 3;
	action_init(&b, "B");
	b.id = 2;
	b.stage = 4;
	g_array_append_val(plan->actions, b);
	g_array_append_vals(plan->lines, lines, 2);
	g_array_append_vals(plan->targets, targets, 4);
	plan_index(plan);
	return plan;
}

#endif
