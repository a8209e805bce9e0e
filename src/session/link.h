/*
 * link.h - links of actions, shared by the verb and the importers, for src/session only.
 */
#ifndef SESSION_LINK_H
#define SESSION_LINK_H

#include "session/state.h"

/* Is it in force? */
bool link_exists(const struct plan *plan, const struct link *link);

/* Does what the link names exist?  The plan has STORE_ALL.  Errors: NOT_FOUND. */
bool link_check(const struct plan *plan, const struct action *action,
    const struct link_edit *edit, GError **error);

#endif
