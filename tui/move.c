/*
 * move.c - where a command leads among rows, and which of them show.
 */
#include "tui/move.h"

bool
move_follow(enum command command, int height, int n, int *at)
{
	int page = MAX(height - 1, 1);

	switch (command) {
	case CMD_UP:
		*at -= 1;
		return true;
	case CMD_DOWN:
		*at += 1;
		return true;
	case CMD_PAGE_UP:
		*at -= page;
		return true;
	case CMD_PAGE_DOWN:
		*at += page;
		return true;
	case CMD_FIRST:
		*at = 0;
		return true;
	case CMD_LAST:
		*at = n - 1;
		return true;
	default:
		return false;
	}
}

int
move_land(int from, int to, int n, move_rests rests, const void *rows)
{
	int step = to < from ? -1 : 1;

	to = CLAMP(to, 0, MAX(n - 1, 0));
	for (int tries = 0; tries < 2; tries++, step = -step)
		for (int at = to; at >= 0 && at < n; at += step)
			if (rests(rows, at))
				return at;
	return -1;
}

int
move_scroll(int top, int at, int height, int n)
{
	if (at < top)
		top = at;
	if (at >= top + height)
		top = at - height + 1;
	return CLAMP(top, 0, MAX(n - height, 0));
}
