/*
 * svg.c - a canvas as SVG: real text, colours by the page's classes.
 */
#include "reports/backend/html.h"

#include <string.h>

#include "base/text.h"
#include "reports/backend/canvas.h"

/* A picture for a screen or a page, and one for a phone. */
#define WIDTH_WIDE   (560 * CANVAS_POINT)
#define WIDTH_NARROW (264 * CANVAS_POINT)

static const char *const ink_names[] = {
	[INK_TEXT] = "text",
	[INK_MUTED] = "muted",
	[INK_HEAD] = "head",
	[INK_PAPER] = "paper",
	[INK_GRID] = "grid",
	[INK_RULE] = "rule",
	[INK_PLAN] = "plan",
	[INK_PLAN_FILL] = "planf",
	[INK_REALISED] = "real",
	[INK_FORECAST] = "fore",
	[INK_GAP] = "gap",
	[INK_NONE] = "none",
};

/* ---- numbers ---- */

/* Hundredths of a point as points with a decimal: 1250 is "12.5", 100 is "1". */
static void
append_points(GString *out, int units)
{
	int tenths = (abs(units) + CANVAS_POINT / 20) / (CANVAS_POINT / 10);

	g_string_append_printf(
	    out, "%s%d", units < 0 && tenths > 0 ? "-" : "", tenths / 10);
	if (tenths % 10)
		g_string_append_printf(out, ".%d", tenths % 10);
}

static void
append_attribute(GString *out, const char *name, int units)
{
	g_string_append_printf(out, " %s=\"", name);
	append_points(out, units);
	g_string_append_c(out, '"');
}

static void
append_path(GString *out, const struct canvas_point *points, int n)
{
	g_string_append(out, " d=\"");
	for (int i = 0; i < n; i++) {
		g_string_append_c(out, i == 0 ? 'M' : i == 1 ? 'L' : ' ');
		append_points(out, points[i].x);
		g_string_append_c(out, ' ');
		append_points(out, points[i].y);
	}
}

/* ---- the canvas ---- */

static void
append_rect(GString *out, int x, int y, int w, int h)
{
	g_string_append(out, "<rect");
	append_attribute(out, "x", x);
	append_attribute(out, "y", y);
	append_attribute(out, "width", w);
	append_attribute(out, "height", h);
}

static void
svg_rect(
    void *user, int x, int y, int w, int h, enum ink ink, enum fill fill, enum ink border)
{
	GString *out = user;

	append_rect(out, x, y, w, h);
	g_string_append_printf(out, " class=\"f-%s s-%s\"/>\n",
	    fill == FILL_NONE ? "none" : ink_names[ink], ink_names[border]);
	if (fill != FILL_HATCH)
		return;
	append_rect(out, x, y, w, h);
	g_string_append(out, " fill=\"url(#streck)\"/>\n");
}

static void
svg_line(void *user, const struct canvas_point *points, int n, enum ink ink, int width,
    int dash)
{
	GString *out = user;

	g_string_append_printf(out, "<path class=\"nf s-%s\"", ink_names[ink]);
	append_attribute(out, "stroke-width", width);
	if (dash > 0)
		append_attribute(out, "stroke-dasharray", dash);
	append_path(out, points, n);
	g_string_append(out, "\"/>\n");
}

static void
svg_area(
    void *user, const struct canvas_point *points, int n, enum ink ink, enum fill fill)
{
	GString *out = user;

	g_string_append_printf(
	    out, "<path class=\"f-%s\"", fill == FILL_NONE ? "none" : ink_names[ink]);
	append_path(out, points, n);
	g_string_append(out, "Z\"/>\n");
	if (fill != FILL_HATCH)
		return;
	g_string_append(out, "<path fill=\"url(#streck)\"");
	append_path(out, points, n);
	g_string_append(out, "Z\"/>\n");
}

static void
svg_text(void *user, int x, int y, int size, bool bold, enum anchor anchor, enum ink ink,
    const char *text)
{
	static const char *const anchors[] = {
		[ANCHOR_START] = "", [ANCHOR_MIDDLE] = " am", [ANCHOR_END] = " ae"
	};
	GString *out = user;

	g_string_append(out, "<text");
	append_attribute(out, "x", x);
	append_attribute(out, "y", y);
	append_attribute(out, "font-size", size);
	g_string_append_printf(out, " class=\"f-%s%s%s\">", ink_names[ink],
	    bold ? " b" : "", anchors[anchor]);
	html_text(out, text);
	g_string_append(out, "</text>\n");
}

/* Thousandths of the size that a character takes in the wider of the usual fonts: which
 * font the reader has is not known. */
static int
character_width(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	if (g_unichar_iswide(c))
		return 1050;
	if (c < 0x80 && strchr("ijlI.,:;'|!ft()[] -", (int)c))
		return 360;
	if (c < 0x80 && strchr("mwMW%@", (int)c))
		return 930;
	return g_unichar_isupper(c) ? 720 : 600;
}

static int
svg_text_width(void *user, int size, bool bold, const char *text)
{
	int64_t thousandths = 0;

	(void)user;
	for (const char *p = text; *p; p = text_next(p))
		thousandths += character_width(g_utf8_get_char(p));
	if (bold)
		thousandths += thousandths / 12;
	return (int)MIN(thousandths * size / 1000, G_MAXINT / 4);
}

/* ---- charts ---- */

void
svg_defs(GString *out)
{
	g_string_append(out,
	    "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\" "
	    "class=\"defs\"><defs><pattern id=\"streck\" width=\"5\" height=\"5\" "
	    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
	    "<rect width=\"1.7\" height=\"5\" class=\"f-paper\"/></pattern></defs></svg>"
	    "\n");
}

/* ids: "d3-bred-t" names picture 3 for a wide page. */
static void
append_picture(GString *out, const struct chart *chart, int number, bool narrow)
{
	const struct canvas canvas = { out, svg_rect, svg_line, svg_area, svg_text,
		svg_text_width };
	int width = narrow ? WIDTH_NARROW : WIDTH_WIDE;
	int height = chart_height(chart, width);
	const char *class = narrow ? "smal" : "bred";

	g_string_append_printf(out, "<svg class=\"%s\" viewBox=\"0 0 ", class);
	append_points(out, width);
	g_string_append_c(out, ' ');
	append_points(out, height);
	g_string_append_printf(out,
	    "\" role=\"img\" aria-labelledby=\"d%d-%s-t d%d-%s-d\">\n"
	    "<title id=\"d%d-%s-t\">",
	    number, class, number, class, number, class);
	html_text(out, chart->finding);
	g_string_append_printf(out, "</title>\n<desc id=\"d%d-%s-d\">", number, class);
	html_text(out, chart->alt);
	g_string_append(out, "</desc>\n");
	chart_draw(chart, &canvas, width, height, narrow);
	g_string_append(out, "</svg>\n");
}

/* The chart's values as a table of the document, so that it looks like one. */
static void
append_values(GString *out, const struct chart *chart, int number)
{
	g_string_append_printf(out,
	    "<details><summary>Visa diagrammets värden</summary>\n"
	    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Diagram %d: värden\">\n<table class=\"mini\">\n<caption>",
	    number);
	html_text(out, chart->finding);
	g_string_append(out, *chart_unit_name(chart) ? ", " : "");
	html_text(out, chart_unit_name(chart));
	g_string_append(out, "</caption>\n<thead>\n<tr><td></td>");
	for (guint s = 0; s < chart->n_series; s++) {
		g_string_append(out, "<th scope=\"col\" class=\"n\">");
		html_text(out, chart->series[s].name);
		g_string_append(out, "</th>");
	}
	g_string_append(out, "</tr>\n</thead>\n<tbody>\n");
	for (guint r = 0; r < chart->rows->len; r++) {
		const struct chart_row *row =
		    &g_array_index(chart->rows, struct chart_row, r);

		g_string_append(out, "<tr><th scope=\"row\">");
		html_text(out, row->label);
		g_string_append(out, "</th>");
		for (guint s = 0; s < chart->n_series; s++) {
			g_string_append(out, "<td class=\"n\">");
			amount_append(out, row->values[s], chart->unit, chart->decimals);
			g_string_append(out, "</td>");
		}
		g_string_append(out, "</tr>\n");
	}
	g_string_append(out, "</tbody>\n</table>\n</div>\n</details>\n");
}

void
svg_chart(GString *out, const struct chart *chart, int level, int number)
{
	g_string_append_printf(out, "<figure>\n<figcaption><h%d>", level);
	html_text(out, chart->finding);
	g_string_append_printf(out, "</h%d><p>", level);
	html_text(out, chart->measure);
	g_string_append(out, "</p></figcaption>\n");
	append_picture(out, chart, number, false);
	append_picture(out, chart, number, true);
	append_values(out, chart, number);
	g_string_append(out, "</figure>\n");
}
