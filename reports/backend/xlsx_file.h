/*
 * xlsx_file.h - where a workbook is made: the library writes files only, so it is memory
 * that has a name.
 */
#ifndef BACKEND_XLSX_FILE_H
#define BACKEND_XLSX_FILE_H

#include <stdbool.h>

#include "reports/backend/xlsx_style.h"

/* 2000-01-01 12:00 UTC: the date of a workbook that has none of the data's */
#define XLSX_NO_DATE 946728000

struct xlsx_file {
	int fd; /* -1 for none */
	char *path;
};

/* False when there is no memory to be had; xlsx_file_close in any case. */
bool xlsx_file_open(struct xlsx_file *file);
void xlsx_file_close(struct xlsx_file *file);

/* Append the workbook to `out` when its making did not fail and it is whole.  Errors: as
 * xlsx_refuse; `out` is then as it was. */
bool xlsx_file_take(
    struct xlsx_file *file, lxw_error failed, GString *out, GError **error);

/* Why there is no workbook.  Errors: RANGE when a sheet cannot hold the rows, else FILE.
 * Always false. */
bool xlsx_refuse(lxw_error why, GError **error);

#endif
