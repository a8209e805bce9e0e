/*
 * xlsx_whole.c - reading a workbook's parts again.
 */
#include "reports/backend/xlsx_whole.h"

#include <glib.h>
#include <minizip/unzip.h>

/* The rest of the part that is open. */
static bool
part_is_xml(unzFile zip)
{
	static const GMarkupParser nothing = { NULL, NULL, NULL, NULL, NULL };
	g_autoptr(GMarkupParseContext) context =
	    g_markup_parse_context_new(&nothing, 0, NULL, NULL);
	char data[16384];
	bool ok = true;
	int n;

	while (ok && (n = unzReadCurrentFile(zip, data, sizeof(data))) != 0)
		ok = n > 0 && g_markup_parse_context_parse(context, data, n, NULL);
	return ok && g_markup_parse_context_end_parse(context, NULL);
}

bool
xlsx_is_whole(const char *path)
{
	unzFile zip = unzOpen64(path);
	bool ok = zip != NULL;
	int next = ok ? unzGoToFirstFile(zip) : UNZ_OK;

	while (ok && next == UNZ_OK) {
		ok = unzOpenCurrentFile(zip) == UNZ_OK;
		if (ok) {
			ok = part_is_xml(zip);
			/* also says whether the checksum held */
			ok = unzCloseCurrentFile(zip) == UNZ_OK && ok;
			next = unzGoToNextFile(zip);
		}
	}
	if (zip)
		unzClose(zip);
	return ok && next == UNZ_END_OF_LIST_OF_FILE;
}
