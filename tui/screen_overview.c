/*
 * screen_overview.c - one look for the steering group (S4): totals against the
 * requirement, per year, förvaltning and typ, the curve, deviations, the benchmark.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/chart.h"
#include "tui/empty.h"
#include "tui/move.h"
#include "tui/overview.h"

#define CURVE_HEIGHT 8
#define OVERVIEW_SCOPES                                                                  \
	(SCOPE_OVERVIEW | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

struct overview_screen {
	struct overview *view;
	/* the left column and the right, which is none in a narrow window */
	struct side {
		GArray *lines;       /* struct drill, as they were last laid out */
		int at, top, height; /* at: the selected line */
	} sides[2];
	int side;  /* the one that has the selection where both show */
	bool both; /* as the window was last */
};

/* ---- the whole --------------------------------------------------------------------- */

static const struct figure *
total_of(const struct rollup *rollup)
{
	return &rollup->total.cells[ROLLUP_TOTAL(rollup)];
}

/* Has the programme no amounts at all, as one of assignments or goals? */
static bool
is_bare(const struct overview *view)
{
	const struct figure *counted = total_of(view->by[GROUPING_UNIT]);
	const struct figure *outside = total_of(view->outside);

	return !view->gap.requirement.known && !counted->target.known &&
	       !counted->realised.known && !outside->target.known &&
	       !outside->realised.known;
}

static void
draw_title(struct app *app, struct grid *grid, const struct overview *view)
{
	g_autofree char *month = month_words(view->cutoff);
	g_autofree char *heading = app_heading(app, "Översikt", grid->cols);
	g_autofree char *left = g_strdup_printf("%s · %s", heading, month);

	app_draw_title(app, grid, left, money_unit_name(app->unit));
}

static void
draw_status(struct app *app, struct grid *grid, const struct overview *view, bool more)
{
	g_autofree char *month = month_words(view->cutoff);
	g_autofree char *text = g_strdup_printf("%d av %d rapporterade för %s%s",
	    view->reported, view->awaited, month, more ? " · ↓ fler rader" : "");

	app_draw_status(app, grid, text);
}

static void
draw_head(struct app *app, struct grid *grid, const struct overview *view)
{
	const struct figure *total = total_of(view->by[GROUPING_UNIT]);
	int decimals = money_unit_decimals(app->unit);
	struct amount wanted = view->gap.requirement;
	g_autoptr(GString) text = g_string_new("Realiserat ");
	g_autoptr(GString) end = g_string_new("│ ");
	int bar;

	draw_title(app, grid, view);
	if (!wanted.known)
		wanted = total->target;
	amount_append(text, total->realised, app->unit, decimals);
	g_string_append(text, " av ");
	amount_append(text, wanted, app->unit, decimals);
	g_string_append(text, " (");
	share_append(text, share_of(total->realised, wanted));
	g_string_append(text, ")");
	if (grid->cols >= 80) {
		g_string_append(text, " · plan hittills ");
		amount_append(text, total->plan, app->unit, decimals);
	}
	g_string_append(text, " · takt ");
	share_append(text, figure_of_plan(total));
	grid_text(grid, 1, 1, grid->cols - 2, -1, text->str, ROLE_HEADING);
	if (app->spoken != NULL)
		return; /* the bar says no more than the heading */
	amount_append(end, wanted, app->unit, decimals);
	bar = grid->cols - 4 - text_width(end->str);
	chart_bar(grid, 2, 1, bar, total->realised, wanted);
	grid_put(grid, 2, bar + 2, end->str, ROLE_TEXT);
}

/* The side that has the selection; a window that was narrow for a while forgets nothing.
 */
static int
side_now(const struct overview_screen *self)
{
	return self->both ? self->side : 0;
}

static int
curve_height(int rows)
{
	return rows >= 36 ? 17 : CURVE_HEIGHT;
}

/* Where each column stands in a size; the right one has height 0 in a narrow window. */
static void
place(struct app *app, struct overview_screen *self, int rows, int cols,
    struct overview_column *ret)
{
	/* sentences are of one row each: nothing stands beside another */
	bool two = cols >= 80 && app->spoken == NULL;
	int width = two ? MIN(cols * 11 / 20, 66) : cols - 2;
	int amounts = app->unit == MONEY_MKR ? 14 + 9 : 18 + 9;
	struct overview_column left = {
		.app = app, .y = 3, .x = 1, .width = width, .height = rows - 5
	};
	struct overview_column right = { .app = app,
		.y = 5 + curve_height(rows),
		.x = width + 3,
		.width = cols - width - 4 };

	left.bar = CLAMP((width - amounts) / 3, 5, 16);
	left.label = width - amounts - left.bar - 1;
	right.height = two ? rows - 2 - right.y : 0;
	ret[0] = left;
	ret[1] = right;
	for (int i = 0; i < 2; i++) {
		ret[i].lines = self->sides[i].lines;
		ret[i].at = i == side_now(self) ? self->sides[i].at : -1;
		ret[i].top = self->sides[i].top;
	}
}

/* Draws a column into its grid, or notes its lines where it has none. */
static void
fill_column(struct overview_column *columns, int i, const struct overview *view)
{
	struct overview_column *column = &columns[i];

	g_array_set_size(column->lines, 0);
	if (i == 0)
		overview_add_figures(column, view);
	else if (column->height == 0)
		return;
	if (i == 1 || columns[1].height == 0) {
		overview_add_benchmarks(column, view);
		overview_add_risks(column, view);
	}
}

static const struct drill *
line_at(const struct side *side, int at)
{
	return at >= 0 && at < (int)side->lines->len
	           ? &g_array_index(side->lines, struct drill, at)
	           : NULL;
}

static bool
can_open(const void *side, int at)
{
	return line_at(side, at)->kind != DRILL_NONE;
}

/* To a line that can be opened; none, and it stays. */
static void
move_to(struct side *side, int at)
{
	at = move_land(side->at, at, (int)side->lines->len, can_open, side);
	if (at >= 0)
		side->at = at;
}

/* The selection shows, and the heading right above it. */
static void
scroll(struct side *side, int height)
{
	int n = (int)side->lines->len, above = side->at;

	if (above > 0 && line_at(side, above - 1)->kind == DRILL_NONE)
		above--;
	side->height = height;
	if (above < side->top)
		side->top = above;
	if (side->at >= side->top + height)
		side->top = side->at - height + 1;
	side->top = CLAMP(side->top, 0, MAX(n - height, 0));
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	struct overview_screen *self = screen->state;
	struct overview_column columns[2];

	if (self->view == NULL || is_bare(self->view))
		return;
	place(app, self, rows, cols, columns);
	self->both = columns[1].height > 0;
	for (int i = 0; i < 2; i++) {
		fill_column(columns, i, self->view);
		if (columns[i].height == 0)
			continue;
		move_to(&self->sides[i], self->sides[i].at);
		scroll(&self->sides[i], columns[i].height);
	}
}

static void
draw_selected(struct grid *grid, const struct overview_column *column)
{
	int y = column->y + column->at - column->top;

	if (column->at >= 0 && y >= column->y && y < column->y + column->height)
		grid_role(grid, y, column->x, column->width, ROLE_SELECTED);
}

static void
draw_all(struct app *app, struct overview_screen *self, struct grid *grid)
{
	const struct overview *view = self->view;
	struct overview_column columns[2];
	const struct side *side = &self->sides[side_now(self)];

	place(app, self, grid->rows, grid->cols, columns);
	draw_head(app, grid, view);
	if (columns[1].height > 0) {
		grid_text(grid, 3, columns[1].x, columns[1].width, -1,
		    grid->glyphs == GLYPHS_FULL ? "Ackumulerat: ⠒ plan  ⣿ utfall"
		                                : "Ackumulerat: █ utfall  ░ plan",
		    ROLE_HEADING);
		chart_curve(grid, 4, columns[1].x, curve_height(grid->rows),
		    columns[1].width, view->curve, app->unit);
	}
	for (int i = 0; i < 2; i++) {
		columns[i].grid = grid;
		fill_column(columns, i, view);
		draw_selected(grid, &columns[i]);
	}
	draw_status(app, grid, view, side->top + side->height < (int)side->lines->len);
}

/* No amounts at all: what such a programme has stands on other screens. */
static void
draw_bare(struct app *app, struct grid *grid, const struct overview *view)
{
	static const struct empty_line lines[] = {
		{ CMD_NONE,
		    "Programmet har inget krav, inga målbelopp och inget utfall." },
		{ CMD_ASSIGNMENTS, "Uppdragen och vad som har rapporterats" },
		{ CMD_GOALS, "Mål och mått" }, { CMD_ACTIONS, "Åtgärderna" },
		{ CMD_PROGRAMME, "Byt program" }, { CMD_BACK, "Tillbaka" },
		{ CMD_NONE, NULL }
	};

	draw_title(app, grid, view);
	empty_draw(app, grid, lines);
	draw_status(app, grid, view, false);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct overview_screen *self = screen->state;

	if (self->view != NULL && is_bare(self->view)) {
		draw_bare(app, grid, self->view);
		return;
	}
	if (self->view != NULL) {
		draw_all(app, self, grid);
		return;
	}
	app_draw_title(app, grid, "Översikt", "");
	empty_draw_unread(app, grid);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct overview_screen *self = screen->state;
	struct view view = app_view(app);
	struct overview *overview = NULL;

	if (!session_overview(app->session, &view, &overview, error)) {
		/* the plan the old figures point into may be gone */
		g_clear_pointer(&self->view, overview_free);
		screen->scopes = SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP;
		return false;
	}
	screen->scopes = OVERVIEW_SCOPES;
	overview_free(self->view);
	self->view = overview;
	return true;
}

static bool
run_move(struct side *side, enum command command)
{
	int at = side->at;

	if (!move_follow(command, side->height, (int)side->lines->len, &at))
		return false;
	move_to(side, at);
	/* what stands above the first that can be opened */
	if (command == CMD_UP && side->at <= 1)
		side->top = 0;
	return true;
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct overview_screen *self = screen->state;
	struct side *side = &self->sides[side_now(self)];
	const struct drill *drill = line_at(side, side->at);

	if (app_go(app, command) || self->view == NULL || run_move(side, command))
		return;
	switch (command) {
	case CMD_DRILL:
		if (drill != NULL)
			overview_drill(app, self->view, drill);
		break;
	case CMD_RISKS:
		overview_read_risks(app, self->view);
		break;
	case CMD_OTHER_SIDE:
		if (self->both && self->sides[1].lines->len > 0)
			self->side = !self->side;
		break;
	case CMD_EXPORT:
		screen_export_open(app, NULL);
		break;
	case CMD_PERIOD_BACK:
	case CMD_PERIOD_NEXT:
		app_move_cutoff(
		    app, self->view->cutoff, command == CMD_PERIOD_NEXT ? 1 : -1);
		break;
	default:
		break;
	}
}

static void
close_overview(void *state)
{
	struct overview_screen *self = state;

	overview_free(self->view);
	for (int i = 0; i < 2; i++)
		g_array_unref(self->sides[i].lines);
	g_free(self);
}

void
screen_overview_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_overview };
	struct overview_screen *self = g_new0(struct overview_screen, 1);

	for (int i = 0; i < 2; i++)
		self->sides[i].lines = g_array_new(FALSE, FALSE, sizeof(struct drill));
	app_open(app, &ops, OVERVIEW_SCOPES, self);
}
