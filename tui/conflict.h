/*
 * conflict.h - what another has written since it was shown: a text of a report, or the
 * fields of a prompt.
 */
#ifndef TUI_CONFLICT_H
#define TUI_CONFLICT_H

#include "tui/dialog.h"

/* The texts that a round has of an action; "" for none. */
struct report_texts {
	char *comment, *result;
	char *who; /* saved them, and when: "ak17 2021-07-05 11:00"; "" for nobody */
};
void report_texts_read(
    struct app *app, const char *code, const char *round, struct report_texts *ret);
void report_texts_clear(struct report_texts *texts);

/* One of a prompt's fields. */
struct conflict_field {
	int index;
	const char *label; /* "Kommentar"; static */
	bool result;       /* it is the result, else the comment */
	char **seen;       /* what it was when it was shown; lives with the prompt */
};

/*
 * Shows the first field that is another now: before, theirs and mine.  What is chosen,
 * which may be both, becomes the field's text, *seen becomes theirs, and the prompt is
 * saved.  False when no field is another.
 */
bool conflict_ask_text(struct app *app, struct prompt *prompt, const char *code,
    const char *round, const struct conflict_field *fields, size_t n);

/*
 * Shows every field of the prompt that is another now: before, theirs and mine.  `theirs`
 * (char *, taken) are the texts of its fields as they stand.  A field that the person has
 * not touched becomes theirs, the others what is chosen.  Then `adopt` is called with
 * `user`, which lives with the prompt, to make theirs what was seen, and the prompt is
 * saved.
 */
typedef void (*conflict_adopt)(void *user);
void conflict_ask_fields(struct app *app, struct prompt *prompt, const char *what,
    GPtrArray *theirs, conflict_adopt adopt, void *user);

#endif
