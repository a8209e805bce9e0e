/*
 * test_xlsx.c - a workbook, read again part by part: figures, sums, texts and names.
 *
 * The module is loaded from the build directory, as the program does.
 */
#include "golden_kit.h"
#include "xlsx_read.h"

#include "base/error.h"
#include "books_example.h"
#include "reports/backend/backend_module.h"
#include "reports/backend/xlsx_text.h"
#include "reports/backend/xlsx_whole.h"
#include "reports/book/book.h"
#include "reports/doc/chart.h"

/* ---- reading ---- */

static GString *
render(const struct doc *doc)
{
	GString *out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	T_OK(backend_find("xlsx")->render(doc, NULL, out, &error), error);
	return out;
}

/* ---- figures ---- */

static struct table *
group_table(struct doc *doc)
{
	const struct column columns[] = { column_text("id", "Id"),
		column_money("mal_kr", "Mål", MONEY_MKR),
		column_money("utfall_kr", "Utfall", MONEY_TKR),
		{ .key = "antal", .head = "Antal", .type = CELL_INT },
		{ .key = "andel_procent", .head = "Andel", .type = CELL_SHARE },
		{ .key = "skillnad_kr",
		    .head = "Skillnad",
		    .type = CELL_MONEY,
		    .unit = MONEY_KR,
		    .decimals = 2,
		    .difference = true } };

	return doc_table(doc, "Per grupp", columns, G_N_ELEMENTS(columns));
}

static void
add(struct table *table, enum row_role role, const char *text, struct amount target,
    struct amount saved, int64_t n, struct amount difference)
{
	table_row(table, role,
	    (const struct cell[]){ cell_text(text), cell_money(target), cell_money(saved),
	        cell_int(n), cell_share((struct share){ 695, n != 0 }),
	        cell_money(difference) });
}

/*
 * Heads stand in row 5, so the first row is row 6: a group, two actions, their sum, a
 * group, one action, its sum and the total.  Targets 10,25 + 0,5 = 10,75; 4; 14,75 mkr.
 * 1 öre is 0,00001 tkr and 0,01 kr.
 */
static struct doc *
grouped_doc(void)
{
	struct doc *doc = doc_new("Titel", "Under");
	struct table *table = group_table(doc);
	const struct cell group[6] = { cell_text("Grupp") };

	table_row(table, ROW_GROUP, group);
	add(table, ROW_BODY, "A", mkr(1025), amount_of(1), 2, amount_of(1));
	add(table, ROW_BODY, "B", mkr(50), NO, 3, NO);
	add(table, ROW_SUBTOTAL, "Summa", mkr(1075), amount_of(1), 5, NO);
	table_row(table, ROW_GROUP, group);
	add(table, ROW_BODY, "C", mkr(400), NO, 0, amount_of(5));
	add(table, ROW_SUBTOTAL, "Summa", mkr(400), NO, 0, NO);
	add(table, ROW_TOTAL, "Totalt", mkr(1475), amount_of(1), 6, amount_of(6));
	return doc;
}

static void
test_figures(void)
{
	struct doc *doc = grouped_doc();
	g_autoptr(GString) bytes = render(doc);
	g_autofree char *sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
	g_autofree char *styles = part_of(bytes, "xl/styles.xml");

	CU_ASSERT(has(sheet, "<c r=\"B7\"") && has(sheet, "<v>10.25</v>"));
	CU_ASSERT(has(sheet, "<v>1E-05</v>"));
	CU_ASSERT(has(sheet, "<v>0.01</v>"));
	/* 69,5 percent is the number 0,695 */
	CU_ASSERT(has(sheet, "<v>0.695</v>"));
	CU_ASSERT(has(styles, "formatCode=\"#,##0.0\""));
	CU_ASSERT(has(styles, "formatCode=\"#,##0.00\""));
	CU_ASSERT(has(styles, "formatCode=\"0.0 %\""));
	doc_free(doc);
}

/* Subtotals cover their group, the total every action but no subtotal.  The count's total
 * is 6 where its rows make 5, and a difference is never added up: numbers, no formulas.
 */
static void
test_sums(void)
{
	struct doc *doc = grouped_doc();
	g_autoptr(GString) bytes = render(doc);
	g_autofree char *sheet = part_of(bytes, "xl/worksheets/sheet2.xml");

	CU_ASSERT(has(sheet, "<f>SUM(B7:B8)</f><v>10.75</v>"));
	CU_ASSERT(has(sheet, "<f>SUM(B11:B11)</f><v>4</v>"));
	CU_ASSERT(has(sheet, "<f>SUM(B7:B8,B11:B11)</f><v>14.75</v>"));
	CU_ASSERT(has(sheet, "<f>SUM(C7:C8,C11:C11)</f>"));
	CU_ASSERT(has(sheet, "<f>SUM(D7:D8)</f><v>5</v>"));
	CU_ASSERT_PTR_NULL(strstr(sheet, "<f>SUM(D7:D8,D11"));
	CU_ASSERT_PTR_NULL(strstr(sheet, "<f>SUM(F"));
	CU_ASSERT_PTR_NULL(strstr(sheet, "<f>SUM(E"));
	doc_free(doc);
}

/* The heads stay in sight and on every page; what is wide lies down. */
static void
test_printing(void)
{
	struct doc *doc = grouped_doc();
	const struct doc_head head = { .organisation = "Region & Co",
		.journal = "RS 1",
		.appendix = "Bilaga 7",
		.date = "2021-07-01" };
	g_autoptr(GString) bytes = NULL;
	g_autofree char *sheet = NULL, *book = NULL, *core = NULL;

	doc_set_head(doc, &head);
	bytes = render(doc);
	sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
	book = part_of(bytes, "xl/workbook.xml");
	core = part_of(bytes, "docProps/core.xml");
	CU_ASSERT(has(sheet, "ySplit=\"5\"") && has(sheet, "state=\"frozen\""));
	CU_ASSERT(has(sheet, "orientation=\"portrait\""));
	CU_ASSERT(has(sheet, "paperSize=\"9\""));
	CU_ASSERT(
	    has(sheet, "Region &amp;&amp; Co") && has(sheet, "Sida &amp;P (&amp;N)"));
	CU_ASSERT(has(book, "_xlnm.Print_Titles"));
	CU_ASSERT(has(book, "'Per grupp'!$5:$5"));
	CU_ASSERT(has(core, "2021-07-01T12:00:00Z</dcterms:created>"));
	CU_ASSERT(has(core, "<dc:title>Titel</dc:title>"));
	doc_free(doc);
}

static void
test_wide(void)
{
	struct doc *doc = doc_new("T", "");
	const struct column columns[] = { column_text("a", "A"), column_text("b", "B") };
	struct table *table = doc_table(doc, "Bred", columns, 2);
	g_autofree char *text = g_strnfill(60, 'x');
	g_autofree char *sheet = NULL;
	g_autoptr(GString) bytes = NULL;

	table_row(table, ROW_BODY, (struct cell[]){ cell_text(text), cell_text(text) });
	bytes = render(doc);
	sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
	CU_ASSERT(has(sheet, "orientation=\"landscape\""));
	/* 60 signs in 52 columns are two lines of 14 points */
	CU_ASSERT(has(sheet, "<row r=\"6\" spans=\"1:2\" ht=\"28\" customHeight=\"1\""));
	doc_free(doc);
}

/* ---- texts ---- */

/* What Excel would run is text, and text again when the cell is edited (format 49, "@").
 */
static void
test_naughty(void)
{
	struct doc *doc = naughty_doc();
	g_autoptr(GString) bytes = render(doc);
	g_autofree char *sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
	g_autofree char *texts = part_of(bytes, "xl/sharedStrings.xml");
	g_autofree char *styles = part_of(bytes, "xl/styles.xml");

	CU_ASSERT_PTR_NULL(strstr(sheet, "<f>"));
	CU_ASSERT(has(texts, "=cmd|' /C calc'!A0 ¤[31m&lt;b&gt;¤"));
	CU_ASSERT_PTR_NULL(strstr(texts, "\u202e"));
	CU_ASSERT_PTR_NULL(strstr(texts, "\x1b"));
	CU_ASSERT(has(styles, "numFmtId=\"49\""));
	doc_free(doc);
}

/* A cell holds 32 767 signs: what is left out is said, and a page head of only "&" is no
 * error. */
static void
test_long(void)
{
	struct doc *doc = doc_new("T", "");
	g_autofree char *text = g_strnfill(40000, 'x');
	g_autofree char *ands = g_strnfill(300, '&');
	const struct doc_head head = { ands, ands, ands, ands, "", false };
	const struct column column = column_text("a", "A");
	const struct cell cell = cell_text(text);
	g_autofree char *texts = NULL;
	g_autoptr(GString) bytes = NULL;

	doc_set_head(doc, &head);
	table_row(doc_table(doc, ands, &column, 1), ROW_BODY, &cell);
	bytes = render(doc);
	texts = part_of(bytes, "xl/sharedStrings.xml");
	CU_ASSERT(has(texts, "x … (kortad: en cell i Excel rymmer inte mer)</t>"));
	doc_free(doc);
}

static void
test_escape(void)
{
	T_TAKE(xlsx_text_escape("a_x0041_b"), "a_x005F_x0041_b");
	T_TAKE(xlsx_text_escape("_x004_ _x00G1_ _x0041 _X0041_"),
	    "_x004_ _x00G1_ _x0041 _X0041_");
	T_TAKE(xlsx_text_escape("__xåäö_x00e5_"), "__xåäö_x005F_x00e5_");
	T_TAKE(xlsx_text_escape("a\r\nb\tc\x01_x000D_"),
	    "a_x000D_\nb\tc_x0001__x005F_x000D_");
}

static void
check_name(GHashTable *taken, const char *text, const char *want)
{
	T_TAKE(xlsx_sheet_name(taken, text), want);
}

/* Names of at most 31: cut at the blank before the 31st, or in the middle of a long word;
 * the same name again (in any case) gets a number. */
static void
test_names(void)
{
	g_autoptr(GHashTable) taken =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	check_name(taken, "Mål per typ och år", "Mål per typ och år");
	check_name(taken, "MÅL per typ och ÅR", "MÅL per typ och ÅR (2)");
	check_name(taken, "Läget t.o.m. juni 2021 per förvaltning",
	    "Läget t.o.m. juni 2021 per…");
	check_name(taken, "Läget t.o.m. juni 2021 per åtgärd",
	    "Läget t.o.m. juni 2021 per… (2)");
	check_name(taken, "abcdefghijklmnopqrstuvwxyzåäö1234",
	    "abcdefghijklmnopqrstuvwxyzåäö1…");
	check_name(taken, "'Kalkyler: [brutto]/netto?*\\'", "Kalkyler bruttonetto");
	check_name(taken, " ' ", "Tabell");
	check_name(taken, "", "Tabell (2)");
	/* signs of two units each: fifteen and the mark */
	check_name(taken, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…");
}

/* ---- charts ---- */

/* 10 down by 4 to 6: the change stands on 6 and is 4 high; what a series lacks is empty.
 */
static void
test_steps(void)
{
	struct doc *doc = doc_new("T", "");
	struct chart *chart =
	    doc_chart(doc, CHART_STEPS, "Gapet", "mkr", "Tio till sex.", MONEY_MKR);
	g_autofree char *sheet = NULL, *drawing = NULL;
	g_autoptr(GString) bytes = NULL;

	chart_series(chart, "Krav", SERIES_PLAN);
	chart_series(chart, "Gap", SERIES_GAP);
	chart_row(chart, "Krav", STEP_TOTAL, (struct amount[]){ mkr(1000), NO });
	chart_row(chart, "Fattas", STEP_CHANGE, (struct amount[]){ NO, mkr(-400) });
	bytes = render(doc);
	sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
	drawing = part_of(bytes, "xl/drawings/drawing1.xml");
	CU_ASSERT(has(sheet, "<c r=\"B6\"") && has(sheet, "<v>10</v>"));
	CU_ASSERT(has(sheet, "<v>-4</v>"));
	CU_ASSERT(
	    has(sheet, "<v>6</v></c><c r=\"E7\"") && has(sheet, "<v>4</v></c></row>"));
	CU_ASSERT(has(drawing, "descr=\"Tio till sex.\""));
	doc_free(doc);
}

/* ---- whole workbooks ---- */

static void
check_books(bool filled)
{
	for (const struct book *b = books; b->name; b++) {
		g_autofree char *name =
		    g_strdup_printf("%s%s", filled ? "" : "tom_", b->name);
		struct doc *doc = book_example(b->name, filled);
		g_autoptr(GString) first = render(doc), again = NULL;
		g_autofree char *path = file_of(first);
		g_autofree char *text = NULL;

		g_usleep(1000);
		again = render(doc);
		CU_ASSERT(first->len > 0 && g_string_equal(first, again));
		CU_ASSERT(xlsx_is_whole(path));
		g_remove(path);
		text = xlsx_read(first);
		golden(name, "xlsx.txt", text);
		doc_free(doc);
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

/* A workbook that was cut off, or has a part that is no XML, is not whole. */
static void
test_whole(void)
{
	struct doc *doc = small_doc();
	g_autoptr(GString) bytes = render(doc);
	g_autofree char *path = NULL, *other = NULL;

	g_string_truncate(bytes, bytes->len / 2);
	path = file_of(bytes);
	CU_ASSERT_FALSE(xlsx_is_whole(path));
	g_remove(path);
	g_string_assign(bytes, "PK\3\4");
	other = file_of(bytes);
	CU_ASSERT_FALSE(xlsx_is_whole(other));
	g_remove(other);
	CU_ASSERT_FALSE(xlsx_is_whole("/finns/inte"));
	doc_free(doc);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "figures", test_figures },
		{ "sums are formulas", test_sums },
		{ "printing", test_printing },
		{ "wide tables", test_wide },
		{ "naughty texts", test_naughty },
		{ "long texts", test_long },
		{ "escapes of Excel's own", test_escape },
		{ "names of sheets", test_names },
		{ "steps of a chart", test_steps },
		{ "the books, twice", test_books },
		{ "books of nothing", test_books_of_nothing },
		{ "whole or not", test_whole },
		CU_TEST_INFO_NULL,
	};
	const char *build = g_getenv("BUILDDIR");

	module_folder(build ? build : ".");
	return t_run("xlsx", cases);
}
