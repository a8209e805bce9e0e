/*
 * reports.h - which status reports are in force, for src/session only.
 */
#ifndef SESSION_REPORTS_H
#define SESSION_REPORTS_H

#include "session/state.h"

/*
 * Of reports in order of writing: the last of each (action, round), unless it was taken
 * back, in order of cut-off, round and action.  The caller owns the GArray of struct
 * stored_report.
 */
GArray *reports_in_force(const GArray *all);

/* Was it written after its round had been closed?  `steps` are all there are
 * (store_read_round_steps). */
bool report_is_late(const GArray *steps, const struct stored_report *report);

/* The report in force of the latest round of each of n actions, ids ascending; texts live
 * until the session forgets.  g_free. */
bool reports_latest(struct session *s, int64_t change, int cutoff, const int64_t *ids,
    guint n, struct latest_report **ret, GError **error);

#endif
