/*
 * field.h - a line (or lines) of text being edited: UTF-8, grapheme aware, NFC.
 *
 * Shape   `text` is always valid UTF-8 in NFC without control characters ('\n' only in a
 *         field of several lines); `cursor` is a byte offset that never stands between a
 *         letter and its combining marks.
 */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H

#include <glib.h>
#include <stdbool.h>

#include "tui/event.h"
#include "tui/grid.h"

struct field {
	GString *text;
	gsize cursor;
	bool lines;      /* may hold line breaks */
	bool fresh;      /* typing replaces it all (amounts) */
	int first;       /* first column, or first line, that shows */
	GPtrArray *undo; /* struct field_state *, oldest first */
	GPtrArray *redo;
	bool typing; /* the last edit was a letter: more letters are the same step */
};

void field_init(struct field *field, const char *text, bool lines);
void field_clear(struct field *field);

/* Replaces everything, cursor last, nothing to undo. */
void field_set(struct field *field, const char *text);
void field_insert(struct field *field, const char *text);

/* True when the event was the field's: text, arrows, Home, End, Back, Del, Ctrl-Z,
 * Ctrl-Y, a paste; and Enter, Up, Down inside a field of several lines. */
bool field_event(struct field *field, const struct event *event, int width);

/* `width` × `height` columns at y, x; scrolls so that the cursor shows, and sets the
 * grid's cursor when `focus`. */
void field_draw(struct field *field, struct grid *grid, int y, int x, int width,
    int height, bool focus, enum role role);

#endif
