/*
 * reports_example.h - an overview made by hand for test_reports.c:
 * four actions (one reported, one without outcome, one without amounts, one outside the
 * requirement) or an empty programme.
 */
#ifndef REPORTS_EXAMPLE_H
#define REPORTS_EXAMPLE_H

#include "doc_example.h"
#include "rollup/overview.h"

/* ---- an overview ---- */

/* Two years: 2020, 2021, ej årsfördelat, totalt; plan and realised only in all. */
struct hand_row {
	int64_t key;
	const char *text; /* NULL ends; the last one before it is the total */
	struct amount target[4];
	struct amount plan, realised;
	int assumed;
	struct amount forecast, weighted;
};

static void
fill(struct rollup_row *row, const struct hand_row *from, int n)
{
	row->key = from->key;
	row->text = from->text;
	row->cells = g_new0(struct figure, (gsize)n);
	for (int i = 0; i < n; i++)
		row->cells[i].target = from->target[i + 4 - n];
	row->cells[n - 1].plan = from->plan;
	row->cells[n - 1].realised = from->realised;
	row->cells[n - 1].assumed = from->assumed;
	row->cells[n - 1].forecast = from->forecast;
	row->cells[n - 1].weighted = from->weighted;
}

static struct rollup *
hand_rollup(enum grouping grouping, enum selection selection, int n_years,
    const struct hand_row *rows)
{
	struct rollup *rollup = g_new0(struct rollup, 1);

	rollup->query = (struct rollup_query){ grouping, selection, 202106,
		n_years ? 2020 : 0, n_years ? 2021 : 0, true };
	rollup->n_years = n_years;
	rollup->rows = g_array_new(FALSE, TRUE, sizeof(struct rollup_row));
	for (; rows[1].text; rows++) {
		struct rollup_row row;

		fill(&row, rows, n_years + 2);
		g_array_append_val(rollup->rows, row);
	}
	fill(&rollup->total, rows, n_years + 2);
	return rollup;
}

static void
hand_free(struct rollup *rollup)
{
	for (guint i = 0; i < rollup->rows->len; i++)
		g_free(g_array_index(rollup->rows, struct rollup_row, i).cells);
	g_array_free(rollup->rows, TRUE);
	g_free(rollup->total.cells);
	g_free(rollup);
}

/*
 * HS-01: 100 + 50, whole years assumed: plan to June 100 + 25 = 125, realised 120.
 * HS-02: 30 + 35,5: plan 30 + 17,75 = 47,75, nothing reported.
 * Both: 130 + 85,5 = 215,5; plan 172,75; realised 120; R - P = -52,75.
 * Only HS-01 has a forecast: 148,5, weighted 140 (grad 4 at gul: 0,675 × 28,5 = 19,2
 * would be 139,2; the report's figures need not be right, only printed).
 */
#define ROW_HS01                                                                         \
	{ mkr(10000), mkr(5000), NO, mkr(15000) }, mkr(12500), mkr(12000), 1,            \
	    mkr(14850), mkr(14000)
#define ROW_HS02 { mkr(3000), mkr(3550), NO, mkr(6550) }, mkr(4775), NO, 1, NO, NO
#define ROW_COUNTED                                                                      \
	{ mkr(13000), mkr(8550), NO, mkr(21550) }, mkr(17275), mkr(12000), 2,            \
	    mkr(14850), mkr(14000)
#define ROW_NOTHING { NO, NO, NO, NO }, NO, NO, 0, NO, NO
#define ROW_OUTSIDE { NO, NO, mkr(8000), mkr(8000) }, NO, NO, 0, NO, NO
#define ROW_END                                                                          \
	{                                                                                \
		0, NULL, ROW_NOTHING                                                     \
	}

static void
hand_rollups(struct overview *o, int n)
{
	const struct hand_row units[] = { { 1, "Hälso- och sjukvården", ROW_COUNTED },
		{ 2, "Regionförvaltningen", ROW_NOTHING }, { 0, "Totalt", ROW_COUNTED },
		ROW_END };
	const struct hand_row kinds[] = { { 1, "Budgetreducering", ROW_HS01 },
		{ 2, "Underskottshantering", ROW_HS02 }, { 0, "Totalt", ROW_COUNTED },
		ROW_END };
	const struct hand_row areas[] = { { 1, "Vården", ROW_COUNTED },
		{ 0, "Totalt", ROW_COUNTED }, ROW_END };
	const struct hand_row costs[] = { { 0, "ospecificerat", ROW_COUNTED },
		{ 0, "Totalt", ROW_COUNTED }, ROW_END };
	const struct hand_row actions[] = { { 11, "HS-01", ROW_HS01 },
		{ 12, "HS-02", ROW_HS02 }, { 0, "Totalt", ROW_COUNTED }, ROW_END };
	const struct hand_row outside[] = { { 2, "Inköp och upphandling", ROW_OUTSIDE },
		{ 0, "Totalt", ROW_OUTSIDE }, ROW_END };
	const struct hand_row all[] = { { 11, "HS-01", ROW_HS01 },
		{ 12, "HS-02", ROW_HS02 }, { 14, "RF-02", ROW_OUTSIDE },
		{ 0, "Totalt", { mkr(13000), mkr(8550), mkr(8000), mkr(29550) },
		    mkr(17275), mkr(12000), 2, mkr(14850), mkr(14000) },
		ROW_END };
	const struct hand_row none[] = { { 0, "Totalt", ROW_NOTHING }, ROW_END };
	enum selection in = SELECT_COUNTED;

	o->by[GROUPING_UNIT] = hand_rollup(GROUPING_UNIT, in, n, n ? units : none);
	o->by[GROUPING_RECIPIENT] =
	    hand_rollup(GROUPING_RECIPIENT, in, n, n ? units : none);
	o->by[GROUPING_KIND] = hand_rollup(GROUPING_KIND, in, n, n ? kinds : none);
	o->by[GROUPING_AREA] = hand_rollup(GROUPING_AREA, in, n, n ? areas : none);
	o->by[GROUPING_ACTION] = hand_rollup(GROUPING_ACTION, in, n, n ? actions : none);
	o->by[GROUPING_COST_KIND] =
	    hand_rollup(GROUPING_COST_KIND, in, n, n ? costs : none);
	o->outside = hand_rollup(GROUPING_AREA, SELECT_OUTSIDE, n, n ? outside : none);
	o->all_actions = hand_rollup(GROUPING_ACTION, SELECT_ALL, n, n ? all : none);
}

static void
hand_bridge(struct overview *o, int n)
{
	static struct amount cells[3][4];
	const char *texts[] = { "Allt som listas", "Utanför: Inköp och upphandling",
		"Räknas mot kravet" };

	/* 295,5 - 80 = 215,5 */
	memcpy(cells[0],
	    ((struct amount[]){ mkr(13000), mkr(8550), mkr(8000), mkr(29550) }),
	    sizeof(cells[0]));
	memcpy(cells[1], ((struct amount[]){ NO, NO, mkr(-8000), mkr(-8000) }),
	    sizeof(cells[1]));
	memcpy(cells[2], ((struct amount[]){ mkr(13000), mkr(8550), NO, mkr(21550) }),
	    sizeof(cells[2]));
	o->bridge = g_new0(struct bridge, 1);
	o->bridge->n_years = n;
	o->bridge->rows = g_array_new(FALSE, TRUE, sizeof(struct bridge_row));
	for (int i = 0; i < 3; i++) {
		static struct amount nothing[4];
		struct bridge_row row = { texts[i], n ? cells[i] : nothing };

		if (n || i != 1)
			g_array_append_val(o->bridge->rows, row);
	}
}

static void
add_action(struct plan *plan, struct action action)
{
	struct action full;

	action_init(&full, action.code);
	full.id = action.id;
	full.name = action.name;
	full.unit = action.unit;
	full.kind = action.kind;
	full.counts = action.counts;
	full.status = action.status;
	g_array_append_val(plan->actions, full);
}

#define HS "Hälso- och sjukvården"
#define RF "Regionförvaltningen"

static void
hand_actions(struct plan *plan)
{
	const struct unit units[] = { { 1, 0, HS }, { 2, 0, RF } };
	const struct area areas[] = { { 1, "Vården" }, { 2, "Inköp och upphandling" } };

	g_array_append_vals(plan->units, units, 2);
	g_array_append_vals(plan->areas, areas, 2);
	add_action(plan, (struct action){ .id = 11,
	                     .code = "HS-01",
	                     .name = "Omstrukturering av vården",
	                     .unit = HS,
	                     .kind = KIND_BUDGET,
	                     .counts = true,
	                     .status = STATUS_ONGOING });
	add_action(plan, (struct action){ .id = 12,
	                     .code = "HS-02",
	                     .name = "<b>Jour</b> | `kod` *s* _u_",
	                     .unit = HS,
	                     .kind = KIND_DEFICIT,
	                     .counts = true });
	add_action(plan, (struct action){ .id = 13,
	                     .code = "RF-01",
	                     .name = "=HYPERLINK(\"http://x\")",
	                     .unit = RF,
	                     .counts = true,
	                     .status = STATUS_DELAYED });
	add_action(plan,
	    (struct action){ .id = 14,
	        .code = "RF-02",
	        .unit = RF,
	        .status = STATUS_PLANNED,
	        .name = "Samordna inköp och upphandling i hela regionen med följsamhet "
	                "till avtal" });
}

static void
hand_facts(struct plan *plan)
{
	const struct requirement requirements[] = {
		{ 2020, KIND_NONE, mkr(13000).ore, 0, "" },
		{ 2021, KIND_NONE, mkr(8500).ore, mkr(50).ore, "cirka" },
		{ 0, KIND_NONE, mkr(21500).ore, 0, "" },
	};
	const struct reallocation moved[] = {
		{ "OM-1", 2020, "Fler AT- och ST-tjänster", mkr(1200).ore,
		    "dras in om statsbidragen uteblir", "väntade statsbidrag" },
		{ "OM-2", 0, "=cmd|' /C calc'!A0", mkr(800).ore, "", "" },
	};
	const struct benchmark mark = { "HA2015", "Framtidsarbetet", "2015–2018",
		mkr(40300), mkr(14500), "Region Halland 2019" };
	const struct calculation sums[] = {
		{ 2, "2020–2022", mkr(13000).ore, mkr(5000).ore, mkr(8000).ore, true,
		    "planen" },
		{ 2, "från 2023, per år", mkr(6000).ore, mkr(1000).ore, mkr(5000).ore,
		    false, "planen" },
	};

	const struct line lines[] = { { 1, 11, 1, COST_UNSPECIFIED },
		{ 2, 12, 1, COST_UNSPECIFIED }, { 3, 14, 0, COST_UNSPECIFIED } };
	const struct target targets[] = { { 1, 2020, mkr(10000).ore },
		{ 1, 2021, mkr(5000).ore }, { 2, 2020, mkr(3000).ore },
		{ 2, 2021, mkr(3550).ore }, { 3, 0, mkr(8000).ore } };

	g_array_append_vals(plan->lines, lines, 3);
	g_array_append_vals(plan->targets, targets, 5);
	g_array_append_vals(plan->requirements, requirements, 3);
	g_array_append_vals(plan->reallocations, moved, 2);
	g_array_append_vals(plan->benchmarks, &mark, 1);
	g_array_append_vals(plan->calculations, sums, 2);
}

/* Computed 215,5 against printed 215: the year's "cirka" does not cover the total. */
static void
hand_adjustments(struct overview *o)
{
	const struct printed_sum printed[] = {
		{ 2020, KIND_NONE, mkr(13000).ore, mkr(13000), 0, 0, "", true },
		{ 2021, KIND_NONE, mkr(8500).ore, mkr(8550), mkr(50).ore, mkr(50).ore,
		    "cirka", true },
		{ 0, KIND_NONE, mkr(21500).ore, mkr(21550), mkr(50).ore, 0, "", false },
	};
	/* 215 * 145 / 403 = 77,357 */
	const struct reality reality = { &g_array_index(
		                             o->plan->benchmarks, struct benchmark, 0),
		{ 360, true }, amount_scale(mkr(21500), mkr(14500), mkr(40300)) };
	const struct deviation behind = {
		&g_array_index(o->plan->actions, struct action, 0), mkr(-500),
		{ .target = mkr(15000),
		    .plan = mkr(12500),
		    .realised = mkr(12000),
		    .assumed = 1 }
	};

	o->gap = (struct gap_ladder){ .requirement = mkr(21500),
		.identified = mkr(21550),
		.decided = mkr(15000),
		.forecast = mkr(14850),
		.weighted = mkr(14000),
		.realised = mkr(12000),
		.unidentified = mkr(-50) };
	g_array_append_vals(o->printed, printed, 3);
	g_array_append_vals(o->reality, &reality, 1);
	g_array_append_vals(o->deviations, &behind, 1);
}

/* Lights as the reports below say and as dates would make them. */
static void
hand_outlooks(struct overview *o)
{
	static struct outlook outlooks[4] = {
		{ .target = { 50 * ORE_PER_MKR, true },
		    .forecast = { 4850 * HUNDREDTH, true },
		    .owner = true,
		    .weight = SETTINGS_WEIGHT_WHOLE / 1000 * 675,
		    .lights = { .effect = LIGHT_GREEN,
		        .delivery = LIGHT_RED,
		        .judged = LIGHT_YELLOW,
		        .light = LIGHT_YELLOW,
		        .overdue = "Avtal <b>klart</b>",
		        .overdue_days = 45,
		        .silent = 1 } },
		{ .target = { 3550 * HUNDREDTH, true },
		    .unfounded = true,
		    .lights = { .effect = LIGHT_GREY,
		        .delivery = LIGHT_GREY,
		        .light = LIGHT_GREY } },
		{ .lights = { .effect = LIGHT_GREY,
		      .delivery = LIGHT_RED,
		      .light = LIGHT_RED,
		      .silent = 2,
		      .empty = 2 } },
		{ .lights = { .effect = LIGHT_GREY,
		      .delivery = LIGHT_GREEN,
		      .judged = LIGHT_GREEN,
		      .light = LIGHT_GREEN } },
	};
	static struct slippage slippages[4] = { { .months = 3, .months_known = true } };
	const struct forecast_error error = { "Anna <b>", 2, 1, mkr(11000).ore,
		mkr(10000).ore, mkr(1500).ore };

	o->outlooks = outlooks;
	o->slippages = slippages;
	o->unfounded = 1;
	o->errors = g_array_new(FALSE, FALSE, sizeof(error));
	g_array_append_vals(o->errors, &error, 1);
}

static void
overview_by_hand(struct overview *o, struct plan *plan, bool filled)
{
	static struct latest_report reports[4] = {
		{ "DÅ04-2021", 202104, LIGHT_YELLOW, false,
		    "\x1b[31mRekryteringen\u202e går trögt.\n=1+1; se | bilagan <i>.",
		    false, false },
		{ "", 0, LIGHT_NONE, false, "", false, false },
		{ "2021-06", 202106, LIGHT_RED, true, "", true, true },
		{ "2021-06", 202106, LIGHT_GREEN, false, "Avtalen är klara.", true,
		    true },
	};
	int n = filled ? 2 : 0;

	memset(o, 0, sizeof(*o));
	o->plan = plan;
	o->cutoff = 202106;
	o->printed = g_array_new(FALSE, TRUE, sizeof(struct printed_sum));
	o->reality = g_array_new(FALSE, TRUE, sizeof(struct reality));
	o->deviations = g_array_new(FALSE, TRUE, sizeof(struct deviation));
	plan->programme = (struct programme){ 1, filled ? "EX2020" : "TOMT",
		filled ? "Exempeldata: Omställning 2020–2021" : "Tomt program" };
	if (filled) {
		hand_actions(plan);
		hand_facts(plan);
		o->reports = reports;
		o->counted = 3;
		o->reported = 1;
	}
	plan_index(plan);
	if (filled) {
		hand_adjustments(o);
		hand_outlooks(o);
	}
	hand_rollups(o, n);
	hand_bridge(o, n);
	settings_init(&o->settings);
	settings_take(&o->settings, "vikt.gul", "70 %");
	o->pace = (struct pace){ filled ? mkr(24000) : NO, filled ? 2 : 0 };
	key_figures_make(plan, o->by[GROUPING_ACTION], &o->pace, &o->figures);
}

static void
overview_done(struct overview *o)
{
	for (int i = 0; i < GROUPING_MONTH; i++)
		hand_free(o->by[i]);
	hand_free(o->outside);
	hand_free(o->all_actions);
	if (o->errors)
		g_array_free(o->errors, TRUE);
	key_figures_clear(&o->figures);
	g_array_free(o->bridge->rows, TRUE);
	g_free(o->bridge);
	g_array_free(o->printed, TRUE);
	g_array_free(o->reality, TRUE);
	g_array_free(o->deviations, TRUE);
}

#endif
