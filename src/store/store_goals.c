/* store_goals.c - goals, indicators and what they show, assignments, preconditions,
 * links.
 */
#include "store/plan_rows.h"

static struct measure
column_measure(sqlite3_stmt *st, int index)
{
	return sqlite3_column_type(st, index) == SQLITE_NULL
	           ? MEASURE_NONE
	           : measure_of(sqlite3_column_int64(st, index));
}

/* women, men and total, one after the other */
static struct measures
column_measures(sqlite3_stmt *st, int index)
{
	return (struct measures){ column_measure(st, index),
		column_measure(st, index + 1), column_measure(st, index + 2) };
}

static void
goal_row(struct plan *plan, sqlite3_stmt *st)
{
	struct goal g = { plan_keep(plan, st, 0), plan_keep(plan, st, 1),
		(enum goal_level)column_word(st, 2, goal_level_words),
		plan_keep(plan, st, 3), plan_keep(plan, st, 4), plan_keep(plan, st, 5),
		plan_keep(plan, st, 6) };

	g_array_append_val(plan->goals, g);
}

static void
indicator_row(struct plan *plan, sqlite3_stmt *st)
{
	struct indicator i = { .code = plan_keep(plan, st, 0),
		.name = plan_keep(plan, st, 1),
		.goal = plan_keep(plan, st, 2),
		.direction = *column_text(st, 3) ? column_word(st, 3, direction_words)
		                                 : DIRECTION__N,
		.aim = plan_keep(plan, st, 4),
		.target = column_measures(st, 5),
		.unit = plan_keep(plan, st, 8),
		.periods = plan_keep(plan, st, 9),
		.table = plan_keep(plan, st, 10),
		.part_of = plan_keep(plan, st, 11),
		.note = plan_keep(plan, st, 12) };

	g_array_append_val(plan->indicators, i);
}

static void
measurement_row(struct plan *plan, sqlite3_stmt *st)
{
	struct measurement m = { .indicator = plan_keep(plan, st, 0),
		.place = plan_keep(plan, st, 1),
		.period = { sqlite3_column_int(st, 2), sqlite3_column_int(st, 3) },
		.value = column_measures(st, 4),
		.text = plan_keep(plan, st, 7),
		.attained = plan_keep(plan, st, 8),
		.trend = plan_keep(plan, st, 9),
		.note = plan_keep(plan, st, 10) };

	g_array_append_val(plan->measurements, m);
}

static void
assignment_row(struct plan *plan, sqlite3_stmt *st)
{
	struct assignment a = { sqlite3_column_int64(st, 0),
		(enum assignment_form)column_word(st, 1, assignment_form_words),
		plan_keep(plan, st, 2), plan_keep(plan, st, 3), plan_keep(plan, st, 4),
		plan_keep(plan, st, 5), plan_keep(plan, st, 6) };

	g_array_append_val(plan->assignments, a);
}

static void
precondition_row(struct plan *plan, sqlite3_stmt *st)
{
	struct precondition p = { plan_keep(plan, st, 0), plan_keep(plan, st, 1),
		plan_keep(plan, st, 2), plan_keep(plan, st, 3) };

	g_array_append_val(plan->preconditions, p);
}

static void
link_row(struct plan *plan, sqlite3_stmt *st)
{
	struct link l = { sqlite3_column_int64(st, 0),
		(enum relation)column_word(st, 1, relation_words), plan_keep(plan, st, 2),
		sqlite3_column_int(st, 3) };

	g_array_append_val(plan->links, l);
}

bool
plan_read_goals(struct store *store, struct plan *plan, int64_t change, GError **error)
{
	return plan_rows(store, STATEMENT_GOALS, plan, change, goal_row, error) &&
	       plan_rows(
	           store, STATEMENT_INDICATORS, plan, change, indicator_row, error) &&
	       plan_rows(
	           store, STATEMENT_MEASUREMENTS, plan, change, measurement_row, error) &&
	       plan_rows(
	           store, STATEMENT_ASSIGNMENTS, plan, change, assignment_row, error) &&
	       plan_rows(store, STATEMENT_PRECONDITIONS, plan, change, precondition_row,
	           error) &&
	       plan_rows(store, STATEMENT_LINKS, plan, change, link_row, error);
}

/* ---- writing ------------------------------------------------------------------------
 */

static void
bind_measures(sqlite3_stmt *st, int index, const struct measures *m)
{
	const struct measure parts[] = { m->women, m->men, m->total };

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		bind_amount(st, index + (int)i,
		    (struct amount){ parts[i].hundredths, parts[i].known });
}

bool
store_add_goal(struct store *store, int64_t programme, const struct goal *goal,
    bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_GOAL, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, goal->code);
	bind_text(st, 4, goal->parent);
	bind_text(st, 5, word_text(goal_level_words, (int)goal->level));
	bind_text(st, 6, goal->number);
	bind_text(st, 7, goal->name);
	bind_text(st, 8, goal->group);
	bind_text(st, 9, goal->note);
	sqlite3_bind_int(st, 10, removed);
	return statement_run(store, st, error);
}

bool
store_add_indicator(struct store *store, int64_t programme,
    const struct indicator *indicator, bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_INDICATOR, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, indicator->code);
	bind_text(st, 4, indicator->name);
	bind_text(st, 5, indicator->goal);
	bind_text(st, 6, word_text(direction_words, indicator->direction));
	bind_text(st, 7, indicator->aim);
	bind_measures(st, 8, &indicator->target);
	bind_text(st, 11, indicator->unit);
	bind_text(st, 12, indicator->periods);
	bind_text(st, 13, indicator->table);
	bind_text(st, 14, indicator->part_of);
	bind_text(st, 15, indicator->note);
	sqlite3_bind_int(st, 16, removed);
	return statement_run(store, st, error);
}

bool
store_add_measurement(struct store *store, int64_t programme, const struct measurement *m,
    bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_MEASUREMENT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, m->indicator);
	bind_text(st, 4, m->place);
	sqlite3_bind_int(st, 5, m->period.month);
	sqlite3_bind_int(st, 6, m->period.span);
	bind_measures(st, 7, &m->value);
	bind_text(st, 10, m->text);
	bind_text(st, 11, m->attained);
	bind_text(st, 12, m->trend);
	bind_text(st, 13, m->note);
	sqlite3_bind_int(st, 14, removed);
	return statement_run(store, st, error);
}

bool
store_add_assignment(struct store *store, const struct assignment *assignment,
    bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_ASSIGNMENT, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, assignment->action);
	bind_text(st, 3, word_text(assignment_form_words, (int)assignment->form));
	bind_text(st, 4, assignment->timetable);
	bind_text(st, 5, assignment->timetable_kind);
	bind_text(st, 6, assignment->timetable_period);
	bind_text(st, 7, assignment->effect);
	bind_text(st, 8, assignment->amount_text);
	sqlite3_bind_int(st, 9, removed);
	return statement_run(store, st, error);
}

bool
store_add_precondition(struct store *store, int64_t programme,
    const struct precondition *precondition, bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_PRECONDITION, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, programme);
	bind_text(st, 3, precondition->name);
	bind_text(st, 4, precondition->required);
	bind_text(st, 5, precondition->met);
	bind_text(st, 6, precondition->explanation);
	sqlite3_bind_int(st, 7, removed);
	return statement_run(store, st, error);
}

bool
store_add_link(struct store *store, const struct link *link, bool removed, GError **error)
{
	sqlite3_stmt *st = statement_add(store, STATEMENT_ADD_LINK, error);

	if (!st)
		return false;
	sqlite3_bind_int64(st, 2, link->action);
	bind_text(st, 3, word_text(relation_words, (int)link->relation));
	bind_text(st, 4, link->code);
	sqlite3_bind_int(st, 5, link->year);
	sqlite3_bind_int(st, 6, removed);
	return statement_run(store, st, error);
}
