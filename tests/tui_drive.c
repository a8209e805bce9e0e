/*
 * tui_drive.c - a program driven by a test.
 */
#include "tests/tui_drive.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "tui/paste.h"
#include "tui/style.h"

static int databases;

char *
drive_enter_folder(void)
{
	char *folder = g_dir_make_tmp("sparplan-tui-XXXXXX", NULL);

	setlocale(LC_CTYPE, ""); /* so that screens can be printed */
	if (folder == NULL || chdir(folder) != 0)
		g_error("no folder for the databases of this run");
	return folder;
}

void
drive_leave_folder(char *folder)
{
	for (int i = 1; i <= databases; i++) {
		g_autofree char *path = g_strdup_printf("plan%d.db", i);
		g_autofree char *journal = g_strdup_printf("plan%d.db-journal", i);

		g_unlink(path);
		g_unlink(journal);
	}
	if (chdir("/") == 0)
		g_rmdir(folder);
	g_free(folder);
}

void
drive_remove_drafts(const char *folder)
{
	static const char *const parts[] = { "sparplan/utkast", "sparplan" };

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autofree char *path = g_build_filename(folder, parts[i], NULL);
		GDir *dir = g_dir_open(path, 0, NULL);
		const char *name;

		while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
			g_autofree char *file = g_build_filename(path, name, NULL);

			g_unlink(file);
		}
		if (dir != NULL)
			g_dir_close(dir);
		g_rmdir(path);
	}
}

char *
drive_new_path(void)
{
	return g_strdup_printf("plan%d.db", ++databases);
}

struct session *
drive_session(const char *path, const char *who, bool make, bool write)
{
	struct session_options options = {
		.path = path, .who = who, .now = "2021-07-05T09:00:00Z", .write = write
	};
	struct session *session = NULL;
	GError *error = NULL;

	if (make)
		T_OK(
		    session_create(&options, "VB2020",
		        "Omställning för en hållbar ekonomi 2020–2022", &session, &error),
		    error);
	else
		T_OK(session_open(&options, &session, &error), error);
	return session;
}

void
drive_draw(struct drive *drive)
{
	app_draw(drive->app, drive->grid, drive->rows, drive->cols);
}

void
drive_start(struct drive *drive, struct session *session, bool write)
{
	struct tui_options options = { .glyphs = GLYPHS_WGL4, .read_only = !write };
	GError *error = NULL;

	*drive = (struct drive){ .session = session, .rows = 24, .cols = 80 };
	drive->grid = grid_new(GLYPHS_WGL4);
	T_OK(app_new(session, &options, &drive->app, &error), error);
	drive->running = true;
	drive_draw(drive);
}

/* A fresh database with the example. */
void
drive_example(struct drive *drive)
{
	g_autofree char *path = drive_new_path();
	struct session *session = drive_session(path, "ea01", true, true);
	GError *error = NULL;

	T_OK(session_load_example(session, true, &error), error);
	drive_start(drive, session, true);
}

void
drive_finish(struct drive *drive)
{
	app_free(drive->app);
	grid_free(drive->grid);
	session_free(drive->session);
}

/* Key names parted by blanks. */
void
drive_press(struct drive *drive, const char *keys)
{
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);

	for (int i = 0; names[i] != NULL && drive->running; i++) {
		struct event event = { 0 };

		event_key(&event, names[i]);
		drive->running = app_event(drive->app, &event);
		if (drive->running)
			drive_draw(drive);
	}
}

void
drive_press_times(struct drive *drive, const char *keys, int times)
{
	for (int i = 0; i < times; i++)
		drive_press(drive, keys);
}

void
drive_type(struct drive *drive, const char *text)
{
	for (const char *p = text; *p != '\0' && drive->running;
	     p = g_utf8_find_next_char(p, NULL)) {
		struct event event = { 0 };

		event_sign(&event, g_utf8_get_char(p));
		drive->running = app_event(drive->app, &event);
	}
	drive_draw(drive);
}

void
drive_paste(struct drive *drive, const char *text)
{
	struct event event = { 0 };

	event_paste(&event, g_string_new(text));
	drive->running = app_event(drive->app, &event);
	event_clear(&event);
	drive_draw(drive);
}

void
drive_size(struct drive *drive, int cols, int rows)
{
	struct event event = { .kind = EVENT_RESIZE };

	drive->cols = cols;
	drive->rows = rows;
	drive->running = app_event(drive->app, &event);
	drive_draw(drive);
}

void
drive_glyphs(struct drive *drive, enum glyphs level)
{
	grid_free(drive->grid);
	drive->grid = grid_new(level);
	drive_draw(drive);
}

/* A cursor outside the window would be placed anywhere. */
static void
check_cursor(const struct drive *drive)
{
	CU_ASSERT_TRUE(drive->grid->cursor_y >= 0 && drive->grid->cursor_y < drive->rows);
	CU_ASSERT_TRUE(drive->grid->cursor_x >= 0 && drive->grid->cursor_x < drive->cols);
}

void
drive_storm(struct drive *drive, const char *kept)
{
	static const int storm[][2] = { { 200, 60 }, { 60, 16 }, { 20, 5 }, { 1, 1 } };
	g_autofree char *before = NULL, *after = NULL;

	drive_size(drive, 120, 40);
	before = grid_dump(drive->grid);
	for (size_t i = 0; i < G_N_ELEMENTS(storm); i++) {
		drive_size(drive, storm[i][0], storm[i][1]);
		CU_ASSERT_TRUE(drive->running);
		check_cursor(drive);
		if (storm[i][0] >= SCREEN_MIN_COLS && kept != NULL)
			CU_ASSERT_TRUE(drive_shows(drive, kept));
	}
	/* keys that meet no screen change nothing */
	drive_press(drive, "x Enter Esc Del");
	drive_size(drive, 120, 40);
	check_cursor(drive);
	after = grid_dump(drive->grid);
	if (strcmp(before, after) != 0)
		g_printerr("before the storm\n%safter it\n%s", before, after);
	CU_ASSERT_STRING_EQUAL(before, after);
}

int
drive_changes(const struct drive *drive)
{
	struct log *log = NULL;
	GError *error = NULL;
	int64_t last = 0;
	int n = 0;

	T_OK(session_log(drive->session, NULL, &log, &error), error);
	for (guint i = 0; log != NULL && i < log->entries->len; i++) {
		int64_t change = g_array_index(log->entries, struct log_entry, i).change;

		n += change != last;
		last = change;
	}
	log_free(log);
	return n;
}

bool
drive_shows(const struct drive *drive, const char *text)
{
	g_autofree char *dump = grid_dump(drive->grid);

	if (strstr(dump, text) != NULL)
		return true;
	g_printerr("not on the screen: \"%s\"\n%s", text, dump);
	return false;
}

bool
drive_hides(const struct drive *drive, const char *text)
{
	g_autofree char *dump = grid_dump(drive->grid);

	return strstr(dump, text) == NULL;
}

/* In ASCII the same stands there, sign for sign. */
static void
check_ascii(struct drive *drive, const char *name, const char *wgl4)
{
	g_autoptr(GString) want = g_string_new(NULL);
	g_autofree char *dump = NULL;

	for (const char *p = wgl4; *p != '\0'; p = text_next(p))
		g_string_append_unichar(want, style_ascii(g_utf8_get_char(p)));
	drive_glyphs(drive, GLYPHS_ASCII);
	dump = grid_dump(drive->grid);
	drive_glyphs(drive, GLYPHS_WGL4);
	if (strcmp(dump, want->str) != 0)
		g_printerr("%s is something else in ASCII:\n%s", name, dump);
	CU_ASSERT_EQUAL(strcmp(dump, want->str), 0);
}

/* The screen against tests/screens/NAME-COLSxROWS.txt. */
void
drive_snapshot(struct drive *drive, const char *name)
{
	g_autofree char *path = g_strdup_printf("%s/tests/screens/%s-%dx%d.txt",
	    g_getenv("SRCDIR"), name, drive->cols, drive->rows);
	g_autofree char *dump = NULL, *want = NULL;

	drive_draw(drive);
	dump = grid_dump(drive->grid);
	if (g_getenv("SPARPLAN_RENEW") != NULL) {
		CU_ASSERT_TRUE(g_file_set_contents(path, dump, -1, NULL));
		return;
	}
	CU_ASSERT_TRUE(g_file_get_contents(path, &want, NULL, NULL));
	if (g_strcmp0(dump, want) != 0)
		g_printerr("%s differs; it is now\n%s", path, dump);
	CU_ASSERT_EQUAL(g_strcmp0(dump, want), 0);
	if (drive->grid->glyphs == GLYPHS_WGL4 && !drive->app->small)
		check_ascii(drive, name, dump);
}

void
drive_snapshots(struct drive *drive, const char *name)
{
	static const int sizes[][2] = { { 60, 16 }, { 120, 40 }, { 80, 24 } };

	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		drive_size(drive, sizes[i][0], sizes[i][1]);
		drive_snapshot(drive, name);
	}
}

void
drive_snapshots_ascii(struct drive *drive, const char *name)
{
	g_autofree char *ascii = g_strconcat("ascii-", name, NULL);
	enum glyphs level = drive->grid->glyphs;

	drive_glyphs(drive, GLYPHS_ASCII);
	drive_snapshots(drive, ascii);
	drive_glyphs(drive, level);
}

void
drive_snapshots_both(struct drive *drive, const char *name)
{
	drive_snapshots(drive, name);
	drive_snapshots_ascii(drive, name);
}
