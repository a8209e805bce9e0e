/*
 * test_tui_grid_states.c - the report grid where it asks, refuses or waits: corrections,
 * lines, closed rounds, what others save meanwhile, pastes, sizes, a lost line.
 *
 * The example to June 2021: HS-12 has 2,30 of 4,0, RF-01 3,66 of 7,5 on two lines.
 */
#include "tests/grid_kit.h"
#include "tests/tui_drive.h"
#include "tui/sheet.h"

/* Somebody else reports the action while it is asked where its amount falls, and the row
 * leaves the filter: the amount is saved nowhere, and never on the next row. */
static void
test_row_gone(void)
{
	struct drive drive;
	struct session *other;
	struct sheet *sheet;
	const struct report_entry theirs = {
		.action = "RF-01", .round = "2021-07", .nothing_new = true
	};
	struct event idle = { .kind = EVENT_IDLE };
	struct saved saved = { 0 };
	GError *error = NULL;
	int before;

	grid_start(&drive, "RF-01");
	sheet = app_top(drive.app)->state;
	sheet->filter.left = true;
	sheet_fill(sheet);
	drive_press(&drive, "4 , 1 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "På vilken mållinje faller skillnaden"));
	other = drive_session(session_path(drive.session), "ak17", false, true);
	T_OK(session_report(other, &theirs, &saved, &error), error);
	session_free(other);
	before = drive_changes(&drive);
	app_event(drive.app, &idle);
	drive_press(&drive, "Enter");
	CU_ASSERT_EQUAL(drive_changes(&drive), before);
	CU_ASSERT_TRUE(drive_shows(&drive, "Inget är sparat: raden visas inte längre."));
	/* nor is it typed on the next */
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "\"4,1\" skrevs på en åtgärd som inte visas"));
	CU_ASSERT_TRUE(drive_hides(&drive, "[    4,1]"));
	drive_finish(&drive);
}

/* Del asks before anything in the ledger is corrected. */
static void
test_clear(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Cellen är tom i den här omgången."));
	drive_press(&drive, "2 , 6 Enter Up Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-12 har 0,3 mkr bokfört i juli."));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	drive_press(&drive, "Del j");
	CU_ASSERT_TRUE(drive_shows(&drive, "är tillbakataget"));
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, -1));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	/* an emptied text is the same question */
	drive_press(&drive, "e Back Back Back Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ta tillbaka det?"));
	drive_press(&drive, "Esc Right 5 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12: prognos 2021 5,0 mkr."));
	drive_press(&drive, "Up Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12: omgångens prognos är borttagen."));
	drive_press(&drive, "Right Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Status ändras med s"));
	drive_finish(&drive);
}

/* RF-01 has savings on two lines this year. */
static void
test_line(void)
{
	struct drive drive;

	grid_start(&drive, "RF-01");
	drive_press(&drive, "4 , 1 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "På vilken mållinje faller skillnaden"));
	CU_ASSERT_TRUE(drive_shows(&drive, "drift · bokfört i år 2,92"));
	CU_ASSERT_TRUE(drive_shows(&drive, "intäkt · bokfört i år 0,74"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    4,1]"));
	drive_press(&drive, "Enter Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK RF-01 juli: 4,1 mkr hittills i år"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-02"));
	CU_ASSERT_TRUE(grid_says(&drive, "RF-01", 202107, MKR(44)));
	drive_finish(&drive);
}

static void
test_hand_in(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 L");
	CU_ASSERT_TRUE(drive_shows(&drive, "Alla har rapporterat. Lämna in 2021-06?"));
	drive_press(&drive, "n L j");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OK Omgången 2021-06 är inlämnad och stängd."));
	CU_ASSERT_TRUE(drive_shows(&drive, "juni 2021 ▓ LÅST"));
	for (int i = 0; i < 7; i++) {
		static const char *const keys[] = { "5", "i", "I", "p", "s", "c", "Del" };

		drive_press(&drive, keys[i]);
		CU_ASSERT_TRUE(
		    drive_shows(&drive, "OBS Omgången 2021-06 är inlämnad och låst."));
	}
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_hides(&drive, "LÅST"));
	/* a month that is not over, with fifteen left: named, asked twice, and refused */
	drive_press(&drive, "> Space Space i L");
	CU_ASSERT_TRUE(drive_shows(&drive, "15 åtgärder i programmet saknar rapport"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-03, HS-04"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "stängs utan rapport för 15 åtgärder"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Månaden är INTE inlämnad."));
	drive_finish(&drive);
}

/* Somebody else saves the cell that is open: both amounts are shown, neither is lost. */
static void
test_conflict(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6");
	grid_other(drive.session, "HS-12", MKR(250));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: HS-12"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Före: 2,3"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Sparat av ak17"));
	CU_ASSERT_TRUE(drive_shows(&drive, ": 2,5"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ditt: 2,6"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	drive_press(&drive, "Enter s");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12: det sparade gäller."));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(20)));
	drive_press(&drive, "u Enter");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	/* mine over theirs */
	drive_press(&drive, "Up 2 , 7");
	grid_other(drive.session, "HS-12", MKR(240));
	drive_press(&drive, "Enter d");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(40)));
	drive_finish(&drive);
}

/* What somebody else saved a moment ago, and does not show yet, is not replaced by one
 * key. */
static void
test_unseen(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	grid_other(drive.session, "HS-12", MKR(250));
	drive_press(&drive, "p");
	CU_ASSERT_TRUE(drive_shows(&drive, "någon annan har ändrat utfallet"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(20)));
	drive_press(&drive, "Esc Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-12 har 0,2 mkr bokfört i juli."));
	grid_other(drive.session, "HS-12", MKR(270));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "någon annan har ändrat utfallet"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(40)));
	drive_finish(&drive);
}

/* Another row than mine: it shows, and neither the cursor nor the text moves. */
static void
test_others(void)
{
	struct drive drive;
	struct event idle = { .kind = EVENT_IDLE };

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6");
	grid_other(drive.session, "HS-01", MKR(172));
	app_event(drive.app, &idle);
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-12"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 17 klara"));
	drive_finish(&drive);
}

static void
test_paste(void)
{
	struct drive drive;
	int before;

	grid_start(&drive, "HS-12");
	before = drive_changes(&drive);
	drive_paste(&drive, "2,6\t4,1\r\n\t\r\n0,7\t1,2\r\n");
	CU_ASSERT_TRUE(drive_shows(&drive, "4 celler, 0 fel, 2 tomma –"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-12  juli 2,6  prognos 4,1"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-14  juli 0,7  prognos 1,2"));
	drive_press(&drive, "Esc");
	CU_ASSERT_EQUAL(drive_changes(&drive), before);
	drive_paste(&drive, "2,6\t4,1\r\n\t\r\n0,7\t1,2\r\n");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK 4 celler är inklistrade."));
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 17 klara"));
	CU_ASSERT_EQUAL(drive_changes(&drive), before + 1);
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	/* one fault and nothing is saved */
	drive_paste(&drive, "2,6\nsjutton\n21\n");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 celler, 1 fel, 1 ovanlig"));
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL HS-13:"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ingenting är sparat."));
	drive_press(&drive, "Enter Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	drive_finish(&drive);
}

/* More than there is room for, two lines in a cell, blanks, an open cell. */
static void
test_paste_shapes(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_paste(&drive, "2,6\t4,1\tförsenad\tText\tmer");
	CU_ASSERT_TRUE(drive_shows(&drive, "5 celler, 1 fel"));
	drive_press(&drive, "Esc");
	drive_paste(&drive, "2,6\t4,1\tförsenad\t\"Rad \"\"ett\"\"\nrad två\"");
	CU_ASSERT_TRUE(drive_shows(&drive, "4 celler, 0 fel"));
	drive_press(&drive, "Enter / R F - 0 1 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-01"));
	/* one that has to be asked about does not stop the others */
	drive_paste(&drive, "4,1");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 celler, 0 fel, 1 hoppas över. Det finns"));
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS RF-01 hoppas över: har flera mållinjer, skriv"));
	drive_press(&drive, "Esc");
	drive_paste(&drive, "4,1\t7,6\n1,1\n");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 celler, 0 fel, 1 hoppas över –"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(grid_says(&drive, "RF-01", 202107, -1));
	CU_ASSERT_TRUE(grid_says(&drive, "RF-02", 202107, MKR(110)));
	drive_press(&drive, "u G");
	drive_paste(&drive, "1\n\n \n");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 cell, 0 fel –"));
	drive_press(&drive, "Esc g");
	drive_paste(&drive, "1,8\n\n1");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 celler, 0 fel, 1 tom –"));
	drive_press(&drive, "Esc G");
	drive_paste(&drive, "1\n2");
	CU_ASSERT_TRUE(drive_shows(&drive, "fler rader än det finns under cellen"));
	/* one value in an open cell is its text */
	drive_press(&drive, "Esc g 1");
	drive_paste(&drive, ",9");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    1,9]"));
	drive_finish(&drive);
}

static void
test_read_only(void)
{
	struct drive drive;

	drive_example(&drive);
	app_free(drive.app);
	grid_free(drive.grid);
	drive_start(&drive, drive.session, false);
	drive_press(&drive, "2 >");
	for (int i = 0; i < 8; i++) {
		static const char *const keys[] = { "5", "e", "i", "I", "p", "s", "c",
			"L" };

		drive_press(&drive, keys[i]);
		CU_ASSERT_TRUE(drive_shows(&drive, "OBS Läsläge"));
	}
	drive_paste(&drive, "2,6");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Läsläge"));
	drive_finish(&drive);
}

/* No size loses what is typed. */
static void
test_sizes(void)
{
	static const int sizes[][2] = { { 200, 60 }, { 60, 16 }, { 20, 5 }, { 1, 1 },
		{ 120, 40 } };
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6");
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
		drive_size(&drive, sizes[i][0], sizes[i][1]);
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	drive_finish(&drive);
}

/* A slow link: F1 comes as an Esc, and then the rest of it. */
static void
test_late_key(void)
{
	struct event late = { .late = true };
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "7 Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Cellen är ångrad."));
	event_key(&late, "F1");
	CU_ASSERT_TRUE(app_event(drive.app, &late));
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "En öppen cell"));
	drive_press(&drive, "q 8");
	CU_ASSERT_TRUE(drive_shows(&drive, "[     78]"));
	drive_finish(&drive);
}

/* A row that is pointed at is gone to; once more opens its cell. */
static void
test_point(void)
{
	struct event event = { .kind = EVENT_POINT, .y = 7 };
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "2 >");
	drive.app->grid = drive.grid;
	/* rows begin at 3 with HS-01 */
	app_event(drive.app, &event);
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-05"));
	event.y = 4;
	app_event(drive.app, &event);
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-02"));
	CU_ASSERT_TRUE(drive_shows(&drive, "i Inget nytt"));
	app_event(drive.app, &event);
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "Enter Spara+ned"));
	drive_finish(&drive);
}

/* Where a sentence or a question is larger than the window, the rest of it is read. */
static void
test_small(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_size(&drive, 60, 16);
	drive_press(&drive, "1 3 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "årets mål 4,0. Enter"));
	CU_ASSERT_TRUE(drive_shows(&drive, "igen=godta  Esc=rätta"));
	drive_press(&drive, "Esc I");
	CU_ASSERT_TRUE(drive_shows(&drive, "PgDn Mer"));
	CU_ASSERT_TRUE(drive_hides(&drive, "… och 7 till"));
	drive_press(&drive, "PgDn");
	CU_ASSERT_TRUE(drive_shows(&drive, "… och 7 till"));
	CU_ASSERT_TRUE(drive_hides(&drive, "PgDn Mer"));
	drive_press(&drive, "PgDn Down Up");
	CU_ASSERT_TRUE(drive_shows(&drive, "PgDn Mer"));
	drive_press(&drive, "PgUp PgUp");
	CU_ASSERT_TRUE(drive_shows(&drive, "Sätta \"Inget nytt"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "17 av 17 klara"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "clear", test_clear }, { "line", test_line },
		{ "hand in", test_hand_in }, { "conflict", test_conflict },
		{ "others", test_others }, { "row gone", test_row_gone },
		{ "unseen", test_unseen }, { "paste", test_paste },
		{ "shapes of pastes", test_paste_shapes },
		{ "read only", test_read_only }, { "sizes", test_sizes },
		{ "small", test_small }, { "late key", test_late_key },
		{ "mouse", test_point }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui grid states", cases);

	drive_leave_folder(folder);
	return bad;
}
