/*
 * chart.c - whole-number drawing: every height is öre times halves by the scale's top.
 */
#include "tui/chart.h"

#include "calendar/month.h"

#define AXIS 6 /* columns of the scale's figures */

void
chart_bar(
    struct grid *grid, int y, int x, int width, struct amount part, struct amount whole)
{
	int64_t filled = 0;

	if (part.known && whole.known && part.ore > 0 && whole.ore > 0)
		filled = part.ore >= whole.ore ? width
		                               : (part.ore / ORE_PER_KR) * width /
		                                     MAX(whole.ore / ORE_PER_KR, 1);
	grid_fill(grid, y, x, 1, width, "░", ROLE_TEXT);
	grid_fill(grid, y, x, 1, (int)filled, "█", ROLE_TEXT);
}

/* The smallest of 1, 2, 3, 6 times a power of ten that is not below `top`. */
static int64_t
scale_top(int64_t top)
{
	static const int64_t steps[] = { 1, 2, 3, 6 };
	int64_t power = ORE_PER_MKR;

	for (;; power *= 10)
		for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
			if (steps[i] * power >= top || power >= MONEY_MAX_ORE * 100)
				return steps[i] * power;
}

static int64_t
highest(const GArray *points)
{
	int64_t top = 0;

	for (guint i = 0; i < points->len; i++) {
		const struct curve_point *point =
		    &g_array_index(points, struct curve_point, i);

		top = MAX(top, point->plan_ore);
		if (point->realised.known)
			top = MAX(top, point->realised.ore);
	}
	return top;
}

static int
halves(int64_t ore, int64_t top, int height)
{
	return ore <= 0 ? 0 : (int)((ore / ORE_PER_KR) * 2 * height / (top / ORE_PER_KR));
}

static void
draw_column(struct grid *grid, int y, int x, int height, const struct curve_point *point,
    int64_t top)
{
	int plan = halves(point->plan_ore, top, height);
	int done = point->realised.known ? halves(point->realised.ore, top, height) : 0;

	for (int i = 0; i < height; i++) {
		int row = y + height - 1 - i;

		if (done >= 2 * i + 2)
			grid_put(grid, row, x, "█", ROLE_TEXT);
		else if (done == 2 * i + 1)
			grid_put(grid, row, x, "▄", ROLE_TEXT);
		else if (plan >= 2 * i + 1)
			grid_put(grid, row, x, "░", ROLE_TEXT);
	}
}

static void
draw_scale(struct grid *grid, int y, int x, int height, int64_t top, enum money_unit unit)
{
	for (int i = 0; i < height; i++) {
		/* a figure on every third row, and at the top */
		bool figure = (height - i) % 3 == 0;

		if (figure) {
			g_autofree char *text =
			    amount_text(amount_of(top / height * (height - i)), unit, 0);

			grid_text(grid, y + i, x, AXIS, 1, text, ROLE_TEXT);
		}
		grid_put(grid, y + i, x + AXIS, figure ? "┤" : "│", ROLE_TEXT);
	}
	grid_text(grid, y + height, x, AXIS, 1, "0", ROLE_TEXT);
	grid_put(grid, y + height, x + AXIS, "└", ROLE_TEXT);
}

/* ---- the curve in dots ------------------------------------------------------------- */

/* Bits of a braille cell from the top, left and right. */
static const unsigned dots[2][4] = { { 0x01, 0x02, 0x04, 0x40 },
	{ 0x08, 0x10, 0x20, 0x80 } };

/* The height in dots at `step` of `steps` from the month before to this one. */
static int
dot_height(int64_t before, int64_t now, int step, int steps, int64_t top, int rows)
{
	int64_t kr = before / ORE_PER_KR;

	kr += (now / ORE_PER_KR - kr) * step / steps;
	return kr <= 0 ? 0 : (int)(kr * 4 * rows / (top / ORE_PER_KR));
}

/* Sets the dots of a column from height `from` to `to`, counted from below. */
static void
set_dots(unsigned char *cells, int stride, int rows, int x, int from, int to)
{
	for (int h = from; h <= to && h < 4 * rows; h++)
		cells[(rows - 1 - h / 4) * stride + x / 2] |=
		    (unsigned char)dots[x % 2][3 - h % 4];
}

/* The plan as a line, what is realised filled (S4c): two dots a column, four a row. */
static void
draw_dots(struct grid *grid, int y, int x, int rows, int cols, const GArray *points,
    int64_t top)
{
	int n = (int)points->len;
	g_autofree unsigned char *cells = g_new0(unsigned char, (gsize)(rows * cols));
	int64_t plan = 0, done = 0;
	int last = 0;

	for (int d = 0, m = 0; d < 2 * cols; d++) {
		const struct curve_point *point;
		int from = m * 2 * cols / n, to, height;

		while (d >= (m + 1) * 2 * cols / n && m + 1 < n) {
			point = &g_array_index(points, struct curve_point, m++);
			plan = point->plan_ore;
			done = point->realised.known ? point->realised.ore : done;
			from = m * 2 * cols / n;
		}
		to = MAX((m + 1) * 2 * cols / n, from + 1);
		point = &g_array_index(points, struct curve_point, m);
		height =
		    dot_height(plan, point->plan_ore, d - from + 1, to - from, top, rows);
		/* upright where it climbs, so that the line is whole */
		set_dots(cells, cols, rows, d, MIN(last + 1, height), height);
		last = height;
		if (point->realised.known)
			set_dots(cells, cols, rows, d, 0,
			    dot_height(done, point->realised.ore, d - from + 1, to - from,
			        top, rows) -
			        1);
	}
	for (int i = 0; i < rows * cols; i++) {
		char sign[8] = { 0 };

		g_unichar_to_utf8(0x2800 + (gunichar)cells[i], sign);
		if (cells[i] != 0)
			grid_put(grid, y + i / cols, x + i % cols, sign, ROLE_TEXT);
	}
}

/* ---- the curve --------------------------------------------------------------------- */

void
chart_curve(struct grid *grid, int y, int x, int height, int width, const GArray *points,
    enum money_unit unit)
{
	int n = (int)points->len, room = width - AXIS - 1, each, rows = height - 2;
	int64_t top = highest(points);

	rows -= rows % 3;
	if (n == 0 || room < n / 3 || rows < 3 || top <= 0)
		return;
	top = scale_top(top);
	each = room / n;
	draw_scale(grid, y, x, rows, top, unit);
	grid_fill(
	    grid, y + rows, x + AXIS + 1, 1, each > 0 ? each * n : room, "─", ROLE_TEXT);
	if (grid->glyphs == GLYPHS_FULL)
		draw_dots(
		    grid, y, x + AXIS + 1, rows, each > 0 ? each * n : room, points, top);
	for (int i = 0; i < n; i++) {
		const struct curve_point *point =
		    &g_array_index(points, struct curve_point, i);
		/* wider than it is long: whole columns each; else some months are skipped
		 */
		int from = each > 0 ? i * each : i * room / n;
		int to = each > 0 ? from + each : (i + 1) * room / n;

		for (int c = from; c < to && grid->glyphs != GLYPHS_FULL; c++)
			draw_column(grid, y, x + AXIS + 1 + c, rows, point, top);
		if (month_of_year(point->month) == 12 && i + 1 < n && to > 0)
			grid_put(grid, y + rows, x + AXIS + to, "┴", ROLE_TEXT);
		if (month_of_year(point->month) == 6) {
			g_autofree char *year =
			    g_strdup_printf("%d", month_year(point->month));

			grid_text(grid, y + rows + 1, x + AXIS + to - 2, 4, -1, year,
			    ROLE_TEXT);
		}
	}
}

/* ---- sparklines -------------------------------------------------------------------- */

bool
chart_range(const struct measure *values, int n, int64_t *ret_low, int64_t *ret_high)
{
	int64_t low = 0, high = 0;
	int known = 0;

	for (int i = 0; i < n; i++) {
		if (!values[i].known)
			continue;
		low = known ? MIN(low, values[i].hundredths) : values[i].hundredths;
		high = known ? MAX(high, values[i].hundredths) : values[i].hundredths;
		known++;
	}
	if (known < 2)
		return false;
	*ret_low = low;
	*ret_high = high;
	return true;
}

/* Which of `steps` signs, rounded to the nearest; unsigned holds any two's distance. */
static int
spark_step(int64_t value, int64_t low, int64_t high, int steps)
{
	uint64_t range = (uint64_t)high - (uint64_t)low;
	uint64_t above = (uint64_t)value - (uint64_t)low;

	if (range == 0)
		return steps / 2;
	/* so large that it would not fit when multiplied */
	while (range > UINT64_MAX / 64) {
		range /= 2;
		above /= 2;
	}
	return (int)((above * (uint64_t)(steps - 1) + range / 2) / range);
}

void
chart_spark(struct grid *grid, int y, int x, int width, const struct measure *values,
    int n, int64_t low, int64_t high)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇" };
	static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8",
		"9" };
	bool full = grid->glyphs == GLYPHS_FULL;
	const char *const *signs = full ? blocks : digits;
	int steps = full ? (int)G_N_ELEMENTS(blocks) : (int)G_N_ELEMENTS(digits);
	int first = MAX(n - width, 0);

	for (int i = first; i < n; i++)
		grid_put(grid, y, x + i - first,
		    values[i].known
		        ? signs[spark_step(values[i].hundredths, low, high, steps)]
		        : "·",
		    ROLE_TEXT);
}
