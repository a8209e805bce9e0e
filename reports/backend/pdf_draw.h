/*
 * pdf_draw.h - paper: marks on a page, and which element of the structure each belongs
 * to.
 *
 * What is drawn between a begin and an end of a tag that has no tag within it belongs to
 * that element; all else is decoration (an artifact), as pdf_tags.h makes it.
 * Units   hundredths of a point from the page's top left corner.
 */
#ifndef BACKEND_PDF_DRAW_H
#define BACKEND_PDF_DRAW_H

#include "reports/backend/pdf_tags.h"
#include "reports/backend/pdf_text.h"

struct pdf_draw {
	cairo_t *cr;
	struct pdf_fonts *fonts;
	GArray *tags; /* struct pdf_tag, in the order of their begins */
};

/* `tag` is copied, its texts are borrowed until the document is done. */
void pdf_begin(struct pdf_draw *draw, struct pdf_tag tag);
void pdf_end(struct pdf_draw *draw, const char *name);

void pdf_fill(struct pdf_draw *draw, int x, int y, int w, int h, guint32 rgb);
/* A horizontal line whose middle is at y. */
void pdf_rule(struct pdf_draw *draw, int x, int y, int w, int thick, enum ink ink);

/* `lines` (struct pdf_line) of a style, the first line's top at y. */
void pdf_lines(struct pdf_draw *draw, const struct pdf_style *style, int x, int y,
    const struct pdf_line *lines, guint n, bool last);

/* A canvas for charts whose origin is at x, y of the page. */
struct pdf_canvas {
	struct pdf_draw *draw;
	int x, y;
};
struct canvas pdf_canvas(struct pdf_canvas *place);

#endif
