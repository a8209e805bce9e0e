/*
 * tui_drive.h - the terminal program without a terminal: keys in by name, screens out as
 * text, snapshots compared with tests/screens.
 *
 * SPARPLAN_RENEW=1 writes tests/screens anew; a person then reads the difference.
 */
#ifndef TUI_DRIVE_H
#define TUI_DRIVE_H

#include "tests/t.h"
#include "tui/screen.h"

struct drive {
	struct session *session;
	struct app *app;
	struct grid *grid;
	int rows, cols;
	bool running;
};

/* A folder of its own for the run's databases, which are named from it so that screens
 * show the same path in every run. */
char *drive_enter_folder(void);
void drive_leave_folder(char *folder);
/* What a run with XDG_STATE_HOME there has kept of typed text. */
void drive_remove_drafts(const char *folder);
char *drive_new_path(void); /* g_free */
/* A new database, or one that is there. */
struct session *drive_session(const char *path, const char *who, bool make, bool write);

/* 80 × 24. */
void drive_start(struct drive *drive, struct session *session, bool write);
/* The same with the example in a new database. */
void drive_example(struct drive *drive);
void drive_finish(struct drive *drive);

/* Key names parted by blanks. */
void drive_press(struct drive *drive, const char *keys);
void drive_press_times(struct drive *drive, const char *keys, int times);
void drive_type(struct drive *drive, const char *text);
void drive_paste(struct drive *drive, const char *text);
void drive_size(struct drive *drive, int cols, int rows);
void drive_glyphs(struct drive *drive, enum glyphs level);
/* 200×60, 60×16, 20×5, 1×1, 120×40: cells and cursor are then what they were; `kept`
 * (NULL: nothing) stands wherever there is room for a screen. */
void drive_storm(struct drive *drive, const char *kept);
void drive_draw(struct drive *drive);

/* Does the text stand on the screen?  drive_shows prints the screen when it does not. */
bool drive_shows(const struct drive *drive, const char *text);
bool drive_hides(const struct drive *drive, const char *text);

/* How many changes the programme has seen. */
int drive_changes(const struct drive *drive);

/* The screen against tests/screens/NAME-COLSxROWS.txt; at 60×16, 120×40 and 80×24. */
void drive_snapshot(struct drive *drive, const char *name);
void drive_snapshots(struct drive *drive, const char *name);
/* The same in ASCII, as "ascii-NAME"; in both. */
void drive_snapshots_ascii(struct drive *drive, const char *name);
void drive_snapshots_both(struct drive *drive, const char *name);

#endif
