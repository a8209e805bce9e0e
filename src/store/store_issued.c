/* store_issued.c - appendices that have been issued. */
#include "store/statement.h"

struct gather {
	GArray *all;
	GStringChunk *pool;
};

static const char *
keep(const struct gather *g, sqlite3_stmt *st, int column)
{
	return g_string_chunk_insert_const(g->pool, column_text(st, column));
}

static void
issued_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct issued i = { .number = sqlite3_column_int(st, 0),
		.book = keep(g, st, 1),
		.cutoff = sqlite3_column_int(st, 2),
		.as_of = sqlite3_column_int64(st, 3),
		.since = sqlite3_column_int64(st, 4),
		.unit = keep(g, st, 5),
		.action = keep(g, st, 6),
		.decision = keep(g, st, 7),
		.digest = keep(g, st, 8),
		.at_ms = sqlite3_column_int64(st, 9),
		.who = keep(g, st, 10),
		.change = sqlite3_column_int64(st, 11) };

	g_array_append_val(g->all, i);
}

bool
store_read_issued(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ISSUED, error);
	struct gather g = { g_array_new(FALSE, TRUE, sizeof(struct issued)), pool };
	bool ok;

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		sqlite3_bind_int64(st, 2, change);
	}
	ok = statement_each(store, st, issued_row, &g, error);
	if (ok)
		*ret = g.all;
	else
		g_array_unref(g.all);
	return ok;
}

static bool
next_number(struct store *store, int64_t programme, int *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_NEXT_ISSUED, error);
	int64_t next;

	if (st)
		sqlite3_bind_int64(st, 1, programme);
	if (!statement_number(store, st, &next, error))
		return false;
	*ret = (int)next;
	return true;
}

bool
store_add_issued(struct store *store, int64_t programme, const struct issued *issue,
    int64_t unit, int64_t action, int *ret, GError **error)
{
	sqlite3_stmt *st;
	int number;

	if (!next_number(store, programme, &number, error))
		return false;
	st = statement_get(store, STATEMENT_ADD_ISSUED, error);
	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, store->change);
	sqlite3_bind_int64(st, 2, programme);
	sqlite3_bind_int(st, 3, number);
	bind_text(st, 4, issue->book);
	sqlite3_bind_int(st, 5, issue->cutoff);
	sqlite3_bind_int64(st, 6, issue->as_of);
	if (issue->since < 0)
		sqlite3_bind_null(st, 7);
	else
		sqlite3_bind_int64(st, 7, issue->since);
	bind_id(st, 8, unit);
	bind_id(st, 9, action);
	bind_text(st, 10, issue->decision);
	bind_text(st, 11, issue->digest);
	if (!statement_run(store, st, error))
		return false;
	*ret = number;
	return true;
}
