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

#define PTY_PATIENCE_MS 20000 /* for what must come; a slow machine is not an error */

struct pty {
	int master;
	pid_t child;
	VTerm *vterm;
	VTermScreen *screen;
	GString *sent; /* every byte of the program's output */
	int rows, cols;
};

/* `arguments` parted by blanks, after the program's name; `settings` are NAME=VALUE of
 * the environment, NULL-ended, or NULL. */
void pty_start(struct pty *pty, const char *arguments, const char *const *settings);
/* Hangs up when it still runs; frees. */
void pty_finish(struct pty *pty);

void pty_send(struct pty *pty, const char *bytes);
void pty_resize(struct pty *pty, int cols, int rows);
/* The line is lost. */
void pty_hang_up(struct pty *pty);

/* Reads until the screen shows the text; false, and prints the screen, when it does not
 * in time.  pty_hides: until it does not. */
bool pty_shows(struct pty *pty, const char *text);
bool pty_hides(struct pty *pty, const char *text);
/* The screen now; g_free. */
char *pty_text(struct pty *pty);
/* Waits for the end: the exit status, 128 + the signal that killed it; -1 when it did not
 * end within `wait_ms`. */
int pty_ends(struct pty *pty, int wait_ms);

#endif
