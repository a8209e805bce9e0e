/*
 * fuzz_keys.c - a person's own key file: what is taken without a remark can be
 * written and read again without one.
 */
#include "tests/fuzz/fuzz.h"
#include "tui/keys.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
	g_autoptr(GPtrArray) problems = keys_take(text, "tangenter");
	g_autoptr(GPtrArray) again = NULL;
	g_autoptr(GString) first = g_string_new(NULL);
	g_autoptr(GString) second = g_string_new(NULL);

	for (guint i = 0; problems && i < problems->len; i++)
		for (const char *p = problems->pdata[i]; *p; p++)
			g_assert_true((unsigned char)*p >= ' ');
	if (problems)
		return 0;
	keys_print(first);
	again = keys_take(first->str, "tangenter");
	g_assert_null(again);
	keys_print(second);
	g_assert_cmpstr(first->str, ==, second->str);
	return 0;
}
