/*
 * detail.h - one action and everything about it: what `visa`, the form and the appendix
 * of an action show.
 *
 * Texts live in `text`, but those of the decisions, assessments, milestones, assignment,
 * goals, scores, outlook and settings are borrowed from the plan they were read with.
 * Units   öre; months YYYYMM.
 */
#ifndef ROLLUP_DETAIL_H
#define ROLLUP_DETAIL_H

#include "ledger/saving.h"
#include "rollup/effect.h"
#include "rollup/outlook.h"
#include "rollup/pace.h"
#include "rollup/rollup.h"
#include "rollup/scorecard.h"
#include "rollup/slippage.h"

struct detail_target {
	const char *recipient; /* "ej fördelad" */
	enum cost_kind cost_kind;
	int year; /* 0: ej årsfördelat */
	int64_t ore;
};
struct detail_saving {
	struct saving saving;
	const char *unit;
	enum cost_kind cost_kind;
	bool verified; /* every row of it, corrections too */
};
struct detail_report {
	const char *round;
	int cutoff;
	enum status status;
	enum light light;
	const char *comment;
	bool nothing_new;
	bool late; /* written after its round was closed */
	struct amount forecast;
	int64_t at_ms;
	const char *who;
	const char *result; /* of an uppdrag; "": none */
};
/* An action's figures in a year, in ej årsfördelat (year 0) or in all. */
struct detail_year {
	int column; /* as rollups have them */
	int year;
	bool total;
	struct figure figure;
	struct figure taken; /* what overlaps take off it */
	struct effect effect;
};
/* A goal it serves, and the worst light under it. */
struct detail_goal {
	const struct goal *goal;
	enum light light;
};
/* A decision it rests on, or (RELATION_TARGET) that set its target of a year. */
struct detail_rest {
	const struct decision *decision;
	enum relation relation;
	int year; /* RELATION_TARGET: 0 is ej årsfördelat */
};
/* One action and everything about it. */
struct detail {
	struct action action;
	struct amount target;     /* all years */
	struct amount realised;   /* to the cut-off; verified, where that is demanded */
	struct amount unverified; /* to the cut-off, where that is demanded */
	bool verify;              /* the programme demands that savings are verified */
	GArray *targets;          /* struct detail_target */
	GArray *savings;          /* struct detail_saving, by month */
	GArray *reports;          /* struct detail_report, latest round first */
	/* figures at the cut-off; texts below live until the next verb or poll */
	int cutoff;
	GArray *years; /* struct detail_year, those with anything and the total */
	struct settings settings; /* that the figures used */
	struct outlook outlook;
	struct slippage slippage;
	struct pace pace;
	GArray *decisions;   /* struct decision: its own and the programme's */
	GArray *assessments; /* struct assessment: at most one */
	GArray *milestones;  /* struct milestone */
	/* what it has to do with the programme's goals, indicators and decisions */
	const struct assignment *assignment; /* NULL: neither uppdrag nor strategisk */
	GArray *goals;                       /* struct detail_goal: those it serves */
	GArray *scores;                      /* struct score: its indicators */
	GArray *rests;                       /* struct detail_rest: linked decisions */
	GStringChunk *text;
	int64_t changed_ms; /* last version: when and by whom */
	const char *changed_by;
};
/* The figures of a year that are shown of an action, in their order. */
enum detail_row_kind {
	DETAIL_TARGET,
	DETAIL_NET, /* only where an overlap takes something */
	DETAIL_PLAN,
	DETAIL_REALISED,
	DETAIL_UNVERIFIED,
	DETAIL_BEHIND,
	DETAIL_FORECAST,
	DETAIL_WEIGHTED,
	DETAIL_EFFECT,
	DETAIL_FULL_YEAR,
	DETAIL_ROW__N
};
struct detail_row {
	const char *key; /* "mal_kr": the column's in files */
	const char *label;
	struct amount (*of)(const struct detail_year *year);
};
extern const struct detail_row detail_rows[DETAIL_ROW__N];
/* Does any year have it? */
bool detail_row_said(const struct detail *detail, const struct detail_row *row);

/* Fill assignment, goals, scores and rests from the links of a plan with everything, at a
 * cut-off.  A link to what is not there is left to kontroll. */
void detail_take_links(struct detail *detail, const struct plan *plan, int cutoff);

/* In a sentence, each g_free: "Sjukfrånvaro; mål: Minska; T1 2022: 8,6 procent; ○ grå
 * (riktningen är inte angiven)"; "Klart T1, sedan löpande (klart T1)", "" when nothing is
 * said; "målet 2021: 2016-11-09 Regionstyrelsen Fas 2 godkänns". */
char *detail_score_text(const struct score *score);
char *detail_timetable_text(const struct assignment *assignment);
char *detail_rest_text(const struct detail_rest *rest);

/* Empty; detail_free. */
struct detail *detail_new(void);
void detail_free(struct detail *detail);

#endif
