/*
 * test_store_changes.c - changes: copies, two writers, the clock, sums that follow the
 * facts, what has been tampered with, and how it was.
 */
#include <sys/wait.h>

#include "store/digest.h"
#include "store/statement.h"
#include "store_kit.h"

static void
backup(void)
{
	const char *copy = kit_fresh("copy.db");
	struct store *store = create("backup.db");
	GError *error = NULL;

	fill(store);
	T_OK(store_backup(store, copy, false, &error), error);
	T_INT(raw_int(copy, "SELECT count(*) FROM saving"), 1);
	T_REFUSED(store_backup(store, copy, false, &error), error, FILE, "finns redan");
	T_OK(store_backup(store, copy, true, &error), error);
	T_REFUSED(store_backup(store, kit_path("saknas/copy.db"), false, &error), error,
	    FILE, NULL);
	/* over itself it would cut every other open handle off from the file */
	T_REFUSED(
	    store_backup(store, kit_path("backup.db"), true, &error), error, FILE, NULL);
	store_close(store);
	T_OK(store_open(copy, true, &store, &error), error);
	store_close(store);
}

/* Another process holds the file exclusively until the pipe closes. */
static pid_t
hold(const char *path, const char *sql, int *ret_fd)
{
	int go[2], held[2];
	pid_t pid;
	char c;

	if (pipe(go) != 0 || pipe(held) != 0)
		g_error("no pipe");
	pid = fork();
	if (pid == 0) {
		sqlite3 *db = NULL;

		close(go[1]);
		sqlite3_open(path, &db);
		sqlite3_exec(db, sql, NULL, NULL, NULL);
		if (write(held[1], "x", 1) == 1)
			while (read(go[0], &c, 1) < 0)
				;
		sqlite3_close(db);
		_exit(0);
	}
	close(go[0]);
	close(held[1]);
	T_INT(read(held[0], &c, 1), 1);
	close(held[0]);
	*ret_fd = go[1];
	return pid;
}

static void
let_go(pid_t pid, int fd)
{
	close(fd);
	waitpid(pid, NULL, 0);
}

static void
busy_backup(void)
{
	const char *copy = kit_fresh("busy-copy.db");
	struct store *store = create("busy.db");
	GError *error = NULL;
	int fd;
	pid_t pid;

	fill(store);
	sqlite3_busy_timeout(store->db, 50);
	pid = hold(kit_path("busy.db"), "BEGIN EXCLUSIVE", &fd);
	T_REFUSED(store_backup(store, copy, false, &error), error, BUSY, NULL);
	CU_ASSERT(!g_file_test(copy, G_FILE_TEST_EXISTS));
	let_go(pid, fd);
	store_close(store);
}

static void
nothing_written(void)
{
	struct store *store = create("nothing.db");
	struct change last;
	GError *error = NULL;

	fill(store);
	T_OK(store_begin(store, &error), error);
	T_INT(store_change_number(store), 2);
	T_INT(commit(store, 5000), 0);
	T_OK(store_last_change(store, &last, &error), error);
	T_INT(last.number, 1);
	change_clear(&last);
	T_REFUSED(store_change(store, 2, &last, &error), error, NOT_FOUND, "finns inte");
	store_close(store);
}

static int64_t
add_unit(struct store *store, const char *name, int64_t now)
{
	GError *error = NULL;
	int64_t id;

	T_OK(store_begin(store, &error), error);
	T_OK(store_add_unit(store, 1, name, &id, &error), error);
	return commit(store, now);
}

/* 5000 ms, then a clock set back to 1000: history goes on by one millisecond. */
static void
clock_back(void)
{
	struct store *store = create("clock.db");
	struct change change;
	GError *error = NULL;
	int64_t at;

	fill(store);
	T_INT(add_unit(store, "a", 5000), 2);
	T_INT(add_unit(store, "b", 1000), 3);
	T_OK(store_change(store, 3, &change, &error), error);
	T_INT(change.at_ms, 5001);
	change_clear(&change);
	T_OK(store_change_at(store, 5000, &at, &error), error);
	T_INT(at, 2);
	T_OK(store_change_at(store, 999, &at, &error), error);
	T_INT(at, 0);
	store_close(store);
}

static void
two_writers(void)
{
	struct store *a = create("two.db");
	struct store *b = NULL;
	GError *error = NULL;
	int64_t version, later, id;
	pid_t pid;
	int fd;

	fill(a);
	T_OK(store_open(kit_path("two.db"), true, &b, &error), error);
	T_OK(store_data_version(b, &version, &error), error);
	sqlite3_busy_timeout(b->db, 50);
	T_OK(store_begin(a, &error), error);
	T_OK(store_add_unit(a, 1, "x", &id, &error), error);
	T_REFUSED(store_begin(b, &error), error, BUSY, "någon annan");
	T_INT(commit(a, 2000), 2);
	T_OK(store_data_version(b, &later, &error), error);
	CU_ASSERT(later != version);
	T_INT(add_unit(b, "y", 3000), 3);
	/* and waits when the other is done in time */
	sqlite3_busy_timeout(b->db, DB_BUSY_MS);
	pid = hold(kit_path("two.db"), "BEGIN IMMEDIATE", &fd);
	if (fork() == 0) {
		g_usleep(200000);
		close(fd);
		_exit(0);
	}
	close(fd);
	T_INT(add_unit(b, "z", 4000), 4);
	waitpid(pid, NULL, 0);
	wait(NULL);
	store_close(a);
	store_close(b);
}

static void
same_version(void)
{
	struct store *store = create("version.db");
	struct plan *plan = NULL;
	struct action action;
	const struct programme p = { 1, "P", "" };
	GError *error = NULL;

	fill(store);
	T_OK(store_read_plan(store, &p, STORE_NOW, STORE_ALL, &plan, &error), error);
	action = *plan_action(plan, "A-1");
	T_INT(action.version, 1);
	T_OK(store_begin(store, &error), error);
	T_REFUSED(
	    store_add_version(store, 1, &action, 1, 1, &error), error, CONFLICT, "A-1");
	store_rollback(store);
	plan_free(plan);
	store_close(store);
}

/* A letter of a comment changed by a tool that knows how to get round the triggers. */
static void
tampered(void)
{
	const char *path = made("tampered.db");
	g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
	struct store *store = NULL;
	GError *error = NULL;
	static const char sql[] =
	    "DROP TRIGGER status_report_no_update; UPDATE status_report SET comment = "
	    "'jA';"
	    "CREATE TRIGGER status_report_no_update BEFORE UPDATE ON status_report BEGIN "
	    "SELECT RAISE(ABORT, 'facts are append-only'); END";

	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_check(store, findings, &error), error);
	T_INT(findings->len, 0);
	store_close(store);
	T_INT(raw(path, sql), SQLITE_OK);
	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_check(store, findings, &error), error);
	CU_ASSERT_FATAL(findings->len == 1);
	CU_ASSERT(strstr(findings->pdata[0], "Ändring 1 ") != NULL);
	store_close(store);
	/* a fact that no change wrote */
	g_ptr_array_set_size(findings, 0);
	T_INT(raw(made("tampered.db"),
	          "INSERT INTO unit (change, programme, name) VALUES (9, 1, 'Smyg')"),
	    SQLITE_OK);
	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_check(store, findings, &error), error);
	CU_ASSERT(findings->len > 0);
	store_close(store);
	/* what is derived of the register */
	g_ptr_array_set_size(findings, 0);
	T_INT(raw(made("tampered.db"), "UPDATE place SET counts = 0"), SQLITE_OK);
	T_OK(store_open(path, true, &store, &error), error);
	T_OK(store_check(store, findings, &error), error);
	CU_ASSERT_FATAL(findings->len == 1);
	CU_ASSERT(strstr(findings->pdata[0], "registret") != NULL);
	store_close(store);
}

/* The book of change 1 and of now, after the action has moved to unit 2 and the target
 * has become 300 kr; the month filter takes away the saving of April. */
static void
expect_book(struct store *store, int64_t change, int until, int64_t unit, int64_t target,
    int64_t realised)
{
	struct balance_book *book = NULL;
	GError *error = NULL;
	GArray *rows;
	int found = 0;

	T_OK(store_make_book(store, 1, change, until, &book, &error), error);
	rows = balance_book_rows(book);
	balance_book_free(book);
	for (guint i = 0; i < rows->len; i++) {
		const struct balance *b = &g_array_index(rows, struct balance, i);

		if (b->grouping != GROUPING_UNIT)
			continue;
		found++;
		T_INT(b->key, unit);
		T_INT(b->target_ore, target);
		T_INT(b->realised_ore, realised);
	}
	T_INT(found, unit ? 1 : 0);
	g_array_unref(rows);
}

static void
as_of(void)
{
	struct store *store = create("asof.db");
	const struct programme p = { 1, "P", "" };
	struct facet facet = {
		.action = 1, .unit = 2, .recipient = 1, .cost_kind = COST_OPERATIONS
	};
	struct plan *plan = NULL;
	const struct new_target target = { 1, 2021, amount_of(30000), amount_of(10000),
		facet };
	struct action action;
	GError *error = NULL;

	fill(store);
	T_OK(store_read_plan(store, &p, STORE_NOW, STORE_ALL, &plan, &error), error);
	action = *plan_action(plan, "A-1");
	action.version = 2;
	action.counts = false;
	T_OK(store_begin(store, &error), error);
	T_OK(store_add_version(store, 1, &action, 2, 0, &error), error);
	T_OK(store_add_targets(store, 1, &target, 1, &error), error);
	T_INT(commit(store, 2000), 2);
	plan_free(plan);
	expect_book(store, STORE_NOW, 0, 2, 30000, 700);
	expect_book(store, 2, 202103, 2, 30000, 0);
	expect_book(store, 1, 0, 1, 10000, 700);
	expect_book(store, 0, 0, 0, 0, 0);
	store_close(store);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "backup", backup },
		{ "busy backup", busy_backup },
		{ "nothing written", nothing_written },
		{ "clock", clock_back },
		{ "two writers", two_writers },
		{ "versions", same_version },
		{ "tampered", tampered },
		{ "as of", as_of },
		CU_TEST_INFO_NULL,
	};

	return kit_run("store_changes", cases);
}
