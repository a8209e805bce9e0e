/*
 * rows.c - bisection over rows that begin with their key.
 */
#include "base/rows.h"

#include <string.h>

guint
rows_from(const GArray *rows, gsize size, int64_t key)
{
	guint low = 0, high = rows->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		int64_t own;

		memcpy(&own, rows->data + size * middle, sizeof(own));
		if (own < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
