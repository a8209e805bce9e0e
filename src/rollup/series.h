/*
 * series.h - series that are the very same: of two, one is probably a copy.
 *
 * Nearly the same is not the same: what is measured alike in two places looks alike.
 */
#ifndef ROLLUP_SERIES_H
#define ROLLUP_SERIES_H

#include <glib.h>
#include <stdint.h>

/* One value of a series; `when` orders and names it, in any way the series share. */
struct series_point {
	int64_t when, value;
};

struct series {
	const struct series_point *points; /* borrowed, by `when` */
	guint n;
	guint owner; /* the caller's: whose it is */
};

/* Series that have been seen; g_hash_table_unref. */
GHashTable *series_seen_new(void);

/* The first series seen with the same values at the same times; NULL when this is the
 * first, which is then remembered.  Borrowed from `seen`. */
const struct series *series_seen(GHashTable *seen, const struct series *series);

#endif
