/*
 * screen_overview.c - one look for the steering group (S4): totals against the
 * requirement, per year, förvaltning and typ, the curve, deviations, the benchmark.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/chart.h"
#include "tui/overview.h"

#define CURVE_HEIGHT 11
#define OVERVIEW_SCOPES                                                                  \
	(SCOPE_OVERVIEW | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

struct overview_screen {
	struct overview *view;
	int top; /* first line that shows of the left column */
	int lines, height;
};

/* ---- the whole --------------------------------------------------------------------- */

static void
draw_head(struct app *app, struct grid *grid, const struct overview *view)
{
	const struct rollup *units = view->by[GROUPING_UNIT];
	const struct figure *total = &units->total.cells[ROLLUP_TOTAL(units)];
	int decimals = money_unit_decimals(app->unit);
	g_autofree char *month = month_words(view->cutoff);
	g_autofree char *heading = app_heading(app, "Översikt", grid->cols);
	g_autofree char *left = g_strdup_printf("%s · %s", heading, month);
	struct amount wanted = view->gap.requirement;
	g_autoptr(GString) text = g_string_new("Realiserat ");
	g_autoptr(GString) end = g_string_new("│ ");
	int bar;

	app_draw_title(app, grid, left, money_unit_name(app->unit));
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
	amount_append(end, wanted, app->unit, decimals);
	bar = grid->cols - 4 - text_width(end->str);
	chart_bar(grid, 2, 1, bar, total->realised, wanted);
	grid_put(grid, 2, bar + 2, end->str, ROLE_TEXT);
}

static void
draw_right(struct app *app, struct grid *grid, int x, const struct overview *view)
{
	int width = grid->cols - x - 1, height = CURVE_HEIGHT;
	struct overview_column column = { app, grid, 0, 0, x, 0, width, 0, 0, 0 };

	if (grid->rows >= 36)
		height = 17;
	grid_text(grid, 3, x, width, -1, "Ackumulerat: █ utfall  ░ plan", ROLE_HEADING);
	chart_curve(grid, 4, x, height, width, view->curve, app->unit);
	column.y = 5 + height;
	column.height = grid->rows - 2 - column.y;
	overview_add_benchmarks(&column, view);
}

static void
draw_all(struct app *app, struct overview_screen *self, struct grid *grid)
{
	const struct overview *view = self->view;
	bool two = grid->cols >= 80;
	int width = two ? MIN(grid->cols * 11 / 20, 66) : grid->cols - 2;
	int amounts = app->unit == MONEY_MKR ? 14 + 9 : 18 + 9;
	struct overview_column column = { app, grid, 0, 3, 1, grid->rows - 5, width, 0, 0,
		0 };
	g_autofree char *month = month_words(view->cutoff);
	g_autoptr(GString) status = g_string_new(NULL);

	self->height = column.height;
	self->top = CLAMP(self->top, 0, MAX(self->lines - self->height, 0));
	column.top = self->top;
	column.bar = CLAMP((width - amounts) / 3, 5, 16);
	column.label = width - amounts - column.bar - 1;
	draw_head(app, grid, view);
	overview_add_figures(&column, view);
	if (two)
		draw_right(app, grid, width + 3, view);
	else
		overview_add_benchmarks(&column, view);
	self->lines = column.line;
	g_string_append_printf(
	    status, "%d av %d rapporterade för %s", view->reported, view->counted, month);
	if (self->top + self->height < self->lines)
		g_string_append(status, " · ↓ fler rader");
	app_draw_status(app, grid, status->str);
	grid_cursor(grid, 3, 0);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct overview_screen *self = screen->state;

	if (self->view != NULL) {
		draw_all(app, self, grid);
		return;
	}
	app_draw_title(app, grid, "Översikt", "");
	grid_text(grid, 3, 3, grid->cols - 4, -1,
	    "Planen kunde inte läsas. Ctrl-R försöker igen.", ROLE_HEADING);
	grid_cursor(grid, 3, 3);
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

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct overview_screen *self = screen->state;
	int page = MAX(self->height - 1, 1);

	if (app_go(app, command))
		return;
	switch (command) {
	case CMD_UP:
		self->top--;
		break;
	case CMD_DOWN:
		self->top++;
		break;
	case CMD_PAGE_UP:
		self->top -= page;
		break;
	case CMD_PAGE_DOWN:
		self->top += page;
		break;
	case CMD_FIRST:
		self->top = 0;
		break;
	case CMD_LAST:
		self->top = self->lines;
		break;
	case CMD_EXPORT:
		screen_export_open(app, NULL);
		break;
	case CMD_REPORT:
		screen_report_open(app, NULL, NULL);
		break;
	case CMD_PERIOD_BACK:
	case CMD_PERIOD_NEXT:
		app_move_cutoff(
		    app, self->view->cutoff, command == CMD_PERIOD_NEXT ? 1 : -1);
		break;
	default:
		break;
	}
	self->top = MAX(self->top, 0);
}

static void
close_overview(void *state)
{
	struct overview_screen *self = state;

	overview_free(self->view);
	g_free(self);
}

void
screen_overview_open(struct app *app)
{
	static const struct screen_ops ops = {
		.draw = draw, .run = run, .refresh = refresh, .close = close_overview
	};
	struct screen *screen =
	    app_push(app, &ops, OVERVIEW_SCOPES, g_new0(struct overview_screen, 1));
	GError *error = NULL;

	if (!refresh(app, screen, &error)) {
		app_pop(app);
		app_fail(app, NULL, error);
	}
}
