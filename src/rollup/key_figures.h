/*
 * key_figures.h - the figures a programme is steered by, each with what it rests on: one
 * list for the overview in text, CSV and JSON, for the screen and for the appendices.
 *
 * Shape   rows in the order of enum key_figure_kind; columns as a rollup's: the years, ej
 *         årsfördelat, totalt.  A cell has an amount or a share; one that has no meaning
 *         in a column is missing there.
 * Source  product.md section 4, figures 1-13.
 */
#ifndef ROLLUP_KEY_FIGURES_H
#define ROLLUP_KEY_FIGURES_H

#include "rollup/adjust.h"
#include "rollup/effect.h"
#include "rollup/outlook.h"
#include "rollup/pace.h"

enum key_figure_kind {
	KEY_REQUIREMENT,  /* krav */
	KEY_IDENTIFIED,   /* net of overlaps */
	KEY_UNIDENTIFIED, /* krav − identifierat */
	KEY_DECIDED,
	KEY_TARGET, /* planens summering */
	KEY_PLAN,   /* plan till och med */
	KEY_REALISED,
	KEY_UNVERIFIED,
	KEY_OF_PLAN,   /* R/P */
	KEY_OF_TARGET, /* R/T */
	KEY_BEHIND,    /* P − R */
	KEY_FORECAST,
	KEY_WEIGHTED,
	KEY_PACE,
	KEY_EFFECT, /* in the year, by basis */
	KEY_FULL_YEAR,
	KEY_NET_TARGET, /* less overlaps */
	KEY_NET_REALISED,
	KEY_NET_FORECAST,
	KEY_FIGURE__N
};

struct key_figure_info {
	const char *key;   /* "prognos": the name in CSV and JSON */
	const char *label; /* "Helårsprognos" */
	const char *basis; /* what it rests on, a clause; Swedish */
	bool is_share;
};
extern const struct key_figure_info key_figure_infos[KEY_FIGURE__N];

struct key_cell {
	struct amount amount;
	struct share share;
};
struct key_figures {
	int n_columns;
	struct key_cell *cells; /* [kind × n_columns + column] */
};

/* `counted` is a rollup by action of SELECT_COUNTED with forecasts and weights. */
void key_figures_make(const struct plan *plan, const struct rollup *counted,
    const struct pace *pace, struct key_figures *ret);
void key_figures_clear(struct key_figures *figures);
const struct key_cell *key_figure(
    const struct key_figures *figures, enum key_figure_kind kind, int column);
/* Is there anything to say of it in any column? */
bool key_figure_said(const struct key_figures *figures, enum key_figure_kind kind);

/* The effect of an action in a column of a rollup by action: the year's; in "totalt" the
 * years' in-year effects added up, and no full year; none in ej årsfördelat. */
struct effect effect_of_row(const struct action *action, const struct rollup *rollup,
    const struct rollup_row *row, int column);

#endif
