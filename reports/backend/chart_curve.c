/*
 * chart_curve.c - series month by month: what is planned a pale area with a border, what
 * is realised a solid line, what is forecast a dashed one, each named where it ends.
 */
#include "calendar/month.h"
#include "reports/backend/chart_plot.h"

#define GAP     (5 * CANVAS_POINT)
#define TICK    (3 * CANVAS_POINT)
#define QUARTER 3
/* With more rows than this a tick per quarter would be a hatching. */
#define TICKS_MAX 60

struct curve {
	const struct plot *plot;
	struct scale scale;
	int n; /* rows */
	int left, right, top, bottom;
};

/* A series' name where its line ends. */
struct end_label {
	int series, y;
	char *text;
};

static const struct chart_row *
row_at(const struct curve *curve, int row)
{
	return &g_array_index(curve->plot->chart->rows, struct chart_row, row);
}

/* A row has a slot of the width, and its value stands in the middle of it. */
static int
slot_at(const struct curve *curve, int row)
{
	return curve->left +
	       (int)((int64_t)(curve->right - curve->left) * row / curve->n);
}

static int
x_at(const struct curve *curve, int row)
{
	return (slot_at(curve, row) + slot_at(curve, row + 1)) / 2;
}

/* The last row with a value of the series, or -1. */
static int
last_row(const struct curve *curve, guint series)
{
	for (int r = curve->n - 1; r >= 0; r--)
		if (row_at(curve, r)->values[series].known)
			return r;
	return -1;
}

/* ---- room ---- */

/* As wide as the names at the right edge need, but never half of the chart. */
static int
room_right(const struct curve *curve)
{
	const struct plot *plot = curve->plot;
	int widest = 0;

	for (guint s = 0; s < plot->chart->n_series; s++) {
		int row = last_row(curve, s);
		g_autofree char *text = NULL;

		if (row < curve->n - 1)
			continue;
		text = plot_label(plot, s, row_at(curve, row)->values[s]);
		widest = MAX(widest, plot_width(plot, plot->size, true, text));
	}
	return MIN(widest, plot->width * 2 / 5) + 2 * GAP;
}

static int
room_left(const struct curve *curve)
{
	const struct plot *plot = curve->plot;
	int widest = 0;

	for (int64_t ore = curve->scale.low; ore <= curve->scale.high;
	     ore += curve->scale.step) {
		g_autofree char *text = scale_text(&curve->scale, ore, plot->chart->unit);

		widest = MAX(widest, plot_width(plot, plot->small, false, text));
	}
	return widest + GAP;
}

static void
curve_lay_out(struct curve *curve)
{
	const struct plot *plot = curve->plot;
	int64_t low = 0, high = 0;

	curve->n = (int)plot->chart->rows->len;
	curve->top = plot->small * 2;
	curve->bottom = plot->height - TICK - plot->small * 3;
	plot_range(plot->chart, &low, &high);
	scale_make(
	    &curve->scale, low, high, plot->narrow ? 4 : 6, curve->bottom, curve->top);
	curve->left = room_left(curve);
	curve->right = plot->width - room_right(curve);
}

/* ---- axes ---- */

static void
draw_scale(const struct curve *curve)
{
	const struct plot *plot = curve->plot;

	for (int64_t ore = curve->scale.low; ore <= curve->scale.high;
	     ore += curve->scale.step) {
		int y = scale_at(&curve->scale, ore);
		g_autofree char *text = scale_text(&curve->scale, ore, plot->chart->unit);

		plot_line(plot, curve->left, y, curve->right, y,
		    ore == 0 ? INK_RULE : INK_GRID, CANVAS_POINT * 7 / 10, 0);
		plot_text(plot, curve->left - GAP, y + plot->small / 3, plot->small,
		    false, ANCHOR_END, INK_MUTED, text, curve->left);
	}
}

static void
draw_tick(const struct curve *curve, int row, int length)
{
	int x = slot_at(curve, row);

	plot_line(curve->plot, x, curve->bottom, x, curve->bottom + length, INK_RULE,
	    CANVAS_POINT * 7 / 10, 0);
}

/* Every k:th row's label, so that none meets the next. */
static void
draw_row_labels(const struct curve *curve, const int *months)
{
	const struct plot *plot = curve->plot;
	int slot = MAX((curve->right - curve->left) / curve->n, 1), widest = 0, each;

	for (int r = 0; r < curve->n; r++)
		widest = MAX(widest,
		    plot_width(plot, plot->small, false,
		        months ? month_short(months[r]) : row_at(curve, r)->label));
	each = (MIN(widest, curve->right - curve->left) + GAP) / slot + 1;
	for (int r = 0; r < curve->n; r += each)
		plot_text(plot, x_at(curve, r),
		    curve->bottom + TICK + plot->small * 5 / 4, plot->small, false,
		    ANCHOR_MIDDLE, INK_MUTED,
		    months ? month_short(months[r]) : row_at(curve, r)->label,
		    each * slot);
}

/* Where a year ends, given where it starts. */
static int
year_end(const struct curve *curve, const int *months, int from)
{
	int to = from + 1;

	while (to < curve->n && month_year(months[to]) == month_year(months[from]))
		to++;
	return to;
}

/* A year under its months, where it has room, and a long tick before it. */
static void
draw_years(const struct curve *curve, const int *months)
{
	const struct plot *plot = curve->plot;
	bool one = year_end(curve, months, 0) == curve->n;
	int y = curve->bottom + TICK + plot->small * (one ? 11 : 6) / 4;
	int free_from = 0;

	for (int from = 0, to; from < curve->n; from = to) {
		g_autofree char *year = g_strdup_printf("%d", month_year(months[from]));
		int width = plot_width(plot, plot->size, true, year), middle;

		to = year_end(curve, months, from);
		middle = (slot_at(curve, from) + slot_at(curve, to)) / 2;
		draw_tick(curve, from, 2 * TICK);
		if (middle - width / 2 < free_from)
			continue;
		plot_text(plot, middle, y, plot->size, true, ANCHOR_MIDDLE, INK_TEXT,
		    year, width);
		free_from = middle + width / 2 + GAP;
	}
	draw_tick(curve, curve->n, 2 * TICK);
	if (one)
		draw_row_labels(curve, months);
}

static void
draw_rows(const struct curve *curve)
{
	g_autofree int *months = g_new0(int, curve->n);

	for (int r = 0; r < curve->n; r++)
		if (!month_parse_strict(row_at(curve, r)->label, &months[r], NULL)) {
			draw_row_labels(curve, NULL);
			return;
		}
	for (int r = 0; r < curve->n && curve->n <= TICKS_MAX; r++)
		if (month_of_year(months[r]) % QUARTER == 1)
			draw_tick(curve, r, TICK);
	draw_years(curve, months);
}

/* ---- series ---- */

/* The points of rows from..to, and two more on the line of nothing below them. */
static struct canvas_point *
run_points(const struct curve *curve, guint series, int from, int to)
{
	struct canvas_point *points = g_new0(struct canvas_point, to - from + 2);
	int n = to - from, zero = scale_at(&curve->scale, 0);

	for (int i = 0; i < n; i++)
		points[i] = (struct canvas_point){ x_at(curve, from + i),
			scale_at(
			    &curve->scale, row_at(curve, from + i)->values[series].ore) };
	points[n] = (struct canvas_point){ points[n - 1].x, zero };
	points[n + 1] = (struct canvas_point){ points[0].x, zero };
	return points;
}

static void
draw_run_area(const struct curve *curve, guint series, int from, int to)
{
	g_autofree struct canvas_point *points = run_points(curve, series, from, to);

	curve->plot->canvas->area(
	    curve->plot->canvas->user, points, to - from + 2, INK_PLAN_FILL, FILL_SOLID);
}

static void
draw_run_line(const struct curve *curve, guint series, int from, int to)
{
	const struct plot *plot = curve->plot;
	enum series_role role = plot->chart->series[series].role;
	g_autofree struct canvas_point *points = run_points(curve, series, from, to);

	if (to - from > 1)
		plot->canvas->line(plot->canvas->user, points, to - from, plot_ink(role),
		    role == SERIES_REALISED ? 3 * CANVAS_POINT : 2 * CANVAS_POINT,
		    role == SERIES_FORECAST ? 5 * CANVAS_POINT : 0);
	plot_mark(plot, points[to - from - 1].x, points[to - from - 1].y, role);
}

/* Every series that is planned, or every other; missing values break a series. */
static void
draw_series(const struct curve *curve, bool planned,
    void (*draw)(const struct curve *curve, guint series, int from, int to))
{
	for (guint s = 0; s < curve->plot->chart->n_series; s++) {
		if ((curve->plot->chart->series[s].role == SERIES_PLAN) != planned)
			continue;
		for (int from = 0, to; from < curve->n; from = to + 1) {
			for (to = from;
			     to < curve->n && row_at(curve, to)->values[s].known; to++)
				;
			if (to > from)
				draw(curve, s, from, to);
		}
	}
}

/* A dashed line where what is realised ends and something else goes on. */
static void
draw_cutoff(const struct curve *curve)
{
	const struct plot *plot = curve->plot;
	int series = plot_series(plot->chart, SERIES_REALISED);
	int row = series < 0 ? -1 : last_row(curve, (guint)series), x, month, half;
	g_autofree char *words = NULL, *text = NULL;

	if (row < 0 || row == curve->n - 1)
		return;
	x = x_at(curve, row);
	words = month_parse_strict(row_at(curve, row)->label, &month, NULL)
	            ? month_words(month)
	            : g_strdup(row_at(curve, row)->label);
	text = g_strdup_printf("t.o.m. %s", words);
	half = plot_width(plot, plot->small, false, text) / 2;
	plot_line(plot, x, curve->top, x, curve->bottom, INK_RULE, CANVAS_POINT,
	    2 * CANVAS_POINT);
	plot_text(plot, CLAMP(x, half, MAX(plot->width - half, half)),
	    curve->top - plot->small / 2, plot->small, false, ANCHOR_MIDDLE, INK_MUTED,
	    text, plot->width);
}

/* ---- names ---- */

/* Names at the right edge, in the order of their lines and never on each other. */
static void
draw_end_labels(const struct curve *curve, struct end_label *labels, int n)
{
	const struct plot *plot = curve->plot;
	int x = curve->right + GAP, line = plot->size * 13 / 10;

	for (int i = 1; i < n; i++)
		for (int j = i; j > 0 && labels[j].y < labels[j - 1].y; j--) {
			struct end_label upper = labels[j];

			labels[j] = labels[j - 1];
			labels[j - 1] = upper;
		}
	for (int i = 1; i < n; i++)
		labels[i].y = MAX(labels[i].y, labels[i - 1].y + line);
	for (int i = n - 1, low = curve->bottom; i >= 0; i--, low -= line)
		labels[i].y = MIN(labels[i].y, low);
	for (int i = 0; i < n; i++)
		plot_text(plot, x, labels[i].y + plot->size / 3, plot->size, true,
		    ANCHOR_START, plot_ink(plot->chart->series[labels[i].series].role),
		    labels[i].text, plot->width - x);
}

/* The highest of its row: its name stands above the line, else below it. */
static bool
is_highest(const struct curve *curve, int row, int series)
{
	for (guint s = 0; s < curve->plot->chart->n_series; s++)
		if (row_at(curve, row)->values[s].known &&
		    row_at(curve, row)->values[s].ore >
		        row_at(curve, row)->values[series].ore)
			return false;
	return true;
}

/* A line that ends inside: its name beside the end, away from where the line comes from.
 */
static void
draw_inner_label(const struct curve *curve, int row, const struct end_label *label)
{
	const struct plot *plot = curve->plot;
	int width = plot_width(plot, plot->size, true, label->text);
	int x = x_at(curve, row), below = label->y + plot->size * 3 / 2;
	bool left_fits = x - GAP - width >= curve->left;
	bool above = is_highest(curve, row, label->series) || below > curve->bottom;
	bool left = left_fits && (above || x + GAP + width > curve->right);

	plot_text(plot, left ? x - GAP : x + GAP, above ? label->y - GAP : below,
	    plot->size, true, left ? ANCHOR_END : ANCHOR_START,
	    plot_ink(plot->chart->series[label->series].role), label->text,
	    left ? width : plot->width - x - GAP);
}

static void
draw_labels(const struct curve *curve)
{
	struct end_label ends[CHART_SERIES_MAX];
	int n = 0;

	for (guint s = 0; s < curve->plot->chart->n_series; s++) {
		int row = last_row(curve, s);
		struct end_label label = { .series = (int)s };

		if (row < 0)
			continue;
		label.y = scale_at(&curve->scale, row_at(curve, row)->values[s].ore);
		label.text = plot_label(curve->plot, s, row_at(curve, row)->values[s]);
		if (row == curve->n - 1) {
			ends[n++] = label;
			continue;
		}
		draw_inner_label(curve, row, &label);
		g_free(label.text);
	}
	draw_end_labels(curve, ends, n);
	for (int i = 0; i < n; i++)
		g_free(ends[i].text);
}

void
chart_curve_draw(const struct plot *plot)
{
	struct curve curve = { .plot = plot };

	curve_lay_out(&curve);
	draw_series(&curve, true, draw_run_area);
	draw_scale(&curve);
	draw_rows(&curve);
	draw_cutoff(&curve);
	draw_series(&curve, true, draw_run_line);
	draw_series(&curve, false, draw_run_line);
	draw_labels(&curve);
}
