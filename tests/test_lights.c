/*
 * test_lights.c - the lights of effekt and genomförande, from dates, reports and a
 * person's own judgement, with values worked out by hand (product.md section 4, figures
 * 12 and 17).
 */
#include "outlook_kit.h"
#include "rollup/lights.h"

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
	/* February and both of March were over before it came to be, then only one of
	 * them
	 */
	for (guint i = 1; i < f->rounds->len; i++)
		g_array_index(f->rounds, struct round, i).last_action = -1;
	CU_ASSERT_EQUAL(lights_at(plan, f, 202103).silent, 0);
	g_array_index(f->rounds, struct round, 2).last_action = 1;
	CU_ASSERT_EQUAL(lights_at(plan, f, 202103).silent, 1);
	for (guint i = 1; i < f->rounds->len; i++)
		g_array_index(f->rounds, struct round, i).last_action = 0;
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

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "effect's light", test_effect_light },
		{ "delivery by dates", test_delivery_dates },
		{ "delivery by reports", test_delivery_reports },
		{ "judged", test_judged },
		CU_TEST_INFO_NULL,
	};

	return t_run("lights", cases);
}
