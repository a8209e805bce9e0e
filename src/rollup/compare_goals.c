/*
 * compare_goals.c - what is said of goals, indicators, assignments, preconditions and
 * links, fact by fact.
 */
#include "rollup/compare_tell.h"

/* ---- goals and what they are measured by ---------------------------------------------
 */

/* "under P1"; "" when the code is: g_free. */
static char *
under(const char *code)
{
	return g_strconcat(*code ? "under " : "", code, NULL);
}

/* "K 12 M 7 totalt 19": those that are known; g_free. */
static char *
measures_words(const struct measures *m)
{
	const struct {
		const char *name;
		struct measure value;
	} parts[] = { { "K", m->women }, { "M", m->men }, { "totalt", m->total } };
	GString *out = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autofree char *text = measure_text(parts[i].value);

		if (parts[i].value.known)
			g_string_append_printf(
			    out, "%s%s %s", out->len ? " " : "", parts[i].name, text);
	}
	return g_string_free(out, FALSE);
}

static void
say_goals(struct teller *t)
{
	for (guint i = 0; i < t->plan->goals->len; i++) {
		const struct goal *g = &g_array_index(t->plan->goals, struct goal, i);
		g_autofree char *place = under(g->parent);
		const char *const words[] = { word_text(goal_level_words, (int)g->level),
			g->number, g->name, place, g->group, g->note };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf("mål %s", g->code);

		teller_say(t, 0, field, value);
	}
}

static void
say_indicators(struct teller *t)
{
	for (guint i = 0; i < t->plan->indicators->len; i++) {
		const struct indicator *m =
		    &g_array_index(t->plan->indicators, struct indicator, i);
		g_autofree char *place = under(m->goal);
		g_autofree char *target = measures_words(&m->target);
		g_autofree char *whole =
		    g_strconcat(*m->part_of ? "varav av " : "", m->part_of, NULL);
		const char *const words[] = { m->name, place,
			word_text(direction_words, m->direction), m->aim, target, m->unit,
			m->periods, m->table, whole, m->note };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf("mått %s", m->code);

		teller_say(t, 0, field, value);
	}
}

static void
say_measurements(struct teller *t)
{
	for (guint i = 0; i < t->plan->measurements->len; i++) {
		const struct measurement *m =
		    &g_array_index(t->plan->measurements, struct measurement, i);
		g_autofree char *known = measures_words(&m->value);
		g_autofree char *period = period_text(m->period);
		const char *const words[] = { *known || *m->text ? known : "data saknas",
			m->text, m->attained, m->trend, m->note };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf("mätvärde %s %s%s%s",
		    m->indicator, m->place, *m->place ? " " : "", period);

		teller_say(t, 0, field, value);
	}
}

/* ---- actions and what else there is --------------------------------------------------
 */

static void
say_assignments(struct teller *t)
{
	for (guint i = 0; i < t->plan->assignments->len; i++) {
		const struct assignment *a =
		    &g_array_index(t->plan->assignments, struct assignment, i);
		const char *const words[] = {
			word_text(assignment_form_words, (int)a->form), a->timetable,
			a->timetable_kind, a->timetable_period, a->effect, a->amount_text
		};
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");

		if (plan_action_by_id(t->plan, a->action))
			teller_say(t, a->action, "uppdrag", value);
	}
}

static void
say_preconditions(struct teller *t)
{
	for (guint i = 0; i < t->plan->preconditions->len; i++) {
		const struct precondition *p =
		    &g_array_index(t->plan->preconditions, struct precondition, i);
		g_autofree char *required =
		    *p->required ? g_strconcat("krävs: ", p->required, NULL) : NULL;
		g_autofree char *met =
		    *p->met ? g_strconcat("uppfylld: ", p->met, NULL) : NULL;
		const char *const words[] = { required, met, p->explanation };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf("förutsättning %s", p->name);

		/* its name is all that is said of it */
		teller_say(t, 0, field, *value ? value : "upptagen");
	}
}

static void
say_links(struct teller *t)
{
	for (guint i = 0; i < t->plan->links->len; i++) {
		const struct link *l = &g_array_index(t->plan->links, struct link, i);
		g_autofree char *year = l->relation != RELATION_TARGET ? g_strdup("")
		                        : l->year ? g_strdup_printf(" %d", l->year)
		                                  : g_strdup(" ej årsfördelat");
		g_autofree char *field = g_strdup_printf("koppling %s %s%s",
		    word_text(relation_words, (int)l->relation), l->code, year);

		if (plan_action_by_id(t->plan, l->action))
			teller_say(t, l->action, field, "ja");
	}
}

void
facts_said_of_goals(struct teller *t)
{
	say_goals(t);
	say_indicators(t);
	say_measurements(t);
	say_assignments(t);
	say_preconditions(t);
	say_links(t);
}
