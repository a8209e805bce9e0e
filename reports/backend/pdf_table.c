/*
 * pdf_table.c - columns get what their words need, then share what is left.
 */
#include "reports/backend/pdf_table.h"

#include "base/text.h"
#include "reports/backend/cells.h"

enum {
	SIZE = 820,
	LEADING = 1080,
	PAD_X = 400,
	PAD_Y = 330,
	WORD_MAX = 110 * CANVAS_POINT,  /* a longer word may be broken */
	COMFORT = 105 * CANVAS_POINT,   /* a text column feels cramped below */
	NUMBER_MAX = 74 * CANVAS_POINT, /* a number's column grows to this */
	ZEBRA = 0xf3f6f8,
	GROUND = 0x16323f /* below the heads: INK_HEAD */
};

/* Sizes to try, in percent, until the numbers have room. */
static const int scales[] = { 100, 93, 86, 78, 70, 60, 50, 40, 30, 20 };

/* What a column needs: so that nothing but overlong words breaks, so that it reads well,
 * and so that nothing breaks. */
struct need {
	int least, comfort, want;
};

static const struct column *
column_at(const struct table *table, guint index)
{
	return &g_array_index(table->columns, struct column, index);
}

static const struct doc_row *
row_at(const struct table *table, guint index)
{
	return &g_array_index(table->rows, struct doc_row, index);
}

static bool
is_bold(enum row_role role)
{
	return role != ROW_BODY;
}

static struct need
need_of(struct pdf_fonts *fonts, const struct table *table, guint index, int size)
{
	const struct column *column = column_at(table, index);
	bool number = column_is_number(column);
	g_autofree char *head = text_display(column->head);
	struct need need;
	int word = 0, widest = 0, head_word = pdf_word_width(fonts, size, true, head);

	for (guint r = 0; r < table->rows->len; r++) {
		const struct doc_row *row = row_at(table, r);
		g_autofree char *text = NULL;
		bool bold = is_bold(row->role);

		if (row->role == ROW_GROUP)
			continue;
		text = cell_show(&row->cells[index], column);
		widest = MAX(widest, pdf_text_width(fonts, size, bold, text, -1));
		if (!number)
			word = MAX(word, pdf_word_width(fonts, size, bold, text));
	}
	need.want = MAX(widest, pdf_text_width(fonts, size, true, head, -1));
	need.least = MAX(MIN(head_word, WORD_MAX), number ? widest : MIN(word, WORD_MAX));
	need.comfort = number ? need.least : MAX(need.least, MIN(widest, COMFORT));
	if (number)
		need.want = MAX(need.least, MIN(need.want, NUMBER_MAX));
	return need;
}

/* More room before a text that follows a number: their edges meet. */
static int
lead(const struct table *table, guint index, int pad)
{
	bool meet = index > 0 && !column_is_number(column_at(table, index)) &&
	            column_is_number(column_at(table, index - 1));

	return meet ? 2 * pad : 0;
}

static struct need
add_needs(struct pdf_fonts *fonts, const struct table *table, int size, int pad,
    struct need *needs)
{
	struct need sum = { 0, 0, 0 };

	for (guint c = 0; c < table->columns->len; c++) {
		struct need need = need_of(fonts, table, c, size);

		int around = 2 * pad + lead(table, c, pad);

		need.least += around;
		need.comfort += around;
		need.want += around;
		sum.least += need.least;
		sum.comfort += need.comfort;
		sum.want += need.want;
		if (needs)
			needs[c] = need;
	}
	return sum;
}

bool
pdf_table_is_wide(struct pdf_fonts *fonts, const struct table *table, int width)
{
	return add_needs(fonts, table, SIZE, PAD_X, NULL).comfort > width;
}

/* Give out `left` one step at a time, always to the narrowest that wants more. */
static int
widen(int *widths, const struct need *needs, guint n, int left)
{
	enum { STEP = CANVAS_POINT / 2 };

	while (left >= STEP) {
		int best = -1;

		for (guint c = 0; c < n; c++)
			if (widths[c] < needs[c].want &&
			    (best < 0 || widths[c] < widths[best]))
				best = (int)c;
		if (best < 0)
			return left;
		widths[best] += STEP;
		left -= STEP;
	}
	return left;
}

/* What nobody needs: numbers' columns grow a little, texts take the rest in proportion
 * to what they have. */
static void
spread(struct pdf_table *t, int left)
{
	int64_t texts = 0;
	guint last = 0;
	int rest;

	for (guint c = 0; c < t->n; c++) {
		int room = NUMBER_MAX - t->widths[c];

		if (!column_is_number(column_at(t->table, c))) {
			texts += t->widths[c];
			last = c;
		} else if (room > 0 && left > 0) {
			room = MIN(room, left / (int)(t->n - c));
			t->widths[c] += room;
			left -= room;
		}
	}
	rest = left;
	for (guint c = 0; c < t->n && left > 0 && texts > 0; c++) {
		int more = (int)(left * (int64_t)t->widths[c] / texts);

		if (column_is_number(column_at(t->table, c)))
			continue;
		t->widths[c] += c == last ? rest : more;
		rest -= more;
	}
}

/* The needs at the largest size at which they have room. */
static struct need
choose_size(struct pdf_table *t, struct pdf_fonts *fonts, struct need *needs)
{
	struct need sum = { 0, 0, 0 };

	for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
		t->style = (struct pdf_style){ SIZE * scales[i] / 100,
			LEADING * scales[i] / 100, false, INK_TEXT };
		t->pad_x = PAD_X * scales[i] / 100;
		t->pad_y = PAD_Y * scales[i] / 100;
		sum = add_needs(fonts, t->table, t->style.size, t->pad_x, needs);
		if (sum.least <= t->width)
			break;
	}
	return sum;
}

void
pdf_table_init(
    struct pdf_table *ret, struct pdf_fonts *fonts, const struct table *table, int width)
{
	guint n = table->columns->len;
	g_autofree struct need *needs = g_new0(struct need, (gsize)n + 1);
	struct need sum;
	int left;

	*ret = (struct pdf_table){ .table = table, .n = n, .width = width };
	ret->widths = g_new0(int, (gsize)n + 1);
	sum = choose_size(ret, fonts, needs);
	for (guint c = 0; c < n; c++)
		ret->widths[c] = needs[c].least;
	left = width - sum.least;
	if (left > 0 && sum.comfort <= width) {
		for (guint c = 0; c < n; c++)
			ret->widths[c] = needs[c].comfort;
		left = width - sum.comfort;
	}
	left = widen(ret->widths, needs, n, left);
	spread(ret, left);
}

void
pdf_table_clear(struct pdf_table *table)
{
	g_free(table->widths);
	table->widths = NULL;
}

static void
break_cell(const struct pdf_table *t, struct pdf_fonts *fonts, const char *text,
    bool bold, int width, GArray *lines)
{
	g_array_set_size(lines, 0);
	pdf_text_break(fonts, t->style.size, bold, text, width - 2 * t->pad_x, lines);
}

/* Where a column's cells begin and how wide they are, within the table at x. */
struct slot {
	int x, width;
};

static struct slot
slot_of(const struct pdf_table *t, guint index, int x)
{
	int before = lead(t->table, index, t->pad_x);

	for (guint c = 0; c < index; c++)
		x += t->widths[c];
	return (struct slot){ x + before, t->widths[index] - before };
}

static GArray *
new_lines(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct pdf_line));
}

int
pdf_table_head_lines(const struct pdf_table *table, struct pdf_fonts *fonts)
{
	g_autoptr(GArray) lines = new_lines();
	guint most = 1;

	for (guint c = 0; c < table->n; c++) {
		g_autofree char *text = text_display(column_at(table->table, c)->head);

		break_cell(table, fonts, text, true, slot_of(table, c, 0).width, lines);
		most = MAX(most, lines->len);
	}
	return (int)most;
}

int
pdf_table_row_lines(const struct pdf_table *table, struct pdf_fonts *fonts, guint index)
{
	const struct doc_row *row = row_at(table->table, index);
	g_autoptr(GArray) lines = new_lines();
	guint most = 1;

	for (guint c = 0; c < table->n; c++) {
		g_autofree char *text =
		    cell_show(&row->cells[c], column_at(table->table, c));
		int width =
		    row->role == ROW_GROUP ? table->width : slot_of(table, c, 0).width;

		break_cell(table, fonts, text, is_bold(row->role), width, lines);
		most = MAX(most, lines->len);
		if (row->role == ROW_GROUP)
			break;
	}
	return (int)most;
}

int
pdf_table_height(const struct pdf_table *table, int lines)
{
	return lines * table->style.leading + 2 * table->pad_y;
}

/* Lines from..to of a cell whose top is at y. */
static void
draw_cell(const struct pdf_table *t, struct pdf_draw *draw, const struct pdf_style *style,
    bool right, int x, int width, int y, const GArray *lines, int from, int to)
{
	int size = (int)lines->len;

	for (int i = from; i < MIN(to, size); i++) {
		const struct pdf_line *line =
		    &g_array_index(lines, struct pdf_line, (guint)i);
		int at = right ? x + width - t->pad_x - line->width : x + t->pad_x;

		pdf_lines(
		    draw, style, at, y + (i - from) * style->leading, line, 1, false);
	}
}

void
pdf_table_draw_head(const struct pdf_table *table, struct pdf_draw *draw, int x, int y,
    int lines, bool repeated)
{
	g_autoptr(GArray) cell = new_lines();
	struct pdf_style style = table->style;

	style.bold = true;
	style.ink = INK_PAPER;
	pdf_fill(draw, x, y, table->width, pdf_table_height(table, lines), GROUND);
	if (!repeated)
		pdf_begin(draw, (struct pdf_tag){ .name = "TR" });
	for (guint c = 0; c < table->n; c++) {
		const struct column *column = column_at(table->table, c);
		g_autofree char *text = text_display(column->head);
		struct slot slot = slot_of(table, c, x);
		int top;

		break_cell(table, draw->fonts, text, true, slot.width, cell);
		top = y + table->pad_y + (lines - (int)cell->len) * style.leading;
		if (!repeated)
			pdf_begin(draw,
			    (struct pdf_tag){ .name = "TH", .scope = PDF_SCOPE_COLUMN });
		draw_cell(table, draw, &style, column_is_number(column), slot.x,
		    slot.width, top, cell, 0, lines);
		if (!repeated)
			pdf_end(draw, "TH");
	}
	if (!repeated)
		pdf_end(draw, "TR");
}

/* What stands behind and around a row. */
static void
draw_ground(const struct pdf_table *t, struct pdf_draw *draw, enum row_role role, int x,
    int y, int height, bool striped)
{
	if (striped || role == ROW_TOTAL)
		pdf_fill(draw, x, y, t->width, height, ZEBRA);
	if (role == ROW_SUBTOTAL)
		pdf_rule(draw, x, y, t->width, 70, INK_RULE);
	if (role == ROW_TOTAL)
		pdf_rule(draw, x, y, t->width, 130, INK_HEAD);
	pdf_rule(draw, x, y + height, t->width, role == ROW_BODY ? 50 : 70,
	    role == ROW_BODY ? INK_GRID : INK_RULE);
}

/* Which row goes on here: its first cell again, as decoration. */
static void
draw_first_again(const struct pdf_table *t, struct pdf_draw *draw, int x, int y,
    const struct doc_row *row, int lines)
{
	g_autoptr(GArray) cell = new_lines();
	g_autofree char *text = cell_show(&row->cells[0], column_at(t->table, 0));
	struct pdf_style style = t->style;
	struct slot slot = slot_of(t, 0, x);

	style.ink = INK_MUTED;
	break_cell(t, draw->fonts, text, false, slot.width, cell);
	draw_cell(t, draw, &style, column_is_number(column_at(t->table, 0)), slot.x,
	    slot.width, y + t->pad_y, cell, 0, lines);
}

void
pdf_table_draw_row(
    const struct pdf_table *table, struct pdf_draw *draw, int x, int y, struct pdf_row at)
{
	const struct doc_row *row = row_at(table->table, at.row);
	g_autoptr(GArray) cell = new_lines();
	struct pdf_style style = table->style;
	bool group = row->role == ROW_GROUP;

	style.bold = is_bold(row->role);
	style.ink = style.bold ? INK_HEAD : INK_TEXT;
	draw_ground(table, draw, row->role, x, y,
	    pdf_table_height(table, at.to - at.from), at.striped);
	if (at.from > 0 && table->n > 1)
		draw_first_again(table, draw, x, y, row, at.to - at.from);
	pdf_begin(draw, (struct pdf_tag){ .name = "TR" });
	for (guint c = 0; c < (group ? 1 : table->n); c++) {
		const struct column *column = column_at(table->table, c);
		g_autofree char *text = cell_show(&row->cells[c], column);
		struct slot slot = slot_of(table, c, x);
		int width = group ? table->width : slot.width;
		bool head = c == 0 && *text && at.from == 0 && !column_is_number(column);
		const char *name = head ? "TH" : "TD";

		break_cell(table, draw->fonts, text, style.bold, width, cell);
		pdf_begin(draw, (struct pdf_tag){ .name = name,
		                    .scope = head ? PDF_SCOPE_ROW : PDF_SCOPE_NONE,
		                    .span = group ? (int)table->n : 0 });
		draw_cell(table, draw, &style, !group && column_is_number(column), slot.x,
		    width, y + table->pad_y, cell, at.from, at.to);
		pdf_end(draw, name);
	}
	pdf_end(draw, "TR");
}
