/*
 * outlook.c - an action's forecast, found for the whole of it and laid out on its lines.
 */
#include "rollup/outlook.h"

#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "money/share.h"
#include "rollup/delay.h"
#include "rollup/forecast.h"
#include "rollup/phase.h"
#include "rollup/spread.h"

bool
scenario_leaves_out(const struct scenario *scenario, int64_t action)
{
	for (guint i = 0; scenario && i < scenario->n_without; i++)
		if (scenario->without[i] == action)
			return true;
	return false;
}

/* 0 when it is not late. */
static int
delay_of(const struct scenario *scenario, int64_t action)
{
	for (guint i = 0; scenario && i < scenario->n_delays; i++)
		if (scenario->delays[i].action == action)
			return scenario->delays[i].months;
	return 0;
}

/* A target of a year from the cut-off's on, found by its action. */
struct part {
	guint action;
	int64_t line;
	int year;
	int64_t target, plan, remaining;
	bool assumed, cost;
	struct phase phase;
};

struct maker {
	const struct outlook_query *query;
	int year, month; /* the cut-off's */
	GArray *parts;   /* struct part, by action, year */
	GArray *prospects;
	struct amount *whole; /* targets of all years per action; made when asked for */
	bool fits;            /* no sum has left int64 */
};

static void
add_to(struct maker *m, struct amount *sum, int64_t ore)
{
	m->fits = amount_add(sum, amount_of(ore)) && m->fits;
}

static gint
by_action_and_year(gconstpointer a, gconstpointer b)
{
	const struct part *x = a, *y = b;

	if (x->action != y->action)
		return x->action < y->action ? -1 : 1;
	if (x->year != y->year)
		return x->year - y->year;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* What is yet to be planned for, by line: targets of the cut-off's year and later. */
static void
find_parts(struct maker *m)
{
	const struct plan *plan = m->query->plan;

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *a =
		    line ? plan_action_by_id(plan, line->action) : NULL;
		struct part part = { .line = t->line, .year = t->year, .target = t->ore };

		if (!a || t->year < m->year)
			continue;
		part.action =
		    (guint)(a - &g_array_index(plan->actions, struct action, 0));
		part.cost = line->cost_kind == COST_INTRODUCTION;
		part.phase = phase_of_action(a, t->year);
		part.assumed = part.phase.assumed;
		if (t->year == m->year)
			part.plan = phase_to_date(part.phase, t->ore, m->month);
		part.remaining = t->ore - part.plan;
		g_array_append_val(m->parts, part);
	}
	g_array_sort(m->parts, by_action_and_year);
}

/* What comes in each month after the cut-off: as the plan has it, else evenly. */
static void
lay_months(const struct maker *m, const struct part *part, int64_t whole, int64_t *ret)
{
	int first = part->year == m->year ? m->month : 0;
	int64_t weights[12], sum = 0;

	memset(ret, 0, 12 * sizeof(*ret));
	for (int k = first; k < 12; k++) {
		weights[k] = phase_month(part->phase, part->target, k + 1);
		sum |= weights[k];
	}
	for (int k = first; k < 12 && sum == 0; k++)
		weights[k] = 1;
	if (first < 12)
		spread(whole, weights + first, (guint)(12 - first), ret + first);
}

/* ---- one action ---------------------------------------------------------------------
 */

/* The sums of its parts in the cut-off's year. */
static void
add_parts(struct maker *m, const struct part *parts, guint n, struct outlook *o,
    struct amount *ret_remaining, struct amount *ret_later)
{
	*ret_remaining = *ret_later = AMOUNT_NONE;
	for (guint i = 0; i < n; i++) {
		const struct part *p = &parts[i];

		if (p->year > m->year) {
			add_to(m, ret_later, p->target);
			continue;
		}
		add_to(m, &o->target, p->target);
		add_to(m, &o->plan, p->plan);
		add_to(m, ret_remaining, p->remaining);
	}
}

static void
set_forecast(struct maker *m, const struct action *a, const struct realised *done,
    struct amount remaining, struct outlook *o)
{
	struct forecast_terms terms = { o->plan, remaining, done->year, AMOUNT_NONE };

	if (m->query->followup)
		terms.owner = followup_forecast(
		    m->query->followup, a->id, m->year, m->query->cutoff);
	o->realised = done->year;
	o->owner = terms.owner.known;
	o->forecast = forecast_of(&terms);
	o->unfounded = !o->forecast.known && o->target.known;
}

/* All targets of the action, each added once however many actions ask. */
static struct amount
whole_target(struct maker *m, const struct action *a)
{
	const struct plan *plan = m->query->plan;
	const struct action *first = &g_array_index(plan->actions, struct action, 0);

	if (m->whole == NULL) {
		m->whole = g_new0(struct amount, plan->actions->len);
		for (guint i = 0; i < plan->targets->len; i++) {
			const struct target *t =
			    &g_array_index(plan->targets, struct target, i);
			const struct line *line = plan_line(plan, t->line);
			const struct action *of =
			    line ? plan_action_by_id(plan, line->action) : NULL;

			if (of)
				add_to(m, &m->whole[of - first], t->ore);
		}
	}
	return m->whole[a - first];
}

/* The effect's light is of the year; where that has no target, of the whole. */
static void
set_lights(struct maker *m, const struct action *a, const struct realised *done,
    struct amount later, struct outlook *o)
{
	const struct outlook_query *q = m->query;
	struct amount forecast = o->forecast, target = o->target;

	if (!target.known) {
		target = whole_target(m, a);
		m->fits = amount_add(&forecast, done->before) &&
		          amount_add(&forecast, later) && m->fits;
	}
	/* a forecast that is the plan itself is no data of an effect */
	if (!o->owner && !done->year.known && !done->before.known)
		forecast = AMOUNT_NONE;
	o->lights.effect = light_of_effect(forecast, target, q->settings);
	lights_of_action(a, q->plan, q->followup, q->cutoff, q->settings, &o->lights);
	o->weight = settings_weight(q->settings, a->stage, o->lights.light);
}

/* Weighted for all of the action, then laid on the lines: cost whole, the rest in
 * proportion. */
static void
weigh(struct maker *m, struct outlook *o, struct prospect *own, const bool *cost, guint n)
{
	int64_t costs = 0, left;
	g_autofree int64_t *weights = g_new0(int64_t, MAX(n, 1));
	g_autofree int64_t *parts = g_new0(int64_t, MAX(n, 1));

	for (guint i = 0; i < n; i++)
		if (cost[i])
			m->fits = money_add(costs, own[i].rest.ore, &costs) && m->fits;
	o->weighted = forecast_weighted(o->forecast, o->realised, costs, o->weight);
	if (!o->weighted.known)
		return;
	left = o->weighted.ore - o->realised.ore - costs;
	for (guint i = 0; i < n; i++)
		weights[i] = cost[i] ? 0 : own[i].rest.ore;
	spread(left, weights, n, parts);
	for (guint i = 0; i < n; i++) {
		own[i].weighted = amount_of(parts[i] + (cost[i] ? own[i].rest.ore : 0));
	}
}

/* The cut-off's year: forecast less realised, in proportion to what the plan has left, or
 * to the targets when it has nothing left. */
static void
lay_year(
    struct maker *m, guint action, const struct part *parts, guint n, struct outlook *o)
{
	g_autofree struct prospect *own = g_new0(struct prospect, n + 1);
	g_autofree int64_t *weights = g_new0(int64_t, n + 1);
	g_autofree int64_t *rests = g_new0(int64_t, n + 1);
	g_autofree bool *cost = g_new0(bool, n + 1);
	struct amount rest = AMOUNT_NONE;
	int64_t any = 0;

	if (o->forecast.known)
		rest = amount_minus(
		    o->forecast, amount_of(o->realised.known ? o->realised.ore : 0));
	for (guint i = 0; i < n; i++)
		any |= parts[i].remaining;
	for (guint i = 0; i < n; i++)
		weights[i] = any ? parts[i].remaining : parts[i].target;
	for (guint i = 0; i < n; i++)
		cost[i] = parts[i].cost;
	m->fits = spread_lines(rest.ore, weights, cost, MAX(n, 1), rests) && m->fits;
	for (guint i = 0; i < MAX(n, 1); i++) {
		struct part none = {
			.action = action, .year = m->year, .phase = { 1, 12, true }
		};
		const struct part *p = n ? &parts[i] : &none;

		own[i] = (struct prospect){ .action = action,
			.line = p->line,
			.year = m->year,
			.planned = n > 0,
			.assumed = n > 0 && p->assumed,
			.target_ore = p->target,
			.plan_ore = p->plan,
			.cost = p->cost,
			.rest = rest.known ? amount_of(rests[i]) : AMOUNT_NONE };
		lay_months(m, p, own[i].rest.ore, own[i].months);
	}
	if (m->query->settings && rest.known)
		weigh(m, o, own, cost, MAX(n, 1));
	g_array_append_vals(m->prospects, own, MAX(n, 1));
}

struct amount
outlook_weigh(int64_t ore, bool cost, int64_t weight)
{
	if (cost || ore <= 0)
		return amount_of(ore);
	return amount_scale(
	    amount_of(ore), amount_of(weight), amount_of(SETTINGS_WEIGHT_WHOLE));
}

/* One line of a later year; `amount` is what it comes to. */
static void
lay_later_line(struct maker *m, const struct part *p, int64_t amount, bool owner,
    const struct outlook *o)
{
	struct prospect own = { .action = p->action,
		.line = p->line,
		.year = p->year,
		.assumed = p->assumed,
		.cost = p->cost,
		.target_ore = p->target };

	if (owner)
		own.rest = amount_minus(amount_of(amount), amount_of(p->target));
	if (m->query->settings)
		own.weighted = outlook_weigh(amount, p->cost, o->weight);
	lay_months(m, p, amount, own.months);
	g_array_append_val(m->prospects, own);
}

/* A later year: the owner's forecast in proportion to the targets, else the targets. */
static void
lay_later(struct maker *m, guint action, int year, const struct part *parts, guint n,
    const struct outlook *o)
{
	const struct outlook_query *q = m->query;
	g_autofree int64_t *weights = g_new0(int64_t, n + 1);
	g_autofree int64_t *amounts = g_new0(int64_t, n + 1);
	g_autofree bool *cost = g_new0(bool, n + 1);
	const struct part none = {
		.action = action, .year = year, .phase = { 1, 12, true }
	};
	struct amount owner = AMOUNT_NONE;

	if (q->followup)
		owner = followup_forecast(q->followup,
		    g_array_index(q->plan->actions, struct action, action).id, year,
		    q->cutoff);
	for (guint i = 0; i < n; i++)
		weights[i] = amounts[i] = parts[i].target;
	for (guint i = 0; i < n; i++)
		cost[i] = parts[i].cost;
	if (owner.known)
		m->fits =
		    spread_lines(owner.ore, weights, cost, MAX(n, 1), amounts) && m->fits;
	if (n == 0 && owner.known)
		lay_later_line(m, &none, owner.ore, true, o);
	for (guint i = 0; i < n; i++)
		lay_later_line(m, &parts[i], amounts[i], owner.known, o);
}

static void
make_one(
    struct maker *m, guint action, const struct part *parts, guint n, struct outlook *o)
{
	const struct outlook_query *q = m->query;
	const struct action *a = &g_array_index(q->plan->actions, struct action, action);
	const struct realised *done = &q->realised[action];
	struct amount remaining, later;
	guint this_year = 0;

	if (scenario_leaves_out(q->scenario, a->id))
		return;
	add_parts(m, parts, n, o, &remaining, &later);
	set_forecast(m, a, done, remaining, o);
	if (q->settings)
		set_lights(m, a, done, later, o);
	while (this_year < n && parts[this_year].year == m->year)
		this_year++;
	if (this_year > 0 || o->forecast.known)
		lay_year(m, action, parts, this_year, o);
	for (int year = m->year + 1; year <= q->last_year; year++) {
		guint first = this_year;

		while (this_year < n && parts[this_year].year == year)
			this_year++;
		lay_later(m, action, year, this_year > first ? &parts[first] : NULL,
		    this_year - first, o);
	}
}

/* The whole action's figures of the cut-off's year after its lines have been moved. */
static void
sum_delayed(struct maker *m, guint from, struct outlook *o)
{
	struct amount done = amount_of(o->realised.known ? o->realised.ore : 0);
	bool known = o->forecast.known;

	if (!known)
		return;
	o->forecast = done;
	if (o->weighted.known)
		o->weighted = done;
	for (guint i = from; i < m->prospects->len; i++) {
		const struct prospect *p =
		    &g_array_index(m->prospects, struct prospect, i);

		if (p->year != m->year)
			continue;
		m->fits = amount_add(&o->forecast, p->rest) && m->fits;
		if (o->weighted.known)
			m->fits = amount_add(&o->weighted, p->weighted) && m->fits;
	}
}

static void
delay_action(struct maker *m, guint action, guint from, int months, struct outlook *o)
{
	const struct delay_terms terms = { m->year, m->month, m->query->last_year, months,
		m->query->settings != NULL, o->weight };

	m->fits = delay_prospects(m->prospects, from, action, &terms) && m->fits;
	sum_delayed(m, from, o);
}

bool
outlooks_make(const struct outlook_query *query, struct outlook **ret_outlooks,
    GArray **ret_prospects, GError **error)
{
	const GArray *actions = query->plan->actions;
	struct outlook *outlooks = g_new0(struct outlook, MAX(actions->len, 1));
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(struct part));
	struct maker m = { query, month_year(query->cutoff), month_of_year(query->cutoff),
		parts, g_array_new(FALSE, FALSE, sizeof(struct prospect)), NULL, true };
	guint at = 0;

	find_parts(&m);
	for (guint i = 0; i < actions->len; i++) {
		guint from = m.prospects->len, first = at;
		int by = delay_of(
		    query->scenario, g_array_index(actions, struct action, i).id);

		while (
		    at < parts->len && g_array_index(parts, struct part, at).action == i)
			at++;
		make_one(&m, i,
		    parts->len ? &g_array_index(parts, struct part, 0) + first : NULL,
		    at - first, &outlooks[i]);
		if (by > 0)
			delay_action(&m, i, from, by, &outlooks[i]);
	}
	g_free(m.whole);
	if (m.fits) {
		*ret_outlooks = outlooks;
		*ret_prospects = m.prospects;
		return true;
	}
	g_free(outlooks);
	g_array_unref(m.prospects);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Prognosen blir för stor att räkna exakt. "
	    "Kontrollera om något belopp är orimligt.");
	return false;
}

const char *
outlook_basis(const struct outlook *o)
{
	if (o->owner)
		return "är den ansvarigas";
	if (o->unfounded)
		return "saknas: varken utfall eller den ansvarigas prognos";
	if (o->forecast.known)
		return "är utfallet och resten av planen i samma takt";
	return "saknas: varken mål eller utfall för året";
}
