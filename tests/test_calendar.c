/* test_calendar.c - months, dates with their precision, rounds and instants. */
#include "base/error.h"
#include "calendar/date.h"
#include "calendar/instant.h"
#include "calendar/month.h"
#include "calendar/period.h"
#include "calendar/round.h"
#include "t.h"

#define NBSP "\u00A0"

/* True when `error` is an INPUT clause that holds `remedy`; else it is printed. */
static bool
names_remedy(const char *text, const GError *error, const char *remedy)
{
	bool fine = g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT) &&
	            strstr(error->message, remedy) != NULL &&
	            !g_str_has_suffix(error->message, ".");

	if (!fine)
		g_printerr(
		    "case \"%s\": %s\n", text, error ? error->message : "accepted");
	return fine;
}

static void
test_month_arithmetic(void)
{
	CU_ASSERT_EQUAL(month_make(2021, 4), 202104);
	CU_ASSERT_EQUAL(month_year(202104), 2021);
	CU_ASSERT_EQUAL(month_of_year(202104), 4);
	CU_ASSERT_TRUE(month_valid(200001) && month_valid(209912));
	CU_ASSERT_FALSE(month_valid(199912));
	CU_ASSERT_FALSE(month_valid(210001));
	CU_ASSERT_FALSE(month_valid(202100));
	CU_ASSERT_FALSE(month_valid(202113));
	CU_ASSERT_FALSE(month_valid(0));
	CU_ASSERT_FALSE(month_valid(-202104));
	CU_ASSERT_EQUAL(month_add(202104, 0), 202104);
	CU_ASSERT_EQUAL(month_add(202112, 1), 202201);
	CU_ASSERT_EQUAL(month_add(202101, -1), 202012);
	CU_ASSERT_EQUAL(month_add(202104, 24), 202304);
	CU_ASSERT_EQUAL(month_add(202104, -16), 201912);
	CU_ASSERT_EQUAL(month_add(0, 5), 0);
	CU_ASSERT_EQUAL(month_between(202101, 202104), 3);
	CU_ASSERT_EQUAL(month_between(202011, 202102), 3);
	CU_ASSERT_EQUAL(month_between(202104, 202012), -4);
	CU_ASSERT_EQUAL(month_between(202104, 202104), 0);
}

static void
test_month_parse(void)
{
	static const struct {
		const char *text;
		int month;
	} table[] = {
		{ "2021-04", 202104 },
		{ "202104", 202104 },
		{ " 2020-12" NBSP, 202012 },
		{ "T1 2020", 202004 },
		{ "T2 2020", 202008 },
		{ "t3" NBSP "2020", 202012 },
		{ "2000-01", 200001 },
		{ "2099-12", 209912 },
	};
	static const char *const refused[] = { NULL, "", "2021", "2021-4", "2021-00",
		"2021-13", "202113", "202100", "2021/04", "21-04", "2021-04-01",
		"T0 2020", "T4 2020", "T1", "T1 20", "T1 20200", "T12020", "april 2021",
		"2021-0x", "-02104", "2021\u221204", "0" };
	static const char *const outside[] = { "1999-12", "2100-01", "199912",
		"T1 1999" };

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autoptr(GError) error = NULL;
		int month = 0;

		T_OK(month_parse(table[i].text, &month, &error), error);
		CU_ASSERT_EQUAL(month, table[i].month);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) error = NULL;
		int month = 42;

		CU_ASSERT_FALSE(month_parse(refused[i], &month, &error));
		CU_ASSERT_TRUE(names_remedy(
		    refused[i], error, "skriv 2020-04, 202004 eller T1 2020"));
		CU_ASSERT_EQUAL(month, 42);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(outside); i++) {
		g_autoptr(GError) error = NULL;
		int month = 42;

		CU_ASSERT_FALSE(month_parse(outside[i], &month, &error));
		CU_ASSERT_TRUE(names_remedy(outside[i], error, "utanför åren 2000–2099"));
		CU_ASSERT_EQUAL(month, 42);
	}
}

static void
test_month_strict(void)
{
	static const char *const refused[] = { NULL, "", " 2021-04", "2021-04 ", "202104",
		"T1 2021", "2021-13", "1999-01" };
	g_autoptr(GError) error = NULL;
	int month = 0;

	T_OK(month_parse_strict("2021-04", &month, &error), error);
	CU_ASSERT_EQUAL(month, 202104);
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) fault = NULL;

		CU_ASSERT_FALSE(month_parse_strict(refused[i], &month, &fault));
		CU_ASSERT_TRUE(names_remedy(refused[i], fault, "ÅÅÅÅ-MM"));
	}
	CU_ASSERT_EQUAL(month, 202104);
}

static void
test_month_words(void)
{
	T_TAKE(month_text(202104), "2021-04");
	T_TAKE(month_text(200012), "2000-12");
	T_TAKE(month_words(202104), "april 2021");
	T_TEXT(month_name(202101), "januari");
	T_TEXT(month_name(202112), "december");
	T_TEXT(month_name(0), "");
	T_TEXT(month_short(202104), "apr");
	T_TEXT(month_short(202105), "maj");
	T_TEXT(month_short(202113), "");
}

static void
test_year(void)
{
	static const char *const refused[] = { NULL, "", "20", "20200", "202x", "1999",
		"2100", "-202" };
	g_autoptr(GError) error = NULL;
	int year = 0;

	T_OK(year_parse(" 2020 ", &year, &error), error);
	CU_ASSERT_EQUAL(year, 2020);
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) fault = NULL;

		CU_ASSERT_FALSE(year_parse(refused[i], &year, &fault));
		CU_ASSERT_TRUE(names_remedy(refused[i], fault, "ett år som 2020"));
	}
	CU_ASSERT_EQUAL(year, 2020);
}

static void
test_date(void)
{
	static const struct {
		const char *text;
		enum date_precision precision;
		const char *canonical;
		int first, last;
	} table[] = {
		{ NULL, DATE_NONE, "", 0, 0 },
		{ " " NBSP, DATE_NONE, "", 0, 0 },
		{ "2019-09-15", DATE_DAY, "2019-09-15", 201909, 201909 },
		{ "2020-02-29", DATE_DAY, "2020-02-29", 202002, 202002 },
		{ " 2019-09 ", DATE_MONTH, "2019-09", 201909, 201909 },
		{ "Q4 2019", DATE_QUARTER, "Q4 2019", 201910, 201912 },
		{ "q1 2020", DATE_QUARTER, "Q1 2020", 202001, 202003 },
		{ "Q42019", DATE_QUARTER, "Q4 2019", 201910, 201912 },
		{ "2019-Q4", DATE_QUARTER, "Q4 2019", 201910, 201912 },
		{ "Kvartal 4 2019", DATE_QUARTER, "Q4 2019", 201910, 201912 },
		{ "T1 2020", DATE_TERTIAL, "T1 2020", 202001, 202004 },
		{ "tertial 3 2020", DATE_TERTIAL, "T3 2020", 202009, 202012 },
		{ "våren 2020", DATE_SEASON, "våren 2020", 202001, 202006 },
		{ "VÅREN  2020", DATE_SEASON, "våren 2020", 202001, 202006 },
		{ "va\u030Aren 2020", DATE_SEASON, "våren 2020", 202001, 202006 },
		{ "Hösten 2019", DATE_SEASON, "hösten 2019", 201907, 201912 },
		{ "2020", DATE_YEAR, "2020", 202001, 202012 },
	};
	static const char *const refused[] = { "2019-13", "2019-00", "2019-9",
		"2019-02-29", "2019-09-31", "2019-09-00", "2019-09-1", "2019/09",
		"Q5 2019", "Q0 2019", "Q4", "Q4 19", "T4 2020", "Q4 2019 eller senare",
		"sommaren 2020", "våren", "snart", "20190", "4", "2019-Q", "\xFFQ" };
	static const char *const outside[] = { "1999-09", "2100", "Q4 1999",
		"våren 2100" };

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autoptr(GError) error = NULL;
		struct date date = { DATE_YEAR, 1, 1, 1 };

		T_OK(date_parse(table[i].text, &date, &error), error);
		CU_ASSERT_EQUAL(date.precision, table[i].precision);
		T_TAKE(date_text(date), table[i].canonical);
		CU_ASSERT_EQUAL(date_first_month(date), table[i].first);
		CU_ASSERT_EQUAL(date_last_month(date), table[i].last);
	}
	CU_ASSERT_EQUAL(date_last_month(date_kept("våren 2020")), 202006);
	CU_ASSERT_EQUAL(date_kept("").precision, DATE_NONE);
	CU_ASSERT_EQUAL(date_kept("snart").precision, DATE_NONE);
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) error = NULL;
		struct date date = { DATE_NONE, 42, 0, 0 };

		CU_ASSERT_FALSE(date_parse(refused[i], &date, &error));
		CU_ASSERT_TRUE(
		    names_remedy(refused[i], error, "Q4 2019, T1 2020, våren 2020"));
		CU_ASSERT_EQUAL(date.year, 42);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(outside); i++) {
		g_autoptr(GError) error = NULL;
		struct date date;

		CU_ASSERT_FALSE(date_parse(outside[i], &date, &error));
		CU_ASSERT_TRUE(names_remedy(outside[i], error, "utanför åren 2000–2099"));
	}
}

static void
test_round(void)
{
	static const struct {
		const char *text, *label;
		int cutoff;
	} table[] = {
		{ "DÅ04-2021", "DÅ04-2021", 202104 },
		{ "DÅ04 2021", "DÅ04-2021", 202104 },
		{ "da\u030A04-2021", "DÅ04-2021", 202104 },
		{ "da04-2021", "DÅ04-2021", 202104 },
		{ " DÅ08-2021 ", "DÅ08-2021", 202108 },
		{ "ÅR-2021", "ÅR-2021", 202112 },
		{ "år 2021", "ÅR-2021", 202112 },
		{ "AR-2021", "ÅR-2021", 202112 },
		{ "2021-03", "2021-03", 202103 },
		{ "månad 2021-03", "2021-03", 202103 },
		{ "Månad 2021-12", "2021-12", 202112 },
	};
	static const char *const refused[] = { NULL, "", "DÅ04", "DÅ05-2021", "DÅ4-2021",
		"DÅ04-21", "DÅ04-20211", "ÅR", "ÅR-1999", "2021", "2021-13", "månad 3",
		"månad", "T1 2021", "DÅ04-2021 x" };

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *label = NULL;
		int cutoff = 0;

		T_OK(round_parse(table[i].text, &label, &cutoff, &error), error);
		T_TEXT(label, table[i].label);
		CU_ASSERT_EQUAL(cutoff, table[i].cutoff);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) error = NULL;
		char *label = NULL;
		int cutoff = 42;

		CU_ASSERT_FALSE(round_parse(refused[i], &label, &cutoff, &error));
		CU_ASSERT_TRUE(names_remedy(refused[i], error, "DÅ04-2021, DÅ08-2021"));
		CU_ASSERT_TRUE(label == NULL && cutoff == 42);
	}
}

/*
 * Seconds since 1970 at 00:00 UTC, counted by hand from 2021-01-01 = 1 609 459 200:
 * 14 September is day 256 from there, 28 March 86, 31 October 303 (days from 0), each of
 * 86 400 s.  Stockholm is UTC+1, from 28 March to 31 October (01:00 UTC) UTC+2.
 */
#define SEP_14 INT64_C(1631577600)
#define MAR_28 INT64_C(1616889600)
#define OCT_31 INT64_C(1635638400)
#define HOUR   INT64_C(3600)
#define MS     INT64_C(1000)

static void
test_instant(void)
{
	static const struct {
		const char *text;
		int64_t first, last; /* milliseconds */
	} table[] = {
		{ "2021-09-14", (SEP_14 - 2 * HOUR) * MS, (SEP_14 + 22 * HOUR) * MS - 1 },
		{ "2021-09-14T12:00", (SEP_14 + 10 * HOUR) * MS,
		    (SEP_14 + 10 * HOUR + 60) * MS - 1 },
		{ "2021-09-14 12:00", (SEP_14 + 10 * HOUR) * MS,
		    (SEP_14 + 10 * HOUR + 60) * MS - 1 },
		{ "2021-09-14T12:00Z", (SEP_14 + 12 * HOUR) * MS,
		    (SEP_14 + 12 * HOUR + 60) * MS - 1 },
		{ "2021-09-14T12:00+02:00", (SEP_14 + 10 * HOUR) * MS,
		    (SEP_14 + 10 * HOUR + 60) * MS - 1 },
		{ "2021-09-14T12:00-03:30", (SEP_14 + 15 * HOUR + 1800) * MS,
		    (SEP_14 + 15 * HOUR + 1860) * MS - 1 },
		{ "2021-09-14T12:00:30", (SEP_14 + 10 * HOUR + 30) * MS,
		    (SEP_14 + 10 * HOUR + 31) * MS - 1 },
		{ "2021-09-14T12:00:30.007Z", (SEP_14 + 12 * HOUR + 30) * MS + 7,
		    (SEP_14 + 12 * HOUR + 30) * MS + 7 },
		/* the days of 23 and of 25 hours */
		{ "2021-03-28", (MAR_28 - HOUR) * MS, (MAR_28 + 22 * HOUR) * MS - 1 },
		{ "2021-10-31", (OCT_31 - 2 * HOUR) * MS, (OCT_31 + 23 * HOUR) * MS - 1 },
		/* 02:30 was skipped; it is the jump at 01:00 UTC */
		{ "2021-03-28T02:30", (MAR_28 + HOUR) * MS, (MAR_28 + HOUR) * MS - 1 },
		{ "2021-03-28T03:00", (MAR_28 + HOUR) * MS,
		    (MAR_28 + HOUR + 60) * MS - 1 },
		/* 02:30 came twice; the second is at 01:30 UTC */
		{ "2021-10-31T02:30:00.000", (OCT_31 + HOUR + 1800) * MS,
		    (OCT_31 + HOUR + 1800) * MS },
		{ "1970-01-01T00:00:00.000Z", 0, 0 },
	};
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier("Europe/Stockholm");

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone);
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autoptr(GError) error = NULL;
		struct instant got = { .is_change = true };
		int64_t first = -1;

		T_OK(instant_parse(table[i].text, zone, &got, &error), error);
		T_OK(instant_parse_start(table[i].text, zone, &first, &error), error);
		if (got.at_ms != table[i].last || first != table[i].first)
			g_printerr("case \"%s\"\n", table[i].text);
		CU_ASSERT_FALSE(got.is_change);
		CU_ASSERT_EQUAL(got.at_ms, table[i].last);
		CU_ASSERT_EQUAL(first, table[i].first);
	}
}

static void
test_instant_change(void)
{
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
	g_autoptr(GError) error = NULL;
	struct instant got = { 0 };
	int64_t ms = 42;

	T_OK(instant_parse("#123", utc, &got, &error), error);
	CU_ASSERT_TRUE(got.is_change && got.change == 123 && got.at_ms == 0);
	T_OK(instant_parse("#0", utc, &got, &error), error);
	CU_ASSERT_TRUE(got.is_change && got.change == 0);
	T_OK(instant_parse("#9223372036854775807", utc, &got, &error), error);
	CU_ASSERT_EQUAL(got.change, INT64_MAX);
	CU_ASSERT_FALSE(instant_parse_start("#123", utc, &ms, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_USAGE));
	CU_ASSERT_EQUAL(ms, 42);
}

static void
test_instant_refused(void)
{
	static const char *const refused[] = { NULL, "", "2021", "2021-09", "2021-02-29",
		"2021-13-01", "2021-00-01", "2021-09-31", "2021-09-00", "2021-9-14",
		"2021-09-14T", "2021-09-14T12", "2021-09-14T24:00", "2021-09-14T12:60",
		"2021-09-14T12:00:60", "2021-09-14T12:00:00.5",
		"2021-09-14T12:00:00.0000", "2021-09-14T12:00.500", "2021-09-14T12:00+2",
		"2021-09-14T12:00+02:60", "2021-09-14T12:00+15:00", "2021-09-14T12:00ZZ",
		"2021-09-14X12:00", "2021-09-14Z", "1969-12-31", "9999-01-01", "#", "#-1",
		"#1x", "# 1", "#9223372036854775808", "nyss" };
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();

	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_autoptr(GError) error = NULL;
		struct instant got = { .at_ms = 42 };
		bool named;

		CU_ASSERT_FALSE(instant_parse(refused[i], utc, &got, &error));
		named = g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_USAGE) &&
		        strstr(error->message, "2021-09-14T12:00") != NULL &&
		        strstr(error->message, "#123") != NULL &&
		        g_str_has_suffix(error->message, ".");
		if (!named)
			g_printerr("case \"%s\"\n", refused[i]);
		CU_ASSERT_TRUE(named);
		CU_ASSERT_EQUAL(got.at_ms, 42);
	}
}

static void
test_instant_text(void)
{
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier("Europe/Stockholm");

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone);
	T_TAKE(instant_text((SEP_14 + 10 * HOUR) * MS, zone), "2021-09-14 12:00");
	T_TAKE(instant_text((SEP_14 + 22 * HOUR) * MS - 1, zone), "2021-09-14 23:59");
	T_TAKE(instant_text(MAR_28 * MS, zone), "2021-03-28 01:00");
	T_TAKE(instant_text((MAR_28 + HOUR) * MS, zone), "2021-03-28 03:00");
	T_TAKE(instant_iso((SEP_14 + 10 * HOUR) * MS), "2021-09-14T10:00:00.000Z");
	T_TAKE(instant_iso(SEP_14 * MS - 1), "2021-09-13T23:59:59.999Z");
	T_TAKE(instant_iso(-1), "1969-12-31T23:59:59.999Z");
	T_TAKE(instant_iso(INT64_MAX), "–");
	T_TAKE(instant_text(INT64_MIN, zone), "–");
}

static void
test_periods(void)
{
	static const struct {
		const char *text, *written;
		int month, span;
	} right[] = { { " 2022-04 ", "2022-04", 202204, 1 },
		{ "202204", "2022-04", 202204, 1 }, { "T1 2022", "T1 2022", 202204, 4 },
		{ "t3  2021", "T3 2021", 202112, 4 }, { "Q2 2021", "K2 2021", 202106, 3 },
		{ "K4 2021", "K4 2021", 202112, 3 },
		{ "DÅ04-2022", "T1 2022", 202204, 4 },
		{ "DÅ08-2022", "T2 2022", 202208, 4 }, { "2021", "2021", 202112, 12 },
		{ "ÅR-2021", "2021", 202112, 12 } };
	static const char *const wrong[] = { "", "T4 2021", "K5 2021", "2021-13", "april",
		"21", "T1", "2021 T1" };
	struct period p = { 0, 0 };
	GError *error = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(right); i++) {
		T_OK(period_parse(right[i].text, &p, &error), error);
		CU_ASSERT_EQUAL(p.month, right[i].month);
		CU_ASSERT_EQUAL(p.span, right[i].span);
		T_TAKE(period_text(p), right[i].written);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(GError) refused = NULL;

		CU_ASSERT_FALSE(period_parse(wrong[i], &p, &refused));
		CU_ASSERT_TRUE(names_remedy(wrong[i], refused, "K1 2021, T1 2021"));
	}
	CU_ASSERT_EQUAL(p.month, 202112); /* untouched */
	p = period_last_year((struct period){ 202204, 4 });
	CU_ASSERT_TRUE(p.month == 202104 && p.span == 4);
	CU_ASSERT_TRUE(period_compare(p, (struct period){ 202104, 1 }) > 0);
	CU_ASSERT_TRUE(period_compare(p, (struct period){ 202105, 1 }) < 0);
	CU_ASSERT_EQUAL(period_compare(p, p), 0);
	T_TAKE(period_text((struct period){ 0, 0 }), "");
}

int
main(void)
{
	CU_TestInfo cases[] = { { "month arithmetic", test_month_arithmetic },
		{ "month read", test_month_parse },
		{ "month strictly", test_month_strict },
		{ "month written", test_month_words }, { "year", test_year },
		{ "date", test_date }, { "round", test_round },
		{ "instant", test_instant }, { "change number", test_instant_change },
		{ "instant refused", test_instant_refused },
		{ "instant written", test_instant_text }, { "periods", test_periods },
		CU_TEST_INFO_NULL };

	return t_run("calendar", cases);
}
