/*
 * books.h - the makers of appendices, for the table in book.c.
 */
#ifndef BOOK_BOOKS_H
#define BOOK_BOOKS_H

#include "reports/book/book.h"

struct doc *book_uppfoljning(
    const struct overview *overview, const struct book_head *head);
struct doc *book_strategiska(
    const struct overview *overview, const struct book_head *head);
struct doc *book_slutredovisning(
    const struct overview *overview, const struct book_head *head);
struct doc *book_uppdrag(const struct overview *overview, const struct book_head *head);
struct doc *book_malkarta(const struct overview *overview, const struct book_head *head);
struct doc *book_atgard(const struct overview *overview, const struct book_head *head);
struct doc *book_forandringar(
    const struct overview *overview, const struct book_head *head);

#endif
