/*
 * steering.c - the parts about key figures, lights, forecasts' hits and the settings that
 * the figures used.
 */
#include "reports/book/parts.h"

static bool
says_nothing(const struct key_figures *figures)
{
	for (int k = 0; figures->cells && k < KEY_FIGURE__N; k++)
		if (key_figure_said(figures, (enum key_figure_kind)k))
			return false;
	return true;
}

void
part_key_figures(struct doc *doc, const struct overview *overview)
{
	const struct rollup *rollup = overview->by[GROUPING_ACTION];
	const struct key_figures *figures = &overview->figures;
	int n = figures->n_columns;
	g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(256);
	struct column name = part_column_text("matt", "Mått");
	struct column basis = part_column_text("underlag", "Underlag");
	struct table *table;

	if (says_nothing(figures)) {
		doc_paragraph(doc, "Nyckeltal: inget att visa.");
		return;
	}
	g_array_append_val(columns, name);
	part_year_columns(columns, texts, rollup);
	g_array_append_val(columns, basis);
	for (int c = 1; c <= n; c++)
		g_array_index(columns, struct column, c).difference = true;
	table = doc_table(doc, "Nyckeltal, räknas mot kravet",
	    (const struct column *)(void *)columns->data, columns->len);
	for (int k = 0; k < KEY_FIGURE__N; k++) {
		const struct key_figure_info *info = &key_figure_infos[k];
		g_autofree struct cell *cells = g_new0(struct cell, (gsize)n + 2);

		if (!key_figure_said(figures, (enum key_figure_kind)k))
			continue;
		cells[0] = cell_text(info->label);
		for (int c = 0; c < n; c++) {
			const struct key_cell *cell =
			    key_figure(figures, (enum key_figure_kind)k, c);

			cells[c + 1] = info->is_share ? cell_share(cell->share)
			                              : cell_money(cell->amount);
		}
		cells[n + 1] = cell_text(info->basis);
		table_row(table, ROW_BODY, cells);
	}
	if (overview->pace.months > 0 && overview->pace.months < 3)
		doc_note(doc, overview->pace.months == 1
		                  ? "Årstakten vilar på en månad: fler finns inte."
		                  : "Årstakten vilar på två månader: fler finns inte.");
}

/* ---- lights and reports per förvaltning ---------------------------------------------
 */

struct tally {
	int actions, reported, empty;
	int lights[LIGHT__N];
};

static void
tally_row(
    struct table *table, enum row_role role, const char *text, const struct tally *tally)
{
	table_row(table, role,
	    (const struct cell[]){ cell_text(text), cell_int(tally->actions),
	        cell_int(tally->lights[LIGHT_GREEN]),
	        cell_int(tally->lights[LIGHT_YELLOW]), cell_int(tally->lights[LIGHT_RED]),
	        cell_int(tally->lights[LIGHT_GREY]), cell_int(tally->reported),
	        cell_int(tally->empty) });
}

static struct column
count_column(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_INT };
}

/* Index of a unit's top in plan->units, or n when there is none. */
static guint
unit_place(const struct plan *plan, const char *name)
{
	const struct unit *unit = plan_unit(plan, name);
	int64_t top = unit ? plan_unit_top(plan, unit->id) : 0;
	guint i = 0;

	while (
	    i < plan->units->len && g_array_index(plan->units, struct unit, i).id != top)
		i++;
	return i;
}

static void
tally_action(struct tally *tally, const struct overview *overview, guint i)
{
	const struct outlook *look = &overview->outlooks[i];

	tally->actions++;
	tally->lights[look->lights.light]++;
	tally->reported += overview->reports[i].reported;
	tally->empty += look->lights.empty >= overview->settings.number[SETTING_EMPTY];
}

void
part_lights(struct doc *doc, const struct overview *overview)
{
	const struct plan *plan = overview->plan;
	guint n = plan->units->len;
	g_autofree struct tally *units = g_new0(struct tally, (gsize)n + 1);
	struct tally total = { .actions = 0 };
	const struct column columns[] = {
		part_column_text("forvaltning", "Förvaltning"),
		count_column("atgarder", "Åtgärder"),
		count_column("gron", "● grön"),
		count_column("gul", "▲ gul"),
		count_column("rod", "■ röd"),
		count_column("gra", "○ grå"),
		count_column("rapporterade", "Rapporterade"),
		count_column("tomma", "Tomma två i rad"),
	};
	struct table *table;

	if (overview->outlooks == NULL || overview->counted == 0)
		return;
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);

		if (!a->counts || overview->outlooks[i].lights.light == LIGHT_NONE)
			continue; /* LIGHT_NONE: thought away */
		tally_action(&units[unit_place(plan, a->unit)], overview, i);
		tally_action(&total, overview, i);
	}
	table = doc_table(doc, "Ljus och rapporter per förvaltning, räknas mot kravet",
	    columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i <= n; i++)
		if (units[i].actions > 0)
			tally_row(table, ROW_BODY,
			    i < n ? g_array_index(plan->units, struct unit, i).name
			          : "Utan förvaltning",
			    &units[i]);
	tally_row(table, ROW_TOTAL, "Totalt", &total);
}

/* ---- one action's lights ------------------------------------------------------------
 */

const struct outlook *
part_outlook(const struct overview *overview, const struct action *action)
{
	const GArray *actions = overview->plan->actions;
	const struct action *first = (const struct action *)(const void *)actions->data;

	if (overview->outlooks == NULL || actions->len == 0 || action < first ||
	    action >= first + actions->len)
		return NULL;
	return &overview->outlooks[action - first];
}

void
part_action_lights(struct doc *doc, const struct overview *overview, bool counts)
{
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("atgard", "Åtgärd"),
		part_column_text("effekt", "Effekt"),
		part_column_text("genomforande", "Genomförande"),
		part_column_text("ljus", "Ljus"),
		part_column_mkr("prognos_kr", "Prognos i år"),
		part_column_share("vikt_procent", "Riskvikt"),
		part_column_text("forsening", "Slut mot plan"),
		part_column_text("grund", "Genomförandet vilar på"),
	};
	const GArray *actions = overview->plan->actions;
	struct table *table = NULL;

	for (guint i = 0; overview->outlooks && i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		const struct outlook *look = &overview->outlooks[i];
		g_autofree char *effect = light_text(look->lights.effect);
		g_autofree char *delivery = light_text(look->lights.delivery);
		g_autofree char *light = lights_text(&look->lights);
		g_autofree char *reason = lights_reason(&look->lights);
		g_autofree char *late = slippage_text(&overview->slippages[i]);

		if (a->counts != counts || look->lights.light == LIGHT_NONE)
			continue; /* the other kind, or thought away */
		if (table == NULL)
			table = doc_table(doc, "Ljus, prognos och försening per åtgärd",
			    columns, G_N_ELEMENTS(columns));
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(a->code), cell_text(a->name),
		        cell_text(effect), cell_text(delivery), cell_text(light),
		        cell_money(look->forecast),
		        cell_share(share_of(
		            amount_of(look->weight), amount_of(SETTINGS_WEIGHT_WHOLE))),
		        cell_text(late), cell_text(*reason ? reason : "–") });
	}
}

/* ---- forecasts' hits, settings ------------------------------------------------------
 */

void
part_forecast_errors(struct doc *doc, const struct overview *overview)
{
	const struct column columns[] = {
		part_column_text("ansvarig", "Ansvarig"),
		{ .key = "prognoser", .head = "Prognoser", .type = CELL_INT },
		part_column_mkr("prognos_kr", "Prognos"),
		part_column_mkr("realiserat_kr", "Blev"),
		part_column_mkr("fel_kr", "Prognos − utfall"),
		part_column_share("traff_procent", "Medelfel"),
	};
	const GArray *errors = overview->errors;
	struct table *table;

	if (errors == NULL || errors->len == 0)
		return;
	table = doc_table(doc, "Prognosfel per ansvarig, år som är slut", columns,
	    G_N_ELEMENTS(columns));
	for (guint i = 0; i < errors->len; i++) {
		const struct forecast_error *e =
		    &g_array_index(errors, struct forecast_error, i);

		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(*e->owner ? e->owner : "ingen namngiven"),
		        cell_int(e->forecasts), cell_money(amount_of(e->forecast_ore)),
		        cell_money(
		            e->outcomes ? amount_of(e->realised_ore) : AMOUNT_NONE),
		        cell_money(amount_minus(
		            amount_of(e->forecast_ore), amount_of(e->realised_ore))),
		        cell_share(share_of(
		            amount_of(e->missed_ore), amount_of(e->realised_ore))) });
	}
	doc_note(doc,
	    "Varje omgångs prognos för ett år som är slut jämförs med årets utfall. "
	    "Medelfel är summan av avvikelserna, utan tecken, mot utfallet. Den som är "
	    "ansvarig nu står för åtgärdens alla prognoser.");
}

void
part_settings(struct doc *doc, const struct settings *settings)
{
	const struct column columns[] = {
		part_column_text("installning", "Inställning"),
		part_column_text("varde", "Värde"),
		part_column_text("betydelse", "Betydelse"),
	};
	struct table *table;

	if (settings->text[SETTING_VERIFY] == NULL)
		return;
	table = doc_table(
	    doc, "Vikter och gränser som är använda", columns, G_N_ELEMENTS(columns));
	for (int i = 0; i < SETTING__N; i++) {
		const struct setting_info *info = &setting_infos[i];
		g_autofree char *value = NULL;

		if (info->shared || info->type == SETTING_TEXT ||
		    info->type == SETTING_MARKS)
			continue;
		value = setting_is_default(settings, (enum setting)i)
		            ? g_strdup(settings->text[i])
		            : g_strdup_printf(
		                  "%s (standard %s)", settings->text[i], info->otherwise);
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(info->name), cell_text(value),
		        cell_text(info->meaning) });
	}
}

void
part_settings_note(struct doc *doc, const struct settings *settings)
{
	g_autofree char *weights = NULL;
	g_autofree char *limits = NULL;
	g_autofree char *text = NULL;

	if (settings->text[SETTING_VERIFY] == NULL)
		return;
	weights = settings_clause(settings, SETTING_STAGE_0, SETTING_WEIGHT_GREY);
	limits = settings_clause(settings, SETTING_EFFECT_GREEN, SETTING_EMPTY);
	text =
	    g_strdup_printf("Riskvikter: %s. Ljusens gränser: %s. Verifiering krävs: %s.",
	        weights, limits, settings->text[SETTING_VERIFY]);
	doc_note(doc, text);
}

void
part_unfounded_note(struct doc *doc, const struct overview *overview)
{
	g_autofree char *text = NULL;

	if (overview->unfounded == 0)
		return;
	text = g_strdup_printf(
	    overview->unfounded == 1
	        ? "Prognos: %d åtgärd som räknas har en plan för året men varken utfall "
	          "eller prognos från sin ägare. Den har ingen helårsprognos och ingår "
	          "inte i summan."
	        : "Prognos: %d åtgärder som räknas har en plan för året men varken "
	          "utfall "
	          "eller prognos från sin ägare. De har ingen helårsprognos och ingår "
	          "inte i summan.",
	    overview->unfounded);
	doc_note(doc, text);
}

/* ---- a scenario ---------------------------------------------------------------------
 */

static void
scenario_row(struct table *table, const char *text, const struct rollup *as_is,
    const struct rollup *thought, struct amount (*of)(const struct figure *))
{
	int n = rollup_columns(as_is);

	for (int c = 0; c < n; c++) {
		g_autofree char *year = rollup_column_name(as_is, c);
		struct amount before = of(&as_is->total.cells[c]);
		struct amount after = of(&thought->total.cells[c]);
		struct amount change =
		    amount_minus(after.known ? after : amount_of(0), before);

		if (!before.known && !after.known)
			continue;
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(text), cell_text(year),
		        cell_money(before), cell_money(after), cell_money(change) });
	}
}

static struct amount
target_of(const struct figure *figure)
{
	return figure->target;
}

static struct amount
forecast_figure(const struct figure *figure)
{
	return figure->forecast;
}

static struct amount
weighted_figure(const struct figure *figure)
{
	return figure->weighted;
}

void
part_scenario(struct doc *doc, const char *what, const struct rollup *as_is,
    const struct rollup *thought)
{
	g_autofree char *caption = g_strdup_printf("Om %s", what);
	const struct column columns[] = {
		part_column_text("matt", "Mått"),
		part_column_text("ar", "År"),
		part_column_mkr("nu_kr", "Som det är"),
		part_column_mkr("scenario_kr", "I scenariot"),
		part_column_mkr("skillnad_kr", "Skillnad"),
	};
	struct table *table = doc_table(doc, caption, columns, G_N_ELEMENTS(columns));

	scenario_row(table, "Mål", as_is, thought, target_of);
	scenario_row(table, "Helårsprognos", as_is, thought, forecast_figure);
	scenario_row(table, "Riskjusterad prognos", as_is, thought, weighted_figure);
	part_scenario_note(doc);
}

void
part_scenario_note(struct doc *doc)
{
	doc_note(doc,
	    "Scenariot ändrar ingenting. En åtgärd som tas bort räknas som om den aldrig "
	    "funnits, med sitt utfall. I en försenad åtgärd kommer det som återstår så "
	    "många månader senare; det som då hamnar efter programmets sista år är "
	    "borta.");
}
