/*
 * measure_set.h - the indicators of a programme and what they showed while files are
 * read: those there are, what rows change and those that rows add; for src/session only.
 */
#ifndef SESSION_MEASURE_SET_H
#define SESSION_MEASURE_SET_H

#include "session/import.h"

struct indicator_entry {
	struct indicator indicator;
	const struct indicator *before; /* NULL: new */
	bool said;                      /* a row is about it */
	const char *file;               /* and where */
	int line;
	bool whole; /* checked: it is no part of itself */
};
struct measurement_entry {
	struct measurement measurement;
	const struct measurement *before; /* NULL: new */
	bool said;
	struct measures told; /* what the files that are read say of it */
};

struct measure_set;
/* Texts live in im->text. */
struct measure_set *measure_set_new(struct importer *im);
void measure_set_free(struct measure_set *set);

/* Borrowed; NULL when there is none. */
struct indicator_entry *measure_set_code(const struct measure_set *set, const char *code);
/* By folded name: the one of that goal, else one without a goal; with goal "" the only
 * one of the name. */
struct indicator_entry *measure_set_name(
    const struct measure_set *set, const char *name, const char *goal);
/* Do several go by the name? */
bool measure_set_many(const struct measure_set *set, const char *name);
/* A new one; `code` NULL: "SM" and the next free number. */
struct indicator_entry *measure_set_add(
    struct measure_set *set, const char *name, const char *goal, const char *code);

/* The measurement of (indicator, place, period), made when there is none. */
struct measurement_entry *measure_set_need(struct measure_set *set, const char *indicator,
    const char *place, struct period period);

/* A cell of a kind's COLUMN_MEASURE into a measure; a blank one says nothing. */
void measure_say(const struct value *value, struct measure *measure);

/* What stands in `part_of` is there, and nothing is a part of itself; else rejects. */
void measure_set_check(struct measure_set *set);
/* Write what differs, indicators first.  Those that were said are counted as the rows of
 * the import when asked for; *ret_values grows by the measurements written. */
bool measure_set_write(struct measure_set *set, bool count_indicators,
    bool count_measurements, int64_t *ret_values, GError **error);

#endif
