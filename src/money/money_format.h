/*
 * money_format.h - amounts for people (U+2212, U+00A0, decimal comma) and for files.
 *
 * Rounding is half away from zero from the exact öre; what rounds to nothing has no
 * minus.
 */
#ifndef MONEY_MONEY_FORMAT_H
#define MONEY_MONEY_FORMAT_H

#include <glib.h>

#include "money/amount.h"
#include "money/money_parse.h"

/* Decimals people expect: mkr 1, tkr 0, kr 2. */
int money_unit_decimals(enum money_unit unit);

/* "175,5", "61 900", "−0,5"; "–" for no amount.  More decimals than the unit has (kr 2,
 * tkr 5, mkr 8) are zeros. */
void amount_append(
    GString *out, struct amount amount, enum money_unit unit, int decimals);
char *amount_text(struct amount amount, enum money_unit unit, int decimals); /* g_free */

/* With a sign always: "+0,4", "−0,5", "0,0". */
void amount_append_signed(
    GString *out, struct amount amount, enum money_unit unit, int decimals);

/* For files: kr, two decimals, no thousands mark, '-' and `mark`: "-225000000,00".  A
 * missing amount appends nothing. */
void amount_append_plain(GString *out, struct amount amount, char mark);
/* The same into memory with room for AMOUNT_PLAIN_MAX bytes; the end of what was written.
 */
#define AMOUNT_PLAIN_MAX 24
char *amount_put_plain(char *to, struct amount amount, char mark);

/* For fields and files in another unit: as many decimals as needed to be exact, at least
 * `decimals`: 1 250 000 kr in mkr is "1,25".  Plain '-' and no thousands mark.
 * A missing amount appends nothing. */
void amount_append_exact(
    GString *out, struct amount amount, enum money_unit unit, int decimals, char mark);
/* The same for readers: with the signs of amount_append. */
void amount_append_full(
    GString *out, struct amount amount, enum money_unit unit, int decimals);

/* In mkr, "12,5 mkr", exact to the öre with a plain '-'; "" for no amount; g_free. */
char *amount_mkr(struct amount amount);

#endif
