/*
 * book.c - the table of appendices.
 */
#include "reports/book/book.h"

#include "reports/book/books.h"

const struct book books[] = {
	{ "uppfoljning", "Uppföljning av omställningsplanen", BOOK_PROGRAMME,
	    book_uppfoljning },
	{ "strategiska", "Strategiska mål och åtgärder", BOOK_PROGRAMME,
	    book_strategiska },
	{ "slutredovisning", "Slutredovisning", BOOK_PROGRAMME, book_slutredovisning },
	{ "uppdrag", "Uppdrag", BOOK_PROGRAMME, book_uppdrag },
	{ "malkarta", "Målkarta", BOOK_PROGRAMME, book_malkarta },
	{ "atgard", "Allt om en åtgärd", BOOK_ACTION, book_atgard },
	{ "forandringar", "Förändringar", BOOK_CHANGES, book_forandringar },
	{ NULL, NULL, BOOK_PROGRAMME, NULL },
};

const struct book *
book_find(const char *name)
{
	for (const struct book *book = books; book->name; book++)
		if (g_strcmp0(book->name, name) == 0)
			return book;
	return NULL;
}
