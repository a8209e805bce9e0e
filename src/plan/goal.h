/*
 * goal.h - what a programme strives for besides kronor: goals, indicators and what they
 * have shown, assignments, preconditions, and what an action has to do with them.
 *
 * Shape   every text is borrowed from the plan's chunk and never NULL; "" is "not said".
 *         Codes name things within a programme; names need not be unique.
 * Source  product.md section 2; the documents of Norrbotten, Halland and Skåne.
 */
#ifndef PLAN_GOAL_H
#define PLAN_GOAL_H

#include "calendar/period.h"
#include "plan/measure.h"
#include "plan/words.h"

/* mål: a node of a tree.  perspektiv › strategiskt mål › framgångsfaktor, or insatsområde
 * › viljeinriktning, målbild › målbildspunkt; förflyttning and begrepp stand alone. */
enum goal_level {
	GOAL_PERSPECTIVE,
	GOAL_STRATEGIC,
	GOAL_FACTOR,
	GOAL_FOCUS,     /* insatsområde */
	GOAL_DIRECTION, /* viljeinriktning */
	GOAL_SHIFT,     /* förflyttning: `name` is from, `note` is to */
	GOAL_VISION,    /* målbild */
	GOAL_POINT,     /* målbildspunkt */
	GOAL_CONCEPT,   /* begrepp: `note` is what it means, `group` its time horizon */
	GOAL_LEVEL__N
};
extern const struct word goal_level_words[];

struct goal {
	const char *code;   /* "I4", "V4.2" */
	const char *parent; /* code; "": a root */
	enum goal_level level;
	const char *number; /* as printed: "4" */
	const char *name;
	const char *group; /* "Processer och arbetssätt" */
	const char *note;
};

/* styrmått, uppföljningsmått */
struct indicator {
	const char *code;
	const char *name;
	const char *goal; /* code; "": none */
	int direction;    /* enum direction; DIRECTION__N: not said */
	const char *aim;  /* the target in words: "Minska med 50% jmf 2020" */
	struct measures target;
	const char *unit;    /* "procent", "antal", "dagar" */
	const char *periods; /* when it is followed up: "DÅ04,08, ÅR" */
	const char *table;   /* the production table it is a row of: "Besök"; "": none */
	const char *part_of; /* code of the indicator it is a "varav" of; "": none */
	const char *note;
};

/* mätvärde: what an indicator showed in a period, somewhere.  All values missing: known
 * to be missing. */
struct measurement {
	const char *indicator; /* code */
	const char *place;     /* ort; "": not split */
	struct period period;
	struct measures value;
	const char *text;     /* as printed: "K:41% M:41%", "Data saknas" */
	const char *attained; /* måluppfyllelse as the source prints it: "K: □ M: ▲" */
	const char *trend;    /* utveckling as the source prints it */
	const char *note;
};

/* uppdrag or strategisk åtgärd: what makes an action one */
enum assignment_form { ASSIGNMENT_ERRAND, ASSIGNMENT_STRATEGIC, ASSIGNMENT_FORM__N };
extern const struct word assignment_form_words[]; /* "uppdrag", "strategisk åtgärd" */

struct assignment {
	int64_t action;
	enum assignment_form form;
	const char *timetable;        /* tidplan, in words */
	const char *timetable_kind;   /* tidplan_typ: "klart", "start", "beslut" */
	const char *timetable_period; /* tidplan_period: "T1", "2022" */
	const char *effect;           /* förväntad effekt */
	const char *amount_text;      /* an amount the source only tells of */
};

/* förutsättning: what must be in place before effects can come */
struct precondition {
	const char *name;
	const char *required; /* "ja", "nej", "grundförutsättning" */
	const char *met;      /* "ja", "delvis", "nej"; "": not said */
	const char *explanation;
};

/* What an action has to do with a goal, an indicator or a decision. */
enum relation {
	RELATION_GOAL,      /* it serves the goal */
	RELATION_INDICATOR, /* it is followed up by the indicator */
	RELATION_DECISION,  /* it rests on the decision */
	RELATION_TARGET,    /* its target of `year` was set by the decision */
	RELATION__N
};
extern const struct word relation_words[]; /* "mål", "mått", "beslut", "målbelopp" */

struct link {
	int64_t action;
	enum relation relation;
	const char *code; /* of the goal, indicator or decision */
	int year;         /* RELATION_TARGET: 0 is ej årsfördelat; else 0 */
};

#endif
