/*
 * saving.h - realised savings (utfall): what a person or a file posts, and what is
 * stored.
 */
#ifndef LEDGER_SAVING_H
#define LEDGER_SAVING_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/words.h"

/* One saving in force: its first row and every correction of it, added up. */
struct saving {
	int64_t id; /* of the first row */
	int64_t line;
	int month; /* YYYYMM */
	int64_t ore;
	const char *ref;      /* as given, or "id|period|förvaltning|kostnadsslag" */
	bool own_ref;         /* it was given */
	const char *document; /* underlag */
	const char *comment;
};

/* Realised per line and month: the cube rollups and curves read instead of the ledger. */
struct cube_cell {
	int64_t line;
	int month;
	int64_t ore;
	int reports;
};

/* Is anything realised in it, or has all of it been taken back? */
static inline bool
cube_cell_stands(const struct cube_cell *cell)
{
	return cell->reports > 0 || cell->ore != 0;
}

#endif
