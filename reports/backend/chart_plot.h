/*
 * chart_plot.h - what the kinds of charts share: a scale of öre, labels that fit, marks.
 *
 * Only for chart*.c.
 */
#ifndef BACKEND_CHART_PLOT_H
#define BACKEND_CHART_PLOT_H

#include "reports/backend/canvas.h"

/* A chart on its way to a canvas. */
struct plot {
	const struct chart *chart;
	const struct canvas *canvas;
	int width, height;
	bool narrow;
	int size;  /* of labels */
	int small; /* of the axis' figures */
};

/* Öre low..high, both on even steps, laid on from..to (to may be the lower). */
struct scale {
	int64_t low, high, step;
	int from, to;
};

/* The chart's marks are laid out for a phone below this width: fewer figures on the
 * axis, larger letters. */
#define PLOT_NARROW (360 * CANVAS_POINT)
int plot_size(bool narrow);
int plot_small(bool narrow);

/* Holds low..high and 0, in at most `steps` (two more where the ends are rounded) of 1,
 * 2 or 5 times a power of ten. */
void scale_make(
    struct scale *scale, int64_t low, int64_t high, int steps, int from, int to);
int scale_at(const struct scale *scale, int64_t ore);
/* The scale's figure with so many decimals as its steps need.  g_free. */
char *scale_text(const struct scale *scale, int64_t ore, enum money_unit unit);

/* The first series of the role: its place, or -1. */
int plot_series(const struct chart *chart, enum series_role role);
/* A row's value in the first series of the role; missing when there is none. */
struct amount plot_value(
    const struct plot *plot, const struct chart_row *row, enum series_role role);
/* Of every known value; false when there is none. */
bool plot_range(const struct chart *chart, int64_t *ret_low, int64_t *ret_high);

/* "Realiserat 120,0", "Realiserat –"; `series` is its place.  g_free. */
char *plot_label(const struct plot *plot, guint series, struct amount amount);
/* The amount in the chart's unit; `sign`: "+" too.  g_free. */
char *plot_amount(const struct plot *plot, struct amount amount, bool sign);
/* As much of the text as has room, ending in "…" where it was cut.  g_free. */
char *plot_cut(const struct plot *plot, int size, bool bold, const char *text, int room);

int plot_width(const struct plot *plot, int size, bool bold, const char *text);
/* One line of text, cut to `room`. */
void plot_text(const struct plot *plot, int x, int y, int size, bool bold,
    enum anchor anchor, enum ink ink, const char *text, int room);
void plot_line(const struct plot *plot, int x1, int y1, int x2, int y2, enum ink ink,
    int width, int dash);

/* A bar of a role between two x or y: what is planned is pale with a border, what is
 * realised solid, what is forecast hatched, a gap only outlined. */
void plot_bar(
    const struct plot *plot, int x1, int y1, int x2, int y2, enum series_role role);
/* The mark at the end of a series' line: a diamond, a dot or a ring. */
void plot_mark(const struct plot *plot, int x, int y, enum series_role role);
/* What a series' line and name are written with. */
enum ink plot_ink(enum series_role role);

void chart_curve_draw(const struct plot *plot);
void chart_bars_draw(const struct plot *plot);
int chart_bars_height(const struct chart *chart, int width);
void chart_steps_draw(const struct plot *plot);
int chart_steps_height(const struct chart *chart, int width);

#endif
