/*
 * malkarta.c - the goal map: what each focus area (insatsområde) aims at, and by which
 * steps.  A goal that hangs nowhere is shown too, and what is missing is said to be.
 *
 * Source  product.md section 7, modelled on Region Skåne's Framtidens hälsosystem of
 *         2021, table 1.
 */
#include "reports/book/map.h"

#include <string.h>

#include "reports/book/books.h"
#include "reports/book/parts.h"

static bool
is_under(const struct goal *goal, enum goal_level level, const struct goal *parent)
{
	return goal->level == level && strcmp(goal->parent, parent->code) == 0;
}

static guint
count_under(const struct map *map, enum goal_level level, const struct goal *parent)
{
	guint n = 0;

	for (guint i = 0; i < map->plan->goals->len; i++)
		n += is_under(map_goal(map, i), level, parent);
	return n;
}

static const struct goal *
first_under(const struct map *map, enum goal_level level, const struct goal *parent)
{
	for (guint i = 0; i < map->plan->goals->len; i++)
		if (is_under(map_goal(map, i), level, parent))
			return map_goal(map, i);
	return NULL;
}

/* "1 Personcentrerat arbetssätt" */
static char *
numbered(const struct goal *goal)
{
	return g_strdup_printf(
	    "%s%s%s", goal->number, *goal->number ? " " : "", goal->name);
}

static bool
is_milestone_of(const struct milestone *m, const struct goal *goal)
{
	return m->action == 0 && strcmp(m->goal, goal->code) == 0;
}

/* "Pilot klar (planerad T2 2022, nådd 2022-06-01); …", "–" for none. */
static char *
milestones_of(const struct map *map, const struct goal *goal)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < map->plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(map->plan->milestones, struct milestone, i);

		if (!is_milestone_of(m, goal))
			continue;
		g_string_append_printf(text, "%s%s", text->len ? "; " : "", m->name);
		if (*m->due || *m->reached)
			g_string_append_printf(text, " (%s%s%s%s%s)",
			    *m->due ? "planerad " : "", m->due,
			    *m->due && *m->reached ? ", " : "",
			    *m->reached ? "nådd " : "", m->reached);
	}
	if (text->len == 0)
		g_string_append(text, "–");
	return g_string_free(text, FALSE);
}

/* "sjukdom → hälsa; …" of the shifts that hang under a goal, "–" for none. */
static char *
shifts_of(const struct map *map, const struct goal *goal)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);

		if (is_under(g, GOAL_SHIFT, goal))
			g_string_append_printf(text, "%s%s → %s", text->len ? "; " : "",
			    g->name, map_said(g->note));
	}
	if (text->len == 0)
		g_string_append(text, "–");
	return g_string_free(text, FALSE);
}

/* ---- the map on one page ------------------------------------------------------------
 */

static struct column
column_count(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_INT };
}

/* A missing vision is said, not left blank. */
static const char *
vision_words(const struct goal *vision)
{
	return vision ? vision->name : "Målbild saknas i underlaget";
}

static void
focus_row(const struct map *map, struct table *table, const struct goal *focus)
{
	const struct goal *vision = first_under(map, GOAL_VISION, focus);
	g_autofree char *name = numbered(focus);
	guint points = count_under(map, GOAL_POINT, focus);

	for (guint i = 0; i < map->plan->goals->len; i++)
		if (is_under(map_goal(map, i), GOAL_VISION, focus))
			points += count_under(map, GOAL_POINT, map_goal(map, i));

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(map_said(focus->group)),
	        cell_text(name),
	        cell_int(count_under(map, GOAL_DIRECTION, focus)),
	        cell_text(vision_words(vision)),
	        cell_int(points),
	    });
}

/* "Målkartan har 7 insatsområden, 18 viljeinriktningar, … och 21 målbildspunkter." */
static void
say_counts(const struct map *map)
{
	static const struct {
		enum goal_level level;
		const char *one, *many, *before;
	} counts[] = {
		{ GOAL_FOCUS, "insatsområde", "insatsområden", "" },
		{ GOAL_DIRECTION, "viljeinriktning", "viljeinriktningar", ", " },
		{ GOAL_SHIFT, "förflyttning", "förflyttningar", ", " },
		{ GOAL_VISION, "målbild", "målbilder", ", " },
		{ GOAL_POINT, "målbildspunkt", "målbildspunkter", " och " },
	};
	g_autoptr(GString) text = g_string_new("Målkartan har ");

	for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
		guint n = map_count(map, counts[i].level);

		g_string_append_printf(text, "%s%u %s", counts[i].before, n,
		    n == 1 ? counts[i].one : counts[i].many);
	}
	g_string_append_c(text, '.');
	doc_paragraph(map->doc, text->str);
}

static void
add_overview(const struct map *map)
{
	const struct column columns[] = {
		part_column_text("grupp", "Grupp"),
		part_column_text("insatsomrade", "Insatsområde"),
		column_count("viljeinriktningar", "Viljeinriktningar"),
		part_column_text("malbild", "Målbild"),
		column_count("malbildspunkter", "Punkter"),
	};
	struct table *table = NULL;

	doc_heading(map->doc, 1, "Sammanfattning");
	if (map->plan->goals->len == 0) {
		doc_paragraph(map->doc,
		    "Programmet har inga mål. Läs in dem med sparplan "
		    "import mal FIL.");
		return;
	}
	say_counts(map);
	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);

		if (g->level != GOAL_FOCUS)
			continue;
		if (!table)
			table = doc_table(
			    map->doc, "Insatsområden", columns, G_N_ELEMENTS(columns));
		focus_row(map, table, g);
	}
}

/* ---- a focus area -------------------------------------------------------------------
 */

/* The goals of a level under another, each with its steps; a column of notes only where
 * there are any. */
static void
add_steps(const struct map *map, enum goal_level level, const struct goal *parent,
    const char *caption)
{
	const bool shifts = level == GOAL_DIRECTION;
	struct column columns[5] = {
		part_column_text("nr", "Nr"),
		part_column_text("namn",
		    level == GOAL_DIRECTION ? "Viljeinriktning" : "Målbildspunkt"),
	};
	size_t n = 2, notes = 0;
	struct table *table;

	for (guint i = 0; i < map->plan->goals->len; i++)
		notes +=
		    is_under(map_goal(map, i), level, parent) && *map_goal(map, i)->note;
	if (shifts)
		columns[n++] = part_column_text("forflyttning", "Förflyttning");
	columns[n++] = part_column_text("milstolpe", "Milstolpe");
	if (notes)
		columns[n++] = part_column_text("anmarkning", "Anmärkning");
	table = doc_table(map->doc, caption, columns, n);
	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);
		g_autofree char *steps = NULL, *moves = NULL;
		struct cell cells[5];
		size_t c = 0;

		if (!is_under(g, level, parent))
			continue;
		map_show(map, g);
		steps = milestones_of(map, g);
		moves = shifts_of(map, g);
		cells[c++] = cell_text(map_said(g->number));
		cells[c++] = cell_text(g->name);
		if (shifts)
			cells[c++] = cell_text(moves);
		cells[c++] = cell_text(steps);
		if (notes)
			cells[c++] = cell_text(map_said(g->note));
		table_row(table, ROW_BODY, cells);
	}
}

/* A sentence of what hangs under a goal itself; nothing where nothing does. */
static void
say_own_steps(const struct map *map, const struct goal *goal)
{
	g_autofree char *moves = shifts_of(map, goal), *steps = milestones_of(map, goal);
	g_autofree char *say_moves = g_strdup_printf("Förflyttning: %s.", moves);
	g_autofree char *say_steps = g_strdup_printf("Milstolpar: %s.", steps);

	if (strcmp(moves, "–") != 0)
		doc_paragraph(map->doc, say_moves);
	if (strcmp(steps, "–") != 0)
		doc_paragraph(map->doc, say_steps);
	if (*goal->note)
		doc_paragraph(map->doc, goal->note);
}

static void
add_visions(const struct map *map, const struct goal *focus)
{
	bool any = false;

	for (guint i = 0; i < map->plan->goals->len; i++) {
		const struct goal *g = map_goal(map, i);
		g_autofree char *text = NULL;

		if (!is_under(g, GOAL_VISION, focus))
			continue;
		any = true;
		map_show(map, g);
		text = g_strdup_printf("Målbild: %s.", g->name);
		doc_paragraph(map->doc, text);
		say_own_steps(map, g);
		if (count_under(map, GOAL_POINT, g) > 0)
			add_steps(map, GOAL_POINT, g, "Målbildens punkter");
	}
	if (!any)
		doc_paragraph(map->doc, "Målbild saknas i underlaget.");
	/* points of an area that has no målbild, or that are under none of its own */
	if (count_under(map, GOAL_POINT, focus) > 0)
		add_steps(map, GOAL_POINT, focus, "Målbildspunkter");
}

static void
add_focus(const struct map *map, const struct goal *focus)
{
	g_autofree char *name = numbered(focus);

	map_show(map, focus);
	doc_heading(map->doc, 2, name);
	say_own_steps(map, focus);
	if (count_under(map, GOAL_DIRECTION, focus) > 0)
		add_steps(map, GOAL_DIRECTION, focus, "Viljeinriktningar");
	else
		doc_paragraph(map->doc, "Viljeinriktningar saknas i underlaget.");
	add_visions(map, focus);
}

/* A heading per group, in the order in which the plan first names it. */
static void
add_groups(const struct map *map)
{
	const GArray *goals = map->plan->goals;

	for (guint i = 0; i < goals->len; i++) {
		const struct goal *first = map_goal(map, i);

		if (first->level != GOAL_FOCUS ||
		    g_hash_table_contains(map->shown, first))
			continue;
		doc_heading(map->doc, 1,
		    *first->group ? first->group : "Insatsområden utan grupp");
		for (guint j = i; j < goals->len; j++)
			if (map_goal(map, j)->level == GOAL_FOCUS &&
			    strcmp(map_goal(map, j)->group, first->group) == 0)
				add_focus(map, map_goal(map, j));
	}
}

struct doc *
book_malkarta(const struct overview *overview, const struct book_head *head)
{
	struct doc *doc = part_document(book_find("malkarta")->title, overview, head);
	g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);
	const struct map map = { doc, overview->plan, shown };

	if (overview->unit)
		doc_paragraph(doc, "Målen gäller hela programmet; bara åtgärderna är "
		                   "förvaltningens.");
	add_overview(&map);
	add_groups(&map);
	map_add_beside(&map);
	part_basis(doc, overview, head);
	return doc;
}
