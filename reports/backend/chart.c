/*
 * chart.c - which drawing a chart gets, and how high it is.
 */
#include "reports/backend/chart_plot.h"

#define HEIGHT_CURVE        (230 * CANVAS_POINT)
#define HEIGHT_CURVE_NARROW (250 * CANVAS_POINT)
#define HEIGHT_NOTHING      (40 * CANVAS_POINT)

int
chart_height(const struct chart *chart, int width)
{
	int64_t low, high;

	if (!plot_range(chart, &low, &high))
		return HEIGHT_NOTHING;
	switch (chart->kind) {
	case CHART_CURVE:
		break;
	case CHART_BARS:
		return chart_bars_height(chart, width);
	case CHART_STEPS:
		return chart_steps_height(chart, width);
	}
	return width < PLOT_NARROW ? HEIGHT_CURVE_NARROW : HEIGHT_CURVE;
}

void
chart_draw(const struct chart *chart, const struct canvas *canvas, int width, int height,
    bool narrow)
{
	const struct plot plot = { chart, canvas, width, height, narrow,
		plot_size(narrow), plot_small(narrow) };
	int64_t low, high;

	if (!plot_range(chart, &low, &high)) {
		plot_text(&plot, width / 2, (height + plot.size) / 2, plot.size, false,
		    ANCHOR_MIDDLE, INK_MUTED, "Det finns inga belopp att visa.", width);
		return;
	}
	switch (chart->kind) {
	case CHART_CURVE:
		chart_curve_draw(&plot);
		break;
	case CHART_BARS:
		chart_bars_draw(&plot);
		break;
	case CHART_STEPS:
		chart_steps_draw(&plot);
		break;
	}
}
