/*
 * slippage.c - the plan less what is realised, and the finish that moved.
 */
#include "rollup/slippage.h"

#include "calendar/date.h"
#include "calendar/month.h"

/* The stages from which a plan is decided and an action is done. */
enum { STAGE_DECIDED = 3, STAGE_DONE = 4 };

static int
planned_finish(const struct followup *followup, int64_t action)
{
	guint n, first = followup_finishes(followup, action, &n);
	int said = 0;

	for (guint i = first; i < first + n; i++) {
		const struct finish *f =
		    &g_array_index(followup->finishes, struct finish, i);
		int month = date_last_month(date_kept(f->finish));

		if (month != 0 && f->stage >= STAGE_DECIDED)
			return month;
		if (said == 0)
			said = month;
	}
	return said;
}

/* Will it finish in this programme at all? */
static bool
is_dropped(const struct action *action)
{
	return action->status == STATUS_CANCELLED || action->status == STATUS_STRUCK ||
	       action->status == STATUS_MOVED;
}

static int
expected_finish(const struct action *action, int cutoff)
{
	int finish = date_last_month(date_kept(action->finish));
	bool done = action->status == STATUS_DONE || action->stage >= STAGE_DONE;

	if (finish == 0 || is_dropped(action))
		return 0;
	return done || finish > cutoff ? finish : month_add(cutoff, 1);
}

struct slippage
slippage_of(const struct action *action, const struct figure *figure,
    const struct followup *followup, int cutoff)
{
	struct slippage slippage = {
		.behind = figure_behind(figure),
		.planned = planned_finish(followup, action->id),
		.expected = expected_finish(action, cutoff),
	};

	if (slippage.planned == 0 || slippage.expected == 0)
		return slippage;
	slippage.months = month_between(slippage.planned, slippage.expected);
	slippage.months_known = true;
	return slippage;
}

char *
slippage_text(const struct slippage *slippage)
{
	if (!slippage->months_known)
		return g_strdup("–");
	if (slippage->months == 0)
		return g_strdup("i tid");
	return g_strdup_printf(
	    "%d mån %s", ABS(slippage->months), slippage->months > 0 ? "sent" : "tidigt");
}
