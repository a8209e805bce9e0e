/*
 * atgard.c - the appendix about one action: everything that `visa` shows, for paper.
 */
#include "calendar/month.h"
#include "reports/book/books.h"
#include "reports/book/parts.h"

static void
add_register(struct doc *doc, const struct action *action)
{
	struct table *table = part_facts(doc, "Uppgifter i registret");

	part_fact(table, "Id", action->code);
	for (int f = 0; f < ACTION_FIELD__N; f++) {
		const char *label = action_fields[f].label;

		if (f == ACTION_STAGE)
			part_fact_take(table, label,
			    g_strdup_printf(
			        "%d %s", action->stage, stage_name(action->stage)));
		else
			part_fact(table, label, action_get(action, (enum action_field)f));
	}
	part_fact_take(table, "Version", g_strdup_printf("%d", action->version));
}

static char *
year_name(int year, bool total)
{
	if (total)
		return g_strdup("Totalt");
	return year ? g_strdup_printf("%d", year) : g_strdup("Ej årsfördelat");
}

/* A row per year and a column per figure that is said of any year. */
static void
add_years(struct doc *doc, const struct detail *d)
{
	g_autofree char *month = part_month(d->cutoff);
	g_autofree char *caption = g_strdup_printf("Tal per år, t.o.m. %s", month);
	struct column columns[DETAIL_ROW__N + 1] = { part_column_text("ar", "År") };
	int rows[DETAIL_ROW__N];
	size_t n = 0;
	struct table *table;

	for (int i = 0; i < DETAIL_ROW__N; i++)
		if (detail_row_said(d, &detail_rows[i])) {
			/* the total of a figure is the action's own, not the years' sum
			 */
			columns[n + 1] = part_column_difference(
			    detail_rows[i].key, detail_rows[i].label);
			rows[n++] = i;
		}
	if (n == 0) {
		doc_paragraph(doc, "Inget belopp är angivet och inget utfall bokfört.");
		return;
	}
	table = doc_table(doc, caption, columns, n + 1);
	for (guint y = 0; y < d->years->len; y++) {
		const struct detail_year *year =
		    &g_array_index(d->years, struct detail_year, y);
		g_autofree char *name = year_name(year->year, year->total);
		struct cell cells[DETAIL_ROW__N + 1] = { cell_text(name) };

		for (size_t i = 0; i < n; i++)
			cells[i + 1] = cell_money(detail_rows[rows[i]].of(year));
		table_row(table, year->total ? ROW_TOTAL : ROW_BODY, cells);
	}
}

static void
add_state(struct doc *doc, const struct detail *d)
{
	const struct lights *lights = &d->outlook.lights;
	struct table *table = part_facts(doc, "Ljus, prognos och risk");
	g_autofree char *reason = lights_reason(lights);
	g_autofree char *delivery = light_text(lights->delivery);
	g_autofree char *pace = part_mkr(d->pace.yearly);

	part_fact_take(table, "Ljus", lights_text(lights));
	part_fact_take(table, "Ljus för effekten", light_text(lights->effect));
	part_fact_take(table, "Ljus för genomförandet",
	    *reason ? g_strdup_printf("%s: %s", delivery, reason) : g_strdup(delivery));
	part_fact(table, "Prognosen", outlook_basis(&d->outlook));
	part_fact_take(table, "Riskvikt",
	    share_text(share_of(
	        amount_of(d->outlook.weight), amount_of(SETTINGS_WEIGHT_WHOLE))));
	part_fact_take(table, "Årstakt",
	    d->pace.months > 0 ? g_strdup_printf("%s av %d %s", pace, d->pace.months,
	                             d->pace.months == 1 ? "månad" : "månader")
	                       : g_strdup(""));
	part_fact_take(table, "Slut mot plan", slippage_text(&d->slippage));
}

static void
add_targets(struct doc *doc, const struct detail *d)
{
	const struct column columns[] = {
		part_column_text("ar", "År"),
		part_column_text("mottagare", "Mottagare"),
		part_column_text("kostnadsslag", "Kostnadsslag"),
		part_column_mkr("mal_kr", "Mål"),
	};
	struct table *table;

	doc_heading(doc, 1, "Mål");
	if (d->targets->len == 0) {
		doc_paragraph(doc, "Inget belopp är angivet.");
		return;
	}
	table =
	    doc_table(doc, "Mål per år och mottagare", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < d->targets->len; i++) {
		const struct detail_target *t =
		    &g_array_index(d->targets, struct detail_target, i);
		g_autofree char *year = year_name(t->year, false);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(year), cell_text(t->recipient),
		        cell_text(word_text(cost_kind_words, (int)t->cost_kind)),
		        cell_money(amount_of(t->ore)) });
	}
	table_row(table, ROW_TOTAL,
	    (const struct cell[]){
	        cell_text("Totalt"), cell_empty(), cell_empty(), cell_money(d->target) });
}

/* What is after the cut-off, or not verified, is listed and not summed: the sum is in
 * the figures per year. */
static void
add_savings(struct doc *doc, const struct detail *d)
{
	struct column columns[] = {
		part_column_text("period", "Månad"),
		part_column_text("mottagare", "Mottagare"),
		part_column_text("kostnadsslag", "Kostnadsslag"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_text("underlag", "Underlag"),
		part_column_text("kommentar", "Kommentar"),
		part_column_text("verifierat", "Verifierat"),
	};
	struct table *table;

	doc_heading(doc, 1, "Utfall");
	if (d->savings->len == 0) {
		doc_paragraph(doc, "Inget utfall är bokfört.");
		return;
	}
	table = doc_table(doc, "Bokförda utfall, rättelser inräknade", columns,
	    G_N_ELEMENTS(columns) - !d->verify);
	for (guint i = 0; i < d->savings->len; i++) {
		const struct detail_saving *s =
		    &g_array_index(d->savings, struct detail_saving, i);
		g_autofree char *month = month_text(s->saving.month);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(month), cell_text(s->unit),
		        cell_text(word_text(cost_kind_words, (int)s->cost_kind)),
		        cell_money(amount_of(s->saving.ore)),
		        cell_text(*s->saving.document ? s->saving.document : "–"),
		        cell_text(*s->saving.comment ? s->saving.comment : "–"),
		        cell_text(s->verified ? "ja" : "nej") });
	}
}

static const char *
said(const char *text)
{
	return *text ? text : "–";
}

/* What was done, and what it led to. */
static char *
comment_text(const struct detail_report *r)
{
	const char *result = r->result ? r->result : "";
	const char *before = r->nothing_new || *r->comment ? " " : "";

	return g_strconcat(r->nothing_new ? "Inget nytt att redovisa." : "",
	    r->nothing_new && *r->comment ? " " : "", r->comment, *result ? before : "",
	    *result ? "Resultat: " : "", result, NULL);
}

static void
add_reports(struct doc *doc, const struct detail *d)
{
	const struct column columns[] = {
		part_column_text("omgang", "Omgång"),
		part_column_text("status", "Status"),
		part_column_text("ljus", "Bedömt ljus"),
		part_column_mkr("prognos_kr", "Prognos"),
		part_column_text("kommentar", "Kommentar"),
		part_column_text("vem", "Lämnad av"),
	};
	struct table *table;

	doc_heading(doc, 1, "Lägesrapporter");
	if (d->reports->len == 0) {
		doc_paragraph(doc, "Ingen lägesrapport är lämnad.");
		return;
	}
	table = doc_table(
	    doc, "Lägesrapporter, den senaste först", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < d->reports->len; i++) {
		const struct detail_report *r =
		    &g_array_index(d->reports, struct detail_report, i);
		g_autofree char *round =
		    g_strconcat(r->round, r->late ? " (sen ändring)" : "", NULL);
		g_autofree char *light =
		    r->light == LIGHT_NONE ? g_strdup("–") : light_text(r->light);
		g_autofree char *comment = comment_text(r);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(round),
		        cell_text(said(word_text(status_words, (int)r->status))),
		        cell_text(light), cell_money(r->forecast),
		        cell_text(said(comment)), cell_text(r->who) });
	}
}

static void
add_steps(struct doc *doc, const struct plan *plan, const struct detail *d)
{
	const struct column columns[] = {
		part_column_text("milstolpe", "Milstolpe"),
		part_column_text("planerad", "Planerad"),
		part_column_text("nadd", "Nådd"),
	};
	struct table *table;

	doc_heading(doc, 1, "Beslut och milstolpar");
	part_decisions(doc, d->decisions, plan);
	for (guint i = 0; i < d->assessments->len; i++) {
		const struct assessment *one =
		    &g_array_index(d->assessments, struct assessment, i);

		table = part_facts(doc, "Risk- och konsekvensanalys");
		part_fact(table, "Datum", one->day);
		part_fact(table, "Underlag", one->reference);
		part_fact(table, "Slutsats", one->conclusion);
	}
	if (d->assessments->len == 0)
		doc_paragraph(doc, "Ingen risk- och konsekvensanalys är upptagen.");
	if (d->milestones->len == 0) {
		doc_paragraph(doc, "Inga milstolpar är upptagna.");
		return;
	}
	table = doc_table(doc, "Milstolpar", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < d->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(d->milestones, struct milestone, i);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(m->name), cell_text(said(m->due)),
		        cell_text(*m->reached ? m->reached : "öppen") });
	}
}

static void
add_assignment(struct doc *doc, const struct assignment *a)
{
	struct table *table = part_facts(
	    doc, a->form == ASSIGNMENT_ERRAND ? "Uppdrag" : "Strategisk åtgärd");

	part_fact_take(table, "Tidplan", detail_timetable_text(a));
	part_fact(table, "Förväntad effekt", a->effect);
	part_fact(table, "Belopp i text", a->amount_text);
}

/* Only what there is: most actions of a savings plan have no links. */
static void
add_links(struct doc *doc, const struct detail *d)
{
	struct table *table;

	if (!d->assignment && d->goals->len + d->scores->len + d->rests->len == 0)
		return;
	doc_heading(doc, 1, "Mål, mått och beslut bakom");
	if (d->assignment)
		add_assignment(doc, d->assignment);
	table = d->goals->len ? part_facts(doc, "Mål som åtgärden verkar för") : NULL;
	for (guint i = 0; i < d->goals->len; i++) {
		const struct detail_goal *g =
		    &g_array_index(d->goals, struct detail_goal, i);
		g_autofree char *light = light_text(g->light);

		part_fact_take(table, g->goal->code,
		    g_strdup_printf("%s (%s); %s", g->goal->name,
		        word_text(goal_level_words, (int)g->goal->level), light));
	}
	table = d->scores->len ? part_facts(doc, "Mått") : NULL;
	for (guint i = 0; i < d->scores->len; i++) {
		const struct score *s = &g_array_index(d->scores, struct score, i);

		part_fact_take(table, s->indicator->code, detail_score_text(s));
	}
	table = d->rests->len ? part_facts(doc, "Beslut som åtgärden vilar på") : NULL;
	for (guint i = 0; i < d->rests->len; i++) {
		const struct detail_rest *r =
		    &g_array_index(d->rests, struct detail_rest, i);

		part_fact_take(table, r->decision->code, detail_rest_text(r));
	}
}

struct doc *
book_atgard(const struct overview *overview, const struct book_head *head)
{
	const struct detail *d = head->detail;
	g_autofree char *title = g_strdup_printf("%s %s", d->action.code, d->action.name);
	struct doc *doc = part_document(title, overview, head);

	doc_heading(doc, 1, "Läget");
	add_years(doc, d);
	add_state(doc, d);
	add_reports(doc, d);
	doc_heading(doc, 1, "Åtgärden");
	add_register(doc, &d->action);
	add_targets(doc, d);
	add_savings(doc, d);
	add_steps(doc, overview->plan, d);
	add_links(doc, d);
	doc_heading(doc, 1, "Så är det räknat");
	doc_note(doc,
	    "Streck (–) betyder att uppgift saknas; det är inte noll. Utfall efter den "
	    "månad som bilagan avser räknas upp men ingår inte i realiserat.");
	part_settings_note(doc, &d->settings);
	part_basis(doc, overview, head);
	return doc;
}
