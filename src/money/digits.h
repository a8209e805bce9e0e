/*
 * digits.h - a whole number of tenths, hundredths … written as a decimal number.
 *
 * One place that writes digits, for amounts and percentages; without printf, because an
 * overview prints thousands of them.
 */
#ifndef MONEY_DIGITS_H
#define MONEY_DIGITS_H

#include <glib.h>
#include <stdint.h>

#define DIGITS_MINUS    "\xE2\x88\x92" /* U+2212 */
#define DIGITS_THOUSAND "\xC2\xA0"     /* U+00A0 */
#define DIGITS_MISSING  "\xE2\x80\x93" /* U+2013, "no amount" */

/*
 * Append magnitude / 10^decimals (0..DIGITS_DECIMALS_MAX) with `mark` as decimal mark and
 * `thousand` ("" for none) between groups of three; always a digit before the mark.
 */
enum { DIGITS_DECIMALS_MAX = 18 };
void digits_append(
    GString *out, uint64_t magnitude, int decimals, char mark, const char *thousand);

/* |value|, right for INT64_MIN too. */
uint64_t digits_magnitude(int64_t value);

/* 10^exponent, exponent 0..19. */
uint64_t digits_power(int exponent);

#endif
