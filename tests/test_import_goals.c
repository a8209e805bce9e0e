/*
 * test_import_goals.c - goals, indicators, series, assignments, preconditions and links
 * in and out: what each row becomes, what is refused, and there and back again.
 *
 * Expected values are read off the written text by hand.
 */
#include "session_kit.h"

static void
expect_at(int line, struct import_result r, int64_t added, int64_t changed, int64_t same)
{
	kit_int_at(__FILE__, line, r.added, added);
	kit_int_at(__FILE__, line, r.changed, changed);
	kit_int_at(__FILE__, line, r.same, same);
}
#define EXPECT(r, added, changed, same)                                                  \
	expect_at(__LINE__, (r), (added), (changed), (same))

/* What a kind exports, without mark and header. */
static void
holds_at(int line, struct session *s, enum exchange_kind kind, const char *want)
{
	g_autofree char *all = kit_export(s, kind);
	const char *rows = strstr(all, "\r\n");

	t_text_at(__FILE__, line, rows ? rows + 2 : all, want);
}
#define HOLDS(s, kind, want) holds_at(__LINE__, (s), (kind), (want))

static const struct plan *
whole(struct session *s)
{
	const struct plan *plan = NULL;
	GError *error = NULL;

	T_OK(session_whole(s, NULL, &plan, &error), error);
	return plan;
}

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

#define MATT                                                                             \
	"perspektiv;framgångsfaktor;styrmått;mål;mål_K;periodens_utfall;utfall_K;"   \
	"utfall_totalt;enhet;jämförelseperiod;jämförelse_totalt;måluppfyllelse;"    \
	"anmärkning;period\n"

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

/* ---- mattvarden ---------------------------------------------------------------------
 */

static void
series(void)
{
	struct session *s = kit_create("series.db");
	static const char csv[] = "ort;år;månad;Medelvårdtid\nKalix;2016;1;8,3\n"
	                          "Kalix;2016;februari;7,0\nKiruna;2017;12;\n";

	EXPECT(kit_import(s, EXCHANGE_MEASUREMENTS, csv), 3, 0, 0);
	EXPECT(kit_import(s, EXCHANGE_MEASUREMENTS, csv), 0, 0, 3);
	HOLDS(s, EXCHANGE_INDICATORS, "Medelvårdtid;Medelvårdtid;;;;;;;;;;;\r\n");
	HOLDS(s, EXCHANGE_MEASUREMENTS,
	    "Medelvårdtid;Medelvårdtid;Kalix;2016-01;;;8,3;;;;\r\n"
	    "Medelvårdtid;Medelvårdtid;Kalix;2016-02;;;7;;;;\r\n"
	    "Medelvårdtid;Medelvårdtid;Kiruna;2017-12;;;;;;;\r\n");
	/* what is not filled in any more takes nothing away */
	EXPECT(kit_import(s, EXCHANGE_MEASUREMENTS,
	           "kod;ort;period;totalt\nMedelvårdtid;Kalix;2016-01;\n"
	           "Medelvårdtid;Kiruna;2017-12;4,25\n"),
	    0, 1, 1);
	/* by name, whichever way it is written; a year is a period too */
	EXPECT(kit_import(s, EXCHANGE_MEASUREMENTS,
	           "mått;år;K;M;värde\nMEDELVÅRDTID;2016;7;8;7,5\n"),
	    1, 0, 0);
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "ort;år;totlt\nKalix;2016;8\n",
	    "närmaste namn är \"totalt\"");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "mått;år;Vårdtid\nA;2016;8\n", "Vårdtid");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "år;Vårdtid;Kostnad\n2016;8;9\n", "Kostnad");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "kod;år;totalt\nMedel;2016;8\n",
	    "närmaste kod är Medelvårdtid");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "år;månad;Vårdtid\n2016;13;8\n", "1–12");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "ort;Vårdtid\nKalix;8\n", "perioden saknas");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "år;totalt\n2016;8\n", "vilket mått");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "år;Vårdtid\n2016;8\n2016;9\n", "rad 2");
	kit_refuse(s, EXCHANGE_MEASUREMENTS, "år;Vårdtid\n2016;åtta\n", "är inget tal");
	kit_sound(s);
	session_free(s);
}

/* ---- uppdrag ------------------------------------------------------------------------
 */

static void
errands(void)
{
	struct session *s = kit_create("errands.db");
	static const char csv[] =
	    "nr;avsnitt;ärende;pågående_arbete;resultat;inget_nytt;belopp_i_text;omgång\n"
	    "1;Personal;Planer;Pågår.;;nej;;2017-03\n"
	    "2;Personal;Bisyssla;Inget nytt att redovisa;Klart i öster;ja;;2017-03\n"
	    "3;Övrigt;Resor;;;nej;2 mkr;2017-03\n";
	struct import_result r = kit_import(s, EXCHANGE_ASSIGNMENTS, csv);

	EXPECT(r, 3, 0, 0);
	T_TEXT(r.assumed, "");
	HOLDS(s, EXCHANGE_ASSIGNMENTS,
	    "U1;uppdrag;Personal;Planer;ej angiven;;;;;;\r\n"
	    "U2;uppdrag;Personal;Bisyssla;ej angiven;;;;;;\r\n"
	    "U3;uppdrag;Övrigt;Resor;ej angiven;;;;;;2 mkr\r\n");
	/* "inget nytt" is said once; a row that says nothing is no report */
	HOLDS(s, EXCHANGE_REPORTS,
	    "U1;2017-03;;;Pågår.;;;\r\nU2;2017-03;;;;ja;;Klart i öster\r\n");
	EXPECT(kit_import(s, EXCHANGE_ASSIGNMENTS, csv), 0, 0, 3);
	/* without a round, the one that lage reports in */
	r = kit_import(s, EXCHANGE_ASSIGNMENTS, "id;pågående arbete\nU1;Klart.\n");
	EXPECT(r, 0, 1, 0);
	T_TEXT(r.assumed, "2021-06");
	/* a column of strategiska åtgärder does not make an uppdrag one; a word does */
	EXPECT(kit_import(s, EXCHANGE_ASSIGNMENTS, "id;förväntad effekt\nU1;Bra\nU2;\n"),
	    0, 1, 1);
	T_INT(plan_assignment(whole(s), plan_action(whole(s), "U1")->id)->form,
	    ASSIGNMENT_ERRAND);
	kit_import(s, EXCHANGE_ASSIGNMENTS, "id;uppdragsform\nU1;strategisk åtgärd\n");
	T_INT(plan_assignment(whole(s), plan_action(whole(s), "U1")->id)->form,
	    ASSIGNMENT_STRATEGIC);
	kit_import(s, EXCHANGE_ASSIGNMENTS, "id;uppdragsform\nU1;uppdrag\n");
	kit_set(s, "U1", "förvaltning", "Service");
	EXPECT(kit_import(s, EXCHANGE_ASSIGNMENTS, csv), 0, 0, 3);
	T_TEXT(plan_action(whole(s), "U1")->unit, "Service");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "ärende\nX\n", "varken id eller nr");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "nr\n9\n", "benämning");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "nr;ärende;inget_nytt\n9;X;kanske\n", "ja");
	kit_refuse(
	    s, EXCHANGE_ASSIGNMENTS, "nr;ärende;omgång;resultat\n9;X;T1;y\n", "T1");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "nr;ärende\n9;X\n9;Y\n", "rad 2");
	kit_sound(s);
	session_free(s);
}

static void
strategic(void)
{
	struct session *s = kit_create("strategic.db");
	static const char csv[] =
	    "nr;perspektiv;mål_framgångsfaktor;åtgärd;ansvarig;tidplan;tidplan_typ;"
	    "tidplan_period;förväntad_effekt;status;kommentar;omgång\n"
	    "7;Ekonomi;Ramar;Översyn;VO-chefer;Start T2;start;T2;God hushållning.;"
	    "pågående;Igång;DÅ04-2022\n"
	    "8;Ekonomi;Ramar;Granskning;;;;;;;;\n";
	struct import_result r = kit_import(s, EXCHANGE_ASSIGNMENTS, csv);

	EXPECT(r, 2, 0, 0);
	T_INT(r.goals, 2);
	HOLDS(s, EXCHANGE_ASSIGNMENTS,
	    "SÅ7;strategisk åtgärd;;Översyn;ej angiven;VO-chefer;Start T2;start;T2;"
	    "God hushållning.;\r\nSÅ8;strategisk åtgärd;;Granskning;ej "
	    "angiven;;;;;;\r\n");
	HOLDS(s, EXCHANGE_LINKS, "SÅ7;mål;F1;\r\nSÅ8;mål;F1;\r\n");
	HOLDS(s, EXCHANGE_REPORTS, "SÅ7;DÅ04-2022;pågående;;Igång;;;\r\n");
	T_INT(plan_action(whole(s), "SÅ7")->status, STATUS_ONGOING);
	EXPECT(kit_import(s, EXCHANGE_ASSIGNMENTS, csv), 0, 0, 2);
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "nr;ärende;åtgärd\n9;X;Y\n", "två kolumner");
	kit_refuse(
	    s, EXCHANGE_ASSIGNMENTS, "nr;ärende;uppdragsform\n9;X;lek\n", "uppdrag");
	kit_refuse(s, EXCHANGE_ASSIGNMENTS, "nr;åtgärd;mål_framgångsfaktor\n9;X;Y\n",
	    "perspektivet saknas");
	kit_undo(s, r.change);
	HOLDS(s, EXCHANGE_ASSIGNMENTS, "");
	HOLDS(s, EXCHANGE_LINKS, "");
	HOLDS(s, EXCHANGE_GOALS, "");
	kit_sound(s);
	session_free(s);
}

/* ---- what stands beside -------------------------------------------------------------
 */

static void
beside(void)
{
	struct session *s = kit_create("beside.db");

	EXPECT(kit_import(s, EXCHANGE_PRECONDITIONS,
	           "förutsättning;krävdes_för_effekt;uppfylld;förklaring\n"
	           "It-stöd;Grundförutsättning;delvis;\"Infört; delvis\"\nTid;;nej;\n"),
	    2, 0, 0);
	EXPECT(kit_import(s, EXCHANGE_PRECONDITIONS,
	           "förutsättning;uppfylld\nIt-stöd;ja\n"
	           "Tid;\n"),
	    0, 1, 1);
	HOLDS(s, EXCHANGE_PRECONDITIONS,
	    "It-stöd;grundförutsättning;ja;\"Infört; delvis\"\r\nTid;;nej;\r\n");
	kit_refuse(
	    s, EXCHANGE_PRECONDITIONS, "förutsättning;uppfylld\nTid;halvt\n", "delvis");
	kit_refuse(s, EXCHANGE_PRECONDITIONS, "förutsättning\nTid\nTid\n", "rad 2");
	/* händelse is beslut under another name, and mkr alone is the amount */
	EXPECT(
	    kit_import(s, EXCHANGE_DECISIONS,
	        "nr;datum;fas;händelse;paragraf;mkr;anmärkning\n"
	        "5;2015-04-29;fas 1;Potential;;403;Ej daterad\n6;;;Återremiss;§73;;\n"),
	    2, 0, 0);
	HOLDS(s, EXCHANGE_DECISIONS,
	    "5;;2015-04-29;;;;;Potential;fas 1;403000000,00;Ej daterad\r\n"
	    "6;;;;§73;;;Återremiss;;;\r\n");
	/* an older file has no such columns, and takes nothing away */
	EXPECT(kit_import(
	           s, EXCHANGE_DECISIONS, "nr;datum;beslut\n5;2015-04-30;Potential\n"),
	    0, 1, 0);
	HOLDS(s, EXCHANGE_DECISIONS,
	    "5;;2015-04-30;;;;;Potential;fas 1;403000000,00;Ej daterad\r\n"
	    "6;;;;§73;;;Återremiss;;;\r\n");
	kit_refuse(s, EXCHANGE_DECISIONS, "nr;beslut;händelse\n7;A;B\n", "både beslut");
	/* a milestone is an action's or a goal's */
	kit_import(s, EXCHANGE_GOALS, "kod;nivå;namn\nM1;målbild;Tillit\n");
	EXPECT(kit_import(s, EXCHANGE_MILESTONES, "mål;milstolpe;datum\nM1;Plan;2025\n"),
	    1, 0, 0);
	HOLDS(s, EXCHANGE_MILESTONES, ";Plan;2025;;M1\r\n");
	kit_refuse(
	    s, EXCHANGE_MILESTONES, "mål;milstolpe;datum\nM2;Plan;2025\n", "målet M2");
	kit_refuse(s, EXCHANGE_MILESTONES, "id;mål;milstolpe;datum\nA;M1;Plan;2025\n",
	    "både id och mål");
	kit_refuse(
	    s, EXCHANGE_MILESTONES, "milstolpe;datum\nPlan;2025\n", "cellen är tom");
	kit_sound(s);
	session_free(s);
}

/* ---- everything there and back ------------------------------------------------------
 */

/* A programme that has all of it, with texts that Excel would run and lines that break.
 */
static struct session *
full(void)
{
	struct session *s = kit_create("full.db");

	kit_import(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;2021 kr;hela perioden kr\nA-1;Ett;Vård;100;5\n");
	kit_import(s, EXCHANGE_GOALS,
	    "insatsområde_nr;insatsområde;nr;punkt\n1;Nära vård;1;\"=SUMMA(A1)\"\n");
	kit_import(s, EXCHANGE_GOALS,
	    "nr;insatsområde;målbild;anmärkning\n1;Nära vård;Tillit;\"Två\nrader; "
	    "ja\"\n");
	kit_import(s, EXCHANGE_GOALS, "nr;från;till\n1;-a;@b\n");
	kit_import(s, EXCHANGE_INDICATORS,
	    MATT "Vård;God;Våld;Öka;;K:29;29;;antal;T1 2021;12;K: □;'Not;T1 2022\n"
	         "Vård;God;Fall;Minska;1;Data saknas;;;;;;;;2021\n");
	kit_import(s, EXCHANGE_INDICATORS,
	    "kod;styrmått;riktning;tabell;varav "
	    "av\nB1;Besök;nå;Besök;\nB2;Distans;;Besök;B1\n");
	kit_import(s, EXCHANGE_MEASUREMENTS,
	    "ort;år;månad;Vårdtid\nKalix;2016;1;-8,35\nKalix;2016;2;\n");
	kit_import(s, EXCHANGE_ASSIGNMENTS,
	    "nr;avsnitt;ärende;pågående_arbete;resultat;inget_nytt;omgång\n"
	    "1;Personal;Planer;+Pågår;<b>Ett</b>;;2021-03\n2;Personal;X;;;ja;2021-03\n");
	kit_import(s, EXCHANGE_ASSIGNMENTS,
	    "nr;perspektiv;mål_framgångsfaktor;åtgärd;ansvarig;tidplan;status;omgång\n"
	    "1;Vård;God;Översyn;VO-chefer;Start T2;pågående;DÅ04-2021\n");
	kit_import(s, EXCHANGE_PRECONDITIONS, "förutsättning;uppfylld\n=1;delvis\n");
	kit_import(s, EXCHANGE_DECISIONS,
	    "nr;datum;fas;händelse;mkr;anmärkning\n1;2020;fas 1;Beslut;403,5;\"a;b\"\n");
	kit_import(s, EXCHANGE_MILESTONES,
	    "id;mål;milstolpe;datum;klar\nA-1;;Avtal;2020;\n;M1;Plan;2025;2024-12\n");
	kit_import(s, EXCHANGE_LINKS,
	    "id;slag;kod;år\nA-1;mål;I1;\nA-1;mått;B2;\nA-1;beslut;1;\nA-1;målbelopp;1;"
	    "2021\n"
	    "A-1;målbelopp;1;\n");
	return s;
}

static void
there_and_back(void)
{
	struct session *s = full();
	char *all[EXCHANGE_KIND__N];
	int links = 0;

	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		all[k] = kit_export(s, (enum exchange_kind)k);
	for (const char *p = all[EXCHANGE_LINKS]; (p = strstr(p, "\r\n")); p += 2)
		links++;
	T_INT(links, 1 + 5 + 1); /* the header, koppling's five, the strategic one's */
	session_free(s);
	s = kit_create("back.db");
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		kit_import(s, (enum exchange_kind)k, all[k]);
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		T_TAKE(kit_export(s, (enum exchange_kind)k), all[k]);
	/* and once more: nothing differs */
	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		struct import_result r = kit_import(s, (enum exchange_kind)k, all[k]);

		T_INT(r.change, 0);
		g_free(all[k]);
	}
	kit_sound(s);
	session_free(s);
}

static void
links_refused(void)
{
	struct session *s = full();

	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod\nA-9;mål;I1\n", "A-9");
	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod\nA-1;väg;I1\n", "målbelopp");
	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod\nA-1;mål;I9\n", "I9");
	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod\nA-1;mått;I1\n", "Måttet");
	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod;år\nA-1;målbelopp;1;2022\n", "2022");
	kit_refuse(s, EXCHANGE_LINKS, "id;slag;kod;år\nA-1;mål;I1;2021\n", "töm cellen");
	EXPECT(kit_import(s, EXCHANGE_LINKS, "id;slag;kod\nA-1;mål;I1\nA-1;mål;M1\n"), 1,
	    0, 1);
	session_free(s);
}

/* Everything wrong is told at once with file, line and column, and nothing is read. */
static void
every_fault(void)
{
	struct session *s = kit_create("faults.db");
	g_autofree char *rejects = NULL;
	GError *error = NULL;
	bool ok = kit_try_import(s, EXCHANGE_INDICATORS,
	    "styrmått;mål_K;riktning\nA;sju;öka\nB;;uppåt\nC;8;\n", false, NULL, &rejects,
	    &error);

	T_REFUSED(ok, error, INPUT, "2 fel hittades");
	if (!strstr(
	        rejects, "in.csv:2: kolumn \"mål_K\": \"sju\" har annat än ett tal") ||
	    !strstr(rejects, "in.csv:3: kolumn \"riktning\": "))
		T_TEXT(rejects, "both");
	HOLDS(s, EXCHANGE_INDICATORS, "");
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "goal map", map_in_any_order },
		{ "counts alone", counts_alone }, { "factors", factors },
		{ "factors of one name", factors_of_one_name },
		{ "plain goals", plain_goals }, { "indicators", indicators },
		{ "values told twice", values_told_twice },
		{ "indicators told", indicators_told }, { "series", series },
		{ "errands", errands }, { "strategic", strategic }, { "beside", beside },
		{ "there and back", there_and_back }, { "links", links_refused },
		{ "every fault", every_fault }, CU_TEST_INFO_NULL };

	return kit_run("import_goals", cases);
}
