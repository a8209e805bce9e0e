/*
 * dialog.h - overlays: a question with lettered answers, a list to pick from, a prompt
 * with fields, and lines of text to read.
 *
 * `user` is the caller's; `user_free` (may be NULL) is called when the dialog closes.
 */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include "tui/screen.h"

struct answer {
	const char *key;   /* "s" */
	const char *label; /* "Spara" */
};

/* The answer's index, or -1 for Esc. */
typedef void (*dialog_done)(struct app *app, void *user, int index);

/* `title` and `body` are copied; `answers` ends with key NULL, lives until `user_free`,
 * and Esc is always one more. */
void dialog_ask(struct app *app, const char *title, const char *body,
    const struct answer *answers, dialog_done done, void *user, GDestroyNotify user_free);

/* Takes `items` (char *).  Not called for Esc. */
void dialog_choose(struct app *app, const char *title, GPtrArray *items, int selected,
    dialog_done done, void *user, GDestroyNotify user_free);
/* Among the statuses, `now` or the first selected; the one chosen is index + 1. */
void dialog_choose_status(struct app *app, const char *title, enum status now,
    dialog_done done, void *user, GDestroyNotify user_free);

/* ---- a prompt ---------------------------------------------------------------------- */

struct prompt;

/* True closes the prompt; false leaves it open, after prompt_refuse. */
typedef bool (*prompt_done)(struct app *app, struct prompt *prompt, void *user);

struct prompt *prompt_new(const char *title, const char *intro, prompt_done done,
    void *user, GDestroyNotify user_free);
/* Fields, in order from index 0. */
void prompt_add_text(struct prompt *prompt, const char *label, const char *text);
void prompt_add_amount(struct prompt *prompt, const char *label, const char *text);
void prompt_add_lines(struct prompt *prompt, const char *label, const char *text);
/* Takes `options`. */
void prompt_add_choice(
    struct prompt *prompt, const char *label, GPtrArray *options, int chosen);
void prompt_focus(struct prompt *prompt, int index);
const char *prompt_text(const struct prompt *prompt, int index);
/* As if it were typed. */
void prompt_set_text(struct prompt *prompt, int index, const char *text);
/* The field's label, and its text when the prompt was filled; that may be set anew, when
 * something else stands now. */
const char *prompt_label(const struct prompt *prompt, int index);
const char *prompt_before(const struct prompt *prompt, int index);
void prompt_set_before(struct prompt *prompt, int index, const char *text);
/* As the key that saves; only when it is the screen in front. */
void prompt_save(struct app *app, struct prompt *prompt);
int prompt_chosen(const struct prompt *prompt, int index);
/* Why it cannot be saved, beside what is typed, which stays.  Takes `text`. */
void prompt_refuse(struct prompt *prompt, int index, char *text);
/* The same for what a verb answered, after reading what stands now; where the file or the
 * database failed it is told over the prompt (app_fail).  Takes `error`. */
void prompt_fail(
    struct app *app, struct prompt *prompt, int index, const char *what, GError *error);
/* A lost line keeps what is typed: `verb` of draft_open.c opens it again for `subject`.
 * Without it the texts are shown at the next start. */
void prompt_keep(struct prompt *prompt, const char *verb, const char *subject);
void prompt_open(struct app *app, struct prompt *prompt);
/* The same for what saves nothing: Esc leaves without asking. */
void prompt_open_query(struct app *app, struct prompt *prompt);

/* ---- lines to read ----------------------------------------------------------------- */

/* Takes `lines` (char *; a line that starts with '#' is a heading). */
void dialog_read(struct app *app, const char *title, GPtrArray *lines);

#endif
