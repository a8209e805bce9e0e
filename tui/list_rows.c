/*
 * list_rows.c - which rows the action list has: grouping, order, folding.
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
	if (list->mixed) { /* one group that has no row of its own */
		find_group(list, 0, "", before);
		group_at(list, 0)->folded = false;
		group_at(list, 0)->n = (int)list->view->places->len;
		memset(owner, 0, list->view->places->len * sizeof(*owner));
		return;
	}
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

struct order {
	const struct listing *view;
	const struct memory *memory;
};

/* Rows without anything in the column come last, whichever way the others go; those that
 * are equal keep their order. */
static gint
compare_members(gconstpointer a, gconstpointer b, gpointer user)
{
	const struct order *order = user;
	int x = *(const int *)a, y = *(const int *)b, by;
	enum list_column column = order->memory->sort;
	bool none_x = list_column_missing(order->view, x, column);
	bool none_y = list_column_missing(order->view, y, column);

	if (none_x || none_y)
		return none_x != none_y ? (int)none_x - (int)none_y : x - y;
	by = list_column_compare(order->view, x, y, column);
	if (by == 0)
		return x - y;
	return order->memory->descending ? -by : by;
}

/* Each group's members as they are asked for; all have been read. */
static void
order_members(struct list *list, const struct memory *memory)
{
	struct order order = { list->view, memory };

	for (guint i = 0; memory->sorted && i < list->groups->len; i++) {
		const struct list_group *group = group_at(list, (int)i);

		if (group->n > 0)
			g_qsort_with_data(
			    &g_array_index(list->members, int, group->first), group->n,
			    sizeof(int), compare_members, &order);
	}
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

const struct figure *
list_group_cells(const struct list *list, int group)
{
	const struct rollup *units = list->view->units;
	guint n = (guint)ROLLUP_TOTAL(units) + 1;

	if (list->sums->len > 0)
		return &g_array_index(list->sums, struct figure, (guint)group * n);
	return list_cells(units, group_at(list, group)->unit);
}

/* Actions that do not count are summed only where they alone are asked for. */
static void
add_to_sums(struct list *list, int group, int action)
{
	guint n = (guint)ROLLUP_TOTAL(list->view->units) + 1;
	const struct listing_row *row = list_whole(list, action);
	struct figure *sums = &g_array_index(list->sums, struct figure, (guint)group * n);

	if (row == NULL || (!row->action.counts && list->filter.counts != 0))
		return;
	for (guint i = 0; i < n; i++) {
		amount_add(&sums[i].target, row->cells[i].target);
		amount_add(&sums[i].plan, row->cells[i].plan);
		amount_add(&sums[i].realised, row->cells[i].realised);
		amount_add(&sums[i].unverified, row->cells[i].unverified);
		amount_add(&sums[i].forecast, row->cells[i].forecast);
		amount_add(&sums[i].weighted, row->cells[i].weighted);
		sums[i].assumed += row->cells[i].assumed;
	}
}

/* The group's own row and, unless it is folded, its actions from `rows` on; how many rows
 * that is. */
static guint
fill_group(struct list *list, int group, const char *folded, const char *live,
    struct list_row *rows)
{
	struct list_group *info = group_at(list, group);
	bool filtered = list_is_filtered(list);
	bool closed = info->folded && live[0] == '\0'; /* a search looks inside */
	int head = list->mixed ? 0 : 1;

	info->actions = 0;
	if (head != 0)
		rows[0] = (struct list_row){ group, -1 };
	for (int i = info->first; i < info->first + info->n; i++) {
		int action = g_array_index(list->members, int, i);

		if (filtered && !list_passes(list, action, folded, live))
			continue;
		if (!closed)
			rows[head + info->actions] = (struct list_row){ group, action };
		if (filtered)
			add_to_sums(list, group, action);
		info->actions++;
	}
	list->shown += info->actions;
	if (info->actions == 0)
		return 0;
	return (guint)head + (closed ? 0 : (guint)info->actions);
}

void
list_fill(struct list *list)
{
	const struct list_row *old = list_selected(list);
	struct list_row keep = old != NULL ? *old : (struct list_row){ 0, 0 };
	g_autofree char *folded = text_fold(list->filter.text);
	g_autofree char *live = text_fold(list->live);
	int at = 0;
	guint n = 0;

	if (list->view == NULL)
		return;
	/* room for all, then what was used */
	g_array_set_size(list->rows, list->groups->len + list->members->len + 1);
	list->shown = 0;
	g_array_set_size(list->sums, 0);
	if (list_is_filtered(list))
		g_array_set_size(list->sums,
		    list->groups->len * ((guint)ROLLUP_TOTAL(list->view->units) + 1));
	for (guint i = 0; i < list->groups->len; i++)
		n += fill_group(list, (int)i, folded, live,
		    &g_array_index(list->rows, struct list_row, n));
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
list_take(struct list *list, struct listing *view, const struct memory *memory)
{
	int64_t id = list->selected, unit = list->selected_unit;
	g_autoptr(GArray) before =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct list_group), 8);
	g_autofree int *owner = NULL;
	bool first = id == 0 && unit == 0;

	g_array_append_vals(before, list->groups->data, list->groups->len);
	listing_free(list->view);
	list->view = view;
	list->mixed = memory->sorted && memory->mixed;
	list_prune_marks(list);
	owner = g_new(int, MAX(view->places->len, 1));
	make_groups(list, before, owner);
	sort_members(list, owner);
	order_members(list, memory);
	list->code_width = widest_code(list);
	list_fill(list);
	if (first)
		list_move(list, list->mixed ? 0 : 1);
	else
		list_select(list, id, unit);
}

void
list_select(struct list *list, int64_t action, int64_t unit)
{
	for (guint i = 0; i < list->rows->len; i++) {
		const struct list_row *at =
		    &g_array_index(list->rows, struct list_row, i);

		if (action != 0
		        ? at->action >= 0 && list_place(list, at->action)->id == action
		        : at->action < 0 && group_at(list, at->group)->unit == unit) {
			list_move(list, (int)i);
			return;
		}
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

	if (row == NULL || list->mixed)
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

void
list_fold_all(struct list *list)
{
	bool all = true;

	for (guint i = 0; i < list->groups->len; i++)
		all &= group_at(list, (int)i)->folded;
	for (guint i = 0; !list->mixed && i < list->groups->len; i++)
		group_at(list, (int)i)->folded = !all;
	list_fill(list);
}

void
list_clear(struct list *list)
{
	listing_free(list->view);
	g_array_unref(list->groups);
	g_array_unref(list->rows);
	g_array_unref(list->members);
	g_array_unref(list->sums);
	list_drop_filter(list);
	g_free(list->search);
	g_free(list->live);
	g_hash_table_unref(list->marks);
	g_free(list);
}
