/*
 * fuzz_amount.c - amounts and numbers as people write them: what is taken is within
 * bounds and comes back when it is written.
 */
#include "money/money_format.h"
#include "tests/fuzz/fuzz.h"

static void
check_amount(const char *text, enum money_unit unit, enum decimal_mark mark)
{
	char sign = mark == DECIMAL_POINT ? '.' : ',';
	struct amount amount = amount_of(42), again;
	g_autoptr(GString) written = g_string_new(NULL);
	GError *error = NULL;

	if (!money_parse(text, unit, mark, &amount, &error)) {
		g_assert_true(amount.known && amount.ore == 42);
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
		return;
	}
	g_assert_true(!amount.known ||
	              (amount.ore <= MONEY_MAX_ORE && amount.ore >= -MONEY_MAX_ORE));
	if (!amount.known)
		return;
	amount_append_plain(written, amount, sign);
	g_assert_true(money_parse(written->str, MONEY_KR, mark, &again, NULL));
	g_assert_cmpint(again.ore, ==, amount.ore);
	g_string_truncate(written, 0);
	amount_append_exact(written, amount, unit, 0, sign);
	/* one decimal mark says nothing of thousands: 1,250 is told to be refused there
	 */
	if (mark == DECIMAL_EITHER)
		return;
	g_assert_true(money_parse(written->str, unit, mark, &again, NULL));
	g_assert_cmpint(again.ore, ==, amount.ore);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct amount number = amount_of(42);
	g_autofree char *text = NULL;
	GError *error = NULL;

	if (size < 1)
		return 0;
	text = g_strndup((const char *)data + 1, size - 1);
	check_amount(text, (enum money_unit)(data[0] % MONEY_UNIT__N),
	    (enum decimal_mark)(data[0] / 8 % (DECIMAL_EITHER + 1)));
	if (!number_parse(text, DECIMAL_COMMA, &number, &error))
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
	return 0;
}
