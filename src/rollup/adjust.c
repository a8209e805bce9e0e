/*
 * adjust.c - the gap ladder, the bridge and the reality test.
 */
#include "rollup/adjust.h"

#include "money/share.h"

void
gap_ladder_make(const struct plan *plan, const struct rollup *counted, int year,
    struct gap_ladder *ret)
{
	int column = year == 0 ? ROLLUP_TOTAL(counted) : year - counted->query.first_year;
	bool shown = year == 0 || (column >= 0 && column < counted->n_years);
	struct gap_ladder sum = { .year = year,
		.requirement = plan_requirement(plan, year, KIND_NONE) };

	for (guint i = 0; shown && i < counted->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(counted->rows, struct rollup_row, i);
		const struct action *action = plan_action_by_id(plan, row->key);
		const struct figure *f = &row->cells[column];
		struct figure taken;

		netting_taken(plan, counted, row, column, &taken);
		amount_total(&sum.identified, netting_net(f->target, taken.target));
		if (action != NULL && action->stage >= 3)
			amount_total(&sum.decided, netting_net(f->target, taken.target));
		amount_total(&sum.forecast, netting_net(f->forecast, taken.forecast));
		amount_total(&sum.weighted, netting_net(f->weighted, taken.weighted));
		amount_total(&sum.realised, netting_net(f->realised, taken.realised));
	}
	sum.unidentified = amount_minus(sum.requirement, sum.identified);
	*ret = sum;
}

static void
add_bridge_row(struct bridge *bridge, const char *text, struct amount *cells)
{
	struct bridge_row row = {
		.text = g_string_chunk_insert(bridge->text, text),
		.cells = cells,
	};

	g_array_append_val(bridge->rows, row);
}

static struct amount *
new_cells(const struct bridge *bridge)
{
	return g_new0(struct amount, (gsize)bridge->n_years + 2);
}

/* What is listed outside comes off: as a negative row of its area. */
static void
add_outside_row(struct bridge *bridge, const struct rollup_row *outside)
{
	g_autofree char *text = g_strdup_printf("Utanför: %s", outside->text);
	struct amount *cells;

	if (!outside->cells[bridge->n_years + 1].target.known)
		return;
	cells = new_cells(bridge);
	for (int c = 0; c < bridge->n_years + 2; c++)
		cells[c] = amount_minus(amount_of(0), outside->cells[c].target);
	add_bridge_row(bridge, text, cells);
}

struct bridge *
bridge_make(const struct rollup *counted, const struct rollup *outside)
{
	struct bridge *bridge = g_new0(struct bridge, 1);
	struct amount *all, *counts;

	bridge->n_years = counted->n_years;
	bridge->first_year = counted->query.first_year;
	bridge->rows = g_array_new(FALSE, FALSE, sizeof(struct bridge_row));
	bridge->text = g_string_chunk_new(512);
	all = new_cells(bridge);
	counts = new_cells(bridge);
	for (int c = 0; c < bridge->n_years + 2; c++) {
		counts[c] = counted->total.cells[c].target;
		all[c] = counts[c];
		/* A sum too large to hold is shown as missing, never as another. */
		amount_total(&all[c], outside->total.cells[c].target);
	}
	add_bridge_row(bridge, "Allt som listas", all);
	for (guint i = 0; i < outside->rows->len; i++)
		add_outside_row(
		    bridge, &g_array_index(outside->rows, struct rollup_row, i));
	add_bridge_row(bridge, "Räknas mot kravet", counts);
	return bridge;
}

void
bridge_free(struct bridge *bridge)
{
	if (bridge == NULL)
		return;
	for (guint i = 0; i < bridge->rows->len; i++)
		g_free(g_array_index(bridge->rows, struct bridge_row, i).cells);
	g_array_unref(bridge->rows);
	g_string_chunk_free(bridge->text);
	g_free(bridge);
}

GArray *
reality_make(const struct plan *plan)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct reality));
	struct amount requirement = plan_requirement(plan, 0, KIND_NONE);

	for (guint i = 0; i < plan->benchmarks->len; i++) {
		const struct benchmark *benchmark =
		    &g_array_index(plan->benchmarks, struct benchmark, i);
		struct reality row = {
			.benchmark = benchmark,
			.ratio = share_of(benchmark->realised, benchmark->promised),
			.amount = amount_scale(
			    requirement, benchmark->realised, benchmark->promised),
		};

		if (benchmark->realised.known && benchmark->promised.known)
			g_array_append_val(out, row);
	}
	return out;
}
