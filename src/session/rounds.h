/*
 * rounds.h - which round a report belongs to, for src/session only.
 */
#ifndef SESSION_ROUNDS_H
#define SESSION_ROUNDS_H

#include "session/state.h"

/* The label of the round that ends with a month, else the month itself; g_free.  With
 * `open` a closed one gives way to the first open one after it, else the month after. */
bool round_of_month(struct session *s, int cutoff, bool open, char **ret, GError **error);

#endif
