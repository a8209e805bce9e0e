/*
 * test_tui_random.c - keys without a plan: whatever is pressed, typed, pasted or clicked,
 * in whatever size, the program stands, shows nothing a terminal would obey, and leaves
 * the database whole.
 *
 * SEED=n repeats a session first, SESSIONS=n makes more of them.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "tests/goals_sample.h"
#include "tests/session_kit.h"
#include "tui/paste.h"

#define SESSIONS 24
#define EVENTS   400

/* What a session begins with. */
enum start { START_EXAMPLE, START_GOALS, START_EMPTY, START_READ, START__N };

static void
begin(struct drive *drive, enum start start)
{
	g_autofree char *path = NULL;
	struct session *session;
	GError *error = NULL;

	if (start == START_EXAMPLE) {
		drive_example(drive);
		return;
	}
	if (start == START_GOALS) {
		drive_start(drive, sample_session("NB2017"), true);
		return;
	}
	path = drive_new_path();
	session = drive_session(path, "ea01", true, true);
	if (start == START_READ) {
		T_OK(session_load_example(session, true, &error), error);
		session_free(session);
		session = drive_session(path, "ea01", false, false);
	}
	drive_start(drive, session, start != START_READ);
}

/* Every key of every command, by name. */
static GPtrArray *
all_keys(void)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

	for (int c = 0; c < CMD__N; c++) {
		g_auto(GStrv) names = g_strsplit(command_info[c].keys, " ", -1);

		for (int i = 0; names[i]; i++)
			if (names[i][0])
				g_ptr_array_add(keys, g_strdup(names[i]));
	}
	return keys;
}

static const char *
one_of(GRand *r, const char *const *texts, int n)
{
	return texts[g_rand_int_range(r, 0, n)];
}

/* What people write, and what nobody should be able to hurt a terminal with. */
static const char *const texts[] = { "12,5", "-3", "1 200", "2020-03", "2021", "HS-01",
	"försenad", "inget", "Ö",
	"\xe2\x80\xae"
	"abc",
	"=1+1", "%s%n", "'; DROP TABLE saving; --", "ett\ntvå\n\ntre",
	"\x1b[31mröd\x1b]0;x\x07", "99999999999999999999", "日本語", "a\tb\tc", ".", "/",
	"..", "x.csv", "" };

static struct event
any_event(GRand *r, const GPtrArray *keys)
{
	struct event event = { 0 };
	int what = g_rand_int_range(r, 0, 100);

	if (what < 60) {
		event_key(&event, keys->pdata[g_rand_int_range(r, 0, (int)keys->len)]);
	} else if (what < 85) {
		static const char *const often[] = { "Enter", "Esc", "Tab", "Down", "Up",
			"j", "1", "2", "5", ",", "Space", "Back", "n" };

		event_key(&event, one_of(r, often, G_N_ELEMENTS(often)));
	} else if (what < 95) {
		event_paste(&event, g_string_new(one_of(r, texts, G_N_ELEMENTS(texts))));
	} else if (what < 98) {
		event.kind = EVENT_POINT;
		event.y = g_rand_int_range(r, 0, 60);
	} else {
		event.kind = EVENT_IDLE;
	}
	return event;
}

/* Cells hold signs that only show, and the cursor stands among them. */
static bool
is_safe(const struct grid *grid)
{
	for (int i = 0; i < grid->rows * grid->cols; i++) {
		gunichar sign = g_utf8_get_char_validated(grid->cells[i].text, -1);

		if (grid->cells[i].text[0] &&
		    (sign > 0x10ffff || g_unichar_iscntrl(sign) ||
		        g_unichar_type(sign) == G_UNICODE_FORMAT))
			return false;
	}
	return grid->cursor_y >= 0 && grid->cursor_y < grid->rows &&
	       grid->cursor_x >= 0 && grid->cursor_x < grid->cols;
}

static void
resize(struct drive *drive, GRand *r)
{
	static const int sizes[][2] = { { 80, 24 }, { 120, 40 }, { 60, 16 }, { 200, 60 },
		{ 20, 5 }, { 1, 1 } };
	int at = g_rand_int_range(r, 0, G_N_ELEMENTS(sizes));

	drive_size(drive, sizes[at][0], sizes[at][1]);
}

/* One person's session, to the end or until the program is left. */
static void
one_session(GRand *r, const GPtrArray *keys)
{
	struct drive drive;
	enum start start = (enum start)g_rand_int_range(r, 0, START__N);

	begin(&drive, start);
	for (int i = 0; i < EVENTS && drive.running && CU_get_number_of_failures() == 0;
	     i++) {
		struct event event = any_event(r, keys);

		if (g_rand_int_range(r, 0, 100) == 0)
			resize(&drive, r);
		if (g_getenv("TELL"))
			g_printerr("%d %s %s\n", i, event.key,
			    event.kind == EVENT_PASTE ? event.paste->str : "");
		drive.running = app_event(drive.app, &event);
		event_clear(&event);
		if (drive.running)
			drive_draw(&drive);
		CU_ASSERT_TRUE(is_safe(drive.grid));
	}
	kit_sound(drive.session);
	drive_finish(&drive);
}

static void
random_keys(void)
{
	guint32 seed = kit_number("SEED", g_random_int());
	guint32 sessions = kit_number("SESSIONS", SESSIONS);
	g_autoptr(GPtrArray) keys = all_keys();

	printf("(seed %u) ", seed);
	fflush(stdout); /* should the program fall */
	for (guint32 i = 0; i < sessions && CU_get_number_of_failures() == 0; i++) {
		GRand *r = g_rand_new_with_seed(seed + i);

		one_session(r, keys);
		if (CU_get_number_of_failures())
			g_printerr("SEED=%u repeats it first\n", seed + i);
		g_rand_free(r);
	}
}

int
main(void)
{
	CU_TestInfo cases[] = { { "random keys", random_keys }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status;

	g_setenv("XDG_STATE_HOME", folder, TRUE);
	g_setenv("XDG_CONFIG_HOME", folder, TRUE);
	g_setenv("HOME", folder, TRUE);
	status = t_run("tui random", cases);
	drive_remove_drafts(folder);
	drive_leave_folder(folder);
	return status;
}
