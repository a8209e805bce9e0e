/*
 * import_indicators.c - indicators with their goals, and what they showed in a period and
 * in the one it is compared with.
 */
#include <string.h>

#include "base/text.h"
#include "exchange/kinds_goals.h"
#include "session/goal_set.h"
#include "session/measure_set.h"

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_INDICATORS];

struct indicators_file {
	struct goal_set *goals;
	struct measure_set *measures;
	struct period period; /* of rows that say none; {0, 0}: not looked up yet */
};

static void
start(struct importer *im)
{
	struct indicators_file *file = g_new0(struct indicators_file, 1);

	file->goals = goal_set_new(im);
	file->measures = measure_set_new(im);
	im->state = file;
}

static void
end(struct importer *im)
{
	struct indicators_file *file = im->state;

	measure_set_free(file->measures);
	goal_set_free(file->goals);
	g_free(file);
}

/* ---- the goal and the indicator of a row --------------------------------------------
 */

static const char *
nearest_goal(struct importer *im, const char *code)
{
	struct indicators_file *file = im->state;
	g_autoptr(GPtrArray) codes = g_ptr_array_new();

	for (guint i = 0; i < goal_set_size(file->goals); i++)
		g_ptr_array_add(
		    codes, (gpointer)(uintptr_t)goal_set_at(file->goals, i)->goal.code);
	g_ptr_array_add(codes, NULL);
	return text_nearest_any(code, (const char *const *)codes->pdata);
}

/* The code of the row's goal, "" for none; NULL after a reject. */
static const char *
goal_of(struct importer *im, const struct row *row)
{
	struct indicators_file *file = im->state;
	const struct value *v = row->values;
	const struct goal_entry *goal;

	if (v[INDICATOR_GOAL].given) {
		const char *near;

		if (goal_set_code(file->goals, v[INDICATOR_GOAL].text))
			return import_keep(im, &v[INDICATOR_GOAL]);
		near = nearest_goal(im, v[INDICATOR_GOAL].text);
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, INDICATOR_GOAL),
		    near ? "målet finns inte; närmaste kod är %s"
		         : "målet finns inte; läs in målen med slaget mal först%s",
		    near ? near : "");
		return NULL;
	}
	if (!v[INDICATOR_PERSPECTIVE].given && !v[INDICATOR_STRATEGIC].given &&
	    !v[INDICATOR_FACTOR].given)
		return "";
	goal = goal_set_factor(file->goals, row,
	    import_column(row, info, INDICATOR_PERSPECTIVE),
	    import_text(&v[INDICATOR_PERSPECTIVE]), import_text(&v[INDICATOR_STRATEGIC]),
	    import_text(&v[INDICATOR_FACTOR]));
	return goal ? goal->goal.code : NULL;
}

static struct indicator_entry *
indicator_of(struct importer *im, const struct row *row, const char *goal)
{
	struct indicators_file *file = im->state;
	const char *code = import_text(&row->values[INDICATOR_CODE]);
	const char *name = import_text(&row->values[INDICATOR_NAME]);
	struct indicator_entry *entry =
	    *code ? measure_set_code(file->measures, code)
	          : measure_set_name(file->measures, name, goal);

	if (entry)
		return entry;
	if (!*code && !*goal && measure_set_many(file->measures, name)) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, INDICATOR_NAME),
		    "flera mått heter så; ange koden i kolumnen \"kod\"");
		return NULL;
	}
	if (*name)
		return measure_set_add(file->measures, name, goal, *code ? code : NULL);
	rejects_add(im->rejects, row->file, row->line,
	    import_column(row, info, INDICATOR_NAME),
	    "ett nytt mått måste ha en benämning; fyll i cellen");
	return NULL;
}

/* ---- what the row says --------------------------------------------------------------
 */

/* What the first word of an aim says of the direction; nothing else does. */
static const struct word aim_words[] = {
	{ "oka", DIRECTION_INCREASE },
	{ "minska", DIRECTION_DECREASE },
	{ "under", DIRECTION_AT_MOST },
	{ "hogst", DIRECTION_AT_MOST },
	{ "over", DIRECTION_AT_LEAST },
	{ "minst", DIRECTION_AT_LEAST },
	{ NULL, 0 },
};

static int
aim_direction(const char *aim, int otherwise)
{
	g_autofree char *key = text_fold(aim);
	size_t n = strcspn(key, " ");

	for (const struct word *w = aim_words; w->text; w++)
		if (strlen(w->text) == n && strncmp(w->text, key, n) == 0)
			return w->value;
	return otherwise;
}

/* Does the row say what the indicator showed? */
static bool
has_outcome(const struct value *v)
{
	return v[INDICATOR_TEXT].given || v[INDICATOR_WOMEN].given ||
	       v[INDICATOR_MEN].given || v[INDICATOR_TOTAL].given ||
	       v[INDICATOR_ATTAINED].given || v[INDICATOR_TREND].given;
}

static bool
say_indicator(struct importer *im, const struct row *row, struct indicator *i)
{
	const struct value *v = row->values;
	const char *aim = i->aim;

	import_say(im, row, INDICATOR_NAME, &i->name);
	import_say(im, row, INDICATOR_AIM, &i->aim);
	import_say(im, row, INDICATOR_UNIT, &i->unit);
	import_say(im, row, INDICATOR_PERIODS, &i->periods);
	import_say(im, row, INDICATOR_TABLE, &i->table);
	import_say(im, row, INDICATOR_PART_OF, &i->part_of);
	measure_say(&v[INDICATOR_AIM_WOMEN], &i->target.women);
	measure_say(&v[INDICATOR_AIM_MEN], &i->target.men);
	measure_say(&v[INDICATOR_AIM_TOTAL], &i->target.total);
	if (!has_outcome(v))
		import_say(im, row, INDICATOR_NOTE, &i->note);
	/* a direction somebody has said stays while the aim is the same */
	if (!v[INDICATOR_DIRECTION].present && v[INDICATOR_AIM].given &&
	    (i->direction == DIRECTION__N || strcmp(aim, i->aim) != 0))
		i->direction = aim_direction(i->aim, i->direction);
	return import_word(
	    im, row, info, INDICATOR_DIRECTION, direction_words, &i->direction);
}

/* ---- the period ---------------------------------------------------------------------
 */

/* The latest round's, else the month of the default cut-off; told in the result. */
static bool
default_period(struct importer *im, struct period *ret, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;
	struct session *s = im->session;
	g_autofree char *text = NULL;
	struct period period = { 0, 1 };

	if (!store_read_round_states(
	        s->store, s->programme.id, STORE_NOW, pool, &rounds, error))
		return false;
	if (rounds->len &&
	    !period_parse(
	        g_array_index(rounds, struct stored_round, rounds->len - 1).label,
	        &period, NULL))
		period.month =
		    g_array_index(rounds, struct stored_round, rounds->len - 1).cutoff;
	if (!period.month && !session_cutoff(s, NULL, &period.month, error))
		return false;
	text = period_text(period);
	g_strlcpy(im->result->assumed, text, sizeof(im->result->assumed));
	*ret = period;
	return true;
}

static bool
period_of(struct importer *im, const struct row *row, struct period *ret, GError **error)
{
	struct indicators_file *file = im->state;

	*ret = row->values[INDICATOR_PERIOD].period;
	if (ret->month)
		return true;
	if (!file->period.month && !default_period(im, &file->period, error))
		return false;
	*ret = file->period;
	return true;
}

/* A value of a period; a reject when a cell before it says another.  One row's
 * jämförelse may be what the next one shows. */
static void
say_value(struct importer *im, const struct row *row, int column,
    const struct measurement *m, struct measure *told, struct measure *value)
{
	struct measure said = MEASURE_NONE;
	g_autofree char *period = NULL;
	g_autofree char *other = NULL;

	measure_say(&row->values[column], &said);
	if (!said.known)
		return;
	if (!told->known || measure_equal(*told, said)) {
		*told = *value = said;
		return;
	}
	period = period_text(m->period);
	other = measure_text(*told);
	rejects_add(im->rejects, row->file, row->line, import_column(row, info, column),
	    "måttets värde för %s är redan angivet som %s; rätta det ena eller perioden",
	    period, other);
}

/* Women, men and total in columns one after the other. */
static struct measurement *
say_values(struct importer *im, const struct row *row, int first, const char *indicator,
    struct period period)
{
	struct indicators_file *file = im->state;
	struct measurement_entry *entry =
	    measure_set_need(file->measures, indicator, "", period);
	struct measurement *m = &entry->measurement;

	say_value(im, row, first, m, &entry->told.women, &m->value.women);
	say_value(im, row, first + 1, m, &entry->told.men, &m->value.men);
	say_value(im, row, first + 2, m, &entry->told.total, &m->value.total);
	return m;
}

static void
say_outcome(struct importer *im, const struct row *row, const char *indicator,
    struct period period)
{
	struct measurement *m = say_values(im, row, INDICATOR_WOMEN, indicator, period);

	import_say(im, row, INDICATOR_TEXT, &m->text);
	import_say(im, row, INDICATOR_ATTAINED, &m->attained);
	import_say(im, row, INDICATOR_TREND, &m->trend);
	import_say(im, row, INDICATOR_NOTE, &m->note);
}

/* What the period is compared with; a reject when the values have no period. */
static void
say_before(struct importer *im, const struct row *row, const char *indicator)
{
	const struct value *v = row->values;

	if (!v[INDICATOR_BEFORE_WOMEN].given && !v[INDICATOR_BEFORE_MEN].given &&
	    !v[INDICATOR_BEFORE_TOTAL].given)
		return;
	if (!v[INDICATOR_BEFORE].given) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, INDICATOR_BEFORE),
		    "perioden som jämförelsen gäller saknas; fyll i den");
		return;
	}
	say_values(
	    im, row, INDICATOR_BEFORE_WOMEN, indicator, v[INDICATOR_BEFORE].period);
}

static bool
indicator_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	struct indicator_entry *entry;
	struct period period = { 0, 0 };
	const char *goal;

	(void)rejects;
	if (row->refused)
		return true;
	goal = goal_of(im, row);
	entry = goal ? indicator_of(im, row, goal) : NULL;
	if (!entry)
		return true;
	if (*goal)
		entry->indicator.goal = goal;
	if (has_outcome(row->values) && !period_of(im, row, &period, error))
		return false;
	if (!import_once(im, row, info, INDICATOR_NAME,
	        g_strdup_printf(
	            "%s\n%d %d", entry->indicator.code, period.month, period.span)) ||
	    !say_indicator(im, row, &entry->indicator))
		return true;
	entry->said = true;
	entry->file = g_string_chunk_insert_const(im->text, row->file);
	entry->line = row->line;
	if (has_outcome(row->values))
		say_outcome(im, row, entry->indicator.code, period);
	say_before(im, row, entry->indicator.code);
	return true;
}

static bool
finish(struct importer *im, GError **error)
{
	struct indicators_file *file = im->state;

	measure_set_check(file->measures);
	return rejects_count(im->rejects) ||
	       (goal_set_write(file->goals, &im->result->goals, error) &&
	           measure_set_write(
	               file->measures, true, false, &im->result->values, error));
}

const struct import_kind import_indicators_kind = { STORE_GOALS, start, indicator_row,
	finish, end };
