/*
 * check_names.c - goals whose names are nearly the same: probably one goal, written in
 * two ways.
 */
#include <string.h>

#include "base/text.h"
#include "rollup/check.h"

#define STEM_LETTERS 6 /* "profilering" and "profiler" begin alike */
#define WORDS_MIN    3 /* fewer are alike by chance */

/* A name as the beginnings of its words. */
struct stems {
	const struct goal *goal;
	char *key;    /* the folded name */
	GArray *stem; /* guint, ascending: which beginnings, by their number */
};

static void
stems_clear(gpointer pointer)
{
	struct stems *stems = pointer;

	g_free(stems->key);
	g_array_unref(stems->stem);
}

static gint
by_size(gconstpointer a, gconstpointer b)
{
	guint x = *(const guint *)a, y = *(const guint *)b;

	return (x > y) - (x < y);
}

/* Numbers are given in the order beginnings are met; `numbers` keeps them. */
static GArray *
stems_of(const char *key, GHashTable *numbers)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(guint));
	g_auto(GStrv) words = g_strsplit_set(key, " ,.;:()/\"", -1);

	for (guint i = 0; words[i]; i++) {
		char *stem = g_utf8_substring(
		    words[i], 0, MIN(STEM_LETTERS, g_utf8_strlen(words[i], -1)));
		guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, stem));

		if (stem[0] == '\0') {
			g_free(stem);
			continue;
		}
		if (number == 0) {
			number = g_hash_table_size(numbers) + 1;
			g_hash_table_insert(numbers, stem, GUINT_TO_POINTER(number));
		} else
			g_free(stem);
		g_array_append_val(out, number);
	}
	g_array_sort(out, by_size);
	return out;
}

static guint
stems_shared(const GArray *a, const GArray *b)
{
	guint shared = 0;

	for (guint i = 0, k = 0; i < a->len && k < b->len;) {
		guint x = g_array_index(a, guint, i), y = g_array_index(b, guint, k);

		shared += x == y;
		i += x <= y;
		k += y <= x;
	}
	return shared;
}

/* More than four words of five begin alike.  The very same name is no mistake: one
 * framgångsfaktor may stand under two perspektiv. */
static bool
are_near(const struct stems *a, const struct stems *b)
{
	guint most = MAX(a->stem->len, b->stem->len);

	return a->goal->level == b->goal->level && most >= WORDS_MIN &&
	       MIN(a->stem->len, b->stem->len) * 5 > most * 4 &&
	       stems_shared(a->stem, b->stem) * 5 > most * 4 &&
	       strcmp(a->key, b->key) != 0;
}

static void
add_pair(const struct stems *a, const struct stems *b, struct remark_names *names)
{
	remark_names_add(names, NULL,
	    g_strdup_printf("%s \"%s\" och %s \"%s\"", a->goal->code, a->goal->name,
	        b->goal->code, b->goal->name));
}

void
check_names(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct stems));
	g_autoptr(GHashTable) numbers =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct remark_names names = { 0 };

	g_array_set_clear_func(all, stems_clear);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *goal = &g_array_index(plan->goals, struct goal, i);
		struct stems stems = { goal, text_fold(goal->name), NULL };

		stems.stem = stems_of(stems.key, numbers);
		g_array_append_val(all, stems);
	}
	for (guint i = 0; i < all->len; i++)
		for (guint k = i + 1; k < all->len; k++)
			if (are_near(&g_array_index(all, struct stems, i),
			        &g_array_index(all, struct stems, k)))
				add_pair(&g_array_index(all, struct stems, i),
				    &g_array_index(all, struct stems, k), &names);
	remark_names_say(&names, remarks, "NAMN",
	    "par av mål har nästan samma namn och kan vara ett och samma",
	    "par av mål har nästan samma namn och kan vara samma mål",
	    "Är det samma mål, använd ett namn och flytta åtgärder och mått dit med "
	    "\"sparplan koppla ID mål KOD\" och \"sparplan import matt FIL\".");
}
