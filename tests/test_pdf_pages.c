/*
 * test_pdf_pages.c - where the pages of a PDF break and what they repeat, read again by
 * qpdf.
 *
 * Line and page breaks follow from Liberation Sans, whose widths are Arial's.
 */
#include "doc_example.h"
#include "pdf_kit.h"

static struct table *
two_columns(struct doc *doc)
{
	const struct column columns[] = { column_text("a", "Åtgärd"),
		column_text("k", "Kommentar") };

	return doc_table(doc, "Lång tabell", columns, 2);
}

static void
add(struct table *table, enum row_role role, const char *a, const char *b)
{
	table_row(table, role, (const struct cell[]){ cell_text(a), cell_text(b) });
}

static struct pdf_read *
read_rows(int n)
{
	struct doc *doc = doc_new("T", "");
	struct table *table = two_columns(doc);

	for (int i = 0; i < n; i++) {
		g_autofree char *name = g_strdup_printf("rad %d", i);

		add(table, ROW_BODY, name, "kort");
	}
	add(table, ROW_TOTAL, "Totalt", "");
	return read_doc(doc);
}

/* 200 rows of one line: more than two pages.  The head is an element once and stands on
 * every page. */
static void
test_head_again(void)
{
	struct pdf_read *read = read_rows(200);
	int heads = 0;

	CU_ASSERT(read->pages->len > 2);
	for (const char *at = read->tree->str; (at = strstr(at, "TH(Column) Åtgärd"));
	     at++)
		heads++;
	CU_ASSERT_EQUAL(heads, 1);
	for (guint i = 0; i < read->pages->len; i++) {
		const struct pdf_page *page = read->pages->pdata[i];

		CU_ASSERT((i > 0) == (strstr(page->artifacts->str, "Kommentar") != NULL));
	}
	CU_ASSERT(has(read->tree->str, "TR TH(Row) rad 199 | TD kort | \n"));
	pdf_read_free(read);
}

/* However many rows there are, the total has at least two rows above it on its page. */
static void
test_total_not_alone(void)
{
	for (int n = 30; n < 75; n++) {
		struct pdf_read *read = read_rows(n);
		const char *end = strstr(read->tree->str, "TH(Row) Totalt");
		const char *page = g_strrstr(read->tree->str, "---- sida");

		CU_ASSERT_PTR_NOT_NULL_FATAL(end);
		CU_ASSERT(page < end);
		for (int k = 0; k < 2 && page; k++)
			page = strstr(page + 1, "TH(Row) rad");
		CU_ASSERT(page != NULL && page < end);
		pdf_read_free(read);
	}
}

/* Headings after ever more paragraphs: somewhere one would have been the last on its
 * page. */
static void
test_headings_stay(void)
{
	for (int n = 30; n < 60; n++) {
		struct doc *doc = doc_new("T", "");
		struct pdf_read *read;

		for (int i = 0; i < n; i++)
			doc_paragraph(doc, "en rad");
		doc_heading(doc, 1, "Rubrik");
		doc_heading(doc, 2, "Underrubrik");
		add(two_columns(doc), ROW_BODY, "a", "b");
		read = read_doc(doc);
		for (guint i = 0; i < read->pages->len; i++) {
			const GPtrArray *order =
			    ((struct pdf_page *)read->pages->pdata[i])->order;
			const char *last = order->pdata[order->len - 1];

			CU_ASSERT(strcmp(last, "/P") == 0 || strcmp(last, "/TD") == 0);
		}
		pdf_read_free(read);
	}
}

/* 10 000 signs in one cell: a row higher than a page goes on, and no word is lost. */
static void
test_long_comment(void)
{
	struct doc *doc = doc_new("T", "");
	struct table *table = two_columns(doc);
	g_autoptr(GString) comment = g_string_new(NULL);
	struct pdf_read *read;
	int missing = 0;

	for (int i = 0; comment->len < 10000; i++)
		g_string_append_printf(comment, "ord%04d och mera ", i);
	add(table, ROW_BODY, "HS-01", comment->str);
	add(table, ROW_BODY, "HS-02", "kort");
	read = read_doc(doc);
	CU_ASSERT(read->pages->len >= 2);
	for (int i = 0; i * 17 < 10000; i++) {
		g_autofree char *word = g_strdup_printf("ord%04d", i);

		missing += strstr(read->tree->str, word) == NULL;
	}
	CU_ASSERT_EQUAL(missing, 0);
	CU_ASSERT(has(read->tree->str, "TR TH(Row) HS-02 | TD kort | "));
	/* which row goes on is said there too */
	CU_ASSERT(has(((struct pdf_page *)read->pages->pdata[1])->artifacts->str,
	    "Kommentar HS-01 "));
	pdf_read_free(read);
}

/* A word wider than any column is broken, and a reader gets every letter of it without a
 * blank: 1000 in the paragraph, the heading and each of two cells. */
static void
test_long_word(void)
{
	struct doc *doc = doc_new("T", "");
	struct table *table;
	g_autofree char *word = g_strnfill(1000, 'W');
	struct pdf_read *read;
	int letters = 0;

	doc_paragraph(doc, word);
	doc_heading(doc, 1, word);
	table = two_columns(doc);
	add(table, ROW_BODY, word, word);
	read = read_doc(doc);
	for (const char *p = read->tree->str; *p; p++)
		letters += *p == 'W';
	CU_ASSERT_EQUAL(letters, 4000);
	CU_ASSERT_PTR_NULL(strstr(read->tree->str, "W W"));
	pdf_read_free(read);
}

/* Thirty numbers beside each other do not fit as large as usual; none is broken. */
static void
test_many_columns(void)
{
	struct doc *doc = doc_new("T", "");
	struct column columns[31];
	struct cell cells[31];
	struct pdf_read *read;

	columns[0] = column_text("n", "Namn");
	cells[0] = cell_text("Förvaltning");
	for (int i = 1; i <= 30; i++) {
		columns[i] = column_money("x_kr", "2020", MONEY_KR);
		cells[i] = cell_money(amount_of(INT64_C(123456789012)));
	}
	table_row(doc_table(doc, "Bred", columns, 31), ROW_BODY, cells);
	read = read_doc(doc);
	CU_ASSERT(((struct pdf_page *)read->pages->pdata[0])->width > 800);
	CU_ASSERT(has(read->tree->str, "TD 1\u00a0234\u00a0567\u00a0890,12 | "));
	pdf_read_free(read);
}

/* The section of a wide table is landscape, those around it portrait. */
static void
test_landscape(void)
{
	struct doc *doc = doc_new("T", "");
	static const char *const cell = "en hel mening som vill ha plats att stå på";
	struct column columns[8];
	struct cell cells[8];
	struct pdf_read *read;
	const struct pdf_page *const *pages;

	for (int i = 0; i < 8; i++) {
		columns[i] = column_text("k", "Kolumn");
		cells[i] = cell_text(cell);
	}
	doc_paragraph(doc, "före");
	doc_heading(doc, 1, "Bred");
	table_row(doc_table(doc, "", columns, 8), ROW_BODY, cells);
	doc_heading(doc, 1, "Smal");
	doc_paragraph(doc, "efter");
	read = read_doc(doc);
	CU_ASSERT_EQUAL_FATAL(read->pages->len, 3);
	pages = (const struct pdf_page *const *)(void *)read->pages->pdata;
	CU_ASSERT(pages[0]->width < pages[0]->height);
	CU_ASSERT(pages[1]->width > pages[1]->height);
	CU_ASSERT(pages[2]->width < pages[2]->height);
	CU_ASSERT(has(read->tree->str, "---- sida 2\n  H2 Bred\n  Table\n    THead\n"));
	CU_ASSERT(has(read->tree->str, "---- sida 3\n  H2 Smal\n"));
	pdf_read_free(read);
}

/* What the head says stands on every page, and that data are made up. */
static void
test_frame(void)
{
	struct doc *doc = small_doc();
	const struct doc_head head = { "Region Exempel", "Regionstyrelsen",
		"RS 2021-0417", "Bilaga 7", "2021-07-01", true };
	struct pdf_read *read;
	const char *frame;

	doc_set_head(doc, &head);
	read = read_doc(doc);
	frame = ((struct pdf_page *)read->pages->pdata[0])->artifacts->str;
	CU_ASSERT(has(frame, "Region Exempel Regionstyrelsen Bilaga 7 Diarienummer RS "
	                     "2021-0417 Sida 1 (1) 2021-07-01 "));
	CU_ASSERT(has(frame, "Exempeldata"));
	pdf_read_free(read);
}

/* Controls and directions in the data become one visible mark. */
static void
test_naughty(void)
{
	struct pdf_read *read = read_doc(naughty_doc());

	CU_ASSERT(has(read->tree->str, "=cmd|' /C calc'!A0 ¤[31m<b>¤`*_[x](http://y) 1. "
	                               "två¤"));
	CU_ASSERT_PTR_NULL(strstr(read->tree->str, "\u202e"));
	pdf_read_free(read);
}

/* A sign that no font has (a private one) is no box with a number in it, and the mark ◆
 * is of the same font everywhere. */
static void
test_signs_without_font(void)
{
	struct doc *doc = doc_new("T", "");
	struct pdf_read *read;

	doc_paragraph(doc, "Ett \U000f0123 två ◆ tre");
	read = read_doc(doc);
	CU_ASSERT(has(read->tree->str, "P Ett ¤ två ♦ tre\n"));
	pdf_read_free(read);
}

/* A table without rows is its caption and heads. */
static void
test_no_rows(void)
{
	struct doc *doc = doc_new("T", "");
	struct pdf_read *read;

	two_columns(doc);
	read = read_doc(doc);
	CU_ASSERT(
	    has(read->tree->str, "  Table\n    Caption Lång tabell\n"
	                         "    TR TH(Column) Åtgärd | TH(Column) Kommentar | \n"));
	pdf_read_free(read);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "heads on every page", test_head_again },
		{ "totals have company", test_total_not_alone },
		{ "headings stay with what follows", test_headings_stay },
		{ "long comment", test_long_comment },
		{ "long word", test_long_word },
		{ "many columns", test_many_columns },
		{ "landscape", test_landscape },
		{ "head and foot", test_frame },
		{ "naughty text", test_naughty },
		{ "signs without a font", test_signs_without_font },
		{ "no rows", test_no_rows },
		CU_TEST_INFO_NULL,
	};

	module_folder(g_getenv("BUILDDIR"));
	return t_run("pdf pages", cases);
}
