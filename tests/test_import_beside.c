/*
 * test_import_beside.c - series, assignments, preconditions and links in and out: what
 * each row becomes, what is refused, and every kind there and back again.
 *
 * Expected values are read off the written text by hand.
 */
#include "import_kit.h"

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
	/* in an uppdrag's row "nej" alone is as a blank cell: it takes nothing back, and
	 * makes no report where there is none */
	EXPECT(kit_import(s, EXCHANGE_ASSIGNMENTS,
	           "id;inget_nytt;omgång\nU1;nej;2017-04\nU2;nej;2017-03\n"),
	    0, 0, 2);
	HOLDS(s, EXCHANGE_REPORTS,
	    "U1;2017-03;;;Pågår.;;;\r\nU2;2017-03;;;;ja;;Klart i öster\r\n");
	/* "nej" is said too, and a blank cell is not */
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;inget nytt\nU2;2017-03;\n");
	HOLDS(s, EXCHANGE_REPORTS,
	    "U1;2017-03;;;Pågår.;;;\r\nU2;2017-03;;;;ja;;Klart i öster\r\n");
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;inget nytt\nU2;2017-03;nej\n");
	HOLDS(s, EXCHANGE_REPORTS,
	    "U1;2017-03;;;Pågår.;;;\r\nU2;2017-03;;;;;;Klart i öster\r\n");
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;inget nytt\nU2;2017-03;ja\n");
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
	CU_TestInfo cases[] = {
		{ "series", series },
		{ "errands", errands },
		{ "strategic", strategic },
		{ "beside", beside },
		{ "there and back", there_and_back },
		{ "links", links_refused },
		{ "every fault", every_fault },
		CU_TEST_INFO_NULL,
	};

	return kit_run("import_beside", cases);
}
