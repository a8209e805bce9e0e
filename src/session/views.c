/* views.c - rollups and overviews, each read in one transaction. */
#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "rollup/phase.h"
#include "session/footing.h"
#include "session/reports.h"

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
read_latest_reports(struct session *s, struct overview *o, int64_t change, GError **error)
{
	const GArray *actions = o->plan->actions;
	g_autofree int64_t *ids = g_new(int64_t, MAX(actions->len, 1));

	for (guint i = 0; i < actions->len; i++)
		ids[i] = g_array_index(actions, struct action, i).id;
	if (!reports_latest(s, change, ids, actions->len, &o->reports, error))
		return false;
	for (guint i = 0; i < actions->len; i++)
		if (g_array_index(actions, struct action, i).counts) {
			o->counted++;
			o->reported += o->reports[i].cutoff >= o->cutoff;
		}
	return true;
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

/* Cumulative plan and realised, month by month over the programme's years. */
static bool
make_curve(struct overview *o, const struct footing *b)
{
	const struct rollup *r = o->by[GROUPING_UNIT];
	int n = r->n_years * 12;
	int first = n ? month_make(r->query.first_year, 1) : 0;
	g_autofree int64_t *plan = g_new0(int64_t, MAX(n, 1));
	g_autofree int64_t *realised = g_new0(int64_t, MAX(n, 1));
	struct curve_point p = { 0 };

	o->curve = g_array_new(FALSE, FALSE, sizeof(struct curve_point));
	for (guint i = 0; i < b->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(b->plan->targets, struct target, i);
		const struct line *line = plan_line(b->plan, t->line);
		const struct action *a =
		    line ? plan_action_by_id(b->plan, line->action) : NULL;
		struct phase phase;

		if (!a || !a->counts || t->year == 0)
			continue;
		phase = phase_of_action(a, t->year);
		for (int m = 1; m <= 12; m++) {
			int at = month_between(first, month_make(t->year, m));

			if (!money_add(
			        plan[at], phase_month(phase, t->ore, m), &plan[at]))
				return false;
		}
	}
	for (guint i = 0; i < b->sums->len; i++) {
		const struct balance *s = &g_array_index(b->sums, struct balance, i);
		int at = s->grouping == GROUPING_MONTH ? month_between(first, (int)s->key)
		                                       : -1;

		if (s->counts && at >= 0 && at < n)
			realised[at] = s->realised_ore;
	}
	p.realised = amount_of(0);
	for (int i = 0; i < n; i++) {
		p.month = month_add(first, i);
		if (!money_add(p.plan_ore, plan[i], &p.plan_ore) ||
		    !money_add(p.realised.ore, realised[i], &p.realised.ore))
			return false;
		p.realised.known = p.month <= o->cutoff;
		g_array_append_val(o->curve, p);
	}
	return true;
}

static bool
fill_overview(
    struct session *s, struct overview *o, const struct footing *b, GError **error)
{
	o->plan = b->plan;
	o->cutoff = b->cutoff;
	for (int g = 0; g < GROUPING_MONTH; g++)
		if (!footing_build(b, (enum grouping)g, SELECT_COUNTED, &o->by[g], error))
			return false;
	if (!footing_build(b, GROUPING_AREA, SELECT_OUTSIDE, &o->outside, error) ||
	    !footing_build(b, GROUPING_ACTION, SELECT_ALL, &o->all_actions, error) ||
	    !read_latest_reports(s, o, b->change, error) ||
	    !set_instant(s, o, b->change, error))
		return false;
	gap_ladder_make(o->plan, o->by[GROUPING_ACTION], 0, &o->gap);
	o->bridge = bridge_make(o->by[GROUPING_AREA], o->outside);
	o->printed = printed_sums_make(o->plan);
	o->reality = reality_make(o->plan);
	make_deviations(o);
	if (make_curve(o, b))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Planens summor blir för stora att räkna exakt. "
	    "Kontrollera om något belopp är orimligt.");
	return false;
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
		     fill_overview(s, o, &b, error);
		session_end_read(s);
	}
	footing_clear(&b);
	if (ok)
		*ret = o;
	else
		overview_free(o);
	return ok;
}
