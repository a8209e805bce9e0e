/* test_money.c - amounts read, added, split and written. */
#include "base/error.h"
#include "money/money_format.h"
#include "money/share.h"
#include "money/split.h"
#include "t.h"

#define NBSP   "\u00A0"
#define THIN   "\u2009"
#define NARROW "\u202F"
#define MINUS  "\u2212"
#define EN     "\u2013"

struct accepted {
	const char *text;
	enum money_unit unit;
	enum decimal_mark mark;
	int64_t ore;
};

/* product.md section 6, rule by rule.  1 kr = 100 öre, 1 tkr = 100 000, 1 mkr = 100 000
 * 000. */
static const struct accepted accepted[] = {
	/* units and decimals */
	{ "7,5", MONEY_MKR, DECIMAL_COMMA, 750000000 },
	{ "7,5", MONEY_TKR, DECIMAL_COMMA, 750000 },
	{ "7,5", MONEY_KR, DECIMAL_COMMA, 750 },
	{ "7.5", MONEY_MKR, DECIMAL_POINT, 750000000 },
	{ "7.5", MONEY_MKR, DECIMAL_EITHER, 750000000 },
	{ "7,5", MONEY_MKR, DECIMAL_EITHER, 750000000 },
	{ ",5", MONEY_MKR, DECIMAL_COMMA, 50000000 },
	{ ".5", MONEY_KR, DECIMAL_POINT, 50 },
	{ "007", MONEY_KR, DECIMAL_COMMA, 700 },
	{ "0", MONEY_MKR, DECIMAL_COMMA, 0 },
	{ "0,0", MONEY_MKR, DECIMAL_COMMA, 0 },
	/* thousands */
	{ "61 900", MONEY_TKR, DECIMAL_COMMA, INT64_C(6190000000) },
	{ "1" NBSP "250" NBSP "000,50", MONEY_KR, DECIMAL_COMMA, 125000050 },
	{ "1" NARROW "250", MONEY_KR, DECIMAL_COMMA, 125000 },
	{ "12" THIN "250.5", MONEY_KR, DECIMAL_POINT, 1225050 },
	{ "1250000", MONEY_KR, DECIMAL_COMMA, 125000000 },
	/* blanks around */
	{ "  7,5 ", MONEY_KR, DECIMAL_COMMA, 750 },
	{ NBSP "7" THIN NARROW "\t\r\n", MONEY_KR, DECIMAL_COMMA, 700 },
	/* minus */
	{ "-5", MONEY_KR, DECIMAL_COMMA, -500 },
	{ MINUS "5", MONEY_KR, DECIMAL_COMMA, -500 },
	{ EN "5", MONEY_KR, DECIMAL_COMMA, -500 },
	{ "-,5", MONEY_KR, DECIMAL_COMMA, -50 },
	{ MINUS "10" NBSP "000", MONEY_TKR, DECIMAL_COMMA, -1000000000 },
	{ "-0", MONEY_KR, DECIMAL_COMMA, 0 },
	{ "±0", MONEY_MKR, DECIMAL_COMMA, 0 },
	{ "±0,0", MONEY_MKR, DECIMAL_COMMA, 0 },
	/* one öre is the finest; zeros after it change nothing */
	{ "0,01", MONEY_KR, DECIMAL_COMMA, 1 },
	{ "0,010000000000000000000000", MONEY_KR, DECIMAL_COMMA, 1 },
	{ "0,00001", MONEY_TKR, DECIMAL_COMMA, 1 },
	{ "0,00000001", MONEY_MKR, DECIMAL_COMMA, 1 },
	{ "-0,000000010", MONEY_MKR, DECIMAL_COMMA, -1 },
	/* 1 000 000 mkr is the most */
	{ "1000000", MONEY_MKR, DECIMAL_COMMA, INT64_C(100000000000000) },
	{ "1 000 000,0", MONEY_MKR, DECIMAL_COMMA, INT64_C(100000000000000) },
	{ "-1000000", MONEY_MKR, DECIMAL_COMMA, -INT64_C(100000000000000) },
	{ "1 000 000 000", MONEY_TKR, DECIMAL_COMMA, INT64_C(100000000000000) },
	{ "1 000 000 000 000", MONEY_KR, DECIMAL_COMMA, INT64_C(100000000000000) },
	{ "999 999 999 999,99", MONEY_KR, DECIMAL_COMMA, INT64_C(99999999999999) },
};

static void
test_accepted(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(accepted); i++) {
		const struct accepted *c = &accepted[i];
		g_autoptr(GError) error = NULL;
		struct amount got = AMOUNT_NONE;

		T_OK(money_parse(c->text, c->unit, c->mark, &got, &error), error);
		if (!got.known || got.ore != c->ore)
			g_printerr(
			    "case \"%s\": %" G_GINT64_FORMAT "\n", c->text, got.ore);
		CU_ASSERT_TRUE(got.known);
		CU_ASSERT_EQUAL(got.ore, c->ore);
	}
}

struct refused {
	const char *text;
	enum money_unit unit;
	enum decimal_mark mark;
	const char *remedy; /* a part of the message */
};

static const struct refused refused[] = {
	/* the other mark, and the number written right */
	{ "7.5", MONEY_MKR, DECIMAL_COMMA, "här gäller komma; skriv \"7,5\"" },
	{ "7,5", MONEY_MKR, DECIMAL_POINT, "här gäller punkt; skriv \"7.5\"" },
	{ "1.250.000", MONEY_KR, DECIMAL_COMMA, "tusental med mellanslag" },
	{ "1,250.50", MONEY_KR, DECIMAL_POINT, "decimaler med punkt" },
	{ "1.250,50", MONEY_KR, DECIMAL_COMMA, "decimaler med komma" },
	{ "1.250,50", MONEY_KR, DECIMAL_EITHER, "decimaler med komma" },
	{ "1,2,3", MONEY_KR, DECIMAL_COMMA, "decimaler med komma" },
	{ "7,", MONEY_MKR, DECIMAL_COMMA, "slutar med ett decimaltecken" },
	{ "7.", MONEY_MKR, DECIMAL_COMMA, "slutar med ett decimaltecken" },
	{ ",", MONEY_MKR, DECIMAL_COMMA, "slutar med ett decimaltecken" },
	/* groups of exactly three */
	{ "12 34", MONEY_KR, DECIMAL_COMMA, "grupper om tre" },
	{ "1 2500", MONEY_KR, DECIMAL_COMMA, "grupper om tre" },
	{ "1234 567", MONEY_KR, DECIMAL_COMMA, "grupper om tre" },
	{ "1  250", MONEY_KR, DECIMAL_COMMA, "grupper om tre" },
	{ "1\t250", MONEY_KR, DECIMAL_COMMA, "grupper om tre" },
	{ "0,123 456", MONEY_MKR, DECIMAL_COMMA, "grupper om tre" },
	/* signs */
	{ "+5", MONEY_KR, DECIMAL_COMMA, "plustecken" },
	{ "- 5", MONEY_KR, DECIMAL_COMMA, "minustecken" },
	{ "--5", MONEY_KR, DECIMAL_COMMA, "minustecken" },
	{ "-", MONEY_KR, DECIMAL_COMMA, "lämna tomt" },
	{ EN, MONEY_KR, DECIMAL_COMMA, "lämna tomt" },
	{ "5-", MONEY_KR, DECIMAL_COMMA, "inget belopp" },
	{ "±5", MONEY_KR, DECIMAL_COMMA, "±" },
	{ "±", MONEY_KR, DECIMAL_COMMA, "±" },
	/* what a cp1252 export makes of U+2212 and U+202F (trust.md) */
	{ "?5", MONEY_KR, DECIMAL_COMMA, "frågetecken" },
	{ "1?250", MONEY_KR, DECIMAL_COMMA, "frågetecken" },
	/* no number */
	{ "5 mkr", MONEY_MKR, DECIMAL_COMMA, "utan enhet" },
	{ "5kr", MONEY_KR, DECIMAL_COMMA, "utan enhet" },
	{ "7,5 %", MONEY_KR, DECIMAL_COMMA, "utan enhet" },
	{ "1e3", MONEY_KR, DECIMAL_COMMA, "utan enhet" },
	{ "nan", MONEY_KR, DECIMAL_COMMA, "utan enhet" },
	{ "\uFF15", MONEY_KR, DECIMAL_COMMA, "inget belopp" }, /* full-width 5 */
	/* finer than one öre */
	{ "0,001", MONEY_KR, DECIMAL_COMMA, "två decimaler i kr" },
	{ "0,000001", MONEY_TKR, DECIMAL_COMMA, "fem decimaler i tkr" },
	{ "0,000000001", MONEY_MKR, DECIMAL_COMMA, "åtta decimaler i mkr" },
	/* too large */
	{ "1000000,00000001", MONEY_MKR, DECIMAL_COMMA, "mer än 1 000 000 mkr" },
	{ "1000001", MONEY_MKR, DECIMAL_COMMA, "mer än 1 000 000 mkr" },
	{ "-1000001", MONEY_MKR, DECIMAL_COMMA, "mer än 1 000 000 mkr" },
	{ "1000000000,00001", MONEY_TKR, DECIMAL_COMMA, "mer än 1 000 000 000 tkr" },
	{ "1000000000000,01", MONEY_KR, DECIMAL_COMMA, "mer än 1 000 000 000 000 kr" },
	{ "99999999999999999999999999999999999", MONEY_KR, DECIMAL_COMMA, "mer än" },
};

static void
test_refused(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		const struct refused *c = &refused[i];
		g_autoptr(GError) error = NULL;
		struct amount got = { 42, false };
		bool named;

		CU_ASSERT_FALSE(money_parse(c->text, c->unit, c->mark, &got, &error));
		CU_ASSERT_TRUE(
		    g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
		CU_ASSERT_TRUE(got.ore == 42 && !got.known);
		named = error != NULL && strstr(error->message, c->remedy) != NULL &&
		        !g_str_has_suffix(error->message, ".");
		if (!named)
			g_printerr("case \"%s\": %s\n", c->text,
			    error ? error->message : "accepted");
		CU_ASSERT_TRUE(named);
	}
}

static void
test_empty_is_no_amount(void)
{
	static const char *const blanks[] = { NULL, "", " ", NBSP NARROW "\t" };

	for (size_t i = 0; i < G_N_ELEMENTS(blanks); i++) {
		g_autoptr(GError) error = NULL;
		struct amount got = amount_of(7);

		T_OK(money_parse(blanks[i], MONEY_MKR, DECIMAL_COMMA, &got, &error),
		    error);
		CU_ASSERT_FALSE(got.known);
	}
}

static void
test_units(void)
{
	enum money_unit unit = MONEY_KR;

	CU_ASSERT_TRUE(money_unit_from_name("MKR", &unit) && unit == MONEY_MKR);
	CU_ASSERT_TRUE(money_unit_from_name("tkr", &unit) && unit == MONEY_TKR);
	CU_ASSERT_TRUE(money_unit_from_name("Kr", &unit) && unit == MONEY_KR);
	unit = MONEY_TKR;
	CU_ASSERT_FALSE(money_unit_from_name("sek", &unit));
	CU_ASSERT_FALSE(money_unit_from_name("", &unit));
	CU_ASSERT_FALSE(money_unit_from_name(NULL, &unit));
	CU_ASSERT_EQUAL(unit, MONEY_TKR);
	T_TEXT(money_unit_name(MONEY_MKR), "mkr");
	CU_ASSERT_EQUAL(money_unit_decimals(MONEY_MKR), 1);
	CU_ASSERT_EQUAL(money_unit_decimals(MONEY_TKR), 0);
	CU_ASSERT_EQUAL(money_unit_decimals(MONEY_KR), 2);
}

/* Rounded by hand: half goes away from zero, and nothing has no minus. */
static void
test_format(void)
{
	static const struct {
		int64_t ore;
		enum money_unit unit;
		int decimals;
		const char *want, *with_sign;
	} table[] = {
		{ INT64_C(17550000000), MONEY_MKR, 1, "175,5", "+175,5" },
		{ INT64_C(6190000000), MONEY_TKR, 0, "61" NBSP "900", "+61" NBSP "900" },
		{ -50000000, MONEY_MKR, 1, MINUS "0,5", MINUS "0,5" },
		{ 0, MONEY_MKR, 1, "0,0", "0,0" },
		{ 5000000, MONEY_MKR, 1, "0,1", "+0,1" }, /* 0,05 mkr */
		{ 4999999, MONEY_MKR, 1, "0,0", "0,0" },
		{ -5000000, MONEY_MKR, 1, MINUS "0,1", MINUS "0,1" },
		{ -4000000, MONEY_MKR, 1, "0,0", "0,0" }, /* −0,04 mkr */
		{ 15000000, MONEY_MKR, 1, "0,2",
		    "+0,2" }, /* 0,15: not to even, not binary */
		{ 25000000, MONEY_MKR, 1, "0,3", "+0,3" },
		{ 99999999, MONEY_MKR, 1, "1,0", "+1,0" },
		{ 50000, MONEY_TKR, 0, "1", "+1" },
		{ 49999, MONEY_TKR, 0, "0", "0" },
		{ -50000, MONEY_TKR, 0, MINUS "1", MINUS "1" },
		{ 123456789, MONEY_KR, 2, "1" NBSP "234" NBSP "567,89",
		    "+1" NBSP "234" NBSP "567,89" },
		{ 99999, MONEY_KR, 0, "1" NBSP "000", "+1" NBSP "000" }, /* 999,99 kr */
		{ 99949, MONEY_KR, 0, "999", "+999" },
		{ 5, MONEY_KR, 2, "0,05", "+0,05" },
		{ 5, MONEY_KR, 4, "0,0500", "+0,0500" },
		{ 1, MONEY_MKR, 8, "0,00000001", "+0,00000001" },
		{ INT64_MAX, MONEY_KR, 2,
		    "92" NBSP "233" NBSP "720" NBSP "368" NBSP "547" NBSP "758,07",
		    "+92" NBSP "233" NBSP "720" NBSP "368" NBSP "547" NBSP "758,07" },
		{ INT64_MIN, MONEY_MKR, 0, MINUS "92" NBSP "233" NBSP "720" NBSP "369",
		    MINUS "92" NBSP "233" NBSP "720" NBSP "369" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		struct amount amount = amount_of(table[i].ore);
		GString *out = g_string_new(NULL);

		T_TAKE(
		    amount_text(amount, table[i].unit, table[i].decimals), table[i].want);
		amount_append_signed(out, amount, table[i].unit, table[i].decimals);
		T_TAKE(g_string_free(out, FALSE), table[i].with_sign);
	}
	T_TAKE(amount_text(AMOUNT_NONE, MONEY_MKR, 1), EN);
}

static char *
plain(struct amount amount, char mark)
{
	GString *out = g_string_new(NULL);

	amount_append_plain(out, amount, mark);
	return g_string_free(out, FALSE);
}

static char *
exact(int64_t ore, enum money_unit unit, int decimals, char mark)
{
	GString *out = g_string_new(NULL);

	amount_append_exact(out, amount_of(ore), unit, decimals, mark);
	return g_string_free(out, FALSE);
}

static void
test_format_for_files(void)
{
	GString *out = g_string_new("a;");

	T_TAKE(plain(amount_of(-INT64_C(22500000000)), ','), "-225000000,00");
	T_TAKE(plain(amount_of(1), '.'), "0.01");
	T_TAKE(plain(amount_of(-1), ','), "-0,01");
	T_TAKE(plain(amount_of(0), ','), "0,00");
	T_TAKE(plain(amount_of(INT64_MIN), ','), "-92233720368547758,08");
	T_TAKE(plain(AMOUNT_NONE, ','), "");
	T_TAKE(exact(125000000, MONEY_MKR, 1, ','), "1,25");
	T_TAKE(exact(125000000, MONEY_MKR, 0, '.'), "1.25");
	T_TAKE(exact(700000000, MONEY_MKR, 1, ','), "7,0");
	T_TAKE(exact(700000000, MONEY_MKR, 0, ','), "7");
	T_TAKE(exact(-1, MONEY_MKR, 1, ','), "-0,00000001");
	T_TAKE(exact(INT64_C(6190050000), MONEY_TKR, 0, ','), "61900,5");
	T_TAKE(exact(0, MONEY_MKR, 1, ','), "0,0");
	T_TAKE(amount_mkr(amount_of(125000000)), "1,25 mkr");
	T_TAKE(amount_mkr(AMOUNT_NONE), "");
	amount_append_exact(out, AMOUNT_NONE, MONEY_MKR, 1, ',');
	T_TAKE(g_string_free(out, FALSE), "a;");
}

/* What is written exactly is read back to the öre. */
static void
test_round_trip(void)
{
	guint32 seed = g_random_int();
	g_autoptr(GRand) random = g_rand_new_with_seed(seed);
	GString *out = g_string_new(NULL);

	g_print("seed %u ", seed);
	for (int i = 0; i < 2000; i++) {
		int64_t ore = (int64_t)(g_rand_double_range(random, -1, 1) * 1e14) >>
		              g_rand_int_range(random, 0, 46);
		enum money_unit unit = (enum money_unit)g_rand_int_range(random, 0, 3);
		struct amount got = AMOUNT_NONE;

		g_string_truncate(out, 0);
		amount_append_exact(out, amount_of(ore), unit, 0, ',');
		CU_ASSERT_TRUE(money_parse(out->str, unit, DECIMAL_COMMA, &got, NULL));
		CU_ASSERT_TRUE(got.known && got.ore == ore);
		g_string_truncate(out, 0);
		amount_append(out, amount_of(ore), unit, 8);
		CU_ASSERT_TRUE(money_parse(out->str, unit, DECIMAL_COMMA, &got, NULL));
		CU_ASSERT_TRUE(got.known && got.ore == ore);
	}
	g_string_free(out, TRUE);
}

static void
test_sums(void)
{
	struct amount sum = AMOUNT_NONE;
	struct amount whole;
	int64_t ore = 42;

	CU_ASSERT_TRUE(money_add(INT64_MAX - 1, 1, &ore) && ore == INT64_MAX);
	CU_ASSERT_FALSE(money_add(INT64_MAX, 1, &ore));
	CU_ASSERT_FALSE(money_add(INT64_MIN, -1, &ore));
	CU_ASSERT_EQUAL(ore, INT64_MAX);

	CU_ASSERT_TRUE(amount_add(&sum, AMOUNT_NONE));
	CU_ASSERT_FALSE(sum.known);
	CU_ASSERT_TRUE(amount_add(&sum, amount_of(0)));
	CU_ASSERT_TRUE(sum.known && sum.ore == 0);
	CU_ASSERT_TRUE(amount_add(&sum, amount_of(INT64_MAX)));
	CU_ASSERT_TRUE(amount_add(&sum, AMOUNT_NONE));
	CU_ASSERT_FALSE(amount_add(&sum, amount_of(1)));
	CU_ASSERT_TRUE(sum.known && sum.ore == INT64_MAX);

	/* A shown sum that left int64 does not begin again at the next term. */
	amount_total(&sum, AMOUNT_NONE);
	CU_ASSERT_TRUE(sum.known && sum.ore == INT64_MAX);
	amount_total(&sum, amount_of(1));
	CU_ASSERT_FALSE(sum.known);
	amount_total(&sum, amount_of(1));
	CU_ASSERT_FALSE(sum.known);
	whole = amount_of(7);
	amount_total(&whole, amount_of(5));
	CU_ASSERT_TRUE(amount_equal(whole, amount_of(12)));
	amount_total(&whole, sum);
	amount_total(&whole, amount_of(5));
	CU_ASSERT_FALSE(whole.known);

	CU_ASSERT_TRUE(
	    amount_equal(amount_minus(amount_of(3), amount_of(5)), amount_of(-2)));
	CU_ASSERT_FALSE(amount_minus(amount_of(3), AMOUNT_NONE).known);
	CU_ASSERT_FALSE(amount_minus(AMOUNT_NONE, amount_of(3)).known);
	CU_ASSERT_FALSE(amount_minus(amount_of(INT64_MIN), amount_of(1)).known);
	CU_ASSERT_FALSE(amount_equal(AMOUNT_NONE, amount_of(0)));
	CU_ASSERT_TRUE(amount_equal(AMOUNT_NONE, (struct amount){ 9, false }));
}

static void
test_split(void)
{
	static const struct {
		int64_t ore;
		int parts;
		int64_t want[4];
	} table[] = {
		{ 100, 3, { 34, 33, 33 } },
		{ -100, 3, { -34, -33, -33 } },
		{ 2, 4, { 1, 1, 0, 0 } },
		{ 0, 2, { 0, 0 } },
		{ 7, 1, { 7 } },
		/* 2^63 − 1 = 4 × 2 305 843 009 213 693 951 + 3 */
		{ INT64_MAX, 4,
		    { INT64_C(2305843009213693952), INT64_C(2305843009213693952),
		        INT64_C(2305843009213693952), INT64_C(2305843009213693951) } },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		for (int k = 0; k < table[i].parts; k++)
			CU_ASSERT_EQUAL(money_split_part(table[i].ore, table[i].parts, k),
			    table[i].want[k]);
	CU_ASSERT_EQUAL(money_split_head(100, 3, 0), 0);
	CU_ASSERT_EQUAL(money_split_head(100, 3, 2), 67);
	CU_ASSERT_EQUAL(money_split_head(-100, 3, 2), -67);
	CU_ASSERT_EQUAL(money_split_head(INT64_MIN, 12, 12), INT64_MIN);
}

/* Parts sum to the amount, differ by at most one öre, and the larger come first. */
static void
test_split_property(void)
{
	guint32 seed = g_random_int();
	g_autoptr(GRand) random = g_rand_new_with_seed(seed);

	g_print("seed %u ", seed);
	for (int i = 0; i < 2000; i++) {
		uint64_t bits = (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
		int parts = g_rand_int_range(random, 1, 37);
		int64_t magnitude = (int64_t)(bits >> g_rand_int_range(random, 1, 64));
		int64_t ore = g_rand_boolean(random) ? magnitude : -magnitude, sum = 0;
		int64_t first = money_split_part(ore, parts, 0), before = first;
		bool fine = true;

		for (int k = 0; k < parts; k++) {
			int64_t part = money_split_part(ore, parts, k);

			fine = fine && money_split_head(ore, parts, k) == sum &&
			       ABS(part) <= ABS(before) && ABS(first) - ABS(part) <= 1;
			before = part;
			sum += part;
		}
		CU_ASSERT_TRUE(fine);
		CU_ASSERT_EQUAL(sum, ore);
		CU_ASSERT_EQUAL(money_split_head(ore, parts, parts), ore);
	}
}

static void
test_share(void)
{
	static const struct {
		int64_t part, whole;
		const char *want;
	} table[] = {
		{ 145, 403, "36,0" NBSP "%" }, /* 35,98 % */
		{ -9, 200, MINUS "4,5" NBSP "%" },
		{ 0, 5, "0,0" NBSP "%" },
		{ 1, 2000, "0,1" NBSP "%" },    /* 0,05 %: half goes up */
		{ 49, 100000, "0,0" NBSP "%" }, /* 0,049 % */
		{ -1, 2000, MINUS "0,1" NBSP "%" },
		{ -1, 2001, "0,0" NBSP "%" },
		{ 1, -2000, MINUS "0,1" NBSP "%" },
		{ -3, -2, "150,0" NBSP "%" },
		{ 25, 2, "1" NBSP "250,0" NBSP "%" },
		/* the product with 1000 leaves int64, the share does not */
		{ INT64_MAX, INT64_MAX, "100,0" NBSP "%" },
		{ INT64_MIN, INT64_MIN, "100,0" NBSP "%" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		T_TAKE(share_text(
		           share_of(amount_of(table[i].part), amount_of(table[i].whole))),
		    table[i].want);
	T_TAKE(share_text(share_of(amount_of(5), amount_of(0))), EN);
	T_TAKE(share_text(share_of(AMOUNT_NONE, amount_of(5))), EN);
	T_TAKE(share_text(share_of(amount_of(5), AMOUNT_NONE)), EN);
	T_TAKE(share_text(share_of(amount_of(INT64_MAX), amount_of(1))), EN);
	CU_ASSERT_EQUAL(share_of(amount_of(145), amount_of(403)).tenths, 360);
}

static void
test_scale(void)
{
	struct amount requirement = amount_of(565 * ORE_PER_MKR);
	struct amount realised = amount_of(145 * ORE_PER_MKR);
	struct amount promised = amount_of(403 * ORE_PER_MKR), got;

	/*
	 * 56 500 000 000 × 145 = 8 192 500 000 000.  403 × 20 328 784 119 = 8 192 499 999
	 * 957, so 43 of 403 are left over: less than half, and the quotient stands.
	 */
	got = amount_scale(requirement, realised, promised);
	CU_ASSERT_TRUE(amount_equal(got, amount_of(INT64_C(20328784119))));
	T_TAKE(amount_text(got, MONEY_MKR, 1), "203,3");
	got = amount_scale(amount_of(1), amount_of(1), amount_of(2));
	CU_ASSERT_TRUE(amount_equal(got, amount_of(1)));
	got = amount_scale(amount_of(-1), amount_of(1), amount_of(2));
	CU_ASSERT_TRUE(amount_equal(got, amount_of(-1)));
	got = amount_scale(amount_of(-1), amount_of(1), amount_of(3));
	CU_ASSERT_TRUE(amount_equal(got, amount_of(0)));
	got = amount_scale(amount_of(INT64_MIN), amount_of(-1), amount_of(2));
	CU_ASSERT_TRUE(amount_equal(got, amount_of(INT64_C(1) << 62)));
	CU_ASSERT_FALSE(
	    amount_scale(amount_of(INT64_MAX), amount_of(2), amount_of(1)).known);
	CU_ASSERT_FALSE(amount_scale(requirement, realised, amount_of(0)).known);
	CU_ASSERT_FALSE(amount_scale(requirement, AMOUNT_NONE, promised).known);
	CU_ASSERT_FALSE(amount_scale(AMOUNT_NONE, realised, promised).known);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "accepted amounts", test_accepted },
		{ "refused amounts", test_refused },
		{ "empty is no amount", test_empty_is_no_amount },
		{ "units", test_units }, { "for people", test_format },
		{ "for files", test_format_for_files },
		{ "written and read back", test_round_trip }, { "sums", test_sums },
		{ "split", test_split }, { "split property", test_split_property },
		{ "share", test_share }, { "scale", test_scale }, CU_TEST_INFO_NULL };

	return t_run("money", cases);
}
