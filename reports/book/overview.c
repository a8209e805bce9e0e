/*
 * overview.c - one look at the programme: `demo` without a terminal.
 */
#include "reports/book/parts.h"

enum { DEVIATIONS_MAX = 5 };

struct doc *
book_overview(const struct overview *overview, const struct book_head *head)
{
	g_autofree char *title = part_title("Översikt", overview->plan->programme.name);
	g_autofree char *subtitle = part_subtitle(NULL, overview->cutoff, head);
	g_autofree char *month = part_month(overview->cutoff);
	g_autofree char *state =
	    g_strdup_printf("Läget t.o.m. %s per förvaltning", month);
	struct doc *doc = doc_new(title, subtitle);

	part_finding(doc, overview);
	doc_heading(doc, 1, "Räknas mot kravet");
	part_gap_ladder(doc, overview);
	part_key_figures(doc, overview);
	part_targets(doc, overview->by[GROUPING_KIND], "Mål per typ och år");
	part_targets(doc, overview->by[GROUPING_UNIT], "Mål per förvaltning och år");
	part_state(doc, overview->by[GROUPING_UNIT], state);
	part_assumed_note(doc, overview->by[GROUPING_UNIT]);
	part_unfounded_note(doc, overview);
	part_lights(doc, overview);
	part_printed_sums(doc, overview);

	doc_heading(doc, 1, "Utanför kravet");
	part_targets(doc, overview->outside, "Listas men räknas inte mot kravet");
	part_calculation_sentences(doc, overview);

	doc_heading(doc, 1, "Omfördelningar");
	part_reallocations(doc, overview, false);

	doc_heading(doc, 1, "Verklighetstest");
	part_reality(doc, overview, false);

	doc_heading(doc, 1, "Största avvikelser");
	part_deviations(doc, overview, DEVIATIONS_MAX, false);
	part_settings_note(doc, &overview->settings);
	return doc;
}

struct doc *
book_key_figures(
    const struct overview *overview, const struct book_head *head, const char *scenario)
{
	g_autofree char *title = part_title("Nyckeltal", overview->plan->programme.name);
	g_autofree char *subtitle =
	    part_subtitle(selection_heading(SELECT_COUNTED), overview->cutoff, head);
	g_autofree char *thought =
	    g_strdup_printf("%s · scenario: om %s", subtitle, scenario);
	struct doc *doc = doc_new(title, *scenario ? thought : subtitle);

	if (*scenario)
		part_scenario_note(doc);
	part_key_figures(doc, overview);
	part_lights(doc, overview);
	part_action_lights(doc, overview, true);
	part_unfounded_note(doc, overview);
	part_forecast_errors(doc, overview);
	part_assumed_note(doc, overview->by[GROUPING_UNIT]);
	part_settings(doc, &overview->settings);
	return doc;
}
