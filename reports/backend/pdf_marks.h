/*
 * pdf_marks.h - a page's operators: what no tag has claimed is marked as decoration.
 *
 * Source  ISO 32000-1, 14.8.2.2: an artifact stands between "/Artifact BMC" and "EMC".
 */
#ifndef BACKEND_PDF_MARKS_H
#define BACKEND_PDF_MARKS_H

#include <glib.h>
#include <stdbool.h>

/* The content with each stretch that paints outside all marks wrapped as an artifact;
 * NULL when its marks or strings do not end.  g_string_free. */
GString *pdf_marks_complete(const char *content, gsize size);

#endif
