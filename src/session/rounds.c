/* rounds.c - reporting rounds: who has reported, and opening and closing them. */
#include "session/rounds.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/date.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "session/edit.h"

/* A month's round, an open one before a closed one; NULL when it has none. */
static const struct stored_round *
round_at(const GArray *rounds, int cutoff)
{
	const struct stored_round *found = NULL;

	for (guint i = 0; i < rounds->len; i++) {
		const struct stored_round *r =
		    &g_array_index(rounds, struct stored_round, i);

		if (r->cutoff == cutoff && (!found || found->closed || !r->closed))
			found = r;
	}
	return found;
}

/* The last open round of the first month after `cutoff` that has one; NULL for none. */
static const struct stored_round *
open_after(const GArray *rounds, int cutoff)
{
	const struct stored_round *found = NULL;

	for (guint i = 0; i < rounds->len && !found; i++) { /* by cut-off */
		int at = g_array_index(rounds, struct stored_round, i).cutoff;
		const struct stored_round *r = round_at(rounds, at);

		if (at > cutoff && !r->closed)
			found = r;
	}
	return found;
}

bool
round_of_month(struct session *s, int cutoff, bool open, char **ret, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;
	const struct stored_round *own = NULL;

	if (!store_read_round_states(
	        s->store, s->programme.id, STORE_NOW, pool, &rounds, error))
		return false;
	own = round_at(rounds, cutoff);
	if (own && own->closed && open) {
		own = open_after(rounds, cutoff);
		/* without one, the first month that has no round */
		while (!own && round_at(rounds, cutoff))
			cutoff = month_add(cutoff, 1);
	}
	*ret = own ? g_strdup(own->label) : month_text(cutoff);
	return true;
}

bool
session_round(struct session *s, int cutoff, char **ret, GError **error)
{
	return round_of_month(s, cutoff, true, ret, error);
}

/* ---- who has reported ---------------------------------------------------------------
 */

static bool
has_reported(const struct followup *followup, int64_t action, int64_t round)
{
	guint n, first = followup_reports(followup, action, &n);

	for (guint i = first; i < first + n; i++)
		if (g_array_index(followup->reports, struct report, i).round == round)
			return true;
	return false;
}

static void
count_reported(struct rounds *rounds)
{
	const GArray *all = rounds->followup->rounds;

	for (guint i = 0; i < rounds->plan->actions->len; i++)
		rounds->counted +=
		    g_array_index(rounds->plan->actions, struct action, i).counts;
	for (guint r = 0; r < all->len; r++) {
		struct round_row row = { g_array_index(all, struct round, r), 0, 0 };

		for (guint i = 0; i < rounds->plan->actions->len; i++) {
			const struct action *action =
			    &g_array_index(rounds->plan->actions, struct action, i);
			bool told = action->counts && has_reported(rounds->followup,
			                                  action->id, row.round.id);

			row.reported += told;
			row.awaited += told || (action->counts &&
			                           round_awaits(&row.round, action->id));
		}
		g_array_append_val(rounds->rows, row);
	}
}

bool
session_rounds(struct session *s, struct rounds **ret, GError **error)
{
	const struct plan *plan = NULL;
	struct followup *followup = NULL;
	struct rounds *rounds;
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	ok = session_plan(s, &plan, error) &&
	     session_followup_at(s, STORE_NOW, &followup, error);
	session_end_read(s);
	if (!ok)
		return false;
	rounds = g_new0(struct rounds, 1);
	rounds->rows = g_array_new(FALSE, FALSE, sizeof(struct round_row));
	rounds->followup = followup;
	rounds->plan = plan;
	count_reported(rounds);
	*ret = rounds;
	return true;
}

void
rounds_free(struct rounds *rounds)
{
	if (!rounds)
		return;
	g_array_unref(rounds->rows);
	followup_free(rounds->followup);
	g_free(rounds);
}

const struct round_row *
rounds_find(const struct rounds *rounds, const char *label)
{
	for (guint i = 0; i < rounds->rows->len; i++) {
		const struct round_row *row =
		    &g_array_index(rounds->rows, struct round_row, i);

		if (strcmp(row->round.label, label) == 0)
			return row;
	}
	return NULL;
}

GPtrArray *
rounds_missing(const struct rounds *rounds, int64_t round)
{
	GPtrArray *missing = g_ptr_array_new();
	g_autoptr(GArray) order = plan_order(rounds->plan);
	const struct round *of = NULL;

	for (guint i = 0; i < rounds->rows->len; i++)
		if (g_array_index(rounds->rows, struct round_row, i).round.id == round)
			of = &g_array_index(rounds->rows, struct round_row, i).round;
	for (guint i = 0; i < order->len; i++) {
		struct action *action = &g_array_index(
		    rounds->plan->actions, struct action, g_array_index(order, guint, i));

		if (action->counts && (!of || round_awaits(of, action->id)) &&
		    !has_reported(rounds->followup, action->id, round))
			g_ptr_array_add(missing, action);
	}
	return missing;
}

/* ---- opening and closing ------------------------------------------------------------
 */

/* A day as ÅÅÅÅ-MM-DD; "" is none. */
static bool
read_day(const char *text, char **ret, GError **error)
{
	g_autofree char *shown = text_display(text);
	struct date date = { 0 };

	if (!date_parse(text, &date, NULL) ||
	    (date.precision != DATE_NONE && date.precision != DATE_DAY)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "\"%s\" är ingen dag. Skriv senaste dag som ÅÅÅÅ-MM-DD, till exempel "
		    "2021-05-14.",
		    shown);
		return false;
	}
	*ret = date_text(date);
	return true;
}

/* The state in force; open and without a due date when none has been set. */
static bool
read_state(struct session *s, int64_t round, GStringChunk *pool, struct stored_round *ret,
    GError **error)
{
	g_autoptr(GArray) all = NULL;

	if (!store_read_round_states(
	        s->store, s->programme.id, STORE_NOW, pool, &all, error))
		return false;
	*ret = (struct stored_round){ .id = round, .due = "" };
	for (guint i = 0; i < all->len; i++)
		if (g_array_index(all, struct stored_round, i).id == round)
			*ret = g_array_index(all, struct stored_round, i);
	return true;
}

/* A round is closed when its month is over, and reported in after it has begun. */
static bool
check_days(struct session *s, const char *label, int cutoff, bool closed, const char *due,
    GError **error)
{
	g_autofree char *now = instant_text(session_now_ms(s), session_zone(s));
	g_autofree char *month = month_text(cutoff);

	/* "2021-05-14 …" against "2021-05": months are compared as text */
	if (closed && strncmp(now, month, strlen(month)) <= 0) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Omgången %s avser t.o.m. %s och kan inte stängas förrän månaden är "
		    "slut.",
		    label, month);
		return false;
	}
	if (*due && strncmp(due, month, strlen(month)) < 0) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Senaste dag %s är före %s, som omgången %s avser. Skriv en dag i "
		    "eller efter den månaden.",
		    due, month, label);
		return false;
	}
	return true;
}

/* Within a transaction. */
static bool
set_state(struct names *names, const struct round_edit *edit, const char *label,
    int cutoff, const char *due, bool *ret_known, bool *ret_written, GError **error)
{
	struct session *s = names->session;
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	struct stored_round have;
	int64_t round;
	bool closed;

	*ret_known = g_hash_table_contains(names->rounds, label);
	if (!names_round(names, label, cutoff, &round, error) ||
	    !read_state(s, round, pool, &have, error))
		return false;
	closed = edit->closed < 0 ? have.closed : edit->closed != 0;
	if (!due)
		due = have.due;
	/* a new round is given a state, so that the log tells of it */
	*ret_written = !*ret_known || closed != have.closed || strcmp(due, have.due) != 0;
	if (!*ret_written)
		return true;
	return check_days(s, label, cutoff, closed && !have.closed, due, error) &&
	       store_add_round_state(s->store, round, due, closed, error);
}

bool
session_set_round(
    struct session *s, const struct round_edit *edit, struct saved *ret, GError **error)
{
	g_autofree char *label = NULL;
	g_autofree char *due = NULL;
	struct names names = { 0 };
	struct saved saved = { 0 };
	const struct plan *plan;
	int cutoff;
	bool ok, written = false;

	if (!round_parse(edit->name, &label, &cutoff, error) ||
	    (edit->due && !read_day(edit->due, &due, error))) {
		session_sentence("omgång", error);
		return false;
	}
	if (!session_begin_on(s, STORE_BASE, &plan, error))
		return false;
	ok = names_init(&names, s, plan, error) &&
	     set_state(&names, edit, label, cutoff, due, &saved.known, &written, error);
	names_clear(&names);
	if (!session_end(s, ok, written, "omgång", label, &saved.change, error))
		return false;
	*ret = saved;
	return true;
}
