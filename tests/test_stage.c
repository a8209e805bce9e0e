/*
 * test_stage.c - the rules of the stages, each broken alone, and how it is told.
 */
#include "base/error.h"
#include "plan/stage.h"
#include "t.h"

#define MKR(x) (INT64_C(x) * ORE_PER_MKR)
#define BIT(r) (1u << (r))

/* Action 1 "A" has all that stage 5 asks for: an owner, 10 mkr in 2021, an indicator, a
 * decision without outcome, an assessment and a milestone that is reached.  Action 2 "B"
 * has nothing.  Each case takes something away. */
struct world {
	struct plan *plan;
	struct settings settings;
	struct action full, bare;
	struct amount realised;
};

static void
add_target(struct plan *plan, int64_t line, int year, int64_t ore)
{
	struct target t = { line, year, ore };

	g_array_append_val(plan->targets, t);
}

static void
add_milestone(struct plan *plan, const char *name, const char *reached)
{
	struct milestone m = { 1, "", name, "2020-03", reached };

	g_array_append_val(plan->milestones, m);
}

static struct world
make(void)
{
	struct world w = { .plan = plan_new(), .realised = amount_of(MKR(10)) };
	struct line line = { 11, 1, 0, COST_UNSPECIFIED };
	struct decision d = { "1", 1, "2020-02-10", "", "", "", "", "", "", AMOUNT_NONE,
		"" };
	struct assessment a = { 1, "2020-02-01", "", "" };

	settings_init(&w.settings);
	action_init(&w.full, "A");
	w.full.id = 1;
	w.full.owner = "Eva";
	w.full.indicator = "Antal";
	action_init(&w.bare, "B");
	w.bare.id = 2;
	g_array_append_val(w.plan->actions, w.full);
	g_array_append_val(w.plan->actions, w.bare);
	g_array_append_val(w.plan->lines, line);
	add_target(w.plan, 11, 2021, MKR(10));
	g_array_append_val(w.plan->decisions, d);
	g_array_append_val(w.plan->assessments, a);
	add_milestone(w.plan, "Avtal", "2020-04");
	plan_index(w.plan);
	return w;
}

static unsigned
broken(const struct world *w, const struct action *action, int from, int to)
{
	struct stage_grounds *grounds = stage_grounds_new(w->plan);
	struct stage_case c = { grounds, action, w->realised, &w->settings };
	unsigned bits = stage_broken(&c, from, to);

	stage_grounds_free(grounds);
	return bits;
}

/* The sentence of the refusal; "" when the step is allowed. */
static void
expect_at(
    const char *file, int line, const struct world *w, int from, int to, const char *want)
{
	struct stage_grounds *grounds = stage_grounds_new(w->plan);
	struct stage_case c = { grounds, &w->full, w->realised, &w->settings };
	g_autoptr(GError) error = NULL;
	bool ok = stage_allows(&c, from, to, &error);

	t_text_at(file, line, ok ? "" : error->message, want);
	if (!ok)
		CU_ASSERT(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
	stage_grounds_free(grounds);
}
#define EXPECT(w, from, to, want) expect_at(__FILE__, __LINE__, (w), (from), (to), (want))

static void
test_opens(void)
{
	static const int want[STAGE_RULE__N] = { 2, 2, 2, 3, 3, 4, 5 };

	for (int r = 0; r < STAGE_RULE__N; r++)
		CU_ASSERT_EQUAL(stage_rule_opens((enum stage_rule)r), want[r]);
}

static void
test_all_there(void)
{
	struct world w = make();

	CU_ASSERT_EQUAL(broken(&w, &w.full, 0, 5), 0);
	EXPECT(&w, 0, 5, "");
	/* nothing is asked of 0 and 1 */
	CU_ASSERT_EQUAL(broken(&w, &w.bare, 0, 1), 0);
	plan_free(w.plan);
}

static void
test_stage_two(void)
{
	struct world w = make();

	w.full.owner = " ";
	CU_ASSERT_EQUAL(broken(&w, &w.full, 1, 2), BIT(STAGE_RULE_OWNER));
	EXPECT(&w, 1, 2,
	    "A kan inte få grad 2: ansvarig saknas. Ange den med \"sparplan andra A "
	    "ansvarig=NAMN\".");
	w.full.owner = "Eva";
	w.full.indicator = "";
	CU_ASSERT_EQUAL(broken(&w, &w.full, 1, 2), BIT(STAGE_RULE_INDICATOR));
	EXPECT(&w, 1, 2,
	    "A kan inte få grad 2: uppföljningsmått saknas. Ange det med \"sparplan "
	    "andra A uppföljningsmått=TEXT\".");
	w.full.indicator = "Antal";
	/* ej årsfördelat alone is no year; beside a year it is welcome */
	g_array_set_size(w.plan->targets, 0);
	add_target(w.plan, 11, 0, MKR(10));
	CU_ASSERT_EQUAL(broken(&w, &w.full, 1, 2), BIT(STAGE_RULE_YEARS));
	EXPECT(&w, 1, 2,
	    "A kan inte få grad 2: inget mål är satt för ett år. Ange ett belopp för "
	    "minst ett år, till exempel \"2021 mkr=1,5\".");
	add_target(w.plan, 11, 2021, 0);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 1, 2), 0);
	plan_free(w.plan);
}

static void
test_decisions(void)
{
	static const struct {
		int64_t action;
		const char *outcome;
		bool holds;
	} cases[] = { { 1, "bifall", true }, { 1, "", true }, { 1, "avslag", false },
		{ 1, "återremiss", false }, { 1, "till handlingarna", false },
		{ 1, "okänt", false }, { 0, "bifall", true }, { 0, "avslag", false },
		{ 2, "bifall", false } };

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct world w = make();
		struct decision *d =
		    &g_array_index(w.plan->decisions, struct decision, 0);

		d->action = cases[i].action;
		d->outcome = cases[i].outcome;
		CU_ASSERT_EQUAL(broken(&w, &w.full, 2, 3),
		    cases[i].holds ? 0 : BIT(STAGE_RULE_DECISION));
		plan_free(w.plan);
	}
}

static void
test_stage_three(void)
{
	struct world w = make();

	g_array_index(w.plan->decisions, struct decision, 0).outcome = "avslag";
	EXPECT(&w, 2, 3,
	    "A kan inte få grad 3: inget beslut om den har utfallet bifall. Skriv "
	    "in beslutet på skärmen (0 Beslut), eller läs in det med \"sparplan "
	    "import beslut FIL\".");
	g_array_set_size(w.plan->decisions, 0);
	EXPECT(&w, 2, 3,
	    "A kan inte få grad 3: beslut saknas. Skriv in beslutet på skärmen (0 "
	    "Beslut), eller läs in det med \"sparplan import beslut FIL\".");
	plan_free(w.plan);
	w = make();
	g_array_set_size(w.plan->assessments, 0);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 2, 3), BIT(STAGE_RULE_ASSESSMENT));
	EXPECT(&w, 2, 3,
	    "A kan inte få grad 3: risk- och konsekvensanalys saknas. Läs in den med "
	    "\"sparplan import riskanalys FIL\".");
	plan_free(w.plan);
}

static void
test_stage_four(void)
{
	struct world w = make();

	add_milestone(w.plan, "Driftstart", "");
	CU_ASSERT_EQUAL(broken(&w, &w.full, 3, 4), BIT(STAGE_RULE_MILESTONES));
	EXPECT(&w, 3, 4,
	    "A kan inte få grad 4: milstolpen \"Driftstart\" är inte nådd. Säg i "
	    "åtgärdens formulär på skärmen när det skedde, eller skriv det i kolumnen "
	    "klar och läs in den med \"sparplan import milstolpar FIL\".");
	add_milestone(w.plan, "Överlämning", "");
	EXPECT(&w, 3, 4,
	    "A kan inte få grad 4: 2 milstolpar är inte nådda, den första är "
	    "\"Driftstart\". Säg i åtgärdens formulär på skärmen när det skedde, eller "
	    "skriv det i kolumnen klar och läs in den med \"sparplan import milstolpar "
	    "FIL\".");
	/* an action without milestones has none that is open */
	g_array_set_size(w.plan->milestones, 0);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 3, 4), 0);
	plan_free(w.plan);
}

/* 10 mkr over two years; 67,5 % of it is 6,75 mkr, to the öre. */
static void
test_stage_five(void)
{
	struct world w = make();

	add_target(w.plan, 11, 2022, MKR(-4));
	add_target(w.plan, 11, 0, MKR(4));
	w.realised = amount_of(MKR(10) - 1);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), BIT(STAGE_RULE_REALISED));
	EXPECT(&w, 4, 5,
	    "A kan inte få grad 5: realiserat är 9,99999999 mkr av målet 10,0 mkr, och "
	    "100 % av målet krävs. Bokför utfallen med \"sparplan utfall\"; hur stor del "
	    "som krävs är inställningen grad5.andel.");
	settings_take(&w.settings, "grad5.andel", "67,5 %");
	w.realised = amount_of(675000000);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), 0);
	w.realised = amount_of(674999999);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), BIT(STAGE_RULE_REALISED));
	settings_take(&w.settings, "grad5.andel", "0 %");
	w.realised = AMOUNT_NONE; /* nothing posted is not zero */
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), BIT(STAGE_RULE_REALISED));
	w.realised = amount_of(0);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), 0);
	g_array_set_size(w.plan->targets, 0);
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), BIT(STAGE_RULE_REALISED));
	plan_free(w.plan);
}

/* Sums that leave int64 are no target; what comes after them does not mend it. */
static void
test_lost_target(void)
{
	struct world w = make();

	add_target(w.plan, 11, 2022, INT64_MAX);
	add_target(w.plan, 11, 2023, MKR(1));
	CU_ASSERT_EQUAL(broken(&w, &w.full, 4, 5), BIT(STAGE_RULE_REALISED));
	plan_free(w.plan);
}

/* A jump must satisfy every stage on its way, and the lowest broken one is told. */
static void
test_jumps(void)
{
	struct world w = make();
	unsigned two =
	    BIT(STAGE_RULE_OWNER) | BIT(STAGE_RULE_YEARS) | BIT(STAGE_RULE_INDICATOR);
	unsigned three = BIT(STAGE_RULE_DECISION) | BIT(STAGE_RULE_ASSESSMENT);

	w.realised = AMOUNT_NONE;
	CU_ASSERT_EQUAL(broken(&w, &w.bare, 1, 2), two);
	CU_ASSERT_EQUAL(broken(&w, &w.bare, 1, 4), two | three);
	CU_ASSERT_EQUAL(
	    broken(&w, &w.bare, 0, 5), two | three | BIT(STAGE_RULE_REALISED));
	/* what is behind is not asked for again */
	CU_ASSERT_EQUAL(broken(&w, &w.bare, 2, 4), three);
	g_array_set_size(w.plan->assessments, 0);
	add_milestone(w.plan, "Driftstart", "");
	EXPECT(&w, 1, 4,
	    "A kan inte få grad 4, för grad 3 är inte uppfylld: risk- och "
	    "konsekvensanalys saknas. Läs in den med \"sparplan import riskanalys "
	    "FIL\".");
	plan_free(w.plan);
}

static void
test_going_back(void)
{
	struct world w = make();

	for (int from = 0; from <= STAGE_MAX; from++)
		for (int to = 0; to <= from; to++)
			CU_ASSERT_EQUAL(broken(&w, &w.bare, from, to), 0);
	plan_free(w.plan);
}

static void
test_outcomes(void)
{
	g_autofree char *list = word_list(outcome_words);

	T_TEXT(list, "bifall, återremiss, avslag, till handlingarna");
}

int
main(void)
{
	CU_TestInfo cases[] = { { "opens", test_opens }, { "all there", test_all_there },
		{ "stage 2", test_stage_two }, { "decisions", test_decisions },
		{ "stage 3", test_stage_three }, { "stage 4", test_stage_four },
		{ "stage 5", test_stage_five }, { "lost target", test_lost_target },
		{ "jumps", test_jumps }, { "going back", test_going_back },
		{ "outcomes", test_outcomes }, CU_TEST_INFO_NULL };

	return t_run("stage", cases);
}
