/*
 * cli_show_links.c - what an action has to do with goals, indicators and decisions, in
 * text and JSON.
 */
#include "cli/cli_show_links.h"

#include "exchange/json_write.h"
#include "rollup/lights.h"

static char *
year_name(int year)
{
	return year ? g_strdup_printf("%d", year) : g_strdup("ej årsfördelat");
}

/* ---- JSON -------------------------------------------------------------------------- */

static void
json_assignment(const struct assignment *a, struct json *json)
{
	json_name(json, "uppdrag");
	if (!a) {
		json_add_null(json);
		return;
	}
	json_begin_object(json);
	json_text(json, "form", word_text(assignment_form_words, (int)a->form));
	json_text_or_null(json, "tidplan", a->timetable);
	json_text_or_null(json, "tidplan_typ", a->timetable_kind);
	json_text_or_null(json, "tidplan_period", a->timetable_period);
	json_text_or_null(json, "forvantad_effekt", a->effect);
	json_text_or_null(json, "belopp_i_text", a->amount_text);
	json_end_object(json);
}

static void
json_goals(const struct detail *d, struct json *json)
{
	json_name(json, "verkar_for");
	json_begin_array(json);
	for (guint i = 0; i < d->goals->len; i++) {
		const struct detail_goal *g =
		    &g_array_index(d->goals, struct detail_goal, i);

		json_begin_object(json);
		json_text(json, "kod", g->goal->code);
		json_text(json, "niva", word_text(goal_level_words, (int)g->goal->level));
		json_text_or_null(json, "mal", g->goal->name);
		json_text(json, "ljus", word_text(light_words, (int)g->light));
		json_end_object(json);
	}
	json_end_array(json);
}

/* Hundredths are to one what öre are to a krona. */
static void
json_measure(struct json *json, const char *name, struct measure m)
{
	json_kr(json, name, m.known ? amount_of(m.hundredths) : AMOUNT_NONE);
}

static void
json_measurement(struct json *json, const char *name, const struct measurement *m)
{
	g_autofree char *period = m ? period_text(m->period) : NULL;

	json_name(json, name);
	if (!m) {
		json_add_null(json);
		return;
	}
	json_begin_object(json);
	json_text(json, "period", period);
	json_measure(json, "kvinnor", m->value.women);
	json_measure(json, "man", m->value.men);
	json_measure(json, "totalt", m->value.total);
	json_text_or_null(json, "tryckt", m->text);
	json_end_object(json);
}

static void
json_scores(const struct detail *d, struct json *json)
{
	json_name(json, "matt");
	json_begin_array(json);
	for (guint i = 0; i < d->scores->len; i++) {
		const struct score *s = &g_array_index(d->scores, struct score, i);

		json_begin_object(json);
		json_text(json, "kod", s->indicator->code);
		json_text_or_null(json, "matt", s->indicator->name);
		json_text_or_null(json, "riktning",
		    word_text(direction_words, s->indicator->direction));
		json_text_or_null(json, "mal", s->indicator->aim);
		json_text_or_null(json, "enhet", s->indicator->unit);
		json_measurement(json, "nu", s->now);
		json_measurement(json, "jamfort_med", s->compared);
		json_text_or_null(json, "utveckling", trend_symbol(s->total.trend));
		json_text_or_null(json, "utveckling_kvinnor",
		    s->split ? trend_symbol(s->women.trend) : NULL);
		json_text_or_null(
		    json, "utveckling_man", s->split ? trend_symbol(s->men.trend) : NULL);
		json_text(json, "ljus", word_text(light_words, (int)s->total.light));
		json_text_or_null(json, "varfor", scorecard_why(s));
		json_end_object(json);
	}
	json_end_array(json);
}

static void
json_rests(const struct detail *d, struct json *json)
{
	json_name(json, "vilar_pa");
	json_begin_array(json);
	for (guint i = 0; i < d->rests->len; i++) {
		const struct detail_rest *r =
		    &g_array_index(d->rests, struct detail_rest, i);
		g_autofree char *year = year_name(r->year);

		json_begin_object(json);
		json_text(json, "slag", word_text(relation_words, (int)r->relation));
		json_text(json, "nr", r->decision->code);
		json_text_or_null(
		    json, "ar", r->relation == RELATION_TARGET ? year : NULL);
		json_text_or_null(json, "datum", r->decision->day);
		json_text_or_null(json, "instans", r->decision->body);
		json_text_or_null(json, "beslut", r->decision->subject);
		json_end_object(json);
	}
	json_end_array(json);
}

void
show_links_json(const struct detail *d, struct json *json)
{
	json_assignment(d->assignment, json);
	json_goals(d, json);
	json_scores(d, json);
	json_rests(d, json);
}

/* ---- text -------------------------------------------------------------------------- */

static void
append_said(GString *out, const char *label, const char *value)
{
	show_field(out, label, *value ? value : "–");
}

static void
append_assignment(const struct assignment *a, GString *out)
{
	g_autofree char *when = detail_timetable_text(a);

	g_string_append(
	    out, a->form == ASSIGNMENT_ERRAND ? "\nUppdrag\n" : "\nStrategisk åtgärd\n");
	append_said(out, "Tidplan", when);
	append_said(out, "Förväntad effekt", a->effect);
	append_said(out, "Belopp i text", a->amount_text);
}

static void
append_goals(const struct detail *d, GString *out)
{
	if (d->goals->len)
		g_string_append(out, "\nMål som åtgärden verkar för\n");
	for (guint i = 0; i < d->goals->len; i++) {
		const struct detail_goal *g =
		    &g_array_index(d->goals, struct detail_goal, i);
		g_autofree char *light = light_text(g->light);
		g_autofree char *text = g_strdup_printf("%s (%s); %s", g->goal->name,
		    word_text(goal_level_words, (int)g->goal->level), light);

		show_field(out, g->goal->code, text);
	}
}

static void
append_scores(const struct detail *d, GString *out)
{
	if (d->scores->len)
		g_string_append(out, "\nMått\n");
	for (guint i = 0; i < d->scores->len; i++) {
		const struct score *s = &g_array_index(d->scores, struct score, i);
		g_autofree char *text = detail_score_text(s);

		show_field(out, s->indicator->code, text);
	}
}

static void
append_rests(const struct detail *d, GString *out)
{
	if (d->rests->len)
		g_string_append(out, "\nBeslut som åtgärden vilar på\n");
	for (guint i = 0; i < d->rests->len; i++) {
		const struct detail_rest *r =
		    &g_array_index(d->rests, struct detail_rest, i);
		g_autofree char *text = detail_rest_text(r);

		append_said(out, r->decision->code, text);
	}
}

void
show_links_text(const struct detail *d, GString *out)
{
	if (d->assignment)
		append_assignment(d->assignment, out);
	append_goals(d, out);
	append_scores(d, out);
	append_rests(d, out);
}
