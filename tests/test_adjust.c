/*
 * test_adjust.c - overlaps, the gap ladder and what is remarked of sums, each with a
 * case.
 */
#include "t.h"
#include "rollup/check.h"
#include "rollup/overview.h"

#define MKR(x) (INT64_C(x) * ORE_PER_MKR)

/* Actions 1..4 "A1".."A4" of stages 1, 3, 4, 5; A4 is outside.  A1 and A2 aim at 10 mkr
 * in 2020, A3 at 20 in 2021, A4 at 8 on no year; all lie in area 1. */
static struct plan *
four_actions(void)
{
	static const char *const codes[] = { "A1", "A2", "A3", "A4" };
	static const struct area area = { 1, "Vården" };
	static const struct target targets[] = { { 1, 2020, MKR(10) },
		{ 2, 2020, MKR(10) }, { 3, 2021, MKR(20) }, { 4, 0, MKR(8) } };
	struct plan *plan = plan_new();

	g_array_append_val(plan->areas, area);
	for (int i = 0; i < 4; i++) {
		struct line line = { i + 1, i + 1, 0, COST_UNSPECIFIED };
		struct action a;

		action_init(&a, codes[i]);
		a.id = i + 1;
		a.stage = i == 0 ? 1 : i + 2;
		a.counts = i < 3;
		a.kind = i == 2 ? KIND_DEFICIT : KIND_BUDGET;
		a.area = i == 0 ? "VÅRDEN" : "Vården";
		g_array_append_val(plan->actions, a);
		g_array_append_val(plan->lines, line);
	}
	g_array_append_vals(plan->targets, targets, G_N_ELEMENTS(targets));
	plan_index(plan);
	return plan;
}

static void
add_overlap(struct plan *plan, int64_t action, int64_t other, int64_t yields, int year,
    struct amount amount)
{
	struct overlap o = { action, other, yields, year, amount, "" };

	g_array_append_val(plan->overlaps, o);
}

static void
add_requirement(
    struct plan *plan, int year, int64_t ore, int64_t difference, const char *reason)
{
	struct requirement r = { year, KIND_NONE, ore, difference, reason };

	g_array_append_val(plan->requirements, r);
}

static struct rollup *
by_action(const struct plan *plan)
{
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));
	g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(struct balance));
	struct rollup_query query = { GROUPING_ACTION, SELECT_COUNTED, 202012, 2020, 2021,
		false };
	const GArray *balances[] = { rows };
	struct rollup *rollup = NULL;

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		struct rollup_label label = { t->line, "", false };
		struct balance b = { .grouping = GROUPING_ACTION,
			.counts = t->line != 4,
			.key = t->line,
			.year = t->year,
			.target_ore = t->ore,
			.targets = 1,
			.realised_ore = MKR(1),
			.reports = t->line == 2 };

		g_array_append_val(labels, label);
		g_array_append_val(rows, b);
	}
	CU_ASSERT_TRUE_FATAL(rollup_build(&query, labels, balances, 1, &rollup, NULL));
	return rollup;
}

static void
check_amount(struct amount got, int64_t want)
{
	CU_ASSERT_TRUE(amount_equal(got, amount_of(want)));
}

static void
test_overlap_sums(void)
{
	struct plan *plan = four_actions();

	add_overlap(plan, 1, 2, 1, 2020, amount_of(MKR(2)));
	add_overlap(plan, 3, 1, 3, 2021, amount_of(MKR(5)));
	add_overlap(plan, 4, 1, 4, 2020, amount_of(MKR(7))); /* outside yields */
	add_overlap(plan, 2, 3, 0, 2020, amount_of(MKR(9))); /* nobody said to yield */
	add_overlap(plan, 2, 3, 2, 2021, AMOUNT_NONE);       /* suspected */
	check_amount(overlap_of_action(plan, 3, -1), MKR(5));
	CU_ASSERT_FALSE(overlap_of_action(plan, 2, -1).known);
	check_amount(overlap_of_action(plan, 4, 2020), MKR(7));
	plan_free(plan);
}

static void
test_gap(void)
{
	struct plan *plan = four_actions();
	struct rollup *counted = by_action(plan);
	struct gap_ladder gap;

	add_overlap(plan, 1, 2, 1, 2020, amount_of(MKR(2)));
	add_overlap(plan, 3, 1, 3, 2021, amount_of(MKR(5)));
	add_requirement(plan, 2020, MKR(30), 0, "");
	add_requirement(plan, 2021, MKR(12), 0, "");
	gap_ladder_make(plan, counted, 0, &gap);
	check_amount(gap.requirement, MKR(42));
	check_amount(gap.identified, MKR(33)); /* 10 + 10 + 20 - 2 - 5 */
	check_amount(gap.decided, MKR(25));    /* A2 10, A3 20 - 5 */
	check_amount(gap.unidentified, MKR(9));
	check_amount(gap.realised, MKR(1));
	/* 2020 is over: 1 realised; 2021 is yet to come: 20 - 5 */
	check_amount(gap.forecast, MKR(16));
	CU_ASSERT_FALSE(gap.weighted.known);
	gap_ladder_make(plan, counted, 2020, &gap);
	check_amount(gap.identified, MKR(18));
	check_amount(gap.decided, MKR(10));
	check_amount(gap.unidentified, MKR(12));
	/* 2021: 20 - 5 = 15 found of 12: överplanering. */
	gap_ladder_make(plan, counted, 2021, &gap);
	check_amount(gap.unidentified, -MKR(3));
	/* A year without a column has no figures. */
	gap_ladder_make(plan, counted, 2022, &gap);
	CU_ASSERT_FALSE(gap.requirement.known || gap.identified.known ||
	                gap.decided.known || gap.unidentified.known);
	rollup_free(counted);
	plan_free(plan);
}

static void
test_reality_unknown(void)
{
	static const struct benchmark rows[] = {
		{ "A", "A", "", { 0, true }, { 100, true }, "" },
		{ "B", "B", "", { 100, true }, { 0, false }, "" },
		{ "C", "C", "", { 200, true }, { 50, true }, "" },
	};
	struct plan *plan = four_actions();
	GArray *out;

	g_array_append_vals(plan->benchmarks, rows, G_N_ELEMENTS(rows));
	add_requirement(plan, 0, 1002, 0, "");
	out = reality_make(plan);
	CU_ASSERT_EQUAL_FATAL(out->len, 2);
	/* Nothing promised: no ratio.  1002 × 50/200 = 250,5 öre, half away from zero. */
	CU_ASSERT_FALSE(g_array_index(out, struct reality, 0).ratio.known);
	CU_ASSERT_FALSE(g_array_index(out, struct reality, 0).amount.known);
	CU_ASSERT_EQUAL(g_array_index(out, struct reality, 1).ratio.tenths, 250);
	check_amount(g_array_index(out, struct reality, 1).amount, 251);
	g_array_unref(out);
	plan_free(plan);
}

/* The codes that check_sums gives, "FEL SUMMA; OBS …". */
static char *
remarked(const struct plan *plan)
{
	GPtrArray *remarks = remarks_new();
	GString *out = g_string_new(NULL);

	check_sums(plan, remarks);
	for (guint i = 0; i < remarks->len; i++) {
		const struct remark *r = g_ptr_array_index(remarks, i);

		g_string_append_printf(out, "%s%s %s %s", i > 0 ? "; " : "",
		    r->level == REMARK_FEL ? "FEL" : "OBS", r->code,
		    r->action == NULL ? "-" : r->action);
		CU_ASSERT_TRUE(g_str_has_suffix(r->text, "."));
		CU_ASSERT_TRUE(g_str_has_suffix(r->remedy, "."));
	}
	g_ptr_array_unref(remarks);
	return g_string_free(out, FALSE);
}

static char *
first_text(const struct plan *plan)
{
	GPtrArray *remarks = remarks_new();
	char *text = NULL;

	check_sums(plan, remarks);
	if (remarks->len > 0) {
		const struct remark *r = g_ptr_array_index(remarks, 0);

		text = g_strdup(r->text);
	}
	g_ptr_array_unref(remarks);
	return text;
}

/* 2020 sums to 20 mkr. */
static void
test_printed_sums(void)
{
	static const struct {
		int64_t printed, explained;
		const char *reason;
		const char *want;
	} cases[] = {
		{ MKR(20), 0, "", "" },
		{ MKR(19), MKR(1), "cirka", "" },
		{ MKR(21), -MKR(1), "cirka", "" },
		{ MKR(19), 0, "", "FEL SUMMA -" },
		{ MKR(19), MKR(1), " ", "FEL SUMMA -" },
		{ MKR(19), MKR(1) - 1, "cirka", "FEL SUMMA -" },
		{ MKR(20), MKR(1), "cirka", "FEL SUMMA -" },
		{ MKR(20) - 1, 0, "", "FEL SUMMA -" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct plan *plan = four_actions();

		add_requirement(
		    plan, 2020, cases[i].printed, cases[i].explained, cases[i].reason);
		T_TAKE(remarked(plan), cases[i].want);
		plan_free(plan);
	}
}

static void
test_printed_texts(void)
{
	struct plan *plan = four_actions();
	struct requirement *r;

	add_requirement(plan, 2020, MKR(19), MKR(2), "cirka");
	T_TAKE(first_text(plan),
	    "Kravet för 2020 är 19,0 mkr, men målen som räknas är tillsammans 20,0 mkr. "
	    "Skillnaden är 1,0 mkr, men skälet \"cirka\" täcker 2,0 mkr.");
	r = &g_array_index(plan->requirements, struct requirement, 0);
	r->kind = KIND_BUDGET;
	r->ore = MKR(20) - 50;
	r->difference_ore = 0;
	r->reason = "";
	/* One decimal, or whole kronor, would hide half a krona. */
	T_TAKE(first_text(plan),
	    "Kravet för 2020 (budgetreducering) är 19\u00a0999\u00a0999,50 kr, men målen "
	    "som räknas är tillsammans 20\u00a0000\u00a0000 kr. Skillnaden är 0,50 kr, "
	    "och inget skäl är angivet.");
	plan_free(plan);
	/* A year without a target in a plan that has others counts as 0; a plan without
	 * any has nothing to compare. */
	plan = four_actions();
	add_requirement(plan, 2022, MKR(5), 0, "");
	T_TAKE(remarked(plan), "FEL SUMMA -");
	g_array_set_size(plan->targets, 0);
	T_TAKE(remarked(plan), "");
	plan_free(plan);
}

static void
test_calculations(void)
{
	static const struct {
		int64_t gross, cost, net;
		bool whole;
		const char *want;
	} cases[] = {
		/* The area's targets are 10 + 10 + 20 + 8 = 48, outside ones too. */
		{ MKR(60), MKR(12), MKR(48), true, "" },
		{ MKR(60), MKR(12), MKR(48) + 1, false, "FEL KALKYL -" },
		{ MKR(60), MKR(13), MKR(47), false, "" },
		{ MKR(60), MKR(13), MKR(47), true, "FEL KALKYL -" },
		{ INT64_MIN, 1, 0, false, "FEL KALKYL -" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct plan *plan = four_actions();
		struct calculation c = { 1, "2020–2022", cases[i].gross, cases[i].cost,
			cases[i].net, cases[i].whole, "" };

		g_array_append_val(plan->calculations, c);
		T_TAKE(remarked(plan), cases[i].want);
		plan_free(plan);
	}
}

static void
test_overlap_gross(void)
{
	struct plan *plan = four_actions();

	/* Exactly gross in two parts holds; one öre more does not. */
	add_overlap(plan, 1, 2, 1, 2020, amount_of(MKR(6)));
	add_overlap(plan, 1, 3, 1, 2020, amount_of(MKR(4)));
	T_TAKE(remarked(plan), "");
	g_array_index(plan->overlaps, struct overlap, 1).amount.ore += 1;
	T_TAKE(remarked(plan), "FEL OVERLAPP-BRUTTO A1");
	T_TAKE(first_text(plan),
	    "A1 viker för överlapp på 10\u00a0000\u00a0000,01 kr (2020), men målet är "
	    "bara 10\u00a0000\u00a0000 kr.");
	plan_free(plan);
	/* A target on no year (A4, 8 mkr) covers any year, but only once. */
	plan = four_actions();
	add_overlap(plan, 4, 1, 4, 2020, amount_of(MKR(5)));
	T_TAKE(remarked(plan), "");
	add_overlap(plan, 4, 1, 4, 2021, amount_of(MKR(5)));
	T_TAKE(remarked(plan), "FEL OVERLAPP-BRUTTO A4");
	plan_free(plan);
}

static void
test_overlap_pairs(void)
{
	struct plan *plan = four_actions();

	add_overlap(plan, 1, 2, 1, 2020, amount_of(1));
	add_overlap(plan, 1, 2, 1, 0, amount_of(1)); /* another year: no duplicate */
	T_TAKE(remarked(plan), "");
	add_overlap(plan, 2, 1, 1, 2020, amount_of(1));
	T_TAKE(remarked(plan), "FEL OVERLAPP-DUBBEL A2");
	plan_free(plan);
	plan = four_actions();
	add_overlap(plan, 1, 2, 0, 2020, AMOUNT_NONE);
	add_overlap(plan, 2, 3, 0, 2020, amount_of(1));
	T_TAKE(remarked(plan), "OBS OVERLAPP-MISSTANKT A1; OBS OVERLAPP-VIKER A2");
	plan_free(plan);
}

static void
test_overlap_rings(void)
{
	struct plan *plan = four_actions();

	/* A1 yields to A2, A2 to A3; A4 hangs on.  Closing A3 -> A1 makes the ring. */
	add_overlap(plan, 1, 2, 1, 2020, amount_of(0));
	add_overlap(plan, 2, 3, 2, 2020, amount_of(0));
	add_overlap(plan, 4, 1, 4, 2020, amount_of(0));
	add_overlap(plan, 3, 1, 3, 2021, amount_of(0)); /* not the same krona */
	T_TAKE(remarked(plan), "");
	g_array_index(plan->overlaps, struct overlap, 3).year = 2020;
	T_TAKE(remarked(plan), "FEL OVERLAPP-CYKEL A1");
	T_TAKE(first_text(plan), "Överlappen går i cirkel (2020): A1 → A2 → A3 → A1.");
	plan_free(plan);
}

static void
test_overview_free(void)
{
	struct overview *overview = g_new0(struct overview, 1);
	struct plan *plan = four_actions();

	/* Half made, as after a failure: the sanitizers see what is left behind. */
	overview->all_actions = by_action(plan);
	overview->printed = printed_sums_make(plan);
	overview->reports = g_new0(struct latest_report, 4);
	CU_ASSERT_EQUAL(overview->printed->len, 0);
	overview_free(overview);
	overview_free(NULL);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "overlap sums", test_overlap_sums },
		{ "gap ladder", test_gap },
		{ "reality without amounts", test_reality_unknown },
		{ "printed sums", test_printed_sums },
		{ "printed sums in words", test_printed_texts },
		{ "calculations", test_calculations },
		{ "overlap above gross", test_overlap_gross },
		{ "overlap pairs", test_overlap_pairs },
		{ "overlap rings", test_overlap_rings },
		{ "overview freed", test_overview_free },
		CU_TEST_INFO_NULL,
	};

	return t_run("adjust", cases);
}
