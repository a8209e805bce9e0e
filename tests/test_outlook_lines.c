/*
 * test_outlook_lines.c - how an action's forecast is laid on lines of both signs, and
 * what is left of its weight when it is thought late.
 */
#include "rollup/outlook.h"
#include "t.h"

#define MKR(x)        (INT64_C(x) * ORE_PER_MKR)
#define NONE          AMOUNT_NONE
#define SAME(got, of) CU_ASSERT_TRUE(amount_equal((got), (of)))

/* One action in stage 3 on which nobody reports: grå, weighed by 60 % × 40 % = 24 %. */
struct world {
	struct plan *plan;
	struct followup *followup;
	struct settings settings;
	struct realised realised;
	struct scenario scenario;
	struct outlook *looks;
	GArray *all;
};

static struct world
make(const struct line *lines, guint n_lines, const struct target *targets, guint n)
{
	struct world w = { .plan = plan_new(), .followup = followup_new() };
	struct action a;

	settings_init(&w.settings);
	action_init(&a, "A");
	a.id = 1;
	a.stage = 3;
	g_array_append_val(w.plan->actions, a);
	g_array_append_vals(w.plan->lines, lines, n_lines);
	g_array_append_vals(w.plan->targets, targets, n);
	plan_index(w.plan);
	return w;
}

/* As of June 2021 in a programme to the end of 2023. */
static void
look(struct world *w)
{
	const struct outlook_query q = { .plan = w->plan,
		.cutoff = 202106,
		.last_year = 2023,
		.realised = &w->realised,
		.followup = w->followup,
		.settings = &w->settings,
		.scenario = &w->scenario };

	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &w->looks, &w->all, NULL));
}

static void
forget(struct world *w)
{
	g_array_unref(w->all);
	g_free(w->looks);
}

static void
clear(struct world *w)
{
	forget(w);
	followup_free(w->followup);
	plan_free(w->plan);
}

static const struct prospect *
at(const struct world *w, int64_t line, int year)
{
	for (guint i = 0; i < w->all->len; i++) {
		const struct prospect *p = &g_array_index(w->all, struct prospect, i);

		if (p->line == line && p->year == year)
			return p;
	}
	CU_FAIL_FATAL("no such prospect");
	return NULL;
}

/*
 * A saving of 120 and a cost of 24, whichever line comes first.  Half of the year: P =
 * 48, R = 48, so the rest comes as planned: 60 of saving, 12 of cost, F = 96.  By risk:
 * 48 + 24 % × 60 − 12 = 50,4.
 */
static void
test_cost_lines(void)
{
	for (int first = 0; first < 2; first++) {
		const int64_t cost = first ? 1 : 2, saving = 3 - cost;
		const struct line lines[] = {
			{ 1, 1, 0, first ? COST_INTRODUCTION : COST_STAFF },
			{ 2, 1, 0, first ? COST_STAFF : COST_INTRODUCTION }
		};
		const struct target targets[] = { { cost, 2021, MKR(-24) },
			{ saving, 2021, MKR(120) } };
		struct forecast owner = { 1, 1, 202106, 2021, MKR(130) };
		struct world w = make(lines, 2, targets, 2);

		w.realised.year = amount_of(MKR(48));
		look(&w);
		SAME(w.looks->forecast, amount_of(MKR(96)));
		SAME(w.looks->weighted, amount_of(MKR(504) / 10));
		SAME(at(&w, cost, 2021)->rest, amount_of(MKR(-12)));
		SAME(at(&w, cost, 2021)->weighted, amount_of(MKR(-12)));
		SAME(at(&w, saving, 2021)->rest, amount_of(MKR(60)));
		SAME(at(&w, saving, 2021)->weighted, amount_of(MKR(144) / 10));
		forget(&w);
		/* the owner says 130: 82 to come, the cost as planned, so 94 of saving;
		 * 48 + 24 % × 94 − 12 = 58,56 */
		g_array_append_val(w.followup->forecasts, owner);
		look(&w);
		SAME(at(&w, cost, 2021)->rest, amount_of(MKR(-12)));
		SAME(at(&w, saving, 2021)->rest, amount_of(MKR(94)));
		SAME(w.looks->weighted, amount_of(MKR(5856) / 100));
		clear(&w);
	}
}

static const struct delay half_a_year = { 1, 6 };

/* 60 of 120 is done, and the other 60 comes in a year whose target is 0: 24 % of it. */
static void
test_delay_to_zero_target(void)
{
	const struct line line = { 1, 1, 0, COST_STAFF };
	const struct target targets[] = { { 1, 2021, MKR(120) }, { 1, 2022, 0 } };
	struct world w = make(&line, 1, targets, 2);

	w.realised.year = amount_of(MKR(60));
	w.scenario = (struct scenario){ NULL, 0, &half_a_year, 1 };
	look(&w);
	SAME(at(&w, 1, 2021)->rest, amount_of(0));
	SAME(at(&w, 1, 2022)->rest, amount_of(MKR(60)));
	SAME(at(&w, 1, 2022)->weighted, amount_of(MKR(144) / 10));
	/* and so for the action: nothing more comes this year */
	SAME(w.looks->forecast, amount_of(MKR(60)));
	SAME(w.looks->weighted, amount_of(MKR(60)));
	clear(&w);
}

/* Nothing is known of 2021; half of 2022's 100 falls in 2023, by weight 12 each. */
static void
test_delay_of_unfounded(void)
{
	const struct line line = { 1, 1, 0, COST_STAFF };
	const struct target targets[] = { { 1, 2021, MKR(120) }, { 1, 2022, MKR(100) } };
	struct world w = make(&line, 1, targets, 2);

	w.scenario = (struct scenario){ NULL, 0, &half_a_year, 1 };
	look(&w);
	CU_ASSERT_TRUE(w.looks->unfounded);
	SAME(w.looks->forecast, NONE);
	SAME(at(&w, 1, 2022)->weighted, amount_of(MKR(12)));
	SAME(at(&w, 1, 2023)->weighted, amount_of(MKR(12)));
	clear(&w);
}

/* The owner says 40 where 60 is done: what is taken back is never weighed down. */
static void
test_delay_below_realised(void)
{
	const struct line line = { 1, 1, 0, COST_STAFF };
	const struct target target = { 1, 2021, MKR(120) };
	struct forecast owner = { 1, 1, 202106, 2021, MKR(40) };
	struct world w = make(&line, 1, &target, 1);

	w.realised.year = amount_of(MKR(60));
	w.scenario = (struct scenario){ NULL, 0, &half_a_year, 1 };
	g_array_append_val(w.followup->forecasts, owner);
	look(&w);
	SAME(at(&w, 1, 2021)->rest, amount_of(0));
	SAME(at(&w, 1, 2022)->rest, amount_of(MKR(-20)));
	SAME(at(&w, 1, 2022)->weighted, amount_of(MKR(-20)));
	clear(&w);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "cost lines", test_cost_lines },
		{ "delayed to a target of 0", test_delay_to_zero_target },
		{ "delayed without a forecast", test_delay_of_unfounded },
		{ "delayed below what is done", test_delay_below_realised },
		CU_TEST_INFO_NULL };

	return t_run("outlook lines", cases);
}
