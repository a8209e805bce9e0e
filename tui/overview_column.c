/*
 * overview_column.c - the sections of the overview's columns.
 */
#include "base/text.h"
#include "tui/chart.h"
#include "tui/overview.h"

static bool
next_line(struct overview_column *column, int *ret_y)
{
	int at = column->line++ - column->top;

	*ret_y = column->y + at;
	return at >= 0 && at < column->height;
}

static void
add_heading(struct overview_column *column, const char *text)
{
	int y;

	if (next_line(column, &y))
		grid_text(
		    column->grid, y, column->x, column->width, -1, text, ROLE_HEADING);
}

static void
add_bar(struct overview_column *column, const char *label, const struct figure *figure)
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
add_years(struct overview_column *column, const struct rollup *rollup)
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
add_rows(struct overview_column *column, const char *heading, const struct rollup *rollup)
{
	add_heading(column, heading);
	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);

		add_bar(column, row->text, &row->cells[ROLLUP_TOTAL(rollup)]);
	}
}

static void
add_amount(struct overview_column *column, const char *label, struct amount amount)
{
	int width = column->app->unit == MONEY_MKR ? 8 : 10, y;

	if (!next_line(column, &y))
		return;
	grid_text(
	    column->grid, y, column->x, column->width - width, -1, label, ROLE_TEXT);
	grid_amount(column->grid, y, column->x + column->width - width, width, amount,
	    column->app->unit, ROLE_TEXT);
}

/* The ladder is net of overlaps from top to bottom, as the appendix has it. */
static void
add_steps(struct overview_column *column, const struct overview *view)
{
	const struct gap_ladder *gap = &view->gap;
	int total = view->figures.n_columns - 1;
	struct amount unverified =
	    key_figure(&view->figures, KEY_UNVERIFIED, total)->amount;
	const struct {
		const char *label;
		struct amount amount;
	} steps[] = {
		{ "Krav", gap->requirement },
		{ "Identifierat (mål)", gap->identified },
		{ "Ej identifierat", gap->unidentified },
		{ "Beslutat (grad 3 eller mer)", gap->decided },
		{ "Prognos (ansvarigas, annars takten)", gap->forecast },
		{ "Riskjusterat (vikt: grad och ljus)", gap->weighted },
		{ "Realiserat (utfall)", gap->realised },
		{ "Eftersläpning (plan − realiserat)",
		    key_figure(&view->figures, KEY_BEHIND, total)->amount },
	};
	g_autofree char *pace =
	    g_strdup_printf("Årstakt (12 gånger medel av %d mån)", view->pace.months);

	add_heading(column, netting_takes(view->plan) ? "Gapstege, efter överlapp"
	                                              : "Gapstege, hela programmet");
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		add_amount(column, steps[i].label, steps[i].amount);
	if (unverified.known)
		add_amount(column, "Ej verifierat (räknas inte än)", unverified);
	add_amount(column, pace, view->pace.yearly);
}

/* What each year comes to, weighted by risk, and by the actions' basis. */
static void
add_forecasts(struct overview_column *column, const struct overview *view)
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
add_lights(struct overview_column *column, const struct overview *view)
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
add_settings(struct overview_column *column, const struct overview *view)
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
add_beside(struct overview_column *column, const struct overview *view)
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
add_deviations(struct overview_column *column, const struct overview *view)
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
void
overview_add_benchmarks(struct overview_column *column, const struct overview *view)
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
		amount_append_full(text, wanted, unit, 0);
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

void
overview_add_figures(struct overview_column *column, const struct overview *view)
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
