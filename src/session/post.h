/*
 * post.h - which plan line a saving falls on, and adding it, for src/session only.
 */
#ifndef SESSION_POST_H
#define SESSION_POST_H

#include "session/edit.h"

/* An action as savings see it. */
struct account {
	int64_t unit;  /* its own */
	GArray *lines; /* struct line */
	struct facet facet;
};
struct account *account_new(const struct plan *plan, const struct action *action);
void account_free(struct account *account);

/*
 * The place named by `unit` (NULL or "": the only recipient of the lines, else the
 * action's own unit) and `cost_kind` (-1: the only one of the lines, else ospecificerat).
 * Errors: INPUT when the action does not belong to the unit; a clause.
 */
bool account_place(const struct account *account, const struct plan *plan,
    const char *unit, int cost_kind, struct line *ret, GError **error);

/* The ref a saving has when none is given: id|period|förvaltning|kostnadsslag; g_free. */
char *post_own_ref(
    const struct plan *plan, const char *code, const struct line *line, int month);

/*
 * Add one saving on a line (made if needed) within a transaction.  *ret_known: the same
 * one is there already.  Errors: EXISTS (another amount, and not `correct`) and INPUT
 * (the ref is another saving's) as clauses.
 */
bool post_apply(struct session *s, const struct account *account, struct line *line,
    const struct new_saving *saving, bool correct, int64_t *ret_id, bool *ret_known,
    GError **error);

/*
 * Post what makes an action's sum from January to `month` (attested or not) `realised`:
 * the difference, as a saving of the month on the line that progress.h picks, or as a
 * correction of the month's own.  *ret_before is what it was.  Errors: as
 * session_report_progress; sentences.  In progress.c.
 */
bool post_year(struct session *s, struct plan *plan, const char *code, int month,
    struct amount realised, struct amount *ret_before, bool *ret_written, GError **error);

#endif
