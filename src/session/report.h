/*
 * report.h - writing a status report or a forecast, shared by the verb and the importers.
 */
#ifndef SESSION_REPORT_H
#define SESSION_REPORT_H

#include "session/edit.h"

/* Within a transaction; the action exists, `label` and `cutoff` are a round's. */
bool report_apply(struct names *names, const struct plan *plan,
    const struct report_entry *entry, const char *label, int cutoff,
    enum edit_outcome *ret, GError **error);

/* The same for a forecast of any year; a missing amount withdraws it. */
bool forecast_apply(struct names *names, int64_t action, const char *label, int cutoff,
    int year, struct amount forecast, enum edit_outcome *ret, GError **error);

#endif
