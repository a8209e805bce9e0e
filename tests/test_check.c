/*
 * test_check.c - every check of suspicious data: found, not found, and the edge between.
 *
 * A sound plan gives no remark; each case breaks one thing in it.
 */
#include "ledger/saving.h"
#include "rollup/check.h"
#include "t.h"

#define MKR(x)     (INT64_C(x) * ORE_PER_MKR)
#define TODAY      "2021-07-05"
#define THIS_MONTH 202107

/* Actions 1..n "A1".. that count and lack nothing; line i belongs to action i and falls
 * on unit 1 Kiruna (odd) or 2 Kalix (even); each aims at 10 mkr in 2020 and in 2021. */
static struct plan *
sound(int n)
{
	static const struct unit units[] = { { 1, 0, "Kiruna" }, { 2, 0, "Kalix" } };
	struct plan *plan = plan_new();

	g_array_append_vals(plan->units, units, 2);
	for (int i = 1; i <= n; i++) {
		g_autofree char *code = g_strdup_printf("A%d", i);
		struct line line = { i, i, i % 2 ? 1 : 2, COST_OPERATIONS };
		struct target targets[] = { { i, 2020, MKR(10) }, { i, 2021, MKR(10) } };
		struct action a;

		action_init(&a, g_string_chunk_insert(plan->text, code));
		a.id = i;
		a.owner = "Ekonomichefen";
		a.plan_ready = "Q4 2019";
		g_array_append_val(plan->actions, a);
		g_array_append_val(plan->lines, line);
		g_array_append_vals(plan->targets, targets, 2);
	}
	plan_index(plan);
	return plan;
}

static struct action *
action_at(struct plan *plan, int i)
{
	return &g_array_index(plan->actions, struct action, i - 1);
}

static void
aim(struct plan *plan, int64_t line, int year, int64_t ore)
{
	struct target target = { line, year, ore };

	g_array_append_val(plan->targets, target);
}

static void
add_line(struct plan *plan, int64_t id, int64_t action, int64_t unit, enum cost_kind cost)
{
	struct line line = { id, action, unit, cost };

	g_array_append_val(plan->lines, line);
	plan_index(plan);
}

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

/* "CODE ACTION; CODE -": what is said, each time as a whole sentence with a remedy. */
static char *
words_of(GPtrArray *remarks)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < remarks->len; i++) {
		const struct remark *r = g_ptr_array_index(remarks, i);

		CU_ASSERT_EQUAL(r->level, REMARK_OBS);
		CU_ASSERT_TRUE(g_str_has_suffix(r->text, "."));
		CU_ASSERT_TRUE(g_str_has_suffix(r->remedy, "."));
		g_string_append_printf(
		    out, "%s%s %s", i ? "; " : "", r->code, r->action ? r->action : "-");
	}
	g_ptr_array_unref(remarks);
	return g_string_free(out, FALSE);
}

/* The first sentence, "" when nothing is said. */
static char *
sentence_of(GPtrArray *remarks)
{
	char *text =
	    g_strdup(remarks->len ? ((struct remark *)remarks->pdata[0])->text : "");

	g_ptr_array_unref(remarks);
	return text;
}

static GPtrArray *
data(const struct plan *plan)
{
	GPtrArray *remarks = remarks_new();

	check_data(plan, remarks);
	return remarks;
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

/* ---- the register -------------------------------------------------------------------
 */

static void
test_sound(void)
{
	struct plan *plan = sound(4);
	struct followup *followup = followup_new();
	g_autoptr(GArray) cube = new_cube();

	T_TAKE(words_of(data(plan)), "");
	T_TAKE(words_of(savings(plan, cube)), "");
	T_TAKE(words_of(reports(plan, followup)), "");
	followup_free(followup);
	plan_free(plan);
	plan = plan_new();
	plan_index(plan);
	T_TAKE(words_of(data(plan)), "");
	T_TAKE(words_of(savings(plan, cube)), "");
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

/* ---- the ledger ---------------------------------------------------------------------
 */

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

/* ---- rounds and reports -------------------------------------------------------------
 */

/* Reports come by action, cut-off. */
static void
report(struct followup *f, int64_t action, const char *label, int cutoff,
    enum light light, const char *comment, bool nothing_new)
{
	struct report r = { action, cutoff, label, cutoff, STATUS_ONGOING, light, comment,
		nothing_new, false };

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
		202101, STATUS_ONGOING, LIGHT_RED, "", true, false };
	T_TAKE(words_of(reports(plan, f)), "BEDOMNING A3");
	followup_free(f);
	plan_free(plan);
}

static void
test_rounds(void)
{
	static const struct round rounds[] = {
		{ 1, "DÅ08-2020", 202008, "2020-09-30", true },
		{ 2, "ÅR-2020", 202012, "", false },
		{ 3, "2021-05", 202105, TODAY, false },
		{ 4, "DÅ04-2021", 202104, "2021-07-04", false },
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
		CU_TEST_INFO_NULL,
	};

	return t_run("check", cases);
}
