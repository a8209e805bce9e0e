/*
 * sheet_check.c - amounts that can be read but are unusual: worth one question, never a
 * refusal.
 */
#include "calendar/month.h"
#include "tui/sheet.h"

#define USUAL_TIMES  10
#define USUAL_MONTHS 2 /* fewer say nothing of what is usual */

/* More than ten times what a month has meant so far this year. */
static bool
is_leap(const struct progress *p, struct amount before, struct amount amount)
{
	int months = month_of_year(p->month) - 1;
	struct amount step = amount_minus(amount, before);

	/* before / months × 10 < step, without rounding and without leaving int64 */
	return months >= USUAL_MONTHS && step.known && before.ore > 0 &&
	       step.ore / USUAL_TIMES > before.ore / months;
}

static char *
doubt_month(const struct progress *p, const struct progress_row *row,
    struct amount amount, enum money_unit unit)
{
	struct amount before = progress_before(p, row);
	g_autofree char *typed = sheet_amount(amount, unit);
	g_autofree char *was = sheet_amount(before, unit);
	g_autofree char *target = sheet_amount(row->target, unit);
	const char *code = row->action->code, *name = month_name(p->month);

	if (p->ahead)
		return g_strdup_printf(
		    "%s: %s %d har inte börjat.", code, name, month_year(p->month));
	if (before.known && amount.ore < before.ore)
		return g_strdup_printf("%s %s %s är mindre än %s i %s.", code, name,
		    typed, was, month_name(month_add(p->month, -1)));
	if (!before.known && amount.ore < 0)
		return g_strdup_printf("%s %s %s är mindre än noll.", code, name, typed);
	if (row->target.known && row->target.ore > 0 && amount.ore > row->target.ore)
		return g_strdup_printf(
		    "%s %s %s är mer än årets mål %s.", code, name, typed, target);
	if (before.known && is_leap(p, before, amount))
		return g_strdup_printf("%s %s %s är tio gånger mer än vanligt på en "
		                       "månad.",
		    code, name, typed);
	return NULL;
}

static char *
doubt_forecast(const struct progress *p, const struct progress_row *row,
    struct amount amount, enum money_unit unit)
{
	struct amount now = progress_now(p, row);
	struct amount usual = row->target.known ? row->target : row->standing;
	g_autofree char *typed = sheet_amount(amount, unit);
	g_autofree char *realised = sheet_amount(now, unit);
	g_autofree char *target = sheet_amount(usual, unit);
	const char *code = row->action->code;

	if (now.known && amount.ore < now.ore)
		return g_strdup_printf("%s prognos %s är mindre än utfallet hittills %s.",
		    code, typed, realised);
	if (usual.known && usual.ore > 0 && amount.ore / USUAL_TIMES >= usual.ore)
		return g_strdup_printf("%s prognos %s är tio gånger %s %s.", code, typed,
		    row->target.known ? "årets mål" : "den förra", target);
	return NULL;
}

char *
sheet_doubt(const struct progress *p, const struct progress_row *row,
    enum sheet_column column, struct amount amount, enum money_unit unit)
{
	return column == SHEET_MONTH ? doubt_month(p, row, amount, unit)
	                             : doubt_forecast(p, row, amount, unit);
}
