/*
 * wait.h - work that takes long: it is shown after 300 ms, and Esc ends it.
 */
#ifndef TUI_WAIT_H
#define TUI_WAIT_H

#include "tui/screen.h"

#define WAIT_SHOWN_MS 300

/* The session_wait of a program with a terminal: says who is waited for, and for how
 * long; `user` is the app. */
bool wait_locked(void *user, int waited_ms);
/* "Senast sparade ea01, 2021-07-05 11:00."; g_free. */
char *wait_saved_last(const struct app *app);

/* Work that can say how far it has come. */
struct work {
	struct app *app;
	char *title; /* "Läser in" */
	char *what;  /* the file; shown cut */
	int64_t start_ms;
	int shown; /* tenths that stand on the screen; -1: nothing yet */
	bool cancelled;
};

void work_start(struct work *work, struct app *app, const char *title, const char *what);
/* False when the person has pressed Esc, or the terminal is gone: end, and clean up. */
bool work_on(void *work, int64_t done, int64_t all); /* `work` is a struct work */
void work_end(struct work *work);

#endif
