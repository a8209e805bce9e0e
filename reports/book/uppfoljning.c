/*
 * uppfoljning.c - the board's appendix: where the programme stands and how it is known.
 *
 * Source  product.md section 7, modelled on Region Västerbotten's summary of 2019.
 */
#include "reports/book/actions.h"
#include "reports/book/books.h"
#include "reports/book/parts.h"

static void
add_cards(struct doc *doc, const struct overview *overview)
{
	const struct gap_ladder *gap = &overview->gap;
	bool net = netting_takes(overview->plan);
	const struct part_whole whole = part_whole_required(gap->requirement);
	const struct part_card cards[] = {
		{ "Krav", gap->requirement },
		{ net ? "Identifierat efter överlapp" : "Identifierat", gap->identified },
		{ net ? "Realiserat efter överlapp" : "Realiserat", gap->realised },
		{ net ? "Prognos efter överlapp" : "Prognos", gap->forecast },
		{ net ? "Riskjusterat efter överlapp" : "Riskjusterat", gap->weighted },
		{ "Gap: krav − identifierat", gap->unidentified },
	};

	part_cards(doc, cards, G_N_ELEMENTS(cards), &whole);
}

static void
add_summary(struct doc *doc, const struct overview *overview)
{
	g_autofree char *month = part_month(overview->cutoff);
	g_autofree char *state =
	    g_strdup_printf("Läget t.o.m. %s per förvaltning", month);

	doc_heading(doc, 1, "Sammanfattning");
	part_finding(doc, overview);
	add_cards(doc, overview);
	part_targets(doc, overview->by[GROUPING_KIND], "Mål per typ och år");
	part_targets(doc, overview->by[GROUPING_UNIT], "Mål per förvaltning och år");
	part_state(doc, overview->by[GROUPING_UNIT], state);
	part_bars_chart(doc, overview->by[GROUPING_UNIT]);
	part_key_figures(doc, overview);
	part_curve_chart(doc, overview);
	part_curve(doc, overview);
}

static void
add_lights(struct doc *doc, const struct overview *overview)
{
	doc_heading(doc, 1, "Ljus och prognoser");
	part_lights(doc, overview);
	part_action_lights(doc, overview, true);
	part_unfounded_note(doc, overview);
	part_forecast_errors(doc, overview);
}

static void
add_actions(struct doc *doc, const struct overview *overview)
{
	doc_heading(doc, 1, "Åtgärder som räknas mot kravet");
	if (actions_count(overview, true, NULL) == 0) {
		doc_paragraph(doc, "Inga åtgärder räknas mot kravet.");
	} else {
		actions_targets(
		    doc, overview, true, "Mål per åtgärd och år, räknas mot kravet");
		actions_state(doc, overview, true, "Läget per åtgärd, räknas mot kravet");
	}
	doc_heading(doc, 1, "Åtgärder utanför kravet");
	if (actions_count(overview, false, NULL) == 0) {
		doc_paragraph(doc, "Inga åtgärder står utanför kravet.");
		return;
	}
	actions_targets(doc, overview, false, "Mål per åtgärd och år, utanför kravet");
	actions_state(doc, overview, false, "Läget per åtgärd, utanför kravet");
	doc_heading(doc, 2, "Kalkyler");
	part_calculation_table(doc, overview);
}

static void
add_reconciliation(struct doc *doc, const struct overview *overview)
{
	doc_heading(doc, 1, "Avvikelser");
	part_deviations(doc, overview, 0, true);
	if (!part_of_programme(doc, overview))
		return;
	doc_heading(doc, 1, "Omfördelningar");
	part_reallocations(doc, overview, true);
	doc_heading(doc, 1, "Brygga och tryckta summor");
	part_bridge(doc, overview);
	part_printed_sums(doc, overview);
	doc_heading(doc, 1, "Verklighetstest");
	part_reality(doc, overview, true);
	doc_heading(doc, 1, "Gapstege");
	part_steps_chart(doc, overview);
	part_gap_ladder(doc, overview);
	part_overlaps(doc, overview->plan);
}

static void
add_method(struct doc *doc, const struct overview *overview)
{
	guint none = 0;
	guint counted = actions_count(overview, true, &none);
	g_autofree char *missing =
	    g_strdup_printf("Inget belopp är inte noll: ett streck (–) betyder att inget "
	                    "belopp finns. %u av "
	                    "%u åtgärder som räknas har inget målbelopp.",
	        none, counted);

	doc_heading(doc, 1, "Så är det räknat");
	doc_note(doc,
	    "Vad som räknas: summorna gäller åtgärder som räknas mot kravet. De "
	    "som listas utanför har egna tabeller. Årens mål läggs ihop som i "
	    "planen (planens summering). Identifierat och beslutat är mål efter "
	    "avdrag för överlapp.");
	doc_note(doc,
	    "Avrundning: belopp visas i mkr med en decimal, men summor och procent "
	    "räknas på exakta belopp. Visade rader kan därför skilja sig från sin "
	    "summa i sista siffran.");
	doc_note(doc,
	    "Plan t.o.m.: tidigare års mål räknas hela. Årets mål är spritt jämnt "
	    "över de månader åtgärden är aktiv under året, eller över hela året där "
	    "varken start "
	    "eller slut ligger inom det (antagen profil). Avvikelse är realiserat "
	    "minus plan t.o.m.; minus betyder efter plan.");
	part_assumed_note(doc, overview->by[GROUPING_UNIT]);
	doc_note(doc, missing);
	doc_note(doc,
	    "Helårsprognos: ägarens prognos för året i åtgärdens senaste omgång. Finns "
	    "ingen räknas utfallet plus resten av årets plan i samma takt som hittills, "
	    "som mest planens. Kommande år är prognosen målet.");
	doc_note(doc,
	    "Riskjusterad prognos: utfallet plus det som återstår gånger en vikt för "
	    "genomförandegrad och ljus. Införandekostnad vägs aldrig.");
	doc_note(doc,
	    "Ljus: effekten följer av prognos mot årets mål, genomförandet av passerade "
	    "plandatum och milstolpar, uteblivna rapporter och rapporter utan nyheter. "
	    "Det sämre av dem gäller, om inte den som rapporterar har bedömt ljuset och "
	    "skrivit en motivering (bedömd). ○ grå betyder att uppgift saknas.");
	part_settings(doc, &overview->settings);
}

struct doc *
book_uppfoljning(const struct overview *overview, const struct book_head *head)
{
	struct doc *doc = part_document(book_find("uppfoljning")->title, overview, head);

	add_summary(doc, overview);
	add_actions(doc, overview);
	add_lights(doc, overview);
	add_reconciliation(doc, overview);
	add_method(doc, overview);
	part_basis(doc, overview, head);
	return doc;
}
