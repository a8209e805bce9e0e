/*
 * pdf_cards.h - the few figures of a first page as cards in rows.
 *
 * A card says the row's first cell, then its first number, large and with its unit, then
 * the other cells with their columns' heads, but not those that are missing.
 * Units   hundredths of a point.
 */
#ifndef BACKEND_PDF_CARDS_H
#define BACKEND_PDF_CARDS_H

#include "reports/backend/pdf_draw.h"

/* How many stand beside each other: as even rows as the width allows, at least 1. */
guint pdf_cards_per_row(const struct table *table, int width);
/* Of the row of cards that begins with `first`. */
int pdf_cards_height(
    struct pdf_fonts *fonts, const struct table *table, guint first, int width);
/* Each card is an LI. */
void pdf_cards_draw(struct pdf_draw *draw, const struct table *table, guint first, int x,
    int y, int width);

#endif
