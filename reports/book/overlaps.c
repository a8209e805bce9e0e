/* overlaps.c - what two actions both count, and what is only suspected. */
#include "reports/book/parts.h"

static const char *
code_of(const struct plan *plan, int64_t id)
{
	const struct action *action = id ? plan_action_by_id(plan, id) : NULL;

	return action ? action->code : "–";
}

void
part_overlaps(struct doc *doc, const struct plan *plan)
{
	const struct column columns[] = {
		part_column_text("id", "Åtgärd"),
		part_column_text("med", "Överlappar"),
		part_column_text("ar", "År"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_text("viker", "Dras av från"),
		part_column_text("skal", "Skäl"),
	};
	struct table *table;

	if (plan->overlaps->len == 0)
		return;
	table =
	    doc_table(doc, "Överlapp mellan åtgärder", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *one =
		    &g_array_index(plan->overlaps, struct overlap, i);
		g_autofree char *year = part_year(one->year);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(code_of(plan, one->action)),
		        cell_text(code_of(plan, one->other)), cell_text(year),
		        cell_money(one->amount), cell_text(code_of(plan, one->yields)),
		        cell_text(one->reason) });
	}
	doc_note(doc,
	    "Ett överlapp utan belopp är misstänkt, och ett där ingen viker är inte "
	    "avgjort: båda står här men dras inte av.");
}
