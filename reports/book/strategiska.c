/*
 * strategiska.c - goals, indicators and strategiska åtgärder, perspektiv by perspektiv.
 *
 * Everything the plan has of them is here once at least: what hangs on no goal, or on one
 * that is not in the tree, has a part of its own at the end.
 *
 * Source  product.md section 7, modelled on Region Norrbotten's delårsbilaga of 2022.
 */
#include <string.h>

#include "reports/book/books.h"
#include "reports/book/parts.h"
#include "reports/book/strategic.h"

/* ---- one perspektiv ------------------------------------------------------------------
 */

static void
add_section(
    const struct strategic *book, const struct goal *root, const struct goal *section)
{
	g_autoptr(GPtrArray) scores = strategic_scores(book, root, section);
	g_autofree char *caption = g_strdup_printf("Styrmått, %s", section->name);

	doc_heading(book->doc, 2, section->name);
	if (scores->len == 0)
		doc_paragraph(book->doc, "Inga styrmått hör till målet.");
	strategic_indicators(book, caption, scores);
}

/* Goals that nothing measures are told of, or the tree would look whole without them. */
static char *
unmeasured(const struct strategic *book, const struct goal *root)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint g = 0; g < book->plan->goals->len; g++) {
		const struct goal *goal = strategic_goal_at(book->plan, g);
		const struct strategic_place *place =
		    &g_array_index(book->places, struct strategic_place, g);

		if (goal != root && goal->level != GOAL_STRATEGIC &&
		    place->root == root && !place->measured)
			g_string_append_printf(
			    names, "%s%s", names->len ? "; " : "", goal->name);
	}
	return names->len ? g_strdup_printf("Utan styrmått: %s.", names->str) : NULL;
}

/* What hangs under the root beside its strategiska mål, and what nothing measures. */
static void
add_others(const struct strategic *book, const struct goal *root)
{
	g_autoptr(GPtrArray) scores = strategic_scores(book, root, NULL);
	g_autofree char *caption =
	    g_strdup_printf("Styrmått direkt under %s", root->name);
	g_autofree char *names = unmeasured(book, root);

	if (scores->len == 0 && !names)
		return;
	doc_heading(book->doc, 2, "Övriga mål");
	strategic_indicators(book, caption, scores);
	if (names)
		doc_paragraph(book->doc, names);
}

static void
add_root(const struct strategic *book, const struct goal *root)
{
	const struct plan *plan = book->plan;
	g_autoptr(GPtrArray) actions = strategic_choose(book, STRATEGIC_OF_ROOT, root);
	g_autofree char *light =
	    strategic_light(book, strategic_place(book, root->code)->light);
	g_autofree char *state = g_strdup_printf("Samlat läge: %s.", light);
	g_autofree char *caption =
	    g_strdup_printf("Strategiska åtgärder, %s", root->name);

	doc_heading(book->doc, 1, root->name);
	doc_paragraph(book->doc, state);
	for (guint i = 0; i < plan->goals->len; i++) {
		const struct goal *goal = strategic_goal_at(plan, i);

		if (goal->level != GOAL_STRATEGIC ||
		    strcmp(goal->parent, root->code) != 0)
			continue;
		add_section(book, root, goal);
	}
	add_others(book, root);
	doc_heading(book->doc, 2, "Strategiska åtgärder");
	if (actions->len == 0)
		doc_paragraph(book->doc, "Inga strategiska åtgärder är kopplade hit.");
	strategic_actions(book, caption, actions, root->code);
}

/* ---- the rest ------------------------------------------------------------------------
 */

static void
add_rest(const struct strategic *book)
{
	g_autoptr(GPtrArray) scores = strategic_loose_scores(book);
	g_autoptr(GPtrArray) actions = strategic_choose(book, STRATEGIC_LOOSE, NULL);
	g_autoptr(GPtrArray) others = strategic_choose(book, STRATEGIC_OTHERS, NULL);

	if (scores->len > 0 || actions->len > 0)
		doc_heading(book->doc, 1, "Utan mål");
	strategic_indicators(book, "Styrmått utan mål", scores);
	strategic_actions(book, "Strategiska åtgärder utan mål", actions, NULL);
	if (others->len > 0)
		doc_heading(book->doc, 1, "Andra åtgärder som tjänar målen");
	strategic_actions(book, "Andra åtgärder med mål", others, NULL);
}

static void
add_counts(const struct strategic *book)
{
	struct table *table = part_facts(book->doc, "Vad bilagan visar");
	guint n = 0;

	for (guint i = 0; i < book->plan->actions->len; i++) {
		const struct action *a =
		    &g_array_index(book->plan->actions, struct action, i);
		const struct report *report = strategic_report(book->overview, a);

		n += strategic_is_action(book->plan, a) && report &&
		     report->cutoff == book->overview->cutoff;
	}
	part_fact_take(table, "Mål", g_strdup_printf("%u", book->plan->goals->len));
	part_fact_take(
	    table, "Styrmått", g_strdup_printf("%u", book->plan->indicators->len));
	part_fact_take(
	    table, "Mätvärden", g_strdup_printf("%u", book->plan->measurements->len));
	part_fact_take(table, "Strategiska åtgärder",
	    g_strdup_printf("%u", strategic_count(book->plan)));
	part_fact_take(
	    table, "Strategiska åtgärder med rapport", g_strdup_printf("%u", n));
}

struct doc *
book_strategiska(const struct overview *overview, const struct book_head *head)
{
	struct strategic book;

	strategic_init(&book,
	    part_document(book_find("strategiska")->title, overview, head), overview);
	if (overview->unit)
		doc_paragraph(book.doc,
		    "Mål, styrmått och mätvärden gäller hela programmet; åtgärderna är "
		    "bara förvaltningens egna.");
	strategic_summary(&book);
	for (guint i = 0; i < book.plan->goals->len; i++)
		if (strategic_is_root(book.plan, strategic_goal_at(book.plan, i)) &&
		    strategic_is_shown(&book, strategic_goal_at(book.plan, i)))
			add_root(&book, strategic_goal_at(book.plan, i));
	add_rest(&book);
	strategic_production(&book);
	strategic_series(&book);
	doc_heading(book.doc, 1, "Så är det räknat");
	doc_note(book.doc,
	    "Streck (–) betyder att källan inget säger; det är inte noll. Status och "
	    "kommentar är ur lägesrapporten för perioden, annars ur den senaste före "
	    "den, "
	    "och då står omgången framför kommentaren.");
	add_counts(&book);
	part_basis(book.doc, overview, head);
	strategic_clear(&book);
	return book.doc;
}
