/*
 * strategic_tree.c - which indicators and actions belong to which part of the tree of
 * goals.
 */
#include "base/rows.h"
#include "reports/book/strategic.h"

const struct goal *
strategic_goal_at(const struct plan *plan, guint index)
{
	return &g_array_index(plan->goals, struct goal, index);
}

/* At the top of its tree: no parent, or one that is not there. */
bool
strategic_is_root(const struct plan *plan, const struct goal *goal)
{
	return plan_goal(plan, goal->parent) == NULL;
}

static void
list_free(gpointer list)
{
	g_ptr_array_unref(list);
}

static void
add_to(GHashTable *lists, const char *code, gpointer what)
{
	GPtrArray *list = g_hash_table_lookup(lists, code);

	if (!list) {
		list = g_ptr_array_new();
		g_hash_table_insert(lists, (gpointer)(guintptr)code, list);
	}
	g_ptr_array_add(list, what);
}

static struct strategic_place *
place_at(const struct strategic *book, guint index)
{
	return &g_array_index(book->places, struct strategic_place, index);
}

static void
place_clear(gpointer pointer)
{
	struct strategic_place *place = pointer;

	if (place->scores)
		g_ptr_array_unref(place->scores);
}

static struct strategic_place *
place_of(const struct strategic *book, const char *code)
{
	const struct goal *goal = plan_goal(book->plan, code);

	return goal ? place_at(book, (guint)(goal - strategic_goal_at(book->plan, 0)))
	            : NULL;
}

const struct strategic_place *
strategic_place(const struct strategic *book, const char *goal)
{
	return place_of(book, goal);
}

/* A root's branch for itself is a strategiskt mål; every other goal that hangs straight
 * under the root has none. */
static void
find_root(const struct strategic *book, guint index)
{
	const struct goal *at = strategic_goal_at(book->plan, index), *branch = NULL;
	struct strategic_place *place = place_at(book, index);

	for (guint step = 0; step <= book->plan->goals->len; step++) {
		const struct goal *parent = plan_goal(book->plan, at->parent);

		if (!parent) {
			place->root = at;
			break;
		}
		branch = at;
		at = parent;
	}
	if (place->root && branch && branch->level == GOAL_STRATEGIC)
		place->section = branch;
}

/* The score hangs on its goal, and measures all that is above it. */
static void
place_score(const struct strategic *book, struct score *score)
{
	const char *code = score->indicator->goal;
	struct strategic_place *place = place_of(book, code);
	const struct goal *goal = plan_goal(book->plan, code);

	if (!place)
		return;
	if (!place->scores)
		place->scores = g_ptr_array_new();
	g_ptr_array_add(place->scores, score);
	while (goal && !place_of(book, goal->code)->measured) {
		place_of(book, goal->code)->measured = true;
		goal = plan_goal(book->plan, goal->parent);
	}
}

void
strategic_init(struct strategic *book, struct doc *doc, const struct overview *overview)
{
	const struct plan *plan = overview->plan;
	g_autoptr(GArray) lights = NULL;

	book->doc = doc;
	book->overview = overview;
	book->plan = plan;
	book->scores = scorecard_make(plan, overview->cutoff);
	book->places = g_array_new(FALSE, TRUE, sizeof(struct strategic_place));
	book->values = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);
	book->parts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);
	g_array_set_clear_func(book->places, place_clear);
	g_array_set_size(book->places, plan->goals->len);
	lights = scorecard_goal_lights(plan, book->scores);
	for (guint i = 0; i < plan->goals->len; i++) {
		find_root(book, i);
		place_at(book, i)->light = g_array_index(lights, enum light, i);
	}
	for (guint i = 0; i < book->scores->len; i++) {
		struct score *score = &g_array_index(book->scores, struct score, i);

		place_score(book, score);
		add_to(book->parts, score->indicator->part_of, score);
	}
	for (guint i = 0; i < plan->measurements->len; i++) {
		struct measurement *m =
		    &g_array_index(plan->measurements, struct measurement, i);

		add_to(book->values, m->indicator, m);
	}
}

void
strategic_clear(struct strategic *book)
{
	g_hash_table_unref(book->parts);
	g_hash_table_unref(book->values);
	g_array_unref(book->places);
	g_array_unref(book->scores);
}

/* Those of a section, goal by goal in the order of the plan. */
GPtrArray *
strategic_scores(
    const struct strategic *book, const struct goal *root, const struct goal *section)
{
	GPtrArray *list = g_ptr_array_new();

	for (guint g = 0; g < book->places->len; g++) {
		const struct strategic_place *place = place_at(book, g);

		if (!place->scores || place->root != root || place->section != section)
			continue;
		for (guint i = 0; i < place->scores->len; i++)
			g_ptr_array_add(list, place->scores->pdata[i]);
	}
	return list;
}

static bool
in_tree(const struct strategic *book, const char *goal)
{
	const struct strategic_place *place = place_of(book, goal);

	return place && place->root;
}

GPtrArray *
strategic_loose_scores(const struct strategic *book)
{
	GPtrArray *list = g_ptr_array_new();

	for (guint i = 0; i < book->scores->len; i++) {
		struct score *score = &g_array_index(book->scores, struct score, i);

		if (!in_tree(book, score->indicator->goal) &&
		    !strategic_is_production(book->plan, score->indicator))
			g_ptr_array_add(list, score);
	}
	return list;
}

bool
strategic_is_action(const struct plan *plan, const struct action *action)
{
	const struct assignment *assignment = plan_assignment(plan, action->id);

	return assignment && assignment->form == ASSIGNMENT_STRATEGIC;
}

/* How many goals of the tree under `root` (NULL: all of it) an action serves; with
 * `section`, only those of it. */
guint
strategic_serves(const struct strategic *book, const struct action *action,
    const struct goal *root, const struct goal *const *section)
{
	const GArray *links = book->plan->links;
	guint n = 0;

	for (guint i = rows_from(links, sizeof(struct link), action->id); i < links->len;
	     i++) {
		const struct link *link = &g_array_index(links, struct link, i);
		const struct strategic_place *place;

		if (link->action != action->id)
			break;
		if (link->relation != RELATION_GOAL)
			continue;
		place = place_of(book, link->code);
		n += place && place->root && (!root || place->root == root) &&
		     (!section || place->section == *section);
	}
	return n;
}

GPtrArray *
strategic_choose(
    const struct strategic *book, enum strategic_choice choice, const struct goal *root)
{
	const struct plan *plan = book->plan;
	GPtrArray *list = g_ptr_array_new();

	for (guint i = 0; i < plan->actions->len; i++) {
		struct action *action = &g_array_index(plan->actions, struct action, i);
		bool strategic = strategic_is_action(plan, action);
		bool chosen = choice == STRATEGIC_OTHERS ? !strategic : strategic;

		if (choice == STRATEGIC_LOOSE)
			chosen =
			    chosen && strategic_serves(book, action, NULL, NULL) == 0;
		else
			chosen = chosen && strategic_serves(book, action, root, NULL) > 0;
		if (chosen)
			g_ptr_array_add(list, action);
	}
	return list;
}

bool
strategic_is_shown(const struct strategic *book, const struct goal *root)
{
	const GArray *actions = book->plan->actions;

	if (root->level == GOAL_PERSPECTIVE ||
	    strategic_place(book, root->code)->measured)
		return true;
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);

		if (strategic_is_action(book->plan, a) &&
		    strategic_serves(book, a, root, NULL) > 0)
			return true;
	}
	return false;
}

guint
strategic_count(const struct plan *plan)
{
	guint n = 0;

	for (guint i = 0; i < plan->actions->len; i++)
		n += strategic_is_action(
		    plan, &g_array_index(plan->actions, struct action, i));
	return n;
}
