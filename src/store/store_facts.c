/* store_facts.c - what changes did, as sentences' parts: whose, which field, before,
 * after. */
#include <string.h>

#include "calendar/month.h"
#include "money/money_format.h"
#include "store/digest.h"
#include "store/statement.h"

struct teller {
	struct store *store;
	int64_t programme, change, action;
	fact_func func;
	void *user;
	int64_t told, limit; /* limit 0: none */
	bool full;           /* the limit is reached */
};

static bool
tell(struct teller *t, int64_t change, int64_t action, const char *code,
    const char *field, const char *before, const char *after, GError **error)
{
	struct fact fact = { change, action, code, field, before, after };

	if (t->full)
		return true;
	t->told++;
	t->full = t->limit && t->told >= t->limit;
	return t->func(t->user, &fact, error);
}

/* Rows of a statement bound to (programme, action, change) and, with a change, to the ids
 * it gave the table. */
static sqlite3_stmt *
facts_of(struct teller *t, enum statement which, enum fact_table table, GError **error)
{
	int64_t from = 1, to = INT64_MAX;
	sqlite3_stmt *st = statement_get(t->store, which, error);

	if (t->change && !digest_range(t->store, table, t->change, &from, &to, error))
		return NULL;
	if (st) {
		sqlite3_bind_int64(st, 4, from);
		sqlite3_bind_int64(st, 5, to);
		sqlite3_bind_int64(st, 1, t->programme);
		sqlite3_bind_int64(st, 2, t->action);
		sqlite3_bind_int64(st, 3, t->change);
	}
	return st;
}

typedef bool (*tell_func)(struct teller *t, sqlite3_stmt *st, GError **error);

static bool
tell_rows(struct teller *t, enum statement which, enum fact_table table, tell_func func,
    GError **error)
{
	sqlite3_stmt *st = facts_of(t, which, table, error);
	int rc = 0;

	while (st && (rc = statement_step(t->store, st, error)) == SQLITE_ROW && !t->full)
		if (!func(t, st, error)) {
			sqlite3_reset(st);
			return false;
		}
	if (rc)
		sqlite3_reset(st);
	return rc != 0;
}

static void
version_from_row(sqlite3_stmt *st, GStringChunk *pool, struct action *a)
{
	memset(a, 0, sizeof(*a));
	a->id = sqlite3_column_int64(st, 1);
	a->code = g_string_chunk_insert(pool, column_text(st, 2));
	a->version = sqlite3_column_int(st, 3);
	a->removed = sqlite3_column_int(st, 4) != 0;
	a->name = g_string_chunk_insert(pool, column_text(st, 5));
	a->unit = g_string_chunk_insert(pool, column_text(st, 6));
	a->area = g_string_chunk_insert(pool, column_text(st, 7));
	a->kind = (enum kind)column_word(st, 8, kind_words);
	a->counts = sqlite3_column_int(st, 9) != 0;
	a->owner = g_string_chunk_insert(pool, column_text(st, 10));
	a->status = (enum status)column_word(st, 11, status_words);
	a->stage = sqlite3_column_int(st, 12);
	a->basis = (enum basis)column_word(st, 13, basis_words);
	a->plan_ready = g_string_chunk_insert(pool, column_text(st, 14));
	a->start = g_string_chunk_insert(pool, column_text(st, 15));
	a->finish = g_string_chunk_insert(pool, column_text(st, 16));
	a->indicator = g_string_chunk_insert(pool, column_text(st, 17));
	a->description = g_string_chunk_insert(pool, column_text(st, 18));
}

static bool
tell_version(struct teller *t, int64_t change, const struct action *before,
    const struct action *after, GError **error)
{
	unsigned diff;

	if (before->id != after->id)
		return tell(
		    t, change, after->id, after->code, "åtgärd", "", after->name, error);
	if (before->removed != after->removed &&
	    !tell(t, change, after->id, after->code, "åtgärd",
	        after->removed ? after->name : "", after->removed ? "" : after->name,
	        error))
		return false;
	diff = action_diff(before, after);
	for (int f = 0; f < ACTION_FIELD__N; f++)
		if ((diff & (1u << f)) &&
		    !tell(t, change, after->id, after->code, action_fields[f].name,
		        action_get(before, (enum action_field)f),
		        action_get(after, (enum action_field)f), error))
			return false;
	return true;
}

/* Versions come action by action, so the one before is the row before. */
static bool
tell_versions(struct teller *t, GError **error)
{
	sqlite3_stmt *st =
	    facts_of(t, STATEMENT_FACT_VERSIONS, FACT_action_version, error);
	g_autoptr(GStringChunk) odd = g_string_chunk_new(512);
	g_autoptr(GStringChunk) even = g_string_chunk_new(512);
	struct action before = { 0 };
	int rc = 0, turn = 0;

	while (st && (rc = statement_step(t->store, st, error)) == SQLITE_ROW) {
		int64_t change = sqlite3_column_int64(st, 0);
		struct action after;

		turn = !turn;
		g_string_chunk_clear(turn ? odd : even);
		version_from_row(st, turn ? odd : even, &after);
		if ((t->change == 0 || change == t->change) &&
		    !tell_version(t, change, &before, &after, error)) {
			sqlite3_reset(st);
			return false;
		}
		before = after;
	}
	return rc != 0;
}

static bool
tell_target(struct teller *t, sqlite3_stmt *st, GError **error)
{
	g_autofree char *after = amount_mkr(column_amount(st, 4));
	g_autofree char *before = amount_mkr(column_amount(st, 5));
	int year = sqlite3_column_int(st, 3);
	g_autofree char *when =
	    year ? g_strdup_printf("%d", year) : g_strdup("ej årsfördelat");
	g_autofree char *field = g_strdup_printf(
	    "mål %s, %s, %s", when, column_text(st, 6), column_text(st, 7));

	return tell(t, sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
	    column_text(st, 2), field, before, after, error);
}

/* What stood before a correction. */
static bool
saving_before(struct teller *t, int64_t original, int64_t id, struct amount *ret,
    int *ret_reports, GError **error)
{
	sqlite3_stmt *st = statement_get(t->store, STATEMENT_FACT_SAVING_BEFORE, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, original);
	sqlite3_bind_int64(st, 2, id);
	if (statement_step(t->store, st, error) != SQLITE_ROW)
		return false;
	*ret_reports = sqlite3_column_int(st, 1);
	*ret = amount_of(sqlite3_column_int64(st, 0));
	sqlite3_reset(st);
	return true;
}

static bool
tell_saving(struct teller *t, sqlite3_stmt *st, GError **error)
{
	int64_t original = sqlite3_column_int64(st, 6);
	struct amount before = AMOUNT_NONE,
	              after = amount_of(sqlite3_column_int64(st, 4));
	int before_reports = 0, reports = sqlite3_column_int(st, 5);
	g_autofree char *month = month_text(sqlite3_column_int(st, 3));
	g_autofree char *field = g_strdup_printf(
	    "utfall %s, %s, %s", month, column_text(st, 7), column_text(st, 8));
	g_autofree char *was = NULL;
	g_autofree char *is = NULL;

	if (original) {
		if (!saving_before(t, original, sqlite3_column_int64(st, 9), &before,
		        &before_reports, error))
			return false;
		after.ore += before.ore;
	}
	was = amount_mkr(before_reports > 0 ? before : AMOUNT_NONE);
	is = amount_mkr(before_reports + reports > 0 ? after : AMOUNT_NONE);
	return tell(t, sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
	    column_text(st, 2), field, was, is, error);
}

/* What was said of a round that had been closed. */
#define LATE " (sen ändring)"

/* "försenad, röd: kommentar" */
static char *
report_words(sqlite3_stmt *st, int first, int result)
{
	GString *out = g_string_new(NULL);

	if (sqlite3_column_int(st, first))
		return g_string_free(out, FALSE);
	g_string_append(out, column_text(st, first + 1));
	if (column_text(st, first + 2)[0])
		g_string_append_printf(
		    out, "%s%s", out->len ? ", " : "", column_text(st, first + 2));
	if (sqlite3_column_int(st, first + 4))
		g_string_append_printf(
		    out, "%singet nytt att redovisa", out->len ? ", " : "");
	if (column_text(st, first + 3)[0])
		g_string_append_printf(
		    out, "%s%s", out->len ? ": " : "", column_text(st, first + 3));
	if (column_text(st, result)[0])
		g_string_append_printf(out, "%sresultat: %s", out->len ? " · " : "",
		    column_text(st, result));
	return g_string_free(out, FALSE);
}

static bool
tell_report(struct teller *t, sqlite3_stmt *st, GError **error)
{
	g_autofree char *after = report_words(st, 4, 15);
	g_autofree char *before = report_words(st, 9, 16);
	g_autofree char *field = g_strdup_printf(
	    "läge %s%s", column_text(st, 3), sqlite3_column_int(st, 14) ? LATE : "");

	return tell(t, sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
	    column_text(st, 2), field, before, after, error);
}

static bool
tell_forecast(struct teller *t, sqlite3_stmt *st, GError **error)
{
	g_autofree char *after = amount_mkr(column_amount(st, 5));
	g_autofree char *before = amount_mkr(column_amount(st, 6));
	g_autofree char *field =
	    g_strdup_printf("prognos %d, omgång %s%s", sqlite3_column_int(st, 4),
	        column_text(st, 3), sqlite3_column_int(st, 7) ? LATE : "");

	return tell(t, sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
	    column_text(st, 2), field, before, after, error);
}

/* Facts that are not about one action. */
static bool
tell_others(struct teller *t, GError **error)
{
	sqlite3_stmt *st = statement_get(t->store, STATEMENT_FACT_OTHERS, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, t->programme);
		sqlite3_bind_int64(st, 2, t->change);
	}
	while (st && (rc = statement_step(t->store, st, error)) == SQLITE_ROW) {
		g_autofree char *after = sqlite3_column_int(st, 3)
		                             ? g_strdup("")
		                             : amount_mkr(column_amount(st, 2));

		if (!tell(t, sqlite3_column_int64(st, 0), 0, "", column_text(st, 1), "",
		        after, error)) {
			sqlite3_reset(st);
			return false;
		}
	}
	return rc != 0;
}

/* Facts whose statement says them in words: settings, rounds, attests, decisions ...;
 * goals, indicators ... */
static bool
tell_words(struct teller *t, enum statement which, GError **error)
{
	sqlite3_stmt *st = statement_get(t->store, which, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, t->programme);
		sqlite3_bind_int64(st, 2, t->action);
		sqlite3_bind_int64(st, 3, t->change);
		/* a range, so that a change is found by the index and none is all */
		sqlite3_bind_int64(st, 4, t->change);
		sqlite3_bind_int64(st, 5, t->change ? t->change : INT64_MAX);
	}
	while (st && (rc = statement_step(t->store, st, error)) == SQLITE_ROW)
		if (!tell(t, sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
		        column_text(st, 2), column_text(st, 3), column_text(st, 4),
		        column_text(st, 5), error)) {
			sqlite3_reset(st);
			return false;
		}
	return rc != 0;
}

bool
store_facts(struct store *store, int64_t programme, int64_t change, int64_t action,
    int64_t limit, fact_func func, void *user, int64_t *ret_told, GError **error)
{
	struct teller t = { .store = store,
		.programme = programme,
		.change = change,
		.action = action,
		.func = func,
		.user = user,
		.limit = limit };

	if (!tell_versions(&t, error) ||
	    !tell_rows(&t, STATEMENT_FACT_TARGETS, FACT_target, tell_target, error) ||
	    !tell_rows(&t, STATEMENT_FACT_SAVINGS, FACT_saving, tell_saving, error) ||
	    !tell_rows(
	        &t, STATEMENT_FACT_REPORTS, FACT_status_report, tell_report, error) ||
	    !tell_rows(
	        &t, STATEMENT_FACT_FORECASTS, FACT_forecast, tell_forecast, error) ||
	    !tell_words(&t, STATEMENT_FACT_STEERING, error) ||
	    !tell_words(&t, STATEMENT_FACT_DECISIONS, error) ||
	    !tell_words(&t, STATEMENT_FACT_GOALS, error) ||
	    !tell_words(&t, STATEMENT_FACT_INDICATORS, error) ||
	    !tell_words(&t, STATEMENT_FACT_ASSIGNMENTS, error) ||
	    !tell_words(&t, STATEMENT_FACT_MEASUREMENTS, error) ||
	    (action == 0 && !tell_others(&t, error)))
		return false;
	if (ret_told)
		*ret_told = t.told;
	return true;
}

bool
store_count_facts(struct store *store, int64_t change, int64_t *ret, GError **error)
{
	*ret = 0;
	for (int t = 0; t < FACT__N; t++) {
		int64_t from, to;

		if (t == FACT_programme || t == FACT_unit || t == FACT_area ||
		    t == FACT_action || t == FACT_line || t == FACT_round)
			continue; /* names that other facts need */
		if (!digest_range(store, (enum fact_table)t, change, &from, &to, error))
			return false;
		*ret += to - from + 1;
	}
	return true;
}
