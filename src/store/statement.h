/*
 * statement.h - prepared statements and their binds, for src/store only.
 *
 * A statement is prepared once, on first use, and reset when taken again.
 */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include <sqlite3.h>

#include "money/amount.h"
#include "plan/words.h"
#include "store/db.h"
#include "store/store.h"

enum statement {
#define STATEMENT(name, sql) STATEMENT_##name,
#include "store/statement_list.h"
#undef STATEMENT
	STATEMENT__N
};
extern const char *const statement_sql[STATEMENT__N];

struct batch;

struct store {
	sqlite3 *db;
	struct batch *batches; /* what the virtual tables show (batch.h) */
	char *path;
	bool read_only;
	sqlite3_stmt *statements[STATEMENT__N];
	/* the change under way */
	bool in_change;
	int64_t change; /* its number; 0 outside */
	int64_t *bases; /* id before the first it gave each fact table, or FACTS_NONE */
	const char *noted; /* the table of the latest row, as SQLite names it */
	struct db_wait wait;
	GHashTable *books; /* programme id -> struct balance_book * to be added */
};

/* Reset and ready for binds; NULL with *error when it cannot be prepared. */
sqlite3_stmt *statement_get(struct store *store, enum statement which, GError **error);
/* The same with ?1 the programme (or what else it is about) and ?2 the change bound. */
sqlite3_stmt *statement_as_of(struct store *store, enum statement which, int64_t about,
    int64_t change, GError **error);
/* Has the programme a round?  Without one nothing has been reported, forecast or closed,
 * and nobody needs to look. */
bool store_any_round(struct store *store, int64_t programme, bool *ret, GError **error);
/* An INSERT of a fact: ?1 is the change under way. */
sqlite3_stmt *statement_add(struct store *store, enum statement which, GError **error);
/* SQLITE_ROW; at the end SQLITE_DONE, and 0 with *error when it fails, and then it has
 * been reset.  Who takes fewer rows than there are resets it. */
int statement_step(struct store *store, sqlite3_stmt *st, GError **error);
/* Run one that returns nothing. */
bool statement_run(struct store *store, sqlite3_stmt *st, GError **error);

/* The number in the first column of the first row, 0 when there is none; of one that is
 * bound (NULL: nothing, with *error set), then reset. */
bool statement_number(
    struct store *store, sqlite3_stmt *st, int64_t *ret, GError **error);

/* Every row of one that is bound (NULL: nothing, with *error set), then reset. */
typedef void (*statement_row)(void *user, sqlite3_stmt *st);
bool statement_each(
    struct store *store, sqlite3_stmt *st, statement_row row, void *user, GError **error);

void bind_text(sqlite3_stmt *st, int index, const char *text);         /* "" for NULL */
void bind_text_or_null(sqlite3_stmt *st, int index, const char *text); /* NULL for "" */
void bind_id(sqlite3_stmt *st, int index, int64_t id);                 /* NULL for 0 */
void bind_amount(sqlite3_stmt *st, int index, struct amount amount);
struct amount column_amount(sqlite3_stmt *st, int index);
/* The value of a word we wrote ourselves: the first writing of the table. */
int column_word(sqlite3_stmt *st, int index, const struct word *words);
/* Never NULL. */
const char *column_text(sqlite3_stmt *st, int index);

#endif
