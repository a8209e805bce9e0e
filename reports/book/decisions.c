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

/* What only some decisions say is a column where one of these does. */
struct said_columns {
	bool phase, amount, note;
};

static struct said_columns
said_by(const GArray *decisions)
{
	struct said_columns ret = { false, false, false };

	for (guint i = 0; i < decisions->len; i++) {
		const struct decision *d = &g_array_index(decisions, struct decision, i);

		ret.phase = ret.phase || *d->phase;
		ret.amount = ret.amount || d->amount.known;
		ret.note = ret.note || *d->note;
	}
	return ret;
}

enum { COLUMNS_MAX = 10 };

static void
decision_row(struct table *table, const struct said_columns *has, const struct plan *plan,
    const struct decision *d)
{
	struct cell cells[COLUMNS_MAX] = { said(d->day), said(d->body),
		said(d->paragraph), said(d->journal), said(d->outcome),
		said(d->subject) };
	size_t n = 6;

	if (has->phase)
		cells[n++] = said(d->phase);
	if (has->amount)
		cells[n++] = cell_money(d->amount);
	if (has->note)
		cells[n++] = said(d->note);
	cells[n] = cell_text(subject_of(plan, d));
	table_row(table, ROW_BODY, cells);
}

void
part_decisions(struct doc *doc, const GArray *decisions, const struct plan *plan)
{
	struct column columns[COLUMNS_MAX] = {
		part_column_text("datum", "Datum"),
		part_column_text("instans", "Instans"),
		part_column_text("paragraf", "§"),
		part_column_text("diarienummer", "Diarienummer"),
		part_column_text("utfall", "Utfall"),
		part_column_text("arende", "Ärende"),
	};
	const struct said_columns has = said_by(decisions);
	size_t n = 6;
	g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(struct decision));
	struct table *table;

	if (decisions->len == 0) {
		doc_paragraph(doc, "Inga beslut är upptagna.");
		return;
	}
	if (has.phase)
		columns[n++] = part_column_text("fas", "Fas");
	if (has.amount)
		columns[n++] = part_column_mkr("belopp_kr", "Belopp");
	if (has.note)
		columns[n++] = part_column_text("anmarkning", "Anmärkning");
	columns[n++] = part_column_text("galler", "Gäller");
	g_array_append_vals(sorted, decisions->data, decisions->len);
	g_array_sort(sorted, by_day); /* stable: those of one day as they were entered */
	table = doc_table(doc, "Beslut i tidsordning", columns, n);
	for (guint i = 0; i < sorted->len; i++)
		decision_row(
		    table, &has, plan, &g_array_index(sorted, struct decision, i));
}
