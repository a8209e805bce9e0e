/*
 * ahead.h - the books a footing is corrected by: what is yet to come, what nobody has
 * attested, and what a scenario thinks away; for src/session only.
 */
#ifndef SESSION_AHEAD_H
#define SESSION_AHEAD_H

#include "session/footing.h"

/* The book's rows in the place of *rows; nothing for NULL. */
void ahead_take_rows(const struct balance_book *book, GArray **rows);

/* The view's scenario with its codes as ids.  Errors: NOT_FOUND with the nearest id. */
bool ahead_think(struct footing *b, const struct view *view, GError **error);

/* Fill b->unverified. */
bool ahead_read_unverified(
    struct session *s, struct footing *b, const GArray *facets, GError **error);
/* Fill b->left_out: everything of the actions thought away. */
bool ahead_leave_out(
    struct session *s, struct footing *b, const GArray *facets, GError **error);
/* Fill b->outlooks, b->prospects and b->ahead from the sums and the corrections. */
bool ahead_make(struct footing *b, const GArray *facets, GError **error);

#endif
