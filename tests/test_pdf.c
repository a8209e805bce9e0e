/*
 * test_pdf.c - the PDF of a document, read again by qpdf: its text, its structure, where
 * it stands.
 *
 * Golden files (tests/golden/NAME.pdf.txt) are the tree of elements with the text of
 * each and the page it begins on; GOLDEN_WRITE=1 renews them.  Line and page breaks
 * follow from Liberation Sans, whose widths are Arial's.
 */
#include "books_example.h"
#include "golden_kit.h"
#include "pdf_kit.h"
#include "reports/book/book.h"
#include "reports/doc/chart.h"

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

/* ---- books against golden files ---- */

static void
check_golden(struct doc *doc, const char *name)
{
	struct pdf_read *read = read_doc(doc);
	g_autofree char *got =
	    g_strdup_printf("%u sidor\n%s", read->pages->len, read->tree->str);

	golden(name, "pdf.txt", got);
	pdf_read_free(read);
}

static void
check_books(bool filled)
{
	for (const struct book *book = books; book->name; book++) {
		g_autofree char *name =
		    g_strdup_printf("%s%s", filled ? "" : "tom_", book->name);

		check_golden(book_example(book->name, filled), name);
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
		{ "goes on", test_goes_on },
		{ "books", test_books },
		{ "books of an empty programme", test_books_of_nothing },
		CU_TEST_INFO_NULL,
	};

	module_folder(g_getenv("BUILDDIR"));
	return t_run("pdf", cases);
}
