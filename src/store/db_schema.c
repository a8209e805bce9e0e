/*
 * db_schema.c - a file's schema against the numbered files that make it.
 */
#include "store/db_schema.h"

#include <string.h>

#include "base/error.h"
#include "schema/schema.h"
#include "store/db.h"
#include "store/db_public.h"

/* Is the statement in a column a view for other programs? */
static bool
is_public(sqlite3_stmt *st, int column, int versions)
{
	const char *sql = (const char *)sqlite3_column_text(st, column);

	return db_public_is(sql, versions == db_latest_version());
}

char *
db_fingerprint(sqlite3 *db, int versions, GError **error)
{
	static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema "
	                          "WHERE sql IS NOT NULL ORDER BY type, name";
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			for (int i = 0; i < 4 && !is_public(st, 3, versions); i++)
				g_checksum_update(sum, sqlite3_column_text(st, i),
				    sqlite3_column_bytes(st, i) + 1);
	sqlite3_finalize(st);
	if (rc != SQLITE_DONE) {
		db_set_error(db, rc, error);
		return NULL;
	}
	return g_strdup(g_checksum_get_string(sum));
}

int
db_latest_version(void)
{
	int n = 0;

	while (schema_files[n].name)
		n++;
	return n;
}

/* One file of the schema in a transaction; another process may have done it meanwhile. */
static bool
migrate_step(sqlite3 *db, int version, GError **error)
{
	g_autofree char *next = /* PRAGMA takes no bind */
	    g_strdup_printf("PRAGMA user_version = %d;", version + 1);
	int64_t now;

	if (!db_exec(db, "BEGIN IMMEDIATE", error))
		return false;
	if (db_query_int(db, "PRAGMA user_version", &now, error) &&
	    (now != version || (db_exec(db, schema_files[version].data, error) &&
	                           db_exec(db, next, error))) &&
	    db_exec(db, "COMMIT", error))
		return true;
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

bool
db_migrate(sqlite3 *db, int from, int to, GError **error)
{
	for (int v = from; v < to; v++)
		if (!migrate_step(db, v, error))
			return false;
	return true;
}

char *
db_fingerprint_of(int versions, GError **error)
{
	sqlite3 *db = NULL;
	char *print = NULL;

	db_configure_library();
	if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
	    db_migrate(db, 0, versions, error))
		print = db_fingerprint(db, versions, error);
	sqlite3_close(db);
	return print;
}

/* A "DROP TABLE x;", "DROP VIEW x;" or "DROP INDEX x;" of our files. */
struct drop {
	int file;
	const char *at; /* in it */
	const char *name;
};

/* All of them, in order. */
static GArray *
find_drops(int versions)
{
	static const char drop[] = "\nDROP ";
	GArray *drops = g_array_new(FALSE, FALSE, sizeof(struct drop));

	for (int file = 0; file < versions; file++)
		for (const char *at = strstr(schema_files[file].data, drop); at;
		     at = strstr(at + 1, drop)) {
			struct drop one = { file, at, at + strlen(drop) };

			one.name += strcspn(one.name, " ") + 1;
			g_array_append_val(drops, one);
		}
	return drops;
}

/* Does it name what stands at `name`, to the next space? */
static bool
names(const struct drop *drop, const char *name)
{
	size_t size = strcspn(name, " ");

	return strncmp(drop->name, name, size) == 0 && drop->name[size] == ';';
}

/* Is what a statement makes, or the table it is on, dropped further on in our files?
 * "CREATE TEMP TABLE decision AS", "CREATE VIEW sums AS", "CREATE INDEX code ON decision
 * (", "CREATE TRIGGER no_update ... ON decision BEGIN". */
static bool
dropped_later(const GArray *drops, int file, const char *statement)
{
	static const char *const before[] = { " TABLE ", " VIEW ", " INDEX ", " ON " };
	g_autofree char *line = g_strndup(statement, strcspn(statement, "\n"));

	for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
		const char *found = strstr(line, before[i]);

		for (guint k = 0; found && k < drops->len; k++) {
			const struct drop *d = &g_array_index(drops, struct drop, k);

			if ((d->file > file || (d->file == file && d->at > statement)) &&
			    names(d, found + strlen(before[i])))
				return true;
		}
	}
	return false;
}

/*
 * Do the stored statements stand in our files, to the letter and in order, and after them
 * only views for other programs?  One pass over both; a database that another tool has
 * rewritten may have them in another order.
 */
static bool
same_as_files(sqlite3 *db, int versions)
{
	static const char sql[] =
	    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
	sqlite3_stmt *st = NULL;
	g_autoptr(GArray) drops = find_drops(versions);
	const char *at = schema_files[0].data;
	int file = 0, rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	while (rc == SQLITE_ROW || rc == SQLITE_DONE) {
		const char *stored = (const char *)sqlite3_column_text(st, 0);
		size_t size = (size_t)sqlite3_column_bytes(st, 0);

		while (file < versions && !(at = strstr(at, "\nCREATE ")))
			at = schema_files[++file].data;
		if (file == versions) {
			while (rc == SQLITE_ROW && is_public(st, 0, versions))
				rc = sqlite3_step(st);
			break;
		}
		if (rc == SQLITE_ROW && strncmp(++at, stored, size) == 0 &&
		    at[size] == ';') {
			at += size;
			rc = sqlite3_step(st);
		} else if (!dropped_later(drops, file, at))
			break;
	}
	sqlite3_finalize(st);
	return rc == SQLITE_DONE && file == versions;
}

bool
db_check_schema(sqlite3 *db, int version, const char *path, GError **error)
{
	g_autofree char *have = NULL;
	g_autofree char *want = NULL;

	if (same_as_files(db, version))
		return true;
	have = db_fingerprint(db, version, error);
	want = have ? db_fingerprint_of(version, error) : NULL;
	if (!want)
		return false;
	if (strcmp(have, want) == 0)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "%s har andra tabeller, vyer eller utlösare än sparplan gör. Filen används "
	    "inte; "
	    "återställ en säkerhetskopia.",
	    path);
	return false;
}
