/*
 * rounds.h - which round a report belongs to, for src/session only.
 */
#ifndef SESSION_ROUNDS_H
#define SESSION_ROUNDS_H

#include "session/state.h"

/* The label of the round that ends with a month, else the month itself; g_free.  With
 * `open` a closed one gives way to the first open one after it, else the month after. */
bool round_of_month(struct session *s, int cutoff, bool open, char **ret, GError **error);

struct rounds_asked {
	int64_t programme, change;
	int cutoff; /* only those that end with it are looked into; 0: all */
	/* every report there is, in order of writing; NULL: they are read if need be */
	const GArray *reports;
};
/* All rounds, by cut-off and label, with what each waits for (plan/followup.h): GArray of
 * struct round, texts in `pool`. */
bool rounds_read(struct session *s, const struct rounds_asked *asked, GStringChunk *pool,
    GArray **ret, GError **error);

#endif
