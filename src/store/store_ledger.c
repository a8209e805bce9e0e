/* store_ledger.c - the ledger of savings, its cube, and the balances kept of it. */
#include <string.h>

#include "base/error.h"
#include "store/batch.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/postings.h"
#include "store/statement.h"

/* A large ledger's book has hundreds of thousands of rows: it is written at so many. */
#define BOOK_ROWS 65536

struct balance_book *
postings_book(struct store *store, int64_t programme)
{
	struct balance_book *book = g_hash_table_lookup(store->books, &programme);

	if (!book) {
		book = balance_book_new();
		g_hash_table_insert(
		    store->books, g_memdup2(&programme, sizeof(programme)), book);
	}
	return book;
}

bool
postings_write(struct store *store, int64_t programme, GError **error)
{
	struct balance_book *book = postings_book(store, programme);
	g_autoptr(GPtrArray) rows = balance_book_sorted(book);

	for (guint at = 0; at < rows->len; at += STORE_PIECE) {
		sqlite3_stmt *st = statement_get(store, STATEMENT_ADD_BALANCES, error);

		if (!st)
			return false;
		sqlite3_bind_int64(st, 1, programme);
		if (!batch_run(store, BATCH_BALANCES, rows->pdata + at,
		        MIN(rows->len - at, STORE_PIECE), st, error))
			return false;
	}
	balance_book_clear(book);
	return true;
}

bool
postings_facet(struct store *store, int64_t action, struct facet *ret, bool *ret_removed,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_FACET_OF_ACTION, error);
	int rc;

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, action);
	rc = statement_step(store, st, error);
	if (!rc)
		return false;
	memset(ret, 0, sizeof(*ret));
	ret->action = action;
	*ret_removed = true;
	if (rc == SQLITE_ROW) {
		ret->unit = sqlite3_column_int64(st, 0);
		ret->area = sqlite3_column_int64(st, 1);
		ret->kind = (enum kind)column_word(st, 2, kind_words);
		ret->counts = sqlite3_column_int(st, 3) != 0;
		*ret_removed = sqlite3_column_int(st, 4) != 0;
	}
	sqlite3_reset(st);
	return true;
}

/* Add (sign 1) or take back (-1) everything that falls on a line. */
static bool
post_line(struct balance_book *book, struct facet facet, const struct line *line,
    const GArray *targets, const GArray *cube, int sign, GError **error)
{
	facet.recipient = line->unit;
	facet.cost_kind = line->cost_kind;
	for (guint i = 0; i < targets->len; i++) {
		const struct target *t = &g_array_index(targets, struct target, i);

		if (t->line == line->id && !balance_book_target(book, &facet, t->year,
		                               sign * t->ore, sign, error))
			return false;
	}
	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);

		if (!balance_book_saving(
		        book, &facet, c->month, sign * c->ore, sign * c->reports, error))
			return false;
	}
	return true;
}

static bool
same_class(const struct facet *a, const struct facet *b)
{
	return a->unit == b->unit && a->area == b->area && a->kind == b->kind &&
	       a->counts == b->counts;
}

bool
postings_move(struct store *store, int64_t programme, const struct facet *from,
    const struct facet *to, GError **error)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(struct target));
	struct balance_book *book = postings_book(store, programme);

	if ((!from && !to) || (from && to && same_class(from, to)))
		return true;
	if (!store_read_lines(store, from ? from->action : to->action, STORE_NOW, lines,
	        targets, error))
		return false;
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		g_autoptr(GArray) cube = NULL;

		if (!store_read_cube(
		        store, INT64_MAX, line->id, 0, 999999, &cube, error) ||
		    (from && !post_line(book, *from, line, targets, cube, -1, error)) ||
		    (to && !post_line(book, *to, line, targets, cube, 1, error)))
			return false;
	}
	return true;
}

bool
store_add_saving(struct store *store, int64_t programme, const struct facet *facet,
    const struct new_saving *s, int64_t *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ADD_SAVING, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, store->change);
	sqlite3_bind_int64(st, 2, programme);
	sqlite3_bind_int64(st, 3, s->line);
	sqlite3_bind_int(st, 4, s->month);
	sqlite3_bind_int64(st, 5, s->ore);
	sqlite3_bind_int(st, 6, s->reports);
	bind_id(st, 7, s->corrects);
	bind_text_or_null(st, 8, s->ref);
	bind_text_or_null(st, 9, s->document);
	bind_text_or_null(st, 10, s->comment);
	if (!statement_run(store, st, error))
		return false;
	if (sqlite3_changes(store->db) == 0) {
		*ret = 0;
		return true;
	}
	*ret = sqlite3_last_insert_rowid(store->db);
	return balance_book_saving(
	    postings_book(store, programme), facet, s->month, s->ore, s->reports, error);
}

bool
store_post_saving(struct store *store, int64_t programme, const struct facet *facet,
    int month, int64_t ore, int reports, GError **error)
{
	struct balance_book *book = postings_book(store, programme);

	return balance_book_saving(book, facet, month, ore, reports, error) &&
	       (balance_book_size(book) < BOOK_ROWS ||
	           postings_write(store, programme, error));
}

/* Which rows of a batch are in the ledger because of it: the first row of a key that was
 * not there before. */
static bool
find_added(struct store *store, int64_t programme, const struct new_saving *savings,
    size_t n, int64_t before, bool *ret_added, GError **error)
{
	g_autoptr(GHashTable) taken =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

	for (size_t i = 0; i < n; i++) {
		struct known_saving known;

		if (!store_find_saving(store, programme, savings[i].line,
		        savings[i].month, savings[i].ref, &known, error))
			return false;
		ret_added[i] =
		    known.id > before &&
		    g_hash_table_add(taken, g_memdup2(&known.id, sizeof(known.id)));
	}
	return true;
}

bool
store_add_savings(struct store *store, int64_t programme,
    const struct new_saving *savings, size_t n, bool *ret_added, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_MAX_saving, error);
	int64_t before;

	if (!statement_number(store, st, &before, error))
		return false;
	st = statement_get(store, STATEMENT_ADD_SAVINGS, error);
	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, store->change);
	sqlite3_bind_int64(st, 2, programme);
	if (!batch_run(store, BATCH_SAVINGS, savings, n, st, error))
		return false;
	if ((size_t)sqlite3_changes64(store->db) < n)
		return find_added(store, programme, savings, n, before, ret_added, error);
	for (size_t i = 0; i < n; i++)
		ret_added[i] = true;
	return true;
}

bool
store_find_saving(struct store *store, int64_t programme, int64_t line, int month,
    const char *ref, struct known_saving *ret, GError **error)
{
	bool own = !ref || !ref[0];
	sqlite3_stmt *st = statement_get(
	    store, own ? STATEMENT_SAVING_OWN : STATEMENT_SAVING_BY_REF, error);
	sqlite3_stmt *sum;
	int rc;

	if (!st)
		return false;
	if (own) {
		sqlite3_bind_int64(st, 1, line);
		sqlite3_bind_int(st, 2, month);
	} else {
		sqlite3_bind_int64(st, 1, programme);
		bind_text(st, 2, ref);
	}
	rc = statement_step(store, st, error);
	if (!rc)
		return false;
	memset(ret, 0, sizeof(*ret));
	if (rc == SQLITE_DONE)
		return true;
	ret->id = sqlite3_column_int64(st, 0);
	ret->line = sqlite3_column_int64(st, 1);
	ret->month = sqlite3_column_int(st, 2);
	sqlite3_reset(st);
	sum = statement_get(store, STATEMENT_SAVING_SUM, error);
	if (!sum)
		return false;
	sqlite3_bind_int64(sum, 1, ret->id);
	if (statement_step(store, sum, error) != SQLITE_ROW)
		return false;
	ret->ore = sqlite3_column_int64(sum, 0);
	ret->reports = sqlite3_column_int(sum, 1);
	ret->in_this_change = store->in_change && ret->id > store->bases[FACT_saving];
	sqlite3_reset(sum);
	return true;
}

bool
store_read_savings(struct store *store, int64_t programme, int64_t line,
    int64_t last_saving, saving_func func, void *user, GError **error)
{
	sqlite3_stmt *st = statement_get(
	    store, line ? STATEMENT_SAVINGS_OF_LINE : STATEMENT_SAVINGS, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, line ? line : programme);
		if (line)
			sqlite3_bind_int64(st, 2, last_saving);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct saving s = { .id = sqlite3_column_int64(st, 0),
			.line = sqlite3_column_int64(st, 1),
			.month = sqlite3_column_int(st, 2),
			.ore = sqlite3_column_int64(st, 3),
			.ref = column_text(st, 5),
			.own_ref = sqlite3_column_type(st, 5) != SQLITE_NULL,
			.document = column_text(st, 6),
			.comment = column_text(st, 7) };

		if (sqlite3_column_int(st, 4) > 0 && !func(user, &s, error)) {
			sqlite3_reset(st);
			return false;
		}
	}
	return rc != 0;
}

bool
store_read_cube(struct store *store, int64_t last_saving, int64_t line, int from, int to,
    GArray **ret, GError **error)
{
	g_autoptr(GArray) cube = g_array_new(FALSE, FALSE, sizeof(struct cube_cell));
	sqlite3_stmt *st =
	    statement_get(store, line ? STATEMENT_CUBE_OF_LINE : STATEMENT_CUBE, error);
	struct cube_cell cell = { 0 };
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, last_saving);
		if (line) {
			sqlite3_bind_int64(st, 2, line);
			sqlite3_bind_int(st, 3, from);
			sqlite3_bind_int(st, 4, to);
		}
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		int64_t of = sqlite3_column_int64(st, 0);
		int month = sqlite3_column_int(st, 1);

		if (month < from || month > to)
			continue;
		if (of != cell.line || month != cell.month) {
			if (cell.line)
				g_array_append_val(cube, cell);
			cell = (struct cube_cell){ .line = of, .month = month };
		}
		if (!money_add(cell.ore, sqlite3_column_int64(st, 2), &cell.ore)) {
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
			    "Summan av utfallen blir för stor att räkna med.");
			sqlite3_reset(st);
			return false;
		}
		cell.reports += sqlite3_column_int(st, 3);
	}
	if (!rc)
		return false;
	if (cell.line)
		g_array_append_val(cube, cell);
	*ret = g_steal_pointer(&cube);
	return true;
}
