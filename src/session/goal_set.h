/*
 * goal_set.h - the goals of a programme while files are read: those there are, what rows
 * change of them and those that rows add; for src/session only.
 *
 * Shape   entries in order of creation, found by code, and by level, place and folded
 *         name: a framgångsfaktor's place is its perspektiv, a målbildspunkt's its
 *         insatsområde, any other goal's its parent.  Framgångsfaktorer of one perspektiv
 *         may have one name under two strategiska mål.
 */
#ifndef SESSION_GOAL_SET_H
#define SESSION_GOAL_SET_H

#include "session/import.h"

struct goal_entry {
	struct goal goal;
	const struct goal *before; /* NULL: new */
	struct goal_entry *next;   /* framgångsfaktor of the same place and name */
	bool said;                 /* a row of its own kind is about it */
	const char *file;          /* and where the last one is */
	int line;
};

struct goal_set;
/* Texts live in im->text. */
struct goal_set *goal_set_new(struct importer *im);
void goal_set_free(struct goal_set *set);

/* Borrowed; NULL when there is none. */
struct goal_entry *goal_set_code(const struct goal_set *set, const char *code);
/* In order of creation. */
guint goal_set_size(const struct goal_set *set);
struct goal_entry *goal_set_at(const struct goal_set *set, guint index);
/* The code of the goal a goal's name is looked up under. */
const char *goal_set_place(const struct goal_set *set, const struct goal *goal);

/*
 * The goal of that name (which stays as it is written), else the one with the code
 * `code`, which is then given the name, else a new one.  `code` NULL: the level's letter
 * and the next free number.  NULL when the code is a goal's of another level.  Of
 * framgångsfaktorer the one under `parent` is meant, or one that is under no strategiskt
 * mål yet.
 */
struct goal_entry *goal_set_need(struct goal_set *set, enum goal_level level,
    const char *place, const char *parent, const char *name, const char *code);
/* A new goal, whatever there is; `code` as above, and free. */
struct goal_entry *goal_set_add(struct goal_set *set, enum goal_level level,
    const char *parent, const char *name, const char *code);
/* perspektiv › strategiskt mål › framgångsfaktor by name, each "" or made where it is
 * not there; the last of them.  A blank strategiskt mål leaves a framgångsfaktor where it
 * is.  A reject and NULL without perspektiv, or when it does not say which of several
 * framgångsfaktorer is meant. */
struct goal_entry *goal_set_factor(struct goal_set *set, const struct row *row,
    const char *column, const char *perspective, const char *strategic,
    const char *factor);

/* Every parent is there and no goal is above itself; else rejects. */
void goal_set_check(struct goal_set *set);
/* Write what differs; *ret_written grows by how many. */
bool goal_set_write(struct goal_set *set, int64_t *ret_written, GError **error);

#endif
