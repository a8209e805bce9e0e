/*
 * digits.c - decimal numbers written from the right into a small buffer.
 */
#include "money/digits.h"

#include <string.h>

void
digits_append(
    GString *out, uint64_t magnitude, int decimals, char mark, const char *thousand)
{
	char buffer[64], *end = buffer + sizeof buffer, *p = end;
	size_t mark_bytes = MIN(strlen(thousand), 4);
	int group = 0;

	for (int i = 0; i < decimals; i++) {
		*--p = (char)('0' + magnitude % 10);
		magnitude /= 10;
	}
	if (decimals > 0)
		*--p = mark;
	do {
		if (group == 3 && mark_bytes > 0) {
			p -= mark_bytes;
			memcpy(p, thousand, mark_bytes);
			group = 0;
		}
		*--p = (char)('0' + magnitude % 10);
		magnitude /= 10;
		group++;
	} while (magnitude > 0);
	g_string_append_len(out, p, end - p);
}

uint64_t
digits_magnitude(int64_t value)
{
	return value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;
}

uint64_t
digits_power(int exponent)
{
	uint64_t power = 1;

	while (exponent-- > 0)
		power *= 10;
	return power;
}
