/*
 * test_tui_draft.c - a line that is lost: what is typed is kept, offered at the next
 * start and put back as typed text.
 */
#include <signal.h>

#include "tests/tui_drive.h"
#include "tui/draft.h"

/* SIGHUP: what is typed is in the draft, and nothing in the database. */
static void
hang_up(struct drive *drive)
{
	struct event event = { .kind = EVENT_SIGNAL, .signal = SIGHUP };

	CU_ASSERT_FALSE(app_event(drive->app, &event));
	CU_ASSERT_EQUAL(app_status(drive->app), 128 + SIGHUP);
}

/* The program ends, and `who` starts it. */
static void
start_again(struct drive *drive, const char *who)
{
	g_autofree char *path = g_strdup(session_path(drive->session));

	drive_finish(drive);
	drive_start(drive, drive_session(path, who, false, true), true);
	draft_offer(drive->app);
	drive_draw(drive);
}

static void
test_form(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "j e Tab Tab Tab");
	drive_type(&drive, "Karin \"Å\" = [x]; #");
	hang_up(&drive);

	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_shows(&drive, "Utkast från 11:00"));
	CU_ASSERT_TRUE(drive_shows(&drive, "slutenvårdKarin \"Å\" = [x]; #"));
	CU_ASSERT_TRUE(drive_shows(&drive, "j Återställ  n Kasta"));
	drive_snapshots(&drive, "draft-offer");
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "slutenvårdKarin \"Å\" = [x]; # "));
	CU_ASSERT_TRUE(drive_shows(&drive, "Det är inte sparat än."));
	drive_press(&drive, "Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrat: Ansvarig"));

	/* it was offered once: now it is the form that has it */
	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_hides(&drive, "Utkast"));
	drive_finish(&drive);
}

/* Ctrl-C three times leaves without a question: nothing typed may be lost by that. */
static void
test_interrupt(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 > 1 , 7 Ctrl-C Ctrl-C");
	CU_ASSERT_TRUE(drive.running);
	drive_press(&drive, "Ctrl-C");
	CU_ASSERT_FALSE(drive.running);
	CU_ASSERT_EQUAL(app_status(drive.app), 0);

	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_shows(&drive, "Utfall hittills i år: 1,7"));
	drive_press(&drive, "n");
	drive_finish(&drive);
}

/* What another has changed since is not typed over; both can be read. */
static void
test_overtaken(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "j e Tab Tab Tab");
	drive_type(&drive, "Karin");
	hang_up(&drive);

	start_again(&drive, "ak17");
	CU_ASSERT_TRUE(drive_hides(&drive, "Utkast"));
	drive_press(&drive, "j e Tab Tab Tab");
	drive_type(&drive, "Olle");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "är sparad"));

	start_again(&drive, "ea01");
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Någon annan har ändrat de här fälten"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Karin"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "slutenvårdOlle "));
	drive_finish(&drive);
}

/* An amount comes back in the unit it was typed in. */
static void
test_amount(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "j m b");
	CU_ASSERT_TRUE(drive_shows(&drive, "Belopp, tkr"));
	drive_type(&drive, "1300");
	hang_up(&drive);

	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_shows(&drive, "Belopp, tkr: 1300"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Belopp, tkr"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[1300 "));
	drive_finish(&drive);
}

/* The open cell of the report grid comes back in its month, on its row. */
static void
test_cell(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 > j j Right 1 , 7 5");
	hang_up(&drive);

	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juli 2021: HS-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Prognos: 1,75"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juli 2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[   1,75]"));
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	/* it was saved in the meantime: mine is only to be read */
	drive_press(&drive, "Up e 9");
	hang_up(&drive);
	drive_press(&drive, "Enter");
	start_again(&drive, "ea01");
	CU_ASSERT_TRUE(drive_shows(&drive, "Prognos: 1,759"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "har ändrats eller låsts sedan dess"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1,759"));
	drive_finish(&drive);
}

/* A comment that was begun in the grid comes back in the round of its month. */
static void
test_comment(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 > c");
	drive_type(&drive, "Avtalstrohet 81.");
	hang_up(&drive);

	start_again(&drive, "ea01");
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Lägesrapport för HS-01, omgång 2021-07"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Avtalstrohet 81."));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "a form", test_form },
		{ "an interrupt", test_interrupt },
		{ "overtaken by another", test_overtaken }, { "an amount", test_amount },
		{ "a cell", test_cell }, { "a comment", test_comment },
		CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status;

	g_setenv("XDG_STATE_HOME", folder, TRUE);
	status = t_run("tui draft", cases);
	drive_remove_drafts(folder);
	drive_leave_folder(folder);
	return status;
}
