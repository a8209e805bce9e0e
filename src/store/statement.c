/* statement.c - one const table of SQL, prepared when first asked for. */
#include "store/statement.h"

#include <string.h>

#include "store/db.h"

const char *const statement_sql[STATEMENT__N] = {
#define STATEMENT(name, sql) [STATEMENT_##name] = sql,
#include "store/statement_list.h"
#undef STATEMENT
};

sqlite3_stmt *
statement_get(struct store *store, enum statement which, GError **error)
{
	sqlite3_stmt **st = &store->statements[which];

	if (*st) {
		sqlite3_reset(*st);
		return *st;
	}
	int rc = sqlite3_prepare_v3(
	    store->db, statement_sql[which], -1, SQLITE_PREPARE_PERSISTENT, st, NULL);

	if (rc != SQLITE_OK) {
		db_set_error(store->db, rc, error);
		return NULL;
	}
	return *st;
}

sqlite3_stmt *
statement_as_of(struct store *store, enum statement which, int64_t about, int64_t change,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);

	if (st) {
		sqlite3_bind_int64(st, 1, about);
		sqlite3_bind_int64(st, 2, change);
	}
	return st;
}

sqlite3_stmt *
statement_add(struct store *store, enum statement which, GError **error)
{
	sqlite3_stmt *st = statement_get(store, which, error);

	if (st)
		sqlite3_bind_int64(st, 1, store->change);
	return st;
}

int
statement_step(struct store *store, sqlite3_stmt *st, GError **error)
{
	int rc = sqlite3_step(st);

	if (rc == SQLITE_ROW)
		return rc;
	if (rc != SQLITE_DONE)
		db_set_error(store->db, rc, error);
	sqlite3_reset(st);
	return rc == SQLITE_DONE ? rc : 0;
}

bool
statement_run(struct store *store, sqlite3_stmt *st, GError **error)
{
	int rc = statement_step(store, st, error);

	sqlite3_reset(st);
	return rc != 0;
}

bool
statement_number(struct store *store, sqlite3_stmt *st, int64_t *ret, GError **error)
{
	int rc = st ? statement_step(store, st, error) : 0;

	if (!rc)
		return false;
	*ret = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_reset(st);
	return true;
}

bool
statement_each(
    struct store *store, sqlite3_stmt *st, statement_row row, void *user, GError **error)
{
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW)
		row(user, st);
	return rc != 0;
}

void
bind_text(sqlite3_stmt *st, int index, const char *text)
{
	sqlite3_bind_text(st, index, text ? text : "", -1, SQLITE_STATIC);
}

void
bind_text_or_null(sqlite3_stmt *st, int index, const char *text)
{
	if (text && text[0])
		sqlite3_bind_text(st, index, text, -1, SQLITE_STATIC);
	else
		sqlite3_bind_null(st, index);
}

void
bind_id(sqlite3_stmt *st, int index, int64_t id)
{
	if (id)
		sqlite3_bind_int64(st, index, id);
	else
		sqlite3_bind_null(st, index);
}

void
bind_amount(sqlite3_stmt *st, int index, struct amount amount)
{
	if (amount.known)
		sqlite3_bind_int64(st, index, amount.ore);
	else
		sqlite3_bind_null(st, index);
}

struct amount
column_amount(sqlite3_stmt *st, int index)
{
	if (sqlite3_column_type(st, index) == SQLITE_NULL)
		return AMOUNT_NONE;
	return amount_of(sqlite3_column_int64(st, index));
}

const char *
column_text(sqlite3_stmt *st, int index)
{
	const unsigned char *text = sqlite3_column_text(st, index);

	return text ? (const char *)text : "";
}

int
column_word(sqlite3_stmt *st, int index, const struct word *words)
{
	const char *text = column_text(st, index);

	for (const struct word *w = words; w->text; w++)
		if (strcmp(w->text, text) == 0)
			return w->value;
	return 0;
}
