/* issue.c - appendices that are issued: given a number, and found again. */
#include <string.h>

#include "base/error.h"
#include "session/narrow.h"

bool
session_issued(struct session *s, const struct view *view, GArray **ret, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(256);
	int64_t change;

	g_ptr_array_add(s->texts, pool);
	return session_view_change(s, view, &change, error) &&
	       store_read_issued(s->store, s->programme.id, change, pool, ret, error);
}

/* The ids of what the appendix is about, if of a part. */
static bool
find_subject(const struct plan *plan, const struct issued *issue, int64_t *ret_unit,
    int64_t *ret_action, GError **error)
{
	const struct unit *unit = NULL;
	const struct action *action = NULL;

	if (issue->unit && *issue->unit && !narrow_find(plan, issue->unit, &unit, error))
		return false;
	if (issue->action && *issue->action) {
		action = plan_action(plan, issue->action);
		if (!action) {
			session_no_action(plan, issue->action, error);
			return false;
		}
	}
	*ret_unit = unit ? unit->id : 0;
	*ret_action = action ? action->id : 0;
	return true;
}

/* The number it has already; 0 when it has none. */
static bool
find_known(struct session *s, const struct issued *issue, int *ret, GError **error)
{
	g_autoptr(GArray) all = NULL;

	*ret = 0;
	if (!session_issued(s, NULL, &all, error))
		return false;
	for (guint i = 0; i < all->len; i++) {
		const struct issued *one = &g_array_index(all, struct issued, i);

		if (strcmp(one->book, issue->book) == 0 &&
		    strcmp(one->decision, issue->decision) == 0 &&
		    strcmp(one->digest, issue->digest) == 0)
			*ret = one->number;
	}
	return true;
}

/* Within a transaction; *ret_written: a number was given. */
static bool
issue_one(struct session *s, const struct plan *plan, const struct issued *issue,
    struct saved *ret, bool *ret_written, GError **error)
{
	int64_t unit, action;
	int number;

	if (!find_subject(plan, issue, &unit, &action, error) ||
	    !find_known(s, issue, &number, error))
		return false;
	ret->known = number != 0;
	*ret_written = !ret->known;
	if (*ret_written && !store_add_issued(s->store, s->programme.id, issue, unit,
	                        action, &number, error))
		return false;
	ret->id = number;
	return true;
}

bool
session_issue(
    struct session *s, const struct issued *issue, struct saved *ret, GError **error)
{
	struct issued own = *issue;
	struct saved saved = { 0 };
	g_autofree char *note = NULL;
	const struct plan *plan;
	bool ok, written = false;

	if (!session_begin_on(s, STORE_ACTIONS, &plan, error))
		return false;
	ok = session_text(s, issue->decision, &own.decision, error);
	if (ok && !*own.decision) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Beslutet saknas. Skriv instans, datum och paragraf, till exempel "
		    "\"RS "
		    "2021-09-14 §123\".");
		ok = false;
	}
	ok = ok && issue_one(s, plan, &own, &saved, &written, error);
	note = g_strdup_printf("bilaga %d %s", (int)saved.id, own.book);
	if (!session_end(s, ok, written, "fastställ", note, &saved.change, error))
		return false;
	*ret = saved;
	return true;
}
