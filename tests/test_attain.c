/*
 * test_attain.c - whether indicators are where they should be, with values of
 * Norrbotten's delårsbilaga and values at the edges.
 */
#include "rollup/attain.h"
#include "t.h"

#define NONE     ((struct measure){ 0, false })
#define KNOWN(x) ((struct measure){ (x), true })

struct attain_case {
	struct attain_input input;
	enum light light;
	const char *trend;
	bool small;
};

static void
check_attained(const struct attain_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct attainment got = attain_of(&cases[i].input);

		if (got.light != cases[i].light)
			g_printerr("case %zu: light %d\n", i, (int)got.light);
		CU_ASSERT_EQUAL(got.light, cases[i].light);
		T_TEXT(trend_symbol(got.trend), cases[i].trend);
		CU_ASSERT_EQUAL(got.small, cases[i].small);
	}
}

static void
test_attain_change(void)
{
	const struct attain_case cases[] = {
		/* Norrbotten T1 2022, "Antal patienter som fått fråga om våld", öka: K
		 * 12 → 29 and M 7 → 4, under ten both years. */
		{ { DIRECTION_INCREASE, true, KNOWN(2900), KNOWN(1200), NONE },
		    LIGHT_GREEN, "↑", false },
		{ { DIRECTION_INCREASE, true, KNOWN(400), KNOWN(700), NONE }, LIGHT_RED,
		    "↓", true },
		/* Återinskrivningar, minska: K 15,8 → 14,5 %. */
		{ { DIRECTION_DECREASE, false, KNOWN(1450), KNOWN(1580), NONE },
		    LIGHT_GREEN, "↓", false },
		{ { DIRECTION_DECREASE, false, KNOWN(1580), KNOWN(1450), NONE },
		    LIGHT_RED, "↑", false },
		/* 1 % of 100,00 is 1,00: 0,99 is no change, 1,00 is one. */
		{ { DIRECTION_INCREASE, false, KNOWN(10099), KNOWN(10000), NONE },
		    LIGHT_YELLOW, "→", false },
		{ { DIRECTION_INCREASE, false, KNOWN(10100), KNOWN(10000), NONE },
		    LIGHT_GREEN, "↑", false },
		{ { DIRECTION_INCREASE, false, KNOWN(9901), KNOWN(10000), NONE },
		    LIGHT_YELLOW, "→", false },
		{ { DIRECTION_INCREASE, false, KNOWN(9900), KNOWN(10000), NONE },
		    LIGHT_RED, "↓", false },
		/* 1 % of 0,99 is less than 0,01: the least step is a change. */
		{ { DIRECTION_INCREASE, false, KNOWN(100), KNOWN(99), NONE }, LIGHT_GREEN,
		    "↑", false },
		/* 1 % of 1,01 is 0,0101, more than 0,01: none. */
		{ { DIRECTION_INCREASE, false, KNOWN(102), KNOWN(101), NONE },
		    LIGHT_YELLOW, "→", false },
		/* From zero, to zero, at zero. */
		{ { DIRECTION_DECREASE, false, KNOWN(1), KNOWN(0), NONE }, LIGHT_RED, "↑",
		    false },
		{ { DIRECTION_DECREASE, true, KNOWN(0), KNOWN(4000), NONE }, LIGHT_GREEN,
		    "↓", true },
		{ { DIRECTION_DECREASE, false, KNOWN(0), KNOWN(0), NONE }, LIGHT_YELLOW,
		    "→", false },
		/* A deficit that lessens goes up: −17,7 → −10,0 mnkr. */
		{ { DIRECTION_INCREASE, false, KNOWN(-1000), KNOWN(-1770), NONE },
		    LIGHT_GREEN, "↑", false },
		/* Data saknas; a target does not stand in for last year. */
		{ { DIRECTION_INCREASE, true, KNOWN(900), NONE, KNOWN(100) }, LIGHT_GREY,
		    "", true },
		{ { DIRECTION_DECREASE, true, NONE, KNOWN(1000), NONE }, LIGHT_GREY, "",
		    false },
		{ { DIRECTION_DECREASE, true, NONE, NONE, NONE }, LIGHT_GREY, "", false },
		/* The ends of the type. */
		{ { DIRECTION_INCREASE, false, KNOWN(INT64_MAX), KNOWN(INT64_MIN), NONE },
		    LIGHT_GREEN, "↑", false },
	};

	check_attained(cases, G_N_ELEMENTS(cases));
}

static void
test_attain_target(void)
{
	const struct attain_case cases[] = {
		/* Palliativa patienter, minst 70 %: K 23 → 20, and on its way 20 → 23. */
		{ { DIRECTION_AT_LEAST, false, KNOWN(2000), KNOWN(2300), KNOWN(7000) },
		    LIGHT_RED, "↓", false },
		{ { DIRECTION_AT_LEAST, false, KNOWN(2300), KNOWN(2000), KNOWN(7000) },
		    LIGHT_YELLOW, "↑", false },
		/* Reached on the mark, and though it falls; fallen under it is not on
		 * its way though it was farther from it. */
		{ { DIRECTION_AT_LEAST, false, KNOWN(7000), NONE, KNOWN(7000) },
		    LIGHT_GREEN, "", false },
		{ { DIRECTION_AT_LEAST, false, KNOWN(7100), KNOWN(9000), KNOWN(7000) },
		    LIGHT_GREEN, "↓", false },
		{ { DIRECTION_AT_LEAST, false, KNOWN(6900), KNOWN(9000), KNOWN(7000) },
		    LIGHT_RED, "↓", false },
		/* Utskrivningsklara, högst 7 %: 8,4 % without last year's. */
		{ { DIRECTION_AT_MOST, false, KNOWN(840), NONE, KNOWN(700) }, LIGHT_RED,
		    "", false },
		{ { DIRECTION_AT_MOST, false, KNOWN(840), KNOWN(900), KNOWN(700) },
		    LIGHT_YELLOW, "↓", false },
		/* 0,08 of 8,48 is under 1 %: no way at all. */
		{ { DIRECTION_AT_MOST, false, KNOWN(840), KNOWN(848), KNOWN(700) },
		    LIGHT_RED, "→", false },
		{ { DIRECTION_AT_MOST, false, KNOWN(650), KNOWN(500), KNOWN(700) },
		    LIGHT_GREEN, "↑", false },
		/* Nå 0,0: −17,7 is not it; from −30 it is on its way; from −10 not. */
		{ { DIRECTION_REACH, false, KNOWN(-1770), NONE, KNOWN(0) }, LIGHT_RED, "",
		    false },
		{ { DIRECTION_REACH, false, KNOWN(-1770), KNOWN(-3000), KNOWN(0) },
		    LIGHT_YELLOW, "↑", false },
		{ { DIRECTION_REACH, false, KNOWN(-1770), KNOWN(-1000), KNOWN(0) },
		    LIGHT_RED, "↓", false },
		{ { DIRECTION_REACH, false, KNOWN(0), KNOWN(-1000), KNOWN(0) },
		    LIGHT_GREEN, "↑", false },
		/* From 5 above to 2 below is nearer, from 5 above to 6 below is not. */
		{ { DIRECTION_REACH, true, KNOWN(1000), KNOWN(1700), KNOWN(1200) },
		    LIGHT_YELLOW, "↓", false },
		{ { DIRECTION_REACH, true, KNOWN(600), KNOWN(1700), KNOWN(1200) },
		    LIGHT_RED, "↓", true },
		/* Data saknas: no value, no target. */
		{ { DIRECTION_REACH, true, NONE, KNOWN(600), KNOWN(1200) }, LIGHT_GREY,
		    "", true },
		{ { DIRECTION_AT_LEAST, true, KNOWN(5000), KNOWN(4000), NONE },
		    LIGHT_GREY, "↑", false },
	};

	check_attained(cases, G_N_ELEMENTS(cases));
}

static void
test_attain_total(void)
{
	static const struct {
		enum light women, men, total;
	} cases[] = {
		{ LIGHT_GREEN, LIGHT_GREEN, LIGHT_GREEN },
		{ LIGHT_GREEN, LIGHT_YELLOW, LIGHT_YELLOW },
		{ LIGHT_RED, LIGHT_GREEN, LIGHT_RED },
		{ LIGHT_YELLOW, LIGHT_RED, LIGHT_RED },
		{ LIGHT_GREEN, LIGHT_GREY, LIGHT_GREY }, /* half unknown */
		{ LIGHT_GREY, LIGHT_YELLOW, LIGHT_YELLOW },
		{ LIGHT_RED, LIGHT_GREY, LIGHT_RED },
		{ LIGHT_GREY, LIGHT_GREY, LIGHT_GREY },
	};
	struct attainment up = { LIGHT_GREEN, TREND_UP, false };
	struct attainment down = { LIGHT_RED, TREND_DOWN, true };

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct attainment women = { cases[i].women, TREND_UP, false };
		struct attainment men = { cases[i].men, TREND_UP, false };

		CU_ASSERT_EQUAL(attain_total(women, men).light, cases[i].total);
		CU_ASSERT_EQUAL(attain_total(men, women).light, cases[i].total);
	}
	T_TEXT(trend_symbol(attain_total(up, up).trend), "↑");
	T_TEXT(trend_symbol(attain_total(up, down).trend), "");
	CU_ASSERT_TRUE(attain_total(up, down).small);
	CU_ASSERT_FALSE(attain_total(up, up).small);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "against last year", test_attain_change },
		{ "against a target", test_attain_target },
		{ "women and men", test_attain_total },
		CU_TEST_INFO_NULL,
	};

	return t_run("attain", cases);
}
