/*
 * import_fields.c - each field of a filled in template held against what stands now and
 * what stood when the template was made.
 *
 * A field that nobody else has touched since is taken.  One that somebody has given
 * another value meanwhile is refused and both values are named, so that of two filled in
 * templates none is lost; the same holds between the files of one import.
 */
#include <string.h>

#include "calendar/month.h"
#include "money/money_format.h"
#include "session/doubt.h"
#include "session/import_template.h"

/* ---- what stands, and what stood ------------------------------------------------- */

bool
template_realised(const struct taken *t, int64_t change, int from, int to,
    struct amount *ret, GError **error)
{
	struct session *s = t->im->session;
	int64_t last;

	*ret = AMOUNT_NONE;
	if (!session_last_saving(s, change, &last, error))
		return false;
	for (guint i = 0; i < t->im->plan->lines->len; i++) {
		const struct line *line =
		    &g_array_index(t->im->plan->lines, struct line, i);
		g_autoptr(GArray) cube = NULL;

		if (line->action != t->action->id)
			continue;
		if (!store_read_cube(s->store, last, line->id, from, to, &cube, error))
			return false;
		for (guint k = 0; k < cube->len; k++) {
			const struct cube_cell *cell =
			    &g_array_index(cube, struct cube_cell, k);

			if (cube_cell_stands(cell))
				amount_total(ret, amount_of(cell->ore));
		}
	}
	return true;
}

/* From January to the round's month as of a change. */
static bool
year_as_of(const struct taken *t, int64_t change, struct amount *ret, GError **error)
{
	int month = t->row->values[TEMPLATE_ROUND].number;

	return template_realised(
	    t, change, month_make(month_year(month), 1), month, ret, error);
}

/* What an earlier month's template of this import has posted is nobody else's: its row
 * was held against what stood, so what stood before the import is what the later month's
 * amount is to meet. */
static bool
read_own_months(
    const struct taken *t, struct amount now, struct amount *then, GError **error)
{
	int month = t->row->values[TEMPLATE_ROUND].number;
	int said = template_year_said(t);
	struct amount stood;

	if (said == 0 || said >= month || month_year(said) != month_year(month))
		return true;
	if (!year_as_of(t, store_change_number(t->im->session->store) - 1, &stood, error))
		return false;
	if (amount_equal(stood, *then))
		*then = now;
	return true;
}

/* The round's reports in force then and now; their texts are the pool's. */
static bool
read_reports(struct taken *t, int64_t round, GStringChunk *pool,
    struct stored_report *ret_then, struct stored_report *ret_now, GError **error)
{
	struct session *s = t->im->session;
	const struct stored_report none = { .comment = "", .result = "" };
	g_autoptr(GArray) all = NULL;

	*ret_then = *ret_now = none;
	if (!round)
		return true;
	if (!store_read_reports(
	        s->store, s->programme.id, t->action->id, STORE_NOW, pool, &all, error))
		return false;
	for (guint i = 0; i < all->len; i++) {
		const struct stored_report *r =
		    &g_array_index(all, struct stored_report, i);

		if (r->round != round)
			continue;
		*ret_now = r->removed ? none : *r;
		t->reported = !r->removed;
		if (r->change <= t->change)
			*ret_then = *ret_now;
	}
	return true;
}

static void
set_field(struct taken *t, int column, char *said, char *now, char *then)
{
	struct field *f = &t->fields[column];

	*f = (struct field){ .said = said,
		.now = now,
		.then = then,
		.given = *said != '\0',
		.fate = IMPORT_SAME };
}

static void
set_word(
    struct taken *t, int column, const struct word *words, int said, int now, int then)
{
	set_field(t, column, g_strdup(word_text(words, said)),
	    g_strdup(word_text(words, now)), g_strdup(word_text(words, then)));
}

/* As a reader has it, and exact; "" for no amount. */
static char *
mkr(struct amount amount)
{
	GString *out = g_string_new(NULL);

	amount_append_full(out, amount, MONEY_MKR, 1);
	if (amount.known)
		g_string_append(out, " mkr");
	return g_string_free(out, FALSE);
}

/* A year's target; an import's own plan is without. */
static bool
read_target(const struct taken *t, int year, struct amount *ret, GError **error)
{
	struct session *s = t->im->session;
	struct plan **plan = &t->im->template->targets;

	if (!*plan && !store_read_plan(
	                  s->store, &s->programme, STORE_NOW, STORE_TARGETS, plan, error))
		return false;
	*ret = plan_action_target(*plan, t->action->id, year);
	return true;
}

static bool
read_doubts(struct taken *t, struct amount year_now, GError **error)
{
	const struct value *v = t->row->values;
	const struct value *now = &v[TEMPLATE_NOW], *forecast = &v[TEMPLATE_FORECAST];
	int month = v[TEMPLATE_ROUND].number;
	struct doubt_about about = { .code = t->action->code,
		.month = month,
		.now = now->given ? now->amount : year_now,
		.unit = MONEY_MKR,
		.suffix = " mkr" };

	if (!now->given && !forecast->given)
		return true;
	if (!read_target(t, month_year(month), &about.target, error))
		return false;
	if (month_of_year(month) > 1 &&
	    !template_realised(t, STORE_NOW, month_make(month_year(month), 1),
	        month_add(month, -1), &about.before, error))
		return false;
	if (now->given)
		t->fields[TEMPLATE_NOW].doubt = doubt_realised(&about, now->amount);
	if (forecast->given)
		t->fields[TEMPLATE_FORECAST].doubt =
		    doubt_forecast(&about, forecast->amount);
	return true;
}

bool
template_read_fields(struct taken *t, GError **error)
{
	struct session *s = t->im->session;
	const struct value *v = t->row->values;
	const int64_t *known =
	    g_hash_table_lookup(t->im->names.rounds, v[TEMPLATE_ROUND].text);
	g_autoptr(GStringChunk) pool = g_string_chunk_new(1024);
	int year = month_year(v[TEMPLATE_ROUND].number);
	struct amount now = AMOUNT_NONE, then = AMOUNT_NONE;
	struct amount year_now, year_then;
	struct stored_report report_then, report_now;

	if (!read_reports(
	        t, known ? *known : 0, pool, &report_then, &report_now, error) ||
	    !year_as_of(t, STORE_NOW, &year_now, error) ||
	    !year_as_of(t, t->change, &year_then, error) ||
	    !read_own_months(t, year_now, &year_then, error) ||
	    (known && (!store_read_forecast(s->store, t->action->id, *known, year,
	                   STORE_NOW, &now, error) ||
	                  !store_read_forecast(s->store, t->action->id, *known, year,
	                      t->change, &then, error))))
		return false;
	set_field(
	    t, TEMPLATE_NOW, mkr(v[TEMPLATE_NOW].amount), mkr(year_now), mkr(year_then));
	set_field(
	    t, TEMPLATE_FORECAST, mkr(v[TEMPLATE_FORECAST].amount), mkr(now), mkr(then));
	set_word(t, TEMPLATE_STATUS, status_words, t->status, report_now.status,
	    report_then.status);
	set_word(t, TEMPLATE_LIGHT, light_words, t->light, report_now.light,
	    report_then.light);
	set_field(t, TEMPLATE_COMMENT, g_strdup(import_text(&v[TEMPLATE_COMMENT])),
	    g_strdup(report_now.comment), g_strdup(report_then.comment));
	set_field(t, TEMPLATE_NOTHING, g_strdup(t->nothing ? "ja" : ""),
	    g_strdup(report_now.nothing_new ? "ja" : ""),
	    g_strdup(report_then.nothing_new ? "ja" : ""));
	return read_doubts(t, year_now, error);
}

/* ---- what becomes of each -------------------------------------------------------- */

/* Is all that was written since the template taken over? */
static bool
replaces(const struct taken *t)
{
	return t->im->choice->replace && t->im->choice->seen == 0;
}

static void
judge(struct field *f, bool replace)
{
	if (strcmp(f->said, f->now) == 0)
		f->fate = IMPORT_SAME;
	else if (strcmp(f->now, f->then) == 0 || replace)
		f->fate = *f->now ? IMPORT_CHANGED : IMPORT_NEW;
	else
		f->fate = IMPORT_LATER;
}

/* What a file before says is so already is said all the same: another value is not taken
 * over it, whichever file comes first. */
static void
keep_said(struct taken *t)
{
	for (int c = 0; c < TEMPLATE_COLUMN__N && !replaces(t); c++) {
		struct field *f = &t->fields[c];
		const struct template_said *before =
		    f->given ? template_said_before(t, c) : NULL;

		if (before && strcmp(before->text, f->said) != 0)
			f->fate = IMPORT_LATER;
	}
}

static bool
is_written(const struct field *f)
{
	return f->given && f->fate != IMPORT_SAME;
}

void
template_judge(struct taken *t)
{
	static const int news[] = { TEMPLATE_STATUS, TEMPLATE_LIGHT, TEMPLATE_COMMENT };
	struct field *nothing = &t->fields[TEMPLATE_NOTHING];
	bool told = false, since = false;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		if (t->fields[c].given)
			judge(&t->fields[c], replaces(t));
	keep_said(t);
	for (size_t i = 0; i < G_N_ELEMENTS(news); i++) {
		const struct field *f = &t->fields[news[i]];

		told |= is_written(f);
		since |= strcmp(f->now, f->then) != 0;
	}
	if (told && nothing->given && *nothing->said)
		nothing->doubt =
		    g_strdup_printf("%s säger inget nytt, men raden har också "
		                    "status, ljus eller kommentar.",
		        t->action->code);
	/* news takes "inget nytt" away, and nothing new goes ill with another's news */
	if (!nothing->given && told && *nothing->now) {
		nothing->given = true;
		judge(nothing, replaces(t));
	} else if (nothing->given && *nothing->said && since &&
	           nothing->fate == IMPORT_NEW && !replaces(t))
		nothing->fate = IMPORT_LATER;
}

void
template_clear_fields(struct taken *t)
{
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		g_free(t->fields[c].said);
		g_free(t->fields[c].now);
		g_free(t->fields[c].then);
		g_free(t->fields[c].doubt);
	}
}
