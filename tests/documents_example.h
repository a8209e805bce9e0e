/*
 * documents_example.h - plans made by hand of what is followed up besides kronor: errands
 * with a series, a goal map, and a final report with phases and preconditions.
 *
 * The texts are made up in the form of the source documents.
 */
#ifndef DOCUMENTS_EXAMPLE_H
#define DOCUMENTS_EXAMPLE_H

#include "plan/followup.h"
#include "reports/book/book.h"
#include "reports_example.h"

/* ---- uppdrag: six errands in three sections (one without a name), two places ---- */

static inline void
errand(struct plan *plan, int64_t id, const char *code, const char *area,
    const char *name, const char *amount_text)
{
	struct action a;
	const struct assignment assignment = { id, ASSIGNMENT_ERRAND, "", "", "", "",
		amount_text };

	action_init(&a, code);
	a.id = id;
	a.name = name;
	a.unit = "ej angiven";
	a.area = area;
	g_array_append_val(plan->actions, a);
	g_array_append_val(plan->assignments, assignment);
}

/* Values of a month in hundredths; -1: known to be missing. */
static inline void
month_value(struct plan *plan, const char *place, int month, int64_t hundredths)
{
	const struct measurement m = { "medelvårdtid", place, { month, 1 },
		{ MEASURE_NONE, MEASURE_NONE,
		    hundredths < 0 ? MEASURE_NONE : measure_of(hundredths) },
		"", "", "", "" };

	g_array_append_val(plan->measurements, m);
}

static inline void
fill_errands(struct plan *plan)
{
	const struct indicator indicators[] = {
		{ "medelvårdtid", "medelvårdtid", "", DIRECTION__N, "",
		    { MEASURE_NONE, MEASURE_NONE, MEASURE_NONE }, "dagar", "", "", "",
		    "" },
		{ "SM1", "Besök <b>80+</b>", "", DIRECTION__N, "",
		    { MEASURE_NONE, MEASURE_NONE, MEASURE_NONE }, "procent", "", "", "",
		    "" },
		{ "SM2", "Aldrig mätt", "", DIRECTION__N, "",
		    { MEASURE_NONE, MEASURE_NONE, MEASURE_NONE }, "", "", "", "", "" },
	};
	const struct measurement split = { "SM1", "", { 201704, 4 },
		{ measure_of(4125), measure_of(3900), MEASURE_NONE }, "K:41,25% M:39%",
		"K: □ M: ▲", "↕", "=1+1" };

	plan->programme = (struct programme){ 1, "EX2017", "Exempeldata: Uppdrag 2017" };
	errand(plan, 21, "1", "Minska övertiden", "Handlingsplaner <i>", "");
	errand(plan, 22, "2", "Minska övertiden", "Återrapportering från HR", "");
	errand(plan, 23, "3", "Läkemedel", "Biosimilarer",
	    "hittills 2 mkr; återstår 0,5 mkr per månad");
	errand(plan, 24, "4", "Läkemedel", "=Rabattavtal", "");
	errand(plan, 25, "5", "", "Sjukresor", "");
	errand(plan, 26, "6", "Minska övertiden", "Distansvård", "");
	g_array_append_vals(plan->indicators, indicators, 3);
	for (int m = 1; m <= 12; m++) {
		month_value(plan, "Kalix", 201600 + m, 500 + 10 * m);
		month_value(plan, "Piteå", 201600 + m, 600 - 5 * m);
		month_value(plan, "Kalix", 201700 + m, m <= 2 ? 580 : -1);
		month_value(plan, "Piteå", 201700 + m, m <= 2 ? 700 : -1);
	}
	g_array_append_val(plan->measurements, split);
}

/* 1 something new, 2 and 6 nothing new (6 with a result), 3 with all, 4 only in an
 * earlier round, 5 never. */
static inline struct followup *
errand_reports(void)
{
	const struct round rounds[] = { { 1, "2016-12", 201612, "", true, 0 },
		{ 2, "2017-03", 201703, "", false, 0 },
		{ 3, "2017-09", 201709, "", false, 0 } };
	const struct report reports[] = {
		{ 21, 2, "2017-03", 201703, STATUS_NONE, LIGHT_NONE,
		    "Divisionerna arbetar\u202e efter sina planer.", false, false, "" },
		{ 22, 2, "2017-03", 201703, STATUS_NONE, LIGHT_NONE, "", true, false,
		    "" },
		{ 23, 2, "2017-03", 201703, STATUS_NONE, LIGHT_NONE,
		    "Bytt fullt ut i två specialiteter.", false, false,
		    "Kostnaden ner 2 mkr på två månader." },
		{ 24, 1, "2016-12", 201612, STATUS_NONE, LIGHT_NONE, "Förra omgången.",
		    false, false, "Gammalt resultat." },
		{ 26, 2, "2017-03", 201703, STATUS_NONE, LIGHT_NONE,
		    "Inget nytt att redovisa", true, false,
		    "Distansvård finns i östra länsdelen." },
	};
	struct followup *f = followup_new();

	g_array_append_vals(f->rounds, rounds, 3);
	g_array_append_vals(f->reports, reports, 5);
	return f;
}

/* ---- malkarta: two groups, three focus areas, one of them without a vision ---- */

static inline void
fill_map(struct plan *plan)
{
	const struct goal goals[] = {
		{ "I1", "", GOAL_FOCUS, "1", "Personcentrerat arbetssätt",
		    "Processer och arbetssätt", "" },
		{ "V1.1", "I1", GOAL_DIRECTION, "1", "Vården utgår från individen", "",
		    "" },
		{ "V1.2", "I1", GOAL_DIRECTION, "2", "Helhetssyn <b>alltid</b>", "",
		    "=anmärkt" },
		{ "M1", "I1", GOAL_VISION, "", "Personen är viktigast", "", "" },
		{ "M1.1", "M1", GOAL_POINT, "1", "Berättelsen styr", "", "" },
		{ "M1.2", "M1", GOAL_POINT, "2", "Värde skapas\u202e tillsammans", "",
		    "" },
		{ "I7", "", GOAL_FOCUS, "7", "Fysisk infrastruktur", "Förutsättningar",
		    "Målbilden är tom i underlaget." },
		{ "V7.1", "I7", GOAL_DIRECTION, "1", "Hållbara vårdmiljöer", "", "" },
		{ "I2", "", GOAL_FOCUS, "2", "Hälsofrämjande insatser",
		    "Processer och arbetssätt", "" },
		{ "M2", "I2", GOAL_VISION, "", "Ljus framtidssyn", "", "" },
		{ "R1", "", GOAL_SHIFT, "1", "sjukdom", "", "hälsa" },
		{ "R2", "V1.1", GOAL_SHIFT, "2", "platser", "", "där invånaren är" },
		{ "B1", "", GOAL_CONCEPT, "1", "milstolpe", "kort till medellång",
		    "etappmål eller viktig händelse" },
		{ "M9.1", "M9", GOAL_POINT, "1", "Punkt utan målbild", "", "" },
		{ "P1", "", GOAL_PERSPECTIVE, "1", "Medborgare", "", "" },
	};
	/* of goals first, as they are read */
	const struct milestone milestones[] = {
		{ 0, "I1", "Plan antagen", "2021-11-03", "2021-11-03" },
		{ 0, "V1.1", "Pilot klar", "T2 2022", "" },
		{ 0, "M1.2", "Råd utsett", "", "" },
	};
	const struct link links[] = { { 31, RELATION_GOAL, "V1.1", 0 },
		{ 31, RELATION_INDICATOR, "SM1", 0 } };
	struct action a;

	plan->programme =
	    (struct programme){ 1, "EX2021", "Exempeldata: Framtidens hälsosystem" };
	g_array_append_vals(plan->goals, goals, G_N_ELEMENTS(goals));
	g_array_append_vals(plan->milestones, milestones, G_N_ELEMENTS(milestones));
	action_init(&a, "Å-1");
	a.id = 31;
	a.name = "Patientkontrakt";
	a.status = STATUS_ONGOING;
	g_array_append_val(plan->actions, a);
	g_array_append_vals(plan->links, links, G_N_ELEMENTS(links));
}

/* ---- slutredovisning: 403 promised for the whole period, 145 realised ---- */

#define ROW_FA { NO, NO, mkr(40300), mkr(40300) }, NO, mkr(14500), 0, NO, NO

static inline void
fill_final(struct plan *plan)
{
	const struct decision decisions[] = {
		{ "1", 0, "2013", "", "", "", "", "Resultatet är skälet", "förutsättning",
		    AMOUNT_NONE, "" },
		{ "2", 0, "2015-04-29", "Regionstyrelsen", "", "", "", "Fas 1 godkänns",
		    "fas 1", AMOUNT_NONE, "" },
		{ "3", 0, "2015-04-29", "", "", "", "", "Beräknad potential", "fas 1",
		    mkr(40300), "hypotetisk" },
		{ "4", 0, "2018", "", "", "", "", "Ackumulerad besparing", "utfall",
		    mkr(14500), "" },
		{ "5", 0, "2019-04-01", "Regionkontoret", "", "RS170382", "",
		    "Slutredovisningens datum", "slutredovisning", AMOUNT_NONE, "" },
		{ "6", 0, "", "Regionstyrelsen", "§73", "RS170382", "återremiss",
		    "Återremiss till <regionkontoret>", "slutredovisning", AMOUNT_NONE,
		    "Sammanträdets datum står inte i utdraget" },
		{ "7", 0, "2019-04-15", "Regionstyrelsen", "§73", "RS170382", "",
		    "Protokollet justerat", "slutredovisning", AMOUNT_NONE, "" },
	};
	const struct precondition preconditions[] = {
		{ "Målstyrning", "ja", "delvis", "Infördes först som ett resultat" },
		{ "Chefsuppdraget", "ja", "ja", "Fastställt 2015" },
		{ "It-stöd", "grundförutsättning", "nej", "=stöd avbröts" },
		{ "Tidplan", "nej", "", "" },
	};
	struct action a;

	plan->programme = (struct programme){ 1, "EX2015", "Framtidsarbetet" };
	action_init(&a, "FA");
	a.id = 41;
	a.name = "Framtidsarbetet";
	a.unit = "Region Halland";
	a.counts = true;
	g_array_append_val(plan->actions, a);
	g_array_append_vals(plan->decisions, decisions, G_N_ELEMENTS(decisions));
	g_array_append_vals(
	    plan->preconditions, preconditions, G_N_ELEMENTS(preconditions));
}

/* The rollups that have one row, "FA". */
static inline void
final_rollups(struct overview *o)
{
	static const struct {
		enum grouping grouping;
		int64_t key;
		const char *text;
	} rows[] = { { GROUPING_UNIT, 1, "Region Halland" },
		{ GROUPING_AREA, 0, "utan område" }, { GROUPING_KIND, 0, "utan typ" },
		{ GROUPING_ACTION, 41, "FA" } };

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct hand_row filled[] = { { rows[i].key, rows[i].text, ROW_FA },
			{ 0, "Totalt", ROW_FA }, ROW_END };

		hand_free(o->by[rows[i].grouping]);
		o->by[rows[i].grouping] =
		    hand_rollup(rows[i].grouping, SELECT_COUNTED, 0, filled);
	}
	o->cutoff = 201812;
	o->counted = 1;
}

/* ---- any of them ---- */

/* NULL when the book is none of these; doc_free.  "framtidsarbetet" is a final report. */
static inline struct doc *
document_example(const char *name, bool filled, const struct book_head *head)
{
	static const struct {
		const char *name, *book;
		void (*fill)(struct plan *plan);
		int cutoff;
	} examples[] = { { "uppdrag", "uppdrag", fill_errands, 201706 },
		{ "malkarta", "malkarta", fill_map, 202206 },
		{ "framtidsarbetet", "slutredovisning", fill_final, 201812 } };
	struct plan *plan;
	struct overview o;
	struct doc *doc = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(examples) && !doc; i++) {
		if (strcmp(name, examples[i].name) != 0)
			continue;
		plan = plan_new();
		overview_by_hand(&o, plan, false);
		if (filled) {
			examples[i].fill(plan);
			plan_index(plan);
			o.cutoff = examples[i].cutoff;
			o.followup = errand_reports();
		}
		if (filled && strcmp(name, "framtidsarbetet") == 0)
			final_rollups(&o);
		doc = book_find(examples[i].book)->make(&o, head);
		followup_free(o.followup);
		overview_done(&o);
		plan_free(plan);
	}
	return doc;
}

#endif
