/*
 * import_goals.c - goals, from five kinds of tables: a row is understood by which cells
 * it has.
 */
#include <string.h>

#include "base/text.h"
#include "exchange/kinds_goals.h"
#include "session/goal_set.h"

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_GOALS];

/* A count that a row says, to be held against what is there in the end. */
struct control {
	const struct goal_entry *focus;
	enum goal_level level;
	int said;
	const char *file, *column;
	int line;
};

struct goals_file {
	struct goal_set *set;
	GArray *controls; /* struct control */
};

static void
start(struct importer *im)
{
	struct goals_file *file = g_new0(struct goals_file, 1);

	file->set = goal_set_new(im);
	file->controls = g_array_new(FALSE, FALSE, sizeof(struct control));
	im->state = file;
}

static void
end(struct importer *im)
{
	struct goals_file *file = im->state;

	g_array_unref(file->controls);
	goal_set_free(file->set);
	g_free(file);
}

static struct goal_set *
set_of(const struct importer *im)
{
	return ((struct goals_file *)im->state)->set;
}

static void
refuse(struct importer *im, const struct row *row, int column, const char *why)
{
	rejects_add(im->rejects, row->file, row->line,
	    column < 0 ? NULL : import_column(row, info, column), "%s", why);
}

/* The row is about the goal; false after a reject when an earlier one was. */
static bool
take(struct importer *im, const struct row *row, int column, struct goal_entry *entry)
{
	if (!entry) {
		refuse(im, row, column,
		    "koden som hör till numret är redan ett annat slags mål; ange en "
		    "egen i kolumnen \"kod\"");
		return false;
	}
	entry->said = true;
	entry->file = g_string_chunk_insert_const(im->text, row->file);
	entry->line = row->line;
	return import_once(im, row, info, column, g_strdup(entry->goal.code));
}

/* "V" and its parts with a point between; NULL when a part is blank: g_free. */
static char *
numbered(const char *letter, const char *first, const char *second)
{
	if (!*first || (second && !*second))
		return NULL;
	return g_strconcat(letter, first, second ? "." : "", second, NULL);
}

/* The row's own goal: by its code when it says one, else by name, else by the number. */
static struct goal_entry *
own_goal(struct importer *im, const struct row *row, enum goal_level level,
    const struct goal_entry *above, const char *name, const char *made)
{
	const struct value *code = &row->values[GOAL_CODE];
	const char *parent = above ? above->goal.code : "";
	struct goal_entry *entry;

	if (!code->given)
		return goal_set_need(set_of(im), level, parent, parent, name, made);
	entry = goal_set_code(set_of(im), code->text);
	if (!entry)
		return goal_set_add(set_of(im), level, parent, name, code->text);
	if (entry->goal.level != level)
		return NULL;
	entry->goal.name = g_string_chunk_insert_const(im->text, name);
	return entry;
}

/* The insatsområde that a row is under, or names; NULL after a reject. */
static struct goal_entry *
focus_of(struct importer *im, const struct row *row, int number_column, bool own)
{
	const struct value *v = row->values;
	const char *number = import_text(&v[number_column]);
	const char *name = import_text(&v[GOAL_COLUMN_FOCUS]);
	g_autofree char *code = numbered("I", number, NULL);
	struct goal_entry *focus = NULL;
	g_autofree char *theirs = NULL;

	if (*name)
		focus = own ? own_goal(im, row, GOAL_FOCUS, NULL, name, code)
		            : goal_set_need(set_of(im), GOAL_FOCUS, "", "", name, code);
	else if (code)
		focus = goal_set_code(set_of(im), code);
	if (!focus || focus->goal.level != GOAL_FOCUS) {
		refuse(im, row, number_column,
		    "insatsområdet finns inte; ange det i kolumnen \"insatsområde\" "
		    "också");
		return NULL;
	}
	if (*number && !*focus->goal.number)
		focus->goal.number = import_keep(im, &v[number_column]);
	if (!*number || strcmp(focus->goal.number, number) == 0)
		return focus;
	theirs = text_display(focus->goal.number);
	rejects_add(im->rejects, row->file, row->line,
	    import_column(row, info, number_column),
	    "insatsområdet har nr %s; rätta numret eller namnet", theirs);
	return NULL;
}

static void
add_control(struct importer *im, const struct row *row, int column,
    const struct goal_entry *focus, enum goal_level level)
{
	struct goals_file *file = im->state;
	const char *text = import_text(&row->values[column]);
	struct control control = { focus, level, 0, NULL,
		g_string_chunk_insert_const(im->text, import_column(row, info, column)),
		row->line };

	if (!row->values[column].given)
		return;
	if (strlen(text) > 6 || text[strspn(text, "0123456789")]) {
		refuse(im, row, column, "antalet är inget heltal; skriv till exempel 3");
		return;
	}
	control.said = (int)g_ascii_strtoll(text, NULL, 10);
	control.file = g_string_chunk_insert_const(im->text, row->file);
	g_array_append_val(file->controls, control);
}

static void
focus_row(struct importer *im, const struct row *row)
{
	const struct value *v = row->values;
	int by = v[GOAL_NUMBER].given ? GOAL_NUMBER : GOAL_FOCUS_NUMBER;
	struct goal_entry *focus = focus_of(im, row, by, true);
	g_autofree char *code = NULL;
	struct goal_entry *vision;

	if (!focus || !take(im, row, GOAL_COLUMN_FOCUS, focus))
		return;
	import_say(im, row, GOAL_GROUP, &focus->goal.group);
	import_say(im, row, GOAL_NOTE, &focus->goal.note);
	add_control(im, row, GOAL_DIRECTIONS, focus, GOAL_DIRECTION);
	add_control(im, row, GOAL_POINTS, focus, GOAL_POINT);
	if (!v[GOAL_COLUMN_VISION].given)
		return;
	code = numbered("M", focus->goal.number, NULL);
	vision = goal_set_need(set_of(im), GOAL_VISION, focus->goal.code,
	    focus->goal.code, v[GOAL_COLUMN_VISION].text, code);
	/* a point without number may have the code, and the cell "kod" is the area's */
	if (!vision)
		vision = goal_set_need(set_of(im), GOAL_VISION, focus->goal.code,
		    focus->goal.code, v[GOAL_COLUMN_VISION].text, NULL);
	take(im, row, GOAL_COLUMN_VISION, vision);
}

/* viljeinriktning or målbildspunkt of an insatsområde */
static void
under_focus_row(
    struct importer *im, const struct row *row, int column, enum goal_level level)
{
	const struct value *v = row->values;
	struct goal_entry *focus = focus_of(im, row, GOAL_FOCUS_NUMBER, false), *entry;
	g_autofree char *code = NULL;

	if (!focus)
		return;
	code = numbered(level == GOAL_POINT ? "M" : "V", focus->goal.number,
	    import_text(&v[GOAL_NUMBER]));
	entry = own_goal(im, row, level, focus, v[column].text, code);
	if (!take(im, row, column, entry))
		return;
	import_say(im, row, GOAL_NUMBER, &entry->goal.number);
	import_say(im, row, GOAL_GROUP, &entry->goal.group);
	import_say(im, row, GOAL_NOTE, &entry->goal.note);
}

/* A goal that stands alone, by its number. */
static void
alone_row(struct importer *im, const struct row *row, enum goal_level level, int column,
    const char *letter, int number_column, int note_column)
{
	const struct value *v = row->values;
	g_autofree char *code = numbered(letter, import_text(&v[number_column]), NULL);
	struct goal_entry *entry;

	if (!v[column].given) {
		refuse(im, row, column, "cellen är tom; fyll i den");
		return;
	}
	entry = own_goal(im, row, level, NULL, v[column].text, code);
	if (!take(im, row, column, entry))
		return;
	import_say(im, row, number_column, &entry->goal.number);
	import_say(im, row, note_column, &entry->goal.note);
	import_say(im, row, level == GOAL_CONCEPT ? GOAL_HORIZON : GOAL_GROUP,
	    &entry->goal.group);
}

static void
factor_row(struct importer *im, const struct row *row)
{
	const struct value *v = row->values;
	int last = v[GOAL_COLUMN_FACTOR].given      ? GOAL_COLUMN_FACTOR
	           : v[GOAL_COLUMN_STRATEGIC].given ? GOAL_COLUMN_STRATEGIC
	                                            : GOAL_COLUMN_PERSPECTIVE;
	struct goal_entry *entry;

	if (v[GOAL_CODE].given) {
		refuse(im, row, GOAL_CODE,
		    "ett mål med perspektiv hittas på sina namn; töm cellen, eller skriv "
		    "nivå, namn och överordnad i stället");
		return;
	}
	entry = goal_set_factor(set_of(im), row, import_column(row, info, last),
	    import_text(&v[GOAL_COLUMN_PERSPECTIVE]),
	    import_text(&v[GOAL_COLUMN_STRATEGIC]), import_text(&v[GOAL_COLUMN_FACTOR]));
	if (!entry || !take(im, row, last, entry))
		return;
	import_say(im, row, GOAL_NUMBER, &entry->goal.number);
	import_say(im, row, GOAL_GROUP, &entry->goal.group);
	import_say(im, row, GOAL_NOTE, &entry->goal.note);
}

/* The goal of a row without code. */
static struct goal_entry *
by_name(struct importer *im, const struct value *v, enum goal_level level)
{
	const char *parent = import_text(&v[GOAL_PARENT]);
	const struct goal goal = { .parent = parent, .level = level };

	return goal_set_need(set_of(im), level, goal_set_place(set_of(im), &goal), parent,
	    v[GOAL_NAME].text, NULL);
}

/* As exported: kod, överordnad, nivå, namn. */
static void
plain_row(struct importer *im, const struct row *row)
{
	const struct value *v = row->values;
	struct goal_entry *entry =
	    v[GOAL_CODE].given ? goal_set_code(set_of(im), v[GOAL_CODE].text) : NULL;
	int level = entry ? (int)entry->goal.level : GOAL_LEVEL__N;

	if (!import_word(im, row, info, GOAL_LEVEL, goal_level_words, &level))
		return;
	if (!entry && (level == GOAL_LEVEL__N || !v[GOAL_NAME].given)) {
		refuse(im, row, level == GOAL_LEVEL__N ? GOAL_LEVEL : GOAL_NAME,
		    "ett nytt mål måste ha nivå och namn; fyll i cellen");
		return;
	}
	if (!entry && v[GOAL_CODE].given)
		entry = goal_set_add(set_of(im), (enum goal_level)level,
		    import_text(&v[GOAL_PARENT]), v[GOAL_NAME].text, v[GOAL_CODE].text);
	else if (!entry)
		entry = by_name(im, v, (enum goal_level)level);
	if (!take(im, row, v[GOAL_CODE].given ? GOAL_CODE : GOAL_NAME, entry))
		return;
	entry->goal.level = (enum goal_level)level;
	import_say(im, row, GOAL_PARENT, &entry->goal.parent);
	import_say(im, row, GOAL_NUMBER, &entry->goal.number);
	import_say(im, row, GOAL_NAME, &entry->goal.name);
	import_say(im, row, GOAL_GROUP, &entry->goal.group);
	import_say(im, row, GOAL_NOTE, &entry->goal.note);
}

/* Is the goal in a column of its level? */
static bool
is_named(const struct value *v)
{
	static const int columns[] = { GOAL_COLUMN_PERSPECTIVE, GOAL_COLUMN_STRATEGIC,
		GOAL_COLUMN_FACTOR, GOAL_COLUMN_FOCUS, GOAL_COLUMN_DIRECTION,
		GOAL_COLUMN_POINT, GOAL_FROM, GOAL_TO, GOAL_COLUMN_CONCEPT };

	for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
		if (v[columns[i]].given)
			return true;
	return false;
}

static bool
goal_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct value *v = row->values;

	(void)rejects;
	(void)error;
	if (row->refused)
		return true;
	if (v[GOAL_COLUMN_DIRECTION].given && v[GOAL_COLUMN_POINT].given)
		refuse(im, row, GOAL_COLUMN_POINT,
		    "raden har både viljeinriktning och punkt; dela den i två");
	else if (is_named(v) && (v[GOAL_NAME].given || v[GOAL_PARENT].given))
		refuse(im, row, v[GOAL_NAME].given ? GOAL_NAME : GOAL_PARENT,
		    "raden säger målet på två sätt; töm cellen");
	else if (v[GOAL_COLUMN_CONCEPT].given)
		alone_row(im, row, GOAL_CONCEPT, GOAL_COLUMN_CONCEPT, "B",
		    v[GOAL_NUMBER].given ? GOAL_NUMBER : GOAL_LEVEL, GOAL_MEANING);
	else if (v[GOAL_FROM].given || v[GOAL_TO].given)
		alone_row(im, row, GOAL_SHIFT, GOAL_FROM, "R", GOAL_NUMBER, GOAL_TO);
	else if (v[GOAL_COLUMN_DIRECTION].given)
		under_focus_row(im, row, GOAL_COLUMN_DIRECTION, GOAL_DIRECTION);
	else if (v[GOAL_COLUMN_POINT].given)
		under_focus_row(im, row, GOAL_COLUMN_POINT, GOAL_POINT);
	else if (v[GOAL_COLUMN_PERSPECTIVE].given || v[GOAL_COLUMN_STRATEGIC].given ||
	         v[GOAL_COLUMN_FACTOR].given)
		factor_row(im, row);
	else if (v[GOAL_COLUMN_FOCUS].given)
		focus_row(im, row);
	else if (v[GOAL_CODE].given || v[GOAL_NAME].given)
		plain_row(im, row);
	else
		refuse(im, row, -1,
		    "raden säger inget mål; fyll i namn, perspektiv, insatsområde, "
		    "viljeinriktning, punkt, från eller begrepp");
	return true;
}

/* A målbildspunkt is under its insatsområde's målbild where there is one. */
static void
place_points(struct goal_set *set)
{
	g_autoptr(GHashTable) visions = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < goal_set_size(set); i++) {
		struct goal_entry *e = goal_set_at(set, i);

		if (e->goal.level == GOAL_VISION)
			g_hash_table_insert(visions, (gpointer)(uintptr_t)e->goal.parent,
			    (gpointer)(uintptr_t)e->goal.code);
	}
	for (guint i = 0; i < goal_set_size(set); i++) {
		struct goal_entry *e = goal_set_at(set, i);
		const char *vision = e->goal.level == GOAL_POINT
		                         ? g_hash_table_lookup(visions, e->goal.parent)
		                         : NULL;

		if (vision)
			e->goal.parent = vision;
	}
}

/* Without any goal of the level the count has nothing to be held against. */
static void
check_controls(struct importer *im, const struct goals_file *file)
{
	for (guint i = 0; i < file->controls->len; i++) {
		const struct control *c =
		    &g_array_index(file->controls, struct control, i);
		int all = 0, own = 0;

		for (guint k = 0; k < goal_set_size(file->set); k++) {
			const struct goal *g = &goal_set_at(file->set, k)->goal;

			if (g->level != c->level)
				continue;
			all++;
			own += strcmp(goal_set_place(file->set, g),
			           c->focus->goal.code) == 0;
		}
		if (all && own != c->said)
			rejects_add(im->rejects, c->file, c->line, c->column,
			    "det finns %d; rätta antalet, eller läs in de rader som "
			    "fattas i samma kommando",
			    own);
	}
}

static bool
finish(struct importer *im, GError **error)
{
	struct goals_file *file = im->state;
	int64_t written = 0;

	place_points(file->set);
	goal_set_check(file->set);
	check_controls(im, file);
	if (rejects_count(im->rejects))
		return true;
	/* those above that a row has made count too */
	for (guint i = 0; i < goal_set_size(file->set); i++)
		if (!goal_set_at(file->set, i)->before)
			goal_set_at(file->set, i)->said = true;
	return goal_set_write(file->set, &written, error);
}

const struct import_kind import_goals_kind = { STORE_GOALS, start, goal_row, finish,
	end };
