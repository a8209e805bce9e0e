/* link.c - what actions have to do with goals, indicators and decisions. */
#include <string.h>

#include "base/error.h"
#include "base/rows.h"
#include "base/text.h"
#include "session/link.h"

/* Is there an amount in force of the year? */
static bool
has_target(const struct plan *plan, int64_t action, int year)
{
	return plan_action_target(plan, action, year).known;
}

bool
link_check(const struct plan *plan, const struct action *action,
    const struct link_edit *edit, GError **error)
{
	static const struct {
		const char *what, *kind;
	} named[RELATION__N] = {
		[RELATION_GOAL] = { "Målet", "mal" },
		[RELATION_INDICATOR] = { "Måttet", "matt" },
		[RELATION_DECISION] = { "Beslutet", "beslut" },
		[RELATION_TARGET] = { "Beslutet", "beslut" },
	};
	g_autofree char *shown = text_display(edit->code);
	bool found = edit->relation == RELATION_GOAL ? plan_goal(plan, edit->code) != NULL
	             : edit->relation == RELATION_INDICATOR
	                 ? plan_indicator(plan, edit->code) != NULL
	                 : plan_decision(plan, edit->code) != NULL;

	if (!found) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "%s \"%s\" finns inte. \"sparplan export %s\" visar vad som finns.",
		    named[edit->relation].what, shown, named[edit->relation].kind);
		return false;
	}
	if (edit->relation != RELATION_TARGET || has_target(plan, action->id, edit->year))
		return true;
	if (edit->year)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Åtgärden %s har inget mål för %d som beslutet kan ha satt. Ange "
		    "målet först.",
		    action->code, edit->year);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Åtgärden %s har inget mål utan år som beslutet kan ha satt. Ange "
		    "året med --ar.",
		    action->code);
	return false;
}

bool
link_exists(const struct plan *plan, const struct link *link)
{
	for (guint i = rows_from(plan->links, sizeof(struct link), link->action);
	     i < plan->links->len; i++) {
		const struct link *l = &g_array_index(plan->links, struct link, i);

		if (l->action != link->action)
			return false;
		if (l->relation == link->relation && l->year == link->year &&
		    strcmp(l->code, link->code) == 0)
			return true;
	}
	return false;
}

static bool
apply(struct session *s, const struct plan *plan, const struct link_edit *edit,
    bool *ret_known, GError **error)
{
	const struct action *action = plan_action(plan, edit->action);
	struct link link = { 0, edit->relation, edit->code, edit->year };

	if (!action) {
		session_no_action(plan, edit->action, error);
		return false;
	}
	link.action = action->id;
	*ret_known = link_exists(plan, &link) != edit->remove;
	if (*ret_known)
		return true;
	return (edit->remove || link_check(plan, action, edit, error)) &&
	       store_add_link(s->store, &link, edit->remove, error);
}

bool
session_link(
    struct session *s, const struct link_edit *edit, struct saved *ret, GError **error)
{
	struct saved saved = { 0 };
	struct plan *plan;
	bool ok;
	g_autofree char *note = g_strdup_printf("%s %s %s", edit->action,
	    word_text(relation_words, (int)edit->relation), edit->code);

	if (!session_begin(s, STORE_ALL, &plan, error))
		return false;
	ok = apply(s, plan, edit, &saved.known, error);
	if (!session_end(s, ok, !saved.known, "koppling", note, &saved.change, error))
		return false;
	*ret = saved;
	return true;
}
