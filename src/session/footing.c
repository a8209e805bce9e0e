/* footing.c - kept sums or sums made anew, to the cut-off asked for, as rollups. */
#include "session/footing.h"

#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "rollup/phase.h"

void
footing_clear(struct footing *b)
{
	g_clear_pointer(&b->sums, g_array_unref);
	g_clear_pointer(&b->after, g_array_unref);
	g_clear_pointer(&b->phased, g_array_unref);
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
	if (ok) {
		g_array_unref(b->after);
		b->after = balance_book_rows(book);
	}
	balance_book_free(book);
	return ok;
}

/* Targets of the cut-off's year, spread to its month. */
static bool
make_phased(struct footing *b, const GArray *facets, GError **error)
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
		f = line_facet_find(facets, t->line);
		action =
		    f && !f->removed ? plan_action_by_id(b->plan, f->facet.action) : NULL;
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
		b->sums = balance_book_rows(book);
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

bool
footing_make(struct session *s, const struct view *view, unsigned groupings,
    unsigned parts, struct footing *b, GError **error)
{
	bool part_year;
	int last = 0;

	memset(b, 0, sizeof(*b));
	if (!session_view_change(s, view, &b->change, error) ||
	    !session_view_cutoff(s, view, b->change, &b->cutoff, error))
		return false;
	b->year_only = view && view->year_only && b->change == STORE_NOW;
	part_year = month_of_year(b->cutoff) != 12;
	if (part_year)
		parts |= STORE_ACTIONS | STORE_TARGETS;
	b->after = g_array_new(FALSE, FALSE, sizeof(struct balance));
	b->phased = g_array_new(FALSE, FALSE, sizeof(struct balance));
	if (!session_plan_at(s, b->change, parts, &b->plan, error) ||
	    !read_sums(s, b, groupings, error))
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
find_years(const struct footing *b, int *first, int *last)
{
	*first = *last = b->year_only ? month_year(b->cutoff) : 0;
	if (b->year_only)
		return;
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

bool
footing_build(const struct footing *b, enum grouping grouping, enum selection selection,
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
