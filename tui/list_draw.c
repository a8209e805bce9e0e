/*
 * list_draw.c - the action list on a grid: rows, subtotals, title and status.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/empty.h"
#include "tui/list.h"
#include "tui/move.h"

#define PANE_ROWS 30
const struct figure *
list_cells(const struct rollup *rollup, int64_t key)
{
	const struct rollup_row *row = rollup_find(rollup, key);

	return row != NULL ? row->cells : NULL;
}

static void
draw_action(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct list_layout *layout, int index)
{
	const struct listing_row *row = list_whole(list, index);

	if (row == NULL) /* it could not be read: the next frame says so */
		return;
	grid_text(grid, y, 1, list->code_width, -1, row->action.code, ROLE_TEXT);
	if (list_marked(list, index))
		grid_put(grid, y, list->code_width + 1, "•", ROLE_WARNING);
	grid_text(
	    grid, y, layout->name, layout->name_width, -1, row->action.name, ROLE_TEXT);
	list_draw_cells(app, grid, y, list, layout, row->cells, index, ROLE_TEXT);
}

/* What is not an amount leaves its room to the group's name. */
static int
group_end(const struct list_layout *layout)
{
	int end = layout->name + layout->name_width;

	for (int i = 0; i < layout->n &&
	                list_columns[layout->cells[i].column].kind != LIST_CELL_AMOUNT;
	     i++)
		end = layout->cells[i].x + layout->cells[i].width;
	return end;
}

static void
draw_group(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct list_layout *layout, int index)
{
	const struct list_group *group =
	    &g_array_index(list->groups, struct list_group, index);
	g_autofree char *count = g_strdup_printf(" %d", group->actions);
	int room = group_end(layout) - 2 - text_width(count);
	int used = MIN(text_width(group->name), room);

	/* a search that is being typed looks inside */
	grid_put(
	    grid, y, 1, group->folded && list->live == NULL ? "►" : "▼", ROLE_HEADING);
	grid_text(grid, y, 2, used, -1, group->name, ROLE_HEADING);
	grid_put(grid, y, 2 + used, count, ROLE_HEADING);
	list_draw_cells(
	    app, grid, y, list, layout, list_group_cells(list, index), -1, ROLE_HEADING);
}

/* How much of the plan has come, where the status would stand. */
static void
draw_share(
    struct grid *grid, int y, const struct list *list, const struct list_layout *layout)
{
	const struct rollup *units = list->view->units;
	int year = month_year(list->view->cutoff) - units->query.first_year;

	for (int i = 0; i < layout->n && year >= 0 && year < units->n_years; i++) {
		const struct list_place_cell *cell = &layout->cells[i];
		g_autofree char *share = NULL, *said = NULL;

		if (cell->column != LIST_STATUS || cell->width <= 2)
			continue;
		/* without a plan or an outcome there is no share to tell */
		if (!units->total.cells[year].realised.known)
			continue;
		share = share_text(figure_of_plan(&units->total.cells[year]));
		said = g_strdup_printf("%s av plan", share);
		grid_text(grid, y, cell->x + 1, cell->width - 1, -1, said, ROLE_HEADING);
	}
}

static void
draw_total(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct list_layout *layout)
{
	struct amount wanted = plan_requirement(list->view->plan, 0, KIND_NONE);
	g_autoptr(GString) text = g_string_new("Totalt");

	if (wanted.known) {
		g_string_append(text, " mot ");
		amount_append_full(text, wanted, MONEY_MKR, 0);
	} else {
		g_string_append(text, ", räknas");
	}
	grid_text(grid, y, 1, layout->name + layout->name_width - 1, -1, text->str,
	    ROLE_HEADING);
	list_draw_cells(
	    app, grid, y, list, layout, list->view->units->total.cells, -1, ROLE_HEADING);
	draw_share(grid, y, list, layout);
}

/* ---- title and status -------------------------------------------------------------- */

static void
draw_title(struct app *app, struct grid *grid, const struct list *list)
{
	const struct listing *view = list->view;
	g_autofree char *month = month_words(view->cutoff);
	g_autofree char *heading = app_heading(app, "Åtgärder", grid->cols);
	g_autofree char *left = g_strdup_printf("%s · %s", heading, month);
	g_autoptr(GString) right = g_string_new(money_unit_name(app->unit));

	if (list_is_filtered(list))
		g_string_append_printf(right, "   %d av %u%s", list->shown,
		    view->places->len, grid->cols >= 80 ? " i filtret" : "");
	else if (grid->cols >= 80)
		g_string_append_printf(
		    right, "   %d av %u räknas", view->counted, view->places->len);
	app_draw_title(app, grid, left, right->str);
}

static void
draw_status(struct app *app, struct grid *grid, const struct list *list, bool more)
{
	const struct listing *view = list->view;
	const struct list_row *row = list_selected(list);
	g_autoptr(GString) text = g_string_new(NULL);

	g_string_append_printf(text, "Rad %d av %u", list->at + 1, list->rows->len);
	if (list_marks(list) > 0)
		g_string_append_printf(
		    text, " · %u markerade, Esc släpper", list_marks(list));
	g_string_append_printf(
	    text, " · %d av %d rapporterade", view->reported, view->awaited);
	if (list->filter.only != NULL)
		g_string_append_printf(
		    text, " · bara: %s, Del rensar", list->filter.only_what);
	else if (list_is_filtered(list))
		g_string_append(text, " · filter på, Del rensar");
	else if (list_marks(list) == 0)
		g_string_append(text, " · inget filter");
	if (more)
		g_string_append(text, " · ↓ fler rader");
	/* last, so that what stands before it does not move with the cursor */
	if (row != NULL && row->action >= 0)
		g_string_append(text, list_place(list, row->action)->counts
		                          ? " · räknas"
		                          : " · utanför kravet");
	app_draw_status(app, grid, text->str);
}

/* ---- the whole of it ----------------------------------------------------------------
 */

static bool
has_pane(int rows, int cols)
{
	return cols >= WIDE_COLS && rows >= PANE_ROWS;
}

static int
total_at(int rows, int cols)
{
	return rows - 3 - (has_pane(rows, cols) ? LIST_PANE_HEIGHT : 0);
}

/* A line above the total where there is room for one. */
static int
line_height(int cols)
{
	return cols >= 80 ? 1 : 0;
}

void
list_scroll(struct list *list, int rows, int cols)
{
	list->height = total_at(rows, cols) - 2 - line_height(cols);
	list->top = move_scroll(list->top, list->at, list->height, (int)list->rows->len);
	/* the group's own row comes into view with its first action */
	if (list->top == 1 && list->at < list->height)
		list->top = 0;
}

static void
draw_rows(struct app *app, struct grid *grid, const struct list *list,
    const struct list_layout *layout)
{
	for (int i = 0; i < list->height && list->top + i < (int)list->rows->len; i++) {
		const struct list_row *row =
		    &g_array_index(list->rows, struct list_row, list->top + i);

		if (row->action < 0)
			draw_group(app, grid, 2 + i, list, layout, row->group);
		else
			draw_action(app, grid, 2 + i, list, layout, row->action);
		if (list->top + i != list->at)
			continue;
		/* the name is enough to see, and keeps a key press short on the line */
		grid_put(grid, 2 + i, 0, "►", ROLE_TEXT);
		grid_role(
		    grid, 2 + i, 1, layout->name + layout->name_width - 1, ROLE_SELECTED);
		grid_cursor(grid, 2 + i, 0);
	}
}

void
list_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	const struct list *list = screen->state;
	int total = total_at(grid->rows, grid->cols);
	struct list_layout layout;

	if (list->view == NULL) {
		app_draw_title(app, grid, "Åtgärder", "");
		empty_draw_unread(app, grid);
		return;
	}
	if (list->view->places->len == 0) {
		list_draw_empty(app, grid);
		return;
	}
	list_layout(app, list, grid->cols, &layout);
	draw_title(app, grid, list);
	list_draw_head(grid, list, &layout, app->memory);
	if (list->rows->len == 0) {
		list_draw_no_hits(app, grid, list);
		return;
	}
	draw_rows(app, grid, list, &layout);
	if (line_height(grid->cols) != 0)
		grid_fill(grid, total - 1, 0, 1, grid->cols, "─", ROLE_TEXT);
	draw_total(app, grid, total, list, &layout);
	if (has_pane(grid->rows, grid->cols))
		list_draw_pane(app, grid, total + 2, list);
	draw_status(app, grid, list, list->top + list->height < (int)list->rows->len);
}
