/*
 * test_tui_steering.c - rounds, attests, settings, decisions, the log and the overview's
 * way down to the actions: as snapshots, and by keys.
 */
#include "tests/tui_drive.h"

/* Another person at the same file. */
static struct session *
other(const struct drive *drive, const char *who)
{
	return drive_session(session_path(drive->session), who, false, true);
}

static void
post(struct session *session, const char *action, int month, int64_t ore)
{
	const struct saving_entry entry = {
		.action = action, .month = month, .ore = ore, .cost_kind = -1
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_post(session, &entry, false, &saved, &error), error);
}

static void
glyphs(struct drive *drive, enum glyphs level)
{
	grid_free(drive->grid);
	drive->grid = grid_new(level);
	drive_draw(drive);
}

/* ---- rounds ------------------------------------------------------------------------ */

static void
test_rounds(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "7");
	drive_snapshots(&drive, "rounds");
	drive_finish(&drive);
}

static void
test_verify(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "8");
	drive_snapshots(&drive, "verify");
	drive_press(&drive, "f");
	drive_snapshots(&drive, "verify-none");
	drive_finish(&drive);
}

static void
test_settings(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "9");
	drive_snapshots(&drive, "settings");
	drive_finish(&drive);
}

static void
test_decisions(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "0");
	drive_snapshots(&drive, "decisions");
	drive_press(&drive, "e");
	drive_snapshots(&drive, "decision-write");
	drive_finish(&drive);
}

static void
test_log(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Home H");
	drive_snapshots(&drive, "history");
	drive_press(&drive, "Down Enter");
	drive_snapshots(&drive, "history-read");
	drive_finish(&drive);
}

static void
test_overview(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "o Down Down Down");
	drive_snapshots(&drive, "drill");
	glyphs(&drive, GLYPHS_FULL);
	drive_snapshots(&drive, "full-overview");
	drive_finish(&drive);
}

static void
test_steps(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Down e");
	drive_size(&drive, 120, 40);
	drive_press(&drive, "End Up Up Up Up Up");
	drive_snapshots(&drive, "action-steps");
	drive_press(&drive, "Space");
	drive_snapshots(&drive, "action-step");
	drive_finish(&drive);
}

int
main(void)
{
	char *folder = drive_enter_folder();
	CU_TestInfo tests[] = { { "rounds", test_rounds }, { "verify", test_verify },
		{ "settings", test_settings }, { "decisions", test_decisions },
		{ "log", test_log }, { "overview", test_overview }, { "steps", test_steps }, CU_TEST_INFO_NULL };
	int rc;

	(void)other;
	(void)post;
	(void)glyphs;
	rc = t_run("tui_steering", tests);
	drive_leave_folder(folder);
	return rc;
}
