/*
 * screen_overview.c - one look for the steering group (S4): totals against the
 * requirement, per year, förvaltning and typ, the curve, deviations, the benchmark.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/chart.h"
#include "tui/screen.h"

#define CURVE_HEIGHT 11
#define OVERVIEW_SCOPES                                                                  \
	(SCOPE_OVERVIEW | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

struct overview_screen {
	struct overview *view;
	int top; /* first line that shows of the left column */
	int lines, height;
};

/* The left column: lines that scroll. */
struct column {
	struct app *app;
	struct grid *grid;
	int line; /* the next */
	int y, x, height, width, top;
	int label, bar;
};

static bool
next_line(struct column *column, int *ret_y)
{
	int at = column->line++ - column->top;

	*ret_y = column->y + at;
	return at >= 0 && at < column->height;
}

static void
add_heading(struct column *column, const char *text)
{
	int y;

	if (next_line(column, &y))
		grid_text(
		    column->grid, y, column->x, column->width, -1, text, ROLE_HEADING);
}

static void
add_bar(struct column *column, const char *label, const struct figure *figure)
{
	int unit_width = column->app->unit == MONEY_MKR ? 7 : 9;
	int x = column->x, y;
	g_autofree char *share = NULL;

	if (!next_line(column, &y))
		return;
	grid_text(column->grid, y, x, column->label, -1, label, ROLE_TEXT);
	x += column->label + 1;
	chart_bar(column->grid, y, x, column->bar, figure->realised, figure->target);
	x += column->bar;
	grid_amount(column->grid, y, x, unit_width, figure->realised, column->app->unit,
	    ROLE_TEXT);
	x += unit_width;
	grid_put(column->grid, y, x, "/", ROLE_TEXT);
	grid_amount(column->grid, y, x + 1, unit_width - 1, figure->target,
	    column->app->unit, ROLE_TEXT);
	share = share_text(figure_of_target(figure));
	grid_text(column->grid, y, x + unit_width, 9, 1, share, ROLE_TEXT);
}

static void
add_years(struct column *column, const struct rollup *rollup)
{
	add_heading(column, "Per år: utfall av mål");
	for (int i = 0; i < rollup_columns(rollup) - 1; i++) {
		const struct figure *figure = &rollup->total.cells[i];
		g_autofree char *name = rollup_column_name(rollup, i);

		if (i < rollup->n_years || figure->target.known || figure->realised.known)
			add_bar(column, name, figure);
	}
}

static void
add_rows(struct column *column, const char *heading, const struct rollup *rollup)
{
	add_heading(column, heading);
	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);

		add_bar(column, row->text, &row->cells[ROLLUP_TOTAL(rollup)]);
	}
}

static void
add_amount(struct column *column, const char *label, struct amount amount)
{
	int width = column->app->unit == MONEY_MKR ? 8 : 10, y;

	if (!next_line(column, &y))
		return;
	grid_text(
	    column->grid, y, column->x, column->width - width, -1, label, ROLE_TEXT);
	grid_amount(column->grid, y, column->x + column->width - width, width, amount,
	    column->app->unit, ROLE_TEXT);
}

/* The key figures that are one amount, with what each rests on in few words. */
static const struct {
	enum key_figure_kind kind;
	const char *label;
} steps[] = {
	{ KEY_REQUIREMENT, "Krav" },
	{ KEY_IDENTIFIED, "Identifierat (mål efter överlapp)" },
	{ KEY_UNIDENTIFIED, "Ej identifierat" },
	{ KEY_DECIDED, "Beslutat (grad 3 eller mer)" },
	{ KEY_FORECAST, "Prognos (ägarens, annars takten)" },
	{ KEY_WEIGHTED, "Riskjusterat (vikt: grad och ljus)" },
	{ KEY_REALISED, "Realiserat (bokförda utfall)" },
	{ KEY_UNVERIFIED, "Ej verifierat (räknas inte än)" },
	{ KEY_BEHIND, "Eftersläpning (plan − realiserat)" },
};

static void
add_steps(struct column *column, const struct overview *view)
{
	int total = view->figures.n_columns - 1;
	g_autofree char *pace = NULL;

	add_heading(column, "Gapstege, hela programmet");
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		struct amount amount =
		    key_figure(&view->figures, steps[i].kind, total)->amount;

		if (amount.known || steps[i].kind != KEY_UNVERIFIED)
			add_amount(column, steps[i].label, amount);
	}
	pace = g_strdup_printf("Årstakt (12 gånger medel av %d mån)", view->pace.months);
	add_amount(column, pace, view->pace.yearly);
}

/* What each year comes to, weighted by risk, and by the actions' basis. */
static void
add_forecasts(struct column *column, const struct overview *view)
{
	static const enum key_figure_kind kinds[] = { KEY_FORECAST, KEY_WEIGHTED,
		KEY_FULL_YEAR };
	const struct rollup *rollup = view->by[GROUPING_ACTION];
	int width = column->app->unit == MONEY_MKR ? 8 : 10, y;

	add_heading(column, "Prognos, riskjusterat, helårseffekt");
	for (int c = 0; c < rollup->n_years; c++) {
		g_autofree char *year = rollup_column_name(rollup, c);
		int x = column->x + column->width - 3 * width;

		if (!next_line(column, &y))
			continue;
		grid_text(column->grid, y, column->x, 8, -1, year, ROLE_TEXT);
		for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++, x += width)
			grid_amount(column->grid, y, x, width,
			    key_figure(&view->figures, kinds[i], c)->amount,
			    column->app->unit, ROLE_TEXT);
	}
}

/* "● 7 grön  ▲ 6 gul  ■ 4 röd  ○ 0 grå" */
static void
add_lights(struct column *column, const struct overview *view)
{
	static const enum light order[] = { LIGHT_GREEN, LIGHT_YELLOW, LIGHT_RED,
		LIGHT_GREY };
	int y, x = column->x;

	add_heading(column, "Ljus för det som räknas");
	if (!next_line(column, &y))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		enum role role;
		const char *sign = light_glyph(order[i], &role);
		g_autofree char *text = g_strdup_printf("%d %s", view->lights[order[i]],
		    word_text(light_words, (int)order[i]));

		grid_put(column->grid, y, x, sign, role);
		grid_text(column->grid, y, x + 2, 9, -1, text, ROLE_TEXT);
		x += 11;
	}
}

/* What the figures above were weighed and judged by. */
static void
add_settings(struct column *column, const struct overview *view)
{
	static const struct {
		const char *label;
		enum setting from, to;
	} rows[] = {
		{ "grad 0–5", SETTING_STAGE_0, SETTING_STAGE_5 },
		{ "grön, gul, röd, grå", SETTING_WEIGHT_GREEN, SETTING_WEIGHT_GREY },
		{ "effekt grön, gul", SETTING_EFFECT_GREEN, SETTING_EFFECT_YELLOW },
	};
	int y;

	add_heading(column, "Vikter och gränser (sparplan installning)");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) text = g_string_new(rows[i].label);

		g_string_append(text, ":");
		for (int k = (int)rows[i].from; k <= (int)rows[i].to; k++)
			g_string_append_printf(text, " %s", view->settings.text[k]);
		if (next_line(column, &y))
			grid_text(column->grid, y, column->x, column->width, -1,
			    text->str, ROLE_TEXT);
	}
}

static void
add_beside(struct column *column, const struct overview *view)
{
	struct amount moved = AMOUNT_NONE;

	for (guint i = 0; i < view->plan->reallocations->len; i++)
		amount_add(&moved, amount_of(g_array_index(
		                       view->plan->reallocations, struct reallocation, i)
		                                 .ore));
	add_heading(column, "Bredvid kravet");
	add_amount(column, "Åtgärder utanför kravet",
	    view->outside->total.cells[ROLLUP_TOTAL(view->outside)].target);
	if (moved.known)
		add_amount(column, "Omfördelningar (räknas aldrig in)", moved);
}

static void
add_deviations(struct column *column, const struct overview *view)
{
	add_heading(column, "Största avvikelser mot plan till och med nu");
	for (guint i = 0; i < view->deviations->len && i < 6; i++) {
		const struct deviation *deviation =
		    &g_array_index(view->deviations, struct deviation, i);
		g_autofree char *label = g_strdup_printf(
		    "%s %s", deviation->action->code, deviation->action->name);

		add_amount(column, label, deviation->deviation);
	}
	if (view->deviations->len == 0)
		add_heading(column, "Ingen åtgärd ligger efter sin plan.");
}

/* What earlier programmes came to, and the same share of this one. */
static void
add_benchmarks(struct column *column, const struct overview *view)
{
	enum money_unit unit = column->app->unit;
	int decimals = money_unit_decimals(unit);
	struct amount wanted = plan_requirement(view->plan, 0, KIND_NONE);

	for (guint i = 0; i < view->reality->len; i++) {
		const struct reality *reality =
		    &g_array_index(view->reality, struct reality, i);
		g_autofree char *head = g_strdup_printf(
		    "%s %s", reality->benchmark->name, reality->benchmark->period);
		g_autoptr(GString) text = g_string_new(NULL);
		int y;

		add_heading(column, head);
		g_string_append(text, "Realiserat ");
		amount_append(text, reality->benchmark->realised, unit, 0);
		g_string_append(text, " av ");
		amount_append(text, reality->benchmark->promised, unit, 0);
		g_string_append(text, " = ");
		share_append(text, reality->ratio);
		if (next_line(column, &y))
			grid_text(column->grid, y, column->x, column->width, -1,
			    text->str, ROLE_TEXT);
		g_string_assign(text, "Samma andel av ");
		amount_append_exact(text, wanted, unit, 0, ',');
		g_string_append(text, " = ");
		amount_append(text, reality->amount, unit, decimals);
		g_string_append_printf(text, " %s", money_unit_name(unit));
		if (next_line(column, &y))
			grid_text(column->grid, y, column->x, column->width, -1,
			    text->str, ROLE_TEXT);
	}
	if (view->reality->len > 0) {
		add_amount(column, "Vår prognos", view->gap.forecast);
		add_amount(column, "Riskjusterad", view->gap.weighted);
	}
}

/* ---- the whole --------------------------------------------------------------------- */

static void
draw_head(struct app *app, struct grid *grid, const struct overview *view)
{
	const struct rollup *units = view->by[GROUPING_UNIT];
	const struct figure *total = &units->total.cells[ROLLUP_TOTAL(units)];
	int decimals = money_unit_decimals(app->unit);
	g_autofree char *month = month_words(view->cutoff);
	const char *example = app_example(app);
	g_autofree char *left =
	    grid->cols >= 100 || example[0] == '\0'
	        ? g_strdup_printf("Översikt · %s · %s", view->plan->programme.name, month)
	        : g_strdup_printf("Översikt · %s · %s", example, month);
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
fill_left(struct column *column, const struct overview *view)
{
	add_years(column, view->by[GROUPING_UNIT]);
	add_rows(column, "Per förvaltning", view->by[GROUPING_UNIT]);
	add_rows(column, "Per typ", view->by[GROUPING_KIND]);
	add_beside(column, view);
	add_lights(column, view);
	add_steps(column, view);
	add_forecasts(column, view);
	add_deviations(column, view);
	add_settings(column, view);
}

static void
draw_right(struct app *app, struct grid *grid, int x, const struct overview *view)
{
	int width = grid->cols - x - 1, height = CURVE_HEIGHT;
	struct column column = { app, grid, 0, 0, x, 0, width, 0, 0, 0 };

	if (grid->rows >= 36)
		height = 17;
	grid_text(grid, 3, x, width, -1, "Ackumulerat: █ utfall  ░ plan", ROLE_HEADING);
	chart_curve(grid, 4, x, height, width, view->curve, app->unit);
	column.y = 5 + height;
	column.height = grid->rows - 2 - column.y;
	add_benchmarks(&column, view);
}

static void
draw_all(struct app *app, struct overview_screen *self, struct grid *grid)
{
	const struct overview *view = self->view;
	bool two = grid->cols >= 80;
	int width = two ? MIN(grid->cols * 11 / 20, 66) : grid->cols - 2;
	int amounts = app->unit == MONEY_MKR ? 14 + 9 : 18 + 9;
	struct column column = { app, grid, 0, 3, 1, grid->rows - 5, width, 0, 0, 0 };
	g_autofree char *month = month_words(view->cutoff);
	g_autoptr(GString) status = g_string_new(NULL);

	self->height = column.height;
	self->top = CLAMP(self->top, 0, MAX(self->lines - self->height, 0));
	column.top = self->top;
	column.bar = CLAMP((width - amounts) / 3, 5, 16);
	column.label = width - amounts - column.bar - 1;
	draw_head(app, grid, view);
	fill_left(&column, view);
	if (two)
		draw_right(app, grid, width + 3, view);
	else
		add_benchmarks(&column, view);
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
	case CMD_ACTIONS:
		app_pop(app);
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
