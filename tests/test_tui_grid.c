/*
 * test_tui_grid.c - the report grid by its keys: moving, typing, what one key says of
 * many, and how many keys a month takes.  Its states are in test_tui_grid_states.c and
 * its snapshots in test_tui_grid_look.c.
 *
 * The example to June 2021: HS-12 has 2,30 of 4,0, HS-01 1,52 of 3,0.  July is nobody's
 * yet.
 */
#include "tests/grid_kit.h"
#include "tests/tui_drive.h"

static void
test_open(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Down Down r");
	/* June is not closed, so it is the month to report in; on the same action */
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juni 2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "17 av 17 klara"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-03"));
	drive_press(&drive, "> >");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera augusti 2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-03"));
	/* the clock is in July: what is told of August is asked about */
	CU_ASSERT_TRUE(drive_shows(&drive, "Månaden har inte börjat · Skriv"));
	drive_press(&drive, "1 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS HS-03: augusti 2021 har inte börjat."));
	drive_press(&drive, "Esc <");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	CU_ASSERT_TRUE(drive_hides(&drive, "har inte börjat"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Skriv utfall hittills i år · 17 kvar"));
	/* any month, or a round by its name */
	drive_press(&drive, "P");
	CU_ASSERT_TRUE(drive_shows(&drive, "Nu visas 2021-07."));
	drive_type(&drive, "dö");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "går inte att läsa som rapporteringsomgång"));
	drive_press(&drive, "Back Back");
	drive_type(&drive, "då04-2021");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera april 2021 · DÅ04-2021"));
	drive_press(&drive, "P");
	drive_type(&drive, "2022-02");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera februari 2022"));
	CU_ASSERT_TRUE(drive_shows(&drive, "jan     FEB"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · VB2020"));
	drive_press(&drive, "o 2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juni 2021"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Översikt"));
	drive_finish(&drive);
}

/* A digit overwrites, Enter saves and goes down, Tab to the right; each is saved at once.
 */
static void
test_type(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Enter Spara+ned"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OK HS-12 juli: 2,6 mkr hittills i år, månaden +0,3."));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-13"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	/* unchanged: just down */
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-14"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	/* e edits what stands there, with all its decimals */
	drive_press(&drive, "k k e");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	drive_press(&drive, "5 Tab");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(35)));
	/* to the right is the forecast */
	drive_press(&drive, "4 , 1 Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12: prognos 2021 4,1 mkr."));
	drive_press(&drive, "Shift-Tab F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    4,1]"));
	drive_press(&drive, "Esc");
	/* two amounts, one forecast: three steps back */
	drive_press(&drive, "u u");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, -1));
	drive_press(&drive, "U");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	drive_finish(&drive);
}

/* Amount, Tab, forecast, Enter: down to the column where Tab began, row after row. */
static void
test_enter(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6 Tab 4 , 2 Enter 2");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-13"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1,9[      2]"));
	drive_press(&drive, "Enter 0 , 7 Tab 1 Tab Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-15"));
	drive_press(&drive, "1");
	CU_ASSERT_TRUE(drive_shows(&drive, "–[      1]"));
	/* an arrow ends it: Enter stays in the column */
	drive_press(&drive, "Esc Up Tab Up 2 Enter Up");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,0]"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(30)));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-14", 202107, MKR(15)));
	/* Ctrl-S saves and stays; Ctrl-Z takes back what was typed */
	drive_press(&drive, "/ H S - 1 2 Enter Home 9 Ctrl-Z");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,6]"));
	drive_press(&drive, "Back 7 Ctrl-S");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-12"));
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12 juli: 2,7 mkr"));
	CU_ASSERT_TRUE(drive_shows(&drive, "i Inget nytt"));
	drive_finish(&drive);
}

/* What was posted elsewhere is confirmed by the same amount: nothing more is posted. */
static void
test_confirm(void)
{
	struct drive drive;
	const struct saving_entry entry = {
		.action = "HS-12", .month = 202107, .ore = MKR(25), .cost_kind = -1
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	grid_start(&drive, "HS-12");
	T_OK(session_post(drive.session, &entry, false, &saved, &error), error);
	drive_press(&drive, "Ctrl-R");
	CU_ASSERT_TRUE(drive_shows(&drive, "2,3[    2,6]   +0,3    ____"));
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	drive_press(&drive, "Enter Up e");
	CU_ASSERT_TRUE(drive_shows(&drive, "[   2,55]"));
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 17 klara"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(25)));
	drive_finish(&drive);
}

static void
test_move(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "End 5");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Belopp skrivs i månadens kolumn"));
	drive_press(&drive, "Home 9 Up");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS HS-12 juli 9,0 är mer än årets mål 4,0."));
	drive_press(&drive, "Esc Ctrl-Home");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01"));
	drive_press(&drive, "Up G");
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-D9"));
	drive_press(&drive, "Down g");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01"));
	drive_press(&drive, "Ctrl-End");
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-D9"));
	drive_press(&drive, "PgUp");
	CU_ASSERT_TRUE(drive_hides(&drive, "►RF-D9"));
	drive_press(&drive, "g PgDn PgUp");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01"));
	/* past the last cell of a row is the next row's first, and back */
	drive_press(&drive, "Tab Tab Tab Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-02"));
	drive_press(&drive, "Shift-Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-01"));
	drive_press(&drive, "h h h l j k");
	drive_press(&drive, "2 , 9 Down");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-01: prognos 2021 2,9 mkr."));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-02"));
	/* tkr and back */
	drive_press(&drive, "m");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 900"));
	drive_press(&drive, "m / i n k ö p s r Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-12"));
	drive_press(&drive, "n N");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-12"));
	drive_press(&drive, "H");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-12"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juli"));
	drive_finish(&drive);
}

/* One Esc throws the cell's text away, u gives it back, two leave. */
static void
test_escape(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 8 Esc");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS Cellen är ångrad. u ger texten tillbaka."));
	CU_ASSERT_TRUE(drive_shows(&drive, "[   ____]"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "[    2,8]"));
	/* F1 is help, and the cell is open behind it */
	drive_press(&drive, "F1");
	CU_ASSERT_TRUE(drive_shows(&drive, "En öppen cell"));
	drive_press(&drive, "q 5 Enter");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(55)));
	drive_press(&drive, "7 Esc Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · VB2020"));
	drive_finish(&drive);
}

/* What cannot be read stays to be mended; what is unusual is asked of once. */
static void
test_check(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "2 , 6 x Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL \"2,6x\" har annat än ett tal"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[   2,6x]"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL \"2,6x\" har annat än ett tal"));
	/* less than the month before */
	drive_press(&drive, "Back Back Back 1 Enter");
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "OBS HS-12 juli 21,0 är mer än årets mål 4,0. Enter igen=godta"));
	drive_press(&drive, "Back Back 1 , 9 Enter");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS HS-12 juli 1,9 är mindre än 2,3 i juni."));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, -1));
	/* another text is asked of anew; the same again is meant */
	drive_press(&drive, "Back 8 Enter");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS HS-12 juli 1,8 är mindre än 2,3 i juni."));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, MKR(-50)));
	/* 1,52 in six months is 0,25 a month: 2,6 more is more than ten of them */
	drive_press(&drive, "g Down Down Down 1 3 , 3 Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-04"));
	drive_press(&drive, "g Right 1 Enter");
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "OBS HS-01 prognos 1,0 är mindre än utfallet hittills 1,52."));
	drive_press(&drive, "Back 3 0 Enter");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS HS-01 prognos 30,0 är tio gånger årets mål"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-01: prognos 2021 30,0 mkr."));
	drive_finish(&drive);
}

/* i on the row, on the marked; I on all that are left, in one change. */
static void
test_nothing(void)
{
	struct drive drive;
	int before;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OK HS-12: inget nytt att redovisa för 2021-07."));
	CU_ASSERT_TRUE(drive_shows(&drive, "=inget nytt"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-13"));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, -1));
	drive_press(&drive, "k i");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "OBS Åtgärden är redan rapporterad i 2021-07."));
	/* marked ones, among them the one that is done */
	drive_press(&drive, "Space Space Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 markerade (Esc släpper)"));
	CU_ASSERT_TRUE(drive_shows(&drive, " HS-13*"));
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive,
	    "2 åtgärder: inget nytt att redovisa för 2021-07, 1 var redan klar."));
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 17 klara"));
	before = drive_changes(&drive);
	drive_press(&drive, "I");
	CU_ASSERT_TRUE(drive_shows(&drive, "på 14 åtgärder som saknar"));
	CU_ASSERT_TRUE(drive_shows(&drive, "… och 4 till"));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 17 klara"));
	drive_press(&drive, "I j");
	CU_ASSERT_TRUE(drive_shows(&drive, "17 av 17 klara"));
	CU_ASSERT_EQUAL(drive_changes(&drive), before + 1);
	drive_press(&drive, "I");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Alla som visas är redan klara."));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 17 klara"));
	/* * marks all, and releases them; Esc releases too and stays */
	drive_press(&drive, "*");
	CU_ASSERT_TRUE(drive_shows(&drive, "30 markerade"));
	drive_press(&drive, "* * Esc");
	CU_ASSERT_TRUE(drive_hides(&drive, "markerade"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Rapportera juli"));
	drive_finish(&drive);
}

static void
test_same(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "p");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK 1 utfall som förra månaden."));
	CU_ASSERT_TRUE(grid_says(&drive, "HS-12", 202107, 0));
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-13"));
	/* HS-12 is posted now; one of the two marked had nothing to repeat */
	drive_press(&drive, "k Space Space p");
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "OK 1 utfall som förra månaden, 1 rad hade inget att upprepa."));
	drive_press(&drive, "u k");
	/* what is posted is not repeated away */
	drive_press(&drive, "k p");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Inget att upprepa"));
	/* the forecast of June, 4,6 */
	drive_press(&drive, "Right p");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK 1 prognos som förra månaden."));
	CU_ASSERT_TRUE(drive_shows(&drive, "4,6"));
	drive_press(&drive, "End p");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS p upprepar"));
	/* HS-06 has nothing to repeat */
	drive_press(&drive, "Home g / j o u r Enter p");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Inget att upprepa"));
	drive_finish(&drive);
}

static void
test_words(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "s");
	CU_ASSERT_TRUE(drive_shows(&drive, "Status för HS-12, omgång 2021-07"));
	drive_press(&drive, "Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-12: status försenad, omgång 2021-07."));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 17 klara"));
	drive_press(&drive, "c");
	CU_ASSERT_TRUE(drive_shows(&drive, "Lägesrapport för HS-12, omgång 2021-07"));
	drive_type(&drive, "Avtalstrohet 81.");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Avtalstrohe"));
	/* e on the cell does the same */
	drive_press(&drive, "End e Esc Left e Esc Space Space s Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK 2 åtgärder: status"));
	drive_finish(&drive);
}

static void
test_filter(void)
{
	struct drive drive;

	grid_start(&drive, "HS-12");
	drive_press(&drive, "f Space Down Down Enter F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 3 klara"));
	CU_ASSERT_TRUE(drive_hides(&drive, " HS-15"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-01"));
	drive_press(&drive, "f Tab Tab Space Down Enter F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara de som är kvar"));
	/* a row that is done gives its place to the next */
	drive_press(&drive, "g i");
	CU_ASSERT_TRUE(drive_hides(&drive, "RF-01 Effekt"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►RF-02"));
	drive_finish(&drive);
}

/* Twenty-five actions, twelve of them unchanged, in at most 110 keys; one u takes I back.
 */
static void
test_budget(void)
{
	struct drive drive;
	int keys = 0;

	grid_start_many(&drive, 25);
	for (int i = 0; i < 25; i++) {
		/* thirteen are told: twelve pass by */
		keys += grid_count(&drive, i % 2 == 0 ? "1 , 4 Enter" : "Enter");
	}
	CU_ASSERT_TRUE(drive_shows(&drive, "13 av 25 klara"));
	keys += grid_count(&drive, "I j");
	CU_ASSERT_TRUE(drive_shows(&drive, "25 av 25 klara"));
	g_print("%d keys ", keys);
	CU_ASSERT_TRUE(keys <= 110);
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "13 av 25 klara"));
	CU_ASSERT_TRUE(grid_says(&drive, "A-01", 202104, MKR(40)));
	CU_ASSERT_TRUE(grid_says(&drive, "A-02", 202104, -1));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "open", test_open }, { "type", test_type },
		{ "enter", test_enter }, { "confirm", test_confirm },
		{ "move", test_move }, { "escape", test_escape }, { "check", test_check },
		{ "nothing new", test_nothing }, { "as last month", test_same },
		{ "words", test_words }, { "filter", test_filter },
		{ "budget", test_budget }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui grid", cases);

	drive_leave_folder(folder);
	return bad;
}
