/*
 * xlsx_template.c - the follow-up template as a workbook: locked cells that say what is
 * asked, open ones that take no more than can be read again.
 *
 * The lock has no password: it keeps cells from slips, and the reader trusts none of
 * them.
 */
#include <string.h>

#include "base/text.h"
#include "exchange/template_module.h"
#include "reports/backend/xlsx_file.h"
#include "reports/backend/xlsx_text.h"

#define SHEET_NAME  "Mall"
#define GUIDE_NAME  "Så fyller du i"
#define GUIDE_WIDTH 100 /* in digits */
#define HEAD_POINTS 40  /* three lines */
#define PAPER_A4    9
#define CELL_UNITS  32767   /* of UTF-16: Excel's limit */
#define AMOUNT_MAX  1000000 /* mkr: what money_parse takes */
#define ORE_IN_MKR  INT64_C(100000000)
#define INK_HEAD    0x16323F
#define INK_GRID    0xC5CED6
#define PALE_LOCKED 0xEEF2F5
#define PALE_OPEN   0xFFFBE6
/* as many decimals as an öre in mkr has */
#define MONEY_SHOWN "#,##0.0#######"

struct form {
	const struct template_drawing *drawing;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *title, *guide, *head;
	lxw_format *locked[2], *open[2]; /* [1]: amounts */
	lxw_error failed;                /* the first */
};

static void
note(struct form *f, lxw_error failed)
{
	if (f->failed == LXW_NO_ERROR)
		f->failed = failed;
}

/* ---- looks ----------------------------------------------------------------------- */

static lxw_format *
add_format(struct form *f)
{
	lxw_format *made = workbook_add_format(f->book);

	format_set_font_name(made, "Arial");
	format_set_font_size(made, 10);
	return made;
}

static lxw_format *
add_cell_format(struct form *f, bool open, bool amount)
{
	lxw_format *made = add_format(f);

	format_set_bg_color(made, open ? PALE_OPEN : PALE_LOCKED);
	format_set_border(made, LXW_BORDER_THIN);
	format_set_border_color(made, INK_GRID);
	format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
	/* "@" keeps what is written as text: "2021-04" is no day, "=1" no formula */
	format_set_num_format(made, amount ? MONEY_SHOWN : "@");
	if (!amount)
		format_set_text_wrap(made);
	if (open)
		format_set_unlocked(made);
	return made;
}

static void
add_formats(struct form *f)
{
	f->title = add_format(f);
	format_set_bold(f->title);
	format_set_font_size(f->title, 14);
	format_set_font_color(f->title, INK_HEAD);
	f->guide = add_format(f);
	format_set_text_wrap(f->guide);
	format_set_align(f->guide, LXW_ALIGN_VERTICAL_TOP);
	f->head = add_format(f);
	format_set_bold(f->head);
	format_set_font_color(f->head, LXW_COLOR_WHITE);
	format_set_bg_color(f->head, INK_HEAD);
	format_set_text_wrap(f->head);
	format_set_align(f->head, LXW_ALIGN_VERTICAL_BOTTOM);
	for (int amount = 0; amount < 2; amount++) {
		f->locked[amount] = add_cell_format(f, false, amount);
		f->open[amount] = add_cell_format(f, true, amount);
	}
}

/* ---- cells ----------------------------------------------------------------------- */

/* A text that somebody wrote. */
static void
put_text(
    struct form *f, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
	g_autofree char *escaped = xlsx_text_guard(text);
	const char *end = xlsx_text_cut(escaped, CELL_UNITS);
	g_autofree char *cut = g_strndup(escaped, (gsize)(end - escaped));

	if (*cut)
		note(f, worksheet_write_string(f->sheet, row, column, cut, format));
	else
		note(f, worksheet_write_blank(f->sheet, row, column, format));
}

static void
put_row(struct form *f, lxw_row_t at, const struct template_row *row)
{
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		const struct template_look *look = &f->drawing->looks[c];
		lxw_format *format =
		    look->open ? f->open[look->amount] : f->locked[look->amount];
		lxw_col_t column = (lxw_col_t)c;

		if (look->amount && row->amount[c].known)
			note(f, worksheet_write_number(f->sheet, at, column,
			            xlsx_number(row->amount[c].ore, ORE_IN_MKR), format));
		else
			put_text(f, at, column, look->amount ? "" : row->text[c], format);
	}
}

/* What an open column's cells take, and what is said of it. */
static void
add_validation(struct form *f, int c, lxw_row_t last)
{
	const struct template_look *look = &f->drawing->looks[c];
	/* the library changes neither texts nor list */
	char *title = (char *)(uintptr_t)look->title;
	char *help = (char *)(uintptr_t)look->help;
	lxw_data_validation v = { .validate = LXW_VALIDATION_TYPE_ANY,
		.ignore_blank = LXW_VALIDATION_ON,
		.show_input = LXW_VALIDATION_ON,
		.show_error = LXW_VALIDATION_ON,
		.error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
		.input_title = title,
		.input_message = help,
		.error_title = title,
		.error_message = help };

	if (look->amount) {
		v.validate = LXW_VALIDATION_TYPE_DECIMAL;
		v.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		v.minimum_number = -AMOUNT_MAX;
		v.maximum_number = AMOUNT_MAX;
	} else if (f->drawing->words[c]) {
		v.validate = LXW_VALIDATION_TYPE_LIST;
		v.value_list = (char **)(uintptr_t)f->drawing->words[c];
		v.dropdown = LXW_VALIDATION_ON;
	}
	note(f, worksheet_data_validation_range(
	            f->sheet, 1, (lxw_col_t)c, last, (lxw_col_t)c, &v));
}

/* ---- the sheet ------------------------------------------------------------------- */

static void
put_heads(struct form *f)
{
	note(f, worksheet_set_row(f->sheet, 0, HEAD_POINTS, NULL));
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		const struct template_look *look = &f->drawing->looks[c];

		note(f, worksheet_set_column(
		            f->sheet, (lxw_col_t)c, (lxw_col_t)c, look->width, NULL));
		note(f, worksheet_write_string(
		            f->sheet, 0, (lxw_col_t)c, look->header, f->head));
	}
}

/* What it is, how it is filled in, and what each open column takes: on a sheet of its
 * own, so that the first one saved as CSV begins with its header. */
static void
put_guide(struct form *f, lxw_worksheet *sheet)
{
	g_autofree char *title = xlsx_text_escape(f->drawing->title);
	lxw_row_t row = 0;

	note(f, worksheet_set_column(sheet, 0, 0, GUIDE_WIDTH, NULL));
	note(f, worksheet_write_string(sheet, row++, 0, title, f->title));
	note(f, worksheet_write_string(sheet, row++, 0, f->drawing->guide, f->guide));
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		const struct template_look *look = &f->drawing->looks[c];
		g_autofree char *text =
		    look->open ? g_strdup_printf("%s: %s", look->header, look->help)
		               : NULL;

		if (text)
			note(f, worksheet_write_string(sheet, row++, 0, text, f->guide));
	}
	worksheet_protect(sheet, NULL, NULL);
	worksheet_set_paper(sheet, PAPER_A4);
	worksheet_fit_to_pages(sheet, 1, 0);
}

static void
set_sheet(struct form *f, lxw_row_t last)
{
	/* what does no harm: to see better and to sort */
	lxw_protection free_to = { .format_columns = 1,
		.format_rows = 1,
		.sort = 1,
		.autofilter = 1,
		.delete_rows = 1 };

	worksheet_protect(f->sheet, NULL, &free_to);
	worksheet_freeze_panes(f->sheet, 1, TEMPLATE_NAME + 1);
	note(f, worksheet_autofilter(f->sheet, 0, 0, last, TEMPLATE_COLUMN__N - 1));
	worksheet_set_landscape(f->sheet);
	worksheet_set_paper(f->sheet, PAPER_A4);
	worksheet_fit_to_pages(f->sheet, 1, 0);
	note(f, worksheet_repeat_rows(f->sheet, 0, 0));
}

static void
set_properties(struct form *f)
{
	const struct template_file *form = f->drawing->form;
	g_autofree char *title = text_display(f->drawing->title);
	lxw_doc_properties properties = { .title = title,
		.author = (char[]){ "sparplan" },
		.created = (time_t)(form->at_ms / 1000) };
	const char *const own[][2] = { { "program", form->programme },
		{ "förvaltning", form->unit }, { "omgång", form->round },
		{ "mall", form->change } };

	note(f, workbook_set_properties(f->book, &properties));
	for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
		const char *end = xlsx_text_cut(own[i][1], 255);
		g_autofree char *value = g_strndup(own[i][1], (gsize)(end - own[i][1]));

		note(f, workbook_set_custom_property_string(f->book, own[i][0], value));
	}
}

static void
fill(struct form *f)
{
	const GArray *rows = f->drawing->form->rows;
	lxw_row_t last = MAX(rows->len, 1);

	add_formats(f);
	put_heads(f);
	for (guint i = 0; i < rows->len; i++)
		put_row(f, i + 1, &g_array_index(rows, struct template_row, i));
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		if (f->drawing->looks[c].open)
			add_validation(f, c, last);
	set_sheet(f, last);
	set_properties(f);
}

/* Make the workbook in the file; it must be closed in any case to be freed. */
static lxw_error
make(const struct template_drawing *drawing, const char *path)
{
	struct form f = { .drawing = drawing, .book = workbook_new(path) };
	lxw_worksheet *guide;
	lxw_error closed;

	if (!f.book)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	f.sheet = workbook_add_worksheet(f.book, SHEET_NAME);
	guide = workbook_add_worksheet(f.book, GUIDE_NAME);
	if (f.sheet && guide) {
		fill(&f);
		put_guide(&f, guide);
	} else
		note(&f, LXW_ERROR_MEMORY_MALLOC_FAILED);
	closed = workbook_close(f.book);
	return f.failed != LXW_NO_ERROR ? f.failed : closed;
}

bool
module_template(const struct template_drawing *drawing, GString *out, GError **error)
{
	struct xlsx_file file;
	lxw_error why = LXW_ERROR_CREATING_XLSX_FILE;
	bool ok;

	if (xlsx_file_open(&file))
		why = make(drawing, file.path);
	ok = xlsx_file_take(&file, why, out, error);
	xlsx_file_close(&file);
	return ok;
}
