/*
 * postings.h - what the change under way adds to the balances, for src/store only.
 */
#ifndef STORE_POSTINGS_H
#define STORE_POSTINGS_H

#include "store/statement.h"

/* The programme's book of the change under way; written by store_commit. */
struct balance_book *postings_book(struct store *store, int64_t programme);
/* Write what it holds already now. */
bool postings_write(struct store *store, int64_t programme, GError **error);

/* The action's part of a facet as its latest version has it. */
bool postings_facet(struct store *store, int64_t action, struct facet *ret,
    bool *ret_removed, GError **error);

/*
 * Move all sums of an action's lines from one classification to another (recipient and
 * cost kind are the lines' own).  NULL: the action is not there (removed).  Nothing is
 * done when both are the same.
 */
bool postings_move(struct store *store, int64_t programme, const struct facet *from,
    const struct facet *to, GError **error);

/* Bring the derived places up to the versions the change under way has written. */
bool postings_places(struct store *store, GError **error);

#endif
