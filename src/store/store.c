/* store.c - open, close, and the change that every write belongs to. */
#include "store/store.h"

#include <string.h>

#include "base/error.h"
#include "store/batch.h"
#include "store/db.h"
#include "store/db_public.h"
#include "store/digest.h"
#include "store/postings.h"
#include "store/statement.h"

/* SQLite tells of each row that is added: which tables the change under way adds to, and
 * from where. */
static void
note_row(
    void *user, int operation, const char *database, const char *table, sqlite3_int64 id)
{
	struct store *store = user;
	enum fact_table fact;

	(void)database;
	if (operation != SQLITE_INSERT || table == store->noted)
		return;
	store->noted = table;
	fact = digest_table(table);
	if (fact != FACT__N)
		store->bases[fact] = MIN(store->bases[fact], id - 1);
}

static struct store *
store_new(sqlite3 *db, const char *path, bool read_only)
{
	struct store *store = g_new0(struct store, 1);

	store->db = db;
	store->path = g_strdup(path);
	store->read_only = read_only;
	store->batches = g_new0(struct batch, BATCH__N);
	store->bases = g_new0(int64_t, FACT__N);
	store->books = g_hash_table_new_full(
	    g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)balance_book_free);
	sqlite3_update_hook(db, note_row, store);
	return store;
}

bool
store_open(const char *path, bool write, struct store **ret, GError **error)
{
	struct store *store;
	sqlite3 *db;
	bool read_only;

	if (!db_open(path, write, &db, &read_only, error))
		return false;
	store = store_new(db, path, read_only);
	if (write && !batch_register(db, store->batches, error)) {
		store_close(store);
		return false;
	}
	*ret = store;
	return true;
}

bool
store_create(const char *path, struct store **ret, GError **error)
{
	return db_create(path, error) && store_open(path, true, ret, error);
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	if (store->in_change)
		store_rollback(store);
	for (int i = 0; i < STATEMENT__N; i++)
		sqlite3_finalize(store->statements[i]);
	sqlite3_close(store->db);
	g_hash_table_destroy(store->books);
	g_free(store->bases);
	g_free(store->batches);
	g_free(store->path);
	g_free(store);
}

bool
store_read_only(const struct store *store)
{
	return store->read_only;
}

bool
store_backup(struct store *store, const char *path, bool overwrite, GError **error)
{
	return db_backup(store->db, path, overwrite, error);
}

bool
store_set_public(struct store *store, bool there, int *ret, GError **error)
{
	int64_t n;

	if (!db_public_set(store->db, there, error) ||
	    !db_public_count(store->db, &n, error))
		return false;
	*ret = (int)n;
	return true;
}

static bool
run(struct store *store, enum statement which, GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);

	return st && statement_run(store, st, error);
}

bool
store_data_version(struct store *store, int64_t *ret, GError **error)
{
	return statement_number(
	    store, statement_get(store, STATEMENT_DATA_VERSION, error), ret, error);
}

void
store_set_wait(struct store *store, bool (*wait)(void *user, int waited_ms), void *user)
{
	store->wait = (struct db_wait){ wait, user, 0 };
	db_set_wait(store->db, &store->wait);
}

const char *
store_answer_behind(const char *message)
{
	return db_answer_behind(message);
}

bool
store_begin_read(struct store *store, GError **error)
{
	return run(store, STATEMENT_BEGIN_READ, error);
}

void
store_end_read(struct store *store)
{
	run(store, STATEMENT_COMMIT, NULL);
}

void
change_clear(struct change *change)
{
	g_clear_pointer(&change->who, g_free);
	g_clear_pointer(&change->verb, g_free);
	g_clear_pointer(&change->note, g_free);
}

static void
change_from_row(sqlite3_stmt *st, struct change *ret)
{
	ret->number = sqlite3_column_int64(st, 0);
	ret->at_ms = sqlite3_column_int64(st, 1);
	ret->who = g_strdup(column_text(st, 2));
	ret->verb = g_strdup(column_text(st, 3));
	ret->note = g_strdup(column_text(st, 4));
	ret->undoes = sqlite3_column_int64(st, 5);
	ret->last_saving = sqlite3_column_int64(st, 6);
}

/* The last change with its digest; all zero before the first. */
static bool
last_change(struct store *store, struct change *ret, guint8 *digest, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_LAST_CHANGE, error);
	int rc = st ? statement_step(store, st, error) : 0;

	if (!rc)
		return false;
	memset(ret, 0, sizeof(*ret));
	memset(digest, 0, DIGEST_SIZE);
	if (rc == SQLITE_ROW) {
		ret->number = sqlite3_column_int64(st, 0);
		ret->at_ms = sqlite3_column_int64(st, 1);
		ret->who = g_strdup(column_text(st, 2));
		if (sqlite3_column_bytes(st, 3) == DIGEST_SIZE)
			memcpy(digest, sqlite3_column_blob(st, 3), DIGEST_SIZE);
		ret->last_saving = sqlite3_column_int64(st, 4);
	}
	sqlite3_reset(st);
	return true;
}

bool
store_last_change(struct store *store, struct change *ret, GError **error)
{
	guint8 digest[DIGEST_SIZE];

	return last_change(store, ret, digest, error);
}

bool
store_change(struct store *store, int64_t number, struct change *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_CHANGE, error);
	int rc;

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, number);
	rc = statement_step(store, st, error);
	if (rc == SQLITE_ROW)
		change_from_row(st, ret);
	else if (rc == SQLITE_DONE)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Ändring %d finns inte. \"sparplan logg\" visar dem som finns.",
		    (int)number);
	sqlite3_reset(st);
	return rc == SQLITE_ROW;
}

bool
store_change_at(struct store *store, int64_t at_ms, int64_t *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_CHANGE_AT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, at_ms);
	return statement_number(store, st, ret, error);
}

bool
store_changes(struct store *store, GArray **ret, GError **error)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct change));
	sqlite3_stmt *st = statement_get(store, STATEMENT_CHANGES, error);
	int rc = 0;

	g_array_set_clear_func(all, (GDestroyNotify)change_clear);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct change change;

		change_from_row(st, &change);
		g_array_prepend_val(all, change);
	}
	if (!rc) {
		g_array_unref(all);
		return false;
	}
	*ret = all;
	return true;
}

bool
store_begin(struct store *store, GError **error)
{
	struct change last;

	g_return_val_if_fail(!store->in_change, false);
	if (store->read_only) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s får du läsa men inte ändra. Be en controller om skrivrätt.",
		    store->path);
		return false;
	}
	if (!run(store, STATEMENT_BEGIN, error))
		return false;
	store->in_change = true;
	if (!store_last_change(store, &last, error)) {
		store_rollback(store);
		return false;
	}
	store->noted = NULL;
	for (int t = 0; t < FACT__N; t++)
		store->bases[t] = FACTS_NONE;
	store->change = last.number + 1;
	change_clear(&last);
	return true;
}

bool
store_adds_to_plan(const struct store *store)
{
	/* what store_read_plan does not read */
	static const enum fact_table beside[] = { FACT_saving, FACT_verification,
		FACT_round, FACT_round_state, FACT_status_report, FACT_forecast,
		FACT_issued };
	int tables = 0;

	for (int t = 0; t < FACT__N; t++)
		tables += store->bases[t] != FACTS_NONE;
	for (size_t i = 0; i < G_N_ELEMENTS(beside); i++)
		tables -= store->bases[beside[i]] != FACTS_NONE;
	return tables > 0;
}

int64_t
store_change_number(const struct store *store)
{
	return store->change;
}

static bool
write_balances(struct store *store, GError **error)
{
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, store->books);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		if (!postings_write(store, *(const int64_t *)key, error))
			return false;
	return true;
}

static bool
write_change(struct store *store, const struct change *change, const guint8 *digest,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ADD_CHANGE, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, change->number);
	sqlite3_bind_int64(st, 2, change->at_ms);
	bind_text(st, 3, change->who);
	bind_text(st, 4, change->verb);
	bind_text(st, 5, change->note);
	bind_id(st, 6, change->undoes);
	sqlite3_bind_int64(st, 7, change->last_saving);
	sqlite3_bind_blob(st, 8, digest, DIGEST_SIZE, SQLITE_STATIC);
	return statement_run(store, st, error);
}

static bool
finish(struct store *store, struct change *change, int64_t now_ms, int64_t *ret_facts,
    GError **error)
{
	guint8 before[DIGEST_SIZE], digest[DIGEST_SIZE];
	struct change last;
	sqlite3_stmt *st;

	if (!last_change(store, &last, before, error))
		return false;
	/* history's clock never goes back, whatever the machine's does */
	change->at_ms = MAX(now_ms, last.number ? last.at_ms + 1 : now_ms);
	change_clear(&last);
	st = statement_get(store, STATEMENT_MAX_saving, error);
	return statement_number(store, st, &change->last_saving, error) &&
	       digest_make(
	           store, change, before, store->bases, digest, ret_facts, error) &&
	       (*ret_facts == 0 ||
	           (write_balances(store, error) && postings_places(store, error) &&
	               write_change(store, change, digest, error)));
}

bool
store_commit(struct store *store, int64_t now_ms, const char *who, const char *verb,
    const char *note, int64_t undoes, int64_t *ret_number, GError **error)
{
	g_autofree char *who_copy = g_strdup(who);
	g_autofree char *verb_copy = g_strdup(verb);
	g_autofree char *note_copy = g_strdup(note ? note : "");
	struct change change = { .number = store->change,
		.who = who_copy,
		.verb = verb_copy,
		.note = note_copy,
		.undoes = undoes };
	int64_t facts = 0;

	if (!finish(store, &change, now_ms, &facts, error)) {
		store_rollback(store);
		return false;
	}
	if (facts == 0) {
		store_rollback(store);
		*ret_number = 0;
		return true;
	}
	if (!run(store, STATEMENT_COMMIT, error)) {
		store_rollback(store);
		return false;
	}
	store->in_change = false;
	store->change = 0;
	g_hash_table_remove_all(store->books);
	*ret_number = change.number;
	return true;
}

void
store_rollback(struct store *store)
{
	run(store, STATEMENT_ROLLBACK, NULL);
	store->in_change = false;
	store->change = 0;
	g_hash_table_remove_all(store->books);
}
