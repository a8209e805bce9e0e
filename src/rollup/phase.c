/*
 * phase.c - a year's target over the months in which the action is active.
 */
#include "rollup/phase.h"

#include "calendar/date.h"
#include "calendar/month.h"
#include "money/split.h"

struct phase
phase_of(int start, int finish, int year)
{
	struct phase phase = { 1, 12, true };

	if (start != 0 && month_year(start) == year) {
		phase.first = month_of_year(start);
		phase.assumed = false;
	}
	if (finish != 0 && month_year(finish) == year) {
		phase.last = month_of_year(finish);
		phase.assumed = false;
	}
	/* Dates that contradict each other say nothing of the profile. */
	if (phase.first > phase.last)
		return (struct phase){ 1, 12, true };
	return phase;
}

struct phase
phase_of_action(const struct action *action, int year)
{
	return phase_of(date_first_month(date_kept(action->start)),
	    date_last_month(date_kept(action->finish)), year);
}

int64_t
phase_to_date(struct phase phase, int64_t target_ore, int month)
{
	int parts = phase.last - phase.first + 1;

	return money_split_head(
	    target_ore, parts, CLAMP(month - phase.first + 1, 0, parts));
}

int64_t
phase_month(struct phase phase, int64_t target_ore, int month)
{
	if (month < phase.first || month > phase.last)
		return 0;
	return money_split_part(
	    target_ore, phase.last - phase.first + 1, month - phase.first);
}
