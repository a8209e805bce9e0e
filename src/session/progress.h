/*
 * progress.h - the report grid: what every action has realised so far this year, what a
 * round has been told of it, and the verb that reports both in one change.
 *
 * Units   öre.  "So far this year" is from January to the month's end, attested or not:
 *         what a person has at hand.  The verb posts the difference from what is posted.
 * Source  product.md section 6.
 */
#ifndef SESSION_PROGRESS_H
#define SESSION_PROGRESS_H

#include "session/session.h"

/* A plan line of an action, and what is posted on it. */
struct progress_line {
	struct line line;
	struct amount year;  /* from January to the month; missing: nothing */
	struct amount month; /* in the month itself */
};

struct progress_row {
	const struct action *action; /* borrowed from the plan */
	struct amount target;        /* the year's */
	struct amount plan;          /* of it to the month */
	struct amount months[12];  /* so far this year, by month; missing: nothing yet */
	bool posted;               /* something is posted in the month itself */
	guint first_line, n_lines; /* its part of progress.lines */
	bool ask_line;             /* which line a difference falls on cannot be known */
	const struct report *report; /* of the round; NULL: none yet */
	const struct report *before; /* of the latest round before it; NULL: none */
	bool awaited; /* it has a report, or the round waits for one (plan/followup.h) */
	struct amount said;     /* the year's forecast in the round */
	struct amount forecast; /* the same, or the one the round left standing */
	struct amount standing; /* the one before the round */
};

/* Borrowed from the session until the next verb or poll that says changed. */
struct progress {
	const struct plan *plan; /* register and lines */
	int month;
	char *round;      /* its label */
	int64_t round_id; /* 0: nobody has reported in it */
	bool closed;
	bool ahead;          /* the month has not begun */
	struct rollup *sums; /* all actions, to the month */
	struct followup *followup;
	GArray *rows;  /* struct progress_row, in the plan's order */
	GArray *lines; /* struct progress_line, by action */
};

/* `month` 0: the one to report in now. */
bool session_progress(
    struct session *session, int month, struct progress **ret, GError **error);
void progress_free(struct progress *progress);

/* What it had realised before the month, and to its end. */
struct amount progress_before(
    const struct progress *progress, const struct progress_row *row);
struct amount progress_now(
    const struct progress *progress, const struct progress_row *row);

struct progress_entry {
	struct report_entry report; /* action, round and what else is said */
	/* so far this year; missing: not said */
	struct amount realised;
	/* the line its difference falls on; NULL: the one that can be told */
	const struct line *line;
	/* the month's savings are taken back, and a report that said nothing else */
	bool take_back;
	bool forecast_back; /* the round's forecast is withdrawn */
	/* what was shown when the person began: CONFLICT when it is another; NULL: any */
	const struct amount *seen_realised, *seen_forecast;
};

/*
 * Report all of them in one change, or none.  An amount makes the action reported; a
 * month that has the amount already is left alone.  saved.known: nothing was new.
 * Errors: INPUT (closed round, a line that cannot be known, nothing to take back),
 * NOT_FOUND, CONFLICT, RANGE.
 */
bool session_report_progress(struct session *session, int month,
    const struct progress_entry *entries, size_t n, struct saved *ret, GError **error);

/*
 * Which of an action's lines a difference falls on: its only one; the only one with
 * savings this year; without any, the one session_post would choose, where it is there.
 * NULL: it has none yet, or (*ret_ask) it cannot be known.
 */
const struct progress_line *progress_pick(const struct plan *plan,
    const struct action *action, const struct progress_line *lines, guint n,
    bool *ret_ask);

#endif
