/* rounds_over.c - the rounds of a programme, and which actions were there for each. */
#include "session/rounds.h"

/* A change that reported in a round. */
struct telling {
	int64_t round, change;
	int cutoff;
};

/* The change that closed it and left it closed; 0 when it is open. */
static int64_t
closed_by(const GArray *steps, int64_t round)
{
	int64_t by = 0;

	for (guint i = 0; i < steps->len; i++) {
		const struct round_step *step =
		    &g_array_index(steps, struct round_step, i);

		if (step->round == round)
			by = !step->closed ? 0 : by ? by : step->change;
	}
	return by;
}

static guint
key_hash(gconstpointer key)
{
	const struct stored_report *r = key;

	return (guint)(r->action * 31 + r->round);
}

static gboolean
key_equal(gconstpointer a, gconstpointer b)
{
	const struct stored_report *x = a, *y = b;

	return x->action == y->action && x->round == y->round;
}

/* Who has told of each round, but for what was taken back, which was never said. */
static GArray *
tellings(const GArray *reports)
{
	GArray *told = g_array_new(FALSE, FALSE, sizeof(struct telling));
	g_autoptr(GHashTable) gone = g_hash_table_new(key_hash, key_equal);
	struct telling last = { 0 };

	for (guint i = 0; i < reports->len; i++) {
		struct stored_report *r =
		    &g_array_index(reports, struct stored_report, i);

		if (r->removed)
			g_hash_table_add(gone, r);
		else if (g_hash_table_size(gone) > 0)
			g_hash_table_remove(gone, r);
	}
	for (guint i = 0; i < reports->len; i++) {
		struct stored_report *r =
		    &g_array_index(reports, struct stored_report, i);
		const struct telling telling = { r->round, r->change, r->cutoff };

		if (r->removed ||
		    (telling.round == last.round && telling.change == last.change) ||
		    (g_hash_table_size(gone) > 0 && g_hash_table_contains(gone, r)))
			continue;
		g_array_append_val(told, telling);
		last = telling;
	}
	return told;
}

/* The first change that reported in a later month after somebody had in this round; 0
 * when none has.  One change that did both counts: a file of many rounds. */
static int64_t
passed_by(const GArray *told, const struct round *round)
{
	int64_t first = INT64_MAX, by = INT64_MAX;

	for (guint i = 0; i < told->len; i++) {
		const struct telling *t = &g_array_index(told, struct telling, i);

		if (t->round == round->id)
			first = MIN(first, t->change);
	}
	for (guint i = 0; i < told->len; i++) {
		const struct telling *t = &g_array_index(told, struct telling, i);

		if (t->cutoff > round->cutoff && t->change >= first)
			by = MIN(by, t->change);
	}
	return by == INT64_MAX ? 0 : by;
}

/* Reports are only asked for where a later round may have passed an open one. */
static bool
read_told(struct session *s, const struct rounds_asked *asked, GStringChunk *pool,
    GArray **ret, GError **error)
{
	g_autoptr(GArray) own = NULL;

	if (*ret)
		return true;
	if (!asked->reports && !store_read_reports(s->store, asked->programme, 0,
	                           asked->change, pool, &own, error))
		return false;
	*ret = tellings(asked->reports ? asked->reports : own);
	return true;
}

static bool
judge(struct session *s, const struct rounds_asked *asked, int last_cutoff,
    const GArray *steps, GArray **told, GStringChunk *pool, struct round *round,
    GError **error)
{
	int64_t over = closed_by(steps, round->id);

	if (over == 0 && round->cutoff < last_cutoff) {
		if (!read_told(s, asked, pool, told, error))
			return false;
		over = passed_by(*told, round);
	}
	if (over == 0)
		return true;
	if (!store_last_action(
	        s->store, asked->programme, over, &round->last_action, error))
		return false;
	if (round->last_action == 0)
		round->last_action = -1;
	return true;
}

bool
rounds_read(struct session *s, const struct rounds_asked *asked, GStringChunk *pool,
    GArray **ret, GError **error)
{
	g_autoptr(GArray) rounds = g_array_new(FALSE, TRUE, sizeof(struct round));
	g_autoptr(GArray) states = NULL;
	g_autoptr(GArray) steps = NULL;
	g_autoptr(GArray) told = NULL;
	int last = 0;

	if (!store_read_round_states(
	        s->store, asked->programme, asked->change, pool, &states, error) ||
	    (states->len > 0 && !store_read_round_steps(s->store, asked->programme,
	                            asked->change, &steps, error)))
		return false;
	if (states->len > 0) /* they are by cut-off */
		last = g_array_index(states, struct stored_round, states->len - 1).cutoff;
	for (guint i = 0; i < states->len; i++) {
		const struct stored_round *r =
		    &g_array_index(states, struct stored_round, i);
		struct round round = { r->id, r->label, r->cutoff, r->due, r->closed, 0 };

		if ((asked->cutoff == 0 || asked->cutoff == r->cutoff) &&
		    !judge(s, asked, last, steps, &told, pool, &round, error))
			return false;
		g_array_append_val(rounds, round);
	}
	*ret = g_steal_pointer(&rounds);
	return true;
}
