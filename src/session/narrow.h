/*
 * narrow.h - a view of one förvaltning, for src/session only.
 *
 * The actions of other förvaltningar are left out of the sums as a scenario leaves
 * actions out; then the view's own copy of the plan loses them, with the requirement,
 * which is the whole programme's.
 */
#ifndef SESSION_NARROW_H
#define SESSION_NARROW_H

#include "session/footing.h"

/* By folded name.  Errors: NOT_FOUND with the nearest. */
bool narrow_find(
    const struct plan *plan, const char *name, const struct unit **ret, GError **error);
/* Is the action in the unit, or in one below it? */
bool narrow_has(
    const struct plan *plan, const struct unit *unit, const struct action *action);
/* After footing_make, whose scenario left the others out, and before footing_build: the
 * plan must be the view's own. */
void narrow_footing(struct footing *footing, const struct unit *unit);

#endif
