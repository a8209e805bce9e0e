/*
 * xlsx_style.c - how the cells of a workbook look.
 */
#include "reports/backend/xlsx_style.h"

#include "base/text.h"
#include "reports/backend/xlsx_text.h"

#define INK_HEAD        0x16323F
#define INK_MUTED       0x4C5963
#define INK_LINK        0x0B5C6B
#define INK_RULE        0x7F8D99
#define INK_GRID        0xDFE5EA
#define PALE            0xF3F6F8

#define ROW_POINTS_MAX  409   /* Excel's limits */
#define CELL_TEXT_UNITS 32767 /* of UTF-16 */
#define FORMAT_TEXT     49    /* Excel's own number of "@" */
#define CUT             " … (kortad: en cell i Excel rymmer inte mer)"

/* Keys of one table of formats: looks below 100, cells above. */
static lxw_format *
find(struct xlsx_book *book, int key, bool *ret_new)
{
	lxw_format *format = g_hash_table_lookup(book->formats, GINT_TO_POINTER(key));

	*ret_new = !format;
	if (format)
		return format;
	format = workbook_add_format(book->workbook);
	format_set_font_name(format, "Arial");
	format_set_font_size(format, 10);
	g_hash_table_insert(book->formats, GINT_TO_POINTER(key), format);
	return format;
}

/* Texts keep a little from the number before. */
static void
set_side(lxw_format *format, bool number)
{
	format_set_align(format, number ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	if (!number)
		format_set_indent(format, 1);
}

static void
set_header(lxw_format *format, bool number)
{
	format_set_bold(format);
	format_set_font_color(format, LXW_COLOR_WHITE);
	format_set_bg_color(format, INK_HEAD);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
	set_side(format, number);
}

lxw_format *
xlsx_format(struct xlsx_book *book, enum xlsx_look look)
{
	bool fresh;
	lxw_format *format = find(book, (int)look, &fresh);

	if (!fresh)
		return format;
	switch (look) {
	case XLSX_TITLE:
		format_set_bold(format);
		format_set_text_wrap(format);
		format_set_font_size(format, 16);
		format_set_font_color(format, INK_HEAD);
		break;
	case XLSX_SUBTITLE:
		format_set_font_color(format, INK_MUTED);
		break;
	case XLSX_HEADING:
		format_set_bold(format);
		format_set_font_size(format, 13);
		format_set_font_color(format, INK_HEAD);
		break;
	case XLSX_PARAGRAPH:
		format_set_text_wrap(format);
		format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
		break;
	case XLSX_NOTE:
		format_set_text_wrap(format);
		format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
		format_set_font_color(format, INK_MUTED);
		break;
	case XLSX_LINK:
		format_set_font_color(format, INK_LINK);
		format_set_underline(format, LXW_UNDERLINE_SINGLE);
		break;
	case XLSX_HEADER_TEXT:
	case XLSX_HEADER_NUMBER:
		set_header(format, look == XLSX_HEADER_NUMBER);
		break;
	}
	return format;
}

static void
set_role(lxw_format *format, enum row_role role)
{
	if (role == ROW_BODY) {
		format_set_bottom(format, LXW_BORDER_HAIR);
		format_set_bottom_color(format, INK_GRID);
		return;
	}
	format_set_bold(format);
	if (role == ROW_GROUP || role == ROW_TOTAL)
		format_set_bg_color(format, PALE);
	if (role == ROW_SUBTOTAL || role == ROW_TOTAL) {
		format_set_top(
		    format, role == ROW_TOTAL ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
		format_set_top_color(format, role == ROW_TOTAL ? INK_HEAD : INK_RULE);
	}
}

/* "#,##0.0": Excel shows the marks of its own language. */
static void
set_money(lxw_format *format, int decimals)
{
	g_autoptr(GString) text = g_string_new("#,##0");

	for (int i = 0; i < decimals; i++)
		g_string_append(text, i ? "0" : ".0");
	format_set_num_format(format, text->str);
}

lxw_format *
xlsx_cell_format(
    struct xlsx_book *book, enum row_role role, enum xlsx_kind kind, int decimals)
{
	int key = 100 + (((int)role * 8 + (int)kind) * 16) +
	          (kind == XLSX_MONEY ? CLAMP(decimals, 0, 15) : 0);
	bool fresh;
	lxw_format *format = find(book, key, &fresh);

	if (!fresh)
		return format;
	set_role(format, role);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	switch (kind) {
	case XLSX_TEXT_KEPT:
		format_set_num_format_index(format, FORMAT_TEXT);
		G_GNUC_FALLTHROUGH;
	case XLSX_TEXT:
		/* a group's name runs over the empty cells beside it */
		if (role != ROW_GROUP)
			format_set_text_wrap(format);
		break;
	case XLSX_INT:
		format_set_num_format(format, "0");
		break;
	case XLSX_MONEY:
		set_money(format, decimals);
		break;
	case XLSX_SHARE:
		format_set_num_format(format, "0.0 %");
		break;
	case XLSX_DASH:
		break;
	}
	set_side(format, kind != XLSX_TEXT && kind != XLSX_TEXT_KEPT);
	return format;
}

void
xlsx_note(struct xlsx_book *book, lxw_error error)
{
	if (book->failed == LXW_NO_ERROR)
		book->failed = error;
}

void
xlsx_write_text(struct xlsx_book *book, lxw_worksheet *sheet, lxw_row_t row,
    lxw_col_t col, const char *text, lxw_format *format)
{
	g_autofree char *shown = text_display(text);
	g_autofree char *safe = xlsx_text_escape(shown);
	g_autofree char *cut = NULL;

	if (*xlsx_text_cut(safe, CELL_TEXT_UNITS)) {
		const char *end =
		    xlsx_text_cut(safe, CELL_TEXT_UNITS - g_utf8_strlen(CUT, -1));
		g_autofree char *kept = g_strndup(safe, (gsize)(end - safe));

		cut = g_strconcat(kept, CUT, NULL);
	}
	xlsx_note(
	    book, worksheet_write_string(sheet, row, col, cut ? cut : safe, format));
}

void
xlsx_set_height(struct xlsx_book *book, lxw_worksheet *sheet, lxw_row_t row, guint lines,
    guint points)
{
	guint shown = MIN(lines, ROW_POINTS_MAX / points);

	xlsx_note(book, worksheet_set_row(sheet, row, (double)(shown * points), NULL));
}
