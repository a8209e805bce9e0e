/*
 * report.h - writing a status report or a forecast, shared by the verb and the importers.
 */
#ifndef SESSION_REPORT_H
#define SESSION_REPORT_H

#include "session/edit.h"

/*
 * Within a transaction; the action exists, `label` and `cutoff` are a round's.  Errors:
 * INPUT when the round is closed, the entry is not late and it says something new.
 * *ret_report is the report as it then stands; its texts live until the session forgets.
 */
bool report_apply(struct names *names, const struct plan *plan,
    const struct report_entry *entry, const char *label, int cutoff,
    struct stored_report *ret_report, enum edit_outcome *ret, GError **error);

/* The same for a forecast of any year; a missing amount withdraws it. */
bool forecast_apply(struct names *names, int64_t action, const char *label, int cutoff,
    int year, struct amount forecast, bool late, enum edit_outcome *ret, GError **error);

/* One entry within a transaction, its round found; *ret_label (g_free) is that round's.
 * Errors: those of session_report, as sentences. */
bool report_take(struct session *s, struct names *names, const struct plan *plan,
    const struct report_entry *entry, char **ret_label, enum edit_outcome *ret,
    GError **error);
/* INPUT when the round is closed and the change is not late. */
bool report_check_open(
    const struct names *names, const char *label, int cutoff, bool late, GError **error);
/* Take back a report in force that says nothing but that there is one. */
bool report_take_back_bare(struct session *s, int64_t action, int64_t round, int year,
    bool *ret_taken, GError **error);

#endif
