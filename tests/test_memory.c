/*
 * test_memory.c - the file that remembers a person's choices on the screens.
 */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/tui_drive.h"

static struct memory *
read_memory(const char *path, const char *want_problem)
{
	g_autofree char *problem = NULL;
	struct memory *memory = memory_new(path, &problem);

	if (want_problem == NULL)
		T_TEXT(problem, NULL);
	else
		CU_ASSERT_TRUE(problem != NULL && strstr(problem, want_problem) != NULL);
	return memory;
}

static void
test_memory(void)
{
	struct memory *memory = read_memory("state/sparplan/visning", NULL);
	struct stat st;
	GError *error = NULL;

	CU_ASSERT_EQUAL(memory->unit, MONEY_MKR);
	CU_ASSERT_EQUAL(memory->n_columns, 0);
	memory->unit = MONEY_TKR;
	memory->columns[0] = LIST_OWNER;
	memory->columns[1] = LIST_REALISED;
	memory->n_columns = 2;
	memory->sorted = memory->descending = true;
	memory->sort = LIST_FORECAST;
	memory->glyphs = GLYPHS_FULL;
	memory_set_programme(memory, "/srv/a;b.db", "VB2020");
	memory_set_programme(memory, "/srv/c.db", "HA2015");
	memory_set_programme(memory, "/srv/a;b.db", "NB2022");
	T_OK(memory_save(memory, &error), error);
	memory_free(memory);
	CU_ASSERT_EQUAL(g_stat("state/sparplan/visning", &st), 0);
	CU_ASSERT_EQUAL(st.st_mode & 0777, 0600);
	CU_ASSERT_EQUAL(g_stat("state/sparplan", &st), 0);
	CU_ASSERT_EQUAL(st.st_mode & 0777, 0700);

	memory = read_memory("state/sparplan/visning", NULL);
	CU_ASSERT_EQUAL(memory->unit, MONEY_TKR);
	CU_ASSERT_EQUAL(memory->n_columns, 2);
	CU_ASSERT_EQUAL(memory->columns[0], LIST_OWNER);
	CU_ASSERT_EQUAL(memory->columns[1], LIST_REALISED);
	CU_ASSERT_TRUE(memory->sorted && memory->descending && !memory->mixed);
	CU_ASSERT_EQUAL(memory->sort, LIST_FORECAST);
	CU_ASSERT_EQUAL(memory->glyphs, GLYPHS_FULL);
	T_TEXT(memory_programme(memory, "/srv/a;b.db"), "NB2022");
	T_TEXT(memory_programme(memory, "/srv/../srv/c.db"), "HA2015");
	T_TEXT(memory_programme(memory, "/srv/d.db"), NULL);
	CU_ASSERT_EQUAL(memory->programmes->len, 4);
	memory_free(memory);
}

/* A broken file: one sentence, the defaults, and it is left as it is. */
static void
test_memory_broken(void)
{
	static const char *const texts[] = { "inte en nyckelfil\n",
		"[visning]\nenhet=euro\n", "[visning]\nsortering=foo\n",
		"[visning]\nfallande=kanske\n", "\xff\xfe\n" };

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct memory *memory;
		g_autofree char *after = NULL;
		GError *error = NULL;

		CU_ASSERT_TRUE(g_file_set_contents("visning", texts[i], -1, NULL));
		memory = read_memory("visning", "kunde inte läsas ur visning");
		CU_ASSERT_EQUAL(memory->unit, MONEY_MKR);
		CU_ASSERT_FALSE(memory->sorted);
		memory->unit = MONEY_TKR;
		T_OK(memory_save(memory, &error), error);
		memory_free(memory);
		CU_ASSERT_TRUE(g_file_get_contents("visning", &after, NULL, NULL));
		T_TEXT(after, texts[i]);
	}
	/* a column of a later version, and one that stands twice */
	CU_ASSERT_TRUE(g_file_set_contents(
	    "visning", "[visning]\nkolumner=status;ny-sort;mål;status;\n", -1, NULL));
	{
		struct memory *memory = read_memory("visning", NULL);

		CU_ASSERT_EQUAL(memory->n_columns, 2);
		CU_ASSERT_EQUAL(memory->columns[1], LIST_TARGET);
		memory_free(memory);
	}
	g_unlink("visning");
}

/* Told once when it cannot be written; the choice holds all the same. */
static void
test_memory_unwritable(void)
{
	struct drive drive;
	struct memory *memory;

	CU_ASSERT_TRUE(g_file_set_contents("fil", "x", -1, NULL));
	memory = read_memory("fil/sparplan/visning", NULL);
	drive_example(&drive);
	drive.app->memory = memory;
	drive_press(&drive, "m");
	CU_ASSERT_TRUE(drive_shows(&drive, "gäller nu men sparas inte"));
	CU_ASSERT_TRUE(drive_shows(&drive, "tkr"));
	drive_press(&drive, "m");
	CU_ASSERT_TRUE(drive_hides(&drive, "sparas inte"));
	drive_finish(&drive);
	memory_free(memory);
	g_unlink("fil");
}

static void
test_memory_path(void)
{
	g_autofree char *own = NULL, *home = NULL, *want = NULL;

	g_setenv("XDG_STATE_HOME", "/stat", TRUE);
	own = memory_path();
	T_TEXT(own, "/stat/sparplan/visning");
	/* a relative one is to be ignored */
	g_setenv("XDG_STATE_HOME", "stat", TRUE);
	home = memory_path();
	want = g_build_filename(
	    g_get_home_dir(), ".local", "state", "sparplan", "visning", NULL);
	T_TEXT(home, want);
	g_unsetenv("XDG_STATE_HOME");
}

/* Columns, order and unit are there the next time. */
static void
test_remembered(void)
{
	struct tui_options options = { .glyphs = GLYPHS_WGL4 };
	struct drive drive;
	struct session *session;
	struct app *app = NULL;
	struct grid *grid = grid_new(GLYPHS_WGL4);
	g_autofree char *dump = NULL;
	GError *error = NULL;

	options.memory = read_memory("visning2", NULL);
	drive_example(&drive);
	session = drive.session;
	T_OK(app_new(session, &options, &app, &error), error);
	app_free(drive.app);
	drive.app = app;
	drive_press(&drive, "m v Space Enter S Right Tab Right F2");
	memory_free(options.memory);
	options.memory = read_memory("visning2", NULL);
	CU_ASSERT_EQUAL(options.memory->unit, MONEY_TKR);
	T_OK(app_new(session, &options, &app, &error), error);
	app_draw(app, grid, 24, 80);
	dump = grid_dump(grid);
	CU_ASSERT_TRUE(strstr(dump, "Nr↓") != NULL);
	CU_ASSERT_TRUE(strstr(dump, "163 000") != NULL);
	CU_ASSERT_TRUE(strstr(dump, " K ") == NULL);
	app_free(app);
	/* the other still points into the memory that is gone */
	drive.app->memory = options.memory;
	drive_finish(&drive);
	memory_free(options.memory);
	grid_free(grid);
	g_unlink("visning2");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "memory", test_memory },
		{ "memory, broken", test_memory_broken },
		{ "memory, unwritable", test_memory_unwritable },
		{ "memory, path", test_memory_path },
		{ "remembered", test_remembered },
		CU_TEST_INFO_NULL,
	};
	char *folder = drive_enter_folder();
	int bad = t_run("memory", cases);

	g_unlink("state/sparplan/visning");
	g_rmdir("state/sparplan");
	g_rmdir("state");
	drive_leave_folder(folder);
	return bad;
}
