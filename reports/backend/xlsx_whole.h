/*
 * xlsx_whole.h - is a workbook that was written whole?
 *
 * libxlsxwriter makes each part in a temporary file and does not notice when the disk
 * there is full: a workbook with parts cut off then looks well made.
 */
#ifndef BACKEND_XLSX_WHOLE_H
#define BACKEND_XLSX_WHOLE_H

#include <stdbool.h>

/* Every part of the file can be unpacked and is XML from its beginning to its end. */
bool xlsx_is_whole(const char *path);

#endif
