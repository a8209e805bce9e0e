/*
 * test_outlook.c - forecast, risk, lights, overlaps and what is yet to come, with values
 * worked out by hand (product.md section 4, figures 6, 7, 8, 12, 13 and 17).
 */
#include "rollup/adjust.h"
#include "rollup/curve.h"
#include "rollup/forecast.h"
#include "rollup/forecast_error.h"
#include "rollup/key_figures.h"
#include "t.h"

#define MKR(x) ((int64_t)(x)*ORE_PER_MKR)
#define NONE   AMOUNT_NONE

static void
same_at(int line, struct amount got, struct amount want)
{
	if (amount_equal(got, want))
		return;
	g_printerr("%s:%d: got %s%lld, want %s%lld\n", __FILE__, line,
	    got.known ? "" : "none ", (long long)got.ore, want.known ? "" : "none ",
	    (long long)want.ore);
	CU_FAIL("amounts differ");
}
#define SAME(got, want) same_at(__LINE__, (got), (want))

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

#define WHOLE SETTINGS_WEIGHT_WHOLE

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

/* ---- 12 and 17 ----------------------------------------------------------------------
 */

static void
test_effect_light(void)
{
	struct settings s;

	settings_init(&s);
	CU_ASSERT_EQUAL(
	    light_of_effect(amount_of(950), amount_of(1000), &s), LIGHT_GREEN);
	CU_ASSERT_EQUAL(
	    light_of_effect(amount_of(949), amount_of(1000), &s), LIGHT_YELLOW);
	CU_ASSERT_EQUAL(
	    light_of_effect(amount_of(800), amount_of(1000), &s), LIGHT_YELLOW);
	CU_ASSERT_EQUAL(light_of_effect(amount_of(799), amount_of(1000), &s), LIGHT_RED);
	CU_ASSERT_EQUAL(light_of_effect(amount_of(-5), amount_of(1000), &s), LIGHT_RED);
	CU_ASSERT_EQUAL(light_of_effect(NONE, amount_of(1000), &s), LIGHT_GREY);
	CU_ASSERT_EQUAL(light_of_effect(amount_of(5), NONE, &s), LIGHT_GREY);
	CU_ASSERT_EQUAL(light_of_effect(amount_of(5), amount_of(0), &s), LIGHT_GREY);
	settings_take(&s, "effekt.grön", "50 %");
	CU_ASSERT_EQUAL(
	    light_of_effect(amount_of(500), amount_of(1000), &s), LIGHT_GREEN);
	/* röd, gul, grå, grön */
	CU_ASSERT_EQUAL(light_worse(LIGHT_GREEN, LIGHT_GREY), LIGHT_GREY);
	CU_ASSERT_EQUAL(light_worse(LIGHT_YELLOW, LIGHT_GREY), LIGHT_YELLOW);
	CU_ASSERT_EQUAL(light_worse(LIGHT_YELLOW, LIGHT_RED), LIGHT_RED);
	CU_ASSERT_EQUAL(light_worse(LIGHT_NONE, LIGHT_NONE), LIGHT_GREY);
}

static void
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

static void
add_round(struct followup *f, int cutoff)
{
	struct round r = { cutoff, "", cutoff, "", false };

	g_array_append_val(f->rounds, r);
}

/* The lights of the plan's only action, at the end of a month. */
static struct lights
lights_at(const struct plan *plan, const struct followup *f, int cutoff)
{
	struct settings s;
	struct lights lights = { .effect = LIGHT_GREEN };

	settings_init(&s);
	lights_of_action(&g_array_index(plan->actions, struct action, 0), plan, f, cutoff,
	    &s, &lights);
	return lights;
}

static struct plan *
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

static void
test_delivery_dates(void)
{
	struct plan *plan = one_action();
	struct followup *f = followup_new();
	struct action *a = &g_array_index(plan->actions, struct action, 0);
	struct milestone m = { 1, "", "Avtal", "2021-05-15", "" };
	struct lights l = lights_at(plan, f, 202104);

	/* neither dates nor reports: no data is grå, never grön */
	CU_ASSERT_EQUAL(l.delivery, LIGHT_GREY);
	CU_ASSERT_EQUAL(l.light, LIGHT_GREY);
	/* plan klar Q1 2021 passed on 31 March; 30 April is 30 days later: gul */
	a->plan_ready = "Q1 2021";
	l = lights_at(plan, f, 202104);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_YELLOW);
	CU_ASSERT_EQUAL(l.overdue_days, 30);
	CU_ASSERT_STRING_EQUAL(l.overdue, "plan klar");
	/* 31 May is 61 days later: röd */
	l = lights_at(plan, f, 202105);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_RED);
	/* a plan that is made (stage 2) is not late */
	a->stage = 2;
	l = lights_at(plan, f, 202105);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_GREEN);
	CU_ASSERT_EQUAL(l.light, LIGHT_GREEN);
	/* not begun after its start */
	a->start = "2021-05";
	a->status = STATUS_PLANNED;
	CU_ASSERT_EQUAL(
	    lights_at(plan, f, 202105).delivery, LIGHT_GREEN); /* the last day */
	CU_ASSERT_EQUAL(lights_at(plan, f, 202106).delivery, LIGHT_YELLOW);
	a->status = STATUS_ONGOING;
	CU_ASSERT_EQUAL(lights_at(plan, f, 202106).delivery, LIGHT_GREEN);
	/* not done after its finish: 31 July is 31 days after 30 June */
	a->finish = "2021-06";
	CU_ASSERT_EQUAL(lights_at(plan, f, 202107).delivery, LIGHT_RED);
	a->status = STATUS_DONE;
	CU_ASSERT_EQUAL(lights_at(plan, f, 202107).delivery, LIGHT_GREEN);
	/* an open milestone of 15 May: 16 days late at the end of May */
	g_array_append_val(plan->milestones, m);
	l = lights_at(plan, f, 202105);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_YELLOW);
	CU_ASSERT_EQUAL(l.overdue_days, 16);
	CU_ASSERT_STRING_EQUAL(l.overdue, "Avtal");
	/* one that is given up has no delivery to be late */
	a->status = STATUS_CANCELLED;
	CU_ASSERT_EQUAL(lights_at(plan, f, 202105).delivery, LIGHT_GREY);
	followup_free(f);
	plan_free(plan);
}

static void
test_delivery_reports(void)
{
	struct plan *plan = one_action();
	struct followup *f = followup_new();
	struct lights l;

	/* reported in January, then two rounds without: röd */
	add_round(f, 202101);
	add_round(f, 202102);
	add_round(f, 202103);
	add_report(f, 1, 202101, LIGHT_NONE, "Igång", false);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202101).delivery, LIGHT_GREEN);
	l = lights_at(plan, f, 202102);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_GREEN);
	CU_ASSERT_EQUAL(l.silent, 1);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202103).delivery, LIGHT_RED);
	/* DÅ04 and April are one month: still two rounds without */
	add_round(f, 202103);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202103).silent, 2);
	/* the same comment, then nothing new: two empty reports, not grön */
	add_report(f, 1, 202102, LIGHT_NONE, "Igång", false);
	l = lights_at(plan, f, 202102);
	CU_ASSERT_EQUAL(l.empty, 1);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_GREEN);
	add_report(f, 1, 202103, LIGHT_NONE, "", true);
	l = lights_at(plan, f, 202103);
	CU_ASSERT_EQUAL(l.empty, 2);
	CU_ASSERT_EQUAL(l.delivery, LIGHT_YELLOW);
	add_report(f, 1, 202104, LIGHT_NONE, "Klart", false);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202104).empty, 0);
	followup_free(f);
	plan_free(plan);
}

static void
test_judged(void)
{
	struct plan *plan = one_action();
	struct followup *f = followup_new();
	struct lights l;

	/* a light without a reason does not override; with one it does */
	add_report(f, 1, 202101, LIGHT_RED, " ", false);
	l = lights_at(plan, f, 202101);
	CU_ASSERT_EQUAL(l.judged, LIGHT_NONE);
	CU_ASSERT_EQUAL(l.light, LIGHT_GREEN);
	add_report(f, 1, 202102, LIGHT_RED, "Två avdelningar stängda", false);
	l = lights_at(plan, f, 202102);
	CU_ASSERT_EQUAL(l.judged, LIGHT_RED);
	CU_ASSERT_EQUAL(l.light, LIGHT_RED);
	T_TAKE(lights_text(&l), "■ röd (bedömd)");
	/* nothing new lets it stand; news without a light does not */
	add_report(f, 1, 202103, LIGHT_NONE, "", true);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202103).judged, LIGHT_RED);
	add_report(f, 1, 202104, LIGHT_NONE, "Öppna igen", false);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202104).judged, LIGHT_NONE);
	/* judged green, and then twice nothing new: it cannot stay green */
	add_report(f, 1, 202105, LIGHT_GREEN, "Går bra", false);
	add_report(f, 1, 202106, LIGHT_NONE, "", true);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202106).light, LIGHT_GREEN);
	add_report(f, 1, 202107, LIGHT_NONE, "", true);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202107).light, LIGHT_YELLOW);
	/* two rounds without a word: what was judged before them does not stand */
	add_round(f, 202107);
	add_round(f, 202108);
	add_round(f, 202109);
	add_report(f, 1, 202107, LIGHT_RED, "Stopp igen", false);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202108).judged, LIGHT_RED);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202109).judged, LIGHT_NONE);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202109).light, LIGHT_RED);
	/* that there is no data is no judgement */
	add_report(f, 1, 202109, LIGHT_GREY, "Uppgift saknas", false);
	CU_ASSERT_EQUAL(lights_at(plan, f, 202109).judged, LIGHT_NONE);
	/* what is reported after the cut-off is not known at it */
	CU_ASSERT_EQUAL(lights_at(plan, f, 202102).judged, LIGHT_RED);
	followup_free(f);
	plan_free(plan);
}

/* ---- owners' forecasts --------------------------------------------------------------
 */

static void
add_forecast(struct followup *f, int cutoff, int year, int64_t ore)
{
	struct forecast one = { 1, cutoff, cutoff, year, ore };

	g_array_append_val(f->forecasts, one);
}

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

/*
 * A (id 1), stage 3: 2021 12 mkr at Vård and 24 at Service, 2022 12 mkr at Vård.  To
 * April P is 4 + 8 = 12 and 8 + 16 = 24 remain.  B (id 2), stage 4: no line, no target.
 */
static struct plan *
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
		{ "forecast", test_forecast },
		{ "weighted", test_weighted },
		{ "weights", test_weights },
		{ "effect's light", test_effect_light },
		{ "delivery by dates", test_delivery_dates },
		{ "delivery by reports", test_delivery_reports },
		{ "judged", test_judged },
		{ "owner's forecast", test_owner_forecast },
		{ "outlook", test_outlook },
		{ "later years", test_later_years },
		{ "unfounded", test_unfounded },
		{ "scenario", test_scenario },
		{ "netting", test_netting_part },
		{ "ladder", test_ladder },
		{ "forecast error", test_forecast_error },
		{ "curve", test_curve },
		CU_TEST_INFO_NULL,
	};

	return t_run("outlook", cases);
}
