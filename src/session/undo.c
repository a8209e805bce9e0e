/* undo.c - one change taken back by new facts. */
#include "base/error.h"
#include "session/edit.h"

/* The register's status is the latest report's: taking back a version or a report may
 * have parted them. */
static bool
follow_reports(struct session *s, int64_t change, GError **error)
{
	struct names names = { 0 };
	g_autoptr(GArray) actions = NULL;
	struct plan *plan;
	bool ok;

	session_set_aside(s);
	if (!store_actions_of_change(s->store, change, &actions, error) ||
	    !session_need_plan(s, STORE_ACTIONS, &plan, error) ||
	    !names_init(&names, s, plan, error))
		return false;
	ok = true;
	for (guint i = 0; ok && i < actions->len; i++) {
		const struct action *action =
		    plan_action_by_id(plan, g_array_index(actions, int64_t, i));
		struct stored_report latest;
		bool found;
		int version;

		if (!action)
			continue;
		ok = edit_latest_status(s, action->id, &latest, &found, error);
		if (ok && found && latest.status != action->status)
			ok = edit_status(&names, action, latest.status, &version, error);
	}
	names_clear(&names);
	return ok;
}

static bool
take_none(void *user, const struct fact *fact, GError **error)
{
	(void)user;
	(void)fact;
	(void)error;
	return true;
}

/* Only what was done in this programme is taken back here. */
static bool
check_own(struct session *s, int64_t change, GError **error)
{
	struct change found = { 0 };
	int64_t told;

	if (!store_change(s->store, change, &found, error))
		return false;
	change_clear(&found);
	if (!store_facts(
	        s->store, s->programme.id, change, 0, 1, take_none, NULL, &told, error))
		return false;
	if (told)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Ändring %d har inget i det här programmet som går att ångra.", (int)change);
	return false;
}

/* An attest that comes back must not be of what the same person posted. */
static bool
check_attests(struct session *s, GError **error)
{
	bool own;

	if (!store_attested_own(s->store, s->who, &own, error))
		return false;
	if (!own)
		return true;
	g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Det skulle verifiera utfall som du själv har bokfört. Be någon annan "
	    "verifiera det.");
	return false;
}

bool
session_undo(struct session *s, int64_t change, struct saved *ret, GError **error)
{
	struct plan *plan;
	struct saved saved = { 0 };
	g_autofree char *note = g_strdup_printf("ändring %d", (int)change);
	bool ok;

	if (!session_begin(s, STORE_BASE, &plan, error))
		return false;
	ok = check_own(s, change, error) && store_undo(s->store, change, error) &&
	     check_attests(s, error) && follow_reports(s, change, error);
	if (!ok) {
		session_cancel(s);
		return false;
	}
	if (!session_commit(s, "ångra", note, change, &saved.change, error))
		return false;
	if (!saved.change) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Ändring %d har inget som går att ångra.", (int)change);
		return false;
	}
	*ret = saved;
	return true;
}
