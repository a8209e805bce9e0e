/*
 * book.c - the table of appendices.
 */
#include "reports/book/book.h"

#include "reports/book/books.h"

const struct book books[] = {
	{ "uppfoljning", "Uppföljning av omställningsplanen", book_uppfoljning },
	{ NULL, NULL, NULL },
};

const struct book *
book_find(const char *name)
{
	for (const struct book *book = books; book->name; book++)
		if (g_strcmp0(book->name, name) == 0)
			return book;
	return NULL;
}
