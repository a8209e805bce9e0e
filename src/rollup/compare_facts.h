/*
 * compare_facts.h - everything that is said of a programme, as (whose, field, value), for
 * compare.c only.
 */
#ifndef ROLLUP_COMPARE_FACTS_H
#define ROLLUP_COMPARE_FACTS_H

#include "rollup/overview.h"

struct said {
	int64_t action; /* 0: of the programme */
	const char *field, *value;
};

/*
 * Append struct said to `facts`, texts in `text`; no field of an action comes twice.  Of
 * an action that `other` has not, only its name among the fields of the register.
 */
void facts_said(const struct overview *overview, const struct plan *other,
    GStringChunk *text, GArray *facts);

#endif
