/*
 * pdf_tags.h - what cairo cannot say in a PDF, said by qpdf afterwards.
 *
 * cairo 1.16 writes the tree of tags and the marks in the pages, but no language, no
 * alternative text, no scope of header cells, no metadata of PDF/UA, and it leaves what
 * is outside the tags unmarked.  This adds them, so that the file is built to follow
 * PDF/UA-1 (ISO 14289-1).  It is not certified by anybody.
 */
#ifndef BACKEND_PDF_TAGS_H
#define BACKEND_PDF_TAGS_H

#include "reports/backend/backend.h"

enum pdf_scope { PDF_SCOPE_NONE, PDF_SCOPE_COLUMN, PDF_SCOPE_ROW };

/* One element of the structure.  Texts are borrowed. */
struct pdf_tag {
	const char *name;     /* "P", "TH", "Figure" */
	enum pdf_scope scope; /* of TH */
	int span;             /* columns of a cell, 0: one */
	const char *alt;      /* of a Figure, else NULL */
	int box[4];           /* of a Figure: left, bottom, right, top of its page,
	                       * hundredths of a point from the bottom left corner */
};

/* Texts are borrowed; "" is not said. */
struct pdf_meta {
	const char *title;
	const char *author;
	const char *date; /* "2021-07-01" */
};

/* Append the finished PDF to `out`: `data` as cairo made it, whose tree has the elements
 * `tags` (struct pdf_tag) in depth first order.  The same bytes give the same bytes.
 * Errors: FILE when the tree is another; nothing is appended. */
bool pdf_tags_complete(const GByteArray *data, const struct pdf_meta *meta,
    const GArray *tags, const struct render_options *options, GString *out,
    GError **error);

#endif
