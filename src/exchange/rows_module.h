/*
 * rows_module.h - what the module of XLSX has for xlsx_rows (row_write.h).
 */
#ifndef EXCHANGE_ROWS_MODULE_H
#define EXCHANGE_ROWS_MODULE_H

#include "exchange/row_write.h"

/* A workbook with one sheet of that name.  Errors: FILE. */
bool module_rows(const char *name, GString *out, struct row_writer *ret, GError **error);

#endif
