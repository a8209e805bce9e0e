/*
 * lights.c - what makes a light green, yellow, red or grey.
 */
#include "rollup/lights.h"

#include "base/text.h"
#include "calendar/date.h"
#include "calendar/month.h"
#include "money/share.h"

static int
badness(enum light light)
{
	static const int of[LIGHT__N] = { [LIGHT_NONE] = 1,
		[LIGHT_GREEN] = 0,
		[LIGHT_GREY] = 1,
		[LIGHT_YELLOW] = 2,
		[LIGHT_RED] = 3 };

	return of[light];
}

enum light
light_worse(enum light a, enum light b)
{
	enum light worse = badness(a) >= badness(b) ? a : b;

	return worse == LIGHT_NONE ? LIGHT_GREY : worse;
}

/* Is part at least the threshold of whole, to the öre? */
static bool
reaches(struct amount part, struct amount whole, int threshold_bp)
{
	struct amount least =
	    amount_scale(whole, amount_of(threshold_bp), amount_of(10000));

	return least.known && part.ore >= least.ore;
}

enum light
light_of_effect(
    struct amount forecast, struct amount target, const struct settings *settings)
{
	if (!forecast.known || !target.known || target.ore <= 0)
		return LIGHT_GREY;
	if (reaches(forecast, target, settings->number[SETTING_EFFECT_GREEN]))
		return LIGHT_GREEN;
	if (reaches(forecast, target, settings->number[SETTING_EFFECT_YELLOW]))
		return LIGHT_YELLOW;
	return LIGHT_RED;
}

/* ---- genomförande -------------------------------------------------------------------
 */

static int
month_end(int month)
{
	struct date date = { DATE_MONTH, month_year(month), month_of_year(month), 0 };

	return date_last_day(date);
}

/* Take a date that should have been met by `today`; true when there is such a date. */
static bool
take_date(const char *text, const char *what, bool met, int today, struct lights *ret)
{
	int day = date_last_day(date_kept(text));

	if (day == 0)
		return false;
	if (!met && today - day > ret->overdue_days) {
		ret->overdue_days = today - day;
		ret->overdue = what;
	}
	return true;
}

static bool
take_dates(const struct action *a, const struct plan *plan, int today, struct lights *ret)
{
	bool done = a->stage >= 4 || a->status == STATUS_DONE;
	bool waiting = a->status == STATUS_NOT_STARTED || a->status == STATUS_PLANNED;
	bool any = take_date(a->plan_ready, "plan klar", a->stage >= 2, today, ret);

	any |= take_date(a->start, "start", done || !waiting, today, ret);
	any |= take_date(a->finish, "slut", done, today, ret);
	for (guint i = plan_first_milestone(plan, a->id); i < plan->milestones->len;
	     i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action != a->id)
			break;
		any |= take_date(m->due, m->name, m->reached[0] != '\0', today, ret);
	}
	return any;
}

/* Rounds to the cut-off that waited for it, the latest first, until one the action has
 * reported in. */
static int
count_silent(const struct followup *f, int64_t action, int cutoff)
{
	guint n, first = followup_reports(f, action, &n);
	int silent = 0, month = 0;

	for (guint i = f->rounds->len; i-- > 0;) {
		const struct round *round = &g_array_index(f->rounds, struct round, i);

		if (round->cutoff > cutoff || round->cutoff == month)
			continue; /* two names of one month are one round */
		month = round->cutoff;
		for (guint k = first; k < first + n; k++)
			if (g_array_index(f->reports, struct report, k).cutoff == month)
				return silent;
		silent += rounds_await(f->rounds, action, month);
	}
	return silent;
}

static enum light
delivery_of(const struct action *a, bool known, const struct settings *settings,
    const struct lights *lights)
{
	if (a->status == STATUS_CANCELLED || a->status == STATUS_STRUCK ||
	    a->status == STATUS_MOVED)
		return LIGHT_GREY;
	if (lights->overdue_days > settings->number[SETTING_LATE_DAYS] ||
	    lights->silent >= settings->number[SETTING_SILENT])
		return LIGHT_RED;
	if (!known)
		return LIGHT_GREY;
	if (lights->overdue_days > 0 || lights->empty >= settings->number[SETTING_EMPTY])
		return LIGHT_YELLOW;
	return LIGHT_GREEN;
}

/* The latest judgement with a motivering.  "Inget nytt" lets an earlier one stand, but
 * neither rounds that say nothing can keep it green, nor silence keep it at all.  That
 * there is no data is no judgement. */
static enum light
judged_of(const struct followup *f, int64_t action, int cutoff,
    const struct settings *settings, const struct lights *lights)
{
	guint n, first = followup_reports(f, action, &n);
	enum light judged = LIGHT_NONE;

	for (guint i = first; i < first + n; i++) {
		const struct report *r = &g_array_index(f->reports, struct report, i);

		if (r->cutoff > cutoff)
			break;
		if (r->light != LIGHT_NONE && r->light != LIGHT_GREY &&
		    !text_is_blank(r->comment))
			judged = r->light;
		else if (!r->nothing_new)
			judged = LIGHT_NONE;
	}
	if (lights->silent >= settings->number[SETTING_SILENT] ||
	    (judged == LIGHT_GREEN && lights->empty >= settings->number[SETTING_EMPTY]))
		return LIGHT_NONE;
	return judged;
}

void
lights_of_action(const struct action *action, const struct plan *plan,
    const struct followup *followup, int cutoff, const struct settings *settings,
    struct lights *ret)
{
	guint n;
	bool known;

	*ret = (struct lights){ .effect = ret->effect };
	followup_reports(followup, action->id, &n);
	known = take_dates(action, plan, month_end(cutoff), ret) || n > 0;
	ret->silent = count_silent(followup, action->id, cutoff);
	ret->empty = followup_empty_rounds(followup, action->id, cutoff);
	ret->delivery = delivery_of(action, known, settings, ret);
	ret->judged = judged_of(followup, action->id, cutoff, settings, ret);
	ret->light = ret->judged != LIGHT_NONE ? ret->judged
	                                       : light_worse(ret->effect, ret->delivery);
}

/* ---- in words -----------------------------------------------------------------------
 */

char *
light_text(enum light light)
{
	static const char *const symbols[LIGHT__N] = { "○", "●", "▲", "■", "○" };
	enum light shown = light == LIGHT_NONE ? LIGHT_GREY : light;

	return g_strdup_printf(
	    "%s %s", symbols[shown], word_text(light_words, (int)shown));
}

char *
lights_text(const struct lights *lights)
{
	g_autofree char *word = light_text(lights->light);

	if (lights->judged != LIGHT_NONE)
		return g_strdup_printf("%s (bedömd)", word);
	return g_steal_pointer(&word);
}

char *
lights_reason(const struct lights *lights)
{
	GString *out = g_string_new(NULL);

	if (lights->overdue_days > 0)
		g_string_append_printf(out, "%d %s efter \"%s\"", lights->overdue_days,
		    lights->overdue_days == 1 ? "dag" : "dagar", lights->overdue);
	if (lights->silent > 0)
		g_string_append_printf(out, "%s%d %s utan rapport", out->len ? "; " : "",
		    lights->silent, lights->silent == 1 ? "omgång" : "omgångar");
	if (lights->empty > 0)
		g_string_append_printf(out, "%s%d %s", out->len ? "; " : "",
		    lights->empty,
		    lights->empty == 1 ? "tom rapport" : "tomma rapporter");
	return g_string_free(out, FALSE);
}
