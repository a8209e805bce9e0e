/*
 * words.h - the words of a plan: each enum's Swedish words, once, for files, SQL and
 * screens.
 *
 * The first word of a value is the one written; later ones are also understood when read
 * ("kostnadsreducering" is ospecificerat).  Source: product.md sections 2 and 6.
 */
#ifndef PLAN_WORDS_H
#define PLAN_WORDS_H

#include <glib.h>
#include <stdbool.h>

/* typ: what the amount mends */
enum kind { KIND_NONE, KIND_BUDGET, KIND_DEFICIT, KIND__N };

/* kostnadsslag; COST_INTRODUCTION (införandekostnad) amounts are negative */
enum cost_kind {
	COST_UNSPECIFIED,
	COST_STAFF,
	COST_OPERATIONS,
	COST_MATERIAL,
	COST_REVENUE,
	COST_INTRODUCTION,
	COST_KIND__N
};

/* bas: what a year's figure says */
enum basis { BASIS_PERIOD, BASIS_LEVEL, BASIS_ONCE, BASIS__N };

enum status {
	STATUS_NONE, /* the source says nothing */
	STATUS_NOT_STARTED,
	STATUS_PLANNED,
	STATUS_ONGOING,
	STATUS_DELAYED,
	STATUS_PAUSED,
	STATUS_RETURNED,
	STATUS_DONE,
	STATUS_CANCELLED,
	STATUS_STRUCK,
	STATUS_MOVED,
	STATUS__N
};

/* trafikljus; LIGHT_NONE is "not said", LIGHT_GREY is "no data" */
enum light { LIGHT_NONE, LIGHT_GREEN, LIGHT_YELLOW, LIGHT_RED, LIGHT_GREY, LIGHT__N };

/* riktning of an indicator: towards more or less than the same period last year, or to a
 * target */
enum direction {
	DIRECTION_INCREASE,
	DIRECTION_DECREASE,
	DIRECTION_REACH,
	DIRECTION_AT_LEAST,
	DIRECTION_AT_MOST,
	DIRECTION__N
};

/* utfall of a beslut; OUTCOME_NONE is "not said" */
enum outcome {
	OUTCOME_NONE,
	OUTCOME_APPROVED,
	OUTCOME_RETURNED,
	OUTCOME_REJECTED,
	OUTCOME_NOTED,
	OUTCOME__N
};

/* genomförandegrad 0-5 */
#define STAGE_MAX 5

struct word {
	const char *text; /* NULL ends the table */
	int value;
};

extern const struct word kind_words[];      /* "" and "ingen" are KIND_NONE */
extern const struct word cost_kind_words[]; /* "" is COST_UNSPECIFIED */
extern const struct word basis_words[];
extern const struct word status_words[]; /* "" is STATUS_NONE */
extern const struct word light_words[];  /* "" is LIGHT_NONE */
extern const struct word direction_words[];
extern const struct word outcome_words[]; /* "" is OUTCOME_NONE */
extern const struct word counts_words[];  /* "ja" 1, "nej" 0 */
extern const struct word stage_words[];   /* "0".."5" */

/* The word written for a value; "" when it has none. */
const char *word_text(const struct word *table, int value);
/* Same with a first capital, for headings: "Budgetreducering"; KIND_NONE is "Ingen typ".
 */
const char *kind_heading(enum kind kind);
/* "idé", "identifierad", ... "effekt verifierad" */
const char *stage_name(int stage);
/* "Räknas mot kravet" etc. are headings of enum selection in rollup.h. */

/* Looked up by folded key.  Errors: SPARPLAN_ERROR_INPUT, a clause that names the nearest
 * word or lists them all. */
bool word_parse(const struct word *table, const char *text, int *ret, GError **error);
/* "ja, nej"; g_free.  For messages and help. */
char *word_list(const struct word *table);

#endif
