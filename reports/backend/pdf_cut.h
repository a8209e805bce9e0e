/*
 * pdf_cut.h - a document as parts and their pieces, in order and not placed yet.
 */
#ifndef BACKEND_PDF_CUT_H
#define BACKEND_PDF_CUT_H

#include "reports/backend/pdf_pages.h"

/* The parts into pages->parts, for its sheets; the pieces as a GArray of struct pdf_piece
 * without page and y. */
GArray *pdf_cut(struct pdf_pages *pages, const struct doc *doc, struct pdf_fonts *fonts);

#endif
