/*
 * measure.h - what an indicator shows: a number that may be missing.
 *
 * Units   hundredths of whatever is measured, exact: 8,4 % is 840, 12 st 1200.  A missing
 *         measure prints "–"; it is not zero.
 */
#ifndef PLAN_MEASURE_H
#define PLAN_MEASURE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct measure {
	int64_t hundredths;
	bool known;
};

#define MEASURE_NONE ((struct measure){ 0, false })

struct measure measure_of(int64_t hundredths);
bool measure_equal(struct measure a, struct measure b);

/* "17,2", "45 467", "−17,7": no more decimals than needed; "–" when missing; g_free. */
char *measure_text(struct measure measure);

/* A value of women, men and both; each may be missing. */
struct measures {
	struct measure women, men, total;
};
bool measures_equal(const struct measures *a, const struct measures *b);
bool measures_known(const struct measures *m); /* any of them */

#endif
