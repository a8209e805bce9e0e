/*
 * spoken.h - a screen as sentences, one for each row: for those who listen to it or read
 * it with their fingers (--linjar, SPARPLAN_LINJAR=1).
 *
 * "HS-01 Ett sjukhus på tre orter, slag B, mål 21 3,0, utfall saknas, status pågående".
 * No frames, no bars, no signs that stand for a word; nothing is cut.  It is made from
 * the pieces a screen is drawn with, so that every screen has it, new ones too.
 */
#ifndef TUI_SPOKEN_H
#define TUI_SPOKEN_H

#include "tui/grid.h"

/* `drawn` keeps pieces.  `to` has its size and is blank; its cursor is where the drawn
 * one stands, and what is around it shows when not everything has room. */
void spoken_draw(const struct grid *drawn, struct grid *to);

#endif
