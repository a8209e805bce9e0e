/*
 * forandringar.c - the appendix about what has changed since an earlier instant.
 */
#include "reports/book/books.h"
#include "reports/book/parts.h"

static void
add_finding(struct doc *doc, const struct comparison *c, const char *since)
{
	guint of_programme = 0;
	g_autofree char *text = NULL;

	for (guint i = 0; i < c->rows->len; i++)
		of_programme += !*g_array_index(c->rows, struct difference, i).action;
	if (c->rows->len == 0)
		text = g_strdup_printf("Ingenting skiljer sig från %s.", since);
	else
		text = g_strdup_printf("Sedan %s skiljer sig %u %s i %u %s%s.", since,
		    c->rows->len - of_programme,
		    c->rows->len - of_programme == 1 ? "uppgift" : "uppgifter",
		    c->actions, c->actions == 1 ? "åtgärd" : "åtgärder",
		    of_programme ? ", och programmets egna uppgifter" : "");
	doc_paragraph(doc, text);
}

static void
add_totals(struct doc *doc, const struct comparison *c)
{
	g_autofree char *then = part_month(c->before->cutoff);
	g_autofree char *now = part_month(c->after->cutoff);
	g_autofree char *caption = g_strdup_printf(
	    "Räknas mot kravet: före t.o.m. %s, efter t.o.m. %s", then, now);
	const struct column columns[] = {
		part_column_text("matt", "Mått"),
		part_column_mkr("fore_kr", "Före"),
		part_column_mkr("efter_kr", "Efter"),
		part_column_difference("forandring_kr", "Förändring"),
	};
	struct table *table = doc_table(doc, caption, columns, G_N_ELEMENTS(columns));

	for (int i = 0; i < COMPARED__N; i++)
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(compared_infos[i].label),
		        cell_money(c->totals[i][0]),
		        cell_money(c->totals[i][1]),
		        cell_money(compared_change(c, (enum compared)i)),
		    });
}

static struct cell
value(const char *text)
{
	return cell_text(*text ? text : "–");
}

/* Has the programme what is followed up besides kronor? */
static bool
has_goals(const struct plan *plan)
{
	return plan->goals->len + plan->indicators->len + plan->preconditions->len > 0;
}

static void
add_programme(struct doc *doc, const struct comparison *c)
{
	bool goals = has_goals(c->before->plan) || has_goals(c->after->plan);
	const struct column columns[] = {
		part_column_text("uppgift", "Uppgift"),
		part_column_text("fore", "Före"),
		part_column_text("efter", "Efter"),
	};
	struct table *table = NULL;

	for (guint i = 0; i < c->rows->len; i++) {
		const struct difference *d =
		    &g_array_index(c->rows, struct difference, i);

		if (*d->action)
			continue;
		if (!table) {
			doc_heading(doc, 1, "Programmet");
			table = doc_table(doc,
			    goals ? "Krav, inställningar, omgångar, beslut, mål och mått"
			          : "Krav, inställningar, omgångar och beslut",
			    columns, G_N_ELEMENTS(columns));
		}
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(d->field), value(d->before), value(d->after) });
	}
}

static void
add_actions(struct doc *doc, const struct comparison *c)
{
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("uppgift", "Uppgift"),
		part_column_text("fore", "Före"),
		part_column_text("efter", "Efter"),
	};
	const char *last = "";
	struct table *table;

	if (c->actions == 0)
		return;
	doc_heading(doc, 1, "Åtgärder");
	table =
	    doc_table(doc, "Per åtgärd, före och efter", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < c->rows->len; i++) {
		const struct difference *d =
		    &g_array_index(c->rows, struct difference, i);

		if (!*d->action)
			continue;
		if (g_strcmp0(d->action, last) != 0) {
			struct cell group[G_N_ELEMENTS(columns)] = { cell_text(d->name) };

			table_row(table, ROW_GROUP, group);
		}
		last = d->action;
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(d->action), cell_text(d->field),
		        value(d->before), value(d->after) });
	}
}

struct doc *
book_forandringar(const struct overview *overview, const struct book_head *head)
{
	const struct comparison *c = head->changes;
	struct doc *doc = part_document(book_find("forandringar")->title, overview, head);

	doc_heading(doc, 1, "I korthet");
	add_finding(doc, c, head->since);
	add_totals(doc, c);
	add_programme(doc, c);
	add_actions(doc, c);
	doc_heading(doc, 1, "Så är det jämfört");
	doc_note(doc,
	    "Det är två lägen som jämförs, inte varje ändring däremellan: det som har "
	    "ändrats och ändrats tillbaka syns inte, och ett utfall och dess rättelser "
	    "är en summa. Av en ny åtgärd visas namn, belopp och det som har "
	    "rapporterats. Vem som ändrade och när står i loggen.");
	doc_note(doc,
	    "Realiserat, prognos och ljus gäller i varje läge till och med den månad som "
	    "rapporten då avsåg. Streck (–) betyder att uppgift saknas.");
	part_settings_note(doc, &overview->settings);
	part_basis(doc, overview, head);
	return doc;
}
