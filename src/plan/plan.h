/*
 * plan.h - everything one programme plans, loaded: the aggregate the other layers read.
 *
 * Shape   arrays in order of creation (the plan file's order).  unit, area ids are the
 *         store's; 0 is none.  Texts live in `text` and go with the plan.
 * Units   öre; a saving is positive.
 */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include <glib.h>

#include "money/amount.h"
#include "plan/action.h"
#include "plan/goal.h"

struct programme {
	int64_t id;
	const char *code; /* "VB2020" */
	const char *name;
};

struct unit {
	int64_t id;
	int64_t parent; /* 0: a top-level förvaltning */
	const char *name;
};

struct area {
	int64_t id;
	const char *name;
};

/* mållinje: where an action's amounts fall; targets and savings point at it */
struct line {
	int64_t id; /* 0: not stored yet */
	int64_t action;
	int64_t unit; /* mottagare; 0: ej fördelad */
	enum cost_kind cost_kind;
};

/* mål: one amount of a line.  No row is not a row of zero. */
struct target {
	int64_t line;
	int year; /* 0: ej årsfördelad */
	int64_t ore;
};

/* krav: a sum as printed in the source, and why the computed one differs */
struct requirement {
	int year;       /* 0: the whole programme */
	enum kind kind; /* KIND_NONE: all kinds */
	int64_t ore;
	int64_t difference_ore; /* computed - printed that `reason` explains */
	const char *reason;
};

/* överlapp: the same krona claimed by two actions; `yields` gives way */
struct overlap {
	int64_t action, other, yields; /* yields 0: not said */
	int year;                      /* 0: ej årsfördelat */
	struct amount amount;          /* missing: suspected, listed and not netted */
	const char *reason;
};

/* omfördelning: temporary budget increase, never netted */
struct reallocation {
	const char *code;
	int year;
	const char *purpose;
	int64_t ore;
	const char *terms;
	const char *funding;
};

/* referensprogram */
struct benchmark {
	const char *code, *name, *period;
	struct amount promised, realised;
	const char *source;
};

/* kalkyl: gross, cost and net of an area as the source calculates it */
struct calculation {
	int64_t area;
	const char *period;                   /* "2020–2022", "från 2023, per år" */
	int64_t gross_ore, cost_ore, net_ore; /* gross - cost = net is checked */
	bool whole_programme;                 /* net is the sum of the area's targets */
	const char *source;
};

/* beslut: that somebody entitled to has decided; of one action, or of the programme */
struct decision {
	const char *code; /* "1": names it within the programme */
	int64_t action;   /* 0: the programme */
	const char *day, *body, *paragraph, *journal, *outcome, *subject;
	const char *phase;    /* fas of the programme it belongs to; "": not said */
	struct amount amount; /* what it promised or told of */
	const char *note;
};

/* risk- och konsekvensanalys of an action */
struct assessment {
	int64_t action;
	const char *day, *reference, *conclusion;
};

/* milstolpe: a dated step of an action, or of a goal */
struct milestone {
	int64_t action;   /* 0: of a goal */
	const char *goal; /* code; "" when it is of an action */
	const char *name;
	const char *due;     /* as plans write dates */
	const char *reached; /* "" while it is open */
};

/* Where a code or a name stands in its array; what is added later is looked through. */
struct text_index {
	GHashTable *places; /* text -> index + 1; the first of equal ones */
	guint n;            /* how many there were when it was made */
};

struct plan {
	GStringChunk *text;
	struct programme programme;
	GArray *units;          /* struct unit */
	GArray *areas;          /* struct area */
	GArray *actions;        /* struct action, none removed */
	GArray *lines;          /* struct line */
	GArray *targets;        /* struct target, only those in force */
	GArray *requirements;   /* struct requirement */
	GArray *overlaps;       /* struct overlap */
	GArray *reallocations;  /* struct reallocation */
	GArray *benchmarks;     /* struct benchmark */
	GArray *calculations;   /* struct calculation */
	GArray *decisions;      /* struct decision */
	GArray *assessments;    /* struct assessment */
	GArray *milestones;     /* struct milestone, by action; those of goals first */
	GArray *goals;          /* struct goal */
	GArray *indicators;     /* struct indicator */
	GArray *measurements;   /* struct measurement, by period */
	GArray *assignments;    /* struct assignment, by action */
	GArray *preconditions;  /* struct precondition */
	GArray *links;          /* struct link, by action */
	GHashTable *by_code;    /* action code -> index + 1; made by plan_index */
	GHashTable *by_id;      /* action id -> index + 1 */
	GHashTable *line_by_id; /* line id -> index + 1 */
	struct text_index goal_codes, indicator_codes, decision_codes, unit_names,
	    area_names;
};

struct plan *plan_new(void);
void plan_free(struct plan *plan);

/* Make the look-up tables after the arrays are filled. */
void plan_index(struct plan *plan);

/* Borrowed; NULL when there is none. */
struct action *plan_action(const struct plan *plan, const char *code);
struct action *plan_action_by_id(const struct plan *plan, int64_t id);
struct line *plan_line(const struct plan *plan, int64_t id);
/* By folded name. */
const struct unit *plan_unit(const struct plan *plan, const char *name);
const struct unit *plan_unit_by_id(const struct plan *plan, int64_t id);
const struct area *plan_area(const struct plan *plan, const char *name);
const struct area *plan_area_by_id(const struct plan *plan, int64_t id);
/* The top-level förvaltning above a unit (itself when it has no parent; 0 stays 0). */
int64_t plan_unit_top(const struct plan *plan, int64_t unit);
/* "ej fördelad" for 0. */
const char *plan_unit_name(const struct plan *plan, int64_t unit);

/* The actions as lists show them: those of one top-level förvaltning together, the
 * förvaltningar in the order they first come, each one's actions in order of creation.
 * GArray of guint, indexes of plan->actions. */
GArray *plan_order(const struct plan *plan);

/* By code; NULL when there is none. */
const struct goal *plan_goal(const struct plan *plan, const char *code);
const struct indicator *plan_indicator(const struct plan *plan, const char *code);
const struct decision *plan_decision(const struct plan *plan, const char *code);
/* "§ 73": the sign once, also where the source has written it; "" when none is said;
 * g_free. */
char *decision_paragraph(const struct decision *decision);
/* An action's; NULL when it is neither uppdrag nor strategisk åtgärd. */
const struct assignment *plan_assignment(const struct plan *plan, int64_t action);

/* The index of an action's first milestone; its others follow it. */
guint plan_first_milestone(const struct plan *plan, int64_t action);

/* First and last year with a target or a requirement; both 0 when there is none. */
void plan_years(const struct plan *plan, int *ret_first, int *ret_last);

/* The sum an action's targets make in a year (year 0: ej årsfördelat; -1: all of it). */
struct amount plan_action_target(const struct plan *plan, int64_t action, int year);

/* The requirement of (year, kind); year 0 and KIND_NONE is the programme's: the printed
 * one, else the sum of the years', else the sum of the kinds'; missing when nothing is
 * required.  Sums that leave int64 are missing here and in plan_action_target. */
struct amount plan_requirement(const struct plan *plan, int year, enum kind kind);

#endif
