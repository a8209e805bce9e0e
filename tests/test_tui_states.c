/*
 * test_tui_states.c - the states that every screen has: in ASCII, empty, open for reading
 * only; and what holds for all of them: every key that writes is answered there, and no
 * sign is drawn that a terminal of that level lacks.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "tests/tui_drive.h"
#include "tui/style.h"

static void
start_locked(struct drive *drive, const struct drive *first)
{
	drive_start(drive,
	    drive_session(session_path(first->session), "styrgrupp", false, false),
	    false);
}

/* ---- open for reading only --------------------------------------------------------- */

/* Every key of a command that writes where the screen stands. */
static void
try_keys(struct drive *drive, const char *screen, GHashTable *tried)
{
	const unsigned scopes = app_top(drive->app)->scopes;

	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		g_auto(GStrv) keys = NULL;

		if (!command_info[c].writes || (command_info[c].scopes & scopes) == 0)
			continue;
		g_hash_table_add(tried, GINT_TO_POINTER(c));
		keys = g_strsplit(command_info[c].keys, " ", -1);
		for (int i = 0; keys[i] != NULL; i++) {
			drive_press(drive, keys[i]);
			if (drive_hides(drive,
			        "OBS Läsläge: be ea01, som ändrade senast, göra det."))
				g_printerr("%s: %s of %s is not answered\n", screen,
				    keys[i], command_info[c].name);
			CU_ASSERT_TRUE(drive_shows(drive, "OBS Läsläge: be ea01"));
			CU_ASSERT_EQUAL(app_top(drive->app)->scopes, scopes);
			/* the message goes with the next key, of whatever kind */
			drive_press(drive, "Ctrl-L");
			CU_ASSERT_TRUE(drive_hides(drive, "OBS Läsläge"));
		}
	}
}

static void
test_read_only(void)
{
	static const struct {
		const char *name, *keys;
	} screens[] = { { "list", "1" }, { "overview", "o" }, { "goals", "5" },
		{ "assignments", "6" }, { "rounds", "7" }, { "verify", "8" },
		{ "settings", "9" }, { "decisions", "0" }, { "log", "H" },
		{ "report", "q 1 Home Down 2" }, { "action", "q 1 Home Down e" },
		{ "step", "Tab Tab" } };
	/* a cell, two texts side by side and a file tried need someone who writes */
	static const enum command beyond[] = { CMD_CELL_KEEP, CMD_CELL_SAVE, CMD_KEEP,
		CMD_IMPORT_TAKE };
	g_autoptr(GHashTable) tried = g_hash_table_new(NULL, NULL);
	g_autofree char *path = drive_new_path();
	struct drive first, drive;

	drive_example(&first);
	start_locked(&drive, &first);
	for (size_t i = 0; i < G_N_ELEMENTS(screens); i++) {
		drive_press(&drive, screens[i].keys);
		try_keys(&drive, screens[i].name, tried);
	}
	drive_press(&drive, "x");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Läsläge: be ea01"));
	drive_finish(&drive);
	drive_finish(&first);
	/* a database with nothing in it */
	drive_start(&first, drive_session(path, "ea01", true, true), true);
	start_locked(&drive, &first);
	try_keys(&drive, "empty", tried);
	drive_snapshots_both(&drive, "empty-locked");
	drive_press(&drive, "7");
	drive_snapshots_both(&drive, "rounds-empty-locked");
	drive_finish(&drive);
	drive_finish(&first);
	for (size_t i = 0; i < G_N_ELEMENTS(beyond); i++)
		g_hash_table_add(tried, GINT_TO_POINTER(beyond[i]));
	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		if (command_info[c].writes &&
		    !g_hash_table_contains(tried, GINT_TO_POINTER(c)))
			g_printerr("%s was tried nowhere\n", command_info[c].name);
		CU_ASSERT_TRUE(!command_info[c].writes ||
		               g_hash_table_contains(tried, GINT_TO_POINTER(c)));
	}
}

/* Only what reads stands in the key bar. */
static void
test_locked_screens(void)
{
	struct drive first, drive;

	drive_example(&first);
	start_locked(&drive, &first);
	drive_snapshots_both(&drive, "list-locked");
	drive_press(&drive, "o");
	drive_snapshots_both(&drive, "overview-locked");
	drive_press(&drive, "9");
	drive_snapshots_both(&drive, "settings-locked");
	CU_ASSERT_TRUE(drive_hides(&drive, "Del Standard"));
	drive_press(&drive, "1 Home Down e x");
	drive_snapshots_both(&drive, "action-locked");
	CU_ASSERT_TRUE(drive_hides(&drive, "F2 Spara"));
	drive_finish(&drive);
	drive_finish(&first);
}

/* ---- empty ------------------------------------------------------------------------- */

static void
test_empty(void)
{
	struct drive drive;
	g_autofree char *path = drive_new_path();

	drive_start(&drive, drive_session(path, "ea01", true, true), true);
	drive_snapshots_both(&drive, "empty");
	drive_press(&drive, "i");
	drive_type(&drive, "finns-inte.csv");
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "finns-inte.csv"));
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL"));
	drive_snapshots_both(&drive, "import-error");
	drive_press(&drive, "Esc k");
	drive_finish(&drive);
}

/* ---- in ASCII ---------------------------------------------------------------------- */

static void
test_ascii(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_snapshots_ascii(&drive, "list");
	drive_press(&drive, "f");
	drive_snapshots_ascii(&drive, "filter");
	drive_type(&drive, "hyrbil");
	drive_press(&drive, "F2");
	drive_snapshots_ascii(&drive, "list-none");
	drive_press(&drive, "Del v");
	drive_snapshots_ascii(&drive, "list-columns");
	drive_press(&drive, "Esc Home Down e");
	drive_snapshots_ascii(&drive, "action");
	drive_press(&drive, "F1");
	drive_snapshots_ascii(&drive, "help");
	drive_press(&drive, "q Esc Home Down x");
	drive_snapshots_ascii(&drive, "export");
	drive_press(&drive, "Esc b");
	drive_type(&drive, "1.2.3");
	drive_press(&drive, "F2");
	drive_snapshots_ascii(&drive, "post-error");
	drive_finish(&drive);
}

/* ---- every snapshot there is ------------------------------------------------------- */

/* Signs that a terminal of the level has; only the level full draws more than WGL4. */
static bool
has_signs(const char *name, const char *text)
{
	bool ascii = g_str_has_prefix(name, "ascii-");

	for (; *text != '\0'; text = text_next(text)) {
		gunichar sign = g_utf8_get_char(text);

		if (ascii ? style_ascii(sign) != sign
		          : style_ascii(sign) == '?' && sign != '?')
			return false;
	}
	return true;
}

static void
check_snapshot(const char *name, const char *content)
{
	g_auto(GStrv) lines = g_strsplit(content, "\n", -1);
	const char *size = strrchr(name, '-');
	int cols = 0, rows = 0, n = 0;

	CU_ASSERT_EQUAL(sscanf(size != NULL ? size : "", "-%dx%d", &cols, &rows), 2);
	for (int i = 0; lines[i] != NULL && lines[i][0] == '|'; i++, n++) {
		bool good =
		    text_width(lines[i]) == cols + 2 &&
		    (g_str_has_prefix(name, "full-") || has_signs(name, lines[i]));

		if (!good)
			g_printerr("%s: %s\n", name, lines[i]);
		CU_ASSERT_TRUE(good);
	}
	CU_ASSERT_EQUAL(n, rows);
}

static void
test_signs(void)
{
	g_autofree char *folder =
	    g_build_filename(g_getenv("SRCDIR"), "tests", "screens", NULL);
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;
	int files = 0;

	CU_ASSERT_PTR_NOT_NULL_FATAL(dir);
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *content = NULL;

		CU_ASSERT_TRUE_FATAL(g_file_get_contents(path, &content, NULL, NULL));
		check_snapshot(name, content);
		files++;
	}
	g_dir_close(dir);
	CU_ASSERT_TRUE(files > 300);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "read only", test_read_only },
		{ "locked screens", test_locked_screens }, { "empty", test_empty },
		{ "ascii", test_ascii }, { "signs", test_signs }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui states", cases);

	drive_leave_folder(folder);
	return bad;
}
