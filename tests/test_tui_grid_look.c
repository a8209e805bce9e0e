/*
 * test_tui_grid_look.c - the report grid as snapshots: its states, at every size, in wgl4
 * and ascii.
 */
#include "tests/grid_kit.h"
#include "tests/tui_drive.h"

static void
glyphs(struct drive *drive, enum glyphs level)
{
	grid_free(drive->grid);
	drive->grid = grid_new(level);
}

/* In both sets of glyphs. */
static void
both(struct drive *drive, const char *name)
{
	g_autofree char *ascii = g_strdup_printf("ascii-%s", name);

	drive_snapshots(drive, name);
	glyphs(drive, GLYPHS_ASCII);
	drive_snapshots(drive, ascii);
	glyphs(drive, GLYPHS_WGL4);
}

static void
test_grid(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2");
	both(&drive, "report");
	drive_press(&drive, ">");
	drive_snapshots(&drive, "report-new");
	drive_finish(&drive);
}

/* S2: some told, one cell open. */
static void
test_cell(void)
{
	struct drive drive;

	grid_start(&drive, "HS-10");
	drive_press(&drive, "3 , 1 Tab 5 , 5 Tab Tab Tab 1 Tab i 2 , 6");
	drive_snapshots(&drive, "report-cell");
	drive_press(&drive, "Esc Down Space");
	both(&drive, "report-marked");
	drive_finish(&drive);
}

static void
test_checks(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "1 3 Enter");
	both(&drive, "report-unusual");
	drive_press(&drive, "x Enter");
	drive_snapshots(&drive, "report-unread");
	drive_finish(&drive);
}

static void
test_dialogs(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "I");
	both(&drive, "report-rest");
	drive_press(&drive, "n L");
	drive_snapshots(&drive, "report-hand-in");
	drive_press(&drive, "n 2 , 6");
	grid_other(drive.session, "HS-12", MKR(250));
	drive_press(&drive, "Enter");
	drive_snapshots(&drive, "report-conflict");
	drive_press(&drive, "d Up Del");
	drive_snapshots(&drive, "report-clear");
	drive_press(&drive, "n");
	drive_paste(&drive, "2,7\t4,1\n1,9\t4,0\n\t1,1\n-1\t0,5\n");
	drive_snapshots(&drive, "report-paste");
	drive_press(&drive, "Esc");
	drive_paste(&drive, "2,7\t4,1\n1.900\t4,0\n\t1,1\nett\t0,5\n");
	drive_snapshots(&drive, "report-paste-bad");
	drive_press(&drive, "Esc / R F - 0 1 Enter 4 Enter");
	drive_snapshots(&drive, "report-line");
	drive_finish(&drive);
}

static void
test_locked(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 L j");
	drive_press(&drive, "5");
	both(&drive, "report-locked");
	drive_finish(&drive);
}

static void
test_empty(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 f Tab");
	drive_type(&drive, "finns inte");
	drive_press(&drive, "F2");
	drive_snapshots(&drive, "report-no-hits");
	drive_finish(&drive);
}

/* HS-16 came after all rounds but June: it has its place below HS-15, and April waits for
 * the 17 there were. */
static void
test_added(void)
{
	struct drive drive;
	struct action action;
	const struct target_edit target = { .year = 2021, .amount = { MKR(100), true } };
	const struct action_edit edit = { &action, 0, &target, 1 };
	struct saved saved = { 0 };
	GError *error = NULL;

	drive_example(&drive);
	action_init(&action, "HS-16");
	action.name = "Tillkommen i juli";
	action.unit = "Hälso- och sjukvårdsförvaltningen";
	action.counts = true;
	T_OK(session_edit(drive.session, &edit, &saved, &error), error);
	drive_press(&drive, "Ctrl-R 2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juni 2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "17 av 18 klara"));
	drive_press(&drive, "P");
	drive_type(&drive, "då04-2021");
	drive_press(&drive, "Enter /");
	drive_type(&drive, "HS-16");
	drive_press(&drive, "Enter");
	drive_snapshots(&drive, "report-added");
	/* what has been left is none of it */
	drive_press(&drive, "I");
	CU_ASSERT_TRUE(drive_shows(&drive, "Alla som visas är redan klara."));
	drive_press(&drive, "f Tab");
	drive_type(&drive, "HS-16");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "Raderna kom till efter omgången och väntas inte in"));
	/* but it may be told there */
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 1 klara"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "grid", test_grid }, { "cell", test_cell },
		{ "checks", test_checks }, { "dialogs", test_dialogs },
		{ "locked", test_locked }, { "added", test_added },
		{ "empty", test_empty }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui grid look", cases);

	drive_leave_folder(folder);
	return bad;
}
