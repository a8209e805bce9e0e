/*
 * strategic_summary.c - how many indicators of each strategiskt mål are where they should
 * be.
 */
#include <string.h>

#include "reports/book/parts.h"
#include "reports/book/strategic.h"

struct tally {
	int64_t indicators, lights[LIGHT__N], actions;
};

static void
count_scores(struct tally *tally, const GPtrArray *scores)
{
	for (guint i = 0; i < scores->len; i++) {
		const struct score *score = scores->pdata[i];

		tally->indicators++;
		tally->lights[score->total.light]++;
	}
}

static void
tally_row(struct table *table, enum row_role role, const char *root, const char *section,
    const char *light, const struct tally *tally)
{
	table_row(table, role,
	    (const struct cell[]){
	        cell_text(root),
	        cell_text(section),
	        cell_text(light),
	        cell_int(tally->indicators),
	        cell_int(tally->lights[LIGHT_GREEN]),
	        cell_int(tally->lights[LIGHT_YELLOW]),
	        cell_int(tally->lights[LIGHT_RED]),
	        cell_int(tally->lights[LIGHT_GREY]),
	        cell_int(tally->actions),
	    });
}

static void
section_row(const struct strategic *book, struct table *table, const struct goal *root,
    const struct goal *section)
{
	const GArray *actions = book->plan->actions;
	g_autoptr(GPtrArray) scores = strategic_scores(book, root, section);
	struct tally tally = { 0 };
	g_autofree char *light = NULL;

	count_scores(&tally, scores);
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);

		tally.actions += strategic_is_action(book->plan, a) &&
		                 strategic_serves(book, a, root, &section) > 0;
	}
	if (section == NULL && tally.indicators == 0 && tally.actions == 0)
		return;
	light = section
	            ? strategic_light(book, strategic_place(book, section->code)->light)
	            : g_strdup("–");
	tally_row(
	    table, ROW_BODY, root->name, section ? section->name : "–", light, &tally);
}

static void
root_rows(const struct strategic *book, struct table *table, const struct goal *root)
{
	for (guint i = 0; i < book->plan->goals->len; i++) {
		const struct goal *goal = strategic_goal_at(book->plan, i);

		if (goal->level == GOAL_STRATEGIC &&
		    strcmp(goal->parent, root->code) == 0)
			section_row(book, table, root, goal);
	}
	section_row(book, table, root, NULL);
}

/* Every indicator once, but for what only a production table shows. */
static void
count_all(const struct strategic *book, struct tally *ret)
{
	g_autoptr(GPtrArray) loose = strategic_loose_scores(book);

	count_scores(ret, loose);
	for (guint i = 0; i < book->scores->len; i++) {
		const struct score *score = &g_array_index(book->scores, struct score, i);
		const struct strategic_place *place =
		    strategic_place(book, score->indicator->goal);

		if (!place || !place->root)
			continue;
		ret->indicators++;
		ret->lights[score->total.light]++;
	}
	ret->actions = strategic_count(book->plan);
}

/* "Av 15 styrmått är 1 uppnått, …" */
static void
add_finding(const struct strategic *book, const struct tally *all)
{
	g_autofree char *text = g_strdup_printf(
	    "Styrmått: %d, varav %d uppnådda, %d på väg och %d ej uppnådda; för %d "
	    "saknas data eller går måluppfyllelsen inte att bedöma. Strategiska "
	    "åtgärder: %d.",
	    (int)all->indicators, (int)all->lights[LIGHT_GREEN],
	    (int)all->lights[LIGHT_YELLOW], (int)all->lights[LIGHT_RED],
	    (int)all->lights[LIGHT_GREY], (int)all->actions);

	doc_paragraph(book->doc, text);
}

static void
add_table(const struct strategic *book, const struct tally *all)
{
	const struct column columns[] = {
		part_column_text("perspektiv", "Perspektiv"),
		part_column_text("strategiskt_mal", "Strategiskt mål"),
		part_column_text("laget", "Läget"),
		{ .key = "styrmatt", .head = "Styrmått", .type = CELL_INT },
		{ .key = "uppnatt", .head = "Uppnått", .type = CELL_INT },
		{ .key = "pa_vag", .head = "På väg", .type = CELL_INT },
		{ .key = "ej_uppnatt", .head = "Ej uppnått", .type = CELL_INT },
		{ .key = "data_saknas", .head = "Går ej att bedöma", .type = CELL_INT },
		{ .key = "atgarder", .head = "Åtgärder", .type = CELL_INT },
	};
	g_autoptr(GPtrArray) loose = strategic_loose_scores(book);
	g_autoptr(GPtrArray) actions = strategic_choose(book, STRATEGIC_LOOSE, NULL);
	struct tally rest = { .actions = actions->len };
	struct table *table = doc_table(
	    book->doc, "Läget per strategiskt mål", columns, G_N_ELEMENTS(columns));

	for (guint i = 0; i < book->plan->goals->len; i++) {
		const struct goal *goal = strategic_goal_at(book->plan, i);

		if (strategic_is_root(book->plan, goal) && strategic_is_shown(book, goal))
			root_rows(book, table, goal);
	}
	count_scores(&rest, loose);
	if (rest.indicators > 0 || rest.actions > 0)
		tally_row(table, ROW_BODY, "Utan mål", "–", "–", &rest);
	tally_row(table, ROW_TOTAL, "Totalt", "", "", all);
}

void
strategic_summary(const struct strategic *book)
{
	struct tally all = { 0 };

	doc_heading(book->doc, 1, "Sammanfattning");
	count_all(book, &all);
	if (book->scores->len == 0 && all.actions == 0) {
		doc_paragraph(book->doc,
		    "Programmet har varken styrmått eller strategiska åtgärder.");
		return;
	}
	add_finding(book, &all);
	add_table(book, &all);
	strategic_legend(book);
}
