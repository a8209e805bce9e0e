/*
 * map_beside.c - what stands beside the focus areas of the goal map.
 */
#include "reports/book/map.h"

#include "reports/book/parts.h"

const struct goal *
map_goal(const struct map *map, guint i)
{
	return &g_array_index(map->plan->goals, struct goal, i);
}

void
map_show(const struct map *map, const struct goal *goal)
{
	g_hash_table_add(map->shown, (gpointer)(uintptr_t)goal);
}

guint
map_count(const struct map *map, enum goal_level level)
{
	guint n = 0;

	for (guint i = 0; i < map->plan->goals->len; i++)
		n += map_goal(map, i)->level == level;
	return n;
}

const char *
map_said(const char *text)
{
	return *text ? text : "–";
}

/* What a goal hangs under, by name. */
static const char *
parent_name(const struct plan *plan, const struct goal *goal)
{
	const struct goal *parent = *goal->parent ? plan_goal(plan, goal->parent) : NULL;

	return parent ? parent->name : map_said(goal->parent);
}

static void
add_shifts(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("nr", "Nr"),
		part_column_text("fran", "Från"),
		part_column_text("till", "Till"),
		part_column_text("under", "Hör till"),
	};
	bool hang = false;
	struct table *table;

	if (map_count(map, GOAL_SHIFT) == 0)
		return;
	for (guint i = 0; i < map->plan->goals->len; i++)
		hang = hang || (map_goal(map, i)->level == GOAL_SHIFT &&
		                   *map_goal(map, i)->parent);
	doc_heading(map->doc, 1, "Förflyttningar");
	table = doc_table(map->doc, "Riktningar, från och till", columns,
	    G_N_ELEMENTS(columns) - !hang);
	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);

		if (g->level != GOAL_SHIFT)
			continue;
		map_show(map, g);
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(map_said(g->number)),
		        cell_text(g->name), cell_text(map_said(g->note)),
		        cell_text(parent_name(map->plan, g)) });
	}
}

static void
add_milestones(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("mal", "Mål"),
		part_column_text("milstolpe", "Milstolpe"),
		part_column_text("planerad", "Planerad"),
		part_column_text("nadd", "Nådd"),
	};
	struct table *table = NULL;

	doc_heading(map->doc, 1, "Milstolpar");
	for (guint i = 0; i < map->plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(map->plan->milestones, struct milestone, i);
		const struct goal *goal;

		if (m->action != 0)
			continue;
		goal = plan_goal(map->plan, m->goal);
		if (!table)
			table = doc_table(map->doc, "Milstolpar för målen", columns,
			    G_N_ELEMENTS(columns));
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(goal ? goal->name : map_said(m->goal)),
		        cell_text(m->name), cell_text(map_said(m->due)),
		        cell_text(*m->reached ? m->reached : "öppen") });
	}
	if (!table)
		doc_paragraph(map->doc, "Inga milstolpar är upptagna för målen.");
}

static void
add_actions(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("mal", "Mål"),
		part_column_text("id", "Id"),
		part_column_text("atgard", "Åtgärd"),
		part_column_text("status", "Status"),
	};
	struct table *table = NULL;

	for (guint i = 0; i < map->plan->links->len; i++) {
		const struct link *link =
		    &g_array_index(map->plan->links, struct link, i);
		const struct action *a = plan_action_by_id(map->plan, link->action);
		const struct goal *goal = plan_goal(map->plan, link->code);

		if (link->relation != RELATION_GOAL || !a)
			continue;
		if (!table) {
			doc_heading(map->doc, 1, "Åtgärder för målen");
			table = doc_table(
			    map->doc, "Åtgärder per mål", columns, G_N_ELEMENTS(columns));
		}
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(goal ? goal->name : link->code),
		        cell_text(a->code), cell_text(a->name),
		        cell_text(map_said(word_text(status_words, (int)a->status))) });
	}
}

static void
add_concepts(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("nr", "Nr"),
		part_column_text("begrepp", "Begrepp"),
		part_column_text("innebord", "Innebörd"),
		part_column_text("tidshorisont", "Tidshorisont"),
	};
	struct table *table;

	if (map_count(map, GOAL_CONCEPT) == 0)
		return;
	doc_heading(map->doc, 1, "Begrepp");
	table = doc_table(map->doc, "Vad orden betyder", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);

		if (g->level != GOAL_CONCEPT)
			continue;
		map_show(map, g);
		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(map_said(g->number)),
		        cell_text(g->name), cell_text(map_said(g->note)),
		        cell_text(map_said(g->group)) });
	}
}

/* Goals of another tree, or that hang under something that is not there: nothing is
 * lost. */
static void
add_others(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("niva", "Nivå"),
		part_column_text("nr", "Nr"),
		part_column_text("mal", "Mål"),
		part_column_text("under", "Hör till"),
		part_column_text("anmarkning", "Anmärkning"),
	};
	struct table *table = NULL;

	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);

		if (g_hash_table_contains(map->shown, g))
			continue;
		if (!table) {
			doc_heading(map->doc, 1, "Mål utanför insatsområdena");
			table = doc_table(
			    map->doc, "Övriga mål", columns, G_N_ELEMENTS(columns));
		}
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(word_text(goal_level_words, (int)g->level)),
		        cell_text(map_said(g->number)), cell_text(g->name),
		        cell_text(parent_name(map->plan, g)),
		        cell_text(map_said(g->note)) });
	}
}

void
map_add_beside(const struct map *map)
{
	add_shifts(map);
	if (map->plan->goals->len > 0)
		add_milestones(map);
	add_concepts(map);
	add_others(map);
	add_actions(map);
}
