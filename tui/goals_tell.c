/*
 * goals_tell.c - what the goals screen says of a row: its values, and everything about it
 * as lines to read.
 */
#include <string.h>

#include "rollup/lights.h"
#include "tui/goals.h"

/* ---- values ------------------------------------------------------------------------ */

char *
goals_measures(const struct measures *m)
{
	g_autofree char *women = measure_text(m->women);
	g_autofree char *men = measure_text(m->men);
	g_autofree char *total = measure_text(m->total);
	bool split = m->women.known || m->men.known;

	if (!split)
		return g_steal_pointer(&total);
	return g_strdup_printf("K %s  M %s%s%s", women, men, m->total.known ? "  " : "",
	    m->total.known ? total : "");
}

static const char *
place_of(const struct goal_row *row)
{
	return row->kind == GOAL_ROW_PLACE ? row->text : "";
}

static bool
is_of_row(
    const struct goals *goals, const struct goal_row *row, const struct measurement *m)
{
	return m->period.month <= goals->cutoff &&
	       strcmp(m->indicator, row->score->indicator->code) == 0 &&
	       strcmp(m->place, place_of(row)) == 0;
}

const struct measurement *
goals_latest(const struct goals *goals, const struct goal_row *row)
{
	const GArray *all = goals->plan->measurements;

	if (row->score == NULL || row->kind != GOAL_ROW_PLACE)
		return row->score != NULL ? row->score->now : NULL;
	for (guint i = all->len; i > 0; i--) { /* by period */
		const struct measurement *m =
		    &g_array_index(all, struct measurement, i - 1);

		if (is_of_row(goals, row, m))
			return m;
	}
	return NULL;
}

void
goals_series(
    const struct goals *goals, const struct goal_row *row, struct goal_series *ret)
{
	const struct measurement *latest = goals_latest(goals, row);
	const GArray *all = goals->plan->measurements;

	memset(ret, 0, sizeof(*ret));
	ret->women = g_new(struct measure, MAX(all->len, 1));
	ret->men = g_new(struct measure, MAX(all->len, 1));
	ret->total = g_new(struct measure, MAX(all->len, 1));
	for (guint i = 0; latest != NULL && i < all->len; i++) {
		const struct measurement *m = &g_array_index(all, struct measurement, i);

		if (m->period.span != latest->period.span || !is_of_row(goals, row, m))
			continue;
		ret->women[ret->n] = m->value.women;
		ret->men[ret->n] = m->value.men;
		ret->total[ret->n++] = m->value.total;
	}
}

void
goals_series_clear(struct goal_series *series)
{
	g_free(series->women);
	g_free(series->men);
	g_free(series->total);
	memset(series, 0, sizeof(*series));
}

/* ---- lines ------------------------------------------------------------------------- */

G_GNUC_PRINTF(2, 3)
static void
add(GPtrArray *lines, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(lines, g_strdup_vprintf(format, args));
	va_end(args);
}

static void
add_said(GPtrArray *lines, const char *label, const char *text)
{
	if (text[0] != '\0')
		add(lines, "%s: %s", label, text);
}

/* "T1 2022: K 29  M 4 antal"; "Data saknas" as the source says it. */
static char *
outcome_text(const struct measurement *m, const char *unit)
{
	g_autofree char *period = period_text(m->period);
	g_autofree char *value = goals_measures(&m->value);

	if (!measures_known(&m->value))
		return g_strdup_printf(
		    "%s: %s", period, m->text[0] != '\0' ? m->text : "data saknas");
	return g_strdup_printf(
	    "%s: %s%s%s", period, value, unit[0] != '\0' ? " " : "", unit);
}

/* Words first; numbers too when they say something else. */
static void
add_target(GPtrArray *lines, const struct indicator *indicator)
{
	g_autofree char *numbers = goals_measures(&indicator->target);
	bool known = measures_known(&indicator->target);

	if (indicator->aim[0] == '\0' && !known)
		add(lines, "Mål: –");
	else
		add(lines, "Mål: %s%s%s", indicator->aim,
		    known && indicator->aim[0] != '\0' ? " · i tal " : "",
		    known ? numbers : "");
}

static void
add_light(GPtrArray *lines, const struct score *score)
{
	g_autofree char *total = light_text(score->total.light);
	g_autofree char *women = light_text(score->women.light);
	g_autofree char *men = light_text(score->men.light);
	const char *why = scorecard_why(score);
	g_autoptr(GString) text = g_string_new("Måluppfyllelse ");

	g_string_append(text, total);
	if (why[0] != '\0')
		g_string_append_printf(text, ": %s", why);
	else if (score->split)
		g_string_append_printf(text, " (K %s, M %s)", women, men);
	if (score->total.small)
		g_string_append(text, " · små tal");
	g_ptr_array_add(lines, g_string_free(g_steal_pointer(&text), FALSE));
}

/* The actions that a link of a relation leads to, as "3 Införa …; 7 …". */
static void
add_linked(
    GPtrArray *lines, const struct goals *goals, enum relation relation, const char *code)
{
	const GArray *links = goals->plan->links;
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < links->len; i++) {
		const struct link *link = &g_array_index(links, struct link, i);
		const struct action *action =
		    plan_action_by_id(goals->plan, link->action);

		if (link->relation == relation && action != NULL &&
		    strcmp(link->code, code) == 0)
			g_string_append_printf(text, "%s%s %s", text->len > 0 ? "; " : "",
			    action->code, action->name);
	}
	add_said(lines, "Åtgärder", text->str);
}

static void
add_periods(GPtrArray *lines, const struct goals *goals, const struct goal_row *row)
{
	const GArray *all = goals->plan->measurements;
	const char *unit = row->score->indicator->unit;

	add(lines, "%s", "");
	add(lines, "#Mätvärden, senaste först");
	for (guint i = all->len; i > 0; i--) {
		const struct measurement *m =
		    &g_array_index(all, struct measurement, i - 1);
		g_autofree char *value = NULL;

		if (!is_of_row(goals, row, m))
			continue;
		value = outcome_text(m, unit);
		add(lines, "  %s%s%s%s%s", value,
		    m->text[0] != '\0' ? " · i källan: " : "", m->text,
		    m->note[0] != '\0' ? " · " : "", m->note);
	}
}

static void
describe_indicator(
    GPtrArray *lines, const struct goals *goals, const struct goal_row *row)
{
	const struct score *score = row->score;
	const struct indicator *indicator = score->indicator;
	const struct measurement *now = goals_latest(goals, row);
	g_autofree char *outcome =
	    now != NULL ? outcome_text(now, indicator->unit) : g_strdup("–");
	g_autofree char *compared = score->compared != NULL
	                                ? outcome_text(score->compared, indicator->unit)
	                                : NULL;

	if (row->kind == GOAL_ROW_PLACE) {
		add(lines, "%s · %s", indicator->name, row->text);
		add(lines, "Utfall %s", outcome);
		add(lines,
		    "Per ort finns inget mål: orterna vägs inte ihop till ett ljus.");
		add_periods(lines, goals, row);
		return;
	}
	add(lines, "%s %s", indicator->code, indicator->name);
	add(lines, "Utfall %s%s%s", outcome, compared != NULL ? " · jämfört med " : "",
	    compared != NULL ? compared : "");
	add_target(lines, indicator);
	add_light(lines, score);
	if (now != NULL)
		add_said(lines, "Måluppfyllelse i källan", now->attained);
	if (now != NULL)
		add_said(lines, "Utveckling i källan", now->trend);
	add_linked(lines, goals, RELATION_INDICATOR, indicator->code);
	add_said(lines, "Följs upp", indicator->periods);
	add_said(lines, "Tabell", indicator->table);
	add_said(lines, "Anmärkning", indicator->note);
	add_periods(lines, goals, row);
}

enum light
goals_light(const struct goals *goals, const struct goal *goal)
{
	const struct goal *first = &g_array_index(goals->plan->goals, struct goal, 0);

	return g_array_index(goals->lights, enum light, (guint)(goal - first));
}

bool
goals_has_light(const struct goal *goal)
{
	return goal->level != GOAL_SHIFT && goal->level != GOAL_CONCEPT;
}

static void
describe_goal(GPtrArray *lines, const struct goals *goals, const struct goal_row *row)
{
	const struct goal *goal = row->goal;
	g_autofree char *light = light_text(goals_light(goals, goal));
	const char *level = word_text(goal_level_words, (int)goal->level);

	add(lines, "%s %s: %s", goal->code, level, goal->name);
	add_said(lines,
	    goal->level == GOAL_SHIFT     ? "Till"
	    : goal->level == GOAL_CONCEPT ? "Betyder"
	                                  : "Anmärkning",
	    goal->note);
	add_said(
	    lines, goal->level == GOAL_CONCEPT ? "Tidshorisont" : "Grupp", goal->group);
	if (goals_has_light(goal))
		add(lines, "Sämsta ljuset i det som hör hit: %s", light);
	add_linked(lines, goals, RELATION_GOAL, goal->code);
}

static void
describe_action(GPtrArray *lines, const struct goals *goals, const struct goal_row *row)
{
	const struct action *action = row->action;
	const struct assignment *assignment = plan_assignment(goals->plan, action->id);
	const char *status = word_text(status_words, (int)action->status);

	add(lines, "%s %s", action->code, action->name);
	add(lines, "Ansvarig %s · status %s", style_or_dash(action->owner),
	    style_or_dash(status));
	if (assignment == NULL)
		return;
	add_said(lines, "Tidplan", assignment->timetable);
	add_said(lines, "Förväntad effekt", assignment->effect);
}

GPtrArray *
goals_describe(const struct goals *goals, const struct goal_row *row)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	switch (row->kind) {
	case GOAL_ROW_HEADING:
		add(lines, "%s", row->text);
		break;
	case GOAL_ROW_GOAL:
	case GOAL_ROW_ACTIONS:
		describe_goal(lines, goals, row);
		break;
	case GOAL_ROW_INDICATOR:
	case GOAL_ROW_PLACE:
		describe_indicator(lines, goals, row);
		break;
	case GOAL_ROW_MISSING:
		add(lines, "Källan har ingen målbild för %s %s.", row->goal->code,
		    row->goal->name);
		break;
	case GOAL_ROW_MILESTONE:
		add(lines, "Milstolpe: %s", row->milestone->name);
		add_said(lines, "Ska nås", row->milestone->due);
		add_said(lines, "Nådd", row->milestone->reached);
		break;
	case GOAL_ROW_ACTION:
		describe_action(lines, goals, row);
		break;
	}
	return lines;
}
