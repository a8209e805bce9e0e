/*
 * term.h - a terminal as the program sees it: a size, a grid to show, events to read.
 *
 * The program has one real (term_curses.c); tests have one made of arrays.
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "tui/event.h"
#include "tui/grid.h"

struct term {
	enum glyphs glyphs; /* what it can show */
	void (*size)(struct term *term, int *ret_rows, int *ret_cols);
	void (*put)(struct term *term, const struct grid *grid);
	/* Wait at most `wait_ms` (-1: for ever) for the next event. */
	void (*read)(struct term *term, int wait_ms, struct event *ret);
	/* Everything is drawn anew at the next put. */
	void (*forget)(struct term *term);
	/* Does it send what the mouse does? */
	void (*mouse)(struct term *term, bool on);
	void (*free)(struct term *term);
};

struct term_options {
	enum glyphs glyphs;
	bool no_color;
	bool mouse;
};

/* The terminal of this process.  Errors: FILE when it is none, cannot place its cursor,
 * or no UTF-8 locale exists; each says what to do. */
struct term *term_curses_new(const struct term_options *options, GError **error);

#endif
