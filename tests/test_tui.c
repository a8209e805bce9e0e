/*
 * test_tui.c - every screen and state as a snapshot, and sequences of keys: what a person
 * does, what stands on the screen, what the session then holds.
 */
#include <signal.h>

#include "tests/tui_drive.h"

static void
test_list(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_snapshots(&drive, "list");
	/* the plan's own figures (product.md section 4): 2021 and the whole */
	CU_ASSERT_TRUE(drive_shows(&drive, "175,5"));
	drive_size(&drive, 120, 40);
	CU_ASSERT_TRUE(drive_shows(&drive, "225,0  175,5  164,5  565,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "213,0  163,0  152,0  528,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "12,0   12,5   12,5   37,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Exempeldata"));
	drive_press(&drive, "Left");
	drive_snapshots(&drive, "list-folded");
	drive_press(&drive, "Right m G");
	drive_snapshots(&drive, "list-tkr");
	drive_press(&drive, "m g / h y r Enter");
	drive_snapshots(&drive, "list-search");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-07"));
	drive_press(&drive, "f");
	drive_snapshots(&drive, "filter");
	drive_type(&drive, "hyrbil");
	drive_press(&drive, "F2");
	drive_snapshots(&drive, "list-none");
	CU_ASSERT_TRUE(drive_shows(&drive, "Närmast: HS-07")); /* hyr-personal */
	drive_press(&drive, "Del q");
	drive_snapshots(&drive, "list-quit");
	drive_press(&drive, "q");
	CU_ASSERT_FALSE(drive.running);
	drive_finish(&drive);
}

static void
test_overview(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "o");
	drive_snapshots_both(&drive, "overview");
	CU_ASSERT_TRUE(drive_shows(&drive, "565,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "528,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "37,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "200,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "365,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "130,0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "145 av 403"));
	CU_ASSERT_TRUE(drive_shows(&drive, "36,0 %"));
	CU_ASSERT_TRUE(drive_shows(&drive, "203,3"));
	drive_press(&drive, "<");
	CU_ASSERT_TRUE(drive_shows(&drive, "maj 2021"));
	drive_press(&drive, "q");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder"));
	drive_finish(&drive);
}

static void
test_form(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Down e");
	drive_snapshots(&drive, "action");
	CU_ASSERT_TRUE(drive_shows(&drive, "86,0"));
	drive_press(&drive, "F1");
	drive_snapshots(&drive, "help");
	drive_press(&drive, "q Tab Tab Tab");
	drive_type(&drive, " på väg");
	drive_snapshots(&drive, "action-changed");
	drive_press(&drive, "Esc");
	drive_snapshots(&drive, "action-ask");
	drive_press(&drive, "Esc Ctrl-S");
	CU_ASSERT_TRUE(drive_shows(&drive, "sparad"));
	CU_ASSERT_TRUE(drive_shows(&drive, "på väg"));
	drive_press(&drive, "F3");
	CU_ASSERT_TRUE(drive_shows(&drive, "på väg"));
	drive_snapshots(&drive, "log");
	drive_press(&drive, "q Esc u");
	CU_ASSERT_TRUE(drive_shows(&drive, "ångrad"));
	drive_press(&drive, "e");
	CU_ASSERT_TRUE(drive_hides(&drive, "på väg"));
	drive_press(&drive, "Tab");
	/* a letter takes a name, never the list's way to a new one */
	drive_type(&drive, "a");
	CU_ASSERT_TRUE(drive_hides(&drive, "Annat namn"));
	drive_press(&drive, "Space");
	drive_snapshots(&drive, "action-pick");
	drive_press(&drive, "Esc Esc +");
	drive_snapshots(&drive, "action-new");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Nummer"));
	drive_finish(&drive);
}

static void
test_new_action(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "+");
	drive_type(&drive, "HS-16");
	drive_press(&drive, "Tab");
	drive_type(&drive, "Färre hyrbilar");
	drive_press(&drive, "Tab Space Enter F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-16 är sparad"));
	drive_press(&drive, "Esc / h y r b Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-16 Färre hyrbilar"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_hides(&drive, "►HS-16")); /* told, and gone */
	drive_press(&drive, "U");
	CU_ASSERT_TRUE(drive_shows(&drive, "hyrbilar"));
	drive_finish(&drive);
}

static struct amount
realised_of(struct session *session, const char *code)
{
	struct view view = { 0 };
	struct detail *detail = NULL;
	struct amount amount = AMOUNT_NONE;
	GError *error = NULL;

	T_OK(session_detail(session, code, &view, &detail, &error), error);
	if (detail != NULL)
		amount = detail->realised;
	detail_free(detail);
	return amount;
}

static void
test_post(void)
{
	struct drive drive;
	struct amount before, after;

	drive_example(&drive);
	before = realised_of(drive.session, "HS-02");
	drive_press(&drive, "Down b");
	drive_snapshots(&drive, "post");
	drive_type(&drive, "1.2.3");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "1.2.3"));
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL"));
	drive_snapshots(&drive, "post-error");
	drive_press(&drive, "Shift-Tab");
	for (int i = 0; i < 7; i++)
		drive_press(&drive, "Back");
	drive_type(&drive, "2020-01");
	drive_press(&drive, "Tab");
	drive_type(&drive, "1,3");
	drive_press(&drive, "F2");
	if (!drive_hides(&drive, "Månaden har redan ett utfall"))
		drive_snapshots(&drive, "post-exists");
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "januari 2020: 1,3 mkr bokfört"));
	after = realised_of(drive.session, "HS-02");
	CU_ASSERT_FALSE(amount_equal(before, after));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(amount_equal(before, realised_of(drive.session, "HS-02")));
	drive_press(&drive, "U");
	CU_ASSERT_TRUE(amount_equal(after, realised_of(drive.session, "HS-02")));
	drive_finish(&drive);
}

static void
test_reports(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "s");
	drive_snapshots(&drive, "status");
	/* the first but two: pausad follows försenad in the list of words */
	drive_press(&drive, "g Down Down Down Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01: status pausad"));
	CU_ASSERT_TRUE(drive_shows(&drive, "▲ pausad"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_hides(&drive, "▲ pausad"));
	drive_press(&drive, "c");
	drive_type(&drive, "Väntar på beslut");
	drive_snapshots(&drive, "comment");
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "inte sparat än"));
	drive_press(&drive, "s");
	drive_size(&drive, 120, 40);
	CU_ASSERT_TRUE(drive_shows(&drive, "Väntar på beslut"));
	drive_press(&drive, "i");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01: inget nytt att redovisa"));
	drive_finish(&drive);
}

static void
test_others(void)
{
	struct drive drive;
	struct session *other;
	struct report_entry entry = { .action = "HS-01", .status = STATUS_DONE };
	struct event idle = { 0 };
	struct saved saved;
	GError *error = NULL;
	g_autofree char *path = NULL;

	drive_example(&drive);
	path = g_strdup(session_path(drive.session));
	drive_press(&drive, "Down Down Down");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-04"));
	other = drive_session(path, "ak17", false, true);
	T_OK(session_report(other, &entry, &saved, &error), error);
	CU_ASSERT_TRUE(app_event(drive.app, &idle));
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "√ genomförd"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 ny ändring av ak17"));
	drive_snapshots_both(&drive, "list-news");
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-04"));
	/* the list of a choice points into the form, which must not be filled anew */
	drive_press(&drive, "e Tab Space");
	entry.action = "HS-04";
	T_OK(session_report(other, &entry, &saved, &error), error);
	CU_ASSERT_TRUE(app_event(drive.app, &idle));
	drive_press(&drive, "Down Enter Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "[Regionförvaltningen "));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan"));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "[Regionförvaltningen "));
	CU_ASSERT_TRUE(drive_shows(&drive, "[genomförd"));
	session_free(other);
	drive_finish(&drive);
}

static void
test_sizes(void)
{
	static const int sizes[][2] = { { 200, 60 }, { 60, 16 }, { 20, 5 }, { 1, 1 } };
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "e Tab Tab Tab");
	drive_type(&drive, "xyz");
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		drive_size(&drive, sizes[i][0], sizes[i][1]);
		/* nothing typed there gets through, and q does not lose the form */
		if (i >= 2)
			drive_press(&drive, "a q");
	}
	CU_ASSERT_TRUE(drive.running);
	drive_size(&drive, 38, 8);
	drive_snapshot(&drive, "small");
	drive_glyphs(&drive, GLYPHS_ASCII);
	drive_snapshot(&drive, "ascii-small");
	drive_glyphs(&drive, GLYPHS_WGL4);
	drive_size(&drive, 120, 40);
	CU_ASSERT_TRUE(drive_shows(&drive, "xyz"));
	CU_ASSERT_TRUE(drive_hides(&drive, "xyza"));
	drive_finish(&drive);
}

/* ---- the loop ---------------------------------------------------------------------- */

struct fake {
	struct term term;
	const char *const *keys;
	int signal; /* after the keys */
	int puts;
};

static void
fake_size(struct term *term, int *ret_rows, int *ret_cols)
{
	(void)term;
	*ret_rows = 24;
	*ret_cols = 80;
}

static void
fake_put(struct term *term, const struct grid *grid)
{
	CU_ASSERT_EQUAL(grid->cols, 80);
	((struct fake *)term)->puts++;
}

static void
fake_read(struct term *term, int wait_ms, struct event *ret)
{
	struct fake *fake = (struct fake *)term;

	CU_ASSERT_TRUE(wait_ms > 0);
	memset(ret, 0, sizeof(*ret));
	if (*fake->keys != NULL) {
		event_key(ret, *fake->keys++);
		return;
	}
	ret->kind = EVENT_SIGNAL;
	ret->signal = fake->signal;
}

static void
fake_forget(struct term *term)
{
	(void)term;
}

static void
fake_mouse(struct term *term, bool on)
{
	(void)term;
	(void)on;
}

static void
test_loop(void)
{
	static const char *const leave[] = { "q", "y", "q", "q", NULL };
	static const char *const hung[] = { "/", "a", NULL };
	static const char *const interrupted[] = { "/", "Ctrl-C", "Ctrl-C", "Ctrl-C",
		NULL };
	static const struct {
		const char *const *keys;
		int signal, status;
	} runs[] = { { leave, SIGHUP, 0 }, { hung, SIGHUP, 129 }, { hung, SIGTERM, 143 },
		{ interrupted, SIGHUP, 0 } };
	struct tui_options options = { .glyphs = GLYPHS_WGL4 };
	g_autofree char *path = drive_new_path();
	struct session *session = drive_session(path, "ea01", true, true);
	GError *error = NULL;

	T_OK(session_load_example(session, true, &error), error);
	for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
		struct fake fake = { { GLYPHS_WGL4, fake_size, fake_put, fake_read,
			                 fake_forget, fake_mouse, NULL },
			runs[i].keys, runs[i].signal, 0 };

		CU_ASSERT_EQUAL(
		    tui_run_term(session, &options, &fake.term, &error), runs[i].status);
		CU_ASSERT_TRUE(fake.puts > 0);
	}
	session_free(session);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "list", test_list },
		{ "overview", test_overview },
		{ "form", test_form },
		{ "new action", test_new_action },
		{ "post", test_post },
		{ "reports", test_reports },
		{ "others", test_others },
		{ "sizes", test_sizes },
		{ "loop", test_loop },
		CU_TEST_INFO_NULL,
	};
	char *folder = drive_enter_folder();
	int bad = t_run("tui", cases);

	drive_leave_folder(folder);
	return bad;
}
