/*
 * test_tui_steering.c - rounds, attests, settings, decisions and the log: as snapshots,
 * and by keys.
 */
#include <string.h>

#include "tests/tui_drive.h"

/* Another person at the same file. */
static struct session *
other(const struct drive *drive, const char *who)
{
	return drive_session(session_path(drive->session), who, false, true);
}

/* A month that has another amount is corrected to this one. */
static void
post(struct session *session, const char *action, int month, int64_t ore)
{
	const struct saving_entry entry = {
		.action = action, .month = month, .ore = ore, .cost_kind = -1
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_post(session, &entry, true, &saved, &error), error);
}

/* A database with one action and nothing else. */
static struct session *
one_action(void)
{
	g_autofree char *path = drive_new_path();
	struct session *session = drive_session(path, "ea01", true, true);
	struct action action;
	const struct target_edit target = { .year = 2021, .amount = { 100, true } };
	const struct action_edit edit = { &action, 0, &target, 1 };
	struct saved saved = { 0 };
	GError *error = NULL;

	action_init(&action, "A-1");
	action.name = "Ett";
	action.unit = "Vård";
	T_OK(session_edit(session, &edit, &saved, &error), error);
	return session;
}

/* ---- rounds ------------------------------------------------------------------------ */

static void
test_rounds(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "7");
	drive_snapshots_both(&drive, "rounds");
	/* a new one: nobody of the 17 that count has reported in it */
	drive_press(&drive, "+");
	drive_type(&drive, "da08 2021");
	drive_press(&drive, "Tab");
	drive_type(&drive, "2021-09-10");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "augusti 2021    2021-09-10  ● öppen       0"));
	CU_ASSERT_TRUE(drive_shows(&drive, "►DÅ08-2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Omgången DÅ08-2021 är sparad."));
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "Utan rapport: HS-01 (Sjukhussamordnare), HS-02"));
	drive_snapshots(&drive, "rounds-missing");
	/* who is missing, in the month of the round */
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "Åtgärder · VB2020 · Exempeldata · augusti 2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: utan rapport i DÅ08-2021"));
	CU_ASSERT_TRUE(drive_shows(&drive, "17 av 30 i filtret"));
	drive_press(&drive, "Del 7 u");
	CU_ASSERT_TRUE(drive_shows(&drive, "DÅ08-2021     augusti 2021    –"));
	/* one that is there, and a day that is none, are refused with what was typed */
	drive_press(&drive, "+");
	drive_type(&drive, "2021-03");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL  Omgången finns redan."));
	drive_press(&drive, "Esc k e");
	drive_type(&drive, "i morgon");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "\"i morgon\" är ingen dag"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[i morgon"));
	drive_press(&drive, "Esc k");
	drive_finish(&drive);
}

static void
test_closing(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "7 Down Down s");
	CU_ASSERT_TRUE(drive_shows(&drive, "Stänga omgången 2021-03? 17 av 17"));
	drive_press(&drive, "n");
	CU_ASSERT_TRUE(drive_hides(&drive, "stängd"));
	drive_press(&drive, "s j");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Omgången 2021-03 är stängd. u ångrar."));
	CU_ASSERT_TRUE(drive_shows(&drive, "√ stängd      17 av 17"));
	drive_snapshots_both(&drive, "rounds-closed");
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_hides(&drive, "√ stängd"));
	drive_press(&drive, "U s");
	CU_ASSERT_TRUE(drive_shows(&drive, "Öppna omgången 2021-03 igen?"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "är öppen igen"));
	/* a month that is not over cannot be closed; its last day is past: late */
	drive_press(&drive, "+");
	drive_type(&drive, "2021-07");
	drive_press(&drive, "F2 s j");
	CU_ASSERT_TRUE(drive_shows(&drive, "Omgången är INTE ändrad."));
	CU_ASSERT_TRUE(drive_shows(&drive, "kan inte stängas förrän"));
	drive_press(&drive, "Esc +");
	drive_type(&drive, "2021-05");
	drive_press(&drive, "Tab");
	drive_type(&drive, "2021-06-10");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "▲ öppen, sen  0 av 17"));
	drive_finish(&drive);
}

/* ---- attests ----------------------------------------------------------------------- */

static void
test_verify(void)
{
	struct drive drive;

	/* the one who posted it all may attest none of it */
	drive_example(&drive);
	drive_press(&drive, "8");
	drive_snapshots_both(&drive, "verify");
	drive_press(&drive, "v");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Du har bokfört det själv"));
	drive_press(&drive, "V");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Allt som väntar har du bokfört själv"));
	drive_press(&drive, "b");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Raden är inte verifierad."));
	drive_press(&drive, "f");
	drive_snapshots(&drive, "verify-none");
	drive_finish(&drive);
}

static void
test_attest(void)
{
	struct drive first, drive;

	drive_example(&first);
	/* ak17 posts one row beside the 237 of the example: 2,5 mkr in July */
	drive_start(&drive, other(&first, "ak17"), true);
	post(drive.session, "HS-01", 202107, 250000000);
	drive_press(&drive, "8");
	CU_ASSERT_TRUE(drive_shows(&drive, "238 rader väntar · 1 har du"));
	drive_press(&drive, "End");
	CU_ASSERT_TRUE(drive_shows(&drive, "2,5 ak17       × eget"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Kan inte verifieras av dig"));
	/* one, and back */
	drive_press(&drive, "Home v");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK HS-01 2020-01 är verifierat. u ångrar."));
	drive_press(&drive, "Home");
	CU_ASSERT_TRUE(drive_shows(&drive, "237 rader väntar · 1 har du"));
	drive_press(&drive, "f");
	drive_snapshots(&drive, "verified");
	drive_press(&drive, "v");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Raden är redan verifierad."));
	drive_press(&drive, "b");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ta tillbaka verifieringen av HS-01"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "är inte verifierat längre"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Inget är verifierat än."));
	/* all that others have posted; the row of one's own is left */
	drive_press(&drive, "f V");
	CU_ASSERT_TRUE(drive_shows(&drive, "2021-06: 237"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 som du har bokfört själv"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Verifierat: 237 bokförda rader."));
	drive_press(&drive, "Home");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 rad väntar · 1 har du"));
	drive_press(&drive, "u Home");
	CU_ASSERT_TRUE(drive_shows(&drive, "238 rader väntar"));
	/* a month that both have posted in: the question counts as the verb does */
	post(first.session, "HS-01", 202107, 300000000);
	drive_press(&drive, "Ctrl-R End");
	CU_ASSERT_TRUE(drive_shows(&drive, "Du har bokfört en del av det"));
	drive_press(&drive, "V");
	CU_ASSERT_TRUE(drive_shows(&drive, "2021-07: 238"));
	CU_ASSERT_TRUE(drive_shows(&drive, "1 som du har bokfört själv"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Verifierat: 238 bokförda rader."));
	drive_finish(&drive);
	drive_finish(&first);
}

/* ---- settings ---------------------------------------------------------------------- */

static void
test_settings(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "9");
	drive_snapshots_both(&drive, "settings");
	/* verifiering, then the weights of the stages: grad 3 is the fourth of them */
	drive_press_times(&drive, "Down", 4);
	CU_ASSERT_TRUE(drive_shows(&drive, "►vikt.grad3"));
	drive_press(&drive, "e");
	drive_press_times(&drive, "Back", 6);
	drive_type(&drive, "150");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inställningen är INTE ändrad. vikt.grad3:"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[150"));
	drive_press_times(&drive, "Back", 3);
	drive_type(&drive, "70");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK vikt.grad3 är nu 70 %. u ångrar."));
	CU_ASSERT_TRUE(drive_shows(&drive, "70 % *         60 %"));
	CU_ASSERT_TRUE(drive_shows(&drive, "2021-07-05 11:00  ea01  60 % → 70 %"));
	drive_snapshots(&drive, "settings-changed");
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK vikt.grad3 är nu 60 %."));
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK vikt.grad3 var redan 60 %."));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "70 % *"));
	/* ja or nej is picked */
	drive_press(&drive, "Home e Right F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK verifiering är nu ja."));
	/* the last group is there: every setting is */
	drive_press(&drive, "End");
	CU_ASSERT_TRUE(drive_shows(&drive, "►program"));
	drive_finish(&drive);
}

/* ---- decisions --------------------------------------------------------------------- */

static void
test_decisions(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "0");
	drive_snapshots_both(&drive, "decisions");
	drive_press(&drive, "+");
	drive_press(&drive, "Tab Tab");
	drive_type(&drive, "15 juni");
	drive_press(&drive, "Tab");
	drive_type(&drive, "Regionfullmäktige");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "FEL  Beslutet är INTE sparat. datum:"));
	CU_ASSERT_TRUE(drive_shows(&drive, "[15 juni"));
	drive_snapshots(&drive, "decision-refused");
	drive_press(&drive, "Tab Tab");
	drive_press_times(&drive, "Back", 7);
	drive_type(&drive, "2021-06-15");
	drive_press_times(&drive, "Tab", 4);
	drive_press(&drive, "Right Tab");
	drive_type(&drive, "Planen förlängs till 2023");
	drive_press(&drive, "Tab Tab");
	drive_type(&drive, "565");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Beslut 1 är sparat. u ångrar."));
	CU_ASSERT_TRUE(drive_shows(&drive, "►1      2021-06-15 Regionfullmäktige"));
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "2021-06-15 · Regionfullmäktige · bifall · 565,0 mkr"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Ingen åtgärd är kopplad till beslutet."));
	drive_press(&drive, "Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Ingen åtgärd står bakom"));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_hides(&drive, "Regionfullmäktige"));
	/* what rests on one of the example's */
	drive_press(&drive, "Home Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: vilar på beslut EX-1"));
	/* it stands once for each of 13 actions in the example, EX-2 for 3 */
	CU_ASSERT_TRUE(drive_shows(&drive, "  13 av 30 i filtret"));
	drive_press(&drive, "q End Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "bara: vilar på beslut EX-2"));
	CU_ASSERT_TRUE(drive_shows(&drive, "  3 av 30 i filtret"));
	drive_finish(&drive);
}

/* The number is taken; and somebody else has changed it since it was shown. */
static void
test_decision_conflicts(void)
{
	const struct decision theirs = { .code = "EX-1",
		.day = "2019-11-21",
		.body = "Regionstyrelsen",
		.paragraph = "",
		.journal = "",
		.outcome = "",
		.subject = "Annat",
		.phase = "",
		.note = "" };
	const struct decision seen = { .code = "EX-1",
		.day = "2019-11-20",
		.body = "Hälso- och sjukvårdsnämnden",
		.paragraph = "EX 1",
		.journal = "EX 2019-1",
		.outcome = "bifall",
		.subject = "Exempeldata: åtgärden genomförs enligt planen",
		.phase = "",
		.note = "" };
	const struct decision_edit edit = { &theirs, "HS-01", &seen };
	struct saved saved = { 0 };
	struct decision again;
	struct session *them;
	GError *error = NULL;
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "0 +");
	drive_press_times(&drive, "Back", 2);
	drive_type(&drive, "EX-1");
	drive_press(&drive, "Tab");
	drive_type(&drive, "HS-01");
	drive_press(&drive, "Tab");
	drive_type(&drive, "2021");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Beslut EX-1 finns redan."));
	drive_press(&drive, "Esc k Home e");
	drive_snapshots(&drive, "decision-write");
	them = other(&drive, "ak17");
	T_OK(session_decide(them, &edit, &saved, &error), error);
	session_free(them);
	drive_press(&drive, "Tab");
	drive_type(&drive, "X");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: beslut EX-1"));
	drive_snapshots(&drive, "decision-conflict");
	/* nothing is lost by looking once more */
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "sjukvårdsnämndenX"));
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ändrad av annan: beslut EX-1"));
	/* my body, and what they made of the rest */
	drive_press(&drive, "d");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Beslut EX-1 är sparat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "2019-11-21 Hälso- och sjuk"));
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-01: Annat"));
	/* theirs again: nothing is left of mine, and nothing is written */
	drive_press(&drive, "e Tab");
	drive_type(&drive, "Y");
	them = other(&drive, "ak17");
	again = *edit.decision;
	again.body = "Hälso- och sjukvårdsnämndenX";
	T_OK(session_decide(them, &(struct decision_edit){ &theirs, "HS-01", &again },
	         &saved, &error),
	    error);
	session_free(them);
	drive_press(&drive, "F2 s");
	CU_ASSERT_TRUE(drive_shows(&drive, "Inget är ändrat."));
	CU_ASSERT_TRUE(drive_shows(&drive, "2019-11-21 Regionstyrelsen"));
	drive_finish(&drive);
}

/* ---- the log ----------------------------------------------------------------------- */

static void
test_log(void)
{
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "Home H");
	drive_snapshots_both(&drive, "history");
	drive_press(&drive, "Down Enter");
	drive_snapshots(&drive, "history-read");
	CU_ASSERT_TRUE(drive_shows(&drive, "HS-15 milstolpe Exempeldata: hyresavtal"));
	/* only what is asked for */
	drive_press(&drive, "q f Tab Tab");
	drive_type(&drive, "hyresavtal");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "1 av 14 ändringar"));
	/* a letter is enough in a field with a list: the next that begins with it */
	drive_press(&drive, "f e Tab i");
	CU_ASSERT_TRUE(drive_shows(&drive, "Vem   [ea01 "));
	CU_ASSERT_TRUE(drive_shows(&drive, "Vad   [import"));
	drive_press(&drive, "a Tab");
	CU_ASSERT_TRUE(drive_shows(&drive, "Vad   [alla "));
	drive_type(&drive, "xyz");
	drive_press(&drive, "F2");
	CU_ASSERT_TRUE(drive_shows(&drive, "Ingen ändring passar filtret."));
	drive_press(&drive, "Del");
	CU_ASSERT_TRUE(drive_shows(&drive, "14 av 14 ändringar"));
	drive_finish(&drive);
}

static void
test_log_undo(void)
{
	struct drive drive;

	drive_start(&drive, one_action(), true);
	drive_press(&drive, "s Down Enter s Down Enter H");
	/* the older of two about the same thing stands until the newer is taken back */
	drive_press(&drive, "Down b");
	CU_ASSERT_TRUE(drive_shows(&drive, "inget tas bort ur"));
	drive_press(&drive, "j");
	CU_ASSERT_TRUE(drive_shows(&drive, "är INTE ångrad."));
	drive_snapshots_both(&drive, "history-refused");
	drive_press(&drive, "Esc Home b j");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad. u gör om den."));
	drive_press(&drive, "u");
	CU_ASSERT_TRUE(drive_shows(&drive, "är ångrad"));
	drive_finish(&drive);
}

/* ---- states ------------------------------------------------------------------------ */

static void
test_empty(void)
{
	struct session *them;
	struct drive drive;

	drive_start(&drive, one_action(), true);
	drive_press(&drive, "7");
	drive_snapshots_both(&drive, "rounds-empty");
	drive_press(&drive, "8");
	drive_snapshots_both(&drive, "verify-empty");
	drive_press(&drive, "0");
	drive_snapshots_both(&drive, "decisions-empty");
	/* keys about a row have none */
	drive_press(&drive, "Enter e 7 Enter s e 8 v b V 1");
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärder · VB2020"));
	/* what another has posted, and all of it attested */
	them = other(&drive, "ak17");
	post(them, "A-1", 202103, 100);
	session_free(them);
	drive_press(&drive, "8 Ctrl-R V j");
	CU_ASSERT_TRUE(drive_shows(&drive, "OK Verifierat: 1 bokförd rad."));
	drive_press(&drive, "Home");
	drive_snapshots_both(&drive, "verify-done");
	drive_finish(&drive);
}

/* No key means two things, and the ways out are in the bar of every width. */
static void
test_keys(void)
{
	static const unsigned own[] = { SCOPE_ROUNDS, SCOPE_VERIFY, SCOPE_SETTINGS,
		SCOPE_DECIDE };
	const unsigned log = SCOPE_LOG | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP;

	for (size_t i = 0; i <= G_N_ELEMENTS(own); i++) {
		unsigned scopes =
		    i == G_N_ELEMENTS(own)
		        ? log
		        : own[i] | SCOPE_STEER | (log & ~(unsigned)SCOPE_LOG);
		enum command a = CMD_NONE, b = CMD_NONE;
		g_autoptr(GString) bar = g_string_new(NULL);

		if (command_clash(scopes, &a, &b))
			g_printerr("%s and %s share a key\n", command_info[a].name,
			    command_info[b].name);
		CU_ASSERT_EQUAL(a, b);
		command_bar(scopes, 58, bar);
		CU_ASSERT_TRUE(g_utf8_strlen(bar->str, -1) <= 58);
		CU_ASSERT_PTR_NOT_NULL(strstr(bar->str, "q Tillbaka"));
		CU_ASSERT_PTR_NOT_NULL(strstr(bar->str, "? Hjälp"));
	}
}

int
main(void)
{
	CU_TestInfo cases[] = { { "rounds", test_rounds }, { "closing", test_closing },
		{ "verify", test_verify }, { "attest", test_attest },
		{ "settings", test_settings }, { "decisions", test_decisions },
		{ "decision conflicts", test_decision_conflicts }, { "log", test_log },
		{ "log undo", test_log_undo }, { "empty", test_empty },
		{ "keys", test_keys }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int bad = t_run("tui steering", cases);

	drive_leave_folder(folder);
	return bad;
}
