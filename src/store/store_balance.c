/* store_balance.c - reading the kept sums, and making them anew from the facts. */
#include <stdlib.h>

#include "base/error.h"
#include "store/statement.h"

/* The rows of a statement that is bound, appended; column 7, if there is one, is the
 * grouping. */
static bool
append_balances(struct store *store, sqlite3_stmt *st, enum grouping grouping,
    GArray *rows, GError **error)
{
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct balance b = { .grouping = grouping,
			.counts = sqlite3_column_int(st, 0) != 0,
			.key = sqlite3_column_int64(st, 1),
			.year = sqlite3_column_int(st, 2),
			.target_ore = sqlite3_column_int64(st, 3),
			.targets = sqlite3_column_int(st, 4),
			.realised_ore = sqlite3_column_int64(st, 5),
			.reports = sqlite3_column_int(st, 6) };

		if (grouping == GROUPING__N)
			b.grouping = (enum grouping)sqlite3_column_int(st, 7);
		if (b.targets || b.reports || b.target_ore || b.realised_ore)
			g_array_append_val(rows, b);
	}
	return rc != 0;
}

bool
store_read_balances(struct store *store, int64_t programme, enum grouping grouping,
    GArray *rows, GError **error)
{
	bool all = grouping == GROUPING__N;
	sqlite3_stmt *st = statement_get(
	    store, all ? STATEMENT_ALL_BALANCES : STATEMENT_BALANCES, error);

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		if (!all)
			sqlite3_bind_int(st, 2, (int)grouping);
	}
	return append_balances(store, st, grouping, rows, error);
}

bool
store_read_year_balances(struct store *store, int64_t programme, enum grouping grouping,
    bool counts, int year, int64_t from, int64_t to, GArray *rows, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_YEAR_BALANCES, error);

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		sqlite3_bind_int(st, 2, (int)grouping);
		sqlite3_bind_int(st, 3, counts);
		sqlite3_bind_int(st, 4, year);
		sqlite3_bind_int64(st, 5, from);
		sqlite3_bind_int64(st, 6, to);
	}
	return append_balances(store, st, grouping, rows, error);
}

static bool
last_of(struct store *store, enum statement which, int64_t programme, int *ret,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);
	int64_t last;

	if (st)
		sqlite3_bind_int64(st, 1, programme);
	if (!statement_number(store, st, &last, error))
		return false;
	*ret = (int)last;
	return true;
}

bool
store_last_month(struct store *store, int64_t programme, int *ret, GError **error)
{
	return last_of(store, STATEMENT_LAST_MONTH, programme, ret, error);
}

bool
store_last_year(struct store *store, int64_t programme, int *ret, GError **error)
{
	return last_of(store, STATEMENT_LAST_YEAR, programme, ret, error);
}

bool
store_last_posted(struct store *store, int64_t programme, int *ret, GError **error)
{
	return last_of(store, STATEMENT_LAST_POSTED, programme, ret, error);
}

bool
store_read_facets(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error)
{
	g_autoptr(GArray) facets = g_array_new(FALSE, FALSE, sizeof(struct line_facet));
	sqlite3_stmt *st = statement_get(store, STATEMENT_FACETS, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		sqlite3_bind_int64(st, 2, change);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct line_facet f = { .line = sqlite3_column_int64(st, 0),
			.removed = sqlite3_column_int(st, 8) != 0,
			.facet = { .action = sqlite3_column_int64(st, 1),
			    .unit = sqlite3_column_int64(st, 2),
			    .recipient = sqlite3_column_int64(st, 3),
			    .area = sqlite3_column_int64(st, 4),
			    .counts = sqlite3_column_int(st, 7) != 0 } };

		f.facet.kind = (enum kind)column_word(st, 5, kind_words);
		f.facet.cost_kind = (enum cost_kind)column_word(st, 6, cost_kind_words);
		g_array_append_val(facets, f);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&facets);
	return true;
}

static int
facet_by_line(const void *line, const void *facet)
{
	int64_t a = *(const int64_t *)line, b = ((const struct line_facet *)facet)->line;

	return a < b ? -1 : a > b;
}

const struct line_facet *
line_facet_find(const GArray *facets, int64_t line)
{
	if (facets->len == 0)
		return NULL;
	return bsearch(
	    &line, facets->data, facets->len, sizeof(struct line_facet), facet_by_line);
}

static bool
book_targets(struct balance_book *book, const struct plan *plan, const GArray *facets,
    GError **error)
{
	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line_facet *f = line_facet_find(facets, t->line);

		if (f && !f->removed &&
		    !balance_book_target(book, &f->facet, t->year, t->ore, 1, error))
			return false;
	}
	return true;
}

static bool
book_savings(
    struct balance_book *book, const GArray *cube, const GArray *facets, GError **error)
{
	const struct line_facet *f = NULL;

	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);

		if (!f || f->line != c->line)
			f = line_facet_find(facets, c->line);
		if (f && !f->removed &&
		    !balance_book_saving(
		        book, &f->facet, c->month, c->ore, c->reports, error))
			return false;
	}
	return true;
}

/* Number of the last saving a change had seen. */
static bool
last_saving_of(struct store *store, int64_t change, int64_t *ret, GError **error)
{
	struct change at = { 0 };

	if (change == STORE_NOW) {
		*ret = INT64_MAX;
		return true;
	}
	*ret = 0;
	if (change < 1)
		return true;
	if (!store_change(store, change, &at, error))
		return false;
	*ret = at.last_saving;
	change_clear(&at);
	return true;
}

bool
store_make_book(struct store *store, int64_t programme, int64_t change, int until,
    struct balance_book **ret, GError **error)
{
	const struct programme p = { programme, "", "" };
	g_autoptr(GArray) facets = NULL;
	g_autoptr(GArray) cube = NULL;
	struct plan *plan = NULL;
	struct balance_book *book = balance_book_new();
	int64_t last;
	bool ok;

	ok = last_saving_of(store, change, &last, error) &&
	     store_read_facets(store, programme, change, &facets, error) &&
	     store_read_plan(store, &p, change, STORE_TARGETS, &plan, error) &&
	     book_targets(book, plan, facets, error) &&
	     store_read_cube(store, last, 0, 0, until ? until : 999999, &cube, error) &&
	     book_savings(book, cube, facets, error);
	plan_free(plan);
	if (ok)
		*ret = book;
	else
		balance_book_free(book);
	return ok;
}
