/*
 * report.h - writing a status report, shared by the verb and the importer.
 */
#ifndef SESSION_REPORT_H
#define SESSION_REPORT_H

#include "session/edit.h"

/* Within a transaction; the action exists, `label` and `cutoff` are a round's. */
bool report_apply(struct names *names, const struct plan *plan,
    const struct report_entry *entry, const char *label, int cutoff,
    enum edit_outcome *ret, GError **error);

#endif
