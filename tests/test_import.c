/*
 * test_import.c - files in: counted, twice nothing, all or nothing; and out and in again.
 */
#include "session_kit.h"

static const char plan_csv[] = "id;åtgärd;förvaltning;område;ansvarig;2021 kr;2022 kr\n"
                               "A-1;Ett;Vård;Norr;Eva;100;\n"
                               "A-2;Två;Service;Norr;Bo;;50\n";

static struct session *
small(const char *name)
{
	struct session *s = kit_create(name);

	T_INT(kit_import(s, EXCHANGE_PLAN, plan_csv).added, 2);
	return s;
}

static void
expect(struct import_result r, int64_t added, int64_t changed, int64_t same)
{
	T_INT(r.added, added);
	T_INT(r.changed, changed);
	T_INT(r.same, same);
	T_INT(r.change > 0, added + changed > 0);
}

/* A file of each kind, and the same with one row changed and one new. */
static const struct {
	enum exchange_kind kind;
	const char *head, *row, *other, *fresh;
} files[] = {
	{ EXCHANGE_PLAN, "id;åtgärd;förvaltning;2021 kr", "B-1;x;Vård;5", "B-1;x;Vård;6",
	    "B-2;y;Vård;" },
	{ EXCHANGE_REPORTS, "id;omgång;ljus;prognos kr", "A-1;2021-03;gul;5",
	    "A-1;2021-03;gul;6", "A-2;2021-03;röd;" },
	{ EXCHANGE_REQUIREMENTS, "år;typ;belopp kr;skillnad kr;skäl", "2021;;5;1;ja",
	    "2021;;6;1;ja", ";budgetreducering;7;;" },
	{ EXCHANGE_REALLOCATIONS, "id;år;ändamål;belopp kr", "O;2021;x;5", "O;2021;x;6",
	    "O;2022;x;5" },
	{ EXCHANGE_BENCHMARKS, "kod;namn;utlovat kr;realiserat kr", "K;n;5;", "K;n;5;0",
	    "L;n;5;6" },
	{ EXCHANGE_OVERLAPS, "id;med;år;belopp kr;viker", "A-1;A-2;2021;5;A-1",
	    "A-1;A-2;2021;5;A-2", "A-1;A-2;2022;;" },
	{ EXCHANGE_CALCULATIONS, "område;period;brutto kr;kostnad kr;netto kr",
	    "Norr;p;5;2;3", "Norr;p;5;3;2", "Söder;p;5;2;3" },
	{ EXCHANGE_DECISIONS, "nr;id;datum;utfall;beslut", "1;A-1;2019-06-12;bifall;x",
	    "1;A-1;2019-06-12;avslag;x", "1;;2019-06-12;bifall;x" },
	{ EXCHANGE_ASSESSMENTS, "id;datum;underlag;slutsats", "A-1;våren 2019;RK 1;bra",
	    "A-1;våren 2019;RK 1;", "A-2;;;" },
	{ EXCHANGE_MILESTONES, "id;milstolpe;datum;klar", "A-1;Avtal;2020-03;",
	    "A-1;Avtal;2020-03;Q2 2020", "A-2;Avtal;2020-03;" },
	{ EXCHANGE_FORECASTS, "id;omgång;år;prognos kr", "A-1;2021-03;2022;5",
	    "A-1;2021-03;2022;6", "A-1;2021-03;;5" },
};

/* Which line a row without a place falls on is told by what was there before the file:
 * neither the order of rows nor how many are posted at a time. */
static void
lines_of_the_file(void)
{
	struct session *s = kit_create("lines.db");
	g_autofree char *csv = NULL;

	kit_import(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning\nA;a;Vård\n");
	kit_import(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr;kostnadsslag\nA;2021-01;1;drift\nA;2021-02;2;\n");
	kit_import(s, EXCHANGE_SAVINGS,
	    "id;period;belopp "
	    "kr;kostnadsslag;ref\nA;2021-03;4;personal;\nA;2021-04;8;;R\n");
	csv = kit_export(s, EXCHANGE_SAVINGS);
	CU_ASSERT(strstr(csv, "A;2021-01;1,00;Vård;drift;;;A|") != NULL);
	CU_ASSERT(strstr(csv, "A;2021-02;2,00;Vård;ospecificerat;;;A|") != NULL);
	CU_ASSERT(strstr(csv, "A;2021-03;4,00;Vård;personal;;;A|") != NULL);
	CU_ASSERT(strstr(csv, "A;2021-04;8,00;Vård;ospecificerat;;;R") != NULL);
	session_free(s);
}

static void
each_kind(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		struct session *s = small("kind.db");
		g_autofree char *one =
		    g_strdup_printf("%s\n%s\n", files[i].head, files[i].row);
		g_autofree char *two = g_strdup_printf(
		    "%s\n%s\n%s\n", files[i].head, files[i].other, files[i].fresh);
		g_autofree char *back = NULL;
		g_autofree char *before = NULL;
		struct import_result r;

		expect(kit_import(s, files[i].kind, one), 1, 0, 0);
		expect(kit_import(s, files[i].kind, one), 0, 0, 1);
		before = kit_export(s, files[i].kind);
		r = kit_import(s, files[i].kind, two);
		expect(r, 1, 1, 0);
		expect(kit_import(s, files[i].kind, two), 0, 0, 2);
		back = kit_export(s, files[i].kind);
		CU_ASSERT(strcmp(back, before) != 0);
		expect(kit_import(s, files[i].kind, back), 0, 0,
		    files[i].kind == EXCHANGE_PLAN ? 4 : 2);
		kit_undo(s, r.change);
		T_TAKE(kit_export(s, files[i].kind), before);
		kit_sound(s);
		session_free(s);
	}
}

static void
savings(void)
{
	struct session *s = small("savings.db");
	struct import_result r;
	static const char csv[] =
	    "id;period;belopp kr;ref;kommentar\nA-1;2021-01;5;F1;a\n"
	    "A-1;2021-01;6;;b\nA-1;2021-02;;;\nA-2;T1 2021;-7;;\n\n";
	int64_t change;

	r = kit_import(s, EXCHANGE_SAVINGS, csv);
	expect(r, 3, 0, 0);
	T_INT(r.rows, 4);
	T_INT(r.blank, 1);
	T_INT(r.empty, 1);
	change = r.change;
	expect(kit_import(s, EXCHANGE_SAVINGS, csv), 0, 0, 3);
	kit_unit(s, "Vård", KR(100), KR(11));
	kit_unit(s, "Service", KR(50), KR(-7));
	kit_refuse(s, EXCHANGE_SAVINGS, "id;period;belopp kr;ref\nA-1;2021-01;9;F1\n",
	    "--ratta");
	kit_refuse(s, EXCHANGE_SAVINGS, "id;period;belopp kr;ref\nA-2;2021-01;5;F1\n",
	    "ref är redan");
	kit_refuse(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr;ref\nA-1;2021-03;9;F2\nA-1;2021-04;9;F2\n", "ref");
	kit_refuse(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr\nA-1;2021-03;9\nA-1;2021-03;9\n", "två gånger");
	/* known before, and twice in the file */
	kit_refuse(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr;ref\nA-1;2021-01;5;F1\nA-1;2021-01;5;F1\n",
	    "två gånger");
	kit_refuse(s, EXCHANGE_SAVINGS, "id;period;belopp kr\nA1;2021-03;9\n",
	    "Menade du \"A-1\"");
	kit_refuse(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr;förvaltning\nA-1;2021-03;9;Service\n", "hör inte till");
	kit_refuse(s, EXCHANGE_SAVINGS, "id;period;belopp\nA-1;2021-03;9\n", "enhet");
	kit_undo(s, change);
	kit_unit(s, "Vård", KR(100), -1);
	expect(kit_import(s, EXCHANGE_SAVINGS, csv), 3, 0, 0);
	kit_unit(s, "Vård", KR(100), KR(11));
	kit_sound(s);
	session_free(s);
}

/* Everything wrong is listed at once, with its line. */
static void
every_fault(void)
{
	struct session *s = small("faults.db");
	g_autofree char *rejects = NULL;
	GError *error = NULL;
	bool ok;

	kit_post(s, "A-1", 202101, KR(5));
	ok = kit_try_import(s, EXCHANGE_SAVINGS,
	    "id;period;belopp kr\nX-1;2021-03;9\nA-1;2021-01;6\nA-1;2021-13;6\n", false,
	    NULL, &rejects, &error);
	T_REFUSED(ok, error, INPUT, "3 fel");
	CU_ASSERT(strstr(rejects, "in.csv:2: ") != NULL);
	CU_ASSERT(strstr(rejects, "in.csv:3: ") != NULL);
	CU_ASSERT(strstr(rejects, "in.csv:4: ") != NULL);
	session_free(s);
}

static void
plan_rows(void)
{
	struct session *s = small("plan.db");
	struct detail *d;

	/* blank cells keep what is there */
	expect(kit_import(s, EXCHANGE_PLAN,
	           "id;åtgärd;ansvarig;2021 kr\nA-1;;;\nA-2;Nytt namn;;\n"),
	    0, 1, 1);
	d = kit_detail(s, "A-2");
	T_TEXT(d->action.name, "Nytt namn");
	T_TEXT(d->action.owner, "Bo");
	T_INT(d->action.stage, 1); /* it had an amount */
	T_INT(d->target.ore, KR(50));
	detail_free(d);
	/* several rows of one id are lines; blanks of the second say nothing */
	expect(kit_import(s, EXCHANGE_PLAN,
	           "id;åtgärd;förvaltning;mottagare;kostnadsslag;2021 kr;hela perioden "
	           "kr;kontrollsumma kr\n"
	           "B-1;Be;Vård;;personal;5;;5\nB-1;;;ej "
	           "fördelad;drift;;7;7\nB-1;;;Ny;;;;\n"),
	    1, 0, 0);
	d = kit_detail(s, "B-1");
	T_INT(d->target.ore, KR(12));
	T_INT(d->targets->len, 2);
	detail_free(d);
	kit_refuse(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning\nC;Ce;Vård\nC;Annat;Vård\n",
	    "rad 2 säger \"Ce\"");
	kit_refuse(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;2021 kr;kontrollsumma kr\nC;Ce;Vård;5;6\n",
	    "summerar till");
	kit_refuse(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning\nC;Ce;\n", "förvaltning");
	kit_refuse(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning;status\nC;Ce;Vård;snart\n",
	    "status");
	kit_refuse(
	    s, EXCHANGE_PLAN, "id;åtgärd;förvaltning\nC;Ce;ej fördelad\n", "förvaltning");
	kit_sound(s);
	session_free(s);
}

/* The second row of the second file is wrong: the first file is not read in either. */
static void
all_or_nothing(void)
{
	struct session *s = small("nothing.db");
	const char *const paths[] = { kit_path("one.csv"), kit_path("two.csv") };
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	struct import_result result = { 0 };
	g_autoptr(GBytes) before = kit_read(session_path(s));
	g_autoptr(GBytes) after = NULL;
	g_autoptr(GBytes) dry = NULL;
	g_autoptr(GString) printed = g_string_new(NULL);
	GError *error = NULL;

	kit_write_text(paths[0], "id;period;belopp kr\nA-1;2021-01;5\n");
	kit_write_text(paths[1], "id;period;belopp kr\nA-1;2021-02;5\nA-1;2021-03;fem\n");
	T_REFUSED(session_import(s, EXCHANGE_SAVINGS, paths, 2, &options, false, rejects,
	              &result, &error),
	    error, INPUT, "1 fel");
	rejects_print(rejects, printed);
	CU_ASSERT(strstr(printed->str, "two.csv:3: ") != NULL);
	rejects_free(rejects);
	after = kit_read(session_path(s));
	CU_ASSERT(g_bytes_equal(before, after));
	rejects = rejects_new();
	T_OK(session_import(
	         s, EXCHANGE_SAVINGS, paths, 1, &options, true, rejects, &result, &error),
	    error);
	T_INT(result.added, 1);
	T_INT(result.change, 0);
	dry = kit_read(session_path(s));
	CU_ASSERT(g_bytes_equal(before, dry));
	kit_unit(s, "Vård", KR(100), -1);
	T_REFUSED(session_import(s, EXCHANGE_SAVINGS,
	              (const char *const[]){ kit_path("none.csv") }, 1, &options, false,
	              rejects, &result, &error),
	    error, FILE, "none.csv");
	rejects_free(rejects);
	session_free(s);
}

static void
short_kinds(void)
{
	struct session *s = small("short.db");

	kit_refuse(
	    s, EXCHANGE_OVERLAPS, "id;med;belopp kr;viker\nA-1;A-1;5;\n", "sig själv");
	kit_refuse(s, EXCHANGE_OVERLAPS, "id;med;belopp kr;viker\nA-1;A-9;5;\n", "A-9");
	kit_refuse(
	    s, EXCHANGE_OVERLAPS, "id;med;belopp kr;viker\nA-1;A-2;-5;\n", "negativt");
	kit_refuse(
	    s, EXCHANGE_OVERLAPS, "id;med;belopp kr;viker\nA-1;A-2;5;A-3\n", "viker");
	kit_refuse(s, EXCHANGE_REQUIREMENTS, "år;belopp kr\n2021;5\n2021;6\n", "rad 2");
	kit_refuse(s, EXCHANGE_REPORTS, "id;omgång;ljus\nA-1;2021-03;lila\n", "lila");
	kit_refuse(s, EXCHANGE_REPORTS,
	    "id;omgång;ljus\nA-1;2021-03;gul\nA-1;2021-03;gul\n", "rad 2");
	kit_refuse(s, EXCHANGE_REPORTS, "id;omgång\nB;2021-03\n", "finns inte");
	/* a report is merged into the round's, in the order of the rounds or not */
	kit_import(s, EXCHANGE_REPORTS,
	    "id;omgång;status\nA-1;2021-06;pausad\nA-1;2021-03;genomförd\n");
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;kommentar\nA-1;2021-06;Vi väntar\n");
	T_TAKE(kit_export(s, EXCHANGE_REPORTS),
	    "\xef\xbb\xbfid;omgång;status;ljus;kommentar;inget nytt;prognos "
	    "kr;resultat\r\n"
	    "A-1;2021-03;genomförd;;;;;\r\nA-1;2021-06;pausad;;Vi väntar;;;\r\n");
	session_free(s);
}

/* What stages rest on: dates in one writing, words known, a row replaces its like. */
static void
steps(void)
{
	struct session *s = small("steps.db");

	kit_refuse(s, EXCHANGE_DECISIONS, "nr;id;utfall\n1;A-1;bifal\n", "bifall");
	kit_refuse(s, EXCHANGE_DECISIONS, "nr;id\n1;A-9\n", "A-9");
	kit_refuse(s, EXCHANGE_DECISIONS, "nr;id\n;A-1\n", "cellen är tom");
	kit_refuse(s, EXCHANGE_DECISIONS, "nr;datum\n1;Q5 2019\n", "datum");
	kit_refuse(s, EXCHANGE_DECISIONS, "nr;id\n1;A-1\n2;A-1\n1;A-1\n", "rad 2");
	kit_refuse(s, EXCHANGE_ASSESSMENTS, "id;datum\nA-1;i fjol\n", "i fjol");
	kit_refuse(s, EXCHANGE_ASSESSMENTS, "id\nA-1\nA-1\n", "rad 2");
	kit_refuse(
	    s, EXCHANGE_MILESTONES, "id;milstolpe;datum\nA-1;Avtal;\n", "cellen är tom");
	kit_refuse(
	    s, EXCHANGE_MILESTONES, "id;milstolpe;datum\nA-1;;2020\n", "cellen är tom");
	kit_refuse(s, EXCHANGE_MILESTONES,
	    "id;milstolpe;datum;klar\nA-1;Avtal;2020;nästan\n", "klar");
	/* one nr may decide of several actions, and of the programme */
	expect(kit_import(s, EXCHANGE_DECISIONS,
	           "nr;id;datum;instans;paragraf;diarienummer;utfall;beslut\n"
	           "7;A-1;2019-06;RS;12;;;\n"),
	    1, 0, 0);
	expect(kit_import(s, EXCHANGE_DECISIONS,
	           "nr;id;datum;instans;paragraf;diarienummer;utfall;beslut\n"
	           "7;A-1;Q2 2019;RS;12;;BIFALL;Ja\n7;A-2;;;;;;\n7;;;;;RS 1;;\n"),
	    2, 1, 0);
	T_TAKE(kit_export(s, EXCHANGE_DECISIONS),
	    "\xef\xbb\xbfnr;id;datum;instans;paragraf;diarienummer;utfall;beslut;fas;"
	    "belopp kr;anmärkning\r\n7;A-1;Q2 2019;RS;12;;bifall;Ja;;;\r\n"
	    "7;A-2;;;;;;;;;\r\n7;;;;;RS 1;;;;;\r\n");
	/* a blank cell empties what was there: a milestone is open again */
	kit_import(s, EXCHANGE_MILESTONES,
	    "id;milstolpe;datum;klar\nA-1;Avtal;VÅREN 2020;2020-04-02\n");
	kit_import(s, EXCHANGE_MILESTONES, "id;milstolpe;datum\nA-1;Avtal;våren 2020\n");
	T_TAKE(kit_export(s, EXCHANGE_MILESTONES),
	    "\xef\xbb\xbfid;milstolpe;datum;klar;mål\r\nA-1;Avtal;våren 2020;;\r\n");
	kit_sound(s);
	session_free(s);
}

/* A forecast of the round's own year is the one that reports carry; other years stand
 * beside; a blank amount takes one back. */
static void
forecasts(void)
{
	struct session *s = small("forecasts.db");

	kit_import(s, EXCHANGE_REPORTS, "id;omgång;prognos kr\nA-1;2021-03;5\n");
	expect(kit_import(s, EXCHANGE_FORECASTS,
	           "id;omgång;år;prognos kr\nA-1;2021-03;;5\nA-1;2021-03;2022;8\n"
	           "A-2;DÅ04-2021;2021;-7\nA-2;DÅ04-2021;2022;\n"),
	    2, 0, 2);
	T_TAKE(kit_export(s, EXCHANGE_FORECASTS),
	    "\xef\xbb\xbfid;omgång;år;prognos kr\r\nA-1;2021-03;2021;5,00\r\n"
	    "A-1;2021-03;2022;8,00\r\nA-2;DÅ04-2021;2021;-7,00\r\n");
	expect(kit_import(s, EXCHANGE_FORECASTS,
	           "id;omgång;prognos kr\nA-1;2021-03;\nA-2;DÅ04-2021;-6\n"),
	    0, 2, 0);
	T_TAKE(kit_export(s, EXCHANGE_REPORTS),
	    "\xef\xbb\xbfid;omgång;status;ljus;kommentar;inget nytt;prognos "
	    "kr;resultat\r\n"
	    "A-1;2021-03;;;;;;\r\n");
	kit_refuse(s, EXCHANGE_FORECASTS, "id;omgång;prognos\nA-1;2021-03;5\n", "enhet");
	kit_refuse(s, EXCHANGE_FORECASTS, "id;omgång\nA-1;2021-03\n", "prognos");
	kit_refuse(s, EXCHANGE_FORECASTS,
	    "id;omgång;år;prognos kr\nA-1;2021-03;;5\nA-1;2021-03;2021;6\n", "rad 2");
	kit_refuse(s, EXCHANGE_FORECASTS, "id;omgång;prognos kr\nA-9;2021-03;5\n", "A-9");
	kit_sound(s);
	session_free(s);
}

/* Each kind's export read into an empty database, in the order of the kinds or with the
 * independent ones first, gives the same exports. */
static void
example_round_trip(void)
{
	static const enum exchange_kind other_order[] = { EXCHANGE_CALCULATIONS,
		EXCHANGE_BENCHMARKS, EXCHANGE_REALLOCATIONS, EXCHANGE_REQUIREMENTS,
		EXCHANGE_PLAN, EXCHANGE_FORECASTS, EXCHANGE_OVERLAPS, EXCHANGE_MILESTONES,
		EXCHANGE_ASSESSMENTS, EXCHANGE_REPORTS, EXCHANGE_DECISIONS,
		EXCHANGE_SAVINGS, EXCHANGE_PRECONDITIONS, EXCHANGE_GOALS,
		EXCHANGE_INDICATORS, EXCHANGE_MEASUREMENTS, EXCHANGE_ASSIGNMENTS,
		EXCHANGE_LINKS };
	struct session *s = kit_create("example.db");
	char *all[EXCHANGE_KIND__N];
	GError *error = NULL;

	T_OK(session_load_example(s, true, &error), error);
	kit_sound(s);
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		all[k] = kit_export(s, (enum exchange_kind)k);
	session_free(s);
	for (int turn = 0; turn < 2; turn++) {
		s = kit_create("again.db");
		for (int i = 0; i < EXCHANGE_KIND__N; i++) {
			enum exchange_kind k =
			    turn ? other_order[i] : (enum exchange_kind)i;

			kit_import(s, k, all[k]);
		}
		for (int k = 0; k < EXCHANGE_KIND__N; k++)
			T_TAKE(kit_export(s, (enum exchange_kind)k), all[k]);
		kit_sound(s);
		session_free(s);
	}
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		g_free(all[k]);
}

/* The round of the tertial comes after that of its last month, whichever file is read
 * first. */
static void
rounds_of_one_month(void)
{
	static const char *const rows[] = { "A-1;2021-04;pågående;10\n",
		"A-1;DÅ04-2021;försenad;20\n" };
	const struct view view = { .cutoff = 202104 };

	for (size_t first = 0; first < 2; first++) {
		struct session *s = small("month.db");
		struct detail *d;

		for (size_t i = 0; i < 2; i++) {
			g_autofree char *csv = g_strconcat(
			    "id;omgång;status;prognos kr\n", rows[(first + i) % 2], NULL);

			T_INT(kit_import(s, EXCHANGE_REPORTS, csv).added, 1);
		}
		d = kit_detail(s, "A-1");
		T_INT(d->action.status, STATUS_DELAYED);
		T_TEXT(g_array_index(d->reports, struct detail_report, 0).round,
		    "DÅ04-2021");
		detail_free(d);
		T_INT(kit_cell(s, &view, GROUPING_ACTION, SELECT_ALL, "A-1", 0)
		          .forecast.ore,
		    KR(20));
		session_free(s);
	}
}

int
main(void)
{
	CU_TestInfo cases[] = { { "each kind", each_kind },
		{ "lines of the file", lines_of_the_file }, { "savings", savings },
		{ "every fault", every_fault }, { "plan rows", plan_rows },
		{ "all or nothing", all_or_nothing }, { "short kinds", short_kinds },
		{ "steps", steps }, { "forecasts", forecasts },
		{ "rounds of one month", rounds_of_one_month },
		{ "example", example_round_trip }, CU_TEST_INFO_NULL };

	return kit_run("import", cases);
}
