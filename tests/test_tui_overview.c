/*
 * test_tui_overview.c - from the overview's figures to the actions behind them and back,
 * and the milestones of an action: as snapshots, and by keys.
 */
#include "tests/tui_drive.h"

/* Down until the line that begins so is selected. */
static void
go_to(struct drive *drive, const char *text)
{
	g_autofree char *want = g_strconcat("►", text, NULL);

	drive_press(drive, "Home");
	for (int i = 0; i < 60 && drive_hides(drive, want); i++)
		drive_press(drive, "Down");
	CU_ASSERT_TRUE(drive_shows(drive, want));
}

static void
drill(struct drive *drive, const char *line, const char *what, const char *hits)
{
	drive_press(drive, "o");
	go_to(drive, line);
	drive_press(drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(drive, what));
	CU_ASSERT_TRUE(drive_shows(drive, hits));
}

/* The example has 30 actions, 17 of which count: 14 of HSF and 3 of RF; lights as the
 * overview says: 7 gröna, 6 gula, 4 röda. */
static void
test_overview(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "o");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 Åtgärder  < > Månad"));
	drive_press(&drive, "<");
	CU_ASSERT_TRUE(drive_shows(&drive, "rapporterade för maj 2021"));
	drive_press(&drive, "> q");
	drill(&drive, "2020 ", "bara: mål eller utfall 2020", " av 30 i filtret");
	drill(&drive, "Regionförval", "bara: Regionförvaltningen", "3 av 30 i filtret");
	drill(&drive, "Åtgärder utanför", "bara: utanför kravet", "13 av 30 i filtret");
	drill(&drive, "Krav ", "bara: räknas mot kravet", "17 av 30 i filtret");
	drill(&drive, "■   4 röd", "bara: röda", "4 av 30 i filtret");
	drill(&drive, "▲   6 gul", "bara: gula", "6 av 30 i filtret");
	/* a filter is left by Del; q goes back to the figure, wherever that leaves it */
	CU_ASSERT_TRUE(drive_shows(&drive, "q Tillbaka"));
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "inget filter"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "►▲   6 gul"));
	drive_press(&drive, "Enter e");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärd "));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: gula"));
	/* Esc first lets go of what is marked */
	drive_press(&drive, "Space Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: gula"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "►▲   6 gul"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "inget filter"));
	CU_ASSERT_TRUE(drive_shows(&drive, "q Ut"));
	/* folded groups do not hide what is asked for */
	drive_press(&drive, "z");
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-0"));
	drill(&drive, "■   4 röd", "bara: röda", "HS-02");
	drive_press(&drive, "q q");
	/* another screen in between: there is nothing to go back to */
	drill(&drive, "▲   6 gul", "bara: gula", "6 av 30 i filtret");
	drive_press(&drive, "7 q");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: gula"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Tryck q en gång till"));
	drive_press(&drive, "Del");
	/* nobody is missing, and nothing is without a target */
	drive_press(&drive, "o");
	go_to(&drive, "Rapporterade för månaden");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Ingen åtgärd står bakom: utan rapport"));
	/* a deviation and a risk are actions; the weights are settings */
	go_to(&drive, "HS-02");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärd HS-02"));
	drive_press(&drive, "Esc End Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inställningar · VB2020"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "►effekt grön"));
	drive_press(&drive, "Tab");
	go_to(&drive, "■ HS-15");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärd HS-15"));
	drive_finish(&drive);
}

static void
test_overview_screens(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "o Down Down Down");
	drive_snapshots(&drive, "drill");
	drive_press(&drive, "Tab Down Down Down");
	drive_snapshots(&drive, "drill-right");
	/* all of them to read, with the whole of why */
	drive_press(&drive, "R");
	drive_snapshots_both(&drive, "risks");
	CU_ASSERT_TRUE(drive_shows(&drive, "■ röd  HS-02 Omstrukturering"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Varför: prognos 28,5 av 40,0; 181 dagar"));
	drive_press(&drive, "q");
	drive_glyphs(&drive, GLYPHS_FULL);
	drive_snapshots(&drive, "full-overview");
	drive_finish(&drive);
}

/* A programme of assignments has no amounts to tell of. */
static void
test_bare(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "p Home Down Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "NB2017"));
	drive_press(&drive, "o");
	drive_snapshots_both(&drive, "overview-bare");
	drive_press(&drive, "Enter Tab R q Down End 8");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inget är bokfört än."));
	drive_finish(&drive);
}

/* ---- milestones -------------------------------------------------------------------- */

static void
test_steps(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Down e");
	for (int i = 0; i < 40 && drive_hides(&drive, "►○ plan 2020-12"); i++)
		drive_press(&drive, "Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "►○ plan 2020-12"));
	drive_press(&drive, "Space");
	drive_snapshots(&drive, "action-step");
	/* reached today, which is in July 2021; then not, after all */
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-02: milstolpen är sparad."));
	CU_ASSERT_TRUE(drive_shows(&drive, "►√ nådd 2021-07-05"));
	drive_press(&drive, "Space Down Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►○ plan 2020-12"));
	/* dates as plans write them */
	drive_press(&drive, "Space Down Enter Tab");
	drive_type(&drive, "i somras");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Milstolpen är INTE sparad."));
	drive_press_times(&drive, "Tab", 1);
	drive_press_times(&drive, "Back", 8);
	drive_type(&drive, "våren 2021");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "►√ nådd våren 2021"));
	/* one more, while a field of the form is being written */
	drive_press(&drive, "Down Down Space");
	drive_type(&drive, "Nytt hus");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "○ plan utan datum  Nytt hus"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ny milstolpe …"));
	drive_press(&drive, "Esc u u");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad"));
	drive_finish(&drive);
}

/* Somebody else moves the milestone while its dates are asked for, and while it is
 * ticked. */
static void
test_step_conflict(void)
{
	struct drive drive;
	struct milestone seen = { .goal = "",
		.name = "Exempeldata: sex avdelningar omställda",
		.due = "2020-12",
		.reached = "" };
	struct milestone_edit theirs = { "HS-02", seen.name, "2021-09", "", &seen };
	struct saved saved = { 0 };
	struct session *other;
	GError *error = NULL;

	drive_example(&drive);
	drive_press(&drive, "Down e");
	for (int i = 0; i < 40 && drive_hides(&drive, "►○ plan 2020-12"); i++)
		drive_press(&drive, "Tab");
	drive_press(&drive, "Space");
	other = drive_session(session_path(drive.session), "ak17", false, true);
	T_OK(session_set_milestone(other, &theirs, &saved, &error), error);
	/* reached today is mine, September theirs */
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Planerad, före: 2020-12"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Sparat: 2021-09"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ditt: 2021-07-05"));
	drive_snapshots(&drive, "step-conflict");
	drive_press(&drive, "d");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-02: milstolpen är sparad."));
	CU_ASSERT_TRUE(drive_shows(&drive, "►√ nådd 2021-07-05"));
	CU_ASSERT_TRUE(drive_shows(&drive, "(plan 2021-09)"));
	/* once more, with the dates open: theirs is chosen */
	drive_press(&drive, "Space Down Enter");
	drive_type(&drive, "x");
	seen.due = "2021-09";
	seen.reached = "2021-07-05";
	theirs.due = "2021-10";
	T_OK(session_set_milestone(other, &theirs, &saved, &error), error);
	session_free(other);
	drive_press(&drive, "Back Back Back");
	drive_type(&drive, "08");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ditt: 2021-08"));
	drive_press(&drive, "s");
	CU_ASSERT_TRUE(drive_shows(&drive, "○ plan 2021-10"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "overview", test_overview },
		{ "overview screens", test_overview_screens }, { "bare", test_bare },
		{ "steps", test_steps }, { "milestone of two", test_step_conflict },
		CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui overview", cases);

	drive_leave_folder(folder);
	return bad;
}
