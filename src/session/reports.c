/* reports.c - the status reports in force. */
#include "session/reports.h"

#include <stdlib.h>
#include <string.h>

#include "base/rows.h"

static gint
by_round_then_action(gconstpointer a, gconstpointer b)
{
	const struct stored_report *x = a, *y = b;

	if (x->cutoff != y->cutoff)
		return x->cutoff - y->cutoff;
	if (x->round != y->round)
		return strcmp(x->label, y->label);
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

bool
report_is_late(const GArray *steps, const struct stored_report *report)
{
	bool closed = false;

	for (guint i = rows_from(steps, sizeof(struct round_step), report->round);
	     i < steps->len; i++) {
		const struct round_step *step =
		    &g_array_index(steps, struct round_step, i);

		if (step->round != report->round || step->change >= report->change)
			break;
		closed = step->closed;
	}
	return closed;
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

bool
reports_latest(struct session *s, int64_t change, int cutoff, const int64_t *ids, guint n,
    struct latest_report **ret, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(256);
	struct latest_report *latest;
	g_autoptr(GArray) all = NULL;
	g_autoptr(GArray) kept = NULL;

	g_ptr_array_add(s->texts, pool);
	if (!store_read_reports(s->store, s->programme.id, 0, change, pool, &all, error))
		return false;
	latest = g_new0(struct latest_report, MAX(n, 1));
	for (guint i = 0; i < n; i++)
		latest[i].round = latest[i].comment = "";
	kept = reports_in_force(all);
	for (guint i = 0; i < kept->len; i++) { /* later rounds last */
		const struct stored_report *r =
		    &g_array_index(kept, struct stored_report, i);
		const int64_t *id = bsearch(&r->action, ids, n, sizeof(*ids), by_id);

		struct latest_report *l = id ? &latest[id - ids] : NULL;

		if (l)
			*l = (struct latest_report){ r->label, r->cutoff, r->light,
				r->nothing_new, r->comment,
				l->reported || r->cutoff == cutoff, false };
	}
	*ret = latest;
	return true;
}
