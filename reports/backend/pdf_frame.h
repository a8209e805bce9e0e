/*
 * pdf_frame.h - what stands on every page: whose appendix it is, of what day, which page.
 *
 * All of it is decoration to a reader of the structure; the document says the same.
 */
#ifndef BACKEND_PDF_FRAME_H
#define BACKEND_PDF_FRAME_H

#include "reports/backend/pdf_pages.h"

struct pdf_frame;

/* Fills the portrait and the landscape sheet: head and foot are as high as their texts
 * need.  `doc` and `fonts` are borrowed. */
struct pdf_frame *pdf_frame_new(
    const struct doc *doc, struct pdf_fonts *fonts, struct pdf_sheet ret_sheets[2]);
void pdf_frame_free(struct pdf_frame *frame);

/* "Sida `page` (`pages`)". */
void pdf_frame_draw(const struct pdf_frame *frame, struct pdf_draw *draw,
    const struct pdf_sheet *sheet, guint page, guint pages);

#endif
