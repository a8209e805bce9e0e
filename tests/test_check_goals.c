/*
 * test_check_goals.c - what kontroll says of goals, assignments, decisions and
 * preconditions: found, not found, and the edge between.
 */
#include "check_kit.h"
#include "goals_kit.h"

static GPtrArray *
remarks_of(const struct plan *plan, const struct followup *followup)
{
	GPtrArray *remarks = remarks_new();

	check_goals(plan, followup, remarks);
	return remarks;
}

/* What is said of a plan alone; the plan goes. */
static char *
said_of(struct plan *plan)
{
	struct followup *followup = followup_new();
	char *words = words_of(remarks_of(plan, followup));

	followup_free(followup);
	plan_free(plan);
	return words;
}

static char *
said_first(struct plan *plan)
{
	struct followup *followup = followup_new();
	char *text = sentence_of(remarks_of(plan, followup));

	followup_free(followup);
	plan_free(plan);
	return text;
}

/* A framgångsfaktor with an action and an indicator that has moved the right way. */
static struct plan *
strategic(void)
{
	struct plan *plan = plan_new();

	add_goal(plan, "P1", "", GOAL_PERSPECTIVE, "Medborgare");
	add_goal(plan, "F1", "P1", GOAL_FACTOR, "En god vård med hög tillgänglighet");
	add_indicator(plan, "SM1", "Andel väntande", "F1");
	measured(plan, "SM1", "", T1_2021, NO, NO, measure_of(4200));
	measured(plan, "SM1", "", T1_2022, NO, NO, measure_of(4100));
	add_link(plan, assign(plan, "SÅ1", ASSIGNMENT_STRATEGIC), RELATION_GOAL, "F1");
	return plan;
}

static void
test_nothing(void)
{
	struct plan *empty = plan_new();

	plan_index(empty);
	T_TAKE(said_of(empty), "");
	T_TAKE(said_of(sound(3)), "");
	T_TAKE(said_of(strategic()), "");
}

/* The sixteen of Norrbotten 2022 and who has what: 40 actions, 15 indicators. */
static const struct {
	const char *code, *name;
	int actions, indicators;
} factors[] = {
	{ "F1", "En god vård med hög tillgänglighet", 3, 2 },
	{ "F2", "Jämlik och jämställd hälsa genom främjande och förebyggande åtgärder", 3,
	    1 },
	{ "F3", "Kvinnor, män, flickor och pojkar är delaktiga i samhällets utveckling",
	    1, 0 },
	{ "F4", "Förflyttning mot öppna vårdformer", 2, 0 },
	{ "F5", "Den nära vården utformas med primärvården som nav", 1, 1 },
	{ "F6",
	    "Ett hälsofrämjande och personcentrerat förhållningssätt där patientens "
	    "kraft tas till vara",
	    2, 0 },
	{ "F7", "En samordnad och hälsofrämjande vård utifrån individens behov", 8, 0 },
	{ "F8", "En sammanhållen och samordnad vård utifrån individens behov", 0, 3 },
	{ "F9", "Verksamheterna använder bästa tillgängliga kunskap", 2, 0 },
	{ "F10", "En hållbar verksamhet med hög säkerhet", 4, 3 },
	{ "F11", "Tillgänglig och rätt använd kompetens", 4, 1 },
	{ "F12", "Ledarskap och medarbetarskap som främjar förbättring och förnyelse", 3,
	    0 },
	{ "F13", "Hållbar arbetsmiljö", 2, 1 },
	{ "F14", "Ansvarsfullt chefs och medarbetarskap", 1, 0 },
	{ "F15", "Verksamheten håller sina ekonomiska ramar", 3, 1 },
	{ "F16", "Kostnadseffektiv verksamhet", 1, 2 },
};

static struct plan *
norrbotten(void)
{
	struct plan *plan = plan_new();
	int actions = 0, indicators = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(factors); i++) {
		add_goal(plan, factors[i].code, "", GOAL_FACTOR, factors[i].name);
		for (int k = 0; k < factors[i].actions; k++) {
			g_autofree char *code = g_strdup_printf("SÅ%d", ++actions);

			add_link(plan, assign(plan, code, ASSIGNMENT_STRATEGIC),
			    RELATION_GOAL, factors[i].code);
		}
		for (int k = 0; k < factors[i].indicators; k++) {
			g_autofree char *code = g_strdup_printf("SM%d", ++indicators);

			add_indicator(plan, g_string_chunk_insert(plan->text, code),
			    "Mått", factors[i].code);
		}
	}
	CU_ASSERT_EQUAL(actions, 40);
	CU_ASSERT_EQUAL(indicators, 15);
	return plan;
}

/* Eight in common, seven only in actions, one only in indicators; two nearly alike. */
static void
test_factors(void)
{
	struct plan *plan = norrbotten();
	struct followup *followup = followup_new();
	g_autoptr(GPtrArray) remarks = remarks_of(plan, followup);

	CU_ASSERT_EQUAL_FATAL(remarks->len, 3);
	T_TEXT(((struct remark *)remarks->pdata[0])->text,
	    "7 framgångsfaktorer har åtgärder men inget mått: "
	    "F3 \"Kvinnor, män, flickor och pojkar är del…\", "
	    "F4 \"Förflyttning mot öppna vårdformer\", "
	    "F6 \"Ett hälsofrämjande och personcentrerat …\", "
	    "F7 \"En samordnad och hälsofrämjande vård ut…\", "
	    "F9 \"Verksamheterna använder bästa tillgängl…\", "
	    "F12 \"Ledarskap och medarbetarskap som främja…\", "
	    "F14 \"Ansvarsfullt chefs och medarbetarskap\".");
	T_TEXT(((struct remark *)remarks->pdata[1])->text,
	    "1 framgångsfaktor har mått men ingen åtgärd: "
	    "F8 \"En sammanhållen och samordnad vård utif…\".");
	T_TEXT(((struct remark *)remarks->pdata[2])->code, "NAMN");
	T_TEXT(((struct remark *)remarks->pdata[2])->text,
	    "1 par av mål har nästan samma namn och kan vara ett och samma: F7 \"En "
	    "samordnad och hälsofrämjande vård utifrån individens behov\" och F8 \"En "
	    "sammanhållen och samordnad vård utifrån individens behov\".");
	followup_free(followup);
	plan_free(plan);
}

/* Neither a factor that nobody has got to yet, nor a programme of kronor alone. */
static void
test_factors_not(void)
{
	struct plan *plan = strategic();

	add_goal(plan, "F2", "P1", GOAL_FACTOR, "Hållbar arbetsmiljö");
	T_TAKE(said_of(plan), "");
}

static char *
pair(enum goal_level a_level, const char *a, enum goal_level b_level, const char *b)
{
	struct plan *plan = plan_new();

	add_goal(plan, "X1", "", a_level, a);
	add_goal(plan, "X2", "", b_level, b);
	plan_index(plan);
	return said_of(plan);
}

static void
test_names(void)
{
	const enum goal_level v = GOAL_DIRECTION;

	/* figure 2 and table 1 of Skåne 2021 */
	T_TAKE(
	    pair(v, "Nivåstrukturer och profilering", v, "Nivåstrukturer och profiler"),
	    "NAMN -");
	/* five of six words; four of five is not more than four in five */
	T_TAKE(pair(v, "A b c d e sex", v, "A b c d e sju"), "NAMN -");
	T_TAKE(pair(v, "A b c d fem", v, "A b c d fyra"), "");
	/* written alike but for case and comma; the order does not matter */
	T_TAKE(pair(v, "Närmare vård, efter behov", v, "efter behov Närmare vård"),
	    "NAMN -");
	/* the same name, another level, two words, an empty one */
	T_TAKE(pair(v, "Närmare vård efter behov", v, "närmare vård efter  behov"), "");
	T_TAKE(pair(v, "Nivåstrukturer och profilering", GOAL_VISION,
	           "Nivåstrukturer och profiler"),
	    "");
	T_TAKE(pair(v, "Nära vården", v, "Nära vårdens"), "");
	T_TAKE(pair(v, "", v, ""), "");
	T_TAKE(pair(v, "En god vård med hög tillgänglighet", v,
	           "En hållbar verksamhet med hög säkerhet"),
	    "");
}

/* Skåne: seven insatsområden, the last without målbild, no milstolpar, shifts beside. */
static struct plan *
skane(void)
{
	static const char *const names[] = { "Personcentrerat arbetssätt",
		"Hälsofrämjande och förebyggande insatser", "Nära vård",
		"Nivåstrukturer och profilering", "Medarbetare", "Digitalisering",
		"Fysisk infrastruktur" };
	struct plan *plan = plan_new();

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *focus = g_strdup_printf("I%zu", i + 1);
		g_autofree char *vision = g_strdup_printf("M%zu", i + 1);
		const char *code = g_string_chunk_insert(plan->text, focus);

		add_goal(plan, code, "", GOAL_FOCUS, names[i]);
		if (i < 6)
			add_goal(plan, g_string_chunk_insert(plan->text, vision), code,
			    GOAL_VISION, "");
	}
	add_goal(plan, "V7.1", "I7", GOAL_DIRECTION, "Investeringar efter behov");
	add_goal(plan, "R1", "", GOAL_SHIFT, "sjukdom");
	plan_index(plan);
	return plan;
}

static void
test_focus(void)
{
	struct milestone step = { 0, "V7.1", "Plan klar", "2022", "" };
	struct plan *plan = skane();

	T_TAKE(said_first(plan),
	    "1 insatsområde saknar målbild: I7 \"Fysisk infrastruktur\".");
	T_TAKE(said_of(skane()), "MAL -; MAL -");
	plan = skane();
	add_goal(plan, "M7", "I7", GOAL_VISION, "Hållbara miljöer");
	T_TAKE(said_first(plan),
	    "Inget av 7 insatsområden har någon milstolpe eller förflyttning.");
	plan = skane();
	add_goal(plan, "M7", "I7", GOAL_VISION, "Hållbara miljöer");
	g_array_append_val(plan->milestones, step);
	T_TAKE(said_first(plan), "Inget av 7 insatsområden har någon förflyttning.");
	plan = skane();
	add_goal(plan, "M7", "I7", GOAL_VISION, "Hållbara miljöer");
	add_goal(plan, "R2", "I1", GOAL_SHIFT, "platser");
	T_TAKE(said_first(plan), "Inget av 7 insatsområden har någon milstolpe.");
	plan = skane();
	add_goal(plan, "M7", "I7", GOAL_VISION, "Hållbara miljöer");
	add_goal(plan, "R2", "I1", GOAL_SHIFT, "platser");
	g_array_append_val(plan->milestones, step);
	T_TAKE(said_of(plan), "");
	/* where the goal map shows them: of a målbildspunkt, under a viljeinriktning */
	plan = skane();
	add_goal(plan, "M7", "I7", GOAL_VISION, "Hållbara miljöer");
	add_goal(plan, "M1.1", "M1", GOAL_POINT, "Berättelsen styr");
	add_goal(plan, "R2", "V7.1", GOAL_SHIFT, "platser");
	step.goal = "M1.1";
	g_array_append_val(plan->milestones, step);
	T_TAKE(said_of(plan), "");
}

static void
test_codes(void)
{
	struct milestone of_goal = { 0, "I9", "Plan klar", "", "" };
	struct milestone of_action = { 1, "", "Avtal", "", "" };
	struct plan *plan = strategic();

	add_goal(plan, "F2", "P9", GOAL_FACTOR, "Hållbar arbetsmiljö");
	add_indicator(plan, "SM2", "Sjukfrånvaro", "F9")->part_of = "SM9";
	g_array_append_val(plan->milestones, of_goal);
	g_array_append_val(plan->milestones, of_action);
	measured(plan, "SM8", "", T1_2021, NO, NO, measure_of(100));
	measured(plan, "SM8", "", T1_2022, NO, NO, measure_of(200));
	add_link(plan, 1, RELATION_GOAL, "F8");
	add_link(plan, 1, RELATION_INDICATOR, "SM7");
	add_link(plan, 1, RELATION_INDICATOR, "SM1");
	add_link(plan, 1, RELATION_DECISION, "7");
	add_link(plan, 1, RELATION_TARGET, "8");
	T_TAKE(said_first(plan),
	    "9 hänvisningar går till koder som inte finns: F2 till målet P9, SM2 till "
	    "målet F9, SM2 till måttet SM9, Plan klar till målet I9, mätvärden till "
	    "måttet SM8, SÅ1 till målet F8, SÅ1 till måttet SM7, SÅ1 till beslutet 7, "
	    "SÅ1 till beslutet 8.");
}

static void
test_statuses(void)
{
	struct plan *plan = strategic();

	assign(plan, "SÅ2", ASSIGNMENT_STRATEGIC);
	action_at(plan, 1)->status = STATUS_NONE;
	action_at(plan, 2)->status = STATUS_NONE;
	T_TAKE(said_first(plan), "2 strategiska åtgärder saknar status: SÅ1, SÅ2.");
	plan = strategic();
	assign(plan, "U1", ASSIGNMENT_ERRAND);
	action_at(plan, 2)->status = STATUS_NONE;
	action_at(plan, 2)->owner = "";
	T_TAKE(said_of(plan), "STATUS U1; ANSVARIG U1");
	/* one that counts lacks an owner once, and neither amounts nor dates */
	plan = strategic();
	action_at(plan, 1)->counts = true;
	action_at(plan, 1)->owner = "";
	{
		GPtrArray *remarks = remarks_new();

		check_data(plan, remarks);
		T_TAKE(words_of(remarks), "");
	}
	T_TAKE(said_of(plan), "ANSVARIG SÅ1");
	/* an action that is no assignment needs neither */
	plan = sound(1);
	action_at(plan, 1)->status = STATUS_NONE;
	action_at(plan, 1)->owner = "";
	T_TAKE(said_of(plan), "");
}

#define STRATEGY "Strategi väntar på beslut i augusti; handlingsplan saknas."

static void
test_comments(void)
{
	struct plan *plan = plan_new();
	struct followup *followup = followup_new();
	struct report before = { .action = 3,
		.round = 2,
		.label = "DÅ08-2021",
		.cutoff = 202108,
		.comment = STRATEGY };

	for (int i = 1; i <= 5; i++) {
		g_autofree char *code = g_strdup_printf("SÅ%d", i);

		assign(plan, code, ASSIGNMENT_STRATEGIC);
	}
	comment(followup, 1, STRATEGY, false);
	comment(followup, 2, "Pågår i divisionen.", false);
	g_array_append_val(followup->reports, before);
	comment(followup, 4, "Pågår i divisionen.", false);
	/* alone with its words in the round: SÅ3 said them half a year ago */
	T_TAKE(words_of(remarks_of(plan, followup)), "");
	comment(followup, 5,
	    "strategi  väntar på beslut i augusti; Handlingsplan saknas.", false);
	T_TAKE(sentence_of(remarks_of(plan, followup)),
	    "1 kommentar i DÅ04-2022 står ordagrant hos flera åtgärder, trolig kopia: "
	    "SÅ1 "
	    "och SÅ5.");
	/* nothing new is another matter */
	g_array_index(followup->reports, struct report, 4).nothing_new = true;
	T_TAKE(words_of(remarks_of(plan, followup)), "");
	followup_free(followup);
	plan_free(plan);
}

static struct plan *
history(const struct decision *decisions, guint n)
{
	struct plan *plan = plan_new();

	g_array_append_vals(plan->decisions, decisions, n);
	plan_index(plan);
	return plan;
}

#define DECISION(nr, date, what)                                                         \
	{                                                                                \
		.code = (nr), .day = (date), .body = "", .paragraph = "", .journal = "", \
		.outcome = "", .subject = (what), .phase = "", .note = ""                \
	}

static void
test_decisions(void)
{
	/* the days of Halland's thirteen */
	static const struct decision halland[] = { DECISION("1", "2013", ""),
		DECISION("2", "2014-03-26", ""), DECISION("3", "2014-09-17", ""),
		DECISION("4", "2015-04-29", ""), DECISION("5", "2015-04-29", ""),
		DECISION("6", "2016-11-09", ""), DECISION("7", "2016-11-09", ""),
		DECISION("8", "2018", ""), DECISION("9", "2019-03-21", ""),
		DECISION("10", "2019-04-01", ""),
		DECISION("11", "", "Återremiss till regionkontoret"),
		DECISION("12", "2019-04-15", ""), DECISION("13", "2019-04-16", "") };
	static const struct decision back[] = { DECISION("10", "2019-04-16", ""),
		DECISION("9", "2019-04-15", ""), DECISION("11", "2019-04-15", "") };
	static const struct decision coarse[] = { DECISION("1", "2018", ""),
		DECISION("2", "2018-03-01", ""), DECISION("3", "2018-02", ""),
		DECISION("4", "2017", ""), DECISION("X", "2001", "") };
	struct decision others[] = { DECISION("1", "2019", ""),
		DECISION("2", "2018", "") };

	T_TAKE(said_first(history(halland, 13)),
	    "1 beslut saknar datum: 11 \"Återremiss till regionkontoret\".");
	T_TAKE(said_of(history(halland, 13)), "BESLUT -");
	/* by number, whatever the order they came in; the same day is no earlier one */
	T_TAKE(said_first(history(back, 3)),
	    "1 beslut har ett tidigare datum än det med numret före: 11 (2019-04-15) "
	    "efter 10 (2019-04-16).");
	/* within the year may be before or after; a code that is no number has no order
	 */
	T_TAKE(said_first(history(coarse, 5)),
	    "2 beslut har ett tidigare datum än det med numret före: 3 (2018-02) efter 2 "
	    "(2018-03-01), 4 (2017) efter 3 (2018-02).");
	others[1].action = 7;
	T_TAKE(said_of(history(others, 2)), "");
	/* not made yet; made, one for two actions */
	for (int i = 0; i < 2; i++) {
		others[i].code = "HSN 7";
		others[i].day = "";
		others[i].action = i + 1;
	}
	T_TAKE(said_of(history(others, 2)), "");
	others[0].outcome = others[1].outcome = "bifall";
	T_TAKE(said_first(history(others, 2)), "1 beslut saknar datum: HSN 7.");
}

static void
test_preconditions(void)
{
	static const struct precondition all[] = {
		{ "Målstyrning", "ja", "delvis", "" },
		{ "Produktionsstyrning (PKS), regiongemensam", "ja", "nej", "" },
		{ "Chefsuppdraget", "ja", "ja", "" },
		{ "It-stöd", "grundförutsättning", "delvis", "" },
		{ "Realistisk tidplan", "nej", "nej", "" },
		{ "Styrning och fokus", "", "nej", "" },
		{ "Teamutveckling", "Ja", "", "" },
	};
	struct plan *plan = plan_new();
	struct followup *followup = followup_new();
	g_autoptr(GPtrArray) remarks = NULL;

	g_array_append_vals(plan->preconditions, all, G_N_ELEMENTS(all));
	plan_index(plan);
	remarks = remarks_of(plan, followup);
	CU_ASSERT_EQUAL_FATAL(remarks->len, 3);
	T_TEXT(((struct remark *)remarks->pdata[0])->text,
	    "1 förutsättning krävdes för effekt men är inte uppfylld: "
	    "Produktionsstyrning (PKS), regiongemensam.");
	T_TEXT(((struct remark *)remarks->pdata[1])->text,
	    "2 förutsättningar krävdes för effekt men är bara delvis uppfyllda: "
	    "Målstyrning, It-stöd.");
	T_TEXT(((struct remark *)remarks->pdata[2])->text,
	    "1 förutsättning krävdes för effekt, men det är inte sagt om den är "
	    "uppfylld: Teamutveckling.");
	followup_free(followup);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "nothing to say", test_nothing },
		{ "MAL of framgångsfaktorer", test_factors },
		{ "MAL of framgångsfaktorer not", test_factors_not },
		{ "NAMN", test_names },
		{ "MAL of insatsområden", test_focus },
		{ "LANK", test_codes },
		{ "STATUS and ANSVARIG", test_statuses },
		{ "KOMMENTAR", test_comments },
		{ "BESLUT", test_decisions },
		{ "FORUTSATTNING", test_preconditions },
		CU_TEST_INFO_NULL,
	};

	return t_run("check goals", cases);
}
