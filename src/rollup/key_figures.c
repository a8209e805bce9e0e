/*
 * key_figures.c - the list of key figures and how each is found.
 */
#include "rollup/key_figures.h"

#include "calendar/date.h"

const struct key_figure_info key_figure_infos[KEY_FIGURE__N] = {
	[KEY_REQUIREMENT] = { "krav", "Krav", "som kravet är beslutat", false },
	[KEY_IDENTIFIED] = { "identifierat", "Identifierat",
	    "mål efter avdrag för överlapp", false },
	[KEY_UNIDENTIFIED] = { "ej_identifierat", "Ej identifierat",
	    "krav minus identifierat; minus är överplanering", false },
	[KEY_DECIDED] = { "beslutat", "Beslutat",
	    "identifierat i åtgärder med genomförandegrad 3 eller mer", false },
	[KEY_TARGET] = { "mal", "Mål", "planens summering: årens mål som de står",
	    false },
	[KEY_PLAN] = { "plan_tom", "Plan t.o.m.",
	    "årets mål jämnt över åtgärdens månader, till och med månaden", false },
	[KEY_REALISED] = { "realiserat", "Realiserat",
	    "bokförda utfall till och med månaden", false },
	[KEY_UNVERIFIED] = { "ej_verifierat", "Rapporterat, ej verifierat",
	    "bokfört men inte verifierat av någon annan", false },
	[KEY_OF_PLAN] = { "av_plan", "Av plan", "realiserat mot plan t.o.m.", true },
	[KEY_OF_TARGET] = { "av_mal", "Av mål", "realiserat mot mål", true },
	[KEY_BEHIND] = { "efterslapning", "Eftersläpning", "plan t.o.m. minus realiserat",
	    false },
	[KEY_FORECAST] = { "prognos", "Helårsprognos",
	    "ägarens prognos, annars utfallet och resten av planen i samma takt", false },
	[KEY_WEIGHTED] = { "riskjusterat", "Riskjusterad prognos",
	    "det som återstår gånger vikten för genomförandegrad och ljus", false },
	[KEY_PACE] = { "arstakt", "Årstakt",
	    "tolv gånger medel av de senaste stängda månaderna, högst tre", false },
	[KEY_EFFECT] = { "effekt", "Effekt i året",
	    "efter åtgärdens bas: period, nivå eller engång", false },
	[KEY_FULL_YEAR] = { "helarseffekt", "Helårseffekt",
	    "när det som är infört verkar ett helt år, efter åtgärdens bas", false },
	[KEY_NET_TARGET] = { "netto_mal", "Mål netto", "efter avdrag för överlapp",
	    false },
	[KEY_NET_REALISED] = { "netto_realiserat", "Realiserat netto",
	    "överlappens andel av utfallet dragen av", false },
	[KEY_NET_FORECAST] = { "netto_prognos", "Helårsprognos netto",
	    "överlappens andel av prognosen dragen av", false },
};

static struct key_cell *
cell_at(struct key_figures *figures, enum key_figure_kind kind, int column)
{
	return &figures->cells[(int)kind * figures->n_columns + column];
}

const struct key_cell *
key_figure(const struct key_figures *figures, enum key_figure_kind kind, int column)
{
	return &figures->cells[(int)kind * figures->n_columns + column];
}

bool
key_figure_said(const struct key_figures *figures, enum key_figure_kind kind)
{
	for (int c = 0; c < figures->n_columns; c++) {
		const struct key_cell *cell = key_figure(figures, kind, c);

		if (cell->amount.known || cell->share.known)
			return true;
	}
	return false;
}

struct effect
effect_of_row(const struct action *action, const struct rollup *rollup,
    const struct rollup_row *row, int column)
{
	int n = rollup->n_years;
	int start = date_first_month(date_kept(action->start));
	int finish = date_last_month(date_kept(action->finish));
	g_autofree struct amount *targets = g_new0(struct amount, (gsize)n + 1);
	struct effect sum = { AMOUNT_NONE, AMOUNT_NONE };

	for (int y = 0; y < n; y++)
		targets[y] = row->cells[y].target;
	if (column < n)
		return effect_of(action->basis, targets, n, rollup->query.first_year,
		    column, start, finish);
	for (int y = 0; column == ROLLUP_TOTAL(rollup) && y < n; y++)
		amount_total(&sum.in_year, effect_of(action->basis, targets, n,
		                               rollup->query.first_year, y, start, finish)
		                               .in_year);
	return sum;
}

/* Sums over actions: effects by basis. */
static void
add_actions(const struct plan *plan, const struct rollup *counted, int column,
    struct key_figures *ret)
{
	for (guint i = 0; i < counted->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(counted->rows, struct rollup_row, i);
		const struct action *action = plan_action_by_id(plan, row->key);
		struct effect effect;

		if (action == NULL)
			continue;
		effect = effect_of_row(action, counted, row, column);
		amount_total(&cell_at(ret, KEY_EFFECT, column)->amount, effect.in_year);
		amount_total(
		    &cell_at(ret, KEY_FULL_YEAR, column)->amount, effect.full_year);
	}
}

/* What no overlap takes from is its own net. */
static void
set_ladder(const struct plan *plan, const struct rollup *counted, int column,
    struct key_figures *ret)
{
	bool total = column == ROLLUP_TOTAL(counted);
	struct gap_ladder gap;

	if (column == ROLLUP_UNPHASED(counted))
		return;
	gap_ladder_make(
	    plan, counted, total ? 0 : counted->query.first_year + column, &gap);
	cell_at(ret, KEY_REQUIREMENT, column)->amount = gap.requirement;
	cell_at(ret, KEY_IDENTIFIED, column)->amount = gap.identified;
	cell_at(ret, KEY_UNIDENTIFIED, column)->amount = gap.unidentified;
	cell_at(ret, KEY_DECIDED, column)->amount = gap.decided;
	if (!netting_takes(plan))
		return;
	cell_at(ret, KEY_NET_TARGET, column)->amount = gap.identified;
	cell_at(ret, KEY_NET_REALISED, column)->amount = gap.realised;
	cell_at(ret, KEY_NET_FORECAST, column)->amount = gap.forecast;
}

static void
set_figure(const struct figure *f, int column, struct key_figures *ret)
{
	cell_at(ret, KEY_TARGET, column)->amount = f->target;
	cell_at(ret, KEY_PLAN, column)->amount = f->plan;
	cell_at(ret, KEY_REALISED, column)->amount = f->realised;
	cell_at(ret, KEY_UNVERIFIED, column)->amount = f->unverified;
	cell_at(ret, KEY_OF_PLAN, column)->share = figure_of_plan(f);
	cell_at(ret, KEY_OF_TARGET, column)->share = figure_of_target(f);
	cell_at(ret, KEY_BEHIND, column)->amount = figure_behind(f);
	cell_at(ret, KEY_FORECAST, column)->amount = f->forecast;
	cell_at(ret, KEY_WEIGHTED, column)->amount = f->weighted;
}

void
key_figures_make(const struct plan *plan, const struct rollup *counted,
    const struct pace *pace, struct key_figures *ret)
{
	int n = rollup_columns(counted);

	ret->n_columns = n;
	ret->cells = g_new0(struct key_cell, (gsize)n * KEY_FIGURE__N);
	for (int c = 0; c < n; c++) {
		set_ladder(plan, counted, c, ret);
		set_figure(&counted->total.cells[c], c, ret);
		add_actions(plan, counted, c, ret);
	}
	cell_at(ret, KEY_PACE, ROLLUP_TOTAL(counted))->amount = pace->yearly;
}

void
key_figures_clear(struct key_figures *figures)
{
	g_clear_pointer(&figures->cells, g_free);
}
