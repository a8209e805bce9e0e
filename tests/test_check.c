/*
 * test_check.c - every check of the register: found, not found, and the edge between.
 *
 * A sound plan gives no remark; each case breaks one thing in it.
 */
#include "check_kit.h"

static GPtrArray *
data(const struct plan *plan)
{
	GPtrArray *remarks = remarks_new();

	check_data(plan, remarks);
	return remarks;
}

static void
test_sound(void)
{
	struct plan *plan = sound(4);

	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);
	plan = plan_new();
	plan_index(plan);
	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);
}

static void
test_owners(void)
{
	struct plan *plan = sound(3);

	action_at(plan, 1)->owner = "";
	action_at(plan, 1)->counts = false;
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 3)->owner = "";
	T_TAKE(words_of(data(plan)), "ANSVARIG A3");
	T_TAKE(sentence_of(data(plan)),
	    "1 åtgärd som räknas mot kravet saknar ansvarig: A3.");
	action_at(plan, 2)->owner = "";
	T_TAKE(words_of(data(plan)), "ANSVARIG -");
	T_TAKE(sentence_of(data(plan)),
	    "2 åtgärder som räknas mot kravet saknar ansvarig: A2, A3.");
	plan_free(plan);
}

/* Of 52 the first 50 are named. */
static void
test_many(void)
{
	struct plan *plan = sound(52);
	g_autofree char *text = NULL;

	for (int i = 1; i <= 52; i++)
		action_at(plan, i)->owner = "";
	text = sentence_of(data(plan));
	CU_ASSERT_TRUE(g_str_has_prefix(
	    text, "52 åtgärder som räknas mot kravet saknar ansvarig: A1, A2, "));
	CU_ASSERT_TRUE(g_str_has_suffix(text, ", A50 och 2 till."));
	plan_free(plan);
}

static void
test_amounts(void)
{
	struct plan *plan = sound(3);

	g_array_set_size(plan->targets, 4); /* those of A1 and A2 */
	T_TAKE(words_of(data(plan)), "BELOPP A3");
	/* Zero is an amount, and so is one that falls on no year. */
	aim(plan, 3, 0, 0);
	T_TAKE(words_of(data(plan)), "");
	g_array_set_size(plan->targets, 2);
	action_at(plan, 3)->counts = false;
	T_TAKE(
	    sentence_of(data(plan)), "1 åtgärd som räknas mot kravet har inget mål: A2.");
	plan_free(plan);
}

static void
test_plan_dates(void)
{
	struct plan *plan = sound(5);

	for (int i = 1; i <= 5; i++)
		action_at(plan, i)->plan_ready = "";
	action_at(plan, 1)->start = "2020-01";
	action_at(plan, 2)->finish = "2021";
	action_at(plan, 3)->counts = false;
	T_TAKE(words_of(data(plan)), "PLANDATUM -");
	T_TAKE(sentence_of(data(plan)),
	    "2 åtgärder som räknas mot kravet har varken plan klar, start eller slut: "
	    "A4, A5.");
	plan_free(plan);
}

static void
test_dates(void)
{
	struct plan *plan = sound(2);

	action_at(plan, 2)->start = "2021-05";
	action_at(plan, 2)->finish = "Q2 2021"; /* ends in June */
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 2)->finish = "2021-05";
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 2)->finish = "Q1 2021";
	T_TAKE(words_of(data(plan)), "DATUM A2");
	T_TAKE(sentence_of(data(plan)),
	    "1 åtgärd slutar innan den har börjat: A2 (start 2021-05, slut Q1 2021).");
	plan_free(plan);
}

static void
test_status(void)
{
	struct plan *plan = sound(3);

	action_at(plan, 1)->status = STATUS_DONE;
	action_at(plan, 1)->stage = 4;
	action_at(plan, 2)->status = STATUS_MOVED;
	action_at(plan, 3)->status = STATUS_STRUCK;
	action_at(plan, 3)->counts = false;
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 1)->stage = 3;
	T_TAKE(words_of(data(plan)), "STATUS A1");
	action_at(plan, 3)->counts = true;
	T_TAKE(words_of(data(plan)), "STATUS A1; STATUS A3");
	action_at(plan, 1)->status = STATUS_CANCELLED;
	T_TAKE(words_of(data(plan)), "STATUS -");
	T_TAKE(sentence_of(data(plan)),
	    "2 åtgärder är avbrutna eller strukna men räknas mot kravet: A1 (avbruten), "
	    "A3 (struken).");
	plan_free(plan);
}

static void
test_signs(void)
{
	struct plan *plan = sound(2);

	/* 10, 10, -10: the third differs. */
	aim(plan, 2, 2022, -MKR(10));
	T_TAKE(words_of(data(plan)), "TECKEN A2");
	T_TAKE(sentence_of(data(plan)),
	    "1 mål har annat tecken än de andra åren på samma mållinje, och ett "
	    "minustecken kan ha fallit bort: A2 (Kalix, drift, 2022: −10,0 mkr).");
	/* Two of each: no one differs from the rest; nothing at all has no sign. */
	aim(plan, 2, 2023, -MKR(10));
	aim(plan, 1, 2022, 0);
	T_TAKE(words_of(data(plan)), "");
	/* Of another line of A1, a cost: among three minuses the plus is odd. */
	add_line(plan, 3, 1, 1, COST_INTRODUCTION);
	for (int year = 2021; year <= 2023; year++)
		aim(plan, 3, year, -MKR(10));
	T_TAKE(words_of(data(plan)), "");
	aim(plan, 3, 0, MKR(10) + 50);
	T_TAKE(sentence_of(data(plan)),
	    "1 mål har annat tecken än de andra åren på samma mållinje, och ett "
	    "minustecken kan ha fallit bort: A1 (Kiruna, införandekostnad, ej "
	    "årsfördelat: 10\u00a0000\u00a0000,50 kr).");
	plan_free(plan);
	/* With two years one of them is shown. */
	plan = sound(1);
	g_array_index(plan->targets, struct target, 0).ore = -MKR(10);
	T_TAKE(sentence_of(data(plan)),
	    "1 mål har annat tecken än de andra åren på samma mållinje, och ett "
	    "minustecken kan ha fallit bort: A1 (Kiruna, drift, 2020: −10,0 mkr).");
	plan_free(plan);
}

/* RF-03 of the bundled plan: 5 mkr of regionstyrelsen in 2020, then 2,5 a year of others.
 */
static struct plan *
central_grants(void)
{
	struct plan *plan = sound(1);

	g_array_set_size(plan->targets, 0);
	add_line(plan, 2, 1, 0, COST_OPERATIONS);
	aim(plan, 1, 2020, MKR(5));
	aim(plan, 2, 2021, MKR(5) / 2);
	aim(plan, 2, 2022, MKR(5) / 2);
	return plan;
}

static void
test_basis(void)
{
	struct plan *plan = central_grants();

	T_TAKE(words_of(data(plan)), "BAS A1");
	T_TAKE(sentence_of(data(plan)),
	    "1 åtgärd har bas period, men målet går över till en annan mottagare och "
	    "blir mindre, så att beloppen kan vara varaktiga steg: A1 (5,0 mkr 2020, "
	    "2,5 mkr 2021).");
	action_at(plan, 1)->basis = BASIS_LEVEL;
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 1)->basis = BASIS_ONCE;
	T_TAKE(words_of(data(plan)), "");
	action_at(plan, 1)->basis = BASIS_PERIOD;
	/* As much as before, like RF-04, may be one effect spread over more. */
	g_array_index(plan->targets, struct target, 1).ore = MKR(5);
	T_TAKE(words_of(data(plan)), "");
	g_array_index(plan->targets, struct target, 1).ore = MKR(5) - 1;
	T_TAKE(words_of(data(plan)), "BAS A1");
	/* The first recipient comes back: its amount has not ended. */
	aim(plan, 1, 2022, MKR(1));
	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);

	/* One of two recipients ends and nobody takes over; what falls on no year tells
	 * nothing of it. */
	plan = central_grants();
	aim(plan, 2, 2020, MKR(1));
	aim(plan, 1, 0, MKR(1));
	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);
	/* 10 falls to 1 of the same recipient: a yearly effect may do so. */
	plan = sound(1);
	g_array_index(plan->targets, struct target, 1).ore = MKR(1);
	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);
	/* A year between without amount changes nothing; what it costs to begin does not
	 * go on by nature. */
	plan = central_grants();
	g_array_remove_index(plan->targets, 1);
	T_TAKE(words_of(data(plan)), "BAS A1");
	g_array_index(plan->lines, struct line, 0).cost_kind = COST_INTRODUCTION;
	T_TAKE(words_of(data(plan)), "");
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "a sound plan", test_sound },
		{ "ANSVARIG", test_owners },
		{ "fifty names and a count", test_many },
		{ "BELOPP", test_amounts },
		{ "PLANDATUM", test_plan_dates },
		{ "DATUM", test_dates },
		{ "STATUS", test_status },
		{ "TECKEN", test_signs },
		{ "BAS", test_basis },
		CU_TEST_INFO_NULL,
	};

	return t_run("check", cases);
}
