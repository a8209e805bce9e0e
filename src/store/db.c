/* db.c - opening a database that may be hostile, and making a new one. */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "schema/schema.h"
#include "store/path.h"

void
db_set_error(sqlite3 *db, int rc, GError **error)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_BUSY,
		    "Databasen används av någon annan som inte blev klar i tid (högst %d "
		    "sekunder). Försök igen om en stund; \"sparplan logg\" visar vem som "
		    "sparade "
		    "senast.",
		    DB_BUSY_MS / 1000);
		return;
	case SQLITE_FULL:
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Disken är full. Ingenting är sparat; frigör plats och försök igen.");
		return;
	case SQLITE_READONLY:
	case SQLITE_PERM:
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Databasen får inte ändras av dig. Be en controller om skrivrätt.");
		return;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Databasen är skadad (%s). Återställ en säkerhetskopia.",
		    sqlite3_errstr(rc));
		return;
	default:
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Databasen svarade med ett fel: %s (%d).",
		    db ? sqlite3_errmsg(db) : sqlite3_errstr(rc), rc);
	}
}

/* One thread and no memory statistics: no mutex around every allocation and column. */
static void
configure_library(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static bool
exec(sqlite3 *db, const char *sql, GError **error)
{
	int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);

	if (rc == SQLITE_OK)
		return true;
	db_set_error(db, rc, error);
	return false;
}

/* One integer from a pragma or a query without parameters. */
static bool
query_int(sqlite3 *db, const char *sql, int64_t *ret, GError **error)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		*ret = sqlite3_column_int64(st, 0);
	else
		db_set_error(db, rc, error);
	sqlite3_finalize(st);
	return rc == SQLITE_ROW;
}

/* SQLite calls it again and again; `count` 0 begins a new wait. */
static int
wait_more(void *user, int count)
{
	struct db_wait *wait = user;
	gint64 now = g_get_monotonic_time();
	int waited;

	if (count == 0)
		wait->start_us = now;
	waited = (int)((now - wait->start_us) / 1000);
	if (waited >= DB_BUSY_MS || (wait->func && !wait->func(wait->user, waited)))
		return 0;
	/* short at first: most locks last a few milliseconds */
	g_usleep(1000 * (gulong)CLAMP(count, 1, 50));
	return 1;
}

void
db_set_wait(sqlite3 *db, struct db_wait *wait)
{
	sqlite3_busy_handler(db, wait_more, wait);
}

/* What every connection gets before it reads a byte of the schema. */
static void
defend(sqlite3 *db)
{
	sqlite3_extended_result_codes(db, 1);
	sqlite3_busy_timeout(db, DB_BUSY_MS);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
	sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

static const char connection_sql[] =
    "PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON;"
    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;";
static const char writer_sql[] =
    "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;";

char *
db_fingerprint(sqlite3 *db, GError **error)
{
	static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema "
	                          "WHERE sql IS NOT NULL ORDER BY type, name";
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			for (int i = 0; i < 4; i++)
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

	if (!exec(db, "BEGIN IMMEDIATE", error))
		return false;
	if (query_int(db, "PRAGMA user_version", &now, error) &&
	    (now != version ||
	        (exec(db, schema_files[version].data, error) && exec(db, next, error))) &&
	    exec(db, "COMMIT", error))
		return true;
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

static bool
migrate(sqlite3 *db, int from, int to, GError **error)
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

	configure_library();
	if (sqlite3_open(":memory:", &db) == SQLITE_OK && migrate(db, 0, versions, error))
		print = db_fingerprint(db, error);
	sqlite3_close(db);
	return print;
}

/* The table that a statement of our files is about: "CREATE TABLE decision (", "CREATE
 * INDEX ... ON decision (", "CREATE TRIGGER ... ON decision BEGIN"; g_free. */
static char *
table_of(const char *statement)
{
	g_autofree char *line = g_strndup(statement, strcspn(statement, "\n"));
	const char *name = strstr(line, "TABLE ");

	name = name ? name + strlen("TABLE ") : strstr(line, " ON ");
	if (name && g_str_has_prefix(name, " ON "))
		name += strlen(" ON ");
	return name ? g_strndup(name, strcspn(name, " ")) : g_strdup("");
}

/* A "DROP TABLE x;" of our files. */
struct drop {
	int file;
	const char *at; /* in it */
	const char *table;
};

/* All of them, in order. */
static GArray *
find_drops(int versions)
{
	static const char drop[] = "\nDROP TABLE ";
	GArray *drops = g_array_new(FALSE, FALSE, sizeof(struct drop));

	for (int file = 0; file < versions; file++)
		for (const char *at = strstr(schema_files[file].data, drop); at;
		     at = strstr(at + 1, drop)) {
			struct drop one = { file, at, at + strlen(drop) };

			g_array_append_val(drops, one);
		}
	return drops;
}

/* Is the table of a statement dropped further on in our files, to be made anew? */
static bool
dropped_later(const GArray *drops, int file, const char *statement)
{
	g_autofree char *table = table_of(statement);
	size_t size = strlen(table);

	for (guint i = 0; i < drops->len; i++) {
		const struct drop *d = &g_array_index(drops, struct drop, i);

		if ((d->file > file || (d->file == file && d->at > statement)) &&
		    strncmp(d->table, table, size) == 0 && d->table[size] == ';')
			return true;
	}
	return false;
}

/*
 * Do the stored statements stand in our files, to the letter and in order?  One pass over
 * both; a database that another tool has rewritten may have them in another order.
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
		if (file == versions)
			break;
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

/* The schema must be ours: no foreign trigger or view ever runs. */
static bool
check_schema(sqlite3 *db, int version, const char *path, GError **error)
{
	g_autofree char *have = NULL;
	g_autofree char *want = NULL;

	if (same_as_files(db, version))
		return true;
	have = db_fingerprint(db, error);
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

static bool
migrate_old(sqlite3 *db, const char *path, int version, GError **error)
{
	g_autofree char *copy =
	    g_strdup_printf("%s.fore-version-%d", path, db_latest_version());

	if (!db_backup(db, copy, true, error)) {
		g_prefix_error(error, "Kopian före uppgraderingen kunde inte göras. ");
		return false;
	}
	return migrate(db, version, db_latest_version(), error);
}

/* Version and schema; an older file is upgraded by a writer. */
static bool
settle_version(sqlite3 *db, const char *path, bool write, GError **error)
{
	int64_t version;

	if (!query_int(db, "PRAGMA user_version", &version, error))
		return false;
	if (version > db_latest_version()) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s är gjord av en nyare sparplan (version %d, den här kan %d). "
		    "Uppgradera programmet; filen är orörd.",
		    path, (int)version, db_latest_version());
		return false;
	}
	if (version < 1 || !check_schema(db, (int)version, path, error)) {
		if (error && !*error)
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
			    "%s är ingen färdig sparplan-databas.", path);
		return false;
	}
	if (version == db_latest_version())
		return true;
	if (!write) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s är från en äldre version. Öppna den en gång på skärmen med "
		    "\"sparplan --databas %s\": då uppgraderas den, med en kopia "
		    "bredvid, "
		    "om du får ändra den.",
		    path, path);
		return false;
	}
	return migrate_old(db, path, (int)version, error);
}

bool
db_open(const char *path, bool write, sqlite3 **ret, bool *ret_read_only, GError **error)
{
	struct path_check check;
	sqlite3 *db = NULL;
	int flags, rc;

	configure_library();
	if (!path_check_database(path, &check, error))
		return false;
	if (!check.writable && (write || check.hot_journal || check.wal)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    write
		        ? "%s får du läsa men inte ändra. Be en controller om skrivrätt."
		        : "%s måste först öppnas av en controller: en avbruten "
		          "sparning ska återställas.",
		    path);
		path_check_clear(&check);
		return false;
	}
	flags = (check.writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
	        SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
	rc = sqlite3_open_v2(check.real, &db, flags, NULL);
	*ret_read_only = !check.writable;
	path_check_clear(&check);
	if (rc != SQLITE_OK) {
		db_set_error(db, rc, error);
		sqlite3_close(db);
		return false;
	}
	defend(db);
	if (!exec(db, connection_sql, error) ||
	    (!*ret_read_only && !exec(db, writer_sql, error)) ||
	    !settle_version(db, path, write, error) ||
	    (!write && !exec(db, "PRAGMA query_only = ON", error))) {
		sqlite3_close(db);
		return false;
	}
	*ret = db;
	return true;
}

/* Fill an empty file with the latest schema. */
static bool
make_schema(const char *path, GError **error)
{
	sqlite3 *db = NULL;
	g_autofree char *id =
	    g_strdup_printf("PRAGMA application_id = %d;", DB_APPLICATION_ID);
	int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
	bool ok = false;

	if (rc != SQLITE_OK)
		db_set_error(db, rc, error);
	else {
		defend(db);
		ok = exec(db, writer_sql, error) && exec(db, id, error) &&
		     migrate(db, 0, db_latest_version(), error);
	}
	if (sqlite3_close(db) != SQLITE_OK)
		ok = false;
	return ok;
}

bool
db_create(const char *path, GError **error)
{
	struct path_temp temp;
	bool ok;

	configure_library();
	if (!path_temp_make(path, 0660, &temp, error))
		return false;
	ok = make_schema(temp.name, error) && path_temp_finish(&temp, path, false, error);
	path_temp_clear(&temp);
	return ok;
}

/* A copy renamed onto the database itself would part it from everybody who has it open.
 */
static bool
refuse_self(sqlite3 *db, const char *path, GError **error)
{
	const char *own = sqlite3_db_filename(db, "main");

	if (!own || !path_same_file(own, path))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "%s är databasen själv. Välj ett annat namn för kopian.", path);
	return false;
}

bool
db_backup(sqlite3 *db, const char *path, bool overwrite, GError **error)
{
	struct path_temp temp;
	sqlite3 *copy = NULL;
	sqlite3_backup *backup = NULL;
	int rc;
	bool ok;

	if (!overwrite && g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s finns redan och är orörd. Välj ett annat namn, eller skriv över "
		    "den med "
		    "--skriv-over.",
		    path);
		return false;
	}
	if (!refuse_self(db, path, error) || !path_temp_make(path, 0660, &temp, error))
		return false;
	rc = sqlite3_open_v2(temp.name, &copy, SQLITE_OPEN_READWRITE, NULL);
	if (rc == SQLITE_OK)
		backup = sqlite3_backup_init(copy, "main", db, "main");
	if (backup) {
		/* one step takes all pages under one read lock: the copy is of one
		 * instant */
		int step = sqlite3_backup_step(backup, -1);

		rc = sqlite3_backup_finish(backup);
		if (step != SQLITE_DONE) /* finish forgets that it was busy */
			rc = step;
	} else if (rc == SQLITE_OK)
		rc = sqlite3_errcode(copy);
	if (rc != SQLITE_OK)
		db_set_error(copy, rc, error);
	ok = rc == SQLITE_OK;
	sqlite3_close(copy);
	ok = ok && path_temp_finish(&temp, path, overwrite, error);
	path_temp_clear(&temp);
	return ok;
}
