/*
 * indicators.c - the table of styrmått: what each should show, shows and is compared
 * with, and what the source printed beside.
 */
#include <string.h>

#include "base/text.h"
#include "reports/book/parts.h"
#include "reports/book/strategic.h"
#include "rollup/lights.h"

/* What a light says of an indicator or a goal. */
static const char *
light_word(enum light light)
{
	switch (light) {
	case LIGHT_GREEN:
		return "uppnått";
	case LIGHT_YELLOW:
		return "på väg";
	case LIGHT_RED:
		return "ej uppnått";
	case LIGHT_NONE:
	case LIGHT_GREY:
	case LIGHT__N:
		break;
	}
	return "går ej att bedöma";
}

char *
strategic_light(const struct strategic *book, enum light light)
{
	return g_strdup_printf(
	    "%s %s", settings_mark(&book->overview->settings, light), light_word(light));
}

/* ---- cells ---------------------------------------------------------------------------
 */

static void
append_part(GString *out, const char *between, const char *name, const char *text)
{
	g_string_append_printf(
	    out, "%s%s%s%s", out->len ? between : "", name, *name ? " " : "", text);
}

/* "K 29 · M 4", "8,4"; "" when nothing is known. */
static void
append_measures(GString *out, const struct measures *m)
{
	bool split = m->women.known || m->men.known;
	const struct {
		const char *name;
		struct measure value;
	} parts[] = { { "K", m->women }, { "M", m->men },
		{ split ? "totalt" : "", m->total } };

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_autofree char *text = measure_text(parts[i].value);

		if (parts[i].value.known)
			append_part(out, " · ", parts[i].name, text);
	}
}

/* "K 29 · M 4 (antal, T1 2022)"; what the source says when there is no value, else "–".
 */
static char *
measured(const struct measurement *m, const char *unit)
{
	GString *out = g_string_new(NULL);
	g_autofree char *period = NULL;

	if (m == NULL)
		return g_string_free(g_string_append(out, "–"), FALSE);
	period = period_text(m->period);
	append_measures(out, &m->value);
	if (out->len == 0) {
		g_string_append(out, *m->text ? m->text : "Data saknas");
		unit = "";
	}
	g_string_append_printf(out, " (%s%s%s)", unit, *unit ? ", " : "", period);
	return g_string_free(out, FALSE);
}

/* In words as the source has it, else "minst 70". */
static char *
aim_of(const struct indicator *indicator)
{
	GString *out;
	g_autoptr(GString) target = g_string_new(NULL);

	if (*indicator->aim)
		return g_strdup(indicator->aim);
	out = g_string_new(word_text(direction_words, indicator->direction));
	append_measures(target, &indicator->target);
	if (target->len)
		append_part(out, " ", "", target->str);
	return g_string_free(out->len ? out : g_string_append(out, "–"), FALSE);
}

static void
append_attained(const struct strategic *book, GString *out, const char *name,
    struct attainment attained)
{
	g_autofree char *light = strategic_light(book, attained.light);

	append_part(out, " · ", name, light);
	if (attained.small)
		g_string_append(out, " (små tal)");
}

/* "K ● uppnått · M ◆ ej uppnått (små tal) · totalt ◆ ej uppnått", or why nothing can be
 * said: "□ riktningen är inte angiven". */
static char *
attained(const struct strategic *book, const struct score *score)
{
	GString *out = g_string_new(NULL);
	bool told = score->split &&
	            (score->women.light != LIGHT_GREY || score->men.light != LIGHT_GREY);

	if (!told && score->total.light == LIGHT_GREY) {
		g_string_append_printf(out, "%s %s",
		    settings_mark(&book->overview->settings, LIGHT_GREY),
		    scorecard_why(score));
		if (score->total.small)
			g_string_append(out, " (små tal)");
		return g_string_free(out, FALSE);
	}
	if (score->split) {
		struct attainment total = score->total;

		append_attained(book, out, "K", score->women);
		append_attained(book, out, "M", score->men);
		total.small = false; /* said of the one that is */
		append_attained(book, out, "totalt", total);
	} else {
		append_attained(book, out, "", score->total);
	}
	return g_string_free(out, FALSE);
}

static char *
trend(const struct score *score)
{
	GString *out = g_string_new(NULL);
	const char *women = trend_symbol(score->women.trend);
	const char *men = trend_symbol(score->men.trend);

	if (!score->split)
		append_part(out, "", "", trend_symbol(score->total.trend));
	else if (*women || *men) {
		append_part(out, " · ", "K", *women ? women : "–");
		append_part(out, " · ", "M", *men ? men : "–");
	}
	return g_string_free(out->len ? out : g_string_append(out, "–"), FALSE);
}

static void
append_quoted(GString *out, const char *between, const char *name, const char *text)
{
	g_autofree char *quoted = g_strdup_printf("\"%s\"", text);

	if (*text)
		append_part(out, between, name, quoted);
}

/* What the source printed, as it printed it: nothing here is read. */
static void
append_printed(GString *out, const struct measurement *m)
{
	g_autoptr(GString) said = g_string_new(NULL);

	/* without a value the text is what the cell shows */
	if (measures_known(&m->value))
		append_quoted(said, ", ", "", m->text);
	append_quoted(said, ", ", "måluppfyllelse", m->attained);
	append_quoted(said, ", ", "utveckling", m->trend);
	if (said->len)
		g_string_append_printf(
		    out, "%sI källan står %s.", out->len ? " " : "", said->str);
}

static bool
has_places(const struct strategic *book, const char *code)
{
	const GPtrArray *values = g_hash_table_lookup(book->values, code);

	for (guint i = 0; values && i < values->len; i++)
		if (*((const struct measurement *)values->pdata[i])->place)
			return true;
	return false;
}

static char *
remarks(const struct strategic *book, const struct score *score)
{
	const struct indicator *indicator = score->indicator;
	GString *out = g_string_new(NULL);

	if (score->now)
		append_printed(out, score->now);
	if (*indicator->note)
		append_part(out, " ", "", indicator->note);
	if (score->now && *score->now->note &&
	    strcmp(score->now->note, indicator->note) != 0)
		append_part(out, " ", "", score->now->note);
	if (score->off_period)
		append_part(
		    out, " ", "", "Mätt utanför de perioder då måttet ska följas upp.");
	if (score->compared && !score->before)
		append_part(out, " ", "",
		    "Jämförelsen gäller en annan period och påverkar inte bedömningen.");
	if (score->other_kind)
		append_part(out, " ", "",
		    "Utfall och jämförelse är av olika slag: totalt mot K och M.");
	if (has_places(book, indicator->code))
		append_part(out, " ", "", "Mätvärden finns per ort.");
	return g_string_free(out->len ? out : g_string_append(out, "–"), FALSE);
}

/* ---- the table -----------------------------------------------------------------------
 */

enum { COLUMNS = 8 };

static void
indicator_row(
    const struct strategic *book, struct table *table, const struct score *score)
{
	const struct indicator *indicator = score->indicator;
	g_autofree char *aim = aim_of(indicator);
	g_autofree char *now = measured(score->now, indicator->unit);
	g_autofree char *compared = measured(score->compared, "");
	g_autofree char *marks = attained(book, score);
	g_autofree char *arrows = trend(score);
	g_autofree char *remark = remarks(book, score);

	table_row(table, ROW_BODY,
	    (const struct cell[COLUMNS]){
	        cell_text(indicator->name),
	        cell_text(aim),
	        cell_text(*indicator->periods ? indicator->periods : "–"),
	        cell_text(now),
	        cell_text(compared),
	        cell_text(marks),
	        cell_text(arrows),
	        cell_text(remark),
	    });
}

/* "Framgångsfaktor: En god vård – ◆ ej uppnått" */
static void
goal_row(const struct strategic *book, struct table *table, const char *code)
{
	const struct goal *goal = plan_goal(book->plan, code);
	struct cell cells[COLUMNS] = { { .type = CELL_EMPTY } };
	g_autofree char *light =
	    strategic_light(book, goal ? strategic_place(book, code)->light : LIGHT_GREY);
	g_autofree char *word =
	    goal ? g_strdup(word_text(goal_level_words, (int)goal->level)) : NULL;
	g_autofree char *text = NULL;

	if (goal == NULL)
		return;
	word[0] = g_ascii_toupper(word[0]);
	text = g_strdup_printf("%s: %s – %s", word, goal->name, light);
	cells[0] = cell_text(text);
	table_row(table, ROW_GROUP, cells);
}

void
strategic_indicators(
    const struct strategic *book, const char *caption, const GPtrArray *scores)
{
	const struct column columns[COLUMNS] = {
		part_column_text("styrmatt", "Styrmått"),
		part_column_text("mal", "Mål"),
		part_column_text("uppfoljningsperiod", "Följs upp"),
		part_column_text("utfall", "Periodens utfall"),
		part_column_text("jamforelse", "Jämförelse"),
		part_column_text("maluppfyllelse", "Måluppfyllelse"),
		part_column_text("utveckling", "Utveckling"),
		part_column_text("anmarkning", "Anmärkning"),
	};
	struct table *table;
	const char *goal = "";

	if (scores->len == 0)
		return;
	table = doc_table(book->doc, caption, columns, COLUMNS);
	for (guint i = 0; i < scores->len; i++) {
		const struct score *score = scores->pdata[i];

		if (strcmp(score->indicator->goal, goal) != 0)
			goal_row(book, table, score->indicator->goal);
		goal = score->indicator->goal;
		indicator_row(book, table, score);
	}
}

void
strategic_legend(const struct strategic *book)
{
	static const enum light lights[] = { LIGHT_GREEN, LIGHT_YELLOW, LIGHT_RED };
	g_autoptr(GString) text = g_string_new("Måluppfyllelse:");

	for (size_t i = 0; i < G_N_ELEMENTS(lights); i++) {
		g_autofree char *light = strategic_light(book, lights[i]);

		g_string_append_printf(text, " %s,", light);
	}
	g_string_append_printf(text,
	    " %s data saknas eller går inte att bedöma. Ska måttet öka eller minska "
	    "jämförs "
	    "med samma period förra året, annars med målet i tal; på väg är ett mått som "
	    "rör sig mot målet. Ett delat mått bedöms för kvinnor (K) och män (M) var "
	    "för "
	    "sig, och totalt är det sämre av dem. Ett mål är så bra som det sämsta under "
	    "det.",
	    settings_mark(&book->overview->settings, LIGHT_GREY));
	doc_note(book->doc, text->str);
	doc_note(book->doc,
	    "Utveckling: ↑ mer, → mindre än 1 procents skillnad och ↓ mindre än samma "
	    "period förra året, oavsett vilket håll som är bra. Små tal är antal under "
	    "10: "
	    "där säger symbolen lite. Symboler inom citattecken är källans egna "
	    "och är inte tolkade.");
}
