/*
 * check.h - what kontroll remarks on: sums that do not hold, and data that look wrong.
 *
 * Every check adds its findings to `remarks`.  Findings that are alike become one remark
 * that names the actions, so that a programme of 500 does not drown its reader.
 *
 * Source: product.md section 5, kontroll; section 4, figures 12, 13, 14, 16.
 */
#ifndef ROLLUP_CHECK_H
#define ROLLUP_CHECK_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "plan/followup.h"
#include "plan/plan.h"
#include "plan/settings.h"

enum remark_level { REMARK_OBS, REMARK_FEL };
struct remark {
	enum remark_level level;
	const char *code; /* "SUMMA", "OVERLAPP-BRUTTO", ...; static */
	char *programme;  /* its code; NULL: only one was looked at, or the whole file */
	char *action;     /* "HS-02" or NULL */
	char *text;       /* what is wrong, a whole sentence */
	char *remedy;     /* what to do, a whole sentence */
};
/* A GPtrArray of struct remark * that frees them. */
GPtrArray *remarks_new(void);
void remark_add(GPtrArray *remarks, enum remark_level level, const char *code,
    const char *action, char *text, char *remedy); /* takes text and remedy */

/*
 * Findings that are alike, gathered into one REMARK_OBS: "17 åtgärder saknar ansvarig:
 * HS-01, HS-02.", the first REMARK_NAMES and then a count.  Init with { 0 }.
 */
#define REMARK_NAMES 50
struct remark_names {
	GString *text;
	const char *action; /* of the first finding; borrowed */
	int n;
};
/* `text` is taken; NULL: the action's code. */
void remark_names_add(struct remark_names *names, const char *action, char *text);
/* Nothing when there is no name.  `one` and `many` (NULL: the same) follow the count and
 * come before the names; with one finding the remark is about its action.  Empties
 * `names`. */
void remark_names_say(struct remark_names *names, GPtrArray *remarks, const char *code,
    const char *one, const char *many, const char *remedy);

/* An amount in a remark: "175,5 mkr", or "175 500 001 kr" when `exact`.  g_free. */
char *remark_amount(int64_t ore, bool exact);
/* True when one decimal in mkr would hide a part of a or b. */
bool remark_needs_exact(int64_t a, int64_t b);

/* The action's code, "okänd åtgärd" when there is none; borrowed. */
const char *remark_action(const struct plan *plan, int64_t action);
/* 'SM3 "Antal patienter som fått…"': a code and what it names, which may be long; the
 * code alone when the name is the same or blank.  g_free. */
char *remark_coded(const char *code, const char *name);
/* Put a code in a set of borrowed texts (g_str_hash), which never writes to them. */
void remark_remember(GHashTable *set, const char *code);
/* "2021", "ej årsfördelat" for 0.  g_free. */
char *remark_year(int year);
/* "HS-02 (Kalix, drift)", with `more` (may be NULL) last within the brackets.  g_free. */
char *remark_line(const struct plan *plan, const struct line *line, const char *more);

/* Printed sums, calculations (gross - cost = net, net = the area's targets), overlaps
 * (each pair once, no cycles, never more than gross). */
void check_sums(const struct plan *plan, GPtrArray *remarks);
/* The overlaps' part of it. */
void check_overlaps(const struct plan *plan, GPtrArray *remarks);
/* Of that: overlaps of one year in which the actions yield to each other in a ring. */
void check_rings(const struct plan *plan, GPtrArray *remarks);

/*
 * The register:
 *   ANSVARIG   counted actions without an owner
 *   BELOPP     counted actions without any target
 *   PLANDATUM  counted actions with neither plan klar, start nor slut; these three not
 *              of uppdrag and strategiska åtgärder
 *   DATUM      start after slut
 *   STATUS     genomförd in a stage below 4; avbruten or struken that still counts
 *   TECKEN     one year of a line has another sign than the rest; of two years that
 *              differ, one
 *   BAS        as below
 */
void check_data(const struct plan *plan, GPtrArray *remarks);

/*
 * BAS: lasting steps (nivå) entered as the years' own figures (period).
 *
 * The amounts alone cannot tell: a plan of yearly effects may rise, fall or stay, and so
 * may a plan of steps.  What tells is that a lasting cut does not end by itself.  So an
 * action of basis period is named when, from one year to the next that has a target, one
 * recipient's amounts end for good, another's begin for the first time, and the sum is
 * smaller than before: the first one's cut is then either given back, which nobody plans
 * while the action goes on elsewhere, or it stands and the new amount comes on top.
 * RF-03 of the bundled plan is such (regionstyrelsen 5 mkr in 2020, then 2,5 mkr a year
 * of two other boards); RF-04 is not, because its sum grows, which is as well one effect
 * that has been spread over more.  Införandekostnad is left out: a cost does end.
 */
void check_basis(const struct plan *plan, GPtrArray *remarks);
/*
 * The ledger.  `cube`: struct cube_cell by line, month, lines of other plans left out;
 * months that hold nothing, or were corrected to nothing, say nothing.
 *   SERIE   two lines with the same amounts in the same months, six or more; the very
 *           same, not nearly
 *   TAK     realised of a year, or else of all years, above kontroll.tak of a target
 *           above 0; a target on no year may fall on any
 *   PERIOD  a month outside the years that have a target or requirement; a month more
 *           than a year after `this_month` (YYYYMM)
 */
void check_savings(const struct plan *plan, const GArray *cube,
    const struct settings *settings, int this_month, GPtrArray *remarks);

/*
 * GRAD: actions in a stage whose rules (plan/stage.h) they break, one remark a rule.  The
 * plan has all its parts; `realised` is one per action, of all years.
 */
void check_stages(const struct plan *plan, const struct amount *realised,
    const struct settings *settings, GPtrArray *remarks);

/*
 * Rounds and status reports, each action's latest.  `today`: ÅÅÅÅ-MM-DD.
 *   KOMMENTAR  the same comment in kontroll.kommentar reports in a row to the latest;
 *              "inget nytt" and no comment end the row
 *   BEDOMNING  a light without a comment, so that it does not override (figure 12)
 *   OMGANG     an open round whose due date has passed
 */
void check_followup(const struct plan *plan, const struct followup *followup,
    const struct settings *settings, const char *today, GPtrArray *remarks);

/*
 * Goals, indicators, assignments, decisions and preconditions.  Every finding is to be
 * looked into: what a source leaves blank is remarked on and never filled in.
 *   MAL            a framgångsfaktor with actions and no indicator, or with indicators
 *                  and no action; an insatsområde without målbild; no insatsområde that
 *                  has a milstolpe or a förflyttning
 *   STATUS, ANSVARIG  uppdrag and strategiska åtgärder without
 *   KOMMENTAR      the same comment, of five words or more, of several actions in the
 *                  latest round
 */
void check_goals(
    const struct plan *plan, const struct followup *followup, GPtrArray *remarks);

/* ---- its parts ---- */

/*
 * NAMN: two goals of one level of whose words more than four in five begin alike, of
 * three words or more.  "En sammanhållen och samordnad vård utifrån individens behov" and
 * "En samordnad och hälsofrämjande vård utifrån individens behov" of Norrbotten 2022 are
 * seven of eight; no other two names of the bundled documents share more than half.
 */
void check_names(const struct plan *plan, GPtrArray *remarks);
/* LANK: a code that names nothing, in a goal, an indicator, a milestone, a measurement or
 * a link of an action. */
void check_codes(const struct plan *plan, GPtrArray *remarks);
/*
 *   ENHET       without unit
 *   RIKTNING    without direction; a row of a production table needs none
 *   MALTAL      its target is a number in words only, or its direction needs one
 *   MATVARDE    the latest measurement says that data are missing
 *   UPPFOLJNING measured in a period when it is not followed up
 *   SMATAL      a count under 10, now or in what it is compared with
 *   JAMFORELSE  compared with a total where it is split, or the other way; with a period
 *               of another length; with nothing, where it is to go up or down
 *   SYMBOL      the source's sign is not in its scale, or lost where others have one
 * and those of places, below.
 */
void check_indicators(const struct plan *plan, GPtrArray *remarks);
/*
 *   SERIE       two places with the same values in the same periods, three or more that
 *               are not all alike; the very same, not nearly
 *   OFORANDRAT  a period in which no place has moved since the period before, of two or
 *               more that are not copies of each other; a place that has shown nothing
 *               (0) twice does not count
 */
void check_places(const struct plan *plan, GPtrArray *remarks);
void check_assignments(
    const struct plan *plan, const struct followup *followup, GPtrArray *remarks);
/*
 *   BESLUT         a decision without a day, but for an action's that is not made yet; a
 *                  number whose day is before that of the number before it, of one action
 *                  or of the programme
 *   FORUTSATTNING  a precondition that was required and is not met, or only partly, or
 *                  not said to be
 */
void check_decisions(const struct plan *plan, GPtrArray *remarks);

#endif
