/*
 * pdf_frame.c - head in three columns, foot in two.
 */
#include "reports/backend/pdf_frame.h"

#include "base/text.h"

enum {
	A4_SHORT = 59528,
	A4_LONG = 84189,
	MARGIN = 50 * CANVAS_POINT,
	HEAD_TOP = 32 * CANVAS_POINT,
	RULE_GAP = 5 * CANVAS_POINT,
	BODY_GAP = 20 * CANVAS_POINT,
	FOOT_END = 26 * CANVAS_POINT, /* from the paper's edge */
	FOOT_GAP = 12 * CANVAS_POINT,
	COLUMN_GAP = 14 * CANVAS_POINT
};

static const struct pdf_style strong_style = { 860, 1150, true, INK_HEAD };
static const struct pdf_style plain_style = { 860, 1150, false, INK_MUTED };
static const struct pdf_style foot_style = { 760, 980, false, INK_MUTED };

struct pdf_frame {
	struct pdf_fonts *fonts;
	char *organisation, *body, *appendix, *journal, *date; /* "": not said */
	char *example, *title;
};

static char *
journal_text(const char *journal)
{
	g_autofree char *safe = text_display(journal);

	return *safe ? g_strdup_printf("Diarienummer %s", safe) : g_strdup("");
}

static int
count_lines(const struct pdf_frame *frame, const struct pdf_style *style,
    const char *text, int width)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));

	pdf_text_break(frame->fonts, style->size, style->bold, text, width, lines);
	return (int)lines->len;
}

static int
head_column(const struct pdf_sheet *sheet)
{
	return (sheet->text - 2 * COLUMN_GAP) / 3;
}

static int
foot_column(const struct pdf_sheet *sheet)
{
	return (sheet->text - COLUMN_GAP) / 2;
}

/* As high as the highest column, two lines at least. */
static int
head_height(const struct pdf_frame *frame, const struct pdf_sheet *sheet)
{
	int width = head_column(sheet);
	int left = count_lines(frame, &strong_style, frame->organisation, width) +
	           count_lines(frame, &plain_style, frame->body, width);
	int middle = count_lines(frame, &plain_style, frame->appendix, width) +
	             count_lines(frame, &plain_style, frame->journal, width);

	return MAX(MAX(left, middle), 2) * plain_style.leading;
}

static int
foot_height(const struct pdf_frame *frame, const struct pdf_sheet *sheet)
{
	int width = foot_column(sheet);

	return MAX(count_lines(frame, &foot_style, frame->example, width),
	           count_lines(frame, &foot_style, frame->title, width)) *
	       foot_style.leading;
}

static void
make_sheet(struct pdf_frame *frame, int width, int height, struct pdf_sheet *ret)
{
	*ret = (struct pdf_sheet){ width, height, MARGIN, width - 2 * MARGIN, 0, 0 };
	ret->top = HEAD_TOP + head_height(frame, ret) + RULE_GAP + BODY_GAP;
	ret->bottom = height - FOOT_END - foot_height(frame, ret) - FOOT_GAP;
}

struct pdf_frame *
pdf_frame_new(
    const struct doc *doc, struct pdf_fonts *fonts, struct pdf_sheet ret_sheets[2])
{
	struct pdf_frame *frame = g_new0(struct pdf_frame, 1);

	frame->fonts = fonts;
	frame->organisation = text_display(doc->head.organisation);
	frame->body = text_display(doc->head.body);
	frame->appendix = text_display(doc->head.appendix);
	frame->journal = journal_text(doc->head.journal);
	frame->date = text_display(doc->head.date);
	frame->example = g_strdup(
	    doc->head.example ? "Exempeldata: en del av uppgifterna är påhittade." : "");
	frame->title = text_display(doc->title);
	make_sheet(frame, A4_SHORT, A4_LONG, &ret_sheets[0]);
	make_sheet(frame, A4_LONG, A4_SHORT, &ret_sheets[1]);
	return frame;
}

void
pdf_frame_free(struct pdf_frame *frame)
{
	g_free(frame->organisation);
	g_free(frame->body);
	g_free(frame->appendix);
	g_free(frame->journal);
	g_free(frame->date);
	g_free(frame->example);
	g_free(frame->title);
	g_free(frame);
}

/* Broken into `width`; below each other from y.  Where the next text begins. */
static int
draw_text(struct pdf_draw *draw, const struct pdf_style *style, enum anchor anchor, int x,
    int y, int width, const char *text)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));

	pdf_text_break(draw->fonts, style->size, style->bold, text, width, lines);
	for (guint i = 0; i < lines->len; i++) {
		const struct pdf_line *line = &g_array_index(lines, struct pdf_line, i);
		int room = width - line->width;
		int at = anchor == ANCHOR_END      ? room
		         : anchor == ANCHOR_MIDDLE ? room / 2
		                                   : 0;

		pdf_lines(draw, style, x + at, y, line, 1, false);
		y += style->leading;
	}
	return y;
}

void
pdf_frame_draw(const struct pdf_frame *frame, struct pdf_draw *draw,
    const struct pdf_sheet *sheet, guint page, guint pages)
{
	g_autofree char *number = g_strdup_printf("Sida %u (%u)", page, pages);
	int third = head_column(sheet), half = foot_column(sheet);
	int middle = sheet->left + third + COLUMN_GAP;
	int right = middle + third + COLUMN_GAP;
	int rule = sheet->top - BODY_GAP;
	int foot = sheet->bottom + FOOT_GAP;
	int y;

	y = draw_text(draw, &strong_style, ANCHOR_START, sheet->left, HEAD_TOP, third,
	    frame->organisation);
	draw_text(draw, &plain_style, ANCHOR_START, sheet->left, y, third, frame->body);
	y = draw_text(
	    draw, &plain_style, ANCHOR_MIDDLE, middle, HEAD_TOP, third, frame->appendix);
	draw_text(draw, &plain_style, ANCHOR_MIDDLE, middle, y, third, frame->journal);
	y = draw_text(draw, &strong_style, ANCHOR_END, right, HEAD_TOP, third, number);
	draw_text(draw, &plain_style, ANCHOR_END, right, y, third, frame->date);
	pdf_rule(draw, sheet->left, rule, sheet->text, 80, INK_RULE);
	draw_text(
	    draw, &foot_style, ANCHOR_START, sheet->left, foot, half, frame->example);
	draw_text(draw, &foot_style, ANCHOR_END, sheet->left + half + COLUMN_GAP, foot,
	    half, frame->title);
}
