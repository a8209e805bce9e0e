/*
 * sheet_zip.h - the parts of an archive, unpacked piece by piece within limits.
 */
#ifndef EXCHANGE_SHEET_ZIP_H
#define EXCHANGE_SHEET_ZIP_H

#include "exchange/sheet.h"

/* Why, of anything that is no workbook as it should be. */
extern const char sheet_damaged[];

struct sheet_zip;

/* Errors: as sheet.h. */
struct sheet_zip *sheet_zip_open(const struct sheet_input *input, GError **error);
void sheet_zip_close(struct sheet_zip *zip);

bool sheet_zip_has(struct sheet_zip *zip, const char *part);

/* A piece of a part; false stops. */
typedef bool (*sheet_zip_func)(void *user, const char *data, int size);

/* Unpack a part to the end, or until `func` says stop (then true too).  Errors: as
 * sheet.h; a part that is not there, is damaged or grows beyond the limits. */
bool sheet_zip_read(struct sheet_zip *zip, const char *part, sheet_zip_func func,
    void *user, GError **error);

#endif
