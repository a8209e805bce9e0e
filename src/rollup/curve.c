/*
 * curve.c - three cumulative series over the programme's months.
 */
#include "rollup/curve.h"

#include "calendar/month.h"
#include "rollup/phase.h"

/* One series before it is added up. */
struct series {
	int first, n; /* month, months */
	int64_t *ore;
	bool fits;
};

static void
add(struct series *series, int month, int64_t ore)
{
	int at = month_between(series->first, month);

	if (at >= 0 && at < series->n)
		series->fits =
		    money_add(series->ore[at], ore, &series->ore[at]) && series->fits;
}

static void
add_plan(struct series *series, const struct plan *plan)
{
	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *a =
		    line ? plan_action_by_id(plan, line->action) : NULL;
		struct phase phase;

		if (!a || !a->counts || t->year == 0)
			continue;
		phase = phase_of_action(a, t->year);
		for (int m = 1; m <= 12; m++)
			add(series, month_make(t->year, m),
			    phase_month(phase, t->ore, m));
	}
}

static void
add_prospects(struct series *series, const struct plan *plan, const GArray *prospects)
{
	for (guint i = 0; i < prospects->len; i++) {
		const struct prospect *p = &g_array_index(prospects, struct prospect, i);

		if (!g_array_index(plan->actions, struct action, p->action).counts)
			continue;
		for (int m = 1; m <= 12; m++)
			add(series, month_make(p->year, m), p->months[m - 1]);
	}
}

GArray *
curve_make(const struct plan *plan, const GArray *prospects, const GArray *months,
    int first_year, int n_years, int cutoff)
{
	int n = n_years * 12, first = n ? month_make(first_year, 1) : 0;
	g_autofree int64_t *ore = g_new0(int64_t, (gsize)MAX(n, 1) * 3);
	struct series planned = { first, n, ore, true };
	struct series ahead = { first, n, ore + n, true };
	struct series realised = { first, n, ore + 2 * (gsize)n, true };
	GArray *curve = g_array_new(FALSE, FALSE, sizeof(struct curve_point));
	struct curve_point p = { .realised = amount_of(0) };
	bool fits;

	add_plan(&planned, plan);
	add_prospects(&ahead, plan, prospects);
	for (guint i = 0; i < months->len; i++) {
		const struct month_amount *m =
		    &g_array_index(months, struct month_amount, i);

		if (m->month <= cutoff)
			add(&realised, m->month, m->realised.ore);
	}
	fits = planned.fits && ahead.fits && realised.fits;
	for (int i = 0; fits && i < n; i++) {
		p.month = month_add(first, i);
		fits = money_add(p.plan_ore, planned.ore[i], &p.plan_ore) &&
		       money_add(p.realised.ore, realised.ore[i], &p.realised.ore) &&
		       money_add(p.forecast.ore, realised.ore[i], &p.forecast.ore) &&
		       money_add(p.forecast.ore, ahead.ore[i], &p.forecast.ore);
		p.realised.known = p.month <= cutoff;
		p.forecast.known = p.month >= cutoff;
		g_array_append_val(curve, p);
	}
	if (fits)
		return curve;
	g_array_unref(curve);
	return NULL;
}
