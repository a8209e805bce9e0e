/*
 * compare_tell.h - taking down what is said of a programme, for compare_facts.c and
 * compare_goals.c only.
 */
#ifndef ROLLUP_COMPARE_TELL_H
#define ROLLUP_COMPARE_TELL_H

#include "rollup/overview.h"

struct teller {
	const struct overview *overview;
	const struct plan *plan, *other;
	GStringChunk *text;
	GArray *facts; /* struct said */
};

/* Copies both.  What says nothing is left out: it equals what is not there. */
void teller_say(struct teller *t, int64_t action, const char *field, const char *value);
void teller_say_amount(
    struct teller *t, int64_t action, const char *field, struct amount amount);

/* The words that there are, with `separator` between; g_free. */
char *teller_joined(const char *const *words, size_t n, const char *separator);

/* Goals, indicators and what they showed, assignments, preconditions and links. */
void facts_said_of_goals(struct teller *t);

#endif
