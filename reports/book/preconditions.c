/*
 * preconditions.c - what had to be in place before effects could come, how far each was
 * met, and what that held back.
 *
 * Source  Region Halland's final report of Framtidsarbetet 2015-2018.
 */
#include <string.h>

#include "base/text.h"
#include "reports/book/parts.h"

struct tally {
	int n, met, partly, unmet;
};

static const char *
said(const char *text)
{
	return *text ? text : "–";
}

static bool
is_word(const char *text, const char *word)
{
	g_autofree char *folded = text_fold(text);

	return strcmp(folded, word) == 0;
}

static void
tally_take(struct tally *tally, const struct precondition *p)
{
	tally->n++;
	tally->met += is_word(p->met, "ja");
	tally->partly += is_word(p->met, "delvis");
	tally->unmet += is_word(p->met, "nej");
}

/* "1 uppfylld, 5 delvis uppfyllda och 5 inte uppfyllda" */
static void
append_tally(GString *text, const struct tally *t)
{
	int silent = t->n - t->met - t->partly - t->unmet;

	g_string_append_printf(text, "%d %s, %d delvis %s och %d inte %s", t->met,
	    t->met == 1 ? "uppfylld" : "uppfyllda", t->partly,
	    t->partly == 1 ? "uppfylld" : "uppfyllda", t->unmet,
	    t->unmet == 1 ? "uppfylld" : "uppfyllda");
	if (silent > 0)
		g_string_append_printf(
		    text, "; om %d säger underlaget inget sådant", silent);
}

static void
say_tallies(struct doc *doc, const GArray *all)
{
	struct tally every = { 0 }, needed = { 0 };
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < all->len; i++) {
		const struct precondition *p =
		    &g_array_index(all, struct precondition, i);

		tally_take(&every, p);
		if (*p->required && !is_word(p->required, "nej"))
			tally_take(&needed, p);
	}
	g_string_append_printf(text, "Av %d %s var ", every.n,
	    every.n == 1 ? "förutsättning" : "förutsättningar");
	append_tally(text, &every);
	g_string_append(text, ".");
	if (needed.n > 0 && needed.n < every.n) {
		g_string_append_printf(
		    text, " Av de %d som krävdes för effekt var ", needed.n);
		append_tally(text, &needed);
		g_string_append(text, ".");
	}
	doc_paragraph(doc, text->str);
}

void
part_preconditions(struct doc *doc, const GArray *preconditions)
{
	const struct column columns[] = {
		part_column_text("forutsattning", "Förutsättning"),
		part_column_text("kravdes_for_effekt", "Krävdes för effekt"),
		part_column_text("uppfylld", "Uppfylld"),
		part_column_text("holl_tillbaka", "Förklaring och vad det höll tillbaka"),
	};
	struct table *table;

	if (preconditions->len == 0)
		return;
	doc_heading(doc, 1, "Förutsättningar");
	say_tallies(doc, preconditions);
	table =
	    doc_table(doc, "Förutsättningar för effekt", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < preconditions->len; i++) {
		const struct precondition *p =
		    &g_array_index(preconditions, struct precondition, i);

		table_row(table, ROW_BODY,
		    (const struct cell[]){ cell_text(p->name),
		        cell_text(said(p->required)), cell_text(said(p->met)),
		        cell_text(said(p->explanation)) });
	}
}
