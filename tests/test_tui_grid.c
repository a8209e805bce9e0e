/*
 * test_tui_grid.c - the report grid: snapshots, every key, what it posts, and how many
 * keys a month takes.
 */
#include <string.h>

#include "tests/tui_drive.h"

/* The example with May reported: June is the month in hand. */
static void
start(struct drive *drive)
{
	drive_example(drive);
	drive_press(drive, "2");
}

static void
test_look(void)
{
	struct drive drive;

	start(&drive);
	drive_snapshots(&drive, "report");
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "look", test_look }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui grid", cases);

	drive_leave_folder(folder);
	return bad;
}
