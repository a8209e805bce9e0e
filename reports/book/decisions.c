/*
 * decisions.c - decisions in the order they were made.
 */
#include "calendar/date.h"
#include "reports/book/parts.h"

static gint
by_day(gconstpointer a, gconstpointer b)
{
	const struct decision *x = a, *y = b;
	int first = date_last_day(date_kept(x->day));
	int second = date_last_day(date_kept(y->day));

	return first < second ? -1 : first > second;
}

static struct cell
said(const char *text)
{
	return cell_text(*text ? text : "–");
}

/* Of the programme, or the code of the action it is about. */
static const char *
subject_of(const struct plan *plan, const struct decision *decision)
{
	const struct action *action = plan_action_by_id(plan, decision->action);

	return action ? action->code : "programmet";
}

void
part_decisions(struct doc *doc, const GArray *decisions, const struct plan *plan)
{
	const struct column columns[] = {
		part_column_text("datum", "Datum"),
		part_column_text("instans", "Instans"),
		part_column_text("paragraf", "§"),
		part_column_text("diarienummer", "Diarienummer"),
		part_column_text("utfall", "Utfall"),
		part_column_text("arende", "Ärende"),
		part_column_text("galler", "Gäller"),
	};
	g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(struct decision));
	struct table *table;

	if (decisions->len == 0) {
		doc_paragraph(doc, "Inga beslut är upptagna.");
		return;
	}
	g_array_append_vals(sorted, decisions->data, decisions->len);
	g_array_sort(sorted, by_day); /* stable: those of one day as they were entered */
	table = doc_table(doc, "Beslut i tidsordning", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < sorted->len; i++) {
		const struct decision *d = &g_array_index(sorted, struct decision, i);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ said(d->day), said(d->body),
		        said(d->paragraph), said(d->journal), said(d->outcome),
		        said(d->subject), cell_text(subject_of(plan, d)) });
	}
}
