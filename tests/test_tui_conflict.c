/*
 * test_tui_conflict.c - what cannot be saved as it is: the file fails, or another person
 * was first.  Nothing that was typed is lost.
 */
#include <sqlite3.h>

#include "tests/tui_drive.h"
#include "tui/draft.h"

/* ---- what could not be saved ------------------------------------------------------- */

static bool
give_up(void *user, int waited_ms)
{
	(void)user;
	(void)waited_ms;
	return false;
}

static sqlite3 *
lock_as(const struct drive *drive, const char *begin)
{
	sqlite3 *other = NULL;

	CU_ASSERT_EQUAL(sqlite3_open(session_path(drive->session), &other), SQLITE_OK);
	CU_ASSERT_EQUAL(sqlite3_exec(other, begin, NULL, NULL, NULL), SQLITE_OK);
	return other;
}

/* Nobody else writes, but all read. */
static sqlite3 *
lock(const struct drive *drive)
{
	return lock_as(drive, "BEGIN IMMEDIATE");
}

static void
test_unsaved(void)
{
	struct drive drive;
	g_autofree char *path = NULL;
	sqlite3 *other;

	drive_example(&drive);
	session_set_wait(drive.session, give_up, NULL);
	other = lock(&drive);
	drive_press(&drive, "> j b");
	drive_type(&drive, "1,3");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL  Kunde inte spara"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Utfallet är INTE sparat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "Senast sparade ea01, 2021-07-05 11:00."));
	CU_ASSERT_TRUE(drive_shows(&drive, "Det du har skrivit står kvar."));
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "f Försök igen  s Utkast  v Detaljer  Esc Tillbaka"));
	CU_ASSERT_TRUE(drive_hides(&drive, "SQLite"));
	drive_snapshots(&drive, "unsaved");
	drive_storm(&drive, "INTE sparat");
	/* the technics are for whoever asks */
	drive_press(&drive, "v");
	CU_ASSERT_TRUE(drive_shows(&drive, "database is locked (5)"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Databas: plan"));
	CU_ASSERT_TRUE(drive_shows(&drive, "f Försök igen  s Utkast  Esc Tillbaka"));
	/* back to what is typed, which is kept on this machine too */
	drive_press(&drive, "s");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Utkastet ligger på den här datorn"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[1,3 "));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Utfallet är INTE sparat."));
	sqlite3_close(other);
	drive_press(&drive, "f");
	CU_ASSERT_TRUE(drive_shows(&drive, "1,3 mkr bokfört. u ångrar."));
	path = g_strdup(session_path(drive.session));
	drive_finish(&drive);

	/* a draft is kept until someone says what to do with it */
	drive_start(&drive, drive_session(path, "ea01", false, true), true);
	draft_offer(drive.app);
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "Utkast från"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Belopp, mkr: 1,3"));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(drive_shows(&drive, "Utkastet är kastat."));
	drive_finish(&drive);
}

/* A key of the list is tried again; a choice that is closed is not. */
static void
test_unsaved_choice(void)
{
	struct drive drive;
	sqlite3 *other;

	drive_example(&drive);
	session_set_wait(drive.session, give_up, NULL);
	drive_press(&drive, "> j");
	other = lock(&drive);
	drive_press(&drive, "s Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "är INTE sparad."));
	CU_ASSERT_TRUE(drive_shows(&drive, " v Detaljer  Esc Tillbaka"));
	CU_ASSERT_TRUE(drive_hides(&drive, "f Försök igen"));
	CU_ASSERT_TRUE(drive_hides(&drive, "står kvar"));
	drive_press(&drive, "Esc i");
	CU_ASSERT_TRUE(drive_shows(&drive, "f Försök igen  v Detaljer"));
	sqlite3_close(other);
	drive_press(&drive, "f");
	CU_ASSERT_TRUE(drive_shows(&drive, "inget nytt att redovisa för 2021-07"));
	drive_finish(&drive);
}

static bool
count_waits(void *user, int waited_ms)
{
	int *waits = user;

	if (waited_ms == 0)
		(*waits)++;
	return false;
}

/* A cell of the report grid stays open, is waited for once, and is tried again. */
static void
test_unsaved_cell(void)
{
	struct drive drive;
	sqlite3 *other;
	int waits = 0;

	drive_example(&drive);
	session_set_wait(drive.session, count_waits, &waits);
	drive_press(&drive, "2 > 1 , 8");
	other = lock_as(&drive, "BEGIN EXCLUSIVE");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Cellen är INTE sparad."));
	CU_ASSERT_TRUE(drive_shows(&drive, "f Försök igen  s Utkast  v Detaljer"));
	CU_ASSERT_EQUAL(waits, 1);
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    1,8]"));
	drive_press(&drive, "Enter");
	sqlite3_close(other);
	drive_press(&drive, "f");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-01 juli: 1,8 mkr hittills i år"));
	drive_finish(&drive);
}

/* What failed is told after one wait: what stands now is not read over it. */
static void
test_waits_once(void)
{
	static const struct {
		const char *before, *keys, *not_done;
	} asked[] = { { "> j c x", "F2", "Rapporten är INTE sparad." },
		{ "> j b 1", "F2", "Utfallet är INTE sparat." },
		{ "Down A x", "F2", "Inget är ändrat." },
		{ "7 s", "j", "Omgången är INTE ändrad." },
		{ "9", "Del", "Inställningen är INTE ändrad." },
		{ "H b", "j", "är INTE ångrad." } };

	for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
		struct drive drive;
		sqlite3 *other;
		int waits = 0;

		drive_example(&drive);
		session_set_wait(drive.session, count_waits, &waits);
		drive_press(&drive, asked[i].before);
		other = lock_as(&drive, "BEGIN EXCLUSIVE");
		drive_press(&drive, asked[i].keys);
		CU_ASSERT_TRUE(drive_shows(&drive, "FEL  Kunde inte spara"));
		CU_ASSERT_TRUE(drive_shows(&drive, asked[i].not_done));
		CU_ASSERT_EQUAL(waits, 1);
		sqlite3_close(other);
		drive_finish(&drive);
	}
}

/* ---- two people, one text ---------------------------------------------------------- */

/* ak17 writes while ea01's prompt is open. */
static void
write_behind(const struct drive *drive, const char *action, const char *comment,
    const char *result)
{
	struct session *other =
	    drive_session(session_path(drive->session), "ak17", false, true);
	struct report_entry entry = {
		.action = action, .round = "2021-06", .comment = comment, .result = result
	};
	struct saved saved;
	GError *error = NULL;

	T_OK(session_report(other, &entry, &saved, &error), error);
	session_free(other);
}

static void
expect_comment(const struct drive *drive, const char *action, const char *want)
{
	struct detail *detail = NULL;
	GError *error = NULL;
	bool found = false;

	T_OK(session_detail(drive->session, action, NULL, &detail, &error), error);
	for (guint i = 0; i < detail->reports->len; i++) {
		const struct detail_report *report =
		    &g_array_index(detail->reports, struct detail_report, i);

		if (strcmp(report->round, "2021-06") != 0)
			continue;
		T_TEXT(report->comment, want);
		found = true;
	}
	CU_ASSERT_TRUE(found);
	detail_free(detail);
}

/* Both, mine, theirs; and back to the prompt with what is typed. */
static void
test_two_comments(void)
{
	static const struct {
		const char *answer, *want;
	} cases[] = { { "b", "Ak17 skrev\nMitt" }, { "d", "Mitt" }, { "s", "Ak17 skrev" },
		{ "Esc F2 b", "Ak17 skrev\nMitt" } };

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct drive drive;

		drive_example(&drive);
		drive_press(&drive, "j c Ctrl-A");
		for (int back = 0; back < 100; back++)
			drive_press(&drive, "Del Back");
		drive_type(&drive, "Mitt");
		write_behind(&drive, "HS-02", "Ak17 skrev", NULL);
		drive_press(&drive, "F2");
		CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: HS-02 Kommentar"));
		CU_ASSERT_TRUE(drive_shows(&drive, "Före: Exempeldata: två av fyra"));
		CU_ASSERT_TRUE(
		    drive_shows(&drive, "Sparat av ak17 2021-07-05 11:00: Ak17 skrev"));
		CU_ASSERT_TRUE(drive_shows(&drive, "Ditt: Mitt"));
		if (i == 0) {
			drive_snapshots(&drive, "conflict-comment");
			drive_storm(&drive, "Ditt: Mitt");
		}
		drive_press(&drive, cases[i].answer);
		CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-02: "));
		expect_comment(&drive, "HS-02", cases[i].want);
		drive_finish(&drive);
	}
}

/* ak17 saves fields of an action whose form ea01 has open. */
static void
other_saves(const struct drive *drive, const char *code, void (*set)(struct action *))
{
	struct session *other =
	    drive_session(session_path(drive->session), "ak17", false, true);
	struct view view = { 0 };
	struct detail *detail = NULL;
	struct action_edit change = { 0 };
	struct saved saved;
	GError *error = NULL;

	T_OK(session_detail(other, code, &view, &detail, &error), error);
	set(&detail->action);
	change.action = &detail->action;
	change.expected_version = detail->action.version;
	T_OK(session_edit(other, &change, &saved, &error), error);
	detail_free(detail);
	session_free(other);
}

static void
set_description(struct action *action)
{
	action->description = "Deras text";
}

/* A description is prose: both can be kept. */
static void
test_two_descriptions(void)
{
	struct drive drive;
	struct detail *detail = NULL;
	GError *error = NULL;

	drive_example(&drive);
	drive_press(&drive, "j j j j e");
	other_saves(&drive, "HS-05", set_description);
	/* the description is the field before the milestones and links */
	for (int i = 0; i < 40 && drive_hides(&drive, "Ändrat: Beskrivning"); i++) {
		drive_press(&drive, "Tab");
		drive_type(&drive, "Q");
		if (drive_hides(&drive, "Ändrat: Beskrivning"))
			drive_press(&drive, "Ctrl-Z");
	}
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: HS-05"));
	drive_storm(&drive, "Deras text");
	/* mine, theirs, both */
	drive_press(&drive, "Space Space");
	CU_ASSERT_TRUE(drive_hides(&drive, "Båda sparas"));
	drive_press(&drive, "Space Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "Båda sparas, ditt sist"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "är sparad"));
	T_OK(session_detail(drive.session, "HS-05", NULL, &detail, &error), error);
	CU_ASSERT_TRUE(g_str_has_prefix(detail->action.description, "Deras text\n"));
	CU_ASSERT_PTR_NOT_NULL(strchr(detail->action.description, 'Q'));
	detail_free(detail);
	drive_finish(&drive);
}

static void
set_two(struct action *action)
{
	action->owner = "Ny ägare";
	action->plan_ready = "Q1 2022";
}

static void
test_conflict(void)
{
	struct drive drive;
	struct view view = { 0 };
	struct detail *detail = NULL;
	GError *error = NULL;

	drive_example(&drive);
	drive_press(&drive, "Down e Tab Tab Tab End");
	drive_type(&drive, " A");
	other_saves(&drive, "HS-02", set_two);
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ny ägare"));
	CU_ASSERT_TRUE(drive_shows(&drive, "ak17"));
	drive_snapshots_both(&drive, "conflict");
	/* keys as long as their column stand apart from what they do */
	drive_press(&drive, "?");
	CU_ASSERT_TRUE(drive_shows(&drive, "Vänster, Höger  Byt mellan ditt"));
	drive_press(&drive, "q");
	/* mine for the owner, theirs for the date that I did not touch */
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "är sparad"));
	T_OK(session_detail(drive.session, "HS-02", &view, &detail, &error), error);
	CU_ASSERT_TRUE(g_str_has_suffix(detail->action.owner, " A"));
	T_TEXT(detail->action.plan_ready, "Q1 2022");
	detail_free(detail);
	drive_finish(&drive);
}

static void
set_many(struct action *action)
{
	set_two(action);
	action->name = "Nytt namn";
	action->area = "Nytt område";
	action->start = "2022-02";
	action->finish = "2022-03";
	action->description = "Ny beskrivning";
}

/* More fields than a small window shows, scrolled to the last when the window grows. */
static void
test_conflict_grows(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Down e Tab Tab Tab End");
	drive_type(&drive, " A");
	other_saves(&drive, "HS-02", set_many);
	drive_size(&drive, 60, 16);
	drive_press(&drive, "F2 End");
	CU_ASSERT_TRUE(drive_hides(&drive, "Nytt omr"));
	drive_size(&drive, 80, 24);
	CU_ASSERT_TRUE(drive_shows(&drive, "Nytt omr"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ny beskriv"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "unsaved", test_unsaved },
		{ "unsaved choice", test_unsaved_choice },
		{ "unsaved cell", test_unsaved_cell }, { "waits once", test_waits_once },
		{ "two comments", test_two_comments },
		{ "two descriptions", test_two_descriptions },
		{ "conflict", test_conflict },
		{ "a conflict grows", test_conflict_grows }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status;

	g_setenv("XDG_STATE_HOME", folder, TRUE);
	status = t_run("tui conflict", cases);
	drive_remove_drafts(folder);
	drive_leave_folder(folder);
	return status;
}
