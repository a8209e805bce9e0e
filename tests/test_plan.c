/*
 * test_plan.c - words, fields of an action, look-ups and sums of a plan.
 */
#include "base/error.h"
#include "plan/plan.h"
#include "t.h"

#define MKR(x) (INT64_C(x) * ORE_PER_MKR)

static int
parsed(const struct word *table, const char *text)
{
	g_autoptr(GError) error = NULL;
	int value = -1;

	return word_parse(table, text, &value, &error) ? value : -1;
}

static void
test_words_written(void)
{
	T_TEXT(word_text(kind_words, KIND_NONE), "");
	T_TEXT(word_text(kind_words, KIND_BUDGET), "budgetreducering");
	T_TEXT(word_text(kind_words, KIND_DEFICIT), "underskottshantering");
	T_TEXT(word_text(cost_kind_words, COST_UNSPECIFIED), "ospecificerat");
	T_TEXT(word_text(cost_kind_words, COST_INTRODUCTION), "införandekostnad");
	T_TEXT(word_text(basis_words, BASIS_LEVEL), "nivå");
	T_TEXT(word_text(status_words, STATUS_RETURNED), "återremitterad");
	T_TEXT(word_text(light_words, LIGHT_GREY), "grå");
	T_TEXT(word_text(counts_words, 0), "nej");
	T_TEXT(word_text(stage_words, 5), "5");
	T_TEXT(word_text(stage_words, 6), "");
	T_TEXT(kind_heading(KIND_NONE), "Ingen typ");
	T_TEXT(kind_heading(KIND_DEFICIT), "Underskottshantering");
	T_TEXT(stage_name(0), "idé");
	T_TEXT(stage_name(5), "effekt verifierad");
	T_TEXT(stage_name(-1), "");
}

static void
test_words_list(void)
{
	/* Synonyms and the empty word are read but never offered. */
	T_TAKE(word_list(counts_words), "ja, nej");
	T_TAKE(word_list(kind_words), "ingen, budgetreducering, underskottshantering");
	T_TAKE(word_list(cost_kind_words),
	    "ospecificerat, personal, drift, material, intäkt, införandekostnad");
	T_TAKE(word_list(light_words), "grön, gul, röd, grå");
	T_TAKE(word_list(direction_words), "öka, minska, nå, minst, högst");
}

static void
test_words_read(void)
{
	CU_ASSERT_EQUAL(parsed(kind_words, ""), KIND_NONE);
	CU_ASSERT_EQUAL(parsed(kind_words, "  "), KIND_NONE);
	CU_ASSERT_EQUAL(parsed(kind_words, "ingen"), KIND_NONE);
	CU_ASSERT_EQUAL(parsed(kind_words, " Budgetreducering "), KIND_BUDGET);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, ""), COST_UNSPECIFIED);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, "kostnadsreducering"), COST_UNSPECIFIED);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, "Driftkostnad"), COST_OPERATIONS);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, "materialkostnad"), COST_MATERIAL);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, "personalkostnad"), COST_STAFF);
	CU_ASSERT_EQUAL(parsed(cost_kind_words, "INTÄKT"), COST_REVENUE);
	CU_ASSERT_EQUAL(parsed(status_words, "EJ_PÅBÖRJAD"), STATUS_NOT_STARTED);
	CU_ASSERT_EQUAL(parsed(status_words, ""), STATUS_NONE);
	CU_ASSERT_EQUAL(parsed(light_words, "Röd"), LIGHT_RED);
	CU_ASSERT_EQUAL(parsed(direction_words, "Högst"), DIRECTION_AT_MOST);
	CU_ASSERT_EQUAL(parsed(direction_words, ""), -1);
	CU_ASSERT_EQUAL(parsed(counts_words, "NEJ"), 0);
	CU_ASSERT_EQUAL(parsed(stage_words, "3"), 3);
	CU_ASSERT_EQUAL(parsed(stage_words, "6"), -1);
	CU_ASSERT_EQUAL(parsed(counts_words, ""), -1);
}

static void
test_words_refused(void)
{
	g_autoptr(GError) error = NULL;
	int value = 77;

	CU_ASSERT_FALSE(word_parse(kind_words, "budgetreducerng", &value, &error));
	CU_ASSERT_EQUAL(value, 77);
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
	T_TEXT(error->message,
	    "värdet \"budgetreducerng\" är okänt; menas \"budgetreducering\"? "
	    "Tillåtna är: ingen, budgetreducering, underskottshantering");
	g_clear_error(&error);
	CU_ASSERT_FALSE(word_parse(counts_words, "kanske", &value, &error));
	T_TEXT(error->message, "värdet \"kanske\" är okänt; tillåtna är: ja, nej");
	g_clear_error(&error);
	CU_ASSERT_FALSE(word_parse(counts_words, " ", &value, &error));
	T_TEXT(error->message, "värdet saknas; skriv något av: ja, nej");
}

static void
test_action_defaults(void)
{
	struct action a;

	action_init(&a, "HS-01");
	T_TEXT(a.code, "HS-01");
	T_TEXT(action_get(&a, ACTION_COUNTS), "ja");
	T_TEXT(action_get(&a, ACTION_BASIS), "period");
	T_TEXT(action_get(&a, ACTION_STAGE), "0");
	T_TEXT(action_get(&a, ACTION_KIND), "");
	T_TEXT(action_get(&a, ACTION_STATUS), "");
	for (int f = 0; f < ACTION_FIELD__N; f++)
		CU_ASSERT_PTR_NOT_NULL(action_get(&a, (enum action_field)f));
}

static void
test_action_set(void)
{
	static const struct {
		enum action_field field;
		const char *text;
		const char *want;
	} cases[] = {
		{ ACTION_NAME, "Följa inköpsrutiner", "Följa inköpsrutiner" },
		{ ACTION_UNIT, "Regionförvaltningen", "Regionförvaltningen" },
		{ ACTION_AREA, "Effektiviseringar", "Effektiviseringar" },
		{ ACTION_KIND, "Underskottshantering", "underskottshantering" },
		{ ACTION_COUNTS, "NEJ", "nej" },
		{ ACTION_OWNER, "Anna Öberg", "Anna Öberg" },
		{ ACTION_STATUS, "Pågående", "pågående" },
		{ ACTION_STAGE, "4", "4" },
		{ ACTION_BASIS, "Engång", "engång" },
		{ ACTION_PLAN_READY, "q3 2019", "Q3 2019" },
		{ ACTION_START, "Våren 2020", "våren 2020" },
		{ ACTION_FINISH, "2020-06", "2020-06" },
		{ ACTION_INDICATOR, "Antal besök", "Antal besök" },
		{ ACTION_DESCRIPTION, "a\nb", "a\nb" },
	};
	g_autoptr(GError) error = NULL;
	GStringChunk *pool = g_string_chunk_new(256);
	struct action a;

	action_init(&a, "X");
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		T_OK(action_set(&a, cases[i].field, cases[i].text, pool, &error), error);
		T_TEXT(action_get(&a, cases[i].field), cases[i].want);
	}
	CU_ASSERT_FALSE(a.counts);
	CU_ASSERT_EQUAL(a.stage, 4);
	g_string_chunk_free(pool);
}

static void
test_action_blank(void)
{
	static const enum action_field refused[] = { ACTION_NAME, ACTION_UNIT,
		ACTION_COUNTS, ACTION_STAGE, ACTION_BASIS };
	static const enum action_field cleared[] = { ACTION_AREA, ACTION_KIND,
		ACTION_OWNER, ACTION_STATUS, ACTION_PLAN_READY, ACTION_START,
		ACTION_FINISH, ACTION_INDICATOR, ACTION_DESCRIPTION };
	g_autoptr(GError) error = NULL;
	GStringChunk *pool = g_string_chunk_new(256);
	struct action a;

	action_init(&a, "X");
	a.name = a.unit = a.area = a.owner = a.indicator = a.description = "text";
	a.start = a.finish = a.plan_ready = "2020";
	a.kind = KIND_BUDGET;
	a.status = STATUS_DONE;
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		const char *before = action_get(&a, refused[i]);

		CU_ASSERT_FALSE(action_set(&a, refused[i], " ", pool, &error));
		CU_ASSERT_TRUE(
		    g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
		T_TEXT(action_get(&a, refused[i]), before);
		g_clear_error(&error);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(cleared); i++) {
		T_OK(action_set(&a, cleared[i], " ", pool, &error), error);
		T_TEXT(action_get(&a, cleared[i]), "");
	}
	CU_ASSERT_FALSE(action_set(&a, ACTION_START, "snart", pool, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
	T_TEXT(a.start, "");
	g_string_chunk_free(pool);
}

static void
test_action_diff(void)
{
	struct action a, b;

	action_init(&a, "X");
	b = a;
	CU_ASSERT_EQUAL(action_diff(&a, &b), 0);
	b.version = 9; /* not a field */
	CU_ASSERT_EQUAL(action_diff(&a, &b), 0);
	b.owner = "Anna";
	b.stage = 2;
	CU_ASSERT_EQUAL(action_diff(&a, &b), 1u << ACTION_OWNER | 1u << ACTION_STAGE);
	CU_ASSERT_EQUAL(action_diff(&b, &a), action_diff(&a, &b));
	CU_ASSERT_TRUE(action_mentions(&b, "ann"));
	CU_ASSERT_FALSE(action_mentions(&a, "ann"));
}

static void
add_requirement(struct plan *plan, int year, enum kind kind, int64_t ore)
{
	struct requirement r = { .year = year, .kind = kind, .ore = ore, .reason = "" };

	g_array_append_val(plan->requirements, r);
}

static void
add_target(struct plan *plan, int64_t line, int year, int64_t ore)
{
	struct target t = { .line = line, .year = year, .ore = ore };

	g_array_append_val(plan->targets, t);
}

/* Two actions; the first with two lines (units 11 and none), the second without any. */
static struct plan *
small_plan(void)
{
	static const struct unit units[] = { { 10, 0, "Regionen" },
		{ 11, 10, "Närsjukvård Öst" }, { 12, 11, "Akuten" } };
	static const struct area areas[] = { { 5, "Utveckla & anpassa" } };
	static const struct line lines[] = { { 100, 7, 11, COST_STAFF },
		{ 101, 7, 0, COST_REVENUE } };
	struct plan *plan = plan_new();
	struct action a;

	g_array_append_vals(plan->units, units, G_N_ELEMENTS(units));
	g_array_append_vals(plan->areas, areas, G_N_ELEMENTS(areas));
	g_array_append_vals(plan->lines, lines, G_N_ELEMENTS(lines));
	action_init(&a, "HS-01");
	a.id = 7;
	g_array_append_val(plan->actions, a);
	action_init(&a, "RF-D1");
	a.id = 8;
	g_array_append_val(plan->actions, a);
	add_target(plan, 100, 2020, MKR(3));
	add_target(plan, 100, 2022, MKR(4));
	add_target(plan, 101, 2020, -MKR(1));
	add_target(plan, 101, 0, 50);
	plan_index(plan);
	return plan;
}

static void
test_plan_lookups(void)
{
	struct plan *plan = small_plan();

	CU_ASSERT_EQUAL(plan_action(plan, "RF-D1")->id, 8);
	CU_ASSERT_PTR_NULL(plan_action(plan, "rf-d1")); /* ids are taken as they are */
	T_TEXT(plan_action_by_id(plan, 7)->code, "HS-01");
	CU_ASSERT_PTR_NULL(plan_action_by_id(plan, 9));
	CU_ASSERT_PTR_NULL(plan_action_by_id(plan, 0));
	CU_ASSERT_EQUAL(plan_line(plan, 101)->cost_kind, COST_REVENUE);
	CU_ASSERT_PTR_NULL(plan_line(plan, 1));
	CU_ASSERT_EQUAL(plan_unit(plan, "Akuten")->id, 12);
	CU_ASSERT_EQUAL(plan_unit(plan, " närsjukvård  ÖST ")->id, 11);
	CU_ASSERT_PTR_NULL(plan_unit(plan, "Tandvården"));
	CU_ASSERT_EQUAL(plan_area(plan, "UTVECKLA & ANPASSA")->id, 5);
	CU_ASSERT_PTR_NULL(plan_area_by_id(plan, 0));
	CU_ASSERT_EQUAL(plan_unit_top(plan, 12), 10);
	CU_ASSERT_EQUAL(plan_unit_top(plan, 10), 10);
	CU_ASSERT_EQUAL(plan_unit_top(plan, 0), 0);
	T_TEXT(plan_unit_name(plan, 11), "Närsjukvård Öst");
	T_TEXT(plan_unit_name(plan, 0), "ej fördelad");
	plan_free(plan);
	plan_free(NULL);
}

/* Two of the first förvaltning, one without any, then one more below the first. */
static void
test_plan_order(void)
{
	struct plan *plan = small_plan();
	g_autoptr(GString) text = g_string_new(NULL);
	static const char *const units[] = { "Akuten", "", "Regionen", "Närsjukvård Öst",
		"" };
	GArray *order;
	struct action a;

	g_array_set_size(plan->actions, 0);
	for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
		action_init(&a, "");
		a.id = i + 1;
		a.unit = units[i];
		g_array_append_val(plan->actions, a);
	}
	plan_index(plan);
	order = plan_order(plan);
	for (guint i = 0; i < order->len; i++)
		g_string_append_printf(text, "%u ", g_array_index(order, guint, i));
	T_TEXT(text->str, "0 2 3 1 4 ");
	g_array_unref(order);
	plan_free(plan);
}

static void
test_plan_targets(void)
{
	struct plan *plan = small_plan();
	int first = -1, last = -1;

	/* 2020: 3 mkr - 1 mkr on two lines; 2021 has no row; ej årsfördelat 50 öre. */
	CU_ASSERT_TRUE(
	    amount_equal(plan_action_target(plan, 7, 2020), amount_of(MKR(2))));
	CU_ASSERT_TRUE(amount_equal(plan_action_target(plan, 7, 2021), AMOUNT_NONE));
	CU_ASSERT_TRUE(amount_equal(plan_action_target(plan, 7, 0), amount_of(50)));
	CU_ASSERT_TRUE(
	    amount_equal(plan_action_target(plan, 7, -1), amount_of(MKR(6) + 50)));
	CU_ASSERT_FALSE(plan_action_target(plan, 8, -1).known);
	plan_years(plan, &first, &last);
	CU_ASSERT_EQUAL(first, 2020);
	CU_ASSERT_EQUAL(last, 2022);
	add_requirement(plan, 2019, KIND_NONE, 1);
	add_requirement(plan, 0, KIND_NONE, 1);
	plan_years(plan, &first, &last);
	CU_ASSERT_EQUAL(first, 2019);
	CU_ASSERT_EQUAL(last, 2022);
	plan_free(plan);
	plan = plan_new();
	plan_years(plan, &first, &last);
	CU_ASSERT_EQUAL(first, 0);
	CU_ASSERT_EQUAL(last, 0);
	plan_free(plan);
}

static void
test_plan_overflow(void)
{
	struct plan *plan = small_plan();

	add_target(plan, 100, 2021, INT64_MAX);
	add_target(plan, 101, 2021, 1);
	CU_ASSERT_FALSE(plan_action_target(plan, 7, 2021).known);
	plan_free(plan);
}

static void
test_plan_requirement(void)
{
	struct plan *plan = plan_new();

	CU_ASSERT_FALSE(plan_requirement(plan, 0, KIND_NONE).known);
	/* Only kinds of years: 2020 is 100 + 125, the programme 100 + 125 + 50 = 275. */
	add_requirement(plan, 2020, KIND_BUDGET, MKR(100));
	add_requirement(plan, 2020, KIND_DEFICIT, MKR(125));
	add_requirement(plan, 2021, KIND_BUDGET, MKR(50));
	CU_ASSERT_EQUAL(plan_requirement(plan, 2020, KIND_NONE).ore, MKR(225));
	CU_ASSERT_EQUAL(plan_requirement(plan, 0, KIND_BUDGET).ore, MKR(150));
	CU_ASSERT_EQUAL(plan_requirement(plan, 0, KIND_NONE).ore, MKR(275));
	CU_ASSERT_FALSE(plan_requirement(plan, 2021, KIND_DEFICIT).known);
	CU_ASSERT_FALSE(plan_requirement(plan, 2022, KIND_NONE).known);
	/* A printed year goes before its kinds, a printed programme before all. */
	add_requirement(plan, 2021, KIND_NONE, MKR(60));
	CU_ASSERT_EQUAL(plan_requirement(plan, 2021, KIND_NONE).ore, MKR(60));
	CU_ASSERT_EQUAL(plan_requirement(plan, 0, KIND_NONE).ore, MKR(285));
	add_requirement(plan, 0, KIND_NONE, MKR(565));
	CU_ASSERT_EQUAL(plan_requirement(plan, 0, KIND_NONE).ore, MKR(565));
	plan_free(plan);
}

/* No more decimals than needed; a missing measure is not zero. */
static void
test_measures(void)
{
	const struct measures some = { measure_of(1700), MEASURE_NONE, MEASURE_NONE };
	const struct measures same = { measure_of(1700), { 5, false }, { 9, false } };
	const struct measures none = { { 1, false }, MEASURE_NONE, MEASURE_NONE };

	T_TAKE(measure_text(measure_of(1720)), "17,2");
	T_TAKE(measure_text(measure_of(1725)), "17,25");
	T_TAKE(measure_text(measure_of(10000)), "100");
	T_TAKE(measure_text(measure_of(4546700)), "45\u00a0467");
	T_TAKE(measure_text(measure_of(-1770)), "\u221217,7");
	T_TAKE(measure_text(measure_of(-5)), "\u22120,05");
	T_TAKE(measure_text(measure_of(0)), "0");
	T_TAKE(measure_text(MEASURE_NONE), "\u2013");
	CU_ASSERT_TRUE(measures_equal(&some, &same));
	CU_ASSERT_FALSE(measures_equal(&some, &none));
	CU_ASSERT_TRUE(measures_known(&some));
	CU_ASSERT_FALSE(measures_known(&none));
	CU_ASSERT_FALSE(measure_equal(MEASURE_NONE, measure_of(0)));
}

/* Sources write the number with its sign or without; Halland's has "§73". */
static void
test_paragraph(void)
{
	T_TAKE(decision_paragraph(&(struct decision){ .paragraph = "73" }), "§ 73");
	T_TAKE(decision_paragraph(&(struct decision){ .paragraph = "§73" }), "§73");
	T_TAKE(decision_paragraph(&(struct decision){ .paragraph = "" }), "");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "words written", test_words_written },
		{ "words listed", test_words_list },
		{ "words read", test_words_read },
		{ "words refused", test_words_refused },
		{ "action defaults", test_action_defaults },
		{ "action set", test_action_set },
		{ "action blank", test_action_blank },
		{ "action diff", test_action_diff },
		{ "plan look-ups", test_plan_lookups },
		{ "plan order", test_plan_order },
		{ "plan targets", test_plan_targets },
		{ "plan overflow", test_plan_overflow },
		{ "plan requirement", test_plan_requirement },
		{ "measures", test_measures },
		{ "paragraph", test_paragraph },
		CU_TEST_INFO_NULL,
	};

	return t_run("plan", cases);
}
