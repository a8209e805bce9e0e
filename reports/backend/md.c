/*
 * md.c - a document as GitHub Markdown; nothing in the data is read as markup.
 */
#include "base/text.h"
#include "reports/backend/cells.h"
#include "reports/doc/chart.h"

/*
 * Every sign that can start markup or HTML gets a backslash, and the colon of "://" too,
 * so that data makes no links.
 */
static void
append_escaped(GString *out, const char *safe)
{
	for (const char *p = safe; *p; p++) {
		bool link = *p == ':' && p[1] == '/' && p[2] == '/';

		if (strchr("\\`*_[]<>|~#&", *p) || link)
			g_string_append_c(out, '\\');
		g_string_append_c(out, *p);
	}
}

/* Safe text without blanks at the ends, which would end bold or begin a code block. */
static void
append_text(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	append_escaped(out, g_strstrip(safe));
}

/* A line of its own: "+ x", "- x", "= x" and "1. x" would be lists and headings. */
static void
append_line(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);
	char *start = g_strstrip(safe);
	size_t digits = strspn(start, "0123456789");

	if (strchr("+-=", *start) && *start) {
		g_string_append_c(out, '\\');
	} else if (digits > 0 && (start[digits] == '.' || start[digits] == ')')) {
		g_string_append_len(out, start, (gssize)digits);
		g_string_append_c(out, '\\');
		start += digits;
	}
	append_escaped(out, start);
	g_string_append(out, "\n\n");
}

static void
append_cell(GString *out, const struct cell *cell, const struct column *column, bool bold)
{
	g_autofree char *text = cell_show(cell, column);
	const char *mark = bold && *g_strstrip(text) ? "**" : "";

	g_string_append_printf(out, " %s", mark);
	append_escaped(out, g_strstrip(text));
	g_string_append_printf(out, "%s |", mark);
}

static void
append_table(GString *out, const struct table *table)
{
	g_autofree char *caption = caption_show(table);
	guint n = table->columns->len;

	if (*caption) {
		g_string_append(out, "**");
		append_text(out, caption);
		g_string_append(out, "**\n\n");
	}
	g_string_append_c(out, '|');
	for (guint c = 0; c < n; c++) {
		g_string_append_c(out, ' ');
		append_text(out, g_array_index(table->columns, struct column, c).head);
		g_string_append(out, " |");
	}
	g_string_append(out, "\n|");
	for (guint c = 0; c < n; c++)
		g_string_append(out,
		    column_is_number(&g_array_index(table->columns, struct column, c))
		        ? " ---: |"
		        : " :--- |");
	g_string_append_c(out, '\n');
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);

		g_string_append_c(out, '|');
		for (guint c = 0; c < n; c++)
			append_cell(out, &row->cells[c],
			    &g_array_index(table->columns, struct column, c),
			    row->role != ROW_BODY);
		g_string_append_c(out, '\n');
	}
	g_string_append_c(out, '\n');
}

static void
append_block(GString *out, const struct block *block)
{
	switch (block->type) {
	case BLOCK_HEADING:
		for (int i = 0; i <= block->level && i < 6; i++)
			g_string_append_c(out, '#');
		g_string_append_c(out, ' ');
		append_text(out, block->text);
		g_string_append(out, "\n\n");
		break;
	case BLOCK_PARAGRAPH:
		append_line(out, block->text);
		break;
	case BLOCK_NOTE:
		g_string_append(out, "> ");
		append_line(out, block->text);
		break;
	case BLOCK_TABLE:
		append_table(out, block->table);
		break;
	case BLOCK_CHART: /* in words: its figures are in tables */
		append_line(out, block->chart->finding);
		append_line(out, block->chart->alt);
		break;
	}
}

bool
render_md(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	(void)options;
	(void)error;
	g_string_append(out, "# ");
	append_text(out, doc->title);
	g_string_append(out, "\n\n");
	if (*doc->subtitle)
		append_line(out, doc->subtitle);
	for (guint i = 0; i < doc->blocks->len; i++)
		append_block(out, &g_array_index(doc->blocks, struct block, i));
	/* exactly one line end at the end */
	while (out->len > 1 && out->str[out->len - 2] == '\n')
		g_string_truncate(out, out->len - 1);
	return true;
}
