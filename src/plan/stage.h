/*
 * stage.h - what an action must have to be in a stage (genomförandegrad).
 *
 * Each rule opens one stage, and a stage asks for all that the stages below it ask for;
 * 0 (idé) and 1 (identifierad) ask for nothing.  Bas is asked for in stage 2 and always
 * said, because an action has the default until another is; so it is no rule here.
 * Status (pausad, avbruten, struken, flyttad, återremitterad) stands beside the stage: no
 * rule looks at it.
 */
#ifndef PLAN_STAGE_H
#define PLAN_STAGE_H

#include "plan/plan.h"
#include "plan/settings.h"

/* In order of the stage each opens. */
enum stage_rule {
	STAGE_RULE_OWNER,      /* 2: ansvarig */
	STAGE_RULE_YEARS,      /* 2: a target of a year */
	STAGE_RULE_INDICATOR,  /* 2: uppföljningsmått */
	STAGE_RULE_DECISION,   /* 3: a decision, of it or the programme, that approves;
	                          one without both day and outcome is not made yet */
	STAGE_RULE_ASSESSMENT, /* 3: risk- och konsekvensanalys that says something */
	STAGE_RULE_MILESTONES, /* 4: every milestone is reached */
	STAGE_RULE_REALISED,   /* 5: realised is the agreed share of the target */
	STAGE_RULE__N
};

/* The stage a rule opens. */
int stage_rule_opens(enum stage_rule rule);

/* What a plan holds for each of its actions, gathered once.  The plan needs its lines,
 * targets, decisions, assessments and milestones, and outlives it. */
struct stage_grounds;
struct stage_grounds *stage_grounds_new(const struct plan *plan);
void stage_grounds_free(struct stage_grounds *grounds);

/* One action, as it is or as it is to be, against the rules.  All borrowed. */
struct stage_case {
	const struct stage_grounds *grounds;
	const struct action *action;
	struct amount realised; /* of all years */
	const struct settings *settings;
};

/*
 * The rules of the stages after `from`, up to and with `to`, that the action breaks, as
 * bits (1u << enum stage_rule); 0 when there is none, and always when it goes down.  The
 * action's own stage is not looked at: (0, action->stage) asks whether it may be where it
 * is.
 */
unsigned stage_broken(const struct stage_case *c, int from, int to);

/* May the action go from one stage to another?  Errors: SPARPLAN_ERROR_INPUT, sentences
 * with the first rule it breaks. */
bool stage_allows(const struct stage_case *c, int from, int to, GError **error);

#endif
