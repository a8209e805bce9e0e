/*
 * event.h - what comes from a terminal: keys by name, text, paste, size, signals; and the
 * decoding of escape sequences, which swallows every complete one it does not know.
 *
 * Keys    "Up" "Enter" "Esc" "Tab" "Shift-Tab" "Space" "Back" "Del" "F1" "Ctrl-R"; a
 *         letter is its own name.
 * Source  terminal.md: PuTTY with TERM=xterm sends F1 as ESC [11~, which must never
 *         become "11" in an amount, also when a slow link splits it.
 */
#ifndef TUI_EVENT_H
#define TUI_EVENT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum event_kind {
	EVENT_IDLE, /* the time to wait has passed */
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_POINT, /* the mouse: row y */
	EVENT_RESIZE,
	EVENT_WIDTH, /* the terminal shows å in y columns, more than one: it is not UTF-8
	              */
	EVENT_SIGNAL, /* SIGHUP, SIGTERM; also a terminal that is gone */
};

/* Why a paste gives no text. */
enum paste_fault { PASTE_WHOLE, PASTE_LARGE, PASTE_CUT };

struct event {
	enum event_kind kind;
	char key[16];           /* its name */
	char text[8];           /* what it types; "" for none */
	GString *paste;         /* EVENT_PASTE; owned; see paste.h */
	enum paste_fault fault; /* EVENT_PASTE; only a whole one reaches a screen */
	int signal;
	int y;         /* EVENT_POINT, EVENT_WIDTH */
	bool late;     /* EVENT_KEY: the Esc before it was the beginning of this key */
	int64_t at_ms; /* monotonic */
};

void event_clear(struct event *event);
/* A key by its name; one sign is also its text. */
void event_key(struct event *ret, const char *name);
/* A sign that was typed; control characters become "Ctrl-A", "Enter", "Tab", ... */
void event_sign(struct event *ret, gunichar sign);

/* What follows an ESC, sign by sign. */
enum escape_step {
	ESCAPE_MORE,   /* inside a sequence */
	ESCAPE_KEY,    /* a known key: escape_key() */
	ESCAPE_PASTE,  /* the start of a paste */
	ESCAPE_IGNORE, /* complete and not known: nothing happened */
	ESCAPE_ALONE /* no sequence: ESC was a key of its own, the sign stands for itself
	              */
};

struct escape {
	char bytes[32]; /* after the ESC */
	int n;
};

void escape_start(struct escape *escape);
enum escape_step escape_feed(struct escape *escape, gunichar sign);
const char *escape_key(const struct escape *escape);
/* The column of an answer to ESC_ASK_WIDTH; 0: another sequence. */
int escape_width(const struct escape *escape);

/* Draws å in the second row, since an answer from the first is also a key, and asks where
 * the cursor then is. */
#define ESC_ASK_WIDTH "\033[2;1H\303\245\033[6n"
#endif
