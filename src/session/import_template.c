/*
 * import_template.c - the follow-up template filled in: writing its rows, and what others
 * have changed meanwhile.
 */
#include "session/import_template.h"

#include "base/error.h"
#include "calendar/month.h"
#include "session/report.h"

static struct template_state *
state_of(struct importer *im)
{
	if (!im->template) {
		im->template = g_new0(struct template_state, 1);
		im->template->changes =
		    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
		im->template->said = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, template_said_free);
		im->template->years =
		    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		im->result->template = true;
	}
	return im->template;
}

void
import_template_clear(struct importer *im)
{
	if (!im->template)
		return;
	g_hash_table_destroy(im->template->changes);
	g_hash_table_destroy(im->template->said);
	g_hash_table_destroy(im->template->years);
	plan_free(im->template->targets);
	g_clear_pointer(&im->template, g_free);
}

int
import_template_later(const struct importer *im)
{
	return im->template ? im->template->later : 0;
}

bool
import_template_year(const struct importer *im, const char *code)
{
	return im->template && g_hash_table_contains(im->template->years, code);
}

/* ---- writing --------------------------------------------------------------------- */

/* A refused value is a reject of its column; all else ends the import. */
static bool
refuse_or_fail(struct taken *t, int column, GError *refused, GError **error)
{
	if (g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT) ||
	    g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE)) {
		import_refuse(t->im, t->row, template_column(t->row, column), &refused);
		return true;
	}
	g_propagate_error(error, refused);
	return false;
}

/* A closed round is told once a file: every row of it says the same. */
static bool
refuse_closed(struct taken *t, GError *refused, GError **error)
{
	const struct value *round = &t->row->values[TEMPLATE_ROUND];
	char *key = g_strjoin("\n", t->row->file, round->text, NULL);

	if (g_hash_table_contains(t->im->seen, key)) {
		g_free(key);
		g_error_free(refused);
		return true;
	}
	g_hash_table_insert(t->im->seen, key, GINT_TO_POINTER(MAX(t->row->line, 1)));
	return refuse_or_fail(t, TEMPLATE_ROUND, refused, error);
}

/* Does a report stand already with all that the row says? */
static bool
is_known(const struct taken *t)
{
	bool known = t->reported;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		known &= !t->fields[c].given || t->fields[c].fate == IMPORT_SAME;
	return known;
}

int
template_year_said(const struct taken *t)
{
	return GPOINTER_TO_INT(
	    g_hash_table_lookup(t->im->template->years, t->action->code));
}

static void
note_year(const struct taken *t)
{
	int month = MAX(template_year_said(t), t->row->values[TEMPLATE_ROUND].number);

	g_hash_table_insert(
	    t->im->template->years, g_strdup(t->action->code), GINT_TO_POINTER(month));
}

/* What is posted to a month adds to what a file before has said of the year to a later
 * month.  False after a reject. */
static bool
check_order(const struct taken *t)
{
	const struct value *v = t->row->values;
	int month = v[TEMPLATE_ROUND].number, said = template_year_said(t);

	if (!v[TEMPLATE_NOW].given || t->fields[TEMPLATE_NOW].fate == IMPORT_SAME ||
	    said <= month || month_year(said) != month_year(month))
		return true;
	rejects_add(t->im->rejects, t->row->file, t->row->line,
	    template_column(t->row, TEMPLATE_NOW),
	    "en mall för en senare månad, som lästes före den här, säger redan vad "
	    "åtgärden har gett i år; ange filerna i månadernas ordning");
	return false;
}

/* The same where the later month was written before this import, but after the template
 * was made: unless what others have written is to give way.  False after a reject, or
 * with an error. */
static bool
check_months_after(const struct taken *t, GError **error)
{
	const struct value *v = t->row->values;
	int month = v[TEMPLATE_ROUND].number;
	int last = month_make(month_year(month), 12);
	struct amount then, now;

	if (!v[TEMPLATE_NOW].given || t->fields[TEMPLATE_NOW].fate == IMPORT_SAME ||
	    month == last || t->im->choice->replace)
		return true;
	if (!template_realised(t, t->change, month + 1, last, &then, error) ||
	    !template_realised(t, STORE_NOW, month + 1, last, &now, error))
		return false;
	if (then.known == now.known && then.ore == now.ore)
		return true;
	rejects_add(t->im->rejects, t->row->file, t->row->line,
	    template_column(t->row, TEMPLATE_NOW),
	    "en senare månad i år har bokförts sedan mallen gjordes, och beloppet skulle "
	    "läggas till den; %s",
	    t->im->session->screen
	        ? "gör en ny mall, eller bokför månaden för sig"
	        : "gör en ny mall, bokför månaden för sig med sparplan utfall, eller "
	          "ange --ersatt");
	return false;
}

/* As check_judged of report.c, said of the cells.  False after a reject. */
static bool
check_reason(const struct taken *t)
{
	if (t->light == LIGHT_NONE || t->light == LIGHT_GREY ||
	    t->fields[TEMPLATE_COMMENT].given || *t->fields[TEMPLATE_COMMENT].now)
		return true;
	rejects_add(t->im->rejects, t->row->file, t->row->line,
	    template_column(t->row, TEMPLATE_LIGHT),
	    "ett ljus som man bedömer själv behöver en motivering; skriv den i "
	    "kommentaren, "
	    "eller lämna ljuset tomt, så räknas det ut");
	return false;
}

static bool
write_row(struct taken *t, GError **error)
{
	struct importer *im = t->im;
	const struct value *v = t->row->values;
	const char *label = v[TEMPLATE_ROUND].text;
	struct report_entry entry = { .action = t->action->code,
		.round = label,
		.status = (enum status)t->status,
		.light = (enum light)t->light,
		.comment = import_text(&v[TEMPLATE_COMMENT]),
		.nothing_new = t->nothing != 0,
		.forecast = v[TEMPLATE_FORECAST].amount,
		.late = im->late };
	g_autofree char *same_label = NULL;
	enum edit_outcome outcome = EDIT_SAME;
	struct amount before;
	bool posted = false;
	GError *refused = NULL;

	if (!report_check_open(
	        &im->names, label, v[TEMPLATE_ROUND].number, im->late, &refused)) {
		/* what is there already is harmless, in a closed round too */
		if (!is_known(t))
			return refuse_closed(t, refused, error);
		g_error_free(refused);
		import_count(im, true, true);
		return true;
	}
	if (!check_reason(t))
		return true;
	if (v[TEMPLATE_NOW].given &&
	    !post_year(im->session, im->plan, t->action->code, v[TEMPLATE_ROUND].number,
	        v[TEMPLATE_NOW].amount, &before, &posted, &refused))
		return refuse_or_fail(t, TEMPLATE_NOW, refused, error);
	if (v[TEMPLATE_NOW].given)
		note_year(t);
	/* an amount alone makes the action reported, as in the terminal's grid */
	if (!report_take(im->session, &im->names, im->plan, &entry, &same_label, &outcome,
	        &refused))
		return refuse_or_fail(
		    t, t->light ? TEMPLATE_LIGHT : TEMPLATE_ROUND, refused, error);
	import_count(im, t->reported, !posted && outcome == EDIT_SAME);
	return true;
}

static bool
take_row(struct taken *t, GError **error)
{
	GError *why = NULL;
	bool said = false;

	if (!template_read_fields(t, error))
		return false;
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		said |= t->fields[c].given;
	if (!said) {
		t->im->result->blank += !t->row->refused;
		return true;
	}
	template_judge(t);
	if (!template_tell(t) || t->row->refused || !check_order(t))
		return true;
	if (!check_months_after(t, &why)) {
		if (why)
			g_propagate_error(error, why);
		return !why;
	}
	return write_row(t, error);
}

bool
import_template_row(struct importer *im, const struct row *row, GError **error)
{
	struct taken t = { .im = im, .row = row };
	bool ok = true, words;

	state_of(im);
	if (!template_identify(&t))
		return true;
	words = import_word(
	    im, row, &template_kind, TEMPLATE_STATUS, status_words, &t.status);
	words &=
	    import_word(im, row, &template_kind, TEMPLATE_LIGHT, light_words, &t.light);
	words &= import_word(
	    im, row, &template_kind, TEMPLATE_NOTHING, import_yes_words, &t.nothing);
	if (words)
		ok = take_row(&t, error);
	template_clear_fields(&t);
	return ok;
}

/* ---- what others have changed ---------------------------------------------------- */

static bool
tell_since(void *user, const struct fact *fact, GError **error)
{
	struct importer *im = user;
	const struct import_choice *choice = im->choice;
	const int64_t *from = g_hash_table_lookup(im->template->changes, fact->code);
	struct import_told told = { IMPORT_SINCE, "", fact->code, fact->field,
		fact->before, fact->after, fact->change, "", "" };
	struct change change = { 0 };

	if (!from || fact->change <= *from)
		return true;
	if (!store_change(im->session->store, fact->change, &change, error))
		return false;
	told.who = change.who;
	choice->tell(choice->user, &told);
	change_clear(&change);
	return true;
}

/* The first change that some template does not show. */
static int64_t
first_since(const struct importer *im)
{
	int64_t first = store_change_number(im->session->store);
	GHashTableIter iter;
	gpointer from;

	g_hash_table_iter_init(&iter, im->template->changes);
	while (g_hash_table_iter_next(&iter, NULL, &from))
		first = MIN(first, *(const int64_t *)from + 1);
	return first;
}

bool
import_template_since(struct importer *im, GError **error)
{
	struct session *s = im->session;
	int64_t own = store_change_number(s->store);

	if (!im->template || !im->choice->tell)
		return true;
	/* a change's facts are at hand; an action's are looked for among all */
	for (int64_t change = first_since(im); change < own; change++)
		if (!store_facts(s->store, s->programme.id, change, 0, 0, tell_since, im,
		        NULL, error))
			return false;
	return true;
}
