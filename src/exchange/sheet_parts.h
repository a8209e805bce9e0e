/*
 * sheet_parts.h - what a workbook keeps beside its sheets, for the sheet module only.
 */
#ifndef EXCHANGE_SHEET_PARTS_H
#define EXCHANGE_SHEET_PARTS_H

#include "exchange/sheet_format.h"
#include "exchange/sheet_xml.h"

struct sheet_parts {
	struct sheet_zip *zip;
	bool from_1904;
	GString *strings; /* the shared ones, each with its NUL */
	GArray *starts;   /* guint32: where each begins */
	GArray *formats;  /* guint8, enum sheet_format, of each cell style */
};

/* Undo what XML cannot hold: _x000D_ is a carriage return, _x005F_ an underscore. */
void sheet_unescape(GString *text, gsize from);

/* Shared strings and formats; either part may be NULL. */
bool sheet_read_strings(struct sheet_parts *parts, const char *part, GError **error);
bool sheet_read_formats(struct sheet_parts *parts, const char *part, GError **error);

/* sheet_module.read */
bool sheet_read_rows(struct sheet_book *book, const struct sheet_info *sheet,
    sheet_row_func func, void *user, GError **error);

#endif
