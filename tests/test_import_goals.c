/*
 * test_import_goals.c - goals and indicators in and out: what each row becomes and what
 * is refused.
 *
 * Expected values are read off the written text by hand.
 */
#include "import_kit.h"

/* ---- mal ----------------------------------------------------------------------------
 */

static bool
import_files(struct session *s, const char *const *texts, size_t n,
    struct import_result *ret, GError **error)
{
	const char *names[] = { "a.csv", "b.csv", "c.csv" };
	const char *paths[3];
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	bool ok;

	for (size_t i = 0; i < n; i++) {
		paths[i] = kit_path(names[i]);
		kit_write_text(paths[i], texts[i]);
	}
	ok = session_import(
	    s, EXCHANGE_GOALS, paths, n, &options, false, rejects, ret, error);
	rejects_free(rejects);
	return ok;
}

/* Three tables in one import, children first; the second area has no målbild. */
static void
map_in_any_order(void)
{
	static const char points[] =
	    "insatsområde_nr;insatsområde;nr;punkt\n"
	    "1;Nära vård;1;Lätt att nå\n1;Nära vård;2;Trygghet\n";
	static const char directions[] =
	    "insatsområde_nr;insatsområde;nr;viljeinriktning\n"
	    "2;Lokaler;1;Trygghet\n1;Nära vård;1;Nav\n";
	static const char areas[] =
	    "nr;grupp;insatsområde;antal_viljeinriktningar;målbild;antal_målbildspunkter;"
	    "anmärkning\n1;Styrning;Nära vård;1;Tillit;2;\n2;;Lokaler;1;;0;Målbild "
	    "saknas\n";
	const char *const texts[] = { points, directions, areas };
	struct session *s = kit_create("map.db");
	struct import_result r = { 0 };
	GError *error = NULL;

	T_OK(import_files(s, texts, 3, &r, &error), error);
	/* 2 insatsområden, 1 målbild, 2 punkter, 2 viljeinriktningar of 6 rows */
	EXPECT(r, 7, 0, 0);
	T_INT(r.rows, 6);
	HOLDS(s, EXCHANGE_GOALS,
	    "I1;;insatsområde;1;Nära vård;Styrning;\r\n"
	    "M1.1;M1;målbildspunkt;1;Lätt att nå;;\r\n"
	    "M1.2;M1;målbildspunkt;2;Trygghet;;\r\n"
	    "I2;;insatsområde;2;Lokaler;;Målbild saknas\r\n"
	    "V2.1;I2;viljeinriktning;1;Trygghet;;\r\n"
	    "V1.1;I1;viljeinriktning;1;Nav;;\r\n"
	    "M1;I1;målbild;;Tillit;;\r\n");
	T_OK(import_files(s, texts, 3, &r, &error), error);
	EXPECT(r, 0, 0, 7);
	T_INT(r.change, 0);
	kit_refuse(s, EXCHANGE_GOALS,
	    "nr;insatsområde;antal_viljeinriktningar\n1;Nära vård;3\n", "det finns 1");
	kit_refuse(s, EXCHANGE_GOALS,
	    "nr;insatsområde;antal_målbildspunkter\n2;Lokaler;1\n", "det finns 0");
	kit_refuse(s, EXCHANGE_GOALS, "nr;insatsområde\n2;Nära vård\n", "nr 1");
	kit_refuse(s, EXCHANGE_GOALS, "insatsområde_nr;punkt\n9;X\n", "finns inte");
	kit_refuse(s, EXCHANGE_GOALS, "nr;insatsområd\n1;Nära vård\n",
	    "närmaste namn är \"insatsområde\"");
	/* a name corrected under its number; a blank cell says nothing */
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "insatsområde_nr;nr;viljeinriktning;grupp\n1;1;Navet;\n"),
	    0, 1, 0);
	kit_sound(s);
	session_free(s);
}

/* Counts have nothing to be held against before what they count is there. */
static void
counts_alone(void)
{
	struct session *s = kit_create("counts.db");

	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "nr;insatsområde;antal_viljeinriktningar\n1;Nära vård;3\n"),
	    1, 0, 0);
	kit_refuse(s, EXCHANGE_GOALS,
	    "nr;insatsområde;antal_målbildspunkter\n1;Nära vård;x\n", "inget heltal");
	EXPECT(kit_import(s, EXCHANGE_GOALS, "nr;från;till\n1;Sjukdom;Hälsa\n"), 1, 0, 0);
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "nivå;begrepp;innebörd;tidshorisont\n5;målbild;önskat läge;10 år\n"),
	    1, 0, 0);
	HOLDS(s, EXCHANGE_GOALS,
	    "I1;;insatsområde;1;Nära vård;;\r\n"
	    "R1;;förflyttning;1;Sjukdom;;Hälsa\r\n"
	    "B5;;begrepp;5;målbild;10 år;önskat läge\r\n");
	session_free(s);
}

/* Points without number take codes that a målbild would have by its area's. */
static void
points_without_number(void)
{
	struct session *s = kit_create("points.db");

	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "insatsområde_nr;insatsområde;punkt\n1;Nära vård;Nåbar\n"),
	    2, 0, 0);
	EXPECT(kit_import(
	           s, EXCHANGE_GOALS, "nr;insatsområde;målbild\n1;Nära vård;Tillit\n"),
	    1, 0, 1);
	HOLDS(s, EXCHANGE_GOALS,
	    "I1;;insatsområde;1;Nära vård;;\r\n"
	    "M1;M2;målbildspunkt;;Nåbar;;\r\nM2;I1;målbild;;Tillit;;\r\n");
	session_free(s);
}

static void
factors(void)
{
	struct session *s = kit_create("factors.db");

	/* 1 perspektiv, 2 framgångsfaktorer; the second is under its strategiskt mål */
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "perspektiv;strategiskt_mål;framgångsfaktor\nEkonomi;;Ramar\n"
	           "Ekonomi;Hållbar;Effektiv\n"),
	    4, 0, 0);
	HOLDS(s, EXCHANGE_GOALS,
	    "P1;;perspektiv;;Ekonomi;;\r\nF1;P1;framgångsfaktor;;Ramar;;\r\n"
	    "S1;P1;strategiskt mål;;Hållbar;;\r\nF2;S1;framgångsfaktor;;Effektiv;;\r\n");
	/* found by name under its perspektiv; a known strategiskt mål is not forgotten */
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "perspektiv;strategiskt mål;framgångsfaktor\nEKONOMI;Hållbar;ramar\n"
	           "Ekonomi;;Effektiv\n"),
	    0, 1, 1);
	HOLDS(s, EXCHANGE_GOALS,
	    "P1;;perspektiv;;Ekonomi;;\r\nF1;S1;framgångsfaktor;;Ramar;;\r\n"
	    "S1;P1;strategiskt mål;;Hållbar;;\r\nF2;S1;framgångsfaktor;;Effektiv;;\r\n");
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "perspektiv;framgångsfaktor\nMedborgare;Effektiv\n"),
	    2, 0, 0);
	kit_refuse(s, EXCHANGE_GOALS, "framgångsfaktor\nRamar\n", "perspektivet saknas");
	session_free(s);
}

/* Two framgångsfaktorer of one name under two strategiska mål are two: what measures the
 * one is not moved to the other. */
static void
factors_of_one_name(void)
{
	struct session *s = kit_create("same.db");
	static const char csv[] = "styrmått;perspektiv;strategiskt mål;framgångsfaktor\n"
	                          "A;Vård;Nära;Trygg\nB;Vård;Säker;Trygg\n";

	EXPECT(kit_import(s, EXCHANGE_INDICATORS, csv), 2, 0, 0);
	HOLDS(s, EXCHANGE_GOALS,
	    "P1;;perspektiv;;Vård;;\r\nS1;P1;strategiskt mål;;Nära;;\r\n"
	    "F1;S1;framgångsfaktor;;Trygg;;\r\nS2;P1;strategiskt mål;;Säker;;\r\n"
	    "F2;S2;framgångsfaktor;;Trygg;;\r\n");
	T_TEXT(plan_indicator(whole(s), "SM1")->goal, "F1");
	T_TEXT(plan_indicator(whole(s), "SM2")->goal, "F2");
	EXPECT(kit_import(s, EXCHANGE_INDICATORS, csv), 0, 0, 2);
	/* each is found again; which one is not guessed */
	EXPECT(kit_import(s, EXCHANGE_GOALS,
	           "perspektiv;strategiskt mål;framgångsfaktor;anmärkning\n"
	           "Vård;Nära;Trygg;ett\nVård;Säker;trygg;två\n"),
	    0, 2, 0);
	T_TEXT(plan_goal(whole(s), "F1")->note, "ett");
	T_TEXT(plan_goal(whole(s), "F2")->note, "två");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS,
	    "nr;perspektiv;mål_framgångsfaktor;åtgärd\n1;Vård;Trygg;Översyn\n",
	    "flera strategiska mål");
	kit_sound(s);
	session_free(s);
}

static void
plain_goals(void)
{
	struct session *s = kit_create("plain.db");
	struct import_result r = kit_import(s, EXCHANGE_GOALS,
	    "kod;överordnad;nivå;namn\nB;A;Målbild;\"=Två; b\"\nA;;insatsområde;Ett\n");

	EXPECT(r, 2, 0, 0);
	HOLDS(s, EXCHANGE_GOALS,
	    "B;A;målbild;;\"'=Två; b\";;\r\nA;;insatsområde;;Ett;;\r\n");
	kit_refuse(s, EXCHANGE_GOALS, "kod;namn\nC;Tre\n", "nivå och namn");
	kit_refuse(s, EXCHANGE_GOALS, "kod;nivå;namn\nC;nivå;Tre\n", "perspektiv");
	kit_refuse(s, EXCHANGE_GOALS, "kod;överordnad\nA;X\n", "målet X");
	kit_refuse(s, EXCHANGE_GOALS, "kod;överordnad\nA;B\n", "sig självt");
	kit_refuse(s, EXCHANGE_GOALS, "kod;namn\nA;Ett\nA;Ett\n", "upprepar rad 2");
	kit_refuse(s, EXCHANGE_GOALS, "kod;anmärkning\n;x\n", "inget mål");
	kit_undo(s, r.change);
	HOLDS(s, EXCHANGE_GOALS, "");
	/* a table of one level may have codes of its own */
	kit_import(
	    s, EXCHANGE_GOALS, "kod;nr;insatsområde;målbild\nOMR;1;Nära vård;Tillit\n");
	kit_import(s, EXCHANGE_GOALS, "kod;insatsområde;punkt\nP;Nära vård;Trygghet\n");
	HOLDS(s, EXCHANGE_GOALS,
	    "OMR;;insatsområde;1;Nära vård;;\r\nM1;OMR;målbild;;Tillit;;\r\n"
	    "P;M1;målbildspunkt;;Trygghet;;\r\n");
	kit_refuse(s, EXCHANGE_GOALS, "kod;perspektiv\nX;Vård\n", "töm cellen");
	kit_refuse(s, EXCHANGE_GOALS, "namn;perspektiv\nX;Vård\n", "två sätt");
	kit_sound(s);
	session_free(s);
}

/* ---- matt ---------------------------------------------------------------------------
 */

static void
indicators(void)
{
	struct session *s = kit_create("matt.db");
	const struct plan *plan;
	static const char csv[] =
	    MATT "Vård;God;Våld;Öka;;K:29;29;;antal;T1 2021;12;K: □;Not;T1 2022\n"
	         "Vård;God;Fall;Minska med 50%;;Data saknas;;;;;;;;T1 2022\n"
	         "Vård;God;Skador;Under 6,5%;6,5;;;;procent;;;;Om måttet;\n"
	         "Vård;God;Andel;100 % i dec;;;;-17,7;;;;;;DÅ04-2022\n";
	static const int directions[] = { DIRECTION_INCREASE, DIRECTION_DECREASE,
		DIRECTION_AT_MOST, DIRECTION__N };
	struct import_result r = kit_import(s, EXCHANGE_INDICATORS, csv);

	EXPECT(r, 4, 0, 0);
	T_INT(r.goals, 2);
	T_INT(r.values, 4); /* 3 of the period, 1 compared with */
	T_TEXT(r.assumed, "");
	plan = whole(s);
	for (guint i = 0; i < 4; i++)
		T_INT(g_array_index(plan->indicators, struct indicator, i).direction,
		    directions[i]);
	/* the remark is about the value where there is one, else about the measure */
	T_TEXT(plan_indicator(plan, "SM1")->note, "");
	T_TEXT(plan_indicator(plan, "SM3")->note, "Om måttet");
	T_INT(plan_indicator(plan, "SM3")->target.women.hundredths, 650);
	T_TEXT(plan_indicator(plan, "SM4")->goal, "F1");
	HOLDS(s, EXCHANGE_MEASUREMENTS,
	    "SM1;Våld;;T1 2021;;;12;;;;\r\nSM1;Våld;;T1 2022;29;;;K:29;K: □;;Not\r\n"
	    "SM2;Fall;;T1 2022;;;;Data saknas;;;\r\n"
	    "SM4;Andel;;T1 2022;;;-17,7;;;;\r\n");
	EXPECT(kit_import(s, EXCHANGE_INDICATORS, csv), 0, 0, 4);
	kit_undo(s, r.change);
	HOLDS(s, EXCHANGE_INDICATORS, "");
	HOLDS(s, EXCHANGE_MEASUREMENTS, "");
	HOLDS(s, EXCHANGE_GOALS, "");
	kit_sound(s);
	session_free(s);
}

/* A value that a file says twice is the same, or it is not known which is right. */
static void
values_told_twice(void)
{
	struct session *s = kit_create("twice.db");

	kit_refuse(s, EXCHANGE_INDICATORS,
	    "styrmått;period;utfall_totalt;jämförelseperiod;jämförelse_totalt\n"
	    "A;T1 2022;10;T1 2022;8\n",
	    "redan angivet som 10");
	kit_refuse(s, EXCHANGE_INDICATORS,
	    "styrmått;period;utfall_M;jämförelseperiod;jämförelse_M\n"
	    "A;T1 2021;7;;\nA;T1 2022;8;T1 2021;6\n",
	    "in.csv:3: kolumn \"jämförelse_M\": måttets värde för T1 2021");
	kit_import(s, EXCHANGE_INDICATORS,
	    "styrmått;period;utfall_totalt;jämförelseperiod;jämförelse_totalt\n"
	    "A;T1 2022;8;T1 2021;7\nA;T1 2021;7,00;;\n");
	HOLDS(s, EXCHANGE_MEASUREMENTS,
	    "SM1;A;;T1 2021;;;7;;;;\r\nSM1;A;;T1 2022;;;8;;;;\r\n");
	/* what was read in before may be corrected */
	kit_import(s, EXCHANGE_INDICATORS,
	    "styrmått;jämförelseperiod;jämförelse_totalt\nA;T1 2021;6\n");
	HOLDS(s, EXCHANGE_MEASUREMENTS,
	    "SM1;A;;T1 2021;;;6;;;;\r\nSM1;A;;T1 2022;;;8;;;;\r\n");
	session_free(s);
}

static void
indicators_told(void)
{
	struct session *s = kit_create("told.db");
	struct import_result r;

	/* without period and without round: the last full month before 2021-07-05 */
	r = kit_import(s, EXCHANGE_INDICATORS, "styrmått;utfall_totalt\nAndel;5\n");
	T_TEXT(r.assumed, "2021-06");
	kit_import(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning\nA;Ett;Vård\n");
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;kommentar\nA;DÅ04-2021;x\n");
	r = kit_import(s, EXCHANGE_INDICATORS, "styrmått;utfall_totalt\nAndel;5\n");
	T_TEXT(r.assumed, "T1 2021");
	EXPECT(r, 0, 0, 1);
	T_INT(r.values, 1);
	/* a column for the direction settles it, also when its cell is blank */
	kit_import(s, EXCHANGE_INDICATORS,
	    "kod;styrmått;riktning;mål\nA;Ett;;Öka\nB;Två;MINST;Öka\n");
	T_INT(plan_indicator(whole(s), "A")->direction, DIRECTION__N);
	T_INT(plan_indicator(whole(s), "B")->direction, DIRECTION_AT_LEAST);
	/* what somebody has said is not taken back by the words it was said beside */
	kit_import(s, EXCHANGE_INDICATORS, "kod;mål\nB;Öka\n");
	T_INT(plan_indicator(whole(s), "B")->direction, DIRECTION_AT_LEAST);
	kit_import(s, EXCHANGE_INDICATORS, "kod;mål\nB;Minska\n");
	T_INT(plan_indicator(whole(s), "B")->direction, DIRECTION_DECREASE);
	/* blank cells say nothing */
	EXPECT(kit_import(s, EXCHANGE_INDICATORS, "kod;styrmått;mål\nA;;\n"), 0, 0, 1);
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;mål\nC;Öka\n", "benämning");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;riktning\nA;uppåt\n", "öka");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;målkod\nA;F9\n", "slaget mal");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;varav av\nA;X\n", "måttet X");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;varav av\nA;B\nB;A\n", "sig självt");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;mål_K\nA;sju\n", "annat än ett tal");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;mål_K\nA;7.5\n", "--decimal punkt");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;mål_K\nA;7,123\n", "två decimaler");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;jämförelse_K\nA;7\n", "jämförelseperiod");
	kit_refuse(s, EXCHANGE_INDICATORS, "kod;styrmat\nA;7\n", "\"styrmått\"");
	kit_sound(s);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "goal map", map_in_any_order },
		{ "counts alone", counts_alone },
		{ "points without number", points_without_number },
		{ "factors", factors },
		{ "factors of one name", factors_of_one_name },
		{ "plain goals", plain_goals },
		{ "indicators", indicators },
		{ "values told twice", values_told_twice },
		{ "indicators told", indicators_told },
		CU_TEST_INFO_NULL,
	};

	return kit_run("import_goals", cases);
}
