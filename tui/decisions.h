/*
 * decisions.h - writing a decision: a form in a dialog, for a new one or one that is
 * there.
 */
#ifndef TUI_DECISIONS_H
#define TUI_DECISIONS_H

#include "plan/plan.h"
#include "tui/dialog.h"
#include "tui/table.h"

/* Borrowed only while it is opened.  decision NULL: a new one.  action: code of the
 * action it is of; NULL: the programme's.  A new one becomes the selected row of
 * `table`, which belongs to the screen below. */
void decision_write(struct app *app, const struct plan *plan,
    const struct decision *decision, const char *action, struct table *table);

#endif
