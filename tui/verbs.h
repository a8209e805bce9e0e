/*
 * verbs.h - the dialogs that write: each asks, calls one session verb, tells what came of
 * it, and leaves the change where `u` finds it.
 */
#ifndef TUI_VERBS_H
#define TUI_VERBS_H

#include "tui/screen.h"

/* Post a realised saving for an action; the month suggested is `cutoff`. */
void verb_post(struct app *app, const char *code, int cutoff);
void verb_status(struct app *app, const char *code, enum status now);
void verb_comment(struct app *app, const char *code);
/* The same in a round of the caller's. */
void verb_comment_in(struct app *app, const char *code, const char *round);
void verb_nothing_new(struct app *app, const char *code);
/* Choose another programme of the file; every screen then shows that one. */
void verb_programme(struct app *app);
/* Read a plan file. */
void verb_import(struct app *app, bool plan);

#endif
