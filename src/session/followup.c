/* followup.c - what has been reported, read for the figures that rest on it. */
#include "session/reports.h"
#include "session/rounds.h"

#include <string.h>

static gint
by_action(gconstpointer a, gconstpointer b)
{
	const struct report *x = a, *y = b;

	if (x->action != y->action)
		return x->action < y->action ? -1 : 1;
	if (x->cutoff != y->cutoff)
		return x->cutoff - y->cutoff;
	return strcmp(x->label, y->label);
}

static bool
read_reports(struct session *s, int64_t programme, int64_t change, struct followup *f,
    GError **error)
{
	g_autoptr(GArray) all = NULL;
	g_autoptr(GArray) steps = NULL;
	g_autoptr(GArray) kept = NULL;
	struct rounds_asked asked = { programme, change, 0, NULL };

	if (!store_read_reports(s->store, programme, 0, change, f->text, &all, error) ||
	    !store_read_round_steps(s->store, programme, change, &steps, error))
		return false;
	asked.reports = all;
	if (!rounds_read(s, &asked, f->text, &f->rounds, error))
		return false;
	kept = reports_in_force(all);
	for (guint i = 0; i < kept->len; i++) {
		const struct stored_report *r =
		    &g_array_index(kept, struct stored_report, i);
		struct report report = { r->action, r->round, r->label, r->cutoff,
			r->status, r->light, r->comment, r->nothing_new,
			report_is_late(steps, r), r->result };

		g_array_append_val(f->reports, report);
	}
	g_array_sort(f->reports, by_action);
	return true;
}

bool
session_followup_of(struct session *s, int64_t programme, int64_t change,
    struct followup **ret, GError **error)
{
	struct followup *f = followup_new();

	g_clear_pointer(&f->rounds, g_array_unref);
	g_clear_pointer(&f->forecasts, g_array_unref);
	g_clear_pointer(&f->finishes, g_array_unref);
	if (!read_reports(s, programme, change, f, error) ||
	    !store_read_forecasts(s->store, programme, change, &f->forecasts, error) ||
	    !store_read_finishes(
	        s->store, programme, change, f->text, &f->finishes, error)) {
		followup_free(f);
		return false;
	}
	*ret = f;
	return true;
}

bool
session_followup_at(
    struct session *s, int64_t change, struct followup **ret, GError **error)
{
	return session_followup_of(s, s->programme.id, change, ret, error);
}
