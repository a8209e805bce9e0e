/* narrow.c - a view of one förvaltning: its own actions, and nothing else of the plan. */
#include "session/narrow.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

static void
no_unit(const struct plan *plan, const char *name, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *shown = text_display(name);
	const char *near;

	for (guint i = 0; i < plan->units->len; i++)
		g_ptr_array_add(names,
		    (gpointer)(uintptr_t)g_array_index(plan->units, struct unit, i).name);
	g_ptr_array_add(names, NULL);
	near = text_nearest(name, (const char *const *)names->pdata);
	if (near)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Förvaltningen \"%s\" finns inte. Menade du \"%s\"?", shown, near);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Förvaltningen \"%s\" finns inte. \"sparplan oversikt\" visar dem "
		    "som "
		    "finns.",
		    shown);
}

bool
narrow_find(
    const struct plan *plan, const char *name, const struct unit **ret, GError **error)
{
	const struct unit *unit = plan_unit(plan, name);

	if (!unit) {
		no_unit(plan, name, error);
		return false;
	}
	*ret = unit;
	return true;
}

bool
narrow_has(const struct plan *plan, const struct unit *unit, const struct action *action)
{
	const struct unit *own = plan_unit(plan, action->unit);

	for (; own; own = plan_unit_by_id(plan, own->parent))
		if (own->id == unit->id)
			return true;
	return false;
}

/* Keep the rows of which `kept` says so, in their order. */
static void
keep_rows(GArray *rows, gsize size,
    bool (*kept)(const struct plan *plan, gconstpointer row), const struct plan *plan)
{
	guint n = 0;

	for (guint i = 0; i < rows->len; i++) {
		if (!kept(plan, rows->data + i * size))
			continue;
		if (n != i)
			memmove(rows->data + n * size, rows->data + i * size, size);
		n++;
	}
	g_array_set_size(rows, n);
}

static bool
line_kept(const struct plan *plan, gconstpointer row)
{
	return plan_action_by_id(plan, ((const struct line *)row)->action) != NULL;
}

static bool
target_kept(const struct plan *plan, gconstpointer row)
{
	return plan_line(plan, ((const struct target *)row)->line) != NULL;
}

static bool
overlap_kept(const struct plan *plan, gconstpointer row)
{
	const struct overlap *o = row;

	return plan_action_by_id(plan, o->action) || plan_action_by_id(plan, o->other);
}

/* The programme's own decisions are not the förvaltning's. */
static bool
decision_kept(const struct plan *plan, gconstpointer row)
{
	return plan_action_by_id(plan, ((const struct decision *)row)->action) != NULL;
}

static bool
assessment_kept(const struct plan *plan, gconstpointer row)
{
	return plan_action_by_id(plan, ((const struct assessment *)row)->action) != NULL;
}

static bool
milestone_kept(const struct plan *plan, gconstpointer row)
{
	const struct milestone *m = row;

	/* a goal's is everybody's */
	return m->action == 0 || plan_action_by_id(plan, m->action) != NULL;
}

static bool
assignment_kept(const struct plan *plan, gconstpointer row)
{
	return plan_action_by_id(plan, ((const struct assignment *)row)->action) != NULL;
}

static bool
link_kept(const struct plan *plan, gconstpointer row)
{
	return plan_action_by_id(plan, ((const struct link *)row)->action) != NULL;
}

/* Sums of actions that are not there have no row to stand in. */
static bool
balance_kept(const struct plan *plan, gconstpointer row)
{
	const struct balance *b = row;

	return b->grouping != GROUPING_ACTION || plan_action_by_id(plan, b->key) != NULL;
}

/* Actions and their outlooks; prospects say which action by its place. */
static void
keep_actions(struct footing *b, const struct unit *unit)
{
	GArray *actions = b->plan->actions;
	g_autofree guint *place = g_new0(guint, actions->len + 1);
	guint n = 0;

	for (guint i = 0; i < actions->len; i++) {
		struct action *from = &g_array_index(actions, struct action, i);

		place[i] = n;
		if (!narrow_has(b->plan, unit, from))
			continue;
		g_array_index(actions, struct action, n) = *from;
		if (b->outlooks)
			b->outlooks[n] = b->outlooks[i];
		n++;
	}
	g_array_set_size(actions, n);
	/* those left out have none */
	for (guint i = 0; b->prospects && i < b->prospects->len; i++) {
		struct prospect *p = &g_array_index(b->prospects, struct prospect, i);

		p->action = place[p->action];
	}
}

void
narrow_footing(struct footing *b, const struct unit *unit)
{
	struct plan *plan = b->plan;
	GArray *const sums[] = { b->sums, b->after, b->unverified, b->ahead,
		b->left_out };

	keep_actions(b, unit);
	plan_index(plan);
	keep_rows(plan->lines, sizeof(struct line), line_kept, plan);
	plan_index(plan);
	keep_rows(plan->targets, sizeof(struct target), target_kept, plan);
	keep_rows(plan->overlaps, sizeof(struct overlap), overlap_kept, plan);
	keep_rows(plan->decisions, sizeof(struct decision), decision_kept, plan);
	keep_rows(plan->assessments, sizeof(struct assessment), assessment_kept, plan);
	keep_rows(plan->milestones, sizeof(struct milestone), milestone_kept, plan);
	keep_rows(plan->assignments, sizeof(struct assignment), assignment_kept, plan);
	keep_rows(plan->links, sizeof(struct link), link_kept, plan);
	for (size_t i = 0; i < G_N_ELEMENTS(sums); i++)
		if (sums[i])
			keep_rows(sums[i], sizeof(struct balance), balance_kept, plan);
	/* what is asked of the programme is not asked of a part of it */
	g_array_set_size(plan->requirements, 0);
}
