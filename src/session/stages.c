/* stages.c - may an action be in the stage that it is being given? */
#include "session/stages.h"

/* ---- realised -------------------------------------------------------------------------
 */

struct posted {
	struct amount sum;
	int64_t reports;
};

struct stages_realised {
	GHashTable *by_action; /* id -> struct posted */
};

static void
add(struct stages_realised *all, int64_t action, int64_t ore, int64_t reports)
{
	struct posted *r = g_hash_table_lookup(all->by_action, &action);

	if (!r) {
		r = g_new0(struct posted, 1);
		g_hash_table_insert(
		    all->by_action, g_memdup2(&action, sizeof(action)), r);
	}
	amount_total(&r->sum, amount_of(ore));
	r->reports += reports;
}

static bool
add_kept(struct session *s, const struct plan *plan, struct stages_realised *all,
    GError **error)
{
	g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(struct balance));

	if (!store_read_balances(
	        s->store, plan->programme.id, GROUPING_ACTION, kept, error))
		return false;
	for (guint i = 0; i < kept->len; i++) {
		const struct balance *b = &g_array_index(kept, struct balance, i);

		add(all, b->key, b->realised_ore, b->reports);
	}
	return true;
}

static bool
take_unverified(struct session *s, const struct plan *plan, struct stages_realised *all,
    GError **error)
{
	g_autoptr(GArray) cube = NULL;

	if (!store_read_unverified(s->store, plan->programme.id, STORE_NOW, INT64_MAX, 0,
	        999999, &cube, error))
		return false;
	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);
		const struct line *line = plan_line(plan, c->line);

		if (line)
			add(all, line->action, -c->ore, -c->reports);
	}
	return true;
}

bool
stages_realised_read(struct session *s, const struct plan *plan,
    const struct settings *settings, struct stages_realised **ret, GError **error)
{
	struct stages_realised *all = g_new0(struct stages_realised, 1);

	all->by_action =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	if (!add_kept(s, plan, all, error) ||
	    (settings->number[SETTING_VERIFY] && !take_unverified(s, plan, all, error))) {
		stages_realised_free(all);
		return false;
	}
	*ret = all;
	return true;
}

struct amount
stages_realised_of(const struct stages_realised *realised, int64_t action)
{
	const struct posted *r = g_hash_table_lookup(realised->by_action, &action);

	return r && r->reports > 0 ? r->sum : AMOUNT_NONE;
}

void
stages_realised_free(struct stages_realised *realised)
{
	if (!realised)
		return;
	g_hash_table_unref(realised->by_action);
	g_free(realised);
}

/* ---- a step ---------------------------------------------------------------------------
 */

static bool
check_step(struct session *s, const struct plan *plan, const struct action *action,
    int from, GError **error)
{
	struct stages_realised *realised = NULL;
	struct settings settings;
	struct stage_case c = { .action = action, .settings = &settings };
	struct stage_grounds *grounds;
	bool ok;

	if (!session_settings_at(s, STORE_NOW, &settings, error) ||
	    (action->stage == STAGE_MAX &&
	        !stages_realised_read(s, plan, &settings, &realised, error)))
		return false;
	if (realised)
		c.realised = stages_realised_of(realised, action->id);
	c.grounds = grounds = stage_grounds_new(plan);
	ok = stage_allows(&c, from, action->stage, error);
	stage_grounds_free(grounds);
	stages_realised_free(realised);
	return ok;
}

bool
stages_check(struct session *s, const char *code, int from, GError **error)
{
	struct plan *plan;
	bool ok;

	/* read anew: targets that the same edit gave count too */
	if (!store_read_plan(s->store, &s->programme, STORE_NOW,
	        STORE_ACTIONS | STORE_TARGETS | STORE_STEPS, &plan, error))
		return false;
	ok = check_step(s, plan, plan_action(plan, code), from, error);
	plan_free(plan);
	return ok;
}
