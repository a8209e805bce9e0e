/*
 * rollup.h - targets and realised savings per group and year, with totals that add up.
 *
 * Shape   rows × columns of struct figure.  Columns are first_year..last_year, then "ej
 *         årsfördelat", then "totalt".  Every total is the sum of its parts.
 * Units   öre.  Source: product.md section 4, figures 1-5.
 */
#ifndef ROLLUP_ROLLUP_H
#define ROLLUP_ROLLUP_H

#include <glib.h>

#include "ledger/balance.h"
#include "money/share.h"

enum selection { SELECT_COUNTED, SELECT_OUTSIDE, SELECT_ALL, SELECTION__N };

/* "raknas", "utanfor", "alla"; end with NULL text. */
extern const struct word selection_words[];
extern const struct word grouping_words[]; /* "forvaltning", ... without GROUPING_MONTH */
const char *selection_heading(enum selection selection); /* "Räknas mot kravet" */
const char *grouping_heading(enum grouping grouping);    /* "Förvaltning" */

struct figure {
	struct amount target;     /* T */
	struct amount plan;       /* P, plan to the cut-off month */
	struct amount realised;   /* R to the cut-off month */
	struct amount unverified; /* missing unless the programme demands verification */
	struct amount forecast;   /* F; missing where nothing is known to build on */
	struct amount weighted;   /* riskjusterat; missing unless asked for */
	int assumed;              /* target lines spread over an assumed whole year */
};

struct rollup_label {
	int64_t key;
	const char *text; /* borrowed by the rollup */
	bool always;      /* a row even without amounts */
};

struct rollup_query {
	enum grouping grouping;
	enum selection selection;
	int cutoff;     /* YYYYMM */
	int first_year; /* columns; 0, 0: none */
	int last_year;
	bool weighted; /* the balances hold what is weighted by risk */
};

struct rollup_row {
	int64_t key;
	const char *text;
	struct figure *cells; /* n_years + 2 */
};

struct rollup {
	struct rollup_query query;
	int n_years;
	GArray *rows;            /* struct rollup_row, in the labels' order */
	struct rollup_row total; /* text "Totalt" */
	GArray *without; /* int64_t: actions thought away; NULL when there are none */
};

/*
 * Add up `balances` (several arrays may follow each other: the kept sums, corrections for
 * months after the cut-off, plan to date of the cut-off year) into rows.
 *   realised  years after the cut-off's have none, whatever the balances say.
 *   plan      years before the cut-off's: the target; the cut-off's: the target when the
 *             cut-off is December, else the balances' plan_ore; later years: missing.
 *   forecast  years before the cut-off's: realised; the cut-off's: realised plus the
 *             balances' rest; later years: the target plus the rest.
 *   weighted  as the forecast, with what is weighted in the place of the rest and of
 *             later years' target.
 *   years outside the columns still count in "totalt".
 * A key without a label is an internal error (RANGE).  Errors: SPARPLAN_ERROR_RANGE.
 */
bool rollup_build(const struct rollup_query *query, const GArray *labels,
    const GArray *const *balances, size_t n_balances, struct rollup **ret,
    GError **error);
void rollup_free(struct rollup *rollup);

int rollup_columns(const struct rollup *rollup); /* n_years + 2 */
char *rollup_column_name(
    const struct rollup *rollup, int column); /* "2021", "ej årsfördelat", "totalt" */
const struct rollup_row *rollup_find(
    const struct rollup *rollup, int64_t key); /* or NULL */
#define ROLLUP_UNPHASED(r) ((r)->n_years)
#define ROLLUP_TOTAL(r)    ((r)->n_years + 1)

/* Realiseringsgrad R/P to date and R/T. */
struct share figure_of_plan(const struct figure *figure);
struct share figure_of_target(const struct figure *figure);
/* R - P: behind plan is negative.  With a plan and nothing reported it is the whole plan,
 * so that rows add up to their total; missing without a plan. */
struct amount figure_deviation(const struct figure *figure);
/* Eftersläpning, P - R: the other sign of it. */
struct amount figure_behind(const struct figure *figure);

#endif
