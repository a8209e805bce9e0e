/*
 * report.h - writing a status report, shared by the verb and the importer.
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

#endif
