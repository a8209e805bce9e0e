/*
 * action_sums.c - targets and savings per action and year.
 */
#include "rollup/action_sums.h"

#include "base/rows.h"
#include "calendar/month.h"
#include "ledger/saving.h"

static gint
by_action_year(gconstpointer a, gconstpointer b)
{
	const struct action_sum *x = a, *y = b;

	if (x->action != y->action)
		return x->action < y->action ? -1 : 1;
	return x->year - y->year;
}

/* Rows of the same action and year become one. */
static void
merge(GArray *sums)
{
	guint kept = 0;

	for (guint i = 0; i < sums->len; i++) {
		const struct action_sum *row = &g_array_index(sums, struct action_sum, i);
		struct action_sum *last =
		    kept ? &g_array_index(sums, struct action_sum, kept - 1) : NULL;

		if (last && by_action_year(last, row) == 0) {
			amount_add(&last->target, row->target);
			amount_add(&last->realised, row->realised);
		} else
			g_array_index(sums, struct action_sum, kept++) = *row;
	}
	g_array_set_size(sums, kept);
}

GArray *
action_sums_make(const struct plan *plan, const GArray *cube)
{
	GArray *sums = g_array_new(FALSE, FALSE, sizeof(struct action_sum));

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		struct action_sum row = { line ? line->action : 0, t->year,
			amount_of(t->ore), AMOUNT_NONE };

		if (line)
			g_array_append_val(sums, row);
	}
	for (guint i = 0; cube && i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);
		const struct line *line = plan_line(plan, c->line);
		struct action_sum row = { line ? line->action : 0, month_year(c->month),
			AMOUNT_NONE, amount_of(c->ore) };

		if (line && c->reports > 0)
			g_array_append_val(sums, row);
	}
	g_array_sort(sums, by_action_year);
	merge(sums);
	return sums;
}

guint
action_sums_of(const GArray *sums, int64_t action, guint *ret_n)
{
	guint first = rows_from(sums, sizeof(struct action_sum), action);

	*ret_n = rows_from(sums, sizeof(struct action_sum), action + 1) - first;
	return first;
}

struct amount
action_sums_target(const GArray *sums, int64_t action, int year)
{
	guint n, first = action_sums_of(sums, action, &n);
	struct amount sum = AMOUNT_NONE;

	for (guint i = first; i < first + n; i++) {
		const struct action_sum *row = &g_array_index(sums, struct action_sum, i);

		if (year == -1 || row->year == year)
			amount_add(&sum, row->target);
	}
	return sum;
}
