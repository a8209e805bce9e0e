/*
 * test_book_goals.c - the appendix strategiska of goals made by hand (goals_example.h):
 * figures worked out here, nothing lost, and golden files.
 */
#include "book_kit.h"
#include "books_example.h"

/*
 * SM2: K 12 -> 29 is up and good, M 7 -> 4 down, bad and small.  SM3 6,7 of at most 6,5
 * and measured in April though followed up in August.  SM4 K 59 and M 73 of at least 70,
 * against a total of another period.  SM7 8,60 -> 8,56: 0,04 is under 0,086.
 */
static void
test_indicators(void)
{
	struct doc *doc = book_example("strategiska", true);
	g_autofree char *out = render(doc, "csv", 0);

	CU_ASSERT(has(out, "Framgångsfaktor: Jämlik hälsa – ◆ ej uppnått;"));
	CU_ASSERT(has(out,
	    "Väntande 90 dagar;100 % i dec;DÅ04,08, ÅR;K 41 · M 41 (procent, T1 2021);–;"
	    "□ riktningen är inte angiven;–;\"I källan står \"\"K:41% M:41%\"\". I snitt "
	    "41 procent.\"\r\n"));
	CU_ASSERT(has(out,
	    "Fråga om <våld>;Öka;DÅ04,08, ÅR;K 29 · M 4 (antal, T1 2021);K 12 · "
	    "M 7 (T1 2020);K ● uppnått · M ◆ ej uppnått (små tal) · totalt ◆ ej "
	    "uppnått;K ↑ · M ↓;\"I källan står \"\"T1 2020 K:12, M:7 T1 2021 K:29 M: "
	    "4\"\", måluppfyllelse \"\"K: □ M: ▲\"\", utveckling \"\"↕\"\". =Texten"));
	CU_ASSERT(
	    has(out, "Vårdskador;Under 6,5%;DÅ08, ÅR;6,7 (procent, T1 2021);–;◆ ej "
	             "uppnått;–;\"I källan står \"\"Regionmått 6,7%\"\". Mätt utanför"));
	CU_ASSERT(has(out, "Läkemedelsberättelse;minst 70;–;K 59 · M 73 (procent, T1 "
	                   "2021);62 (2020);K ◆ ej uppnått · M ● uppnått · totalt ◆ ej "
	                   "uppnått;–;Jämförelsen gäller en annan period"));
	CU_ASSERT(has(out, "Resultat;0,0;DÅ04,08, ÅR;−17,7 (mnkr, T1 2021);–;◆ ej "
	                   "uppnått;–;\"I källan står \"\"-17,7 mnkr\"\".\""));
	CU_ASSERT(has(out, "Produktivitet;Öka;DÅ04,08, ÅR;Data saknas (T1 2021);–;□ data "
	                   "saknas;–;–"));
	CU_ASSERT(has(out, "Sjukfrånvaro;Minska;–;8,56 (procent, T1 2021);8,6 (T1 "
	                   "2020);▲ på väg;→;\"I källan står \"\"8,6%\"\".\""));
	CU_ASSERT(has(out, "Utan mål | och värde;–;–;–;–;□ inget mätvärde finns;–;–"));
	doc_free(doc);
}

/* Seven measured and two loose: SM7 is on its way, SM2, SM3, SM4, SM5 not; SM1, SM6, SM8
 * and medelvårdtid cannot be judged. */
static void
test_summary(void)
{
	struct doc *doc = book_example("strategiska", true);
	g_autofree char *out = render(doc, "csv", 0);
	g_autofree char *text = render(doc, "text", 0);

	CU_ASSERT(has(out, "Medborgare;Trygg <invånare>;◆ ej uppnått;4;0;0;3;1;1\r\n"
	                   "Medborgare;–;–;0;0;0;0;0;1\r\n"
	                   "Ekonomi;'=Hållbar ekonomi;◆ ej uppnått;3;0;1;1;1;1\r\n"
	                   "Ekonomi;Utan mått;□ går ej att bedöma;0;0;0;0;0;0\r\n"
	                   "Utan mål;–;–;2;0;0;0;2;1\r\n"
	                   "Totalt;;;9;0;1;4;4;3\r\n"));
	CU_ASSERT(has(text, "Utan styrmått: Delaktiga medborgare."));
	CU_ASSERT(has(text, "Inga styrmått hör till målet."));
	CU_ASSERT_PTR_NULL(strstr(text, "Insatsområde utan något"));
	doc_free(doc);
}

/*
 * 45 467 − 42 401 = 3 066, 7,23 % of 42 401; 4 326 − 4 516 = −190, −4,21 %; 4 326 of
 * 45 467 is 9,51 %.  1 992 − 2 100 = −108, −5,14 %; 2 200 − 2 321 = −121, −5,21 %.
 */
static void
test_production(void)
{
	struct doc *doc = book_example("strategiska", true);
	g_autofree char *out = render(doc, "csv", 0);
	g_autofree char *text = render(doc, "text", 200);

	CU_ASSERT(has(out, "Läkarbesök;T1 2021;45467;42401;7,2;distansbesök;4326;4516;"
	                   "-4,2;9,5\r\n"));
	CU_ASSERT(has(out, "Övriga besök;T1 2021;42393;;;–;;;;\r\n"));
	CU_ASSERT(has(out, "Vårdtillfällen, kvinnor;T1 2021;1992;2100;-5,1\r\n"
	                   "Vårdtillfällen, män;T1 2021;2200;2321;-5,2\r\n"));
	CU_ASSERT(has(out, "medelvårdtid;dagar;Kalix;2021-01;;;5,8\r\n"
	                   "medelvårdtid;dagar;Kiruna;2021-01;;;\r\n"));
	CU_ASSERT(has(out, "Sjukfrånvaro;procent;–;T1 2019;;;10,1\r\n"));
	CU_ASSERT_PTR_NULL(strstr(out, ";T2 2021;"));
	CU_ASSERT(has(text, "45\u00a0467"));
	doc_free(doc);
}

static void
test_actions(void)
{
	struct doc *doc = book_example("strategiska", true);
	g_autofree char *out = render(doc, "csv", 0);

	CU_ASSERT(has(out,
	    "HS-01;En god vård;Omstrukturering av vården. Beskrivning: Flöden¤ över "
	    "rader. Ansvarig: VO-chefer. Tidplan: Klart före årsskiftet. Förväntad "
	    "effekt: Kortare <köer>.;försenad · ▲ gul;\"Trögt; se | <bilagan>. Resultat: "
	    "Två avdelningar.\"\r\n"));
	CU_ASSERT(has(out, "HS-01;Inom ramen;Omstrukturering"));
	CU_ASSERT(has(out, "_u_. Ansvarig: – Tidplan: – Förväntad effekt: –;–;"
	                   "DÅ04-2021: =Pågår\r\n"));
	CU_ASSERT(has(out, "RF-01;okänt;"));
	CU_ASSERT(has(out, ";försenad;Inget nytt att redovisa\r\n"));
	CU_ASSERT(has(out, "RF-02;Jämlik hälsa;"));
	CU_ASSERT_PTR_NULL(strstr(out, "Senare"));
	doc_free(doc);
}

/* Other marks by the setting; the source's own stay as they are printed. */
static void
test_marks(void)
{
	struct plan *plan = plan_new();
	const struct book_head head = head_of();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL;

	overview_by_hand(&o, plan, true);
	goals_by_hand(&o, plan);
	settings_take(&o.settings, "måluppfyllelse.symboler", "▲ □ ● ◆");
	doc = book_find("strategiska")->make(&o, &head);
	out = render(doc, "text", 0);
	CU_ASSERT(has(out, "Måluppfyllelse: ▲ uppnått, □ på väg, ● ej uppnått, ◆ data "
	                   "saknas"));
	doc_free(doc);
	followup_free(o.followup);
	overview_done(&o);
	plan_free(plan);
}

/* Every name there is stands somewhere. */
static void
test_nothing_lost(void)
{
	struct doc *doc = book_example("strategiska", true);
	g_autofree char *out = render(doc, "md", 0);
	static const char *const names[] = { "Medborgare", "En god vård", "Jämlik hälsa",
		"Delaktiga medborgare", "Inom ramen", "Utan mått", "Väntande 90 dagar",
		"Vårdskador", "Läkemedelsberättelse", "Resultat", "Produktivitet",
		"Sjukfrånvaro", "medelvårdtid", "Läkarbesök", "distansbesök",
		"Övriga besök", "Vårdtillfällen", "HS-01", "HS-02", "RF-01", "RF-02" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		CU_ASSERT(has(out, names[i]));
	check_book(doc, "strategiska");
}

static void
test_of_nothing(void)
{
	check_book(book_example("strategiska", false), "tom_strategiska");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "indicators", test_indicators },
		{ "summary", test_summary },
		{ "production", test_production },
		{ "actions", test_actions },
		{ "marks", test_marks },
		{ "nothing lost", test_nothing_lost },
		{ "of nothing", test_of_nothing },
		CU_TEST_INFO_NULL,
	};

	return t_run("book_goals", cases);
}
