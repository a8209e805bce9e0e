/* store_followup.c - reading rounds, status reports and forecasts. */
#include "store/statement.h"

bool
store_read_reports(struct store *store, int64_t programme, int64_t action, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct stored_report));
	sqlite3_stmt *st = statement_get(
	    store, action ? STATEMENT_REPORTS_OF_ACTION : STATEMENT_REPORTS, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, action ? action : programme);
		sqlite3_bind_int64(st, 2, change);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct stored_report r = { .action = sqlite3_column_int64(st, 0),
			.label = g_string_chunk_insert_const(pool, column_text(st, 1)),
			.cutoff = sqlite3_column_int(st, 2),
			.removed = sqlite3_column_int(st, 3) != 0,
			.status = (enum status)column_word(st, 4, status_words),
			.light = (enum light)column_word(st, 5, light_words),
			.comment = g_string_chunk_insert(pool, column_text(st, 6)),
			.nothing_new = sqlite3_column_int(st, 7) != 0,
			.round = sqlite3_column_int64(st, 9),
			.change = sqlite3_column_int64(st, 10),
			.result = g_string_chunk_insert(pool, column_text(st, 11)) };

		g_array_append_val(all, r);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&all);
	return true;
}

bool
store_any_round(struct store *store, int64_t programme, bool *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ANY_ROUND, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		rc = statement_step(store, st, error);
	}
	if (rc == 0)
		return false;
	sqlite3_reset(st);
	*ret = rc == SQLITE_ROW;
	return true;
}

bool
store_last_action(
    struct store *store, int64_t programme, int64_t change, int64_t *ret, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_LAST_ACTION, programme, change, error);
	int rc = st ? statement_step(store, st, error) : 0;

	if (rc == 0)
		return false;
	*ret = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_reset(st);
	return true;
}

static void
add_new(GArray *actions, int64_t action)
{
	if (actions->len == 0 ||
	    g_array_index(actions, int64_t, actions->len - 1) != action)
		g_array_append_val(actions, action);
}

bool
store_read_reported(
    struct store *store, int64_t programme, int cutoff, GArray **ret, GError **error)
{
	g_autoptr(GArray) actions = g_array_new(FALSE, FALSE, sizeof(int64_t));
	sqlite3_stmt *st;
	int64_t action = 0, round = 0;
	bool in_force = false, any;
	int rc = 0;

	if (!store_any_round(store, programme, &any, error))
		return false;
	if (!any) {
		*ret = g_steal_pointer(&actions);
		return true;
	}
	st = statement_get(store, STATEMENT_REPORTED, error);
	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		sqlite3_bind_int(st, 2, cutoff);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		int64_t next = sqlite3_column_int64(st, 0);

		/* what one round says does not take back what another does */
		if (next != action || sqlite3_column_int64(st, 1) != round) {
			if (in_force)
				add_new(actions, action);
			action = next;
			round = sqlite3_column_int64(st, 1);
		}
		in_force = sqlite3_column_int(st, 2) == 0;
	}
	if (!rc)
		return false;
	if (in_force)
		add_new(actions, action);
	*ret = g_steal_pointer(&actions);
	return true;
}

bool
store_read_forecast(struct store *store, int64_t action, int64_t round, int year,
    int64_t change, struct amount *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_FORECAST, error);
	int rc;

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, action);
	sqlite3_bind_int64(st, 2, round);
	sqlite3_bind_int(st, 3, year);
	sqlite3_bind_int64(st, 4, change);
	rc = statement_step(store, st, error);
	if (!rc)
		return false;
	*ret = rc == SQLITE_ROW ? column_amount(st, 0) : AMOUNT_NONE;
	sqlite3_reset(st);
	return true;
}

bool
store_read_rounds(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct stored_round));
	sqlite3_stmt *st = statement_get(store, STATEMENT_ROUNDS, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, programme);
		sqlite3_bind_int64(st, 2, change);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct stored_round r = { .id = sqlite3_column_int64(st, 0),
			.cutoff = sqlite3_column_int(st, 2),
			.label = g_string_chunk_insert_const(pool, column_text(st, 1)),
			.due = "" };

		g_array_append_val(all, r);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&all);
	return true;
}
