/* export_steps.c - what stages rest on, and forecasts.  What is said of an action
 * that was taken away is not exported: nobody could read it in. */
#include "session/export.h"

bool
export_decisions(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_DECISIONS);
	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d =
		    &g_array_index(plan->decisions, struct decision, i);
		const struct action *a = plan_action_by_id(plan, d->action);

		if (d->action && !a)
			continue;
		row_text(w, d->code);
		row_text(w, a ? a->code : "");
		row_text(w, d->day);
		row_text(w, d->body);
		row_text(w, d->paragraph);
		row_text(w, d->journal);
		row_text(w, d->outcome);
		row_text(w, d->subject);
		row_text(w, d->phase);
		row_amount(w, d->amount);
		row_text(w, d->note);
		row_end(w);
	}
	return true;
}

bool
export_assessments(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_ASSESSMENTS);
	for (guint i = 0; i < plan->assessments->len; i++) {
		const struct assessment *m =
		    &g_array_index(plan->assessments, struct assessment, i);
		const struct action *a = plan_action_by_id(plan, m->action);

		if (!a)
			continue;
		row_text(w, a->code);
		row_text(w, m->day);
		row_text(w, m->reference);
		row_text(w, m->conclusion);
		row_end(w);
	}
	return true;
}

bool
export_milestones(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_MILESTONES);
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);
		const struct action *a = plan_action_by_id(plan, m->action);

		if (m->action && !a)
			continue;
		row_text(w, a ? a->code : "");
		row_text(w, m->name);
		row_text(w, m->due);
		row_text(w, m->reached);
		row_text(w, m->goal);
		row_end(w);
	}
	return true;
}

static const char *
round_label(const GArray *rounds, int64_t id)
{
	for (guint i = 0; i < rounds->len; i++)
		if (g_array_index(rounds, struct stored_round, i).id == id)
			return g_array_index(rounds, struct stored_round, i).label;
	return "";
}

bool
export_forecasts(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;
	g_autoptr(GArray) forecasts = NULL;

	export_header(w, EXCHANGE_FORECASTS);
	if (!store_read_rounds(
	        s->store, s->programme.id, STORE_NOW, pool, &rounds, error) ||
	    !store_read_forecasts(
	        s->store, s->programme.id, STORE_NOW, &forecasts, error))
		return false;
	for (guint i = 0; i < forecasts->len; i++) {
		const struct forecast *f = &g_array_index(forecasts, struct forecast, i);
		const struct action *a = plan_action_by_id(plan, f->action);

		if (!a)
			continue;
		row_text(w, a->code);
		row_text(w, round_label(rounds, f->round));
		row_number(w, f->year);
		row_amount(w, amount_of(f->ore));
		row_end(w);
	}
	return true;
}
