/*
 * test_outlook.c - forecast, risk and what is yet to come, with values worked out by hand
 * (product.md section 4, figures 6, 7 and 13).
 */
#include "outlook_kit.h"
#include "rollup/forecast.h"
#include "rollup/outlook.h"

/* ---- 6 and 7 ------------------------------------------------------------------------
 */

static void
test_forecast(void)
{
	const struct {
		struct amount plan, remaining, realised, owner, want;
	} table[] = {
		/* 12 a year, T1: P 4, rest 8; R 2 is half the pace: 2 + 8 × ½ = 6 */
		{ { 400, true }, { 800, true }, { 200, true }, NONE, { 600, true } },
		/* ahead of plan: the rest counts once, 5 + 8 */
		{ { 400, true }, { 800, true }, { 500, true }, NONE, { 1300, true } },
		/* costs so far: nothing more is counted on */
		{ { 400, true }, { 800, true }, { -100, true }, NONE, { -100, true } },
		{ { 400, true }, { 800, true }, { 0, true }, NONE, { 0, true } },
		/* the owner knows better, whatever the pace */
		{ { 400, true }, { 800, true }, { 200, true }, { 1, true }, { 1, true } },
		{ NONE, NONE, NONE, { 0, true }, { 0, true } },
		/* P 0: the plan has not begun, the factor is 1 */
		{ { 0, true }, { 800, true }, NONE, NONE, { 800, true } },
		{ { 0, true }, { 800, true }, { 30, true }, NONE, { 830, true } },
		/* P missing: a later year, or no target at all */
		{ NONE, { 800, true }, NONE, NONE, { 800, true } },
		{ NONE, NONE, { 70, true }, NONE, { 70, true } },
		{ NONE, NONE, NONE, NONE, NONE },
		/* nothing said against a plan that has begun: nothing to build on */
		{ { 400, true }, { 800, true }, NONE, NONE, NONE },
		/* December: nothing remains */
		{ { 1200, true }, { 0, true }, { 700, true }, NONE, { 700, true } },
		{ { 1200, true }, { 0, true }, NONE, NONE, NONE },
		/* one month of three: 1/3 of the plan realised a third: 1 + 6 × 1/3 = 3
		 */
		{ { 300, true }, { 600, true }, { 100, true }, NONE, { 300, true } },
		/* 100 × 1/3 = 33,33: rounded once */
		{ { 300, true }, { 100, true }, { 100, true }, NONE, { 133, true } },
		/* a cost that is planned and comes as planned: -2 + -6 × ½ */
		{ { -400, true }, { -600, true }, { -200, true }, NONE, { -500, true } },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		const struct forecast_terms terms = { table[i].plan, table[i].remaining,
			table[i].realised, table[i].owner };

		if (!amount_equal(forecast_of(&terms), table[i].want))
			g_printerr("row %zu\n", i);
		SAME(forecast_of(&terms), table[i].want);
	}
}

static void
test_weighted(void)
{
	/* 2 + 60 % of 4 = 4,4 */
	SAME(forecast_weighted(amount_of(600), amount_of(200), 0, WHOLE / 10 * 6),
	    amount_of(440));
	/* nothing is left: what is realised stands */
	SAME(forecast_weighted(amount_of(600), amount_of(600), 0, 0), amount_of(600));
	/* the owner expects less than there is: never above the forecast */
	SAME(forecast_weighted(amount_of(500), amount_of(600), 0, WHOLE), amount_of(500));
	/* 10 to come, of which -2 is introduction: 30 % of 12 and the cost whole */
	SAME(forecast_weighted(amount_of(1000), NONE, -200, WHOLE / 10 * 3),
	    amount_of(160));
	/* only cost to come */
	SAME(forecast_weighted(amount_of(-300), NONE, -300, WHOLE / 10), amount_of(-300));
	SAME(forecast_weighted(NONE, amount_of(5), 0, WHOLE), NONE);
	/* 0,675 × 10 öre = 6,75: rounded to 7 */
	SAME(forecast_weighted(amount_of(10), NONE, 0, WHOLE / 1000 * 675), amount_of(7));
}

static void
test_weights(void)
{
	struct settings s;

	settings_init(&s);
	/* 90 % × gul 75 % = 67,5 %; 30 % × röd 40 % = 12 %; no light weighs as grå */
	CU_ASSERT_EQUAL(settings_weight(&s, 4, LIGHT_YELLOW), WHOLE / 1000 * 675);
	CU_ASSERT_EQUAL(settings_weight(&s, 2, LIGHT_RED), WHOLE / 100 * 12);
	CU_ASSERT_EQUAL(settings_weight(&s, 5, LIGHT_GREEN), WHOLE);
	CU_ASSERT_EQUAL(settings_weight(&s, 5, LIGHT_NONE), WHOLE / 10 * 4);
	CU_ASSERT_EQUAL(settings_weight(&s, 0, LIGHT_GREEN), 0);
	settings_take(&s, "vikt.grad4", "50 %");
	settings_take(&s, "vikt.gul", "skräp"); /* another version's: left out */
	CU_ASSERT_EQUAL(settings_weight(&s, 4, LIGHT_YELLOW), WHOLE / 1000 * 375);
	settings_take(&s, "vikt.grad4", "");
	CU_ASSERT_EQUAL(settings_weight(&s, 4, LIGHT_GREEN), WHOLE / 10 * 9);
}

/* ---- owners' forecasts --------------------------------------------------------------
 */

static void
test_owner_forecast(void)
{
	struct followup *f = followup_new();

	SAME(followup_forecast(f, 1, 2021, 202112), NONE);
	add_forecast(f, 202012, 2020, 7);
	add_forecast(f, 202104, 2021, 10);
	add_forecast(f, 202108, 2021, 12);
	SAME(followup_forecast(f, 1, 2021, 202103), NONE);
	SAME(followup_forecast(f, 1, 2021, 202104), amount_of(10));
	SAME(followup_forecast(f, 1, 2021, 202112), amount_of(12));
	SAME(followup_forecast(f, 2, 2021, 202112), NONE);
	/* a later round without news leaves it; one with news and no forecast does not */
	add_report(f, 1, 202109, LIGHT_NONE, "", true);
	SAME(followup_forecast(f, 1, 2021, 202112), amount_of(12));
	add_report(f, 1, 202110, LIGHT_NONE, "Nytt avtal", false);
	SAME(followup_forecast(f, 1, 2021, 202112), NONE);
	SAME(followup_forecast(f, 1, 2021, 202109), amount_of(12));
	followup_free(f);
}

/* ---- outlooks on lines --------------------------------------------------------------
 */

static const struct prospect *
prospect_of(const GArray *all, int64_t line, int year)
{
	for (guint i = 0; i < all->len; i++) {
		const struct prospect *p = &g_array_index(all, struct prospect, i);

		if (p->line == line && p->year == year)
			return p;
	}
	return NULL;
}

static void
test_outlook(void)
{
	/* A has realised 6 of 12: F = 6 + 24 × ½ = 18.  B's owner says 3. */
	const struct realised realised[] = { { { MKR(6), true }, { MKR(4), true } },
		{ NONE, NONE } };
	struct plan *plan = two_actions();
	struct followup *f = followup_new();
	struct settings s;
	struct outlook_query q = { .plan = plan,
		.cutoff = 202104,
		.last_year = 2022,
		.realised = realised,
		.followup = f,
		.settings = &s };
	struct forecast owner = { 2, 1, 202104, 2021, MKR(3) };
	struct outlook *looks;
	GArray *all;
	const struct prospect *p;

	settings_init(&s);
	g_array_append_val(f->forecasts, owner);
	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	SAME(looks[0].target, amount_of(MKR(36)));
	SAME(looks[0].plan, amount_of(MKR(12)));
	SAME(looks[0].forecast, amount_of(MKR(18)));
	CU_ASSERT_FALSE(looks[0].owner);
	/* 18/36 is röd; no dates, no reports: 60 % × 40 % = 24 % of 12 = 2,88 */
	CU_ASSERT_EQUAL(looks[0].lights.light, LIGHT_RED);
	SAME(looks[0].weighted, amount_of(MKR(6) + MKR(288) / 100));
	/* 12 to come in the proportion 8 : 16 */
	p = prospect_of(all, 1, 2021);
	SAME(p->rest, amount_of(MKR(4)));
	CU_ASSERT_EQUAL(p->plan_ore, MKR(4));
	SAME(p->weighted, amount_of(MKR(96) / 100));
	CU_ASSERT_EQUAL(p->months[3], 0);          /* April is over */
	CU_ASSERT_EQUAL(p->months[4], MKR(1) / 2); /* 4 in eight months */
	p = prospect_of(all, 2, 2021);
	SAME(p->rest, amount_of(MKR(8)));
	p = prospect_of(all, 1, 2022);
	CU_ASSERT_EQUAL(p->target_ore, MKR(12));
	SAME(p->rest, NONE); /* the target itself is the forecast */
	SAME(p->weighted, amount_of(MKR(288) / 100));
	CU_ASSERT_EQUAL(p->months[0], MKR(1));
	CU_ASSERT_PTR_NULL(prospect_of(all, 1, 2020)); /* it is over */
	/* B: the owner's, on no line; no target, so the effect is grå: 90 % × 40 % */
	CU_ASSERT_TRUE(looks[1].owner);
	p = prospect_of(all, 0, 2021);
	CU_ASSERT_FALSE(p->planned);
	SAME(p->rest, amount_of(MKR(3)));
	SAME(p->weighted, amount_of(MKR(108) / 100));
	g_array_unref(all);
	g_free(looks);
	followup_free(f);
	plan_free(plan);
}

/* The owner says 9 for 2022 too: 9 instead of 12, and the light of an action of which
 * nothing is realised and nothing said is grå though its forecast is its plan. */
static void
test_later_years(void)
{
	const struct realised realised[] = { { { MKR(6), true }, NONE }, { NONE, NONE } };
	const struct realised nothing[] = { { NONE, NONE }, { NONE, NONE } };
	struct plan *plan = two_actions();
	struct followup *f = followup_new();
	struct forecast next = { 1, 1, 202104, 2022, MKR(9) };
	struct settings s;
	struct outlook_query q = { .plan = plan,
		.cutoff = 202104,
		.last_year = 2022,
		.realised = realised,
		.followup = f,
		.settings = &s };
	struct outlook *looks;
	GArray *all;

	settings_init(&s);
	g_array_append_val(f->forecasts, next);
	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	CU_ASSERT_FALSE(looks[0].owner); /* of 2021 he says nothing */
	SAME(prospect_of(all, 1, 2022)->rest, amount_of(-MKR(3)));
	SAME(prospect_of(all, 1, 2022)->weighted, amount_of(MKR(216) / 100)); /* 24 % */
	CU_ASSERT_EQUAL(prospect_of(all, 1, 2022)->months[11], MKR(9) / 12);
	CU_ASSERT_EQUAL(looks[0].lights.effect, LIGHT_RED);
	g_array_unref(all);
	g_free(looks);
	g_array_set_size(f->forecasts, 0);
	q.realised = nothing;
	q.cutoff = 202012; /* 2020 has a target and nothing else */
	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	CU_ASSERT_EQUAL(looks[0].lights.effect, LIGHT_GREY);
	g_array_unref(all);
	g_free(looks);
	followup_free(f);
	plan_free(plan);
}

static void
test_unfounded(void)
{
	const struct realised realised[2] = { { NONE, NONE }, { NONE, NONE } };
	struct plan *plan = two_actions();
	const struct outlook_query q = {
		.plan = plan, .cutoff = 202104, .last_year = 2022, .realised = realised
	};
	struct outlook *looks;
	GArray *all;

	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	CU_ASSERT_TRUE(looks[0].unfounded);
	SAME(looks[0].forecast, NONE);
	CU_ASSERT_FALSE(looks[1].unfounded); /* it has no plan either */
	SAME(prospect_of(all, 1, 2021)->rest, NONE);
	CU_ASSERT_EQUAL(prospect_of(all, 1, 2021)->plan_ore, MKR(4));
	g_array_unref(all);
	g_free(looks);
	plan_free(plan);
}

static void
test_scenario(void)
{
	const struct realised realised[] = { { { MKR(6), true }, NONE }, { NONE, NONE } };
	static const struct delay late = { 1, 6 };
	static const int64_t gone = 1;
	const struct scenario delayed = { NULL, 0, &late, 1 },
	                      without = { &gone, 1, NULL, 0 };
	struct plan *plan = two_actions();
	struct outlook_query q = { .plan = plan,
		.cutoff = 202104,
		.last_year = 2022,
		.realised = realised,
		.scenario = &delayed };
	struct outlook *looks;
	GArray *all;

	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	/* Vård: 4 in May-December 2021 comes half a year later, 1 of it still in 2021
	 * (May and June, in November and December); of 2022's 12 the first six months. */
	SAME(prospect_of(all, 1, 2021)->rest, amount_of(MKR(1)));
	SAME(prospect_of(all, 1, 2022)->rest, amount_of(MKR(3 + 6) - MKR(12)));
	/* Service has no target in 2022: 6 of its 8 come there */
	SAME(prospect_of(all, 2, 2021)->rest, amount_of(MKR(2)));
	SAME(prospect_of(all, 2, 2022)->rest, amount_of(MKR(6)));
	g_array_unref(all);
	g_free(looks);
	q.scenario = &without;
	CU_ASSERT_TRUE_FATAL(outlooks_make(&q, &looks, &all, NULL));
	CU_ASSERT_PTR_NULL(prospect_of(all, 1, 2021));
	CU_ASSERT_EQUAL(all->len, 0);
	g_array_unref(all);
	g_free(looks);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "forecast", test_forecast },
		{ "weighted", test_weighted },
		{ "weights", test_weights },
		{ "owner's forecast", test_owner_forecast },
		{ "outlook", test_outlook },
		{ "later years", test_later_years },
		{ "unfounded", test_unfounded },
		{ "scenario", test_scenario },
		CU_TEST_INFO_NULL,
	};

	return t_run("outlook", cases);
}
