/* reports.c - the status reports in force. */
#include "session/reports.h"

static gint
by_round_then_action(gconstpointer a, gconstpointer b)
{
	const struct stored_report *x = a, *y = b;

	if (x->cutoff != y->cutoff)
		return x->cutoff - y->cutoff;
	if (x->round != y->round)
		return x->round < y->round ? -1 : 1;
	return x->action < y->action ? -1 : x->action > y->action;
}

GArray *
reports_in_force(const GArray *all)
{
	g_autoptr(GHashTable) last =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GArray *kept = g_array_new(FALSE, FALSE, sizeof(struct stored_report));
	GHashTableIter iter;
	gpointer value;

	for (guint i = 0; i < all->len; i++) {
		struct stored_report *r = &g_array_index(all, struct stored_report, i);

		g_hash_table_replace(last,
		    g_strdup_printf(
		        "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, r->action, r->round),
		    r);
	}
	g_hash_table_iter_init(&iter, last);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		if (!((struct stored_report *)value)->removed)
			g_array_append_vals(kept, value, 1);
	g_array_sort(kept, by_round_then_action);
	return kept;
}
