/*
 * random_goals.h - goals, indicators and what they showed, assignments, preconditions and
 * links for a random programme (random_files.h), in rows that follow those they need.
 */
#ifndef RANDOM_GOALS_H
#define RANDOM_GOALS_H

#include "random_files.h"

/* What formats must carry: signs of their own, formulas, line breaks, blanks inside. */
static const char *const goals_texts[] = { "", "", "Nöjda patienter", "=1+1", "-3", "'",
	"''x", "'=x", "a;b\"c\",d", "rad ett\nrad två", "{\"a\": [1]}", "<b>&amp;</b>",
	"\\u0041 \\n", "_x0041_", "☃ 𝄞 é", "12,5 %", "null", "true", "0012",
	"två  blanka" };

static inline const char *
goals_text(struct files *f)
{
	return FILES_PICK(f->r, goals_texts);
}

/* A number with at most two decimals, or none. */
static inline void
goals_measures(struct files *f)
{
	for (int i = 0; i < 3; i++)
		csv_measure(&f->w, files_rarely(f, 3) ? AMOUNT_NONE
		                                      : amount_of(g_rand_int_range(
		                                            f->r, -99999, 10000000)));
}

/* A goal, and one under it. */
static inline void
goals_add_goal(struct files *f, int number)
{
	for (int level = 0; level < 2; level++) {
		g_autofree char *code =
		    g_strdup_printf("%s%d", level ? "S" : "P", number);
		g_autofree char *parent = g_strdup_printf("P%d", number);
		g_autofree char *name = g_strdup_printf("%s %d", goals_text(f), number);

		files_begin(f);
		csv_text(&f->w, code);
		csv_text(&f->w, level ? parent : "");
		csv_plain(&f->w, level ? "strategiskt mål" : "perspektiv");
		csv_text(&f->w, files_rarely(f, 2) ? "1a" : "");
		csv_text(&f->w, name);
		csv_text(&f->w, goals_text(f));
		csv_text(&f->w, goals_text(f));
		files_end(f, EXCHANGE_GOALS);
	}
}

static inline void
goals_add_indicator(struct files *f, int number)
{
	static const char *const places[] = { "", "Kalix", "Piteå" };
	static const char *const periods[] = { "2020", "2021-03", "T1 2021" };
	g_autofree char *code = g_strdup_printf("M%d", number);
	g_autofree char *goal = g_strdup_printf("S%d", number);
	g_autofree char *name = g_strdup_printf("Mått %d", number);

	files_begin(f);
	csv_text(&f->w, code);
	csv_text(&f->w, name);
	csv_text(&f->w, files_rarely(f, 3) ? "" : goal);
	csv_plain(&f->w, files_word(f, direction_words, DIRECTION_AT_MOST));
	csv_text(&f->w, goals_text(f));
	goals_measures(f);
	for (int i = 0; i < 3; i++)
		csv_text(&f->w, goals_text(f));
	csv_text(&f->w, "");
	csv_text(&f->w, goals_text(f));
	files_end(f, EXCHANGE_INDICATORS);
	for (size_t i = 0; i < G_N_ELEMENTS(periods); i++) {
		if (files_rarely(f, 2))
			continue;
		files_begin(f);
		csv_text(&f->w, code);
		csv_text(&f->w, name);
		csv_text(&f->w, FILES_PICK(f->r, places));
		csv_plain(&f->w, periods[i]);
		goals_measures(f);
		for (int k = 0; k < 4; k++)
			csv_text(&f->w, goals_text(f));
		files_end(f, EXCHANGE_MEASUREMENTS);
	}
}

static inline void
goals_add_assignment(struct files *f, int number)
{
	g_autofree char *id = g_strdup_printf("RD-%d", number);

	files_begin(f);
	csv_text(&f->w, id);
	csv_plain(&f->w, files_rarely(f, 2) ? "uppdrag" : "strategisk åtgärd");
	csv_text(&f->w, "Vården");
	csv_text(&f->w, id);
	csv_text(&f->w, files_units[g_rand_int_range(f->r, 0, FILES_UNITS)]);
	csv_text(&f->w, goals_text(f));
	for (int i = 0; i < 5; i++)
		csv_text(&f->w, i == 2 ? "" : goals_text(f));
	files_end(f, EXCHANGE_ASSIGNMENTS);
}

static inline void
goals_add_link(
    struct files *f, const char *action, const char *relation, const char *code, int year)
{
	files_begin(f);
	csv_text(&f->w, action);
	csv_plain(&f->w, relation);
	csv_text(&f->w, code);
	files_year(f, year);
	files_end(f, EXCHANGE_LINKS);
}

/* The action whose target of 2021 a decision set. */
static inline void
goals_add_action(struct files *f)
{
	files_begin(f);
	for (int c = 0; c < PLAN_COLUMN__N; c++)
		csv_plain(&f->w, c <= PLAN_NAME ? "T-1" : c == PLAN_UNIT ? "Vård" : "");
	for (int year = 2020; year < 2023; year++)
		csv_amount(&f->w, year == 2021 ? files_amount(f) : AMOUNT_NONE);
	files_end(f, EXCHANGE_PLAN);
}

/* Adds to a programme made by files_new. */
static inline void
goals_add(struct files *f)
{
	static const char *const required[] = { "", "ja", "grundförutsättning", "nej" };
	static const char *const links[][2] = { { "beslut", "D-12" }, { "mått", "M1" },
		{ "mått", "M2" } };
	static const char *const met[] = { "", "ja", "delvis", "nej" };

	goals_add_action(f);
	files_begin(f);
	csv_text(&f->w, "D-12");
	for (int i = 0; i < DECISION_EVENT - 1; i++)
		csv_text(&f->w, i == DECISION_SUBJECT - 1 ? "Mål för år två" : "");
	files_end(f, EXCHANGE_DECISIONS);
	for (int i = 0; i < 3; i++) {
		g_autofree char *name = g_strdup_printf("%s %d", goals_text(f), i);
		g_autofree char *goal = g_strdup_printf("S%d", i);

		goals_add_goal(f, i);
		goals_add_indicator(f, i);
		goals_add_assignment(f, i);
		files_begin(f);
		csv_text(&f->w, name);
		csv_plain(&f->w, FILES_PICK(f->r, required));
		csv_plain(&f->w, FILES_PICK(f->r, met));
		csv_text(&f->w, goals_text(f));
		files_end(f, EXCHANGE_PRECONDITIONS);
		goals_add_link(f, f->actions[0].code, "mål", goal, 0);
		goals_add_link(f, "T-1", links[i][0], links[i][1], 0);
		if (i == 1)
			goals_add_link(f, "T-1", "målbelopp", "D-12", 2021);
	}
}

#endif
