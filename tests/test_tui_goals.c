/*
 * test_tui_goals.c - the programme chooser, the goals screen, the assignments screen and
 * the links of the action form: as snapshots, and by keys.
 */
#include "tests/goals_sample.h"

static void
start(struct drive *drive, const char *code)
{
	drive_start(drive, sample_session(code), true);
}

static void
test_programmes(void)
{
	struct drive drive;

	start(&drive, "NB2017");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · NB2017"));
	drive_press(&drive, "p");
	drive_snapshots(&drive, "programme");
	CU_ASSERT_TRUE(drive_shows(&drive, "√ NB2017    5 åtgärder"));
	/* Esc keeps */
	drive_press(&drive, "Down Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · NB2017"));
	/* the filter and the month are of the one that is left */
	drive_press(&drive, "/ K i r u n a Enter o < p Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Översikt · NB2022 · juni 2021"));
	CU_ASSERT_TRUE(drive_shows(
	    &drive, "OK Nu visas NB2022, Norrbottens delårsrapport april 2022."));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · NB2022"));
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 3 räknas"));
	/* one without actions has goals */
	drive_press(&drive, "p End Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Här finns inga åtgärder än."));
	drive_press(&drive, "5");
	CU_ASSERT_TRUE(drive_shows(&drive, "Mål · SK2021"));
	drive_finish(&drive);
}

/* What was done in one programme is not undone from another. */
static void
test_undo_by_programme(void)
{
	struct drive drive;

	start(&drive, "NB2017");
	drive_press(&drive, "6 Down Down i");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 5 klara"));
	drive_press(&drive, "p Down Enter u");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Det finns inget att ångra"));
	drive_press(&drive, "p Up Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 5 klara"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad"));
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 5 klara"));
	drive_press(&drive, "U");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 5 klara"));
	drive_finish(&drive);
}

static void
test_goals(void)
{
	struct drive drive;

	start(&drive, "NB2022");
	drive_press(&drive, "5");
	drive_snapshots(&drive, "goals");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "7 mått: ● grön 1 · ▲ gul 1 · ■ röd 1 · ○ grå 4"));
	/* folded from where it stands, and from a leaf to what it hangs on */
	drive_press(&drive, "g Left");
	CU_ASSERT_TRUE(drive_hides(&drive, "En god vård"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Attraktiv arbetsgivare"));
	drive_snapshots(&drive, "goals-folded");
	drive_press(&drive, "Right Down Down Down Left");
	CU_ASSERT_TRUE(drive_shows(&drive, "F1 framgångsfaktor"));
	/* the actions that serve a goal: unfolded, then one of them opened */
	drive_press(&drive, "Down Down Down Enter Down");
	drive_snapshots(&drive, "goals-actions");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 Liggande handlingsplaner"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärd 1 · NB2022"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Mål · NB2022"));
	/* the month moves what is latest */
	drive_press(&drive, "g < < <");
	CU_ASSERT_TRUE(drive_shows(&drive, "mars 2021"));
	CU_ASSERT_TRUE(drive_hides(&drive, "K 29  M 4"));
	drive_finish(&drive);
}

static void
test_indicator(void)
{
	struct drive drive;

	start(&drive, "NB2022");
	drive_press(&drive, "t Down Down Down Down Down Down Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Mått · NB2022"));
	drive_snapshots(&drive, "goals-read");
	drive_press(&drive, "q End");
	CU_ASSERT_TRUE(drive_shows(&drive, "Piteå"));
	drive_press(&drive, "Up Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "2021-04: 6,6 dagar"));
	CU_ASSERT_TRUE(drive_shows(&drive, "2021-03: data saknas"));
	drive_finish(&drive);
}

static void
test_goal_map(void)
{
	struct drive drive;

	start(&drive, "SK2021");
	drive_press(&drive, "5");
	drive_snapshots(&drive, "goals-map");
	CU_ASSERT_TRUE(drive_shows(&drive, "Målbild: saknas i källan"));
	CU_ASSERT_TRUE(drive_shows(&drive, "sjukdom → hälsa"));
	drive_finish(&drive);
}

static void
test_glyphs(void)
{
	static const enum glyphs levels[] = { GLYPHS_ASCII, GLYPHS_FULL };
	static const char *const names[] = { "ascii-goals", "full-goals" };
	struct drive drive;

	start(&drive, "NB2022");
	drive_press(&drive, "5");
	for (size_t i = 0; i < SAMPLE_N(levels); i++) {
		grid_free(drive.grid);
		drive.grid = grid_new(levels[i]);
		drive_snapshots(&drive, names[i]);
	}
	drive_press(&drive, "p Up Enter 6");
	grid_free(drive.grid);
	drive.grid = grid_new(GLYPHS_ASCII);
	drive_snapshots(&drive, "ascii-assignments");
	drive_finish(&drive);
}

static void
test_none(void)
{
	struct drive drive;

	start(&drive, "VB2020");
	drive_press(&drive, "5");
	drive_snapshots(&drive, "goals-empty");
	drive_press(&drive, "Enter Left < 6");
	drive_snapshots(&drive, "assignments-empty");
	drive_press(&drive, "i I c r Down Enter < > q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Här finns inga åtgärder än."));
	drive_finish(&drive);
}

static void
test_assignments(void)
{
	struct drive drive;

	start(&drive, "NB2017");
	drive_press(&drive, "6");
	drive_snapshots(&drive, "assignments");
	CU_ASSERT_TRUE(drive_shows(&drive, "Uppdrag · NB2017 · 2021-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 5 klara"));
	/* what is reported in words is not made nothing by one key */
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Uppdrag 1 är redan rapporterat"));
	/* texts: c and r, one dialog */
	drive_press(&drive, "Down Down c");
	drive_type(&drive, "Nytt avtal prövas.");
	drive_snapshots(&drive, "assignments-write");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 5 klara"));
	drive_press(&drive, "r");
	drive_type(&drive, "Klart i maj.");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Klart i maj."));
	CU_ASSERT_TRUE(drive_shows(&drive, "Nytt avtal prövas."));
	/* emptied, it would stay as it was: it says so */
	drive_press(&drive, "e Ctrl-Z Shift-Tab End");
	for (int i = 0; i < 20; i++)
		drive_press(&drive, "Back");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "kan inte tömmas"));
	drive_press(&drive, "Esc k u u");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 5 klara"));
	drive_press(&drive, "Ctrl-L"); /* the message tells what was taken back */
	CU_ASSERT_TRUE(drive_hides(&drive, "Nytt avtal prövas."));
	drive_finish(&drive);
}

static void
test_nothing_new(void)
{
	struct drive drive;
	int before;

	start(&drive, "NB2017");
	before = drive_changes(&drive);
	drive_press(&drive, "6 I");
	drive_snapshots(&drive, "assignments-rest");
	CU_ASSERT_TRUE(drive_shows(&drive, "för 3 uppdrag"));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 5 klara"));
	drive_press(&drive, "I j");
	CU_ASSERT_TRUE(drive_shows(&drive, "5 av 5 klara"));
	drive_snapshot(&drive, "assignments-done");
	CU_ASSERT_EQUAL(drive_changes(&drive), before + 1);
	/* one u takes them all back */
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 5 klara"));
	CU_ASSERT_EQUAL(drive_changes(&drive), before + 2);
	/* one at a time, down to the next past the heading */
	drive_press(&drive, "Down Down i i i");
	CU_ASSERT_TRUE(drive_shows(&drive, "5 av 5 klara"));
	drive_press(&drive, "I");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Alla är redan rapporterade."));
	drive_finish(&drive);
}

static void
test_rounds(void)
{
	const struct round_edit closed = { "2021-03", NULL, 1 };
	struct drive drive;
	struct saved saved = { 0 };
	GError *error = NULL;

	start(&drive, "NB2017");
	drive_press(&drive, "6 <");
	drive_snapshots(&drive, "assignments-closed");
	CU_ASSERT_TRUE(drive_shows(&drive, "2020-12 STÄNGD"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 5 klara"));
	for (int i = 0; i < 4; i++) {
		static const char *const keys[] = { "i", "I", "c", "r" };

		drive_press(&drive, keys[i]);
		CU_ASSERT_TRUE(
		    drive_shows(&drive, "OBS Omgången 2020-12 är stängd för rapporter."));
	}
	drive_press(&drive, "<");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Det här är den första omgången."));
	drive_press(&drive, "> >");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Det finns ingen senare omgång"));
	/* when the last is closed there is the one to report in now */
	T_OK(session_set_round(drive.session, &closed, &saved, &error), error);
	app_refresh(drive.app);
	drive_press(&drive, "q 6");
	CU_ASSERT_TRUE(drive_shows(&drive, "Uppdrag · NB2017 · 2021-03 STÄNGD"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Stängd, > visar nästa"));
	drive_press(&drive, ">");
	CU_ASSERT_TRUE(drive_shows(&drive, "Uppdrag · NB2017 · 2021-04"));
	CU_ASSERT_TRUE(drive_shows(&drive, "0 av 5 klara"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Före, 2021-03: Divisionerna"));
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 5 klara"));
	drive_finish(&drive);
}

/* Somebody else reports between what is shown and what is saved: neither is lost. */
static void
test_others(void)
{
	struct drive drive;
	struct session *other;
	struct report_entry entry = {
		.action = "3", .round = "2021-03", .result = "Deras resultat."
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	start(&drive, "NB2017");
	drive_press(&drive, "6 Down Down r");
	drive_type(&drive, "Mitt resultat.");
	other = drive_session(session_path(drive.session), "ak17", false, true);
	T_OK(session_choose(other, "NB2017", &error), error);
	T_OK(session_report(other, &entry, &saved, &error), error);
	session_free(other);
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Deras resultat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "Mitt resultat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: 3 Resultat"));
	drive_press(&drive, "b");
	CU_ASSERT_TRUE(drive_shows(&drive, "Uppdrag 3: rapporten för 2021-03 är sparad"));
	drive_press(&drive, "r");
	CU_ASSERT_TRUE(drive_shows(&drive, "[Deras resultat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "[Mitt resultat."));
	drive_finish(&drive);
}

static void
test_links(void)
{
	struct drive drive;

	start(&drive, "NB2022");
	drive_press(&drive, "Down e Ctrl-K");
	drive_snapshots(&drive, "action-link");
	drive_press(&drive, "Enter");
	drive_snapshots(&drive, "action-link-pick");
	/* F1 is linked already */
	CU_ASSERT_TRUE(drive_hides(&drive, "F1 En god"));
	drive_press(&drive, "End Enter");
	drive_size(&drive, 120, 40);
	CU_ASSERT_TRUE(drive_shows(&drive, "kopplingen till mål F4 är sparad"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Mål  ○ grå  F4 Rätt använd kompetens"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Mål  ▲ gul  F1 En god vård"));
	drive_size(&drive, 80, 24);
	/* to the last row, and with what is being written beside it kept */
	drive_type(&drive, "x");
	for (int i = 0; i < 40; i++)
		drive_press(&drive, "Down");
	drive_press(&drive, "Space Down Enter Down Enter");
	drive_size(&drive, 120, 40);
	CU_ASSERT_TRUE(drive_shows(&drive, "►Mått  ○ grå  SM2"));
	drive_snapshots(&drive, "action-links");
	/* taken away on the row itself */
	drive_size(&drive, 120, 40);
	drive_press(&drive, "Up Down");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrat: Åtgärd"));
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "borttagen"));
	CU_ASSERT_TRUE(drive_hides(&drive, "Mått  ○"));
	drive_press(&drive, "Esc k u");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad"));
	drive_press(&drive, "e");
	CU_ASSERT_TRUE(drive_shows(&drive, "Mått  ○ grå  SM2"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "programmes", test_programmes },
		{ "undo by programme", test_undo_by_programme }, { "goals", test_goals },
		{ "indicator", test_indicator }, { "goal map", test_goal_map },
		{ "glyphs", test_glyphs }, { "none", test_none },
		{ "assignments", test_assignments }, { "nothing new", test_nothing_new },
		{ "rounds", test_rounds }, { "others", test_others },
		{ "links", test_links }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui goals", cases);

	drive_leave_folder(folder);
	return bad;
}
