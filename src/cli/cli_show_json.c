/*
 * cli_show_json.c - an action's figures in JSON.
 */

#include "calendar/month.h"
#include "cli/cli_show_figures.h"
#include "exchange/json_write.h"

static void
json_year(const struct detail_year *y, struct json *json)
{
	g_autofree char *name = show_year_name(y);
	const struct figure *f = &y->figure;

	json_begin_object(json);
	json_text(json, "ar", name);
	json_kr(json, "mal_kr", f->target);
	json_kr(json, "plan_tom_kr", f->plan);
	json_kr(json, "realiserat_kr", f->realised);
	json_kr(json, "ej_verifierat_kr", f->unverified);
	json_kr(json, "prognos_kr", f->forecast);
	json_kr(json, "riskjusterat_kr", f->weighted);
	json_kr(json, "efterslapning_kr", figure_behind(f));
	json_kr(json, "effekt_kr", y->effect.in_year);
	json_kr(json, "helarseffekt_kr", y->effect.full_year);
	json_kr(json, "netto_mal_kr", netting_net(f->target, y->taken.target));
	json_kr(json, "netto_realiserat_kr", netting_net(f->realised, y->taken.realised));
	json_kr(json, "netto_prognos_kr", netting_net(f->forecast, y->taken.forecast));
	json_end_object(json);
}

static void
json_lights(const struct detail *d, struct json *json)
{
	const struct lights *l = &d->outlook.lights;

	json_name(json, "ljus");
	json_begin_object(json);
	json_text(json, "ljus", word_text(light_words, (int)l->light));
	json_text(json, "effekt", word_text(light_words, (int)l->effect));
	json_text(json, "genomforande", word_text(light_words, (int)l->delivery));
	json_text_or_null(json, "bedomd", word_text(light_words, (int)l->judged));
	json_text_or_null(json, "passerat", l->overdue ? l->overdue : "");
	json_int(json, "passerat_dagar", l->overdue_days);
	json_int(json, "omgangar_utan_rapport", l->silent);
	json_int(json, "tomma_rapporter", l->empty);
	json_end_object(json);
}

static void
json_slippage(const struct slippage *s, struct json *json)
{
	g_autofree char *planned = s->planned ? month_text(s->planned) : g_strdup("");
	g_autofree char *expected = s->expected ? month_text(s->expected) : g_strdup("");

	json_name(json, "forsening");
	json_begin_object(json);
	json_text_or_null(json, "planerat_slut", planned);
	json_text_or_null(json, "vantat_slut", expected);
	json_name(json, "manader");
	if (s->months_known)
		json_add_int(json, s->months);
	else
		json_add_null(json);
	json_end_object(json);
}

static void
json_steps(const struct detail *d, struct json *json)
{
	json_name(json, "milstolpar");
	json_begin_array(json);
	for (guint i = 0; i < d->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(d->milestones, struct milestone, i);

		json_begin_object(json);
		json_text(json, "milstolpe", m->name);
		json_text_or_null(json, "datum", m->due);
		json_text_or_null(json, "klar", m->reached);
		json_end_object(json);
	}
	json_end_array(json);
	json_name(json, "beslut");
	json_begin_array(json);
	for (guint i = 0; i < d->decisions->len; i++) {
		const struct decision *one =
		    &g_array_index(d->decisions, struct decision, i);

		json_begin_object(json);
		json_text(json, "nr", one->code);
		json_text_or_null(json, "datum", one->day);
		json_text_or_null(json, "instans", one->body);
		json_text_or_null(json, "paragraf", one->paragraph);
		json_text_or_null(json, "diarienummer", one->journal);
		json_text_or_null(json, "utfall", one->outcome);
		json_text_or_null(json, "beslut", one->subject);
		json_end_object(json);
	}
	json_end_array(json);
	json_name(json, "riskanalys");
	if (d->assessments->len == 0) {
		json_add_null(json);
		return;
	}
	json_begin_object(json);
	json_text_or_null(
	    json, "datum", g_array_index(d->assessments, struct assessment, 0).day);
	json_text_or_null(json, "underlag",
	    g_array_index(d->assessments, struct assessment, 0).reference);
	json_text_or_null(json, "slutsats",
	    g_array_index(d->assessments, struct assessment, 0).conclusion);
	json_end_object(json);
}

void
show_figures_json(const struct detail *d, struct json *json)
{
	g_autofree char *cutoff = month_text(d->cutoff);

	json_text(json, "avser", cutoff);
	json_name(json, "tal");
	json_begin_array(json);
	for (guint i = 0; i < d->years->len; i++)
		json_year(&g_array_index(d->years, struct detail_year, i), json);
	json_end_array(json);
	json_kr(json, "arstakt_kr", d->pace.yearly);
	json_int(json, "arstakt_manader", d->pace.months);
	json_lights(d, json);
	json_slippage(&d->slippage, json);
	json_steps(d, json);
}
