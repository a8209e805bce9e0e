/*
 * split.c - even parts that sum to the whole.
 *
 * With equal parts every remainder is the same, so "largest remainder, ties to the
 * earliest" gives the leftover öre one each to the first parts.
 */
#include "money/split.h"

int64_t
money_split_part(int64_t ore, int parts, int index)
{
	int64_t each = ore / parts, left = ore % parts;

	if (left > 0)
		return each + (index < left);
	return each - (index < -left);
}

int64_t
money_split_head(int64_t ore, int parts, int count)
{
	int64_t each = ore / parts, left = ore % parts;

	if (left > 0)
		return each * count + (count < left ? count : left);
	return each * count - (count < -left ? count : -left);
}
