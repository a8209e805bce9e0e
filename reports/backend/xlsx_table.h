/*
 * xlsx_table.h - a table as a sheet of numbers.
 *
 * Shape   caption, title, subtitle, an empty row, column heads, rows.  The heads stay
 * when the sheet is scrolled and are printed on every page. Units   money in the column's
 * own unit, exact; shares as fractions shown in percent.
 */
#ifndef BACKEND_XLSX_TABLE_H
#define BACKEND_XLSX_TABLE_H

#include "reports/backend/xlsx_style.h"

#define XLSX_TABLE_HEAD_ROW 4 /* of the column heads, from 0 */

/* Fill the sheet.  A total or subtotal that is the sum of its rows is a SUM with its
 * value; any other is the value alone. */
void xlsx_table(struct xlsx_book *book, lxw_worksheet *sheet, const struct table *table);

#endif
