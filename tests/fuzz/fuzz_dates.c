/*
 * fuzz_dates.c - months, years, periods, rounds, dates and instants: what is taken is
 * the same when it is written and read again.
 */
#include "calendar/date.h"
#include "calendar/instant.h"
#include "calendar/month.h"
#include "calendar/period.h"
#include "calendar/round.h"
#include "tests/fuzz/fuzz.h"

static void
check_month(const char *text)
{
	int month = -1, again, year = -1;
	GError *error = NULL;

	if (month_parse(text, &month, &error)) {
		g_autofree char *written = month_text(month);

		g_assert_true(month_valid(month));
		g_assert_true(month_parse_strict(written, &again, NULL));
		g_assert_cmpint(again, ==, month);
	} else {
		g_assert_cmpint(month, ==, -1);
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
	}
	if (year_parse(text, &year, &error))
		g_assert_true(year >= YEAR_MIN && year <= YEAR_MAX);
	else
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
}

static void
check_period(const char *text)
{
	struct period period, again;
	GError *error = NULL;

	if (period_parse(text, &period, &error)) {
		g_autofree char *written = period_text(period);

		g_assert_true(month_valid(period.month));
		g_assert_true(period_parse(written, &again, NULL));
		g_assert_cmpint(period_compare(period, again), ==, 0);
	} else
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
}

static void
check_round(const char *text)
{
	g_autofree char *label = NULL;
	g_autofree char *again = NULL;
	GError *error = NULL;
	int cutoff, same;

	if (round_parse(text, &label, &cutoff, &error)) {
		g_assert_true(month_valid(cutoff));
		g_assert_true(round_parse(label, &again, &same, NULL));
		g_assert_cmpstr(again, ==, label);
		g_assert_cmpint(same, ==, cutoff);
	} else
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
}

static void
check_date(const char *text)
{
	struct date date, again;
	GError *error = NULL;

	if (date_parse(text, &date, &error)) {
		g_autofree char *written = date_text(date);

		g_assert_true(date_parse(written, &again, NULL));
		g_assert_cmpint(date_last_day(again), ==, date_last_day(date));
		g_assert_cmpint(date_first_month(date), <=, date_last_month(date));
	} else
		fuzz_refused(&error, SPARPLAN_ERROR_INPUT);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static GTimeZone *zone;
	g_autofree char *text = g_strndup((const char *)data, size);
	struct instant instant;
	int64_t start;
	GError *error = NULL;

	if (!zone)
		zone = g_time_zone_new_identifier("Europe/Stockholm");
	check_month(text);
	check_period(text);
	check_round(text);
	check_date(text);
	if (instant_parse(text, zone, &instant, &error)) {
		g_autofree char *written = instant_text(instant.at_ms, zone);

		g_assert_true(*written);
	} else
		fuzz_refused(&error, SPARPLAN_ERROR_USAGE);
	if (!instant_parse_start(text, zone, &start, &error))
		fuzz_refused(&error, SPARPLAN_ERROR_USAGE);
	return 0;
}
