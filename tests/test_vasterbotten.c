/*
 * test_vasterbotten.c - the golden table: the plan of Region Västerbotten 2019 as
 * literals.
 *
 * The rows are the document's, the sums expected are those of the product's description,
 * worked out from the document by hand.
 */
#include "money/money_format.h"
#include "rollup/adjust.h"
#include "rollup/check.h"
#include "t.h"

#define TKR(x) (INT64_C(x) * ORE_PER_TKR)
#define NO     INT_MIN /* the document gives no amount */

enum { HS = 1, RF, RUF };
static const char *const unit_names[] = { "", "Hälso- och sjukvårdsförvaltningen",
	"Regionförvaltningen", "Regionala utvecklingsförvaltningen" };
static const char *const area_names[] = { "", "Ett sjukhus på tre orter",
	"Omstrukturering av vården", "Produktions- och kapacitetsstyrning i slutenvården",
	"Utveckla och anpassa bemanningen", "Effektiviseringar", "Samordna lokaler",
	"Effektiviseringar inom service", "Inköp och upphandling",
	"Översyn centrala anslag", "Samordning i den nya regionen",
	"Förtroendepersonsorganisationen", "Ledarskap och verksamhetsstyrning",
	"Utveckla digitala lösningar" };

/* One row per line: 2020, 2021, 2022 and ej årsfördelat in tkr.  30 actions. */
static const struct source_line {
	const char *code;
	int unit, recipient, area;
	enum kind kind;
	enum cost_kind cost_kind;
	bool counts;
	int tkr[4];
} source[] = {
	{ "HS-01", HS, HS, 1, KIND_BUDGET, 0, true, { 3000, 3000, 4000, NO } },
	{ "HS-02", HS, HS, 2, KIND_BUDGET, 0, true, { 86000, 40000, 39000, NO } },
	{ "HS-03", HS, HS, 2, KIND_BUDGET, 0, true, { 4000, 2000, 2000, NO } },
	{ "HS-04", HS, HS, 3, KIND_DEFICIT, 0, true, { 31000, 36000, 41000, NO } },
	{ "HS-05", HS, HS, 4, KIND_DEFICIT, 0, true, { 33000, 22000, 11000, NO } },
	{ "HS-06", HS, HS, 4, KIND_NONE, 0, true, { NO, NO, NO, NO } },
	{ "HS-07", HS, HS, 4, KIND_DEFICIT, 0, true, { 35000, 35000, 25000, NO } },
	{ "HS-08", HS, HS, 4, KIND_DEFICIT, 0, true, { 1000, 1000, 1000, NO } },
	{ "HS-09", HS, HS, 4, KIND_DEFICIT, 0, true, { 1000, 1000, 1000, NO } },
	{ "HS-10", HS, HS, 4, KIND_DEFICIT, 0, true, { 6000, 6000, 8000, NO } },
	{ "HS-11", HS, HS, 4, KIND_DEFICIT, 0, true, { NO, 3000, 2000, NO } },
	{ "HS-12", HS, HS, 5, KIND_DEFICIT, COST_OPERATIONS, true,
	    { 7000, 4000, 4000, NO } },
	{ "HS-13", HS, HS, 5, KIND_DEFICIT, COST_OPERATIONS, true,
	    { 5000, 5000, 5000, NO } },
	{ "HS-14", HS, HS, 5, KIND_DEFICIT, COST_OPERATIONS, true,
	    { 1000, 1000, 3000, NO } },
	{ "HS-15", HS, HS, 6, KIND_DEFICIT, COST_OPERATIONS, true,
	    { NO, 4000, 6000, NO } },
	{ "RF-01", RF, RF, 7, KIND_DEFICIT, COST_OPERATIONS, true,
	    { 5000, 6000, 6000, NO } },
	{ "RF-01", RF, RF, 7, KIND_DEFICIT, COST_REVENUE, true, { NO, 1500, 1500, NO } },
	{ "RF-02", RF, RF, 8, KIND_NONE, COST_MATERIAL, false,
	    { 10000, 18000, 22000, NO } },
	{ "RF-03", RF, RF, 9, KIND_BUDGET, COST_OPERATIONS, true, { 5000, NO, NO, NO } },
	{ "RF-03", RF, 0, 9, KIND_BUDGET, COST_OPERATIONS, true, { NO, 2500, 2500, NO } },
	{ "RF-04", RF, RF, 10, KIND_BUDGET, 0, true, { 1500, NO, NO, NO } },
	{ "RF-04", RF, RUF, 10, KIND_BUDGET, 0, true, { 500, NO, NO, NO } },
	{ "RF-04", RF, 0, 10, KIND_BUDGET, 0, true, { NO, 2500, 2500, NO } },
	{ "RF-05", RF, RF, 11, KIND_NONE, 0, true, { NO, NO, NO, NO } },
	{ "RF-06", RF, RF, 12, KIND_NONE, 0, true, { NO, NO, NO, NO } },
	{ "RF-D1", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 42500 } },
	{ "RF-D2", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 1500 } },
	{ "RF-D2", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 12000 } },
	{ "RF-D3", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 5000 } },
	{ "RF-D4", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 3600 } },
	{ "RF-D4", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 1600 } },
	{ "RF-D5", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 3100 } },
	{ "RF-D5", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 150 } },
	{ "RF-D6", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 2600 } },
	{ "RF-D6", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 400 } },
	{ "RF-D7", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 300 } },
	{ "RF-D7", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 3100 } },
	{ "RF-D8", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 1200 } },
	{ "RF-D8", RF, RF, 13, KIND_NONE, COST_OPERATIONS, false, { NO, NO, NO, 850 } },
	{ "RF-D9", RF, RF, 13, KIND_NONE, COST_STAFF, false, { NO, NO, NO, 2100 } },
};

static void
add_requirement(struct plan *plan, int year, enum kind kind, int mkr, int difference_tkr)
{
	struct requirement r = { year, kind, TKR(1000) * mkr, TKR(1) * difference_tkr,
		difference_tkr == 0 ? "" : "cirka" };

	g_array_append_val(plan->requirements, r);
}

static void
add_source_line(struct plan *plan, const struct source_line *s, int64_t id)
{
	struct line line = { id, (int64_t)plan->actions->len, s->recipient,
		s->cost_kind };

	g_array_append_val(plan->lines, line);
	for (int i = 0; i < 4; i++) {
		struct target t = { id, i == 3 ? 0 : 2020 + i, TKR(1) * s->tkr[i] };

		if (s->tkr[i] != NO)
			g_array_append_val(plan->targets, t);
	}
}

/* An action's id is its number from 1, in the table's order. */
static struct plan *
vasterbotten(void)
{
	static const struct benchmark history = { "HA2015", "Framtidsarbetet",
		"2015–2018", { TKR(403000), true }, { TKR(145000), true }, "" };
	static const struct calculation net = { 13, "2020–2022", TKR(130000), TKR(50000),
		TKR(80000), true, "" };
	struct plan *plan = plan_new();

	for (int64_t i = 1; i < (int64_t)G_N_ELEMENTS(unit_names); i++) {
		struct unit unit = { i, 0, unit_names[i] };

		g_array_append_val(plan->units, unit);
	}
	for (int64_t i = 1; i < (int64_t)G_N_ELEMENTS(area_names); i++) {
		struct area area = { i, area_names[i] };

		g_array_append_val(plan->areas, area);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(source); i++) {
		const struct source_line *s = &source[i];
		struct action a;

		action_init(&a, s->code);
		a.id = (int64_t)plan->actions->len + 1;
		a.unit = unit_names[s->unit];
		a.area = area_names[s->area];
		a.kind = s->kind;
		a.counts = s->counts;
		if (i == 0 || strcmp(s->code, source[i - 1].code) != 0)
			g_array_append_val(plan->actions, a);
		add_source_line(plan, s, (int64_t)i + 1);
	}
	/* As printed; "cirka" stands for the halves. */
	add_requirement(plan, 2020, KIND_NONE, 225, 0);
	add_requirement(plan, 2021, KIND_NONE, 175, 500);
	add_requirement(plan, 2022, KIND_NONE, 165, -500);
	add_requirement(plan, 0, KIND_NONE, 565, 0);
	add_requirement(plan, 2021, KIND_DEFICIT, 125, 500);
	add_requirement(plan, 0, KIND_BUDGET, 200, 0);
	g_array_append_val(plan->benchmarks, history);
	g_array_append_val(plan->calculations, net);
	plan_index(plan);
	return plan;
}

static GArray *
balances_of(const struct plan *plan)
{
	struct balance_book *book = balance_book_new();
	GArray *rows;

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *a = plan_action_by_id(plan, line->action);
		struct facet facet = { a->id, plan_unit(plan, a->unit)->id, line->unit,
			plan_area(plan, a->area)->id, a->kind, line->cost_kind,
			a->counts };
		g_autoptr(GError) error = NULL;

		T_OK(
		    balance_book_target(book, &facet, t->year, t->ore, 1, &error), error);
	}
	rows = balance_book_rows(book);
	balance_book_free(book);
	return rows;
}

/* Labels 0..n-1 are enough for every grouping; the text is the area's where there is. */
static struct rollup *
build(const GArray *balances, struct rollup_query query, int n_labels)
{
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));
	g_autoptr(GError) error = NULL;
	struct rollup *rollup = NULL;

	for (int i = 0; i < n_labels; i++) {
		struct rollup_label label = { i,
			i < (int)G_N_ELEMENTS(area_names) ? area_names[i] : "", false };

		g_array_append_val(labels, label);
	}
	T_OK(rollup_build(&query, labels, &balances, 1, &rollup, &error), error);
	return rollup;
}

static struct rollup *
targets_by(const struct plan *plan, enum grouping grouping, enum selection selection)
{
	g_autoptr(GArray) balances = balances_of(plan);

	return build(balances,
	    (struct rollup_query){ grouping, selection, 202012, 2020, 2022, false }, 40);
}

/* "213,0 163,0 152,0 – 528,0" */
static char *
row_text(const struct rollup_row *row, int columns)
{
	GString *out = g_string_new(NULL);

	for (int c = 0; row != NULL && c < columns; c++) {
		g_string_append(out, c > 0 ? " " : "");
		amount_append(out, row->cells[c].target, MONEY_MKR, 1);
	}
	return g_string_free(out, FALSE);
}

static void
test_golden_totals(void)
{
	struct plan *plan = vasterbotten();
	static const struct {
		enum grouping grouping;
		enum selection selection;
		int64_t key; /* -1: the total */
		const char *want;
	} golden[] = {
		{ GROUPING_UNIT, SELECT_COUNTED, HS, "213,0 163,0 152,0 – 528,0" },
		{ GROUPING_UNIT, SELECT_COUNTED, RF, "12,0 12,5 12,5 – 37,0" },
		{ GROUPING_UNIT, SELECT_COUNTED, RUF, "" },
		{ GROUPING_UNIT, SELECT_COUNTED, -1, "225,0 175,5 164,5 – 565,0" },
		{ GROUPING_RECIPIENT, SELECT_COUNTED, RF, "11,5 7,5 7,5 – 26,5" },
		{ GROUPING_RECIPIENT, SELECT_COUNTED, RUF, "0,5 – – – 0,5" },
		{ GROUPING_RECIPIENT, SELECT_COUNTED, 0, "– 5,0 5,0 – 10,0" },
		{ GROUPING_KIND, SELECT_COUNTED, KIND_BUDGET, "100,0 50,0 50,0 – 200,0" },
		{ GROUPING_KIND, SELECT_COUNTED, KIND_DEFICIT,
		    "125,0 125,5 114,5 – 365,0" },
		{ GROUPING_COST_KIND, SELECT_COUNTED, COST_UNSPECIFIED,
		    "202,0 151,5 136,5 – 490,0" },
		{ GROUPING_COST_KIND, SELECT_COUNTED, COST_OPERATIONS,
		    "23,0 22,5 26,5 – 72,0" },
		{ GROUPING_COST_KIND, SELECT_COUNTED, COST_REVENUE, "– 1,5 1,5 – 3,0" },
		{ GROUPING_COST_KIND, SELECT_OUTSIDE, COST_STAFF, "– – – 61,9 61,9" },
		{ GROUPING_COST_KIND, SELECT_OUTSIDE, COST_OPERATIONS,
		    "– – – 18,1 18,1" },
		{ GROUPING_AREA, SELECT_COUNTED, 2, "90,0 42,0 41,0 – 173,0" },
		{ GROUPING_AREA, SELECT_COUNTED, 11, "" },
		{ GROUPING_AREA, SELECT_OUTSIDE, -1, "10,0 18,0 22,0 80,0 130,0" },
		{ GROUPING_ACTION, SELECT_ALL, 11, "– 3,0 2,0 – 5,0" },
		{ GROUPING_ACTION, SELECT_ALL, -1, "235,0 193,5 186,5 80,0 695,0" },
	};

	CU_ASSERT_EQUAL(plan->actions->len, 30);
	for (size_t i = 0; i < G_N_ELEMENTS(golden); i++) {
		struct rollup *r =
		    targets_by(plan, golden[i].grouping, golden[i].selection);

		T_TAKE(row_text(
		           golden[i].key < 0 ? &r->total : rollup_find(r, golden[i].key),
		           rollup_columns(r)),
		    golden[i].want);
		rollup_free(r);
	}
	plan_free(plan);
}

static void
test_golden_bridge(void)
{
	static const char *const texts[] = { "Allt som listas",
		"Utanför: Inköp och upphandling", "Utanför: Utveckla digitala lösningar",
		"Räknas mot kravet" };
	static const int64_t tkr[][5] = { { 235000, 193500, 186500, 80000, 695000 },
		{ -10000, -18000, -22000, 0, -50000 }, { 0, 0, 0, -80000, -80000 },
		{ 225000, 175500, 164500, 0, 565000 } };
	struct plan *plan = vasterbotten();
	struct rollup *counted = targets_by(plan, GROUPING_AREA, SELECT_COUNTED);
	struct rollup *outside = targets_by(plan, GROUPING_AREA, SELECT_OUTSIDE);
	struct bridge *bridge = bridge_make(counted, outside);

	rollup_free(counted); /* the bridge keeps nothing of them */
	rollup_free(outside);
	CU_ASSERT_EQUAL(bridge->n_years, 3);
	CU_ASSERT_EQUAL(bridge->first_year, 2020);
	CU_ASSERT_EQUAL_FATAL(bridge->rows->len, 4);
	for (guint i = 0; i < 4; i++) {
		const struct bridge_row *row =
		    &g_array_index(bridge->rows, struct bridge_row, i);

		T_TEXT(row->text, texts[i]);
		for (int c = 0; c < 5; c++) {
			CU_ASSERT_EQUAL(row->cells[c].ore, TKR(1) * tkr[i][c]);
			CU_ASSERT_EQUAL(row->cells[c].known, tkr[i][c] != 0);
		}
	}
	bridge_free(bridge);
	bridge_free(NULL);
	plan_free(plan);
}

static void
test_golden_reality(void)
{
	struct plan *plan = vasterbotten();
	g_autoptr(GArray) rows = reality_make(plan);
	const struct reality *row = &g_array_index(rows, struct reality, 0);

	CU_ASSERT_EQUAL_FATAL(rows->len, 1);
	CU_ASSERT_EQUAL(row->ratio.tenths, 360);
	/* 56 500 000 000 öre × 145 / 403 = 20 328 784 119 remainder 43 of 403. */
	CU_ASSERT_EQUAL(row->amount.ore, INT64_C(20328784119));
	T_TAKE(amount_text(row->amount, MONEY_MKR, 1), "203,3");
	plan_free(plan);
}

static const struct remark *
remark_at(const GPtrArray *remarks, guint i)
{
	CU_ASSERT_FATAL(i < remarks->len);
	return g_ptr_array_index(remarks, i);
}

static void
test_golden_sums(void)
{
	struct plan *plan = vasterbotten();
	GArray *printed = printed_sums_make(plan);
	GPtrArray *remarks = remarks_new();
	const struct printed_sum *p = &g_array_index(printed, struct printed_sum, 1);

	CU_ASSERT_EQUAL(printed->len, 6);
	CU_ASSERT_EQUAL(p->computed.ore, TKR(175500));
	CU_ASSERT_EQUAL(p->difference_ore, TKR(500));
	CU_ASSERT_EQUAL(p->explained_ore, TKR(500));
	CU_ASSERT_TRUE(p->holds);
	check_sums(plan, remarks);
	CU_ASSERT_EQUAL(remarks->len, 0);
	/* One krona more on HS-01 2020 breaks 2020, the programme and its kind. */
	g_array_index(plan->targets, struct target, 0).ore += 100;
	check_sums(plan, remarks);
	CU_ASSERT_EQUAL(remarks->len, 3);
	T_TEXT(remark_at(remarks, 0)->code, "SUMMA");
	CU_ASSERT_EQUAL(remark_at(remarks, 0)->level, REMARK_FEL);
	T_TEXT(remark_at(remarks, 0)->text,
	    "Kravet för 2020 är 225\u00a0000\u00a0000 kr, men målen som räknas är "
	    "tillsammans 225\u00a0000\u00a0001 kr. Skillnaden är 1 kr, och inget skäl är "
	    "angivet.");
	g_ptr_array_unref(remarks);
	g_array_unref(printed);
	plan_free(plan);
}

static void
test_golden_gap(void)
{
	struct plan *plan = vasterbotten();
	struct rollup *counted = targets_by(plan, GROUPING_ACTION, SELECT_COUNTED);
	struct gap_ladder gap;

	/* Nothing is decided in the document: no amount, which is not zero. */
	gap_ladder_make(plan, counted, 0, &gap);
	CU_ASSERT_EQUAL(gap.requirement.ore, TKR(565000));
	CU_ASSERT_EQUAL(gap.identified.ore, TKR(565000));
	CU_ASSERT_TRUE(amount_equal(gap.unidentified, amount_of(0)));
	CU_ASSERT_FALSE(gap.decided.known);
	CU_ASSERT_FALSE(gap.realised.known);
	CU_ASSERT_EQUAL(gap.forecast.ore, TKR(340000)); /* 175,5 + 164,5 yet to come */
	CU_ASSERT_FALSE(gap.weighted.known);
	/* 165 printed, 164,5 found. */
	gap_ladder_make(plan, counted, 2022, &gap);
	CU_ASSERT_EQUAL(gap.unidentified.ore, TKR(500));
	/* 175 printed, 175,5 found: överplanering. */
	gap_ladder_make(plan, counted, 2021, &gap);
	CU_ASSERT_EQUAL(gap.unidentified.ore, -TKR(500));
	rollup_free(counted);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "totals", test_golden_totals },
		{ "bridge", test_golden_bridge },
		{ "reality test", test_golden_reality },
		{ "printed sums", test_golden_sums },
		{ "gap ladder", test_golden_gap },
		CU_TEST_INFO_NULL,
	};

	return t_run("vasterbotten", cases);
}
