/*
 * csv.c - a document's tables for Excel: exact kronor, shares in percent.
 *
 * The file opens with the title and the subtitle, so that the programme's name (and the
 * word Exempeldata in it) stands in every file.  Each table has its caption, its column
 * keys and its rows, and an empty row before it.  Headings, paragraphs and notes are for
 * readers and stay out.
 */
#include "base/text.h"
#include "exchange/csv_write.h"
#include "reports/backend/cells.h"

static void
put_text(struct csv_writer *writer, const char *text)
{
	g_autofree char *safe = text_display(text);

	csv_text(writer, safe);
}

static void
put_line(struct csv_writer *writer, const char *text)
{
	if (!*text)
		return;
	put_text(writer, text);
	csv_end_row(writer);
}

static void
put_share(struct csv_writer *writer, struct share share)
{
	uint64_t tenths =
	    share.tenths < 0 ? -(uint64_t)share.tenths : (uint64_t)share.tenths;
	g_autofree char *text = NULL;

	if (share.known)
		text = g_strdup_printf("%s%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT,
		    share.tenths < 0 ? "-" : "", tenths / 10, tenths % 10);
	csv_plain(writer, text ? text : "");
}

static void
put_measure(struct csv_writer *writer, struct amount hundredths)
{
	g_autoptr(GString) text = g_string_new(NULL);

	amount_append_exact(text, hundredths, MONEY_KR, 0, ',');
	csv_plain(writer, text->str);
}

static void
put_cell(struct csv_writer *writer, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_EMPTY:
		csv_plain(writer, "");
		break;
	case CELL_TEXT:
		put_text(writer, cell->u.text);
		break;
	case CELL_INT:
		csv_int(writer, cell->u.number);
		break;
	case CELL_MONEY:
		csv_amount(writer, cell->u.money);
		break;
	case CELL_SHARE:
		put_share(writer, cell->u.share);
		break;
	case CELL_MEASURE:
		put_measure(writer, cell->u.hundredths);
		break;
	}
}

static void
put_table(struct csv_writer *writer, const struct table *table)
{
	guint n = table->columns->len;

	put_line(writer, table->caption);
	for (guint c = 0; c < n; c++)
		csv_plain(writer, g_array_index(table->columns, struct column, c).key);
	csv_end_row(writer);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);

		for (guint c = 0; c < n; c++)
			put_cell(writer, &row->cells[c]);
		csv_end_row(writer);
	}
}

bool
render_csv(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	struct csv_writer writer;

	(void)options;
	(void)error;
	csv_writer_init(&writer, out);
	put_line(&writer, doc->title);
	put_line(&writer, doc->subtitle);
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct block *block = &g_array_index(doc->blocks, struct block, i);

		if (block->type != BLOCK_TABLE)
			continue;
		csv_end_row(&writer);
		put_table(&writer, block->table);
	}
	return true;
}
