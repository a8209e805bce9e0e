/*
 * errands.h - the part of `uppdrag` that lists errands (ärenden).
 *
 * Shape   sections are the actions' areas, in the order in which the plan's errands first
 *         name them; errands in the plan's order.
 */
#ifndef BOOK_ERRANDS_H
#define BOOK_ERRANDS_H

#include "reports/book/book.h"

/* How many there are and have reported, then a table per section. */
void errands_add(struct doc *doc, const struct overview *overview);

#endif
