/*
 * test_pty_others.c - end to end: what others do meanwhile, and what takes its time.
 *
 * Skipped (77) where libvterm was not there to build with.
 */
#ifndef HAVE_VTERM

#include <stdio.h>

int
main(void)
{
	puts("skipped: libvterm (libvterm-dev) was not found by configure");
	return 77;
}

#else

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "tests/pty_drive.h"
#include "tests/t.h"

static void
open_form(struct pty *pty, const char *path, const char *who)
{
	pty_start_as(pty, path, who, "", NULL);
	CU_ASSERT_TRUE(pty_shows(pty, "Ett sjukhus på tre orter"));
	pty_send(pty, "je");
	CU_ASSERT_TRUE(pty_shows(pty, "Åtgärd HS-02"));
}

/* Both texts are in the history: neither was lost. */
static void
expect_history(const char *path, const char *one, const char *other)
{
	g_autofree char *words = g_strdup_printf("--databas %s logg HS-02", path);
	g_autofree char *log = pty_command(words);

	CU_ASSERT_PTR_NOT_NULL(strstr(log, one));
	CU_ASSERT_PTR_NOT_NULL(strstr(log, other));
}

/* Two people write in one action; whoever saves last sees both sides, and chooses. */
static void
test_two(void)
{
	static const char *const who[] = { "ea01", "ak17" };
	static const char *const typed[] = { "Alfa", "Beta" };

	for (int first = 0; first < 2; first++) {
		g_autofree char *path = pty_example();
		struct pty pty[2];
		int second = 1 - first;

		for (int i = 0; i < 2; i++) {
			open_form(&pty[i], path, who[i]);
			pty_send(&pty[i], typed[i]);
			CU_ASSERT_TRUE(pty_shows(&pty[i], typed[i]));
		}
		pty_send(&pty[first], "\023");
		CU_ASSERT_TRUE(pty_shows(&pty[first], "är sparad"));
		/* the other one is told within two seconds, and keeps what is typed */
		CU_ASSERT_TRUE(pty_shows_in(&pty[second], "1 ny ändring av", 2000));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[second]));
		pty_send(&pty[second], "\023");
		CU_ASSERT_TRUE(pty_shows(&pty[second], "Ändrad av annan"));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[first]));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[second]));
		pty_send(&pty[second], "\r"); /* one's own, as proposed */
		CU_ASSERT_TRUE(pty_shows(&pty[second], "är sparad"));
		expect_history(path, typed[first], typed[second]);
		for (int i = 0; i < 2; i++)
			pty_finish(&pty[i]);
	}
}

/* The same in a cell of the report grid, and theirs is kept: mine comes back with u. */
static void
test_two_cells(void)
{
	static const char *const who[] = { "ea01", "ak17" };
	static const char *const typed[] = { "1,1", "2,2" };

	for (int first = 0; first < 2; first++) {
		g_autofree char *path = pty_example();
		struct pty pty[2];
		int second = 1 - first;

		for (int i = 0; i < 2; i++) {
			pty_start_as(&pty[i], path, who[i], "", NULL);
			CU_ASSERT_TRUE(pty_shows(&pty[i], "Ett sjukhus på tre orter"));
			pty_send(&pty[i], "2");
			CU_ASSERT_TRUE(pty_shows(&pty[i], "Rapportera juni 2021"));
			pty_send(&pty[i], typed[i]);
			CU_ASSERT_TRUE(pty_shows(&pty[i], typed[i]));
		}
		pty_send(&pty[first], "\r");
		CU_ASSERT_TRUE(pty_shows(&pty[first], "►HS-02"));
		/* the open cell keeps what is typed when the row is read again */
		CU_ASSERT_TRUE(pty_shows_in(&pty[second], "1 ny ändring av", 2000));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[second]));
		pty_send(&pty[second], "\r");
		CU_ASSERT_TRUE(pty_shows(&pty[second], "Ändrad av annan"));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[first]));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[second]));
		pty_send(&pty[second], "s");
		CU_ASSERT_TRUE(pty_shows(&pty[second], "det sparade gäller"));
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[first]));
		pty_send(&pty[second], "u");
		CU_ASSERT_TRUE(pty_shows(&pty[second], typed[second]));
		for (int i = 0; i < 2; i++)
			pty_finish(&pty[i]);
	}
}

/* A locked database says who saved last and how long it waits; Esc gives up. */
static void
test_locked(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);
	sqlite3 *other = NULL;

	pty_send(&pty, "ji");
	CU_ASSERT_TRUE(pty_shows(&pty, "u ångrar"));
	CU_ASSERT_EQUAL(sqlite3_open(path, &other), SQLITE_OK);
	CU_ASSERT_EQUAL(
	    sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	pty_send(&pty, "ji");
	CU_ASSERT_TRUE(pty_shows(&pty, "Väntar på databasen"));
	CU_ASSERT_TRUE(pty_shows(&pty, "låst sedan 1 s"));
	CU_ASSERT_TRUE(pty_shows(&pty, "Senast sparade ea01, 2021-07-05 11:00"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "är INTE sparad"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_hides(&pty, "är INTE sparad"));
	/* it is waited for: the other one is done in time */
	pty_send(&pty, "i");
	CU_ASSERT_TRUE(pty_shows(&pty, "Väntar på databasen"));
	CU_ASSERT_EQUAL(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	CU_ASSERT_TRUE(pty_shows(&pty, "u ångrar"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	sqlite3_close(other);
	pty_finish(&pty);
}

/* Reading and writing that take long: shown, and ended by Esc with nothing half done. */
static void
test_long_work(void)
{
	g_autofree char *plan = g_strdup("plan.csv");
	g_autofree char *path = pty_make("init");
	struct pty pty;

	pty_write_plan(plan, 1000000);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "i Läs in"));
	pty_send(&pty, "i");
	CU_ASSERT_TRUE(pty_shows(&pty, "Läs in en fil"));
	pty_send(&pty, "plan.csv\r");
	CU_ASSERT_TRUE(pty_shows(&pty, "┌ Prövar"));
	CU_ASSERT_TRUE(pty_shows(&pty, " %"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ingenting är inläst."));
	/* the same prompt takes a smaller one */
	pty_write_plan(plan, 8000);
	pty_send(&pty, "\r");
	CU_ASSERT_TRUE(pty_shows(&pty, "fler ändringar än som visas"));
	pty_send(&pty, "\023");
	CU_ASSERT_TRUE(pty_shows(&pty, "Inläst: 8000 nya"));

	pty_send(&pty, "x\t\t ");
	CU_ASSERT_TRUE(pty_shows(&pty, "►text"));
	pty_send(&pty, "G\r");
	CU_ASSERT_TRUE(pty_shows(&pty, "uppfoljning-2021-06.pdf"));
	pty_send(&pty, "\023");
	CU_ASSERT_TRUE(pty_shows(&pty, "┌ Exporterar"));
	CU_ASSERT_TRUE(pty_shows(&pty, " %"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "Exporten är avbruten. Ingen fil är skriven."));
	CU_ASSERT_FALSE(g_file_test("uppfoljning-2021-06.pdf", G_FILE_TEST_EXISTS));
	pty_finish(&pty);
}

/* Read-only is said in the title, and every key that writes says why not. */
static void
test_read_only(void)
{
	g_autofree char *path = pty_example();
	g_autofree char *journal = g_strconcat(path, "-journal", NULL);
	struct pty pty;

	CU_ASSERT_EQUAL(g_chmod(path, 0444), 0);
	CU_ASSERT_EQUAL(g_chmod(journal, 0444), 0);
	pty_be_plain(true);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "LÄSLÄGE"));
	for (const char *key = "bsci+"; *key != '\0'; key++) {
		const char one[] = { *key, '\0' };

		pty_send(&pty, one);
		CU_ASSERT_TRUE(pty_shows(&pty, "OBS Läsläge"));
		pty_send(&pty, "j");
		CU_ASSERT_TRUE(pty_hides(&pty, "OBS Läsläge"));
	}
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	pty_finish(&pty);
	pty_be_plain(false);
}

/* Without a UTF-8 locale of its own the program finds one: å is å, in and out. */
static void
test_locale(void)
{
	static const char *const c[] = { "LC_ALL=C", "LANG=C", NULL };
	g_autofree char *path = pty_example();
	struct pty pty;

	pty_start_as(&pty, path, "ea01", "", c);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
	pty_send(&pty, "/");
	CU_ASSERT_TRUE(pty_shows(&pty, "Sök"));
	pty_send(&pty, "åäöÅÄÖé");
	CU_ASSERT_TRUE(pty_shows(&pty, "åäöÅÄÖé"));
	pty_finish(&pty);
}

static void
walk_down(struct pty *pty, int from)
{
	for (int i = from; i <= 12; i++) {
		g_autofree char *next = g_strdup_printf("►HS-%02d", i);
		gsize before = pty->sent->len;

		pty_send(pty, ESC "[B");
		CU_ASSERT_TRUE(pty_shows(pty, next));
		CU_ASSERT_TRUE(pty->sent->len - before <= 300);
	}
}

/* On a slow line: an arrow sends no more than what it changes. */
static void
test_arrows(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "j");
	CU_ASSERT_TRUE(pty_shows(&pty, "►HS-02"));
	walk_down(&pty, 3);
	/* the report grid */
	pty_send(&pty, "2");
	CU_ASSERT_TRUE(pty_shows(&pty, "Rapportera juni 2021"));
	pty_send(&pty, "g");
	CU_ASSERT_TRUE(pty_shows(&pty, "►HS-01"));
	walk_down(&pty, 2);
	pty_finish(&pty);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "two on one row", test_two },
		{ "two in one cell", test_two_cells }, { "locale C", test_locale },
		{ "bytes of an arrow", test_arrows }, { "locked database", test_locked },
		{ "long work", test_long_work }, { "read only", test_read_only },
		CU_TEST_INFO_NULL };

	return pty_run("pty others", cases);
}

#endif
