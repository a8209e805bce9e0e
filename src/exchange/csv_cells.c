/*
 * csv_cells.c - cells to values.
 */
#include "exchange/csv_cells.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "exchange/csv_write.h"

#define MAX_ROUNDS 1000

struct round_seen {
	char *label;
	int cutoff;
};

static void
round_seen_free(void *data)
{
	struct round_seen *seen = data;

	g_free(seen->label);
	g_free(seen);
}

void
row_values_init(struct row_values *row, const struct kind_info *kind,
    const struct header *header, enum decimal_mark decimal, const char *file)
{
	row->kind = kind;
	row->header = header;
	row->decimal = decimal;
	row->file = file;
	row->values = g_new0(struct value, kind->n_columns);
	for (int i = 0; i < kind->n_columns; i++) {
		row->values[i].present = header->headers[i] != NULL;
		row->values[i].text = "";
	}
	row->rounds =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, round_seen_free);
}

void
row_values_clear(struct row_values *row)
{
	g_clear_pointer(&row->values, g_free);
	g_clear_pointer(&row->rounds, g_hash_table_unref);
}

static char *
trim(char *text)
{
	size_t bytes;

	text += text_trim(text, &bytes) - text;
	text[bytes] = '\0';
	text_newlines(text);
	return text;
}

static char *
unguard(char *text)
{
	return text + (csv_unguard(text) - text);
}

static bool
parse_round(struct row_values *row, struct value *value, GError **error)
{
	struct round_seen *seen = g_hash_table_lookup(row->rounds, value->text);
	char *label;
	int cutoff;

	if (!seen) {
		if (!round_parse(value->text, &label, &cutoff, error))
			return false;
		if (g_hash_table_size(row->rounds) >= MAX_ROUNDS)
			g_hash_table_remove_all(row->rounds);
		seen = g_new0(struct round_seen, 1);
		seen->label = label;
		seen->cutoff = cutoff;
		g_hash_table_insert(row->rounds, g_strdup(value->text), seen);
	}
	value->text = seen->label;
	value->number = seen->cutoff;
	return true;
}

static bool
parse_value(struct row_values *row, enum column_type type, enum money_unit unit,
    struct value *value, GError **error)
{
	switch (type) {
	case COLUMN_AMOUNT:
		return money_parse(
		    value->text, unit, row->decimal, &value->amount, error);
	case COLUMN_MONTH:
		return month_parse(value->text, &value->number, error);
	case COLUMN_YEAR:
		return year_parse(value->text, &value->number, error);
	case COLUMN_ROUND:
		return parse_round(row, value, error);
	case COLUMN_PERIOD:
		return period_parse(value->text, &value->period, error);
	case COLUMN_MEASURE:
		return number_parse(value->text, row->decimal, &value->amount, error);
	case COLUMN_TEXT:
	case COLUMN_CODE:
		break;
	}
	return true;
}

/* What is wrong, and the option that would read the cell with the other mark. */
static char *
problem_text(const struct row_values *row, enum column_type type, enum money_unit unit,
    const char *text, const GError *error)
{
	bool comma = row->decimal != DECIMAL_POINT;
	enum decimal_mark other = comma ? DECIMAL_POINT : DECIMAL_COMMA;
	struct amount amount;
	bool reads = false;

	if (!row->screen && type == COLUMN_AMOUNT)
		reads = money_parse(text, unit, other, &amount, NULL);
	else if (!row->screen && type == COLUMN_MEASURE)
		reads = number_parse(text, other, &amount, NULL);
	return reads ? g_strdup_printf("%s, eller välj --decimal %s", error->message,
	                   comma ? "punkt" : "komma")
	             : g_strdup(error->message);
}

static bool
parse_column(struct row_values *row, const struct header_cell *cell, char *text, int line,
    struct rejects *rejects)
{
	const struct column_info *column = &row->kind->columns[cell->column];
	struct value *value = &row->values[cell->column];
	g_autofree char *problem = NULL;
	g_autoptr(GError) error = NULL;

	value->number = 0;
	value->amount = AMOUNT_NONE;
	value->period = (struct period){ 0, 0 };
	value->given = !cell_is_blank(text);
	value->refused = false;
	value->text = "";
	if (!value->given) {
		if (column->rule != COLUMN_REQUIRED)
			return true;
		rejects_add(
		    rejects, row->file, line, cell->name, "cellen är tom; fyll i den");
		return false;
	}
	if (column->type == COLUMN_TEXT || column->type == COLUMN_CODE)
		text = unguard(text);
	value->text = column->type == COLUMN_CODE ? text : trim(text);
	if (parse_value(row, column->type, cell->unit, value, &error))
		return true;
	problem = problem_text(row, column->type, cell->unit, value->text, error);
	rejects_add(rejects, row->file, line, cell->name, "%s", problem);
	*value = (struct value){ .present = value->present, .refused = true, .text = "" };
	return false;
}

static bool
parse_year(struct row_values *row, const struct header_cell *cell, char *text, int line,
    struct rejects *rejects)
{
	struct year_amount *year =
	    &g_array_index(row->header->years, struct year_amount, cell->year);
	g_autofree char *problem = NULL;
	g_autoptr(GError) error = NULL;

	year->amount = AMOUNT_NONE;
	if (cell_is_blank(text) ||
	    money_parse(text, cell->unit, row->decimal, &year->amount, &error))
		return true;
	problem = problem_text(row, COLUMN_AMOUNT, cell->unit, text, error);
	rejects_add(rejects, row->file, line, cell->name, "%s", problem);
	return false;
}

/* A cell that cannot be taken at all: it counts as not given. */
static void
refuse_cell(struct row_values *row, const struct header_cell *cell, const char *why,
    int line, struct rejects *rejects)
{
	if (cell->column >= 0) {
		struct value *value = &row->values[cell->column];

		*value = (struct value){
			.present = value->present, .refused = true, .text = ""
		};
	} else if (cell->column == -1)
		g_array_index(row->header->years, struct year_amount, cell->year).amount =
		    AMOUNT_NONE;
	rejects_add(rejects, row->file, line, *cell->name ? cell->name : NULL, "%s", why);
}

bool
row_values_parse(struct row_values *row, const struct csv_cells *cells, int line,
    struct rejects *rejects)
{
	const GArray *header = row->header->cells;
	bool ok = true;

	for (guint i = 0; i < header->len; i++) {
		const struct header_cell *cell =
		    &g_array_index(header, struct header_cell, i);
		char *text = csv_cell(cells, (int)i);

		if (cells->refused && cells->refused[i]) {
			refuse_cell(row, cell, cells->refused[i], line, rejects);
			ok = false;
		} else if (cell->column >= 0)
			ok = parse_column(row, cell, text, line, rejects) && ok;
		else if (cell->column == -1)
			ok = parse_year(row, cell, text, line, rejects) && ok;
		else if (!cell_is_blank(text)) {
			rejects_add(rejects, row->file, line, NULL,
			    "cell %u har innehåll men ingen rubrik; ge kolumnen en "
			    "rubrik eller "
			    "töm den",
			    i + 1);
			ok = false;
		}
	}
	return ok;
}
