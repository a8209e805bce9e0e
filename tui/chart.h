/*
 * chart.h - bars and the cumulative curve, in whole and half blocks.
 */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "rollup/overview.h"
#include "tui/grid.h"

/* █ for the part, ░ for the rest of the whole; nothing known is an empty bar. */
void chart_bar(
    struct grid *grid, int y, int x, int width, struct amount part, struct amount whole);

/* The plan (░) and what is realised (█) month by month, with axes. */
void chart_curve(struct grid *grid, int y, int x, int height, int width,
    const GArray *points, enum money_unit unit);

#endif
