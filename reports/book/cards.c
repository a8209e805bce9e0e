/*
 * cards.c - the few figures of an appendix's first page.
 */
#include "reports/book/parts.h"

void
part_cards(struct doc *doc, const struct part_card *cards, size_t n,
    const struct part_whole *whole)
{
	const struct column columns[] = {
		part_column_text("matt", "Mått"),
		part_column_mkr("belopp_kr", "Belopp"),
		part_column_share(whole->key, whole->head),
	};
	struct table *table = doc_table(doc, "I korthet", columns, G_N_ELEMENTS(columns));

	table->look = LOOK_CARDS;
	for (size_t i = 0; i < n; i++)
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(cards[i].text),
		        cell_money(cards[i].amount),
		        cell_share(share_of(cards[i].amount, whole->amount)),
		    });
}

struct part_whole
part_whole_required(struct amount requirement)
{
	return (struct part_whole){ "av_krav_procent", "Av kravet", requirement };
}
