/*
 * basis.c - the parts with which every appendix begins and ends.
 */
#include "reports/book/actions.h"
#include "reports/book/parts.h"

struct table *
part_facts(struct doc *doc, const char *caption)
{
	const struct column columns[] = {
		part_column_text("uppgift", "Uppgift"),
		part_column_text("varde", "Värde"),
	};

	return doc_table(doc, caption, columns, G_N_ELEMENTS(columns));
}

void
part_fact(struct table *table, const char *name, const char *value)
{
	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(name), cell_text(value && *value ? value : "–") });
}

void
part_fact_take(struct table *table, const char *name, char *value)
{
	part_fact(table, name, value);
	g_free(value);
}

/* What only some programmes have is counted where there is any. */
static void
count_if_any(struct table *table, const char *name, const GArray *rows)
{
	if (rows->len > 0)
		part_fact_take(table, name, g_strdup_printf("%u", rows->len));
}

static void
count(struct table *table, const char *name, guint n)
{
	part_fact_take(table, name, g_strdup_printf("%u", n));
}

void
part_basis(struct doc *doc, const struct overview *overview, const struct book_head *head)
{
	const struct plan *plan = overview->plan;
	struct table *table;

	doc_heading(doc, 1, "Underlag");
	table = part_facts(doc, "Vad bilagan bygger på");
	part_fact_take(table, "Program",
	    g_strdup_printf("%s (%s)", plan->programme.name, plan->programme.code));
	if (overview->unit)
		part_fact(table, "Förvaltning", overview->unit);
	part_fact_take(table, "Avser till och med", part_month(overview->cutoff));
	part_fact(table, "Data per", head ? head->as_of : NULL);
	count(table, "Åtgärder som räknas", actions_count(overview, true, NULL));
	count(table, "Åtgärder utanför", actions_count(overview, false, NULL));
	count(table, "Mållinjer", plan->lines->len);
	count(table, "Målbelopp", plan->targets->len);
	part_fact_take(table, "Med lägesrapport för månaden",
	    g_strdup_printf(
	        "%d av %d som räknas", overview->reported, overview->counted));
	count(table, "Krav", plan->requirements->len);
	count(table, "Omfördelningar", plan->reallocations->len);
	count(table, "Överlapp", plan->overlaps->len);
	count(table, "Referensprogram", plan->benchmarks->len);
	count(table, "Kalkyler", plan->calculations->len);
	count_if_any(table, "Mål (riktning)", plan->goals);
	count_if_any(table, "Mått", plan->indicators);
	count_if_any(table, "Mätvärden", plan->measurements);
	count_if_any(table, "Uppdrag och strategiska åtgärder", plan->assignments);
	count_if_any(table, "Förutsättningar", plan->preconditions);
	part_fact(table, "SHA-256", head ? head->digest : NULL);
}

struct doc *
part_document(
    const char *title, const struct overview *overview, const struct book_head *head)
{
	g_autofree char *full = part_title(title, overview->plan->programme.name);
	g_autofree char *only =
	    overview->unit ? g_strdup_printf("Endast åtgärder i %s", overview->unit)
	                   : NULL;
	g_autofree char *subtitle = part_subtitle(only, overview->cutoff, head);
	struct doc *doc = doc_new(full, subtitle);

	if (head && head->page)
		doc_set_head(doc, head->page);
	return doc;
}
