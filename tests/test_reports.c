/*
 * test_reports.c - documents, and their formats as text.
 */
#include "base/error.h"
#include "book_kit.h"
#include "doc_example.h"
#include "reports/backend/backend_module.h"
#include "reports/doc/chart.h"

/* ---- documents ---- */

/* Namn and Mål. */
static struct table *
sum_table(struct doc *doc, const char *caption)
{
	const struct column columns[] = { column_text("namn", "Namn"),
		column_money("mal_kr", "Mål", MONEY_MKR) };

	return doc_table(doc, caption, columns, 2);
}

static void
add(struct table *table, enum row_role role, const char *name, struct amount amount)
{
	table_row(
	    table, role, (const struct cell[]){ cell_text(name), cell_money(amount) });
}

static void
test_check(void)
{
	struct doc *doc = doc_new("Titel", "");
	struct table *table = sum_table(doc, "Två block");
	g_autoptr(GError) error = NULL;

	/* 1 + 2 = 3; a subtotal is not added; after a total the sum starts anew: 4 = 4 */
	add(table, ROW_BODY, "a", mkr(100));
	add(table, ROW_BODY, "b", mkr(200));
	add(table, ROW_SUBTOTAL, "delsumma", mkr(300));
	add(table, ROW_TOTAL, "totalt", mkr(300));
	add(table, ROW_BODY, "c", mkr(400));
	add(table, ROW_BODY, "d", NO);
	add(table, ROW_TOTAL, "totalt", mkr(400));
	T_OK(doc_check(doc, &error), error);

	/* one öre too much is found */
	add(table, ROW_BODY, "e", mkr(500));
	add(table, ROW_TOTAL, "totalt", amount_of(mkr(500).ore + 1));
	CU_ASSERT_FALSE(doc_check(doc, &error));
	CU_ASSERT(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	CU_ASSERT(error && strstr(error->message, "Två block") != NULL);
	CU_ASSERT(error && strstr(error->message, "Mål") != NULL);
	doc_free(doc);
}

static void
test_check_missing(void)
{
	struct doc *doc = doc_new("Titel", "");
	struct table *table = sum_table(doc, "T");
	g_autoptr(GError) error = NULL;

	/* no amounts make no total; amounts that cancel out may too (80 - 80) */
	add(table, ROW_BODY, "a", NO);
	add(table, ROW_TOTAL, "totalt", NO);
	add(table, ROW_BODY, "b", mkr(8000));
	add(table, ROW_BODY, "c", mkr(-8000));
	add(table, ROW_TOTAL, "totalt", NO);
	T_OK(doc_check(doc, &error), error);
	/* but a total of zero over nothing is an invented zero */
	add(table, ROW_BODY, "d", NO);
	add(table, ROW_TOTAL, "totalt", mkr(0));
	CU_ASSERT_FALSE(doc_check(doc, &error));
	doc_free(doc);
}

static void
test_check_range(void)
{
	struct doc *doc = doc_new("Titel", "");
	struct table *table = sum_table(doc, "T");
	g_autoptr(GError) error = NULL;

	add(table, ROW_BODY, "a", amount_of(INT64_MAX));
	add(table, ROW_BODY, "b", amount_of(1));
	CU_ASSERT_FALSE(doc_check(doc, &error));
	CU_ASSERT(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	doc_free(doc);
}

static void
test_strings_are_copied(void)
{
	char title[] = "Titel", head[] = "Namn", cell[] = "värde";
	struct doc *doc = doc_new(title, "");
	const struct column column = column_text("namn", head);
	struct table *table = doc_table(doc, "", &column, 1);
	const struct cell text = cell_text(cell);

	table_row(table, ROW_BODY, &text);
	title[0] = head[0] = cell[0] = 'X';
	T_TEXT(doc->title, "Titel");
	T_TEXT(g_array_index(table->columns, struct column, 0).head, "Namn");
	T_TEXT(g_array_index(table->rows, struct doc_row, 0).cells[0].u.text, "värde");
	doc_free(doc);
}

/* ---- formats ---- */

static void
test_backends(void)
{
	T_TEXT(backend_find("text")->ext, "txt");
	T_TEXT(backend_find("md")->ext, "md");
	T_TEXT(backend_find("csv")->ext, "csv");
	T_TEXT(backend_find("html")->ext, "html");
	T_TEXT(backend_find("json")->ext, "json");
	CU_ASSERT_PTR_NULL(backend_find("xls"));
	CU_ASSERT_PTR_NULL(backend_find(NULL));
	T_TEXT(backend_of_file("a.b/bilaga.TXT")->name, "text");
	T_TEXT(backend_of_file("bilaga.v2.xlsx")->name, "xlsx");
	CU_ASSERT_PTR_NULL(backend_of_file("xlsx"));
	CU_ASSERT_PTR_NULL(backend_of_file("bilaga."));
}

/* A format whose file is not there says so and what to do. */
static void
test_module_missing(void)
{
	struct doc *doc = small_doc();
	g_autoptr(GString) out = g_string_new("orörd");
	g_autoptr(GError) error = NULL;

	module_folder("/finns/inte");
	CU_ASSERT_FALSE(
	    backend_module_render("saknas", "Formatet", doc, NULL, out, &error));
	CU_ASSERT(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE));
	CU_ASSERT(error && g_str_has_prefix(error->message,
	                       "Formatet kan inte skrivas: programdelen saknas ("));
	T_TEXT(out->str, "orörd");
	module_folder(NULL);
	doc_free(doc);
}

/* Widths at 33: Antal 5, Mål 5 (175,5), Andel 6 (−4,5 %), gaps 6: 11 are left for Namn,
 * whose least width is 12; so the table is 34 wide and "lång text här" wraps. */
static void
test_text_layout(void)
{
	struct doc *doc = small_doc();

	T_TAKE(render(doc, "text", 33), "Titel\n"
	                                "═════\n"
	                                "Under\n"
	                                "\n"
	                                "Rubrik\n"
	                                "──────\n"
	                                "\n"
	                                "ett två tre fyra fem\n"
	                                "\n"
	                                "Not: obs\n"
	                                "\n"
	                                "Tabell, mkr\n"
	                                "Namn          Antal    Mål   Andel\n"
	                                "──────────────────────────────────\n"
	                                "lång text         7  175,5  −4,5\u00a0%\n"
	                                "här\n"
	                                "──────────────────────────────────\n"
	                                "Totalt               175,5       –\n");
	doc_free(doc);
}

static void
test_md_layout(void)
{
	struct doc *doc = small_doc();

	T_TAKE(render(doc, "md", 0), "# Titel\n"
	                             "\n"
	                             "Under\n"
	                             "\n"
	                             "## Rubrik\n"
	                             "\n"
	                             "ett två tre fyra fem\n"
	                             "\n"
	                             "> obs\n"
	                             "\n"
	                             "**Tabell, mkr**\n"
	                             "\n"
	                             "| Namn | Antal | Mål | Andel |\n"
	                             "| :--- | ---: | ---: | ---: |\n"
	                             "| lång text här | 7 | 175,5 | −4,5\u00a0% |\n"
	                             "| **Totalt** |  | **175,5** | **–** |\n");
	doc_free(doc);
}

static void
test_csv_layout(void)
{
	struct doc *doc = small_doc();

	T_TAKE(render(doc, "csv", 0), "\uFEFFTitel\r\n"
	                              "Under\r\n"
	                              "\r\n"
	                              "Tabell\r\n"
	                              "namn;antal;mal_kr;andel_procent\r\n"
	                              "lång text här;7;175500000,00;-4,5\r\n"
	                              "Totalt;;175500000,00;\r\n");
	doc_free(doc);
}

/* The figures of small_doc by type: 175,5 mkr is 175500000 kr, -4,5 percent; the share of
 * the total is missing. */
static void
test_json_layout(void)
{
	static const char *const parts[] = {
		"\"titel\" : \"Titel\"",
		"\"underrubrik\" : \"Under\"",
		"\"exempeldata\" : false",
		"\"typ\" : \"rubrik\",\n      \"niva\" : 1,\n      \"text\" : \"Rubrik\"",
		"\"typ\" : \"stycke\",\n      \"text\" : \"ett två tre fyra fem\"",
		"\"typ\" : \"not\",\n      \"text\" : \"obs\"",
		"\"typ\" : \"tabell\",\n      \"rubrik\" : \"Tabell\"",
		"\"nyckel\" : \"mal_kr\",\n          \"rubrik\" : \"Mål\",\n          "
		"\"typ\" : \"kr\"",
		"\"roll\" : \"rad\",\n          \"celler\" : {\n"
		"            \"namn\" : \"lång text här\",\n"
		"            \"antal\" : 7,\n"
		"            \"mal_kr\" : 175500000,\n"
		"            \"andel_procent\" : -4.5\n",
		"\"roll\" : \"summa\",\n          \"celler\" : {\n"
		"            \"namn\" : \"Totalt\",\n"
		"            \"antal\" : null,\n"
		"            \"mal_kr\" : 175500000,\n"
		"            \"andel_procent\" : null\n",
	};
	struct doc *doc = small_doc();
	g_autofree char *out = render(doc, "json", 0);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		CU_ASSERT(has(out, parts[i]));
	doc_free(doc);
}

/* 55,8 percent, 0,29 kr and an öre less than most stand as people write them; digits in a
 * text are left alone.
 */
static void
test_json_numbers(void)
{
	struct doc *doc = doc_new("55.799999999999997 \" 1.000000000000000001", "");
	const struct column columns[] = { column_money("kr", "kr", MONEY_KR),
		{ .key = "procent", .head = "%", .type = CELL_SHARE } };
	struct table *table = doc_table(doc, "T", columns, 2);
	g_autofree char *out = NULL;

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_money(amount_of(29)), cell_share((struct share){ 558, true }) });
	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_share((struct share){ 125, true }), cell_text("–") });
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_money(amount_of(1 - MONEY_MAX_ORE)),
	        cell_share((struct share){ 360, true }) });
	out = render(doc, "json", 0);
	CU_ASSERT(has(out, "\"55.799999999999997 \\\" 1.000000000000000001\""));
	/* a share among amounts says what it is */
	CU_ASSERT(
	    has(out, "\"kr\" : {\n              \"procent\" : 12.5\n            },\n"
	             "            \"procent\" : \"–\"\n"));
	CU_ASSERT(has(out, "\"kr\" : 0.29,\n            \"procent\" : 55.8\n"));
	CU_ASSERT(
	    has(out, "\"kr\" : -999999999999.99,\n            \"procent\" : 36.0\n"));
	doc_free(doc);
}

/* The values of each series by name; what is missing is null and not 0. */
static void
test_json_chart(void)
{
	struct doc *doc = doc_new("T", "");
	struct chart *chart =
	    doc_chart(doc, CHART_STEPS, "Gapet \"växer\"", "mkr", "I ord.", MONEY_MKR);
	g_autofree char *out = NULL;

	chart_series(chart, "Mål", SERIES_PLAN);
	chart_series(chart, "Utfall", SERIES_REALISED);
	chart_row(chart, "Krav", STEP_TOTAL, (struct amount[]){ mkr(150), NO });
	out = render(doc, "json", 0);
	CU_ASSERT(has(out, "\"typ\" : \"diagram\",\n      \"slag\" : \"steg\",\n"
	                   "      \"rubrik\" : \"Gapet \\\"växer\\\"\""));
	CU_ASSERT(has(out, "\"i_ord\" : \"I ord.\""));
	CU_ASSERT(has(out, "\"namn\" : \"Mål\",\n          \"roll\" : \"plan\""));
	CU_ASSERT(has(out, "\"vid\" : \"Krav\",\n              \"steg\" : \"summa\",\n"
	                   "              \"kr\" : 1500000\n"));
	CU_ASSERT(has(out, "\"kr\" : null\n"));
	doc_free(doc);
}

static void
test_naughty_text(void)
{
	struct doc *doc = naughty_doc();
	g_autofree char *out = render(doc, "text", 60);

	check_no_controls(out, false);
	CU_ASSERT(strstr(out, "¤[31m<b>¤`*_[x](http://y) 1. två¤") != NULL);
	doc_free(doc);
}

static void
test_naughty_md(void)
{
	struct doc *doc = naughty_doc();
	g_autofree char *out = render(doc, "md", 0);

	check_no_controls(out, false);
	/* each sign of markup has its backslash, wherever it stands */
	CU_ASSERT_PTR_NULL(strstr(out, " <b"));
	CU_ASSERT_PTR_NULL(strstr(out, "m<b"));
	CU_ASSERT_PTR_NULL(strstr(out, "[x]"));
	CU_ASSERT_PTR_NULL(strstr(out, "http:/"));
	CU_ASSERT(
	    strstr(out,
	        "| =cmd\\|' /C calc'!A0 ¤\\[31m\\<b\\>¤\\`\\*\\_\\[x\\](http\\://y) 1. "
	        "två¤ |") != NULL);
	CU_ASSERT(strstr(out, "\n1\\. inte en lista\n") != NULL);
	CU_ASSERT(strstr(out, "\n\\- inte heller\n") != NULL);
	CU_ASSERT(strstr(out, "\n> \\=cmd\\|") != NULL);
	doc_free(doc);
}

static void
test_naughty_csv(void)
{
	struct doc *doc = naughty_doc();
	g_autofree char *out = render(doc, "csv", 0);
	g_auto(GStrv) lines = g_strsplit(out + strlen("\uFEFF"), "\r\n", -1);
	int guarded = 0;

	check_no_controls(out, true);
	for (char **line = lines; *line; line++) {
		CU_ASSERT(**line != '=');
		guarded += g_str_has_prefix(*line, "'=cmd|");
	}
	/* title, subtitle, caption and three rows */
	CU_ASSERT_EQUAL(guarded, 6);
	doc_free(doc);
}

static void
test_naughty_json(void)
{
	struct doc *doc = naughty_doc();
	g_autofree char *out = render(doc, "json", 0);

	check_no_controls(out, false);
	CU_ASSERT(has(out, "\"=cmd|' /C calc'!A0 ¤[31m<b>¤`*_[x](http://y) 1. två¤\""));
	doc_free(doc);
}

/* Words stand whole and nothing is lost at any width. */
static void
test_text_never_cut(void)
{
	static const int widths[] = { 1, 20, 37, 60, 80, 100, 200 };
	struct doc *doc = doc_new("Titel", "");
	const struct column columns[] = { column_text("a", "Åtgärd"),
		column_money("b", "Realiserat t.o.m.", MONEY_KR),
		column_text("c", "Kommentar") };
	struct table *table = doc_table(doc, "", columns, 3);

	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("alfa beta gamma delta epsilon zeta"),
	        cell_money(amount_of(INT64_C(123456789012))),
	        cell_text("ett två tre fyra fem sex sju åtta nio tio elva tolv") });
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		g_autofree char *out = render(doc, "text", widths[i]);

		CU_ASSERT(strstr(out, "1\u00a0234\u00a0567\u00a0890,12") != NULL);
		CU_ASSERT_PTR_NULL(strstr(out, "…"));
		CU_ASSERT(strstr(out, "epsilon") != NULL && strstr(out, "tolv") != NULL);
		CU_ASSERT(strstr(out, "Realiserat") != NULL);
		CU_ASSERT_PTR_NULL(strstr(out, " \n"));
	}
	doc_free(doc);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "totals are sums", test_check },
		{ "missing totals", test_check_missing },
		{ "sums too large", test_check_range },
		{ "strings are copied", test_strings_are_copied },
		{ "formats", test_backends },
		{ "format not installed", test_module_missing },
		{ "text layout", test_text_layout },
		{ "md layout", test_md_layout },
		{ "csv layout", test_csv_layout },
		{ "json layout", test_json_layout },
		{ "json numbers", test_json_numbers },
		{ "json of a chart", test_json_chart },
		{ "naughty text", test_naughty_text },
		{ "naughty md", test_naughty_md },
		{ "naughty csv", test_naughty_csv },
		{ "naughty json", test_naughty_json },
		{ "text is never cut", test_text_never_cut },
		CU_TEST_INFO_NULL,
	};

	return t_run("reports", cases);
}
