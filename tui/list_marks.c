/*
 * list_marks.c - actions that are marked, to be changed together.
 */
#include "base/text.h"
#include "tui/list.h"

bool
list_marked(const struct list *list, int action)
{
	return g_hash_table_size(list->marks) > 0 &&
	       g_hash_table_contains(list->marks, &list_place(list, action)->id);
}

guint
list_marks(const struct list *list)
{
	return g_hash_table_size(list->marks);
}

static void
set_mark(struct list *list, int action, bool marked)
{
	int64_t id = list_place(list, action)->id;

	if (marked)
		g_hash_table_add(list->marks, g_memdup2(&id, sizeof(id)));
	else
		g_hash_table_remove(list->marks, &id);
}

void
list_mark(struct list *list)
{
	const struct list_row *row = list_selected(list);

	if (row != NULL && row->action >= 0)
		set_mark(list, row->action, !list_marked(list, row->action));
	list_move(list, list->at + 1);
}

/* The actions that pass, folded groups' too. */
static GArray *
passing(const struct list *list)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(int));
	g_autofree char *folded = text_fold(list->filter.text);
	g_autofree char *live = text_fold(list->live);

	for (guint i = 0; i < list->members->len; i++) {
		int action = g_array_index(list->members, int, i);

		if (list_passes(list, action, folded, live))
			g_array_append_val(all, action);
	}
	return all;
}

void
list_mark_all(struct list *list)
{
	g_autoptr(GArray) all = passing(list);
	bool every = true;

	for (guint i = 0; i < all->len; i++)
		every &= list_marked(list, g_array_index(all, int, i));
	for (guint i = 0; i < all->len; i++)
		set_mark(list, g_array_index(all, int, i), !every);
}

void
list_unmark(struct list *list)
{
	g_hash_table_remove_all(list->marks);
}

void
list_prune_marks(struct list *list)
{
	g_autoptr(GHashTable) there = NULL;
	GHashTableIter iter;
	gpointer id;

	if (list_marks(list) == 0)
		return;
	there = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < list->view->places->len; i++)
		g_hash_table_add(
		    there, (gpointer)(uintptr_t)&list_place(list, (int)i)->id);
	g_hash_table_iter_init(&iter, list->marks);
	while (g_hash_table_iter_next(&iter, &id, NULL))
		if (!g_hash_table_contains(there, id))
			g_hash_table_iter_remove(&iter);
}

GArray *
list_chosen(const struct list *list)
{
	const struct list_row *row = list_selected(list);
	GArray *chosen = g_array_new(FALSE, FALSE, sizeof(int));

	for (guint i = 0; list_marks(list) > 0 && i < list->members->len; i++) {
		int action = g_array_index(list->members, int, i);

		if (list_marked(list, action))
			g_array_append_val(chosen, action);
	}
	if (list_marks(list) == 0 && row != NULL && row->action >= 0)
		g_array_append_val(chosen, row->action);
	if (chosen->len > 0)
		return chosen;
	g_array_unref(chosen);
	return NULL;
}
