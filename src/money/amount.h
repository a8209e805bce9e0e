/*
 * amount.h - money: exact öre, and the difference between nothing and zero.
 *
 * Units   int64 öre; a saving is positive, a cost negative.  No floating point.
 * Shape   struct amount is öre that may be missing; a missing amount prints "–".
 * Source  product.md section 4: "No amount is not zero."
 */
#ifndef MONEY_AMOUNT_H
#define MONEY_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#define ORE_PER_KR  INT64_C(100)
#define ORE_PER_TKR INT64_C(100000)
#define ORE_PER_MKR INT64_C(100000000)
/* The largest amount a person or a file may give: 1 000 000 mkr. */
#define MONEY_MAX_ORE (INT64_C(1000000) * ORE_PER_MKR)

struct amount {
	int64_t ore;
	bool known;
};

#define AMOUNT_NONE ((struct amount){ 0, false })
/* A sum that left int64: missing as AMOUNT_NONE is, and for good in amount_total. */
#define AMOUNT_LOST ((struct amount){ INT64_MIN, false })

struct amount amount_of(int64_t ore);

/* a + b into *ret; false, and *ret untouched, when the sum leaves int64. */
bool money_add(int64_t a, int64_t b, int64_t *ret);

/* *sum += term, where a missing term adds nothing and a known one makes the sum known. */
bool amount_add(struct amount *sum, struct amount term);

/* The same for a sum that is shown: one that leaves int64, or takes in one that did, is
 * lost and stays so whatever comes after. */
void amount_total(struct amount *sum, struct amount term);

/* a - b; missing when either is missing or the difference leaves int64. */
struct amount amount_minus(struct amount a, struct amount b);

bool amount_equal(struct amount a, struct amount b);

#endif
