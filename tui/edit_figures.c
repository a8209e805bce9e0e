/*
 * edit_figures.c - the form's figures, which nobody types: what `visa` tells of each year
 * under the targets, and the lights with what they rest on.
 */
#include "money/money_format.h"
#include "plan/settings.h"
#include "tui/edit.h"

#define AMOUNT 8

/* The targets are typed above, and only steps have another effect in the year. */
static bool
is_shown(const struct edit *edit, int row)
{
	if (row == DETAIL_EFFECT && edit->detail->action.basis != BASIS_LEVEL)
		return false;
	return row != DETAIL_TARGET &&
	       (row == DETAIL_REALISED ||
	           detail_row_said(edit->detail, &detail_rows[row]));
}

int
edit_add_figures(struct edit *edit, int y)
{
	edit->figures_y = y;
	for (int i = 0; i < DETAIL_ROW__N; i++)
		if (is_shown(edit, i))
			edit_add_label(&edit->form, y++, detail_rows[i].label, ROLE_TEXT);
	return y;
}

/* Where a year's amounts stand; 0 when the form has no column for it. */
static int
column_x(const struct edit *edit, const struct detail_year *year)
{
	int column = year->year ? year->year - edit->first_year : edit->n_years;

	if (year->total)
		return 1 + edit_column_x(edit_columns(edit)) + 1;
	return column < 0 || column >= edit_columns(edit) ? 0 : 1 + edit_column_x(column);
}

void
edit_draw_figures(const struct edit *edit, struct grid *grid, int height)
{
	for (guint k = 0; edit->detail && k < edit->detail->years->len; k++) {
		const struct detail_year *year =
		    &g_array_index(edit->detail->years, struct detail_year, k);
		int x = column_x(edit, year), y = edit->figures_y - edit->form.top;

		for (int i = 0; x && i < DETAIL_ROW__N; i++) {
			if (!is_shown(edit, i))
				continue;
			if (y >= 0 && y < height)
				grid_amount(grid, 1 + y, x, AMOUNT,
				    detail_rows[i].of(year), MONEY_MKR, ROLE_TEXT);
			y++;
		}
	}
}

int
edit_add_lights(struct edit *edit, int y)
{
	const struct detail *d = edit->detail;
	const struct outlook *o = &d->outlook;
	g_autofree char *light = lights_text(&o->lights);
	g_autofree char *effect = light_text(o->lights.effect);
	g_autofree char *delivery = light_text(o->lights.delivery);
	g_autofree char *reason = lights_reason(&o->lights);
	g_autofree char *weight =
	    share_text(share_of(amount_of(o->weight), amount_of(SETTINGS_WEIGHT_WHOLE)));
	g_autofree char *pace = amount_text(d->pace.yearly, MONEY_MKR, 1);
	g_autofree char *late = slippage_text(&d->slippage);
	g_autofree char *first =
	    g_strdup_printf("Ljus %s · effekt %s · genomförande %s%s%s", light, effect,
	        delivery, *reason ? ": " : "", reason);
	g_autofree char *second =
	    g_strdup_printf("Prognosen %s · riskvikt %s · årstakt %s av %d mån",
	        outlook_basis(o), weight, pace, d->pace.months);
	g_autofree char *third =
	    g_strdup_printf("Slut mot plan: %s · effekten efter bas %s", late,
	        word_text(basis_words, (int)d->action.basis));

	edit_add_label(&edit->form, y++, first, ROLE_TEXT);
	edit_add_label(&edit->form, y++, second, ROLE_TEXT);
	edit_add_label(&edit->form, y++, third, ROLE_TEXT);
	return y;
}
