/* doubt.c - what is unusual about an amount. */
#include "session/doubt.h"

#include "calendar/month.h"
#include "money/money_format.h"

#define USUAL_TIMES  10
#define USUAL_MONTHS 2 /* fewer say nothing of what is usual */

static char *
shown(const struct doubt_about *about, struct amount amount)
{
	GString *out = g_string_new(NULL);

	amount_append_full(out, amount, about->unit, money_unit_decimals(about->unit));
	g_string_append(out, about->suffix);
	return g_string_free(out, FALSE);
}

/* More than ten times what a month has meant so far this year. */
static bool
is_leap(const struct doubt_about *about, struct amount amount)
{
	int months = month_of_year(about->month) - 1;
	struct amount step = amount_minus(amount, about->before);

	/* before / months × 10 < step, without rounding and without leaving int64 */
	return months >= USUAL_MONTHS && step.known && about->before.ore > 0 &&
	       step.ore / USUAL_TIMES > about->before.ore / months;
}

char *
doubt_realised(const struct doubt_about *about, struct amount amount)
{
	struct amount before = about->before, target = about->target;
	g_autofree char *typed = shown(about, amount);
	g_autofree char *was = shown(about, before);
	g_autofree char *year = shown(about, target);
	const char *code = about->code, *name = month_name(about->month);

	if (about->ahead)
		return g_strdup_printf(
		    "%s: %s %d har inte börjat.", code, name, month_year(about->month));
	if (before.known && amount.ore < before.ore)
		return g_strdup_printf("%s %s %s är mindre än %s i %s.", code, name,
		    typed, was, month_name(month_add(about->month, -1)));
	if (!before.known && amount.ore < 0)
		return g_strdup_printf("%s %s %s är mindre än noll.", code, name, typed);
	if (target.known && target.ore > 0 && amount.ore > target.ore)
		return g_strdup_printf(
		    "%s %s %s är mer än årets mål %s.", code, name, typed, year);
	if (before.known && is_leap(about, amount))
		return g_strdup_printf("%s %s %s är tio gånger mer än vanligt på en "
		                       "månad.",
		    code, name, typed);
	return NULL;
}

char *
doubt_forecast(const struct doubt_about *about, struct amount amount)
{
	struct amount usual = about->target.known ? about->target : about->standing;
	g_autofree char *typed = shown(about, amount);
	g_autofree char *realised = shown(about, about->now);
	g_autofree char *year = shown(about, usual);

	if (about->now.known && amount.ore < about->now.ore)
		return g_strdup_printf("%s prognos %s är mindre än utfallet hittills %s.",
		    about->code, typed, realised);
	if (usual.known && usual.ore > 0 && amount.ore / USUAL_TIMES >= usual.ore)
		return g_strdup_printf("%s prognos %s är tio gånger %s %s.", about->code,
		    typed, about->target.known ? "årets mål" : "den förra", year);
	return NULL;
}
