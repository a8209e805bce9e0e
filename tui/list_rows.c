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

static const struct action *
action_at(const struct list *list, int index)
{
	return &g_array_index(list->view->plan->actions, struct action, index);
}

const struct list_row *
list_selected(const struct list *list)
{
	if (list->at < 0 || list->at >= (int)list->rows->len)
		return NULL;
	return &g_array_index(list->rows, struct list_row, list->at);
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
	struct list_group group = { unit, name, false, 0 };

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

/* Actions of one unit mostly follow each other, so its name is looked up once. */
static void
make_groups(struct list *list, const GArray *before)
{
	const struct plan *plan = list->view->plan;
	const char *last = NULL;
	int group = 0;

	g_array_set_size(list->groups, 0);
	g_array_set_size(list->owner, 0);
	list->code_width = 3;
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *action = action_at(list, (int)i);

		if (last == NULL || strcmp(last, action->unit) != 0) {
			const struct unit *unit = plan_unit(plan, action->unit);
			int64_t top = unit != NULL ? plan_unit_top(plan, unit->id) : 0;

			group = find_group(list, top, plan_unit_name(plan, top), before);
			last = action->unit;
		}
		g_array_append_val(list->owner, group);
		/* bytes are never fewer than columns, and much cheaper to count */
		if (strlen(action->code) > (size_t)list->code_width)
			list->code_width =
			    MAX(list->code_width, MIN(text_width(action->code), 9));
	}
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
passes(const struct list *list, const struct action *action, const char *folded)
{
	const struct list_filter *filter = &list->filter;

	return (filter->unit[0] == '\0' || strcmp(filter->unit, action->unit) == 0) &&
	       (filter->kind == FILTER_ALL || filter->kind == (int)action->kind) &&
	       (filter->status == FILTER_ALL || filter->status == (int)action->status) &&
	       (filter->counts == FILTER_ALL || filter->counts == (int)action->counts) &&
	       (folded[0] == '\0' || mentions(action, folded));
}

static void
fill_group(struct list *list, int group, const char *folded)
{
	struct list_row head = { group, -1 };
	guint head_at = list->rows->len;
	struct list_group *info = group_at(list, group);

	info->actions = 0;
	g_array_append_val(list->rows, head);
	for (guint i = 0; i < list->owner->len; i++) {
		struct list_row row = { group, (int)i };

		if (g_array_index(list->owner, int, i) != group ||
		    !passes(list, action_at(list, (int)i), folded))
			continue;
		info->actions++;
		if (!info->folded)
			g_array_append_val(list->rows, row);
	}
	list->shown += info->actions;
	if (info->actions == 0)
		g_array_set_size(list->rows, head_at);
}

void
list_fill(struct list *list)
{
	const struct list_row *old = list_selected(list);
	struct list_row keep = old != NULL ? *old : (struct list_row){ 0, 0 };
	g_autofree char *folded = text_fold(list->filter.text);
	int at = 0;

	g_array_set_size(list->rows, 0);
	list->shown = 0;
	for (guint i = 0; i < list->groups->len; i++)
		fill_group(list, (int)i, folded);
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
list_take(struct list *list, struct overview *view)
{
	int64_t id = list->selected, unit = list->selected_unit;
	g_autoptr(GArray) before =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct list_group), 8);
	bool first = id == 0 && unit == 0;

	g_array_append_vals(before, list->groups->data, list->groups->len);
	overview_free(list->view);
	list->view = view;
	make_groups(list, before);
	list_fill(list);
	if (first)
		list_move(list, 1);
	for (guint i = 0; !first && i < list->rows->len; i++) {
		const struct list_row *at =
		    &g_array_index(list->rows, struct list_row, i);

		if (id != 0 ? at->action >= 0 && action_at(list, at->action)->id == id
		            : at->action < 0 && group_at(list, at->group)->unit == unit)
			list_move(list, (int)i);
	}
}

void
list_drop(struct list *list)
{
	overview_free(list->view);
	list->view = NULL;
	g_array_set_size(list->rows, 0);
	g_array_set_size(list->owner, 0);
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
	list->selected = row->action >= 0 ? action_at(list, row->action)->id : 0;
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
	       filter->counts != FILTER_ALL;
}

void
list_clear_filter(struct list *list)
{
	g_free(list->filter.text);
	g_free(list->filter.unit);
	list->filter = (struct list_filter){ g_strdup(""), g_strdup(""), FILTER_ALL,
		FILTER_ALL, FILTER_ALL };
}

void
list_clear(struct list *list)
{
	overview_free(list->view);
	g_array_unref(list->groups);
	g_array_unref(list->rows);
	g_array_unref(list->owner);
	g_free(list->filter.text);
	g_free(list->filter.unit);
	g_free(list->search);
	g_free(list);
}

/* Actions in the order they show, folded groups too. */
static GArray *
in_order(const struct list *list)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
	g_autofree char *folded = text_fold(list->filter.text);

	for (guint g = 0; g < list->groups->len; g++)
		for (guint i = 0; i < list->owner->len; i++)
			if (g_array_index(list->owner, int, i) == (int)g &&
			    passes(list, action_at(list, (int)i), folded))
				g_array_append_val(order, i);
	return order;
}

static void
select_action(struct list *list, int action)
{
	int group = g_array_index(list->owner, int, action);

	group_at(list, group)->folded = false;
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
		int action = g_array_index(order, int, i);

		if (row->action >= 0
		        ? action == row->action
		        : g_array_index(list->owner, int, action) < row->group)
			here = i;
	}
	for (int step = 1; step <= n; step++) {
		int i = ((here + step * direction) % n + n) % n;
		int action = g_array_index(order, int, i);

		if (mentions(action_at(list, action), folded)) {
			select_action(list, action);
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

	for (guint i = 0; i < list->owner->len; i++) {
		size_t n = common_start(action_at(list, (int)i)->name, folded);

		if (n <= best)
			continue;
		best = n;
		nearest = action_at(list, (int)i);
	}
	return nearest;
}
