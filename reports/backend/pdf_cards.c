/*
 * pdf_cards.c - cards are equally wide and, in a row, equally high.
 */
#include "reports/backend/pdf_cards.h"

#include <string.h>

#include "base/text.h"
#include "reports/backend/cells.h"

enum {
	CARD_MIN = 112 * CANVAS_POINT,
	PER_ROW_MAX = 6,
	GAP = 10 * CANVAS_POINT,
	EDGE = 3 * CANVAS_POINT,
	PAD = 9 * CANVAS_POINT,
	GROUND = 0xf1f4f7
};

static const struct pdf_style name_style = { 820, 1060, false, INK_MUTED };
static const struct pdf_style value_style = { 1750, 2250, true, INK_HEAD };
static const struct pdf_style tight_style = { 1100, 1450, true, INK_HEAD };
static const struct pdf_style beside_style = { 820, 1060, false, INK_TEXT };

/* What a card says; texts are its own. */
struct card {
	char *name, *value, *beside;
};

static void
card_clear(struct card *card)
{
	g_free(card->name);
	g_free(card->value);
	g_free(card->beside);
}

static char *
with_unit(const struct cell *cell, const struct column *column)
{
	g_autofree char *text = cell_show(cell, column);

	if (cell->type != CELL_MONEY || !cell->u.money.known)
		return g_steal_pointer(&text);
	return g_strdup_printf("%s\u00a0%s", text, money_unit_name(column->unit));
}

/* A dash says nothing beside the figure. */
static bool
is_missing(const struct cell *cell)
{
	return (cell->type == CELL_MONEY && !cell->u.money.known) ||
	       (cell->type == CELL_SHARE && !cell->u.share.known);
}

/* "36,0 % av kravet": the head goes on the sentence that the figure begins. */
static char *
with_head(const struct cell *cell, const struct column *column)
{
	g_autofree char *text = with_unit(cell, column);
	g_autofree char *head = text_display(column->head);
	g_autofree char *first =
	    g_utf8_substring(head, 0, MIN(1, g_utf8_strlen(head, 2)));
	g_autofree char *lower = g_utf8_strdown(first, -1);

	return g_strdup_printf("%s %s%s", text, lower, head + strlen(first));
}

static void
card_init(struct card *ret, const struct table *table, guint index)
{
	const struct doc_row *row = &g_array_index(table->rows, struct doc_row, index);
	g_autoptr(GString) beside = g_string_new(NULL);

	*ret = (struct card){ NULL, NULL, NULL };
	for (guint c = 0; c < table->columns->len; c++) {
		const struct column *column =
		    &g_array_index(table->columns, struct column, c);
		const struct cell *cell = &row->cells[c];
		g_autofree char *text = NULL;

		if (c == 0) {
			ret->name = cell_show(cell, column);
			continue;
		}
		if (!ret->value && column_is_number(column)) {
			ret->value = with_unit(cell, column);
			continue;
		}
		if (is_missing(cell))
			continue;
		text = column_is_number(column) ? with_head(cell, column)
		                                : cell_show(cell, column);
		if (*text)
			g_string_append_printf(
			    beside, "%s%s", beside->len ? " · " : "", text);
	}
	ret->name = ret->name ? ret->name : g_strdup("");
	ret->value = ret->value ? ret->value : g_strdup("");
	ret->beside = g_strdup(beside->str);
}

guint
pdf_cards_per_row(const struct table *table, int width)
{
	guint n = MAX(table->rows->len, 1);
	guint most = (guint)CLAMP((width + GAP) / (CARD_MIN + GAP), 1, PER_ROW_MAX);
	guint rows = (n + most - 1) / most;

	return (n + rows - 1) / rows;
}

static int
card_width(const struct table *table, int width)
{
	int n = (int)pdf_cards_per_row(table, width);

	return (width - (n - 1) * GAP) / n;
}

static void
break_text(struct pdf_fonts *fonts, const struct pdf_style *style, const char *text,
    int width, GArray *lines)
{
	g_array_set_size(lines, 0);
	pdf_text_break(
	    fonts, style->size, style->bold, text, width - EDGE - 2 * PAD, lines);
}

/* All figures of a table are as large, so that they compare. */
static const struct pdf_style *
choose_value_style(struct pdf_fonts *fonts, const struct table *table, int width)
{
	for (guint i = 0; i < table->rows->len; i++) {
		struct card card;
		int wide;

		card_init(&card, table, i);
		wide = pdf_text_width(
		    fonts, value_style.size, value_style.bold, card.value, -1);
		card_clear(&card);
		if (wide > width - EDGE - 2 * PAD)
			return &tight_style;
	}
	return &value_style;
}

/* Lines of the three texts, the most of any card of the row. */
struct card_lines {
	int name, value, beside;
};

static struct card_lines
measure_row(struct pdf_fonts *fonts, const struct table *table, guint first, int width)
{
	guint end = MIN(first + pdf_cards_per_row(table, width), table->rows->len);
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));
	struct card_lines most = { 1, 1, 0 };
	const struct pdf_style *value;

	width = card_width(table, width);
	value = choose_value_style(fonts, table, width);
	for (guint i = first; i < end; i++) {
		struct card card;

		card_init(&card, table, i);
		break_text(fonts, &name_style, card.name, width, lines);
		most.name = MAX(most.name, (int)lines->len);
		break_text(fonts, value, card.value, width, lines);
		most.value = MAX(most.value, (int)lines->len);
		break_text(fonts, &beside_style, card.beside, width, lines);
		most.beside = MAX(most.beside, (int)lines->len);
		card_clear(&card);
	}
	return most;
}

static int
row_height(const struct card_lines *lines, const struct pdf_style *value)
{
	return 2 * PAD + lines->name * name_style.leading +
	       lines->value * value->leading + lines->beside * beside_style.leading;
}

int
pdf_cards_height(
    struct pdf_fonts *fonts, const struct table *table, guint first, int width)
{
	struct card_lines lines = measure_row(fonts, table, first, width);

	return row_height(
	    &lines, choose_value_style(fonts, table, card_width(table, width)));
}

static void
draw_text(struct pdf_draw *draw, const struct pdf_style *style, int x, int y,
    const char *text, int width)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line));

	break_text(draw->fonts, style, text, width, lines);
	pdf_lines(draw, style, x, y, (const struct pdf_line *)(const void *)lines->data,
	    lines->len, false);
}

static void
draw_card(struct pdf_draw *draw, const struct card *card, const struct card_lines *lines,
    const struct pdf_style *value, int x, int y, int width)
{
	pdf_fill(draw, x, y, width, row_height(lines, value), GROUND);
	pdf_fill(draw, x, y, EDGE, row_height(lines, value), 0x0b5c6b);
	x += EDGE + PAD;
	y += PAD;
	pdf_begin(draw, (struct pdf_tag){ .name = "LI" });
	pdf_begin(draw, (struct pdf_tag){ .name = "Lbl" });
	draw_text(draw, &name_style, x, y, card->name, width);
	pdf_end(draw, "Lbl");
	pdf_begin(draw, (struct pdf_tag){ .name = "LBody" });
	y += lines->name * name_style.leading;
	draw_text(draw, value, x, y, card->value, width);
	y += lines->value * value->leading;
	draw_text(draw, &beside_style, x, y, card->beside, width);
	pdf_end(draw, "LBody");
	pdf_end(draw, "LI");
}

void
pdf_cards_draw(struct pdf_draw *draw, const struct table *table, guint first, int x,
    int y, int width)
{
	struct card_lines lines = measure_row(draw->fonts, table, first, width);
	guint end = MIN(first + pdf_cards_per_row(table, width), table->rows->len);
	int own = card_width(table, width);
	const struct pdf_style *value = choose_value_style(draw->fonts, table, own);

	for (guint i = first; i < end; i++) {
		struct card card;

		card_init(&card, table, i);
		draw_card(draw, &card, &lines, value, x, y, own);
		card_clear(&card);
		x += own + GAP;
	}
}
