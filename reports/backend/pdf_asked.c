/*
 * pdf_asked.c - asks whoever waits for a PDF whether to go on.
 */
#include "reports/backend/pdf_asked.h"

#include "base/error.h"

bool
pdf_goes_on(const struct render_options *options, int from, int to, guint done, guint all,
    GError **error)
{
	int64_t share = from + (int64_t)(to - from) * done / MAX(all, 1);

	if (options == NULL || options->goes_on == NULL ||
	    options->goes_on(options->user, share, PDF_WRITTEN))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "PDF är inte skriven: den avbröts.");
	return false;
}
