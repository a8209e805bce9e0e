/*
 * overview_column.c - the sections of the overview's columns.
 */
#include "base/text.h"
#include "tui/chart.h"
#include "tui/overview.h"

static const struct drill no_drill = { .kind = DRILL_NONE };

/* Notes the next line, and says where it is drawn; false: not in the window. */
static bool
next_line(struct overview_column *column, struct drill drill, int *ret_y)
{
	int line = (int)column->lines->len, at = line - column->top;

	g_array_append_val(column->lines, drill);
	*ret_y = column->y + at;
	if (column->grid == NULL || at < 0 || at >= column->height)
		return false;
	if (line == column->at) {
		grid_put(column->grid, *ret_y, column->x - 1, "►", ROLE_TEXT);
		grid_cursor(column->grid, *ret_y, column->x - 1);
	}
	return true;
}

static void
add_heading(struct overview_column *column, const char *text)
{
	int y;

	if (next_line(column, no_drill, &y))
		grid_text(
		    column->grid, y, column->x, column->width, -1, text, ROLE_HEADING);
}

static void
add_text(struct overview_column *column, struct drill drill, const char *text)
{
	int y;

	if (next_line(column, drill, &y))
		grid_text(column->grid, y, column->x, column->width, -1, text, ROLE_TEXT);
}

static void
add_bar(struct overview_column *column, struct drill drill, const char *label,
    const struct figure *figure)
{
	int unit_width = column->app->unit == MONEY_MKR ? 7 : 9;
	int x = column->x, y;
	g_autofree char *share = NULL;

	if (!next_line(column, drill, &y))
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
			add_bar(column,
			    (struct drill){ DRILL_YEAR, i, 0,
			        i < rollup->n_years ? "årets mål och utfall"
			                            : "ej årsfördelat" },
			    name, figure);
	}
}

static void
add_rows(struct overview_column *column, const char *heading, enum drill_kind kind,
    const struct rollup *rollup)
{
	add_heading(column, heading);
	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);

		add_bar(column,
		    (struct drill){ kind, (int)row->key, row->key, row->text }, row->text,
		    &row->cells[ROLLUP_TOTAL(rollup)]);
	}
}

static void
add_amount(struct overview_column *column, struct drill drill, const char *label,
    struct amount amount)
{
	int width = column->app->unit == MONEY_MKR ? 8 : 10, y;

	if (!next_line(column, drill, &y))
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
		struct drill drill;
	} steps[] = {
		{ "Krav", gap->requirement,
		    { DRILL_COUNTED, 0, 0, "räknas mot kravet" } },
		{ "Identifierat (mål)", gap->identified,
		    { DRILL_TARGET, 0, 0, "räknas och har mål" } },
		{ "Ej identifierat", gap->unidentified,
		    { DRILL_BLANK, 0, 0, "räknas men saknar mål" } },
		{ "Beslutat (grad 3 eller mer)", gap->decided,
		    { DRILL_DECIDED, 0, 0, "grad 3 eller mer" } },
		{ "Prognos (ansvarigas, annars takten)", gap->forecast,
		    { DRILL_FORECAST, 0, 0, "har prognos" } },
		{ "Riskjusterat (vikt: grad och ljus)", gap->weighted,
		    { DRILL_FORECAST, 0, 0, "har prognos" } },
		{ "Realiserat (utfall)", gap->realised,
		    { DRILL_REALISED, 0, 0, "har utfall" } },
		{ "Eftersläpning (plan − realiserat)",
		    key_figure(&view->figures, KEY_BEHIND, total)->amount,
		    { DRILL_BEHIND, 0, 0, "efter sin plan" } },
	};
	g_autofree char *pace =
	    g_strdup_printf("Årstakt (12 gånger medel av %d mån)", view->pace.months);

	add_heading(column, netting_takes(view->plan) ? "Gapstege, efter överlapp"
	                                              : "Gapstege, hela programmet");
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		add_amount(column, steps[i].drill, steps[i].label, steps[i].amount);
	if (unverified.known)
		add_amount(column, (struct drill){ .kind = DRILL_ATTEST },
		    "Ej verifierat (räknas inte än)", unverified);
	add_amount(column, (struct drill){ DRILL_REALISED, 0, 0, "har utfall" }, pace,
	    view->pace.yearly);
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

		if (!next_line(column,
		        (struct drill){ DRILL_YEAR, c, 0, "årets mål och utfall" }, &y))
			continue;
		grid_text(column->grid, y, column->x, 8, -1, year, ROLE_TEXT);
		for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++, x += width)
			grid_amount(column->grid, y, x, width,
			    key_figure(&view->figures, kinds[i], c)->amount,
			    column->app->unit, ROLE_TEXT);
	}
}

/* One a line, so that each can be opened: "● 7 grön". */
static void
add_lights(struct overview_column *column, const struct overview *view)
{
	static const struct {
		enum light light;
		const char *what;
	} order[] = { { LIGHT_GREEN, "gröna" }, { LIGHT_YELLOW, "gula" },
		{ LIGHT_RED, "röda" }, { LIGHT_GREY, "grå" } };
	g_autofree char *text = NULL;
	int y;

	add_heading(column, "Ljus för det som räknas");
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		enum role role;
		const char *sign = light_glyph(order[i].light, &role);
		g_autofree char *count =
		    g_strdup_printf("%3d %s", view->lights[order[i].light],
		        word_text(light_words, (int)order[i].light));

		if (!next_line(column,
		        (struct drill){
		            DRILL_LIGHT, (int)order[i].light, 0, order[i].what },
		        &y))
			continue;
		grid_put(column->grid, y, column->x, sign, role);
		grid_text(column->grid, y, column->x + 2, column->width - 2, -1, count,
		    ROLE_TEXT);
	}
	text = g_strdup_printf(
	    "Rapporterade för månaden: %d av %d", view->reported, view->awaited);
	add_text(column,
	    (struct drill){ DRILL_MISSING, 0, 0, "utan rapport för månaden" }, text);
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

	add_heading(column, "Vikter och gränser (9 Inställningar)");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) text = g_string_new(rows[i].label);

		g_string_append(text, ":");
		for (int k = (int)rows[i].from; k <= (int)rows[i].to; k++)
			g_string_append_printf(text, " %s", view->settings.text[k]);
		add_text(column, (struct drill){ .kind = DRILL_SETTINGS }, text->str);
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
	add_amount(column, (struct drill){ DRILL_OUTSIDE, 0, 0, "utanför kravet" },
	    "Åtgärder utanför kravet",
	    view->outside->total.cells[ROLLUP_TOTAL(view->outside)].target);
	if (moved.known)
		add_amount(column, no_drill, "Omfördelningar (räknas aldrig in)", moved);
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

		add_amount(column,
		    (struct drill){
		        DRILL_ACTION, 0, deviation->action->id, deviation->action->code },
		    label, deviation->deviation);
	}
	if (view->deviations->len == 0)
		add_text(column, no_drill, "Ingen åtgärd ligger efter sin plan.");
}

/* ---- risks ------------------------------------------------------------------------- */

char *
overview_why(const struct app *app, const struct outlook *look)
{
	enum money_unit unit = app->unit;
	int decimals = money_unit_decimals(unit);
	GString *text = g_string_new(NULL);
	g_autofree char *reason = lights_reason(&look->lights);

	if (look->lights.effect == LIGHT_RED || look->lights.effect == LIGHT_YELLOW) {
		g_string_append(text, "prognos ");
		amount_append(text, look->forecast, unit, decimals);
		g_string_append(text, " av ");
		amount_append(text, look->target, unit, decimals);
	}
	if (reason[0] != '\0')
		g_string_append_printf(text, "%s%s", text->len > 0 ? "; " : "", reason);
	if (look->lights.judged != LIGHT_NONE)
		g_string_append(text, text->len > 0 ? "; bedömd" : "bedömd");
	return g_string_free(text, FALSE);
}

static void
add_risk(struct overview_column *column, const struct overview *view, guint index,
    bool comment)
{
	const struct action *action =
	    &g_array_index(view->plan->actions, struct action, index);
	const struct outlook *look = &view->outlooks[index];
	const struct latest_report *report = &view->reports[index];
	g_autofree char *why = overview_why(column->app, look);
	g_autofree char *text = g_strdup_printf("%s %s%s%s", action->code, why,
	    comment && report->comment[0] != '\0' ? ": " : "",
	    comment ? report->comment : "");
	enum role role;
	const char *sign = light_glyph(look->lights.light, &role);
	int y;

	if (!next_line(
	        column, (struct drill){ DRILL_ACTION, 0, action->id, action->code }, &y))
		return;
	grid_put(column->grid, y, column->x, sign, role);
	grid_text(column->grid, y, column->x + 2, column->width - 2, -1, text, ROLE_TEXT);
}

bool
overview_is_risk(const struct overview *view, guint index, enum light light)
{
	return g_array_index(view->plan->actions, struct action, index).counts &&
	       view->outlooks[index].lights.light == light;
}

void
overview_add_risks(struct overview_column *column, const struct overview *view)
{
	static const enum light order[] = { LIGHT_RED, LIGHT_YELLOW };
	g_autoptr(GArray) places = plan_order(view->plan);
	bool any = false;

	add_heading(column, "Röda och gula, och varför");
	for (size_t l = 0; l < G_N_ELEMENTS(order); l++)
		for (guint n = 0; n < places->len; n++) {
			guint i = g_array_index(places, guint, n);

			if (!overview_is_risk(view, i, order[l]))
				continue;
			add_risk(column, view, i, column->width >= 45);
			any = true;
		}
	if (!any)
		add_text(column, no_drill, "Ingen åtgärd är röd eller gul.");
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

		add_heading(column, head);
		g_string_append(text, "Realiserat ");
		amount_append(text, reality->benchmark->realised, unit, 0);
		g_string_append(text, " av ");
		amount_append(text, reality->benchmark->promised, unit, 0);
		g_string_append(text, " = ");
		share_append(text, reality->ratio);
		add_text(column, no_drill, text->str);
		g_string_assign(text, "Samma andel av ");
		amount_append_full(text, wanted, unit, 0);
		g_string_append(text, " = ");
		amount_append(text, reality->amount, unit, decimals);
		g_string_append_printf(text, " %s", money_unit_name(unit));
		add_text(column, no_drill, text->str);
	}
	if (view->reality->len > 0) {
		add_amount(column, (struct drill){ DRILL_FORECAST, 0, 0, "har prognos" },
		    "Vår prognos", view->gap.forecast);
		add_amount(column, (struct drill){ DRILL_FORECAST, 0, 0, "har prognos" },
		    "Riskjusterad", view->gap.weighted);
	}
}

void
overview_add_figures(struct overview_column *column, const struct overview *view)
{
	add_years(column, view->by[GROUPING_UNIT]);
	add_rows(column, "Per förvaltning", DRILL_UNIT, view->by[GROUPING_UNIT]);
	add_rows(column, "Per typ", DRILL_TYPE, view->by[GROUPING_KIND]);
	add_beside(column, view);
	add_steps(column, view);
	add_lights(column, view);
	add_forecasts(column, view);
	add_deviations(column, view);
	add_settings(column, view);
}
