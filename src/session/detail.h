/*
 * detail.h - the parts of reading one action, for src/session only.
 */
#ifndef SESSION_DETAIL_H
#define SESSION_DETAIL_H

#include "session/state.h"

/* Fill d's years, outlook, slippage, pace and what its stage rests on.  Texts are lent
 * from the session's plan. */
bool detail_read_figures(
    struct session *s, const struct view *view, struct detail *d, GError **error);

#endif
