/*
 * pdf_cut.c - cutting the document up into pieces that are never divided.
 */
#include "reports/backend/pdf_cut.h"

#include "base/text.h"
#include "reports/backend/cells.h"
#include "reports/backend/pdf_cards.h"

enum {
	NOTE_INDENT = 9 * CANVAS_POINT,
	CARD_GAP = 10 * CANVAS_POINT,
	AFTER_OTHER = 11, /* points between a table, cards or a chart and a text */
	/* percent of a page that a row may be high before it is divided; the rest is for
	 * the headings that stay with it */
	ROW_PARTS = 60,
	ROW_LINES = 4, /* of a divided row that stay together */
	WHOLE = 45,    /* percent of a page that a table may be high and never divided */
	END_ROWS = 3   /* of a longer one stay with its head, and at its end together */
};

static const struct pdf_style title_style = { 1950, 2450, true, INK_HEAD };
static const struct pdf_style subtitle_style = { 1020, 1400, false, INK_MUTED };
static const struct pdf_style heading_styles[] = { { 1450, 1850, true, INK_HEAD },
	{ 1150, 1500, true, INK_HEAD }, { 1000, 1350, true, INK_HEAD } };
static const struct pdf_style text_style = { 980, 1420, false, INK_TEXT };
static const struct pdf_style note_style = { 880, 1240, false, INK_MUTED };
static const struct pdf_style caption_style = { 960, 1300, true, INK_HEAD };
static const struct pdf_style finding_style = { 1100, 1450, true, INK_HEAD };

/* What the cutting up has at hand. */
struct cutting {
	struct pdf_pages *pages;
	struct pdf_fonts *fonts;
	GArray *pieces; /* not placed yet */
	bool landscape;
	int level; /* of the latest heading's tag: 1 is the title */
};

static const struct pdf_sheet *
sheet_of(const struct cutting *cutting)
{
	return &cutting->pages->sheets[cutting->landscape ? 1 : 0];
}

static GArray *
break_lines(const struct cutting *cutting, const struct pdf_style *style,
    const char *text, int indent)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));

	pdf_text_break(cutting->fonts, style->size, style->bold, text,
	    sheet_of(cutting)->text - indent, lines);
	return lines;
}

/* ---- pieces of each kind ---- */

static void
add_piece(struct cutting *cutting, struct pdf_piece piece)
{
	piece.part = cutting->pages->parts->len;
	g_array_append_val(cutting->pieces, piece);
}

/* The first two and the last two lines stay together, all of them when `keep`. */
static void
add_lines(struct cutting *cutting, const struct pdf_part *part, int before, bool keep)
{
	guint n = part->lines->len;

	for (guint i = 0; i < n; i++)
		add_piece(cutting, (struct pdf_piece){ .kind = PIECE_LINE,
		                       .index = i,
		                       .before = i == 0 ? before : 0,
		                       .height = part->style.leading,
		                       .keep = keep || (n > 1 && i == 0) || i + 2 == n });
}

static struct pdf_part
text_part(const struct cutting *cutting, const char *tag, const struct pdf_style *style,
    const char *text, int indent)
{
	struct pdf_part part = { .kind = PART_TEXT,
		.tag = tag,
		.text = text_display(text),
		.style = *style,
		.indent = indent,
		.landscape = cutting->landscape };

	part.lines = break_lines(cutting, style, part.text, indent);
	return part;
}

static void
add_text(struct cutting *cutting, const char *tag, const struct pdf_style *style,
    const char *text, int before, bool keep, int indent)
{
	const GArray *parts = cutting->pages->parts;
	struct pdf_part part = text_part(cutting, tag, style, text, indent);

	if (parts->len > 0 &&
	    g_array_index(parts, struct pdf_part, parts->len - 1).kind != PART_TEXT)
		before = MAX(before, AFTER_OTHER);
	add_lines(cutting, &part, before * CANVAS_POINT, keep);
	g_array_append_val(cutting->pages->parts, part);
}

static void
add_heading(struct cutting *cutting, const struct block *block)
{
	static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
	static const int before[] = { 20, 14, 11 };
	int look = CLAMP(block->level, 1, 3) - 1;
	/* a level that is jumped over would be missing in the outline */
	int level = CLAMP(block->level + 1, 2, MIN(cutting->level + 1, 6));
	struct pdf_part part =
	    text_part(cutting, tags[level - 1], &heading_styles[look], block->text, 0);

	part.level = level - 1;
	if (part.lines->len > 0)
		cutting->level = level;
	add_lines(cutting, &part, before[look] * CANVAS_POINT, true);
	g_array_append_val(cutting->pages->parts, part);
}

static void
add_row(struct cutting *cutting, const struct pdf_table *table, guint row, bool striped)
{
	const struct pdf_sheet *sheet = sheet_of(cutting);
	const GArray *rows = table->table->rows;
	enum row_role role = g_array_index(rows, struct doc_row, row).role;
	enum row_role next = row + 1 < rows->len
	                         ? g_array_index(rows, struct doc_row, row + 1).role
	                         : ROW_BODY;
	int lines = pdf_table_row_lines(table, cutting->fonts, row);
	int most = (sheet->bottom - sheet->top) * ROW_PARTS / 100 / table->style.leading;

	if (lines > most)
		most = ROW_LINES;

	for (int from = 0; from < lines; from += most) {
		int to = MIN(from + most, lines);

		add_piece(cutting,
		    (struct pdf_piece){ .kind = PIECE_ROW,
		        .index = row,
		        .from = from,
		        .to = to,
		        .striped = striped,
		        .before = role == ROW_GROUP && row > 0 ? table->pad_y : 0,
		        .height = pdf_table_height(table, to - from),
		        .keep = to == lines &&
		                (role == ROW_GROUP || next == ROW_TOTAL ||
		                    (role == ROW_BODY && next == ROW_SUBTOTAL)) });
	}
}

/* A short table is not divided, and a long one never leaves a row or two on a page. */
static void
keep_rows(struct cutting *cutting, guint from)
{
	const struct pdf_sheet *sheet = sheet_of(cutting);
	int height = 0;

	for (guint i = from; i < cutting->pieces->len; i++) {
		const struct pdf_piece *piece =
		    &g_array_index(cutting->pieces, struct pdf_piece, i);

		height += piece->before + piece->height;
	}
	for (guint i = from; i + 1 < cutting->pieces->len; i++)
		if (i - from < END_ROWS || i + END_ROWS >= cutting->pieces->len ||
		    height <= (sheet->bottom - sheet->top) * WHOLE / 100)
			g_array_index(cutting->pieces, struct pdf_piece, i).keep = true;
}

static void
add_table(struct cutting *cutting, const struct table *table)
{
	g_autofree char *caption = caption_show(table);
	struct pdf_part part = text_part(cutting, "Caption", &caption_style, caption, 0);
	bool striped = false;
	guint head;
	int lines;

	part.kind = PART_TABLE;
	pdf_table_init(&part.table, cutting->fonts, table, sheet_of(cutting)->text);
	lines = pdf_table_head_lines(&part.table, cutting->fonts);
	add_lines(cutting, &part, 12 * CANVAS_POINT, true);
	head = cutting->pieces->len;
	add_piece(cutting, (struct pdf_piece){ .kind = PIECE_HEAD,
	                       .to = lines,
	                       .before = (part.lines->len > 0 ? 4 : 12) * CANVAS_POINT,
	                       .height = pdf_table_height(&part.table, lines),
	                       .keep = table->rows->len > 0 });
	for (guint r = 0; r < table->rows->len; r++) {
		bool body =
		    g_array_index(table->rows, struct doc_row, r).role == ROW_BODY;

		add_row(cutting, &part.table, r, body && striped);
		striped = body && !striped;
	}
	keep_rows(cutting, head);
	g_array_append_val(cutting->pages->parts, part);
}

static void
add_cards(struct cutting *cutting, const struct table *table)
{
	int width = sheet_of(cutting)->text;
	guint step = pdf_cards_per_row(table, width);
	struct pdf_part part = { .kind = PART_CARDS,
		.text = g_strdup(""),
		.lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line)),
		.landscape = cutting->landscape,
		.cards = table };

	add_text(cutting, "P", &caption_style, table->caption, 12, true, 0);
	for (guint i = 0; i < table->rows->len; i += step)
		add_piece(cutting,
		    (struct pdf_piece){ .kind = PIECE_CARDS,
		        .index = i,
		        .before = i == 0 ? CARD_GAP / 2 : CARD_GAP,
		        .height = pdf_cards_height(cutting->fonts, table, i, width) });
	g_array_append_val(cutting->pages->parts, part);
}

static void
add_chart(struct cutting *cutting, const struct chart *chart)
{
	const struct pdf_sheet *sheet = sheet_of(cutting);
	struct pdf_part part = { .kind = PART_CHART,
		.text = text_display(chart->alt),
		.lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line)),
		.landscape = cutting->landscape,
		.chart = chart };

	add_text(cutting, "P", &finding_style, chart->finding, 16, true, 0);
	add_text(cutting, "P", &note_style, chart->measure, 1, true, 0);
	add_piece(cutting, (struct pdf_piece){ .kind = PIECE_CHART,
	                       .before = 6 * CANVAS_POINT,
	                       .height = MIN(chart_height(chart, sheet->text),
	                           sheet->bottom - sheet->top) });
	g_array_append_val(cutting->pages->parts, part);
}

/* A sentence between a heading and what it introduces. */
static bool
introduces(const struct doc *doc, guint index)
{
	const struct block *blocks =
	    (const struct block *)(const void *)doc->blocks->data;

	return index > 0 && index + 1 < doc->blocks->len &&
	       blocks[index - 1].type == BLOCK_HEADING &&
	       (blocks[index + 1].type == BLOCK_TABLE ||
	           blocks[index + 1].type == BLOCK_CHART);
}

static void
add_block(struct cutting *cutting, const struct doc *doc, guint index)
{
	const struct block *block = &g_array_index(doc->blocks, struct block, index);

	switch (block->type) {
	case BLOCK_HEADING:
		add_heading(cutting, block);
		break;
	case BLOCK_PARAGRAPH:
		add_text(
		    cutting, "P", &text_style, block->text, 6, introduces(doc, index), 0);
		break;
	case BLOCK_NOTE:
		add_text(cutting, "P", &note_style, block->text, 7, false, NOTE_INDENT);
		break;
	case BLOCK_TABLE:
		if (block->table->look == LOOK_CARDS)
			add_cards(cutting, block->table);
		else
			add_table(cutting, block->table);
		break;
	case BLOCK_CHART:
		add_chart(cutting, block->chart);
		break;
	}
}

/* ---- sections ---- */

static bool
begins_section(const struct block *block)
{
	return block->type == BLOCK_HEADING && block->level <= 1;
}

/* Has the section that begins with block `from` a table that needs a wider page? */
static bool
section_is_wide(const struct cutting *cutting, const struct doc *doc, guint from)
{
	for (guint i = from; i < doc->blocks->len; i++) {
		const struct block *block = &g_array_index(doc->blocks, struct block, i);

		if (i > from && begins_section(block))
			break;
		if (block->type == BLOCK_TABLE && block->table->look == LOOK_TABLE &&
		    pdf_table_is_wide(
		        cutting->fonts, block->table, cutting->pages->sheets[0].text))
			return true;
	}
	return false;
}

GArray *
pdf_cut(struct pdf_pages *pages, const struct doc *doc, struct pdf_fonts *fonts)
{
	struct cutting own = { pages, fonts,
		g_array_new(FALSE, FALSE, sizeof(struct pdf_piece)), false, 1 };
	struct cutting *cutting = &own;

	cutting->landscape = section_is_wide(cutting, doc, 0);
	add_text(cutting, "H1", &title_style, doc->title, 0, true, 0);
	add_text(cutting, "P", &subtitle_style, doc->subtitle, 3, false, 0);
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct block *block = &g_array_index(doc->blocks, struct block, i);

		if (i > 0 && begins_section(block))
			cutting->landscape = section_is_wide(cutting, doc, i);
		add_block(cutting, doc, i);
	}
	return own.pieces;
}
