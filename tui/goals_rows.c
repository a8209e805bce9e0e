/*
 * goals_rows.c - which rows the goals screen has: the tree, folding, what is selected.
 */
#include <string.h>

#include "tui/goal_lists.h"
#include "tui/goals.h"

#define DEPTH_MAX 12 /* deeper than any plan; ends a ring of goals */

static struct goal_row *
row_at(const struct goals *goals, int index)
{
	return &g_array_index(goals->rows, struct goal_row, index);
}

const struct goal_row *
goals_selected(const struct goals *goals)
{
	if (goals->at < 0 || goals->at >= (int)goals->rows->len)
		return NULL;
	return row_at(goals, goals->at);
}

bool
goals_is_empty(const struct goals *goals)
{
	return goals->plan->goals->len == 0 && goals->plan->indicators->len == 0;
}

/* Takes its place with a key; folded as it was left, else as rows of its kind begin. */
static bool
add(struct goals *goals, struct goal_row row, const char *code)
{
	g_autofree char *key = g_strdup_printf(
	    "%d %s %s", (int)row.kind, code, row.kind == GOAL_ROW_PLACE ? row.text : "");

	row.key = g_string_chunk_insert(goals->keys, key);
	row.folded = row.parent && (row.kind == GOAL_ROW_ACTIONS) !=
	                               g_hash_table_contains(goals->turned, row.key);
	g_array_append_val(goals->rows, row);
	return !row.folded;
}

/* ---- what hangs on a goal ---------------------------------------------------------- */

/* In the order in which they were first measured. */
static void
add_places(struct goals *goals, const struct score *score, int depth)
{
	const char *code = score->indicator->code;
	GHashTable *values = goals->lists->values;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < goal_list_length(values, code); i++) {
		const struct measurement *m = goal_list_at(values, code, i);
		struct goal_row row = { .kind = GOAL_ROW_PLACE,
			.depth = depth,
			.text = m->place,
			.score = score };

		if (m->place[0] != '\0' && m->period.month <= goals->cutoff &&
		    g_hash_table_add(seen, (gpointer)(uintptr_t)m->place))
			add(goals, row, score->indicator->code);
	}
}

static void
add_indicator(
    struct goals *goals, const struct score *score, const struct goal *goal, int depth)
{
	struct goal_row row = {
		.kind = GOAL_ROW_INDICATOR, .depth = depth, .goal = goal, .score = score
	};
	const char *code = score->indicator->code;
	GHashTable *parts = goals->lists->parts;

	add(goals, row, score->indicator->code);
	add_places(goals, score, depth + 1);
	for (guint i = 0; depth < DEPTH_MAX && i < goal_list_length(parts, code); i++)
		add_indicator(goals, goal_list_at(parts, code, i), goal, depth + 1);
}

/* A part stands under what it is a part of, wherever that is. */
static bool
stands_alone(const struct goals *goals, const struct indicator *indicator)
{
	return indicator->part_of[0] == '\0' ||
	       plan_indicator(goals->plan, indicator->part_of) == NULL;
}

static void
add_indicators(struct goals *goals, const struct goal *goal, int depth)
{
	GHashTable *indicators = goals->lists->indicators;

	for (guint i = 0; i < goal_list_length(indicators, goal->code); i++) {
		const struct score *score = goal_list_at(indicators, goal->code, i);

		if (stands_alone(goals, score->indicator))
			add_indicator(goals, score, goal, depth);
	}
}

static void
add_milestones(struct goals *goals, const struct goal *goal, int depth)
{
	GHashTable *milestones = goals->lists->milestones;

	for (guint i = 0; i < goal_list_length(milestones, goal->code); i++) {
		const struct milestone *milestone =
		    goal_list_at(milestones, goal->code, i);
		struct goal_row row = { .kind = GOAL_ROW_MILESTONE,
			.depth = depth,
			.goal = goal,
			.milestone = milestone };

		g_autofree char *code =
		    g_strdup_printf("%s %s", goal->code, milestone->name);

		add(goals, row, code);
	}
}

/* The actions that serve a goal, or (`add_rows` false) how many. */
static int
each_action(struct goals *goals, const struct goal *goal, int depth, bool add_rows)
{
	GHashTable *links = goals->lists->links;
	int n = 0;

	for (guint i = 0; i < goal_list_length(links, goal->code); i++) {
		const struct link *link = goal_list_at(links, goal->code, i);
		struct goal_row row = { .kind = GOAL_ROW_ACTION,
			.depth = depth,
			.goal = goal,
			.action = plan_action_by_id(goals->plan, link->action) };
		g_autofree char *code = NULL;

		if (row.action == NULL)
			continue;
		n++;
		code = g_strdup_printf("%s %s", goal->code, row.action->code);
		if (add_rows)
			add(goals, row, code);
	}
	return n;
}

static void
add_actions(struct goals *goals, const struct goal *goal, int depth)
{
	struct goal_row row = {
		.kind = GOAL_ROW_ACTIONS, .depth = depth, .goal = goal, .parent = true
	};

	row.count = each_action(goals, goal, 0, false);
	if (row.count > 0 && add(goals, row, goal->code))
		each_action(goals, goal, depth + 1, true);
}

/* ---- the tree ---------------------------------------------------------------------- */

static const struct goal *
goal_at(const struct goals *goals, guint i)
{
	return &g_array_index(goals->plan->goals, struct goal, i);
}

static bool
is_root(const struct goals *goals, const struct goal *goal)
{
	return goal->parent[0] == '\0' || plan_goal(goals->plan, goal->parent) == NULL;
}

static bool
has_child(const struct goals *goals, const struct goal *goal, enum goal_level level)
{
	GHashTable *children = goals->lists->children;

	for (guint i = 0; i < goal_list_length(children, goal->code); i++)
		if (((const struct goal *)goal_list_at(children, goal->code, i))->level ==
		    level)
			return true;
	return false;
}

static void add_goal(struct goals *goals, const struct goal *goal, int depth);

/* The children of a level, in the order they were written. */
static void
add_level(
    struct goals *goals, const struct goal *parent, enum goal_level level, int depth)
{
	GHashTable *children = goals->lists->children;

	for (guint i = 0; i < goal_list_length(children, parent->code); i++) {
		const struct goal *goal = goal_list_at(children, parent->code, i);

		if (goal->level == level)
			add_goal(goals, goal, depth);
	}
}

static void
add_root_level(struct goals *goals, enum goal_level level, int depth)
{
	for (guint i = 0; i < goals->plan->goals->len; i++) {
		const struct goal *goal = goal_at(goals, i);

		if (goal->level == level && is_root(goals, goal))
			add_goal(goals, goal, depth);
	}
}

/* A målbild that the source does not have is said to be missing. */
static void
add_missing(struct goals *goals, const struct goal *goal, int depth)
{
	struct goal_row row = { .kind = GOAL_ROW_MISSING, .depth = depth, .goal = goal };

	if (goal->level == GOAL_FOCUS && !has_child(goals, goal, GOAL_VISION))
		add(goals, row, goal->code);
}

static void
add_goal(struct goals *goals, const struct goal *goal, int depth)
{
	struct goal_row row = { .kind = GOAL_ROW_GOAL, .depth = depth, .goal = goal };
	guint index = goals->rows->len;
	guint first;

	row.parent = true;
	if (depth > DEPTH_MAX || !add(goals, row, goal->code))
		return;
	first = goals->rows->len;
	for (int level = 0; level < GOAL_LEVEL__N; level++)
		add_level(goals, goal, (enum goal_level)level, depth + 1);
	add_missing(goals, goal, depth + 1);
	add_milestones(goals, goal, depth + 1);
	add_indicators(goals, goal, depth + 1);
	add_actions(goals, goal, depth + 1);
	row_at(goals, (int)index)->parent = goals->rows->len > first;
}

static const char *
level_heading(enum goal_level level)
{
	static const char *const headings[GOAL_LEVEL__N] = {
		[GOAL_PERSPECTIVE] = "Perspektiv",
		[GOAL_STRATEGIC] = "Strategiska mål",
		[GOAL_FACTOR] = "Framgångsfaktorer",
		[GOAL_FOCUS] = "Insatsområden",
		[GOAL_DIRECTION] = "Viljeinriktningar",
		[GOAL_SHIFT] = "Förflyttningar",
		[GOAL_VISION] = "Målbilder",
		[GOAL_POINT] = "Målbildspunkter",
		[GOAL_CONCEPT] = "Begrepp",
	};

	return headings[level];
}

static bool
has_roots(const struct goals *goals, enum goal_level level)
{
	for (guint i = 0; i < goals->plan->goals->len; i++)
		if (goal_at(goals, i)->level == level &&
		    is_root(goals, goal_at(goals, i)))
			return true;
	return false;
}

static bool
add_heading(struct goals *goals, const char *text)
{
	struct goal_row row = { .kind = GOAL_ROW_HEADING, .text = text, .parent = true };

	return add(goals, row, text);
}

static void
add_roots(struct goals *goals)
{
	int levels = 0;

	for (int level = 0; level < GOAL_LEVEL__N; level++)
		levels += has_roots(goals, (enum goal_level)level);
	for (int level = 0; level < GOAL_LEVEL__N; level++) {
		if (!has_roots(goals, (enum goal_level)level))
			continue;
		if (levels < 2 ||
		    add_heading(goals, level_heading((enum goal_level)level)))
			add_root_level(goals, (enum goal_level)level, levels > 1);
	}
}

/* ---- indicators that no goal has --------------------------------------------------- */

static bool
is_loose(const struct goals *goals, const struct indicator *indicator)
{
	return plan_goal(goals->plan, indicator->goal) == NULL &&
	       stands_alone(goals, indicator);
}

/* Names are told apart by the table they are of: "Somatik" of visits and of beds. */
static const char *
loose_heading(const struct indicator *indicator)
{
	return indicator->table[0] != '\0' ? indicator->table : "Mått utan mål";
}

static void
add_loose_of(struct goals *goals, const char *heading)
{
	if (!add_heading(goals, heading))
		return;
	for (guint i = 0; i < goals->scores->len; i++) {
		const struct score *score =
		    &g_array_index(goals->scores, struct score, i);

		if (is_loose(goals, score->indicator) &&
		    strcmp(loose_heading(score->indicator), heading) == 0)
			add_indicator(goals, score, NULL, 1);
	}
}

static void
add_loose(struct goals *goals)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < goals->scores->len; i++) {
		const struct indicator *indicator =
		    g_array_index(goals->scores, struct score, i).indicator;
		const char *heading = loose_heading(indicator);

		if (is_loose(goals, indicator) &&
		    g_hash_table_add(seen, (gpointer)(uintptr_t)heading))
			add_loose_of(goals, heading);
	}
}

void
goals_fill(struct goals *goals)
{
	struct goal_lists lists;

	g_array_set_size(goals->rows, 0);
	g_string_chunk_clear(goals->keys);
	goal_lists_fill(&lists, goals->plan, goals->scores);
	goals->lists = &lists;
	add_roots(goals);
	add_loose(goals);
	goals->lists = NULL;
	goal_lists_clear(&lists);
	for (guint i = 0; goals->selected != NULL && i < goals->rows->len; i++)
		if (strcmp(row_at(goals, (int)i)->key, goals->selected) == 0)
			goals->at = (int)i;
	goals_move(goals, goals->at);
}

void
goals_move(struct goals *goals, int at)
{
	const struct goal_row *row;

	goals->at = CLAMP(at, 0, MAX((int)goals->rows->len - 1, 0));
	row = goals_selected(goals);
	g_free(goals->selected);
	goals->selected = row != NULL ? g_strdup(row->key) : NULL;
}

/* To the nearest row above that the selected one hangs on. */
static void
go_up(struct goals *goals)
{
	int depth = row_at(goals, goals->at)->depth;

	for (int i = goals->at - 1; i >= 0; i--)
		if (row_at(goals, i)->depth < depth && row_at(goals, i)->parent) {
			goals_move(goals, i);
			return;
		}
}

void
goals_fold(struct goals *goals, int folded)
{
	const struct goal_row *row = goals_selected(goals);

	if (row == NULL)
		return;
	if (folded == 1 && (!row->parent || row->folded)) {
		go_up(goals);
		return;
	}
	if (!row->parent || folded == (int)row->folded)
		return;
	if (!g_hash_table_remove(goals->turned, row->key))
		g_hash_table_add(goals->turned, g_strdup(row->key));
	goals_fill(goals);
}
