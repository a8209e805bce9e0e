/*
 * edit.h - saving actions, shared by the verbs and the plan importer, for src/session
 * only.
 */
#ifndef SESSION_EDIT_H
#define SESSION_EDIT_H

#include "session/state.h"

/* Names met during one transaction: units, areas and rounds found or added once. */
struct names {
	struct session *session;
	GHashTable *units;      /* folded name -> id (int64_t *) */
	GHashTable *as_written; /* unit name as it was written before -> id */
	GHashTable *areas;
	GHashTable *rounds; /* label -> id */
	GHashTable *closed; /* labels of closed rounds */
};
bool names_init(
    struct names *names, struct session *s, const struct plan *plan, GError **error);
void names_clear(struct names *names);
/* Found or added.  "" is 0 for an area. */
bool names_unit(struct names *names, const char *name, int64_t *ret, GError **error);
bool names_area(struct names *names, const char *name, int64_t *ret, GError **error);
bool names_round(
    struct names *names, const char *label, int cutoff, int64_t *ret, GError **error);
bool names_round_closed(const struct names *names, const char *label);
/* True for "" and "ej fördelad". */
bool names_unallocated(const char *recipient);

enum edit_outcome { EDIT_SAME, EDIT_CHANGED, EDIT_ADDED };

/*
 * Bring an action to what `edit` says, within a transaction.  `current` is the stored
 * one, or NULL.  With `lines` the lines named by targets are made even without an amount.
 */
bool edit_apply(struct names *names, const struct action *current,
    const struct action_edit *edit, bool lines, enum edit_outcome *ret, int *ret_version,
    int64_t *ret_targets, GError **error);

/* Set the register's status alone; the version it came to. */
bool edit_status(struct names *names, const struct action *current, enum status status,
    int *ret_version, GError **error);

/* The line part of a facet is filled in by the caller. */
struct facet edit_facet(const struct action *action, int64_t unit, int64_t area);

/* The status of the latest round that says one; 0 reports: false. */
bool edit_latest_status(struct session *s, int64_t action, struct stored_report *ret,
    bool *ret_found, GError **error);

#endif
