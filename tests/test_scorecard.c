/*
 * test_scorecard.c - indicators of plans made by hand, with values of Norrbotten's
 * delårsbilaga (April 2022) and values at the edges.
 */
#include "plan/settings.h"
#include "rollup/scorecard.h"
#include "t.h"

#define NONE      MEASURE_NONE
#define KNOWN(x)  ((struct measure){ (x), true })
#define T1_2021   ((struct period){ 202104, 4 })
#define T1_2022   ((struct period){ 202204, 4 })
#define YEAR_2021 ((struct period){ 202112, 12 })

static void
add_indicator(struct plan *plan, const char *code, const char *goal, int direction,
    struct measures target, const char *unit, const char *periods)
{
	const struct indicator indicator = { .code = code,
		.name = code,
		.goal = goal,
		.direction = direction,
		.aim = "",
		.target = target,
		.unit = unit,
		.periods = periods,
		.table = "",
		.part_of = "",
		.note = "" };

	g_array_append_val(plan->indicators, indicator);
}

static void
add_value(struct plan *plan, const char *code, const char *place, struct period period,
    struct measures value)
{
	const struct measurement m = { code, place, period, value, "", "", "", "" };

	g_array_append_val(plan->measurements, m);
}

static const struct measures no_target = { { 0, false }, { 0, false }, { 0, false } };

static struct measures
both(int64_t women, int64_t men)
{
	return (struct measures){ KNOWN(women), KNOWN(men), NONE };
}

static struct measures
total(int64_t value)
{
	return (struct measures){ NONE, NONE, KNOWN(value) };
}

/* Antal patienter som fått fråga om våld, öka: K 12 → 29 is grön, M 7 → 4 röd and a small
 * number; the total is the worse. */
static void
test_split(void)
{
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;
	const struct score *s;

	add_indicator(
	    plan, "SM3", "F2", DIRECTION_INCREASE, no_target, "antal", "DÅ04,08, ÅR");
	add_value(plan, "SM3", "", T1_2021, both(1200, 700));
	add_value(plan, "SM3", "", T1_2022, both(2900, 400));
	add_value(plan, "SM3", "Kiruna", (struct period){ 202203, 1 }, both(100, 100));
	scores = scorecard_make(plan, 202204);
	s = scorecard_find(scores, "SM3");
	CU_ASSERT_EQUAL(s->women.light, LIGHT_GREEN);
	CU_ASSERT_EQUAL(s->men.light, LIGHT_RED);
	CU_ASSERT_EQUAL(s->total.light, LIGHT_RED);
	CU_ASSERT_EQUAL(s->women.trend, TREND_UP);
	CU_ASSERT_EQUAL(s->men.trend, TREND_DOWN);
	CU_ASSERT_EQUAL(s->total.trend, TREND_NONE);
	CU_ASSERT_FALSE(s->women.small);
	CU_ASSERT_TRUE(s->men.small);
	CU_ASSERT_TRUE(s->total.small);
	CU_ASSERT_TRUE(s->split);
	CU_ASSERT_FALSE(s->off_period);
	CU_ASSERT_FALSE(s->other_kind);
	CU_ASSERT_PTR_EQUAL(s->before, s->compared);
	T_TEXT(scorecard_why(s), "");
	CU_ASSERT_PTR_NULL(scorecard_find(scores, "SM4"));
	plan_free(plan);
}

/* What is grey, and why. */
static void
test_grey(void)
{
	static const struct {
		const char *code;
		int direction;
		struct measures target, now, before;
		bool measured, compared;
		enum trend trend;
		const char *why;
	} cases[] = {
		/* "100 % i dec": no word says which way */
		{ "a", DIRECTION__N, { .total = { 10000, true } },
		    { { 4100, true }, { 4100, true }, { 0, false } }, { .women = { 0 } },
		    true, false, TREND_NONE, "riktningen är inte angiven" },
		/* the way is seen all the same */
		{ "b", DIRECTION__N, { .total = { 700, true } },
		    { .total = { 840, true } }, { .total = { 600, true } }, true, true,
		    TREND_UP, "riktningen är inte angiven" },
		{ "c", DIRECTION_DECREASE, { .total = { 0, false } },
		    { .total = { 530, true } }, { .women = { 0 } }, true, false,
		    TREND_NONE, "mätvärde för samma period förra året saknas" },
		{ "d", DIRECTION_INCREASE, { .total = { 0, false } }, { .women = { 0 } },
		    { .total = { 530, true } }, true, true, TREND_NONE, "data saknas" },
		{ "e", DIRECTION_INCREASE, { .total = { 0, false } }, { .women = { 0 } },
		    { .women = { 0 } }, false, false, TREND_NONE,
		    "inget mätvärde finns" },
		{ "f", DIRECTION_AT_LEAST, { .total = { 0, false } },
		    { .total = { 530, true } }, { .women = { 0 } }, true, false,
		    TREND_NONE, "målet är inte angivet i tal" },
		{ "g", DIRECTION_AT_LEAST, { .total = { 500, true } },
		    { .women = { 530, true } }, { .women = { 0 } }, true, false,
		    TREND_NONE, "värdet för män saknas" },
		{ "h", DIRECTION_AT_LEAST, { .total = { 500, true } },
		    { .men = { 530, true } }, { .women = { 0 } }, true, false, TREND_NONE,
		    "värdet för kvinnor saknas" },
		{ "i", DIRECTION_INCREASE, { .total = { 0, false } },
		    { .total = { 530, true } }, { .women = { 0 } }, true, true,
		    TREND_NONE, "data för samma period förra året saknas" },
		{ "j", DIRECTION_INCREASE, { .total = { 0, false } },
		    { { 100, true }, { 200, true }, { 0, false } },
		    { .total = { 150, true } }, true, true, TREND_NONE,
		    "jämförelsetalet är av ett annat slag" },
	};
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		add_indicator(plan, cases[i].code, "", cases[i].direction,
		    cases[i].target, "procent", "");
		if (cases[i].measured)
			add_value(plan, cases[i].code, "", T1_2022, cases[i].now);
		if (cases[i].compared)
			add_value(plan, cases[i].code, "", T1_2021, cases[i].before);
	}
	scores = scorecard_make(plan, 202206);
	CU_ASSERT_EQUAL(scores->len, G_N_ELEMENTS(cases));
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const struct score *s = &g_array_index(scores, struct score, i);

		CU_ASSERT_EQUAL(s->total.light, LIGHT_GREY);
		CU_ASSERT_EQUAL(s->total.trend, cases[i].trend);
		T_TEXT(scorecard_why(s), cases[i].why);
		CU_ASSERT_EQUAL(s->other_kind, i == 9);
	}
	plan_free(plan);
}

/* Läkemedelsberättelse: the whole of 2021 is not the same period last year, and it is a
 * total against K and M: beside, and never what the light rests on. */
static void
test_compared(void)
{
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;
	const struct score *s;

	add_indicator(
	    plan, "SM10", "", DIRECTION_AT_LEAST, total(7000), "procent", "DÅ04");
	add_value(plan, "SM10", "", YEAR_2021, total(6200));
	add_value(plan, "SM10", "", T1_2022, both(5900, 7300));
	/* after the cut-off */
	add_value(plan, "SM10", "", (struct period){ 202208, 4 }, both(1, 1));
	scores = scorecard_make(plan, 202207);
	s = scorecard_find(scores, "SM10");
	CU_ASSERT_EQUAL(s->now->period.month, 202204);
	CU_ASSERT_PTR_NULL(s->before);
	CU_ASSERT_EQUAL(s->compared->period.month, 202112);
	CU_ASSERT_TRUE(s->other_kind);
	CU_ASSERT_EQUAL(s->women.light, LIGHT_RED); /* 59 of 70, no way known */
	CU_ASSERT_EQUAL(s->men.light, LIGHT_GREEN); /* 73 of 70 */
	CU_ASSERT_EQUAL(s->total.light, LIGHT_RED);
	plan_free(plan);
}

/* Targets of women and men each: K 14,5 and M 14,7 of at most 16,0 and 17,2. */
static void
test_targets_of_each(void)
{
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;
	const struct score *s;

	add_indicator(
	    plan, "SM7", "", DIRECTION_AT_MOST, both(1600, 1400), "procent", "");
	add_value(plan, "SM7", "", T1_2022, both(1450, 1470));
	scores = scorecard_make(plan, 202204);
	s = scorecard_find(scores, "SM7");
	CU_ASSERT_EQUAL(s->women.light, LIGHT_GREEN);
	CU_ASSERT_EQUAL(s->men.light, LIGHT_RED);
	plan_free(plan);
}

static void
test_periods(void)
{
	static const struct {
		const char *periods;
		int month;
		bool due;
	} cases[] = {
		{ "DÅ04,08, ÅR", 202204, true },
		{ "DÅ04,08,ÅR", 202208, true },
		{ "DÅ04,08, ÅR", 202212, true },
		{ "DÅ04,08, ÅR", 202203, false },
		{ "DÅ08, ÅR", 202204, false }, /* Andelen vårdskador */
		{ "DÅ08, ÅR", 202208, true },
		{ "T1, T3", 202208, false },
		{ "K1 K2", 202206, true },
		{ "", 202204, true },
		{ "vid behov", 202204, true }, /* not understood: nothing is claimed */
		{ "DÅ08, vid behov", 202204, true },
	};
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		CU_ASSERT_EQUAL(scorecard_is_due(cases[i].periods,
		                    (struct period){ cases[i].month, 4 }),
		    cases[i].due);
	add_indicator(
	    plan, "SM8", "", DIRECTION_AT_MOST, total(650), "procent", "DÅ08, ÅR");
	add_value(plan, "SM8", "", T1_2022, total(670));
	scores = scorecard_make(plan, 202204);
	CU_ASSERT_TRUE(scorecard_find(scores, "SM8")->off_period);
	CU_ASSERT_EQUAL(scorecard_find(scores, "SM8")->total.light, LIGHT_RED);
	plan_free(plan);
}

static void
add_goal(struct plan *plan, const char *code, const char *parent)
{
	const struct goal goal = { code, parent, GOAL_FACTOR, "", code, "", "" };

	g_array_append_val(plan->goals, goal);
}

/*
 * P1 has S1 with F1 (grön, gul) and F2 (röd); P2 has S2 with F3 (grön) and F4, of which
 * nothing is known; P3 has F5, all grön; P4 has nothing.  A and B are each other's.
 */
static void
test_goals(void)
{
	static const struct {
		const char *code;
		enum light light;
	} want[] = { { "F1", LIGHT_YELLOW }, { "F2", LIGHT_RED }, { "S1", LIGHT_RED },
		{ "P1", LIGHT_RED }, { "F3", LIGHT_GREEN }, { "F4", LIGHT_GREY },
		{ "S2", LIGHT_GREY }, { "P2", LIGHT_GREY }, { "P3", LIGHT_GREEN },
		{ "P4", LIGHT_GREY }, { "A", LIGHT_GREY }, { "B", LIGHT_GREY },
		{ "X", LIGHT_GREY }, { "", LIGHT_GREY } };
	static const char *const goals[][2] = { { "P1", "" }, { "S1", "P1" },
		{ "F1", "S1" }, { "F2", "S1" }, { "P2", "" }, { "S2", "P2" },
		{ "F3", "S2" }, { "F4", "S2" }, { "P3", "" }, { "F5", "P3" },
		{ "P4", "" }, { "A", "B" }, { "B", "A" } };
	static const struct {
		const char *code, *goal;
		int64_t value;
	} indicators[] = { { "green", "F1", 200 }, { "yellow", "F1", 100 },
		{ "red", "F2", 50 }, { "green3", "F3", 200 }, { "green5", "F5", 200 },
		{ "lost", "", 50 } };
	struct plan *plan = plan_new();
	g_autoptr(GArray) scores = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(goals); i++)
		add_goal(plan, goals[i][0], goals[i][1]);
	for (size_t i = 0; i < G_N_ELEMENTS(indicators); i++) {
		add_indicator(plan, indicators[i].code, indicators[i].goal,
		    DIRECTION_INCREASE, no_target, "procent", "");
		add_value(plan, indicators[i].code, "", T1_2021, total(100));
		add_value(
		    plan, indicators[i].code, "", T1_2022, total(indicators[i].value));
	}
	scores = scorecard_make(plan, 202204);
	for (size_t i = 0; i < G_N_ELEMENTS(want); i++) {
		enum light got = scorecard_goal_light(plan, scores, want[i].code);

		if (got != want[i].light)
			g_printerr("%s: %d\n", want[i].code, (int)got);
		CU_ASSERT_EQUAL(got, want[i].light);
	}
	plan_free(plan);
}

/* Each mark once, blanks as one likes; the order says what each means. */
static void
test_marks(void)
{
	static const char *const wrong[] = { "● ▲ ◆", "● ▲ ◆ ◆", "● ▲ ◆ □ ●", "● ▲ ◆ x",
		"1" };
	g_autofree char *canonical = NULL;
	struct settings s;

	settings_init(&s);
	T_TEXT(settings_mark(&s, LIGHT_GREEN), "●");
	T_TEXT(settings_mark(&s, LIGHT_YELLOW), "▲");
	T_TEXT(settings_mark(&s, LIGHT_RED), "◆");
	T_TEXT(settings_mark(&s, LIGHT_GREY), "□");
	settings_take(&s, "måluppfyllelse.symboler", "▲ □ ● ◆");
	T_TEXT(settings_mark(&s, LIGHT_GREEN), "▲");
	T_TEXT(settings_mark(&s, LIGHT_YELLOW), "□");
	T_TEXT(settings_mark(&s, LIGHT_RED), "●");
	T_TEXT(settings_mark(&s, LIGHT_NONE), "◆");
	CU_ASSERT_TRUE(setting_parse(SETTING_SYMBOLS, " ◆●  □▲ ", &canonical, NULL));
	T_TEXT(canonical, "◆ ● □ ▲");
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(GError) error = NULL;
		char *text = NULL;

		CU_ASSERT_FALSE(setting_parse(SETTING_SYMBOLS, wrong[i], &text, &error));
		CU_ASSERT_PTR_NULL(text);
		CU_ASSERT_PTR_NOT_NULL(strstr(error->message, "en gång var"));
	}
	s = (struct settings){ .number = { 0 } }; /* never read */
	T_TEXT(settings_mark(&s, LIGHT_RED), "◆");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "women and men", test_split },
		{ "grey and why", test_grey },
		{ "another period beside", test_compared },
		{ "targets of each", test_targets_of_each },
		{ "when it is followed up", test_periods },
		{ "goals", test_goals },
		{ "marks", test_marks },
		CU_TEST_INFO_NULL,
	};

	return t_run("scorecard", cases);
}
