/*
 * test_rollup.c - phases of a year and rollups of balances.
 */
#include "base/error.h"
#include "rollup/phase.h"
#include "rollup/rollup.h"
#include "t.h"

static void
check_phase(struct phase phase, int first, int last, bool assumed)
{
	CU_ASSERT_EQUAL(phase.first, first);
	CU_ASSERT_EQUAL(phase.last, last);
	CU_ASSERT_EQUAL(phase.assumed, assumed);
}

static void
test_phase_months(void)
{
	struct action a;

	check_phase(phase_of(0, 0, 2020), 1, 12, true);
	check_phase(phase_of(202004, 0, 2020), 4, 12, false);
	check_phase(phase_of(201909, 202006, 2020), 1, 6, false);
	check_phase(phase_of(202004, 202006, 2020), 4, 6, false);
	check_phase(phase_of(202007, 202007, 2020), 7, 7, false);
	check_phase(phase_of(202004, 202206, 2021), 1, 12, true); /* between */
	check_phase(phase_of(202004, 202006, 2022), 1, 12, true); /* after */
	check_phase(phase_of(202008, 202003, 2020), 1, 12, true); /* contradiction */
	action_init(&a, "X");
	check_phase(phase_of_action(&a, 2020), 1, 12, true);
	a.start = "Q2 2020";
	a.finish = "hösten 2021";
	check_phase(phase_of_action(&a, 2020), 4, 12, false);
	check_phase(phase_of_action(&a, 2021), 1, 12, false);
	check_phase(phase_of_action(&a, 2022), 1, 12, true);
	a.finish = "T2 2020";
	check_phase(phase_of_action(&a, 2020), 4, 8, false);
}

static void
test_phase_amounts(void)
{
	struct phase april = { 4, 12, false };
	struct phase year = { 1, 12, true };

	/* 10 kr over 9 months: 9 × 111 = 999, the öre left goes to the earliest. */
	CU_ASSERT_EQUAL(phase_month(april, 1000, 3), 0);
	CU_ASSERT_EQUAL(phase_month(april, 1000, 4), 112);
	CU_ASSERT_EQUAL(phase_month(april, 1000, 5), 111);
	CU_ASSERT_EQUAL(phase_month(april, 1000, 12), 111);
	CU_ASSERT_EQUAL(phase_to_date(april, 1000, 0), 0);
	CU_ASSERT_EQUAL(phase_to_date(april, 1000, 3), 0);
	CU_ASSERT_EQUAL(phase_to_date(april, 1000, 4), 112);
	CU_ASSERT_EQUAL(phase_to_date(april, 1000, 6), 334);
	CU_ASSERT_EQUAL(phase_to_date(april, 1000, 12), 1000);
	/* A cost is the same with its sign turned. */
	CU_ASSERT_EQUAL(phase_month(april, -1000, 4), -112);
	CU_ASSERT_EQUAL(phase_to_date(april, -1000, 12), -1000);
	/* After the last active month nothing more comes. */
	CU_ASSERT_EQUAL(phase_to_date((struct phase){ 1, 6, false }, 600, 9), 600);
	CU_ASSERT_EQUAL(phase_month((struct phase){ 1, 6, false }, 600, 7), 0);
	/* 175,5 mkr over a year: 1 462 500 000 öre a month, 5 850 000 000 in four. */
	CU_ASSERT_EQUAL(
	    phase_to_date(year, INT64_C(17550000000), 4), INT64_C(5850000000));
}

/* Balances by förvaltning: key 1 counts, key 2 too, key 3 is outside. */
static const struct balance kept[] = {
	{ .grouping = GROUPING_UNIT,
	    .key = 3,
	    .year = 2020,
	    .target_ore = 70,
	    .targets = 1,
	    .realised_ore = 7,
	    .reports = 1 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .target_ore = 60,
	    .targets = 1 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .year = 2020,
	    .target_ore = 1200,
	    .targets = 1,
	    .realised_ore = 1000,
	    .reports = 3 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .year = 2021,
	    .target_ore = 1200,
	    .targets = 2,
	    .realised_ore = 400,
	    .reports = 5 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .year = 2022,
	    .target_ore = 1200,
	    .targets = 1,
	    .realised_ore = 5,
	    .reports = 1 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 2,
	    .year = 2021,
	    .realised_ore = -30,
	    .reports = 1 },
	{ .grouping = GROUPING_KIND,
	    .counts = true,
	    .key = 1,
	    .year = 2021,
	    .target_ore = 999,
	    .targets = 1,
	    .realised_ore = 999,
	    .reports = 1 }, /* another grouping */
};
/* After the cut-off April 2021: two reports of 1, and the only one of 2. */
static const struct balance later[] = {
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .year = 2021,
	    .realised_ore = -100,
	    .reports = -2 },
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 2,
	    .year = 2021,
	    .realised_ore = 30,
	    .reports = -1 },
};
static const struct balance phased[] = {
	{ .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 1,
	    .year = 2021,
	    .plan_ore = 450,
	    .assumed = 1,
	    .rest_ore = 500,
	    .rests = 1,
	    .weighted_ore = 200,
	    .weighteds = 1 },
};

static GArray *
array_of(const struct balance *rows, guint n)
{
	GArray *array = g_array_new(FALSE, FALSE, sizeof(*rows));

	return g_array_append_vals(array, rows, n);
}

static GArray *
four_labels(void)
{
	static const struct rollup_label labels[] = { { 2, "Två", false },
		{ 1, "Ett", false }, { 3, "Tre", false }, { 4, "Fyra", true } };
	GArray *array = g_array_new(FALSE, FALSE, sizeof(labels[0]));

	return g_array_append_vals(array, labels, G_N_ELEMENTS(labels));
}

static struct rollup *
build(enum selection selection, int cutoff, int first, int last)
{
	g_autoptr(GArray) labels = four_labels();
	g_autoptr(GArray) a = array_of(kept, G_N_ELEMENTS(kept));
	g_autoptr(GArray) b = array_of(later, G_N_ELEMENTS(later));
	g_autoptr(GArray) c = array_of(phased, G_N_ELEMENTS(phased));
	const GArray *all[] = { a, b, c };
	struct rollup_query query = { GROUPING_UNIT, selection, cutoff, first, last,
		true };
	g_autoptr(GError) error = NULL;
	struct rollup *rollup = NULL;
	size_t n = cutoff == 202104 ? 3 : 1;

	T_OK(rollup_build(&query, labels, all, n, &rollup, &error), error);
	return rollup;
}

static void
check_amount(struct amount got, int64_t want)
{
	CU_ASSERT_TRUE(amount_equal(got, amount_of(want)));
}

static void
test_rollup_mid_year(void)
{
	struct rollup *r = build(SELECT_COUNTED, 202104, 2020, 2022);
	const struct figure *one = rollup_find(r, 1)->cells;

	check_amount(one[0].plan, 1200); /* a closed year's plan is its target */
	check_amount(one[0].realised, 1000);
	check_amount(one[1].target, 1200);
	check_amount(one[1].plan, 450);
	check_amount(one[1].realised, 300); /* 400 less what came after April */
	CU_ASSERT_EQUAL(one[1].assumed, 1);
	check_amount(one[2].target, 1200);
	CU_ASSERT_FALSE(one[2].plan.known);
	CU_ASSERT_FALSE(one[2].realised.known); /* a later year has none */
	check_amount(one[3].target, 60);
	CU_ASSERT_FALSE(one[3].plan.known);
	check_amount(one[4].target, 3660);
	check_amount(one[4].plan, 1650);
	check_amount(one[4].realised, 1300);
	CU_ASSERT_FALSE(one[4].unverified.known);
	/* 2020 as realised; 2021: 300 + 500 and 300 + 200; 2022 its target, not weighed
	 */
	check_amount(one[0].forecast, 1000);
	check_amount(one[0].weighted, 1000);
	check_amount(one[1].forecast, 800);
	check_amount(one[1].weighted, 500);
	check_amount(one[2].forecast, 1200);
	CU_ASSERT_FALSE(one[2].weighted.known);
	CU_ASSERT_FALSE(one[3].forecast.known);
	check_amount(one[4].forecast, 3000);
	check_amount(one[4].weighted, 1500);
	/* 1300/1650 = 78,78… %, 1300/3660 = 35,51… %; 300 - 450 = -150. */
	CU_ASSERT_EQUAL(figure_of_plan(&one[4]).tenths, 788);
	CU_ASSERT_EQUAL(figure_of_target(&one[4]).tenths, 355);
	check_amount(figure_deviation(&one[1]), -150);
	/* 2's only report came later: nothing is left of it. */
	CU_ASSERT_PTR_NULL(rollup_find(r, 2));
	CU_ASSERT_EQUAL(r->rows->len, 2);
	rollup_free(r);
}

static void
test_rollup_december(void)
{
	struct rollup *r = build(SELECT_COUNTED, 202112, 2020, 2022);
	const struct rollup_row *first = &g_array_index(r->rows, struct rollup_row, 0);
	const struct figure *one = rollup_find(r, 1)->cells;

	check_amount(one[1].plan, 1200);
	check_amount(one[1].realised, 400);
	check_amount(one[4].plan, 2400);
	CU_ASSERT_EQUAL(one[1].assumed, 0);
	/* Labels' order, not the keys'. */
	T_TEXT(first->text, "Två");
	check_amount(first->cells[1].realised, -30);
	CU_ASSERT_FALSE(first->cells[1].target.known);
	CU_ASSERT_FALSE(first->cells[1].plan.known);
	CU_ASSERT_FALSE(figure_of_plan(&first->cells[1]).known);
	CU_ASSERT_FALSE(figure_of_target(&first->cells[1]).known);
	CU_ASSERT_FALSE(figure_deviation(&first->cells[1]).known);
	check_amount(r->total.cells[4].realised, 1370);
	T_TEXT(r->total.text, "Totalt");
	rollup_free(r);
}

static void
test_rollup_columns(void)
{
	struct rollup *r = build(SELECT_COUNTED, 202112, 2021, 2021);
	struct rollup *none = build(SELECT_COUNTED, 202112, 0, 0);

	CU_ASSERT_EQUAL(rollup_columns(r), 3);
	T_TAKE(rollup_column_name(r, 0), "2021");
	T_TAKE(rollup_column_name(r, 1), "ej årsfördelat");
	T_TAKE(rollup_column_name(r, 2), "totalt");
	/* Years without a column still count in "totalt". */
	check_amount(r->total.cells[0].target, 1200);
	check_amount(r->total.cells[ROLLUP_TOTAL(r)].target, 3660);
	check_amount(r->total.cells[ROLLUP_TOTAL(r)].plan, 2400);
	CU_ASSERT_EQUAL(rollup_columns(none), 2);
	check_amount(none->total.cells[0].target, 60);
	check_amount(none->total.cells[1].target, 3660);
	rollup_free(r);
	rollup_free(none);
}

static void
test_rollup_selection(void)
{
	struct rollup *outside = build(SELECT_OUTSIDE, 202112, 2020, 2022);
	struct rollup *all = build(SELECT_ALL, 202112, 2020, 2022);
	const struct rollup_row *empty = rollup_find(outside, 4);

	CU_ASSERT_EQUAL(outside->rows->len, 2);
	check_amount(rollup_find(outside, 3)->cells[0].target, 70);
	/* A label that is always shown has a row of no amounts. */
	CU_ASSERT_PTR_NOT_NULL_FATAL(empty);
	for (int c = 0; c < 5; c++)
		CU_ASSERT_FALSE(empty->cells[c].target.known ||
		                empty->cells[c].plan.known ||
		                empty->cells[c].realised.known);
	check_amount(all->total.cells[4].target, 3730);
	T_TEXT(selection_heading(SELECT_COUNTED), "Räknas mot kravet");
	T_TEXT(word_text(selection_words, SELECT_OUTSIDE), "utanfor");
	T_TEXT(word_text(grouping_words, GROUPING_AREA), "omrade");
	T_TEXT(grouping_heading(GROUPING_UNIT), "Förvaltning");
	rollup_free(outside);
	rollup_free(all);
}

static void
test_zero_divisor(void)
{
	struct figure f = {
		.target = amount_of(0), .plan = amount_of(0), .realised = amount_of(5)
	};

	CU_ASSERT_FALSE(figure_of_plan(&f).known);
	CU_ASSERT_FALSE(figure_of_target(&f).known);
	check_amount(figure_deviation(&f), 5);
	f.target = f.plan = amount_of(-500);
	f.realised = amount_of(-200);
	CU_ASSERT_EQUAL(figure_of_plan(&f).tenths, 400);
	check_amount(figure_deviation(&f), 300);
}

static void
test_refused(void)
{
	static const struct balance large[] = {
		{ .grouping = GROUPING_UNIT,
		    .counts = true,
		    .key = 1,
		    .year = 2020,
		    .target_ore = INT64_MAX,
		    .targets = 1 },
		{ .grouping = GROUPING_UNIT,
		    .counts = true,
		    .key = 2,
		    .year = 2020,
		    .target_ore = 1,
		    .targets = 1 },
	};
	static const struct balance unnamed[] = { { .grouping = GROUPING_UNIT,
	    .counts = true,
	    .key = 9,
	    .year = 2020,
	    .target_ore = 1,
	    .targets = 1 } };
	g_autoptr(GArray) labels = four_labels();
	struct rollup_query query = { GROUPING_UNIT, SELECT_ALL, 202012, 2020, 2020,
		false };
	g_autoptr(GArray) a = array_of(large, 2);
	g_autoptr(GArray) b = array_of(unnamed, 1);
	const GArray *twice[] = { a, a };
	const GArray *one[] = { b };
	g_autoptr(GError) error = NULL;
	struct rollup *rollup = NULL;

	/* Within one cell, across the rows of the total, and a key without a name. */
	CU_ASSERT_FALSE(rollup_build(&query, labels, twice, 2, &rollup, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	g_clear_error(&error);
	CU_ASSERT_FALSE(rollup_build(&query, labels, twice, 1, &rollup, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	g_clear_error(&error);
	CU_ASSERT_FALSE(rollup_build(&query, labels, one, 1, &rollup, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	CU_ASSERT_PTR_NULL(rollup);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "phase months", test_phase_months },
		{ "phase amounts", test_phase_amounts },
		{ "cut-off in mid-year", test_rollup_mid_year },
		{ "cut-off in December", test_rollup_december },
		{ "columns", test_rollup_columns },
		{ "selections", test_rollup_selection },
		{ "zero divisors", test_zero_divisor },
		{ "refused", test_refused },
		CU_TEST_INFO_NULL,
	};

	return t_run("rollup", cases);
}
