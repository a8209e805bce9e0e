/*
 * xlsx_cells.h - a row of a sheet as the texts that columns are read from: those that a
 * CSV file would have.
 */
#ifndef EXCHANGE_XLSX_CELLS_H
#define EXCHANGE_XLSX_CELLS_H

#include "exchange/row_reader.h"
#include "exchange/sheet.h"

/* One row at a time. */
struct xlsx_cells {
	GString *text;
	GArray *starts;     /* guint32 */
	GPtrArray *refused; /* const char *, by cell */
};
void xlsx_cells_init(struct xlsx_cells *c);
void xlsx_cells_clear(struct xlsx_cells *c);

/* The row as cells by column, up to the last one that the file has; a cell that cannot be
 * of its column (once `rows` has the header) says why in `refused`.  Borrowed until the
 * next row. */
struct csv_cells xlsx_cells_of(
    struct xlsx_cells *c, const struct row_reader *rows, const struct sheet_row *row);

#endif
