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

int
main(void)
{
	CU_TestInfo cases[] = { { "attests", attests },
		{ "verified sums", verified_sums }, { "attests of lines", attest_lines },
		{ "attests of all", attest_all }, CU_TEST_INFO_NULL };

	return kit_run("attest", cases);
}
