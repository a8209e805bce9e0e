/*
 * balance.h - yearly sums per group: what targets and savings add up to, kept or
 * recomputed.
 *
 * A target or a saving falls on one plan line; the line's facet says which group it
 * belongs to in each grouping.  A book adds postings up per (grouping, counts, key,
 * year).  The same book is what the store keeps as its balance table, what `kontroll`
 * recomputes from the ledger and what an as-of read makes, so the three can be compared.
 *
 * Units   öre.  `targets` and `reports` count what was added, so that no amount is not
 * zero.
 */
#ifndef LEDGER_BALANCE_H
#define LEDGER_BALANCE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "money/amount.h"
#include "plan/words.h"

/* The numbers are stored: add at the end, before GROUPING__N. */
enum grouping {
	GROUPING_UNIT,      /* förvaltning: the action's own; key unit id */
	GROUPING_RECIPIENT, /* mottagare: where the line falls; key unit id, 0 ej fördelad
	                     */
	GROUPING_KIND,      /* typ; key enum kind */
	GROUPING_AREA,      /* område; key area id, 0 none */
	GROUPING_ACTION,    /* åtgärd; key action id */
	GROUPING_COST_KIND, /* kostnadsslag; key enum cost_kind */
	GROUPING_MONTH,     /* realised per month of the whole programme; key YYYYMM */
	GROUPING__N
};

/* How one plan line is classified at an instant. */
struct facet {
	int64_t action, unit, recipient, area;
	enum kind kind;
	enum cost_kind cost_kind;
	bool counts;
};

/* An import of a large ledger holds hundreds of thousands: no room between the fields. */
struct balance {
	enum grouping grouping;
	int year; /* 0: ej årsfördelat */
	int64_t key;
	int64_t target_ore;
	int64_t plan_ore; /* plan to date within the cut-off year; only in phased books */
	int64_t realised_ore;
	/* only in books of what is yet to come (outlook.h) and of what is not attested */
	int64_t rest_ore;     /* forecast less realised in the cut-off's year, or what a
	                         delay moves out of a later year */
	int64_t weighted_ore; /* the rest (a later year: the target) weighted by risk */
	int64_t unverified_ore;
	int targets; /* target amounts in the sum; 0: no amount */
	int assumed; /* lines in plan_ore spread over an assumed whole year */
	int reports; /* savings in force in the sum; 0: nothing reported */
	int rests, weighteds, unverifieds;
	bool counts;
};

int64_t facet_key(const struct facet *facet, enum grouping grouping);

struct balance_book;
struct balance_book *balance_book_new(void);
void balance_book_free(struct balance_book *book);
void balance_book_clear(struct balance_book *book);
guint balance_book_size(const struct balance_book *book); /* rows, empty ones too */

/* Add a posting to every grouping the facet belongs to (MONTH only for savings). Negative
 * amounts and counts take back.  Errors: SPARPLAN_ERROR_RANGE when a sum leaves int64;
 * the book is then no longer whole and is thrown away. */
bool balance_book_target(struct balance_book *book, const struct facet *facet, int year,
    int64_t ore, int targets, GError **error);
bool balance_book_saving(struct balance_book *book, const struct facet *facet, int month,
    int64_t ore, int reports, GError **error);
bool balance_book_plan(struct balance_book *book, const struct facet *facet, int year,
    int64_t ore, bool assumed, GError **error);
/* What a line is yet to come to.  Each is added where it is known. */
bool balance_book_rest(struct balance_book *book, const struct facet *facet, int year,
    struct amount rest, struct amount weighted, GError **error);
/* A saving nobody has attested: taken from the realised, kept apart. */
bool balance_book_unverified(struct balance_book *book, const struct facet *facet,
    int month, int64_t ore, int reports, GError **error);

/* The rows with anything in them, sorted by grouping, counts, year, key: struct balance *
 * of the book, until it changes. */
GPtrArray *balance_book_sorted(const struct balance_book *book);
/* The same rows as a GArray of struct balance that the caller owns. */
GArray *balance_book_rows(const struct balance_book *book);

#endif
