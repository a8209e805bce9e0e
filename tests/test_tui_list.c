/*
 * test_tui_list.c - the action list: columns, order, filter, search, marks and what is
 * changed for all that are marked.
 */
#include "tests/tui_drive.h"

/* The line of the screen that has a text; "" when none has.  g_free. */
static char *
line_of(const struct drive *drive, const char *text)
{
	g_autofree char *dump = grid_dump(drive->grid);
	g_auto(GStrv) lines = g_strsplit(dump, "\n", -1);

	for (int i = 0; lines[i] != NULL; i++)
		if (strstr(lines[i], text) != NULL)
			return g_strdup(lines[i]);
	return g_strdup("");
}

/* Does one text stand above another on the screen? */
static bool
above(const struct drive *drive, const char *first, const char *second)
{
	g_autofree char *dump = grid_dump(drive->grid);
	const char *a = strstr(dump, first), *b = strstr(dump, second);

	if (a != NULL && b != NULL && a < b)
		return true;
	g_printerr("\"%s\" does not stand above \"%s\"\n%s", first, second, dump);
	return false;
}

static bool
line_has(const struct drive *drive, const char *line, const char *text)
{
	g_autofree char *shown = line_of(drive, line);

	if (strstr(shown, text) != NULL)
		return true;
	g_printerr("\"%s\" is not in: %s\n", text, shown);
	return false;
}

static void
test_columns(void)
{
	struct drive drive;

	drive_example(&drive);
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "Mål 21 Utfall   Prog  Avvik Status"));
	drive_press(&drive, "v");
	drive_snapshots(&drive, "list-columns");
	/* kind away, deviation (now the fourth) two steps to the left */
	drive_press(&drive, "Space Down Down Down < <");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "Mål 21  Avvik Utfall   Prog Status"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "Mål 21  Avvik Utfall   Prog Status"));
	/* Esc takes every step back */
	drive_press(&drive, "v Space > Esc");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "Mål 21  Avvik Utfall   Prog Status"));
	drive_press(&drive, "v 0 Enter");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "K Mål 21 Utfall   Prog  Avvik Status"));
	/* the last one cannot be put away */
	drive_press(&drive, "v Space Space Space Space Space Space Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "Minst en kolumn"));
	drive_press(&drive, "Esc");
	drive_finish(&drive);
}

/* Number and name stay where they are; the others are moved beside them. */
static void
test_sideways(void)
{
	struct drive drive;

	drive_example(&drive);
	/* more columns than 80, or 120, have room for */
	drive_press(&drive, "v");
	for (int i = 0; i < 22; i++)
		drive_press(&drive, "Down");
	drive_press(&drive, "Space g Down Down Down Down Down Down");
	for (int i = 0; i < 3; i++)
		drive_press(&drive, "End Space");
	drive_press(&drive, "Enter");
	drive_snapshots(&drive, "list-sideways");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "►"));
	drive_press(&drive, "Right Right");
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "◄"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01 Ett sjukhus"));
	drive_snapshot(&drive, "list-sideways-moved");
	/* back, and then the group folds */
	drive_press(&drive, "Left Left");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01 Ett sjukhus"));
	drive_press(&drive, "Left");
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-01"));
	drive_finish(&drive);
}

static void
test_lights(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_size(&drive, 120, 40);
	drive_snapshot(&drive, "list-lights");
	/* HS-02: 28,5 of 40 is 71 %, below 80: effekt is red, and so is the whole */
	CU_ASSERT_TRUE(line_has(&drive, " HS-02 ", "■ ▲ försenad"));
	/* HS-08: 0,9 of 1,0 is 90 %, below 95: yellow */
	CU_ASSERT_TRUE(line_has(&drive, " HS-08 ", "▲ √ genomförd"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ljus: effekt ● grön"));
	/* only the red ones */
	drive_press(&drive, "f Tab Tab Tab Tab Tab Tab Right Right Right F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-02"));
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-08"));
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-08"));
	drive_finish(&drive);
}

static void
test_order(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "S");
	drive_snapshots(&drive, "list-sort");
	drive_press(&drive, "Esc");
	/* by forecast, the highest first, in one list: HS-02 28,5, HS-04 22,0, HS-05
	 * 21,5 */
	drive.app->memory->sorted = true;
	drive.app->memory->sort = LIST_FORECAST;
	drive.app->memory->descending = true;
	drive.app->memory->mixed = true;
	app_refresh(drive.app);
	drive_press(&drive, "g");
	drive_snapshots(&drive, "list-sorted");
	CU_ASSERT_TRUE(above(&drive, "HS-02", "HS-04"));
	CU_ASSERT_TRUE(above(&drive, "HS-04", "HS-05"));
	CU_ASSERT_TRUE(above(&drive, "HS-07", "RF-01"));
	CU_ASSERT_TRUE(drive_hides(&drive, "▼"));
	CU_ASSERT_TRUE(line_has(&drive, "| Nr", "Prog↓"));
	/* without a forecast: last, also the other way */
	drive.app->memory->descending = false;
	app_refresh(drive.app);
	drive_press(&drive, "G");
	CU_ASSERT_TRUE(line_has(&drive, "►RF-D9", "–"));
	/* by number the other way, the förvaltningar kept together */
	drive_press(&drive, "S Right Tab Right Tab Left F2");
	drive_finish(&drive);
}

/* Swedish order of letters, numbers by their value. */
static void
test_text_order(void)
{
	CU_ASSERT_TRUE(list_text_compare("HS-2", "HS-10") < 0);
	CU_ASSERT_TRUE(list_text_compare("Zebra", "Åsna") < 0);
	CU_ASSERT_TRUE(list_text_compare("ål", "äl") < 0);
	CU_ASSERT_TRUE(list_text_compare("Ärla", "öra") < 0);
	CU_ASSERT_TRUE(list_text_compare("abc", "ABC") == 0);
	CU_ASSERT_TRUE(list_text_compare("", "a") < 0);
}

static void
test_search(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "z"); /* a search looks into folded groups */
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-01"));
	drive_press(&drive, "/");
	drive_type(&drive, "hyr");
	drive_snapshots(&drive, "list-typing");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-07"));
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-08"));
	drive_type(&drive, "bil");
	CU_ASSERT_TRUE(drive_shows(&drive, "Närmast: HS-07"));
	drive_press(&drive, "Back Back Back");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-07"));
	drive_press(&drive, "Enter");
	/* the whole list, its group open */
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-07"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-08"));
	drive_press(&drive, "/");
	drive_type(&drive, "digitala");
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-07"));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(drive_shows(&drive, "Söker \"hyr\""));
	drive_finish(&drive);
}

static void
test_filter(void)
{
	struct drive drive;

	drive_example(&drive);
	/* without a report for the month: those outside that nobody reported */
	drive_press(&drive, "f Tab Tab Tab Tab Tab Tab Tab Right Right F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "RF-D1"));
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-01"));
	drive_snapshot(&drive, "list-unreported");
	/* stage 4 */
	drive_press(&drive, "Del f Tab Tab Tab Tab Tab Right Right Right Right Right F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01"));
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-02"));
	/* a group sums what is shown of it: HS-07 alone, then 2 + 6 + 4 + 5 = 17 mkr */
	drive_press(&drive, "Del /");
	drive_type(&drive, "hyrpersonal");
	CU_ASSERT_TRUE(line_has(&drive, "▼Hälso", " 1   35,0    9,5   18,0   −8,1"));
	drive_press(&drive, "Esc f");
	drive_type(&drive, "vård");
	drive_press(&drive, "Tab Tab Tab Tab");
	drive_press_times(&drive, "Right", 4);
	drive_press(&drive, "F2");
	drive_snapshot(&drive, "list-sums");
	/* nobody owns it: nothing in the example but what is filtered away */
	drive_press(&drive, "Del f Tab Tab Right F2");
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-01 "));
	drive_finish(&drive);
}

/* A step taken back says what it was, from what to what. */
static void
test_steps(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "s Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01: status försenad"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "är ångrad: HS-01 status försenad → pågående, 1 till. U gör om."));
	drive_press(&drive, "U");
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "är ångrad: HS-01 status pågående → försenad, 1 till. u ångrar."));
	drive_finish(&drive);
}

static const char *
owner_of(struct session *session, const char *code)
{
	const struct plan *plan;
	GError *error = NULL;

	T_OK(session_whole(session, NULL, &plan, &error), error);
	return plan_action(plan, code)->owner;
}

static void
test_marks(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Space Space Down Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 markerade"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01•Ett sjukhus"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-03 Omstr"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-04•Prod"));
	drive_snapshots(&drive, "list-marked");
	/* the mark goes with the same key; Esc takes them all */
	drive_press(&drive, "Up Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 markerade"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_hides(&drive, "markerade"));
	/* all that the filter lets through, and the same again lets go */
	drive_press(&drive, "*");
	CU_ASSERT_TRUE(drive_shows(&drive, "30 markerade"));
	drive_press(&drive, "*");
	CU_ASSERT_TRUE(drive_hides(&drive, "markerade"));
	drive_finish(&drive);
}

static void
test_bulk_status(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Space Space s");
	/* pausad: the fifth of the words */
	drive_press(&drive, "g Down Down Down Down Enter");
	drive_snapshots(&drive, "list-bulk-status");
	CU_ASSERT_TRUE(drive_shows(&drive, "Sätta status pausad på 2 åtgärder"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01, HS-02"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_hides(&drive, "pausad"));
	drive_press(&drive, "s g Down Down Down Down Enter j");
	CU_ASSERT_TRUE(line_has(&drive, " HS-01", "▲ pausad"));
	CU_ASSERT_TRUE(line_has(&drive, " HS-02", "▲ pausad"));
	/* one step back for both */
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(line_has(&drive, " HS-01", "● pågående"));
	CU_ASSERT_TRUE(line_has(&drive, " HS-02", "▲ försenad"));
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inget nytt att redovisa"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 åtgärder"));
	drive_finish(&drive);
}

static void
test_bulk_owner(void)
{
	struct drive drive;
	g_autofree char *first = NULL, *second = NULL;

	drive_example(&drive);
	first = g_strdup(owner_of(drive.session, "HS-02"));
	second = g_strdup(owner_of(drive.session, "HS-03"));
	drive_press(&drive, "Down Space Space A");
	drive_snapshots(&drive, "list-bulk-owner");
	CU_ASSERT_TRUE(drive_shows(&drive, "Byter ansvarig på 2 åtgärder: HS-02, HS-03"));
	for (int i = 0; i < 60; i++)
		drive_press(&drive, "Back");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ansvarig är tom"));
	drive_type(&drive, "Ny Chef");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 åtgärder: ansvarig är nu Ny Chef"));
	T_TEXT(owner_of(drive.session, "HS-02"), "Ny Chef");
	T_TEXT(owner_of(drive.session, "HS-03"), "Ny Chef");
	CU_ASSERT_STRING_NOT_EQUAL(owner_of(drive.session, "HS-04"), "Ny Chef");
	drive_press(&drive, "u");
	T_TEXT(owner_of(drive.session, "HS-02"), first);
	T_TEXT(owner_of(drive.session, "HS-03"), second);
	/* the same again changes nothing */
	drive_press(&drive, "U A F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "det var så redan"));
	drive_finish(&drive);
}

/* All or none: the second of them is another version by now. */
static void
test_edit_many(void)
{
	struct drive drive;
	const struct plan *plan;
	struct action actions[2];
	struct action_edit edits[2] = { { .action = &actions[0] },
		{ .action = &actions[1] } };
	struct saved saved = { 0 };
	GError *error = NULL;

	drive_example(&drive);
	T_OK(session_whole(drive.session, NULL, &plan, &error), error);
	actions[0] = *plan_action(plan, "HS-01");
	actions[1] = *plan_action(plan, "HS-02");
	actions[0].owner = actions[1].owner = "Någon";
	edits[0].expected_version = actions[0].version;
	edits[1].expected_version = actions[1].version + 1;
	CU_ASSERT_FALSE(session_edit_many(drive.session, edits, 2, &saved, &error));
	CU_ASSERT_TRUE(error != NULL && strstr(error->message, "HS-02") != NULL);
	g_clear_error(&error);
	CU_ASSERT_STRING_NOT_EQUAL(owner_of(drive.session, "HS-01"), "Någon");
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "columns", test_columns },
		{ "sideways", test_sideways },
		{ "lights", test_lights },
		{ "order", test_order },
		{ "order of texts", test_text_order },
		{ "search", test_search },
		{ "filter", test_filter },
		{ "steps", test_steps },
		{ "marks", test_marks },
		{ "status of several", test_bulk_status },
		{ "owner of several", test_bulk_owner },
		{ "edit many", test_edit_many },
		CU_TEST_INFO_NULL,
	};
	char *folder = drive_enter_folder();
	int bad = t_run("list", cases);

	drive_leave_folder(folder);
	return bad;
}
