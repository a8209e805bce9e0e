/*
 * test_figures.c - the small figures: effect by basis.  Every
 * expectation is worked out in the comment beside it.
 */
#include "rollup/effect.h"
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

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "effect of a period", test_effect_period },
		{ "effect of steps", test_effect_level },
		{ "effect of a one-off", test_effect_once },
		CU_TEST_INFO_NULL,
	};

	return t_run("figures", cases);
}
