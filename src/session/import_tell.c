/*
 * import_tell.c - telling of a filled in template's fields, and of what two files of one
 * import, or a file and somebody else, say differently.
 */
#include <string.h>

#include "base/text.h"
#include "session/import_template.h"

/* What is written in the same file in two ways shows no more of each than this. */
#define SHOWN_BYTES 300

/* ---- what the files before have said --------------------------------------------- */

void
template_said_free(gpointer data)
{
	struct template_said *said = data;

	g_free(said->text);
	g_free(said->file);
	g_free(said);
}

static char *
said_key(const struct taken *t, int column)
{
	const struct value *round = &t->row->values[TEMPLATE_ROUND];

	/* what is realised is of the month, which two rounds may end with */
	if (column == TEMPLATE_NOW)
		return g_strdup_printf("%s\n\n%d", t->action->code, round->number);
	return g_strdup_printf("%s\n%s\n%d", t->action->code, round->text, column);
}

const struct template_said *
template_said_before(const struct taken *t, int column)
{
	g_autofree char *key = said_key(t, column);

	return g_hash_table_lookup(t->im->template->said, key);
}

static void
note_said(const struct taken *t, int column)
{
	struct template_said *said = g_new0(struct template_said, 1);

	said->text = g_strdup(t->fields[column].said);
	said->file = g_path_get_basename(t->row->file);
	g_hash_table_replace(t->im->template->said, said_key(t, column), said);
}

/* ---- telling --------------------------------------------------------------------- */

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

/* The last change of a field after the template was made. */
struct last {
	const struct taken *taken;
	const char *field; /* what the log's word for it begins with */
	int64_t change;    /* 0: none */
};

static bool
note_last(void *user, const struct fact *fact, GError **error)
{
	struct last *last = user;

	(void)error;
	if (fact->change > last->taken->change && fact->change > last->change &&
	    g_str_has_prefix(fact->field, last->field))
		last->change = fact->change;
	return true;
}

/* The file of this import that has said what stands in a column; NULL for none.  What
 * stands against "inget nytt" may be any news. */
static const char *
file_of(const struct taken *t, int column)
{
	static const int news[] = { TEMPLATE_STATUS, TEMPLATE_LIGHT, TEMPLATE_COMMENT };
	const struct template_said *said = template_said_before(t, column);

	for (size_t i = 0; !said && column == TEMPLATE_NOTHING && i < G_N_ELEMENTS(news);
	     i++)
		said = template_said_before(t, news[i]);
	return said ? said->file : NULL;
}

/* Who wrote what stands: another file of this import, or somebody else. */
static char *
writer_of(const struct taken *t, int column)
{
	struct session *s = t->im->session;
	const char *file = file_of(t, column);
	struct last last = { t,
		column == TEMPLATE_NOW        ? "utfall "
		: column == TEMPLATE_FORECAST ? "prognos "
		                              : "läge ",
		0 };
	struct change change = { 0 };
	char *text = NULL;

	if (file)
		return g_strdup_printf("i %s", file);
	/* an action's facts are looked for among all: not for what is only counted */
	if (rejects_kept(t->im->rejects)->len >= REJECTS_KEPT)
		return g_strdup("av någon annan");
	if (store_facts(s->store, s->programme.id, 0, t->action->id, 0, note_last, &last,
	        NULL, NULL) &&
	    last.change && store_change(s->store, last.change, &change, NULL)) {
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
	g_autofree char *ours = column == TEMPLATE_NOTHING && !*f->said
	                            ? g_strdup("en nyhet")
	                            : shown(f->said);
	g_autofree char *who = writer_of(t, column);
	g_autofree char *remedy =
	    t->im->session->screen
	        ? g_strdup("välj åtgärden för att ta det som står här, eller lämna den "
	                   "för att behålla det andra")
	        : g_strdup_printf("ange --ersatt för att ta det som står här, eller "
	                          "--utom %s för att behålla det andra",
	              t->action->code);

	rejects_add(t->im->rejects, t->row->file, t->row->line,
	    template_column(t->row, column),
	    "%s: sedan mallen gjordes (#%" G_GINT64_FORMAT
	    ") har %s skrivits %s, men här står %s; %s",
	    t->action->code, t->change, theirs, who, ours, remedy);
	t->im->template->later++;
}

/* Every field that the row says something of.  False when one was written since. */
bool
template_tell(struct taken *t)
{
	const struct import_choice *choice = t->im->choice;
	bool ok = true;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		const struct field *f = &t->fields[c];
		const struct import_told told = { f->fate, t->row->file, t->action->code,
			template_kind.columns[c].name, f->now, f->said, 0, "",
			f->doubt && f->fate != IMPORT_SAME ? f->doubt : "" };

		if (!f->given)
			continue;
		if (choice->tell)
			choice->tell(choice->user, &told);
		else if (choice->doubt && *told.doubt)
			choice->doubt(choice->user, &told);
		if (f->fate == IMPORT_LATER) {
			refuse_later(t, c);
			ok = false;
		}
	}
	/* after all are told: who wrote what stands is not the row itself */
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		if (t->fields[c].given && t->fields[c].fate != IMPORT_LATER)
			note_said(t, c);
	return ok;
}
