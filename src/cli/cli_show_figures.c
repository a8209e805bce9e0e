/*
 * cli_show_figures.c - an action's figures in text.
 */
#include "cli/cli_show_figures.h"

#include "base/text.h"
#include "calendar/month.h"
#include "money/money_format.h"
#include "plan/settings.h"

char *
show_year_name(const struct detail_year *year)
{
	if (year->total)
		return g_strdup("totalt");
	return year->year ? g_strdup_printf("%d", year->year)
	                  : g_strdup("ej årsfördelat");
}

#define LABEL_WIDTH  22
#define AMOUNT_WIDTH 9

static void
append_label(GString *out, const char *label)
{
	g_string_append(out, "  ");
	text_cell(out, label, LABEL_WIDTH - 2, -1, "…");
}

/* One figure over the years; nothing when no year has it. */
static void
append_row(GString *out, const struct detail *d, const struct detail_row *row)
{
	if (!detail_row_said(d, row))
		return;
	append_label(out, row->label);
	for (guint i = 0; i < d->years->len; i++) {
		g_autofree char *text =
		    amount_text(row->of(&g_array_index(d->years, struct detail_year, i)),
		        MONEY_MKR, 1);

		g_string_append_c(out, ' ');
		text_cell(out, text, AMOUNT_WIDTH, 1, "…");
	}
	g_string_append_c(out, '\n');
}

static void
append_years(GString *out, const struct detail *d)
{
	g_autofree char *month = month_words(d->cutoff);

	g_string_append_printf(out, "\nTal till och med %s, mkr\n", month);
	append_label(out, "");
	for (guint i = 0; i < d->years->len; i++) {
		const struct detail_year *y =
		    &g_array_index(d->years, struct detail_year, i);
		g_autofree char *name = show_year_name(y);

		g_string_append_c(out, ' ');
		text_cell(
		    out, y->year || y->total ? name : "ej år", AMOUNT_WIDTH, 1, "…");
	}
	g_string_append_c(out, '\n');
	for (int i = 0; i < DETAIL_ROW__N; i++)
		append_row(out, d, &detail_rows[i]);
}

static void
append_basis(GString *out, const struct detail *d)
{
	const struct outlook *o = &d->outlook;
	enum light light = o->lights.light == LIGHT_NONE ? LIGHT_GREY : o->lights.light;
	g_autofree char *pace = amount_text(d->pace.yearly, MONEY_MKR, 1);
	g_autofree char *weight =
	    share_text(share_of(amount_of(o->weight), amount_of(SETTINGS_WEIGHT_WHOLE)));

	append_label(out, "Prognosen");
	g_string_append_printf(out, "%s\n", outlook_basis(o));
	append_label(out, "Effekten");
	g_string_append_printf(
	    out, "räknas med bas %s\n", word_text(basis_words, (int)d->action.basis));
	append_label(out, "Riskvikt");
	g_string_append_printf(out, "%s (grad %d: %s, ljus %s: %s)\n", weight,
	    d->action.stage, d->settings.text[SETTING_STAGE_0 + d->action.stage],
	    word_text(light_words, (int)light),
	    d->settings.text[SETTING_WEIGHT_GREEN + (int)light - 1]);
	append_label(out, "Årstakt");
	if (d->pace.months > 0)
		g_string_append_printf(out, "%s mkr av %d %s\n", pace, d->pace.months,
		    d->pace.months == 1 ? "månad" : "månader");
	else
		g_string_append(out, "–\n");
}

static void
append_lights(GString *out, const struct detail *d)
{
	const struct lights *l = &d->outlook.lights;
	g_autofree char *light = lights_text(&d->outlook.lights);
	g_autofree char *effect = light_text(l->effect);
	g_autofree char *delivery = light_text(l->delivery);
	g_autofree char *reason = lights_reason(l);
	g_autofree char *safe = text_display(reason);
	g_autofree char *late = slippage_text(&d->slippage);

	append_label(out, "Ljus");
	g_string_append_printf(out, "%s\n", light);
	append_label(out, "  effekt");
	g_string_append_printf(out, "%s\n", effect);
	append_label(out, "  genomförande");
	g_string_append_printf(out, "%s%s%s\n", delivery, *safe ? ": " : "", safe);
	append_label(out, "Slut mot plan");
	g_string_append_printf(out, "%s\n", late);
}

/* "  2020-03  Avtal tecknat (klar 2020-05)" */
static void
append_line(GString *out, const char *first, const char *second, const char *third)
{
	const char *parts[] = { first, second, third };

	g_string_append(out, " ");
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autofree char *safe = text_display(parts[i]);

		if (*safe)
			g_string_append_printf(out, " %s", safe);
	}
	g_string_append_c(out, '\n');
}

static void
append_steps(GString *out, const struct detail *d)
{
	if (d->decisions->len + d->assessments->len + d->milestones->len > 0)
		g_string_append(out, "\nBeslut, riskanalys och milstolpar\n");
	for (guint i = 0; i < d->decisions->len; i++) {
		const struct decision *one =
		    &g_array_index(d->decisions, struct decision, i);
		g_autofree char *paragraph = decision_paragraph(one);
		g_autofree char *what =
		    g_strjoin(" ", "beslut", one->body, paragraph, one->outcome, NULL);

		append_line(out, one->day, what, one->subject);
	}
	for (guint i = 0; i < d->assessments->len; i++) {
		const struct assessment *one =
		    &g_array_index(d->assessments, struct assessment, i);
		g_autofree char *what =
		    g_strjoin(" ", "risk- och konsekvensanalys", one->reference, NULL);

		append_line(out, one->day, what, one->conclusion);
	}
	for (guint i = 0; i < d->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(d->milestones, struct milestone, i);
		g_autofree char *reached = *m->reached
		                               ? g_strdup_printf("(klar %s)", m->reached)
		                               : g_strdup("(öppen)");

		append_line(out, m->due, m->name, reached);
	}
}

void
show_figures_text(const struct detail *d, GString *out)
{
	append_years(out, d);
	append_basis(out, d);
	append_lights(out, d);
	append_steps(out, d);
}
