/*
 * test_stored_number.c - a number as a workbook keeps it, without the noise of its binary
 * fraction.
 */
#include "t.h"

#include "money/stored_number.h"

static void
expect_number(const char *text, int decimals, const char *want)
{
	GString *out = g_string_new(NULL);
	bool ok = stored_number(text, decimals, ',', out);

	T_TEXT(ok ? out->str : NULL, want);
	g_string_free(out, TRUE);
}

static void
test_stored(void)
{
	expect_number("0", 2, "0");
	expect_number("12", 2, "12");
	expect_number("1.50", 2, "1,5");
	expect_number("0.1", 2, "0,1");
	expect_number("-1.5E2", 2, "-150");
	expect_number("1.5e-2", 2, "0,015");
	expect_number("9.9999999999999", 2, "10");
	expect_number("999.99999999", 2, "1000");
	expect_number("-0.00000000001", 2, "0");
	/* half a thousandth of the last decimal and more is no noise */
	expect_number("1.250004", 2, "1,25");
	expect_number("1.250005", 2, "1,250005");
	expect_number("1.249995", 2, "1,25");
	expect_number("1.249994", 2, "1,249994");
	expect_number("123456789012345678", 2, "123456789012345678");
	expect_number("", 2, NULL);
	expect_number(".", 2, NULL);
	expect_number("1,5", 2, NULL);
	expect_number("1e", 2, NULL);
	expect_number("1e999999999999", 2, NULL);
	expect_number("nan", 2, NULL);
	expect_number("0x10", 2, NULL);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "stored numbers", test_stored }, CU_TEST_INFO_NULL };

	return t_run("stored number", cases);
}
