/*
 * test_steering.c - settings, rounds, late changes and judged lights, and their undo.
 */
#include <sqlite3.h>

#include "session/progress.h"
#include "steering_kit.h"

/* ---- settings ---------------------------------------------------------------------- */

static int
number(struct session *s, enum setting setting)
{
	struct settings settings;
	GError *error = NULL;

	T_OK(session_settings(s, NULL, &settings, &error), error);
	return settings.number[setting];
}

static void
setting_values(void)
{
	struct session *s = kit_small("set.db");
	const struct setting_edit both[] = { { SETTING_EFFECT_YELLOW, "97" },
		{ SETTING_EFFECT_GREEN, "99 %" } };
	const struct setting_edit turned[] = { { SETTING_WEIGHT_GREY, "10" },
		{ SETTING_EFFECT_YELLOW, "99,1" } };
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t change;

	/* product.md, figures 4, 7 and 12 */
	T_INT(number(s, SETTING_VERIFY), 0);
	T_INT(number(s, SETTING_STAGE_3), 6000);
	T_INT(number(s, SETTING_EFFECT_YELLOW), 8000);
	T_OK(session_set(s, both, 2, &saved, &error), error);
	CU_ASSERT(saved.change > 0);
	T_INT(number(s, SETTING_EFFECT_YELLOW), 9700);
	T_INT(number(s, SETTING_EFFECT_GREEN), 9900);
	/* 99,1 is above 99: neither is written */
	T_REFUSED(session_set(s, turned, 2, &saved, &error), error, INPUT, "effekt.grön");
	T_INT(number(s, SETTING_WEIGHT_GREY), 4000);
	T_REFUSED(session_set(s, &(struct setting_edit){ SETTING_LATE_DAYS, "4000" }, 1,
	              &saved, &error),
	    error, INPUT, "genomförande.dagar: ");
	T_INT(kit_setting(s, SETTING_EFFECT_GREEN, " 99,00 "), 0); /* as it is */
	T_INT(kit_setting(s, SETTING_VERIFY, "nej"), 0);
	change = kit_setting(s, SETTING_EFFECT_YELLOW, "");
	T_INT(number(s, SETTING_EFFECT_YELLOW), 8000);
	kit_undo(s, change);
	T_INT(number(s, SETTING_EFFECT_YELLOW), 9700);
	kit_sound(s);
	session_free(s);
}

static void
setting_history(void)
{
	struct session *s = kit_small("history.db");
	struct session *other = kit_open_as(s, "Bo", NULL);
	const struct setting_change *c;
	GArray *history = NULL;
	GError *error = NULL;
	int64_t first = kit_setting(s, SETTING_WEIGHT_GREY, "30"),
	        second = kit_setting(other, SETTING_WEIGHT_GREY, "20,5");

	T_OK(session_setting_history(s, SETTING_WEIGHT_GREY, &history, &error), error);
	T_INT(history->len, 2); /* being born with 40 % is no change */
	c = &g_array_index(history, struct setting_change, 0);
	T_INT(c->change, second);
	T_TEXT(c->who, "Bo");
	T_TEXT(c->old_text, "30 %");
	T_TEXT(c->new_text, "20,5 %");
	c++;
	T_INT(c->change, first);
	T_TEXT(c->who, "Ann");
	T_TEXT(c->old_text, "40 %");
	g_array_unref(history);
	session_free(other);
	session_free(s);
}

/* A second programme, as a later version will make one. */
static void
add_programme(struct session *s)
{
	sqlite3 *db;

	T_INT(sqlite3_open(session_path(s), &db), SQLITE_OK);
	T_INT(sqlite3_exec(db,
	          "INSERT INTO programme (change, code) VALUES (1, 'Q');"
	          "INSERT INTO programme_version (change, programme, name)"
	          " VALUES (1, 2, 'Det andra')",
	          NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
}

static void
default_programme(void)
{
	struct session *s = kit_small("default.db"), *other;
	const struct setting_edit unknown = { SETTING_PROGRAMME, "R" };
	struct saved saved = { 0 };
	GError *error = NULL;
	sqlite3 *db;

	add_programme(s);
	session_free(s);
	s = kit_open(kit_path("default.db"), true);
	T_TEXT(session_programme(s)->code, "P"); /* the first */
	T_REFUSED(session_set(s, &unknown, 1, &saved, &error), error, NOT_FOUND, "P, Q");
	kit_setting(s, SETTING_PROGRAMME, "Q");
	other = kit_open_as(s, "Bo", NULL);
	T_TEXT(session_programme(other)->code, "Q");
	session_free(other);
	other = kit_open_as(s, "Bo", "P"); /* --program goes before */
	T_TEXT(session_programme(other)->code, "P");
	session_free(other);
	/* a name that another tool left: the first */
	T_INT(sqlite3_open(session_path(s), &db), SQLITE_OK);
	T_INT(sqlite3_exec(db,
	          "INSERT INTO setting (change, programme, name, value)"
	          " VALUES (1, NULL, 'program', 'X')",
	          NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	other = kit_open_as(s, "Bo", NULL);
	T_TEXT(session_programme(other)->code, "P");
	session_free(other);
	session_free(s);
}

/* ---- rounds ------------------------------------------------------------------------ */

static struct saved
set_round(struct session *s, const char *name, const char *due, int closed)
{
	const struct round_edit edit = { name, due, closed };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_set_round(s, &edit, &saved, &error), error);
	return saved;
}

static bool
try_report(struct session *s, const char *round, const char *comment, bool late,
    struct saved *ret, GError **error)
{
	const struct report_entry entry = {
		.action = "A-1", .round = round, .comment = comment, .late = late
	};

	return session_report(s, &entry, ret, error);
}

static int64_t
report(struct session *s, const char *round, const char *comment, bool late)
{
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(try_report(s, round, comment, late, &saved, &error), error);
	return saved.change;
}

/* The round as "due closed reported awaited", and its first missing action. */
static void
expect_round(struct session *s, const char *label, const char *want, const char *missing)
{
	struct rounds *rounds = NULL;
	const struct round_row *row;
	GPtrArray *without;
	GError *error = NULL;

	T_OK(session_rounds(s, &rounds, &error), error);
	row = rounds ? rounds_find(rounds, label) : NULL;
	CU_ASSERT_FATAL(row != NULL);
	T_TAKE(g_strdup_printf("%s %d %d %d", row->round.due, row->round.closed,
	           row->reported, row->awaited),
	    want);
	without = rounds_missing(rounds, row->round.id);
	T_TEXT(without->len ? ((const struct action *)without->pdata[0])->code : "",
	    missing);
	g_ptr_array_unref(without);
	rounds_free(rounds);
}

static void
round_states(void)
{
	struct session *s = kit_small("round.db");
	const struct round_edit bad[] = { { "XY-2021", NULL, -1 },
		{ "DÅ04-2021", "2021-05", -1 }, { "DÅ04-2021", "i maj", 1 } };
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t closing;

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		T_REFUSED(session_set_round(s, &bad[i], &saved, &error), error, INPUT,
		    i ? "ÅÅÅÅ-MM-DD" : "omgång");
	saved = set_round(s, "då04 2021", NULL, -1);
	CU_ASSERT(saved.change > 0 && !saved.known);
	expect_round(s, "DÅ04-2021", " 0 0 2", "A-1");
	T_INT(set_round(s, "DÅ04-2021", NULL, 0).change, 0); /* as it is */
	report(s, "DÅ04-2021", "Går bra", false);
	CU_ASSERT(set_round(s, "DÅ04-2021", "2021-05-14", -1).known);
	expect_round(s, "DÅ04-2021", "2021-05-14 0 1 2", "A-2");
	closing = set_round(s, "DÅ04-2021", NULL, 1).change;
	expect_round(s, "DÅ04-2021", "2021-05-14 1 1 2", "A-2");
	T_INT(set_round(s, "DÅ04-2021", "2021-05-14", 1).change, 0);
	kit_undo(s, closing);
	expect_round(s, "DÅ04-2021", "2021-05-14 0 1 2", "A-2");
	set_round(s, "DÅ04-2021", "", 1); /* closed, and no due date any more */
	expect_round(s, "DÅ04-2021", " 1 1 2", "A-2");
	kit_sound(s);
	session_free(s);
}

/* "late" of the report of a round, as the detail tells it; -1: no such report */
static int
is_late(struct session *s, const char *round)
{
	struct detail *d = kit_detail(s, "A-1");
	int late = -1;

	for (guint i = 0; i < d->reports->len; i++) {
		const struct detail_report *r =
		    &g_array_index(d->reports, struct detail_report, i);

		if (strcmp(r->round, round) == 0)
			late = r->late;
	}
	detail_free(d);
	return late;
}

static void
late_changes(void)
{
	struct session *s = kit_small("late.db");
	struct report_entry forecast = {
		.action = "A-1", .round = "2021-03", .forecast = amount_of(KR(900))
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	report(s, "2021-03", "Före", false);
	set_round(s, "2021-03", NULL, 1);
	set_round(s, "2021-03", "2021-04-10", -1); /* the day may still be put right */
	T_INT(is_late(s, "2021-03"), 0);
	/* no round after it is open, so the month after */
	T_REFUSED(try_report(s, "2021-03", "Efter", false, &saved, &error), error, INPUT,
	    "Omgången 2021-03 är stängd");
	T_REFUSED(try_report(s, "2021-03", "Efter", false, &saved, &error), error, INPUT,
	    "i 2021-04;");
	set_round(s, "DÅ08-2021", NULL, -1);
	T_REFUSED(try_report(s, "2021-03", "Efter", false, &saved, &error), error, INPUT,
	    "i DÅ08-2021;");
	T_OK(try_report(s, "2021-03", "Före", false, &saved, &error), error);
	T_INT(saved.known, true); /* what is there already is harmless */
	report(s, "2021-03", "Rättat", true);
	T_INT(is_late(s, "2021-03"), 1);
	set_round(s, "2021-03", "2021-04-12", -1);
	T_INT(is_late(s, "2021-03"), 1);
	set_round(s, "2021-03", NULL, 0);
	report(s, "2021-03", "Öppen", false);
	T_INT(is_late(s, "2021-03"), 0);
	set_round(s, "2021-03", NULL, 1);
	T_REFUSED(session_report(s, &forecast, &saved, &error), error, INPUT, "stängd");
	forecast.late = true;
	T_OK(session_report(s, &forecast, &saved, &error), error);
	T_INT(is_late(s, "2021-03"), 1);
	T_OK(session_report(s, &forecast, &saved, &error), error);
	T_INT(saved.known, true);
	set_round(s, "2021-03", NULL, 0);
	T_INT(is_late(s, "2021-03"), 1); /* it was late when it was said */
	report(s, "2021-03", "Öppen igen", false);
	T_INT(is_late(s, "2021-03"), 0);
	kit_sound(s);
	session_free(s);
}

/* The register's status amends the latest report without asking. */
static void
late_status(void)
{
	struct session *s = kit_small("amend.db");
	const struct report_entry entry = {
		.action = "A-1", .round = "2021-03", .status = STATUS_ONGOING
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_report(s, &entry, &saved, &error), error);
	set_round(s, "2021-03", NULL, 1);
	kit_set(s, "A-1", "status", "försenad");
	T_INT(is_late(s, "2021-03"), 1);
	kit_sound(s);
	session_free(s);
}

static void
late_import(void)
{
	struct session *s = kit_small("lateimport.db");
	const char *const same = "id;omgång;kommentar\nA-1;2021-03;Före\n";
	const struct read_options late = { .late = true };
	const char *file = kit_path("late.csv");
	struct rejects *rejects = rejects_new();
	struct import_result result = { 0 };
	GError *error = NULL;

	kit_import(s, EXCHANGE_REPORTS, same);
	set_round(s, "2021-03", NULL, 1);
	T_INT(kit_import(s, EXCHANGE_REPORTS, same).same, 1);
	kit_refuse(s, EXCHANGE_REPORTS,
	    "id;omgång;kommentar\nA-1;2021-04;Ny\nA-2;2021-03;Ny\n",
	    ":3: kolumn \"omgång\": Omgången 2021-03 är stängd");
	/* each of them is told of */
	kit_refuse(s, EXCHANGE_REPORTS,
	    "id;omgång;kommentar\nA-1;2021-03;Ny\nA-2;2021-03;Ny\n", ":3: kolumn");
	kit_write_text(file, "id;omgång;kommentar\nA-1;2021-03;Ny\n");
	T_OK(session_import(
	         s, EXCHANGE_REPORTS, &file, 1, &late, false, rejects, &result, &error),
	    error);
	T_INT(result.changed, 1);
	T_INT(is_late(s, "2021-03"), 1);
	rejects_free(rejects);
	kit_sound(s);
	session_free(s);
}

/* Where a report goes when no round is named. */
static void
next_round(void)
{
	struct session *s = kit_small("next.db");
	GError *error = NULL;
	char *label = NULL;

	T_OK(session_round(s, 202104, &label, &error), error);
	T_TAKE(label, "2021-04"); /* none is there: the month itself */
	set_round(s, "DÅ04-2021", NULL, -1);
	T_OK(session_round(s, 202104, &label, &error), error);
	T_TAKE(label, "DÅ04-2021");
	set_round(s, "DÅ04-2021", NULL, 1);
	T_OK(session_round(s, 202104, &label, &error), error);
	T_TAKE(label, "2021-05");
	set_round(s, "2021-05", NULL, 1);
	set_round(s, "ÅR-2021", NULL, -1);
	set_round(s, "DÅ08-2021", NULL, -1);
	T_OK(session_round(s, 202104, &label, &error), error);
	T_TAKE(label, "DÅ08-2021");
	/* an open one for the same month takes the reports */
	set_round(s, "2021-04", NULL, -1);
	T_OK(session_round(s, 202104, &label, &error), error);
	T_TAKE(label, "2021-04");
	session_free(s);
}

/* product.md section 5: the latest closed round, else the latest saving, else June, the
 * month before NOW; and as of a change, what held then. */
static void
cutoffs(void)
{
	struct session *s = kit_small("cutoff.db");
	struct instant then = { .is_change = true };
	const struct view view = { .as_of = &then };
	struct listing *list = NULL;
	GError *error = NULL;
	int64_t april;
	int month = 0;

	set_round(s, "DÅ08-2021", NULL, -1); /* open: it says nothing */
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202106);
	then.change = kit_post(s, "A-1", 202105, KR(5)).change;
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202105);
	set_round(s, "2021-03", NULL, 1);
	april = set_round(s, "DÅ04-2021", NULL, 1).change;
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202104);
	T_OK(session_list(s, &view, &list, &error), error);
	T_INT(list->cutoff, 202105);
	listing_free(list);
	kit_undo(s, april);
	T_OK(session_cutoff(s, NULL, &month, &error), error);
	T_INT(month, 202103);
	then.change = april;
	T_OK(session_list(s, &view, &list, &error), error);
	T_INT(list->cutoff, 202104);
	listing_free(list);
	session_free(s);
}

/* A plan for 2021 looked at five years later: the screens open it in its last month,
 * until something is realised. */
static void
ended(void)
{
	struct session *s = kit_small("ended.db"), *late = NULL;
	const struct session_options options = { .path = session_path(s),
		.who = "Ann",
		.now = "2026-11-23T12:00",
		.write = true };
	const struct view within = { .within_plan = true };
	GError *error = NULL;
	int month = 0;

	T_OK(session_cutoff(s, &within, &month, &error), error);
	T_INT(month, 202106);
	T_OK(session_open(&options, &late, &error), error);
	T_OK(session_cutoff(late, NULL, &month, &error), error);
	T_INT(month, 202610);
	T_OK(session_cutoff(late, &within, &month, &error), error);
	T_INT(month, 202112);
	kit_post(late, "A-1", 202202, KR(5));
	T_OK(session_cutoff(late, &within, &month, &error), error);
	T_INT(month, 202202);
	session_free(late);
	session_free(s);
}

/* Figure 12: a light that a person judges goes with why. */
static void
judged(void)
{
	struct session *s = kit_small("judged.db");
	struct report_entry e = {
		.action = "A-1", .round = "2021-03", .light = LIGHT_RED, .comment = " "
	};
	struct saved saved = { 0 };
	struct detail *d;
	GError *error = NULL;

	T_REFUSED(
	    session_report(s, &e, &saved, &error), error, INPUT, "behöver en motivering");
	d = kit_detail(s, "A-1");
	T_INT(d->reports->len, 0);
	detail_free(d);
	e.light = LIGHT_GREY; /* no data is no judgement */
	T_OK(session_report(s, &e, &saved, &error), error);
	e.light = LIGHT_YELLOW;
	e.comment = "Väntar";
	T_OK(session_report(s, &e, &saved, &error), error);
	e.light = LIGHT_GREEN; /* the round's comment still stands */
	e.comment = NULL;
	T_OK(session_report(s, &e, &saved, &error), error);
	e.round = "2021-04";
	T_REFUSED(session_report(s, &e, &saved, &error), error, INPUT, "--kommentar");
	/* a file is taken as it is, and a status said afterwards judges nothing */
	kit_import(s, EXCHANGE_REPORTS, "id;omgång;ljus\nA-2;2021-03;gul\n");
	e = (struct report_entry){
		.action = "A-2", .round = "2021-03", .status = STATUS_DELAYED
	};
	T_OK(session_report(s, &e, &saved, &error), error);
	kit_sound(s);
	session_free(s);
}

static void
add_action(struct session *s, const char *code)
{
	g_autofree char *text = g_strdup_printf(
	    "id;åtgärd;förvaltning;räknas;2021 kr\n%s;Ny;Vård;ja;100\n", code);

	T_INT(kit_import(s, EXCHANGE_PLAN, text).added, 1);
}

/* "reported awaited counted" of the list and of the overview, and "awaited …" of the
 * grid's rows, of March. */
static void
expect_march(struct session *s, const char *want, const char *rows)
{
	const struct view view = { .cutoff = 202103 };
	const struct view lean = { .cutoff = 202103, .year_only = true };
	struct listing *list = NULL, *cheap = NULL;
	struct overview *o = NULL;
	struct progress *p = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	GError *error = NULL;

	T_OK(session_list(s, &view, &list, &error), error);
	T_TAKE(g_strdup_printf("%d %d %d", list->reported, list->awaited, list->counted),
	    want);
	listing_free(list);
	T_OK(session_list(s, &lean, &cheap, &error), error);
	T_TAKE(
	    g_strdup_printf("%d %d %d", cheap->reported, cheap->awaited, cheap->counted),
	    want);
	listing_free(cheap);
	T_OK(session_overview(s, &view, &o, &error), error);
	T_TAKE(g_strdup_printf("%d %d %d", o->reported, o->awaited, o->counted), want);
	overview_free(o);
	T_OK(session_progress(s, 202103, &p, &error), error);
	for (guint i = 0; p && i < p->rows->len; i++) {
		const struct progress_row *row =
		    &g_array_index(p->rows, struct progress_row, i);

		if (row->awaited)
			g_string_append_printf(text, "%s ", row->action->code);
	}
	T_TEXT(text->str, rows);
	progress_free(p);
}

/* A round that was over waits for nobody who came after. */
static void
waits_for(void)
{
	struct session *s = kit_small("waits.db");
	const struct report_entry late = {
		.action = "A-5", .round = "2021-03", .nothing_new = true
	};
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t ahead, closing;

	/* nothing after March has been reported: it waits for whoever comes */
	report(s, "2021-03", "Igång", false);
	add_action(s, "A-4");
	expect_round(s, "2021-03", " 0 1 3", "A-2");
	/* what was said of May and taken back does not make March over */
	ahead = report(s, "2021-05", "Fel omgång", false);
	kit_undo(s, ahead);
	add_action(s, "A-5");
	expect_round(s, "2021-03", " 0 1 4", "A-2");
	/* April has begun: March still waits for those there were, April for all */
	report(s, "2021-04", "Igång", false);
	add_action(s, "A-6");
	expect_round(s, "2021-03", " 0 1 4", "A-2");
	expect_round(s, "2021-04", " 0 1 5", "A-2");
	expect_march(s, "1 4 5", "A-1 A-2 A-3 A-4 A-5 ");
	/* April is closed, then opened again: an open round that nobody has passed waits
	 */
	closing = set_round(s, "2021-04", NULL, 1).change;
	add_action(s, "A-7");
	expect_round(s, "2021-04", " 1 1 5", "A-2");
	set_round(s, "2021-04", "2021-05-20", -1);
	expect_round(s, "2021-04", "2021-05-20 1 1 5", "A-2");
	set_round(s, "2021-04", NULL, 0);
	expect_round(s, "2021-04", "2021-05-20 0 1 6", "A-2");
	CU_ASSERT(closing > 0);
	/* whoever is reported all the same is reported */
	T_OK(session_report(s, &late, &saved, &error), error);
	expect_round(s, "2021-03", " 0 2 4", "A-2");
	kit_sound(s);
	session_free(s);
}

/* A file with many rounds is one change: all of them wait for the plan it followed, and
 * none for what comes after, but the last. */
static void
waits_after_file(void)
{
	struct session *s = kit_small("waits_file.db");

	kit_import(s, EXCHANGE_REPORTS,
	    "id;omgång;kommentar\nA-1;2021-02;Ett\nA-1;2021-03;Två\nA-2;2021-04;Tre\n");
	expect_round(s, "2021-03", " 0 1 2", "A-2");
	add_action(s, "A-4");
	expect_round(s, "2021-02", " 0 1 2", "A-2");
	expect_round(s, "2021-03", " 0 1 2", "A-2");
	expect_round(s, "2021-04", " 0 1 3", "A-1");
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "settings", setting_values },
		{ "history of a setting", setting_history },
		{ "default programme", default_programme }, { "rounds", round_states },
		{ "late changes", late_changes }, { "late status", late_status },
		{ "late import", late_import }, { "round to report in", next_round },
		{ "cut-off of a closed round", cutoffs },
		{ "a plan that has ended", ended }, { "judged light", judged },
		{ "who a round waits for", waits_for },
		{ "the same after a file", waits_after_file }, CU_TEST_INFO_NULL };

	return kit_run("steering", cases);
}
