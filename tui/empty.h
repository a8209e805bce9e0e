/*
 * empty.h - a screen with nothing in it: what that means, and the next step with its key.
 */
#ifndef TUI_EMPTY_H
#define TUI_EMPTY_H

#include "tui/screen.h"

/* CMD_NONE: only text.  Ends with text NULL; the first is the heading. */
struct empty_line {
	enum command command; /* its key stands before the text */
	const char *text;
};

/* From row 3.  Where the database is open for reading, whom to ask stands in place of the
 * steps that write. */
void empty_draw(struct app *app, struct grid *grid, const struct empty_line *lines);
/* The plan could not be read. */
void empty_draw_unread(struct app *app, struct grid *grid);

#endif
