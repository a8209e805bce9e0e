/*
 * upkeep.h - what is done with the database itself: checked, copied, opened to others.
 */
#ifndef SESSION_UPKEEP_H
#define SESSION_UPKEEP_H

#include "session/session.h"

#define CHECK_DATABASE 1u
#define CHECK_SUMS     2u
#define CHECK_DATA     4u
#define CHECK_ALL      7u
/* Remarks (check.h) are added to `remarks`; the programme's own, or every programme's
 * when none was named at session_open. */
bool session_check(
    struct session *session, unsigned what, GPtrArray *remarks, GError **error);

/* A consistent copy while others work.  Errors: FILE when `path` exists without
 * overwrite. */
bool session_backup(
    struct session *session, const char *path, bool overwrite, GError **error);

/* The views v_public_* for programs that read databases: made anew, or taken away.  How
 * many there are then.  They are no facts, so no change tells of them. */
bool session_set_public(struct session *session, bool there, int *ret, GError **error);

#endif
