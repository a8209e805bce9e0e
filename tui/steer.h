/*
 * steer.h - what the screens for steering share: what could not be read, a yes or no
 * question about the selected row.
 */
#ifndef TUI_STEER_H
#define TUI_STEER_H

#include "tui/dialog.h"
#include "tui/empty.h"
#include "tui/table.h"

#define STEER_SCOPES (SCOPE_STEER | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

/* Instead of the table, when its data could not be read. */
void steer_draw_unread(struct app *app, struct grid *grid, const char *what);

/* Asks ja or nej; `done` gets a copy of `key` when the answer is ja. */
typedef void (*steer_done)(struct app *app, const char *key);
void steer_ask(struct app *app, const char *title, const char *body, const char *key,
    steer_done done);

/* Commands that every screen for steering has: to other screens, and the log. */
bool steer_run(struct app *app, enum command command);

#endif
