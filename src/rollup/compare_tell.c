/*
 * compare_tell.c - taking down what is said of a programme.
 */
#include "rollup/compare_tell.h"

#include "money/money_format.h"
#include "rollup/compare_facts.h"

void
teller_say(struct teller *t, int64_t action, const char *field, const char *value)
{
	struct said said = { action, NULL, NULL };

	if (!value || !*value)
		return;
	said.field = g_string_chunk_insert_const(t->text, field);
	said.value = g_string_chunk_insert_const(t->text, value);
	g_array_append_val(t->facts, said);
}

void
teller_say_amount(
    struct teller *t, int64_t action, const char *field, struct amount amount)
{
	g_autofree char *value = amount_mkr(amount);

	teller_say(t, action, field, value);
}

char *
teller_joined(const char *const *words, size_t n, const char *separator)
{
	GString *out = g_string_new(NULL);

	for (size_t i = 0; i < n; i++)
		if (words[i] && *words[i])
			g_string_append_printf(
			    out, "%s%s", out->len ? separator : "", words[i]);
	return g_string_free(out, FALSE);
}
