/*
 * test_property_pure.c - what must hold of the figures of any programme: ten thousand
 * random ones, without a file.
 *
 * A property is one function of a struct sample and one row of `properties`.  SEED in the
 * environment repeats a run.
 */
#include "rollup/check.h"
#include "rollup/phase.h"
#include "sample.h"

enum { PROGRAMMES = 10000 };

/* ---- figures, amount by amount ------------------------------------------------------
 */

/* The amounts of a figure, as one list. */
enum { AMOUNTS = 5 };

static void
amounts_of(const struct figure *f, struct amount *ret)
{
	const struct amount all[AMOUNTS] = { f->target, f->plan, f->realised, f->forecast,
		f->weighted };

	memcpy(ret, all, sizeof(all));
}

static bool
add_amounts(struct amount *sum, const struct figure *figure)
{
	struct amount all[AMOUNTS];
	bool ok = true;

	amounts_of(figure, all);
	for (int i = 0; i < AMOUNTS; i++)
		ok = amount_add(&sum[i], all[i]) && ok;
	return ok;
}

static bool
same_amounts(const struct amount *a, const struct figure *figure)
{
	struct amount all[AMOUNTS];
	bool ok = true;

	amounts_of(figure, all);
	for (int i = 0; i < AMOUNTS; i++)
		ok = ok && amount_equal(a[i], all[i]);
	return ok;
}

static bool
is_selected(const struct facet *facet, enum selection selection)
{
	return selection == SELECT_ALL || facet->counts == (selection == SELECT_COUNTED);
}

/* ---- properties ---------------------------------------------------------------------
 */

/* Figure 3: the months of a year sum to its target, and to each month on the way. */
static bool
months_make_the_year(const struct sample *s)
{
	bool ok = true;

	for (guint i = 0; i < s->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(s->plan->targets, struct target, i);
		const struct action *a =
		    plan_action_by_id(s->plan, facet_of_line(s, t->line)->action);
		struct phase phase = phase_of_action(a, t->year);
		int64_t sum = 0;

		for (int month = 1; month <= 12; month++) {
			sum += phase_month(phase, t->ore, month);
			ok = ok && sum == phase_to_date(phase, t->ore, month);
		}
		ok = ok && sum == t->ore;
	}
	return ok;
}

/* Rows make the total in every column, and columns make "totalt" in every row. */
static bool
rollup_adds_up(const struct rollup *r)
{
	struct amount across[AMOUNTS] = { 0 };
	bool ok = true;

	for (int c = 0; c < rollup_columns(r); c++) {
		struct amount down[AMOUNTS] = { 0 };

		for (guint i = 0; i < r->rows->len; i++)
			ok =
			    add_amounts(down,
			        &g_array_index(r->rows, struct rollup_row, i).cells[c]) &&
			    ok;
		ok = ok && same_amounts(down, &r->total.cells[c]);
		if (c < ROLLUP_TOTAL(r))
			ok = add_amounts(across, &r->total.cells[c]) && ok;
	}
	return ok && same_amounts(across, &r->total.cells[ROLLUP_TOTAL(r)]);
}

static bool
parts_make_the_whole(const struct sample *s)
{
	bool ok = true;

	for (int g = 0; g < GROUPING_MONTH; g++)
		for (int sel = 0; sel < SELECTION__N; sel++)
			ok = ok && rollup_adds_up(s->by[g][sel]);
	return ok;
}

/* Räknas and utanför make alla, and each grouping says the same of the whole. */
static bool
groupings_agree(const struct sample *s)
{
	const struct rollup *first = s->by[0][SELECT_ALL];
	bool ok = true;

	for (int c = 0; c < rollup_columns(first); c++)
		for (int g = 0; g < GROUPING_MONTH; g++) {
			struct amount sum[AMOUNTS] = { 0 };

			ok =
			    add_amounts(sum, &s->by[g][SELECT_COUNTED]->total.cells[c]) &&
			    add_amounts(sum, &s->by[g][SELECT_OUTSIDE]->total.cells[c]) &&
			    same_amounts(sum, &s->by[g][SELECT_ALL]->total.cells[c]) &&
			    same_amounts(sum, &first->total.cells[c]) && ok;
		}
	return ok;
}

/* A year's plan to the cut-off, month by month; later years have none. */
static struct amount
planned(const struct sample *s, const struct target *t)
{
	const struct action *a =
	    plan_action_by_id(s->plan, facet_of_line(s, t->line)->action);
	struct phase phase = phase_of_action(a, t->year);
	struct amount sum = amount_of(0);

	if (t->year > s->cutoff / 100)
		return AMOUNT_NONE;
	for (int month = 1; month <= 12; month++)
		if (t->year * 100 + month <= s->cutoff)
			sum.ore += phase_month(phase, t->ore, month);
	return sum;
}

/* Target, plan and realised of a year (0: ej årsfördelat), straight from the facts. */
static struct figure
facts_of(const struct sample *s, enum selection selection, int year)
{
	struct figure f = { 0 };
	int reports = 0;
	bool ok = true;

	for (guint i = 0; i < s->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(s->plan->targets, struct target, i);

		if (t->year != year || !is_selected(facet_of_line(s, t->line), selection))
			continue;
		ok = amount_add(&f.target, amount_of(t->ore)) && ok;
		if (year != 0)
			ok = amount_add(&f.plan, planned(s, t)) && ok;
	}
	for (guint i = 0; i < s->savings->len; i++) {
		const struct cube_cell *c =
		    &g_array_index(s->savings, struct cube_cell, i);

		if (c->month / 100 != year || c->month > s->cutoff ||
		    !is_selected(facet_of_line(s, c->line), selection))
			continue;
		ok = amount_add(&f.realised, amount_of(c->ore)) && ok;
		reports += c->reports;
	}
	f.realised = reports > 0 ? f.realised : AMOUNT_NONE;
	CU_ASSERT_TRUE(ok);
	return f;
}

/* What a rollup says is what was said. */
static bool
totals_follow_the_facts(const struct sample *s)
{
	bool ok = true;

	for (int sel = 0; sel < SELECTION__N; sel++) {
		const struct rollup *r = s->by[GROUPING_RECIPIENT][sel];

		for (int c = 0; c <= ROLLUP_UNPHASED(r); c++) {
			const struct figure *got = &r->total.cells[c];
			struct figure want = facts_of(s, (enum selection)sel,
			    c == ROLLUP_UNPHASED(r) ? 0 : FIRST_YEAR + c);

			ok = ok && amount_equal(got->target, want.target) &&
			     amount_equal(got->plan, want.plan) &&
			     amount_equal(got->realised, want.realised);
		}
	}
	return ok;
}

enum { COLUMNS = LAST_YEAR - FIRST_YEAR + 2 }; /* with ej årsfördelat, without totalt */

/* Targets by key and column, straight from the facts. */
static bool
sum_targets(
    const struct sample *s, enum grouping grouping, struct amount sums[KEYS][COLUMNS])
{
	bool ok = true;

	for (guint i = 0; i < s->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(s->plan->targets, struct target, i);
		const struct facet *f = facet_of_line(s, t->line);
		const int64_t keys[GROUPING_MONTH] = { [GROUPING_UNIT] = f->unit,
			[GROUPING_RECIPIENT] = f->recipient,
			[GROUPING_KIND] = f->kind,
			[GROUPING_AREA] = f->area,
			[GROUPING_ACTION] = f->action,
			[GROUPING_COST_KIND] = f->cost_kind };
		int column = t->year == 0 ? COLUMNS - 1 : t->year - FIRST_YEAR;

		ok = amount_add(&sums[keys[grouping]][column], amount_of(t->ore)) && ok;
	}
	return ok;
}

/* Figure 2: every target falls in its own row and column and in no other. */
static bool
rows_follow_the_facts(const struct sample *s)
{
	bool ok = true;

	for (int g = 0; g < GROUPING_MONTH; g++) {
		struct amount want[KEYS][COLUMNS] = { 0 };

		ok = sum_targets(s, (enum grouping)g, want) && ok;
		for (int key = 0; key < KEYS; key++) {
			const struct rollup_row *row =
			    rollup_find(s->by[g][SELECT_ALL], key);

			for (int c = 0; c < COLUMNS; c++)
				ok = ok && amount_equal(
				               row ? row->cells[c].target : AMOUNT_NONE,
				               want[key][c]);
		}
	}
	return ok;
}

/* Figure 13: what overlaps take off a year's figure is at most the figure, and nothing
 * off one that is below nothing; so net is never above gross, in "totalt" either. */
static bool
net_within_gross(const struct sample *s)
{
	const struct rollup *r = s->by[GROUPING_ACTION][SELECT_ALL];
	bool ok = true;

	for (guint i = 0; i < r->rows->len; i++)
		for (int c = 0; c < rollup_columns(r); c++) {
			const struct rollup_row *row =
			    &g_array_index(r->rows, struct rollup_row, i);
			struct amount gross[AMOUNTS], off[AMOUNTS];
			struct figure taken;

			netting_taken(s->plan, r, row, c, &taken);
			amounts_of(&row->cells[c], gross);
			amounts_of(&taken, off);
			for (int k = 0; k < AMOUNTS; k++)
				ok = ok && off[k].ore >= 0 &&
				     (c == ROLLUP_TOTAL(r) ||
				         off[k].ore <= MAX(gross[k].ore, 0));
		}
	return ok;
}

/* Figure 8, identifierat: the counted targets less what counted actions yield. */
static bool
ladder_is_net(const struct sample *s)
{
	const struct rollup *r = s->by[GROUPING_ACTION][SELECT_COUNTED];
	bool ok = true;

	for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
		bool total = year > LAST_YEAR;
		const struct figure *gross =
		    &r->total.cells[total ? ROLLUP_TOTAL(r) : year - FIRST_YEAR];
		struct gap_ladder gap;
		int64_t yielded = 0;

		gap_ladder_make(s->plan, r, total ? 0 : year, &gap);
		for (guint i = 0; i < s->plan->actions->len; i++) {
			const struct action *a =
			    &g_array_index(s->plan->actions, struct action, i);

			if (a->counts)
				yielded +=
				    overlap_of_action(s->plan, a->id, total ? -1 : year)
				        .ore;
		}
		ok = ok && gap.identified.known == gross->target.known &&
		     gap.identified.ore == gross->target.ore - yielded &&
		     gap.realised.ore <= gross->realised.ore &&
		     gap.forecast.ore <= gross->forecast.ore &&
		     gap.weighted.ore <= gross->weighted.ore;
	}
	return ok;
}

/* Figure 7: riskjusterat is said where the forecast is, and is never above it. */
static bool
weighted_within_forecast(const struct sample *s)
{
	const struct rollup *r = s->by[GROUPING_ACTION][SELECT_ALL];
	bool ok = true;

	for (guint i = 0; i < r->rows->len; i++)
		for (int c = 0; c < rollup_columns(r); c++) {
			const struct figure *f =
			    &g_array_index(r->rows, struct rollup_row, i).cells[c];

			ok = ok && f->weighted.known == f->forecast.known &&
			     f->weighted.ore <= f->forecast.ore;
		}
	return ok;
}

/* What an action's outlook says of the cut-off's year is its cell in the rollup, though
 * that is the sum of its lines. */
static bool
outlooks_are_cells(const struct sample *s)
{
	const struct rollup *r = s->by[GROUPING_ACTION][SELECT_ALL];
	int column = s->cutoff / 100 - FIRST_YEAR;
	bool ok = true;

	for (guint i = 0; i < r->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(r->rows, struct rollup_row, i);
		const struct outlook *o = &s->outlooks[row->key - 1];
		const struct figure said = { .target = o->target,
			.plan = o->plan,
			.realised = o->realised,
			.forecast = o->forecast,
			.weighted = o->weighted };
		struct amount amounts[AMOUNTS];

		amounts_of(&said, amounts);
		ok = ok && same_amounts(amounts, &row->cells[column]);
	}
	return ok;
}

/* Overlaps that keep the rules are not called wrong. */
static bool
valid_overlaps_pass(const struct sample *s)
{
	g_autoptr(GPtrArray) remarks = remarks_new();
	bool ok = true;

	check_overlaps(s->plan, remarks);
	for (guint i = 0; i < remarks->len; i++)
		ok = ok && ((struct remark *)remarks->pdata[i])->level == REMARK_OBS;
	return ok;
}

static const struct {
	const char *name;
	bool (*holds)(const struct sample *sample);
} properties[] = {
	{ "months make the year", months_make_the_year },
	{ "parts make the whole", parts_make_the_whole },
	{ "groupings agree", groupings_agree },
	{ "totals follow the facts", totals_follow_the_facts },
	{ "rows follow the facts", rows_follow_the_facts },
	{ "net within gross", net_within_gross },
	{ "the ladder is net", ladder_is_net },
	{ "weighted within forecast", weighted_within_forecast },
	{ "outlooks are cells", outlooks_are_cells },
	{ "valid overlaps pass", valid_overlaps_pass },
};

/* ---- the run ------------------------------------------------------------------------
 */

static void
random_programmes(void)
{
	const char *given = g_getenv("SEED");
	guint32 seed =
	    given ? (guint32)g_ascii_strtoull(given, NULL, 10) : g_random_int();
	guint targets = 0, savings = 0, netted = 0;

	g_print("(seed %u) ", seed);
	for (guint32 i = 0; i < PROGRAMMES && CU_get_number_of_failures() == 0; i++) {
		struct sample s;

		sample_make(&s, seed + i);
		for (size_t k = 0; k < G_N_ELEMENTS(properties); k++) {
			bool holds = properties[k].holds(&s);

			if (!holds)
				g_printerr("not so: %s; SEED=%u repeats it first\n",
				    properties[k].name, seed + i);
			CU_ASSERT_TRUE(holds);
		}
		targets += s.plan->targets->len;
		savings += s.savings->len;
		for (guint k = 0; k < s.plan->overlaps->len; k++)
			netted += g_array_index(s.plan->overlaps, struct overlap, k)
			              .amount.known;
		sample_clear(&s);
	}
	g_print("(%u targets, %u savings, %u overlaps) ", targets, savings, netted);
	/* Else this shows little. */
	CU_ASSERT(CU_get_number_of_failures() || netted > PROGRAMMES / 4);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "random programmes", random_programmes },
		CU_TEST_INFO_NULL };

	return t_run("property pure", cases);
}
