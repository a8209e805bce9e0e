/*
 * goals_sample.h - a database of four programmes for the goals and assignments screens:
 * made-up figures of 2021, after the shape of the documents of Norrbotten and Skåne.
 *
 * Lights by attain.h, at June 2021:
 * SM1  minst 100; 40 → 44 T1: not reached, on its way: gul ↑
 * SM2  no direction; K 41 M 41: grå
 * SM3  öka; K 12 → 29: grön ↑, M 7 → 4: röd ↓, the worse röd; under 10: små tal
 * SM4  minska; 10 → 8: grön ↓
 * F1 is gul, F2 röd, F3 grön; F4 has nothing: grå.  S1 and P1 röd; S2 and P2 grå.
 */
#ifndef GOALS_SAMPLE_H
#define GOALS_SAMPLE_H

#include "session/state.h"
#include "tests/tui_drive.h"

#define SAMPLE_N(values) (sizeof(values) / sizeof((values)[0]))
#define K(n)                                                                             \
	{                                                                                \
		(n) * 100, true                                                          \
	}
#define NO                                                                               \
	{                                                                                \
		0, false                                                                 \
	}

static const struct goal sample_goals[] = {
	{ "P1", "", GOAL_PERSPECTIVE, "", "Medborgare", "", "" },
	{ "S1", "P1", GOAL_STRATEGIC, "", "Trygg norrbottning med god livskvalitet", "",
	    "" },
	{ "F1", "S1", GOAL_FACTOR, "", "En god vård med hög tillgänglighet", "", "" },
	{ "F2", "S1", GOAL_FACTOR, "",
	    "Jämlik och jämställd hälsa genom främjande och förebyggande åtgärder", "",
	    "" },
	{ "P2", "", GOAL_PERSPECTIVE, "", "Medarbetare", "", "" },
	{ "S2", "P2", GOAL_STRATEGIC, "", "Attraktiv arbetsgivare", "", "" },
	{ "F3", "S2", GOAL_FACTOR, "", "Hållbart arbetsliv", "", "" },
	{ "F4", "S2", GOAL_FACTOR, "", "Rätt använd kompetens", "", "" },
};

static const struct indicator sample_indicators[] = {
	{ "SM1", "Andel väntande 90 dagar eller kortare till första besök", "F1",
	    DIRECTION_AT_LEAST, "100 % i dec", { NO, NO, K(100) }, "procent",
	    "DÅ04,08, ÅR", "", "", "" },
	{ "SM2", "Andel väntande 90 dagar eller kortare på operation", "F1", DIRECTION__N,
	    "100 % i dec", { NO, NO, NO }, "procent", "DÅ04,08, ÅR", "", "", "" },
	{ "SM3", "Antal patienter som fått fråga om våld i nära relation", "F2",
	    DIRECTION_INCREASE, "Öka", { NO, NO, NO }, "antal", "DÅ04,08, ÅR", "", "",
	    "Texten säger kvartal, tabellen tertial." },
	{ "SM4", "Sjukfrånvaro", "F3", DIRECTION_DECREASE, "Minska", { NO, NO, NO },
	    "procent", "DÅ04,08, ÅR", "", "", "" },
	{ "PB1", "Läkarbesök", "", DIRECTION__N, "", { NO, NO, NO }, "antal", "", "Besök",
	    "", "" },
	{ "PB2", "Läkarbesök på distans", "", DIRECTION__N, "", { NO, NO, NO }, "antal",
	    "", "Besök", "PB1", "" },
	{ "medelvårdtid", "medelvårdtid", "", DIRECTION__N, "", { NO, NO, NO }, "dagar",
	    "", "", "", "" },
};

static const struct measurement sample_measurements[] = {
	{ "SM4", "", { 202004, 4 }, { NO, NO, K(10) }, "10", "", "", "" },
	{ "SM4", "", { 202008, 4 }, { NO, NO, K(12) }, "12", "", "", "" },
	{ "SM4", "", { 202012, 4 }, { NO, NO, K(9) }, "9", "", "", "" },
	{ "SM4", "", { 202104, 4 }, { NO, NO, K(8) }, "8", "", "", "" },
	{ "SM4", "", { 202204, 4 }, { NO, NO, K(99) }, "later than what is shown", "", "",
	    "" },
	{ "SM1", "", { 202004, 4 }, { NO, NO, K(40) }, "40", "", "", "" },
	{ "SM1", "", { 202104, 4 }, { NO, NO, K(44) }, "44", "", "", "" },
	{ "SM2", "", { 202104, 4 }, { K(41), K(41), NO }, "K:41% M:41%", "", "", "" },
	{ "SM3", "", { 202004, 4 }, { K(12), K(7), NO }, "K:12, M:7", "", "", "" },
	{ "SM3", "", { 202104, 4 }, { K(29), K(4), NO }, "K:29 M: 4", "K: □ M: ▲", "↕",
	    "" },
	{ "medelvårdtid", "Kalix", { 202101, 1 }, { NO, NO, { 830, true } }, "8,3", "",
	    "", "" },
	{ "medelvårdtid", "Kalix", { 202102, 1 }, { NO, NO, { 700, true } }, "7,0", "",
	    "", "" },
	{ "medelvårdtid", "Kalix", { 202103, 1 }, { NO, NO, NO }, "", "", "", "" },
	{ "medelvårdtid", "Kalix", { 202104, 1 }, { NO, NO, { 660, true } }, "6,6", "",
	    "", "" },
	{ "medelvårdtid", "Piteå", { 202104, 1 }, { NO, NO, { 510, true } }, "5,1", "",
	    "", "" },
};

static const struct goal sample_map[] = {
	{ "I1", "", GOAL_FOCUS, "1", "Personcentrerat arbetssätt",
	    "Processer och arbetssätt", "" },
	{ "I2", "", GOAL_FOCUS, "2", "Digitalisering", "Organisation och styrning", "" },
	{ "M1", "I1", GOAL_VISION, "", "Personen i sin livssituation är viktigast", "",
	    "" },
	{ "M1.1", "M1", GOAL_POINT, "1", "Personens berättelse styr", "", "" },
	{ "V1.1", "I1", GOAL_DIRECTION, "1", "Vården utgår från individens behov", "",
	    "" },
	{ "V2.1", "I2", GOAL_DIRECTION, "1", "Digitala tjänster för alla", "", "" },
	{ "R1", "", GOAL_SHIFT, "1", "sjukdom", "", "hälsa" },
	{ "B1", "", GOAL_CONCEPT, "1", "insatsområde", "lång",
	    "särskilt prioriterat område" },
};

static const struct {
	const char *code, *name, *area;
} sample_actions[] = {
	{ "1", "Liggande handlingsplaner – följs i ordinarie uppföljning",
	    "Minska användning av inhyrd personal och övertid" },
	{ "2", "Tjänstledigheter och bisyssla – återrapportering från HR",
	    "Minska användning av inhyrd personal och övertid" },
	{ "3", "Ny upphandling primärvård – rapport när upphandlingen är klar",
	    "Minska användning av inhyrd personal och övertid" },
	{ "4", "Vårdtider – översyn Kalix", "Översyn av vårdtiderna" },
	{ "5", "Vårdtider – översyn Kiruna", "Översyn av vårdtiderna" },
};

static void
sample_add_action(struct session *s, size_t i)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	struct action action;
	struct action_edit edit = { .action = &action };
	struct saved saved = { 0 };
	GError *error = NULL;

	action_init(&action, sample_actions[i].code);
	T_OK(action_set(&action, ACTION_NAME, sample_actions[i].name, pool, &error),
	    error);
	T_OK(action_set(&action, ACTION_UNIT, "ej angiven", pool, &error), error);
	T_OK(action_set(&action, ACTION_AREA, sample_actions[i].area, pool, &error),
	    error);
	T_OK(session_edit(s, &edit, &saved, &error), error);
}

static void
sample_commit(struct session *s)
{
	int64_t change;
	GError *error = NULL;

	T_OK(session_commit(s, "import", "", 0, &change, &error), error);
}

static void
sample_begin(struct session *s)
{
	struct plan *plan;
	GError *error = NULL;

	T_OK(session_begin(s, STORE_BASE, &plan, &error), error);
}

static void
sample_add_goals(struct session *s, const struct goal *goals, size_t n)
{
	GError *error = NULL;

	for (size_t i = 0; i < n; i++)
		T_OK(store_add_goal(s->store, s->programme.id, &goals[i], false, &error),
		    error);
}

/* NB2022: goals, indicators, measurements, and two actions that serve F1, one F2. */
static void
sample_strategic(struct session *s)
{
	static const char *const served[] = { "F1", "F1", "F2" };
	const struct plan *plan = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;

	for (size_t i = 0; i < 3; i++)
		sample_add_action(s, i);
	sample_begin(s);
	sample_add_goals(s, sample_goals, SAMPLE_N(sample_goals));
	for (size_t i = 0; i < SAMPLE_N(sample_indicators); i++)
		T_OK(store_add_indicator(
		         s->store, s->programme.id, &sample_indicators[i], false, &error),
		    error);
	for (size_t i = 0; i < SAMPLE_N(sample_measurements); i++)
		T_OK(store_add_measurement(s->store, s->programme.id,
		         &sample_measurements[i], false, &error),
		    error);
	sample_commit(s);
	for (size_t i = 0; i < SAMPLE_N(served); i++) {
		struct link_edit link = { sample_actions[i].code, RELATION_GOAL,
			served[i], 0, false };

		T_OK(session_link(s, &link, &saved, &error), error);
	}
	T_OK(session_whole(s, NULL, &plan, &error), error);
}

/* NB2017: five uppdrag, one reported in a round that is closed, two in the open one. */
static void
sample_errands(struct session *s)
{
	const struct report_entry reports[] = {
		{ .action = "1", .round = "2020-12", .comment = "Planerna är lagda." },
		{ .action = "1",
		    .round = "2021-03",
		    .comment = "Divisionerna arbetar efter sina handlingsplaner." },
		{ .action = "2", .round = "2021-03", .nothing_new = true },
	};
	const struct round_edit closed = { "2020-12", NULL, 1 };
	struct saved saved = { 0 };
	const struct plan *plan = NULL;
	GError *error = NULL;

	for (size_t i = 0; i < SAMPLE_N(sample_actions); i++)
		sample_add_action(s, i);
	T_OK(session_whole(s, NULL, &plan, &error), error);
	{
		g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(int64_t));

		for (guint i = 0; i < plan->actions->len; i++)
			g_array_append_val(
			    ids, g_array_index(plan->actions, struct action, i).id);
		sample_begin(s);
		for (guint i = 0; i < ids->len; i++) {
			const struct assignment assignment = { g_array_index(
				                                   ids, int64_t, i),
				ASSIGNMENT_ERRAND, "", "", "", "", "" };

			T_OK(store_add_assignment(s->store, &assignment, false, &error),
			    error);
		}
		sample_commit(s);
	}
	for (size_t i = 0; i < SAMPLE_N(reports); i++)
		T_OK(session_report(s, &reports[i], &saved, &error), error);
	T_OK(session_set_round(s, &closed, &saved, &error), error);
}

/* SK2021: a map of goals and no actions. */
static void
sample_map_of(struct session *s)
{
	sample_begin(s);
	sample_add_goals(s, sample_map, SAMPLE_N(sample_map));
	sample_commit(s);
}

/* VB2020 is empty.  The one chosen is `code`. */
static struct session *
sample_session(const char *code)
{
	g_autofree char *path = drive_new_path();
	struct session *s = drive_session(path, "ea01", true, true);
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_add_programme(
	         s, "NB2017", "RD-uppdrag Norrbotten 2017", &saved, &error),
	    error);
	sample_errands(s);
	T_OK(session_add_programme(
	         s, "NB2022", "Norrbottens delårsrapport april 2022", &saved, &error),
	    error);
	sample_strategic(s);
	T_OK(session_add_programme(
	         s, "SK2021", "Framtidens hälsosystem i Skåne", &saved, &error),
	    error);
	sample_map_of(s);
	T_OK(session_choose(s, code, &error), error);
	return s;
}

#endif
