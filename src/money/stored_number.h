/*
 * stored_number.h - a decimal number as a spreadsheet stores it, made one that a person
 * would have written.
 *
 * A spreadsheet keeps binary fractions and stores their decimals: 1,25 may stand there as
 * "1.2500000000000002", a thousandth as "1E-3".  Digits only are moved; nothing is
 * computed in floating point.
 */
#ifndef MONEY_STORED_NUMBER_H
#define MONEY_STORED_NUMBER_H

#include <glib.h>
#include <stdbool.h>

/*
 * Append the number with the decimal mark `mark` and no exponent.  What is beyond
 * `decimals` is left out when it is less than half a thousandth of the last one, up or
 * down: noise.  Otherwise all of it stands, so that what is finer than it may be can be
 * refused.  False, with nothing appended, when `text` is no such number or is too long.
 */
bool stored_number(const char *text, int decimals, char mark, GString *out);

#endif
