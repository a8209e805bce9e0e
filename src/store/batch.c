/* batch.c - the virtual table saving_batch (see https://sqlite.org/vtab.html, eponymous).
 */
#include "store/batch.h"

#include "store/db.h"

typedef void (*column_func)(
    sqlite3_context *context, const void *rows, size_t at, int index);

/* What a table is called, declares, and shows. */
struct table {
	const char *name;
	const char *declaration;
	column_func column;
};

/* What a connection's table hands to its cursors. */
struct shown {
	const struct table *table;
	struct batch *batch;
};

struct batch_table {
	sqlite3_vtab base;
	struct shown shown;
};

struct batch_cursor {
	sqlite3_vtab_cursor base;
	struct shown shown;
	size_t at;
};

static int
connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **ret,
    char **message)
{
	struct batch_table *table = g_new0(struct batch_table, 1);

	(void)argc;
	(void)argv;
	(void)message;
	table->shown = *(const struct shown *)aux;
	*ret = &table->base;
	return sqlite3_declare_vtab(db, table->shown.table->declaration);
}

static int
disconnect(sqlite3_vtab *table)
{
	g_free(table);
	return SQLITE_OK;
}

/* There is one way to read it, from the first to the last. */
static int
best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	(void)info;
	return SQLITE_OK;
}

static int
open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **ret)
{
	struct batch_cursor *cursor = g_new0(struct batch_cursor, 1);

	cursor->shown = ((struct batch_table *)table)->shown;
	*ret = &cursor->base;
	return SQLITE_OK;
}

static int
close_cursor(sqlite3_vtab_cursor *cursor)
{
	g_free(cursor);
	return SQLITE_OK;
}

static int
filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
    sqlite3_value **argv)
{
	(void)number;
	(void)text;
	(void)argc;
	(void)argv;
	((struct batch_cursor *)cursor)->at = 0;
	return SQLITE_OK;
}

static int
next(sqlite3_vtab_cursor *cursor)
{
	((struct batch_cursor *)cursor)->at++;
	return SQLITE_OK;
}

static int
at_end(sqlite3_vtab_cursor *cursor)
{
	const struct batch_cursor *c = (struct batch_cursor *)cursor;

	return c->at >= c->shown.batch->n;
}

static void
result_text(sqlite3_context *context, const char *text)
{
	if (text && text[0])
		sqlite3_result_text(context, text, -1, SQLITE_STATIC);
}

static void
target_column(sqlite3_context *context, const void *rows, size_t at, int index)
{
	const struct new_target *t = (const struct new_target *)rows + at;

	if (index == 0)
		sqlite3_result_int64(context, t->line);
	else if (index == 1)
		sqlite3_result_int(context, t->year);
	else if (t->amount.known)
		sqlite3_result_int64(context, t->amount.ore);
}

static void
saving_column(sqlite3_context *context, const void *rows, size_t at, int index)
{
	const struct new_saving *s = (const struct new_saving *)rows + at;

	switch (index) {
	case 0:
		sqlite3_result_int64(context, s->line);
		break;
	case 1:
		sqlite3_result_int(context, s->month);
		break;
	case 2:
		sqlite3_result_int64(context, s->ore);
		break;
	case 3:
		result_text(context, s->ref);
		break;
	case 4:
		result_text(context, s->document);
		break;
	default:
		result_text(context, s->comment);
		break;
	}
}

static void
balance_column(sqlite3_context *context, const void *rows, size_t at, int index)
{
	const struct balance *b = ((const struct balance *const *)rows)[at];
	const int64_t columns[] = { (int64_t)b->grouping, b->counts, b->key, b->year,
		b->target_ore, b->targets, b->realised_ore, b->reports };

	sqlite3_result_int64(context, columns[index]);
}

static const struct table tables[BATCH__N] = {
	[BATCH_TARGETS] = { "target_batch",
	    "CREATE TABLE x (line INTEGER, year INTEGER, amount_ore INTEGER)",
	    target_column },
	[BATCH_SAVINGS] = { "saving_batch",
	    "CREATE TABLE x (line INTEGER, month INTEGER, amount_ore INTEGER, ref TEXT, "
	    "document TEXT, comment TEXT)",
	    saving_column },
	[BATCH_BALANCES] = { "balance_batch",
	    "CREATE TABLE x (grouping INTEGER, counts INTEGER, key INTEGER, year "
	    "INTEGER, "
	    "target_ore INTEGER, targets INTEGER, realised_ore INTEGER, reports INTEGER)",
	    balance_column },
};

static int
column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int index)
{
	const struct batch_cursor *c = (struct batch_cursor *)cursor;

	c->shown.table->column(context, c->shown.batch->rows, c->at, index);
	return SQLITE_OK;
}

static int
row_id(sqlite3_vtab_cursor *cursor, sqlite3_int64 *ret)
{
	*ret = (sqlite3_int64)((struct batch_cursor *)cursor)->at;
	return SQLITE_OK;
}

/* No xCreate: the table is there by its name alone and never in a schema. */
static const sqlite3_module module = {
	.xConnect = connect,
	.xBestIndex = best_index,
	.xDisconnect = disconnect,
	.xOpen = open_cursor,
	.xClose = close_cursor,
	.xFilter = filter,
	.xNext = next,
	.xEof = at_end,
	.xColumn = column,
	.xRowid = row_id,
};

bool
batch_register(sqlite3 *db, struct batch *batches, GError **error)
{
	for (int i = 0; i < BATCH__N; i++) {
		const struct shown shown = { &tables[i], &batches[i] };
		int rc = sqlite3_create_module_v2(db, tables[i].name, &module,
		    g_memdup2(&shown, sizeof(shown)), g_free);

		if (rc != SQLITE_OK) {
			db_set_error(db, rc, error);
			return false;
		}
	}
	return true;
}

bool
batch_run(struct store *store, enum batch_kind kind, const void *rows, size_t n,
    sqlite3_stmt *st, GError **error)
{
	bool ok;

	store->batches[kind] = (struct batch){ rows, n };
	ok = statement_run(store, st, error);
	store->batches[kind] = (struct batch){ NULL, 0 };
	return ok;
}
