/* batch.c - the virtual table saving_batch (see https://sqlite.org/vtab.html, eponymous).
 */
#include "store/batch.h"

#include "store/db.h"

struct batch_table {
	sqlite3_vtab base;
	struct batch *batch;
};

struct batch_cursor {
	sqlite3_vtab_cursor base;
	const struct batch *batch;
	size_t at;
};

static int
connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **ret,
    char **message)
{
	struct batch_table *table = g_new0(struct batch_table, 1);
	int rc = sqlite3_declare_vtab(db,
	    "CREATE TABLE x (line INTEGER, month INTEGER, amount_ore INTEGER, ref TEXT, "
	    "document TEXT, comment TEXT)");

	(void)argc;
	(void)argv;
	(void)message;
	table->batch = aux;
	*ret = &table->base;
	return rc;
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

	cursor->batch = ((struct batch_table *)table)->batch;
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

	return c->at >= c->batch->n;
}

static void
result_text(sqlite3_context *context, const char *text)
{
	if (text && text[0])
		sqlite3_result_text(context, text, -1, SQLITE_STATIC);
}

static int
column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int index)
{
	const struct batch_cursor *c = (struct batch_cursor *)cursor;
	const struct new_saving *s = &c->batch->savings[c->at];

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
batch_register(sqlite3 *db, struct batch *batch, GError **error)
{
	int rc = sqlite3_create_module(db, "saving_batch", &module, batch);

	if (rc != SQLITE_OK)
		db_set_error(db, rc, error);
	return rc == SQLITE_OK;
}
