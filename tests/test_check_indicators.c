/*
 * test_check_indicators.c - what kontroll says of indicators and of what they have shown
 * in periods and places: found, not found, and the edge between.
 */
#include "check_kit.h"
#include "goals_kit.h"

#define H(x) measure_of((int64_t)(x))

static GPtrArray *
remarks_of(const struct plan *plan)
{
	GPtrArray *remarks = remarks_new();

	plan_index((struct plan *)(guintptr)plan);
	check_indicators(plan, remarks);
	return remarks;
}

static char *
said_of(struct plan *plan)
{
	char *words = words_of(remarks_of(plan));

	plan_free(plan);
	return words;
}

static char *
said_first(struct plan *plan)
{
	char *text = sentence_of(remarks_of(plan));

	plan_free(plan);
	return text;
}

/* Sjukfrånvaro: 8,9 % a year ago, 8,6 % now. */
static struct plan *
plain(void)
{
	struct plan *plan = plan_new();

	add_indicator(plan, "SM12", "Sjukfrånvaro", "");
	measured(plan, "SM12", "", T1_2021, NO, NO, H(890));
	measured(plan, "SM12", "", T1_2022, NO, NO, H(860));
	return plan;
}

static struct indicator *
first(struct plan *plan)
{
	return &g_array_index(plan->indicators, struct indicator, 0);
}

static struct measurement *
latest(struct plan *plan)
{
	return &g_array_index(
	    plan->measurements, struct measurement, plan->measurements->len - 1);
}

static void
test_nothing(void)
{
	T_TAKE(said_of(plan_new()), "");
	T_TAKE(said_of(plain()), "");
}

static void
test_definitions(void)
{
	struct plan *plan = plain();

	first(plan)->unit = " ";
	T_TAKE(said_first(plan), "1 mått saknar enhet: SM12 \"Sjukfrånvaro\".");
	plan = plain();
	first(plan)->direction = DIRECTION__N;
	first(plan)->aim = "7%";
	first(plan)->target.total = H(700);
	T_TAKE(said_first(plan),
	    "1 mått säger inte åt vilket håll det ska gå, och ljuset är därför grått: "
	    "SM12 \"Sjukfrånvaro\" (\"7%\").");
	/* a row of a production table is counted only */
	plan = plain();
	first(plan)->direction = DIRECTION__N;
	first(plan)->aim = "";
	first(plan)->table = "Besök";
	T_TAKE(said_of(plan), "");
	plan = plain();
	first(plan)->aim = "Minska med 50% jmf 2020";
	T_TAKE(said_first(plan), "1 mått har ett mål som inte är angivet i tal: SM12 "
	                         "\"Sjukfrånvaro\" (\"Minska med 50% jmf 2020\").");
	plan = plain();
	first(plan)->direction = DIRECTION_AT_MOST;
	first(plan)->aim = "";
	T_TAKE(said_of(plan), "MALTAL -");
	plan = plain();
	first(plan)->direction = DIRECTION_AT_MOST;
	first(plan)->target.women = H(650);
	T_TAKE(said_of(plan), "");
	/* a name that is the code is not said twice */
	plan = plain();
	first(plan)->code = "sjukfrånvaro";
	first(plan)->unit = "";
	T_TAKE(said_first(plan), "1 mått saknar enhet: sjukfrånvaro.");
}

static void
test_values(void)
{
	struct plan *plan = plain();

	latest(plan)->value.total = NO;
	T_TAKE(said_first(plan), "1 mått saknar värde i den senaste perioden: SM12 "
	                         "\"Sjukfrånvaro\" (T1 2022).");
	plan = plain();
	first(plan)->periods = "DÅ08, ÅR";
	T_TAKE(said_first(plan),
	    "1 mått är mätt i en period då det inte följs upp: SM12 \"Sjukfrånvaro\" "
	    "(T1 2022, följs upp DÅ08, ÅR).");
	/* K 12, M 7 a year ago, now K 29, M 4: of men there are few */
	plan = plan_new();
	add_indicator(plan, "SM3", "Antal patienter", "")->unit = "antal";
	measured(plan, "SM3", "", T1_2021, H(1200), H(1200), NO);
	measured(plan, "SM3", "", T1_2022, H(2900), H(1000), NO);
	T_TAKE(said_of(plan), "");
	plan = plan_new();
	add_indicator(plan, "SM3", "Antal patienter", "")->unit = "antal";
	measured(plan, "SM3", "", T1_2021, H(1200), H(700), NO);
	measured(plan, "SM3", "", T1_2022, H(2900), H(400), NO);
	T_TAKE(said_first(plan), "1 mått räknar färre än 10, och en förändring kan vara "
	                         "en slump: SM3 \"Antal patienter\" (T1 2022).");
	/* 4 % is no count */
	plan = plain();
	latest(plan)->value.total = H(400);
	T_TAKE(said_of(plan), "");
}

static void
test_comparisons(void)
{
	struct plan *plan = plan_new();

	/* läkemedelsberättelse: 62 % of 2021 in all, K 59 M 63 of T1 2022 */
	add_indicator(plan, "SM10", "Läkemedelsberättelse", "");
	measured(plan, "SM10", "", Y_2021, NO, NO, H(6200));
	measured(plan, "SM10", "", T1_2022, H(5900), H(6300), NO);
	T_TAKE(said_of(plan), "JAMFORELSE -; JAMFORELSE -");
	/* palliativa: K 23 M 23 of 2021 */
	plan = plan_new();
	add_indicator(plan, "SM5", "Palliativa", "");
	measured(plan, "SM5", "", Y_2021, H(2300), H(2300), NO);
	measured(plan, "SM5", "", T1_2022, H(2000), H(1900), NO);
	T_TAKE(said_first(plan), "1 mått jämförs med en period av annan längd: SM5 "
	                         "\"Palliativa\" (T1 2022 mot 2021).");
	/* no earlier value, where the direction needs one and where it does not */
	plan = plan_new();
	add_indicator(plan, "SM11", "Andel inhyrda", "");
	measured(plan, "SM11", "", T1_2022, NO, NO, H(530));
	T_TAKE(said_first(plan), "1 mått ska öka eller minska men har inget tidigare "
	                         "värde att jämföra med: SM11 \"Andel inhyrda\".");
	plan = plan_new();
	add_indicator(plan, "SM13", "Inom budget", "")->direction = DIRECTION_AT_LEAST;
	first(plan)->target.total = H(0);
	measured(plan, "SM13", "", T1_2022, NO, NO, H(-1770));
	T_TAKE(said_of(plan), "");
	/* the same period last year is there too */
	plan = plan_new();
	add_indicator(plan, "SM5", "Palliativa", "");
	measured(plan, "SM5", "", T1_2021, H(2100), H(2300), NO);
	measured(plan, "SM5", "", Y_2021, H(2300), H(2300), NO);
	measured(plan, "SM5", "", T1_2022, H(2000), H(1900), NO);
	T_TAKE(said_of(plan), "");
}

static void
test_signs(void)
{
	static const struct {
		const char *attained, *trend, *said;
	} cases[] = {
		{ "K: □ M: ▲", "↑", "" },
		{ "●", "→", "" },
		{ "K:◆ M:◆", "K: ↑ M: ↓", "" },
		{ "K:  M: ", "", "" },
		{ "K: □ M: ▲", "↕", "SYMBOL -" },
		{ "grön", "↓", "SYMBOL -" },
		{ "▲ 5", "", "SYMBOL -" },
		{ "Kvinnor ▲", "", "SYMBOL -" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct plan *plan = plain();

		latest(plan)->attained = cases[i].attained;
		latest(plan)->trend = cases[i].trend;
		T_TAKE(said_of(plan), cases[i].said);
	}
}

/* Norrbotten 2022: the signs of one row are left in the text, and those of no other. */
static void
test_lost_signs(void)
{
	struct plan *plan = plain();

	latest(plan)->attained = "K: □ M: ▲";
	latest(plan)->trend = "↕";
	add_indicator(plan, "SM7", "Återinskrivningar", "");
	measured(plan, "SM7", "", T1_2021, H(1580), H(1620), NO);
	measured(plan, "SM7", "", T1_2022, H(1450), H(1470), NO)->attained = "K:  M: ";
	add_indicator(plan, "SM8", "Av förra året", "");
	measured(plan, "SM8", "", (struct period){ 202004, 4 }, H(1590), H(1630), NO);
	measured(plan, "SM8", "", T1_2021, H(1580), H(1620), NO);
	{
		g_autoptr(GPtrArray) remarks = remarks_of(plan);

		CU_ASSERT_EQUAL_FATAL(remarks->len, 2);
		T_TEXT(((struct remark *)remarks->pdata[0])->text,
		    "1 mått har en tryckt symbol som inte finns i skalan ▲ □ ● ◆ eller ↑ "
		    "→ ↓: SM12 \"Sjukfrånvaro\" (↕).");
		T_TEXT(((struct remark *)remarks->pdata[1])->text,
		    "1 mått saknar tryckt måluppfyllelse och utveckling, fast andra mått "
		    "i "
		    "samma period har dem: SM7 \"Återinskrivningar\".");
	}
	plan_free(plan);
}

/* ---- places ------------------------------------------------------------------------ */

/* Medelvårdtid of 2016 and of January and February 2017; the rest of 2017 is blank. */
#define MONTHS 24
static const int kalix[MONTHS] = { 830, 700, 660, 660, 630, 650, 550, 630, 540, 550, 710,
	620, 580, 580 };
static const int pitea[MONTHS] = { 630, 670, 630, 640, 520, 550, 540, 550, 610, 580, 620,
	610, 600, 600 };

static void
series(struct plan *plan, const char *place, const int values[MONTHS])
{
	for (int i = 0; i < MONTHS; i++) {
		struct period month = { 201601 + i / 12 * 100 + i % 12, 1 };

		measured(plan, "medelvårdtid", place, month, NO, NO,
		    values[i] ? H(values[i]) : NO);
	}
}

static struct plan *
stays(void)
{
	struct plan *plan = plan_new();

	add_indicator(plan, "medelvårdtid", "medelvårdtid", "")->unit = "dagar";
	return plan;
}

static void
test_norrbotten_2017(void)
{
	struct plan *plan = stays();
	g_autoptr(GPtrArray) remarks = NULL;

	series(plan, "Kalix", kalix);
	series(plan, "Kiruna", kalix);
	series(plan, "Piteå", pitea);
	remarks = remarks_of(plan);
	CU_ASSERT_EQUAL_FATAL(remarks->len, 2);
	T_TEXT(((struct remark *)remarks->pdata[0])->text,
	    "1 par av orter har samma mätvärden i varje period, trolig kopia: "
	    "medelvårdtid i Kiruna och Kalix (14 värden).");
	T_TEXT(((struct remark *)remarks->pdata[1])->text,
	    "1 period har samma värde som perioden före i varje ort, troligen kopierad: "
	    "medelvårdtid 2017-02 (Kalix 5,8; Kiruna 5,8; Piteå 6).");
	plan_free(plan);
}

static void
test_twins_not(void)
{
	static const int two[MONTHS] = { 100, 200 },
	                 flat[MONTHS] = { 300, 300, 300, 300 };
	int other[MONTHS];
	struct plan *plan = stays();

	/* one figure that differs, or one more, is no copy */
	memcpy(other, kalix, sizeof(other));
	other[0] = 840;
	series(plan, "Kalix", kalix);
	series(plan, "Gällivare", other);
	other[0] = 830;
	other[14] = 570;
	series(plan, "Kiruna", other);
	T_TAKE(said_of(plan), "OFORANDRAT -"); /* 5,8 and 5,8 in all of them */
	/* two values, or values that never move, are alike by chance */
	plan = stays();
	series(plan, "Kalix", two);
	series(plan, "Kiruna", two);
	T_TAKE(said_of(plan), "");
	plan = stays();
	series(plan, "Kalix", flat);
	series(plan, "Kiruna", flat);
	T_TAKE(said_of(plan), "OFORANDRAT -");
	/* the same figures of another indicator, and of men */
	plan = stays();
	series(plan, "Kalix", kalix);
	add_indicator(plan, "väntetid", "väntetid", "")->unit = "dagar";
	for (int i = 0; i < 14; i++)
		measured(plan, "väntetid", "Kiruna",
		    (struct period){ 201601 + i / 12 * 100 + i % 12, 1 }, NO, NO,
		    H(kalix[i]));
	for (int i = 0; i < 14; i++)
		measured(plan, "medelvårdtid", "Piteå",
		    (struct period){ 201601 + i / 12 * 100 + i % 12, 1 }, NO,
		    H(kalix[i] + 1), NO);
	T_TAKE(said_of(plan), "");
}

static void
test_still(void)
{
	static const int up[MONTHS] = { 100, 200, 200 }, down[MONTHS] = { 300, 400, 399 },
	                 zero[MONTHS] = { 500, 0, 0 }, same[MONTHS] = { 700, 600, 600 },
	                 gap[MONTHS] = { 900, 0, 900 };
	struct plan *plan = stays();

	/* one place alone; one that moves; one that shows nothing; a month between */
	series(plan, "Kalix", up);
	T_TAKE(said_of(plan), "");
	plan = stays();
	series(plan, "Kalix", up);
	series(plan, "Piteå", down);
	series(plan, "Kiruna", same);
	T_TAKE(said_of(plan), "");
	plan = stays();
	series(plan, "Kalix", up);
	series(plan, "Piteå", gap);
	T_TAKE(said_of(plan), "");
	plan = stays();
	series(plan, "Kalix", up);
	for (int i = 0; i < 3; i++)
		measured(plan, "medelvårdtid", "Piteå", (struct period){ 201601 + i, 1 },
		    NO, NO, H(zero[i]));
	T_TAKE(said_of(plan), "");
	/* the copy of one place is no second one */
	plan = stays();
	series(plan, "Kalix", up);
	series(plan, "Kiruna", up);
	T_TAKE(said_of(plan), "SERIE -");
	plan = stays();
	series(plan, "Kalix", up);
	series(plan, "Kiruna", same);
	T_TAKE(said_first(plan),
	    "1 period har samma värde som perioden före i varje ort, troligen kopierad: "
	    "medelvårdtid 2016-03 (Kalix 2; Kiruna 6).");
	/* quarters follow quarters */
	plan = stays();
	for (int i = 0; i < 2; i++) {
		struct period quarter = { 201603 + 3 * i, 3 };

		measured(plan, "medelvårdtid", "Kalix", quarter, NO, NO, H(500));
		measured(plan, "medelvårdtid", "Piteå", quarter, NO, NO, H(600));
	}
	T_TAKE(said_of(plan), "OFORANDRAT -");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "nothing to say", test_nothing },
		{ "ENHET, RIKTNING, MALTAL", test_definitions },
		{ "MATVARDE, UPPFOLJNING, SMATAL", test_values },
		{ "JAMFORELSE", test_comparisons },
		{ "SYMBOL", test_signs },
		{ "SYMBOL lost", test_lost_signs },
		{ "SERIE and OFORANDRAT of Norrbotten", test_norrbotten_2017 },
		{ "SERIE not", test_twins_not },
		{ "OFORANDRAT", test_still },
		CU_TEST_INFO_NULL,
	};

	return t_run("check indicators", cases);
}
