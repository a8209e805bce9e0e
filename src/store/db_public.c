/*
 * db_public.c - the views v_public_* of a file.
 */
#include "store/db_public.h"

#include <string.h>

#include "schema/public.h"
#include "store/db.h"

bool
db_public_is(const char *sql, bool latest)
{
	static const char start[] = "CREATE VIEW v_public_";
	const char *ours = public_files[PUBLIC_MAKE].data;
	size_t size = strlen(sql);

	if (!g_str_has_prefix(sql, start))
		return false;
	while (latest && (ours = strstr(ours, sql)) != NULL && ours[size] != ';')
		ours++;
	return ours != NULL;
}

bool
db_public_count(sqlite3 *db, int64_t *ret, GError **error)
{
	return db_query_int(db,
	    "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name GLOB "
	    "'v_public_*'",
	    ret, error);
}

bool
db_public_set(sqlite3 *db, bool there, GError **error)
{
	if (!db_exec(db, "BEGIN IMMEDIATE", error))
		return false;
	if (db_exec(db, public_files[PUBLIC_DROP].data, error) &&
	    (!there || db_exec(db, public_files[PUBLIC_MAKE].data, error)) &&
	    db_exec(db, "COMMIT", error))
		return true;
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}
