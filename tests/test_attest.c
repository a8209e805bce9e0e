/*
 * test_attest.c - a second person's attests, what they stand for and their undo.
 */
#include "steering_kit.h"

static struct verified
verify(struct session *s, const char *code, int month, int cost_kind, bool withdraw)
{
	const struct verify_entry entry = { .action = code,
		.month = month,
		.cost_kind = cost_kind,
		.withdraw = withdraw };
	struct verified done = { 0 };
	GError *error = NULL;

	T_OK(session_verify(s, &entry, &done, &error), error);
	return done;
}

static bool
try_verify(
    struct session *s, const char *code, int month, const char *unit, GError **error)
{
	const struct verify_entry entry = {
		.action = code, .month = month, .unit = unit, .cost_kind = -1
	};
	struct verified done = { 0 };

	return session_verify(s, &entry, &done, error);
}

/* Which savings of an action are verified, by month: "+-" */
static char *
marks(struct session *s, const char *code, const struct view *view)
{
	struct detail *d = NULL;
	GString *out = g_string_new(NULL);
	GError *error = NULL;

	T_OK(session_detail(s, code, view, &d, &error), error);
	for (guint i = 0; d && i < d->savings->len; i++)
		g_string_append_c(out,
		    g_array_index(d->savings, struct detail_saving, i).verified ? '+'
		                                                                : '-');
	detail_free(d);
	return g_string_free(out, FALSE);
}

static void
attests(void)
{
	struct session *ann = kit_small("attest.db"), *bo = kit_open_as(ann, "Bo", NULL);
	const struct saving_entry fix = {
		.action = "A-1", .month = 202103, .ore = KR(6), .cost_kind = -1
	};
	struct instant then = { .is_change = true };
	const struct view view = { .as_of = &then };
	struct verified done;
	struct saved saved = { 0 };
	GError *error = NULL;

	kit_post(ann, "A-1", 202103, KR(4));
	then.change = kit_post(ann, "A-1", 202104, KR(1)).change;
	T_REFUSED(
	    try_verify(ann, "A-1", 202103, NULL, &error), error, INPUT, "bokfört av Ann");
	T_REFUSED(
	    try_verify(bo, "A-1", 202105, NULL, &error), error, NOT_FOUND, "2021-05");
	T_REFUSED(try_verify(bo, "A-9", 202103, NULL, &error), error, NOT_FOUND, "A-");
	T_REFUSED(try_verify(bo, "A-1", 202103, "Syd", &error), error, NOT_FOUND, "Syd");
	T_REFUSED(try_verify(bo, "A-1", 202103, "ej fördelad", &error), error, NOT_FOUND,
	    "inget sådant utfall");
	T_TAKE(marks(bo, "A-1", NULL), "--");
	done = verify(bo, "A-1", 202103, -1, false);
	CU_ASSERT(done.change > 0);
	T_INT(done.rows, 1);
	T_TAKE(marks(bo, "A-1", NULL), "+-");
	T_TAKE(marks(bo, "A-1", &view), "--"); /* not known then */
	T_INT(verify(bo, "A-1", 202103, -1, false).change, 0);
	T_INT(verify(ann, "A-1", 202103, -1, false).change, 0);
	/* a correction is a row of its own, that Bo posted */
	T_OK(session_post(bo, &fix, true, &saved, &error), error);
	T_TAKE(marks(bo, "A-1", NULL), "--");
	T_REFUSED(
	    try_verify(bo, "A-1", 202103, VARD, &error), error, INPUT, "bokfört av Bo");
	done = verify(ann, "A-1", 202103, -1, false);
	T_INT(done.rows, 1);
	T_TAKE(marks(bo, "A-1", NULL), "+-");
	kit_undo(ann, done.change);
	T_TAKE(marks(bo, "A-1", NULL), "--");
	verify(ann, "A-1", 202103, -1, false);
	T_INT(verify(ann, "A-1", 202103, -1, true).rows, 2); /* anyone may doubt */
	T_TAKE(marks(bo, "A-1", NULL), "--");
	T_INT(verify(bo, "A-1", 202103, -1, true).change, 0);
	kit_sound(ann);
	session_free(bo);
	session_free(ann);
}

/* Figure 4, and the same in an action as in the overview. */
static void
verified_sums(void)
{
	struct session *ann = kit_small("sums.db"), *bo = kit_open_as(ann, "Bo", NULL);
	const struct saving_entry fix = {
		.action = "A-1", .month = 202103, .ore = KR(6), .cost_kind = -1
	};
	/* 4 + 1 reported; March attested; then raised to 6 by a row that is not */
	static const int64_t want[][2] = { { -1, KR(5) }, { KR(4), KR(1) },
		{ KR(4), KR(3) } };
	const struct view view = { .cutoff = 202106 };
	struct saved saved = { 0 };
	struct detail *d;
	GError *error = NULL;

	kit_post(ann, "A-1", 202103, KR(4));
	kit_post(ann, "A-1", 202104, KR(1));
	d = kit_detail(ann, "A-1");
	T_INT(d->verify, false);
	T_INT(d->realised.ore, KR(5));
	T_INT(d->unverified.known, false);
	detail_free(d);
	kit_setting(ann, SETTING_VERIFY, "ja");
	for (size_t i = 0; i < G_N_ELEMENTS(want); i++) {
		struct figure f;

		if (i == 1)
			verify(bo, "A-1", 202103, -1, false);
		if (i == 2)
			T_OK(session_post(bo, &fix, true, &saved, &error), error);
		T_OK(session_detail(ann, "A-1", &view, &d, &error), error);
		f = kit_cell(ann, &view, GROUPING_UNIT, SELECT_ALL, VARD, 0);
		T_INT(d->realised.known ? d->realised.ore : -1, want[i][0]);
		T_INT(f.realised.known ? f.realised.ore : -1, want[i][0]);
		T_INT(d->unverified.ore, want[i][1]);
		detail_free(d);
	}
	session_free(bo);
	session_free(ann);
}

/* At the end of a year rows are read one by one, and say what their förvaltning says. */
static void
listed(void)
{
	struct session *ann = kit_small("listed.db"), *bo = kit_open_as(ann, "Bo", NULL);
	const struct view view = { .cutoff = 202112, .year_only = true };
	struct listing *list;
	GError *error = NULL;

	kit_post(ann, "A-1", 202103, KR(4));
	kit_setting(ann, SETTING_VERIFY, "ja");
	for (int attested = 0; attested < 2; attested++) {
		if (attested)
			verify(bo, "A-1", 202103, -1, false);
		T_OK(session_list(ann, &view, &list, &error), error);
		T_OK(
		    session_list_rows(ann, list, NULL, list->places->len, &error), error);
		T_INT(list->units->total.cells[0].realised.known, attested);
		T_INT(list->rows[0]->cells[0].realised.known, attested);
		T_INT(list->rows[0]->cells[0].realised.ore, attested ? KR(4) : 0);
		listing_free(list);
	}
	session_free(bo);
	session_free(ann);
}

/* An attest that was withdrawn is not brought back by who posted. */
static void
undone_withdrawal(void)
{
	struct session *ann = kit_small("undone.db"), *bo = kit_open_as(ann, "Bo", NULL);
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t withdrawn;

	kit_post(ann, "A-1", 202103, KR(4));
	verify(bo, "A-1", 202103, -1, false);
	withdrawn = verify(bo, "A-1", 202103, -1, true).change;
	T_REFUSED(session_undo(ann, withdrawn, &saved, &error), error, INPUT,
	    "du själv har bokfört");
	T_TAKE(marks(bo, "A-1", NULL), "-");
	T_OK(session_undo(bo, withdrawn, &saved, &error), error);
	T_TAKE(marks(bo, "A-1", NULL), "+");
	kit_sound(ann);
	session_free(bo);
	session_free(ann);
}

/* Two lines in one month: both, or the one asked for. */
static void
attest_lines(void)
{
	struct session *ann = kit_small("lines.db"), *bo = kit_open_as(ann, "Bo", NULL);
	struct saving_entry e = { .action = "A-1", .month = 202103, .ore = KR(1) };
	struct saved saved = { 0 };
	GError *error = NULL;

	e.cost_kind = COST_STAFF;
	T_OK(session_post(ann, &e, false, &saved, &error), error);
	e.cost_kind = COST_OPERATIONS;
	T_OK(session_post(ann, &e, false, &saved, &error), error);
	T_INT(verify(bo, "A-1", 202103, COST_STAFF, false).rows, 1);
	T_TAKE(marks(bo, "A-1", NULL), "+-");
	T_INT(verify(bo, "A-1", 202103, -1, false).rows, 1); /* the other */
	T_TAKE(marks(bo, "A-1", NULL), "++");
	session_free(bo);
	session_free(ann);
}

static void
attest_all(void)
{
	struct session *ann = kit_small("all.db"), *bo = kit_open_as(ann, "Bo", NULL);
	struct verified done = { 0 };
	GError *error = NULL;

	kit_post(ann, "A-1", 202102, KR(1));
	kit_post(ann, "A-1", 202103, KR(2));
	kit_post(ann, "A-1", 202104, KR(3)); /* after the month */
	kit_post(ann, "A-3", 202103, KR(4));
	kit_post(bo, "A-2", 202103, KR(5));
	T_OK(session_verify_all(bo, 202103, "Stämt av", &done, &error), error);
	T_INT(done.rows, 3);
	T_INT(done.own, 1);
	T_TAKE(marks(bo, "A-1", NULL), "++-");
	T_TAKE(marks(bo, "A-2", NULL), "-");
	T_TAKE(marks(bo, "A-3", NULL), "+");
	T_OK(session_verify_all(bo, 202103, NULL, &done, &error), error);
	T_INT(done.change, 0);
	T_INT(done.own, 1);
	T_OK(session_verify_all(ann, 202103, NULL, &done, &error), error);
	T_INT(done.rows, 1);
	T_INT(done.own, 0);
	kit_sound(ann);
	session_free(bo);
	session_free(ann);
}

/* ---- figures ------------------------------------------------------------------------
 */

/* Two actions that share nothing, so that each is a row of its own in every grouping. */
static struct session *
two_actions(void)
{
	struct session *s = kit_create("figures.db");

	kit_import(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;område;typ;kostnadsslag;2021 kr\n"
	    "A;Ett;Vård;Norr;budgetreducering;drift;1200\n"
	    "B;Två;Service;Söder;underskottshantering;personal;600\n");
	return s;
}

/* "R U P F W" in kr, "–" for no amount; the share R/P in percent. */
static void
expect_figure(const struct figure *f, const char *want, int64_t tenths)
{
	const struct amount amounts[] = { f->realised, f->unverified, f->plan,
		f->forecast, f->weighted };
	struct share share = figure_of_plan(f);
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(amounts); i++)
		if (amounts[i].known)
			g_string_append_printf(
			    text, "%s%.2f", i ? " " : "", (double)amounts[i].ore / 100);
		else
			g_string_append(text, i ? " –" : "–");
	T_TAKE(g_string_free(text, FALSE), want);
	T_INT(share.known ? share.tenths : -1, tenths);
}

/* What A and B say, whatever they are grouped by, and that the total is the two. */
static void
expect_all(struct session *s, const struct view *view, const char *const want[3],
    const int64_t tenths[3])
{
	GError *error = NULL;

	for (int g = 0; g < GROUPING_MONTH; g++) {
		const struct rollup_row *one, *other;
		struct rollup *r = NULL;
		bool turned;

		T_OK(
		    session_rollup(s, view, (enum grouping)g, SELECT_COUNTED, &r, &error),
		    error);
		if (!r || r->rows->len != 2) {
			T_INT(r ? r->rows->len : 0, 2);
			rollup_free(r);
			continue;
		}
		one = &g_array_index(r->rows, struct rollup_row, 0);
		other = &g_array_index(r->rows, struct rollup_row, 1);
		turned = g != GROUPING_ACTION && one->cells[0].target.ore == KR(600);
		expect_figure(&(turned ? other : one)->cells[0], want[0], tenths[0]);
		expect_figure(&(turned ? one : other)->cells[0], want[1], tenths[1]);
		expect_figure(&r->total.cells[0], want[2], tenths[2]);
		rollup_free(r);
	}
}

/*
 * To June the plan is 600 of A's 1 200 kr and 300 of B's 600.  A has 300 + 60 + 240 kr
 * of January to March, B 120 kr of April.
 *   Not demanded     A: all 600 of 600 kr, so that the other 600 come too: 1 200.
 *                    B: 120 of 300 is 40 %; 120 + 0,4 × 300 = 240.
 *   None attested    nothing is realised, all is unverified; no rate, no forecast.
 *   A to February    360 of 600 is 60 %, 360 + 0,6 × 600 = 720.
 *   January to 330   the 30 kr more are unverified: 240 + 30.
 *   Attested again   390 of 600 is 65 %, 390 + 0,65 × 600 = 780.
 * Weighted: grad 1 is 10 %.  No date is said and nobody has reported, so genomförande is
 * grå; beside it effekt is grön for all of A's target, röd for 40, 60 and 65 % of it. The
 * worse is grå or röd, both times 0,4: 600 + 0,04 × 600 = 624; 120 + 0,04 × 120 = 124,80;
 * 360 + 0,04 × 360 = 374,40; 390 + 0,04 × 390 = 405,60.
 */
static void
attested_figures(void)
{
	struct session *ann = two_actions(), *bo = kit_open_as(ann, "Bo", NULL);
	const struct saving_entry more = {
		.action = "A", .month = 202101, .ore = KR(330), .cost_kind = -1
	};
	static const char *const none[] = { "– 600.00 600.00 – –", "– 120.00 300.00 – –",
		"– 720.00 900.00 – –" };
	static const int64_t no_share[] = { -1, -1, -1 };
	struct instant then = { .is_change = true };
	const struct view now = { .cutoff = 202106, .weighted = true };
	const struct view before = { .cutoff = 202106, .weighted = true, .as_of = &then };
	struct saved saved = { 0 };
	GError *error = NULL;

	kit_post(ann, "A", 202101, KR(300));
	kit_post(ann, "A", 202102, KR(60));
	kit_post(ann, "A", 202103, KR(240));
	kit_post(ann, "B", 202104, KR(120));
	then.change = kit_setting(ann, SETTING_VERIFY, "ja");
	expect_all(ann, &now, none, no_share);
	verify(bo, "A", 202101, -1, false);
	verify(bo, "A", 202102, -1, false);
	expect_all(ann, &now,
	    (const char *const[]){ "360.00 240.00 600.00 720.00 374.40", none[1],
	        "360.00 360.00 900.00 720.00 374.40" },
	    (const int64_t[]){ 600, -1, 400 });
	expect_all(ann, &before, none, no_share);
	T_OK(session_post(ann, &more, true, &saved, &error), error);
	expect_all(ann, &now,
	    (const char *const[]){ "360.00 270.00 600.00 720.00 374.40", none[1],
	        "360.00 390.00 900.00 720.00 374.40" },
	    (const int64_t[]){ 600, -1, 400 });
	verify(bo, "A", 202101, -1, false);
	expect_all(ann, &now,
	    (const char *const[]){ "390.00 240.00 600.00 780.00 405.60", none[1],
	        "390.00 360.00 900.00 780.00 405.60" },
	    (const int64_t[]){ 650, -1, 433 });
	then.change--; /* before it was demanded */
	expect_all(ann, &before,
	    (const char *const[]){ "600.00 – 600.00 1200.00 624.00",
	        "120.00 – 300.00 240.00 124.80", "720.00 – 900.00 1440.00 748.80" },
	    (const int64_t[]){ 1000, 400, 800 });
	session_free(bo);
	session_free(ann);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "attests", attests },
		{ "verified sums", verified_sums }, { "attests of lines", attest_lines },
		{ "attests of all", attest_all }, { "listed", listed },
		{ "undone withdrawal", undone_withdrawal },
		{ "attested figures", attested_figures }, CU_TEST_INFO_NULL };

	return kit_run("attest", cases);
}
