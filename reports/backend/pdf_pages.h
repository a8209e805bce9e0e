/*
 * pdf_pages.h - a document cut into pieces, and each piece's place on a page.
 *
 * Shape   parts in the order of the document: a text, a table, cards or a chart.  Each
 *         has pieces that are never divided: a line, a row, a row of cards, a chart.
 *         A level 1 heading begins a section; a section with a wide table is landscape.
 * Units   hundredths of a point.
 */
#ifndef BACKEND_PDF_PAGES_H
#define BACKEND_PDF_PAGES_H

#include "reports/backend/pdf_table.h"

enum pdf_part_kind { PART_TEXT, PART_TABLE, PART_CARDS, PART_CHART };

struct pdf_part {
	enum pdf_part_kind kind;
	const char *tag; /* of a text: "P", "H2" */
	int level;       /* of a bookmark; 0: none */
	char *text;      /* as shown; of a table its caption */
	GArray *lines;   /* struct pdf_line of the text */
	struct pdf_style style;
	int indent; /* of the text, with a bar beside when not 0 */
	bool landscape;
	const struct chart *chart;
	const struct table *cards;
	struct pdf_table table;
};

enum pdf_piece_kind { PIECE_LINE, PIECE_HEAD, PIECE_ROW, PIECE_CARDS, PIECE_CHART };

struct pdf_piece {
	enum pdf_piece_kind kind;
	guint part;
	guint index;   /* of the line, row or first card */
	int from, to;  /* lines of a row or head */
	bool striped;  /* a row on pale ground */
	bool repeated; /* a head on a later page */
	bool keep;     /* stays with the next piece */
	int before;    /* room above, but not at the top of a page */
	int height;
	guint page; /* from 0 */
	int y;
};

/* Where the body of a page is. */
struct pdf_sheet {
	int width, height; /* of the paper */
	int left, text;    /* where text begins, and its width */
	int top, bottom;
};

struct pdf_pages {
	const struct doc *doc;
	struct pdf_sheet sheets[2]; /* portrait, landscape */
	GArray *parts;              /* struct pdf_part */
	GArray *pieces;             /* struct pdf_piece, placed, in order */
	GArray *landscape;          /* bool per page */
};

/* Head and foot of the sheets must be known. */
void pdf_pages_make(struct pdf_pages *ret, const struct doc *doc, struct pdf_fonts *fonts,
    const struct pdf_sheet sheets[2]);
void pdf_pages_clear(struct pdf_pages *pages);

#endif
