/*
 * test_books.c - slutredovisning, atgard and forandringar of an overview made by hand
 * (reports_example.h), against golden files and figures worked out here.
 */
#include "base/error.h"
#include "book_kit.h"
#include "books_example.h"

/*
 * HS-01: 150 promised, 120 realised: 30 missing.  HS-02: 65,5 and nothing: 65,5, the
 * larger, so it comes first.  RF-01 promised nothing and is neither.  Together 215,5 -
 * 120 = 95,5; of the requirement of 215 are 95 left, 44,2 %.
 */
static void
test_final(void)
{
	struct doc *doc = book_example("slutredovisning", true);
	g_autofree char *out = render(doc, "csv", 0);
	const char *first, *second;

	CU_ASSERT(has(out, "Kvar till kravet;95000000,00;44,2"));
	CU_ASSERT(has(out, "Hälso- och sjukvården;215500000,00;120000000,00;55,7;"
	                   "95500000,00"));
	second = strstr(out, "HS-01;Omstrukturering av vården;150000000,00;120000000,00;"
	                     "30000000,00");
	first = strstr(out, ";65500000,00;;65500000,00;");
	CU_ASSERT(first != NULL && second != NULL && first < second);
	CU_ASSERT(has(out, "3 beslutad;1;65500000,00;"));
	CU_ASSERT(has(out, "4 genomförd;1;150000000,00;120000000,00"));
	CU_ASSERT(has(out, "Totalt;3;215500000,00;120000000,00"));
	first = strstr(out, "hösten 2019;RF;");
	second = strstr(out, "2020-02-04;RS <b>;14;RS 2020-11;bifall;Vårdplatser;HS-01");
	CU_ASSERT(first != NULL && second != NULL && first < second);
	check_book(doc, "slutredovisning");
}

static void
test_final_of_nothing(void)
{
	check_book(book_example("slutredovisning", false), "tom_slutredovisning");
}

static void
test_action(void)
{
	struct doc *doc = book_example("atgard", true);
	g_autofree char *out = render(doc, "csv", 0);

	CU_ASSERT(g_str_has_prefix(doc->title, "HS-01 Omstrukturering av vården – "));
	/* 100 + 50 = 150; no figure that no year has, so no prognos column */
	CU_ASSERT(has(out, "ar;mal_kr;realiserat_kr\r\n"));
	CU_ASSERT(has(out, "Totalt;150000000,00;120000000,00"));
	CU_ASSERT(has(out, "DÅ04-2021 (sen ändring);pågående;▲ gul;48500000,00;"));
	CU_ASSERT(has(out, "\r\nGrad;4 genomförd\r\n"));
	check_book(doc, "atgard");
}

static void
test_action_of_nothing(void)
{
	check_book(book_example("atgard", false), "tom_atgard");
}

static void
test_changes(void)
{
	struct doc *doc = book_example("forandringar", true);
	g_autofree char *out = render(doc, "csv", 0);

	CU_ASSERT(has(out, "Mål;215500000,00;225500000,00;10000000,00"));
	CU_ASSERT(has(out, "inställning vikt.röd;40 %;30 %"));
	CU_ASSERT(has(out, "HS-01;mål 2020, Hälso- och sjukvården, ospecificerat;"
	                   "100,0 mkr;110,0 mkr"));
	CU_ASSERT(has(out, "HS-02;ansvarig;–;'=Eva <b>|"));
	check_book(doc, "forandringar");
}

static void
test_no_changes(void)
{
	check_book(book_example("forandringar", false), "tom_forandringar");
}

/* An appendix of one förvaltning says so first. */
static void
test_one_unit(void)
{
	struct plan *plan = plan_new();
	struct book_head head = { .digest = "" };
	struct overview o;

	overview_by_hand(&o, plan, true);
	o.unit = "Regionförvaltningen";
	o.gap.requirement = NO;
	for (const struct book *b = books; b->name; b++) {
		struct doc *doc;
		char *out;
		bool money;

		if (b->matter != BOOK_PROGRAMME)
			continue;
		doc = b->make(&o, &head);
		T_TEXT(doc->subtitle, "Endast åtgärder i Regionförvaltningen · avser "
		                      "t.o.m. juni 2021");
		out = render(doc, "text", 100);
		/* the books of goals and errands speak of no requirement */
		money = strcmp(b->name, "uppfoljning") == 0 ||
		        strcmp(b->name, "slutredovisning") == 0;
		CU_ASSERT(!money || has(out, "Kravet är ställt på hela programmet."));
		CU_ASSERT(has(out, "Förvaltning                   Regionförvaltningen"));
		CU_ASSERT_PTR_NULL(strstr(out, "Inga omfördelningar"));
		CU_ASSERT_PTR_NULL(strstr(out, "Framtidsarbetet nådde"));
		g_free(out);
		doc_free(doc);
	}
	overview_done(&o);
	plan_free(plan);
}

/* An overlap of a year that HS-02 yields, and one that is only suspected. */
static void
test_overlaps(void)
{
	const struct overlap overlaps[] = {
		{ 11, 12, 12, 2021, mkr(250), "samma vårdplatser" },
		{ 12, 11, 0, 0, NO, "=misstänkt" },
	};
	struct book_head head = { .digest = "" };
	struct plan *plan = plan_new();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL;

	overview_by_hand(&o, plan, true);
	g_array_append_vals(plan->overlaps, overlaps, 2);
	doc = book_find("uppfoljning")->make(&o, &head);
	out = render(doc, "csv", 0);
	CU_ASSERT(has(out, "HS-01;HS-02;2021;2500000,00;HS-02;samma vårdplatser\r\n"
	                   "HS-02;HS-01;hela programmet;;–;'=misstänkt\r\n"));
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

/* Nothing is decided: 565 identified, 400 forecast, so 165 is not expected. */
static void
test_undecided_steps(void)
{
	struct book_head head = { .digest = "" };
	struct plan *plan = plan_new();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL;

	overview_by_hand(&o, plan, true);
	o.gap.identified = mkr(56500);
	o.gap.decided = NO;
	o.gap.forecast = mkr(40000);
	doc = book_find("uppfoljning")->make(&o, &head);
	out = render(doc, "json", 0);
	CU_ASSERT(has(out, "Väntas inte −165,0 mkr."));
	CU_ASSERT_PTR_NULL(strstr(out, "Ej beslutat −"));
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "final report", test_final },
		{ "final report of nothing", test_final_of_nothing },
		{ "one action", test_action },
		{ "an action of nothing", test_action_of_nothing },
		{ "changes", test_changes },
		{ "no changes", test_no_changes },
		{ "one unit", test_one_unit },
		{ "overlaps", test_overlaps },
		{ "undecided steps", test_undecided_steps },
		CU_TEST_INFO_NULL,
	};

	return t_run("books", cases);
}
