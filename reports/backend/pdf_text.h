/*
 * pdf_text.h - text on paper: how wide it is, where it breaks, drawing a line of it.
 *
 * Lines are broken here from the widths of single signs (no kerning), so that a row is
 * exactly as high when it is drawn as when the pages were made up.
 * A sign that no font of the machine has is drawn as TEXT_MARK; the mark ◆,
 * which Liberation Sans lacks, as ♦.
 * Units   hundredths of a point, as canvas.h.
 */
#ifndef BACKEND_PDF_TEXT_H
#define BACKEND_PDF_TEXT_H

#include <cairo.h>

#include "reports/backend/canvas.h"

#define PDF_FAMILY "Liberation Sans"

struct pdf_fonts;

/* How a piece of text looks. */
struct pdf_style {
	int size;    /* of the letters */
	int leading; /* from line to line */
	bool bold;
	enum ink ink;
};

/* One line of a text: borrowed bytes of it, blanks at its ends left out. */
struct pdf_line {
	const char *text;
	int bytes;
	int width;
	bool joined; /* the word goes on in the next line */
};

/* Errors: FILE when Liberation Sans is not installed. */
bool pdf_fonts_new(struct pdf_fonts **ret, GError **error);
void pdf_fonts_free(struct pdf_fonts *fonts);

int pdf_text_width(
    struct pdf_fonts *fonts, int size, bool bold, const char *text, int bytes);
/* The widest part that cannot be broken at a blank or a hyphen. */
int pdf_word_width(struct pdf_fonts *fonts, int size, bool bold, const char *text);

/* Break `text` into lines at most `width` wide and append them (struct pdf_line) to
 * `lines`: after blanks, hyphens, slashes and dashes, and within a word only when it
 * alone is wider.  "" makes no line. */
void pdf_text_break(struct pdf_fonts *fonts, int size, bool bold, const char *text,
    int width, GArray *lines);

/* One line with its baseline's left end at x, y; `blank`: more text follows, which
 * readers would join to its last word without a blank. */
void pdf_text_draw(struct pdf_fonts *fonts, cairo_t *cr, int size, bool bold, int x,
    int y, const char *text, int bytes, bool blank);

/* Red, green, blue of an ink on paper, for cairo_set_source_rgb. */
void pdf_ink(cairo_t *cr, enum ink ink);

#endif
