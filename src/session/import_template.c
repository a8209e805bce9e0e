/*
 * import_template.c - the follow-up template filled in: what it is of, and each of its
 * fields held against what stands now and what stood when the template was made.
 *
 * A field that nobody else has touched since is taken.  One that somebody has given
 * another value meanwhile is refused and both values are named, so that of two filled in
 * templates none is lost; the same holds between the files of one import.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "exchange/template.h"
#include "money/money_format.h"
#include "session/import.h"
#include "session/report.h"

/* What is written in the same file in two ways shows no more of each than this. */
#define SHOWN_BYTES 300

struct template_state {
	GHashTable
	    *changes; /* action's code -> int64_t *: the earliest that it was made at */
	GHashTable *files;   /* "code\nround" -> the file that wrote it last */
	const char *refused; /* the file that is of another programme */
	int later;           /* rejects that are of fields written since */
};

/* One open column of a row: what the file says, what stands, what stood. */
struct field {
	char *said, *now, *then; /* "" for nothing */
	bool given;
	enum import_fate fate;
};

/* A row under way. */
struct taken {
	struct importer *im;
	const struct row *row;
	const struct action *action;
	int64_t change; /* that the template was made at */
	int status, light, nothing;
	struct stored_report then, now; /* reports of the round; comment "" for none */
	bool reported;
	struct field fields[TEMPLATE_COLUMN__N];
};

static const char *
column_of(const struct row *row, int column)
{
	return import_column(row, &template_kind, column);
}

static struct template_state *
state_of(struct importer *im)
{
	if (!im->template) {
		im->template = g_new0(struct template_state, 1);
		im->template->changes =
		    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
		im->template->files =
		    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
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
	g_hash_table_destroy(im->template->files);
	g_clear_pointer(&im->template, g_free);
}

int
import_template_later(const struct importer *im)
{
	return im->template ? im->template->later : 0;
}

/* ---- what the template is of
 * ----------------------------------------------------------- */

/* Another programme is told once a file: every row of it says the same. */
static bool
check_programme(struct importer *im, const struct row *row)
{
	const struct value *v = &row->values[TEMPLATE_PROGRAMME];
	const char *own = im->session->programme.code;
	g_autofree char *shown = text_display(v->text);

	if (!v->given)
		return false; /* refused already */
	if (g_ascii_strcasecmp(v->text, own) == 0)
		return true;
	if (im->template->refused != row->file)
		rejects_add(im->rejects, row->file, row->line,
		    column_of(row, TEMPLATE_PROGRAMME),
		    "mallen är gjord för programmet %s, men här arbetar du med %s; ange "
		    "--program %s, eller gör en ny mall",
		    shown, own, shown);
	im->template->refused = row->file;
	return false;
}

/* The action belongs to the förvaltning that the template's row says. */
static bool
check_unit(struct importer *im, const struct row *row, const struct action *action)
{
	const struct value *v = &row->values[TEMPLATE_UNIT];
	g_autofree char *said = text_fold(v->text);
	g_autofree char *own = text_fold(action->unit);
	g_autofree char *shown = NULL, *shown_own = NULL;

	if (!v->given || strcmp(said, own) == 0)
		return true;
	shown = text_display(v->text);
	shown_own = text_display(*action->unit ? action->unit : "ingen förvaltning");
	rejects_add(im->rejects, row->file, row->line, column_of(row, TEMPLATE_UNIT),
	    "mallen är gjord för %s, men åtgärden %s hör till %s; ta bort raden, eller "
	    "gör "
	    "en ny mall",
	    shown, action->code, shown_own);
	return false;
}

/* "#14": the change the template shows. */
static bool
take_change(struct importer *im, const struct row *row, int64_t *ret)
{
	const char *text = row->values[TEMPLATE_CHANGE].text;
	const char *digits = *text == '#' ? text + 1 : text;
	int64_t last = store_change_number(im->session->store) - 1, change;
	char *end;

	if (!row->values[TEMPLATE_CHANGE].given)
		return false; /* refused already */
	change = g_ascii_strtoll(digits, &end, 10);
	if (!g_ascii_isdigit(*digits) || *end || change < 0 || change > last) {
		rejects_add(im->rejects, row->file, row->line,
		    column_of(row, TEMPLATE_CHANGE),
		    "cellen ska ha numret på den ändring som mallen gjordes vid, högst "
		    "#%" G_GINT64_FORMAT "; mallen kan höra till en annan databas, så "
		    "gör en ny",
		    last);
		return false;
	}
	*ret = change;
	return true;
}

/* What is remembered of an action to the end. */
static void
note_change(struct template_state *state, const char *code, int64_t change)
{
	int64_t *known = g_hash_table_lookup(state->changes, code);

	if (!known)
		g_hash_table_insert(
		    state->changes, g_strdup(code), g_memdup2(&change, sizeof(change)));
	else if (change < *known)
		*known = change;
}

/* That the row is of an action of this programme, once in its file.  False after rejects.
 */
static bool
take_identity(struct taken *t)
{
	struct importer *im = t->im;
	const struct row *row = t->row;

	if (!check_programme(im, row))
		return false;
	t->action = import_action(im, row, &template_kind, TEMPLATE_ID);
	if (!t->action || !check_unit(im, row, t->action) ||
	    !take_change(im, row, &t->change) || !row->values[TEMPLATE_ROUND].given ||
	    !import_once(im, row, &template_kind, TEMPLATE_ID,
	        g_strjoin("\n", row->file, t->action->code,
	            row->values[TEMPLATE_ROUND].text, NULL)))
		return false;
	note_change(im->template, t->action->code, t->change);
	return true;
}

/* ---- what stands, and what stood
 * ------------------------------------------------------- */

static char *
mkr(struct amount amount)
{
	GString *out = g_string_new(NULL);

	if (amount.known) {
		amount_append_exact(out, amount, MONEY_MKR, 1, ',');
		g_string_append(out, " mkr");
	}
	return g_string_free(out, FALSE);
}

/* Realised from January to the round's month as of a change. */
static bool
year_as_of(const struct taken *t, int64_t change, struct amount *ret, GError **error)
{
	struct session *s = t->im->session;
	int month = t->row->values[TEMPLATE_ROUND].number;
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
		if (!store_read_cube(s->store, last, line->id,
		        month_make(month_year(month), 1), month, &cube, error))
			return false;
		for (guint k = 0; k < cube->len; k++) {
			const struct cube_cell *cell =
			    &g_array_index(cube, struct cube_cell, k);

			if (cell->reports > 0 || cell->ore != 0) /* not taken back */
				amount_total(ret, amount_of(cell->ore));
		}
	}
	return true;
}

/* The round's reports in force then and now. */
static bool
read_reports(struct taken *t, int64_t round, GStringChunk *pool, GError **error)
{
	struct session *s = t->im->session;
	const struct stored_report none = { .comment = "", .result = "" };
	g_autoptr(GArray) all = NULL;

	t->then = t->now = none;
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
		t->now = r->removed ? none : *r;
		t->reported = !r->removed;
		if (r->change <= t->change)
			t->then = t->now;
	}
	return true;
}

static void
set_field(struct taken *t, int column, char *said, char *now, char *then)
{
	struct field *f = &t->fields[column];

	*f = (struct field){ said, now, then, *said != '\0', IMPORT_SAME };
}

static void
set_word(
    struct taken *t, int column, const struct word *words, int said, int now, int then)
{
	set_field(t, column, g_strdup(word_text(words, said)),
	    g_strdup(word_text(words, now)), g_strdup(word_text(words, then)));
}

static bool
read_fields(struct taken *t, GError **error)
{
	struct session *s = t->im->session;
	const struct value *v = t->row->values;
	const int64_t *known =
	    g_hash_table_lookup(t->im->names.rounds, v[TEMPLATE_ROUND].text);
	g_autoptr(GStringChunk) pool = g_string_chunk_new(1024);
	int year = month_year(v[TEMPLATE_ROUND].number);
	struct amount now = AMOUNT_NONE, then = AMOUNT_NONE;
	struct amount year_now, year_then;

	if (!read_reports(t, known ? *known : 0, pool, error) ||
	    !year_as_of(t, STORE_NOW, &year_now, error) ||
	    !year_as_of(t, t->change, &year_then, error) ||
	    (known && (!store_read_forecast(s->store, t->action->id, *known, year,
	                   STORE_NOW, &now, error) ||
	                  !store_read_forecast(s->store, t->action->id, *known, year,
	                      t->change, &then, error))))
		return false;
	set_field(
	    t, TEMPLATE_NOW, mkr(v[TEMPLATE_NOW].amount), mkr(year_now), mkr(year_then));
	set_field(
	    t, TEMPLATE_FORECAST, mkr(v[TEMPLATE_FORECAST].amount), mkr(now), mkr(then));
	set_word(
	    t, TEMPLATE_STATUS, status_words, t->status, t->now.status, t->then.status);
	set_word(t, TEMPLATE_LIGHT, light_words, t->light, t->now.light, t->then.light);
	set_field(t, TEMPLATE_COMMENT, g_strdup(import_text(&v[TEMPLATE_COMMENT])),
	    g_strdup(t->now.comment), g_strdup(t->then.comment));
	set_field(t, TEMPLATE_NOTHING, g_strdup(t->nothing ? "ja" : ""),
	    g_strdup(t->now.nothing_new ? "ja" : ""),
	    g_strdup(t->then.nothing_new ? "ja" : ""));
	return true;
}

/* ---- what becomes of each
 * -------------------------------------------------------------- */

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

static bool
is_written(const struct field *f)
{
	return f->given && f->fate != IMPORT_SAME;
}

static void
judge_all(struct taken *t)
{
	static const int news[] = { TEMPLATE_STATUS, TEMPLATE_LIGHT, TEMPLATE_COMMENT };
	struct field *nothing = &t->fields[TEMPLATE_NOTHING];
	bool told = false, since = false;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		if (t->fields[c].given)
			judge(&t->fields[c], t->im->choice->replace);
	for (size_t i = 0; i < G_N_ELEMENTS(news); i++) {
		const struct field *f = &t->fields[news[i]];

		told |= is_written(f);
		since |= strcmp(f->now, f->then) != 0;
	}
	/* news takes "inget nytt" away, and nothing new goes ill with another's news */
	if (!nothing->given && told && *nothing->now) {
		nothing->given = true;
		judge(nothing, t->im->choice->replace);
	} else if (nothing->given && *nothing->said && since &&
	           nothing->fate == IMPORT_NEW && !t->im->choice->replace)
		nothing->fate = IMPORT_LATER;
}

/* ---- telling
 * --------------------------------------------------------------------------- */

/* A text as a sentence shows it. */
static char *
shown(const char *text)
{
	size_t size = strlen(text);
	const char *end = text;
	g_autofree char *cut = NULL, *safe = NULL;

	if (size == 0)
		return g_strdup("ingenting");
	while (*end && text_next(end) <= text + SHOWN_BYTES)
		end = text_next(end);
	cut = g_strndup(text, (gsize)(end - text));
	safe = text_display(cut);
	return g_strdup_printf("\"%s%s\"", safe, *end ? "…" : "");
}

/* Who wrote what stands: another file of this import, or the last who changed the action.
 */
static char *
writer_of(const struct taken *t)
{
	struct session *s = t->im->session;
	g_autofree char *key =
	    g_strjoin("\n", t->action->code, t->row->values[TEMPLATE_ROUND].text, NULL);
	const char *file = g_hash_table_lookup(t->im->template->files, key);
	struct change change = { 0 };
	char *text = NULL;

	if (file)
		return g_strdup_printf("i %s", file);
	if (t->now.change > t->change &&
	    store_change(s->store, t->now.change, &change, NULL)) {
		g_autofree char *who = text_display(change.who);

		text =
		    g_strdup_printf("av %s (#%" G_GINT64_FORMAT ")", who, change.number);
	}
	change_clear(&change);
	return text ? text : g_strdup("av någon annan");
}

static void
refuse_later(const struct taken *t, int column)
{
	const struct field *f = &t->fields[column];
	g_autofree char *theirs = shown(f->now);
	g_autofree char *ours = shown(f->said);
	g_autofree char *who = writer_of(t);

	rejects_add(t->im->rejects, t->row->file, t->row->line, column_of(t->row, column),
	    "%s: sedan mallen gjordes (#%" G_GINT64_FORMAT
	    ") har %s skrivits %s, men här "
	    "står %s; ange --ersatt för att ta det som står här, eller --utom %s för att "
	    "behålla det andra",
	    t->action->code, t->change, theirs, who, ours, t->action->code);
	t->im->template->later++;
}

/* Every field that the row says something of.  False when one was written since. */
static bool
tell_fields(struct taken *t)
{
	const struct import_choice *choice = t->im->choice;
	bool ok = true;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		const struct field *f = &t->fields[c];
		const struct import_told told = { f->fate, t->row->file, t->action->code,
			template_kind.columns[c].name, f->now, f->said, 0, "" };

		if (!f->given)
			continue;
		if (choice->tell)
			choice->tell(choice->user, &told);
		if (f->fate == IMPORT_LATER) {
			refuse_later(t, c);
			ok = false;
		}
	}
	return ok;
}

/* ---- writing
 * --------------------------------------------------------------------------- */

/* A refused value is a reject of its column; all else ends the import. */
static bool
refuse_or_fail(struct taken *t, int column, GError *refused, GError **error)
{
	if (g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT) ||
	    g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE)) {
		import_refuse(t->im, t->row, column_of(t->row, column), &refused);
		return true;
	}
	g_propagate_error(error, refused);
	return false;
}

static void
note_file(const struct taken *t)
{
	g_hash_table_replace(t->im->template->files,
	    g_strjoin("\n", t->action->code, t->row->values[TEMPLATE_ROUND].text, NULL),
	    g_path_get_basename(t->row->file));
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
	        &im->names, label, v[TEMPLATE_ROUND].number, im->late, &refused))
		return refuse_or_fail(t, TEMPLATE_ROUND, refused, error);
	if (v[TEMPLATE_NOW].given &&
	    !post_year(im->session, im->plan, t->action->code, v[TEMPLATE_ROUND].number,
	        v[TEMPLATE_NOW].amount, &before, &posted, &refused))
		return refuse_or_fail(t, TEMPLATE_NOW, refused, error);
	/* an amount alone makes the action reported, as in the terminal's grid */
	if (!report_take(im->session, &im->names, im->plan, &entry, &same_label, &outcome,
	        &refused))
		return refuse_or_fail(
		    t, t->light ? TEMPLATE_LIGHT : TEMPLATE_ROUND, refused, error);
	if (posted || outcome != EDIT_SAME)
		note_file(t);
	import_count(im, t->reported, !posted && outcome == EDIT_SAME);
	return true;
}

static bool
take_row(struct taken *t, GError **error)
{
	bool said = false;

	if (!read_fields(t, error))
		return false;
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		said |= t->fields[c].given;
	if (!said) {
		t->im->result->blank += !t->row->refused;
		return true;
	}
	judge_all(t);
	return !tell_fields(t) || t->row->refused || write_row(t, error);
}

bool
import_template_row(struct importer *im, const struct row *row, GError **error)
{
	struct taken t = { .im = im, .row = row };
	bool ok = true, words;

	state_of(im);
	if (!take_identity(&t))
		return true;
	words = import_word(
	    im, row, &template_kind, TEMPLATE_STATUS, status_words, &t.status);
	words &=
	    import_word(im, row, &template_kind, TEMPLATE_LIGHT, light_words, &t.light);
	words &= import_word(
	    im, row, &template_kind, TEMPLATE_NOTHING, import_yes_words, &t.nothing);
	if (words)
		ok = take_row(&t, error);
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		g_free(t.fields[c].said);
		g_free(t.fields[c].now);
		g_free(t.fields[c].then);
	}
	return ok;
}

/* ---- what others have changed
 * ---------------------------------------------------------- */

struct since {
	struct importer *im;
	int64_t from;
};

static bool
tell_since(void *user, const struct fact *fact, GError **error)
{
	struct since *since = user;
	const struct import_choice *choice = since->im->choice;
	struct store *store = since->im->session->store;
	struct import_told told = { IMPORT_SINCE, "", fact->code, fact->field,
		fact->before, fact->after, fact->change, "" };
	struct change change = { 0 };

	if (fact->change <= since->from || fact->change >= store_change_number(store))
		return true;
	if (!store_change(store, fact->change, &change, error))
		return false;
	told.who = change.who;
	choice->tell(choice->user, &told);
	change_clear(&change);
	return true;
}

bool
import_template_since(struct importer *im, GError **error)
{
	struct session *s = im->session;
	g_autoptr(GList) codes = NULL;
	bool ok = true;

	if (!im->template || !im->choice->tell)
		return true;
	codes = g_list_sort(
	    g_hash_table_get_keys(im->template->changes), (GCompareFunc)strcmp);
	for (const GList *l = codes; ok && l; l = l->next) {
		const int64_t *from = g_hash_table_lookup(im->template->changes, l->data);
		struct since since = { im, *from };

		ok = store_facts(s->store, s->programme.id, 0,
		    plan_action(im->plan, l->data)->id, 0, tell_since, &since, NULL,
		    error);
	}
	return ok;
}
