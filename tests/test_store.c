/*
 * test_store.c - the file and its schema: made whole, facts that never change, what is
 * refused, older versions, readers.
 */
#include <sys/wait.h>

#include "schema/schema.h"
#include "store/db.h"
#include "store/db_schema.h"
#include "store/digest.h"
#include "store/statement.h"
#include "store_kit.h"

static void
statements(void)
{
	struct store *store = create("statements.db");
	GError *error = NULL;

	for (int i = 0; i < STATEMENT__N; i++) {
		bool ok = statement_get(store, (enum statement)i, &error) != NULL;

		if (!ok)
			g_printerr("%s\n", statement_sql[i]);
		T_OK(ok, error);
	}
	store_close(store);
}

/* A created file has the schema made in memory, and each version has its own. */
static void
fingerprint(void)
{
	GError *error = NULL;
	struct store *store = create("print.db");
	g_autofree char *want = db_fingerprint_of(10, &error);
	g_autofree char *older = db_fingerprint_of(7, &error);

	T_INT(db_latest_version(), 10); /* schema/001 to 010 */
	T_INT((int64_t)strlen(want), 64);
	CU_ASSERT(strcmp(want, older) != 0);
	T_TAKE(db_fingerprint(store->db, 10, &error), want);
	store_close(store);
}

/* Nothing but the database is left in the folder, mode 0660. */
static void
created_whole(void)
{
	const char *folder = kit_path("whole");
	const char *path = kit_path("whole/x.db");
	struct store *store = NULL;
	GError *error = NULL;
	struct stat st = { 0 };
	GDir *dir;
	const char *name;

	g_mkdir(folder, 0700);
	T_OK(store_create(path, &store, &error), error);
	store_close(store);
	T_INT(stat(path, &st), 0);
	T_INT(st.st_mode & 0777, 0660);
	dir = g_dir_open(folder, 0, NULL);
	while ((name = g_dir_read_name(dir)))
		if (!g_str_has_prefix(name, "x.db"))
			T_TEXT(name, "x.db");
	g_dir_close(dir);
	T_REFUSED(store_create(path, &store, &error), error, FILE, "finns redan");
	T_REFUSED(
	    store_create(kit_path("saknas/x.db"), &store, &error), error, FILE, "saknas");
}

static const char *const fact_tables[] = { "change",
#define FACT(table) #table,
#include "store/fact_list.h"
#undef FACT
	NULL };

static void
append_only(void)
{
	struct store *store = create("facts.db");
	const char *path = kit_path("facts.db");

	fill(store);
	store_close(store);
	for (int i = 0; fact_tables[i]; i++) {
		const char *t = fact_tables[i];
		const char *key = i ? "id" : "number";
		g_autofree char *n = g_strdup_printf("SELECT count(*) FROM %s", t);
		g_autofree char *update =
		    g_strdup_printf("UPDATE %s SET %s = %s", t, key, key);
		g_autofree char *delete = g_strdup_printf("DELETE FROM %s", t);
		g_autofree char *replace =
		    g_strdup_printf("PRAGMA recursive_triggers = ON; INSERT OR REPLACE "
		                    "INTO %s SELECT * FROM %s",
		        t, t);
		int64_t before = raw_int(path, n);

		CU_ASSERT(before > 0);
		T_INT(raw(path, update), SQLITE_CONSTRAINT);
		T_INT(raw(path, delete), SQLITE_CONSTRAINT);
		T_INT(raw(path, replace), SQLITE_CONSTRAINT);
		T_INT(raw_int(path, n), before);
	}
}

/* Both a reader and a writer refuse, in a sentence, and leave the bytes alone. */
static void
refuse(const char *path, const char *word)
{
	g_autoptr(GBytes) before = kit_read(path);
	g_autoptr(GBytes) after = NULL;
	struct store *store = NULL;
	GError *error = NULL;

	T_REFUSED(store_open(path, false, &store, &error), error, FILE, word);
	T_REFUSED(store_open(path, true, &store, &error), error, FILE, word);
	after = kit_read(path);
	CU_ASSERT(g_bytes_equal(before, after));
}

static void
not_databases(void)
{
	const char *path = kit_fresh("noise.db");
	char noise[5000];

	refuse(kit_path("none.db"), "finns inte");
	refuse(kit_folder(), "vanlig fil");
	path = kit_fresh("fifo.db");
	T_INT(mkfifo(path, 0600), 0);
	refuse(path, "vanlig fil");
	made("real.db");
	path = kit_fresh("link.db");
	T_INT(symlink(kit_path("real.db"), path), 0);
	refuse(path, "symbolisk länk");
	path = kit_fresh("empty.db");
	kit_write(path, "", 0);
	refuse(path, "tom");
	path = kit_fresh("noise.db");
	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (char)(i * 7919 >> 3);
	kit_write(path, noise, sizeof(noise));
	refuse(path, "ingen sparplan-databas");
	path = kit_fresh("foreign.db");
	T_INT(raw(path, "CREATE TABLE t (x)"), SQLITE_OK);
	refuse(path, "ingen sparplan-databas");
	path = kit_fresh("bare.db"); /* our application id and nothing else */
	T_INT(raw(path, "PRAGMA application_id = 1397771342; CREATE TABLE t (x)"),
	    SQLITE_OK);
	refuse(path, NULL);
}

static void
damaged(void)
{
	const char *path = made("short.db");
	g_autoptr(GBytes) whole = kit_read(path);
	gsize size;
	const guint8 *bytes = g_bytes_get_data(whole, &size);
	static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
	guint8 journal[600] = { 0 };

	CU_ASSERT_FATAL(size > 3 * 4096);
	for (gsize keep = 16; keep < size; keep += 4096 - 100) {
		kit_write(path, bytes, keep);
		refuse(path, NULL);
	}
	path = made("super.db");
	memcpy(journal, magic, sizeof(magic));
	memcpy(journal + sizeof(journal) - sizeof(magic), magic, sizeof(magic));
	kit_write(kit_path("super.db-journal"), journal, sizeof(journal));
	refuse(path, "journal");
	kit_remove(kit_path("super.db-journal"));
	T_INT(mkfifo(kit_path("super.db-journal"), 0600), 0);
	refuse(path, "journal");
	kit_remove(kit_path("super.db-journal"));
}

static void
foreign_schema(void)
{
	static const char *const sql[] = {
		"CREATE TRIGGER evil AFTER INSERT ON saving BEGIN INSERT INTO balance "
		"VALUES (1,0,0,0,0,0,0,0,0); END",
		"CREATE VIEW evil AS SELECT 1", "CREATE TABLE evil (x)",
		"CREATE INDEX evil ON saving (comment)", "DROP TRIGGER saving_no_update",
		"ALTER TABLE benchmark RENAME COLUMN source TO origin",
		"DROP TRIGGER saving_no_delete; CREATE TRIGGER saving_no_delete BEFORE "
		"DELETE ON saving BEGIN SELECT 1; END"
	};

	for (size_t i = 0; i < G_N_ELEMENTS(sql); i++) {
		const char *path = made("schema.db");

		T_INT(raw(path, sql[i]), SQLITE_OK);
		refuse(path, "utlösare");
	}
	T_INT(raw(made("schema.db"), "PRAGMA user_version = 11"), SQLITE_OK);
	refuse(kit_path("schema.db"), "nyare");
	T_INT(raw(made("schema.db"), "PRAGMA user_version = 0"), SQLITE_OK);
	refuse(kit_path("schema.db"), "färdig");
	T_INT(raw(made("schema.db"), "PRAGMA user_version = -3"), SQLITE_OK);
	refuse(kit_path("schema.db"), "färdig");
}

/* One change with what the eighth schema file makes anew, as an older program wrote it.
 */
static void
fill_as_before(const char *path, const char *source)
{
	struct store *store = create(source);
	struct action action;
	const struct stored_report report = { .action = 1, .round = 1, .comment = "ja" };
	const struct decision decision = { "1", 1, "2019-06-12", "RS", "98", "", "bifall",
		"Avtal", "", AMOUNT_NONE, "" };
	const struct milestone milestone = { 1, "", "Avtal", "2020-03", "" };
	g_autofree char *attach = g_strdup_printf("ATTACH '%s' AS n", kit_path(source));
	g_autoptr(GString) sql = g_string_new(attach);
	GError *error = NULL;
	int64_t id;

	action_init(&action, "");
	action.name = "Å";
	action.version = 1;
	action.counts = false;
	T_OK(store_begin(store, &error), error);
	T_OK(store_add_programme(store, "GAMMAL", "Gammal", &id, &error), error);
	T_OK(store_add_unit(store, 1, "HSF", &id, &error), error);
	T_OK(store_add_action(store, 1, "A1", &id, &error), error);
	action.id = id;
	T_OK(store_add_version(store, 1, &action, 1, 0, &error), error);
	T_OK(store_add_round(store, 1, "2021-04", 202104, &id, &error), error);
	T_OK(store_add_report(store, &report, &error), error);
	T_OK(store_add_decision(store, 1, &decision, &error), error);
	T_OK(store_add_milestone(store, 1, &milestone, &error), error);
	T_INT(commit(store, 1000), 1);
	store_close(store);
	for (const char *const *t =
	         (const char *const[]){ "change", "programme", "programme_version",
	             "unit", "action", "action_version", "round", "place", NULL };
	     *t; t++)
		g_string_append_printf(
		    sql, "; INSERT OR REPLACE INTO %s SELECT * FROM n.%s", *t, *t);
	g_string_append(sql,
	    "; INSERT INTO status_report SELECT id, change, action, round, removed, "
	    "status, light, comment, nothing_new FROM n.status_report"
	    "; INSERT INTO decision SELECT id, change, programme, code, action, removed, "
	    "day, body, paragraph, journal, outcome, subject FROM n.decision"
	    "; INSERT INTO milestone SELECT id, change, action, name, removed, due, "
	    "reached FROM n.milestone");
	T_INT(raw(path, sql->str), SQLITE_OK);
}

/* What a fact replaced is looked up for each row of the log and of an undo: never by
 * going through the table ("SCAN q"), or 20 000 rows take a minute. */
static void
keys(void)
{
	struct store *store = create("keys.db");

	for (int i = 0; i < STATEMENT__N; i++) {
		g_autofree char *sql =
		    g_strconcat("EXPLAIN QUERY PLAN ", statement_sql[i], NULL);
		sqlite3_stmt *st = NULL;

		if (strstr(statement_sql[i], " q.") &&
		    sqlite3_prepare_v2(store->db, sql, -1, &st, NULL) == SQLITE_OK)
			while (sqlite3_step(st) == SQLITE_ROW) {
				const char *step =
				    (const char *)sqlite3_column_text(st, 3);
				bool scan = strcmp(step, "SCAN q") == 0;

				CU_ASSERT_FALSE(scan);
				if (scan)
					g_printerr("%s\n", statement_sql[i]);
			}
		sqlite3_finalize(st);
	}
	store_close(store);
}

/* A file of the schema files to the seventh: what it holds is there afterwards, and its
 * digests are still right. */
static void
older(void)
{
	const char *path = kit_fresh("old.db");
	const char *copy = kit_fresh("old.db.fore-version-10");
	struct store *store = NULL;
	GStringChunk *pool = g_string_chunk_new(100);
	GArray *programmes = NULL;
	GError *error = NULL;
	g_autofree char *latest = db_fingerprint_of(10, &error);
	g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; i < 7; i++)
		T_INT(raw(path, schema_files[i].data), SQLITE_OK);
	T_INT(raw(path, "PRAGMA application_id = 1397771342; PRAGMA user_version = 7"),
	    SQLITE_OK);
	fill_as_before(path, "newer.db");
	/* an earlier version's views for other programs */
	T_INT(
	    raw(path, "CREATE VIEW v_public_mal AS SELECT id FROM decision"), SQLITE_OK);
	T_REFUSED(store_open(path, false, &store, &error), error, FILE, "äldre");
	T_INT(raw_int(path, "PRAGMA user_version"), 7);
	CU_ASSERT(!g_file_test(copy, G_FILE_TEST_EXISTS));
	T_OK(store_open(path, true, &store, &error), error);
	T_TAKE(db_fingerprint(store->db, 10, &error), latest);
	T_OK(store_read_programmes(store, STORE_NOW, pool, &programmes, &error), error);
	T_TEXT(g_array_index(programmes, struct programme, 0).code, "GAMMAL");
	g_array_unref(programmes);
	g_string_chunk_free(pool);
	T_OK(store_check(store, findings, &error), error);
	T_INT(findings->len, 0);
	store_close(store);
	T_INT(
	    raw_int(path, "SELECT count(*) FROM status_report WHERE comment = 'ja'"), 1);
	T_INT(raw_int(path, "SELECT count(*) FROM decision WHERE subject = 'Avtal'"), 1);
	T_INT(raw_int(path, "SELECT count(*) FROM milestone WHERE due = '2020-03'"), 1);
	T_INT(raw_int(path, "PRAGMA user_version"), 10);
	T_INT(raw_int(path, "SELECT count(DISTINCT belopp_kr) FROM v_public_mal"), 0);
	T_OK(store_open(path, false, &store, &error), error);
	store_close(store);
	T_INT(raw_int(copy, "PRAGMA user_version"), 7);
	T_INT(raw_int(copy, "SELECT count(*) FROM programme"), 1);
}

/* The views for other programs: ours to the letter and no other, in any order. */
static void
public_views(void)
{
	const char *path = made("public.db");
	struct store *store = NULL;
	GError *error = NULL;
	int n = 0;

	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_set_public(store, true, &n, &error), error);
	T_INT(n, 12);
	T_OK(store_set_public(store, true, &n, &error), error);
	T_INT(n, 12);
	store_close(store);
	/* as after VACUUM: no longer in our order */
	T_INT(raw(path, "VACUUM"), SQLITE_OK);
	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_set_public(store, false, &n, &error), error);
	T_INT(n, 0);
	store_close(store);
	T_INT(raw(path, "CREATE VIEW v_public_mal AS SELECT 1 AS program"), SQLITE_OK);
	T_REFUSED(store_open(path, false, &store, &error), error, FILE, "andra tabeller");
	T_INT(raw(path, "DROP VIEW v_public_mal; CREATE VIEW v_public_eget AS SELECT 1"),
	    SQLITE_OK);
	T_REFUSED(store_open(path, false, &store, &error), error, FILE, "andra tabeller");
	T_INT(raw(path, "DROP VIEW v_public_eget; CREATE TABLE v_public_mal (x)"),
	    SQLITE_OK);
	T_REFUSED(store_open(path, false, &store, &error), error, FILE, "andra tabeller");
}

/* Someone switched it to WAL: whoever may write turns it back and loses nothing. */
static void
wal(void)
{
	const char *path = made("wal.db");
	struct store *store = NULL;
	GError *error = NULL;
	g_autoptr(GBytes) after = NULL;

	T_INT(raw(path, "PRAGMA journal_mode = WAL"), SQLITE_OK);
	T_OK(store_open(path, true, &store, &error), error);
	store_close(store);
	after = kit_read(path);
	T_INT(((const guint8 *)g_bytes_get_data(after, NULL))[18], 1);
	T_INT(raw_int(path, "SELECT count(*) FROM saving"), 1);
}

/* What a member of the steering group meets; 0 when all is right, else the step. */
static int
as_reader(const char *path)
{
	struct store *store = NULL;
	g_autoptr(GArray) balances = g_array_new(FALSE, FALSE, sizeof(struct balance));

	if (store_open(path, true, &store, NULL))
		return 1;
	if (!store_open(path, false, &store, NULL) || !store_read_only(store))
		return 2;
	if (!store_read_balances(store, 1, GROUPING_UNIT, balances, NULL) ||
	    balances->len != 1)
		return 3;
	if (store_begin(store, NULL))
		return 4;
	store_close(store);
	return 0;
}

/* Root may write anything, so it looks through the eyes of nobody. */
static void
read_only_file(void)
{
	const char *folder = kit_path("ro");
	const char *path = kit_path("ro/x.db");
	const char *journal = kit_path("ro/x.db-journal");
	struct store *store = NULL;
	int status = 0;

	g_mkdir(folder, 0755);
	T_INT(store_create(path, &store, NULL), true);
	fill(store);
	store_close(store);
	g_chmod(path, 0444);
	g_chmod(journal, 0444); /* empty, and left by the last writer */
	g_chmod(folder, 0555);
	g_chmod(kit_folder(), 0755);
	if (fork() == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(99);
		_exit(as_reader(path));
	}
	wait(&status);
	T_INT(WEXITSTATUS(status), 0);
	T_INT(WIFEXITED(status), 1);
	/* after a crash only a writer can put things right */
	g_chmod(folder, 0755);
	kit_write(journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and more", 17);
	g_chmod(folder, 0555);
	if (fork() == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(99);
		_exit(store_open(path, false, &store, NULL) ? 1 : 0);
	}
	wait(&status);
	T_INT(WEXITSTATUS(status), 0);
	g_chmod(folder, 0755);
}

/* A read verb's handle may not write even where the file may be written. */
static void
reader(void)
{
	struct store *store = NULL;
	GError *error = NULL;
	int64_t id;
	bool ok;

	T_OK(store_open(made("reader.db"), false, &store, &error), error);
	ok = store_begin(store, &error) && store_add_unit(store, 1, "Ny", &id, &error);
	T_REFUSED(ok, error, FILE, NULL);
	store_close(store);
	T_INT(raw_int(kit_path("reader.db"), "SELECT count(*) FROM unit"), 2);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "statements", statements },
		{ "keys", keys },
		{ "fingerprint", fingerprint },
		{ "created whole", created_whole },
		{ "append only", append_only },
		{ "not databases", not_databases },
		{ "damaged", damaged },
		{ "foreign schema", foreign_schema },
		{ "older", older },
		{ "public views", public_views },
		{ "wal", wal },
		{ "read-only file", read_only_file },
		{ "reader", reader },
		CU_TEST_INFO_NULL,
	};

	return kit_run("store", cases);
}
