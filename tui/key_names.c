/*
 * key_names.c - commands by their names: one fold of each, however many are looked up.
 */
#include "tui/key_names.h"

#include "base/text.h"

static const char *const names[CMD__N] = {
#define NAME(id, name) [CMD_##id] = name,
#include "tui/key_names_list.h"
#undef NAME
};

char *
key_name(enum command command)
{
	char *name;

	if (names[command] != NULL)
		return g_strdup(names[command]);
	name = g_ascii_strdown(command_info[command].name, -1);
	return g_strdelimit(name, "_", '-');
}

GHashTable *
key_names_new(void)
{
	GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		g_autofree char *own = key_name((enum command)c);

		g_hash_table_insert(all, text_fold(own), GINT_TO_POINTER(c));
	}
	return all;
}

enum command
key_names_find(GHashTable *all, const char *name)
{
	g_autofree char *folded = text_fold(name);

	/* CMD_NONE is 0 */
	return (enum command)GPOINTER_TO_INT(g_hash_table_lookup(all, folded));
}

char *
key_name_nearest(const char *name)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);

	for (int c = CMD_NONE + 1; c < CMD__N; c++)
		g_ptr_array_add(known, key_name((enum command)c));
	g_ptr_array_add(known, NULL);
	return g_strdup(text_nearest(name, (const char *const *)known->pdata));
}
