/* ahead.c - what is yet to come laid on the groups, and what is taken off the sums. */
#include "session/ahead.h"

#include "calendar/month.h"
#include "session/edit.h"
#include "session/narrow.h"

void
ahead_take_rows(const struct balance_book *book, GArray **rows)
{
	if (!book)
		return;
	g_clear_pointer(rows, g_array_unref);
	*rows = balance_book_rows(book);
}

/* ---- a scenario ---------------------------------------------------------------------
 */

static bool
find_action(const struct plan *plan, const char *code, int64_t *ret, GError **error)
{
	const struct action *action = plan_action(plan, code);

	if (!action) {
		session_no_action(plan, code, error);
		return false;
	}
	*ret = action->id;
	return true;
}

bool
ahead_think(struct footing *b, const struct view *view, GError **error)
{
	guint n =
	    view && view->without ? g_strv_length((char **)(uintptr_t)view->without) : 0;
	const struct unit *unit = NULL;

	if (view && view->unit && !narrow_find(b->plan, view->unit, &unit, error))
		return false;
	b->without = g_new0(int64_t, n + (unit ? b->plan->actions->len : 0) + 1);
	b->delays = g_new0(struct delay, (view ? view->n_delays : 0) + 1);
	for (guint i = 0; i < n; i++)
		if (!find_action(b->plan, view->without[i], &b->without[i], error))
			return false;
	for (guint i = 0; unit && i < b->plan->actions->len; i++) {
		const struct action *a =
		    &g_array_index(b->plan->actions, struct action, i);

		if (!narrow_has(b->plan, unit, a))
			b->without[n++] = a->id;
	}
	for (size_t i = 0; view && i < view->n_delays; i++) {
		b->delays[i].months = view->delays[i].months;
		if (!find_action(
		        b->plan, view->delays[i].action, &b->delays[i].action, error))
			return false;
	}
	b->scenario = (struct scenario){ b->without, n, b->delays,
		view ? (guint)view->n_delays : 0 };
	return true;
}

static bool
leave_out_line(struct session *s, const struct footing *b, struct balance_book *book,
    const struct line_facet *f, GError **error)
{
	g_autoptr(GArray) cube = NULL;
	int64_t last;

	for (guint i = 0; i < b->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(b->plan->targets, struct target, i);

		if (t->line == f->line &&
		    !balance_book_target(book, &f->facet, t->year, -t->ore, -1, error))
			return false;
	}
	if (!session_last_saving(s, b->change, &last, error) ||
	    !store_read_cube(s->store, last, f->line, 0, b->cutoff, &cube, error))
		return false;
	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);

		if (!balance_book_saving(
		        book, &f->facet, c->month, -c->ore, -c->reports, error))
			return false;
	}
	return true;
}

bool
ahead_leave_out(
    struct session *s, struct footing *b, const GArray *facets, GError **error)
{
	struct balance_book *book = balance_book_new();
	bool ok = true;

	for (guint i = 0; ok && i < facets->len; i++) {
		const struct line_facet *f = &g_array_index(facets, struct line_facet, i);

		if (scenario_leaves_out(&b->scenario, f->facet.action))
			ok = leave_out_line(s, b, book, f, error);
	}
	ahead_take_rows(ok ? book : NULL, &b->left_out);
	balance_book_free(book);
	return ok;
}

/* ---- attests ------------------------------------------------------------------------
 */

bool
ahead_read_unverified(
    struct session *s, struct footing *b, const GArray *facets, GError **error)
{
	struct balance_book *book = balance_book_new();
	g_autoptr(GArray) cube = NULL;
	int64_t last;
	bool ok = session_last_saving(s, b->change, &last, error) &&
	          store_read_unverified(s->store, s->programme.id, b->change, last, 0,
	              b->cutoff, &cube, error);

	for (guint i = 0; ok && i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);
		const struct line_facet *f = line_facet_find(facets, c->line);

		if (f && !f->removed &&
		    !scenario_leaves_out(&b->scenario, f->facet.action))
			ok = balance_book_unverified(
			    book, &f->facet, c->month, c->ore, c->reports, error);
	}
	ahead_take_rows(ok ? book : NULL, &b->unverified);
	balance_book_free(book);
	return ok;
}

/* ---- what is yet to come ------------------------------------------------------------
 */

static int
by_id(const void *id, const void *action)
{
	int64_t a = *(const int64_t *)id, b = ((const struct action *)action)->id;

	return a < b ? -1 : a > b;
}

/* Add what rows of action sums say of each action's realised; `reports` counts them. */
static void
add_realised(const struct footing *b, const GArray *rows, struct realised *sums,
    int *reports_year, int *reports_before)
{
	const GArray *actions = b->plan->actions;
	int year = month_year(b->cutoff);

	for (guint i = 0; rows && i < rows->len; i++) {
		const struct balance *row = &g_array_index(rows, struct balance, i);
		const struct action *a;
		size_t at;

		if (row->grouping != GROUPING_ACTION || row->year > year ||
		    row->year == 0)
			continue;
		a = bsearch(&row->key, actions->data, actions->len, sizeof(*a), by_id);
		if (!a)
			continue;
		at = (size_t)(a - &g_array_index(actions, struct action, 0));
		if (row->year == year) {
			sums[at].year.ore += row->realised_ore;
			reports_year[at] += row->reports;
		} else {
			sums[at].before.ore += row->realised_ore;
			reports_before[at] += row->reports;
		}
	}
}

/* Sums are kept within int64 where they were made; those here are parts of them. */
static struct realised *
realised_of(const struct footing *b)
{
	guint n = b->plan->actions->len;
	struct realised *sums = g_new0(struct realised, MAX(n, 1));
	g_autofree int *year = g_new0(int, MAX(n, 1));
	g_autofree int *before = g_new0(int, MAX(n, 1));
	const GArray *const from[] = { b->sums, b->after, b->unverified };

	for (size_t i = 0; i < G_N_ELEMENTS(from); i++)
		add_realised(b, from[i], sums, year, before);
	for (guint i = 0; i < n; i++) {
		sums[i].year.known = year[i] > 0;
		sums[i].before.known = before[i] > 0;
	}
	return sums;
}

/* The programme's last year with a target; the cut-off's when there is none later. */
static int
last_year(const struct footing *b)
{
	int first, last;

	plan_years(b->plan, &first, &last);
	return MAX(last, month_year(b->cutoff));
}

/* Where a prospect falls: its line's place, else the action's own. */
static struct facet
facet_of(const struct footing *b, const GArray *facets, const struct prospect *p)
{
	const struct action *a =
	    &g_array_index(b->plan->actions, struct action, p->action);
	const struct line_facet *f = p->line ? line_facet_find(facets, p->line) : NULL;
	const struct unit *unit;
	const struct area *area;
	struct facet own;

	if (f)
		return f->facet;
	unit = plan_unit(b->plan, a->unit);
	area = a->area[0] ? plan_area(b->plan, a->area) : NULL;
	own = edit_facet(a, unit ? unit->id : 0, area ? area->id : 0);
	own.recipient = own.unit;
	return own;
}

static bool
post(const struct footing *b, const GArray *facets, struct balance_book *book,
    GError **error)
{
	int year = month_year(b->cutoff);
	bool part_year = month_of_year(b->cutoff) != 12;

	for (guint i = 0; i < b->prospects->len; i++) {
		const struct prospect *p =
		    &g_array_index(b->prospects, struct prospect, i);
		struct facet facet = facet_of(b, facets, p);

		if ((part_year && p->year == year && p->planned &&
		        !balance_book_plan(
		            book, &facet, year, p->plan_ore, p->assumed, error)) ||
		    !balance_book_rest(
		        book, &facet, p->year, p->rest, p->weighted, error))
			return false;
	}
	return true;
}

bool
ahead_make(struct footing *b, const GArray *facets, GError **error)
{
	g_autofree struct realised *realised = realised_of(b);
	const struct outlook_query query = { .plan = b->plan,
		.cutoff = b->cutoff,
		.last_year = last_year(b),
		.realised = realised,
		.followup = b->followup,
		.settings = b->weighted ? &b->settings : NULL,
		.scenario = &b->scenario };
	struct balance_book *book;
	bool ok;

	if (!outlooks_make(&query, &b->outlooks, &b->prospects, error))
		return false;
	book = balance_book_new();
	ok = post(b, facets, book, error);
	ahead_take_rows(ok ? book : NULL, &b->ahead);
	balance_book_free(book);
	return ok;
}
