/*
 * test_session.c - opening a plan, its figures, and changing its actions.
 */
#include <sqlite3.h>

#include "session/state.h"
#include "session_small.h"

static void
opening(void)
{
	struct session_options options = { .path = kit_fresh("open.db"), .write = true };
	struct session *s = NULL;
	GError *error = NULL;

	T_REFUSED(session_open(&options, &s, &error), error, FILE, "finns inte");
	T_REFUSED(session_create(&options, "", "", &s, &error), error, INPUT, NULL);
	CU_ASSERT(!g_file_test(options.path, G_FILE_TEST_EXISTS));
	kit_remove(options.path);
	T_OK(session_create(&options, "P", "Programmet", &s, &error), error);
	CU_ASSERT(session_who(s)[0] != '\0');
	session_free(s);
	s = NULL;
	T_REFUSED(session_create(&options, "P", "Programmet", &s, &error), error, FILE,
	    "finns redan");
	options.programme = "Q";
	T_REFUSED(session_open(&options, &s, &error), error, NOT_FOUND, "P.");
	options.programme = "P";
	options.now = "i morgon";
	T_REFUSED(session_open(&options, &s, &error), error, USAGE, NULL);
	CU_ASSERT_PTR_NULL(s);
	options.now = NOW;
	options.write = false;
	T_OK(session_open(&options, &s, &error), error);
	T_REFUSED(kit_edit(s, "A",
	              (const char *const[]){ "åtgärd", "x", "förvaltning", "y", NULL },
	              NULL, 0, 0, &(struct saved){ 0 }, &error),
	    error, FILE, "skrivrätt");
	session_free(s);
}

/* product.md section 4, in tenths of mkr; the years of drift and ospecificerat from the
 * plan's rows: drift 7+5+1+5+5, 4+5+1+4+6+2,5, 4+5+3+6+6+2,5; the rest of 225, 175,5 and
 * 164,5 less intäkt (0, 1,5, 1,5) is ospecificerat.  -1: no amount. */
static const struct {
	enum grouping grouping;
	enum selection selection;
	const char *row;
	int tenths[5];
} golden[] = {
	{ GROUPING_UNIT, SELECT_COUNTED, "Hälso- och sjukvårdsförvaltningen",
	    { 2130, 1630, 1520, -1, 5280 } },
	{ GROUPING_UNIT, SELECT_COUNTED, "Regionförvaltningen",
	    { 120, 125, 125, -1, 370 } },
	{ GROUPING_UNIT, SELECT_OUTSIDE, "Regionförvaltningen",
	    { 100, 180, 220, 800, 1300 } },
	{ GROUPING_UNIT, SELECT_ALL, "Regionförvaltningen",
	    { 220, 305, 345, 800, 1670 } },
	{ GROUPING_RECIPIENT, SELECT_COUNTED, "Regionförvaltningen",
	    { 115, 75, 75, -1, 265 } },
	{ GROUPING_RECIPIENT, SELECT_COUNTED, "Regionala utvecklingsförvaltningen",
	    { 5, -1, -1, -1, 5 } },
	{ GROUPING_RECIPIENT, SELECT_COUNTED, "ej fördelad", { -1, 50, 50, -1, 100 } },
	{ GROUPING_RECIPIENT, SELECT_ALL, "Regionförvaltningen",
	    { 215, 255, 295, 800, 1565 } },
	{ GROUPING_RECIPIENT, SELECT_OUTSIDE, "ej fördelad", { -1, -1, -1, -1, -1 } },
	{ GROUPING_KIND, SELECT_COUNTED, "Budgetreducering",
	    { 1000, 500, 500, -1, 2000 } },
	{ GROUPING_KIND, SELECT_COUNTED, "Underskottshantering",
	    { 1250, 1255, 1145, -1, 3650 } },
	{ GROUPING_KIND, SELECT_OUTSIDE, "Ingen typ", { 100, 180, 220, 800, 1300 } },
	{ GROUPING_KIND, SELECT_ALL, "Budgetreducering", { 1000, 500, 500, -1, 2000 } },
	{ GROUPING_AREA, SELECT_COUNTED, "Effektiviseringar",
	    { 130, 100, 120, -1, 350 } },
	{ GROUPING_AREA, SELECT_OUTSIDE, "Inköp och upphandling",
	    { 100, 180, 220, -1, 500 } },
	{ GROUPING_AREA, SELECT_OUTSIDE, "Utveckla digitala lösningar",
	    { -1, -1, -1, 800, 800 } },
	{ GROUPING_AREA, SELECT_ALL, "Utveckla digitala lösningar",
	    { -1, -1, -1, 800, 800 } },
	{ GROUPING_ACTION, SELECT_COUNTED, "RF-03", { 50, 25, 25, -1, 100 } },
	{ GROUPING_ACTION, SELECT_OUTSIDE, "RF-D2", { -1, -1, -1, 135, 135 } },
	{ GROUPING_ACTION, SELECT_ALL, "RF-01", { 50, 75, 75, -1, 200 } },
	{ GROUPING_COST_KIND, SELECT_COUNTED, "ospecificerat",
	    { 2020, 1515, 1365, -1, 4900 } },
	{ GROUPING_COST_KIND, SELECT_COUNTED, "drift", { 230, 225, 265, -1, 720 } },
	{ GROUPING_COST_KIND, SELECT_COUNTED, "intäkt", { -1, 15, 15, -1, 30 } },
	{ GROUPING_COST_KIND, SELECT_OUTSIDE, "personal", { -1, -1, -1, 619, 619 } },
	{ GROUPING_COST_KIND, SELECT_OUTSIDE, "drift", { -1, -1, -1, 181, 181 } },
	{ GROUPING_COST_KIND, SELECT_OUTSIDE, "material", { 100, 180, 220, -1, 500 } },
	{ GROUPING_COST_KIND, SELECT_ALL, "drift", { 230, 225, 265, 181, 901 } },
};

static const int golden_totals[SELECTION__N][5] = { { 2250, 1755, 1645, -1, 5650 },
	{ 100, 180, 220, 800, 1300 }, { 2350, 1935, 1865, 800, 6950 } };

static void
expect_cell(struct amount got, int tenths)
{
	T_INT(got.known, tenths >= 0);
	T_INT(got.ore, tenths >= 0 ? tenths * (ORE_PER_MKR / 10) : 0);
}

static void
golden_figures(void)
{
	struct session *s = kit_create("golden.db");
	GPtrArray *remarks = remarks_new();
	GError *error = NULL;

	T_OK(session_load_example(s, false, &error), error);
	for (size_t i = 0; i < G_N_ELEMENTS(golden); i++)
		for (int c = 0; c < 5; c++)
			expect_cell(kit_cell(s, NULL, golden[i].grouping,
			                golden[i].selection, golden[i].row, c)
			                .target,
			    golden[i].tenths[c]);
	for (int g = 0; g < GROUPING_MONTH; g++)
		for (int sel = 0; sel < SELECTION__N; sel++)
			for (int c = 0; c < 5; c++)
				expect_cell(kit_cell(s, NULL, (enum grouping)g,
				                (enum selection)sel, NULL, c)
				                .target,
				    golden_totals[sel][c]);
	T_OK(session_check(s, CHECK_ALL, remarks, &error), error);
	for (guint i = 0; i < remarks->len; i++)
		T_INT(((struct remark *)remarks->pdata[i])->level, REMARK_OBS);
	g_ptr_array_unref(remarks);
	session_free(s);
}

/* Programme Q is not the one that is worked with; what it has set and what day it is
 * decide.  1,2 mkr of 1 mkr is above 110 %, not above the default. */
static void
checks_of_another_programme(void)
{
	const char *path = kit_path("checks.db");
	const struct session_options options = {
		.path = path, .who = "Ann", .programme = "Q", .now = NOW, .write = true
	};
	struct session *s = kit_create("checks.db");
	GPtrArray *remarks = remarks_new();
	g_autoptr(GString) codes = g_string_new(NULL);
	struct plan *plan;
	int64_t q, change;
	GError *error = NULL;

	T_OK(session_begin(s, STORE_ACTIONS, &plan, &error), error);
	T_OK(store_add_programme(s->store, "Q", "Det andra", &q, &error), error);
	T_OK(session_commit(s, "init", "", 0, &change, &error), error);
	session_free(s);
	T_OK(session_open(&options, &s, &error), error);
	kit_import(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;ansvarig;plan klar;2021 mkr\n"
	    "Q-1;En;Vård;Ann;Q1 2021;1\n");
	kit_import(s, EXCHANGE_SAVINGS, "id;period;belopp mkr\nQ-1;2021-01;1,2\n");
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;status\nQ-1;2021-04;pågående\n");
	T_OK(session_begin(s, STORE_ACTIONS, &plan, &error), error);
	T_OK(store_add_setting(s->store, q, "kontroll.tak", "110 %", &error), error);
	T_OK(store_add_round_state(s->store, 1, "2021-07-04", false, &error), error);
	T_OK(session_commit(s, "omgang", "", 0, &change, &error), error);
	session_free(s);
	s = kit_open(path, false);
	T_OK(session_check(s, CHECK_DATA, remarks, &error), error);
	for (guint i = 0; i < remarks->len; i++)
		g_string_append_printf(
		    codes, "%s ", ((struct remark *)remarks->pdata[i])->code);
	T_TEXT(codes->str, "TAK OMGANG ");
	g_ptr_array_unref(remarks);
	session_free(s);
}

/* No saving: June, the month before NOW.  Then the latest saving that stands. */
static void
cutoffs(void)
{
	struct session *s = small("cutoff.db");
	GError *error = NULL;
	int month = 0;
	int64_t change;

	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202106);
	kit_post(s, "A-1", 202102, KR(5));
	change = kit_post(s, "A-3", 202112, KR(5)).change;
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202112);
	kit_undo(s, change);
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202102);
	session_free(s);
}

/* To April 2021.  A-1: 1200 kr over 12 months is 400, savings to April 10 of 17 kr.  A-2:
 * 100 kr over March to June is 50; nothing reported. */
static void
part_year(void)
{
	struct session *s = small("part.db");
	const struct view april = { .cutoff = 202104 }, december = { .cutoff = 202112 };
	struct figure f;

	kit_post(s, "A-1", 202102, KR(10));
	kit_post(s, "A-1", 202105, KR(7));
	kit_post(s, "A-1", 202201, KR(1000));
	f = kit_cell(s, &april, GROUPING_ACTION, SELECT_COUNTED, "A-1", 0);
	T_INT(f.plan.ore, KR(400));
	T_INT(f.realised.ore, KR(10));
	T_INT(f.target.ore, KR(1200));
	f = kit_cell(s, &april, GROUPING_ACTION, SELECT_COUNTED, "A-2", 0);
	T_INT(f.plan.ore, KR(50));
	T_INT(f.realised.known, false);
	f = kit_cell(s, &april, GROUPING_ACTION, SELECT_COUNTED, "A-1", 1); /* 2022 */
	T_INT(f.plan.known, false);
	T_INT(f.realised.known, false);
	f = kit_cell(s, &april, GROUPING_UNIT, SELECT_COUNTED, NULL, 3);
	T_INT(f.plan.ore, KR(450));
	T_INT(f.realised.ore, KR(10));
	f = kit_cell(s, &december, GROUPING_ACTION, SELECT_COUNTED, "A-1", 0);
	T_INT(f.plan.ore, KR(1200));
	T_INT(f.realised.ore, KR(17));
	session_free(s);
}

static void
as_of(void)
{
	struct session *s = small("asof.db");
	struct instant before = { .is_change = true };
	struct view view = { .cutoff = 202112, .as_of = &before };
	struct overview *o = NULL;
	GError *error = NULL;

	before.change = kit_post(s, "A-1", 202102, KR(10)).change;
	kit_post(s, "A-1", 202103, KR(10));
	kit_set(s, "A-1", "förvaltning", "Ny");
	kit_target(s, "A-1", VARD, COST_UNSPECIFIED, 2021, AMOUNT_NONE);
	kit_unit(s, "Ny", KR(2400), KR(20));
	T_INT(
	    kit_cell(s, &view, GROUPING_UNIT, SELECT_ALL, VARD, 0).realised.ore, KR(10));
	T_INT(
	    kit_cell(s, &view, GROUPING_UNIT, SELECT_ALL, VARD, 0).target.ore, KR(1300));
	T_INT(kit_cell(s, &view, GROUPING_UNIT, SELECT_ALL, "Ny", 0).target.known, false);
	T_OK(session_overview(s, &view, &o, &error), error);
	T_INT(o->change, before.change);
	overview_free(o);
	before.change = 0; /* before everything */
	view.cutoff = 0;
	T_OK(session_overview(s, &view, &o, &error), error);
	T_INT(o->plan->actions->len, 0);
	overview_free(o);
	before.change = 99;
	T_REFUSED(session_overview(s, &view, &o, &error), error, NOT_FOUND, "99");
	session_free(s);
}

/* "first-last" of the years shown, as of now and as of the latest change. */
static void
expect_years(struct session *s, int cutoff, int64_t change, const char *want)
{
	const struct instant at = { .change = change, .is_change = true };
	const struct view views[] = { { .cutoff = cutoff },
		{ .cutoff = cutoff, .as_of = &at } };
	GError *error = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(views); i++) {
		struct rollup *r = NULL;

		T_OK(session_rollup(
		         s, &views[i], GROUPING_UNIT, SELECT_COUNTED, &r, &error),
		    error);
		T_TAKE(
		    r ? g_strdup_printf("%d-%d", r->query.first_year, r->query.last_year)
		      : NULL,
		    want);
		rollup_free(r);
	}
}

/* A year is shown for a target or a saving to the cut-off, not for a saving after it. */
static void
years(void)
{
	struct session *s = kit_create("years.db");
	int64_t last;

	kit_import(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning;2022 kr\nA;Ett;Vård;5\n");
	kit_post(s, "A", 202109, KR(1));
	last = kit_post(s, "A", 202303, KR(1)).change;
	expect_years(s, 202106, last, "2022-2022");
	expect_years(s, 202109, last, "2021-2022");
	expect_years(s, 202112, last, "2021-2022");
	expect_years(s, 202302, last, "2021-2022");
	expect_years(s, 202303, last, "2021-2023");
	last = kit_post(s, "A", 202101, KR(1)).change;
	expect_years(s, 202106, last, "2021-2022");
	session_free(s);
}

/* What another process adds is in the next read, asked for or not. */
static void
two_sessions(void)
{
	struct session *a = small("two.db");
	struct session *b = kit_open(kit_path("two.db"), true);
	const struct plan *plan = NULL;
	const char *const fields[] = { "ansvarig", "Bo", NULL };
	const char *const fresh[] = { "åtgärd", "Fyra", "förvaltning", "Nytt", "område",
		"Nytt", NULL };
	const struct target_edit target = { NULL, COST_STAFF, 2021, amount_of(KR(3)) };
	struct saved saved = { 0 };
	GError *error = NULL;
	bool changed = true;

	T_OK(session_plan(b, &plan, &error), error);
	T_OK(session_poll(b, &changed, &error), error);
	T_INT(changed, false);
	kit_set(a, "A-1", "ansvarig", "Eva");
	T_REFUSED(kit_edit(b, "A-1", fields, NULL, 0, 1, &saved, &error), error, CONFLICT,
	    "version");
	T_OK(kit_edit(a, "A-4", fresh, &target, 1, 0, &saved, &error), error);
	for (int g = 0; g < GROUPING_MONTH; g++)
		kit_cell(b, NULL, (enum grouping)g, SELECT_ALL, NULL, 0);
	kit_unit(b, "Nytt", KR(3), -1);
	T_OK(session_poll(b, &changed, &error), error);
	T_INT(changed, true); /* reading did not hide it */
	T_OK(session_plan(b, &plan, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(plan_action(plan, "A-4"));
	T_TEXT(plan_action(plan, "A-1")->owner, "Eva");
	T_OK(session_poll(b, &changed, &error), error);
	T_INT(changed, false);
	session_free(a);
	session_free(b);
}

static void
kit_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;

	T_INT(sqlite3_open(path, &db), SQLITE_OK);
	T_INT(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void
damaged_balance(void)
{
	struct session *s = small("balance.db");
	GPtrArray *remarks = remarks_new();
	GError *error = NULL;

	kit_sound(s);
	session_free(s);
	kit_sql(kit_path("balance.db"),
	    "UPDATE balance SET target_ore = target_ore + 1 WHERE grouping = 0");
	s = kit_open(kit_path("balance.db"), true);
	T_OK(session_check(s, CHECK_DATABASE, remarks, &error), error);
	T_INT(remarks->len, 1);
	g_ptr_array_unref(remarks);
	session_free(s);
}

static void
edits(void)
{
	struct session *s = small("edit.db");
	const char *const fields[] = { "åtgärd", "Nya", "förvaltning", "Ny förvaltning",
		NULL };
	const char *const blank[] = { "åtgärd", "Nya", NULL };
	const char *const owner[] = { "ansvarig", "Bo", NULL };
	struct action_edit again = { 0 };
	struct action action;
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t made;

	T_OK(kit_edit(s, "N-1", fields, NULL, 0, 0, &saved, &error), error);
	T_INT(saved.version, 1);
	made = saved.change;
	T_OK(kit_edit(s, "N-1", fields, NULL, 0, 1, &saved, &error), error);
	T_INT(saved.change, 0); /* nothing differed */
	T_INT(saved.version, 1);
	saved = kit_set(s, "N-1", "ansvarig", "Eva");
	T_INT(saved.version, 2);
	T_REFUSED(kit_edit(s, "N-1", owner, NULL, 0, 1, &saved, &error), error, CONFLICT,
	    "N-1");
	T_REFUSED(
	    kit_edit(s, "N-2", blank, NULL, 0, 0, &saved, &error), error, INPUT, NULL);
	/* a new one with a code that is taken; one that is gone */
	action_init(&action, "N-1");
	action.name = action.unit = "x";
	again.action = &action;
	T_REFUSED(session_edit(s, &again, &saved, &error), error, CONFLICT, "redan");
	action.id = 77;
	action.code = "N-9";
	T_REFUSED(
	    session_edit(s, &again, &saved, &error), error, CONFLICT, "tagits bort");
	/* moving its förvaltning moves sums, not where lines fall */
	kit_post(s, "A-1", 202101, KR(5));
	kit_set(s, "A-1", "förvaltning", "ny förvaltning"); /* the same by folding */
	kit_unit(s, "Ny förvaltning", KR(3600), KR(5));
	kit_unit(s, VARD, KR(150), -1);
	kit_set(s, "A-1", "räknas", "nej");
	kit_set(s, "A-1", "område", "Söder");
	T_INT(kit_cell(s, NULL, GROUPING_AREA, SELECT_OUTSIDE, "Söder", 0).target.ore,
	    KR(1200));
	T_INT(kit_cell(s, NULL, GROUPING_RECIPIENT, SELECT_ALL, VARD, 0).target.ore,
	    KR(1200));
	kit_sound(s);
	T_REFUSED(session_undo(s, made, &saved, &error), error, CONFLICT, NULL);
	session_free(s);
}

static void
targets(void)
{
	struct session *s = small("targets.db");
	struct detail *d;

	kit_target(s, "A-1", NULL, COST_UNSPECIFIED, 2021, AMOUNT_NONE);
	T_INT(
	    kit_cell(s, NULL, GROUPING_ACTION, SELECT_ALL, "A-1", 0).target.known, false);
	kit_target(s, "A-1", NULL, COST_UNSPECIFIED, 2022, amount_of(0));
	T_INT(
	    kit_cell(s, NULL, GROUPING_ACTION, SELECT_ALL, "A-1", 1).target.known, true);
	T_INT(kit_cell(s, NULL, GROUPING_ACTION, SELECT_ALL, "A-1", 1).target.ore, 0);
	kit_target(s, "A-1", "Ej fördelad", COST_UNSPECIFIED, 0, amount_of(KR(9)));
	d = kit_detail(s, "A-1");
	T_INT(d->target.ore, KR(9));
	T_INT(d->targets->len, 2);
	T_TEXT(
	    g_array_index(d->targets, struct detail_target, 1).recipient, "ej fördelad");
	detail_free(d);
	kit_sound(s);
	session_free(s);
}

/* "Vård", "vård" and nothing are one line: two amounts for it are refused or the last
 * counts, but the sums never hold both. */
static void
one_line_twice(void)
{
	struct session *s = small("twice.db");
	const struct target_edit two[] = {
		{ NULL, COST_UNSPECIFIED, 2021, { KR(10), true } },
		{ "vård", COST_UNSPECIFIED, 2021, { KR(20), true } },
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	(void)kit_edit(s, "A-1", NULL, two, 2, 0, &saved, &error);
	g_clear_error(&error);
	kit_sound(s);
	kit_refuse(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;mottagare;2021 kr\nB;B;Vård;;5\nB;B;Vård;Vård;6\n",
	    "slå ihop");
	kit_refuse(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;mottagare;2021 kr\nB;B;Vård;Ej fördelad;5\n"
	    "B;B;Vård;ej fördelad;6\n",
	    "slå ihop");
	kit_sound(s);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "opening", opening },
		{ "golden figures", golden_figures },
		{ "kontroll of another programme", checks_of_another_programme },
		{ "cut-offs", cutoffs },
		{ "part of a year", part_year },
		{ "as of", as_of },
		{ "years", years },
		{ "two sessions", two_sessions },
		{ "damaged balance", damaged_balance },
		{ "edit", edits },
		{ "targets", targets },
		{ "two names of one line", one_line_twice },
		CU_TEST_INFO_NULL,
	};

	return kit_run("session", cases);
}
