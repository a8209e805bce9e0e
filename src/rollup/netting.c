/*
 * netting.c - overlaps that yield.
 */
#include "rollup/netting.h"

#include "money/share.h"

/* An overlap takes something off only when it is known how much and from whom. */
static bool
yields(const struct overlap *overlap, int64_t action, int year)
{
	return overlap->amount.known && overlap->yields == action &&
	       (year == -1 || overlap->year == year);
}

struct amount
overlap_of_action(const struct plan *plan, int64_t action, int year)
{
	struct amount sum = AMOUNT_NONE;

	for (guint i = 0; action != 0 && i < plan->overlaps->len; i++) {
		const struct overlap *overlap =
		    &g_array_index(plan->overlaps, struct overlap, i);

		if (yields(overlap, action, year) && !amount_add(&sum, overlap->amount))
			return AMOUNT_NONE;
	}
	return sum;
}

bool
netting_takes(const struct plan *plan)
{
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);

		if (o->yields != 0 && yields(o, o->yields, -1))
			return true;
	}
	return false;
}

struct amount
netting_net(struct amount gross, struct amount taken)
{
	if (taken.known)
		return amount_minus(gross, taken);
	amount_total(&gross, taken); /* nothing, or lost */
	return gross;
}

struct amount
netting_part(struct amount overlap, struct amount target, struct amount amount)
{
	if (!overlap.known || !target.known || target.ore <= 0 || !amount.known)
		return AMOUNT_NONE;
	if (amount.ore <= 0)
		return amount_of(0);
	if (amount.ore >= target.ore)
		return overlap;
	return amount_scale(overlap, amount, target);
}

/* What an overlap of one year takes off the figures it is of. */
static void
add_taken(struct figure *sum, struct amount overlap, const struct figure *f)
{
	amount_total(&sum->target, overlap);
	amount_total(&sum->plan, netting_part(overlap, f->target, f->plan));
	amount_total(&sum->realised, netting_part(overlap, f->target, f->realised));
	amount_total(&sum->forecast, netting_part(overlap, f->target, f->forecast));
	amount_total(&sum->weighted, netting_part(overlap, f->target, f->weighted));
}

/* What is thought away is counted nowhere, so nothing is counted twice with it. */
static bool
is_thought_away(const struct rollup *rollup, const struct overlap *overlap)
{
	for (guint i = 0; rollup->without && i < rollup->without->len; i++) {
		int64_t gone = g_array_index(rollup->without, int64_t, i);

		if (gone == overlap->action || gone == overlap->other)
			return true;
	}
	return false;
}

void
netting_taken(const struct plan *plan, const struct rollup *rollup,
    const struct rollup_row *row, int column, struct figure *ret)
{
	bool total = column == ROLLUP_TOTAL(rollup);

	*ret = (struct figure){ .assumed = 0 };
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *overlap =
		    &g_array_index(plan->overlaps, struct overlap, i);
		int of_year = overlap->year - rollup->query.first_year;
		bool inside =
		    overlap->year != 0 && of_year >= 0 && of_year < rollup->n_years;

		if (!yields(overlap, row->key, -1) || is_thought_away(rollup, overlap))
			continue;
		if (inside && (total || of_year == column))
			add_taken(ret, overlap->amount, &row->cells[of_year]);
		else if (!inside && total)
			add_taken(ret, overlap->amount, &row->cells[column]);
		else if (overlap->year == 0 && column == ROLLUP_UNPHASED(rollup))
			add_taken(ret, overlap->amount, &row->cells[column]);
	}
}
