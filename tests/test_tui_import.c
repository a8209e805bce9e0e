/*
 * test_tui_import.c - reading a file in from the terminal: what it would change, leaving
 * some of it, and what somebody else has written since a template was made.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "tests/tui_drive.h"

static const char *const files[] = { "lage.csv", "ratt.csv", "fel.csv", "krav.csv",
	"mall.csv", "rad.csv" };

/* In the run's folder, so that screens show the same name in every run. */
static void
write_file(const char *name, const char *text)
{
	GError *error = NULL;

	T_OK(g_file_set_contents(name, text, -1, &error), error);
}

/* Opens the prompt of a kind that stands so many rows below the first, and gives a file.
 */
static void
read_in(struct drive *drive, int below, const char *name)
{
	drive_press(drive, "Ctrl-O");
	if (below > 0) {
		drive_press(drive, "Shift-Tab Space");
		drive_press_times(drive, "Down", below);
		drive_press(drive, "Enter Tab");
	}
	drive_type(drive, name);
	drive_press(drive, "F2");
}

static void
test_reports(void)
{
	struct drive drive;

	drive_example(&drive);
	write_file("lage.csv", "id;omgång;status;prognos mkr;kommentar\n"
	                       "HS-01;2021-07;försenad;2,5;Hyrestvist\n"
	                       "HS-03;2021-07;pågående;;\n"
	                       "RF-01;2021-07;genomförd;;Klart\n");
	drive_press(&drive, "Ctrl-O");
	CU_ASSERT_TRUE(drive_shows(&drive, "lägesrapporterna (lage)"));
	drive_snapshots(&drive, "import-file");
	drive_press(&drive, "Esc");
	read_in(&drive, 0, "lage.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "Läs in lage · lage.csv"));
	CU_ASSERT_TRUE(drive_shows(&drive, "3 av 3 valda"));
	drive_snapshots_both(&drive, "import");
	/* one is left; all of an action can be read */
	drive_press(&drive, "Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "Vad filen gör"));
	drive_press(&drive, "q Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "[ ]    HS-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 3 valda"));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Inläst: 2 nya"));
	CU_ASSERT_TRUE(drive_shows(&drive, "resten lämnat. u ångrar."));
	CU_ASSERT_TRUE(drive_shows(&drive, "▲ försenad"));
	drive_press(&drive, "H");
	CU_ASSERT_TRUE(drive_shows(&drive, "Hyrestvist"));
	/* one step back */
	drive_press(&drive, "q u");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad"));
	drive_press(&drive, "H");
	CU_ASSERT_TRUE(drive_hides(&drive, "2021-07 status  – → försenad"));
	drive_finish(&drive);
}

/* None, nothing new, and a file that is wrong. */
static void
test_none(void)
{
	struct drive drive;

	drive_example(&drive);
	write_file("ratt.csv", "id;omgång;status\nHS-01;2021-07;försenad\n");
	write_file("fel.csv", "id;omgång;status\nHS-01;2021-07;försent\n");
	read_in(&drive, 0, "ratt.csv");
	drive_press(&drive, "* F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Inget är valt."));
	drive_press(&drive, "* F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst: 1 nya"));
	read_in(&drive, 0, "ratt.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "Filen ändrar ingenting"));
	drive_press(&drive, "F2 q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · VB2020"));
	read_in(&drive, 0, "fel.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläsningen stoppades"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Rätta detta i fel.csv:"));
	CU_ASSERT_TRUE(drive_shows(&drive, "rad 2: kolumn \"status\": värdet"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "fel.csv "));
	drive_press(&drive, "Esc");
	read_in(&drive, 0, "saknas.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "saknas.csv"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Läs in en fil"));
	drive_finish(&drive);
}

/* Rows that are about the programme are read in whole. */
static void
test_whole(void)
{
	struct drive drive;

	drive_example(&drive);
	write_file("krav.csv", "år;typ;belopp mkr\n2021;budgetreducering;99\n");
	read_in(&drive, 4, "krav.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "Läs in krav"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Programmet"));
	drive_press(&drive, "Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "kraven läses in hela, eller inte alls"));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst:"));
	drive_finish(&drive);
}

/* A template, filled in; ak17 has written in the same cell since it was made. */
static void
test_later(void)
{
	struct drive drive;
	struct session *other;
	struct report_entry theirs = {
		.action = "HS-01", .round = "2021-07", .status = STATUS_PAUSED
	};
	struct saved saved = { 0 };
	g_autofree char *text = NULL;
	GError *error = NULL;

	drive_example(&drive);
	text =
	    g_strdup_printf("id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;"
	                    "inget nytt;omgång;program;förvaltning;mall\n"
	                    "HS-01;;;;pågående;;;;2021-07;VB2020;;#%d\n"
	                    "HS-03;;;;pågående;;;;2021-07;VB2020;;#%d\n",
	        (int)drive.app->seen, (int)drive.app->seen);
	write_file("mall.csv", text);
	other = drive_session(session_path(drive.session), "ak17", false, true);
	T_OK(session_report(other, &theirs, &saved, &error), error);
	session_free(other);

	read_in(&drive, 0, "mall.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "[ ]    HS-01"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "status: pausad → pågående"));
	drive_snapshots(&drive, "import-later");
	/* theirs stays unless it is chosen */
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst: 1 nya"));
	CU_ASSERT_TRUE(drive_shows(&drive, "▲ pausad"));
	read_in(&drive, 0, "mall.csv");
	drive_press(&drive, "Space F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst:"));
	CU_ASSERT_TRUE(drive_hides(&drive, "▲ pausad"));
	drive_finish(&drive);
}

/* A file's name as people have it at hand. */
static void
test_typed(void)
{
	struct drive drive;
	g_autofree char *folder = g_get_current_dir();
	g_autofree char *quoted = g_strdup_printf("\"%s/ratt.csv\"", folder);
	g_autofree char *home =
	    g_strdup_printf("~/../../../../../../../..%s/ratt.csv", folder);
	const char *const names[] = { " ratt.csv ", "'ratt.csv'", quoted };

	drive_example(&drive);
	write_file("ratt.csv", "id;omgång;status\nHS-01;2021-07;försenad\n");
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		read_in(&drive, 0, names[i]);
		CU_ASSERT_TRUE(drive_shows(&drive, "Läs in lage · ratt.csv"));
		drive_press(&drive, "q");
	}
	/* below the home folder, by way of the root */
	read_in(&drive, 0, home);
	CU_ASSERT_TRUE(drive_shows(&drive, "Läs in lage · ratt.csv"));
	drive_press(&drive, "q");
	read_in(&drive, 0, "  ");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL  Skriv namnet på filen."));
	drive_press(&drive, "Esc");
	/* a name that has quotation marks of its own is that file's */
	write_file("'ratt.csv'", "id;omgång;status\nHS-03;2021-07;försenad\n");
	read_in(&drive, 0, "'ratt.csv'");
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-03"));
	g_unlink("'ratt.csv'");
	drive_finish(&drive);
}

/* Kronor written for millions: told before anything is read in, and taken all the same.
 * HS-01's target of 2021 is 3 mkr. */
static void
test_unusual(void)
{
	struct drive drive;
	g_autofree char *text = NULL;

	drive_example(&drive);
	text = g_strdup_printf("id;utfall nu mkr;omgång;program;mall\n"
	                       "HS-01;450000;2021-07;VB2020;#%d\n"
	                       "HS-03;1;2021-07;VB2020;#%d\n",
	    (int)drive.app->seen, (int)drive.app->seen);
	write_file("mall.csv", text);
	read_in(&drive, 0, "mall.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-01        OBS 1 ovanligt, 1 "));
	CU_ASSERT_TRUE(drive_shows(&drive, "000,0 mkr är mer än årets mål 3,0 mkr."));
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-03        1 "));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst: 2 nya"));
	drive_finish(&drive);
}

/* The template of two actions, made when so many changes had been saved. */
static void
write_template(int change)
{
	g_autofree char *text =
	    g_strdup_printf("id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;"
	                    "inget nytt;omgång;program;förvaltning;mall\n"
	                    "HS-01;;;;pågående;;;;2021-07;VB2020;;#%d\n"
	                    "HS-03;;;;pågående;;;;2021-07;VB2020;;#%d\n",
	        change, change);

	write_file("mall.csv", text);
}

/* ak17 reports the status of an action. */
static void
write_theirs(struct drive *drive, const char *code, enum status status)
{
	struct session *other =
	    drive_session(session_path(drive->session), "ak17", false, true);
	struct report_entry theirs = {
		.action = code, .round = "2021-07", .status = status
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_report(other, &theirs, &saved, &error), error);
	session_free(other);
}

/* To replace what was looked at is not to replace what is written after that, of the same
 * action or of another. */
static void
test_meanwhile(void)
{
	struct drive drive;

	drive_example(&drive);
	write_template((int)drive.app->seen);
	write_theirs(&drive, "HS-01", STATUS_PAUSED);
	read_in(&drive, 0, "mall.csv");
	drive_press(&drive, "Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 2 valda"));
	write_theirs(&drive, "HS-03", STATUS_CANCELLED);
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Någon annan hann spara"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[ ]    HS-03"));
	drive_press(&drive, "*");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 2 valda"));
	write_theirs(&drive, "HS-01", STATUS_CANCELLED);
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Någon annan hann spara"));
	drive_press(&drive, "* F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst:"));
	drive_finish(&drive);
}

/* A file that is saved anew is looked at anew. */
static void
test_saved_anew(void)
{
	struct drive drive;

	drive_example(&drive);
	write_file("ratt.csv", "id;omgång;status\nHS-01;2021-07;försenad\n");
	read_in(&drive, 0, "ratt.csv");
	write_file("ratt.csv", "id;omgång;status\nHS-03;2021-07;pausad\n");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Filen är en annan än nyss"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-03"));
	/* half of it, while it is being written */
	write_file("ratt.csv", "id;omgång;sta");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Filen är en annan än nyss. 1 fel hittades"));
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "rad 1: kolumn \"sta\""));
	drive_press(&drive, "q");
	write_file("ratt.csv", "id;omgång;status\nHS-04;2021-07;pausad\n");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-04"));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inläst: 1 nya"));
	drive_finish(&drive);
}

/* A template with a cell that cannot be read: the rest can be. */
static void
test_wrong(void)
{
	struct drive drive;
	g_autofree char *text = NULL;

	drive_example(&drive);
	text =
	    g_strdup_printf("id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;"
	                    "inget nytt;omgång;program;förvaltning;mall\n"
	                    "HS-01;;;;försent;;;;2021-07;VB2020;;#%d\n"
	                    "HS-03;;;;pausad;;;;2021-07;VB2020;;#%d\n",
	        (int)drive.app->seen, (int)drive.app->seen);
	write_file("mall.csv", text);
	read_in(&drive, 0, "mall.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "[x]    HS-03"));
	CU_ASSERT_TRUE(drive_shows(&drive, "×      Fel"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 1 valda · 1 fel"));
	drive_press(&drive, "End");
	CU_ASSERT_TRUE(drive_shows(&drive, "\"försent\""));
	drive_snapshots(&drive, "import-wrong");
	drive_press(&drive, "Space");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Ett fel kan inte läsas in."));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Inläst: 1 nya"));
	CU_ASSERT_TRUE(drive_shows(&drive, "▲ pausad"));
	drive_finish(&drive);
}

/* What only reading it in for good finds wrong: it is told how the rest comes in. */
static void
test_refused(void)
{
	struct drive drive;
	g_autofree char *text = NULL;

	drive_example(&drive);
	/* RF-01 has savings on several lines this year */
	text =
	    g_strdup_printf("id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;"
	                    "inget nytt;omgång;program;förvaltning;mall\n"
	                    "HS-03;;;;pausad;;;;2021-07;VB2020;;#%d\n"
	                    "RF-01;;4,3;;pausad;;;;2021-07;VB2020;;#%d\n",
	        (int)drive.app->seen, (int)drive.app->seen);
	write_file("mall.csv", text);
	read_in(&drive, 0, "mall.csv");
	CU_ASSERT_TRUE(drive_shows(&drive, "2 av 2 valda · 1 fel"));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "RF-01 har flera mållinjer"));
	CU_ASSERT_TRUE(drive_shows(&drive, "lämna de åtgärderna med Blanksteg"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Läs in lage · mall.csv"));
	drive_press(&drive, "Down Space F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Inläst: 1 nya"));
	CU_ASSERT_TRUE(drive_shows(&drive, "resten lämnat"));
	drive_finish(&drive);
}

/* A file of a kind is refused with this, and nothing in it is of a command line. */
static void
refused_with(struct drive *drive, int below, const char *text, const char *said)
{
	write_file("rad.csv", text);
	read_in(drive, below, "rad.csv");
	CU_ASSERT_TRUE(drive_shows(drive, said));
	CU_ASSERT_TRUE(drive_hides(drive, " --"));
	CU_ASSERT_TRUE(drive_hides(drive, "\"sparplan"));
	drive_press(drive, "q Esc Esc");
	CU_ASSERT_TRUE(drive_shows(drive, "Åtgärder · Omställning"));
}

static void
test_remedies(void)
{
	struct drive drive;
	const struct round_edit edit = { "DÅ04-2021", NULL, 1 };
	g_autofree char *text = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;

	drive_example(&drive);
	drive_size(&drive, 120, 40);
	T_OK(session_set_round(drive.session, &edit, &saved, &error), error);
	drive_press(&drive, "Ctrl-R");
	refused_with(&drive, 0, "id;omgång;prognos mkr\nHS-01;2021-07;2.5\n",
	    "men här gäller komma; skriv \"2,5\"");
	refused_with(&drive, 1, "id;period;belopp\nHS-01;2021-07;2\n",
	    "enheten saknas; skriv den i rubriken");
	refused_with(&drive, 1, "id;period;belopp mkr\nQQQQQQ;2021-07;2\n",
	    "Åtgärdslistan visar dem som finns");
	refused_with(&drive, 1, "id;period;belopp mkr\nHS-12;2021-06;9\n",
	    "bokför det för sig, så kan skillnaden");
	refused_with(&drive, 0, "id;omgång;status\nHS-01;DÅ04-2021;pausad\n",
	    "stängd och tar inte emot fler rapporter. Öppna den bland");
	refused_with(&drive, 0,
	    "id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;inget nytt;"
	    "omgång;program;förvaltning;mall\n"
	    "HS-01;;;;pausad;;;;2021-07;HA2015;;#1\n",
	    "här arbetar du med VB2020; byt till HA2015");
	text = g_strdup_printf(
	    "id;åtgärd;utfall nu mkr;prognos mkr;status;ljus;kommentar;inget nytt;"
	    "omgång;program;förvaltning;mall\n"
	    "HS-01;;;;;gul;;;2021-07;VB2020;;#%d\n",
	    (int)drive.app->seen);
	write_file("rad.csv", text);
	read_in(&drive, 0, "rad.csv");
	drive_press(&drive, "End Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "behöver en motivering; skriv den i"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "reports", test_reports }, { "none", test_none },
		{ "whole", test_whole }, { "written since", test_later },
		{ "unusual", test_unusual }, { "typed", test_typed },
		{ "written meanwhile", test_meanwhile },
		{ "saved anew", test_saved_anew }, { "wrong", test_wrong },
		{ "refused", test_refused }, { "remedies", test_remedies },
		CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status = t_run("tui import", cases);

	for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
		g_unlink(files[i]);
	drive_leave_folder(folder);
	return status;
}
