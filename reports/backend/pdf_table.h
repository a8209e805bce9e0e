/*
 * pdf_table.h - a table on paper: how wide its columns are, how high its rows, drawing
 * them.
 *
 * Numbers are never broken; words only when a column cannot be as wide.  A table that is
 * too wide is written smaller.
 * Units   hundredths of a point.
 */
#ifndef BACKEND_PDF_TABLE_H
#define BACKEND_PDF_TABLE_H

#include "reports/backend/pdf_draw.h"

struct pdf_table {
	const struct table *table;
	guint n;     /* columns */
	int *widths; /* with their padding */
	int width;   /* the whole */
	int pad_x, pad_y;
	struct pdf_style style; /* of body cells */
};

/* Does it ask for a landscape page: are its words cramped on `width`? */
bool pdf_table_is_wide(struct pdf_fonts *fonts, const struct table *table, int width);

void pdf_table_init(
    struct pdf_table *ret, struct pdf_fonts *fonts, const struct table *table, int width);
void pdf_table_clear(struct pdf_table *table);

/* Lines of the highest cell; at least 1. */
int pdf_table_head_lines(const struct pdf_table *table, struct pdf_fonts *fonts);
int pdf_table_row_lines(
    const struct pdf_table *table, struct pdf_fonts *fonts, guint row);
int pdf_table_height(const struct pdf_table *table, int lines);

/* The heads with their tags; `repeated`: as decoration on a later page. */
void pdf_table_draw_head(const struct pdf_table *table, struct pdf_draw *draw, int x,
    int y, int lines, bool repeated);

/* Lines from..to of a row as a TR; `striped`: on a pale ground. */
struct pdf_row {
	guint row;
	int from, to;
	bool striped;
};
void pdf_table_draw_row(const struct pdf_table *table, struct pdf_draw *draw, int x,
    int y, struct pdf_row row);

#endif
