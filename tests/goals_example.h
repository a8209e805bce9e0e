/*
 * goals_example.h - goals, indicators, what they showed and strategiska åtgärder on top
 * of the plan made by hand (reports_example.h), for the book strategiska.
 *
 * Of everything there is one: a split indicator, one of each direction, one without, one
 * without data, measured out of its time, compared with another kind, small, of a place,
 * with production and "varav"; goals that nothing measures, indicators and actions that
 * hang on no goal; texts that would do harm.
 */
#ifndef GOALS_EXAMPLE_H
#define GOALS_EXAMPLE_H

#include "plan/followup.h"
#include "reports_example.h"

#define UNKNOWN                                                                          \
	{                                                                                \
		0, false                                                                 \
	}
#define HUNDREDTHS(x)                                                                    \
	{                                                                                \
		(x), true                                                                \
	}
#define NOTHING                                                                          \
	{                                                                                \
		UNKNOWN, UNKNOWN, UNKNOWN                                                \
	}
#define KM(k, m)                                                                         \
	{                                                                                \
		HUNDREDTHS(k), HUNDREDTHS(m), UNKNOWN                                    \
	}
#define TOTAL(t)                                                                         \
	{                                                                                \
		UNKNOWN, UNKNOWN, HUNDREDTHS(t)                                          \
	}

static inline void
example_goals(struct plan *plan)
{
	const struct goal goals[] = {
		{ "P1", "", GOAL_PERSPECTIVE, "", "Medborgare", "", "" },
		{ "S1", "P1", GOAL_STRATEGIC, "", "Trygg <invånare>", "", "" },
		{ "F1", "S1", GOAL_FACTOR, "", "En god vård", "", "" },
		{ "F2", "S1", GOAL_FACTOR, "", "Jämlik hälsa", "", "" },
		{ "F3", "P1", GOAL_FACTOR, "", "Delaktiga medborgare", "", "" },
		{ "P2", "", GOAL_PERSPECTIVE, "", "Ekonomi", "", "" },
		{ "S2", "P2", GOAL_STRATEGIC, "", "=Hållbar ekonomi", "", "" },
		{ "F4", "S2", GOAL_FACTOR, "", "Inom ramen", "", "" },
		{ "S3", "P2", GOAL_STRATEGIC, "", "Utan mått", "", "" },
		{ "I1", "", GOAL_FOCUS, "1", "Insatsområde utan något", "", "" },
	};

	g_array_append_vals(plan->goals, goals, G_N_ELEMENTS(goals));
}

static inline void
example_indicators(struct plan *plan)
{
	const struct indicator indicators[] = {
		{ "SM1", "Väntande 90 dagar", "F1", DIRECTION__N, "100 % i dec",
		    TOTAL(10000), "procent", "DÅ04,08, ÅR", "", "", "" },
		{ "SM2", "Fråga om <våld>", "F2", DIRECTION_INCREASE, "Öka", NOTHING,
		    "antal", "DÅ04,08, ÅR", "", "",
		    "=Texten säger kvartal, tabellen tertial." },
		{ "SM3", "Vårdskador", "F2", DIRECTION_AT_MOST, "Under 6,5%", TOTAL(650),
		    "procent", "DÅ08, ÅR", "", "", "" },
		{ "SM4", "Läkemedelsberättelse", "F2", DIRECTION_AT_LEAST, "",
		    TOTAL(7000), "procent", "", "", "", "" },
		{ "SM5", "Resultat", "F4", DIRECTION_REACH, "0,0", TOTAL(0), "mnkr",
		    "DÅ04,08, ÅR", "", "", "" },
		{ "SM6", "Produktivitet", "F4", DIRECTION_INCREASE, "Öka", NOTHING, "",
		    "DÅ04,08, ÅR", "", "", "" },
		{ "SM7", "Sjukfrånvaro", "F4", DIRECTION_DECREASE, "Minska", NOTHING,
		    "procent", "", "", "", "" },
		{ "SM8", "Utan mål | och värde", "", DIRECTION__N, "", NOTHING, "", "",
		    "", "", "" },
		{ "medelvårdtid", "medelvårdtid", "X9", DIRECTION__N, "", NOTHING,
		    "dagar", "", "", "", "" },
		{ "B1", "Läkarbesök", "", DIRECTION__N, "", NOTHING, "antal", "", "Besök",
		    "", "" },
		{ "B1D", "distansbesök", "", DIRECTION__N, "", NOTHING, "antal", "", "",
		    "B1", "" },
		{ "B2", "Övriga besök", "", DIRECTION__N, "", NOTHING, "antal", "",
		    "Besök", "", "" },
		{ "V1", "Vårdtillfällen", "", DIRECTION__N, "", NOTHING, "antal", "",
		    "Vårdtillfällen", "", "" },
	};

	g_array_append_vals(plan->indicators, indicators, G_N_ELEMENTS(indicators));
}

#define T1(year)                                                                         \
	{                                                                                \
		(year) * 100 + 4, 4                                                      \
	}

static inline void
example_measurements(struct plan *plan)
{
	const struct measurement measurements[] = {
		{ "SM7", "", T1(2019), TOTAL(1010), "", "", "", "" },
		{ "SM2", "", T1(2020), KM(1200, 700), "", "", "", "" },
		{ "SM7", "", T1(2020), TOTAL(860), "", "", "", "" },
		{ "B1", "", T1(2020), TOTAL(4240100), "", "", "", "" },
		{ "B1D", "", T1(2020), TOTAL(451600), "", "", "", "" },
		{ "V1", "", T1(2020), KM(210000, 232100), "", "", "", "" },
		{ "SM4", "", { 202012, 12 }, TOTAL(6200), "", "", "", "" },
		{ "medelvårdtid", "Kalix", { 202101, 1 }, TOTAL(580), "", "", "", "" },
		{ "medelvårdtid", "Kiruna", { 202101, 1 }, NOTHING, "", "", "", "" },
		{ "SM1", "", T1(2021), KM(4100, 4100), "K:41% M:41%", "", "",
		    "I snitt 41 procent." },
		{ "SM2", "", T1(2021), KM(2900, 400),
		    "T1 2020 K:12, M:7 T1 2021 K:29 M: 4", "K: □ M: ▲", "↕", "" },
		{ "SM3", "", T1(2021), TOTAL(670), "Regionmått 6,7%", "", "", "" },
		{ "SM4", "", T1(2021), KM(5900, 7300), "", "", "", "" },
		{ "SM5", "", T1(2021), TOTAL(-1770), "-17,7 mnkr", "", "", "" },
		{ "SM6", "", T1(2021), NOTHING, "Data saknas", "", "", "" },
		{ "SM7", "", T1(2021), TOTAL(856), "8,6%", "", "", "" },
		{ "B1", "", T1(2021), TOTAL(4546700), "", "", "", "" },
		{ "B1D", "", T1(2021), TOTAL(432600), "", "", "", "" },
		{ "B2", "", T1(2021), TOTAL(4239300), "", "", "", "" },
		{ "V1", "", T1(2021), KM(199200, 220000), "", "", "", "" },
		/* after the cut-off: not of this appendix */
		{ "SM7", "", { 202108, 4 }, TOTAL(990), "", "", "", "" },
	};

	g_array_append_vals(plan->measurements, measurements, G_N_ELEMENTS(measurements));
}

/* HS-01 serves two perspektiv, HS-02 one, RF-01 none; RF-02 is no strategisk åtgärd. */
static inline void
example_assignments(struct plan *plan)
{
	const struct assignment assignments[] = {
		{ 11, ASSIGNMENT_STRATEGIC, "Klart före årsskiftet", "klart", "2021",
		    "Kortare <köer>.", "" },
		{ 12, ASSIGNMENT_STRATEGIC, "", "", "", "", "" },
		{ 13, ASSIGNMENT_STRATEGIC, "Start T1", "start", "T1", "=1+1", "" },
	};
	const struct link links[] = {
		{ 11, RELATION_GOAL, "F1", 0 },
		{ 11, RELATION_GOAL, "F4", 0 },
		{ 11, RELATION_INDICATOR, "SM1", 0 },
		{ 12, RELATION_GOAL, "F3", 0 },
		{ 13, RELATION_GOAL, "okänt", 0 },
		{ 14, RELATION_GOAL, "F2", 0 },
	};
	struct action *first = &g_array_index(plan->actions, struct action, 0);

	first->owner = "VO-chefer";
	first->description = "Flöden\u202e över\nrader";
	g_array_append_vals(plan->assignments, assignments, 3);
	g_array_append_vals(plan->links, links, 6);
}

/* Of the round shown, of the one before it, of a later one, and saying nothing. */
static inline struct followup *
example_followup(void)
{
	const struct report reports[] = {
		{ .action = 11,
		    .label = "DÅ04-2021",
		    .cutoff = 202104,
		    .status = STATUS_PLANNED,
		    .comment = "Gammalt",
		    .result = "" },
		{ .action = 11,
		    .label = "2021-06",
		    .cutoff = 202106,
		    .status = STATUS_DELAYED,
		    .light = LIGHT_YELLOW,
		    .comment = "Trögt; se | <bilagan>.",
		    .result = "Två avdelningar" },
		{ .action = 11,
		    .label = "DÅ08-2021",
		    .cutoff = 202108,
		    .status = STATUS_DONE,
		    .comment = "Senare",
		    .result = "" },
		{ .action = 12,
		    .label = "DÅ04-2021",
		    .cutoff = 202104,
		    .comment = "=Pågår",
		    .result = "" },
		{ .action = 13,
		    .label = "2021-06",
		    .cutoff = 202106,
		    .comment = "",
		    .result = "",
		    .nothing_new = true },
	};
	struct followup *followup = followup_new();

	g_array_append_vals(followup->reports, reports, G_N_ELEMENTS(reports));
	return followup;
}

/* The caller frees o->followup. */
static inline void
goals_by_hand(struct overview *o, struct plan *plan)
{
	example_goals(plan);
	example_indicators(plan);
	example_measurements(plan);
	example_assignments(plan);
	o->followup = example_followup();
}

#endif
