/*
 * followup.c - the parts about lights, comments, deviations, the curve and calculations.
 */
#include "reports/book/parts.h"

#include "calendar/month.h"

static const char *
area_name(const struct plan *plan, int64_t id)
{
	const struct area *area = plan_area_by_id(plan, id);

	return area ? area->name : "Utan område";
}

void
part_calculation_sentences(struct doc *doc, const struct overview *overview)
{
	const GArray *all = overview->plan->calculations;

	for (guint i = 0; i < all->len; i++) {
		const struct calculation *one =
		    &g_array_index(all, struct calculation, i);
		g_autofree char *gross =
		    amount_text(amount_of(one->gross_ore), MONEY_MKR, 1);
		g_autofree char *cost =
		    amount_text(amount_of(one->cost_ore), MONEY_MKR, 1);
		g_autofree char *net = amount_text(amount_of(one->net_ore), MONEY_MKR, 1);
		g_autofree char *text = g_strdup_printf(
		    "%s, brutto − kostnad = netto i mkr, %s: %s − %s = %s.",
		    area_name(overview->plan, one->area), one->period, gross, cost, net);

		doc_paragraph(doc, text);
	}
}

void
part_calculation_table(struct doc *doc, const struct overview *overview)
{
	const GArray *all = overview->plan->calculations;
	const struct column columns[] = {
		part_column_text("omrade", "Område"),
		part_column_text("period", "Period"),
		part_column_mkr("brutto_kr", "Brutto"),
		part_column_mkr("kostnad_kr", "Kostnad"),
		part_column_mkr("netto_kr", "Netto"),
		part_column_text("kalla", "Källa"),
	};
	struct table *table;

	if (all->len == 0) {
		doc_paragraph(doc, "Inga kalkyler är upptagna.");
		return;
	}
	table = doc_table(
	    doc, "Kalkyler: brutto − kostnad = netto", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < all->len; i++) {
		const struct calculation *one =
		    &g_array_index(all, struct calculation, i);

		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(area_name(overview->plan, one->area)),
		        cell_text(one->period),
		        cell_money(amount_of(one->gross_ore)),
		        cell_money(amount_of(one->cost_ore)),
		        cell_money(amount_of(one->net_ore)),
		        cell_text(one->source),
		    });
	}
}

const struct latest_report *
part_report(const struct overview *overview, const struct action *action)
{
	const GArray *actions = overview->plan->actions;
	const struct action *first = (const struct action *)(const void *)actions->data;

	if (actions->len == 0 || !overview->reports || action < first ||
	    action >= first + actions->len)
		return NULL;
	return &overview->reports[action - first];
}

char *
part_comment(const struct latest_report *report)
{
	const char *comment = report && report->comment ? report->comment : "";

	if (!report || !report->round || !*report->round)
		return g_strdup("");
	if (!*comment)
		comment = report->nothing_new ? "Inget nytt att redovisa." : "–";
	return g_strdup_printf("%s: %s", report->round, comment);
}

static void
deviation_row(struct table *table, const struct overview *overview,
    const struct deviation *deviation)
{
	const struct latest_report *report = part_report(overview, deviation->action);
	g_autofree char *comment = part_comment(report);

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(deviation->action->code),
	        cell_text(deviation->action->name),
	        cell_money(deviation->total.plan),
	        cell_money(deviation->total.realised),
	        cell_money(deviation->deviation),
	        cell_text(*comment ? comment : "–"),
	    });
}

void
part_deviations(
    struct doc *doc, const struct overview *overview, guint limit, bool comments)
{
	const GArray *all = overview->deviations;
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("atgard", "Åtgärd"),
		part_column_mkr("plan_tom_kr", "Plan t.o.m."),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_difference("avvikelse_kr", "Avvikelse"),
		part_column_text("kommentar", "Senaste kommentar"),
	};
	guint n = limit && limit < all->len ? limit : all->len;
	struct table *table;

	if (n == 0) {
		doc_paragraph(
		    doc, "Ingen åtgärd med rapporterat utfall ligger efter sin plan.");
		return;
	}
	table = doc_table(doc, "Åtgärder efter plan, störst först", columns,
	    G_N_ELEMENTS(columns) - (comments ? 0 : 1));
	for (guint i = 0; i < n; i++)
		deviation_row(table, overview, &g_array_index(all, struct deviation, i));
	if (n < all->len) {
		g_autofree char *text = g_strdup_printf(
		    "Ytterligare %u åtgärder ligger efter sin plan.", all->len - n);

		doc_note(doc, text);
	}
}

void
part_curve(struct doc *doc, const struct overview *overview)
{
	const struct column columns[] = {
		part_column_text("tom", "Till och med"),
		part_column_mkr("plan_kr", "Plan"),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_mkr("prognos_kr", "Prognos"),
	};
	struct table *table;

	if (!overview->curve || overview->curve->len == 0)
		return;
	table = doc_table(
	    doc, "Ackumulerat vid varje kvartals slut", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < overview->curve->len; i++) {
		const struct curve_point *p =
		    &g_array_index(overview->curve, struct curve_point, i);
		g_autofree char *month = month_words(p->month);

		if (month_of_year(p->month) % 3 == 0 || p->month == overview->cutoff)
			table_row(table, ROW_BODY,
			    (const struct cell[]){ cell_text(month),
			        cell_money(amount_of(p->plan_ore)),
			        cell_money(p->realised), cell_money(p->forecast) });
	}
}
