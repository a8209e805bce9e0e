/* export_goals.c - goals, indicators and what they showed, assignments, preconditions and
 * links.  What is said of an action that was taken away is not exported. */
#include "exchange/kinds_goals.h"
#include "session/export.h"

static void
measures(struct row_writer *w, const struct measures *m)
{
	const struct measure *const all[] = { &m->women, &m->men, &m->total };

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		row_measure(
		    w, all[i]->known ? amount_of(all[i]->hundredths) : AMOUNT_NONE);
}

bool
export_goals(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_GOALS);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *g = &g_array_index(plan->goals, struct goal, i);

		row_text(w, g->code);
		row_text(w, g->parent);
		row_word(w, word_text(goal_level_words, (int)g->level));
		row_text(w, g->number);
		row_text(w, g->name);
		row_text(w, g->group);
		row_text(w, g->note);
		row_end(w);
	}
	return true;
}

bool
export_indicators(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_INDICATORS);
	for (guint i = 0; i < plan->indicators->len; i++) {
		const struct indicator *m =
		    &g_array_index(plan->indicators, struct indicator, i);

		row_text(w, m->code);
		row_text(w, m->name);
		row_text(w, m->goal);
		row_word(w, word_text(direction_words, m->direction));
		row_text(w, m->aim);
		measures(w, &m->target);
		row_text(w, m->unit);
		row_text(w, m->periods);
		row_text(w, m->table);
		row_text(w, m->part_of);
		row_text(w, m->note);
		row_end(w);
	}
	return true;
}

bool
export_measurements(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
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
		row_text(w, m->indicator);
		row_text(w, indicator->name);
		row_text(w, m->place);
		row_word(w, period);
		measures(w, &m->value);
		row_text(w, m->text);
		row_text(w, m->attained);
		row_text(w, m->trend);
		row_text(w, m->note);
		row_end(w);
	}
	return true;
}

bool
export_assignments(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
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
		row_text(w, a->code);
		row_word(w, word_text(assignment_form_words, (int)m->form));
		row_text(w, a->area);
		row_text(w, a->name);
		row_text(w, a->unit);
		row_text(w, a->owner);
		row_text(w, m->timetable);
		row_text(w, m->timetable_kind);
		row_text(w, m->timetable_period);
		row_text(w, m->effect);
		row_text(w, m->amount_text);
		row_end(w);
	}
	return true;
}

bool
export_preconditions(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_PRECONDITIONS);
	for (guint i = 0; i < plan->preconditions->len; i++) {
		const struct precondition *p =
		    &g_array_index(plan->preconditions, struct precondition, i);

		row_text(w, p->name);
		row_text(w, p->required);
		row_text(w, p->met);
		row_text(w, p->explanation);
		row_end(w);
	}
	return true;
}

bool
export_links(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_LINKS);
	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *l = &g_array_index(plan->links, struct link, i);
		const struct action *a = plan_action_by_id(plan, l->action);

		if (!a)
			continue;
		row_text(w, a->code);
		row_word(w, word_text(relation_words, (int)l->relation));
		row_text(w, l->code);
		export_number(w, l->year);
		row_end(w);
	}
	return true;
}
