/*
 * list_cells.c - what stands in the columns of the action list: heads and rows.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/list.h"

/* "Mål 21"; beside every year the others say their year too. */
static char *
heading_of(const struct list *list, const struct list_place_cell *cell, bool every_year)
{
	const struct list_column_info *info = &list_columns[cell->column];
	int year = month_year(list->view->cutoff) % 100;

	switch (cell->column) {
	case LIST_YEARS:
		return rollup_column_name(list->view->units, cell->year);
	case LIST_TARGET:
		return g_strdup_printf("Mål %02d", year);
	case LIST_REALISED:
		return every_year ? g_strdup_printf("Utf %02d", year)
		                  : g_strdup(info->heading);
	case LIST_FORECAST:
		return every_year ? g_strdup_printf("Prg %02d", year)
		                  : g_strdup(info->heading);
	case LIST_DEVIATION:
		return every_year ? g_strdup_printf("Avv %02d", year)
		                  : g_strdup(info->heading);
	default:
		return g_strdup(
		    cell->width == 2 && info->width != 2 ? "S" : info->heading);
	}
}

/* The column that the rows are sorted by says so. */
static const char *
arrow_of(const struct memory *memory, enum list_column column)
{
	if (!memory->sorted || memory->sort != column)
		return "";
	return memory->descending ? "↓" : "↑";
}

static void
draw_name_head(struct grid *grid, const struct list *list,
    const struct list_layout *layout, const struct memory *memory)
{
	g_autofree char *code = g_strconcat("Nr", arrow_of(memory, LIST_CODE), NULL);
	g_autofree char *name = g_strconcat("Åtgärd", arrow_of(memory, LIST_NAME), NULL);

	grid_text(grid, 1, 1, list->code_width, -1, code, ROLE_HEADING);
	grid_text(grid, 1, layout->name, layout->name_width, -1, name, ROLE_HEADING);
	if (layout->shift > 0)
		grid_put(
		    grid, 1, layout->name + layout->name_width - 1, "◄", ROLE_HEADING);
	if (layout->shift < layout->shift_max)
		grid_put(grid, 1, grid->cols - 1, "►", ROLE_HEADING);
}

void
list_draw_head(struct grid *grid, const struct list *list,
    const struct list_layout *layout, const struct memory *memory)
{
	bool every_year = false;

	for (int i = 0; i < layout->n; i++)
		every_year |= layout->cells[i].column == LIST_YEARS;
	draw_name_head(grid, list, layout, memory);
	for (int i = 0; i < layout->n; i++) {
		const struct list_place_cell *cell = &layout->cells[i];
		g_autofree char *heading = heading_of(list, cell, every_year);
		g_autofree char *text =
		    g_strconcat(heading, arrow_of(memory, cell->column), NULL);
		bool right = list_columns[cell->column].kind == LIST_CELL_AMOUNT ||
		             cell->column == LIST_REPORTED;

		grid_text(grid, 1, cell->x + (right ? 0 : 1),
		    cell->width - (right ? 0 : 1), right ? 1 : -1, text, ROLE_HEADING);
	}
}

static void
draw_status(struct grid *grid, int y, const struct list_place_cell *cell,
    const struct action *action)
{
	enum role role;
	const char *sign = status_glyph(action->status, &role);
	int x = cell->x + 1, width = cell->width - 1;

	if (action->status == STATUS_NONE) {
		if (!action->counts && width > 1)
			grid_text(grid, y, x, width, -1, "utanför kravet", ROLE_TEXT);
		return;
	}
	grid_put(grid, y, x, sign, role);
	if (width > 2)
		grid_text(grid, y, x + 2, width - 2, -1,
		    word_text(status_words, (int)action->status), role);
}

static void
draw_sign(struct grid *grid, int y, const struct list *list,
    const struct list_place_cell *cell, int index)
{
	static const char *const kinds[KIND__N] = {
		[KIND_NONE] = "–", [KIND_BUDGET] = "B", [KIND_DEFICIT] = "U"
	};
	const struct listing *view = list->view;
	enum role role = ROLE_TEXT;
	const char *sign = " ";

	if (cell->column == LIST_KIND)
		sign = kinds[view->rows[index]->action.kind];
	else if (cell->column == LIST_REPORTED)
		sign = list_column_reported(view, index) ? "√" : " ";
	else
		sign = light_glyph(list_column_light(view, index, cell->column), &role);
	if (sign[0] != ' ')
		grid_put(grid, y, cell->x + cell->width - 1, sign, role);
}

static void
draw_text(struct grid *grid, int y, const struct list *list,
    const struct list_place_cell *cell, int index)
{
	const char *text;

	if (cell->column == LIST_STATUS) {
		draw_status(grid, y, cell, &list->view->rows[index]->action);
		return;
	}
	text = list_column_text(list->view, index, cell->column);
	if (text[0] != '\0')
		grid_text(grid, y, cell->x + 1, cell->width - 1, -1, text, ROLE_TEXT);
}

void
list_draw_cells(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct list_layout *layout, const struct figure *cells, int index,
    enum role role)
{
	for (int i = 0; i < layout->n; i++) {
		const struct list_place_cell *cell = &layout->cells[i];
		enum list_cell kind = list_columns[cell->column].kind;

		if (kind == LIST_CELL_AMOUNT)
			grid_amount(grid, y, cell->x, cell->width,
			    list_column_amount(
			        list->view, cells, cell->column, cell->year),
			    app->unit, role);
		else if (index >= 0 && kind == LIST_CELL_SIGN)
			draw_sign(grid, y, list, cell, index);
		else if (index >= 0)
			draw_text(grid, y, list, cell, index);
	}
}
