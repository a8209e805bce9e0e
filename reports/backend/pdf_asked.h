/*
 * pdf_asked.h - how far a PDF has come, told to whoever waits for it.
 */
#ifndef BACKEND_PDF_ASKED_H
#define BACKEND_PDF_ASKED_H

#include "reports/backend/backend.h"

/* What is done when each stage ends, in thousandths of the time it takes. */
enum { PDF_CUT = 100, PDF_DRAWN = 450, PDF_TAGGED = 700, PDF_WRITTEN = 1000 };

/* `options` may be NULL.  `done` of `all` between two of them.  False, with an error,
 * when it is to end. */
bool pdf_goes_on(const struct render_options *options, int from, int to, guint done,
    guint all, GError **error);

#endif
