/*
 * xlsx_cells.c - a row of a sheet as the texts that columns are read from.
 */
#include "exchange/xlsx_cells.h"

#include <string.h>

#include "money/stored_number.h"

#define TEXT_DECIMALS 10

void
xlsx_cells_init(struct xlsx_cells *c)
{
	c->text = g_string_sized_new(4096);
	c->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
	c->refused = g_ptr_array_new();
}

void
xlsx_cells_clear(struct xlsx_cells *c)
{
	g_string_free(c->text, TRUE);
	g_array_unref(c->starts);
	g_ptr_array_unref(c->refused);
}

/* How many decimals a column's numbers may have. */
static int
decimals_of(const struct row_reader *rows, const struct header_cell *cell)
{
	static const int of_unit[MONEY_UNIT__N] = {
		[MONEY_KR] = 2, [MONEY_TKR] = 5, [MONEY_MKR] = 8
	};

	if (cell && (cell->column == -1 ||
	                (cell->column >= 0 &&
	                    rows->kind->columns[cell->column].type == COLUMN_AMOUNT)))
		return of_unit[cell->unit];
	if (cell && cell->column >= 0 &&
	    rows->kind->columns[cell->column].type == COLUMN_MEASURE)
		return 2;
	return TEXT_DECIMALS;
}

static char
mark_of(const struct row_reader *rows)
{
	return rows->header && rows->values.decimal == DECIMAL_POINT ? '.' : ',';
}

/* What a column (NULL: not known yet) takes; a year's amounts are amounts. */
static enum column_type
type_of(const struct row_reader *rows, const struct header_cell *cell)
{
	if (cell && cell->column == -1)
		return COLUMN_AMOUNT;
	return cell && cell->column >= 0 ? rows->kind->columns[cell->column].type
	                                 : COLUMN_TEXT;
}

/* Why a cell cannot be of a column; NULL when it can.  A year is no amount, though its
 * digits are; Excel makes a day of the id "1-2". */
static const char *
unfit(enum column_type type, const struct sheet_cell *in)
{
	if (in->type == SHEET_DATE && (type == COLUMN_AMOUNT || type == COLUMN_MEASURE))
		return "cellen visas som ett datum; ändra dess format till Tal och se "
		       "efter att talet stämmer";
	if (in->type == SHEET_DATE && type == COLUMN_CODE)
		return "cellen är ett datum; ändra dess format till Text och skriv in "
		       "den på nytt";
	if (in->type == SHEET_BOOL && type == COLUMN_CODE)
		return "cellen är sant eller falskt; ändra dess format till Text och "
		       "skriv in den på nytt";
	return NULL;
}

/* The text of a cell in a column; false when it is no number. */
static bool
append_cell(GString *out, const struct row_reader *rows, const struct header_cell *cell,
    const struct sheet_cell *in)
{
	enum column_type type = type_of(rows, cell);
	/* a round may be named by its month */
	bool month = type == COLUMN_MONTH || type == COLUMN_ROUND;

	if (in->type == SHEET_NUMBER)
		return stored_number(
		    in->text, decimals_of(rows, cell), mark_of(rows), out);
	/* a day lies in one month */
	if (in->type == SHEET_DATE && month && strlen(in->text) == 10)
		g_string_append_len(out, in->text, 7);
	else
		g_string_append(out, in->text);
	return true;
}

struct csv_cells
xlsx_cells_of(
    struct xlsx_cells *c, const struct row_reader *rows, const struct sheet_row *row)
{
	const GArray *header = rows->header ? rows->header->cells : NULL;
	int n = row->n ? row->cells[row->n - 1].column + 1 : 0;
	int next = 0;
	struct csv_cells cells = { .all = n, .too_long = row->too_long };

	g_string_truncate(c->text, 0);
	g_array_set_size(c->starts, 0);
	g_ptr_array_set_size(c->refused, 0);
	n = MAX(MIN(n, CSV_MAX_COLUMNS), header ? (int)header->len : 0);
	for (int i = 0; i < n; i++) {
		const struct sheet_cell *in =
		    next < row->n && row->cells[next].column == i ? &row->cells[next++]
		                                                  : NULL;
		const struct header_cell *head =
		    header && i < (int)header->len
		        ? &g_array_index(header, struct header_cell, i)
		        : NULL;
		guint32 start = (guint32)c->text->len;
		const char *why = NULL;

		if (in)
			why = in->type == SHEET_REFUSED ? in->text
			                                : unfit(type_of(rows, head), in);
		if (in && !why && !append_cell(c->text, rows, head, in))
			why = "cellen har ett tal som inte går att läsa; skriv in det på "
			      "nytt";
		g_string_append_c(c->text, '\0');
		g_array_append_val(c->starts, start);
		g_ptr_array_add(c->refused, (gpointer)(uintptr_t)why);
	}
	cells.extra_content = next < row->n;
	cells.text = c->text->str;
	cells.starts = (const guint32 *)(void *)c->starts->data;
	cells.refused = (const char *const *)c->refused->pdata;
	cells.n = n;
	return cells;
}
