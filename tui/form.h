/*
 * form.h - fields on a surface: where each stands, which has the focus, what is typed.
 *
 * Shape   y, x are places on the form, which scrolls so that the focus shows.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/field.h"
#include "tui/screen.h"

enum form_kind {
	FORM_LABEL, /* text only, never in focus */
	FORM_TEXT,
	FORM_LINES,
	FORM_AMOUNT, /* typing replaces; right aligned */
	FORM_CHOICE,
	FORM_ROW /* text that can be in focus, and is never typed in */
};

struct form_item {
	enum form_kind kind;
	int id; /* the owner's */
	int y, x, width, height;
	int shown;      /* columns it had when last drawn */
	enum role role; /* of a label */
	struct field field;
	char *before;       /* its text when the form was filled */
	GPtrArray *options; /* FORM_CHOICE: char * */
	bool open;          /* FORM_CHOICE: the last option asks for a new text */
};

struct form {
	GPtrArray *items;
	int focus; /* index of an item that is not a label; -1: none */
	int top;
	bool locked; /* nothing can be changed */
};

void form_init(struct form *form);
void form_clear(struct form *form);

struct form_item *form_add(struct form *form, enum form_kind kind, int id, int y, int x,
    int width, const char *text);
struct form_item *form_find(const struct form *form, int id);
/* Like form_add, with the options' owner. */
struct form_item *form_add_choice(struct form *form, int id, int y, int x, int width,
    GPtrArray *options, const char *text);
void form_focus(struct form *form, int id);

bool form_changed(const struct form *form);
bool form_item_changed(const struct form_item *item);
const char *form_text(const struct form_item *item);
/* Index of the option with its text; -1 when it is none of them. */
int form_chosen(const struct form_item *item);

enum form_use {
	FORM_NOT_USED,
	FORM_USED,
	FORM_PICK, /* open the list: form_pick() */
	FORM_LAST  /* Enter in the last field */
};
enum form_use form_event(struct form *form, const struct event *event);
/* Opens the focused choice's list over the screen that owns the form. */
void form_pick(struct app *app, struct form *form, const char *title);

void form_draw(struct form *form, struct grid *grid, int y, int x, int height, int width);

#endif
