/*
 * xlsx_style.h - a workbook being made: how its cells look, and the first thing that went
 * wrong.
 *
 * Source  the print colours of the design (appendix.html); number formats are Excel's own
 *         words, shown with the marks of the reader's language.
 */
#ifndef BACKEND_XLSX_STYLE_H
#define BACKEND_XLSX_STYLE_H

#include <xlsxwriter.h>

#include "reports/doc/doc.h"

struct xlsx_book {
	lxw_workbook *workbook;
	GHashTable *formats; /* of what was asked for, so that none is made twice */
	GHashTable *names;   /* of sheets, folded */
	lxw_error failed;    /* the first failure; LXW_NO_ERROR */
};

/* What stands outside tables. */
enum xlsx_look {
	XLSX_TITLE,
	XLSX_SUBTITLE,
	XLSX_HEADING,
	XLSX_PARAGRAPH,
	XLSX_NOTE,
	XLSX_LINK,
	XLSX_HEADER_TEXT, /* a table's column heads: left, and right above numbers */
	XLSX_HEADER_NUMBER
};

enum xlsx_kind {
	XLSX_TEXT,
	XLSX_TEXT_KEPT, /* would be a formula once somebody edits the cell */
	XLSX_INT,
	XLSX_MONEY,
	XLSX_SHARE,
	XLSX_DASH /* no amount */
};

/* Borrowed; `decimals` matter to money only. */
lxw_format *xlsx_format(struct xlsx_book *book, enum xlsx_look look);
lxw_format *xlsx_cell_format(
    struct xlsx_book *book, enum row_role role, enum xlsx_kind kind, int decimals);

/* Remember the first failure. */
void xlsx_note(struct xlsx_book *book, lxw_error error);

/* A text as the library takes it: safe, and no longer than a cell of Excel holds; what is
 * left out is said at its end. */
void xlsx_write_text(struct xlsx_book *book, lxw_worksheet *sheet, lxw_row_t row,
    lxw_col_t col, const char *text, lxw_format *format);

/* Make a row as high as so many lines of `points`: Excel fits the height of wrapped text
 * only when somebody edits it. */
#define XLSX_LINE 14
void xlsx_set_height(struct xlsx_book *book, lxw_worksheet *sheet, lxw_row_t row,
    guint lines, guint points);

#endif
