/*
 * compare_facts.c - what is said of a programme, fact by fact.  The fields are named as
 * in the log.
 */
#include "rollup/compare_facts.h"

#include "money/money_format.h"
#include "rollup/compare_tell.h"

static char *
year_words(int year, const char *otherwise)
{
	return year ? g_strdup_printf("%d", year) : g_strdup(otherwise);
}

static void
say_register(struct teller *t, const struct action *action)
{
	bool both = plan_action_by_id(t->other, action->id) != NULL;

	for (int f = 0; f < ACTION_FIELD__N; f++)
		if (both || f == ACTION_NAME)
			teller_say(t, action->id, action_fields[f].name,
			    action_get(action, (enum action_field)f));
}

static void
say_targets(struct teller *t)
{
	for (guint i = 0; i < t->plan->targets->len; i++) {
		const struct target *target =
		    &g_array_index(t->plan->targets, struct target, i);
		const struct line *line = plan_line(t->plan, target->line);
		g_autofree char *year = year_words(target->year, "ej årsfördelat");
		g_autofree char *field = NULL;

		if (!line || !plan_action_by_id(t->plan, line->action))
			continue;
		field = g_strdup_printf("mål %s, %s, %s", year,
		    plan_unit_name(t->plan, line->unit),
		    word_text(cost_kind_words, (int)line->cost_kind));
		teller_say_amount(t, line->action, field, amount_of(target->ore));
	}
}

static void
say_realised(struct teller *t, int64_t action)
{
	const struct rollup *rollup = t->overview->all_actions;
	const struct rollup_row *row = rollup_find(rollup, action);

	for (int c = 0; row && c < rollup->n_years; c++) {
		g_autofree char *field =
		    g_strdup_printf("realiserat %d", rollup->query.first_year + c);

		teller_say_amount(t, action, field, row->cells[c].realised);
	}
}

static void
say_reports(struct teller *t, int64_t action)
{
	const struct followup *followup = t->overview->followup;
	guint n, first = followup_reports(followup, action, &n);

	for (guint i = first; i < first + n; i++) {
		const struct report *r =
		    &g_array_index(followup->reports, struct report, i);
		const char *const words[] = { word_text(status_words, (int)r->status),
			word_text(light_words, (int)r->light),
			r->nothing_new ? "inget nytt att redovisa" : "" };
		g_autofree char *state = teller_joined(words, G_N_ELEMENTS(words), ", ");
		const char *const both[] = { state, r->comment };
		g_autofree char *value = teller_joined(both, G_N_ELEMENTS(both), ": ");
		g_autofree char *field = g_strdup_printf("läge %s", r->label);

		g_autofree char *result = g_strdup_printf("resultat %s", r->label);

		teller_say(t, action, field, value);
		teller_say(t, action, result, r->result);
	}
}

static const char *
round_label(const struct followup *followup, int64_t id)
{
	for (guint i = 0; i < followup->rounds->len; i++)
		if (g_array_index(followup->rounds, struct round, i).id == id)
			return g_array_index(followup->rounds, struct round, i).label;
	return "";
}

static void
say_forecasts(struct teller *t, int64_t action)
{
	const struct followup *followup = t->overview->followup;
	guint n, first = followup_forecasts(followup, action, &n);

	for (guint i = first; i < first + n; i++) {
		const struct forecast *f =
		    &g_array_index(followup->forecasts, struct forecast, i);
		g_autofree char *field = g_strdup_printf(
		    "prognos %d, omgång %s", f->year, round_label(followup, f->round));

		teller_say_amount(t, action, field, amount_of(f->ore));
	}
}

static void
say_actions(struct teller *t)
{
	for (guint i = 0; i < t->plan->actions->len; i++) {
		const struct action *a =
		    &g_array_index(t->plan->actions, struct action, i);
		g_autofree char *light =
		    t->overview->outlooks ? lights_text(&t->overview->outlooks[i].lights)
		                          : NULL;

		say_register(t, a);
		say_realised(t, a->id);
		if (plan_action_by_id(t->other, a->id))
			teller_say(t, a->id, "ljus", light);
		if (!t->overview->followup)
			continue;
		say_reports(t, a->id);
		say_forecasts(t, a->id);
	}
}

static void
say_steps(struct teller *t)
{
	for (guint i = 0; i < t->plan->decisions->len; i++) {
		const struct decision *d =
		    &g_array_index(t->plan->decisions, struct decision, i);
		g_autofree char *paragraph = decision_paragraph(d);
		g_autofree char *amount = amount_mkr(d->amount);
		const char *const words[] = { d->day, d->body, paragraph, d->journal,
			d->outcome, d->subject, d->phase, amount, d->note };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf("beslut %s", d->code);

		teller_say(t, d->action, field, value);
	}
	for (guint i = 0; i < t->plan->assessments->len; i++) {
		const struct assessment *a =
		    &g_array_index(t->plan->assessments, struct assessment, i);
		const char *const words[] = { a->day, a->reference, a->conclusion };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");

		teller_say(t, a->action, "risk- och konsekvensanalys", value);
	}
	for (guint i = 0; i < t->plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(t->plan->milestones, struct milestone, i);
		g_autofree char *reached = *m->reached
		                               ? g_strdup_printf("klar %s", m->reached)
		                               : g_strdup("öppen");
		const char *const words[] = { m->due, reached };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf(
		    "milstolpe %s%s%s", m->name, *m->goal ? " för mål " : "", m->goal);

		teller_say(t, m->action, field, value);
	}
}

static const char *
action_code(const struct plan *plan, int64_t id)
{
	const struct action *action = plan_action_by_id(plan, id);

	return action ? action->code : "";
}

static void
say_overlaps(struct teller *t)
{
	for (guint i = 0; i < t->plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(t->plan->overlaps, struct overlap, i);
		g_autofree char *year = year_words(o->year, "ej årsfördelat");
		g_autofree char *amount =
		    o->amount.known ? amount_mkr(o->amount) : g_strdup("utan belopp");
		g_autofree char *yields = o->yields ? g_strdup_printf("%s viker",
		                                          action_code(t->plan, o->yields))
		                                    : NULL;
		const char *const words[] = { amount, yields, o->reason };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field = g_strdup_printf(
		    "överlapp med %s, %s", action_code(t->plan, o->other), year);

		teller_say(t, o->action, field, value);
	}
}

static void
say_requirements(struct teller *t)
{
	for (guint i = 0; i < t->plan->requirements->len; i++) {
		const struct requirement *r =
		    &g_array_index(t->plan->requirements, struct requirement, i);
		g_autofree char *year = year_words(r->year, "hela programmet");
		g_autofree char *amount = amount_mkr(amount_of(r->ore));
		g_autofree char *difference =
		    r->difference_ore ? amount_mkr(amount_of(r->difference_ore)) : NULL;
		g_autofree char *differs =
		    difference ? g_strconcat("skillnad ", difference, NULL) : NULL;
		const char *const words[] = { amount, differs, r->reason };
		const char *kind = word_text(kind_words, (int)r->kind);
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field =
		    g_strdup_printf("krav %s%s%s", year, *kind ? ", " : "", kind);

		teller_say(t, 0, field, value);
	}
}

static void
say_beside(struct teller *t)
{
	for (guint i = 0; i < t->plan->reallocations->len; i++) {
		const struct reallocation *r =
		    &g_array_index(t->plan->reallocations, struct reallocation, i);
		g_autofree char *amount = amount_mkr(amount_of(r->ore));
		const char *const words[] = { amount, r->purpose, r->terms, r->funding };
		g_autofree char *value = teller_joined(words, G_N_ELEMENTS(words), ", ");
		g_autofree char *field =
		    g_strdup_printf("omfördelning %s %d", r->code, r->year);

		teller_say(t, 0, field, value);
	}
	for (guint i = 0; i < t->plan->benchmarks->len; i++) {
		const struct benchmark *b =
		    &g_array_index(t->plan->benchmarks, struct benchmark, i);
		g_autofree char *promised = amount_mkr(b->promised);
		g_autofree char *realised = amount_mkr(b->realised);
		g_autofree char *value = g_strdup_printf("%s, utlovat %s, realiserat %s",
		    b->name, *promised ? promised : "–", *realised ? realised : "–");
		g_autofree char *field = g_strdup_printf("referens %s", b->code);

		teller_say(t, 0, field, value);
	}
	for (guint i = 0; i < t->plan->calculations->len; i++) {
		const struct calculation *c =
		    &g_array_index(t->plan->calculations, struct calculation, i);
		const struct area *area = plan_area_by_id(t->plan, c->area);
		g_autofree char *gross = amount_mkr(amount_of(c->gross_ore));
		g_autofree char *cost = amount_mkr(amount_of(c->cost_ore));
		g_autofree char *net = amount_mkr(amount_of(c->net_ore));
		g_autofree char *value =
		    g_strdup_printf("brutto %s, kostnad %s, netto %s", gross, cost, net);
		g_autofree char *field =
		    g_strdup_printf("kalkyl %s, %s", area ? area->name : "", c->period);

		teller_say(t, 0, field, value);
	}
}

static void
say_steering(struct teller *t)
{
	const struct overview *o = t->overview;

	teller_say(t, 0, "programmets namn", o->plan->programme.name);
	for (int i = 0; i < SETTING__N; i++) {
		g_autofree char *field =
		    g_strdup_printf("inställning %s", setting_infos[i].name);

		teller_say(t, 0, field, o->settings.text[i]);
	}
	for (guint i = 0; o->followup && i < o->followup->rounds->len; i++) {
		const struct round *r =
		    &g_array_index(o->followup->rounds, struct round, i);
		g_autofree char *due =
		    *r->due ? g_strdup_printf(", senast %s", r->due) : g_strdup("");
		g_autofree char *value =
		    g_strconcat(r->closed ? "stängd" : "öppen", due, NULL);
		g_autofree char *field = g_strdup_printf("omgång %s", r->label);

		teller_say(t, 0, field, value);
	}
}

void
facts_said(const struct overview *overview, const struct plan *other, GStringChunk *text,
    GArray *facts)
{
	struct teller t = { overview, overview->plan, other, text, facts };

	say_steering(&t);
	say_requirements(&t);
	say_beside(&t);
	say_actions(&t);
	say_targets(&t);
	say_steps(&t);
	say_overlaps(&t);
	facts_said_of_goals(&t);
}
