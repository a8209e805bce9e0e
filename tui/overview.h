/*
 * overview.h - the columns of the overview screen (S4): sections of lines that scroll,
 * and what stands behind each line.
 *
 * A column draws the lines that fall in its window and notes them all: which of them can
 * be opened, and what that shows.
 */
#ifndef TUI_OVERVIEW_H
#define TUI_OVERVIEW_H

#include "tui/screen.h"

/* What Enter on a line shows. */
enum drill_kind {
	DRILL_NONE,     /* the line is not one to stand on */
	DRILL_YEAR,     /* actions with a target or an outcome in column `value` */
	DRILL_UNIT,     /* of the förvaltning `id` */
	DRILL_TYPE,     /* of enum kind `value` */
	DRILL_OUTSIDE,  /* that do not count */
	DRILL_LIGHT,    /* with enum light `value` */
	DRILL_COUNTED,  /* all that count */
	DRILL_TARGET,   /* that have a target */
	DRILL_BLANK,    /* that have none */
	DRILL_DECIDED,  /* in stage 3 or above */
	DRILL_FORECAST, /* with a forecast */
	DRILL_REALISED, /* with an outcome */
	DRILL_BEHIND,   /* behind their plan */
	DRILL_MISSING,  /* without a report for the month */
	DRILL_ACTION,   /* the form of action `id` */
	DRILL_ATTEST,   /* the verification screen */
	DRILL_SETTINGS  /* the settings */
};
struct drill {
	enum drill_kind kind;
	int value;
	int64_t id;
	const char *what; /* told above the list, e.g. "grad 3 eller mer"; static, or the
	                     overview's */
};

struct overview_column {
	struct app *app;
	struct grid *grid; /* NULL: nothing is drawn, lines are only noted */
	GArray *lines;     /* struct drill, one a line; the column's owner's */
	int at;            /* the selected line; -1: not in this column */
	int y, x, height, width, top;
	int label, bar;
};

/* Years, förvaltningar, kinds, what stands beside, lights, gap ladder, forecasts,
 * deviations, and the weights that were used. */
void overview_add_figures(struct overview_column *column, const struct overview *view);
/* The actions whose light is röd or gul, the worst first, each with why. */
void overview_add_risks(struct overview_column *column, const struct overview *view);
/* What earlier programmes came to, and the same share of this one beside its forecast. */
void overview_add_benchmarks(struct overview_column *column, const struct overview *view);

/* "prognos 12,0 av 35,0; 45 dagar efter slut; bedömd": what makes the light of an action
 * that counts what it is; "" when nothing does.  g_free. */
char *overview_why(const struct app *app, const struct outlook *look);
/* Does it count, and has that light? */
bool overview_is_risk(const struct overview *view, guint index, enum light light);
/* All röda and gula to read, each with its latest report. */
void overview_read_risks(struct app *app, const struct overview *view);

/* Opens what stands behind a line. */
void overview_drill(
    struct app *app, const struct overview *view, const struct drill *drill);

#endif
