/*
 * xlsx_rows.c - rows of a kind as a workbook of one sheet, for the module of XLSX.
 *
 * Unlike in a report nothing is cut or made safe to display: import reads the same texts
 * again.  What a cell cannot hold stops the export.
 */
#include <string.h>

#include "base/error.h"
#include "exchange/rows_module.h"
#include "reports/backend/xlsx_file.h"
#include "reports/backend/xlsx_style.h"
#include "reports/backend/xlsx_text.h"

#define CELL_UNITS   32767 /* of UTF-16: Excel's limit */
#define WIDTH_TEXT   24
#define WIDTH_NUMBER 16

struct writer {
	GString *out; /* borrowed */
	struct xlsx_file file;
	lxw_workbook *book; /* NULL when it is closed */
	lxw_worksheet *sheet;
	lxw_format *head, *text, *money, *number;
	lxw_row_t row;
	lxw_col_t column;
	lxw_error failed; /* the first */
	char *bad_text;   /* why a text cannot be written */
};

static void
note(struct writer *w, lxw_error failed)
{
	if (w->failed == LXW_NO_ERROR)
		w->failed = failed;
}

static bool
is_number(enum column_type type)
{
	return type == COLUMN_AMOUNT || type == COLUMN_MEASURE || type == COLUMN_YEAR;
}

static void
put_column(void *to, const char *name, enum column_type type)
{
	struct writer *w = to;

	note(w, worksheet_set_column(w->sheet, w->column, w->column,
	            is_number(type) ? WIDTH_NUMBER : WIDTH_TEXT, NULL));
	note(w, worksheet_write_string(w->sheet, 0, w->column++, name, w->head));
}

/* Why Excel cannot hold the text; NULL when it can. */
static const char *
text_problem(const char *text)
{
	if (*xlsx_text_cut(text, CELL_UNITS))
		return "en text är längre än en cell i Excel rymmer";
	for (const char *p = strchr(text, '\xef'); p; p = strchr(p + 1, '\xef'))
		if (g_utf8_get_char(p) >= 0xfffe && g_utf8_get_char(p) <= 0xffff)
			return "en text har tecken som Excel inte tar emot";
	return NULL;
}

static void
put_text(void *to, const char *text)
{
	struct writer *w = to;
	g_autofree char *escaped = xlsx_text_guard(text);
	const char *why = text_problem(escaped);

	if (why && !w->bad_text)
		w->bad_text = g_strdup_printf("%s (rad %u)", why, w->row + 1);
	else if (!why && *text)
		note(w, worksheet_write_string(
		            w->sheet, w->row, w->column, escaped, w->text));
	w->column++;
}

/* öre or hundredths: exact below 2^53 of them */
static void
put_hundredths(struct writer *w, struct amount amount, lxw_format *format)
{
	if (amount.known)
		note(w, worksheet_write_number(w->sheet, w->row, w->column,
		            xlsx_number(amount.ore, 100), format));
	w->column++;
}

static void
put_amount(void *to, struct amount amount)
{
	put_hundredths(to, amount, ((struct writer *)to)->money);
}

static void
put_measure(void *to, struct amount hundredths)
{
	put_hundredths(to, hundredths, ((struct writer *)to)->number);
}

static void
put_number(void *to, int64_t number)
{
	struct writer *w = to;

	note(w, worksheet_write_number(
	            w->sheet, w->row, w->column++, xlsx_number(number, 1), w->number));
}

static void
end_row(void *to)
{
	struct writer *w = to;

	w->row++;
	w->column = 0;
}

static bool
finish(void *to, GError **error)
{
	struct writer *w = to;

	note(w, workbook_close(w->book));
	w->book = NULL;
	if (w->bad_text) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
		    "XLSX kan inte skrivas: %s. Välj csv eller json.", w->bad_text);
		return false;
	}
	return xlsx_file_take(&w->file, w->failed, w->out, error);
}

static void
free_writer(void *to)
{
	struct writer *w = to;

	if (w->book)
		workbook_close(w->book);
	xlsx_file_close(&w->file);
	g_free(w->bad_text);
	g_free(w);
}

static const struct row_format format = { put_column, put_text, put_text, put_amount,
	put_measure, put_number, end_row, finish, free_writer };

static lxw_format *
add_format(struct writer *w, const char *number)
{
	lxw_format *made = workbook_add_format(w->book);

	format_set_font_name(made, "Arial");
	format_set_font_size(made, 10);
	if (number)
		format_set_num_format(made, number);
	return made;
}

static void
begin(struct writer *w, const char *name)
{
	g_autofree char *title = g_strdup(name);
	lxw_doc_properties properties = {
		.title = title, .author = (char[]){ "sparplan" }, .created = XLSX_NO_DATE
	};

	w->head = add_format(w, NULL);
	format_set_bold(w->head);
	w->text = add_format(w, "@"); /* stays text when somebody edits the cell */
	w->money = add_format(w, "#,##0.00");
	w->number = add_format(w, NULL);
	w->sheet = workbook_add_worksheet(w->book, name);
	note(w, workbook_set_properties(w->book, &properties));
	if (w->sheet)
		worksheet_freeze_panes(w->sheet, 1, 0);
	else
		note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
}

bool
module_rows(const char *name, GString *out, struct row_writer *ret, GError **error)
{
	/* rows in order, each written when the next begins: memory is that of one */
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	struct writer *w = g_new0(struct writer, 1);

	w->out = out;
	if (xlsx_file_open(&w->file))
		w->book = workbook_new_opt(w->file.path, &options);
	if (w->book)
		begin(w, name);
	if (!w->sheet) {
		free_writer(w);
		return xlsx_refuse(LXW_ERROR_MEMORY_MALLOC_FAILED, error);
	}
	*ret = (struct row_writer){ &format, w };
	return true;
}
