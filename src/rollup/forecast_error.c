/*
 * forecast_error.c - forecasts against outcomes.
 */
#include "rollup/forecast_error.h"

#include <string.h>

#include "calendar/month.h"

static struct forecast_error *
error_of(GArray *errors, const char *owner)
{
	struct forecast_error fresh = { .owner = owner };

	for (guint i = 0; i < errors->len; i++) {
		struct forecast_error *one =
		    &g_array_index(errors, struct forecast_error, i);

		if (strcmp(one->owner, owner) == 0)
			return one;
	}
	g_array_append_val(errors, fresh);
	return &g_array_index(errors, struct forecast_error, errors->len - 1);
}

/* A sum that leaves int64 leaves the forecast out: no figure here is a total. */
static void
take(GArray *errors, const char *owner, int64_t forecast, struct amount outcome)
{
	int64_t realised = outcome.known ? outcome.ore : 0;
	struct forecast_error *one = error_of(errors, owner);
	struct forecast_error sum = *one;
	struct amount error = amount_minus(amount_of(forecast), amount_of(realised));

	if (error.known && money_add(sum.forecast_ore, forecast, &sum.forecast_ore) &&
	    money_add(sum.realised_ore, realised, &sum.realised_ore) &&
	    money_add(sum.missed_ore, error.ore < 0 ? -error.ore : error.ore,
	        &sum.missed_ore)) {
		sum.forecasts++;
		sum.outcomes += outcome.known;
		*one = sum;
	}
}

GArray *
forecast_errors_make(const struct plan *plan, const struct rollup *actions,
    const struct followup *followup)
{
	GArray *errors = g_array_new(FALSE, FALSE, sizeof(struct forecast_error));
	int cutoff = actions->query.cutoff, first = actions->query.first_year;

	for (guint i = 0; i < actions->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(actions->rows, struct rollup_row, i);
		const struct action *a = plan_action_by_id(plan, row->key);
		guint n, from = followup_forecasts(followup, row->key, &n);

		for (guint k = from; a && k < from + n; k++) {
			const struct forecast *f =
			    &g_array_index(followup->forecasts, struct forecast, k);
			int column = f->year - first;

			if (month_make(f->year, 12) > cutoff || f->cutoff > cutoff ||
			    column < 0 || column >= actions->n_years)
				continue;
			take(errors, a->owner, f->ore, row->cells[column].realised);
		}
	}
	return errors;
}
