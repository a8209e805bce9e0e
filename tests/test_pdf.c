/*
 * test_pdf.c - the PDF of a document, read again by qpdf: its text, its structure, where
 * it stands.
 *
 * Golden files (tests/golden/NAME.pdf.txt) are the tree of elements with the text of
 * each and the page it begins on; GOLDEN_WRITE=1 renews them.  Line and page breaks
 * follow from Liberation Sans, whose widths are Arial's.
 */
#include "pdf_read.h"

#include "base/error.h"
#include "books_example.h"
#include "reports/backend/backend_module.h"
#include "reports/book/book.h"
#include "reports/doc/chart.h"

static GString *
render(const struct doc *doc)
{
	GString *out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	T_OK(backend_find("pdf")->render(doc, NULL, out, &error), error);
	return out;
}

/* Read `doc` as PDF, after what holds of every PDF of ours; frees the document. */
static struct pdf_read *
read_doc(struct doc *doc)
{
	g_autoptr(GString) pdf = render(doc), again = render(doc);
	struct pdf_read *read = pdf_read(pdf);

	CU_ASSERT(g_string_equal(pdf, again));
	CU_ASSERT(g_str_has_prefix(pdf->str, "%PDF-1.7"));
	CU_ASSERT_EQUAL(read->without_alt, 0);
	CU_ASSERT_EQUAL(read->without_scope, 0);
	CU_ASSERT_PTR_NULL(strstr(read->tree->str, "<saknas>"));
	for (guint i = 0; i < read->pages->len; i++) {
		const struct pdf_page *page = read->pages->pdata[i];
		g_autofree char *number =
		    g_strdup_printf("Sida %u (%u)", i + 1, read->pages->len);

		T_TEXT(page->unmarked->str, "");
		CU_ASSERT(strstr(page->artifacts->str, number) != NULL);
		CU_ASSERT(page->x_max < page->width);
		CU_ASSERT(page->y_max < page->height);
	}
	doc_free(doc);
	return read;
}

static bool
has(const char *text, const char *part)
{
	if (strstr(text, part))
		return true;
	g_printerr("missing: \"%s\" in\n%s\n", part, text);
	return false;
}

/* ---- structure ---- */

static void
test_small(void)
{
	struct pdf_read *read = read_doc(small_doc());

	CU_ASSERT_EQUAL(read->pages->len, 1);
	T_TEXT(read->tree->str,
	    "Document\n"
	    "---- sida 1\n"
	    "  H1 Titel\n"
	    "  P Under\n"
	    "  H2 Rubrik\n"
	    "  P ett två tre fyra fem\n"
	    "  P obs\n"
	    "  Table\n"
	    "    Caption Tabell, mkr\n"
	    "    THead\n"
	    "      TR TH(Column) Namn | TH(Column) Antal | TH(Column) Mål | "
	    "TH(Column) Andel | \n"
	    "    TBody\n"
	    "      TR TH(Row) lång text här | TD 7 | TD 175,5 | TD −4,5\u00a0% | \n"
	    "      TR TH(Row) Totalt | TD | TD 175,5 | TD – | \n");
	pdf_read_free(read);
}

/* What the catalogue says of the whole: language, title, PDF/UA. */
static void
test_catalogue(void)
{
	struct doc *doc = small_doc();
	struct doc_head head = { "Region <Exempel>", "", "", "", "2021-07-01", false };
	struct pdf_read *read;
	qpdf_oh root, metadata;
	unsigned char *data = NULL;
	g_autofree char *xmp = NULL;
	size_t size = 0;

	doc_set_head(doc, &head);
	read = read_doc(doc);
	root = qpdf_get_root(read->qpdf);
	T_TEXT(qpdf_oh_get_utf8_value(
	           read->qpdf, qpdf_oh_get_key(read->qpdf, root, "/Lang")),
	    "sv-SE");
	T_TEXT(qpdf_oh_unparse(
	           read->qpdf, qpdf_oh_get_key(read->qpdf, root, "/ViewerPreferences")),
	    "<< /DisplayDocTitle true >>");
	T_TEXT(
	    qpdf_oh_unparse(read->qpdf, qpdf_oh_get_key(read->qpdf, root, "/MarkInfo")),
	    "<< /Marked true >>");
	CU_ASSERT(qpdf_oh_has_key(read->qpdf, root, "/Outlines"));
	metadata = qpdf_oh_get_key(read->qpdf, root, "/Metadata");
	CU_ASSERT_EQUAL(qpdf_oh_get_stream_data(
	                    read->qpdf, metadata, qpdf_dl_all, NULL, &data, &size),
	    0);
	xmp = g_strndup((const char *)data, size);
	free(data);
	CU_ASSERT(has(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
	CU_ASSERT(has(xmp, ">Titel</rdf:li>"));
	CU_ASSERT(has(xmp, ">Region &lt;Exempel&gt;</rdf:li>"));
	CU_ASSERT(has(xmp, ">2021-07-01T00:00:00Z<"));
	pdf_read_free(read);
}

/* A jump from level 1 to 3 would be a hole in the outline: it becomes H3, not H4. */
static void
test_heading_levels(void)
{
	struct doc *doc = doc_new("T", "");
	struct pdf_read *read;

	doc_heading(doc, 1, "ett");
	doc_heading(doc, 3, "tre");
	doc_heading(doc, 2, "två");
	doc_heading(doc, 9, "nio");
	doc_heading(doc, 1, "slut");
	doc_paragraph(doc, "p");
	read = read_doc(doc);
	T_TEXT(read->tree->str, "Document\n---- sida 1\n  H1 T\n  H2 ett\n  H3 tre\n"
	                        "  H3 två\n  H4 nio\n  H2 slut\n  P p\n");
	pdf_read_free(read);
}

static void
test_chart(void)
{
	struct doc *doc = doc_new("T", "");
	struct chart *chart = doc_chart(doc, CHART_BARS, "Utfallet ligger efter",
	    "Hela programmet, mkr", "A har mål 10 och realiserat 4.", MONEY_MKR);
	const struct amount values[] = { mkr(1000), mkr(400) };
	struct pdf_read *read;

	chart_series(chart, "Mål", SERIES_PLAN);
	chart_series(chart, "Realiserat", SERIES_REALISED);
	chart_row(chart, "Förvaltning A", STEP_TOTAL, values);
	read = read_doc(doc);
	CU_ASSERT(has(read->tree->str, "  P Utfallet ligger efter\n  P Hela"));
	CU_ASSERT(has(read->tree->str, "  Figure [A har mål 10 och realiserat 4.] "));
	CU_ASSERT(has(read->tree->str, "Förvaltning A Mål 10,0 Realiserat 4,0"));
	pdf_read_free(read);
}

/* A card's unit stands with it, and the head of the share goes on its sentence; what is
 * missing has neither. */
static void
test_cards(void)
{
	struct doc *doc = doc_new("T", "");
	const struct column columns[] = { column_text("m", "Mått"),
		column_money("b_kr", "Belopp", MONEY_MKR),
		{ .key = "a_procent", .head = "Av kravet", .type = CELL_SHARE } };
	struct table *table = doc_table(doc, "I korthet", columns, 3);
	struct pdf_read *read;

	table->look = LOOK_CARDS;
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("Krav"), cell_money(mkr(56500)),
	        cell_share((struct share){ 1000, true }) });
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("Gap"), cell_money(NO),
	        cell_share((struct share){ 0, false }) });
	read = read_doc(doc);
	CU_ASSERT(
	    has(read->tree->str, "  P I korthet\n"
	                         "  L\n"
	                         "    LI\n"
	                         "      Lbl Krav\n"
	                         "      LBody 565,0\u00a0mkr 100,0\u00a0% av kravet\n"
	                         "    LI\n"
	                         "      Lbl Gap\n"
	                         "      LBody –\n"));
	pdf_read_free(read);
}

/* ---- pages ---- */

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

/* ---- books against golden files ---- */

static void
golden(struct doc *doc, const char *name)
{
	const char *srcdir = g_getenv("SRCDIR");
	g_autofree char *file = g_strdup_printf("%s.pdf.txt", name);
	g_autofree char *path =
	    g_build_filename(srcdir ? srcdir : ".", "tests", "golden", file, NULL);
	struct pdf_read *read = read_doc(doc);
	g_autofree char *got =
	    g_strdup_printf("%u sidor\n%s", read->pages->len, read->tree->str);
	g_autofree char *want = NULL;

	if (g_getenv("GOLDEN_WRITE"))
		CU_ASSERT(g_file_set_contents(path, got, -1, NULL));
	CU_ASSERT(g_file_get_contents(path, &want, NULL, NULL));
	T_TEXT(got, want);
	pdf_read_free(read);
}

static void
check_books(bool filled)
{
	for (const struct book *book = books; book->name; book++) {
		g_autofree char *name =
		    g_strdup_printf("%s%s", filled ? "" : "tom_", book->name);

		golden(book_example(book->name, filled), name);
	}
}

static void
test_books(void)
{
	check_books(true);
}

static void
test_books_of_nothing(void)
{
	check_books(false);
}

/* Whoever waits is told how far it has come, and may end it wherever it is. */
struct asker {
	int64_t latest;
	int asked, stop_at; /* the question that is answered no; 0: none */
};

static bool
goes_on(void *user, int64_t done, int64_t all)
{
	struct asker *asker = user;

	CU_ASSERT(done >= asker->latest && done <= all);
	asker->latest = done;
	return ++asker->asked != asker->stop_at;
}

static void
test_goes_on(void)
{
	struct doc *doc = doc_new("Lång", "");
	static const struct column columns[] = { { "namn", "Namn", CELL_TEXT, MONEY_KR, 0,
	    false } };
	struct table *table = doc_table(doc, "", columns, 1);
	const struct cell cell = cell_text("Ett namn");
	struct asker all = { 0 };
	const struct render_options options = { .goes_on = goes_on, .user = &all };
	g_autoptr(GString) pdf = g_string_new(NULL), as_before = NULL;
	GError *error = NULL;

	for (int i = 0; i < 200; i++)
		table_row(table, ROW_BODY, &cell);
	as_before = render(doc);
	T_OK(backend_find("pdf")->render(doc, &options, pdf, &error), error);
	CU_ASSERT(g_string_equal(pdf, as_before));
	CU_ASSERT(all.asked > 200);
	for (int stop = 1; stop <= all.asked; stop += MAX(all.asked / 20, 1)) {
		struct asker asker = { .stop_at = stop };
		const struct render_options ends = { .goes_on = goes_on, .user = &asker };
		g_autoptr(GString) none = g_string_new(NULL);

		CU_ASSERT_FALSE(backend_find("pdf")->render(doc, &ends, none, &error));
		CU_ASSERT_EQUAL(none->len, 0);
		T_TEXT(error != NULL ? error->message : "",
		    "PDF är inte skriven: den avbröts.");
		g_clear_error(&error);
	}
	doc_free(doc);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "a small document", test_small },
		{ "the catalogue", test_catalogue },
		{ "levels of headings", test_heading_levels },
		{ "chart", test_chart },
		{ "cards", test_cards },
		{ "heads on every page", test_head_again },
		{ "totals have company", test_total_not_alone },
		{ "headings stay with what follows", test_headings_stay },
		{ "long comment", test_long_comment },
		{ "long word", test_long_word },
		{ "many columns", test_many_columns },
		{ "landscape", test_landscape },
		{ "head and foot", test_frame },
		{ "naughty text", test_naughty },
		{ "no rows", test_no_rows },
		{ "goes on", test_goes_on },
		{ "books", test_books },
		{ "books of an empty programme", test_books_of_nothing },
		CU_TEST_INFO_NULL,
	};

	module_folder(g_getenv("BUILDDIR"));
	return t_run("pdf", cases);
}
