/* footing.c - kept sums or sums made anew, to the cut-off asked for, as rollups. */
#include "session/footing.h"

#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "session/ahead.h"

void
footing_clear(struct footing *b)
{
	g_clear_pointer(&b->sums, g_array_unref);
	g_clear_pointer(&b->after, g_array_unref);
	g_clear_pointer(&b->unverified, g_array_unref);
	g_clear_pointer(&b->ahead, g_array_unref);
	g_clear_pointer(&b->left_out, g_array_unref);
	g_clear_pointer(&b->prospects, g_array_unref);
	g_clear_pointer(&b->outlooks, g_free);
	g_clear_pointer(&b->without, g_free);
	g_clear_pointer(&b->delays, g_free);
	g_clear_pointer(&b->followup, followup_free);
}

/* Kept sums run to the last month posted: take away what lies after the cut-off. */
static bool
read_after(struct session *s, struct footing *b, const GArray *facets, GError **error)
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
	ahead_take_rows(ok ? book : NULL, &b->after);
	balance_book_free(book);
	return ok;
}

/* The kept sums of a grouping, appended. */
static bool
read_kept(struct session *s, struct footing *b, enum grouping grouping, GError **error)
{
	int year = month_year(b->cutoff);

	if (b->year_only)
		return store_read_year_balances(s->store, s->programme.id, grouping, true,
		           year, 0, INT64_MAX, b->sums, error) &&
		       store_read_year_balances(s->store, s->programme.id, grouping,
		           false, year, 0, INT64_MAX, b->sums, error);
	return store_read_balances(s->store, s->programme.id, grouping, b->sums, error);
}

static bool
read_sums(struct session *s, struct footing *b, unsigned groupings, GError **error)
{
	struct balance_book *book;

	if (b->change != STORE_NOW) {
		if (!store_make_book(
		        s->store, s->programme.id, b->change, b->cutoff, &book, error))
			return false;
		ahead_take_rows(book, &b->sums);
		balance_book_free(book);
		return true;
	}
	b->sums = g_array_sized_new(FALSE, FALSE, sizeof(struct balance), 2048);
	for (int g = 0; g < GROUPING__N; g++)
		if ((groupings & GROUPING_BIT(g)) &&
		    !read_kept(s, b, (enum grouping)g, error))
			return false;
	return true;
}

/* Whether more than the yearly sums is asked for, and what that takes to know. */
static bool
look_ahead(struct session *s, struct footing *b, const struct view *view,
    enum footing_depth depth, bool *ret, GError **error)
{
	bool part_year = month_of_year(b->cutoff) != 12;
	bool thought = view && (view->without || view->n_delays || view->unit);
	g_autoptr(GArray) forecasts = NULL;

	b->weighted = depth == FOOTING_FULL;
	if (b->weighted) {
		*ret = true;
		return session_settings_at(s, b->change, &b->settings, error) &&
		       session_followup_at(s, b->change, &b->followup, error);
	}
	if (!store_read_forecasts(
	        s->store, s->programme.id, b->change, &forecasts, error))
		return false;
	*ret = part_year || thought || forecasts->len > 0;
	return forecasts->len == 0 ||
	       session_followup_at(s, b->change, &b->followup, error);
}

/* What the sums are corrected by: months after the cut-off, savings without attest, and
 * what is thought away. */
static bool
read_corrections(
    struct session *s, struct footing *b, bool verify, bool ahead, GError **error)
{
	bool now = b->change == STORE_NOW && month_of_year(b->cutoff) != 12;
	g_autoptr(GArray) facets = NULL;
	int last = 0;

	if (!ahead && !verify)
		return true;
	return store_read_facets(s->store, s->programme.id, b->change, &facets, error) &&
	       store_last_posted(s->store, s->programme.id, &last, error) &&
	       (!now || last <= b->cutoff || read_after(s, b, facets, error)) &&
	       (!verify || ahead_read_unverified(s, b, facets, error)) &&
	       (b->scenario.n_without == 0 || ahead_leave_out(s, b, facets, error)) &&
	       (!ahead || ahead_make(b, facets, error));
}

bool
footing_make(struct session *s, const struct view *view, unsigned groupings,
    unsigned parts, enum footing_depth depth, struct footing *b, GError **error)
{
	bool ahead = false, verify;

	memset(b, 0, sizeof(*b));
	if (!session_view_change(s, view, &b->change, error) ||
	    !session_view_cutoff(s, view, b->change, &b->cutoff, error) ||
	    !session_demands_attest(s, b->change, &verify, error) ||
	    !look_ahead(s, b, view, depth, &ahead, error))
		return false;
	b->year_only = view && view->year_only && b->change == STORE_NOW;
	if (ahead || verify) {
		parts |= STORE_ACTIONS | STORE_TARGETS |
		         (b->weighted ? STORE_STEPS | STORE_ADJUSTMENTS : 0);
		groupings |= GROUPING_BIT(GROUPING_ACTION);
	}
	/* a view of a part has a plan of its own, to take the rest out of */
	return (view && view->unit
	               ? session_own_plan_at(s, b->change, parts, &b->plan, error)
	               : session_plan_at(s, b->change, parts, &b->plan, error)) &&
	       ahead_think(b, view, error) && read_sums(s, b, groupings, error) &&
	       read_corrections(s, b, verify, ahead, error);
}

/* Rows of one grouping; children of a förvaltning count in it. */
static GArray *
rows_of(const struct footing *b, GArray *rows, enum grouping grouping)
{
	bool units = grouping == GROUPING_UNIT || grouping == GROUPING_RECIPIENT;
	bool nested = false, alone = true;
	GArray *own;

	for (guint i = 0; units && i < b->plan->units->len; i++)
		nested |= g_array_index(b->plan->units, struct unit, i).parent != 0;
	for (guint i = 0; i < rows->len && alone; i++)
		alone = g_array_index(rows, struct balance, i).grouping == grouping;
	if (alone && !nested)
		return g_array_ref(rows);
	own = g_array_new(FALSE, FALSE, sizeof(struct balance));
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
labels_of(const struct footing *b, enum grouping grouping, enum selection selection)
{
	const struct plan *plan = b->plan;
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
			    !scenario_leaves_out(&b->scenario, a->id) &&
			        (selection == SELECT_ALL ||
			            a->counts == (selection == SELECT_COUNTED)));
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

/* Savings of the cut-off's year, to the cut-off: kept sums count those after it too. */
static int
reports_in_year(const struct footing *b)
{
	const GArray *const from[] = { b->sums, b->after };
	int reports = 0;

	for (size_t k = 0; k < G_N_ELEMENTS(from); k++)
		for (guint i = 0; from[k] && i < from[k]->len; i++) {
			const struct balance *row =
			    &g_array_index(from[k], struct balance, i);

			if (row->grouping == GROUPING_ACTION &&
			    row->year == month_year(b->cutoff))
				reports += row->reports;
		}
	return reports;
}

static void
widen(int year, int *first, int *last)
{
	if (year == 0)
		return;
	*first = *first ? MIN(*first, year) : year;
	*last = MAX(*last, year);
}

/* Every year with a target, a requirement or a saving to the cut-off is a column: kept
 * sums and sums made anew give the same. */
static void
find_years(const struct footing *b, int *first, int *last)
{
	int year = month_year(b->cutoff);
	bool saved = !b->after || reports_in_year(b) > 0;

	*first = *last = b->year_only ? year : 0;
	if (b->year_only)
		return;
	for (guint i = 0; i < b->sums->len; i++) {
		const struct balance *row = &g_array_index(b->sums, struct balance, i);

		if (row->targets > 0 ||
		    (row->reports > 0 &&
		        (row->year < year || (row->year == year && saved))))
			widen(row->year, first, last);
	}
	for (guint i = 0; i < b->plan->requirements->len; i++)
		widen(g_array_index(b->plan->requirements, struct requirement, i).year,
		    first, last);
}

bool
footing_build(const struct footing *b, enum grouping grouping, enum selection selection,
    struct rollup **ret, GError **error)
{
	struct rollup_query query = { .grouping = grouping,
		.selection = selection,
		.cutoff = b->cutoff,
		.weighted = b->weighted };
	GArray *const from[] = { b->sums, b->after, b->unverified, b->ahead,
		b->left_out };
	GArray *own[G_N_ELEMENTS(from)];
	g_autoptr(GArray) labels = labels_of(b, grouping, selection);
	size_t n = 0;
	bool ok;

	for (size_t i = 0; i < G_N_ELEMENTS(from); i++)
		if (from[i])
			own[n++] = rows_of(b, from[i], grouping);
	find_years(b, &query.first_year, &query.last_year);
	ok = rollup_build(&query, labels, (const GArray *const *)own, n, ret, error);
	while (n > 0)
		g_array_unref(own[--n]);
	if (ok && b->scenario.n_without > 0) {
		(*ret)->without = g_array_new(FALSE, FALSE, sizeof(int64_t));
		g_array_append_vals((*ret)->without, b->without, b->scenario.n_without);
	}
	return ok;
}
