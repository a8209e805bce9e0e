/*
 * test_check_followup.c - every check of savings, rounds and status reports: found, not
 * found, and the edge between.
 */
#include "check_kit.h"
#include "ledger/saving.h"

#define TODAY      "2021-07-05"
#define THIS_MONTH 202107

static GArray *
new_cube(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct cube_cell));
}

static void
save(GArray *cube, int64_t line, int month, int64_t ore)
{
	struct cube_cell cell = { line, month, ore, 1 };

	g_array_append_val(cube, cell);
}

static GPtrArray *
savings(const struct plan *plan, const GArray *cube)
{
	GPtrArray *remarks = remarks_new();
	struct settings settings;

	settings_init(&settings);
	check_savings(plan, cube, &settings, THIS_MONTH, remarks);
	return remarks;
}

static GPtrArray *
reports(const struct plan *plan, const struct followup *followup)
{
	GPtrArray *remarks = remarks_new();
	struct settings settings;

	settings_init(&settings);
	check_followup(plan, followup, &settings, TODAY, remarks);
	return remarks;
}

static void
test_sound(void)
{
	struct plan *plan = sound(4);
	struct followup *followup = followup_new();
	g_autoptr(GArray) cube = new_cube();

	T_TAKE(words_of(savings(plan, cube)), "");
	T_TAKE(words_of(reports(plan, followup)), "");
	followup_free(followup);
	plan_free(plan);
	plan = plan_new();
	plan_index(plan);
	T_TAKE(words_of(savings(plan, cube)), "");
	plan_free(plan);
}

/* ---- the ledger ------------------------------------------------------------------ */

/* Months 2020-01.. of a line with 1 mkr, 2 mkr, ...; never above the year's 10 mkr × 1,5
 * as long as there are five. */
static void
save_series(GArray *cube, int64_t line, int n)
{
	for (int m = 1; m <= n; m++)
		save(cube, line, 202000 + m, MKR(1) * m / 10);
}

/* Kiruna's series once more as Kalix's. */
static void
test_series(void)
{
	struct plan *plan = sound(4);
	g_autoptr(GArray) cube = new_cube();

	save_series(cube, 1, 6);
	save_series(cube, 2, 6);
	T_TAKE(words_of(savings(plan, cube)), "SERIE A2");
	T_TAKE(sentence_of(savings(plan, cube)),
	    "1 par av mållinjer har samma utfall månad för månad, trolig kopia: A2 "
	    "(Kalix, drift) och A1 (Kiruna, drift).");
	save_series(cube, 3, 6);
	T_TAKE(words_of(savings(plan, cube)), "SERIE -");
	/* One öre in one month, and a month more, make another series. */
	g_array_index(cube, struct cube_cell, 8).ore += 1;
	save(cube, 3, 202007, 1);
	T_TAKE(words_of(savings(plan, cube)), "");
	plan_free(plan);
}

static void
test_no_series(void)
{
	struct plan *plan = sound(2);
	g_autoptr(GArray) cube = new_cube();
	struct cube_cell undone = { 2, 202006, 0, 0 };

	/* Five months are too few, and a sixth with nothing does not help. */
	save_series(cube, 1, 5);
	save(cube, 1, 202006, 0);
	save_series(cube, 2, 5);
	g_array_append_val(cube, undone);
	T_TAKE(words_of(savings(plan, cube)), "");
	/* Lines of another programme are not ours to judge. */
	g_array_set_size(cube, 0);
	save_series(cube, 1, 6);
	save_series(cube, 77, 6);
	T_TAKE(words_of(savings(plan, cube)), "");
	/* The same months of another year are another series. */
	for (int m = 1; m <= 6; m++)
		save(cube, 2, 202100 + m, MKR(1) * m / 10);
	T_TAKE(words_of(savings(plan, cube)), "");
	/* Two lines of one action are as suspicious as two actions. */
	g_array_set_size(cube, 6);
	add_line(plan, 3, 1, 1, COST_STAFF);
	save_series(cube, 3, 6);
	T_TAKE(sentence_of(savings(plan, cube)),
	    "1 par av mållinjer har samma utfall månad för månad, trolig kopia: A1 "
	    "(Kiruna, personal) och A1 (Kiruna, drift).");
	plan_free(plan);
}

static void
test_ceiling(void)
{
	struct plan *plan = sound(3);
	g_autoptr(GArray) cube = new_cube();

	/* 10 mkr × 150 % = 15 mkr exactly is not above; one öre more is. */
	save(cube, 1, 202003, MKR(9));
	save(cube, 1, 202012, MKR(6));
	T_TAKE(words_of(savings(plan, cube)), "");
	save(cube, 1, 202012, 1);
	T_TAKE(words_of(savings(plan, cube)), "TAK A1");
	T_TAKE(sentence_of(savings(plan, cube)),
	    "1 åtgärd har ett utfall över 150 % av målet: A1 (2020 "
	    "15\u00a0000\u00a0000,01 kr av 10\u00a0000\u00a0000 kr).");
	/* Both years, and another action: one remark. */
	save(cube, 1, 202101, MKR(16));
	save(cube, 2, 202101, MKR(17));
	T_TAKE(sentence_of(savings(plan, cube)),
	    "2 åtgärder har ett utfall över 150 % av målet: A1 (2020 "
	    "15\u00a0000\u00a0000,01 kr av 10\u00a0000\u00a0000 kr; 2021 16,0 mkr av "
	    "10,0 mkr), A2 (2021 17,0 mkr av 10,0 mkr).");
	plan_free(plan);
}

static void
test_ceiling_whole(void)
{
	struct plan *plan = sound(2);
	g_autoptr(GArray) cube = new_cube();
	struct requirement later = { 2022, KIND_NONE, MKR(1), 0, "" };

	g_array_append_val(plan->requirements, later);
	/* A1 aims at nothing in 2022: a saving there is measured against the whole, 20
	 * mkr × 150 % = 30 mkr. */
	save(cube, 1, 202201, MKR(30));
	T_TAKE(words_of(savings(plan, cube)), "");
	save(cube, 1, 202202, MKR(1));
	T_TAKE(sentence_of(savings(plan, cube)),
	    "1 åtgärd har ett utfall över 150 % av målet: A1 (hela programmet 31,0 mkr "
	    "av 20,0 mkr).");
	/* 5 mkr on no year: 25 mkr × 150 % = 37,5, and any year has 15 × 150 % = 22,5. */
	aim(plan, 1, 0, MKR(5));
	T_TAKE(words_of(savings(plan, cube)), "");
	g_array_set_size(cube, 0);
	save(cube, 1, 202001, MKR(22));
	T_TAKE(words_of(savings(plan, cube)), "");
	save(cube, 1, 202002, MKR(1));
	T_TAKE(words_of(savings(plan, cube)), "TAK A1");
	plan_free(plan);
	/* No target, a target of nothing and a cost cannot be exceeded. */
	plan = sound(3);
	g_array_set_size(plan->targets, 0);
	aim(plan, 2, 2020, 0);
	aim(plan, 3, 2020, -MKR(1));
	g_array_set_size(cube, 0);
	for (int i = 1; i <= 3; i++)
		save(cube, i, 202001, MKR(9));
	T_TAKE(words_of(savings(plan, cube)), "");
	plan_free(plan);
}

static void
test_ceiling_setting(void)
{
	struct plan *plan = sound(1);
	g_autoptr(GArray) cube = new_cube();
	GPtrArray *remarks = remarks_new();
	struct settings settings;

	settings_init(&settings);
	settings_take(&settings, "kontroll.tak", "100 %");
	save(cube, 1, 202003, MKR(11));
	check_savings(plan, cube, &settings, THIS_MONTH, remarks);
	T_TAKE(sentence_of(remarks),
	    "1 åtgärd har ett utfall över 100 % av målet: A1 (2020 11,0 mkr av 10,0 "
	    "mkr).");
	plan_free(plan);
}

static void
test_months(void)
{
	struct plan *plan = sound(2);
	struct requirement later = { 2022, KIND_NONE, MKR(1), 0, "" };
	g_autoptr(GArray) cube = new_cube();

	save(cube, 1, 202001, 1);
	save(cube, 1, 202112, 1);
	T_TAKE(words_of(savings(plan, cube)), "");
	save(cube, 2, 201912, 1);
	save(cube, 2, 202207, 1); /* twelve months after 2021-07: not far ahead */
	T_TAKE(words_of(savings(plan, cube)), "PERIOD -");
	T_TAKE(sentence_of(savings(plan, cube)),
	    "2 månader med utfall ligger utanför programmets år 2020–2021: A2 (Kalix, "
	    "drift, 2019-12), A2 (Kalix, drift, 2022-07).");
	g_array_append_val(plan->requirements, later);
	T_TAKE(words_of(savings(plan, cube)), "PERIOD A2");
	/* Thirteen are, also within the programme's years, and are said only once. */
	save(cube, 2, 202208, 1);
	T_TAKE(words_of(savings(plan, cube)), "PERIOD A2; PERIOD A2");
	T_TAKE(sentence_of(savings(plan, cube)),
	    "1 månad med utfall ligger mer än ett år fram och är troligen felskriven: A2 "
	    "(Kalix, drift, 2022-08).");
	/* Corrected to nothing, they are gone. */
	for (guint i = 2; i < cube->len; i++)
		g_array_index(cube, struct cube_cell, i).ore = 0;
	T_TAKE(words_of(savings(plan, cube)), "");
	/* A programme without years has no outside. */
	g_array_set_size(plan->targets, 0);
	g_array_set_size(plan->requirements, 0);
	T_TAKE(words_of(savings(plan, cube)), "");
	plan_free(plan);
}

/* ---- rounds and reports ---------------------------------------------------------- */

/* Reports come by action, cut-off. */
static void
report(struct followup *f, int64_t action, const char *label, int cutoff,
    enum light light, const char *comment, bool nothing_new)
{
	struct report r = { action, cutoff, label, cutoff, STATUS_ONGOING, light, comment,
		nothing_new, false, "" };

	g_array_append_val(f->reports, r);
}

static void
test_comments(void)
{
	struct plan *plan = sound(3);
	struct followup *f = followup_new();

	/* A1 twice, and A2 goes on with the same words: not three of one action. */
	report(f, 1, "2021-01", 202101, LIGHT_NONE, "Pågår", false);
	report(f, 1, "2021-02", 202102, LIGHT_NONE, "Pågår", false);
	report(f, 2, "2021-01", 202101, LIGHT_NONE, "Pågår", false);
	report(f, 2, "2021-02", 202102, LIGHT_NONE, "Pågår", false);
	T_TAKE(words_of(reports(plan, f)), "");
	report(f, 2, "2021-03", 202103, LIGHT_NONE, "Pågår", false);
	T_TAKE(words_of(reports(plan, f)), "KOMMENTAR A2");
	T_TAKE(sentence_of(reports(plan, f)),
	    "1 åtgärd har samma kommentar omgång efter omgång: A2 (3 omgångar till "
	    "2021-03).");
	/* Something else was said since: nothing to mend. */
	report(f, 2, "2021-04", 202104, LIGHT_NONE, "Klart", false);
	T_TAKE(words_of(reports(plan, f)), "");
	/* An action that has been taken back says nothing. */
	for (int m = 1; m <= 3; m++)
		report(f, 9, "2021-03", 202100 + m, LIGHT_NONE, "Pågår", false);
	T_TAKE(words_of(reports(plan, f)), "");
	followup_free(f);
	plan_free(plan);
}

static void
test_no_comments(void)
{
	struct plan *plan = sound(3);
	struct followup *f = followup_new();
	GPtrArray *remarks = remarks_new();
	struct settings settings;

	/* "Inget nytt" is no comment and ends the row; nor is nothing a comment. */
	for (int m = 1; m <= 4; m++)
		report(f, 1, "2021-04", 202100 + m, LIGHT_NONE, "Inget nytt", true);
	for (int m = 1; m <= 5; m++)
		report(f, 2, "2021-05", 202100 + m, LIGHT_NONE, "Pågår", m == 3);
	for (int m = 1; m <= 4; m++)
		report(f, 3, "2021-04", 202100 + m, LIGHT_NONE, "", false);
	T_TAKE(words_of(reports(plan, f)), "");
	settings_init(&settings);
	settings_take(&settings, "kontroll.kommentar", "2");
	check_followup(plan, f, &settings, TODAY, remarks);
	T_TAKE(words_of(remarks), "KOMMENTAR A2");
	followup_free(f);
	plan_free(plan);
}

static void
test_judgements(void)
{
	struct plan *plan = sound(4);
	struct followup *f = followup_new();

	/* With words it is a judgement; "inget nytt" may repeat it; no light claims
	 * nothing; a later report makes it good. */
	report(f, 1, "2021-01", 202101, LIGHT_RED, "Två avdelningar stängda", false);
	report(f, 1, "2021-02", 202102, LIGHT_RED, "", true);
	report(f, 2, "2021-01", 202101, LIGHT_NONE, "", false);
	report(f, 3, "2021-01", 202101, LIGHT_GREEN, "", false);
	report(f, 3, "2021-02", 202102, LIGHT_GREEN, "Klart", false);
	T_TAKE(words_of(reports(plan, f)), "");
	report(f, 4, "2021-01", 202101, LIGHT_RED, "Två avdelningar stängda", false);
	report(f, 4, "2021-02", 202102, LIGHT_YELLOW, " ", true);
	T_TAKE(words_of(reports(plan, f)), "BEDOMNING A4");
	T_TAKE(sentence_of(reports(plan, f)),
	    "1 åtgärd har ett rapporterat ljus utan kommentar, och det gäller därför "
	    "inte: A4 (gul, 2021-02).");
	/* What another action was judged does not stand for this one. */
	g_array_remove_range(f->reports, 3, 3);
	g_array_index(f->reports, struct report, 3) = (struct report){ 3, 1, "2021-01",
		202101, STATUS_ONGOING, LIGHT_RED, "", true, false, "" };
	T_TAKE(words_of(reports(plan, f)), "BEDOMNING A3");
	followup_free(f);
	plan_free(plan);
}

static void
test_rounds(void)
{
	static const struct round rounds[] = {
		{ 1, "DÅ08-2020", 202008, "2020-09-30", true, 0 },
		{ 2, "ÅR-2020", 202012, "", false, 0 },
		{ 3, "2021-05", 202105, TODAY, false, 0 },
		{ 4, "DÅ04-2021", 202104, "2021-07-04", false, 0 },
	};
	struct plan *plan = sound(1);
	struct followup *f = followup_new();

	g_array_append_vals(f->rounds, rounds, 3);
	T_TAKE(words_of(reports(plan, f)), "");
	g_array_append_val(f->rounds, rounds[3]);
	T_TAKE(words_of(reports(plan, f)), "OMGANG -");
	T_TAKE(sentence_of(reports(plan, f)),
	    "1 omgång är öppen fast sista dagen att rapportera har passerat: DÅ04-2021 "
	    "(senast 2021-07-04).");
	followup_free(f);
	plan_free(plan);
}

/* Without decision and assessment no action may be in stage 3; A2 is not asked its owner
 * again, because it counts and ANSVARIG says it. */
static void
test_stages(void)
{
	static const struct amount realised[2];
	const struct decision yes = { "1", 1, "2020-01", "RS", "", "", "bifall", "", "",
		AMOUNT_NONE, "" };
	const struct assessment done = { 1, "2020", "RS 1", "" };
	struct plan *plan = sound(2);
	g_autoptr(GPtrArray) remarks = remarks_new();
	g_autoptr(GPtrArray) fewer = remarks_new();
	struct settings settings;

	settings_init(&settings);
	for (int i = 1; i <= 2; i++) {
		action_at(plan, i)->stage = 3;
		action_at(plan, i)->indicator = "dagar";
	}
	action_at(plan, 2)->owner = "";
	check_stages(plan, realised, &settings, remarks);
	CU_ASSERT_EQUAL_FATAL(remarks->len, 2);
	T_TEXT(((struct remark *)remarks->pdata[0])->text,
	    "2 åtgärder uppfyller inte sin grad (beslut med utfallet bifall saknas): A1 "
	    "(grad 3), A2 (grad 3).");
	g_array_append_val(plan->decisions, yes);
	g_array_append_val(plan->assessments, done);
	check_stages(plan, realised, &settings, fewer);
	CU_ASSERT_EQUAL_FATAL(fewer->len, 2);
	T_TEXT(((struct remark *)fewer->pdata[1])->text,
	    "1 åtgärd uppfyller inte sin grad (risk- och konsekvensanalys saknas): A2 "
	    "(grad 3).");
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "a sound plan", test_sound },
		{ "SERIE", test_series },
		{ "SERIE not", test_no_series },
		{ "TAK of a year", test_ceiling },
		{ "TAK of the whole", test_ceiling_whole },
		{ "TAK as set", test_ceiling_setting },
		{ "PERIOD", test_months },
		{ "KOMMENTAR", test_comments },
		{ "KOMMENTAR not", test_no_comments },
		{ "BEDOMNING", test_judgements },
		{ "OMGANG", test_rounds },
		{ "GRAD", test_stages },
		CU_TEST_INFO_NULL,
	};

	return t_run("check followup", cases);
}
