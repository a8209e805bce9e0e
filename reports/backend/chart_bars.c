/*
 * chart_bars.c - a group per row: its name, a pale bar for what is planned, below it what
 * is realised on what is forecast, and the amounts beside the bars.
 *
 * On a phone there is no room beside: the amounts have a line of their own.
 */
#include "reports/backend/chart_plot.h"

#define GAP (5 * CANVAS_POINT)
/* A page holds no more; the rest is in the tables. */
#define GROUPS_MAX 12

struct bars {
	const struct plot *plot;
	struct scale scale;
	int right;  /* of the bars */
	int bottom; /* of the last group */
	int lane;   /* a bar's height */
};

static int
lane_height(bool narrow)
{
	return plot_size(narrow) * 11 / 10;
}

/* Name, two bars, the amounts when narrow, and air below. */
static int
group_height(bool narrow)
{
	return plot_size(narrow) * 3 / 2 + 2 * lane_height(narrow) +
	       (narrow ? plot_small(narrow) * 3 : plot_size(narrow));
}

static int
group_count(const struct chart *chart)
{
	return MIN((int)chart->rows->len, GROUPS_MAX);
}

static bool
has_more(const struct chart *chart)
{
	return (int)chart->rows->len > GROUPS_MAX;
}

int
chart_bars_height(const struct chart *chart, int width)
{
	bool narrow = width < PLOT_NARROW;

	return group_count(chart) * group_height(narrow) + plot_small(narrow) * 2 +
	       (has_more(chart) ? plot_size(narrow) * 2 : 0);
}

/* "Realiserat 19,8 · Prognos 36,0": the series that are not planned, or those that are.
 */
static char *
amounts(const struct plot *plot, const struct chart_row *row, bool planned, bool all)
{
	GString *text = g_string_new(NULL);

	for (guint s = 0; s < plot->chart->n_series; s++) {
		bool is_plan = plot->chart->series[s].role == SERIES_PLAN;
		g_autofree char *label = plot_label(plot, s, row->values[s]);

		if (all || is_plan == planned)
			g_string_append_printf(
			    text, "%s%s", text->len ? " · " : "", label);
	}
	return g_string_free(text, FALSE);
}

/* ---- room ---- */

static void
bars_lay_out(struct bars *bars)
{
	const struct plot *plot = bars->plot;
	int64_t low = 0, high = 0;
	int widest = 0;

	for (int i = 0; i < group_count(plot->chart) && !plot->narrow; i++) {
		const struct chart_row *row =
		    &g_array_index(plot->chart->rows, struct chart_row, i);
		g_autofree char *plan = amounts(plot, row, true, false);
		g_autofree char *rest = amounts(plot, row, false, false);

		widest = MAX(widest, plot_width(plot, plot->size, false, plan));
		widest = MAX(widest, plot_width(plot, plot->size, false, rest));
	}
	bars->lane = lane_height(plot->narrow);
	bars->right = plot->width - MIN(widest + 2 * GAP, plot->width / 2);
	/* the last figure of the axis stands in the middle of its line */
	if (plot->narrow)
		bars->right -= 2 * GAP;
	bars->bottom =
	    plot->height - plot->small * 2 - (has_more(plot->chart) ? plot->size * 2 : 0);
	plot_range(plot->chart, &low, &high);
	scale_make(
	    &bars->scale, low, high, plot->narrow ? 3 : 6, CANVAS_POINT, bars->right);
}

static void
draw_scale(const struct bars *bars)
{
	const struct plot *plot = bars->plot;
	const struct scale *scale = &bars->scale;
	int free_from = 0;

	for (int64_t ore = scale->low; ore <= scale->high; ore += scale->step) {
		int x = scale_at(scale, ore), width;
		g_autofree char *text = scale_text(scale, ore, plot->chart->unit);
		bool first = ore == scale->low;

		plot_line(plot, x, 0, x, bars->bottom, ore == 0 ? INK_RULE : INK_GRID,
		    CANVAS_POINT * 7 / 10, 0);
		width = plot_width(plot, plot->small, false, text);
		if (!first && x - width / 2 < free_from)
			continue;
		plot_text(plot, first ? 0 : x, bars->bottom + plot->small * 5 / 4,
		    plot->small, false, first ? ANCHOR_START : ANCHOR_MIDDLE, INK_MUTED,
		    text, width);
		free_from = (first ? width : x + width / 2) + GAP;
	}
}

/* ---- groups ---- */

/* From 0 to the amount; an amount that is nothing or missing has no bar. */
static int
draw_bar(
    const struct bars *bars, int y, const struct chart_row *row, enum series_role role)
{
	struct amount amount = plot_value(bars->plot, row, role);
	int zero = scale_at(&bars->scale, 0), end;

	if (!amount.known || amount.ore == 0)
		return zero;
	end = scale_at(&bars->scale, amount.ore);
	plot_bar(bars->plot, zero, y, end, y + bars->lane, role);
	return MAX(zero, end);
}

static void
draw_amounts(
    const struct bars *bars, const struct chart_row *row, bool planned, int end, int y)
{
	const struct plot *plot = bars->plot;
	g_autofree char *text = amounts(plot, row, planned, false);

	/* the axis' lines do not run through the amounts */
	plot->canvas->rect(plot->canvas->user, end + CANVAS_POINT, y,
	    MIN(plot_width(plot, plot->size, false, text) + GAP,
	        plot->width - end - CANVAS_POINT),
	    bars->lane, INK_PAPER, FILL_SOLID, INK_NONE);
	plot_text(plot, end + GAP, y + bars->lane * 4 / 5, plot->size, false,
	    ANCHOR_START, INK_TEXT, text, plot->width - end - GAP);
}

static void
draw_group(const struct bars *bars, const struct chart_row *row, int y)
{
	/* what is realised lies on what is forecast, so that only the rest is hatched */
	static const enum series_role layers[] = { SERIES_GAP, SERIES_FORECAST,
		SERIES_REALISED };
	const struct plot *plot = bars->plot;
	int plan = y + plot->size * 3 / 2, rest = plan + bars->lane;
	int plan_end, rest_end = 0;

	plot_text(plot, CANVAS_POINT * 2, y + plot->size, plot->size, true, ANCHOR_START,
	    INK_TEXT, row->label, plot->width);
	plan_end = draw_bar(bars, plan, row, SERIES_PLAN);
	for (size_t i = 0; i < G_N_ELEMENTS(layers); i++) {
		int end = draw_bar(bars, rest, row, layers[i]);

		rest_end = MAX(rest_end, end);
	}
	if (plot->narrow) {
		g_autofree char *text = amounts(plot, row, false, true);

		plot_text(plot, CANVAS_POINT * 2, rest + bars->lane + plot->small * 5 / 4,
		    plot->small, false, ANCHOR_START, INK_TEXT, text, plot->width);
		return;
	}
	draw_amounts(bars, row, true, plan_end, plan);
	draw_amounts(bars, row, false, rest_end, rest);
}

void
chart_bars_draw(const struct plot *plot)
{
	struct bars bars = { .plot = plot };
	int n = group_count(plot->chart), more = (int)plot->chart->rows->len - n;

	bars_lay_out(&bars);
	draw_scale(&bars);
	for (int i = 0; i < n; i++)
		draw_group(&bars, &g_array_index(plot->chart->rows, struct chart_row, i),
		    i * group_height(plot->narrow));
	if (more > 0) {
		g_autofree char *text =
		    g_strdup_printf("… och %d till: de står i tabellen.", more);

		plot_text(plot, 0, plot->height - plot->size / 2, plot->size, false,
		    ANCHOR_START, INK_MUTED, text, plot->width);
	}
}
