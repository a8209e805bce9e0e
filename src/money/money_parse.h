/*
 * money_parse.h - amounts as Swedes write them, read exactly or refused.
 *
 * Rules   Decimal mark by `mark`; the other mark is refused with the remedy.
 *         Thousands: space, U+00A0, U+202F, U+2009 between groups of exactly three.
 *         Minus: '-', U+2212, en dash before a digit.  "±0" is 0 (so is "±0,0").
 *         ",5" is 0,5; "7," and "+5" are refused.
 *         Blanks around are trimmed.  Blank text is no amount (AMOUNT_NONE, success).
 *         Finer than one öre (trailing zeros apart) and more than MONEY_MAX_ORE are
 *         refused.
 *         DECIMAL_EITHER refuses "1.250", which may be thousands.
 * Source  product.md section 6.
 */
#ifndef MONEY_MONEY_PARSE_H
#define MONEY_MONEY_PARSE_H

#include <glib.h>

#include "money/amount.h"

enum money_unit { MONEY_KR, MONEY_TKR, MONEY_MKR, MONEY_UNIT__N };

enum decimal_mark {
	DECIMAL_COMMA,
	DECIMAL_POINT,
	DECIMAL_EITHER /* typed by a person in a field or on a command line */
};

/* The unit named "kr", "tkr" or "mkr" (any case); false when it is none of them. */
bool money_unit_from_name(const char *name, enum money_unit *ret);
const char *money_unit_name(enum money_unit unit);

/* Errors: SPARPLAN_ERROR_INPUT, a Swedish clause without a full stop that can follow
 * "kolumn "X": " and says what is wrong and what to write instead. */
bool money_parse(const char *text, enum money_unit unit, enum decimal_mark mark,
    struct amount *ret, GError **error);

/* A number that is not money, written by the same rules: hundredths in ret->ore. */
bool number_parse(
    const char *text, enum decimal_mark mark, struct amount *ret, GError **error);

#endif
