/*
 * goals_kit.h - goals, indicators and what they show, put into a plan in a line each.
 */
#ifndef GOALS_KIT_H
#define GOALS_KIT_H

#include "plan/followup.h"
#include "plan/plan.h"

#define T1_2022 ((struct period){ 202204, 4 })
#define T1_2021 ((struct period){ 202104, 4 })
#define Y_2021  ((struct period){ 202112, 12 })
#define NO      MEASURE_NONE

static inline void
add_goal(struct plan *plan, const char *code, const char *parent, enum goal_level level,
    const char *name)
{
	struct goal goal = { code, parent, level, "", name, "", "" };

	g_array_append_val(plan->goals, goal);
}

/* One that kontroll has nothing to say of, once it is served and measured. */
static inline struct indicator *
add_indicator(struct plan *plan, const char *code, const char *name, const char *goal)
{
	struct indicator one = { .code = code,
		.name = name,
		.goal = goal,
		.direction = DIRECTION_DECREASE,
		.aim = "Minska",
		.unit = "procent",
		.periods = "DÅ04,08, ÅR",
		.table = "",
		.part_of = "",
		.note = "" };

	g_array_append_val(plan->indicators, one);
	return &g_array_index(
	    plan->indicators, struct indicator, plan->indicators->len - 1);
}

/* Hundredths; NO where nothing is known.  Borrowed until the next one. */
static inline struct measurement *
measured(struct plan *plan, const char *indicator, const char *place,
    struct period period, struct measure women, struct measure men, struct measure total)
{
	struct measurement m = { indicator, place, period, { women, men, total }, "", "",
		"", "" };

	g_array_append_val(plan->measurements, m);
	return &g_array_index(
	    plan->measurements, struct measurement, plan->measurements->len - 1);
}

static inline void
add_link(struct plan *plan, int64_t action, enum relation relation, const char *code)
{
	struct link link = { action, relation, code, 0 };

	g_array_append_val(plan->links, link);
}

/* An action that does not count, "CODE", owned by the director, and what makes it an
 * assignment; its id. */
static inline int64_t
assign(struct plan *plan, const char *code, enum assignment_form form)
{
	struct assignment one = { .action = plan->actions->len + 1,
		.form = form,
		.timetable = "",
		.timetable_kind = "",
		.timetable_period = "",
		.effect = "",
		.amount_text = "" };
	struct action a;

	action_init(&a, g_string_chunk_insert(plan->text, code));
	a.id = one.action;
	a.counts = false;
	a.owner = "Divisionschefen";
	a.status = STATUS_ONGOING;
	g_array_append_val(plan->actions, a);
	g_array_append_val(plan->assignments, one);
	plan_index(plan);
	return a.id;
}

/* A comment in round 1, DÅ04-2022. */
static inline void
comment(struct followup *followup, int64_t action, const char *text, bool nothing_new)
{
	struct report report = { .action = action,
		.round = 1,
		.label = "DÅ04-2022",
		.cutoff = 202204,
		.comment = text,
		.nothing_new = nothing_new };

	g_array_append_val(followup->reports, report);
}

#endif
