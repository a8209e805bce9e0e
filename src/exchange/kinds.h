/*
 * kinds.h - the kinds of files the program reads and writes (SLAG), and their columns.
 *
 * One table per kind gives: what `import` accepts and in which type, what `export` writes
 * as header, what an error names, and what the handbook lists.  Source: product.md
 * section 6.
 */
#ifndef EXCHANGE_KINDS_H
#define EXCHANGE_KINDS_H

#include <glib.h>
#include <stdbool.h>

#include "plan/action.h"

/* Each after those it needs: in this order, exports are read in. */
enum exchange_kind {
	EXCHANGE_PLAN,          /* plan */
	EXCHANGE_GOALS,         /* mal; columns of this and the next in kinds_goals.h */
	EXCHANGE_INDICATORS,    /* matt */
	EXCHANGE_MEASUREMENTS,  /* mattvarden */
	EXCHANGE_ASSIGNMENTS,   /* uppdrag */
	EXCHANGE_PRECONDITIONS, /* forutsattningar */
	EXCHANGE_SAVINGS,       /* utfall */
	EXCHANGE_REPORTS,       /* lage */
	EXCHANGE_REQUIREMENTS,  /* krav */
	EXCHANGE_REALLOCATIONS, /* omfordelning */
	EXCHANGE_BENCHMARKS,    /* referens */
	EXCHANGE_OVERLAPS,      /* overlapp */
	EXCHANGE_CALCULATIONS,  /* kalkyl */
	EXCHANGE_DECISIONS,     /* beslut */
	EXCHANGE_ASSESSMENTS,   /* riskanalys */
	EXCHANGE_MILESTONES,    /* milstolpar */
	EXCHANGE_FORECASTS,     /* prognos */
	EXCHANGE_LINKS,         /* koppling */
	EXCHANGE_KIND__N
};

enum column_type {
	COLUMN_TEXT,   /* as it stands, blanks around kept out */
	COLUMN_CODE,   /* an id: not changed at all */
	COLUMN_AMOUNT, /* unit in the header, else --enhet */
	COLUMN_MONTH,  /* month.h month_parse */
	COLUMN_YEAR,   /* 2000-2099 */
	COLUMN_ROUND, /* round.h; value.text is the canonical label, number the cut-off */
	COLUMN_PERIOD, /* period.h */
	COLUMN_MEASURE /* a number of whatever is measured; amount.ore is its hundredths
	                */
};

enum column_rule {
	COLUMN_OPTIONAL,
	COLUMN_REQUIRED,  /* the column must be there and its cells filled */
	COLUMN_PRESENT,   /* it must be there, but a cell may be blank */
	COLUMN_READ_ONLY, /* another way to say it, or a check: read, never written */
	/* Takes the one header that no column has, in a file that has neither it nor any
	 * COLUMN_CLOSING; read, never written. */
	COLUMN_OPEN,
	COLUMN_CLOSING /* optional; see COLUMN_OPEN */
};

struct column_info {
	const char *name; /* "plan klar"; matched by text_fold; NULL ends the table */
	enum column_type type;
	enum column_rule rule;
};

/* Does an export write it? */
static inline bool
column_is_written(const struct column_info *column)
{
	return column->rule != COLUMN_READ_ONLY && column->rule != COLUMN_OPEN;
}

struct kind_info {
	const char *name;  /* "plan", "utfall": SLAG */
	const char *title; /* "planen", for messages: "30 rader i planen" */
	const struct column_info *columns;
	int n_columns;
	bool years; /* any number of amount columns named by a year ("2020 mkr") */
	int first_year_after; /* in exports the years come after this column; -1: none */
};
extern const struct kind_info exchange_kinds[EXCHANGE_KIND__N];

/* Columns by index, so that code can name them. */
enum plan_column {
	PLAN_ID,
	PLAN_NAME,
	PLAN_UNIT,
	PLAN_RECIPIENT,
	PLAN_AREA,
	PLAN_KIND,
	PLAN_COUNTS,
	PLAN_OWNER,
	PLAN_STATUS,
	PLAN_STAGE,
	PLAN_BASIS,
	PLAN_COST_KIND,
	PLAN_WHOLE, /* hela perioden */
	PLAN_CHECKSUM,
	PLAN_PLAN_READY,
	PLAN_START,
	PLAN_FINISH,
	PLAN_INDICATOR,
	PLAN_DESCRIPTION,
	PLAN_COLUMN__N
};
enum saving_column {
	SAVING_ID,
	SAVING_PERIOD,
	SAVING_AMOUNT, /* "belopp" */
	SAVING_UNIT,
	SAVING_COST_KIND,
	SAVING_DOCUMENT,
	SAVING_COMMENT,
	SAVING_REF,
	SAVING_COLUMN__N
};
enum report_column {
	REPORT_ID,
	REPORT_ROUND,
	REPORT_STATUS,
	REPORT_LIGHT,
	REPORT_COMMENT,
	REPORT_NOTHING_NEW, /* "inget nytt": ja, nej, x */
	REPORT_FORECAST,    /* "prognos" */
	REPORT_RESULT,      /* "resultat" of an uppdrag */
	REPORT_COLUMN__N
};
enum requirement_column {
	REQUIREMENT_YEAR, /* blank: hela programmet */
	REQUIREMENT_KIND,
	REQUIREMENT_AMOUNT,     /* "belopp" */
	REQUIREMENT_DIFFERENCE, /* "skillnad" */
	REQUIREMENT_REASON,     /* "skäl" */
	REQUIREMENT_COLUMN__N
};
enum reallocation_column {
	REALLOCATION_ID,
	REALLOCATION_YEAR,
	REALLOCATION_PURPOSE,
	REALLOCATION_AMOUNT,
	REALLOCATION_TERMS,
	REALLOCATION_FUNDING,
	REALLOCATION_COLUMN__N
};
enum benchmark_column {
	BENCHMARK_CODE,
	BENCHMARK_NAME,
	BENCHMARK_PERIOD,
	BENCHMARK_PROMISED,
	BENCHMARK_REALISED,
	BENCHMARK_SOURCE,
	BENCHMARK_COLUMN__N
};
enum overlap_column {
	OVERLAP_ID,
	OVERLAP_OTHER, /* "med" */
	OVERLAP_YEAR,
	OVERLAP_AMOUNT,
	OVERLAP_YIELDS, /* "viker" */
	OVERLAP_REASON,
	OVERLAP_COLUMN__N
};
/* kalkyl: område; period; brutto; kostnad; netto; summa av området (ja/nej); källa */
enum calculation_column {
	CALCULATION_AREA,
	CALCULATION_PERIOD,
	CALCULATION_GROSS,
	CALCULATION_COST,
	CALCULATION_NET,
	CALCULATION_SUMS, /* "summa av området": ja when net is the area's targets */
	CALCULATION_SOURCE,
	CALCULATION_COLUMN__N
};
enum decision_column {
	DECISION_CODE,   /* "nr" */
	DECISION_ACTION, /* "id"; blank: the whole programme */
	DECISION_DAY,
	DECISION_BODY,
	DECISION_PARAGRAPH,
	DECISION_JOURNAL,
	DECISION_OUTCOME, /* "utfall" */
	DECISION_SUBJECT, /* "beslut" */
	DECISION_PHASE,   /* "fas" */
	DECISION_AMOUNT,  /* "belopp": what it promised or told of */
	DECISION_NOTE,    /* "anmärkning" */
	DECISION_EVENT,   /* "händelse": another name of DECISION_SUBJECT */
	DECISION_COLUMN__N
};
enum assessment_column {
	ASSESSMENT_ID,
	ASSESSMENT_DAY,
	ASSESSMENT_REFERENCE,  /* "underlag" */
	ASSESSMENT_CONCLUSION, /* "slutsats" */
	ASSESSMENT_COLUMN__N
};
enum milestone_column {
	MILESTONE_ID,   /* either it or MILESTONE_GOAL */
	MILESTONE_NAME, /* "milstolpe" */
	MILESTONE_DUE,
	MILESTONE_REACHED, /* "klar"; blank: open */
	MILESTONE_GOAL,    /* "mål": a goal's code */
	MILESTONE_COLUMN__N
};
enum forecast_column {
	FORECAST_ID,
	FORECAST_ROUND,
	FORECAST_YEAR,   /* blank: the round's */
	FORECAST_AMOUNT, /* "prognos"; blank: withdrawn */
	FORECAST_COLUMN__N
};

/* The field of an action that a plan column says; false for the columns that say where an
 * amount falls, or how much. */
bool plan_column_field(int column, enum action_field *ret);

/* The kind named `name` (folded, so "utfall" and "UTFALL"); false when there is none. */
bool exchange_kind_find(const char *name, enum exchange_kind *ret);

/*
 * What a header cell or a FÄLT= name means in a kind: column index and year (0: not a
 * year column), and the unit if it carries one.  "2020 mkr" and "mkr_2020" are year 2020
 * in mkr, "belopp tkr" is SAVING_AMOUNT in tkr, "mkr" alone a kind's only amount.  Only
 * amounts carry a unit; one without
 * a unit is found too, and the caller decides whether that will do.
 */
struct column_match {
	int column; /* index into columns, or -1 when `year` says */
	int year;   /* 2000-2099 or 0 */
	bool has_unit;
	int unit; /* enum money_unit */
};
/* Errors: SPARPLAN_ERROR_INPUT, a clause that can follow `kolumn "X": ` and gives the
 * nearest known name, or all of them. */
bool column_match(const struct kind_info *kind, const char *header,
    struct column_match *ret, GError **error);

#endif
