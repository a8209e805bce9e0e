/*
 * test_template.c - the follow-up template: what it shows, and what comes of it filled
 * in.
 *
 * Amounts are added up by hand from what each test posts.
 */
#include "session_kit.h"

#include "session/progress.h"
#include "session/template.h"

#define TWO                                                                              \
	"id;åtgärd;förvaltning;mottagare;2021 mkr\n"                                  \
	"A-1;Vårdplatser;Vård;Vård;10\nB-1;Lokaler;Stab;;\nC-1;Resor;Stab;Stab;2\n"

static struct session *
start(const char *name)
{
	struct session *s = kit_create(name);

	kit_import(s, EXCHANGE_PLAN, TWO);
	return s;
}

/* A filled in template made at the last change; rows without their last four columns. */
static char *
filled(struct session *s, const char *rows)
{
	struct last_change last = { 0 };
	g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
	GString *text =
	    g_string_new("id;utfall nu mkr;prognos mkr;status;ljus;kommentar;inget "
	                 "nytt;omgång;program;mall\n");
	GError *error = NULL;

	T_OK(session_last_change(s, &last, &error), error);
	for (char **line = lines; *line; line++)
		if (**line)
			g_string_append_printf(text,
			    "%s;DÅ04-2021;P;#%" G_GINT64_FORMAT "\n", *line, last.number);
	last_change_clear(&last);
	return g_string_free(text, FALSE);
}

/* Everything that a filled in template may change. */
static char *
content(struct session *s)
{
	g_autofree char *savings = kit_export(s, EXCHANGE_SAVINGS);
	g_autofree char *reports = kit_export(s, EXCHANGE_REPORTS);
	g_autofree char *forecasts = kit_export(s, EXCHANGE_FORECASTS);
	g_autofree char *plan = kit_export(s, EXCHANGE_PLAN);

	return g_strconcat(savings, reports, forecasts, plan, NULL);
}

static struct amount
realised(struct session *s, const char *code)
{
	struct progress *p = NULL;
	struct amount sum = AMOUNT_NONE;
	GError *error = NULL;

	T_OK(session_progress(s, 202104, &p, &error), error);
	for (guint i = 0; p && i < p->rows->len; i++) {
		const struct progress_row *row =
		    &g_array_index(p->rows, struct progress_row, i);

		if (strcmp(row->action->code, code) == 0)
			sum = progress_now(p, row);
	}
	progress_free(p);
	return sum;
}

static void
expect_realised(struct session *s, const char *code, int64_t kr)
{
	struct amount sum = realised(s, code);

	CU_ASSERT_TRUE(sum.known);
	CU_ASSERT_EQUAL(sum.ore, kr * 100);
}

/* ---- made ---------------------------------------------------------------------------
 */

static void
test_made(void)
{
	struct session *s = start("mall.db");
	struct template_query query = { "DÅ04-2021", NULL };
	struct template_file *form = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	GError *error = NULL;
	struct round_edit round = { .name = "DÅ04-2021", .closed = 1 };
	struct saved saved = { 0 };

	kit_post(s, "A-1", 202101, KR(1000000));
	kit_post(s, "A-1", 202103, KR(250000));
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;kommentar\nA-1;2021-02;Början\n");
	query.unit = "vård";
	T_OK(session_template(s, &query, &form, &error), error);
	CU_ASSERT_EQUAL(form->rows->len, 1);
	template_csv(form, text);
	/* the round before ends with February, so that March is none of it */
	T_TEXT(text->str,
	    "\xef\xbb\xbfid;åtgärd;mål mkr;utfall förra omgången mkr;utfall nu "
	    "mkr;prognos "
	    "mkr;status;ljus;kommentar;inget nytt;omgång;program;förvaltning;mall\r\n"
	    "A-1;Vårdplatser;10;1;;;;;;;DÅ04-2021;P;Vård;#5\r\n");
	T_TEXT(form->before, "2021-02");
	template_free(form);
	query.unit = "Vrd";
	T_REFUSED(session_template(s, &query, &form, &error), error, NOT_FOUND,
	    "Menade du \"Vård\"?");
	query.unit = NULL;
	T_OK(session_set_round(s, &round, &saved, &error), error);
	T_REFUSED(session_template(s, &query, &form, &error), error, INPUT,
	    "Omgången DÅ04-2021 är stängd");
	query.round = "2021-05";
	T_OK(session_template(s, &query, &form, &error), error);
	CU_ASSERT_EQUAL(form->rows->len, 3);
	T_TEXT(form->before, "DÅ04-2021");
	template_free(form);
	session_free(s);
}

/* ---- filled in ----------------------------------------------------------------------
 */

/* Both parts are one change, which one step takes back. */
static void
test_undo(void)
{
	struct session *s = start("undo.db");
	g_autofree char *before = NULL, *after = NULL, *back = NULL, *text = NULL;
	struct import_result r;

	kit_post(s, "A-1", 202101, KR(1000000));
	before = content(s);
	text = filled(s, "A-1;1,5;9;pågående;gul;Väntar;\nB-1;;;;;;ja\nC-1;;;;;;");
	r = kit_import(s, EXCHANGE_REPORTS, text);
	CU_ASSERT_TRUE(r.template);
	CU_ASSERT_EQUAL(r.added, 2);
	CU_ASSERT_EQUAL(r.blank, 1);
	expect_realised(s, "A-1", 1500000);
	after = content(s);
	CU_ASSERT_PTR_NOT_NULL(strstr(after, "A-1;2021-04;500000,00;Vård"));
	CU_ASSERT_PTR_NOT_NULL(strstr(after, "A-1;DÅ04-2021;pågående;gul;Väntar"));
	kit_undo(s, r.change);
	back = content(s);
	T_TEXT(back, before);
	kit_sound(s);
	session_free(s);
}

/* "nej" alone says nothing: no report is made of it, and none is changed. */
static void
test_no(void)
{
	struct session *s = start("nej.db");
	g_autofree char *before = NULL, *after = NULL, *text = NULL;
	struct import_result r;

	kit_import(s, EXCHANGE_REPORTS, "id;omgång;inget nytt\nB-1;DÅ04-2021;ja\n");
	before = content(s);
	text = filled(s, "A-1;;;;;;nej\nB-1;;;;;;nej\nC-1;;;;;;");
	r = kit_import(s, EXCHANGE_REPORTS, text);
	CU_ASSERT_EQUAL(r.change, 0);
	CU_ASSERT_EQUAL(r.blank, 3);
	after = content(s);
	T_TEXT(after, before);
	kit_sound(s);
	session_free(s);
}

/* An action without a line gets one, and a second file sees what the first posted. */
static void
test_fresh_line(void)
{
	struct session *s = start("fresh.db");
	g_autofree char *one = filled(s, "B-1;3;;;;;");
	g_autofree char *two = filled(s, "B-1;3;;;;Två;");
	const char *const files[] = { kit_path("ett.csv"), kit_path("två.csv") };
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	struct import_result r = { 0 };
	GError *error = NULL;

	kit_write_text(files[0], one);
	kit_write_text(files[1], two);
	T_OK(session_import(
	         s, EXCHANGE_SAVINGS, files, 2, &options, false, rejects, &r, &error),
	    error);
	expect_realised(s, "B-1", 3000000);
	CU_ASSERT_EQUAL(r.added, 1);
	CU_ASSERT_EQUAL(r.changed, 1);
	rejects_free(rejects);
	kit_sound(s);
	session_free(s);
}

/* What somebody posts after the template was made is not overwritten unasked. */
static void
test_since(void)
{
	struct session *s = start("since.db");
	g_autofree char *text = filled(s, "A-1;4;;;;;\nC-1;1;;;;;");
	const char *file = kit_path("in.csv");
	const struct read_options options = { 0 };
	const struct import_choice replace = { .replace = true };
	struct rejects *rejects = rejects_new();
	g_autoptr(GString) told = g_string_new(NULL);
	struct import_result r = { 0 };
	GError *error = NULL;

	kit_post(s, "A-1", 202102, KR(2500000));
	T_REFUSED(kit_try_import(s, EXCHANGE_SAVINGS, text, false, NULL, NULL, &error),
	    error, CONFLICT, "ingenting är inläst");
	T_REFUSED(session_import(s, EXCHANGE_SAVINGS, &file, 1, &options, false, rejects,
	              &r, &error),
	    error, CONFLICT, "ingenting är inläst");
	rejects_print(rejects, told);
	CU_ASSERT_EQUAL(rejects_count(rejects), 1);
	if (!strstr(told->str,
	        "har \"2,5 mkr\" skrivits av Ann (#3), men här står \"4,0 mkr\""))
		T_TEXT(told->str, "both amounts and who");
	rejects_free(rejects);
	expect_realised(s, "A-1", 2500000);
	rejects = rejects_new();
	T_OK(session_import_chosen(s, EXCHANGE_SAVINGS, &file, 1, &options, &replace,
	         false, rejects, &r, &error),
	    error);
	expect_realised(s, "A-1", 4000000);
	expect_realised(s, "C-1", 1000000);
	rejects_free(rejects);
	kit_sound(s);
	session_free(s);
}

/* Two files of one import that differ, one of them from what stands: neither order loses
 * what the other says, and each field is said to be of the file that it is of. */
static void
test_two(void)
{
	struct session *s = start("tva.db");
	g_autofree char *first = filled(s, "A-1;5;;;;Samma;");
	g_autofree char *same = NULL, *other = NULL, *before = NULL, *after = NULL;
	const struct read_options options = { 0 };
	const char *files[] = { kit_path("ena.csv"), kit_path("andra.csv") };

	kit_import(s, EXCHANGE_REPORTS, first);
	same = filled(s, "A-1;5;;;;Samma;");
	other = filled(s, "A-1;7;8;;;Annat;");
	kit_write_text(files[0], same);
	kit_write_text(files[1], other);
	before = content(s);
	for (int i = 0; i < 2; i++) {
		const char *const order[] = { files[i], files[1 - i] };
		struct rejects *rejects = rejects_new();
		g_autoptr(GString) told = g_string_new(NULL);
		g_autofree char *base = g_path_get_basename(order[0]);
		g_autofree char *who = g_strdup_printf("skrivits i %s", base);
		struct import_result r = { 0 };
		GError *error = NULL;

		T_REFUSED(session_import(s, EXCHANGE_REPORTS, order, 2, &options, false,
		              rejects, &r, &error),
		    error, CONFLICT, "ingenting är inläst");
		CU_ASSERT_EQUAL(rejects_count(rejects), 2);
		rejects_print(rejects, told);
		if (!strstr(told->str, who))
			T_TEXT(told->str, who);
		rejects_free(rejects);
	}
	after = content(s);
	T_TEXT(after, before);
	session_free(s);
}

/* Outcomes and a template in one import: the year's amount is what the template says,
 * also of an action whose line the outcomes made; after the template they would add to
 * it. */
static void
test_mixed(void)
{
	struct session *s = start("blandat.db");
	g_autofree char *text = filled(s, "B-1;5;;;;;");
	const char *files[] = { kit_path("utfall.csv"), kit_path("mall.csv") };
	const char *const back[] = { files[1], files[0] };
	const struct import_choice replace = { .replace = true };
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	g_autoptr(GString) told = g_string_new(NULL);
	struct import_result r = { 0 };
	GError *error = NULL;

	kit_write_text(files[0], "id;period;belopp mkr\nB-1;2021-03;3\n");
	kit_write_text(files[1], text);
	T_REFUSED(session_import(
	              s, EXCHANGE_SAVINGS, back, 2, &options, false, rejects, &r, &error),
	    error, INPUT, "1 fel hittades");
	rejects_print(rejects, told);
	if (!strstr(told->str, "utfall.csv:2: kolumn \"id\": en mall som lästes före"))
		T_TEXT(told->str, "told");
	rejects_free(rejects);
	rejects = rejects_new();
	T_REFUSED(session_import(s, EXCHANGE_SAVINGS, files, 2, &options, false, rejects,
	              &r, &error),
	    error, CONFLICT, "1 fel hittades");
	rejects_free(rejects);
	rejects = rejects_new();
	T_OK(session_import_chosen(s, EXCHANGE_SAVINGS, files, 2, &options, &replace,
	         false, rejects, &r, &error),
	    error);
	rejects_free(rejects);
	expect_realised(s, "B-1", 5000000);
	kit_sound(s);
	session_free(s);
}

/* A month that two rounds end with has one amount, and an amount to April is not added to
 * what has been said to May. */
static void
test_months(void)
{
	struct session *s = start("manader.db");
	g_autofree char *first = filled(s, "A-1;5;;;;;");
	const char *const files[] = { kit_path("ena.csv"), kit_path("andra.csv") };
	static const char *const rounds[] = { "2021-04", "2021-05" };
	const struct read_options options = { 0 };

	kit_import(s, EXCHANGE_REPORTS, first);
	for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++) {
		g_autofree char *here = filled(s, i == 0 ? "A-1;5;;;;;" : "A-1;9;;;;;");
		g_auto(GStrv) parts = g_strsplit(here, "DÅ04-2021", -1);
		g_autofree char *one = g_strjoinv(rounds[i], parts);
		g_autofree char *two = filled(s, "A-1;7;;;;;");
		struct rejects *rejects = rejects_new();
		struct import_result r = { 0 };
		GError *error = NULL;

		kit_write_text(files[0], one);
		kit_write_text(files[1], two);
		CU_ASSERT_FALSE(session_import(
		    s, EXCHANGE_REPORTS, files, 2, &options, false, rejects, &r, &error));
		g_clear_error(&error);
		T_INT(rejects_count(rejects), 1);
		rejects_free(rejects);
	}
	expect_realised(s, "A-1", 5000000);
	session_free(s);
}

/* What another person wrote is not said to be of the file that said something else. */
static void
test_writer(void)
{
	struct session *s = start("vem.db");
	g_autofree char *one = filled(s, "A-1;;;;;Ett;");
	g_autofree char *two = filled(s, "A-1;4;;;;Ett;");
	const struct read_options options = { 0 };
	const char *files[] = { kit_path("ena.csv"), kit_path("andra.csv") };
	struct rejects *rejects = rejects_new();
	g_autoptr(GString) told = g_string_new(NULL);
	struct import_result r = { 0 };
	GError *error = NULL;

	kit_post(s, "A-1", 202102, KR(2500000));
	kit_write_text(files[0], one);
	kit_write_text(files[1], two);
	T_REFUSED(session_import(s, EXCHANGE_REPORTS, files, 2, &options, false, rejects,
	              &r, &error),
	    error, CONFLICT, "ingenting är inläst");
	rejects_print(rejects, told);
	if (!strstr(told->str, "har \"2,5 mkr\" skrivits av Ann (#3)"))
		T_TEXT(told->str, "skrivits av Ann");
	rejects_free(rejects);
	session_free(s);
}

/* A closed round takes it only as late. */
static void
test_closed(void)
{
	struct session *s = start("stangd.db");
	g_autofree char *text = filled(s, "A-1;4;;;;Sent;");
	const struct read_options late = { .late = true };
	struct round_edit round = { .name = "DÅ04-2021", .closed = 1 };
	const char *file = kit_path("in.csv");
	struct rejects *rejects = rejects_new();
	struct import_result r = { 0 };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_set_round(s, &round, &saved, &error), error);
	kit_refuse(s, EXCHANGE_REPORTS, text, "Omgången DÅ04-2021 är stängd");
	T_OK(session_import(
	         s, EXCHANGE_REPORTS, &file, 1, &late, false, rejects, &r, &error),
	    error);
	expect_realised(s, "A-1", 4000000);
	rejects_free(rejects);
	/* read in again it changes nothing, and so needs not be late */
	r = kit_import(s, EXCHANGE_REPORTS, text);
	CU_ASSERT_EQUAL(r.same, 1);
	CU_ASSERT_EQUAL(r.change, 0);
	session_free(s);
}

/* April's template comes back when May is posted: its amount would be added to May's. */
static void
test_month_after(void)
{
	struct session *s = start("senare.db");
	g_autofree char *april = filled(s, "A-1;5;;;;;");
	const char *file = kit_path("in.csv");
	const struct read_options options = { 0 };
	const struct import_choice replace = { .replace = true };
	struct rejects *rejects = rejects_new();
	struct import_result r = { 0 };
	g_autofree char *told = NULL;
	GError *error = NULL;

	kit_post(s, "A-1", 202105, 900000000); /* 9 mkr so far, all of it in May */
	CU_ASSERT_FALSE(
	    kit_try_import(s, EXCHANGE_REPORTS, april, false, &r, &told, &error));
	g_clear_error(&error);
	CU_ASSERT_TRUE(
	    strstr(told, "in.csv:2: kolumn \"utfall nu mkr\": en senare månad i "
	                 "år har bokförts sedan mallen gjordes") != NULL);
	T_OK(session_import_chosen(s, EXCHANGE_REPORTS, &file, 1, &options, &replace,
	         false, rejects, &r, &error),
	    error);
	T_INT(r.added, 1);
	expect_realised(s, "A-1", 5000000); /* to April */
	rejects_free(rejects);
	session_free(s);
}

/* Two months' templates, made at the same time and read in in the months' order: what
 * the first posts is not somebody else's.  5 mkr to April and 9 to May: 4 of May. */
static void
test_months_in_order(void)
{
	struct session *s = start("ordning.db");
	g_autofree char *april = filled(s, "A-1;5;;;;;\nC-1;1;;;;;");
	g_autofree char *later = filled(s, "A-1;9;;;;;\nC-1;2;;;;;");
	g_auto(GStrv) parts = g_strsplit(later, "DÅ04-2021", -1);
	g_autofree char *may = g_strjoinv("2021-05", parts);
	const char *const files[] = { kit_path("april.csv"), kit_path("maj.csv") };
	static const char *const except[] = { "C-1", NULL };
	const struct import_choice left = { .except = except };
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	struct import_result r = { 0 };
	g_autofree char *savings = NULL;
	GError *error = NULL;

	kit_write_text(files[0], april);
	kit_write_text(files[1], may);
	/* what somebody else posts is: C-1's is told of both templates, A-1's of none */
	kit_post(s, "C-1", 202103, 10000000);
	T_REFUSED(session_import(s, EXCHANGE_REPORTS, files, 2, &options, false, rejects,
	              &r, &error),
	    error, CONFLICT, "2 fel");
	T_INT(rejects_count(rejects), 2);
	rejects_free(rejects);
	rejects = rejects_new();
	T_OK(session_import_chosen(s, EXCHANGE_REPORTS, files, 2, &options, &left, false,
	         rejects, &r, &error),
	    error);
	T_INT(r.added, 2);
	savings = kit_export(s, EXCHANGE_SAVINGS);
	CU_ASSERT_TRUE(strstr(savings, "A-1;2021-04;5000000,00;") != NULL);
	CU_ASSERT_TRUE(strstr(savings, "A-1;2021-05;4000000,00;") != NULL);
	rejects_free(rejects);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "what it shows", test_made },
		{ "both parts in one step", test_undo },
		{ "nej alone", test_no },
		{ "a line that was not there", test_fresh_line },
		{ "written since", test_since },
		{ "two files that differ", test_two },
		{ "who wrote it", test_writer },
		{ "with outcomes", test_mixed },
		{ "months of the year", test_months },
		{ "months in order", test_months_in_order },
		{ "later month meanwhile", test_month_after },
		{ "a closed round", test_closed },
		CU_TEST_INFO_NULL,
	};
	int rc = t_run("template", cases);

	kit_remove(kit_folder());
	return rc;
}
