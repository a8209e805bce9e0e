/*
 * overview.h - the columns of the overview screen (S4): sections of lines that scroll.
 *
 * A column draws the lines that fall in its window and counts them all.
 */
#ifndef TUI_OVERVIEW_H
#define TUI_OVERVIEW_H

#include "tui/screen.h"

struct overview_column {
	struct app *app;
	struct grid *grid;
	int line; /* the next */
	int y, x, height, width, top;
	int label, bar;
};

/* Years, förvaltningar, kinds, what stands beside, lights, gap ladder, forecasts,
 * deviations, and the weights that were used. */
void overview_add_figures(struct overview_column *column, const struct overview *view);
/* What earlier programmes came to, and the same share of this one beside its forecast. */
void overview_add_benchmarks(struct overview_column *column, const struct overview *view);

#endif
