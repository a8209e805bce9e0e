/*
 * followup.c - looking up what was reported.
 */
#include "plan/followup.h"

#include <string.h>

#include "base/rows.h"
#include "base/text.h"

struct followup *
followup_new(void)
{
	struct followup *f = g_new0(struct followup, 1);

	f->text = g_string_chunk_new(1024);
	f->rounds = g_array_new(FALSE, TRUE, sizeof(struct round));
	f->reports = g_array_new(FALSE, TRUE, sizeof(struct report));
	f->forecasts = g_array_new(FALSE, TRUE, sizeof(struct forecast));
	f->finishes = g_array_new(FALSE, TRUE, sizeof(struct finish));
	return f;
}

void
followup_free(struct followup *f)
{
	if (f == NULL)
		return;
	g_clear_pointer(&f->rounds, g_array_unref);
	g_array_unref(f->reports);
	g_clear_pointer(&f->forecasts, g_array_unref);
	g_clear_pointer(&f->finishes, g_array_unref);
	g_string_chunk_free(f->text);
	g_free(f);
}

static guint
own_part(const GArray *rows, gsize size, int64_t action, guint *ret_n)
{
	guint first = rows_from(rows, size, action);

	*ret_n = rows_from(rows, size, action + 1) - first;
	return first;
}

guint
followup_reports(const struct followup *f, int64_t action, guint *ret_n)
{
	return own_part(f->reports, sizeof(struct report), action, ret_n);
}

guint
followup_forecasts(const struct followup *f, int64_t action, guint *ret_n)
{
	return own_part(f->forecasts, sizeof(struct forecast), action, ret_n);
}

guint
followup_finishes(const struct followup *f, int64_t action, guint *ret_n)
{
	return own_part(f->finishes, sizeof(struct finish), action, ret_n);
}

bool
round_awaits(const struct round *round, int64_t action)
{
	return round->last_action == 0 || action <= round->last_action;
}

bool
rounds_await(const GArray *rounds, int64_t action, int cutoff)
{
	bool any = false;

	for (guint i = 0; i < rounds->len; i++) {
		const struct round *round = &g_array_index(rounds, struct round, i);

		if (round->cutoff != cutoff)
			continue;
		if (round_awaits(round, action))
			return true;
		any = true;
	}
	return !any;
}

/* Does the report belong to a later round than the forecast's?  Rounds of one month are
 * ordered by name. */
static bool
is_later(const struct followup *f, const struct report *r, const struct forecast *of)
{
	if (r->cutoff != of->cutoff || r->round == of->round)
		return r->cutoff > of->cutoff;
	for (guint i = 0; i < f->rounds->len; i++) {
		const struct round *one = &g_array_index(f->rounds, struct round, i);

		if (one->id == of->round)
			return strcmp(r->label, one->label) > 0;
	}
	return false;
}

/* The latest report of a round to `cutoff` that had something to say; NULL for none. */
static const struct report *
last_said(const struct followup *f, int64_t action, int cutoff)
{
	guint n, first = followup_reports(f, action, &n);
	const struct report *last = NULL;

	for (guint i = first; i < first + n; i++) {
		const struct report *r = &g_array_index(f->reports, struct report, i);

		if (r->cutoff <= cutoff && !r->nothing_new)
			last = r;
	}
	return last;
}

struct amount
followup_forecast(const struct followup *f, int64_t action, int year, int cutoff)
{
	guint n, first = followup_forecasts(f, action, &n);
	const struct forecast *latest = NULL;
	const struct report *said;

	for (guint i = first; i < first + n; i++) {
		const struct forecast *one =
		    &g_array_index(f->forecasts, struct forecast, i);

		if (one->year == year && one->cutoff <= cutoff)
			latest = one;
	}
	if (latest == NULL)
		return AMOUNT_NONE;
	said = last_said(f, action, cutoff);
	return said && is_later(f, said, latest) ? AMOUNT_NONE : amount_of(latest->ore);
}

static bool
is_empty(const struct report *report, const struct report *before)
{
	if (report->nothing_new)
		return true;
	return before != NULL && !text_is_blank(report->comment) &&
	       strcmp(report->comment, before->comment) == 0;
}

int
followup_empty_rounds(const struct followup *f, int64_t action, int cutoff)
{
	guint n, first = followup_reports(f, action, &n);
	const struct report *before = NULL;
	int empty = 0;
	bool said = false; /* in some round of the month */

	for (guint i = first; i < first + n; i++) {
		const struct report *r = &g_array_index(f->reports, struct report, i);

		if (r->cutoff > cutoff)
			break;
		/* rounds of one month are one */
		if (before == NULL || before->cutoff != r->cutoff) {
			said = false;
			empty++;
		}
		said |= !is_empty(r, before);
		if (said)
			empty = 0;
		before = r;
	}
	return empty;
}
