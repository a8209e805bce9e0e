/* db.c - opening a database that may be hostile, and making a new one. */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "store/db_public.h"
#include "store/db_schema.h"
#include "store/path.h"

/* The latest failure: the sentence it was told in, and SQLite's own words. */
static struct {
	char *sentence, *answer;
} latest;

/* What is wrong and what to do, in one sentence or two; g_free. */
static char *
sentence_of(const char *answer, int rc)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return g_strdup_printf(
		    "Databasen används av någon annan som inte blev klar i tid (högst %d "
		    "sekunder). Försök igen om en stund; \"sparplan logg\" visar vem som "
		    "sparade senast.",
		    DB_BUSY_MS / 1000);
	case SQLITE_FULL:
		return g_strdup(
		    "Disken är full. Ingenting är sparat; frigör plats och försök igen.");
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return g_strdup(
		    "Databasen får inte ändras av dig. Be en controller om skrivrätt.");
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return g_strdup_printf(
		    "Databasen är skadad (%s). Återställ en säkerhetskopia.",
		    sqlite3_errstr(rc));
	default:
		return g_strdup_printf(
		    "Databasen svarade med ett fel: %s (%d).", answer, rc);
	}
}

void
db_set_error(sqlite3 *db, int rc, GError **error)
{
	const char *answer = db ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
	bool busy = (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED;

	g_free(latest.sentence);
	g_free(latest.answer);
	latest.sentence = sentence_of(answer, rc);
	latest.answer =
	    g_strdup_printf("SQLite %s: %s (%d)", sqlite3_libversion(), answer, rc);
	g_set_error_literal(error, SPARPLAN_ERROR,
	    busy ? SPARPLAN_ERROR_BUSY : SPARPLAN_ERROR_FILE, latest.sentence);
}

const char *
db_answer_behind(const char *message)
{
	return latest.sentence != NULL && g_str_has_suffix(message, latest.sentence)
	           ? latest.answer
	           : NULL;
}

void
db_configure_library(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool
db_exec(sqlite3 *db, const char *sql, GError **error)
{
	int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);

	if (rc == SQLITE_OK)
		return true;
	db_set_error(db, rc, error);
	return false;
}

bool
db_query_int(sqlite3 *db, const char *sql, int64_t *ret, GError **error)
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

static bool
migrate_old(sqlite3 *db, const char *path, int version, GError **error)
{
	g_autofree char *copy =
	    g_strdup_printf("%s.fore-version-%d", path, db_latest_version());

	int64_t views;

	if (!db_backup(db, copy, true, error)) {
		g_prefix_error(error, "Kopian före uppgraderingen kunde inte göras. ");
		return false;
	}
	return db_public_count(db, &views, error) &&
	       (views == 0 || db_public_set(db, false, error)) &&
	       db_migrate(db, version, db_latest_version(), error) &&
	       (views == 0 || db_public_set(db, true, error));
}

/* Version and schema; an older file is upgraded by a writer. */
static bool
settle_version(sqlite3 *db, const char *path, bool write, GError **error)
{
	int64_t version;

	if (!db_query_int(db, "PRAGMA user_version", &version, error))
		return false;
	if (version > db_latest_version()) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s är gjord av en nyare sparplan (version %d, den här kan %d). "
		    "Uppgradera programmet; filen är orörd.",
		    path, (int)version, db_latest_version());
		return false;
	}
	if (version < 1 || !db_check_schema(db, (int)version, path, error)) {
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

	db_configure_library();
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
	if (!db_exec(db, connection_sql, error) ||
	    (!*ret_read_only && !db_exec(db, writer_sql, error)) ||
	    !settle_version(db, path, write, error) ||
	    (!write && !db_exec(db, "PRAGMA query_only = ON", error))) {
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
		ok = db_exec(db, writer_sql, error) && db_exec(db, id, error) &&
		     db_migrate(db, 0, db_latest_version(), error);
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

	db_configure_library();
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
