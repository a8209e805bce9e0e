/*
 * test_tui_robust.c - what must hold whatever the terminal, the line and other people do:
 * pastes, sizes, signals, drafts.
 */
#include "tests/tui_drive.h"

static void
test_paste(void)
{
	struct drive drive;

	drive_example(&drive);
	/* nothing to paste into */
	drive_paste(&drive, "7,5");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Här går det inte att klistra in."));
	/* a line break in a field of one line is a blank */
	drive_press(&drive, "/");
	drive_paste(&drive, "hyr\r\npersonal\t");
	CU_ASSERT_TRUE(drive_shows(&drive, "hyr personal"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "paste", test_paste }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status = t_run("tui robust", cases);

	drive_leave_folder(folder);
	return status;
}
