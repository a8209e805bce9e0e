/*
 * move.h - moving among the rows of a list that may be higher than its place on the
 * screen.
 */
#ifndef TUI_MOVE_H
#define TUI_MOVE_H

#include "tui/command.h"

/* A command that moves (a row, a page, to an end) from row *at of `n`, `height` of which
 * show: *at is where it leads, and may be outside.  false: it is not one. */
bool move_follow(enum command command, int height, int n, int *at);

/* May the selection rest on that row of `rows`? */
typedef bool (*move_rests)(const void *rows, int at);

/* The row nearest to `to`, the way it goes from `from`, else back, where the selection
 * may rest; -1 when there is none. */
int move_land(int from, int to, int n, move_rests rests, const void *rows);

/* The first row to show, for row `at` to be among `height` shown and none left blank. */
int move_scroll(int top, int at, int height, int n);

#endif
