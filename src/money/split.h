/*
 * split.h - an amount spread evenly over parts so that the parts sum to it exactly.
 *
 * Largest remainder; ties to the earliest part.  100 öre in 3: 34 33 33; -100: -34 -33
 * -33.
 */
#ifndef MONEY_SPLIT_H
#define MONEY_SPLIT_H

#include <stdint.h>

/* Part `index` (0-based) of `ore` in `parts` (> 0) equal parts. */
int64_t money_split_part(int64_t ore, int parts, int index);

/* Sum of the first `count` (0..parts) of them. */
int64_t money_split_head(int64_t ore, int parts, int count);

#endif
