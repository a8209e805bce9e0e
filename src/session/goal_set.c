/* goal_set.c - goals found, changed and added while files are read. */
#include "session/goal_set.h"

#include <string.h>

#include "base/text.h"

struct goal_set {
	struct importer *im;
	GPtrArray *entries;        /* struct goal_entry */
	GHashTable *by_code;       /* code -> entry */
	GHashTable *by_name;       /* name_key -> entry */
	guint made[GOAL_LEVEL__N]; /* the numbers up to this are taken */
};

/* What made codes begin with. */
static const char letters[GOAL_LEVEL__N] = { [GOAL_PERSPECTIVE] = 'P',
	[GOAL_STRATEGIC] = 'S',
	[GOAL_FACTOR] = 'F',
	[GOAL_FOCUS] = 'I',
	[GOAL_DIRECTION] = 'V',
	[GOAL_SHIFT] = 'R',
	[GOAL_VISION] = 'M',
	[GOAL_POINT] = 'M',
	[GOAL_CONCEPT] = 'B' };

static char *
name_key(enum goal_level level, const char *place, const char *name)
{
	g_autofree char *folded = text_fold(name);

	return g_strdup_printf("%d\n%s\n%s", (int)level, place, folded);
}

const char *
goal_set_place(const struct goal_set *set, const struct goal *goal)
{
	const struct goal_entry *above = goal_set_code(set, goal->parent);

	if (goal->level == GOAL_POINT && above && above->goal.level == GOAL_VISION)
		return above->goal.parent;
	if (goal->level == GOAL_FACTOR && above && above->goal.level == GOAL_STRATEGIC)
		return above->goal.parent;
	return goal->parent;
}

static void
index_name(struct goal_set *set, struct goal_entry *entry)
{
	const struct goal *g = &entry->goal;
	char *key = name_key(g->level, goal_set_place(set, g), g->name);
	struct goal_entry *first = g_hash_table_lookup(set->by_name, key);

	if (!first) {
		g_hash_table_insert(set->by_name, key, entry);
		return;
	}
	g_free(key);
	/* any other goal is found by the first of its name; these are put in once */
	if (g->level == GOAL_FACTOR) {
		entry->next = first->next;
		first->next = entry;
	}
}

static void
add_entry(struct goal_set *set, struct goal_entry *entry)
{
	g_ptr_array_add(set->entries, entry);
	g_hash_table_insert(set->by_code, (gpointer)(uintptr_t)entry->goal.code, entry);
}

struct goal_set *
goal_set_new(struct importer *im)
{
	struct goal_set *set = g_new0(struct goal_set, 1);

	set->im = im;
	set->entries = g_ptr_array_new_with_free_func(g_free);
	set->by_code = g_hash_table_new(g_str_hash, g_str_equal);
	set->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < im->plan->goals->len; i++) {
		struct goal_entry *entry = g_new0(struct goal_entry, 1);

		entry->before = &g_array_index(im->plan->goals, struct goal, i);
		entry->goal = *entry->before;
		add_entry(set, entry);
	}
	for (guint i = 0; i < set->entries->len; i++)
		index_name(set, set->entries->pdata[i]);
	return set;
}

void
goal_set_free(struct goal_set *set)
{
	g_hash_table_destroy(set->by_name);
	g_hash_table_destroy(set->by_code);
	g_ptr_array_unref(set->entries);
	g_free(set);
}

struct goal_entry *
goal_set_code(const struct goal_set *set, const char *code)
{
	return g_hash_table_lookup(set->by_code, code);
}

/* The first of that name. */
static struct goal_entry *
first_named(const struct goal_set *set, enum goal_level level, const char *place,
    const char *name)
{
	g_autofree char *key = name_key(level, place, name);

	return g_hash_table_lookup(set->by_name, key);
}

guint
goal_set_size(const struct goal_set *set)
{
	return set->entries->len;
}

struct goal_entry *
goal_set_at(const struct goal_set *set, guint index)
{
	return set->entries->pdata[index];
}

static const char *
made_code(struct goal_set *set, enum goal_level level)
{
	for (;;) {
		g_autofree char *code =
		    g_strdup_printf("%c%u", letters[level], ++set->made[level]);

		if (!goal_set_code(set, code))
			return g_string_chunk_insert(set->im->text, code);
	}
}

static const char *
keep(const struct goal_set *set, const char *text)
{
	return g_string_chunk_insert_const(set->im->text, text);
}

struct goal_entry *
goal_set_add(struct goal_set *set, enum goal_level level, const char *parent,
    const char *name, const char *code)
{
	struct goal_entry *entry = g_new0(struct goal_entry, 1);

	entry->goal = (struct goal){ code ? keep(set, code) : made_code(set, level),
		keep(set, parent), level, "", keep(set, name), "", "" };
	add_entry(set, entry);
	index_name(set, entry);
	return entry;
}

/* The framgångsfaktor of a name under `parent`, else the one straight under its
 * perspektiv `place`, else, when no more is said than that, the only one there is. */
static struct goal_entry *
find_factor(
    const struct goal_set *set, const char *place, const char *parent, const char *name)
{
	struct goal_entry *first = first_named(set, GOAL_FACTOR, place, name);
	struct goal_entry *loose = NULL;

	for (struct goal_entry *e = first; e; e = e->next) {
		if (strcmp(e->goal.parent, parent) == 0)
			return e;
		if (strcmp(e->goal.parent, place) == 0)
			loose = e;
	}
	if (loose || !first || first->next)
		return loose;
	return strcmp(parent, place) == 0 ? first : NULL;
}

struct goal_entry *
goal_set_need(struct goal_set *set, enum goal_level level, const char *place,
    const char *parent, const char *name, const char *code)
{
	struct goal_entry *entry = level == GOAL_FACTOR
	                               ? find_factor(set, place, parent, name)
	                               : first_named(set, level, place, name);

	if (entry)
		return entry;
	entry = code ? goal_set_code(set, code) : NULL;
	if (entry) {
		if (entry->goal.level != level)
			return NULL;
		entry->goal.name = keep(set, name);
		index_name(set, entry);
		return entry;
	}
	return goal_set_add(set, level, parent, name, code);
}

/* Do several have the name, and none of them straight under the perspektiv? */
static bool
is_ambiguous(const struct goal_set *set, const char *place, const char *name)
{
	const struct goal_entry *first = first_named(set, GOAL_FACTOR, place, name);

	return first && first->next && !find_factor(set, place, place, name);
}

struct goal_entry *
goal_set_factor(struct goal_set *set, const struct row *row, const char *column,
    const char *perspective, const char *strategic, const char *factor)
{
	struct goal_entry *top, *middle = NULL, *entry;

	if (!*perspective) {
		rejects_add(set->im->rejects, row->file, row->line, column,
		    "perspektivet saknas; ange det i kolumnen \"perspektiv\"");
		return NULL;
	}
	top = goal_set_need(set, GOAL_PERSPECTIVE, "", "", perspective, NULL);
	if (*strategic)
		middle = goal_set_need(
		    set, GOAL_STRATEGIC, top->goal.code, top->goal.code, strategic, NULL);
	if (!*factor)
		return middle ? middle : top;
	if (!middle && is_ambiguous(set, top->goal.code, factor)) {
		rejects_add(set->im->rejects, row->file, row->line, column,
		    "framgångsfaktorn finns under flera strategiska mål; ange det "
		    "strategiska målet, eller koppla med slaget koppling");
		return NULL;
	}
	entry = goal_set_need(set, GOAL_FACTOR, top->goal.code,
	    middle ? middle->goal.code : top->goal.code, factor, NULL);
	if (middle)
		entry->goal.parent = middle->goal.code;
	return entry;
}

/* How many steps it is to a root; -1 when there is none. */
static int
depth(const struct goal_set *set, const struct goal_entry *entry)
{
	int steps = 0;

	while (entry && *entry->goal.parent) {
		if (++steps > (int)set->entries->len)
			return -1;
		entry = goal_set_code(set, entry->goal.parent);
	}
	return steps;
}

void
goal_set_check(struct goal_set *set)
{
	for (guint i = 0; i < set->entries->len; i++) {
		const struct goal_entry *e = set->entries->pdata[i];
		g_autofree char *parent = text_display(e->goal.parent);

		if (!e->said)
			continue;
		if (*e->goal.parent && !goal_set_code(set, e->goal.parent))
			rejects_add(set->im->rejects, e->file, e->line, NULL,
			    "målet %s, som raden hör till, finns inte; läs in det "
			    "först eller i samma kommando",
			    parent);
		else if (depth(set, e) < 0)
			rejects_add(set->im->rejects, e->file, e->line, NULL,
			    "målet hör till sig självt genom %s; rätta överordnad",
			    parent);
	}
}

static bool
same_goal(const struct goal *a, const struct goal *b)
{
	return a->level == b->level && strcmp(a->parent, b->parent) == 0 &&
	       strcmp(a->number, b->number) == 0 && strcmp(a->name, b->name) == 0 &&
	       strcmp(a->group, b->group) == 0 && strcmp(a->note, b->note) == 0;
}

bool
goal_set_write(struct goal_set *set, int64_t *ret_written, GError **error)
{
	struct session *s = set->im->session;

	for (guint i = 0; i < set->entries->len; i++) {
		const struct goal_entry *e = set->entries->pdata[i];
		bool same = e->before && same_goal(e->before, &e->goal);

		if (e->said)
			import_count(set->im, e->before != NULL, same);
		if (same)
			continue;
		if (!store_add_goal(s->store, s->programme.id, &e->goal, false, error))
			return false;
		++*ret_written;
	}
	return true;
}
