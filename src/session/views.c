/* views.c - rollups and overviews: kept sums or sums made anew, to the cut-off asked for.
 */
#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "rollup/phase.h"
#include "session/state.h"

/* What a view rests on. */
struct basis_of_view {
	int64_t change;
	int cutoff;
	struct plan *plan;
	GArray *sums; /* struct balance: targets and realised */
	GArray
	    *after; /* realised after the cut-off in its year, negative; may be empty */
	GArray *phased; /* plan to date of the cut-off's year; may be empty */
};

static void
basis_clear(struct basis_of_view *b)
{
	g_clear_pointer(&b->sums, g_array_unref);
	g_clear_pointer(&b->after, g_array_unref);
	g_clear_pointer(&b->phased, g_array_unref);
}

static const struct line_facet *
find_facet(const GArray *facets, int64_t line)
{
	guint low = 0, high = facets->len;

	while (low < high) {
		guint mid = low + (high - low) / 2;
		const struct line_facet *f =
		    &g_array_index(facets, struct line_facet, mid);

		if (f->line == line)
			return f->removed ? NULL : f;
		if (f->line < line)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* Kept sums run to the last month posted: take away what lies after the cut-off. */
static bool
read_after(
    struct session *s, struct basis_of_view *b, const GArray *facets, GError **error)
{
	int end = month_make(month_year(b->cutoff), 12);
	struct balance_book *book = balance_book_new();
	bool ok = true;

	for (guint i = 0; ok && i < facets->len; i++) {
		const struct line_facet *f = &g_array_index(facets, struct line_facet, i);
		g_autoptr(GArray) cube = NULL;

		if (f->removed)
			continue;
		ok = store_read_cube(s->store, INT64_MAX, f->line,
		    month_add(b->cutoff, 1), end, &cube, error);
		for (guint k = 0; ok && k < cube->len; k++) {
			const struct cube_cell *c =
			    &g_array_index(cube, struct cube_cell, k);

			ok = balance_book_saving(
			    book, &f->facet, c->month, -c->ore, -c->reports, error);
		}
	}
	if (ok) {
		g_array_unref(b->after);
		b->after = balance_book_rows(book);
	}
	balance_book_free(book);
	return ok;
}

/* Targets of the cut-off's year, spread to its month. */
static bool
make_phased(struct basis_of_view *b, const GArray *facets, GError **error)
{
	int year = month_year(b->cutoff), month = month_of_year(b->cutoff);
	struct balance_book *book = balance_book_new();
	bool ok = true;

	for (guint i = 0; ok && i < b->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(b->plan->targets, struct target, i);
		const struct line_facet *f;
		const struct action *action;
		struct phase phase;

		if (t->year != year)
			continue;
		f = find_facet(facets, t->line);
		action = f ? plan_action_by_id(b->plan, f->facet.action) : NULL;
		if (!action)
			continue;
		phase = phase_of_action(action, year);
		ok = balance_book_plan(book, &f->facet, year,
		    phase_to_date(phase, t->ore, month), phase.assumed, error);
	}
	if (ok) {
		g_array_unref(b->phased);
		b->phased = balance_book_rows(book);
	}
	balance_book_free(book);
	return ok;
}

static bool
read_sums(
    struct session *s, struct basis_of_view *b, enum grouping grouping, GError **error)
{
	struct balance_book *book;

	if (b->change == STORE_NOW)
		return store_read_balances(
		    s->store, s->programme.id, grouping, &b->sums, error);
	if (!store_make_book(
	        s->store, s->programme.id, b->change, b->cutoff, &book, error))
		return false;
	b->sums = balance_book_rows(book);
	balance_book_free(book);
	return true;
}

/*
 * A cut-off in December needs nothing but the yearly sums: the plan to date is the
 * target. Any other month needs the lines of its year.
 */
static bool
make_basis(struct session *s, const struct view *view, enum grouping grouping,
    unsigned parts, struct basis_of_view *b, GError **error)
{
	bool part_year;
	int last = 0;

	memset(b, 0, sizeof(*b));
	if (!session_view_change(s, view, &b->change, error) ||
	    !session_view_cutoff(s, view, b->change, &b->cutoff, error))
		return false;
	part_year = month_of_year(b->cutoff) != 12;
	if (part_year)
		parts |= STORE_ACTIONS | STORE_TARGETS;
	b->after = g_array_new(FALSE, FALSE, sizeof(struct balance));
	b->phased = g_array_new(FALSE, FALSE, sizeof(struct balance));
	if (!session_plan_at(s, b->change, parts, &b->plan, error) ||
	    !read_sums(s, b, grouping, error))
		return false;
	if (part_year) {
		g_autoptr(GArray) facets = NULL;

		if (!store_read_facets(
		        s->store, s->programme.id, b->change, &facets, error) ||
		    !make_phased(b, facets, error) ||
		    !store_last_month(s->store, s->programme.id, &last, error) ||
		    (b->change == STORE_NOW && last > b->cutoff &&
		        !read_after(s, b, facets, error)))
			return false;
	}
	return true;
}

/* Rows of one grouping; children of a förvaltning count in it. */
static GArray *
rows_of(const struct basis_of_view *b, const GArray *rows, enum grouping grouping)
{
	GArray *own = g_array_new(FALSE, FALSE, sizeof(struct balance));
	bool units = grouping == GROUPING_UNIT || grouping == GROUPING_RECIPIENT;
	bool nested = false;

	for (guint i = 0; units && i < b->plan->units->len; i++)
		nested |= g_array_index(b->plan->units, struct unit, i).parent != 0;
	for (guint i = 0; i < rows->len; i++) {
		struct balance row = g_array_index(rows, struct balance, i);

		if (row.grouping != grouping)
			continue;
		if (nested)
			row.key = plan_unit_top(b->plan, row.key);
		g_array_append_val(own, row);
	}
	return own;
}

static void
add_label(GArray *labels, int64_t key, const char *text, bool always)
{
	struct rollup_label label = { key, text, always };

	g_array_append_val(labels, label);
}

static GArray *
labels_of(const struct plan *plan, enum grouping grouping, enum selection selection)
{
	GArray *labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));

	switch (grouping) {
	case GROUPING_UNIT:
	case GROUPING_RECIPIENT:
		for (guint i = 0; i < plan->units->len; i++) {
			const struct unit *unit =
			    &g_array_index(plan->units, struct unit, i);

			add_label(labels, unit->id, unit->name, false);
		}
		if (grouping == GROUPING_RECIPIENT)
			add_label(labels, 0, plan_unit_name(plan, 0), false);
		break;
	case GROUPING_KIND:
		add_label(labels, KIND_BUDGET, kind_heading(KIND_BUDGET), false);
		add_label(labels, KIND_DEFICIT, kind_heading(KIND_DEFICIT), false);
		add_label(labels, KIND_NONE, kind_heading(KIND_NONE), false);
		break;
	case GROUPING_AREA:
		for (guint i = 0; i < plan->areas->len; i++) {
			const struct area *area =
			    &g_array_index(plan->areas, struct area, i);

			add_label(labels, area->id, area->name, false);
		}
		add_label(labels, 0, "Inget område", false);
		break;
	case GROUPING_ACTION:
		for (guint i = 0; i < plan->actions->len; i++) {
			const struct action *a =
			    &g_array_index(plan->actions, struct action, i);

			add_label(labels, a->id, a->code,
			    selection == SELECT_ALL ||
			        a->counts == (selection == SELECT_COUNTED));
		}
		break;
	case GROUPING_COST_KIND:
		for (int k = 0; k < COST_KIND__N; k++)
			add_label(labels, k, word_text(cost_kind_words, k), false);
		break;
	case GROUPING_MONTH:
	case GROUPING__N:
		break;
	}
	return labels;
}

/* Every year with a target, a saving or a requirement is a column. */
static void
find_years(const struct basis_of_view *b, int *first, int *last)
{
	*first = *last = 0;
	for (guint i = 0; i < b->sums->len + b->plan->requirements->len; i++) {
		int year = i < b->sums->len
		               ? g_array_index(b->sums, struct balance, i).year
		               : g_array_index(b->plan->requirements, struct requirement,
		                     i - b->sums->len)
		                     .year;

		if (year == 0)
			continue;
		*first = *first ? MIN(*first, year) : year;
		*last = MAX(*last, year);
	}
}

static bool
build(const struct basis_of_view *b, enum grouping grouping, enum selection selection,
    struct rollup **ret, GError **error)
{
	struct rollup_query query = {
		.grouping = grouping, .selection = selection, .cutoff = b->cutoff
	};
	g_autoptr(GArray) sums = rows_of(b, b->sums, grouping);
	g_autoptr(GArray) after = rows_of(b, b->after, grouping);
	g_autoptr(GArray) phased = rows_of(b, b->phased, grouping);
	g_autoptr(GArray) labels = labels_of(b->plan, grouping, selection);
	const GArray *const all[] = { sums, after, phased };

	find_years(b, &query.first_year, &query.last_year);
	return rollup_build(&query, labels, all, G_N_ELEMENTS(all), ret, error);
}

bool
session_rollup(struct session *s, const struct view *view, enum grouping grouping,
    enum selection selection, struct rollup **ret, GError **error)
{
	struct basis_of_view b;
	bool ok =
	    make_basis(s, view, grouping,
	        grouping == GROUPING_ACTION ? STORE_ACTIONS : STORE_BASE, &b, error) &&
	    build(&b, grouping, selection, ret, error);

	basis_clear(&b);
	return ok;
}

/* The report in force of the latest round, for each action. */
static bool
read_latest_reports(struct session *s, struct overview *o, int64_t change, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(4096);
	g_autoptr(GArray) all = NULL;
	const struct plan *plan = o->plan;

	g_ptr_array_add(s->texts, pool);
	o->reports = g_new0(struct latest_report, MAX(plan->actions->len, 1));
	for (guint i = 0; i < plan->actions->len; i++)
		o->reports[i].round = o->reports[i].comment = "";
	if (!store_read_reports(s->store, s->programme.id, 0, change, pool, &all, error))
		return false;
	for (guint i = 0; i < all->len; i++) {
		const struct stored_report *r =
		    &g_array_index(all, struct stored_report, i);
		const struct action *action = plan_action_by_id(plan, r->action);
		struct latest_report *latest =
		    action ? &o->reports[action -
		                         &g_array_index(plan->actions, struct action, 0)]
		           : NULL;

		if (!latest || r->cutoff < latest->cutoff)
			continue;
		if (r->removed) {
			if (strcmp(latest->round, r->label) == 0)
				*latest =
				    (struct latest_report){ .round = "", .comment = "" };
			continue;
		}
		*latest = (struct latest_report){ r->label, r->cutoff, r->light,
			r->nothing_new, r->comment };
	}
	for (guint i = 0; i < plan->actions->len; i++)
		if (g_array_index(plan->actions, struct action, i).counts) {
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

bool
session_list(
    struct session *s, const struct view *view, struct overview **ret, GError **error)
{
	struct overview *o = g_new0(struct overview, 1);
	struct basis_of_view b;
	bool ok = make_basis(s, view, GROUPING__N, STORE_ACTIONS, &b, error);

	if (ok) {
		o->plan = b.plan;
		o->cutoff = b.cutoff;
		ok = build(&b, GROUPING_UNIT, SELECT_COUNTED, &o->by[GROUPING_UNIT],
		         error) &&
		     build(&b, GROUPING_ACTION, SELECT_COUNTED, &o->by[GROUPING_ACTION],
		         error) &&
		     build(&b, GROUPING_ACTION, SELECT_ALL, &o->all_actions, error) &&
		     read_latest_reports(s, o, b.change, error) &&
		     set_instant(s, o, b.change, error);
	}
	basis_clear(&b);
	if (!ok)
		overview_free(o);
	else
		*ret = o;
	return ok;
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

		/* an action with a plan and no report is behind by all of it */
		if (total.plan.known && !total.realised.known)
			total.realised = amount_of(0);
		d.deviation = figure_deviation(&total);
		if (d.deviation.known && d.deviation.ore < 0)
			g_array_append_val(o->deviations, d);
	}
	g_array_sort(o->deviations, most_behind_first);
}

/* Cumulative plan and realised, month by month over the programme's years. */
static bool
make_curve(struct overview *o, const struct basis_of_view *b)
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
    struct session *s, struct overview *o, const struct basis_of_view *b, GError **error)
{
	o->plan = b->plan;
	o->cutoff = b->cutoff;
	for (int g = 0; g < GROUPING_MONTH; g++)
		if (!build(b, (enum grouping)g, SELECT_COUNTED, &o->by[g], error))
			return false;
	if (!build(b, GROUPING_AREA, SELECT_OUTSIDE, &o->outside, error) ||
	    !build(b, GROUPING_ACTION, SELECT_ALL, &o->all_actions, error) ||
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
	    "Planens summor blir för stora att räkna med.");
	return false;
}

bool
session_overview(
    struct session *s, const struct view *view, struct overview **ret, GError **error)
{
	struct overview *o = g_new0(struct overview, 1);
	struct basis_of_view b;
	bool ok = make_basis(s, view, GROUPING__N, STORE_ALL, &b, error) &&
	          fill_overview(s, o, &b, error);

	basis_clear(&b);
	if (!ok)
		overview_free(o);
	else
		*ret = o;
	return ok;
}
