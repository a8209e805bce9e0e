/*
 * xlsx.c - a document as a workbook: a sheet to read and find from, and a sheet per
 * table.
 *
 * Nothing in it depends on the time it is made: its date is that of the data.
 */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "reports/backend/backend_module.h"
#include "reports/backend/cells.h"
#include "reports/backend/xlsx_chart.h"
#include "reports/backend/xlsx_file.h"
#include "reports/backend/xlsx_table.h"
#include "reports/backend/xlsx_text.h"

#define FRONT_NAME        "Bilaga"
#define FRONT_WIDTH       69 /* in digits, and of a title of 16 points */
#define FRONT_TITLE_WIDTH 42
#define PAPER_A4          9
/* Signs of one part of a page's head or foot: Excel takes 255 of all three together, and
 * each may be a '&' that counts twice. */
#define HEAD_PART 38
#define FOOT_PART 80

const char module_version[] = PACKAGE_VERSION;

/* ---- every sheet ------------------------------------------------------------------- */

/* One part of a page's head or foot; '&' is doubled. */
static void
append_part(GString *out, const char *place, const char *text, glong limit)
{
	g_autofree char *safe = text_display(text);
	glong length = g_utf8_strlen(safe, -1);
	g_autofree char *start = g_utf8_substring(safe, 0, MIN(length, limit));
	g_autofree char *cut = g_strconcat(start, length > limit ? "…" : "", NULL);
	g_auto(GStrv) parts = g_strsplit(cut, "&", -1);
	g_autofree char *doubled = g_strjoinv("&&", parts);

	if (*doubled)
		g_string_append_printf(out, "%s&8 %s", place, doubled);
}

static void
set_page(struct xlsx_book *book, lxw_worksheet *sheet, const struct doc *doc)
{
	g_autoptr(GString) head = g_string_new(NULL);
	g_autoptr(GString) foot = g_string_new(NULL);

	append_part(head, "&L", doc->head.organisation, HEAD_PART);
	append_part(head, "&C", doc->head.journal, HEAD_PART);
	append_part(head, "&R", doc->head.appendix, HEAD_PART);
	append_part(foot, "&L", doc->title, FOOT_PART);
	g_string_append(foot, "&R&8 Sida &P (&N)");
	worksheet_set_paper(sheet, PAPER_A4);
	worksheet_fit_to_pages(sheet, 1, 0);
	if (head->len > 0)
		xlsx_note(book, worksheet_set_header(sheet, head->str));
	xlsx_note(book, worksheet_set_footer(sheet, foot->str));
}

static lxw_worksheet *
add_sheet(struct xlsx_book *book, const struct doc *doc, const char *name)
{
	lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);

	if (sheet)
		set_page(book, sheet, doc);
	else
		xlsx_note(book, LXW_ERROR_SHEETNAME_ALREADY_USED);
	return sheet;
}

/* ---- the front sheet --------------------------------------------------------------- */

struct front {
	struct xlsx_book *book;
	lxw_worksheet *sheet;
	lxw_row_t row;
};

static void
front_text(struct front *front, const char *text, enum xlsx_look look)
{
	bool title = look == XLSX_TITLE, heading = look == XLSX_HEADING;
	g_autoptr(GPtrArray) lines =
	    text_wrap(text, title ? FRONT_TITLE_WIDTH : FRONT_WIDTH);

	if (!*text)
		return;
	xlsx_set_height(front->book, front->sheet, front->row, lines->len,
	    title     ? 22
	    : heading ? 18
	              : XLSX_LINE);
	xlsx_write_text(front->book, front->sheet, front->row++, 0, text,
	    xlsx_format(front->book, look));
}

/* "Region Exempel · Regionstyrelsen · RS 2021-0417 · Bilaga 7 · 2021-07-01" */
static void
front_head(struct front *front, const struct doc *doc)
{
	const struct doc_head *head = &doc->head;
	const char *const parts[] = { head->organisation, head->body, head->journal,
		head->appendix, head->date };
	g_autoptr(GString) line = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (*parts[i])
			g_string_append_printf(
			    line, "%s%s", line->len ? " · " : "", parts[i]);
	front_text(front, line->str, XLSX_SUBTITLE);
	front_text(front, doc->title, XLSX_TITLE);
	front_text(front, doc->subtitle, XLSX_SUBTITLE);
	if (head->example)
		front_text(front,
		    "Exempeldata: en del av uppgifterna är påhittade för att visa hur "
		    "bilagan ser ut.",
		    XLSX_NOTE);
}

/* A line that leads to the sheet. */
static void
front_link(struct front *front, const char *what, const char *text, const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, "'", -1);
	g_autofree char *quoted = g_strjoinv("''", parts);
	g_autofree char *url = g_strdup_printf("internal:'%s'!A1", quoted);
	g_autofree char *safe = text_display(text);
	g_autofree char *cut =
	    g_utf8_substring(safe, 0, MIN(g_utf8_strlen(safe, -1), 200));
	g_autofree char *shown = g_strdup_printf("%s: %s", what, *cut ? cut : name);

	xlsx_note(front->book, worksheet_write_url_opt(front->sheet, front->row++, 0, url,
	                           xlsx_format(front->book, XLSX_LINK), shown, NULL));
}

static void
front_table(struct front *front, const struct doc *doc, const struct table *table)
{
	g_autofree char *name = xlsx_sheet_name(front->book->names, table->caption);
	g_autofree char *caption = caption_show(table);
	lxw_worksheet *sheet = add_sheet(front->book, doc, name);

	if (!sheet)
		return;
	front_link(front, "Tabell", caption, name);
	xlsx_table(front->book, sheet, table);
}

static void
front_chart(struct front *front, const struct doc *doc, const struct chart *chart)
{
	g_autofree char *text = g_strdup_printf("Diagram %s", chart->finding);
	g_autofree char *name = xlsx_sheet_name(front->book->names, text);
	lxw_worksheet *sheet = add_sheet(front->book, doc, name);

	if (!sheet)
		return;
	front_link(front, "Diagram", chart->finding, name);
	front_text(front, chart->alt, XLSX_NOTE);
	xlsx_chart(front->book, sheet, name, doc, chart);
}

static void
front_block(struct front *front, const struct doc *doc, const struct block *block)
{
	switch (block->type) {
	case BLOCK_HEADING:
		front->row++;
		front_text(front, block->text, XLSX_HEADING);
		break;
	case BLOCK_PARAGRAPH:
		front_text(front, block->text, XLSX_PARAGRAPH);
		break;
	case BLOCK_NOTE:
		front_text(front, block->text, XLSX_NOTE);
		break;
	case BLOCK_TABLE:
		front_table(front, doc, block->table);
		break;
	case BLOCK_CHART:
		front_chart(front, doc, block->chart);
		break;
	}
}

/* ---- the workbook ------------------------------------------------------------------ */

static time_t
date_of(const struct doc *doc)
{
	g_autoptr(GDateTime) date = NULL;
	g_autofree char *noon = g_strdup_printf("%sT12:00:00Z", doc->head.date);

	date = g_date_time_new_from_iso8601(noon, NULL);
	return date ? (time_t)g_date_time_to_unix(date) : XLSX_NO_DATE;
}

static void
set_properties(struct xlsx_book *book, const struct doc *doc)
{
	g_autofree char *title = text_display(doc->title);
	g_autofree char *subject = text_display(doc->subtitle);
	g_autofree char *company = text_display(doc->head.organisation);
	g_autofree char *status = text_display(doc->head.appendix);
	lxw_doc_properties properties = { .title = title,
		.subject = subject,
		.company = *company ? company : NULL,
		.status = *status ? status : NULL,
		.author = (char[]){ "sparplan" },
		.created = date_of(doc) };

	xlsx_note(book, workbook_set_properties(book->workbook, &properties));
}

static void
fill(struct xlsx_book *book, const struct doc *doc)
{
	g_autofree char *name = xlsx_sheet_name(book->names, FRONT_NAME);
	struct front front = { book, add_sheet(book, doc, name), 0 };

	set_properties(book, doc);
	if (!front.sheet)
		return;
	xlsx_note(book, worksheet_set_column(front.sheet, 0, 0, FRONT_WIDTH, NULL));
	front_head(&front, doc);
	for (guint i = 0; i < doc->blocks->len; i++)
		front_block(&front, doc, &g_array_index(doc->blocks, struct block, i));
}

/* Make the workbook in the file; it must be closed in any case to be freed. */
static lxw_error
make(const struct doc *doc, const char *path)
{
	struct xlsx_book book = { .workbook = workbook_new(path) };
	lxw_error closed;

	if (!book.workbook)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	book.formats = g_hash_table_new(NULL, NULL);
	book.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	fill(&book, doc);
	g_hash_table_destroy(book.formats);
	g_hash_table_destroy(book.names);
	closed = workbook_close(book.workbook);
	return book.failed != LXW_NO_ERROR ? book.failed : closed;
}

bool
module_render(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	struct xlsx_file file;
	lxw_error why = LXW_ERROR_CREATING_XLSX_FILE;
	bool ok;

	(void)options;
	if (xlsx_file_open(&file))
		why = make(doc, file.path);
	ok = xlsx_file_take(&file, why, out, error);
	xlsx_file_close(&file);
	return ok;
}
