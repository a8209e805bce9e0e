/*
 * test_html.c - documents as HTML: structure, escaping, what a reader's aid is told.
 *
 * Whole books are in the golden files of test_reports.c, and what a browser makes of one
 * is in html_axe.sh.
 */
#include "t.h"

#include "doc_example.h"
#include "reports/backend/backend.h"
#include "reports/doc/chart.h"

static char *
render(const struct doc *doc)
{
	const struct render_options options = { 0 };
	GString *out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	T_OK(backend_find("html")->render(doc, &options, out, &error), error);
	return g_string_free(out, FALSE);
}

static int
count(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

/* What lies between two texts, both with it.  g_free. */
static char *
between(const char *text, const char *from, const char *to)
{
	const char *start = strstr(text, from);
	const char *end = start ? strstr(start, to) : NULL;

	return end ? g_strndup(start, (gsize)(end - start) + strlen(to)) : NULL;
}

static void
test_layout(void)
{
	struct doc *doc = small_doc();
	g_autofree char *out = render(doc);

	CU_ASSERT(g_str_has_prefix(out, "<!DOCTYPE html>\n<html lang=\"sv\">\n"));
	CU_ASSERT(g_str_has_suffix(out, "</body>\n</html>\n"));
	CU_ASSERT(has(out, "<title>Titel</title>\n"));
	/* nothing is said at the head of the page, and one heading needs no list */
	CU_ASSERT_PTR_NULL(strstr(out, "<header"));
	CU_ASSERT_PTR_NULL(strstr(out, "<nav"));
	CU_ASSERT_PTR_NULL(strstr(out, "Exempeldata"));
	T_TAKE(between(out, "<main", "</main>"),
	    "<main id=\"innehall\" tabindex=\"-1\">\n"
	    "<h1>Titel</h1>\n"
	    "<p class=\"sub\">Under</p>\n"
	    "<section aria-labelledby=\"rubrik-1\">\n"
	    "<h2 id=\"rubrik-1\">Rubrik</h2>\n"
	    "<p class=\"lead\">ett två tre fyra fem</p>\n"
	    "<p class=\"not\">obs</p>\n"
	    "<div class=\"scroll whole\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Tabell 1: Tabell, mkr\">\n"
	    "<table>\n"
	    "<caption>Tabell, mkr</caption>\n"
	    "<thead>\n"
	    "<tr><th scope=\"col\" class=\"k\">Namn</th>"
	    "<th scope=\"col\" class=\"n\">Antal</th>"
	    "<th scope=\"col\" class=\"n\">Mål</th>"
	    "<th scope=\"col\" class=\"n\">Andel</th></tr>\n"
	    "</thead>\n"
	    "<tbody>\n"
	    "<tr><th scope=\"row\" class=\"k\">lång text här</th>"
	    "<td class=\"n\">7</td><td class=\"n\">175,5</td>"
	    "<td class=\"n\">−4,5\u00a0%</td></tr>\n"
	    "</tbody>\n"
	    "<tbody>\n"
	    "<tr class=\"sum tot\"><th scope=\"row\" class=\"k\">Totalt</th>"
	    "<td class=\"n\"></td><td class=\"n\">175,5</td>"
	    "<td class=\"n\">–</td></tr>\n"
	    "</tbody>\n"
	    "</table>\n"
	    "</div>\n"
	    "</section>\n"
	    "</main>");
	doc_free(doc);
}

/* A tbody per group and one for the total, the group's row over all columns, and the
 * first text of a row its header wherever it stands. */
static void
test_groups(void)
{
	struct doc *doc = doc_new("Titel", "");
	const struct column columns[] = { column_text("id", "Id"),
		column_text("namn", "Namn"), column_money("mal_kr", "Mål", MONEY_MKR) };
	struct table *table = doc_table(doc, "Mål", columns, 3);
	g_autofree char *out = NULL;

	for (int group = 0; group < 2; group++) {
		table_row(table, ROW_GROUP,
		    (const struct cell[]){
		        cell_text("Vården"), cell_empty(), cell_empty() });
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text("HS-01"), cell_text("Ett"), cell_money(mkr(100)) });
		table_row(table, ROW_SUBTOTAL,
		    (const struct cell[]){
		        cell_text(""), cell_text("Summa"), cell_money(mkr(100)) });
	}
	table_row(table, ROW_TOTAL,
	    (const struct cell[]){
	        cell_text(""), cell_text("Totalt"), cell_money(mkr(200)) });
	out = render(doc);
	CU_ASSERT_EQUAL(count(out, "<tbody>"), 3);
	CU_ASSERT_EQUAL(count(out, "</tbody>"), 3);
	CU_ASSERT_EQUAL(
	    count(out, "<th scope=\"rowgroup\" colspan=\"3\">Vården</th>"), 2);
	CU_ASSERT_EQUAL(count(out, "<th scope=\"row\" class=\"k\">HS-01</th>"), 2);
	CU_ASSERT_EQUAL(count(out, "<tr class=\"sum\"><td class=\"k\"></td>"
	                           "<th scope=\"row\" class=\"k\">Summa</th>"),
	    2);
	CU_ASSERT(has(out, "</tbody>\n<tbody>\n<tr class=\"sum tot\">"));
	doc_free(doc);
}

static struct doc *
chart_doc(enum chart_kind kind, const char *text)
{
	struct doc *doc = doc_new(text, text);
	struct chart *chart = doc_chart(doc, kind, text, text, text, MONEY_MKR);

	chart_series(chart, text, SERIES_PLAN);
	chart_series(chart, text, SERIES_REALISED);
	chart_series(chart, text, SERIES_FORECAST);
	chart_row(chart, text, STEP_TOTAL,
	    (const struct amount[]){ mkr(10000), mkr(1000), NO });
	chart_row(chart, text, STEP_CHANGE,
	    (const struct amount[]){ mkr(-1000), NO, mkr(2000) });
	return doc;
}

/* In a document of hostile texts every '<' opens an element we wrote, and no quote ends
 * an attribute early: what is left of a tag has an even number of them. */
static void
check_markup(const char *html)
{
	static const char *const known[] = { "!DOCTYPE", "html", "head", "meta", "title",
		"style", "body", "a", "svg", "defs", "pattern", "rect", "path", "text",
		"desc", "header", "div", "span", "main", "h1", "h2", "h3", "p", "strong",
		"nav", "ul", "li", "section", "table", "caption", "thead", "tbody", "tr",
		"th", "td", "dl", "dt", "dd", "b", "figure", "figcaption", "details",
		"summary", "footer", NULL };

	for (const char *p = html; (p = strchr(p, '<'));) {
		const char *end = strchr(p, '>');
		const char *name = p[1] == '/' ? p + 2 : p + 1;
		g_autofree char *word = g_strndup(name, strcspn(name, " >/"));
		g_autofree char *tag = NULL;

		CU_ASSERT_PTR_NOT_NULL_FATAL(end);
		tag = g_strndup(p, (gsize)(end - p));
		if (!g_strv_contains(known, word))
			g_printerr("not ours: %s\n", tag);
		CU_ASSERT(g_strv_contains(known, word));
		CU_ASSERT_EQUAL(count(tag, "\"") % 2, 0);
		CU_ASSERT_PTR_NULL(strchr(tag + 1, '<'));
		p = end;
	}
}

static void
test_naughty(void)
{
	const struct doc_head head = { NAUGHTY "\"", NAUGHTY "</style>", NAUGHTY "'}",
		NAUGHTY "\\", NAUGHTY, true };
	struct doc *doc = naughty_doc();
	g_autofree char *out = NULL;

	doc_set_head(doc, &head);
	out = render(doc);
	check_markup(out);
	CU_ASSERT(g_utf8_validate(out, -1, NULL));
	CU_ASSERT_PTR_NULL(strchr(out, '\x1b'));
	CU_ASSERT_PTR_NULL(strstr(out, "\u202e"));
	/* <b> is ours on cards only, and there are none */
	CU_ASSERT_PTR_NULL(strstr(out, "<b>"));
	CU_ASSERT_PTR_NULL(strstr(out, "31m<"));
	CU_ASSERT_EQUAL(count(out, "</style>"), 1);
	CU_ASSERT(has(out,
	    "<title>=cmd|&#39; /C calc&#39;!A0 ¤[31m&lt;b&gt;¤`*_[x](http://y) 1. två¤"
	    "</title>"));
	/* in the style nothing but letters, digits and blanks stands for itself */
	CU_ASSERT(has(out, "content:\"Exempeldata · \\3d cmd\\7c \\27  \\2f C calc"));
	CU_ASSERT(has(out, "två¤\\27 \\7d  · "));
	CU_ASSERT(has(out, "två¤\\5c \"}}"));
	doc_free(doc);
}

static void
test_naughty_charts(void)
{
	for (int kind = CHART_CURVE; kind <= CHART_STEPS; kind++) {
		struct doc *doc = chart_doc((enum chart_kind)kind, NAUGHTY "\" <svg>");
		g_autofree char *out = render(doc);

		check_markup(out);
		CU_ASSERT_PTR_NULL(strstr(out, "<svg>"));
		CU_ASSERT_PTR_NULL(strchr(out, '\x1b'));
		doc_free(doc);
	}
}

/* A chart is a picture with a name and a description, twice, and its values a table. */
static void
test_chart(void)
{
	struct doc *doc = chart_doc(CHART_BARS, "Alfa");
	g_autofree char *out = NULL, *table = NULL;

	doc_heading(doc, 1, "Rubrik");
	doc_chart(doc, CHART_CURVE, "Inget", "Ackumulerat", "Inga värden.", MONEY_MKR);
	out = render(doc);
	/* the first chart stands right below h1, the second below h2 */
	CU_ASSERT(has(out, "<figcaption><h2>Alfa</h2><p>Alfa</p></figcaption>"));
	CU_ASSERT(has(out, "<figcaption><h3>Inget</h3><p>Ackumulerat</p></figcaption>"));
	CU_ASSERT_EQUAL(count(out, "role=\"img\""), 4);
	CU_ASSERT(has(out, "role=\"img\" aria-labelledby=\"d1-bred-t d1-bred-d\">\n"
	                   "<title id=\"d1-bred-t\">Alfa</title>\n<desc "
	                   "id=\"d1-bred-d\">Alfa</desc>\n"));
	CU_ASSERT(has(out, "<desc id=\"d2-smal-d\">Inga värden.</desc>"));
	CU_ASSERT_EQUAL(count(out, "Det finns inga belopp att visa."), 2);
	CU_ASSERT_EQUAL(count(out, "<pattern id=\"streck\""), 1);
	table = between(out, "<table class=\"mini\">", "</table>");
	CU_ASSERT(has(table, "<caption>Alfa, mkr</caption>"));
	CU_ASSERT(has(table, "<tr><th scope=\"row\">Alfa</th><td class=\"n\">100,0</td>"
	                     "<td class=\"n\">10,0</td><td class=\"n\">–</td></tr>"));
	doc_free(doc);
}

/* The first text, the first amount with its unit, the rest with its column's name. */
static void
test_cards(void)
{
	struct doc *doc = doc_new("Titel", "");
	const struct column columns[] = { column_text("matt", "Mått"),
		column_money("belopp_kr", "Belopp", MONEY_MKR),
		{ .key = "andel", .head = "Av <mål>", .type = CELL_SHARE } };
	struct table *table = doc_table(doc, "I korthet", columns, 3);
	g_autofree char *out = NULL;

	table->look = LOOK_CARDS;
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("Krav"), cell_money(mkr(56500)),
	        cell_share((struct share){ 1000, true }) });
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("Gap"), cell_money(NO), cell_empty() });
	out = render(doc);
	CU_ASSERT(has(out, "<p class=\"caps\">I korthet, mkr</p>\n"
	                   "<dl class=\"cards\">\n"
	                   "<div><dt>Krav</dt><dd><b>565,0</b> mkr</dd>"
	                   "<dd class=\"s\">Av &lt;mål&gt;: 100,0\u00a0%</dd></div>\n"
	                   "<div><dt>Gap</dt><dd><b>–</b></dd></div>\n"
	                   "</dl>\n"));
	CU_ASSERT_PTR_NULL(strstr(out, "<table"));
	doc_free(doc);
}

static void
test_head(void)
{
	const struct doc_head head = { "Region Exempel", "Regionstyrelsen", "RS 7",
		"Bilaga 7", "2021-07-01", true };
	struct doc *doc = doc_new("Titel", "");
	g_autofree char *out = NULL;

	doc_set_head(doc, &head);
	/* levels are never skipped downwards: 1, then 3 is 2, then 2 */
	for (int i = 0; i < 4; i++) {
		doc_heading(doc, 1, "Del");
		doc_heading(doc, 3, "Under");
	}
	out = render(doc);
	CU_ASSERT(
	    has(out, "<header class=\"doc\">"
	             "<div><span>Region Exempel</span><span>Regionstyrelsen</span>"
	             "</div><div><span>Bilaga 7</span></div>"
	             "<div><span>Diarienummer</span><span>RS 7</span></div>"
	             "<div><span>Datum</span><span>2021-07-01</span></div></header>"));
	CU_ASSERT(has(out, "<strong>Exempeldata.</strong>"));
	CU_ASSERT(has(out, "content:\"Exempeldata · RS 7 · Bilaga 7\""));
	CU_ASSERT_EQUAL(count(out, "<section"), 4);
	CU_ASSERT_EQUAL(count(out, "</section>"), 4);
	CU_ASSERT(has(out, "<h3 id=\"rubrik-2\">Under</h3>"));
	/* the list leads to the sections, which are every second heading */
	CU_ASSERT(has(out, "<li><a href=\"#rubrik-7\">Del</a></li>"));
	CU_ASSERT(has(out, "<h2 id=\"rubrik-7\">Del</h2>"));
	CU_ASSERT_EQUAL(count(out, "<li>"), 4);
	doc_free(doc);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "layout", test_layout },
		{ "groups", test_groups },
		{ "hostile texts", test_naughty },
		{ "hostile charts", test_naughty_charts },
		{ "chart", test_chart },
		{ "cards", test_cards },
		{ "head", test_head },
		CU_TEST_INFO_NULL,
	};

	return t_run("html", cases);
}
