/*
 * assignments_rows.c - which rows the assignments screen has, in which round.
 */
#include <string.h>

#include "base/rows.h"
#include "base/text.h"
#include "calendar/round.h"
#include "tui/assignments.h"
#include "tui/move.h"

static const struct assignment_row *
row_at(const struct assignments *a, int index)
{
	return &g_array_index(a->rows, struct assignment_row, index);
}

/* ---- rounds ------------------------------------------------------------------------ */

static const struct round *
round_at(const struct assignments *a, guint index)
{
	return &g_array_index(a->rounds->rows, struct round_row, index).round;
}

static int
round_index(const struct assignments *a)
{
	for (guint i = 0; i < a->rounds->rows->len; i++)
		if (g_strcmp0(round_at(a, i)->label, a->round) == 0)
			return (int)i;
	return -1;
}

/* The round to report in now, when it is after all there are. */
static bool
find_next(struct app *app, struct assignments *a, GError **error)
{
	guint n = a->rounds->rows->len;
	int cutoff, ends = 0;
	g_autofree char *label = NULL, *same = NULL;

	g_clear_pointer(&a->next, g_free);
	if (!app_cutoff(app, &cutoff, error) ||
	    !session_round(app->session, cutoff, &label, error) ||
	    !round_parse(label, &same, &ends, error))
		return false;
	if (n == 0 || ends > round_at(a, n - 1)->cutoff)
		a->next = g_steal_pointer(&label);
	return true;
}

/* The latest that has been reported in, closed or not: there is something to see. */
static void
choose_round(struct assignments *a)
{
	guint n = a->rounds->rows->len;

	if (a->round != NULL &&
	    (round_index(a) >= 0 || g_strcmp0(a->round, a->next) == 0))
		return;
	g_free(a->round);
	a->round = g_strdup(n > 0 ? round_at(a, n - 1)->label : a->next);
}

bool
assignments_turn(struct assignments *a, int by)
{
	int n = (int)a->rounds->rows->len, at = round_index(a);

	at = (at < 0 ? n : at) + by;
	if (at < 0 || at > n || (at == n && a->next == NULL))
		return false;
	g_free(a->round);
	a->round = g_strdup(at == n ? a->next : round_at(a, (guint)at)->label);
	return true;
}

/* ---- rows -------------------------------------------------------------------------- */

/* The heading of its source: avsnitt, else the goal it serves. */
static const char *
heading_of(const struct plan *plan, const struct action *action)
{
	if (action->area[0] != '\0')
		return action->area;
	for (guint i = rows_from(plan->links, sizeof(struct link), action->id);
	     i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);
		const struct goal *goal = plan_goal(plan, link->code);

		if (link->action != action->id)
			break;
		if (link->relation == RELATION_GOAL && goal != NULL)
			return goal->name;
	}
	return "Utan avsnitt";
}

/* Reports of an action are in order of cut-off and label, as rounds are. */
static void
find_reports(const struct assignments *a, struct assignment_row *row)
{
	const struct followup *followup = a->rounds->followup;
	guint n, first = followup_reports(followup, row->action->id, &n);
	int at = round_index(a);
	const struct round *round = at >= 0 ? round_at(a, (guint)at) : NULL;

	for (guint i = first; i < first + n; i++) {
		const struct report *r =
		    &g_array_index(followup->reports, struct report, i);

		if (round != NULL && r->round == round->id)
			row->report = r;
		else if (round == NULL || r->cutoff < round->cutoff ||
		         (r->cutoff == round->cutoff &&
		             strcmp(r->label, round->label) < 0))
			row->before = r;
	}
	row->awaited =
	    row->report != NULL || round == NULL || round_awaits(round, row->action->id);
}

static void
add_heading(struct assignments *a, const char *heading)
{
	struct assignment_row row = { .heading = heading };

	for (guint i = 0; i < a->rows->len; i++)
		if (row_at(a, (int)i)->heading != NULL &&
		    strcmp(row_at(a, (int)i)->heading, heading) == 0)
			return;
	g_array_append_val(a->rows, row);
}

/* Headings in the order they come, each with its own under it. */
static void
fill_rows(struct assignments *a)
{
	const GArray *all = a->plan->assignments;
	g_autoptr(GArray) headings = NULL;

	g_array_set_size(a->rows, 0);
	for (guint i = 0; i < all->len; i++) {
		const struct action *action = plan_action_by_id(
		    a->plan, g_array_index(all, struct assignment, i).action);

		if (action != NULL)
			add_heading(a, heading_of(a->plan, action));
	}
	headings = g_steal_pointer(&a->rows);
	a->rows = g_array_new(FALSE, FALSE, sizeof(struct assignment_row));
	for (guint h = 0; h < headings->len; h++) {
		const struct assignment_row *heading =
		    &g_array_index(headings, struct assignment_row, h);

		g_array_append_vals(a->rows, heading, 1);
		for (guint i = 0; i < all->len; i++) {
			struct assignment_row row = { .assignment = &g_array_index(
				                          all, struct assignment, i) };

			row.action = plan_action_by_id(a->plan, row.assignment->action);
			if (row.action == NULL || strcmp(heading_of(a->plan, row.action),
			                              heading->heading) != 0)
				continue;
			find_reports(a, &row);
			a->n++;
			a->awaited += row.awaited;
			a->reported += row.report != NULL;
			a->code_width = MAX(a->code_width, text_width(row.action->code));
			g_array_append_val(a->rows, row);
		}
	}
}

static void
fill(struct assignments *a)
{
	int at = round_index(a);

	a->round_id = at >= 0 ? round_at(a, (guint)at)->id : 0;
	a->closed = at >= 0 && round_at(a, (guint)at)->closed;
	a->n = a->awaited = a->reported = 0;
	a->code_width = 2;
	fill_rows(a);
	for (guint i = 0; a->selected != NULL && i < a->rows->len; i++) {
		const struct action *action = row_at(a, (int)i)->action;

		if (action != NULL && strcmp(action->code, a->selected) == 0)
			a->at = (int)i;
	}
	assignments_move(a, a->at);
}

bool
assignments_read(struct app *app, struct assignments *a, GError **error)
{
	assignments_drop(a);
	if (!session_whole(app->session, NULL, &a->plan, error) ||
	    !session_rounds(app->session, &a->rounds, error) ||
	    !find_next(app, a, error)) {
		assignments_drop(a);
		return false;
	}
	if (a->programme != session_programme(app->session)->id) {
		a->programme = session_programme(app->session)->id;
		g_clear_pointer(&a->round, g_free);
		g_clear_pointer(&a->selected, g_free);
		a->at = a->top = 0;
	}
	choose_round(a);
	fill(a);
	return true;
}

void
assignments_drop(struct assignments *a)
{
	a->plan = NULL;
	g_clear_pointer(&a->rounds, rounds_free);
	g_array_set_size(a->rows, 0);
}

const struct assignment_row *
assignments_selected(const struct assignments *a)
{
	if (a->at < 0 || a->at >= (int)a->rows->len || row_at(a, a->at)->action == NULL)
		return NULL;
	return row_at(a, a->at);
}

static bool
is_assignment(const void *a, int at)
{
	return row_at(a, at)->action != NULL;
}

void
assignments_move(struct assignments *a, int at)
{
	a->at = MAX(move_land(a->at, at, (int)a->rows->len, is_assignment, a), 0);
	g_free(a->selected);
	a->selected = assignments_selected(a) != NULL
	                  ? g_strdup(row_at(a, a->at)->action->code)
	                  : NULL;
}
