/*
 * remark.c - the remarks of kontroll: making them, and amounts in them.
 */
#include <string.h>

#include "base/text.h"
#include "money/money_format.h"
#include "rollup/check.h"

static void
remark_free(gpointer pointer)
{
	struct remark *remark = pointer;

	g_free(remark->programme);
	g_free(remark->action);
	g_free(remark->text);
	g_free(remark->remedy);
	g_free(remark);
}

GPtrArray *
remarks_new(void)
{
	return g_ptr_array_new_with_free_func(remark_free);
}

void
remark_add(GPtrArray *remarks, enum remark_level level, const char *code,
    const char *action, char *text, char *remedy)
{
	struct remark *remark = g_new0(struct remark, 1);

	remark->level = level;
	remark->code = code;
	remark->action = g_strdup(action);
	remark->text = text;
	remark->remedy = remedy;
	g_ptr_array_add(remarks, remark);
}

void
remark_names_add(struct remark_names *names, const char *action, char *text)
{
	if (names->n == 0) {
		names->text = g_string_new(NULL);
		names->action = action;
	}
	if (names->n < REMARK_NAMES)
		g_string_append_printf(
		    names->text, "%s%s", names->n > 0 ? ", " : "", text ? text : action);
	names->n++;
	g_free(text);
}

void
remark_names_say(struct remark_names *names, GPtrArray *remarks, const char *code,
    const char *one, const char *many, const char *remedy)
{
	if (names->n == 0)
		return;
	if (names->n > REMARK_NAMES)
		g_string_append_printf(
		    names->text, " och %d till", names->n - REMARK_NAMES);
	remark_add(remarks, REMARK_OBS, code, names->n == 1 ? names->action : NULL,
	    g_strdup_printf("%d %s: %s.", names->n, names->n == 1 || !many ? one : many,
	        names->text->str),
	    g_strdup(remedy));
	g_string_free(names->text, TRUE);
	*names = (struct remark_names){ 0 };
}

/* One decimal in mkr says all of it? */
static bool
fits_tenths(int64_t ore)
{
	return ore % (ORE_PER_MKR / 10) == 0;
}

char *
remark_amount(int64_t ore, bool exact)
{
	g_autofree char *text = NULL;

	if (exact) {
		text =
		    amount_text(amount_of(ore), MONEY_KR, ore % ORE_PER_KR == 0 ? 0 : 2);
		return g_strdup_printf("%s kr", text);
	}
	text = amount_text(amount_of(ore), MONEY_MKR, 1);
	return g_strdup_printf("%s mkr", text);
}

bool
remark_needs_exact(int64_t a, int64_t b)
{
	return !fits_tenths(a) || !fits_tenths(b);
}

const char *
remark_action(const struct plan *plan, int64_t action)
{
	const struct action *found = plan_action_by_id(plan, action);

	return found == NULL ? "okänd åtgärd" : found->code;
}

char *
remark_coded(const char *code, const char *name)
{
	g_autofree char *code_key = text_fold(code);
	g_autofree char *name_key = text_fold(name);
	g_autofree char *quoted = NULL;

	if (text_is_blank(name) || strcmp(code_key, name_key) == 0)
		return g_strdup(code);
	quoted = text_quote(name, strlen(name));
	return g_strdup_printf("%s %s", code, quoted);
}

void
remark_remember(GHashTable *set, const char *code)
{
	g_hash_table_add(set, (gpointer)(guintptr)code);
}

char *
remark_year(int year)
{
	return year == 0 ? g_strdup("ej årsfördelat") : g_strdup_printf("%d", year);
}

char *
remark_line(const struct plan *plan, const struct line *line, const char *more)
{
	return g_strdup_printf("%s (%s, %s%s%s)", remark_action(plan, line->action),
	    plan_unit_name(plan, line->unit),
	    word_text(cost_kind_words, (int)line->cost_kind), more ? ", " : "",
	    more ? more : "");
}
