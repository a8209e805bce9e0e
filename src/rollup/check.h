/*
 * check.h - what kontroll remarks on: sums that do not hold, and data that look wrong.
 *
 * Every check adds its findings to `remarks`.  Findings that are alike become one remark
 * that names the actions, so that a programme of 500 does not drown its reader.
 *
 * Source: product.md section 5, kontroll; section 4, figures 12, 13, 14.
 */
#ifndef ROLLUP_CHECK_H
#define ROLLUP_CHECK_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"

enum remark_level { REMARK_OBS, REMARK_FEL };
struct remark {
	enum remark_level level;
	const char *code; /* "SUMMA", "OVERLAPP-BRUTTO", ...; static */
	char *action;     /* "HS-02" or NULL */
	char *text;       /* what is wrong, a whole sentence */
	char *remedy;     /* what to do, a whole sentence */
};
/* A GPtrArray of struct remark * that frees them. */
GPtrArray *remarks_new(void);
void remark_add(GPtrArray *remarks, enum remark_level level, const char *code,
    const char *action, char *text, char *remedy); /* takes text and remedy */

/* An amount in a remark: "175,5 mkr", or "175 500 001 kr" when `exact`.  g_free. */
char *remark_amount(int64_t ore, bool exact);
/* True when one decimal in mkr would hide a part of a or b. */
bool remark_needs_exact(int64_t a, int64_t b);

/* Printed sums, calculations (gross - cost = net, net = the area's targets), overlaps
 * (each pair once, no cycles, never more than gross). */
void check_sums(const struct plan *plan, GPtrArray *remarks);

/* Suspicious data, as REMARK_OBS: counted actions without owner, start after finish, a
 * year whose sign differs from the rest of its line. */
void check_data(const struct plan *plan, GPtrArray *remarks);
/* Two lines with the same outcome month by month.  `cube`: struct cube_cell by line,
 * month. */
void check_series(const struct plan *plan, const GArray *cube, GPtrArray *remarks);

/* The overlaps' part of check_sums. */
void check_overlaps(const struct plan *plan, GPtrArray *remarks);

#endif
