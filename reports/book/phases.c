/*
 * phases.c - the decisions of a programme, phase by phase.
 *
 * Source  Region Halland's final report of Framtidsarbetet 2015-2018.
 */
#include <string.h>

#include "calendar/date.h"
#include "reports/book/parts.h"

/* A decision and where it stands in time: one without a date follows the one that was
 * entered before it in its phase. */
struct step {
	const struct decision *decision;
	int day;
};

static const char *
said(const char *text)
{
	return *text ? text : "–";
}

static gint
by_day(gconstpointer a, gconstpointer b)
{
	const struct step *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

/* In order of time; within a day as they were entered. */
static GArray *
steps_of(const GArray *decisions)
{
	g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
	GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct step));

	for (guint i = 0; i < decisions->len; i++) {
		const struct decision *d = &g_array_index(decisions, struct decision, i);
		gpointer phase = (gpointer)(uintptr_t)d->phase;
		struct step step = { d, date_last_day(date_kept(d->day)) };

		if (!*d->day)
			step.day = GPOINTER_TO_INT(g_hash_table_lookup(last, phase));
		g_hash_table_insert(last, phase, GINT_TO_POINTER(step.day));
		g_array_append_val(steps, step);
	}
	g_array_sort(steps, by_day); /* stable */
	return steps;
}

bool
part_has_phases(const GArray *decisions)
{
	for (guint i = 0; i < decisions->len; i++)
		if (*g_array_index(decisions, struct decision, i).phase)
			return true;
	return false;
}

static void
step_row(struct table *table, const struct plan *plan, const struct decision *d)
{
	const struct action *action = plan_action_by_id(plan, d->action);

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(said(d->day)),
	        cell_text(said(d->body)),
	        cell_text(said(d->paragraph)),
	        cell_text(said(d->journal)),
	        cell_text(said(d->subject)),
	        cell_money(d->amount),
	        cell_text(said(d->outcome)),
	        cell_text(said(d->note)),
	        cell_text(action ? action->code : "programmet"),
	    });
}

/* The phase's decisions, and mark them as printed. */
static void
add_phase(struct table *table, const struct plan *plan, GArray *steps, guint first)
{
	const char *phase = g_array_index(steps, struct step, first).decision->phase;
	g_autofree struct cell *cells = g_new0(struct cell, table->columns->len);

	cells[0] = cell_text(*phase ? phase : "utan fas");
	table_row(table, ROW_GROUP, cells);
	for (guint i = first; i < steps->len; i++) {
		struct step *step = &g_array_index(steps, struct step, i);

		if (!step->decision || strcmp(step->decision->phase, phase) != 0)
			continue;
		step_row(table, plan, step->decision);
		step->decision = NULL;
	}
}

/* "Utfallet av det senaste beslutet som har ett: återremiss (Regionstyrelsen, § 73)." */
void
part_last_outcome(struct doc *doc, const GArray *decisions)
{
	g_autoptr(GArray) steps = steps_of(decisions);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *paragraph = NULL;
	const struct decision *last = NULL;

	for (guint i = 0; i < steps->len; i++) {
		const struct decision *d = g_array_index(steps, struct step, i).decision;

		if (d->action == 0 && *d->outcome)
			last = d;
	}
	if (!last)
		return;
	g_string_append_printf(text, "Senaste beslut med utfall: %s", last->outcome);
	if (*last->body)
		g_string_append_printf(text, ", %s", last->body);
	paragraph = decision_paragraph(last);
	if (*paragraph)
		g_string_append_printf(text, " %s", paragraph);
	if (*last->day)
		g_string_append_printf(text, ", %s", last->day);
	g_string_append_c(text, '.');
	doc_paragraph(doc, text->str);
}

void
part_phases(struct doc *doc, const GArray *decisions, const struct plan *plan)
{
	const struct column columns[] = {
		part_column_text("datum", "Datum"),
		part_column_text("instans", "Instans"),
		part_column_text("paragraf", "§"),
		part_column_text("diarienummer", "Diarienummer"),
		part_column_text("handelse", "Händelse"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_text("utfall", "Utfall"),
		part_column_text("anmarkning", "Anmärkning"),
		part_column_text("galler", "Gäller"),
	};
	g_autoptr(GArray) steps = steps_of(decisions);
	size_t n = G_N_ELEMENTS(columns) - 1;
	struct table *table;

	for (guint i = 0; i < steps->len && n < G_N_ELEMENTS(columns); i++)
		n += g_array_index(steps, struct step, i).decision->action != 0;
	table = doc_table(doc, "Faser och beslut i tidsordning", columns, n);
	for (guint i = 0; i < steps->len; i++)
		if (g_array_index(steps, struct step, i).decision)
			add_phase(table, plan, steps, i);
}
