/*
 * charts.c - the charts of the books: what each shows, in words and in series.
 */
#include "reports/book/parts.h"

#include <string.h>

#include "calendar/month.h"
#include "reports/doc/chart.h"

static const struct curve_point *
point_at(const struct overview *overview, int month)
{
	for (guint i = 0; i < overview->curve->len; i++) {
		const struct curve_point *p =
		    &g_array_index(overview->curve, struct curve_point, i);

		if (p->month == month)
			return p;
	}
	return NULL;
}

/* "Utfallet ligger under planens kurva" */
static const char *
curve_finding(const struct curve_point *now)
{
	if (!now || !now->realised.known)
		return "Planens kurva";
	if (now->realised.ore < now->plan_ore)
		return "Utfallet ligger under planens kurva";
	return now->realised.ore > now->plan_ore ? "Utfallet ligger över planens kurva"
	                                         : "Utfallet följer planens kurva";
}

static char *
curve_words(const struct overview *overview, const struct curve_point *now)
{
	const struct curve_point *last =
	    &g_array_index(overview->curve, struct curve_point, overview->curve->len - 1);
	g_autofree char *end = month_words(last->month);
	g_autofree char *plan = part_mkr(amount_of(last->plan_ore));
	g_autofree char *forecast = part_mkr(last->forecast);
	GString *text = g_string_new(NULL);

	g_string_append_printf(text, "Planen stiger till %s i %s.", plan, end);
	if (now && now->realised.known) {
		g_autofree char *month = month_words(now->month);
		g_autofree char *realised = part_mkr(now->realised);
		g_autofree char *planned = part_mkr(amount_of(now->plan_ore));

		g_string_append_printf(text,
		    " Till och med %s är %s realiserat, mot planens %s.", month, realised,
		    planned);
	}
	if (last->forecast.known)
		g_string_append_printf(text, " Prognosen är %s i %s.", forecast, end);
	return g_string_free(text, FALSE);
}

void
part_curve_chart(struct doc *doc, const struct overview *overview)
{
	const struct curve_point *now;
	g_autofree char *words = NULL;
	struct chart *chart;

	if (!overview->curve || overview->curve->len == 0)
		return;
	now = point_at(overview, overview->cutoff);
	words = curve_words(overview, now);
	chart = doc_chart(doc, CHART_CURVE, curve_finding(now),
	    "Ackumulerat, miljoner kronor", words, MONEY_MKR);
	chart_series(chart, "Plan", SERIES_PLAN);
	chart_series(chart, "Realiserat", SERIES_REALISED);
	chart_series(chart, "Prognos", SERIES_FORECAST);
	for (guint i = 0; i < overview->curve->len; i++) {
		const struct curve_point *p =
		    &g_array_index(overview->curve, struct curve_point, i);
		g_autofree char *label = month_text(p->month);

		chart_row(chart, label, STEP_TOTAL,
		    (const struct amount[]){
		        amount_of(p->plan_ore), p->realised, p->forecast });
	}
}

/* "Regionförvaltningen: 17,2 mkr av 37,0 mkr realiserat, prognos 35,7 mkr. " */
static void
append_bar_words(GString *words, const char *name, const struct amount *values)
{
	g_autofree char *target = part_mkr(values[0]);
	g_autofree char *realised = part_mkr(values[1]);
	g_autofree char *forecast = part_mkr(values[2]);

	g_string_append_printf(words, "%s%s: %s av %s realiserat, prognos %s.",
	    words->len ? " " : "", name, realised, target, forecast);
}

void
part_bars_chart(struct doc *doc, const struct rollup *rollup)
{
	g_autoptr(GString) words = g_string_new(NULL);
	g_autofree char *group =
	    g_utf8_strdown(grouping_heading(rollup->query.grouping), -1);
	g_autofree char *finding =
	    g_strdup_printf("Mål, utfall och prognos per %s", group);
	g_autofree struct amount *values =
	    g_new0(struct amount, rollup->rows->len * 3 + 1);
	struct chart *chart;

	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);
		const struct amount three[] = { row->cells[ROLLUP_TOTAL(rollup)].target,
			row->cells[ROLLUP_TOTAL(rollup)].realised,
			row->cells[ROLLUP_TOTAL(rollup)].forecast };

		memcpy(&values[i * 3], three, sizeof(three));
		if (three[0].known || three[1].known || three[2].known)
			append_bar_words(words, row->text, three);
	}
	if (words->len == 0)
		return;
	chart = doc_chart(doc, CHART_BARS, finding, "Hela programmet, miljoner kronor",
	    words->str, MONEY_MKR);
	chart_series(chart, "Mål", SERIES_PLAN);
	chart_series(chart, "Realiserat", SERIES_REALISED);
	chart_series(chart, "Prognos", SERIES_FORECAST);
	for (guint i = 0; i < rollup->rows->len; i++)
		if (values[i * 3].known || values[i * 3 + 1].known ||
		    values[i * 3 + 2].known)
			chart_row(chart,
			    g_array_index(rollup->rows, struct rollup_row, i).text,
			    STEP_TOTAL, &values[i * 3]);
}

/* The step from the last level that is known to one; a level that is missing is no step,
 * and the next one takes its place. */
static struct amount
step_to(struct amount *level, struct amount next)
{
	struct amount step = amount_minus(next, *level);

	if (next.known)
		*level = next;
	return step;
}

/* From the requirement down to what is forecast: what has no action, no decision, and
 * what is not expected to come. */
void
part_steps_chart(struct doc *doc, const struct overview *overview)
{
	const struct gap_ladder *gap = &overview->gap;
	struct amount level = gap->requirement;
	const struct amount identified = step_to(&level, gap->identified),
	                    decided = step_to(&level, gap->decided),
	                    forecast = step_to(&level, gap->forecast);
	const struct {
		const char *label;
		enum step_kind kind;
		struct amount amount;
		enum series_role role;
	} steps[] = {
		{ "Krav", STEP_TOTAL, gap->requirement, SERIES_PLAN },
		{ "Ej identifierat", STEP_CHANGE, identified, SERIES_GAP },
		{ "Ej beslutat", STEP_CHANGE, decided, SERIES_GAP },
		{ "Väntas inte", STEP_CHANGE, forecast, SERIES_GAP },
		{ "Prognos", STEP_TOTAL, gap->forecast, SERIES_FORECAST },
		{ "Risk", STEP_CHANGE, amount_minus(gap->weighted, gap->forecast),
		    SERIES_GAP },
		{ "Riskjusterat", STEP_TOTAL, gap->weighted, SERIES_FORECAST },
		{ "Realiserat", STEP_TOTAL, gap->realised, SERIES_REALISED },
	};
	g_autoptr(GString) words = g_string_new(NULL);
	struct chart *chart;

	if (!gap->requirement.known)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		g_autofree char *amount = part_mkr(steps[i].amount);

		if (steps[i].amount.known)
			g_string_append_printf(words, "%s%s %s.", words->len ? " " : "",
			    steps[i].label, amount);
	}
	chart = doc_chart(doc, CHART_STEPS, "Från kravet till det som är realiserat",
	    "Hela programmet, miljoner kronor", words->str, MONEY_MKR);
	chart_series(chart, "Krav", SERIES_PLAN);
	chart_series(chart, "Gap", SERIES_GAP);
	chart_series(chart, "Prognos", SERIES_FORECAST);
	chart_series(chart, "Realiserat", SERIES_REALISED);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		struct amount values[4] = { { 0, false } };
		static const int place[] = { [SERIES_PLAN] = 0,
			[SERIES_GAP] = 1,
			[SERIES_FORECAST] = 2,
			[SERIES_REALISED] = 3 };

		values[place[steps[i].role]] = steps[i].amount;
		if (steps[i].amount.known)
			chart_row(chart, steps[i].label, steps[i].kind, values);
	}
}
