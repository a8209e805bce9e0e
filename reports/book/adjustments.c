/*
 * adjustments.c - the parts about what stands between the plan and the requirement.
 */
#include "reports/book/parts.h"

#include "calendar/month.h"

static void
say_target(GString *text, struct amount target, const struct overview *overview)
{
	struct amount requirement = overview->gap.requirement;
	g_autofree char *aimed = part_mkr(target);
	g_autofree char *required = part_mkr(requirement);

	if (target.known)
		g_string_append_printf(
		    text, "Åtgärderna som räknas har mål på %s", aimed);
	else
		g_string_append(text, "Åtgärderna som räknas saknar målbelopp");
	if (requirement.known)
		g_string_append_printf(text, " mot kravet %s. ", required);
	else if (overview->unit)
		g_string_append(text, ". Kravet är ställt på hela programmet. ");
	else
		g_string_append(text, "; inget krav är angivet. ");
}

/* Shares only where there is something to divide by. */
static void
say_realised(GString *text, const struct figure *total, int cutoff)
{
	g_autofree char *month = part_month(cutoff);
	g_autofree char *realised = part_mkr(total->realised);
	g_autofree char *plan = part_mkr(total->plan);
	struct share of_plan = figure_of_plan(total), of_target = figure_of_target(total);
	g_autofree char *plan_share = share_text(of_plan);
	g_autofree char *target_share = share_text(of_target);

	if (!total->realised.known) {
		g_string_append_printf(
		    text, "Till och med %s är inget utfall rapporterat. ", month);
		return;
	}
	g_string_append_printf(text, "Till och med %s är %s realiserat", month, realised);
	if (of_plan.known)
		g_string_append_printf(
		    text, ": %s av planen till dess (%s)", plan_share, plan);
	if (of_target.known)
		g_string_append_printf(text, "%s %s av hela målet",
		    of_plan.known ? " och" : ":", target_share);
	g_string_append(text, ". ");
}

void
part_finding(struct doc *doc, const struct overview *overview)
{
	const struct rollup *rollup = overview->by[GROUPING_UNIT];
	const struct figure *total = &rollup->total.cells[ROLLUP_TOTAL(rollup)];
	GString *text = g_string_new(NULL);

	if (overview->plan->actions->len == 0 && overview->unit) {
		g_string_append_printf(text, "%s har inga åtgärder.", overview->unit);
	} else if (overview->plan->actions->len == 0) {
		g_string_append(text, "Programmet har inga åtgärder. Läs in en plan med "
		                      "sparplan import plan FIL.");
	} else {
		say_target(text, total->target, overview);
		say_realised(text, total, overview->cutoff);
		g_string_append_printf(text,
		    "%d av %d åtgärder som räknas har en lägesrapport för den månaden.",
		    overview->reported, overview->counted);
	}
	doc_paragraph(doc, text->str);
	g_string_free(text, TRUE);
}

bool
part_of_programme(struct doc *doc, const struct overview *overview)
{
	if (!overview->unit)
		return true;
	doc_paragraph(doc,
	    "Krav, gapstege, brygga, omfördelningar och verklighetstest gäller hela "
	    "programmet. De står i rapporten utan --forvaltning.");
	return false;
}

void
part_gap_ladder(struct doc *doc, const struct overview *overview)
{
	const struct gap_ladder *gap = &overview->gap;
	bool over = gap->unidentified.known && gap->unidentified.ore < 0;
	const struct {
		const char *text;
		struct amount amount;
	} steps[] = {
		{ "Krav", gap->requirement },
		{ "Identifierat", gap->identified },
		{ "Beslutat (genomförandegrad 3 eller mer)", gap->decided },
		{ "Prognos", gap->forecast },
		{ "Riskjusterat", gap->weighted },
		{ "Realiserat", gap->realised },
		{ over ? "Ej identifierat: överplanering" : "Ej identifierat",
		    gap->unidentified },
	};
	const struct column columns[] = {
		part_column_text("steg", "Steg"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_share("av_krav_procent", "Av kravet"),
	};
	struct table *table = doc_table(doc,
	    netting_takes(overview->plan) ? "Gapstege för hela programmet, efter överlapp"
	                                  : "Gapstege för hela programmet",
	    columns, G_N_ELEMENTS(columns));

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		const struct cell cells[] = {
			cell_text(steps[i].text),
			cell_money(steps[i].amount),
			cell_share(share_of(steps[i].amount, gap->requirement)),
		};

		table_row(table, ROW_BODY, cells);
	}
}

void
part_reallocations(struct doc *doc, const struct overview *overview, bool terms)
{
	const GArray *all = overview->plan->reallocations;
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("ar", "År"),
		part_column_text("andamal", "Ändamål"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_text("villkor", "Villkor"),
		part_column_text("finansiering", "Finansiering"),
	};
	struct amount sum = AMOUNT_NONE;
	struct table *table;

	if (all->len == 0) {
		doc_paragraph(doc, "Inga omfördelningar är upptagna.");
		return;
	}
	doc_paragraph(doc,
	    "Omfördelningarna är tillfälliga budgetökningar. De står bredvid "
	    "målen och dras aldrig av från dem.");
	table = doc_table(
	    doc, "Omfördelningar", columns, G_N_ELEMENTS(columns) - (terms ? 0 : 2));
	for (guint i = 0; i < all->len; i++) {
		const struct reallocation *one =
		    &g_array_index(all, struct reallocation, i);
		g_autofree char *year = part_year(one->year);
		const struct cell cells[] = {
			cell_text(one->code),
			cell_text(year),
			cell_text(one->purpose),
			cell_money(amount_of(one->ore)),
			cell_text(one->terms),
			cell_text(one->funding),
		};

		amount_total(&sum, amount_of(one->ore));
		table_row(table, ROW_BODY, cells);
	}
	table_row(table, ROW_TOTAL,
	    (const struct cell[]){ cell_text("Totalt"), cell_empty(), cell_empty(),
	        cell_money(sum), cell_empty(), cell_empty() });
}

static void
printed_row(struct table *table, const struct printed_sum *sum)
{
	g_autofree char *year = part_year(sum->year);
	g_autofree char *what = NULL;
	struct amount difference = AMOUNT_NONE;
	const char *reason = sum->reason ? sum->reason : "";

	if (sum->kind == KIND_NONE)
		what = g_strdup_printf("%s, alla typer", year);
	else
		what = g_strdup_printf("%s, %s", year, word_text(kind_words, sum->kind));
	if (sum->computed.known)
		difference = amount_of(sum->difference_ore);
	if (!sum->holds)
		reason = *reason ? "Skälet täcker inte skillnaden" : "Skäl saknas";
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text(what),
	        cell_money(amount_of(sum->printed_ore)), cell_money(sum->computed),
	        cell_money(difference), cell_text(sum->holds ? "ja" : "nej"),
	        cell_text(reason) });
}

void
part_printed_sums(struct doc *doc, const struct overview *overview)
{
	const struct column columns[] = {
		part_column_text("summa", "Summa"),
		part_column_mkr("tryckt_kr", "Tryckt"),
		part_column_mkr("beraknat_kr", "Beräknat"),
		part_column_difference("skillnad_kr", "Skillnad"),
		part_column_text("stammer", "Förklarad"),
		part_column_text("skal", "Skäl"),
	};
	struct table *table;

	if (overview->printed->len == 0) {
		doc_paragraph(doc, "Inga tryckta summor är upptagna.");
		return;
	}
	table = doc_table(doc, "Summor som de är tryckta i planen mot beräknade", columns,
	    G_N_ELEMENTS(columns));
	for (guint i = 0; i < overview->printed->len; i++)
		printed_row(
		    table, &g_array_index(overview->printed, struct printed_sum, i));
}

void
part_bridge(struct doc *doc, const struct overview *overview)
{
	const struct rollup *years = overview->by[GROUPING_AREA];
	const GArray *rows = overview->bridge->rows;
	int n = rollup_columns(years);
	g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(256);
	struct column first = part_column_text("post", "Post");
	struct table *table;

	g_array_append_val(columns, first);
	part_year_columns(columns, texts, years);
	table = doc_table(doc, "Brygga från allt som listas till det som räknas",
	    (const struct column *)(void *)columns->data, columns->len);
	for (guint i = 0; i < rows->len; i++) {
		const struct bridge_row *row = &g_array_index(rows, struct bridge_row, i);
		g_autofree struct cell *cells = g_new0(struct cell, (gsize)n + 1);

		cells[0] = cell_text(row->text);
		for (int c = 0; c < n; c++)
			cells[c + 1] = cell_money(row->cells[c]);
		table_row(table, i + 1 == rows->len ? ROW_TOTAL : ROW_BODY, cells);
	}
}

static void
reality_sentence(
    struct doc *doc, const struct reality *reality, struct amount requirement)
{
	const struct benchmark *mark = reality->benchmark;
	g_autofree char *realised = amount_text(mark->realised, MONEY_MKR, 1);
	g_autofree char *promised = part_mkr(mark->promised);
	g_autofree char *ratio = share_text(reality->ratio);
	g_autofree char *required = part_mkr(requirement);
	g_autofree char *amount = part_mkr(reality->amount);
	g_autofree char *text = g_strdup_printf(
	    "%s nådde %s av %s (%s).", mark->name, realised, promised, ratio);
	g_autofree char *whole =
	    requirement.known ? g_strdup_printf("%s Samma andel av kravet %s är %s.",
	                            text, required, amount)
	                      : g_strdup(text);

	doc_paragraph(doc, whole);
}

void
part_reality(struct doc *doc, const struct overview *overview, bool with_table)
{
	const struct column columns[] = {
		part_column_text("referens", "Referensprogram"),
		part_column_text("period", "Period"),
		part_column_mkr("utlovat_kr", "Utlovat"),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_share("andel_procent", "Andel"),
		part_column_mkr("andel_av_krav_kr", "Andel av kravet"),
		part_column_mkr("prognos_kr", "Prognos här"),
		part_column_mkr("riskjusterat_kr", "Riskjusterat"),
	};
	struct table *table = NULL;

	if (overview->reality->len == 0) {
		doc_paragraph(doc,
		    "Inget referensprogram med både utlovat och realiserat är "
		    "upptaget.");
		return;
	}
	for (guint i = 0; i < overview->reality->len; i++)
		reality_sentence(doc,
		    &g_array_index(overview->reality, struct reality, i),
		    overview->gap.requirement);
	if (!with_table)
		return;
	table = doc_table(doc, "Kravet gånger referensprogrammens andel", columns,
	    G_N_ELEMENTS(columns));
	for (guint i = 0; i < overview->reality->len; i++) {
		const struct reality *one =
		    &g_array_index(overview->reality, struct reality, i);
		const struct cell cells[] = {
			cell_text(one->benchmark->name),
			cell_text(one->benchmark->period),
			cell_money(one->benchmark->promised),
			cell_money(one->benchmark->realised),
			cell_share(one->ratio),
			cell_money(one->amount),
			cell_money(overview->gap.forecast),
			cell_money(overview->gap.weighted),
		};

		table_row(table, ROW_BODY, cells);
	}
}
