/*
 * edit_figures.c - the form's figures, which nobody types: outcome, plan, forecast and
 * risk under the targets, and the lights with what they rest on.
 */
#include "money/money_format.h"
#include "plan/settings.h"
#include "tui/edit.h"

#define AMOUNT 8

static struct amount
realised(const struct detail_year *y)
{
	return y->figure.realised;
}

static struct amount
plan(const struct detail_year *y)
{
	return y->figure.plan;
}

static struct amount
forecast(const struct detail_year *y)
{
	return y->figure.forecast;
}

static struct amount
weighted(const struct detail_year *y)
{
	return y->figure.weighted;
}

static struct amount
full_year(const struct detail_year *y)
{
	return y->effect.full_year;
}

static const struct {
	const char *label;
	struct amount (*of)(const struct detail_year *year);
} rows[] = {
	{ "Utfall", realised },
	{ "Plan hittills", plan },
	{ "Helårsprognos", forecast },
	{ "Riskjusterat", weighted },
	{ "Helårseffekt", full_year },
};

int
edit_add_figures(struct edit *edit, int y)
{
	edit->figures_y = y;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		edit_add_label(&edit->form, y++, rows[i].label, ROLE_TEXT);
	return y;
}

void
edit_draw_figures(const struct edit *edit, struct grid *grid, int height)
{
	for (guint k = 0; edit->detail && k < edit->detail->years->len; k++) {
		const struct detail_year *year =
		    &g_array_index(edit->detail->years, struct detail_year, k);
		int column = year->year ? year->year - edit->first_year : edit->n_years;
		int x = 1 + edit_column_x(column);

		if (year->total)
			x = 1 + edit_column_x(edit_columns(edit)) + 1;
		else if (column < 0 || column >= edit_columns(edit))
			continue;
		for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
			int y = edit->figures_y + i - edit->form.top;

			if (y >= 0 && y < height)
				grid_amount(grid, 1 + y, x, AMOUNT, rows[i].of(year),
				    MONEY_MKR, ROLE_TEXT);
		}
	}
}

/* "Ljus ▲ gul (bedömd) · effekt ● grön · genomförande ■ röd: 45 dagar efter slut"
 */
int
edit_add_lights(struct edit *edit, int y)
{
	const struct outlook *o = &edit->detail->outlook;
	g_autofree char *light = lights_text(&o->lights);
	g_autofree char *effect = light_text(o->lights.effect);
	g_autofree char *delivery = light_text(o->lights.delivery);
	g_autofree char *reason = lights_reason(&o->lights);
	g_autofree char *weight =
	    share_text(share_of(amount_of(o->weight), amount_of(SETTINGS_WEIGHT_WHOLE)));
	g_autofree char *pace = amount_text(edit->detail->pace.yearly, MONEY_MKR, 1);
	g_autofree char *late = slippage_text(&edit->detail->slippage);
	g_autofree char *first = g_strdup_printf(
	    "Ljus %s · effekt %s · genomförande %s", light, effect, delivery);
	g_autofree char *second =
	    g_strdup_printf("Riskvikt %s · årstakt %s · slut mot plan %s%s%s", weight,
	        pace, late, *reason ? " · " : "", reason);

	edit_add_label(&edit->form, y++, first, ROLE_TEXT);
	edit_add_label(&edit->form, y++, second, ROLE_TEXT);
	return y;
}
