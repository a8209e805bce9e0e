/*
 * actions.h - the tables that list actions, grouped by förvaltning with subtotals.
 *
 * Shape   groups in the order in which the plan's actions first name them; actions in
 *         the plan's order.  Subtotals are sums of the rows that are shown.
 */
#ifndef BOOK_ACTIONS_H
#define BOOK_ACTIONS_H

#include "reports/book/book.h"

/* Targets per action and year; `counts` says which actions. */
void actions_targets(
    struct doc *doc, const struct overview *overview, bool counts, const char *caption);
/* Target, plan to date, realised, status, light and latest comment. */
void actions_state(
    struct doc *doc, const struct overview *overview, bool counts, const char *caption);
/* How many actions of the selection there are, and how many of them have no amount. */
guint actions_count(const struct overview *overview, bool counts, guint *ret_no_amount);

#endif
