/*
 * chart.h - a chart before it has a format: series of amounts with the words that make
 * it readable without being seen.
 *
 * Shape   rows × series.  A curve's rows are months in order, bars' rows are groups, the
 *         rows of steps (a waterfall) go from the first total down or up to the last.
 * Units   öre, or hundredths of what chart_measure names.  Texts are copied and go with
 * the document.
 */
#ifndef DOC_CHART_H
#define DOC_CHART_H

#include "reports/doc/doc.h"

enum chart_kind { CHART_CURVE, CHART_BARS, CHART_STEPS };

/* What a series is, and so how it looks: plan pale with border, realised solid, forecast
 * hatched, gap outlined. */
enum series_role {
	SERIES_PLAN,
	SERIES_REALISED,
	SERIES_FORECAST,
	SERIES_GAP,
	SERIES_BEFORE /* the same of an earlier year: thin and grey */
};

enum step_kind { STEP_TOTAL, STEP_CHANGE }; /* CHART_STEPS: stands on 0, or on the last */

#define CHART_SERIES_MAX 4

struct chart_series {
	const char *name; /* "Realiserat" */
	enum series_role role;
};

struct chart_row {
	const char *label; /* "2021-06", "Hälso- och sjukvårdsförvaltningen", "Krav" */
	enum step_kind step;
	struct amount values[CHART_SERIES_MAX]; /* missing: not drawn */
};

struct chart {
	enum chart_kind kind;
	const char
	    *finding; /* the headline: what it shows, "Utfallet ligger under planen" */
	const char *measure; /* what is measured: "Ackumulerat, mkr" */
	const char *alt;     /* in words, for whoever does not see it */
	enum money_unit unit;
	const char *measured; /* "dagar": values are hundredths of it; NULL: money */
	int decimals;         /* as values are shown */
	guint n_series;
	struct chart_series series[CHART_SERIES_MAX];
	GArray *rows; /* struct chart_row */
	struct doc *doc;
};

/* Appended to the document, which owns it. */
struct chart *doc_chart(struct doc *doc, enum chart_kind kind, const char *finding,
    const char *measure, const char *alt, enum money_unit unit);
/* Its values are no money but hundredths of `measured`, shown with so many decimals; ""
 * where nobody says what they are. */
void chart_measure(struct chart *chart, const char *measured, int decimals);
/* What the values are: "mkr", "dagar", ""; borrowed. */
const char *chart_unit_name(const struct chart *chart);
void chart_series(struct chart *chart, const char *name, enum series_role role);
void chart_free(struct chart *chart); /* for doc_free */
/* `values`: one per series. */
void chart_row(struct chart *chart, const char *label, enum step_kind step,
    const struct amount *values);

#endif
