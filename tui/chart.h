/*
 * chart.h - bars and the cumulative curve, in whole and half blocks, and sparklines.
 */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "plan/measure.h"
#include "rollup/overview.h"
#include "tui/grid.h"

/* █ for the part, ░ for the rest of the whole; nothing known is an empty bar. */
void chart_bar(
    struct grid *grid, int y, int x, int width, struct amount part, struct amount whole);

/* The plan (░) and what is realised (█) month by month, with axes; at the full glyph
 * level the plan is a line of dots and what is realised is filled with them. */
void chart_curve(struct grid *grid, int y, int x, int height, int width,
    const GArray *points, enum money_unit unit);

/* The least and the most of the values that are known; false when there are not two that
 * a line could run between. */
bool chart_range(
    const struct measure *values, int n, int64_t *ret_low, int64_t *ret_high);

/* The last `width` of `n` values, each a sign from the least to the most of the range: a
 * block at the full glyph level, else a digit from 0 to 9; · where a value is missing.
 * Halfway when all are alike. */
void chart_spark(struct grid *grid, int y, int x, int width, const struct measure *values,
    int n, int64_t low, int64_t high);

#endif
