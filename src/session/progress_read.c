/* progress_read.c - the report grid read: realised so far this year, and the round. */
#include <string.h>

#include "base/error.h"
#include "calendar/instant.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "session/footing.h"
#include "session/post.h"
#include "session/progress.h"
#include "session/rounds.h"

void
progress_free(struct progress *p)
{
	if (!p)
		return;
	g_free(p->round);
	rollup_free(p->sums);
	followup_free(p->followup);
	g_array_unref(p->rows);
	g_array_unref(p->lines);
	g_free(p);
}

static struct progress_row *
row_at(const struct progress *p, guint index)
{
	return &g_array_index(p->rows, struct progress_row, index);
}

struct amount
progress_now(const struct progress *p, const struct progress_row *row)
{
	return row->months[month_of_year(p->month) - 1];
}

struct amount
progress_before(const struct progress *p, const struct progress_row *row)
{
	int month = month_of_year(p->month);

	return month > 1 ? row->months[month - 2] : AMOUNT_NONE;
}

/* ---- lines ------------------------------------------------------------------------ */

const struct progress_line *
progress_pick(const struct plan *plan, const struct action *action,
    const struct progress_line *lines, guint n, bool *ret_ask)
{
	const struct progress_line *posted = NULL, *found = NULL;
	struct account *account;
	struct line place;
	guint n_posted = 0;

	*ret_ask = false;
	if (n <= 1)
		return n ? lines : NULL;
	account = account_new(plan, action);
	for (guint i = 0; i < n; i++) {
		g_array_append_val(account->lines, lines[i].line);
		if (!lines[i].year.known)
			continue;
		posted = &lines[i];
		n_posted++;
	}
	/* without a name it never fails */
	if (n_posted == 0 && account_place(account, plan, NULL, -1, &place, NULL))
		for (guint i = 0; i < n; i++)
			if (place.id && lines[i].line.id == place.id)
				found = &lines[i];
	account_free(account);
	if (n_posted == 1)
		found = posted;
	*ret_ask = found == NULL;
	return found;
}

static gint
by_action(gconstpointer a, gconstpointer b)
{
	const struct progress_line *x = a, *y = b;

	if (x->line.action != y->line.action)
		return x->line.action < y->line.action ? -1 : 1;
	return x->line.id < y->line.id ? -1 : x->line.id > y->line.id;
}

/* The lines, by action, and where each row's begin. */
static void
take_lines(struct progress *p)
{
	g_autoptr(GHashTable) rows = g_hash_table_new(g_int64_hash, g_int64_equal);

	for (guint i = 0; i < p->plan->lines->len; i++) {
		struct progress_line line = { .line = g_array_index(
			                          p->plan->lines, struct line, i) };

		g_array_append_val(p->lines, line);
	}
	g_array_sort(p->lines, by_action);
	for (guint i = 0; i < p->rows->len; i++)
		g_hash_table_insert(
		    rows, (gpointer)(uintptr_t)&row_at(p, i)->action->id, row_at(p, i));
	for (guint i = 0; i < p->lines->len; i++) {
		struct progress_row *row = g_hash_table_lookup(
		    rows, &g_array_index(p->lines, struct progress_line, i).line.action);

		if (row && row->n_lines++ == 0)
			row->first_line = i;
	}
}

/* Sums of one line's cell, and of its row's months. */
static void
add_cell(const struct progress *p, struct progress_row *row, const struct cube_cell *cell)
{
	struct amount ore = amount_of(cell->ore);

	if (!cube_cell_stands(cell))
		return;
	amount_total(&row->months[month_of_year(cell->month) - 1], ore);
	row->posted |= cell->month == p->month;
	for (guint i = row->first_line; i < row->first_line + row->n_lines; i++) {
		struct progress_line *line =
		    &g_array_index(p->lines, struct progress_line, i);

		if (line->line.id != cell->line || cell->month > p->month)
			continue;
		amount_total(&line->year, ore);
		if (cell->month == p->month)
			amount_total(&line->month, ore);
	}
}

static bool
take_realised(struct session *s, struct progress *p, GError **error)
{
	g_autoptr(GHashTable) rows = g_hash_table_new(g_int64_hash, g_int64_equal);
	g_autoptr(GArray) cube = NULL;
	int year = month_year(p->month);

	if (!store_read_cube(s->store, INT64_MAX, 0, month_make(year, 1),
	        month_make(year, 12), &cube, error))
		return false;
	for (guint i = 0; i < p->rows->len; i++)
		g_hash_table_insert(
		    rows, (gpointer)(uintptr_t)&row_at(p, i)->action->id, row_at(p, i));
	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *cell = &g_array_index(cube, struct cube_cell, i);
		const struct line *line = plan_line(p->plan, cell->line);
		struct progress_row *row =
		    line ? g_hash_table_lookup(rows, &line->action) : NULL;

		if (row)
			add_cell(p, row, cell);
	}
	for (guint i = 0; i < p->rows->len; i++) {
		struct progress_row *row = row_at(p, i);
		const struct progress_line *lines =
		    row->n_lines
		        ? &g_array_index(p->lines, struct progress_line, row->first_line)
		        : NULL;

		for (int m = 1; m < 12; m++)
			amount_total(&row->months[m], row->months[m - 1]);
		progress_pick(p->plan, row->action, lines, row->n_lines, &row->ask_line);
	}
	return true;
}

/* ---- the round --------------------------------------------------------------------- */

static const struct round *
find_round(const struct progress *p)
{
	for (guint i = 0; i < p->followup->rounds->len; i++) {
		const struct round *r =
		    &g_array_index(p->followup->rounds, struct round, i);

		if (strcmp(r->label, p->round) == 0)
			return r;
	}
	return NULL;
}

/* Reports of an action are in order of cut-off and label, as rounds are. */
static void
take_reports(const struct progress *p, struct progress_row *row)
{
	guint n, first = followup_reports(p->followup, row->action->id, &n);

	for (guint i = first; i < first + n; i++) {
		const struct report *r =
		    &g_array_index(p->followup->reports, struct report, i);

		if (p->round_id && r->round == p->round_id)
			row->report = r;
		else if (r->cutoff < p->month ||
		         (r->cutoff == p->month && strcmp(r->label, p->round) < 0))
			row->before = r;
	}
}

static void
take_forecasts(const struct progress *p, struct progress_row *row)
{
	int year = month_year(p->month);
	guint n, first = followup_forecasts(p->followup, row->action->id, &n);

	row->standing = followup_forecast(
	    p->followup, row->action->id, year, month_add(p->month, -1));
	for (guint i = first; i < first + n; i++) {
		const struct forecast *f =
		    &g_array_index(p->followup->forecasts, struct forecast, i);

		if (p->round_id && f->round == p->round_id && f->year == year)
			row->said = amount_of(f->ore);
	}
	row->forecast = row->said;
	/* nothing new leaves the one before standing */
	if (!row->forecast.known && row->report && row->report->nothing_new)
		row->forecast = row->standing;
}

static void
take_rows(struct progress *p)
{
	int column = month_year(p->month) - p->sums->query.first_year;
	const struct round *round = find_round(p);

	p->round_id = round ? round->id : 0;
	p->closed = round && round->closed;
	for (guint i = 0; i < p->plan->actions->len; i++) {
		struct progress_row row = { .action = &g_array_index(
			                        p->plan->actions, struct action, i) };
		/* with SELECT_ALL every action has its row, in the plan's order */
		const struct figure *cells =
		    g_array_index(p->sums->rows, struct rollup_row, i).cells;

		if (column >= 0 && column < p->sums->n_years) {
			row.target = cells[column].target;
			row.plan = cells[column].plan;
		}
		take_reports(p, &row);
		row.awaited = row.report || !round || round_awaits(round, row.action->id);
		take_forecasts(p, &row);
		g_array_append_val(p->rows, row);
	}
}

/* ---- all of it --------------------------------------------------------------------- */

static int
month_now(struct session *s)
{
	g_autofree char *now = instant_text(session_now_ms(s), session_zone(s));
	g_autofree char *text = g_strndup(now, 7); /* of "2021-05-14 …" */
	int month = 0;

	month_parse_strict(text, &month, NULL);
	return month;
}

/* The month asked for and its round, open or closed; without one, those to report in. */
static bool
choose_round(struct session *s, struct progress *p, int month, GError **error)
{
	const struct view view = { .cutoff = month, .within_plan = true };
	g_autofree char *same = NULL;
	int cutoff;

	if (!session_cutoff(s, &view, &cutoff, error))
		return false;
	/* a saving that was posted ahead does not make its month the one to report in */
	if (!month)
		cutoff = MIN(cutoff, month_now(s));
	return round_of_month(s, cutoff, month == 0, &p->round, error) &&
	       round_parse(p->round, &same, &p->month, error);
}

static bool
fill(struct session *s, struct progress *p, int month, struct footing *b, GError **error)
{
	struct view view = { 0 };

	if (!choose_round(s, p, month, error))
		return false;
	p->ahead = p->month > month_now(s);
	view.cutoff = p->month;
	if (!footing_make(s, &view, GROUPING_BIT(GROUPING_ACTION),
	        STORE_ACTIONS | STORE_LINES, FOOTING_FORECAST, b, error) ||
	    !footing_build(b, GROUPING_ACTION, SELECT_ALL, &p->sums, error) ||
	    !session_followup_at(s, STORE_NOW, &p->followup, error))
		return false;
	p->plan = b->plan;
	take_rows(p);
	take_lines(p);
	return take_realised(s, p, error);
}

bool
session_progress(struct session *s, int month, struct progress **ret, GError **error)
{
	struct progress *p = g_new0(struct progress, 1);
	struct footing b = { 0 };
	bool ok = session_begin_read(s, error);

	p->rows = g_array_new(FALSE, FALSE, sizeof(struct progress_row));
	p->lines = g_array_new(FALSE, FALSE, sizeof(struct progress_line));
	if (ok) {
		ok = fill(s, p, month, &b, error);
		session_end_read(s);
	}
	footing_clear(&b);
	if (ok)
		*ret = p;
	else
		progress_free(p);
	return ok;
}
