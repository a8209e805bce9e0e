/* views.c - rollups and overviews, each read in one transaction. */
#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "session/narrow.h"

bool
session_rollup(struct session *s, const struct view *view, enum grouping grouping,
    enum selection selection, struct rollup **ret, GError **error)
{
	struct footing b = { 0 };
	enum footing_depth depth =
	    view && view->weighted ? FOOTING_FULL : FOOTING_FORECAST;
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	ok = footing_make(s, view, GROUPING_BIT(grouping),
	         grouping == GROUPING_ACTION ? STORE_ACTIONS : STORE_BASE, depth, &b,
	         error) &&
	     footing_build(&b, grouping, selection, ret, error);
	footing_clear(&b);
	session_end_read(s);
	return ok;
}

static bool
has_reported(const struct followup *f, guint first, guint n, int cutoff)
{
	for (guint i = first; i < first + n; i++)
		if (g_array_index(f->reports, struct report, i).cutoff == cutoff)
			return true;
	return false;
}

/* The latest report of each action, whatever the cut-off. */
static void
take_reports(struct overview *o)
{
	const GArray *actions = o->plan->actions;

	o->reports = g_new0(struct latest_report, MAX(actions->len, 1));
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		struct latest_report *latest = &o->reports[i];
		guint n, first = followup_reports(o->followup, a->id, &n);

		latest->round = latest->comment = "";
		if (n > 0) {
			const struct report *r = &g_array_index(
			    o->followup->reports, struct report, first + n - 1);

			*latest = (struct latest_report){ r->label, r->cutoff, r->light,
				r->nothing_new, r->comment,
				has_reported(o->followup, first, n, o->cutoff), false };
		}
		latest->awaited = latest->reported ||
		                  rounds_await(o->followup->rounds, a->id, o->cutoff);
		if (a->counts) {
			o->counted++;
			o->reported += latest->reported;
			o->awaited += latest->awaited;
		}
	}
}

static gint
by_month(gconstpointer a, gconstpointer b)
{
	const struct month_amount *x = a, *y = b;

	return x->month - y->month;
}

static bool
set_instant(struct session *s, struct overview *o, int64_t change, GError **error)
{
	struct change at = { 0 };

	if (change == STORE_NOW
	        ? !store_last_change(s->store, &at, error)
	        : change > 0 && !store_change(s->store, change, &at, error))
		return false;
	o->change = at.number;
	o->at_ms = at.at_ms;
	change_clear(&at);
	return true;
}

static gint
most_behind_first(gconstpointer a, gconstpointer b)
{
	const struct deviation *x = a, *y = b;

	if (x->deviation.ore != y->deviation.ore)
		return x->deviation.ore < y->deviation.ore ? -1 : 1;
	return strcmp(x->action->code, y->action->code);
}

static void
make_deviations(struct overview *o)
{
	const struct rollup *r = o->by[GROUPING_ACTION];

	o->deviations = g_array_new(FALSE, FALSE, sizeof(struct deviation));
	for (guint i = 0; i < r->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(r->rows, struct rollup_row, i);
		struct figure total = row->cells[ROLLUP_TOTAL(r)];
		struct deviation d = { plan_action_by_id(o->plan, row->key), AMOUNT_NONE,
			total };

		d.deviation = figure_deviation(&total);
		if (d.deviation.known && d.deviation.ore < 0)
			g_array_append_val(o->deviations, d);
	}
	g_array_sort(o->deviations, most_behind_first);
}

/* Add what rows of months say of each; `reports` counts the savings behind. */
static void
add_months(GArray *months, GHashTable *places, GArray *reports, const GArray *rows)
{
	for (guint i = 0; rows && i < rows->len; i++) {
		const struct balance *row = &g_array_index(rows, struct balance, i);
		struct month_amount fresh = { (int)row->key, { 0, true } };
		gpointer key = GINT_TO_POINTER((int)row->key);
		guint at;

		if (row->grouping != GROUPING_MONTH || !row->counts)
			continue;
		at = GPOINTER_TO_UINT(g_hash_table_lookup(places, key));
		if (!at) {
			int none = 0;

			g_array_append_val(months, fresh);
			g_array_append_val(reports, none);
			at = months->len;
			g_hash_table_insert(places, key, GUINT_TO_POINTER(at));
		}
		g_array_index(months, struct month_amount, at - 1).realised.ore +=
		    row->realised_ore;
		g_array_index(reports, int, at - 1) += row->reports;
	}
}

/* Realised per month of what counts, as the corrections leave it; months without any
 * saving have no amount.  Sums of kept sums: they fit. */
static GArray *
months_of(const struct footing *b)
{
	g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
	g_autoptr(GArray) reports = g_array_new(FALSE, FALSE, sizeof(int));
	GArray *months = g_array_new(FALSE, FALSE, sizeof(struct month_amount));

	add_months(months, places, reports, b->sums);
	add_months(months, places, reports, b->unverified);
	add_months(months, places, reports, b->left_out);
	for (guint i = 0; i < months->len; i++)
		g_array_index(months, struct month_amount, i).realised.known =
		    g_array_index(reports, int, i) > 0;
	g_array_sort(months, by_month);
	return months;
}

/* What each action's lights and dates come to, and how many have which. */
static void
take_outlooks(struct overview *o, struct footing *b)
{
	const GArray *actions = o->plan->actions;
	const struct rollup *r = o->all_actions;
	guint row = 0;

	o->outlooks = g_steal_pointer(&b->outlooks);
	o->slippages = g_new0(struct slippage, MAX(actions->len, 1));
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		const struct outlook *look = &o->outlooks[i];
		const struct figure none = { .assumed = 0 }, *total = &none;

		/* both are in the plan's order; a scenario leaves actions out */
		if (row < r->rows->len &&
		    g_array_index(r->rows, struct rollup_row, row).key == a->id)
			total = &g_array_index(r->rows, struct rollup_row, row++)
			             .cells[ROLLUP_TOTAL(r)];
		o->slippages[i] = slippage_of(a, total, o->followup, o->cutoff);
		if (!a->counts || scenario_leaves_out(&b->scenario, a->id))
			continue;
		o->lights[look->lights.light]++;
		o->unfounded += look->unfounded;
		o->empty += look->lights.empty >= o->settings.number[SETTING_EMPTY];
	}
}

static bool
take_figures(struct overview *o, struct footing *b, GError **error)
{
	const struct rollup *counted = o->by[GROUPING_ACTION];
	g_autoptr(GArray) months = months_of(b);

	o->settings = b->settings;
	o->followup = g_steal_pointer(&b->followup);
	take_reports(o);
	take_outlooks(o, b);
	o->pace = pace_of((const struct month_amount *)(const void *)months->data,
	    months->len, o->cutoff);
	key_figures_make(o->plan, counted, &o->pace, &o->figures);
	gap_ladder_make(o->plan, counted, 0, &o->gap);
	o->errors = forecast_errors_make(o->plan, o->all_actions, o->followup);
	o->bridge = bridge_make(o->by[GROUPING_AREA], o->outside);
	o->printed = printed_sums_make(o->plan);
	o->reality = reality_make(o->plan);
	make_deviations(o);
	o->curve = curve_make(o->plan, b->prospects, months, counted->query.first_year,
	    counted->n_years, o->cutoff);
	if (o->curve)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Planens summor blir för stora att räkna exakt. "
	    "Kontrollera om något belopp är orimligt.");
	return false;
}

static bool
fill_overview(struct session *s, struct overview *o, struct footing *b, GError **error)
{
	o->plan = b->plan;
	o->cutoff = b->cutoff;
	for (int g = 0; g < GROUPING_MONTH; g++)
		if (!footing_build(b, (enum grouping)g, SELECT_COUNTED, &o->by[g], error))
			return false;
	return footing_build(b, GROUPING_AREA, SELECT_OUTSIDE, &o->outside, error) &&
	       footing_build(b, GROUPING_ACTION, SELECT_ALL, &o->all_actions, error) &&
	       set_instant(s, o, b->change, error) && take_figures(o, b, error);
}

static bool
narrow_view(
    struct overview *o, struct footing *b, const struct view *view, GError **error)
{
	const struct unit *unit;

	if (!view || !view->unit)
		return true;
	if (!narrow_find(b->plan, view->unit, &unit, error))
		return false;
	o->unit = unit->name;
	narrow_footing(b, unit);
	return true;
}

/* Read in one transaction, so that all of it is of one instant. */
bool
session_overview(
    struct session *s, const struct view *view, struct overview **ret, GError **error)
{
	struct overview *o = g_new0(struct overview, 1);
	struct footing b = { 0 };
	bool ok = session_begin_read(s, error);

	if (ok) {
		ok = footing_make(
		         s, view, GROUPINGS_ALL, STORE_ALL, FOOTING_FULL, &b, error) &&
		     narrow_view(o, &b, view, error) && fill_overview(s, o, &b, error);
		session_end_read(s);
	}
	footing_clear(&b);
	if (ok)
		*ret = o;
	else
		overview_free(o);
	return ok;
}
