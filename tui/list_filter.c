/*
 * list_filter.c - which actions pass the filter, and those that a search finds.
 */
#include <string.h>

#include "base/text.h"
#include "tui/list.h"

bool
list_is_filtered(const struct list *list)
{
	const struct list_filter *filter = &list->filter;

	return filter->text[0] != '\0' || filter->unit[0] != '\0' ||
	       filter->owner[0] != '\0' || filter->kind != FILTER_ALL ||
	       filter->status != FILTER_ALL || filter->counts != FILTER_ALL ||
	       filter->stage != FILTER_ALL || filter->light != FILTER_ALL ||
	       filter->reported != FILTER_ALL || filter->only != NULL ||
	       (list->live != NULL && list->live[0] != '\0');
}

void
list_drop_filter(struct list *list)
{
	g_free(list->filter.text);
	g_free(list->filter.unit);
	g_free(list->filter.owner);
	g_clear_pointer(&list->filter.only, g_hash_table_unref);
	g_free(list->filter.only_what);
}

void
list_clear_filter(struct list *list)
{
	list_drop_filter(list);
	list->filter = (struct list_filter){ g_strdup(""), g_strdup(""), g_strdup(""),
		FILTER_ALL, FILTER_ALL, FILTER_ALL, FILTER_ALL, FILTER_ALL, FILTER_ALL,
		NULL, NULL };
}

void
list_note_needs(const struct app *app, struct list *list, int cols)
{
	const struct memory *memory = app->memory;
	enum list_column own[LIST_CHOICES];
	const enum list_column *columns = memory->columns;
	int n = memory->n_columns;

	if (n == 0) {
		n = list_default_columns(cols, 1, own);
		columns = own;
	}
	/* beside the columns, a wide screen has a pane with years and reports */
	list->whole = cols >= WIDE_COLS || list->filter.reported != FILTER_ALL;
	list->lights = list->filter.light != FILTER_ALL;
	for (int i = 0; i < n; i++) {
		list->whole |= list_columns[columns[i]].whole;
		list->lights |= list_columns[columns[i]].lights;
	}
	if (memory->sorted) {
		list->whole |= list_columns[memory->sort].whole;
		list->lights |= list_columns[memory->sort].lights;
	}
}

static bool
owned_by(const struct action *action, const char *owner)
{
	return strcmp(owner, LIST_NO_OWNER) == 0 ? text_is_blank(action->owner)
	                                         : strcmp(owner, action->owner) == 0;
}

/* What the figures beside the register say. */
static bool
passes_view(const struct list *list, int index)
{
	const struct list_filter *filter = &list->filter;

	return (filter->light == FILTER_ALL ||
	           filter->light ==
	               (int)list_column_light(list->view, index, LIST_LIGHT)) &&
	       (filter->reported == FILTER_ALL ||
	           filter->reported == (int)list_column_reported(list->view, index));
}

bool
list_passes(const struct list *list, int index, const char *folded, const char *live)
{
	const struct list_filter *filter = &list->filter;
	const struct listing_row *row = list_whole(list, index);
	const struct action *action = row != NULL ? &row->action : NULL;

	if (!list_is_filtered(list))
		return true;
	return action != NULL &&
	       (filter->only == NULL ||
	           g_hash_table_contains(filter->only, &action->id)) &&
	       (filter->unit[0] == '\0' || strcmp(filter->unit, action->unit) == 0) &&
	       (filter->owner[0] == '\0' || owned_by(action, filter->owner)) &&
	       (filter->kind == FILTER_ALL || filter->kind == (int)action->kind) &&
	       (filter->status == FILTER_ALL || filter->status == (int)action->status) &&
	       (filter->counts == FILTER_ALL || filter->counts == (int)action->counts) &&
	       (filter->stage == FILTER_ALL || filter->stage == action->stage) &&
	       passes_view(list, index) &&
	       (folded[0] == '\0' || action_mentions(action, folded)) &&
	       (live[0] == '\0' || action_mentions(action, live));
}

/* ---- searching --------------------------------------------------------------------- */

static int
member(const struct list *list, int place)
{
	return g_array_index(list->members, int, place);
}

static struct list_group *
group_at(const struct list *list, int index)
{
	return &g_array_index(list->groups, struct list_group, index);
}

static const struct action *
action_at(const struct list *list, int action)
{
	const struct listing_row *row = list_whole(list, action);

	return row != NULL ? &row->action : NULL;
}

/* Where in list.members the actions stand that may show, folded groups' too. */
static GArray *
in_order(const struct list *list)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
	g_autofree char *folded = text_fold(list->filter.text);
	g_autofree char *live = text_fold(list->live);

	for (int i = 0; i < (int)list->members->len; i++)
		if (list_passes(list, member(list, i), folded, live))
			g_array_append_val(order, i);
	return order;
}

static void
select_member(struct list *list, int place)
{
	int action = member(list, place);

	for (guint i = 0; i < list->groups->len; i++) {
		struct list_group *group = group_at(list, (int)i);

		if (place >= group->first && place < group->first + group->n)
			group->folded = false;
	}
	list_fill(list);
	for (guint i = 0; i < list->rows->len; i++)
		if (g_array_index(list->rows, struct list_row, i).action == action)
			list_move(list, (int)i);
}

void
list_reveal(struct list *list, int64_t action)
{
	for (int i = 0; i < (int)list->members->len; i++)
		if (list_place(list, member(list, i))->id == action) {
			select_member(list, i);
			return;
		}
}

bool
list_find(struct list *list, int direction)
{
	g_autofree char *folded = text_fold(list->search);
	const struct list_row *row = list_selected(list);
	g_autoptr(GArray) order = NULL;
	int n, here = -1;

	if (row == NULL || folded[0] == '\0')
		return false;
	order = in_order(list);
	n = (int)order->len;
	for (int i = 0; i < n; i++) {
		int place = g_array_index(order, int, i);

		if (row->action >= 0 ? member(list, place) == row->action
		                     : place < group_at(list, row->group)->first)
			here = i;
	}
	for (int step = 1; step <= n; step++) {
		int i = ((here + step * direction) % n + n) % n;
		int place = g_array_index(order, int, i);
		const struct action *action = action_at(list, member(list, place));

		if (action != NULL && action_mentions(action, folded)) {
			select_member(list, place);
			return true;
		}
	}
	return false;
}
/* Bytes that the best word of `text` has in common with the start of `folded`. */
static size_t
common_start(const char *text, const char *folded)
{
	g_autofree char *key = text_fold(text);
	size_t best = 0;

	for (const char *word = key; word != NULL; word = strchr(word, ' ')) {
		size_t n = 0;

		word += *word == ' ';
		while (word[n] != '\0' && word[n] == folded[n])
			n++;
		best = MAX(best, n);
	}
	return best;
}

const struct action *
list_nearest(const struct list *list)
{
	const char *typed = list->live != NULL ? list->live : list->filter.text;
	g_autofree char *folded = text_fold(typed);
	const struct action *nearest = NULL;
	size_t best = 2;

	/* in order of creation */
	for (guint i = 0; i < list->members->len; i++) {
		const struct action *action = action_at(list, (int)i);
		size_t n = action != NULL ? common_start(action->name, folded) : 0;

		if (n <= best)
			continue;
		best = n;
		nearest = action;
	}
	return nearest;
}
