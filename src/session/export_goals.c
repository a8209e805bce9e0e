/* export_goals.c - goals, indicators and what they showed, assignments, preconditions and
 * links, as CSV.  What is said of an action that was taken away is not exported. */
#include "exchange/kinds_goals.h"
#include "session/export.h"

static void
measures(struct csv_writer *w, const struct measures *m)
{
	const struct measure *const all[] = { &m->women, &m->men, &m->total };

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		csv_measure(
		    w, all[i]->known ? amount_of(all[i]->hundredths) : AMOUNT_NONE);
}

bool
export_goals(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_GOALS);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *g = &g_array_index(plan->goals, struct goal, i);

		csv_text(w, g->code);
		csv_text(w, g->parent);
		csv_plain(w, word_text(goal_level_words, (int)g->level));
		csv_text(w, g->number);
		csv_text(w, g->name);
		csv_text(w, g->group);
		csv_text(w, g->note);
		csv_end_row(w);
	}
	return true;
}

bool
export_indicators(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_INDICATORS);
	for (guint i = 0; i < plan->indicators->len; i++) {
		const struct indicator *m =
		    &g_array_index(plan->indicators, struct indicator, i);

		csv_text(w, m->code);
		csv_text(w, m->name);
		csv_text(w, m->goal);
		csv_plain(w, word_text(direction_words, m->direction));
		csv_text(w, m->aim);
		measures(w, &m->target);
		csv_text(w, m->unit);
		csv_text(w, m->periods);
		csv_text(w, m->table);
		csv_text(w, m->part_of);
		csv_text(w, m->note);
		csv_end_row(w);
	}
	return true;
}

bool
export_measurements(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_MEASUREMENTS);
	for (guint i = 0; i < plan->measurements->len; i++) {
		const struct measurement *m =
		    &g_array_index(plan->measurements, struct measurement, i);
		const struct indicator *indicator = plan_indicator(plan, m->indicator);
		g_autofree char *period = period_text(m->period);

		if (!indicator)
			continue; /* it was taken away */
		csv_text(w, m->indicator);
		csv_text(w, indicator->name);
		csv_text(w, m->place);
		csv_plain(w, period);
		measures(w, &m->value);
		csv_text(w, m->text);
		csv_text(w, m->attained);
		csv_text(w, m->trend);
		csv_text(w, m->note);
		csv_end_row(w);
	}
	return true;
}

bool
export_assignments(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_ASSIGNMENTS);
	for (guint i = 0; i < plan->assignments->len; i++) {
		const struct assignment *m =
		    &g_array_index(plan->assignments, struct assignment, i);
		const struct action *a = plan_action_by_id(plan, m->action);

		if (!a)
			continue;
		csv_text(w, a->code);
		csv_plain(w, word_text(assignment_form_words, (int)m->form));
		csv_text(w, a->area);
		csv_text(w, a->name);
		csv_text(w, a->unit);
		csv_text(w, a->owner);
		csv_text(w, m->timetable);
		csv_text(w, m->timetable_kind);
		csv_text(w, m->timetable_period);
		csv_text(w, m->effect);
		csv_text(w, m->amount_text);
		csv_end_row(w);
	}
	return true;
}

bool
export_preconditions(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_PRECONDITIONS);
	for (guint i = 0; i < plan->preconditions->len; i++) {
		const struct precondition *p =
		    &g_array_index(plan->preconditions, struct precondition, i);

		csv_text(w, p->name);
		csv_text(w, p->required);
		csv_text(w, p->met);
		csv_text(w, p->explanation);
		csv_end_row(w);
	}
	return true;
}

bool
export_links(
    struct session *s, const struct plan *plan, struct csv_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_LINKS);
	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *l = &g_array_index(plan->links, struct link, i);
		const struct action *a = plan_action_by_id(plan, l->action);

		if (!a)
			continue;
		csv_text(w, a->code);
		csv_plain(w, word_text(relation_words, (int)l->relation));
		csv_text(w, l->code);
		export_number(w, l->year);
		csv_end_row(w);
	}
	return true;
}
