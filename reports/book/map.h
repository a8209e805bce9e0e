/*
 * map.h - the goal map while it is being drawn: what its two files share.
 */
#ifndef BOOK_MAP_H
#define BOOK_MAP_H

#include "reports/book/book.h"

struct map {
	struct doc *doc;
	const struct plan *plan;
	GHashTable *shown; /* struct goal: those that have been printed */
};

/* The plan's goals in order; borrowed. */
const struct goal *map_goal(const struct map *map, guint i);
void map_show(const struct map *map, const struct goal *goal);
guint map_count(const struct map *map, enum goal_level level);
/* "–" for a text that says nothing. */
const char *map_said(const char *text);

/* Förflyttningar, milstolpar, begrepp, the actions that serve goals, and every goal that
 * is not among the shown: nothing is lost. */
void map_add_beside(const struct map *map);

#endif
