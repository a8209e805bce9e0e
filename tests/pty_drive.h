/*
 * pty_drive.h - the program as a person meets it: on a pseudo-terminal, its screen read
 * back by libvterm.
 */
#ifndef PTY_DRIVE_H
#define PTY_DRIVE_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>
#include <vterm.h>

#include "tests/t.h"

#define PTY_PATIENCE_MS 20000 /* for what must come; a slow machine is not an error */

#define ESC             "\033"

struct pty {
	int master;
	pid_t child;
	VTerm *vterm;
	VTermScreen *screen;
	GString *sent; /* every byte of the program's output */
	int rows, cols;
	/* libvterm's own size never shrinks: it falls over what a program still writes to
	 * the larger one (0.1.4) */
	int tallest, widest;
};

/* `arguments` parted by blanks, after the program's name; `settings` are NAME=VALUE of
 * the environment, NULL-ended, or NULL. */
void pty_start(struct pty *pty, const char *arguments, const char *const *settings);
/* Hangs up when it still runs; frees. */
void pty_finish(struct pty *pty);

/* Those started from now on may only what files' modes say, also when the test is root.
 */
void pty_be_plain(bool on);
/* Those started from now on get no signal when the line is lost: reading fails. */
void pty_lose_silently(bool on);

void pty_send(struct pty *pty, const char *bytes);
void pty_resize(struct pty *pty, int cols, int rows);
/* The line is lost. */
void pty_hang_up(struct pty *pty);

/* Reads until the screen shows the text; false, and prints the screen, when it does not
 * in time.  pty_shows_in: in a time that matters.  pty_hides: until it does not. */
bool pty_shows(struct pty *pty, const char *text);
bool pty_shows_in(struct pty *pty, const char *text, int wait_ms);
bool pty_hides(struct pty *pty, const char *text);
/* The screen now; g_free. */
char *pty_text(struct pty *pty);
/* Waits for the end: the exit status, 128 + the signal that killed it; -1 when it did not
 * end within `wait_ms`. */
int pty_ends(struct pty *pty, int wait_ms);

/* ---- the program ------------------------------------------------------------------- */

/* What a command that succeeds prints; words parted by single blanks.  g_free. */
char *pty_command(const char *words);
/* A new database, made by a command: "init"; and one with the example.  g_free its path.
 */
char *pty_make(const char *how);
char *pty_example(void);
/* A plan as CSV: actions A-1 … of 12 mkr in 2021; and a database with it. */
void pty_write_plan(const char *path, int actions);
char *pty_make_plan(int actions);
/* `more` are further arguments, each after a blank; "" for none. */
void pty_start_as(struct pty *pty, const char *path, const char *who, const char *more,
    const char *const *settings);
/* The same as ea01 with the example in a new database, when its list shows.  g_free its
 * path. */
char *pty_start_example(struct pty *pty);
/* The exit status after q q. */
int pty_leave(struct pty *pty);
/* Runs a test program's cases in a folder of their own. */
int pty_run(const char *name, CU_TestInfo *cases);

#endif
