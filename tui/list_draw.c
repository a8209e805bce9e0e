/*
 * list_draw.c - the action list on a grid: columns by width, subtotals, the pane below.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/list.h"

#define PANE_ROWS    30
#define STATUS_WIDTH 16

struct columns {
	int name, name_width;
	int kind;           /* 0: not shown */
	int years, n_years; /* x of the first year, how many; 0: only the cut-off's */
	int sum;            /* 0: not shown */
	int target, realised, deviation;
	int amount; /* width of an amount */
	int status, status_width;
	int reported; /* 0: not shown */
	int year;     /* column of the cut-off's year in the rollups; -1 */
};

static int
cutoff_column(const struct rollup *rollup, int cutoff)
{
	int at = month_year(cutoff) - rollup->query.first_year;

	return at >= 0 && at < rollup->n_years ? at : -1;
}

static struct columns
plan_columns(const struct app *app, const struct list *list, int cols)
{
	const struct rollup *all = list->view->units;
	struct columns c = { .name = list->code_width + 2,
		.amount = app->unit == MONEY_MKR ? 7 : 9 };
	int x = cols - 1;

	c.year = cutoff_column(all, list->view->cutoff);
	if (cols >= WIDE_COLS) {
		x -= 5;
		c.reported = x;
	}
	c.status_width = cols >= 80 ? STATUS_WIDTH : 1;
	x -= c.status_width + 1;
	c.status = x + 1;
	x -= c.amount;
	c.deviation = x;
	x -= c.amount;
	c.realised = x;
	if (cols >= WIDE_COLS && all->n_years > 0 &&
	    x - (all->n_years + 1) * c.amount - c.name > 24) {
		x -= c.amount;
		c.sum = x;
		x -= all->n_years * c.amount;
		c.years = x;
		c.n_years = all->n_years;
	} else {
		x -= c.amount;
		c.target = x;
	}
	if (cols >= 80) {
		x -= 2;
		c.kind = x + 1;
	}
	c.name_width = x - c.name;
	return c;
}

static void
draw_head(
    struct app *app, struct grid *grid, const struct list *list, const struct columns *c)
{
	const struct listing *view = list->view;
	int year = month_year(view->cutoff) % 100;
	g_autofree char *target = g_strdup_printf("Mål %02d", year);

	(void)app;
	grid_text(grid, 1, 1, list->code_width, -1, "Nr", ROLE_HEADING);
	grid_text(grid, 1, c->name, c->name_width, -1, "Åtgärd", ROLE_HEADING);
	if (c->kind != 0)
		grid_text(grid, 1, c->kind, 1, -1, "K", ROLE_HEADING);
	for (int i = 0; i < c->n_years; i++) {
		g_autofree char *text = rollup_column_name(view->units, i);

		grid_text(
		    grid, 1, c->years + i * c->amount, c->amount, 1, text, ROLE_HEADING);
	}
	if (c->sum != 0)
		grid_text(grid, 1, c->sum, c->amount, 1, "Summa", ROLE_HEADING);
	if (c->target != 0)
		grid_text(grid, 1, c->target, c->amount, 1, target, ROLE_HEADING);
	if (c->sum != 0) {
		g_autofree char *realised = g_strdup_printf("Utf %02d", year);
		g_autofree char *deviation = g_strdup_printf("Avv %02d", year);

		grid_text(grid, 1, c->realised, c->amount, 1, realised, ROLE_HEADING);
		grid_text(grid, 1, c->deviation, c->amount, 1, deviation, ROLE_HEADING);
		grid_text(grid, 1, c->reported, 5, 1, "Rapp", ROLE_HEADING);
	} else {
		grid_text(grid, 1, c->realised, c->amount, 1, "Utfall", ROLE_HEADING);
		grid_text(grid, 1, c->deviation, c->amount, 1, "Avvik", ROLE_HEADING);
	}
	grid_text(grid, 1, c->status, c->status_width, -1,
	    c->status_width > 1 ? "Status" : "S", ROLE_HEADING);
}

/* One row's amounts; `cells` may be NULL: no amounts at all. */
static void
draw_figures(struct app *app, struct grid *grid, int y, const struct columns *c,
    const struct figure *cells, int total, enum role role)
{
	static const struct figure none;
	const struct figure *now =
	    cells != NULL && c->year >= 0 ? &cells[c->year] : &none;

	for (int i = 0; i < c->n_years; i++)
		grid_amount(grid, y, c->years + i * c->amount, c->amount,
		    cells != NULL ? cells[i].target : AMOUNT_NONE, app->unit, role);
	if (c->sum != 0)
		grid_amount(grid, y, c->sum, c->amount,
		    cells != NULL ? cells[total].target : AMOUNT_NONE, app->unit, role);
	if (c->target != 0)
		grid_amount(grid, y, c->target, c->amount, now->target, app->unit, role);
	grid_amount(grid, y, c->realised, c->amount, now->realised, app->unit, role);
	grid_amount(
	    grid, y, c->deviation, c->amount, figure_deviation(now), app->unit, role);
}

const struct figure *
list_cells(const struct rollup *rollup, int64_t key)
{
	const struct rollup_row *row = rollup_find(rollup, key);

	return row != NULL ? row->cells : NULL;
}

static void
draw_action(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct columns *c, int index)
{
	static const char *const kinds[KIND__N] = {
		[KIND_NONE] = "–", [KIND_BUDGET] = "B", [KIND_DEFICIT] = "U"
	};
	const struct listing *view = list->view;
	const struct listing_row *row = list_whole(list, index);
	const struct action *action;
	enum role role;
	const char *sign;

	if (row == NULL) /* it could not be read: the next frame says so */
		return;
	action = &row->action;
	sign = status_glyph(action->status, &role);
	grid_text(grid, y, 1, list->code_width, -1, action->code, ROLE_TEXT);
	grid_text(grid, y, c->name, c->name_width, -1, action->name, ROLE_TEXT);
	if (c->kind != 0)
		grid_put(grid, y, c->kind, kinds[action->kind], ROLE_TEXT);
	draw_figures(app, grid, y, c, row->cells, ROLLUP_TOTAL(view->units), ROLE_TEXT);
	if (action->status == STATUS_NONE && !action->counts)
		grid_text(grid, y, c->status, c->status_width, -1,
		    c->status_width > 1 ? "utanför kravet" : " ", ROLE_TEXT);
	else
		grid_put(grid, y, c->status, sign, role);
	if (c->status_width > 1 && action->status != STATUS_NONE)
		grid_text(grid, y, c->status + 2, c->status_width - 2, -1,
		    word_text(status_words, (int)action->status), role);
	if (c->reported != 0 && view->reports[index].cutoff != 0 &&
	    view->reports[index].cutoff >= view->cutoff)
		grid_put(grid, y, c->reported + 4, "√", ROLE_TEXT);
}

static void
draw_group(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct columns *c, int index)
{
	const struct list_group *group =
	    &g_array_index(list->groups, struct list_group, index);
	const struct rollup *units = list->view->units;
	g_autofree char *count = g_strdup_printf(" %d", group->actions);
	int x = c->name + c->name_width, room = x - 2 - text_width(count);
	int used = MIN(text_width(group->name), room);

	grid_put(grid, y, 1, group->folded ? "►" : "▼", ROLE_HEADING);
	grid_text(grid, y, 2, used, -1, group->name, ROLE_HEADING);
	grid_put(grid, y, 2 + used, count, ROLE_HEADING);
	draw_figures(app, grid, y, c, list_cells(units, group->unit), ROLLUP_TOTAL(units),
	    ROLE_HEADING);
}

static void
draw_total(struct app *app, struct grid *grid, int y, const struct list *list,
    const struct columns *c)
{
	const struct rollup *units = list->view->units;
	struct amount wanted = plan_requirement(list->view->plan, 0, KIND_NONE);
	g_autoptr(GString) text = g_string_new("Totalt");

	if (wanted.known) {
		g_string_append(text, " mot ");
		amount_append_full(text, wanted, MONEY_MKR, 0);
	} else {
		g_string_append(text, ", räknas");
	}
	grid_text(grid, y, 1, c->name + c->name_width - 1, -1, text->str, ROLE_HEADING);
	draw_figures(
	    app, grid, y, c, units->total.cells, ROLLUP_TOTAL(units), ROLE_HEADING);
	if (c->status_width > 1 && c->year >= 0) {
		g_autofree char *share =
		    share_text(figure_of_plan(&units->total.cells[c->year]));
		g_autofree char *said = g_strdup_printf("%s av plan", share);

		grid_text(grid, y, c->status, c->status_width, -1, said, ROLE_HEADING);
	}
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
	g_string_append_printf(
	    text, " · %d av %d rapporterade", view->reported, view->counted);
	if (list->filter.only != NULL)
		g_string_append_printf(
		    text, " · bara: %s, Del rensar", list->filter.only_what);
	else if (list_is_filtered(list))
		g_string_append(text, " · filter på, Del rensar");
	else
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
	if (list->at < list->top)
		list->top = list->at;
	if (list->at >= list->top + list->height)
		list->top = list->at - list->height + 1;
	/* the group's own row comes into view with its first action */
	if (list->top == 1 && list->at < list->height)
		list->top = 0;
	list->top = CLAMP(list->top, 0, MAX((int)list->rows->len - list->height, 0));
}

static void
draw_rows(
    struct app *app, struct grid *grid, const struct list *list, const struct columns *c)
{
	for (int i = 0; i < list->height && list->top + i < (int)list->rows->len; i++) {
		const struct list_row *row =
		    &g_array_index(list->rows, struct list_row, list->top + i);

		if (row->action < 0)
			draw_group(app, grid, 2 + i, list, c, row->group);
		else
			draw_action(app, grid, 2 + i, list, c, row->action);
		if (list->top + i != list->at)
			continue;
		/* the name is enough to see, and keeps a key press short on the line */
		grid_put(grid, 2 + i, 0, "►", ROLE_TEXT);
		grid_role(grid, 2 + i, 1, c->name + c->name_width - 1, ROLE_SELECTED);
		grid_cursor(grid, 2 + i, 0);
	}
}

void
list_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	const struct list *list = screen->state;
	int total = total_at(grid->rows, grid->cols);
	struct columns c;

	if (list->view == NULL) {
		app_draw_title(app, grid, "Åtgärder", "");
		grid_text(grid, 3, 3, grid->cols - 4, -1,
		    "Planen kunde inte läsas. Ctrl-R försöker igen.", ROLE_HEADING);
		grid_cursor(grid, 3, 3);
		return;
	}
	if (list->view->places->len == 0) {
		list_draw_empty(app, grid);
		return;
	}
	c = plan_columns(app, list, grid->cols);
	draw_title(app, grid, list);
	draw_head(app, grid, list, &c);
	if (list->rows->len == 0) {
		list_draw_no_hits(app, grid, list);
		return;
	}
	draw_rows(app, grid, list, &c);
	if (line_height(grid->cols) != 0)
		grid_fill(grid, total - 1, 0, 1, grid->cols, "─", ROLE_TEXT);
	draw_total(app, grid, total, list, &c);
	if (has_pane(grid->rows, grid->cols))
		list_draw_pane(app, grid, total + 2, list);
	draw_status(app, grid, list, list->top + list->height < (int)list->rows->len);
}
