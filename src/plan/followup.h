/*
 * followup.h - what has been reported of a programme as of an instant: rounds, status
 * reports, forecasts and the finishes actions have had.
 *
 * Shape   arrays of what is in force, sorted as each says; texts live in `text`.
 */
#ifndef PLAN_FOLLOWUP_H
#define PLAN_FOLLOWUP_H

#include <glib.h>

#include "money/amount.h"
#include "plan/words.h"

/* rapporteringsomgång */
struct round {
	int64_t id;
	const char *label; /* "DÅ04-2021" */
	int cutoff;        /* YYYYMM */
	const char *due;   /* ÅÅÅÅ-MM-DD or "" */
	bool closed;
	/* over: the id of the last action there was then, -1 for none; 0: not over */
	int64_t last_action;
};

/* lägesrapport in force */
struct report {
	int64_t action, round;
	const char *label; /* the round's */
	int cutoff;
	enum status status;
	enum light light; /* the reporter's own judgement */
	const char *comment;
	bool nothing_new;
	bool late;          /* written after its round was closed */
	const char *result; /* of an uppdrag; NULL and "": none */
};

/* prognos in force; one that was withdrawn is not here */
struct forecast {
	int64_t action, round;
	int cutoff, year;
	int64_t ore;
};

/* The finish a version of an action said, and the stage it was in. */
struct finish {
	int64_t action;
	int stage;
	const char *finish;
};

struct followup {
	GStringChunk *text;
	GArray *rounds;    /* struct round, by cut-off, label */
	GArray *reports;   /* struct report, by action, cut-off, label */
	GArray *forecasts; /* struct forecast, by action, cut-off, label, year */
	GArray *finishes;  /* struct finish, by action, version */
};

struct followup *followup_new(void);
void followup_free(struct followup *followup);

/*
 * Does the round wait for the action?  Not when it was over before the action came to be,
 * for then nobody could report it: it still waits for those there were.  An action that
 * has been reported in it all the same is reported; the caller looks for that first.
 *
 * A closed round was over with the change that closed it; an open one is over with the
 * first report in a round of a later month that came after somebody had reported in it.
 * An action comes to be with the change that wrote its first version.  The order of
 * changes decides, as for late reports, and not days: a plan that is read in after the
 * last day of its rounds is waited for in all of them.
 */
bool round_awaits(const struct round *round, int64_t action);
/* The same of a month: does any round that ends with it?  A month without a round waits
 * for all.  `rounds` is GArray of struct round. */
bool rounds_await(const GArray *rounds, int64_t action, int cutoff);

/* An action's own part of a sorted array: the first index and how many. */
guint followup_reports(const struct followup *followup, int64_t action, guint *ret_n);
guint followup_forecasts(const struct followup *followup, int64_t action, guint *ret_n);
guint followup_finishes(const struct followup *followup, int64_t action, guint *ret_n);

/*
 * The owner's forecast of a year in the action's latest round to the cut-off; a round in
 * which there was nothing new to report leaves the forecast before it standing.  Missing
 * when that round says none (figure 6).
 */
struct amount followup_forecast(
    const struct followup *followup, int64_t action, int year, int cutoff);

/* How many rounds in a row, the latest to the cut-off first, were empty: said "inget nytt
 * att redovisa", or the comment of the round before (figure 17). */
int followup_empty_rounds(const struct followup *followup, int64_t action, int cutoff);

#endif
