/*
 * doc.c - building a document, and checking that its totals are sums.
 */
#include "reports/doc/doc.h"

#include "base/error.h"
#include "reports/doc/chart.h"

static const char *
keep(struct doc *doc, const char *text)
{
	return g_string_chunk_insert(doc->text, text ? text : "");
}

struct doc *
doc_new(const char *title, const char *subtitle)
{
	struct doc *doc = g_new0(struct doc, 1);

	doc->blocks = g_array_new(FALSE, TRUE, sizeof(struct block));
	doc->text = g_string_chunk_new(4096);
	doc->owned = g_ptr_array_new_with_free_func(g_free);
	doc->title = keep(doc, title);
	doc->subtitle = keep(doc, subtitle);
	doc->head = (struct doc_head){ "", "", "", "", "", false };
	return doc;
}

void
doc_set_head(struct doc *doc, const struct doc_head *head)
{
	doc->head = (struct doc_head){ keep(doc, head->organisation),
		keep(doc, head->body), keep(doc, head->journal),
		keep(doc, head->appendix), keep(doc, head->date), head->example };
}

static void
table_free(struct table *table)
{
	g_free(table->caption);
	g_array_free(table->columns, TRUE);
	g_array_free(table->rows, TRUE);
	g_free(table);
}

void
doc_free(struct doc *doc)
{
	if (!doc)
		return;
	for (guint i = 0; i < doc->blocks->len; i++) {
		struct block *block = &g_array_index(doc->blocks, struct block, i);

		if (block->table)
			table_free(block->table);
		chart_free(block->chart);
	}
	g_array_free(doc->blocks, TRUE);
	g_ptr_array_free(doc->owned, TRUE);
	g_string_chunk_free(doc->text);
	g_free(doc);
}

static void
add_text(struct doc *doc, enum block_type type, int level, const char *text)
{
	struct block block = { .type = type, .level = level, .text = keep(doc, text) };

	g_array_append_val(doc->blocks, block);
}

void
doc_heading(struct doc *doc, int level, const char *text)
{
	add_text(doc, BLOCK_HEADING, level, text);
}

void
doc_paragraph(struct doc *doc, const char *text)
{
	add_text(doc, BLOCK_PARAGRAPH, 0, text);
}

void
doc_note(struct doc *doc, const char *text)
{
	add_text(doc, BLOCK_NOTE, 0, text);
}

struct table *
doc_table(
    struct doc *doc, const char *caption, const struct column *columns, size_t n_columns)
{
	struct table *table = g_new0(struct table, 1);
	struct block block = { .type = BLOCK_TABLE, .text = "", .table = table };

	table->caption = g_strdup(caption ? caption : "");
	table->columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	table->rows = g_array_new(FALSE, TRUE, sizeof(struct doc_row));
	table->doc = doc;
	for (size_t i = 0; i < n_columns; i++) {
		struct column column = columns[i];

		column.key = keep(doc, column.key);
		column.head = keep(doc, column.head);
		g_array_append_val(table->columns, column);
	}
	g_array_append_val(doc->blocks, block);
	return table;
}

void
table_row(struct table *table, enum row_role role, const struct cell *cells)
{
	guint n = table->columns->len;
	struct doc_row row = { .role = role, .cells = g_new0(struct cell, n) };

	for (guint i = 0; i < n; i++) {
		row.cells[i] = cells[i];
		if (cells[i].type == CELL_TEXT)
			row.cells[i].u.text = keep(table->doc, cells[i].u.text);
	}
	g_ptr_array_add(table->doc->owned, row.cells);
	g_array_append_val(table->rows, row);
}

struct cell
cell_text(const char *text)
{
	return (struct cell){ .type = CELL_TEXT, .u.text = text ? text : "" };
}

struct cell
cell_int(int64_t number)
{
	return (struct cell){ .type = CELL_INT, .u.number = number };
}

struct cell
cell_money(struct amount amount)
{
	return (struct cell){ .type = CELL_MONEY, .u.money = amount };
}

struct cell
cell_share(struct share share)
{
	return (struct cell){ .type = CELL_SHARE, .u.share = share };
}

struct cell
cell_measure(struct amount hundredths)
{
	return (struct cell){ .type = CELL_MEASURE, .u.hundredths = hundredths };
}

struct cell
cell_empty(void)
{
	return (struct cell){ .type = CELL_EMPTY };
}

static bool
breach(const struct table *table, const struct column *column, struct amount total,
    struct amount sum, GError **error)
{
	g_autofree char *want = amount_text(sum, MONEY_KR, 2);
	g_autofree char *got = amount_text(total, MONEY_KR, 2);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Tabellen \"%s\": kolumnen \"%s\" har totalen %s kr men raderna blir %s kr. "
	    "Använd inte rapporten och kör kontroll.",
	    table->caption, column->head, got, want);
	return false;
}

/* A missing total is right when there is nothing to add up or the rows cancel out: the
 * bridge takes away just what stands outside. */
static bool
total_holds(struct amount total, struct amount sum)
{
	return amount_equal(total, sum) || (!total.known && sum.ore == 0);
}

static bool
check_column(const struct table *table, guint index, GError **error)
{
	const struct column *column =
	    &g_array_index(table->columns, struct column, index);
	struct amount sum = AMOUNT_NONE;

	for (guint i = 0; i < table->rows->len; i++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, i);
		const struct cell *cell = &row->cells[index];

		if (row->role == ROW_BODY && cell->type == CELL_MONEY &&
		    !amount_add(&sum, cell->u.money)) {
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
			    "Tabellen \"%s\": summan av kolumnen \"%s\" är för stor. "
			    "Rätta beloppen.",
			    table->caption, column->head);
			return false;
		}
		if (row->role != ROW_TOTAL)
			continue;
		if (cell->type == CELL_MONEY && !total_holds(cell->u.money, sum))
			return breach(table, column, cell->u.money, sum, error);
		sum = AMOUNT_NONE;
	}
	return true;
}

bool
doc_check(const struct doc *doc, GError **error)
{
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct table *table =
		    g_array_index(doc->blocks, struct block, i).table;

		if (!table)
			continue;
		for (guint c = 0; c < table->columns->len; c++) {
			const struct column *column =
			    &g_array_index(table->columns, struct column, c);

			if (column->type == CELL_MONEY && !column->difference &&
			    !check_column(table, c, error))
				return false;
		}
	}
	return true;
}
