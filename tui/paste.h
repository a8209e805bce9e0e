/*
 * paste.h - a bracketed paste, sign by sign, into one event that is safe to type.
 *
 * Shape   the text of a whole paste is UTF-8 in NFC with '\n' between lines and '\t'
 *         between cells; every other control character, and what hides or turns text, is
 *         dropped.  A paste that is too large, or whose end never came, is no text at
 * all: half of it would look like the whole.
 */
#ifndef TUI_PASTE_H
#define TUI_PASTE_H

#include "tui/event.h"

#define PASTE_MAX (1024 * 1024) /* bytes */

struct paste {
	GString *text;
	bool large; /* what came was dropped, and what comes is only looked through */
};

void paste_start(struct paste *paste);
/* True when the sign was the last of the paste's end, which is cut off. */
bool paste_feed(struct paste *paste, gunichar sign);
/* Makes the event, and frees what was read.  `ended`: the end has come. */
void paste_finish(struct paste *paste, bool ended, struct event *ret);

/* The same for text from elsewhere; takes `text`. */
void event_paste(struct event *ret, GString *text);

#endif
