/*
 * xlsx_chart.c - a chart's figures, and Excel's own chart of them.
 *
 * A waterfall is stacked of two columns that are not in the document: where a step
 * begins, not drawn, and how high it is.
 */
#include "reports/backend/xlsx_chart.h"

#include "base/text.h"
#include "reports/backend/xlsx_table.h"

#define INK_PLAN      0x5C7385
#define INK_PLAN_FILL 0xC8D5DF
#define INK_REALISED  0x0B5C6B
#define INK_FORECAST  0x4F9DAB
#define INK_GAP       0xB4471F
#define INK_GRID      0xDFE5EA
#define INK_MUTED     0x51606C

#define LABELS_MAX    8 /* months that have room beside each other */
#define FIRST_ROW     (XLSX_TABLE_HEAD_ROW + 1)

static const lxw_color_t inks[] = { [SERIES_PLAN] = INK_PLAN,
	[SERIES_REALISED] = INK_REALISED,
	[SERIES_FORECAST] = INK_FORECAST,
	[SERIES_GAP] = INK_GAP,
	[SERIES_BEFORE] = INK_MUTED };

/* ---- the figures ------------------------------------------------------------------- */

static const struct chart_row *
row_at(const struct chart *chart, guint r)
{
	return &g_array_index(chart->rows, struct chart_row, r);
}

/* The one value of a step, and which series it is of. */
static struct amount
step_value(const struct chart *chart, guint r, guint *ret_series)
{
	for (guint s = 0; s < chart->n_series; s++)
		if (row_at(chart, r)->values[s].known) {
			*ret_series = s;
			return row_at(chart, r)->values[s];
		}
	*ret_series = 0;
	return AMOUNT_NONE;
}

/* Where each step stands and how high it is: both missing when a sum leaves its range or
 * a step goes below zero, where Excel's stack would not show it right. */
static bool
stand_steps(const struct chart *chart, struct amount *foot, struct amount *height)
{
	int64_t level = 0;

	for (guint r = 0; r < chart->rows->len; r++) {
		bool change = row_at(chart, r)->step == STEP_CHANGE;
		guint series;
		struct amount value = step_value(chart, r, &series);
		int64_t from = change ? level : 0;

		if (!value.known || !money_add(from, value.ore, &level) || level < 0)
			return false;
		foot[r] = amount_of(MIN(from, level));
		height[r] = amount_of(MAX(from, level) - MIN(from, level));
	}
	return chart->rows->len > 0;
}

static struct column
money_column(const struct chart *chart, const char *head)
{
	return (struct column){ .key = chart->measured ? "tal" : "kr",
		.head = head,
		.type = chart->measured ? CELL_MEASURE : CELL_MONEY,
		.unit = chart->unit,
		.decimals = chart->decimals };
}

/* What is missing is an empty cell: Excel draws a dash as zero. */
static struct cell
value_cell(const struct chart *chart, struct amount value)
{
	if (!value.known)
		return cell_empty();
	return chart->measured ? cell_measure(value) : cell_money(value);
}

/* The table of a chart in a document of its own; with `foot` two columns more. */
static struct table *
figures(struct doc *doc, const struct chart *chart, const struct amount *foot,
    const struct amount *height)
{
	struct column columns[CHART_SERIES_MAX + 3] = { { .key = "vid",
	    .head = chart->kind == CHART_CURVE ? "Månad" : "Post",
	    .type = CELL_TEXT } };
	guint n = chart->n_series + 1;
	struct table *table;

	for (guint s = 0; s < chart->n_series; s++)
		columns[s + 1] = money_column(chart, chart->series[s].name);
	if (foot) {
		columns[n] = money_column(chart, "Fot");
		columns[n + 1] = money_column(chart, "Höjd");
	}
	table = doc_table(doc, chart->finding, columns, foot ? n + 2 : n);
	for (guint r = 0; r < chart->rows->len; r++) {
		const struct chart_row *row = row_at(chart, r);
		struct cell cells[CHART_SERIES_MAX + 3] = { cell_text(row->label) };

		for (guint s = 0; s < chart->n_series; s++)
			cells[s + 1] = value_cell(chart, row->values[s]);
		if (foot) {
			cells[n] = cell_money(foot[r]);
			cells[n + 1] = cell_money(height[r]);
		}
		table_row(table, ROW_BODY, cells);
	}
	return table;
}

/* ---- the drawing ------------------------------------------------------------------- */

struct drawn_look {
	lxw_chart_line border;
	lxw_chart_fill fill;
	lxw_chart_pattern hatch;
	bool hatched;
};

/* Solid, hatched, outlined or pale: not by colour alone. */
static struct drawn_look
look_of(enum series_role role)
{
	return (struct drawn_look){
		.border = { .color = inks[role], .width = 1 },
		.fill = { .color = role == SERIES_PLAN ? INK_PLAN_FILL
		                   : role == SERIES_GAP || role == SERIES_BEFORE
		                       ? LXW_COLOR_WHITE
		                       : inks[role] },
		.hatch = { .fg_color = inks[role],
		    .bg_color = LXW_COLOR_WHITE,
		    .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL },
		.hatched = role == SERIES_FORECAST,
	};
}

static void
set_fill(lxw_chart_series *series, enum series_role role)
{
	struct drawn_look look = look_of(role);

	chart_series_set_line(series, &look.border);
	if (look.hatched)
		chart_series_set_pattern(series, &look.hatch);
	else
		chart_series_set_fill(series, &look.fill);
}

static void
set_line(lxw_chart_series *series, enum series_role role)
{
	lxw_chart_line line = { .color = inks[role],
		.width = role == SERIES_REALISED ? 3.0F : 1.75F,
		.dash_type = role == SERIES_FORECAST ? LXW_CHART_LINE_DASH_DASH
		                                     : LXW_CHART_LINE_DASH_SOLID };

	chart_series_set_line(series, &line);
}

/* The series of column `col`, from 0, of the sheet's figures. */
static lxw_chart_series *
add_series(lxw_chart *drawn, const char *sheet, const struct chart *chart, lxw_col_t col)
{
	lxw_chart_series *series = chart_add_series(drawn, NULL, NULL);
	lxw_row_t last = FIRST_ROW + chart->rows->len - 1;

	chart_series_set_categories(series, sheet, FIRST_ROW, 0, last, 0);
	chart_series_set_values(series, sheet, FIRST_ROW, col, last, col);
	chart_series_set_name_range(series, sheet, XLSX_TABLE_HEAD_ROW, col);
	return series;
}

static void
draw_steps(lxw_chart *drawn, const char *sheet, const struct chart *chart)
{
	lxw_col_t col = (lxw_col_t)(chart->n_series + 1);
	lxw_chart_series *foot = add_series(drawn, sheet, chart, col);
	lxw_chart_series *height = add_series(drawn, sheet, chart, col + 1);
	guint n = chart->rows->len;
	g_autofree struct drawn_look *looks = g_new0(struct drawn_look, n);
	g_autofree lxw_chart_point *points = g_new0(lxw_chart_point, n);
	g_autofree lxw_chart_point **list = g_new0(lxw_chart_point *, n + 1);
	lxw_chart_fill none = { .none = LXW_TRUE };

	chart_series_set_fill(foot, &none);
	for (guint r = 0; r < n; r++) {
		guint series;

		step_value(chart, r, &series);
		looks[r] = look_of(chart->series[series].role);
		points[r].line = &looks[r].border;
		if (looks[r].hatched)
			points[r].pattern = &looks[r].hatch;
		else
			points[r].fill = &looks[r].fill;
		list[r] = &points[r];
	}
	chart_series_set_points(height, list);
	chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
	chart_set_series_gap(drawn, 40);
}

static void
draw_series(lxw_chart *drawn, const char *sheet, const struct chart *chart)
{
	for (guint s = 0; s < chart->n_series; s++) {
		lxw_chart_series *series =
		    add_series(drawn, sheet, chart, (lxw_col_t)(s + 1));

		if (chart->kind == CHART_CURVE)
			set_line(series, chart->series[s].role);
		else
			set_fill(series, chart->series[s].role);
	}
	chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
	if (chart->kind == CHART_CURVE)
		chart_axis_set_interval_unit(drawn->x_axis,
		    (uint16_t)((chart->rows->len + LABELS_MAX - 1) / LABELS_MAX));
	if (chart->kind != CHART_BARS)
		return;
	/* the first group on top, and the figures below all the same */
	chart_axis_set_reverse(drawn->y_axis);
	chart_axis_set_crossing_max(drawn->y_axis);
}

static void
draw(struct xlsx_book *book, lxw_worksheet *sheet, const char *name,
    const struct chart *chart)
{
	static const lxw_chart_type types[] = { [CHART_CURVE] = LXW_CHART_LINE,
		[CHART_BARS] = LXW_CHART_BAR,
		[CHART_STEPS] = LXW_CHART_COLUMN_STACKED };
	lxw_chart *drawn =
	    workbook_add_chart(book->workbook, (uint8_t)types[chart->kind]);
	lxw_chart_axis *values =
	    chart->kind == CHART_BARS ? drawn->x_axis : drawn->y_axis;
	lxw_chart_line grid = { .color = INK_GRID, .width = 0.75F };
	g_autofree char *title = text_display(chart->finding);
	g_autofree char *measure = text_display(chart->measure);
	g_autofree char *alt = text_display(chart->alt);
	lxw_chart_options options = {
		.description = alt, .x_offset = 24, .x_scale = 1.5, .y_scale = 1.4
	};

	if (chart->kind == CHART_STEPS)
		draw_steps(drawn, name, chart);
	else
		draw_series(drawn, name, chart);
	chart_title_set_name(drawn, title);
	chart_axis_set_name(values, measure);
	chart_axis_set_num_format(values, "#,##0");
	chart_axis_major_gridlines_set_line(values, &grid);
	xlsx_note(
	    book, worksheet_insert_chart_opt(sheet, XLSX_TABLE_HEAD_ROW,
	              (lxw_col_t)(chart->n_series + (chart->kind == CHART_STEPS ? 3 : 1)),
	              drawn, &options));
	worksheet_set_landscape(sheet);
}

void
xlsx_chart(struct xlsx_book *book, lxw_worksheet *sheet, const char *name,
    const struct doc *doc, const struct chart *chart)
{
	struct doc *own = doc_new(doc->title, doc->subtitle);
	g_autofree struct amount *foot = g_new0(struct amount, chart->rows->len + 1);
	g_autofree struct amount *height = g_new0(struct amount, chart->rows->len + 1);
	bool steps = chart->kind == CHART_STEPS && stand_steps(chart, foot, height);

	xlsx_table(book, sheet, figures(own, chart, steps ? foot : NULL, height));
	if (steps || (chart->kind != CHART_STEPS && chart->rows->len > 0))
		draw(book, sheet, name, chart);
	doc_free(own);
}
