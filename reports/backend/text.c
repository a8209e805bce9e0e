/*
 * text.c - a document for the terminal: one column of paragraphs and tables.
 *
 * Numbers are never broken and texts never cut: a text column that does not fit wraps,
 * and a table whose numbers need more than the width is wider than the width.
 */
#include "base/text.h"
#include "reports/backend/cells.h"
#include "reports/doc/chart.h"

enum { WIDTH_DEFAULT = 100, WIDTH_MIN = 20, GAP = 2, TEXT_MIN = 12 };

struct layout {
	guint n;
	int *widths;
	int total; /* columns with gaps */
};

static void
append_rule(GString *out, const char *sign, int width)
{
	for (int i = 0; i < width; i++)
		g_string_append(out, sign);
	g_string_append_c(out, '\n');
}

static void
append_wrapped(
    GString *out, const char *text, int width, const char *first, const char *rest)
{
	g_autofree char *safe = text_display(text);
	g_autoptr(GPtrArray) lines = text_wrap(safe, width - text_width(first));

	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(
		    out, "%s%s\n", i == 0 ? first : rest, (char *)lines->pdata[i]);
}

/* The widest word: a column is never narrower, so that words stand whole. */
static int
word_width(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	int widest = 0;

	for (char **word = words; *word; word++)
		widest = MAX(widest, text_width(*word));
	return widest;
}

/* The least and the wanted width of a column. */
static void
measure_column(const struct table *table, guint index, int *ret_least, int *ret_want)
{
	const struct column *column =
	    &g_array_index(table->columns, struct column, index);
	g_autofree char *head = text_display(column->head);
	int widest = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);
		g_autofree char *text = NULL;

		if (row->role == ROW_GROUP)
			continue;
		text = cell_show(&row->cells[index], column);
		widest = MAX(widest, text_width(text));
	}
	*ret_want = MAX(MAX(widest, text_width(head)), 1);
	*ret_least = MAX(word_width(head), 1);
	*ret_least =
	    MAX(*ret_least, column_is_number(column) ? widest : MIN(widest, TEXT_MIN));
}

/* Give out what is left of the width, always to the narrowest that wants more. */
static void
widen(int *widths, const int *want, guint n, bool (*may)(const struct column *),
    const struct table *table, int *left)
{
	while (*left > 0) {
		int best = -1;

		for (guint c = 0; c < n; c++)
			if (widths[c] < want[c] &&
			    may(&g_array_index(table->columns, struct column, c)) &&
			    (best < 0 || widths[c] < widths[best]))
				best = (int)c;
		if (best < 0)
			return;
		widths[best]++;
		(*left)--;
	}
}

static bool
column_is_text(const struct column *column)
{
	return !column_is_number(column);
}

static void
layout_init(struct layout *layout, const struct table *table, int width)
{
	g_autofree int *want = NULL;
	int left = width;

	layout->n = table->columns->len;
	layout->widths = g_new0(int, layout->n);
	want = g_new0(int, layout->n);
	for (guint c = 0; c < layout->n; c++) {
		measure_column(table, c, &layout->widths[c], &want[c]);
		left -= layout->widths[c] + (c > 0 ? GAP : 0);
	}
	widen(layout->widths, want, layout->n, column_is_text, table, &left);
	widen(layout->widths, want, layout->n, column_is_number, table, &left);
	layout->total = 0;
	for (guint c = 0; c < layout->n; c++)
		layout->total += layout->widths[c] + (c > 0 ? GAP : 0);
}

/* One row of cells as so many lines as its longest cell needs; takes the texts. */
static void
append_cells(GString *out, const struct table *table, const struct layout *layout,
    char **texts, bool bottom)
{
	g_autoptr(GPtrArray) cells =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	guint height = 1;

	for (guint c = 0; c < layout->n; c++) {
		GPtrArray *lines = text_wrap(texts[c], layout->widths[c]);

		height = MAX(height, lines->len);
		g_ptr_array_add(cells, lines);
	}
	for (guint h = 0; h < height; h++) {
		for (guint c = 0; c < layout->n; c++) {
			const GPtrArray *lines = cells->pdata[c];
			guint skip = bottom ? height - lines->len : 0;
			bool has = h >= skip && h - skip < lines->len;
			const char *text = has ? lines->pdata[h - skip] : "";
			bool number = column_is_number(
			    &g_array_index(table->columns, struct column, c));

			if (c > 0)
				g_string_append(out, "  ");
			text_cell(out, text, layout->widths[c], number ? 1 : -1, "…");
		}
		while (out->len > 0 && out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
		g_string_append_c(out, '\n');
	}
}

static void
append_head(GString *out, const struct table *table, const struct layout *layout)
{
	g_autofree char **heads = g_new0(char *, layout->n + 1);

	for (guint c = 0; c < layout->n; c++)
		heads[c] =
		    text_display(g_array_index(table->columns, struct column, c).head);
	append_cells(out, table, layout, heads, true);
	for (guint c = 0; c < layout->n; c++)
		g_free(heads[c]);
	append_rule(out, "─", layout->total);
}

static void
append_row(GString *out, const struct table *table, const struct layout *layout,
    const struct doc_row *row)
{
	g_auto(GStrv) texts = g_new0(char *, layout->n + 1);

	if (row->role == ROW_TOTAL)
		append_rule(out, "─", layout->total);
	for (guint c = 0; c < layout->n; c++)
		texts[c] = cell_show(
		    &row->cells[c], &g_array_index(table->columns, struct column, c));
	if (row->role == ROW_GROUP)
		append_wrapped(out, texts[0], MAX(layout->total, WIDTH_MIN), "", "");
	else
		append_cells(out, table, layout, texts, false);
}

static void
append_table(GString *out, const struct table *table, int width)
{
	g_autofree char *caption = caption_show(table);
	struct layout layout;

	layout_init(&layout, table, width);
	if (*caption)
		append_wrapped(out, caption, width, "", "");
	append_head(out, table, &layout);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);

		if (row->role == ROW_GROUP && r > 0)
			g_string_append_c(out, '\n');
		append_row(out, table, &layout, row);
	}
	g_free(layout.widths);
}

static void
append_block(GString *out, const struct block *block, int width)
{
	g_autofree char *safe = NULL;

	g_string_append_c(out, '\n');
	switch (block->type) {
	case BLOCK_HEADING:
		append_wrapped(out, block->text, width, "", "");
		safe = text_display(block->text);
		if (block->level == 1)
			append_rule(out, "─", MIN(text_width(safe), width));
		break;
	case BLOCK_PARAGRAPH:
		append_wrapped(out, block->text, width, "", "");
		break;
	case BLOCK_NOTE:
		append_wrapped(out, block->text, width, "Not: ", "     ");
		break;
	case BLOCK_TABLE:
		append_table(out, block->table, width);
		break;
	case BLOCK_CHART: /* what it shows, in words: its figures are in tables */
		append_wrapped(
		    out, block->chart->finding, width, "Diagram: ", "         ");
		append_wrapped(out, block->chart->alt, width, "         ", "         ");
		break;
	}
}

bool
render_text(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	int width = options && options->width > 0 ? options->width : WIDTH_DEFAULT;
	g_autofree char *title = text_display(doc->title);

	(void)error;
	width = MAX(width, WIDTH_MIN);
	append_wrapped(out, doc->title, width, "", "");
	append_rule(out, "═", MIN(text_width(title), width));
	if (*doc->subtitle)
		append_wrapped(out, doc->subtitle, width, "", "");
	for (guint i = 0; i < doc->blocks->len; i++)
		append_block(out, &g_array_index(doc->blocks, struct block, i), width);
	return true;
}
