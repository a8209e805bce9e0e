/*
 * uppdrag.c - what the assigned errands have come to in a round, and the series that
 * follow them up.
 *
 * Source  product.md section 7, modelled on Region Norrbotten's RD-uppdrag of 2017.
 */
#include "reports/book/books.h"
#include "reports/book/errands.h"
#include "reports/book/parts.h"
#include "reports/book/series.h"

struct doc *
book_uppdrag(const struct overview *overview, const struct book_head *head)
{
	struct doc *doc = part_document(book_find("uppdrag")->title, overview, head);

	errands_add(doc, overview);
	if (overview->unit && overview->plan->measurements->len > 0)
		doc_paragraph(doc, "Mätvärdena gäller hela programmet.");
	series_add(doc, overview);
	part_basis(doc, overview, head);
	return doc;
}
