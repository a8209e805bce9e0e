/*
 * test_steering.c - settings, rounds, late changes, attests, and their undo.
 */
#include <sqlite3.h>

#include "session_kit.h"

/* Two actions that count, of Vård, and one that does not. */
static struct session *
small(const char *name)
{
	struct session *s = kit_create(name);

	T_INT(kit_import(s, EXCHANGE_PLAN,
	          "id;åtgärd;förvaltning;räknas;2021 kr\n"
	          "A-1;Ett;Vård;ja;1200\nA-2;Två;Vård;ja;600\nA-3;Tre;Vård;nej;\n")
	          .added,
	    3);
	return s;
}

/* The same file opened by another person. */
static struct session *
open_as(struct session *s, const char *who, const char *programme)
{
	const struct session_options options = { .path = session_path(s),
		.who = who,
		.programme = programme,
		.now = NOW,
		.write = true };
	struct session *other = NULL;
	GError *error = NULL;

	T_OK(session_open(&options, &other, &error), error);
	if (!other)
		exit(98);
	return other;
}

/* ---- settings ---------------------------------------------------------------------- */

static int64_t
set(struct session *s, enum setting setting, const char *value)
{
	const struct setting_edit edit = { setting, value };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_set(s, &edit, 1, &saved, &error), error);
	return saved.change;
}

static int
number(struct session *s, enum setting setting)
{
	struct settings settings;
	GError *error = NULL;

	T_OK(session_settings(s, &settings, &error), error);
	return settings.number[setting];
}

static void
setting_values(void)
{
	struct session *s = small("set.db");
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
	T_INT(set(s, SETTING_EFFECT_GREEN, " 99,00 "), 0); /* as it is */
	T_INT(set(s, SETTING_VERIFY, "nej"), 0);
	change = set(s, SETTING_EFFECT_YELLOW, "");
	T_INT(number(s, SETTING_EFFECT_YELLOW), 8000);
	kit_undo(s, change);
	T_INT(number(s, SETTING_EFFECT_YELLOW), 9700);
	kit_sound(s);
	session_free(s);
}

static void
setting_history(void)
{
	struct session *s = small("history.db");
	struct session *other = open_as(s, "Bo", NULL);
	const struct setting_change *c;
	GArray *history = NULL;
	GError *error = NULL;
	int64_t first = set(s, SETTING_WEIGHT_GREY, "30"),
	        second = set(other, SETTING_WEIGHT_GREY, "20,5");

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
	struct session *s = small("default.db"), *other;
	const struct setting_edit unknown = { SETTING_PROGRAMME, "R" };
	struct saved saved = { 0 };
	GError *error = NULL;
	sqlite3 *db;

	add_programme(s);
	session_free(s);
	s = kit_open(kit_path("default.db"), true);
	T_TEXT(session_programme(s)->code, "P"); /* the first */
	T_REFUSED(session_set(s, &unknown, 1, &saved, &error), error, NOT_FOUND, "P, Q");
	set(s, SETTING_PROGRAMME, "Q");
	other = open_as(s, "Bo", NULL);
	T_TEXT(session_programme(other)->code, "Q");
	session_free(other);
	other = open_as(s, "Bo", "P"); /* --program goes before */
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
	other = open_as(s, "Bo", NULL);
	T_TEXT(session_programme(other)->code, "P");
	session_free(other);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "settings", setting_values },
		{ "history of a setting", setting_history },
		{ "default programme", default_programme }, CU_TEST_INFO_NULL };

	return kit_run("steering", cases);
}
