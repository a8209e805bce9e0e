/*
 * lights.h - the two traffic lights of an action, and the one that counts.
 *
 * effekt        from F/T of the cut-off's year.
 * genomförande  from plan dates and milestones that have passed, rounds without a report
 *               and reports that say nothing.
 * The light that counts is the reporter's own where a motivering stands behind it
 * ("bedömd"), else the worse of the two.  No data is grå and never grön.
 *
 * Source  product.md section 4, figures 12 and 17; thresholds are settings.
 */
#ifndef ROLLUP_LIGHTS_H
#define ROLLUP_LIGHTS_H

#include "plan/followup.h"
#include "plan/plan.h"
#include "plan/settings.h"

struct lights {
	enum light effect;
	enum light delivery;
	enum light judged; /* the reporter's, with a motivering; LIGHT_NONE: none */
	enum light light;  /* the one that counts */
	/* what delivery rests on */
	const char *overdue; /* "plan klar", "start", "slut" or a milestone; NULL: none */
	int overdue_days;    /* of the most overdue, at the end of the cut-off month */
	int silent;          /* rounds in a row to the cut-off that wait for its report */
	int empty;           /* reports in a row that say nothing */
};

/* The worse of two: röd, gul, grå, grön.  LIGHT_NONE counts as grå. */
enum light light_worse(enum light a, enum light b);

/* "● grön": symbol and word; LIGHT_NONE is "○ grå".  g_free. */
char *light_text(enum light light);
/* The light that counts, with "(bedömd)" where a person set it; g_free. */
char *lights_text(const struct lights *lights);
/* What makes genomförande what it is: '45 dagar efter "slut"; 1 tom rapport', ""
 * when nothing does.  g_free. */
char *lights_reason(const struct lights *lights);

/* Grå without a forecast or without a target above 0. */
enum light light_of_effect(
    struct amount forecast, struct amount target, const struct settings *settings);

/*
 * All lights of an action but the effect's, which the caller has set in ret->effect.
 * `followup` and the plan's milestones are read to the cut-off.
 *
 * A plan date has passed unmet when the stage is below 2 after "plan klar", the status is
 * ej påbörjad or planerad after "start", and the stage is below 4 and the status not
 * genomförd after "slut"; a milestone when it is not reached.  A date without a day
 * passes with its last day.  An action that is avbruten, struken or flyttad has no
 * delivery to be late: grå.
 */
void lights_of_action(const struct action *action, const struct plan *plan,
    const struct followup *followup, int cutoff, const struct settings *settings,
    struct lights *ret);

#endif
