/*
 * app.h - the terminal program: opened with a session, left with an exit status.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "session/session.h"
#include "tui/term.h"

struct memory;

struct tui_options {
	enum glyphs glyphs; /* --tecken */
	bool no_color;      /* --ingen-farg; NO_COLOR in the environment does the same */
	bool spoken;        /* --linjar: a screen is sentences */
	bool mouse;         /* --mus: the terminal sends what is pointed at */
	bool read_only; /* the session was opened for reading: verbs are not offered */
	bool demo; /* made-up data in a temporary file: the title says "Exempeldata" */
	struct memory *memory; /* what the person chose before (memory.h), borrowed; NULL:
	                          nothing, and nothing is kept */
	const char *notice;    /* shown as OBS at first; NULL: nothing */
};

/* Runs until the user leaves.  The exit status: 0, 129 or 143 after SIGHUP or SIGTERM, or
 * with *error set that of the error.  The session is borrowed. */
int tui_run(struct session *session, const struct tui_options *options, GError **error);

/* The same on a terminal of the caller's, which it keeps. */
int tui_run_term(struct session *session, const struct tui_options *options,
    struct term *term, GError **error);

/* ---- its parts, for tests ---------------------------------------------------------- */

struct app;

/* Opens the action list.  Errors are the session's. */
bool app_new(struct session *session, const struct tui_options *options, struct app **ret,
    GError **error);
void app_free(struct app *app);

/* False when the program should end: app_status() is its exit status. */
bool app_event(struct app *app, const struct event *event);
int app_status(const struct app *app);

/* The whole screen in a size. */
void app_draw(struct app *app, struct grid *grid, int rows, int cols);

#endif
