/*
 * xlsx_table.c - a table as a sheet of numbers.
 */
#include "reports/backend/xlsx_table.h"

#include "base/text.h"
#include "exchange/csv_write.h"
#include "reports/backend/cells.h"
#include "reports/backend/xlsx_text.h"

#define FIRST_ROW        (XLSX_TABLE_HEAD_ROW + 1)
#define TEXT_WIDTH_MAX   50
#define NUMBER_WIDTH_MIN 9
#define HEAD_WIDTH_MAX   14 /* of a number on one line */
#define PORTRAIT_WIDTH   92 /* columns of digits on an upright A4 */
#define FROZEN_WIDTH_MAX 50
#define SUM_PARTS_MAX    200 /* Excel takes 255 */

static const struct column *
column_at(const struct table *table, guint c)
{
	return &g_array_index(table->columns, struct column, c);
}

static const struct doc_row *
row_at(const struct table *table, guint r)
{
	return &g_array_index(table->rows, struct doc_row, r);
}

/* ---- sums -------------------------------------------------------------------------- */

/* Öre or count of a cell; false when it has none. */
static bool
cell_number(const struct cell *cell, int64_t *ret)
{
	if (cell->type == CELL_MONEY && cell->u.money.known)
		*ret = cell->u.money.ore;
	else if (cell->type == CELL_INT)
		*ret = cell->u.number;
	else
		return false;
	return true;
}

/* The first row that a sum at `end` covers: after the last row that closes one. */
static guint
sum_start(const struct table *table, guint end)
{
	bool all = row_at(table, end)->role == ROW_TOTAL;
	guint start = end;

	while (start > 0) {
		enum row_role role = row_at(table, start - 1)->role;

		if (role == ROW_TOTAL || (!all && role != ROW_BODY))
			break;
		start--;
	}
	return start;
}

static void
append_range(GString *formula, lxw_col_t col, guint first, guint last)
{
	char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];

	lxw_rowcol_to_cell(from, FIRST_ROW + first, col);
	lxw_rowcol_to_cell(to, FIRST_ROW + last, col);
	g_string_append_printf(formula, "%s%s:%s",
	    formula->str[formula->len - 1] == '(' ? "" : ",", from, to);
}

/* "=SUM(C5:C8,C11:C13)" over the body rows, when they do add up to the cell; else NULL.
 */
static char *
sum_formula(const struct table *table, guint r, guint c)
{
	g_autoptr(GString) formula = g_string_new("=SUM(");
	int64_t want, sum = 0;
	guint first = 0, parts = 0;
	bool open = false;

	if (row_at(table, r)->role < ROW_SUBTOTAL || column_at(table, c)->difference ||
	    !cell_number(&row_at(table, r)->cells[c], &want))
		return NULL;
	for (guint i = sum_start(table, r); i <= r; i++) {
		const struct doc_row *row = row_at(table, i);
		bool body = i < r && row->role == ROW_BODY;
		int64_t number;

		if (body && cell_number(&row->cells[c], &number) &&
		    !money_add(sum, number, &sum))
			return NULL;
		if (body && !open)
			first = i;
		if (!body && open && parts++ < SUM_PARTS_MAX)
			append_range(formula, (lxw_col_t)c, first, i - 1);
		open = body;
	}
	if (parts == 0 || parts > SUM_PARTS_MAX || sum != want)
		return NULL;
	g_string_append_c(formula, ')');
	return g_string_free(g_steal_pointer(&formula), FALSE);
}

/* ---- cells ------------------------------------------------------------------------- */

static int64_t
unit_ore(enum money_unit unit)
{
	return unit == MONEY_MKR   ? ORE_PER_MKR
	       : unit == MONEY_TKR ? ORE_PER_TKR
	                           : ORE_PER_KR;
}

struct place {
	struct xlsx_book *book;
	lxw_worksheet *sheet;
	const struct table *table;
	guint r, c;
};

/* A measure shows the decimals it has, and no fewer than its column. */
static int
decimals_of(const struct place *at)
{
	const struct cell *cell = &row_at(at->table, at->r)->cells[at->c];

	const int least = column_at(at->table, at->c)->decimals;

	if (cell->type != CELL_MEASURE)
		return least;
	return cell->u.hundredths.ore % 100 == 0  ? least
	       : cell->u.hundredths.ore % 10 == 0 ? MAX(least, 1)
	                                          : MAX(least, 2);
}

static void
put_number(const struct place *at, enum xlsx_kind kind, double value)
{
	lxw_row_t row = FIRST_ROW + at->r;
	lxw_col_t col = (lxw_col_t)at->c;
	lxw_format *format = xlsx_cell_format(
	    at->book, row_at(at->table, at->r)->role, kind, decimals_of(at));
	g_autofree char *formula = sum_formula(at->table, at->r, at->c);

	xlsx_note(at->book,
	    formula
	        ? worksheet_write_formula_num(at->sheet, row, col, formula, format, value)
	        : worksheet_write_number(at->sheet, row, col, value, format));
}

static void
put_text(const struct place *at, enum xlsx_kind kind, const char *text)
{
	xlsx_write_text(at->book, at->sheet, FIRST_ROW + at->r, (lxw_col_t)at->c, text,
	    xlsx_cell_format(at->book, row_at(at->table, at->r)->role, kind, 0));
}

static void
put_cell(const struct place *at)
{
	const struct cell *cell = &row_at(at->table, at->r)->cells[at->c];
	enum money_unit unit = column_at(at->table, at->c)->unit;
	g_autofree char *shown = cell_show(cell, column_at(at->table, at->c));

	switch (cell->type) {
	case CELL_EMPTY:
		put_text(at, XLSX_TEXT, "");
		break;
	case CELL_TEXT:
		put_text(at, csv_is_formula(shown) ? XLSX_TEXT_KEPT : XLSX_TEXT, shown);
		break;
	case CELL_INT:
		put_number(at, XLSX_INT, xlsx_number(cell->u.number, 1));
		break;
	case CELL_MONEY:
		if (cell->u.money.known)
			put_number(at, XLSX_MONEY,
			    xlsx_number(cell->u.money.ore, unit_ore(unit)));
		else
			put_text(at, XLSX_DASH, shown);
		break;
	case CELL_SHARE:
		if (cell->u.share.known)
			put_number(
			    at, XLSX_SHARE, xlsx_number(cell->u.share.tenths, 1000));
		else
			put_text(at, XLSX_DASH, shown);
		break;
	case CELL_MEASURE:
		if (cell->u.hundredths.known)
			put_number(
			    at, XLSX_MONEY, xlsx_number(cell->u.hundredths.ore, 100));
		else
			put_text(at, XLSX_DASH, shown);
		break;
	}
}

/* ---- the sheet --------------------------------------------------------------------- */

static int
longest_word(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	int width = 0;

	for (char **word = words; *word; word++)
		width = MAX(width, text_width(*word));
	return width;
}

/* Digits that the column needs: a number whole, a text at most TEXT_WIDTH_MAX. */
static int
column_width(const struct table *table, guint c)
{
	const struct column *column = column_at(table, c);
	bool number = column_is_number(column);
	g_autofree char *head = text_display(column->head);
	int width = text_width(head);

	if (number)
		width = MAX(width > HEAD_WIDTH_MAX ? longest_word(head) : width,
		    NUMBER_WIDTH_MIN);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row = row_at(table, r);
		g_autofree char *shown = cell_show(&row->cells[c], column);

		if (row->role != ROW_GROUP)
			width = MAX(width, text_width(shown));
	}
	return (number ? width : MIN(width, TEXT_WIDTH_MAX)) + 2;
}

static guint
lines_of(const char *text, int width)
{
	g_autoptr(GPtrArray) lines = text_wrap(text, width);

	return MAX(lines->len, 1);
}

static void
put_head(struct xlsx_book *book, lxw_worksheet *sheet, const struct table *table,
    const int *widths)
{
	guint lines = 1;

	for (guint c = 0; c < table->columns->len; c++) {
		const struct column *column = column_at(table, c);

		xlsx_write_text(book, sheet, XLSX_TABLE_HEAD_ROW, (lxw_col_t)c,
		    column->head,
		    xlsx_format(book, column_is_number(column) ? XLSX_HEADER_NUMBER
		                                               : XLSX_HEADER_TEXT));
		lines = MAX(lines, lines_of(column->head, widths[c]));
	}
	xlsx_set_height(book, sheet, XLSX_TABLE_HEAD_ROW, lines, XLSX_LINE);
}

static void
put_row(struct xlsx_book *book, lxw_worksheet *sheet, const struct table *table, guint r,
    const int *widths)
{
	const struct doc_row *row = row_at(table, r);
	struct place at = { book, sheet, table, r, 0 };
	guint lines = 1;

	for (at.c = 0; at.c < table->columns->len; at.c++) {
		put_cell(&at);
		if (row->cells[at.c].type == CELL_TEXT && row->role != ROW_GROUP)
			lines =
			    MAX(lines, lines_of(row->cells[at.c].u.text, widths[at.c]));
	}
	if (lines > 1)
		xlsx_set_height(book, sheet, FIRST_ROW + r, lines, XLSX_LINE);
}

/* Texts before the first number stay in sight, when there is room for more. */
static lxw_col_t
frozen_columns(const struct table *table, const int *widths)
{
	lxw_col_t n = 0;
	int width = 0;

	while (n < table->columns->len && !column_is_number(column_at(table, n)))
		width += widths[n++];
	return n < table->columns->len && width <= FROZEN_WIDTH_MAX ? n : 0;
}

static void
put_captions(struct xlsx_book *book, lxw_worksheet *sheet, const struct table *table)
{
	const struct doc *doc = table->doc;
	g_autofree char *caption = caption_show(table);

	xlsx_write_text(book, sheet, 0, 0, caption, xlsx_format(book, XLSX_HEADING));
	xlsx_write_text(book, sheet, 1, 0, doc->title, xlsx_format(book, XLSX_SUBTITLE));
	xlsx_write_text(
	    book, sheet, 2, 0, doc->subtitle, xlsx_format(book, XLSX_SUBTITLE));
}

void
xlsx_table(struct xlsx_book *book, lxw_worksheet *sheet, const struct table *table)
{
	guint n = table->columns->len;
	g_autofree int *widths = g_new0(int, (gsize)n + 1);
	int width = 0;

	for (guint c = 0; c < n; c++) {
		widths[c] = column_width(table, c);
		width += widths[c];
		xlsx_note(book, worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c,
		                    (double)widths[c], NULL));
	}
	put_captions(book, sheet, table);
	put_head(book, sheet, table, widths);
	for (guint r = 0; r < table->rows->len; r++)
		put_row(book, sheet, table, r, widths);
	worksheet_freeze_panes(sheet, FIRST_ROW, frozen_columns(table, widths));
	xlsx_note(
	    book, worksheet_repeat_rows(sheet, XLSX_TABLE_HEAD_ROW, XLSX_TABLE_HEAD_ROW));
	if (width > PORTRAIT_WIDTH)
		worksheet_set_landscape(sheet);
}
