/* store_undo.c - taking a change back by new facts, and what that does to the balances.
 */
#include <string.h>

#include "base/error.h"
#include "store/digest.h"
#include "store/postings.h"
#include "store/statement.h"

struct undo {
	enum statement later, back;
};

static const struct undo undo_table[] = {
#define UNDO(name, later, back) { STATEMENT_LATER_##name, STATEMENT_BACK_##name },
#include "store/undo_list.h"
#undef UNDO
};

/*
 * Who undid whom: an undone change and its undoing cancel out, and a redo is an undoing
 * of an undoing.  Keys and values are change numbers (int64_t *).
 */
struct chains {
	GHashTable *undoes;    /* undoing -> undone */
	GHashTable *undone_by; /* undone -> undoing */
};

static bool
read_chains(struct store *store, struct chains *c, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_UNDOINGS, error);
	int rc = 0;

	c->undoes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	c->undone_by = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		int64_t by = sqlite3_column_int64(st, 0),
		        of = sqlite3_column_int64(st, 1);

		g_hash_table_insert(
		    c->undoes, g_memdup2(&by, sizeof(by)), g_memdup2(&of, sizeof(of)));
		g_hash_table_insert(
		    c->undone_by, g_memdup2(&of, sizeof(of)), g_memdup2(&by, sizeof(by)));
	}
	return rc != 0;
}

static void
chains_clear(struct chains *c)
{
	g_hash_table_destroy(c->undoes);
	g_hash_table_destroy(c->undone_by);
}

/* Does what the change (or the one it undoes or does again) said still stand? */
static bool
in_force(const struct chains *c, int64_t change)
{
	const int64_t *next;
	bool stands = true;

	while ((next = g_hash_table_lookup(c->undoes, &change)))
		change = *next;
	while ((next = g_hash_table_lookup(c->undone_by, &change))) {
		stands = !stands;
		change = *next;
	}
	return stands;
}

/* Has a change that still stands touched the same key later? */
static bool
touched_later(struct store *store, enum statement which, int64_t change,
    const struct chains *c, bool *ret, GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, change);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW)
		*ret |= in_force(c, sqlite3_column_int64(st, 0));
	return rc != 0;
}

/* Nothing may have been built upon what is taken back. */
static bool
check_untouched(struct store *store, int64_t change, GError **error)
{
	struct chains c;
	bool touched = false;
	bool ok = read_chains(store, &c, error);

	if (ok)
		touched = g_hash_table_contains(c.undone_by, &change);
	for (size_t i = 0; ok && !touched && i < G_N_ELEMENTS(undo_table); i++)
		ok = touched_later(
		    store, undo_table[i].later, change, &c, &touched, error);
	chains_clear(&c);
	if (!ok || !touched)
		return ok;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
	    "Ändring %d kan inte ångras: samma uppgift har ändrats senare. Rätta den i "
	    "stället.",
	    (int)change);
	return false;
}

/* The action's facet as its newest version has it, completed with the line's part. */
static bool
facet_of_row(struct store *store, sqlite3_stmt *st, int first, struct facet *ret,
    bool *ret_removed, GError **error)
{
	int64_t action = sqlite3_column_int64(st, first);
	int64_t recipient = sqlite3_column_int64(st, first + 1);
	enum cost_kind kind = (enum cost_kind)column_word(st, first + 2, cost_kind_words);

	if (!postings_facet(store, action, ret, ret_removed, error))
		return false;
	ret->recipient = recipient;
	ret->cost_kind = kind;
	return true;
}

static bool
post_targets(struct store *store, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_TARGETS_OF_CHANGE, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, store->change);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct amount now = column_amount(st, 2), before = column_amount(st, 3);
		struct facet facet;
		bool removed;

		if (!facet_of_row(store, st, 4, &facet, &removed, error))
			return false;
		if (!removed &&
		    !balance_book_target(
		        postings_book(store, sqlite3_column_int64(st, 7)), &facet,
		        sqlite3_column_int(st, 1), now.ore - before.ore,
		        now.known - before.known, error))
			return false;
	}
	return rc != 0;
}

static bool
post_savings(struct store *store, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_SAVINGS_OF_CHANGE, error);
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, store->change);
		sqlite3_bind_int64(st, 2, store->bases[FACT_saving]);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct facet facet;
		bool removed;

		if (!facet_of_row(store, st, 4, &facet, &removed, error))
			return false;
		if (!removed &&
		    !balance_book_saving(
		        postings_book(store, sqlite3_column_int64(st, 7)), &facet,
		        sqlite3_column_int(st, 1), sqlite3_column_int64(st, 2),
		        sqlite3_column_int(st, 3), error))
			return false;
	}
	return rc != 0;
}

static void
version_facet(sqlite3_stmt *st, int first, struct facet *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->action = sqlite3_column_int64(st, 0);
	ret->unit = sqlite3_column_int64(st, first);
	ret->area = sqlite3_column_int64(st, first + 1);
	ret->kind = (enum kind)column_word(st, first + 2, kind_words);
	ret->counts = sqlite3_column_int(st, first + 3) != 0;
}

/* Move the sums of every action whose class the new versions changed. */
static bool
post_versions(struct store *store, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_VERSIONS_OF_CHANGE, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, store->change);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct facet now, before;
		bool gone = sqlite3_column_int(st, 6) != 0;
		bool was_gone = sqlite3_column_int(st, 11) != 0;

		version_facet(st, 2, &now);
		version_facet(st, 7, &before);
		if (!postings_move(store, sqlite3_column_int64(st, 1),
		        was_gone ? NULL : &before, gone ? NULL : &now, error))
			return false;
	}
	return rc != 0;
}

bool
store_undo(struct store *store, int64_t change, GError **error)
{
	if (!check_untouched(store, change, error))
		return false;
	/* action versions come last in the table: targets and savings are put back and
	 * posted under the class that still holds, then whole actions move */
	for (size_t i = 0; i < G_N_ELEMENTS(undo_table); i++) {
		sqlite3_stmt *st = statement_get(store, undo_table[i].back, error);

		if (undo_table[i].back == STATEMENT_BACK_action_version &&
		    (!post_targets(store, error) || !post_savings(store, error)))
			return false;
		if (!st)
			return false;
		sqlite3_bind_int64(st, 1, change);
		sqlite3_bind_int64(st, 2, store->change);
		if (!statement_run(store, st, error))
			return false;
	}
	return post_versions(store, error);
}

bool
store_actions_of_change(struct store *store, int64_t change, GArray **ret, GError **error)
{
	g_autoptr(GArray) actions = g_array_new(FALSE, FALSE, sizeof(int64_t));
	sqlite3_stmt *st = statement_get(store, STATEMENT_ACTIONS_OF_CHANGE, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, change);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		int64_t id = sqlite3_column_int64(st, 0);

		g_array_append_val(actions, id);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&actions);
	return true;
}
