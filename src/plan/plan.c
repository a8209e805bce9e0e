/*
 * plan.c - the loaded plan: look-ups, and the sums others ask it for directly.
 */
#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/rows.h"
#include "base/text.h"

struct plan *
plan_new(void)
{
	struct plan *plan = g_new0(struct plan, 1);

	plan->text = g_string_chunk_new(4096);
	plan->programme.code = "";
	plan->programme.name = "";
	plan->units = g_array_new(FALSE, TRUE, sizeof(struct unit));
	plan->areas = g_array_new(FALSE, TRUE, sizeof(struct area));
	plan->actions = g_array_new(FALSE, TRUE, sizeof(struct action));
	plan->lines = g_array_new(FALSE, TRUE, sizeof(struct line));
	plan->targets = g_array_new(FALSE, TRUE, sizeof(struct target));
	plan->requirements = g_array_new(FALSE, TRUE, sizeof(struct requirement));
	plan->overlaps = g_array_new(FALSE, TRUE, sizeof(struct overlap));
	plan->reallocations = g_array_new(FALSE, TRUE, sizeof(struct reallocation));
	plan->benchmarks = g_array_new(FALSE, TRUE, sizeof(struct benchmark));
	plan->calculations = g_array_new(FALSE, TRUE, sizeof(struct calculation));
	plan->decisions = g_array_new(FALSE, TRUE, sizeof(struct decision));
	plan->assessments = g_array_new(FALSE, TRUE, sizeof(struct assessment));
	plan->milestones = g_array_new(FALSE, TRUE, sizeof(struct milestone));
	plan->goals = g_array_new(FALSE, TRUE, sizeof(struct goal));
	plan->indicators = g_array_new(FALSE, TRUE, sizeof(struct indicator));
	plan->measurements = g_array_new(FALSE, TRUE, sizeof(struct measurement));
	plan->assignments = g_array_new(FALSE, TRUE, sizeof(struct assignment));
	plan->preconditions = g_array_new(FALSE, TRUE, sizeof(struct precondition));
	plan->links = g_array_new(FALSE, TRUE, sizeof(struct link));
	plan->by_code = g_hash_table_new(g_str_hash, g_str_equal);
	plan->by_id = g_hash_table_new(g_direct_hash, g_direct_equal);
	plan->line_by_id = g_hash_table_new(g_direct_hash, g_direct_equal);
	return plan;
}

void
plan_free(struct plan *plan)
{
	if (plan == NULL)
		return;
	g_hash_table_unref(plan->by_code);
	g_clear_pointer(&plan->goal_codes.places, g_hash_table_unref);
	g_clear_pointer(&plan->indicator_codes.places, g_hash_table_unref);
	g_clear_pointer(&plan->decision_codes.places, g_hash_table_unref);
	g_clear_pointer(&plan->unit_names.places, g_hash_table_unref);
	g_clear_pointer(&plan->area_names.places, g_hash_table_unref);
	g_hash_table_unref(plan->by_id);
	g_hash_table_unref(plan->line_by_id);
	g_array_unref(plan->units);
	g_array_unref(plan->areas);
	g_array_unref(plan->actions);
	g_array_unref(plan->lines);
	g_array_unref(plan->targets);
	g_array_unref(plan->requirements);
	g_array_unref(plan->overlaps);
	g_array_unref(plan->reallocations);
	g_array_unref(plan->benchmarks);
	g_array_unref(plan->calculations);
	g_array_unref(plan->decisions);
	g_array_unref(plan->assessments);
	g_array_unref(plan->milestones);
	g_array_unref(plan->goals);
	g_array_unref(plan->indicators);
	g_array_unref(plan->measurements);
	g_array_unref(plan->assignments);
	g_array_unref(plan->preconditions);
	g_array_unref(plan->links);
	g_string_chunk_free(plan->text);
	g_free(plan);
}

/* An id as its own key: the arrays may grow, so a pointer into them would not do.  Ids
 * are row numbers and fit a pointer. */
static gpointer
id_key(int64_t id)
{
	return GSIZE_TO_POINTER((gsize)id);
}

static const char *
goal_code_at(const GArray *goals, guint i)
{
	return g_array_index(goals, struct goal, i).code;
}

static const char *
indicator_code_at(const GArray *indicators, guint i)
{
	return g_array_index(indicators, struct indicator, i).code;
}

static const char *
decision_code_at(const GArray *decisions, guint i)
{
	return g_array_index(decisions, struct decision, i).code;
}

static const char *
unit_name_at(const GArray *units, guint i)
{
	return g_array_index(units, struct unit, i).name;
}

static const char *
area_name_at(const GArray *areas, guint i)
{
	return g_array_index(areas, struct area, i).name;
}

typedef const char *(*text_at_func)(const GArray *, guint);

static void
index_texts(struct text_index *index, const GArray *array, text_at_func text_at)
{
	if (index->places)
		g_hash_table_remove_all(index->places);
	else if (array->len > 0)
		index->places = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = array->len; i > 0; i--)
		g_hash_table_insert(index->places,
		    (gpointer)(guintptr)text_at(array, i - 1), GUINT_TO_POINTER(i));
	index->n = array->len;
}

/* The index + 1; 0 when there is none. */
static guint
find_text(const struct text_index *index, const GArray *array, text_at_func text_at,
    const char *text)
{
	guint place =
	    index->n > 0 ? GPOINTER_TO_UINT(g_hash_table_lookup(index->places, text)) : 0;

	for (guint i = index->n; place == 0 && i < array->len; i++)
		if (strcmp(text_at(array, i), text) == 0)
			place = i + 1;
	return place;
}

void
plan_index(struct plan *plan)
{
	index_texts(&plan->goal_codes, plan->goals, goal_code_at);
	index_texts(&plan->indicator_codes, plan->indicators, indicator_code_at);
	index_texts(&plan->decision_codes, plan->decisions, decision_code_at);
	index_texts(&plan->unit_names, plan->units, unit_name_at);
	index_texts(&plan->area_names, plan->areas, area_name_at);
	g_hash_table_remove_all(plan->by_code);
	g_hash_table_remove_all(plan->by_id);
	g_hash_table_remove_all(plan->line_by_id);
	for (guint i = 0; i < plan->actions->len; i++) {
		struct action *action = &g_array_index(plan->actions, struct action, i);
		gpointer place = GUINT_TO_POINTER(i + 1);
		char *code = g_string_chunk_insert_const(plan->text, action->code);

		g_hash_table_insert(plan->by_code, code, place);
		if (action->id != 0)
			g_hash_table_insert(plan->by_id, id_key(action->id), place);
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		const struct line *line = &g_array_index(plan->lines, struct line, i);

		if (line->id != 0)
			g_hash_table_insert(
			    plan->line_by_id, id_key(line->id), GUINT_TO_POINTER(i + 1));
	}
}

static struct action *
action_at(const struct plan *plan, gpointer place)
{
	guint n = GPOINTER_TO_UINT(place);

	return n == 0 ? NULL : &g_array_index(plan->actions, struct action, n - 1);
}

struct action *
plan_action(const struct plan *plan, const char *code)
{
	return action_at(plan, g_hash_table_lookup(plan->by_code, code));
}

struct action *
plan_action_by_id(const struct plan *plan, int64_t id)
{
	return action_at(plan, g_hash_table_lookup(plan->by_id, id_key(id)));
}

struct line *
plan_line(const struct plan *plan, int64_t id)
{
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(plan->line_by_id, id_key(id)));

	return n == 0 ? NULL : &g_array_index(plan->lines, struct line, n - 1);
}

/* The index + 1 of a name, as written if one is, else by folded key; 0. */
static guint
find_name(const struct text_index *index, const GArray *array, text_at_func name_at,
    const char *name)
{
	guint place = find_text(index, array, name_at, name);
	g_autofree char *key = place ? NULL : text_fold(name);

	for (guint i = 0; place == 0 && i < array->len; i++) {
		g_autofree char *other = text_fold(name_at(array, i));

		if (strcmp(other, key) == 0)
			place = i + 1;
	}
	return place;
}

const struct unit *
plan_unit(const struct plan *plan, const char *name)
{
	guint i = find_name(&plan->unit_names, plan->units, unit_name_at, name);

	return i ? &g_array_index(plan->units, struct unit, i - 1) : NULL;
}

static int
unit_by_id(const void *id, const void *unit)
{
	int64_t a = *(const int64_t *)id, b = ((const struct unit *)unit)->id;

	return a < b ? -1 : a > b;
}

/* In order of creation is in order of id. */
const struct unit *
plan_unit_by_id(const struct plan *plan, int64_t id)
{
	if (plan->units->len == 0)
		return NULL;
	return bsearch(
	    &id, plan->units->data, plan->units->len, sizeof(struct unit), unit_by_id);
}

const struct area *
plan_area(const struct plan *plan, const char *name)
{
	guint i = find_name(&plan->area_names, plan->areas, area_name_at, name);

	return i ? &g_array_index(plan->areas, struct area, i - 1) : NULL;
}

const struct area *
plan_area_by_id(const struct plan *plan, int64_t id)
{
	for (guint i = 0; i < plan->areas->len; i++) {
		const struct area *area = &g_array_index(plan->areas, struct area, i);

		if (area->id == id)
			return area;
	}
	return NULL;
}

int64_t
plan_unit_top(const struct plan *plan, int64_t unit)
{
	/* No more steps than units: a ring of parents must not hang the program. */
	for (guint steps = 0; steps < plan->units->len; steps++) {
		const struct unit *row = plan_unit_by_id(plan, unit);

		if (row == NULL || row->parent == 0)
			break;
		unit = row->parent;
	}
	return unit;
}

const char *
plan_unit_name(const struct plan *plan, int64_t unit)
{
	const struct unit *row = unit == 0 ? NULL : plan_unit_by_id(plan, unit);

	return row == NULL ? "ej fördelad" : row->name;
}

GArray *
plan_order(const struct plan *plan)
{
	guint n = plan->actions->len;
	GArray *order = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
	g_autoptr(GArray) tops = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autofree guint *group = g_new(guint, MAX(n, 1));
	const char *last = NULL;
	guint at = 0;

	for (guint i = 0; i < n; i++) {
		const char *name = g_array_index(plan->actions, struct action, i).unit;
		const struct unit *unit;
		int64_t top;

		/* actions of one unit mostly follow each other, and have its own text */
		if (name != last) {
			unit = plan_unit(plan, name);
			top = unit == NULL ? 0 : plan_unit_top(plan, unit->id);
			for (at = 0; at < tops->len; at++)
				if (g_array_index(tops, int64_t, at) == top)
					break;
			if (at == tops->len)
				g_array_append_val(tops, top);
		}
		last = name;
		group[i] = at;
	}
	for (at = 0; at < tops->len; at++)
		for (guint i = 0; i < n; i++)
			if (group[i] == at)
				g_array_append_val(order, i);
	return order;
}

static void
widen(int year, int *first, int *last)
{
	if (year == 0)
		return;
	if (*first == 0 || year < *first)
		*first = year;
	if (year > *last)
		*last = year;
}

guint
plan_first_milestone(const struct plan *plan, int64_t action)
{
	return rows_from(plan->milestones, sizeof(struct milestone), action);
}

const struct goal *
plan_goal(const struct plan *plan, const char *code)
{
	guint i = find_text(&plan->goal_codes, plan->goals, goal_code_at, code);

	return i ? &g_array_index(plan->goals, struct goal, i - 1) : NULL;
}

const struct indicator *
plan_indicator(const struct plan *plan, const char *code)
{
	guint i =
	    find_text(&plan->indicator_codes, plan->indicators, indicator_code_at, code);

	return i ? &g_array_index(plan->indicators, struct indicator, i - 1) : NULL;
}

const struct decision *
plan_decision(const struct plan *plan, const char *code)
{
	guint i =
	    find_text(&plan->decision_codes, plan->decisions, decision_code_at, code);

	return i ? &g_array_index(plan->decisions, struct decision, i - 1) : NULL;
}

char *
decision_paragraph(const struct decision *decision)
{
	bool plain = *decision->paragraph && !g_str_has_prefix(decision->paragraph, "§");

	return g_strconcat(plain ? "§ " : "", decision->paragraph, NULL);
}

const struct assignment *
plan_assignment(const struct plan *plan, int64_t action)
{
	guint i = rows_from(plan->assignments, sizeof(struct assignment), action);
	const struct assignment *found =
	    i < plan->assignments->len
	        ? &g_array_index(plan->assignments, struct assignment, i)
	        : NULL;

	return found && found->action == action ? found : NULL;
}

void
plan_years(const struct plan *plan, int *ret_first, int *ret_last)
{
	int first = 0;
	int last = 0;

	for (guint i = 0; i < plan->targets->len; i++)
		widen(g_array_index(plan->targets, struct target, i).year, &first, &last);
	for (guint i = 0; i < plan->requirements->len; i++)
		widen(g_array_index(plan->requirements, struct requirement, i).year,
		    &first, &last);
	*ret_first = first;
	*ret_last = last;
}

struct amount
plan_action_target(const struct plan *plan, int64_t action, int year)
{
	struct amount sum = AMOUNT_NONE;

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line;

		if (year != -1 && t->year != year)
			continue;
		line = plan_line(plan, t->line);
		if (line == NULL || line->action != action)
			continue;
		if (!amount_add(&sum, amount_of(t->ore)))
			return AMOUNT_NONE;
	}
	return sum;
}

static struct amount
printed_requirement(const struct plan *plan, int year, enum kind kind)
{
	for (guint i = 0; i < plan->requirements->len; i++) {
		const struct requirement *r =
		    &g_array_index(plan->requirements, struct requirement, i);

		if (r->year == year && r->kind == kind)
			return amount_of(r->ore);
	}
	return AMOUNT_NONE;
}

static struct amount
sum_of_years(const struct plan *plan, enum kind kind)
{
	struct amount sum = AMOUNT_NONE;
	int first, last;

	plan_years(plan, &first, &last);
	for (int year = first; year != 0 && year <= last; year++)
		if (!amount_add(&sum, plan_requirement(plan, year, kind)))
			return AMOUNT_NONE;
	return sum;
}

static struct amount
sum_of_kinds(const struct plan *plan, int year)
{
	struct amount sum = AMOUNT_NONE;

	for (int kind = KIND_NONE + 1; kind < KIND__N; kind++)
		if (!amount_add(&sum, plan_requirement(plan, year, (enum kind)kind)))
			return AMOUNT_NONE;
	return sum;
}

struct amount
plan_requirement(const struct plan *plan, int year, enum kind kind)
{
	struct amount sum = printed_requirement(plan, year, kind);

	if (!sum.known && year == 0)
		sum = sum_of_years(plan, kind);
	if (!sum.known && kind == KIND_NONE)
		sum = sum_of_kinds(plan, year);
	return sum;
}
