/*
 * test_figures.c - the small figures: effect by basis, pace, slippage.  Every
 * expectation is worked out in the comment beside it.
 */
#include "rollup/effect.h"
#include "rollup/pace.h"
#include "rollup/slippage.h"
#include "t.h"

#define NONE     AMOUNT_NONE
#define KNOWN(x) ((struct amount){ (x), true })

static void
check_amount(struct amount got, struct amount want)
{
	if (!amount_equal(got, want))
		g_printerr("got %d %" G_GINT64_FORMAT ", want %d %" G_GINT64_FORMAT "\n",
		    got.known, got.ore, want.known, want.ore);
	CU_ASSERT_TRUE(amount_equal(got, want));
}

/* --- figure 10 --- */

/* One effect of targets of 2020, 2021, 2022. */
struct effect_case {
	enum basis basis;
	struct amount targets[3];
	int index;
	int start, finish;
	struct amount in_year, full_year;
};

static void
check_effects(const struct effect_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct effect_case *c = &cases[i];
		struct effect effect = effect_of(
		    c->basis, c->targets, 3, 2020, c->index, c->start, c->finish);

		check_amount(effect.in_year, c->in_year);
		check_amount(effect.full_year, c->full_year);
	}
}

static void
test_effect_period(void)
{
	const struct effect_case cases[] = {
		/* No dates: the whole year is assumed, 1200 × 12 / 12. */
		{ BASIS_PERIOD, { KNOWN(1200), NONE, NONE }, 0, 0, 0, KNOWN(1200),
		    KNOWN(1200) },
		/* April to December are 9 months: 900 × 12 / 9 = 1200. */
		{ BASIS_PERIOD, { KNOWN(900), NONE, NONE }, 0, 202004, 0, KNOWN(900),
		    KNOWN(1200) },
		/* December is 1 month: 7 × 12 = 84. */
		{ BASIS_PERIOD, { KNOWN(7), NONE, NONE }, 0, 202012, 0, KNOWN(7),
		    KNOWN(84) },
		/* March to July are 5 months: 12 / 5 = 2,4 of 1 is 2; of −5 is −12; of
		 * 3 is 7,2 = 7; of −1 is −2,4 = −2. */
		{ BASIS_PERIOD, { KNOWN(1), NONE, NONE }, 0, 202003, 202007, KNOWN(1),
		    KNOWN(2) },
		{ BASIS_PERIOD, { KNOWN(-5), NONE, NONE }, 0, 202003, 202007, KNOWN(-5),
		    KNOWN(-12) },
		{ BASIS_PERIOD, { KNOWN(3), NONE, NONE }, 0, 202003, 202007, KNOWN(3),
		    KNOWN(7) },
		{ BASIS_PERIOD, { KNOWN(-1), NONE, NONE }, 0, 202003, 202007, KNOWN(-1),
		    KNOWN(-2) },
		/* 8 months: 3 × 12 / 8 = 4,5, away from zero 5, and −5. */
		{ BASIS_PERIOD, { KNOWN(3), NONE, NONE }, 0, 0, 202008, KNOWN(3),
		    KNOWN(5) },
		{ BASIS_PERIOD, { KNOWN(-3), NONE, NONE }, 0, 0, 202008, KNOWN(-3),
		    KNOWN(-5) },
		/* Start after finish: the dates say nothing, the whole year. */
		{ BASIS_PERIOD, { KNOWN(600), NONE, NONE }, 0, 202008, 202003, KNOWN(600),
		    KNOWN(600) },
		/* The next year has no start of its own; earlier years do not matter. */
		{ BASIS_PERIOD, { KNOWN(900), KNOWN(50), NONE }, 1, 202004, 0, KNOWN(50),
		    KNOWN(50) },
		/* No amount, zero, and what does not fit: 2 × the largest. */
		{ BASIS_PERIOD, { KNOWN(900), NONE, NONE }, 1, 202004, 0, NONE, NONE },
		{ BASIS_PERIOD, { KNOWN(0), NONE, NONE }, 0, 202004, 0, KNOWN(0),
		    KNOWN(0) },
		{ BASIS_PERIOD, { KNOWN(INT64_MAX), NONE, NONE }, 0, 202007, 0,
		    KNOWN(INT64_MAX), NONE },
	};

	check_effects(cases, G_N_ELEMENTS(cases));
}

static void
test_effect_level(void)
{
	const struct effect_case cases[] = {
		/* From April 9/12 of 1200 is 900, then 1200 a year. */
		{ BASIS_LEVEL, { KNOWN(1200), NONE, NONE }, 0, 202004, 0, KNOWN(900),
		    KNOWN(1200) },
		/* From December 1/12 of 1200. */
		{ BASIS_LEVEL, { KNOWN(1200), NONE, NONE }, 0, 202012, 0, KNOWN(100),
		    KNOWN(1200) },
		/* The year after: 1200 whole + 600 whole, for the start is not in it. */
		{ BASIS_LEVEL, { KNOWN(1200), KNOWN(600), NONE }, 1, 202004, 0,
		    KNOWN(1800), KNOWN(1800) },
		/* A start in the second year: 1200 + 600 × 6/12. */
		{ BASIS_LEVEL, { KNOWN(1200), KNOWN(600), NONE }, 1, 202107, 0,
		    KNOWN(1500), KNOWN(1800) },
		/* A step down: 1200 − 600 × 6/12. */
		{ BASIS_LEVEL, { KNOWN(1200), KNOWN(-600), NONE }, 1, 202107, 0,
		    KNOWN(900), KNOWN(600) },
		/* 5 × 1/12 = 0,42 is 0; 6 × 1/12 = 0,5 is 1; −6 is −1. */
		{ BASIS_LEVEL, { KNOWN(5), NONE, NONE }, 0, 202012, 0, KNOWN(0),
		    KNOWN(5) },
		{ BASIS_LEVEL, { KNOWN(6), NONE, NONE }, 0, 202012, 0, KNOWN(1),
		    KNOWN(6) },
		{ BASIS_LEVEL, { KNOWN(-6), NONE, NONE }, 0, 202012, 0, KNOWN(-1),
		    KNOWN(-6) },
		/* No own step: the earlier ones stand; a hole before adds nothing. */
		{ BASIS_LEVEL, { KNOWN(1200), NONE, NONE }, 1, 202107, 0, KNOWN(1200),
		    KNOWN(1200) },
		{ BASIS_LEVEL, { KNOWN(1200), NONE, KNOWN(30) }, 2, 0, 0, KNOWN(1230),
		    KNOWN(1230) },
		{ BASIS_LEVEL, { NONE, KNOWN(600), NONE }, 1, 202107, 0, KNOWN(300),
		    KNOWN(600) },
		/* No step to and with the year, whatever comes later. */
		{ BASIS_LEVEL, { NONE, NONE, KNOWN(5) }, 1, 0, 0, NONE, NONE },
		{ BASIS_LEVEL, { KNOWN(5), NONE, NONE }, -1, 0, 0, NONE, NONE },
		/* After the last year steps go on, and a finish ends nothing. */
		{ BASIS_LEVEL, { KNOWN(5), KNOWN(6), KNOWN(7) }, 5, 202001, 202112,
		    KNOWN(18), KNOWN(18) },
		/* A finish before the start in its year: the start still stands. */
		{ BASIS_LEVEL, { KNOWN(1200), NONE, NONE }, 0, 202008, 202003, KNOWN(500),
		    KNOWN(1200) },
		/* The largest and one more leave int64. */
		{ BASIS_LEVEL, { KNOWN(INT64_MAX), KNOWN(1), NONE }, 1, 0, 0, NONE,
		    NONE },
	};

	check_effects(cases, G_N_ELEMENTS(cases));
}

static void
test_effect_once(void)
{
	const struct effect_case cases[] = {
		{ BASIS_ONCE, { KNOWN(1200), NONE, NONE }, 0, 202012, 0, KNOWN(1200),
		    KNOWN(0) },
		{ BASIS_ONCE, { KNOWN(-40), NONE, NONE }, 0, 0, 0, KNOWN(-40), KNOWN(0) },
		{ BASIS_ONCE, { KNOWN(1200), NONE, NONE }, 1, 0, 0, NONE, NONE },
		{ BASIS_ONCE, { KNOWN(1200), NONE, NONE }, 3, 0, 0, NONE, NONE },
	};

	check_effects(cases, G_N_ELEMENTS(cases));
}

/* --- figure 9 --- */

static void
check_pace(const struct month_amount *rows, size_t n, int cutoff, struct amount yearly,
    int months)
{
	struct pace pace = pace_of(rows, n, cutoff);

	check_amount(pace.yearly, yearly);
	CU_ASSERT_EQUAL(pace.months, months);
}

static void
test_pace(void)
{
	const struct month_amount each[] = { { 202011, KNOWN(10) }, { 202012, KNOWN(20) },
		{ 202101, KNOWN(30) }, { 202102, KNOWN(41) }, { 202103, KNOWN(1000) } };
	const struct month_amount hole[] = { { 202101, NONE }, { 202102, KNOWN(50) },
		{ 202104, NONE } };

	/* One month: 12 × 10. Two: 12 × 30 / 2. Three: 12 × 60 / 3, over new year. */
	check_pace(each, 5, 202011, KNOWN(120), 1);
	check_pace(each, 5, 202012, KNOWN(180), 2);
	check_pace(each, 5, 202101, KNOWN(240), 3);
	/* 20 + 30 + 41 = 91, × 4 = 364; the first month is out of it, March too. */
	check_pace(each, 5, 202102, KNOWN(364), 3);
	/* March to May: 1000 × 4; June to August: reported before, nothing now. */
	check_pace(each, 5, 202105, KNOWN(4000), 3);
	check_pace(each, 5, 202108, KNOWN(0), 3);
	/* Before the first, and nothing at all. */
	check_pace(each, 5, 202010, NONE, 0);
	check_pace(each, 0, 202010, NONE, 0);
	/* A row without an amount is no first month; April's hole is a month: 50 / 3 ×
	 * 12 = 200, and to March 50 / 2 × 12 = 300. */
	check_pace(hole, 3, 202101, NONE, 0);
	check_pace(hole, 3, 202102, KNOWN(600), 1);
	check_pace(hole, 3, 202103, KNOWN(300), 2);
	check_pace(hole, 3, 202104, KNOWN(200), 3);
}

static void
test_pace_odd(void)
{
	/* 30 each quarter is 120 a year, at the quarter's end and within it. */
	const struct month_amount quarterly[] = { { 202003, KNOWN(30) },
		{ 202006, KNOWN(30) }, { 202009, KNOWN(30) } };
	const struct month_amount taken_back[] = { { 202001, KNOWN(5) },
		{ 202002, KNOWN(-20) }, { 202003, KNOWN(0) } };
	const struct month_amount large[] = { { 202001, KNOWN(INT64_MAX) },
		{ 202002, KNOWN(1) } };

	check_pace(quarterly, 3, 202009, KNOWN(120), 3);
	check_pace(quarterly, 3, 202008, KNOWN(120), 3);
	check_pace(quarterly, 3, 202011, KNOWN(120), 3);
	/* 12 × −15 / 3; two months 12 × −15 / 2 = −90. */
	check_pace(taken_back, 3, 202003, KNOWN(-60), 3);
	check_pace(taken_back, 3, 202002, KNOWN(-90), 2);
	/* Only a saving of zero: a saving. */
	check_pace(&taken_back[2], 1, 202003, KNOWN(0), 1);
	/* A sum and a product that leave int64 are missing, over their months. */
	check_pace(large, 2, 202001, NONE, 1);
	check_pace(large, 2, 202002, NONE, 2);
	/* An impossible cut-off is before everything. */
	check_pace(quarterly, 3, 0, NONE, 0);
}

/* --- figure 11 --- */

/* Versions of action 7 (stage, finish); action 8 beside it says another. */
static struct followup *
with_finishes(const struct finish *rows, guint n)
{
	static const struct finish other = { 8, 3, "2030" };
	struct followup *f = followup_new();

	if (n > 0)
		g_array_append_vals(f->finishes, rows, n);
	g_array_append_val(f->finishes, other);
	return f;
}

/* What versions of action 7 have said, in three versions. */
static const struct finish decided[] = { { 7, 1, "2020-12" }, { 7, 3, "2021-06" },
	{ 7, 4, "2021-12" } };
static const struct finish planned[] = { { 7, 0, "" }, { 7, 1, "våren 2021" },
	{ 7, 2, "Q4 2021" } };
static const struct finish said_late[] = { { 7, 1, "2020-12" }, { 7, 3, "" },
	{ 7, 3, "2021-05" } };
static const struct finish earlier[] = { { 7, 3, "2022-02" }, { 7, 3, "2021-11" },
	{ 7, 3, "2021-11" } };
static const struct finish unsaid[] = { { 7, 3, "" }, { 7, 3, "" }, { 7, 3, "" } };
static const struct finish june[] = { { 7, 3, "2021-06" }, { 7, 3, "" },
	{ 7, 3, "2021-06" } };

struct finish_case {
	const struct finish *versions; /* three */
	int cutoff;
	enum status status;
	int stage;
	const char *finish; /* now */
	int planned, expected, months;
	bool known;
};

static void
check_finishes(const struct finish_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct finish_case *c = &cases[i];
		struct followup *f = with_finishes(c->versions, 3);
		const struct figure figure = { 0 };
		struct slippage s;
		struct action a;

		action_init(&a, "A");
		a.id = 7;
		a.status = c->status;
		a.stage = c->stage;
		a.finish = c->finish;
		s = slippage_of(&a, &figure, f, c->cutoff);
		if (s.planned != c->planned || s.expected != c->expected)
			g_printerr("case %zu: %d %d\n", i, s.planned, s.expected);
		CU_ASSERT_EQUAL(s.planned, c->planned);
		CU_ASSERT_EQUAL(s.expected, c->expected);
		CU_ASSERT_EQUAL(s.months, c->months);
		CU_ASSERT_EQUAL(s.months_known, c->known);
		followup_free(f);
	}
}

static void
test_slippage_planned(void)
{
	static const struct finish_case cases[] = {
		/* Decided in version 2: June 2021; now December 2021, 6 later. */
		{ decided, 202103, STATUS_ONGOING, 3, "2021-12", 202106, 202112, 6,
		    true },
		/* Never decided: the first that says one.  våren 2021 ends in June. */
		{ planned, 202103, STATUS_NONE, 2, "Q4 2021", 202106, 202112, 6, true },
		/* Decided without a finish: the first decided one that says one. */
		{ said_late, 202103, STATUS_NONE, 3, "2021-05", 202105, 202105, 0, true },
		/* Moved earlier over new year: from February 2022 to November 2021. */
		{ earlier, 202103, STATUS_NONE, 3, "2021-11", 202202, 202111, -3, true },
		/* None ever said, and one that was taken away. */
		{ unsaid, 202103, STATUS_NONE, 3, "", 0, 0, 0, false },
		{ june, 202103, STATUS_NONE, 3, "", 202106, 0, 0, false },
	};
	static const struct finish none[] = { { 6, 3, "2020" } };
	const struct figure figure = { 0 };
	struct followup *f = with_finishes(none, 1);
	struct slippage s;
	struct action a;

	check_finishes(cases, G_N_ELEMENTS(cases));
	/* Others' versions are nobody's; a finish without history is not late. */
	action_init(&a, "A");
	a.id = 7;
	a.finish = "2021-06";
	s = slippage_of(&a, &figure, f, 202103);
	CU_ASSERT_EQUAL(s.planned, 0);
	CU_ASSERT_EQUAL(s.expected, 202106);
	CU_ASSERT_FALSE(s.months_known);
	followup_free(f);
}

static void
test_slippage_expected(void)
{
	static const struct finish_case cases[] = {
		/* June is not closed; June is closed: July at the earliest; December
		 * closed: January, 7 later. */
		{ june, 202105, STATUS_ONGOING, 3, "2021-06", 202106, 202106, 0, true },
		{ june, 202106, STATUS_ONGOING, 3, "2021-06", 202106, 202107, 1, true },
		{ june, 202112, STATUS_DELAYED, 3, "2021-06", 202106, 202201, 7, true },
		/* Genomförd by status or by stage: its finish stands. */
		{ june, 202112, STATUS_DONE, 3, "2021-06", 202106, 202106, 0, true },
		{ june, 202112, STATUS_DONE, 3, "2021-09", 202106, 202109, 3, true },
		{ june, 202112, STATUS_NONE, 4, "2021-06", 202106, 202106, 0, true },
		{ june, 202112, STATUS_NONE, 5, "2021-04", 202106, 202104, -2, true },
		/* Dropped: unknown, the plan is still said. */
		{ june, 202112, STATUS_CANCELLED, 3, "2021-06", 202106, 0, 0, false },
		{ june, 202112, STATUS_STRUCK, 3, "2021-06", 202106, 0, 0, false },
		{ june, 202105, STATUS_MOVED, 3, "2021-06", 202106, 0, 0, false },
		/* Paused and sent back are still to come. */
		{ june, 202107, STATUS_PAUSED, 3, "2021-06", 202106, 202108, 2, true },
		{ june, 202107, STATUS_RETURNED, 3, "2022", 202106, 202212, 18, true },
	};

	check_finishes(cases, G_N_ELEMENTS(cases));
}

static void
test_slippage_money(void)
{
	const struct {
		struct amount plan, realised, behind;
	} cases[] = {
		{ KNOWN(100), KNOWN(30), KNOWN(70) },
		{ KNOWN(100), KNOWN(130), KNOWN(-30) },
		{ KNOWN(100), NONE, KNOWN(100) },      /* nothing reported */
		{ KNOWN(100), KNOWN(-5), KNOWN(105) }, /* a cost instead */
		{ KNOWN(-40), KNOWN(-50), KNOWN(10) }, /* dearer than planned */
		{ KNOWN(0), KNOWN(5), KNOWN(-5) },
		{ NONE, KNOWN(5), NONE },
		{ NONE, NONE, NONE },
		{ KNOWN(INT64_MAX), KNOWN(-1), NONE },
	};
	struct followup *f = with_finishes(NULL, 0);
	struct action a;

	action_init(&a, "A");
	a.id = 7;
	a.status = STATUS_CANCELLED; /* its money is still behind */
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const struct figure figure = { .plan = cases[i].plan,
			.realised = cases[i].realised };

		check_amount(slippage_of(&a, &figure, f, 202103).behind, cases[i].behind);
	}
	followup_free(f);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "effect of a period", test_effect_period },
		{ "effect of steps", test_effect_level },
		{ "effect of a one-off", test_effect_once },
		{ "pace", test_pace },
		{ "pace, odd", test_pace_odd },
		{ "planned finish", test_slippage_planned },
		{ "expected finish", test_slippage_expected },
		{ "behind in money", test_slippage_money },
		CU_TEST_INFO_NULL,
	};

	return t_run("figures", cases);
}
