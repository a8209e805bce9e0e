/*
 * table.c - a table of rows: kept selection, scrolling, drawing, and the pane below.
 */
#include "tui/table.h"

#include <string.h>

#include "base/text.h"
#include "tui/move.h"

static void
row_clear(gpointer data)
{
	struct table_row *row = data;

	g_free(row->key);
	g_free(row->heading);
	for (int i = 0; i < TABLE_COLUMNS_MAX; i++)
		g_free(row->cells[i]);
}

static struct table_row *
row_at(const struct table *table, int index)
{
	return &g_array_index(table->rows, struct table_row, index);
}

void
table_init(struct table *table, const struct table_column *columns, int n_columns)
{
	*table = (struct table){ .columns = columns, .n_columns = n_columns };
	table->rows = g_array_new(FALSE, FALSE, sizeof(struct table_row));
	g_array_set_clear_func(table->rows, row_clear);
}

void
table_clear(struct table *table)
{
	g_array_unref(table->rows);
	g_clear_pointer(&table->known, g_hash_table_unref);
	g_free(table->selected);
}

/* ---- rows -------------------------------------------------------------------------- */

void
table_begin(struct table *table)
{
	g_array_set_size(table->rows, 0);
}

void
table_add_heading(struct table *table, const char *text)
{
	struct table_row row = { .heading = text_display(text) };

	g_array_append_val(table->rows, row);
}

struct table_row *
table_add(struct table *table, const char *key, guint index)
{
	struct table_row row = { .key = g_strdup(key), .index = index };

	g_array_append_val(table->rows, row);
	return row_at(table, (int)table->rows->len - 1);
}

void
table_cell(struct table_row *row, int column, char *text)
{
	g_free(row->cells[column]);
	row->cells[column] = text_display(text);
	g_free(text);
}

static bool
is_row(const void *table, int at)
{
	return row_at(table, at)->key != NULL;
}

static void
move_to(struct table *table, int at)
{
	table->at =
	    MAX(move_land(table->at, at, (int)table->rows->len, is_row, table), 0);
	/* nothing to select now is no reason to forget what was */
	if (table_selected(table) == NULL)
		return;
	g_free(table->selected);
	table->selected = g_strdup(row_at(table, table->at)->key);
}

void
table_take_new(struct table *table)
{
	g_clear_pointer(&table->known, g_hash_table_unref);
	table->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < table->rows->len; i++)
		if (row_at(table, (int)i)->key != NULL)
			g_hash_table_add(
			    table->known, g_strdup(row_at(table, (int)i)->key));
}

void
table_end(struct table *table)
{
	int at = table->at;

	for (guint i = 0; table->selected != NULL && i < table->rows->len; i++)
		if (g_strcmp0(row_at(table, (int)i)->key, table->selected) == 0)
			at = (int)i;
	for (guint i = 0; table->known != NULL && i < table->rows->len; i++) {
		const char *key = row_at(table, (int)i)->key;

		if (key != NULL && !g_hash_table_contains(table->known, key))
			at = (int)i;
	}
	g_clear_pointer(&table->known, g_hash_table_unref);
	move_to(table, at);
}

const struct table_row *
table_selected(const struct table *table)
{
	if (table->at < 0 || table->at >= (int)table->rows->len ||
	    row_at(table, table->at)->key == NULL)
		return NULL;
	return row_at(table, table->at);
}

bool
table_run(struct table *table, enum command command)
{
	int at = table->at;

	if (!move_follow(command, table->height, (int)table->rows->len, &at))
		return false;
	move_to(table, at);
	return true;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* Rows of the pane that fit below the table in a size; 0: none. */
static int
pane_height(int rows)
{
	return rows >= 36 ? 12 : rows >= 22 ? 8 : 0;
}

void
table_scroll(struct table *table, int rows)
{
	table->height = MAX(rows - 4 - pane_height(rows), 1);
	table->top =
	    move_scroll(table->top, table->at, table->height, (int)table->rows->len);
	/* a heading comes into view with what it is over */
	if (table->top == table->at && table->top > 0 &&
	    row_at(table, table->top - 1)->key == NULL)
		table->top--;
}

/* The width of the column that takes what is left. */
static int
rest_width(const struct table *table, int cols)
{
	int rest = cols - 2;

	for (int i = 0; i < table->n_columns; i++)
		if (cols >= table->columns[i].from_cols)
			rest -= table->columns[i].width + 1;
	return MAX(rest + 1, 1);
}

static void
draw_cells(const struct table *table, struct grid *grid, int y,
    const struct table_row *row, enum role role)
{
	int rest = rest_width(table, grid->cols), x = 1;

	for (int i = 0; i < table->n_columns; i++) {
		const struct table_column *column = &table->columns[i];
		int width = column->width > 0 ? column->width : MAX(rest, 1);
		const char *text = row == NULL             ? column->name
		                   : row->cells[i] == NULL ? ""
		                                           : row->cells[i];

		if (grid->cols < column->from_cols)
			continue;
		grid_text(grid, y, x, width, column->align, text, role);
		x += width + 1;
	}
}

void
table_draw(const struct table *table, struct grid *grid)
{
	draw_cells(table, grid, 1, NULL, ROLE_HEADING);
	for (int i = 0; i < table->height && table->top + i < (int)table->rows->len;
	     i++) {
		const struct table_row *row = row_at(table, table->top + i);

		if (row->key == NULL) {
			grid_text(grid, 2 + i, 1, grid->cols - 2, -1, row->heading,
			    ROLE_HEADING);
			continue;
		}
		draw_cells(table, grid, 2 + i, row, row->role);
		if (table->top + i != table->at)
			continue;
		grid_put(grid, 2 + i, 0, "►", ROLE_TEXT);
		grid_role(grid, 2 + i, 1, grid->cols - 2, ROLE_SELECTED);
		grid_cursor(grid, 2 + i, 0);
	}
}

void
table_draw_pane(struct grid *grid, GPtrArray *lines)
{
	int height = pane_height(grid->rows), y = grid->rows - 2 - height, used = 1;

	if (height > 0)
		grid_fill(grid, y, 0, 1, grid->cols, "─", ROLE_TEXT);
	for (guint i = 0; height > 0 && i < lines->len; i++) {
		const char *line = g_ptr_array_index(lines, i);
		bool heading = line[0] == '#';
		g_autofree char *shown = text_display_lines(line + (heading ? 1 : 0));
		g_autoptr(GPtrArray) parts = text_wrap(shown, grid->cols - 2);

		for (guint k = 0; k < parts->len && used < height; k++)
			grid_text(grid, y + used++, 1, grid->cols - 2, -1,
			    g_ptr_array_index(parts, k),
			    heading ? ROLE_HEADING : ROLE_TEXT);
	}
	g_ptr_array_unref(lines);
}
