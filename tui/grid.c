/*
 * grid.c - cells, and the only code that turns text into them.
 */
#include "tui/grid.h"

#include <string.h>

#include "base/text.h"

struct grid *
grid_new(enum glyphs glyphs)
{
	struct grid *grid = g_new0(struct grid, 1);

	grid->glyphs = glyphs;
	grid->scratch = g_string_new(NULL);
	return grid;
}

void
grid_free(struct grid *grid)
{
	if (grid == NULL)
		return;
	g_string_free(grid->scratch, TRUE);
	if (grid->pieces != NULL)
		g_array_unref(grid->pieces);
	g_free(grid->cells);
	g_free(grid);
}

static void
piece_clear(gpointer data)
{
	g_free(((struct grid_piece *)data)->text);
}

void
grid_keep_pieces(struct grid *grid)
{
	if (grid->pieces != NULL)
		return;
	grid->pieces = g_array_new(FALSE, FALSE, sizeof(struct grid_piece));
	g_array_set_clear_func(grid->pieces, piece_clear);
}

/* What begins under the new piece is written over. */
static void
note_piece(struct grid *grid, int y, int x, int width, const char *text, enum role role)
{
	struct grid_piece piece = { y, x, width, role, NULL };

	if (grid->pieces == NULL)
		return;
	for (guint i = grid->pieces->len; i-- > 0;) {
		const struct grid_piece *old =
		    &g_array_index(grid->pieces, struct grid_piece, i);

		if (old->y == y && old->x >= x && old->x < x + width)
			g_array_remove_index(grid->pieces, i);
	}
	if (text == NULL)
		return;
	piece.text = g_strdup(text);
	g_array_append_val(grid->pieces, piece);
}

void
grid_reset(struct grid *grid, int rows, int cols)
{
	static const struct grid_cell blank = { " ", ROLE_TEXT };
	gsize n;

	rows = MAX(rows, 1);
	cols = MAX(cols, 1);
	n = (gsize)rows * (gsize)cols;
	if (rows != grid->rows || cols != grid->cols) {
		g_free(grid->cells);
		grid->cells = g_new(struct grid_cell, n);
		grid->rows = rows;
		grid->cols = cols;
	}
	for (gsize i = 0; i < n; i++)
		grid->cells[i] = blank;
	grid->cursor_y = grid->cursor_x = 0;
	if (grid->pieces != NULL)
		g_array_set_size(grid->pieces, 0);
}

static struct grid_cell *
cell_at(const struct grid *grid, int y, int x)
{
	return &grid->cells[(gsize)y * (gsize)grid->cols + (gsize)x];
}

/* Must this text be made safe before it is measured?  Tells ASCII apart quickly. */
static bool
is_unsafe(const char *text)
{
	const char *p = text;

	for (; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7f || (unsigned char)*p >= 0x80)
			break;
	if (*p == '\0')
		return false;
	if (!g_utf8_validate(p, -1, NULL))
		return true;
	for (; *p != '\0'; p = text_next(p)) {
		gunichar sign = g_utf8_get_char(p);

		if (sign < 0x20 || (sign >= 0x7f && sign < 0xA0))
			return true;
		if (sign >= 0x200B && (g_unichar_type(sign) == G_UNICODE_FORMAT ||
		                          sign == 0x2028 || sign == 0x2029))
			return true;
	}
	return false;
}

/* Most of what is drawn: one byte, over no wide sign and beside none. */
static bool
set_ascii(struct grid *grid, int y, int x, char sign, enum role role)
{
	struct grid_cell *cell = cell_at(grid, y, x);
	struct grid_cell one = { .text = { sign }, .role = (unsigned char)role };

	if (cell->text[0] == '\0' || (x + 1 < grid->cols && cell[1].text[0] == '\0'))
		return false;
	*cell = one;
	return true;
}

static void
set_cell(struct grid *grid, int y, int x, gunichar sign, int width, enum role role)
{
	struct grid_cell *cell = cell_at(grid, y, x);

	/* what is left of a wide sign that is written over must not stay */
	if (cell->text[0] == '\0' && x > 0)
		g_strlcpy(cell_at(grid, y, x - 1)->text, " ", CELL_BYTES);
	if (x + width < grid->cols && cell_at(grid, y, x + width)->text[0] == '\0')
		g_strlcpy(cell_at(grid, y, x + width)->text, " ", CELL_BYTES);
	memset(cell->text, 0, CELL_BYTES);
	if (sign == 0xA0 || sign == 0x202F || sign == 0x2009)
		sign = ' ';
	if (grid->glyphs == GLYPHS_ASCII)
		sign = style_ascii(sign);
	if (sign < 0x80)
		cell->text[0] = (char)sign;
	else
		g_unichar_to_utf8(sign, cell->text);
	cell->role = (unsigned char)role;
	if (width == 2) {
		struct grid_cell *half = cell_at(grid, y, x + 1);

		memset(half->text, 0, CELL_BYTES);
		half->role = (unsigned char)role;
	}
}

static void
add_mark(struct grid *grid, int y, int x, gunichar sign)
{
	struct grid_cell *cell;
	size_t used;

	if (x <= 0 || x > grid->cols)
		return;
	cell = cell_at(grid, y, x - 1);
	if (cell->text[0] == '\0' && x > 1)
		cell = cell_at(grid, y, x - 2);
	used = strlen(cell->text);
	if (used + 6 < CELL_BYTES)
		g_unichar_to_utf8(sign, cell->text + used);
}

static int
put_safe(struct grid *grid, int y, int x, const char *text, enum role role)
{
	int from = x;

	if (y < 0 || y >= grid->rows)
		return 0;
	for (const char *p = text; *p != '\0'; p = text_next(p)) {
		gunichar sign =
		    (unsigned char)*p < 0x80 ? (gunichar)*p : g_utf8_get_char(p);
		int width = sign < 0x300                  ? 1
		            : g_unichar_iszerowidth(sign) ? 0
		            : g_unichar_iswide(sign)      ? 2
		                                          : 1;

		if (sign < 0x80 && x >= 0 && x < grid->cols &&
		    set_ascii(grid, y, x, (char)sign, role)) {
			x++;
			continue;
		}
		if (sign == 0xAD)
			sign = '-';
		if (width == 0) {
			add_mark(grid, y, x, sign);
			continue;
		}
		if (x + width > grid->cols)
			break;
		if (x >= 0)
			set_cell(grid, y, x, sign, width, role);
		x += width;
	}
	return x - from;
}

int
grid_put(struct grid *grid, int y, int x, const char *text, enum role role)
{
	g_autofree char *safe = NULL;

	if (is_unsafe(text))
		text = safe = text_display(text);
	note_piece(grid, y, x, text_width(text), text, role);
	return put_safe(grid, y, x, text, role);
}

void
grid_text(struct grid *grid, int y, int x, int width, int align, const char *text,
    enum role role)
{
	g_autofree char *safe = NULL;

	if (width <= 0 || y < 0 || y >= grid->rows || x >= grid->cols)
		return;
	if (is_unsafe(text))
		text = safe = text_display(text);
	note_piece(grid, y, x, width, text, role);
	g_string_truncate(grid->scratch, 0);
	text_cell(grid->scratch, text, width, align, "…");
	put_safe(grid, y, x, grid->scratch->str, role);
}

void
grid_amount(struct grid *grid, int y, int x, int width, struct amount amount,
    enum money_unit unit, enum role role)
{
	int used;

	if (width <= 0 || y < 0 || y >= grid->rows)
		return;
	g_string_truncate(grid->scratch, 0);
	amount_append(grid->scratch, amount, unit, money_unit_decimals(unit));
	used = text_width(grid->scratch->str);
	/* an amount that does not fit must not look like a smaller one */
	if (used > width) {
		grid_fill(grid, y, x, 1, width, "#", role);
		return;
	}
	grid_fill(grid, y, x, 1, width - used, " ", role);
	note_piece(grid, y, x, width, grid->scratch->str, role);
	put_safe(grid, y, x + width - used, grid->scratch->str, role);
}

void
grid_fill(struct grid *grid, int y, int x, int height, int width, const char *sign,
    enum role role)
{
	gunichar c = g_utf8_get_char(sign);

	/* a field that is empty is there all the same */
	for (int i = y; i < y + height && grid->pieces != NULL; i++)
		note_piece(grid, i, x, width,
		    role == ROLE_FIELD || role == ROLE_FOCUS ? "" : NULL, role);
	for (int i = MAX(y, 0); i < MIN(y + height, grid->rows); i++)
		for (int j = MAX(x, 0); j < MIN(x + width, grid->cols); j++)
			set_cell(grid, i, j, c, 1, role);
}

void
grid_role(struct grid *grid, int y, int x, int width, enum role role)
{
	if (y < 0 || y >= grid->rows)
		return;
	for (int j = MAX(x, 0); j < MIN(x + width, grid->cols); j++)
		cell_at(grid, y, j)->role = (unsigned char)role;
}

void
grid_frame(struct grid *grid, int y, int x, int height, int width, const char *title)
{
	int bottom = y + height - 1, right = x + width - 1;

	grid_fill(grid, y, x, height, width, " ", ROLE_TEXT);
	grid_fill(grid, y, x + 1, 1, width - 2, "─", ROLE_TEXT);
	grid_fill(grid, bottom, x + 1, 1, width - 2, "─", ROLE_TEXT);
	grid_fill(grid, y + 1, x, height - 2, 1, "│", ROLE_TEXT);
	grid_fill(grid, y + 1, right, height - 2, 1, "│", ROLE_TEXT);
	grid_put(grid, y, x, "┌", ROLE_TEXT);
	grid_put(grid, y, right, "┐", ROLE_TEXT);
	grid_put(grid, bottom, x, "└", ROLE_TEXT);
	grid_put(grid, bottom, right, "┘", ROLE_TEXT);
	if (title != NULL && title[0] != '\0') {
		int columns = MIN(text_width(title), width - 6);

		grid_put(grid, y, x + 1, " ", ROLE_TEXT);
		grid_text(grid, y, x + 2, columns, -1, title, ROLE_HEADING);
		grid_put(grid, y, x + 2 + columns, " ", ROLE_TEXT);
	}
}

void
grid_cursor(struct grid *grid, int y, int x)
{
	grid->cursor_y = CLAMP(y, 0, grid->rows - 1);
	grid->cursor_x = CLAMP(x, 0, grid->cols - 1);
}

char *
grid_dump(const struct grid *grid)
{
	GString *out = g_string_new(NULL);

	for (int y = 0; y < grid->rows; y++) {
		g_string_append_c(out, '|');
		for (int x = 0; x < grid->cols; x++)
			g_string_append(out, cell_at(grid, y, x)->text);
		g_string_append(out, "|\n");
	}
	g_string_append_printf(
	    out, "markör: rad %d, kolumn %d\n", grid->cursor_y, grid->cursor_x);
	return g_string_free(out, FALSE);
}
