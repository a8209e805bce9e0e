/*
 * html_table.c - tables with headers that are headers, and cards.
 */
#include "reports/backend/html.h"

#include <string.h>

/* Characters: a text column with no longer cell stands on one line, one with a longer
 * cell than the second gets room for sentences, than the third for a page of them. */
#define WORD_MAX     16
#define SENTENCE_MIN 40
#define PAGE_MIN     400
/* A table of no more rows is not broken between pages. */
#define WHOLE_MAX 16
/* Characters that stand beside each other on an upright page, and what a number and a
 * column of sentences take of them. */
#define UPRIGHT_MAX    104
#define NUMBER_WIDTH   9
#define SENTENCE_WIDTH 22

static const struct column *
column_at(const struct table *table, guint index)
{
	return &g_array_index(table->columns, struct column, index);
}

/* Characters of a text column's longest cell, as far as it matters. */
static int
longest_text(const struct table *table, guint column)
{
	glong longest = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);

		if (row->role == ROW_BODY && row->cells[column].type == CELL_TEXT)
			longest = MAX(longest,
			    g_utf8_strlen(row->cells[column].u.text, PAGE_MIN + 1));
	}
	return (int)longest;
}

bool
html_table_is_wide(const struct table *table)
{
	int width = 0;

	for (guint c = 0; c < table->columns->len; c++) {
		int longest = longest_text(table, c);

		width += column_is_number(column_at(table, c))
		             ? NUMBER_WIDTH
		             : MIN(longest, SENTENCE_WIDTH) + 2;
	}
	return width > UPRIGHT_MAX;
}

/* " class=\"n\"" and so on, one per column; g_free the array only. */
static const char **
column_classes(const struct table *table)
{
	const char **classes = g_new0(const char *, table->columns->len + 1);

	for (guint c = 0; c < table->columns->len; c++) {
		int longest = longest_text(table, c);

		classes[c] = column_is_number(column_at(table, c)) ? " class=\"n\""
		             : longest <= WORD_MAX                 ? " class=\"k\""
		             : longest > PAGE_MIN                  ? " class=\"l p\""
		             : longest > SENTENCE_MIN              ? " class=\"l\""
		                                                   : "";
	}
	return classes;
}

/* A caption, or what the table is called when it has none. */
static char *
name_of(const struct table *table, int number)
{
	char *caption = caption_show(table);

	if (*caption)
		return caption;
	g_free(caption);
	return g_strdup_printf("Tabell %d", number);
}

static void
append_columns(GString *out, const struct table *table, const char **classes)
{
	g_string_append(out, "<thead>\n<tr>");
	for (guint c = 0; c < table->columns->len; c++) {
		g_string_append_printf(out, "<th scope=\"col\"%s>", classes[c]);
		html_text(out, column_at(table, c)->head);
		g_string_append(out, "</th>");
	}
	g_string_append(out, "</tr>\n</thead>\n");
}

/* The first text of a row is what the row is called. */
static void
append_cells(GString *out, const struct table *table, const struct doc_row *row,
    const char **classes)
{
	static const char *const roles[] = { [ROW_BODY] = "<tr>",
		[ROW_SUBTOTAL] = "<tr class=\"sum\">",
		[ROW_TOTAL] = "<tr class=\"sum tot\">" };
	bool named = false;

	g_string_append(out, roles[row->role]);
	for (guint c = 0; c < table->columns->len; c++) {
		const struct column *column = column_at(table, c);
		g_autofree char *text = cell_show(&row->cells[c], column);
		bool name = !named && *text && !column_is_number(column);

		g_string_append_printf(
		    out, "<%s%s>", name ? "th scope=\"row\"" : "td", classes[c]);
		html_text(out, text);
		g_string_append(out, name ? "</th>" : "</td>");
		named = named || name;
	}
	g_string_append(out, "</tr>\n");
}

static void
append_group(GString *out, const struct table *table, const struct doc_row *row)
{
	g_autofree char *text = cell_show(&row->cells[0], column_at(table, 0));

	g_string_append_printf(out,
	    "<tr class=\"grp\"><th scope=\"rowgroup\" colspan=\"%u\">",
	    table->columns->len);
	html_text(out, text);
	g_string_append(out, "</th></tr>\n");
}

/* A tbody per group, and one for a total, which belongs to none. */
static void
append_rows(GString *out, const struct table *table, const char **classes)
{
	enum row_role last = ROW_BODY;

	g_string_append(out, "<tbody>\n");
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);
		bool starts =
		    row->role == ROW_GROUP || row->role == ROW_TOTAL || last == ROW_TOTAL;

		if (r > 0 && starts && row->role != last)
			g_string_append(out, "</tbody>\n<tbody>\n");
		if (row->role == ROW_GROUP)
			append_group(out, table, row);
		else
			append_cells(out, table, row, classes);
		last = row->role;
	}
	g_string_append(out, "</tbody>\n");
}

void
html_table(GString *out, const struct table *table, int number)
{
	g_autofree char *name = name_of(table, number);
	g_autofree const char **classes = column_classes(table);

	g_string_append_printf(out,
	    "<div class=\"scroll%s\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Tabell %d: ",
	    table->rows->len <= WHOLE_MAX ? " whole" : "", number);
	html_text(out, name);
	g_string_append(out, "\">\n<table>\n<caption>");
	html_text(out, name);
	g_string_append(out, "</caption>\n");
	append_columns(out, table, classes);
	append_rows(out, table, classes);
	g_string_append(out, "</table>\n</div>\n");
}

/* The first text names a card, the first amount is its figure, the rest is said below
 * with its column's name. */
static void
append_card(GString *out, const struct table *table, const struct doc_row *row)
{
	bool named = false, figure = false;

	g_string_append(out, "<div>");
	for (guint c = 0; c < table->columns->len; c++) {
		const struct column *column = column_at(table, c);
		g_autofree char *text = cell_show(&row->cells[c], column);

		if (!*text)
			continue;
		if (!named) {
			g_string_append(out, "<dt>");
			html_text(out, text);
			g_string_append(out, "</dt>");
			named = true;
		} else if (!figure && column->type == CELL_MONEY) {
			g_string_append(out, "<dd><b>");
			html_text(out, text);
			g_string_append(out, "</b>");
			if (row->cells[c].u.money.known)
				g_string_append_printf(
				    out, " %s", money_unit_name(column->unit));
			g_string_append(out, "</dd>");
			figure = true;
		} else {
			g_string_append(out, "<dd class=\"s\">");
			html_text(out, column->head);
			g_string_append(out, ": ");
			html_text(out, text);
			g_string_append(out, "</dd>");
		}
	}
	g_string_append(out, "</div>\n");
}

void
html_cards(GString *out, const struct table *table, int number)
{
	g_autofree char *name = name_of(table, number);

	g_string_append(out, "<p class=\"caps\">");
	html_text(out, name);
	g_string_append(out, "</p>\n<dl class=\"cards\">\n");
	for (guint r = 0; r < table->rows->len; r++)
		append_card(out, table, &g_array_index(table->rows, struct doc_row, r));
	g_string_append(out, "</dl>\n");
}
