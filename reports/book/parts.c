/*
 * parts.c - columns, heads and the tables made straight from a rollup.
 */
#include "reports/book/parts.h"

#include "calendar/month.h"

struct column
part_column_text(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_TEXT };
}

struct column
part_column_mkr(const char *key, const char *head)
{
	return (struct column){
		.key = key,
		.head = head,
		.type = CELL_MONEY,
		.unit = MONEY_MKR,
		.decimals = 1,
	};
}

struct column
part_column_difference(const char *key, const char *head)
{
	struct column column = part_column_mkr(key, head);

	column.difference = true;
	return column;
}

struct column
part_column_share(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_SHARE };
}

char *
part_title(const char *what, const char *programme)
{
	return programme && *programme ? g_strdup_printf("%s – %s", what, programme)
	                               : g_strdup(what);
}

char *
part_month(int cutoff)
{
	return month_valid(cutoff) ? month_words(cutoff) : g_strdup("okänd månad");
}

char *
part_mkr(struct amount amount)
{
	g_autofree char *number = amount_text(amount, MONEY_MKR, 1);

	return amount.known ? g_strdup_printf("%s mkr", number) : g_strdup(number);
}

char *
part_subtitle(const char *selection, int cutoff, const struct book_head *head)
{
	GString *text = g_string_new(NULL);
	g_autofree char *month = part_month(cutoff);

	if (selection)
		g_string_append_printf(text, "%s · ", selection);
	g_string_append_printf(
	    text, "%s t.o.m. %s", selection ? "avser" : "Avser", month);
	if (head && head->as_of && *head->as_of)
		g_string_append_printf(text, " · data per %s", head->as_of);
	return g_string_free(text, FALSE);
}

char *
part_year(int year)
{
	return year ? g_strdup_printf("%d", year) : g_strdup("hela programmet");
}

/* "ej årsfördelat" -> "Ej årsfördelat" */
static char *
capitalised(const char *text)
{
	g_autofree char *first = g_utf8_substring(text, 0, 1);
	g_autofree char *upper = g_utf8_strup(first, -1);

	return g_strconcat(upper, g_utf8_offset_to_pointer(text, 1), NULL);
}

void
part_year_columns(GArray *columns, GStringChunk *texts, const struct rollup *rollup)
{
	for (int i = 0; i < rollup_columns(rollup); i++) {
		g_autofree char *name = rollup_column_name(rollup, i);
		g_autofree char *head = capitalised(name);
		g_autofree char *key = NULL;
		struct column column;

		if (i == ROLLUP_UNPHASED(rollup))
			key = g_strdup("mal_ej_arsfordelat_kr");
		else if (i == ROLLUP_TOTAL(rollup))
			key = g_strdup("mal_totalt_kr");
		else
			key = g_strdup_printf("mal_%s_kr", name);
		column = part_column_mkr(g_string_chunk_insert(texts, key),
		    g_string_chunk_insert(texts, head));
		g_array_append_val(columns, column);
	}
}

/* A heading over nothing would look like a fault in the print. */
static bool
says_nothing(struct doc *doc, const struct rollup *rollup, const char *caption)
{
	g_autofree char *text = NULL;

	if (rollup->rows->len > 0)
		return false;
	text = g_strdup_printf("%s: inget att visa.", caption);
	doc_paragraph(doc, text);
	return true;
}

static void
targets_row(struct table *table, enum row_role role, const struct rollup *rollup,
    const struct rollup_row *row)
{
	int n = rollup_columns(rollup);
	g_autofree struct cell *cells = g_new0(struct cell, (gsize)n + 1);

	cells[0] = cell_text(row->text);
	for (int i = 0; i < n; i++)
		cells[i + 1] = cell_money(row->cells[i].target);
	table_row(table, role, cells);
}

void
part_targets(struct doc *doc, const struct rollup *rollup, const char *caption)
{
	g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(256);
	struct column first =
	    part_column_text("grupp", grouping_heading(rollup->query.grouping));
	struct table *table;

	if (says_nothing(doc, rollup, caption))
		return;
	g_array_append_val(columns, first);
	part_year_columns(columns, texts, rollup);
	table = doc_table(
	    doc, caption, (const struct column *)(void *)columns->data, columns->len);
	for (guint i = 0; i < rollup->rows->len; i++)
		targets_row(table, ROW_BODY, rollup,
		    &g_array_index(rollup->rows, struct rollup_row, i));
	targets_row(table, ROW_TOTAL, rollup, &rollup->total);
}

enum { STATE_COLUMNS = 10 };

static void
state_row(struct table *table, enum row_role role, const struct rollup *rollup,
    const struct rollup_row *row, bool unverified)
{
	const struct figure *figure = &row->cells[ROLLUP_TOTAL(rollup)];
	struct cell cells[STATE_COLUMNS];
	int n = 0;

	cells[n++] = cell_text(row->text);
	cells[n++] = cell_money(figure->target);
	cells[n++] = cell_money(figure->plan);
	cells[n++] = cell_money(figure->realised);
	if (unverified)
		cells[n++] = cell_money(figure->unverified);
	cells[n++] = cell_share(figure_of_plan(figure));
	cells[n++] = cell_share(figure_of_target(figure));
	cells[n++] = cell_money(figure->forecast);
	if (rollup->query.weighted)
		cells[n++] = cell_money(figure->weighted);
	cells[n++] = cell_money(figure_deviation(figure));
	table_row(table, role, cells);
}

void
part_state(struct doc *doc, const struct rollup *rollup, const char *caption)
{
	bool unverified = rollup->total.cells[ROLLUP_TOTAL(rollup)].unverified.known;
	struct column columns[STATE_COLUMNS];
	struct table *table;
	size_t n = 0;

	if (says_nothing(doc, rollup, caption))
		return;
	columns[n++] =
	    part_column_text("grupp", grouping_heading(rollup->query.grouping));
	columns[n++] = part_column_mkr("mal_kr", "Mål");
	columns[n++] = part_column_mkr("plan_tom_kr", "Plan t.o.m.");
	columns[n++] = part_column_mkr("realiserat_kr", "Realiserat");
	if (unverified)
		columns[n++] = part_column_mkr("ej_verifierat_kr", "Ej verifierat");
	columns[n++] = part_column_share("av_plan_procent", "Av plan");
	columns[n++] = part_column_share("av_mal_procent", "Av mål");
	columns[n++] = part_column_mkr("prognos_kr", "Prognos");
	if (rollup->query.weighted)
		columns[n++] = part_column_mkr("riskjusterat_kr", "Riskjusterat");
	columns[n++] = part_column_difference("avvikelse_kr", "Avvikelse");
	table = doc_table(doc, caption, columns, n);
	for (guint i = 0; i < rollup->rows->len; i++)
		state_row(table, ROW_BODY, rollup,
		    &g_array_index(rollup->rows, struct rollup_row, i), unverified);
	state_row(table, ROW_TOTAL, rollup, &rollup->total, unverified);
}

void
part_assumed_note(struct doc *doc, const struct rollup *rollup)
{
	int assumed = rollup->total.cells[ROLLUP_TOTAL(rollup)].assumed;
	g_autofree char *text = NULL;

	if (assumed <= 0)
		return;
	text = g_strdup_printf(
	    "Antagen profil: %d målbelopp i plan t.o.m. hör till åtgärder vars start och "
	    "slut inte ligger inom året. De är spridda jämnt över hela året.",
	    assumed);
	doc_note(doc, text);
}

/* What the year of each group says is in csv and json; here the sum of all years. */
struct doc *
book_rollup(const struct rollup *rollup, const char *programme,
    const struct book_head *head, const struct rollup_beside *beside)
{
	g_autofree char *group =
	    g_utf8_strdown(grouping_heading(rollup->query.grouping), -1);
	g_autofree char *what = g_strdup_printf("Översikt efter %s", group);
	g_autofree char *title = part_title(what, programme);
	g_autofree char *subtitle = part_subtitle(
	    selection_heading(rollup->query.selection), rollup->query.cutoff, head);
	g_autofree char *month = part_month(rollup->query.cutoff);
	g_autofree char *state = g_strdup_printf("Läget t.o.m. %s", month);
	struct doc *doc = doc_new(title, subtitle);

	part_targets(doc, rollup, "Mål per år");
	part_state(doc, rollup, state);
	if (beside->scenario)
		part_scenario(doc, beside->scenario, beside->as_is, rollup);
	if (beside->overview) {
		part_key_figures(doc, beside->overview);
		part_lights(doc, beside->overview);
		part_unfounded_note(doc, beside->overview);
	}
	doc_note(doc,
	    "Av plan är realiserat mot plan t.o.m., av mål är realiserat mot hela "
	    "målet. Avvikelse är realiserat minus plan t.o.m. Streck (–) betyder "
	    "att inget belopp finns; det är inte noll.");
	part_assumed_note(doc, rollup);
	if (beside->settings)
		part_settings_note(doc, beside->settings);
	return doc;
}
