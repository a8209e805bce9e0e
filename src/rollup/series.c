/*
 * series.c - finding series that are the very same.
 */
#include "rollup/series.h"

static guint
series_hash(gconstpointer pointer)
{
	const struct series *series = pointer;
	guint hash = series->n;

	for (guint i = 0; i < series->n; i++)
		hash = (hash * 31 + g_int64_hash(&series->points[i].when)) * 31 +
		       g_int64_hash(&series->points[i].value);
	return hash;
}

static gboolean
series_equal(gconstpointer a, gconstpointer b)
{
	const struct series *x = a, *y = b;

	for (guint i = 0; i < MIN(x->n, y->n); i++)
		if (x->points[i].when != y->points[i].when ||
		    x->points[i].value != y->points[i].value)
			return FALSE;
	return x->n == y->n;
}

GHashTable *
series_seen_new(void)
{
	return g_hash_table_new_full(series_hash, series_equal, g_free, NULL);
}

const struct series *
series_seen(GHashTable *seen, const struct series *series)
{
	const struct series *first = g_hash_table_lookup(seen, series);

	if (first == NULL)
		g_hash_table_add(seen, g_memdup2(series, sizeof(*series)));
	return first;
}
