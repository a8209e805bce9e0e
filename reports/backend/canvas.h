/*
 * canvas.h - what a chart is drawn through: about ten calls, colours by role.  chart.c
 * draws each once; cairo (PDF) and SVG (HTML) are back ends of this table.
 *
 * Units   hundredths of a point (1/7200 inch) as ints, origin top left, y down: geometry
 *         needs no floating point here.
 */
#ifndef BACKEND_CANVAS_H
#define BACKEND_CANVAS_H

#include "reports/doc/chart.h"

#define CANVAS_POINT 100

/* Colours are roles: each back end has its palette (light, dark, print). */
enum ink {
	INK_TEXT,
	INK_MUTED,
	INK_HEAD,
	INK_PAPER,
	INK_GRID,
	INK_RULE,
	INK_PLAN,      /* border of what is planned */
	INK_PLAN_FILL, /* its pale inside */
	INK_REALISED,
	INK_FORECAST,
	INK_GAP,
	INK_NONE
};
enum fill { FILL_NONE, FILL_SOLID, FILL_HATCH };
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct canvas_point {
	int x, y;
};

struct canvas {
	void *user;
	/* a rectangle filled with `ink` as `fill` says, and its border (INK_NONE: none)
	 */
	void (*rect)(void *user, int x, int y, int w, int h, enum ink ink, enum fill fill,
	    enum ink border);
	/* a line through n points; dash in canvas units, 0: solid */
	void (*line)(void *user, const struct canvas_point *points, int n, enum ink ink,
	    int width, int dash);
	/* a closed area, no border */
	void (*area)(void *user, const struct canvas_point *points, int n, enum ink ink,
	    enum fill fill);
	/* one line of text on its baseline */
	void (*text)(void *user, int x, int y, int size, bool bold, enum anchor anchor,
	    enum ink ink, const char *text);
	/* its width, or a safe estimate where fonts are not known */
	int (*text_width)(void *user, int size, bool bold, const char *text);
};

/* Draw a chart into width × height. `narrow`: for a phone, fewer labels. */
void chart_draw(const struct chart *chart, const struct canvas *canvas, int width,
    int height, bool narrow);
/* The height that suits a chart of a width. */
int chart_height(const struct chart *chart, int width);

#endif
