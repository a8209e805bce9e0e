/*
 * share.h - percentages from unrounded amounts: one decimal, half away from zero.
 *
 * Units   tenths of a percent: 360 is "36,0 %".
 */
#ifndef MONEY_SHARE_H
#define MONEY_SHARE_H

#include <glib.h>

#include "money/amount.h"

struct share {
	int64_t tenths;
	bool known;
};

/* part / whole; missing when either is missing, whole is 0, or the share leaves int64. */
struct share share_of(struct amount part, struct amount whole);

/* "36,0 %" (U+00A0 before %), "−4,5 %", "–". */
void share_append(GString *out, struct share share);
char *share_text(struct share share); /* g_free */

/* amount × num / den, rounded half away from zero to whole öre; missing when den is 0 or
 * anything is missing.  565 mkr × 145 / 403 = 203,3 mkr. */
struct amount amount_scale(struct amount amount, struct amount num, struct amount den);

#endif
