/*
 * detail_text.c - what an action is linked with, each in a sentence, for `visa` and the
 * appendix of an action.
 */
#include "rollup/detail.h"

/* "T1 2022: K 41, M 48 procent", "T1 2022: data saknas" */
static void
append_measurement(GString *line, const struct measurement *m, const char *unit)
{
	const struct {
		const char *label;
		struct measure value;
	} parts[] = { { "K ", m->value.women }, { "M ", m->value.men },
		{ "", m->value.total } };
	g_autofree char *period = period_text(m->period);
	const char *between = ": ";

	g_string_append(line, period);
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autofree char *value = measure_text(parts[i].value);

		if (!parts[i].value.known)
			continue;
		g_string_append_printf(line, "%s%s%s", between, parts[i].label, value);
		between = ", ";
	}
	if (!measures_known(&m->value))
		g_string_append(line, ": data saknas");
	else if (*unit)
		g_string_append_printf(line, " %s", unit);
}

/* "; utveckling ↑", "; utveckling K ↑, M ↓" where women and men are told apart. */
static void
append_trend(GString *line, const struct score *s)
{
	const struct {
		const char *label, *symbol;
	} parts[] = { { "K ", s->split ? trend_symbol(s->women.trend) : "" },
		{ "M ", s->split ? trend_symbol(s->men.trend) : "" },
		{ "", s->split ? "" : trend_symbol(s->total.trend) } };
	const char *between = "; utveckling ";

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (!*parts[i].symbol)
			continue;
		g_string_append_printf(
		    line, "%s%s%s", between, parts[i].label, parts[i].symbol);
		between = ", ";
	}
}

char *
detail_score_text(const struct score *s)
{
	const struct indicator *i = s->indicator;
	g_autofree char *light = light_text(s->total.light);
	const char *why = scorecard_why(s);
	GString *line = g_string_new(i->name);

	if (*i->aim)
		g_string_append_printf(line, "; mål: %s", i->aim);
	if (s->now) {
		g_string_append(line, "; ");
		append_measurement(line, s->now, i->unit);
	}
	if (s->compared) {
		g_string_append(line, ", jämfört med ");
		append_measurement(line, s->compared, i->unit);
	}
	append_trend(line, s);
	g_string_append_printf(line, "; %s", light);
	if (*why)
		g_string_append_printf(line, " (%s)", why);
	if (s->total.small)
		g_string_append(line, "; små tal");
	return g_string_free(line, FALSE);
}

char *
detail_timetable_text(const struct assignment *a)
{
	GString *when = g_string_new(a->timetable);

	if (*a->timetable_kind || *a->timetable_period)
		g_string_append_printf(when, "%s(%s%s%s)", when->len ? " " : "",
		    a->timetable_kind,
		    *a->timetable_kind && *a->timetable_period ? " " : "",
		    a->timetable_period);
	return g_string_free(when, FALSE);
}

char *
detail_rest_text(const struct detail_rest *rest)
{
	const char *parts[] = { rest->decision->day, rest->decision->body,
		rest->decision->subject };
	GString *line = g_string_new(NULL);

	if (rest->relation == RELATION_TARGET && rest->year)
		g_string_append_printf(line, "målet %d:", rest->year);
	else if (rest->relation == RELATION_TARGET)
		g_string_append(line, "målet ej årsfördelat:");
	for (size_t k = 0; k < G_N_ELEMENTS(parts); k++)
		if (*parts[k])
			g_string_append_printf(
			    line, "%s%s", line->len ? " " : "", parts[k]);
	return g_string_free(line, FALSE);
}
