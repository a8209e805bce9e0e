/*
 * chart_plot.c - scales in whole numbers, labels that fit, and the look of each role.
 */
#include "reports/backend/chart_plot.h"

#include <string.h>

#include "base/text.h"

/* Beyond this a scale would leave int64; what is larger is drawn at the edge. */
#define ORE_DRAWN (INT64_MAX / 16)
/* Characters looked at when a label is cut: far more than any chart is wide. */
#define LABEL_MAX 200

int
plot_size(bool narrow)
{
	return (narrow ? 11 : 9) * CANVAS_POINT;
}

int
plot_small(bool narrow)
{
	return narrow ? 10 * CANVAS_POINT : 8 * CANVAS_POINT;
}

/* ---- scale ---- */

void
scale_make(struct scale *scale, int64_t low, int64_t high, int steps, int from, int to)
{
	static const int factors[] = { 1, 2, 5 };
	int64_t power = 1, step = 1;

	low = CLAMP(low, -ORE_DRAWN, 0);
	high = CLAMP(high, 0, ORE_DRAWN);
	for (int i = 0; (high - low) / step >= MAX(steps, 1) && power < ORE_DRAWN; i++) {
		if (i > 0 && i % 3 == 0)
			power *= 10;
		step = power * factors[i % 3];
	}
	/* whole steps: one that ends just beyond the highest value is enough */
	scale->low = low / step * step - (low % step ? step : 0);
	scale->high = high / step * step + (high % step || high == low ? step : 0);
	scale->step = step;
	scale->from = from;
	scale->to = to;
}

int
scale_at(const struct scale *scale, int64_t ore)
{
	int64_t span = scale->high - scale->low;
	/* coarse enough that öre times canvas units stay within int64 */
	int64_t coarse = span / (INT64_C(1) << 40) + 1;
	int64_t part = (CLAMP(ore, scale->low, scale->high) - scale->low) / coarse;

	return scale->from +
	       (int)(part * (scale->to - scale->from) / MAX(span / coarse, 1));
}

char *
scale_text(const struct scale *scale, int64_t ore, enum money_unit unit)
{
	int64_t whole = unit == MONEY_MKR   ? ORE_PER_MKR
	                : unit == MONEY_TKR ? ORE_PER_TKR
	                                    : ORE_PER_KR;
	int decimals = 0;

	for (int64_t step = scale->step; step % whole != 0; whole /= 10)
		decimals++;
	return amount_text(amount_of(ore), unit, decimals);
}

/* ---- values ---- */

int
plot_series(const struct chart *chart, enum series_role role)
{
	for (guint s = 0; s < chart->n_series; s++)
		if (chart->series[s].role == role)
			return (int)s;
	return -1;
}

struct amount
plot_value(const struct plot *plot, const struct chart_row *row, enum series_role role)
{
	int series = plot_series(plot->chart, role);

	return series >= 0 ? row->values[series] : AMOUNT_NONE;
}

bool
plot_range(const struct chart *chart, int64_t *ret_low, int64_t *ret_high)
{
	bool any = false;

	for (guint r = 0; r < chart->rows->len; r++) {
		const struct chart_row *row =
		    &g_array_index(chart->rows, struct chart_row, r);

		for (guint s = 0; s < chart->n_series; s++) {
			int64_t ore = row->values[s].ore;

			if (!row->values[s].known)
				continue;
			*ret_low = any ? MIN(*ret_low, ore) : ore;
			*ret_high = any ? MAX(*ret_high, ore) : ore;
			any = true;
		}
	}
	return any;
}

/* ---- labels ---- */

char *
plot_amount(const struct plot *plot, struct amount amount, bool sign)
{
	const struct chart *chart = plot->chart;
	GString *text = g_string_new(NULL);

	if (sign)
		amount_append_signed(text, amount, chart->unit, chart->decimals);
	else
		amount_append(text, amount, chart->unit, chart->decimals);
	return g_string_free(text, FALSE);
}

char *
plot_label(const struct plot *plot, guint series, struct amount amount)
{
	g_autofree char *text = plot_amount(plot, amount, false);

	return g_strdup_printf("%s %s", plot->chart->series[series].name, text);
}

int
plot_width(const struct plot *plot, int size, bool bold, const char *text)
{
	return plot->canvas->text_width(plot->canvas->user, size, bold, text);
}

char *
plot_cut(const struct plot *plot, int size, bool bold, const char *text, int room)
{
	g_autofree char *safe = text_display(text);
	glong length = g_utf8_strlen(safe, -1);
	g_autoptr(GString) cut = NULL;

	if (length <= LABEL_MAX && plot_width(plot, size, bold, safe) <= room)
		return g_steal_pointer(&safe);
	cut = g_string_new_len(
	    safe, g_utf8_offset_to_pointer(safe, MIN(length, LABEL_MAX)) - safe);
	g_string_append(cut, "…");
	while (cut->len > strlen("…") && plot_width(plot, size, bold, cut->str) > room) {
		const char *end = cut->str + cut->len - strlen("…"), *start = end;

		/* a letter goes with its marks, and no blank stands before "…" */
		do
			start = g_utf8_prev_char(start);
		while (start > cut->str &&
		       (g_unichar_ismark(g_utf8_get_char(start)) || start[-1] == ' '));
		g_string_erase(cut, start - cut->str, end - start);
	}
	return g_string_free(g_steal_pointer(&cut), FALSE);
}

void
plot_text(const struct plot *plot, int x, int y, int size, bool bold, enum anchor anchor,
    enum ink ink, const char *text, int room)
{
	g_autofree char *cut = plot_cut(plot, size, bold, text, room);

	plot->canvas->text(plot->canvas->user, x, y, size, bold, anchor, ink, cut);
}

/* ---- marks ---- */

void
plot_line(const struct plot *plot, int x1, int y1, int x2, int y2, enum ink ink,
    int width, int dash)
{
	const struct canvas_point points[] = { { x1, y1 }, { x2, y2 } };

	plot->canvas->line(plot->canvas->user, points, 2, ink, width, dash);
}

void
plot_bar(const struct plot *plot, int x1, int y1, int x2, int y2, enum series_role role)
{
	static const struct {
		enum ink ink;
		enum fill fill;
		enum ink border;
	} looks[] = {
		[SERIES_PLAN] = { INK_PLAN_FILL, FILL_SOLID, INK_PLAN },
		[SERIES_REALISED] = { INK_REALISED, FILL_SOLID, INK_REALISED },
		[SERIES_FORECAST] = { INK_FORECAST, FILL_HATCH, INK_REALISED },
		[SERIES_GAP] = { INK_PAPER, FILL_SOLID, INK_GAP },
		[SERIES_BEFORE] = { INK_PAPER, FILL_SOLID, INK_MUTED },
	};

	plot->canvas->rect(plot->canvas->user, MIN(x1, x2), MIN(y1, y2), abs(x2 - x1),
	    abs(y2 - y1), looks[role].ink, looks[role].fill, looks[role].border);
}

enum ink
plot_ink(enum series_role role)
{
	static const enum ink inks[] = {
		[SERIES_PLAN] = INK_PLAN,
		[SERIES_REALISED] = INK_REALISED,
		[SERIES_FORECAST] = INK_REALISED,
		[SERIES_GAP] = INK_GAP,
		[SERIES_BEFORE] = INK_MUTED,
	};

	return inks[role];
}

/* Twelve corners look round at this size; thousandths of the radius. */
static void
disc(const struct plot *plot, int x, int y, int radius, enum ink ink)
{
	static const struct canvas_point unit[] = { { 1000, 0 }, { 866, 500 },
		{ 500, 866 }, { 0, 1000 }, { -500, 866 }, { -866, 500 }, { -1000, 0 },
		{ -866, -500 }, { -500, -866 }, { 0, -1000 }, { 500, -866 },
		{ 866, -500 } };
	struct canvas_point points[G_N_ELEMENTS(unit)];

	for (size_t i = 0; i < G_N_ELEMENTS(unit); i++)
		points[i] = (struct canvas_point){ x + unit[i].x * radius / 1000,
			y + unit[i].y * radius / 1000 };
	plot->canvas->area(
	    plot->canvas->user, points, G_N_ELEMENTS(points), ink, FILL_SOLID);
}

void
plot_mark(const struct plot *plot, int x, int y, enum series_role role)
{
	const int r = 4 * CANVAS_POINT;
	const struct canvas_point diamond[] = { { x, y - r }, { x + r, y }, { x, y + r },
		{ x - r, y } };

	switch (role) {
	case SERIES_PLAN:
	case SERIES_GAP:
	case SERIES_BEFORE:
		plot->canvas->area(
		    plot->canvas->user, diamond, 4, plot_ink(role), FILL_SOLID);
		break;
	case SERIES_REALISED:
		disc(plot, x, y, r, INK_PAPER);
		disc(plot, x, y, r * 4 / 5, INK_REALISED);
		break;
	case SERIES_FORECAST:
		disc(plot, x, y, r, INK_REALISED);
		disc(plot, x, y, r / 2, INK_PAPER);
		break;
	}
}
