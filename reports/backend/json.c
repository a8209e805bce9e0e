/*
 * json.c - a document for other programs: every block in order, cells with their type.
 *
 * Shape   { titel, underrubrik, huvud { … }, block [ { typ, … } ] }.  A table's rows are
 *         objects named by the columns' keys; an empty cell, an amount and a share that
 *         are missing are null.  A cell of another type than its column is an object
 *         named by its own.
 * Units   kr and percent as numbers, whatever unit the column has for people.
 */

#include "base/text.h"
#include "exchange/json_write.h"
#include "reports/backend/cells.h"
#include "reports/doc/chart.h"

static const char *const cell_types[] = { [CELL_EMPTY] = "tom",
	[CELL_TEXT] = "text",
	[CELL_INT] = "antal",
	[CELL_MONEY] = "kr",
	[CELL_SHARE] = "procent",
	[CELL_MEASURE] = "tal" };
static const char *const row_roles[] = { [ROW_BODY] = "rad",
	[ROW_GROUP] = "grupp",
	[ROW_SUBTOTAL] = "delsumma",
	[ROW_TOTAL] = "summa" };
static const char *const chart_kinds[] = {
	[CHART_CURVE] = "kurva", [CHART_BARS] = "staplar", [CHART_STEPS] = "steg"
};
static const char *const series_roles[] = { [SERIES_PLAN] = "plan",
	[SERIES_REALISED] = "realiserat",
	[SERIES_FORECAST] = "prognos",
	[SERIES_GAP] = "gap",
	[SERIES_BEFORE] = "tidigare" };
static const char *const step_kinds[] = {
	[STEP_TOTAL] = "summa", [STEP_CHANGE] = "ändring"
};

static void
put_text(struct json *json, const char *name, const char *text)
{
	g_autofree char *safe = text_display(text);

	json_text(json, name, safe);
}

static void
put_null(struct json *json, const char *name)
{
	json_text_or_null(json, name, NULL);
}

static void
put_head(struct json *json, const struct doc_head *head)
{
	json_name(json, "huvud");
	json_begin_object(json);
	put_text(json, "organisation", head->organisation);
	put_text(json, "organ", head->body);
	put_text(json, "diarienummer", head->journal);
	put_text(json, "bilaga", head->appendix);
	put_text(json, "datum", head->date);
	json_bool(json, "exempeldata", head->example);
	json_end_object(json);
}

static void
put_cell(struct json *json, const char *name, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_EMPTY:
		put_null(json, name);
		break;
	case CELL_TEXT:
		put_text(json, name, cell->u.text);
		break;
	case CELL_INT:
		json_int(json, name, cell->u.number);
		break;
	case CELL_MONEY:
		json_kr(json, name, cell->u.money);
		break;
	case CELL_SHARE:
		json_percent(json, name, cell->u.share);
		break;
	case CELL_MEASURE: /* hundredths, as öre are of a krona */
		json_kr(json, name, cell->u.hundredths);
		break;
	}
}

/* A share in a column of money says so itself: { "procent": 36.0 }. */
static void
put_cell_of(struct json *json, const struct column *column, const struct cell *cell)
{
	bool other = cell->type != column->type &&
	             (cell->type == CELL_INT ||
	                 (cell->type == CELL_MONEY && cell->u.money.known) ||
	                 (cell->type == CELL_SHARE && cell->u.share.known));

	if (!other) {
		put_cell(json, column->key, cell);
		return;
	}
	json_name(json, column->key);
	json_begin_object(json);
	put_cell(json, cell_types[cell->type], cell);
	json_end_object(json);
}

static void
put_columns(struct json *json, const GArray *columns)
{
	json_name(json, "kolumner");
	json_begin_array(json);
	for (guint c = 0; c < columns->len; c++) {
		const struct column *column = &g_array_index(columns, struct column, c);

		json_begin_object(json);
		json_text(json, "nyckel", column->key);
		put_text(json, "rubrik", column->head);
		json_text(json, "typ", cell_types[column->type]);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
put_table(struct json *json, const struct table *table)
{
	put_text(json, "rubrik", table->caption);
	put_columns(json, table->columns);
	json_name(json, "rader");
	json_begin_array(json);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row =
		    &g_array_index(table->rows, struct doc_row, r);

		json_begin_object(json);
		json_text(json, "roll", row_roles[row->role]);
		json_name(json, "celler");
		json_begin_object(json);
		for (guint c = 0; c < table->columns->len; c++)
			put_cell_of(json,
			    &g_array_index(table->columns, struct column, c),
			    &row->cells[c]);
		json_end_object(json);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
put_chart_series(struct json *json, const struct chart *chart, guint index)
{
	const struct chart_series *series = &chart->series[index];

	json_begin_object(json);
	put_text(json, "namn", series->name);
	json_text(json, "roll", series_roles[series->role]);
	json_name(json, "punkter");
	json_begin_array(json);
	for (guint r = 0; r < chart->rows->len; r++) {
		const struct chart_row *row =
		    &g_array_index(chart->rows, struct chart_row, r);

		json_begin_object(json);
		put_text(json, "vid", row->label);
		if (chart->kind == CHART_STEPS)
			json_text(json, "steg", step_kinds[row->step]);
		json_kr(json, chart->measured ? "tal" : "kr", row->values[index]);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
}

static void
put_chart(struct json *json, const struct chart *chart)
{
	json_text(json, "slag", chart_kinds[chart->kind]);
	put_text(json, "rubrik", chart->finding);
	put_text(json, "visar", chart->measure);
	put_text(json, "i_ord", chart->alt);
	if (chart->measured)
		put_text(json, "enhet", chart->measured);
	json_name(json, "serier");
	json_begin_array(json);
	for (guint s = 0; s < chart->n_series; s++)
		put_chart_series(json, chart, s);
	json_end_array(json);
}

static void
put_block(struct json *json, const struct block *block)
{
	static const char *const types[] = { [BLOCK_HEADING] = "rubrik",
		[BLOCK_PARAGRAPH] = "stycke",
		[BLOCK_TABLE] = "tabell",
		[BLOCK_NOTE] = "not",
		[BLOCK_CHART] = "diagram" };

	json_begin_object(json);
	json_text(json, "typ", types[block->type]);
	switch (block->type) {
	case BLOCK_HEADING:
		json_int(json, "niva", block->level);
		put_text(json, "text", block->text);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_NOTE:
		put_text(json, "text", block->text);
		break;
	case BLOCK_TABLE:
		put_table(json, block->table);
		break;
	case BLOCK_CHART:
		put_chart(json, block->chart);
		break;
	}
	json_end_object(json);
}

bool
render_json(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	struct json *json;

	(void)options;
	if (!json_ready(error))
		return false;
	json = json_new();
	json_begin_object(json);
	put_text(json, "titel", doc->title);
	put_text(json, "underrubrik", doc->subtitle);
	put_head(json, &doc->head);
	json_name(json, "block");
	json_begin_array(json);
	for (guint i = 0; i < doc->blocks->len; i++)
		put_block(json, &g_array_index(doc->blocks, struct block, i));
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
	return true;
}
