/*
 * book.h - what each appendix says: a function from an overview to a document.
 *
 * Same structs in, same document out.  Books know nothing of formats.
 */
#ifndef BOOK_BOOK_H
#define BOOK_BOOK_H

#include "reports/doc/doc.h"
#include "rollup/compare.h"
#include "rollup/detail.h"
#include "rollup/overview.h"

/* What a book says beyond the overview; NULL where nothing is said. */
struct book_head {
	const char *as_of;  /* "2021-06-30 12:00 (ändring 12)": the data's instant */
	const char *digest; /* SHA-256 of the data, hex, or "" */
	const struct doc_head *page; /* of every page */
	const char *since; /* BOOK_CHANGES: the earlier instant, written as as_of */
	const struct comparison *changes; /* BOOK_CHANGES */
	const struct detail *detail;      /* BOOK_ACTION */
};

/* What a book cannot be made without, beside the overview. */
enum book_matter {
	BOOK_PROGRAMME, /* nothing */
	BOOK_CHANGES,   /* the same programme at an earlier instant */
	BOOK_ACTION     /* one action */
};

struct book {
	const char *name;  /* "uppfoljning"; NULL ends the table */
	const char *title; /* "Uppföljning av omställningsplanen" */
	enum book_matter matter;
	struct doc *(*make)(
	    const struct overview *overview, const struct book_head *head);
};
extern const struct book books[];
const struct book *book_find(const char *name); /* NULL if there is none */

/* What `oversikt` in text says beyond its grouping; any may be NULL. */
struct rollup_beside {
	const struct overview *overview; /* key figures and lights */
	const struct settings *settings; /* that weighed the forecasts */
	const char *scenario;            /* "HS-02 tas bort": what is thought */
	const struct rollup *as_is;      /* the same rollup without the thought */
};
/* `oversikt` in text: one grouping, targets per year and the state to date. */
struct doc *book_rollup(const struct rollup *rollup, const char *programme,
    const struct book_head *head, const struct rollup_beside *beside);
/* `oversikt --nyckeltal` in text: every key figure of what counts, lights and settings.
 * `scenario` as in rollup_beside, "" for none. */
struct doc *book_key_figures(
    const struct overview *overview, const struct book_head *head, const char *scenario);
/* `demo` and `oversikt` of everything: totals against the requirement, per year,
 * förvaltning, typ, what stands outside, gap ladder, reality test, reallocations,
 * deviations. */
struct doc *book_overview(const struct overview *overview, const struct book_head *head);

#endif
