/*
 * test_documents.c - uppdrag, malkarta and a final report with phases, of plans made by
 * hand (documents_example.h), against golden files and what is worked out here.
 */
#include "base/text.h"
#include "book_kit.h"
#include "books_example.h"

/* Every text of the plan that a book is to tell stands in it, as people see it. */
static void
check_told(const char *out, const char *text)
{
	g_autofree char *shown = text_display(text);

	CU_ASSERT(has(out, shown));
}

/*
 * Of the six: 1 and 3 have something new, 2 and 6 nothing, 4 was reported only in the
 * round before and 5 never.  The cut-off is June, so the round of September is not it.
 */
static void
test_errands(void)
{
	struct doc *doc = book_example("uppdrag", true);
	g_autofree char *out = render(doc, "csv", 0), *words = render(doc, "json", 0);

	CU_ASSERT(has(words, "6 ärenden i 3 avsnitt. I omgång 2017-03 redovisas något om "
	                     "2, inget nytt om 2, och 2 är inte rapporterade."));
	CU_ASSERT(has(out, "Minska övertiden;3;1;2;0\r\nLäkemedel;2;1;0;1\r\nUtan "
	                   "avsnitt;1;0;0;1\r\nTotalt;6;2;2;2\r\n"));
	CU_ASSERT(has(out, "2;Återrapportering från HR;Inget nytt att redovisa;–"));
	CU_ASSERT(has(out, "6;Distansvård;Inget nytt att redovisa;Distansvård finns i "
	                   "östra länsdelen."));
	CU_ASSERT(has(out, "4;'=Rabattavtal;Ej rapporterat;–;–\r\n"));
	CU_ASSERT(has(out, "hittills 2 mkr; återstår 0,5 mkr per månad"));
	CU_ASSERT(has(out, "5;Sjukresor;Ej rapporterat;–\r\n"));
	CU_ASSERT_PTR_NULL(strstr(out, "Gammalt resultat"));
	check_book(doc, "uppdrag");
}

/* Nothing of the plan is left out: every errand, and of every indicator that was measured
 * as many months as were measured. */
static void
test_errands_told(void)
{
	struct plan *plan = plan_new();
	struct doc *doc = book_example("uppdrag", true);
	g_autofree char *words = render(doc, "json", 0);
	int months = 0;

	fill_errands(plan);
	for (guint i = 0; i < plan->actions->len; i++) {
		check_told(words, g_array_index(plan->actions, struct action, i).name);
		check_told(words,
		    g_array_index(plan->assignments, struct assignment, i).amount_text);
	}
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct table *t = g_array_index(doc->blocks, struct block, i).table;

		for (guint r = 0; t && r < t->rows->len; r++)
			for (guint c = 0; c < t->columns->len; c++)
				months +=
				    g_str_has_prefix(t->caption, "Medelvårdtid, ") &&
				    g_array_index(t->rows, struct doc_row, r)
				            .cells[c]
				            .type == CELL_MEASURE;
	}
	CU_ASSERT_EQUAL(months, 2 * 2 * 12); /* places, years, months */
	doc_free(doc);
	plan_free(plan);
}

/* Kalix: 5,0 + 0,1 per month in 2016, 5,8 twice in 2017.  Piteå needs two decimals
 * (5,95), so the indicator is printed with two.  Every month is there, measured or not.
 */
static void
test_series(void)
{
	struct doc *doc = book_example("uppdrag", true);
	g_autofree char *csv = render(doc, "csv", 0), *text = render(doc, "text", 100);
	g_autofree char *json = render(doc, "json", 0), *html = render(doc, "html", 0);

	CU_ASSERT(has(csv, "Medelvårdtid, Kalix\r\nmanad;ar_2016;ar_2017\r\n"
	                   "januari;5,1;5,8\r\nfebruari;5,2;5,8\r\nmars;5,3;\r\n"));
	CU_ASSERT(has(csv, "december;6,2;\r\n"));
	CU_ASSERT(has(csv, "Medelvårdtid, Piteå\r\nmanad;ar_2016;ar_2017\r\n"
	                   "januari;5,95;7\r\n"));
	CU_ASSERT(has(text, "2017: 5,80 i januari, 5,80 i februari."));
	CU_ASSERT(has(json, "\"tal\" : 5.95"));
	CU_ASSERT(has(json, "\"enhet\" : \"dagar\""));
	CU_ASSERT(has(html, "månad för månad, dagar</caption>"));
	CU_ASSERT(has(csv, "T1 2017;–;41,25;39;;K:41,25% M:39%;K: □ M: ▲;↕;'=1+1"));
	CU_ASSERT_PTR_NULL(strstr(csv, "Aldrig mätt"));
	doc_free(doc);
}

/* Up to November 2016: the values of December and later are counted, not shown: one of
 * December and two of 2017 in each of two places, and the one of T1 2017. */
static void
test_series_before(void)
{
	const struct book_head head = head_of();
	struct plan *plan = plan_new();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL, *words = NULL;

	overview_by_hand(&o, plan, false);
	fill_errands(plan);
	plan_index(plan);
	o.cutoff = 201611;
	doc = book_find("uppdrag")->make(&o, &head);
	out = render(doc, "csv", 0);
	words = render(doc, "json", 0);
	CU_ASSERT(has(words, "6 värden efter november 2016 visas inte här."));
	CU_ASSERT(has(words, "1 värde efter november 2016 visas inte här."));
	CU_ASSERT(has(out, "november;6,1;\r\ndecember;;\r\n"));
	CU_ASSERT(has(words, "Ingen omgång är rapporterad till dess."));
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

/* Three areas, of which one has no vision; nothing of the plan is left out. */
static void
test_map(void)
{
	struct plan *plan = plan_new();
	struct doc *doc = book_example("malkarta", true);
	g_autofree char *out = render(doc, "csv", 0), *words = render(doc, "json", 0);

	fill_map(plan);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *g = &g_array_index(plan->goals, struct goal, i);

		check_told(words, g->name);
		check_told(words, g->note);
		check_told(words, g->group);
	}
	for (guint i = 0; i < plan->milestones->len; i++)
		check_told(
		    out, g_array_index(plan->milestones, struct milestone, i).name);
	CU_ASSERT(has(words, "3 insatsområden, 3 viljeinriktningar, 2 förflyttningar, 2 "
	                     "målbilder och 3 målbildspunkter."));
	CU_ASSERT(has(out, "Förutsättningar;7 Fysisk infrastruktur;1;Målbild saknas i "
	                   "underlaget;0"));
	CU_ASSERT(has(out, "1;Vården utgår från individen;platser → där invånaren "
	                   "är;Pilot klar (planerad T2 2022);–"));
	CU_ASSERT(has(out, "Vården utgår från individen;Å-1;Patientkontrakt;pågående"));
	CU_ASSERT(has(out, "målbildspunkt;1;Punkt utan målbild;M9;–"));
	plan_free(plan);
	check_book(doc, "malkarta");
}

/*
 * 145 of 403 is 35,98 %, so 36,0 %; 258 did not come.  Of the four preconditions one is
 * met, one in part, one not, and of one nothing is said; three were needed.  § 73 has no
 * date and stands after the report that was entered before it.
 */
static void
test_final(void)
{
	const struct book_head head = head_of();
	struct doc *doc = document_example("framtidsarbetet", true, &head);
	g_autofree char *out = render(doc, "csv", 0), *words = render(doc, "json", 0);
	const char *first, *second;

	CU_ASSERT(has(out, "Realiserat;145000000,00;36,0\r\nEj realiserat;258000000,00;"
	                   "64,0\r\n"));
	CU_ASSERT(has(out, "Region Halland;403000000,00;145000000,00;36,0;258000000,00"));
	CU_ASSERT(has(words, "403,0 mkr av det utlovade är ej årsfördelat."));
	CU_ASSERT(
	    has(words, "Senaste beslut med utfall: återremiss, Regionstyrelsen §73."));
	CU_ASSERT(
	    has(words, "Av 4 förutsättningar var 1 uppfylld, 1 delvis uppfylld och 1 "
	               "inte uppfylld; om 1 säger underlaget inget sådant. Av de 3 "
	               "som krävdes för effekt var 1 uppfylld, 1 delvis uppfylld "
	               "och 1 inte uppfylld."));
	first = strstr(out, "Slutredovisningens datum");
	second = strstr(out, "–;Regionstyrelsen;§73;RS170382;");
	CU_ASSERT(first != NULL && second != NULL && first < second);
	CU_ASSERT(second != NULL && strstr(second, "Protokollet justerat") != NULL);
	check_book(doc, "slutredovisning_faser");
}

static void
test_of_nothing(void)
{
	check_book(book_example("uppdrag", false), "tom_uppdrag");
	check_book(book_example("malkarta", false), "tom_malkarta");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "errands", test_errands },
		{ "every errand and month", test_errands_told },
		{ "series", test_series },
		{ "series to an earlier month", test_series_before },
		{ "goal map", test_map },
		{ "final report with phases", test_final },
		{ "of nothing", test_of_nothing },
		CU_TEST_INFO_NULL,
	};

	return t_run("documents", cases);
}
