/*
 * test_tui_export.c - the export screen: what is chosen, previewed and written.
 */
#include <glib/gstdio.h>

#include "tests/tui_drive.h"

/* What a file holds; "" when there is none.  g_free. */
static char *
content_of(const char *path)
{
	char *text = NULL;

	return g_file_get_contents(path, &text, NULL, NULL) ? text : g_strdup("");
}

static void
test_export(void)
{
	struct drive drive;
	g_autofree char *first = NULL, *second = NULL, *third = NULL;

	drive_example(&drive);
	drive_press(&drive, "Down x");
	drive_snapshots(&drive, "export");
	drive_press(&drive, "PgDn");
	CU_ASSERT_TRUE(drive_shows(&drive, "rad 20–39 av"));
	drive_press(&drive, "w PgDn PgDn");
	drive_snapshots(&drive, "export-wide");
	drive_press(&drive, "Right");
	drive_snapshot(&drive, "export-wide-right");
	/* read again, and moved in before it is drawn */
	app_refresh(drive.app);
	drive_press(&drive, "End Home Esc Space");
	drive_snapshots(&drive, "export-pick");
	/* the name follows the appendix, the month and the format */
	drive_press(&drive, "End Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "atgard-HS-02-2021-06.txt"));
	for (int i = 0; i < 5 && drive_hides(&drive, "[slutredovisning"); i++)
		drive_press(&drive, "Left");
	drive_press(&drive, "Tab Back Back");
	drive_type(&drive, "0");
	drive_snapshots(&drive, "export-no-month");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL"));
	drive_press(&drive, "Esc");
	drive_type(&drive, "5");
	CU_ASSERT_TRUE(drive_shows(&drive, "slutredovisning-2021-05.txt"));
	drive_press(&drive, "Tab Right");
	CU_ASSERT_TRUE(drive_shows(&drive, "slutredovisning-2021-05.md"));
	/* written, and an existing file asked about */
	drive_press(&drive, "Tab Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Bilagan är skriven till /"));
	first = content_of("slutredovisning-2021-05.md");
	CU_ASSERT_TRUE(g_str_has_prefix(first, "# Slutredovisning"));
	CU_ASSERT_TRUE(
	    g_file_set_contents("slutredovisning-2021-05.md", "mitt", -1, NULL));
	drive_press(&drive, "F2");
	drive_snapshots(&drive, "export-exists");
	drive_press(&drive, "Esc");
	second = content_of("slutredovisning-2021-05.md");
	T_TEXT(second, "mitt");
	drive_press(&drive, "F2 e");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Bilagan är skriven till /"));
	third = content_of("slutredovisning-2021-05.md");
	T_TEXT(third, first);
	CU_ASSERT_EQUAL(g_unlink("slutredovisning-2021-05.md"), 0);
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-02"));
	drive_finish(&drive);
}

/* A name of the user's own keeps all but its suffix; what cannot be written is said. */
static void
test_export_names(void)
{
	struct drive drive;
	g_autofree char *dash = NULL;

	drive_example(&drive);
	drive_press(&drive, "o 4 Tab Tab Tab Home");
	drive_type(&drive, "min-");
	drive_press(&drive, "Shift-Tab Right Right");
	CU_ASSERT_TRUE(drive_shows(&drive, "[min-uppfoljning-2021-06.csv"));
	drive_press(&drive, "Shift-Tab Back");
	drive_type(&drive, "5");
	CU_ASSERT_TRUE(drive_shows(&drive, "[min-uppfoljning-2021-06.csv"));
	drive_press(&drive, "Tab Tab Home");
	drive_type(&drive, "saknas/");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "mappen finns inte"));
	drive_press(&drive, "Esc End");
	for (int i = 0; i < 60; i++)
		drive_press(&drive, "Back");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "är inget filnamn"));
	/* a file, not what it is on the command line */
	drive_type(&drive, "-");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "skriven"));
	dash = content_of("-");
	CU_ASSERT_TRUE(dash[0] != '\0');
	CU_ASSERT_EQUAL(g_unlink("-"), 0);
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Översikt"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "export", test_export },
		{ "export names", test_export_names },
		CU_TEST_INFO_NULL,
	};
	char *folder = drive_enter_folder();
	int bad = t_run("tui export", cases);

	drive_leave_folder(folder);
	return bad;
}
