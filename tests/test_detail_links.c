/*
 * test_detail_links.c - what an action has to do with goals, indicators and decisions, as
 * everything about it shows.
 */
#include "goals_kit.h"
#include "rollup/detail.h"
#include "t.h"

static struct plan *
example(void)
{
	static const struct decision phase = { .code = "4",
		.day = "2015-04-29",
		.body = "Regionstyrelsen",
		.subject = "Fas 1" };
	struct link target = { 1, RELATION_TARGET, "4", 2021 };
	struct plan *plan = plan_new();

	add_goal(plan, "F1", "", GOAL_FACTOR, "En god vård");
	add_goal(plan, "F2", "", GOAL_FACTOR, "Hållbar arbetsmiljö");
	add_indicator(plan, "SM1", "Andel väntande", "F1");
	add_indicator(plan, "SM2", "Sjukfrånvaro", "F2");
	/* down from 42 to 41 per cent: the right way */
	measured(plan, "SM1", "", T1_2021, NO, NO, measure_of(4200));
	measured(plan, "SM1", "", T1_2022, NO, NO, measure_of(4100));
	g_array_append_val(plan->decisions, phase);
	assign(plan, "SÅ1", ASSIGNMENT_STRATEGIC);
	assign(plan, "SÅ2", ASSIGNMENT_ERRAND);
	assign(plan, "SÅ3", ASSIGNMENT_ERRAND);
	g_array_set_size(plan->assignments, 2); /* the third is no assignment */
	/* by action */
	add_link(plan, 1, RELATION_GOAL, "F1");
	add_link(plan, 1, RELATION_GOAL, "F2");
	add_link(plan, 1, RELATION_GOAL, "F9");
	add_link(plan, 1, RELATION_INDICATOR, "SM1");
	add_link(plan, 1, RELATION_INDICATOR, "SM9");
	add_link(plan, 1, RELATION_DECISION, "4");
	add_link(plan, 1, RELATION_DECISION, "9");
	g_array_append_val(plan->links, target);
	add_link(plan, 2, RELATION_GOAL, "F2");
	return plan;
}

static struct detail *
detail_of(const struct plan *plan, int64_t action, int cutoff)
{
	struct detail *d = detail_new();

	d->action = *plan_action_by_id(plan, action);
	detail_take_links(d, plan, cutoff);
	return d;
}

static void
test_links(void)
{
	struct plan *plan = example();
	struct detail *d = detail_of(plan, 1, 202204);
	const struct detail_goal *goals;
	const struct detail_rest *rests;
	const struct score *score;

	/* what is not there is left out */
	CU_ASSERT_EQUAL_FATAL(d->goals->len, 2);
	CU_ASSERT_EQUAL_FATAL(d->scores->len, 1);
	CU_ASSERT_EQUAL_FATAL(d->rests->len, 2);
	goals = &g_array_index(d->goals, struct detail_goal, 0);
	T_TEXT(goals[0].goal->name, "En god vård");
	CU_ASSERT_EQUAL(goals[0].light, LIGHT_GREEN);
	T_TEXT(goals[1].goal->name, "Hållbar arbetsmiljö");
	CU_ASSERT_EQUAL(goals[1].light, LIGHT_GREY);
	score = &g_array_index(d->scores, struct score, 0);
	T_TEXT(score->indicator->code, "SM1");
	CU_ASSERT_EQUAL(score->now->value.total.hundredths, 4100);
	CU_ASSERT_EQUAL(score->before->value.total.hundredths, 4200);
	CU_ASSERT_EQUAL(score->total.light, LIGHT_GREEN);
	rests = &g_array_index(d->rests, struct detail_rest, 0);
	CU_ASSERT_EQUAL(rests[0].relation, RELATION_DECISION);
	T_TEXT(rests[0].decision->subject, "Fas 1");
	CU_ASSERT_EQUAL(rests[1].relation, RELATION_TARGET);
	CU_ASSERT_EQUAL(rests[1].year, 2021);
	CU_ASSERT_PTR_NOT_NULL_FATAL(d->assignment);
	CU_ASSERT_EQUAL(d->assignment->form, ASSIGNMENT_STRATEGIC);
	detail_free(d);
	plan_free(plan);
}

/* As of the month before, nothing is known of this year's period. */
static void
test_cutoff(void)
{
	struct plan *plan = example();
	struct detail *d = detail_of(plan, 1, 202203);

	CU_ASSERT_EQUAL(
	    g_array_index(d->scores, struct score, 0).now->value.total.hundredths, 4200);
	CU_ASSERT_EQUAL(g_array_index(d->goals, struct detail_goal, 0).light, LIGHT_GREY);
	detail_free(d);
	plan_free(plan);
}

static void
test_others(void)
{
	struct plan *plan = example();
	struct detail *d = detail_of(plan, 2, 202204);

	CU_ASSERT_EQUAL(d->goals->len, 1);
	CU_ASSERT_EQUAL(d->scores->len, 0);
	CU_ASSERT_EQUAL(d->rests->len, 0);
	CU_ASSERT_EQUAL(d->assignment->form, ASSIGNMENT_ERRAND);
	detail_free(d);
	d = detail_of(plan, 3, 202204);
	CU_ASSERT_EQUAL(d->goals->len, 0);
	CU_ASSERT_PTR_NULL(d->assignment);
	detail_free(d);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "links", test_links },
		{ "a cut-off", test_cutoff },
		{ "another's, and none", test_others },
		CU_TEST_INFO_NULL,
	};

	return t_run("detail links", cases);
}
