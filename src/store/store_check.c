/* store_check.c - is the file whole, and does history say what was saved? */
#include "store/digest.h"
#include "store/statement.h"

static bool
check_integrity(struct store *store, GPtrArray *findings, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_INTEGRITY, error);
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW)
		if (g_strcmp0(column_text(st, 0), "ok") != 0)
			g_ptr_array_add(
			    findings, g_strdup_printf("Databasfilen är skadad: %s.",
			                  column_text(st, 0)));
	return rc != 0;
}

static bool
check_foreign_keys(struct store *store, GPtrArray *findings, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_FOREIGN_KEYS, error);
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW)
		if (findings->len < 20)
			g_ptr_array_add(findings,
			    g_strdup_printf(
			        "En rad i tabellen %s pekar på något som inte finns.",
			        column_text(st, 0)));
	return rc != 0;
}

/* What is derived of the register must say what the register says. */
static bool
check_places(struct store *store, GPtrArray *findings, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_WRONG_PLACES, error);
	int64_t wrong;

	if (!statement_number(store, st, &wrong, error))
		return false;
	if (wrong > 0)
		g_ptr_array_add(findings,
		    g_strdup("Listan över åtgärdernas förvaltningar stämmer inte med "
		             "registret."));
	return true;
}

bool
store_check(struct store *store, GPtrArray *findings, GError **error)
{
	return check_integrity(store, findings, error) &&
	       check_foreign_keys(store, findings, error) &&
	       check_places(store, findings, error) &&
	       digest_check(store, findings, error);
}
