/*
 * pdf_draw.c - marks by cairo, which gets doubles only here.
 */
#include "reports/backend/pdf_draw.h"

#include <string.h>

enum { HATCH_STEP = 4 * CANVAS_POINT, HATCH_WIDTH = 130 };

static double
pt(int hundredths)
{
	return hundredths / (double)CANVAS_POINT;
}

void
pdf_begin(struct pdf_draw *draw, struct pdf_tag tag)
{
	g_array_append_val(draw->tags, tag);
	cairo_tag_begin(draw->cr, tag.name, NULL);
}

void
pdf_end(struct pdf_draw *draw, const char *name)
{
	cairo_tag_end(draw->cr, name);
}

void
pdf_fill(struct pdf_draw *draw, int x, int y, int w, int h, guint32 rgb)
{
	cairo_set_source_rgb(draw->cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
	    (rgb & 0xff) / 255.0);
	cairo_rectangle(draw->cr, pt(x), pt(y), pt(w), pt(h));
	cairo_fill(draw->cr);
}

void
pdf_rule(struct pdf_draw *draw, int x, int y, int w, int thick, enum ink ink)
{
	pdf_ink(draw->cr, ink);
	cairo_set_line_width(draw->cr, pt(thick));
	cairo_move_to(draw->cr, pt(x), pt(y));
	cairo_line_to(draw->cr, pt(x + w), pt(y));
	cairo_stroke(draw->cr);
}

/* From the top of a line to its baseline: Liberation Sans' letters fill 0.905 above and
 * 0.212 below; half of what is left of the leading stands above. */
static int
baseline(const struct pdf_style *style)
{
	return (style->leading - style->size * 1117 / 1000) / 2 +
	       style->size * 905 / 1000;
}

void
pdf_lines(struct pdf_draw *draw, const struct pdf_style *style, int x, int y,
    const struct pdf_line *lines, guint n, bool last)
{
	pdf_ink(draw->cr, style->ink);
	for (guint i = 0; i < n; i++) {
		pdf_text_draw(draw->fonts, draw->cr, style->size, style->bold, x,
		    y + baseline(style), lines[i].text, lines[i].bytes,
		    !lines[i].joined && !(last && i + 1 == n));
		y += style->leading;
	}
}

/* ---- charts ---- */

static void
hatch(cairo_t *cr, enum ink ink)
{
	double x1, y1, x2, y2;

	pdf_ink(cr, INK_PAPER);
	cairo_fill_preserve(cr);
	cairo_save(cr);
	cairo_clip(cr);
	cairo_clip_extents(cr, &x1, &y1, &x2, &y2);
	pdf_ink(cr, ink);
	cairo_set_line_width(cr, pt(HATCH_WIDTH));
	/* from a multiple of the step, so that neighbours' hatching meets */
	for (int x = ((int)(x1 - (y2 - y1)) * CANVAS_POINT / HATCH_STEP - 1) * HATCH_STEP;
	     pt(x) < x2; x += HATCH_STEP) {
		cairo_move_to(cr, pt(x), y2);
		cairo_line_to(cr, pt(x) + (y2 - y1), y1);
	}
	cairo_stroke(cr);
	cairo_restore(cr);
	cairo_new_path(cr);
}

static void
fill_path(cairo_t *cr, enum ink ink, enum fill fill)
{
	if (fill == FILL_SOLID) {
		pdf_ink(cr, ink);
		cairo_fill(cr);
	} else if (fill == FILL_HATCH) {
		hatch(cr, ink);
	}
	cairo_new_path(cr);
}

static void
canvas_rect(
    void *user, int x, int y, int w, int h, enum ink ink, enum fill fill, enum ink border)
{
	const struct pdf_canvas *at = user;
	cairo_t *cr = at->draw->cr;

	cairo_rectangle(cr, pt(at->x + x), pt(at->y + y), pt(w), pt(h));
	if (ink != INK_NONE)
		fill_path(cr, ink, fill);
	cairo_new_path(cr);
	if (border == INK_NONE)
		return;
	cairo_rectangle(cr, pt(at->x + x), pt(at->y + y), pt(w), pt(h));
	pdf_ink(cr, border);
	cairo_set_line_width(cr, 0.9);
	cairo_stroke(cr);
}

static void
trace(const struct pdf_canvas *at, const struct canvas_point *points, int n)
{
	cairo_new_path(at->draw->cr);
	for (int i = 0; i < n; i++)
		cairo_line_to(
		    at->draw->cr, pt(at->x + points[i].x), pt(at->y + points[i].y));
}

static void
canvas_line(void *user, const struct canvas_point *points, int n, enum ink ink, int width,
    int dash)
{
	const struct pdf_canvas *at = user;
	cairo_t *cr = at->draw->cr;
	const double dashes[] = { pt(dash), pt(dash) };

	if (ink == INK_NONE)
		return;
	trace(at, points, n);
	pdf_ink(cr, ink);
	cairo_set_line_width(cr, pt(width));
	cairo_set_dash(cr, dashes, dash > 0 ? 2 : 0, 0);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_stroke(cr);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
	cairo_set_dash(cr, NULL, 0, 0);
}

static void
canvas_area(
    void *user, const struct canvas_point *points, int n, enum ink ink, enum fill fill)
{
	const struct pdf_canvas *at = user;

	if (ink == INK_NONE)
		return;
	trace(at, points, n);
	cairo_close_path(at->draw->cr);
	fill_path(at->draw->cr, ink, fill);
}

static int
canvas_text_width(void *user, int size, bool bold, const char *text)
{
	const struct pdf_canvas *at = user;

	return pdf_text_width(at->draw->fonts, size, bold, text, -1);
}

static void
canvas_text(void *user, int x, int y, int size, bool bold, enum anchor anchor,
    enum ink ink, const char *text)
{
	const struct pdf_canvas *at = user;
	int width = canvas_text_width(user, size, bold, text);

	if (anchor == ANCHOR_MIDDLE)
		x -= width / 2;
	else if (anchor == ANCHOR_END)
		x -= width;
	pdf_ink(at->draw->cr, ink);
	pdf_text_draw(at->draw->fonts, at->draw->cr, size, bold, at->x + x, at->y + y,
	    text, (int)strlen(text), true);
}

struct canvas
pdf_canvas(struct pdf_canvas *place)
{
	return (struct canvas){ place, canvas_rect, canvas_line, canvas_area, canvas_text,
		canvas_text_width };
}
