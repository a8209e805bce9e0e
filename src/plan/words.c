/*
 * words.c - the Swedish words of the plan's enums, and reading them.
 */
#include "plan/words.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

const struct word kind_words[] = {
	{ "", KIND_NONE },
	{ "ingen", KIND_NONE },
	{ "budgetreducering", KIND_BUDGET },
	{ "underskottshantering", KIND_DEFICIT },
	{ NULL, 0 },
};

/* The synonyms are the source documents' own words (product.md section 6). */
const struct word cost_kind_words[] = {
	{ "ospecificerat", COST_UNSPECIFIED },
	{ "personal", COST_STAFF },
	{ "drift", COST_OPERATIONS },
	{ "material", COST_MATERIAL },
	{ "intäkt", COST_REVENUE },
	{ "införandekostnad", COST_INTRODUCTION },
	{ "", COST_UNSPECIFIED },
	{ "kostnadsreducering", COST_UNSPECIFIED },
	{ "personalkostnad", COST_STAFF },
	{ "driftkostnad", COST_OPERATIONS },
	{ "materialkostnad", COST_MATERIAL },
	{ NULL, 0 },
};

const struct word basis_words[] = {
	{ "period", BASIS_PERIOD },
	{ "nivå", BASIS_LEVEL },
	{ "engång", BASIS_ONCE },
	{ NULL, 0 },
};

const struct word status_words[] = {
	{ "", STATUS_NONE },
	{ "ej påbörjad", STATUS_NOT_STARTED },
	{ "planerad", STATUS_PLANNED },
	{ "pågående", STATUS_ONGOING },
	{ "försenad", STATUS_DELAYED },
	{ "pausad", STATUS_PAUSED },
	{ "återremitterad", STATUS_RETURNED },
	{ "genomförd", STATUS_DONE },
	{ "avbruten", STATUS_CANCELLED },
	{ "struken", STATUS_STRUCK },
	{ "flyttad", STATUS_MOVED },
	{ NULL, 0 },
};

const struct word light_words[] = {
	{ "", LIGHT_NONE },
	{ "grön", LIGHT_GREEN },
	{ "gul", LIGHT_YELLOW },
	{ "röd", LIGHT_RED },
	{ "grå", LIGHT_GREY },
	{ NULL, 0 },
};

const struct word direction_words[] = {
	{ "öka", DIRECTION_INCREASE },
	{ "minska", DIRECTION_DECREASE },
	{ "nå", DIRECTION_REACH },
	{ "minst", DIRECTION_AT_LEAST },
	{ "högst", DIRECTION_AT_MOST },
	{ NULL, 0 },
};

const struct word outcome_words[] = {
	{ "", OUTCOME_NONE },
	{ "bifall", OUTCOME_APPROVED },
	{ "återremiss", OUTCOME_RETURNED },
	{ "avslag", OUTCOME_REJECTED },
	{ "till handlingarna", OUTCOME_NOTED },
	{ NULL, 0 },
};

const struct word counts_words[] = {
	{ "ja", 1 },
	{ "nej", 0 },
	{ NULL, 0 },
};

const struct word stage_words[] = {
	{ "0", 0 },
	{ "1", 1 },
	{ "2", 2 },
	{ "3", 3 },
	{ "4", 4 },
	{ "5", STAGE_MAX },
	{ NULL, 0 },
};

const char *
word_text(const struct word *table, int value)
{
	for (; table->text != NULL; table++)
		if (table->value == value)
			return table->text;
	return "";
}

const char *
kind_heading(enum kind kind)
{
	switch (kind) {
	case KIND_BUDGET:
		return "Budgetreducering";
	case KIND_DEFICIT:
		return "Underskottshantering";
	case KIND_NONE:
	case KIND__N:
		break;
	}
	return "Ingen typ";
}

const char *
stage_name(int stage)
{
	static const char *const names[] = { "idé", "identifierad", "planerad",
		"beslutad", "genomförd", "effekt verifierad" };

	return stage >= 0 && stage <= STAGE_MAX ? names[stage] : "";
}

/* Not a synonym and not the empty word. */
static bool
is_written(const struct word *table, const struct word *word)
{
	if (word->text[0] == '\0')
		return false;
	for (; table != word; table++)
		if (table->value == word->value && table->text[0] != '\0')
			return false;
	return true;
}

char *
word_list(const struct word *table)
{
	GString *out = g_string_new(NULL);

	for (const struct word *w = table; w->text != NULL; w++)
		if (is_written(table, w))
			g_string_append_printf(
			    out, "%s%s", out->len > 0 ? ", " : "", w->text);
	return g_string_free(out, FALSE);
}

static bool
find_exact(const struct word *table, const char *text, int *ret)
{
	for (; table->text != NULL; table++)
		if (strcmp(table->text, text) == 0) {
			*ret = table->value;
			return true;
		}
	return false;
}

static bool
find_folded(const struct word *table, const char *text, int *ret)
{
	g_autofree char *key = text_fold(text);

	for (; table->text != NULL; table++) {
		g_autofree char *word = text_fold(table->text);

		if (strcmp(word, key) == 0) {
			*ret = table->value;
			return true;
		}
	}
	return false;
}

/* Borrowed from the table; NULL when nothing is near. */
static const char *
nearest_word(const struct word *table, const char *text)
{
	g_autoptr(GArray) words = g_array_new(TRUE, FALSE, sizeof(const char *));

	for (; table->text != NULL; table++)
		if (table->text[0] != '\0')
			g_array_append_val(words, table->text);
	return text_nearest(text, (const char *const *)(void *)words->data);
}

bool
word_parse(const struct word *table, const char *text, int *ret, GError **error)
{
	g_autofree char *list = NULL;
	g_autofree char *shown = NULL;
	const char *near;

	if (text == NULL)
		text = "";
	/* Imports repeat the same few words: no folding for those as written. */
	if (find_exact(table, text, ret) || find_folded(table, text, ret))
		return true;
	list = word_list(table);
	if (text_is_blank(text)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "värdet saknas; skriv något av: %s", list);
		return false;
	}
	shown = text_display(text);
	near = nearest_word(table, text);
	if (near != NULL)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "värdet \"%s\" är okänt; menas \"%s\"? Tillåtna är: %s", shown, near,
		    list);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "värdet \"%s\" är okänt; tillåtna är: %s", shown, list);
	return false;
}
