/*
 * list_rows.c - which rows the action list has: grouping, filter, folding, search.
 */
#include <string.h>

#include "base/text.h"
#include "tui/list.h"

static struct list_group *
group_at(const struct list *list, int index)
{
	return &g_array_index(list->groups, struct list_group, index);
}

const struct action_place *
list_place(const struct list *list, int action)
{
	return &g_array_index(list->view->places, struct action_place, action);
}

const struct listing_row *
list_whole(const struct list *list, int action)
{
	return list->view->rows[action];
}

const struct list_row *
list_selected(const struct list *list)
{
	if (list->at < 0 || list->at >= (int)list->rows->len)
		return NULL;
	return &g_array_index(list->rows, struct list_row, list->at);
}

static const struct action *
action_at(const struct list *list, int action)
{
	const struct listing_row *row = list_whole(list, action);

	return row != NULL ? &row->action : NULL;
}

const struct action *
list_action(const struct list *list)
{
	const struct list_row *row = list_selected(list);

	return row != NULL && row->action >= 0 ? action_at(list, row->action) : NULL;
}

static int
find_group(struct list *list, int64_t unit, const char *name, const GArray *before)
{
	struct list_group group = { .unit = unit, .name = name };

	for (guint i = 0; i < list->groups->len; i++)
		if (group_at(list, (int)i)->unit == unit)
			return (int)i;
	for (guint i = 0; i < before->len; i++) {
		const struct list_group *old =
		    &g_array_index(before, struct list_group, i);

		if (old->unit == unit)
			group.folded = old->folded;
	}
	g_array_append_val(list->groups, group);
	return (int)list->groups->len - 1;
}

/* The group of every action, in `owner`.  Units are few: each is looked up once. */
static void
make_groups(struct list *list, const GArray *before, int *owner)
{
	const struct plan *plan = list->view->plan;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);

	g_array_set_size(list->groups, 0);
	for (guint i = 0; i < list->view->places->len; i++) {
		const struct action_place *place = list_place(list, (int)i);
		int group = GPOINTER_TO_INT(g_hash_table_lookup(seen, &place->unit)) - 1;

		if (group < 0) {
			int64_t top = plan_unit_top(plan, place->unit);

			group = find_group(list, top, plan_unit_name(plan, top), before);
			g_hash_table_insert(seen, (gpointer)(uintptr_t)&place->unit,
			    GINT_TO_POINTER(group + 1));
		}
		group_at(list, group)->n++;
		owner[i] = group;
	}
}

/* Actions sorted by group; within one they keep their order. */
static void
sort_members(struct list *list, const int *owner)
{
	guint n = list->view->places->len;
	g_autofree int *next = g_new(int, MAX(list->groups->len, 1));
	int first = 0;

	for (guint i = 0; i < list->groups->len; i++) {
		struct list_group *group = group_at(list, (int)i);

		group->first = next[i] = first;
		first += group->n;
	}
	g_array_set_size(list->members, n);
	for (guint i = 0; i < n; i++)
		g_array_index(list->members, int, next[owner[i]]++) = (int)i;
}

static int
widest_code(const struct list *list)
{
	int width = 3;

	for (guint i = 0; i < list->view->places->len; i++) {
		const char *code = list_place(list, (int)i)->code;

		/* bytes are never fewer than columns, and much cheaper to count */
		if (strlen(code) > (size_t)width)
			width = MAX(width, MIN(text_width(code), 9));
	}
	return width;
}

static bool
has_text(const char *text, const char *folded)
{
	g_autofree char *key = text_fold(text);

	return strstr(key, folded) != NULL;
}

static bool
mentions(const struct action *action, const char *folded)
{
	return has_text(action->code, folded) || has_text(action->name, folded) ||
	       has_text(action->owner, folded) || has_text(action->area, folded);
}

static bool
passes(const struct list *list, int index, const char *folded)
{
	const struct list_filter *filter = &list->filter;
	const struct action *action;

	if (!list_is_filtered(list))
		return true;
	action = action_at(list, index);
	return action != NULL &&
	       (filter->only == NULL ||
	           g_hash_table_contains(filter->only, &action->id)) &&
	       (filter->unit[0] == '\0' || strcmp(filter->unit, action->unit) == 0) &&
	       (filter->kind == FILTER_ALL || filter->kind == (int)action->kind) &&
	       (filter->status == FILTER_ALL || filter->status == (int)action->status) &&
	       (filter->counts == FILTER_ALL || filter->counts == (int)action->counts) &&
	       (folded[0] == '\0' || mentions(action, folded));
}

/* The group's own row and, unless it is folded, its actions from `rows` on; how many rows
 * that is. */
static guint
fill_group(struct list *list, int group, const char *folded, struct list_row *rows)
{
	struct list_group *info = group_at(list, group);
	bool filtered = list_is_filtered(list);

	info->actions = 0;
	rows[0] = (struct list_row){ group, -1 };
	for (int i = info->first; i < info->first + info->n; i++) {
		int action = g_array_index(list->members, int, i);

		if (filtered && !passes(list, action, folded))
			continue;
		info->actions++;
		if (!info->folded)
			rows[info->actions] = (struct list_row){ group, action };
	}
	list->shown += info->actions;
	if (info->actions == 0)
		return 0;
	return info->folded ? 1 : (guint)info->actions + 1;
}

void
list_fill(struct list *list)
{
	const struct list_row *old = list_selected(list);
	struct list_row keep = old != NULL ? *old : (struct list_row){ 0, 0 };
	g_autofree char *folded = text_fold(list->filter.text);
	int at = 0;
	guint n = 0;

	if (list->view == NULL)
		return;
	/* room for all, then what was used */
	g_array_set_size(list->rows, list->groups->len + list->members->len + 1);
	list->shown = 0;
	for (guint i = 0; i < list->groups->len; i++)
		n += fill_group(
		    list, (int)i, folded, &g_array_index(list->rows, struct list_row, n));
	g_array_set_size(list->rows, n);
	for (guint i = 0; i < list->rows->len; i++) {
		const struct list_row *row =
		    &g_array_index(list->rows, struct list_row, i);

		if (row->group == keep.group && row->action == -1)
			at = (int)i;
		if (row->group == keep.group && row->action == keep.action) {
			at = (int)i;
			break;
		}
	}
	list_move(list, at);
}

void
list_take(struct list *list, struct listing *view)
{
	int64_t id = list->selected, unit = list->selected_unit;
	g_autoptr(GArray) before =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct list_group), 8);
	g_autofree int *owner = NULL;
	bool first = id == 0 && unit == 0;

	g_array_append_vals(before, list->groups->data, list->groups->len);
	listing_free(list->view);
	list->view = view;
	owner = g_new(int, MAX(view->places->len, 1));
	make_groups(list, before, owner);
	sort_members(list, owner);
	list->code_width = widest_code(list);
	list_fill(list);
	if (first)
		list_move(list, 1);
	for (guint i = 0; !first && i < list->rows->len; i++) {
		const struct list_row *at =
		    &g_array_index(list->rows, struct list_row, i);

		if (id != 0 ? at->action >= 0 && list_place(list, at->action)->id == id
		            : at->action < 0 && group_at(list, at->group)->unit == unit)
			list_move(list, (int)i);
	}
}

void
list_drop(struct list *list)
{
	listing_free(list->view);
	list->view = NULL;
	g_array_set_size(list->rows, 0);
	g_array_set_size(list->members, 0);
	list->shown = 0;
}

void
list_move(struct list *list, int at)
{
	const struct list_row *row;

	list->at = CLAMP(at, 0, MAX((int)list->rows->len - 1, 0));
	row = list_selected(list);
	if (row == NULL)
		return;
	list->selected = row->action >= 0 ? list_place(list, row->action)->id : 0;
	list->selected_unit = group_at(list, row->group)->unit;
}

void
list_fold(struct list *list, int folded)
{
	const struct list_row *row = list_selected(list);
	struct list_group *group;
	int at = list->at;

	if (row == NULL)
		return;
	group = group_at(list, row->group);
	group->folded = folded < 0 ? !group->folded : folded != 0;
	/* folding from inside the group leaves the cursor on its own row */
	while (group->folded && at > 0 &&
	       g_array_index(list->rows, struct list_row, at).action >= 0)
		at--;
	list_move(list, at);
	list_fill(list);
}

bool
list_is_filtered(const struct list *list)
{
	const struct list_filter *filter = &list->filter;

	return filter->text[0] != '\0' || filter->unit[0] != '\0' ||
	       filter->kind != FILTER_ALL || filter->status != FILTER_ALL ||
	       filter->counts != FILTER_ALL || filter->only != NULL;
}

void
list_clear_filter(struct list *list)
{
	g_free(list->filter.text);
	g_free(list->filter.unit);
	g_clear_pointer(&list->filter.only, g_hash_table_unref);
	g_free(list->filter.only_what);
	list->filter = (struct list_filter){ g_strdup(""), g_strdup(""), FILTER_ALL,
		FILTER_ALL, FILTER_ALL, NULL, NULL };
}

void
list_clear(struct list *list)
{
	listing_free(list->view);
	g_array_unref(list->groups);
	g_array_unref(list->rows);
	g_array_unref(list->members);
	g_free(list->filter.text);
	g_free(list->filter.unit);
	g_clear_pointer(&list->filter.only, g_hash_table_unref);
	g_free(list->filter.only_what);
	g_free(list->search);
	g_free(list);
}

static int
member(const struct list *list, int place)
{
	return g_array_index(list->members, int, place);
}

/* Where in list.members the actions stand that may show, folded groups' too. */
static GArray *
in_order(const struct list *list)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
	g_autofree char *folded = text_fold(list->filter.text);

	for (int i = 0; i < (int)list->members->len; i++)
		if (passes(list, member(list, i), folded))
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

		if (action != NULL && mentions(action, folded)) {
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
	g_autofree char *folded = text_fold(list->filter.text);
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
