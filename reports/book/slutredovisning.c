/*
 * slutredovisning.c - the final report: what was promised, what came of it, and why not
 * more.  Nothing is said that the data do not say.
 *
 * Source  product.md section 7, modelled on Region Halland's Framtidsarbetet 2015-2018.
 */
#include "reports/book/actions.h"
#include "reports/book/books.h"
#include "reports/book/parts.h"

static const struct figure *
total_of(const struct rollup *rollup, const struct rollup_row *row)
{
	return &row->cells[ROLLUP_TOTAL(rollup)];
}

/* What was promised and did not come; what came without a promise is none. */
static struct amount
missing_of(const struct figure *figure)
{
	struct amount realised = figure->realised.known ? figure->realised : amount_of(0);

	return amount_minus(figure->target, realised);
}

/* Without a requirement what was promised is what there is to measure by. */
static void
add_cards(struct doc *doc, const struct overview *overview)
{
	const struct rollup *counted = overview->by[GROUPING_UNIT];
	const struct figure *total = total_of(counted, &counted->total);
	struct amount requirement = overview->gap.requirement;
	struct amount realised = total->realised.known ? total->realised : amount_of(0);
	const struct part_whole required = part_whole_required(requirement);
	const struct part_whole promised = { "av_utlovat_procent", "Av utlovat",
		total->target };
	const struct part_card against_required[] = {
		{ "Krav", requirement },
		{ "Utlovat i åtgärder", total->target },
		{ "Realiserat", total->realised },
		{ "Kvar till kravet", amount_minus(requirement, realised) },
	};
	const struct part_card against_promised[] = {
		{ "Utlovat i åtgärder", total->target },
		{ "Realiserat", total->realised },
		{ "Ej realiserat", missing_of(total) },
	};

	if (!requirement.known && total->target.known)
		part_cards(
		    doc, against_promised, G_N_ELEMENTS(against_promised), &promised);
	else
		part_cards(
		    doc, against_required, G_N_ELEMENTS(against_required), &required);
}

static void
kept_row(struct table *table, enum row_role role, const struct rollup *rollup,
    const struct rollup_row *row)
{
	const struct figure *figure = total_of(rollup, row);

	table_row(table, role,
	    (const struct cell[]){
	        cell_text(row->text),
	        cell_money(figure->target),
	        cell_money(figure->realised),
	        cell_share(figure_of_target(figure)),
	        cell_money(missing_of(figure)),
	    });
}

/* Promised and realised per group. */
static void
add_kept(struct doc *doc, const struct rollup *rollup, const char *caption)
{
	const struct column columns[] = {
		part_column_text("grupp", grouping_heading(rollup->query.grouping)),
		part_column_mkr("utlovat_kr", "Utlovat"),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_share("andel_procent", "Andel"),
		part_column_difference("ej_realiserat_kr", "Ej realiserat"),
	};
	struct table *table;

	if (rollup->rows->len == 0)
		return;
	table = doc_table(doc, caption, columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < rollup->rows->len; i++)
		kept_row(table, ROW_BODY, rollup,
		    &g_array_index(rollup->rows, struct rollup_row, i));
	kept_row(table, ROW_TOTAL, rollup, &rollup->total);
}

/* "403,0 mkr av det utlovade är ej årsfördelat." */
static void
say_undated(struct doc *doc, const struct rollup *rollup)
{
	struct amount undated = rollup->total.cells[ROLLUP_UNPHASED(rollup)].target;
	g_autofree char *amount = part_mkr(undated);
	g_autofree char *text =
	    g_strdup_printf("%s av det utlovade är ej årsfördelat.", amount);

	if (undated.known)
		doc_paragraph(doc, text);
}

static void
add_promised(struct doc *doc, const struct overview *overview)
{
	doc_heading(doc, 1, "Utlovat och realiserat");
	if (overview->by[GROUPING_AREA]->rows->len == 0) {
		doc_paragraph(doc, "Inget belopp är angivet och inget utfall bokfört.");
		return;
	}
	add_kept(doc, overview->by[GROUPING_AREA], "Per område");
	add_kept(doc, overview->by[GROUPING_UNIT], "Per förvaltning");
	add_kept(doc, overview->by[GROUPING_KIND], "Per typ");
	part_bars_chart(doc, overview->by[GROUPING_UNIT]);
	say_undated(doc, overview->by[GROUPING_UNIT]);
	doc_note(
	    doc, overview->gap.requirement.known || overview->unit
	             ? "Kravet är ställt på hela programmet. Utlovat per område och "
	               "förvaltning är målen för de åtgärder som räknas mot kravet, före "
	               "avdrag för överlapp."
	             : "Utlovat per område och förvaltning är målen för de åtgärder som "
	               "räknas, före avdrag för överlapp.");
}

/* ---- what did not come --------------------------------------------------------------
 */

struct shortfall {
	const struct action *action;
	const struct figure *figure;
	struct amount missing;
};

static gint
largest_first(gconstpointer a, gconstpointer b)
{
	const struct shortfall *x = a, *y = b;

	return x->missing.ore > y->missing.ore ? -1 : x->missing.ore < y->missing.ore;
}

/* In the plan's order where they are equal; *ret_met counts the others. */
static GArray *
shortfalls(const struct overview *overview, guint *ret_met)
{
	const struct rollup *rollup = overview->by[GROUPING_ACTION];
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct shortfall));

	*ret_met = 0;
	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);
		struct shortfall one = { plan_action_by_id(overview->plan, row->key),
			total_of(rollup, row), missing_of(total_of(rollup, row)) };

		if (!one.action || !one.figure->target.known)
			continue;
		if (one.missing.known && one.missing.ore > 0)
			g_array_append_val(all, one);
		else
			(*ret_met)++;
	}
	g_array_sort(all, largest_first); /* stable */
	return all;
}

static void
shortfall_row(
    struct table *table, const struct overview *overview, const struct shortfall *one)
{
	const char *status = word_text(status_words, (int)one->action->status);
	g_autofree char *comment = part_comment(part_report(overview, one->action));

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(one->action->code),
	        cell_text(one->action->name),
	        cell_money(one->figure->target),
	        cell_money(one->figure->realised),
	        cell_money(one->missing),
	        cell_text(*status ? status : "–"),
	        cell_text(*comment ? comment : "–"),
	    });
}

/* Those that count and promised no amount cannot have fallen short of it. */
static void
say_without_target(struct doc *doc, const struct overview *overview)
{
	const struct rollup *rollup = overview->by[GROUPING_ACTION];
	const GArray *actions = overview->plan->actions;
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		const struct rollup_row *row = rollup_find(rollup, a->id);

		if (a->counts && (!row || !total_of(rollup, row)->target.known))
			g_string_append_printf(
			    text, "%s%s", text->len ? ", " : "", a->code);
	}
	if (text->len == 0)
		return;
	g_string_prepend(text, "Räknas men har inget mål i kronor: ");
	g_string_append_c(text, '.');
	doc_paragraph(doc, text->str);
}

static void
add_shortfalls(struct doc *doc, const struct overview *overview)
{
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("atgard", "Åtgärd"),
		part_column_mkr("utlovat_kr", "Utlovat"),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_difference("ej_realiserat_kr", "Ej realiserat"),
		part_column_text("status", "Status"),
		part_column_text("kommentar", "Senaste kommentar"),
	};
	guint met;
	g_autoptr(GArray) all = shortfalls(overview, &met);
	g_autofree char *text = NULL;
	struct table *table;

	doc_heading(doc, 1, "Vad som inte blev av, och varför");
	text = met + all->len == 0
	           ? g_strdup("Ingen åtgärd som räknas har ett mål.")
	           : g_strdup_printf("%u %s med mål nådde det, %u gjorde det inte.", met,
	                 met == 1 ? "åtgärd" : "åtgärder", all->len);
	doc_paragraph(doc, text);
	say_without_target(doc, overview);
	if (all->len == 0)
		return;
	table = doc_table(doc, "Åtgärder som inte nådde sitt mål, störst först", columns,
	    G_N_ELEMENTS(columns));
	for (guint i = 0; i < all->len; i++)
		shortfall_row(table, overview, &g_array_index(all, struct shortfall, i));
	doc_note(doc,
	    "Varför står i den senaste lägesrapportens kommentar, som den lämnades.");
}

/* ---- how far -------------------------------------------------------------------------
 */

static void
add_stages(struct doc *doc, const struct overview *overview)
{
	const struct rollup *rollup = overview->by[GROUPING_ACTION];
	const struct column columns[] = {
		part_column_text("grad", "Genomförandegrad"),
		{ .key = "atgarder", .head = "Åtgärder", .type = CELL_INT },
		part_column_mkr("utlovat_kr", "Utlovat"),
		part_column_mkr("realiserat_kr", "Realiserat"),
	};
	const GArray *actions = overview->plan->actions;
	const struct figure *total = total_of(rollup, &rollup->total);
	struct figure sums[STAGE_MAX + 1] = { { .assumed = 0 } };
	int n[STAGE_MAX + 1] = { 0 };
	struct table *table;

	doc_heading(doc, 1, "Hur långt åtgärderna kom");
	if (overview->counted == 0) {
		doc_paragraph(doc, "Inga åtgärder räknas mot kravet.");
		return;
	}
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		const struct rollup_row *row =
		    a->counts ? rollup_find(rollup, a->id) : NULL;

		n[a->stage] += a->counts;
		if (!row)
			continue;
		/* parts of a total that is within int64 */
		amount_add(&sums[a->stage].target, total_of(rollup, row)->target);
		amount_add(&sums[a->stage].realised, total_of(rollup, row)->realised);
	}
	table =
	    doc_table(doc, "Räknas mot kravet, per grad", columns, G_N_ELEMENTS(columns));
	for (int s = 0; s <= STAGE_MAX; s++) {
		g_autofree char *name = g_strdup_printf("%d %s", s, stage_name(s));

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(name), cell_int(n[s]),
		        cell_money(sums[s].target), cell_money(sums[s].realised) });
	}
	table_row(table, ROW_TOTAL,
	    (const struct cell[]){ cell_text("Totalt"), cell_int(overview->counted),
	        cell_money(total->target), cell_money(total->realised) });
}

static void
add_outside(struct doc *doc, const struct overview *overview)
{
	if (actions_count(overview, false, NULL) == 0)
		return;
	doc_heading(doc, 1, "Utanför kravet");
	actions_state(doc, overview, false, "Läget per åtgärd, utanför kravet");
}

static void
add_lessons(struct doc *doc, const struct overview *overview)
{
	if (overview->errors && overview->errors->len > 0) {
		doc_heading(doc, 1, "Hur prognoserna träffade");
		part_forecast_errors(doc, overview);
	}
	if (!part_of_programme(doc, overview))
		return;
	doc_heading(doc, 1, "Verklighetstest");
	part_reality(doc, overview, true);
	doc_heading(doc, 1, "Omfördelningar");
	part_reallocations(doc, overview, true);
}

/* As they were made, or phase by phase where they are told so. */
static void
add_decisions(struct doc *doc, const struct plan *plan)
{
	if (part_has_phases(plan->decisions)) {
		doc_heading(doc, 1, "Faser och beslut");
		part_phases(doc, plan->decisions, plan);
		return;
	}
	doc_heading(doc, 1, "Beslut");
	part_decisions(doc, plan->decisions, plan);
}

struct doc *
book_slutredovisning(const struct overview *overview, const struct book_head *head)
{
	struct doc *doc =
	    part_document(book_find("slutredovisning")->title, overview, head);

	doc_heading(doc, 1, "Sammanfattning");
	part_finding(doc, overview);
	if (part_has_phases(overview->plan->decisions))
		part_last_outcome(doc, overview->plan->decisions);
	add_cards(doc, overview);
	part_steps_chart(doc, overview);
	add_promised(doc, overview);
	add_shortfalls(doc, overview);
	add_stages(doc, overview);
	add_outside(doc, overview);
	part_preconditions(doc, overview->plan->preconditions);
	add_decisions(doc, overview->plan);
	add_lessons(doc, overview);
	doc_heading(doc, 1, "Så är det räknat");
	doc_note(doc,
	    "Utlovat är åtgärdens mål för alla år, realiserat dess utfall till och med "
	    "den "
	    "månad som redovisningen avser. Ej realiserat är utlovat minus realiserat; "
	    "minus betyder mer än utlovat. Streck (–) betyder att inget belopp finns; "
	    "det "
	    "är inte noll.");
	part_settings(doc, &overview->settings);
	part_basis(doc, overview, head);
	return doc;
}
