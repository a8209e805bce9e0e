/* detail_figures.c - one action's key figures, as every other view counts them. */
#include "session/detail.h"

#include "calendar/month.h"
#include "session/footing.h"

static void
take_years(struct detail *d, const struct footing *b, const struct rollup *rollup,
    const struct rollup_row *row, const struct action *action)
{
	for (int c = 0; c < rollup_columns(rollup); c++) {
		struct detail_year year = { .column = c,
			.year = c < rollup->n_years ? rollup->query.first_year + c : 0,
			.total = c == ROLLUP_TOTAL(rollup),
			.figure = row->cells[c],
			.effect = effect_of_row(action, rollup, row, c) };
		const struct figure *f = &year.figure;

		netting_taken(b->plan, rollup, row, c, &year.taken);
		if (year.total || f->target.known || f->realised.known ||
		    f->forecast.known || f->unverified.known)
			g_array_append_val(d->years, year);
	}
}

/* Realised per month of the action to the cut-off, for its pace. */
static struct pace
pace_of_action(const struct detail *d, int cutoff)
{
	g_autoptr(GArray) months = g_array_new(FALSE, FALSE, sizeof(struct month_amount));

	for (guint i = 0; i < d->savings->len; i++) { /* by month */
		const struct saving *s =
		    &g_array_index(d->savings, struct detail_saving, i).saving;
		struct month_amount fresh = { s->month, AMOUNT_NONE };
		struct month_amount *last;

		if (d->verify &&
		    !g_array_index(d->savings, struct detail_saving, i).verified)
			continue;
		if (months->len == 0 ||
		    g_array_index(months, struct month_amount, months->len - 1).month !=
		        s->month)
			g_array_append_val(months, fresh);
		last = &g_array_index(months, struct month_amount, months->len - 1);
		amount_total(&last->realised, amount_of(s->ore));
	}
	return pace_of(
	    (const struct month_amount *)(const void *)months->data, months->len, cutoff);
}

static void
take_steps(struct detail *d, const struct plan *plan, int64_t action)
{
	for (guint i = 0; i < plan->decisions->len; i++) {
		struct decision one = g_array_index(plan->decisions, struct decision, i);

		if (one.action == action || one.action == 0)
			g_array_append_val(d->decisions, one);
	}
	for (guint i = 0; i < plan->assessments->len; i++) {
		struct assessment one =
		    g_array_index(plan->assessments, struct assessment, i);

		if (one.action == action)
			g_array_append_val(d->assessments, one);
	}
	for (guint i = plan_first_milestone(plan, action); i < plan->milestones->len;
	     i++) {
		struct milestone one =
		    g_array_index(plan->milestones, struct milestone, i);

		if (one.action != action)
			break;
		g_array_append_val(d->milestones, one);
	}
}

bool
detail_read_figures(
    struct session *s, const struct view *view, struct detail *d, GError **error)
{
	struct footing b = { 0 };
	struct rollup *rollup = NULL;
	const struct rollup_row *row;
	const struct action *action;
	bool ok = footing_make(s, view, GROUPING_BIT(GROUPING_ACTION), STORE_ALL,
	              FOOTING_FULL, &b, error) &&
	          footing_build(&b, GROUPING_ACTION, SELECT_ALL, &rollup, error);

	if (ok) {
		action = plan_action_by_id(b.plan, d->action.id);
		row = rollup_find(rollup, d->action.id);
		if (action && row) {
			d->outlook = b.outlooks[action - &g_array_index(b.plan->actions,
			                                     struct action, 0)];
			d->slippage = slippage_of(action,
			    &row->cells[ROLLUP_TOTAL(rollup)], b.followup, b.cutoff);
			take_years(d, &b, rollup, row, action);
			take_steps(d, b.plan, action->id);
			detail_take_links(d, b.plan, b.cutoff);
		}
		d->cutoff = b.cutoff;
		d->settings = b.settings;
		d->pace = pace_of_action(d, b.cutoff);
	}
	rollup_free(rollup);
	footing_clear(&b);
	return ok;
}
