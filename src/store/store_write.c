/* store_write.c - adding facts about the register, rounds and adjustments. */
#include "base/error.h"
#include "store/batch.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/postings.h"
#include "store/statement.h"

static bool
insert_id(struct store *store, sqlite3_stmt *st, int64_t *ret, GError **error)
{
	if (!statement_run(store, st, error))
		return false;
	*ret = sqlite3_last_insert_rowid(store->db);
	return true;
}

bool
store_name_programme(
    struct store *store, int64_t programme, const char *name, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_PROGRAMME_VERSION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, name);
	return statement_run(store, st, error);
}

bool
store_add_programme(
    struct store *store, const char *code, const char *name, int64_t *ret, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_PROGRAMME, error);
	int64_t id;

	if (!st)
		return false;
	bind_text(st, 2, code);
	if (!insert_id(store, st, &id, error) ||
	    !store_name_programme(store, id, name, error))
		return false;
	*ret = id;
	return true;
}

static bool
add_named(struct store *store, enum statement which, int64_t owner, const char *name,
    int64_t *ret, GError **error)
{
	sqlite3_stmt *st = statement_add(store, which, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, owner);
	bind_text(st, 3, name);
	return insert_id(store, st, ret, error);
}

bool
store_add_unit(struct store *store, int64_t programme, const char *name, int64_t *ret,
    GError **error)
{
	return add_named(store, STATEMENT_ADD_UNIT, programme, name, ret, error);
}

bool
store_add_area(struct store *store, int64_t programme, const char *name, int64_t *ret,
    GError **error)
{
	return add_named(store, STATEMENT_ADD_AREA, programme, name, ret, error);
}

bool
store_add_action(struct store *store, int64_t programme, const char *code, int64_t *ret,
    GError **error)
{
	return add_named(store, STATEMENT_ADD_ACTION, programme, code, ret, error);
}

bool
store_find_action(struct store *store, int64_t programme, const char *code, int64_t *ret,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ACTION_BY_CODE, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, programme);
	bind_text(st, 2, code);
	return statement_number(store, st, ret, error);
}

static void
bind_version(sqlite3_stmt *st, const struct action *a, int64_t unit, int64_t area)
{
	sqlite3_bind_int64(st, 2, a->id);
	sqlite3_bind_int(st, 3, a->version);
	sqlite3_bind_int(st, 4, a->removed);
	bind_text(st, 5, a->name);
	sqlite3_bind_int64(st, 6, unit);
	bind_id(st, 7, area);
	bind_text(st, 8, word_text(kind_words, (int)a->kind));
	sqlite3_bind_int(st, 9, a->counts);
	bind_text(st, 10, a->owner);
	bind_text(st, 11, word_text(status_words, (int)a->status));
	sqlite3_bind_int(st, 12, a->stage);
	bind_text(st, 13, word_text(basis_words, (int)a->basis));
	bind_text(st, 14, a->plan_ready);
	bind_text(st, 15, a->start);
	bind_text(st, 16, a->finish);
	bind_text(st, 17, a->indicator);
	bind_text(st, 18, a->description);
}

bool
store_add_version(struct store *store, int64_t programme, const struct action *action,
    int64_t unit, int64_t area, GError **error)
{
	struct facet before = { 0 }, after = { .action = action->id,
		.unit = unit,
		.area = area,
		.kind = action->kind,
		.counts = action->counts };
	bool was_removed = true;
	sqlite3_stmt *st;
	int rc;

	if (action->version > 1 &&
	    !postings_facet(store, action->id, &before, &was_removed, error))
		return false;
	st = statement_add(store, STATEMENT_ADD_VERSION, error);
	if (!st)
		return false;
	bind_version(st, action, unit, area);
	rc = sqlite3_step(st);
	sqlite3_reset(st);
	if (rc == SQLITE_CONSTRAINT_UNIQUE) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
		    "%s har ändrats av någon annan under tiden. Läs om och gör ändringen "
		    "igen.",
		    action->code);
		return false;
	}
	if (rc != SQLITE_DONE) {
		db_set_error(store->db, rc, error);
		return false;
	}
	return action->version == 1 ||
	       postings_move(store, programme, was_removed ? NULL : &before,
	           action->removed ? NULL : &after, error);
}

static bool
run_after(struct store *store, enum statement which, int64_t base, GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, base);
	return statement_run(store, st, error);
}

bool
postings_places(struct store *store, GError **error)
{
	int64_t base = store->bases[FACT_action_version];

	return base == FACTS_NONE ||
	       (run_after(store, STATEMENT_LEAVE_PLACES, base, error) &&
	           run_after(store, STATEMENT_TAKE_PLACES, base, error));
}

bool
store_latest_version(struct store *store, int64_t action, int *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ACTION_VERSION, error);
	int64_t latest;

	if (st)
		sqlite3_bind_int64(st, 1, action);
	if (!statement_number(store, st, &latest, error))
		return false;
	*ret = (int)latest;
	return true;
}

bool
store_need_line(struct store *store, int64_t action, int64_t unit, enum cost_kind kind,
    int64_t *ret, GError **error)
{
	const char *word = word_text(cost_kind_words, (int)kind);
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_LINE, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, action);
	bind_id(st, 3, unit);
	bind_text(st, 4, word);
	if (!insert_id(store, st, ret, error))
		return false;
	if (sqlite3_changes(store->db) > 0)
		return true;
	st = statement_get(store, STATEMENT_LINE_BY_KEY, error);
	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, action);
	sqlite3_bind_int64(st, 2, unit);
	bind_text(st, 3, word);
	if (statement_step(store, st, error) != SQLITE_ROW)
		return false;
	*ret = sqlite3_column_int64(st, 0);
	sqlite3_reset(st);
	return true;
}

bool
store_add_targets(struct store *store, int64_t programme,
    const struct new_target *targets, size_t n, GError **error)
{
	sqlite3_stmt *st = n ? statement_add(store, STATEMENT_ADD_TARGETS, error) : NULL;

	if (n && (!st || !batch_run(store, BATCH_TARGETS, targets, n, st, error)))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct new_target *t = &targets[i];
		int64_t delta = (t->amount.known ? t->amount.ore : 0) -
		                (t->before.known ? t->before.ore : 0);

		if (!balance_book_target(postings_book(store, programme), &t->facet,
		        t->year, delta, t->amount.known - t->before.known, error))
			return false;
	}
	return true;
}

bool
store_add_round(struct store *store, int64_t programme, const char *label, int cutoff,
    int64_t *ret, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_ROUND, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, label);
	sqlite3_bind_int(st, 4, cutoff);
	return insert_id(store, st, ret, error);
}

bool
store_add_report(struct store *store, const struct stored_report *r, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_REPORT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, r->action);
	sqlite3_bind_int64(st, 3, r->round);
	sqlite3_bind_int(st, 4, r->removed);
	bind_text(st, 5, word_text(status_words, (int)r->status));
	bind_text(st, 6, word_text(light_words, (int)r->light));
	bind_text(st, 7, r->comment);
	sqlite3_bind_int(st, 8, r->nothing_new);
	bind_text_or_null(st, 9, r->result);
	return statement_run(store, st, error);
}

bool
store_add_forecast(struct store *store, int64_t action, int64_t round, int year,
    struct amount amount, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_FORECAST, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, action);
	sqlite3_bind_int64(st, 3, round);
	sqlite3_bind_int(st, 4, year);
	bind_amount(st, 5, amount);
	return statement_run(store, st, error);
}

bool
store_add_requirement(
    struct store *store, int64_t programme, const struct requirement *r, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_REQUIREMENT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	sqlite3_bind_int(st, 3, r->year);
	bind_text(st, 4, word_text(kind_words, (int)r->kind));
	sqlite3_bind_int64(st, 5, r->ore);
	sqlite3_bind_int64(st, 6, r->difference_ore);
	bind_text(st, 7, r->reason);
	return statement_run(store, st, error);
}

bool
store_add_overlap(struct store *store, const struct overlap *o, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_OVERLAP, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, o->action);
	sqlite3_bind_int64(st, 3, o->other);
	sqlite3_bind_int(st, 4, o->year);
	bind_amount(st, 5, o->amount);
	bind_id(st, 6, o->yields);
	bind_text(st, 7, o->reason);
	return statement_run(store, st, error);
}

bool
store_add_reallocation(
    struct store *store, int64_t programme, const struct reallocation *r, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_REALLOCATION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, r->code);
	sqlite3_bind_int(st, 4, r->year);
	bind_text(st, 5, r->purpose);
	sqlite3_bind_int64(st, 6, r->ore);
	bind_text(st, 7, r->terms);
	bind_text(st, 8, r->funding);
	return statement_run(store, st, error);
}

bool
store_add_calculation(struct store *store, const struct calculation *c, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_CALCULATION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, c->area);
	bind_text(st, 3, c->period);
	sqlite3_bind_int64(st, 4, c->gross_ore);
	sqlite3_bind_int64(st, 5, c->cost_ore);
	sqlite3_bind_int64(st, 6, c->net_ore);
	sqlite3_bind_int(st, 7, c->whole_programme);
	bind_text(st, 8, c->source);
	return statement_run(store, st, error);
}

bool
store_add_benchmark(
    struct store *store, int64_t programme, const struct benchmark *b, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_BENCHMARK, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, b->code);
	bind_text(st, 4, b->name);
	bind_text(st, 5, b->period);
	bind_amount(st, 6, b->promised);
	bind_amount(st, 7, b->realised);
	bind_text(st, 8, b->source);
	return statement_run(store, st, error);
}
