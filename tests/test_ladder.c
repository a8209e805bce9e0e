/*
 * test_ladder.c - overlaps netted, the gap ladder, how forecasts hit and the curve, with
 * values worked out by hand (product.md section 4, figures 8 and 13).
 */
#include "outlook_kit.h"
#include "rollup/adjust.h"
#include "rollup/curve.h"
#include "rollup/forecast_error.h"
#include "rollup/key_figures.h"

/* ---- 13 and 8 -----------------------------------------------------------------------
 */

static void
test_netting_part(void)
{
	struct amount of = amount_of(200), target = amount_of(1000);

	SAME(netting_part(of, target, amount_of(1000)), amount_of(200));
	SAME(netting_part(of, target, amount_of(500)), amount_of(100));
	SAME(netting_part(of, target, amount_of(1500)),
	    amount_of(200)); /* at most itself */
	SAME(netting_part(of, target, amount_of(-50)), amount_of(0));
	SAME(netting_part(of, target, amount_of(0)), amount_of(0));
	SAME(netting_part(of, target, NONE), NONE);
	SAME(netting_part(of, NONE, amount_of(5)), NONE);
	SAME(netting_part(of, amount_of(0), amount_of(5)), NONE);
	SAME(netting_part(NONE, target, amount_of(5)), NONE);
}

/* One action, 2020 and 2021: T 1000, R 500, F 800 and T 2000, R –, F 2000. */
static struct rollup *
netted_rollup(void)
{
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct balance));
	const struct rollup_query query = { GROUPING_ACTION, SELECT_COUNTED, 202006, 2020,
		2021, true };
	const struct rollup_label label = { 1, "A", true };
	const struct balance b[] = { { .grouping = GROUPING_ACTION,
		                         .counts = true,
		                         .key = 1,
		                         .year = 2020,
		                         .target_ore = 1000,
		                         .targets = 1,
		                         .realised_ore = 500,
		                         .reports = 1,
		                         .rest_ore = 300,
		                         .rests = 1,
		                         .weighted_ore = 100,
		                         .weighteds = 1 },
		{ .grouping = GROUPING_ACTION,
		    .counts = true,
		    .key = 1,
		    .year = 2021,
		    .target_ore = 2000,
		    .targets = 1,
		    .weighted_ore = 1000,
		    .weighteds = 1 } };
	const GArray *all[] = { rows };
	struct rollup *rollup;

	g_array_append_val(labels, label);
	g_array_append_vals(rows, b, 2);
	CU_ASSERT_TRUE_FATAL(rollup_build(&query, labels, all, 1, &rollup, NULL));
	return rollup;
}

static void
test_ladder(void)
{
	/* A yields 200 in 2020 and 600 without a year */
	static const struct overlap overlaps[] = {
		{ 1, 2, 1, 2020, { 200, true }, "" },
		{ 1, 3, 1, 0, { 600, true }, "" },
	};
	static const struct requirement need = { 2020, KIND_NONE, 900, 0, "" };
	struct plan *plan = one_action();
	struct rollup *rollup = netted_rollup();
	struct pace pace = { NONE, 0 };
	struct key_figures figures;
	struct gap_ladder gap;

	g_array_index(plan->actions, struct action, 0).stage = 3;
	g_array_append_vals(plan->overlaps, overlaps, 2);
	g_array_append_val(plan->requirements, need);
	gap_ladder_make(plan, rollup, 2020, &gap);
	SAME(gap.identified, amount_of(800));
	SAME(gap.decided, amount_of(800));
	SAME(gap.forecast, amount_of(640)); /* 800 - 200 × 800/1000 */
	SAME(gap.weighted, amount_of(480)); /* 600 - 200 × 600/1000 */
	SAME(gap.realised, amount_of(400)); /* 500 - 200 × 500/1000 */
	SAME(gap.unidentified, amount_of(100));
	/* in all: 3000 - 200 - 600; realised 500 - 100 - 600 × 500/3000; forecast 2800
	 * - 160 - 600 × 2800/3000 */
	gap_ladder_make(plan, rollup, 0, &gap);
	SAME(gap.identified, amount_of(2200));
	SAME(gap.realised, amount_of(300));
	SAME(gap.forecast, amount_of(2080));
	key_figures_make(plan, rollup, &pace, &figures);
	SAME(key_figure(&figures, KEY_NET_TARGET, 0)->amount, amount_of(800));
	SAME(key_figure(&figures, KEY_TARGET, 0)->amount, amount_of(1000));
	SAME(key_figure(&figures, KEY_REQUIREMENT, 0)->amount, amount_of(900));
	SAME(key_figure(&figures, KEY_FORECAST, 3)->amount, amount_of(2800));
	SAME(key_figure(&figures, KEY_WEIGHTED, 3)->amount, amount_of(1600));
	CU_ASSERT_FALSE(key_figure_said(&figures, KEY_PACE));
	CU_ASSERT_FALSE(key_figure_said(&figures, KEY_UNVERIFIED));
	key_figures_clear(&figures);
	rollup_free(rollup);
	plan_free(plan);
}

/* ---- forecasts' hits, the curve -----------------------------------------------------
 */

static void
test_forecast_error(void)
{
	struct plan *plan = one_action();
	struct followup *f = followup_new();
	struct rollup *rollup = netted_rollup(); /* R 2020 is 500, cut-off June 2020 */
	const struct forecast_error *e;
	GArray *errors;

	g_array_index(plan->actions, struct action, 0).owner = "Anna";
	add_forecast(f, 202004, 2020, 600);
	add_forecast(f, 202008, 2020, 450);
	add_forecast(f, 202104, 2021, 9);
	errors = forecast_errors_make(plan, rollup, f);
	CU_ASSERT_EQUAL(errors->len, 0); /* the year is not over */
	g_array_unref(errors);
	rollup->query.cutoff = 202012;
	errors = forecast_errors_make(plan, rollup, f);
	CU_ASSERT_EQUAL_FATAL(errors->len, 1);
	e = &g_array_index(errors, struct forecast_error, 0);
	CU_ASSERT_STRING_EQUAL(e->owner, "Anna");
	CU_ASSERT_EQUAL(e->forecasts, 2);
	CU_ASSERT_EQUAL(e->forecast_ore, 1050);
	CU_ASSERT_EQUAL(e->realised_ore, 1000);
	CU_ASSERT_EQUAL(e->missed_ore, 150); /* +100 and -50 */
	g_array_unref(errors);
	rollup_free(rollup);
	followup_free(f);
	plan_free(plan);
}

static void
test_curve(void)
{
	const struct realised realised[] = { { { MKR(6), true }, { MKR(5), true } },
		{ NONE, NONE } };
	static const struct month_amount posted[] = { { 202012, { MKR(5), true } },
		{ 202104, { MKR(6), true } } };
	struct plan *plan = two_actions();
	const struct outlook_query q = {
		.plan = plan, .cutoff = 202104, .last_year = 2022, .realised = realised
	};
	g_autoptr(GArray) months = g_array_new(FALSE, FALSE, sizeof(struct month_amount));
	struct outlook *looks;
	GArray *all, *curve;
	const struct curve_point *p;

	g_array_append_vals(months, posted, 2);
	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	curve = curve_make(plan, all, months, 2020, 3, 202104);
	CU_ASSERT_EQUAL_FATAL(curve->len, 36);
	p = &g_array_index(curve, struct curve_point, 15); /* April 2021 */
	CU_ASSERT_EQUAL(p->plan_ore, MKR(5 + 12));
	SAME(p->realised, amount_of(MKR(11)));
	SAME(p->forecast, amount_of(MKR(11)));
	p = &g_array_index(curve, struct curve_point, 23); /* December 2021: 11 + 12 */
	SAME(p->realised, NONE);
	SAME(p->forecast, amount_of(MKR(23)));
	p = &g_array_index(curve, struct curve_point, 35); /* and 12 in 2022 */
	CU_ASSERT_EQUAL(p->plan_ore, MKR(5 + 36 + 12));
	SAME(p->forecast, amount_of(MKR(35)));
	SAME(g_array_index(curve, struct curve_point, 0).forecast, NONE);
	g_array_unref(curve);
	g_array_unref(all);
	g_free(looks);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "netting", test_netting_part },
		{ "ladder", test_ladder },
		{ "forecast error", test_forecast_error },
		{ "curve", test_curve },
		CU_TEST_INFO_NULL,
	};

	return t_run("ladder", cases);
}
