/*
 * chart_steps.c - a waterfall: totals stand on nothing, changes on where the last step
 * ended.  It stands while each step has room for its name, else it lies.
 */
#include <string.h>

#include "reports/backend/chart_plot.h"

#define GAP    (5 * CANVAS_POINT)
#define HEIGHT (220 * CANVAS_POINT)
/* A step narrower than this has no room for its name below it. */
#define STEP_MIN (46 * CANVAS_POINT)
/* A step that changes next to nothing is still seen. */
#define THIN CANVAS_POINT

/* From where to where a step goes. */
struct step {
	const char *label;
	enum step_kind kind;
	enum series_role role;
	struct amount amount; /* as shown */
	int64_t from, to;
};

static bool
is_lying(const struct chart *chart, int width)
{
	return chart->rows->len > 0 && width / (int)chart->rows->len < STEP_MIN;
}

static int
lying_height(bool narrow)
{
	return plot_size(narrow) * 4;
}

int
chart_steps_height(const struct chart *chart, int width)
{
	bool narrow = width < PLOT_NARROW;

	return is_lying(chart, width) ? (int)chart->rows->len * lying_height(narrow) + GAP
	                              : HEIGHT;
}

/* Sums that would leave what can be drawn stay where they were. */
static int64_t
add(int64_t level, int64_t change)
{
	int64_t sum = level;

	return money_add(level, change, &sum) ? sum : level;
}

/* A step's series is the first that has an amount in its row. */
static struct step *
steps_make(const struct chart *chart, int64_t *ret_low, int64_t *ret_high)
{
	struct step *steps = g_new0(struct step, chart->rows->len);
	int64_t level = 0;

	*ret_low = *ret_high = 0;
	for (guint r = 0; r < chart->rows->len; r++) {
		const struct chart_row *row =
		    &g_array_index(chart->rows, struct chart_row, r);
		struct step *step = &steps[r];

		step->label = row->label;
		step->kind = row->step;
		for (guint s = chart->n_series; s-- > 0;)
			if (row->values[s].known) {
				step->role = chart->series[s].role;
				step->amount = row->values[s];
			}
		step->from = row->step == STEP_TOTAL && step->amount.known ? 0 : level;
		step->to = add(step->from, step->amount.ore);
		level = step->to;
		*ret_low = MIN(*ret_low, level);
		*ret_high = MAX(*ret_high, level);
	}
	return steps;
}

static char *
step_text(const struct plot *plot, const struct step *step)
{
	return plot_amount(plot, step->amount, step->kind == STEP_CHANGE);
}

static enum ink
step_ink(const struct step *step)
{
	return step->role == SERIES_GAP ? INK_GAP : INK_TEXT;
}

/* At least THIN between the two, so that a step of nothing is a line. */
static int
thick(int from, int to)
{
	if (to >= from)
		return MAX(to, from + THIN);
	return MIN(to, from - THIN);
}

/* A step goes on where the one before it ended, or is the total that it led to. */
static bool
goes_on(const struct step *step)
{
	return step[1].from == step->to || step[1].to == step->to;
}

/* ---- standing ---- */

/* The name below a step, on two lines where it has two words. */
static void
draw_name(const struct plot *plot, const char *label, int x, int y, int room)
{
	const char *blank = strrchr(label, ' ');
	g_autofree char *first = NULL;

	if (!blank || plot_width(plot, plot->small, true, label) <= room) {
		plot_text(
		    plot, x, y, plot->small, true, ANCHOR_MIDDLE, INK_TEXT, label, room);
		return;
	}
	first = g_strndup(label, (gsize)(blank - label));
	plot_text(plot, x, y, plot->small, true, ANCHOR_MIDDLE, INK_TEXT, first, room);
	plot_text(plot, x, y + plot->small * 5 / 4, plot->small, true, ANCHOR_MIDDLE,
	    INK_TEXT, blank + 1, room);
}

static void
draw_standing(
    const struct plot *plot, const struct step *steps, int n, int64_t low, int64_t high)
{
	struct scale scale;
	int bottom = plot->height - plot->small * 3, slot = plot->width / n;

	scale_make(&scale, low, high, 20, bottom, plot->size * 2);
	/* no grid: every step has its amount, but what is below nothing needs its line */
	for (int i = 0; i < n; i++) {
		int from = scale_at(&scale, steps[i].from),
		    to = scale_at(&scale, steps[i].to);
		int x = slot * i + slot / 8, width = slot * 3 / 4;
		g_autofree char *text = step_text(plot, &steps[i]);

		if (steps[i].amount.known)
			plot_bar(
			    plot, x, from, x + width, thick(from, to), steps[i].role);
		if (i + 1 < n && goes_on(&steps[i]))
			plot_line(plot, x + width, to, x + slot, to, INK_RULE,
			    CANVAS_POINT * 7 / 10, 2 * CANVAS_POINT);
		plot_text(plot, x + width / 2, MIN(from, to) - plot->size / 3, plot->size,
		    true, ANCHOR_MIDDLE, step_ink(&steps[i]), text, slot);
		draw_name(plot, steps[i].label, x + width / 2,
		    bottom + plot->small * 5 / 4, slot - GAP / 2);
	}
	plot_line(plot, 0, scale_at(&scale, 0), slot * n, scale_at(&scale, 0), INK_RULE,
	    CANVAS_POINT, 0);
}

/* ---- lying ---- */

static void
draw_lying(
    const struct plot *plot, const struct step *steps, int n, int64_t low, int64_t high)
{
	struct scale scale;
	int each = lying_height(plot->narrow), bar = plot->size * 5 / 4;

	scale_make(&scale, low, high, 6, CANVAS_POINT, plot->width - CANVAS_POINT);
	for (int i = 0; i < n; i++) {
		int from = scale_at(&scale, steps[i].from),
		    to = scale_at(&scale, steps[i].to);
		int y = each * i + plot->size * 3 / 2;
		g_autofree char *text = step_text(plot, &steps[i]);
		int width = plot_width(plot, plot->size, true, text);

		plot_text(plot, CANVAS_POINT, each * i + plot->size, plot->size, false,
		    ANCHOR_START, INK_TEXT, steps[i].label, plot->width - width - GAP);
		plot_text(plot, plot->width - CANVAS_POINT, each * i + plot->size,
		    plot->size, true, ANCHOR_END, step_ink(&steps[i]), text, width);
		if (steps[i].amount.known)
			plot_bar(plot, from, y, thick(from, to), y + bar, steps[i].role);
		if (i + 1 < n && goes_on(&steps[i]))
			plot_line(plot, to, y + bar, to, y + each, INK_RULE,
			    CANVAS_POINT * 7 / 10, 2 * CANVAS_POINT);
	}
	plot_line(plot, scale_at(&scale, 0), 0, scale_at(&scale, 0), plot->height,
	    INK_RULE, CANVAS_POINT, 0);
}

void
chart_steps_draw(const struct plot *plot)
{
	int64_t low, high;
	g_autofree struct step *steps = steps_make(plot->chart, &low, &high);
	int n = (int)plot->chart->rows->len;

	if (is_lying(plot->chart, plot->width))
		draw_lying(plot, steps, n, low, high);
	else
		draw_standing(plot, steps, n, low, high);
}
