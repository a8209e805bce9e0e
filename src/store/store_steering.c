/* store_steering.c - settings, the state of rounds, attests, and what stages rest on. */
#include "base/error.h"
#include "store/statement.h"

/* Where rows are gathered. */
struct gather {
	GArray *all;
	GStringChunk *pool;
};

/* A statement's rows as a new array of `size` each. */
static bool
gather(struct store *store, sqlite3_stmt *st, size_t size, GStringChunk *pool,
    statement_row row, GArray **ret, GError **error)
{
	struct gather g = { g_array_new(FALSE, TRUE, (guint)size), pool };
	bool ok = statement_each(store, st, row, &g, error);

	if (ok)
		*ret = g.all;
	else
		g_array_unref(g.all);
	return ok;
}

/* Settings that rows are laid over. */
struct laid {
	struct settings *settings;
	GStringChunk *pool;
};

static void
setting_row(void *user, sqlite3_stmt *st)
{
	const struct laid *laid = user;

	settings_take(laid->settings, column_text(st, 0),
	    g_string_chunk_insert(laid->pool, column_text(st, 1)));
}

bool
store_read_settings(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, struct settings *settings, GError **error)
{
	struct laid laid = { settings, pool };

	return statement_each(store,
	    statement_as_of(store, STATEMENT_SETTINGS, programme, change, error),
	    setting_row, &laid, error);
}

bool
store_read_setting(struct store *store, int64_t programme, int64_t change,
    const char *name, GStringChunk *pool, struct settings *settings, GError **error)
{
	struct laid laid = { settings, pool };
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_SETTING, programme, change, error);

	if (st)
		bind_text(st, 3, name);
	return statement_each(store, st, setting_row, &laid, error);
}

static void
setting_said(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct setting_row r = { sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
		g_string_chunk_insert_const(g->pool, column_text(st, 2)),
		g_string_chunk_insert_const(g->pool, column_text(st, 3)) };

	g_array_append_val(g->all, r);
}

bool
store_read_setting_history(struct store *store, int64_t programme, const char *name,
    GStringChunk *pool, GArray **ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_SETTING_HISTORY, error);

	if (st) {
		bind_id(st, 1, programme);
		bind_text(st, 2, name);
	}
	return gather(
	    store, st, sizeof(struct setting_row), pool, setting_said, ret, error);
}

static void
round_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct stored_round r = { sqlite3_column_int64(st, 0), sqlite3_column_int(st, 2),
		g_string_chunk_insert_const(g->pool, column_text(st, 1)),
		g_string_chunk_insert_const(g->pool, column_text(st, 3)),
		sqlite3_column_int(st, 4) != 0 };

	g_array_append_val(g->all, r);
}

bool
store_read_round_states(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error)
{
	return gather(store,
	    statement_as_of(store, STATEMENT_ROUND_STATES, programme, change, error),
	    sizeof(struct stored_round), pool, round_row, ret, error);
}

static void
step_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct round_step step = { sqlite3_column_int64(st, 0),
		sqlite3_column_int64(st, 1), sqlite3_column_int(st, 2) != 0 };

	g_array_append_val(g->all, step);
}

bool
store_read_round_steps(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error)
{
	return gather(store,
	    statement_as_of(store, STATEMENT_ROUND_STEPS, programme, change, error),
	    sizeof(struct round_step), NULL, step_row, ret, error);
}

/* Rounds as their states follow each other: the last of a round is in force. */
struct last_closed {
	int64_t round; /* the one that is read */
	int open;      /* latest cut-off closed before it */
	int all;       /* the same with it */
};

static void
closed_row(void *user, sqlite3_stmt *st)
{
	struct last_closed *last = user;

	if (sqlite3_column_int64(st, 1) != last->round) {
		last->round = sqlite3_column_int64(st, 1);
		last->open = last->all;
	}
	last->all = sqlite3_column_int(st, 2) != 0
	                ? MAX(last->open, sqlite3_column_int(st, 0))
	                : last->open;
}

bool
store_last_closed(
    struct store *store, int64_t programme, int64_t change, int *ret, GError **error)
{
	struct last_closed last = { 0 };
	bool any;

	if (!store_any_round(store, programme, &any, error) ||
	    (any && !statement_each(store,
	                statement_as_of(
	                    store, STATEMENT_LAST_CLOSED, programme, change, error),
	                closed_row, &last, error)))
		return false;
	*ret = last.all;
	return true;
}

/* Rows of one key follow each other; the last is in force, and may be a withdrawal. */
static void
forecast_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct amount amount = column_amount(st, 4);
	struct forecast f = { sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 2),
		sqlite3_column_int(st, 1), sqlite3_column_int(st, 3), amount.ore };
	const struct forecast *last =
	    g->all->len ? &g_array_index(g->all, struct forecast, g->all->len - 1) : NULL;

	if (last && last->action == f.action && last->round == f.round &&
	    last->year == f.year)
		g_array_set_size(g->all, g->all->len - 1);
	if (amount.known)
		g_array_append_val(g->all, f);
}

bool
store_read_forecasts(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error)
{
	bool any;

	if (!store_any_round(store, programme, &any, error))
		return false;
	if (!any) {
		*ret = g_array_new(FALSE, TRUE, sizeof(struct forecast));
		return true;
	}
	return gather(store,
	    statement_as_of(store, STATEMENT_FORECASTS, programme, change, error),
	    sizeof(struct forecast), NULL, forecast_row, ret, error);
}

static void
finish_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct finish f = { sqlite3_column_int64(st, 0), sqlite3_column_int(st, 2),
		g_string_chunk_insert_const(g->pool, column_text(st, 1)) };

	g_array_append_val(g->all, f);
}

bool
store_read_finishes(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error)
{
	return gather(store,
	    statement_as_of(store, STATEMENT_FIRST_FINISH, programme, change, error),
	    sizeof(struct finish), pool, finish_row, ret, error);
}

/* ---- attests ------------------------------------------------------------------------
 */

/* Rows of one line and month follow each other: they are one cell. */
struct cube_gather {
	GArray *cube;
	bool fits;
};

static void
cube_row(void *user, sqlite3_stmt *st)
{
	struct cube_gather *g = user;
	struct cube_cell cell = { sqlite3_column_int64(st, 0), sqlite3_column_int(st, 1),
		sqlite3_column_int64(st, 2), sqlite3_column_int(st, 3) };
	struct cube_cell *last =
	    g->cube->len ? &g_array_index(g->cube, struct cube_cell, g->cube->len - 1)
	                 : NULL;

	if (!last || last->line != cell.line || last->month != cell.month) {
		g_array_append_val(g->cube, cell);
		return;
	}
	g->fits = money_add(last->ore, cell.ore, &last->ore) && g->fits;
	last->reports += cell.reports;
}

bool
store_read_unverified(struct store *store, int64_t programme, int64_t change,
    int64_t last_saving, int from, int to, GArray **ret, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_UNVERIFIED, programme, change, error);
	struct cube_gather g = { g_array_new(FALSE, FALSE, sizeof(struct cube_cell)),
		true };
	bool ok;

	if (st) {
		sqlite3_bind_int64(st, 3, last_saving);
		sqlite3_bind_int(st, 4, from);
		sqlite3_bind_int(st, 5, to);
	}
	ok = statement_each(store, st, cube_row, &g, error);
	if (ok && !g.fits) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
		    "Summan av utfallen blir för stor att räkna med.");
		ok = false;
	}
	if (ok)
		*ret = g.cube;
	else
		g_array_unref(g.cube);
	return ok;
}

static void
unverified_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct unverified_saving r = { sqlite3_column_int64(st, 0),
		sqlite3_column_int(st, 1), sqlite3_column_int64(st, 2),
		sqlite3_column_int(st, 3) };

	g_array_append_val(g->all, r);
}

bool
store_read_line_unverified(struct store *store, int64_t line, int64_t change,
    int64_t last_saving, GArray **ret, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_UNVERIFIED_OF_LINE, line, change, error);

	if (st)
		sqlite3_bind_int64(st, 3, last_saving);
	return gather(store, st, sizeof(struct unverified_saving), NULL, unverified_row,
	    ret, error);
}

static void
attested_row(void *user, sqlite3_stmt *st)
{
	struct gather *g = user;
	struct attested_row r = { sqlite3_column_int64(st, 0),
		sqlite3_column_int64(st, 1), sqlite3_column_int(st, 3) != 0,
		g_string_chunk_insert_const(g->pool, column_text(st, 2)) };

	g_array_append_val(g->all, r);
}

bool
store_read_attested(struct store *store, int64_t line, int month, GStringChunk *pool,
    GArray **ret, GError **error)
{
	return gather(store,
	    statement_as_of(store, STATEMENT_SAVINGS_TO_VERIFY, line, month, error),
	    sizeof(struct attested_row), pool, attested_row, ret, error);
}

/* ---- writing ------------------------------------------------------------------------
 */

bool
store_add_setting(struct store *store, int64_t programme, const char *name,
    const char *value, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_SETTING, error);

	if (!st)
		return false;
	bind_id(st, 2, programme);
	bind_text(st, 3, name);
	bind_text(st, 4, value);
	return statement_run(store, st, error);
}

bool
store_add_round_state(
    struct store *store, int64_t round, const char *due, bool closed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_ROUND_STATE, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, round);
	bind_text(st, 3, due);
	sqlite3_bind_int(st, 4, closed);
	return statement_run(store, st, error);
}

bool
store_add_verification(
    struct store *store, int64_t saving, bool standing, const char *note, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_VERIFICATION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, saving);
	sqlite3_bind_int(st, 3, standing);
	bind_text(st, 4, note);
	return statement_run(store, st, error);
}

bool
store_attested_own(struct store *store, const char *who, bool *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ATTESTED_OWN, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, store->change);
		bind_text(st, 2, who);
		rc = statement_step(store, st, error);
		*ret = rc == SQLITE_ROW;
		sqlite3_reset(st);
	}
	return rc != 0;
}

bool
store_add_decision(struct store *store, int64_t programme,
    const struct decision *decision, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_DECISION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, decision->code);
	bind_id(st, 4, decision->action);
	bind_text(st, 5, decision->day);
	bind_text(st, 6, decision->body);
	bind_text(st, 7, decision->paragraph);
	bind_text(st, 8, decision->journal);
	bind_text(st, 9, decision->outcome);
	bind_text(st, 10, decision->subject);
	bind_text_or_null(st, 11, decision->phase);
	bind_amount(st, 12, decision->amount);
	bind_text_or_null(st, 13, decision->note);
	return statement_run(store, st, error);
}

bool
store_add_assessment(
    struct store *store, const struct assessment *assessment, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_ASSESSMENT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, assessment->action);
	bind_text(st, 3, assessment->day);
	bind_text(st, 4, assessment->reference);
	bind_text(st, 5, assessment->conclusion);
	return statement_run(store, st, error);
}

bool
store_add_milestone(struct store *store, int64_t programme,
    const struct milestone *milestone, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_MILESTONE, error);

	if (!st)
		return false;
	bind_id(st, 2, milestone->action);
	bind_text(st, 3, milestone->name);
	bind_text(st, 4, milestone->due);
	bind_text(st, 5, milestone->reached);
	bind_id(st, 6, milestone->action ? 0 : programme);
	bind_text_or_null(st, 7, milestone->goal);
	return statement_run(store, st, error);
}
