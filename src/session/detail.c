/* detail.c - one action and everything about it. */
#include <stdlib.h>
#include <string.h>

#include "calendar/month.h"
#include "session/detail.h"
#include "session/post.h"
#include "session/reports.h"

static const char *
keep(struct detail *d, const char *text)
{
	return g_string_chunk_insert(d->text, text);
}

/* A copy whose texts live in the detail. */
static void
copy_action(struct detail *d, const struct action *a)
{
	d->action = *a;
	d->action.code = keep(d, a->code);
	d->action.name = keep(d, a->name);
	d->action.unit = keep(d, a->unit);
	d->action.area = keep(d, a->area);
	d->action.owner = keep(d, a->owner);
	d->action.plan_ready = keep(d, a->plan_ready);
	d->action.start = keep(d, a->start);
	d->action.finish = keep(d, a->finish);
	d->action.indicator = keep(d, a->indicator);
	d->action.description = keep(d, a->description);
}

struct reader {
	struct detail *detail;
	const struct plan *plan;
	const struct line *line;
	const GArray *unverified; /* of the line: struct unverified_saving, by saving */
	int cutoff;
	int reports; /* savings to the cut-off, those without attest not counted */
};

static int
by_saving(const void *id, const void *row)
{
	int64_t a = *(const int64_t *)id,
	        b = ((const struct unverified_saving *)row)->saving;

	return a < b ? -1 : a > b;
}

static bool
is_verified(const struct reader *r, int64_t saving)
{
	return r->unverified->len == 0 ||
	       bsearch(&saving, r->unverified->data, r->unverified->len,
	           sizeof(struct unverified_saving), by_saving) == NULL;
}

/* Rows without attest to the cut-off, those too whose saving was taken back. */
static void
add_unverified(struct reader *r)
{
	for (guint i = 0; i < r->unverified->len; i++) {
		const struct unverified_saving *u =
		    &g_array_index(r->unverified, struct unverified_saving, i);

		if (u->month > r->cutoff)
			continue;
		amount_add(&r->detail->unverified, amount_of(u->ore));
		r->reports -= u->reports;
	}
}

/* Figure 4: only verified rows count where the programme demands it. */
static void
count_verified(struct reader *r)
{
	struct detail *d = r->detail;

	if (!d->verify) {
		d->unverified = AMOUNT_NONE;
		return;
	}
	if (d->unverified.known)
		amount_add(&d->realised, amount_of(-d->unverified.ore));
	if (r->reports <= 0)
		d->realised = AMOUNT_NONE;
}

static bool
take_saving(void *user, const struct saving *saving, GError **error)
{
	struct reader *r = user;
	struct detail_saving own = { .saving = *saving,
		.unit = keep(r->detail, plan_unit_name(r->plan, r->line->unit)),
		.cost_kind = r->line->cost_kind,
		.verified = is_verified(r, saving->id) };
	g_autofree char *ref =
	    saving->own_ref
	        ? g_strdup(saving->ref)
	        : post_own_ref(r->plan, r->detail->action.code, r->line, saving->month);

	(void)error;
	own.saving.ref = keep(r->detail, ref);
	own.saving.document = keep(r->detail, saving->document);
	own.saving.comment = keep(r->detail, saving->comment);
	g_array_append_val(r->detail->savings, own);
	if (saving->month <= r->cutoff) {
		amount_add(&r->detail->realised, amount_of(saving->ore));
		r->reports++;
	}
	return true;
}

static gint
by_month(gconstpointer a, gconstpointer b)
{
	const struct detail_saving *x = a, *y = b;

	if (x->saving.month != y->saving.month)
		return x->saving.month - y->saving.month;
	return x->saving.id < y->saving.id ? -1 : x->saving.id > y->saving.id;
}

static gint
by_year(gconstpointer a, gconstpointer b)
{
	const struct detail_target *x = a, *y = b;

	return (x->year ? x->year : 9999) - (y->year ? y->year : 9999);
}

static bool
read_lines(struct session *s, struct reader *r, int64_t change, int64_t last_saving,
    GError **error)
{
	struct detail *d = r->detail;
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(struct target));

	if (!store_read_lines(s->store, d->action.id, change, lines, targets, error))
		return false;
	for (guint i = 0; i < lines->len; i++) {
		g_autoptr(GArray) unverified = NULL;

		r->line = &g_array_index(lines, struct line, i);
		for (guint k = 0; k < targets->len; k++) {
			const struct target *t =
			    &g_array_index(targets, struct target, k);
			struct detail_target own = { keep(d, plan_unit_name(
				                                 r->plan, r->line->unit)),
				r->line->cost_kind, t->year, t->ore };

			if (t->line != r->line->id)
				continue;
			g_array_append_val(d->targets, own);
			amount_add(&d->target, amount_of(t->ore));
		}
		if (!store_read_line_unverified(
		        s->store, r->line->id, change, last_saving, &unverified, error))
			return false;
		r->unverified = unverified;
		add_unverified(r);
		if (!store_read_savings(s->store, s->programme.id, r->line->id,
		        last_saving, take_saving, r, error))
			return false;
	}
	count_verified(r);
	g_array_sort(d->savings, by_month);
	g_array_sort(d->targets, by_year);
	return true;
}

static gint
latest_first(gconstpointer a, gconstpointer b)
{
	const struct detail_report *x = a, *y = b;

	if (x->cutoff != y->cutoff)
		return y->cutoff - x->cutoff;
	return strcmp(y->round, x->round);
}

/* The last report of each round. */
static bool
read_reports(struct session *s, struct detail *d, int64_t change, GError **error)
{
	g_autoptr(GArray) all = NULL;
	g_autoptr(GArray) steps = NULL;

	if (!store_read_reports(
	        s->store, s->programme.id, d->action.id, change, d->text, &all, error) ||
	    !store_read_round_steps(s->store, s->programme.id, change, &steps, error))
		return false;
	for (guint i = 0; i < all->len; i++) {
		const struct stored_report *r =
		    &g_array_index(all, struct stored_report, i);
		struct detail_report own = { .round = r->label,
			.cutoff = r->cutoff,
			.status = r->status,
			.light = r->light,
			.comment = r->comment,
			.result = r->result,
			.nothing_new = r->nothing_new,
			.late = report_is_late(steps, r) };
		struct change made = { 0 };
		bool later = r->removed;

		for (guint k = i + 1; k < all->len; k++)
			later |=
			    g_array_index(all, struct stored_report, k).round == r->round;
		if (later)
			continue;
		if (!store_change(s->store, r->change, &made, error) ||
		    !store_read_forecast(s->store, d->action.id, r->round,
		        month_year(r->cutoff), change, &own.forecast, error)) {
			change_clear(&made);
			return false;
		}
		own.at_ms = made.at_ms;
		own.who = keep(d, made.who);
		change_clear(&made);
		g_array_append_val(d->reports, own);
	}
	g_array_sort(d->reports, latest_first);
	return true;
}

static bool
read_detail(struct session *s, const char *code, const struct view *view,
    struct detail **ret, GError **error)
{
	struct reader reader = { 0 };
	const struct action *action;
	struct plan *plan;
	int64_t change, last;
	bool ok, verify;

	if (!session_view_change(s, view, &change, error) ||
	    !session_view_cutoff(s, view, change, &reader.cutoff, error) ||
	    !session_plan_at(s, change, STORE_ACTIONS, &plan, error) ||
	    !session_demands_attest(s, change, &verify, error) ||
	    !session_last_saving(s, change, &last, error))
		return false;
	action = plan_action(plan, code);
	if (!action) {
		session_no_action(plan, code, error);
		return false;
	}
	reader.plan = plan;
	reader.detail = detail_new();
	reader.detail->verify = verify;
	copy_action(reader.detail, action);
	ok =
	    read_lines(s, &reader, change, last, error) &&
	    read_reports(s, reader.detail, change, error) &&
	    detail_read_figures(s, view, reader.detail, error) &&
	    store_action_changed(s->store, action->id, change, &reader.detail->changed_ms,
	        reader.detail->text, &reader.detail->changed_by, error);
	if (ok)
		*ret = reader.detail;
	else
		detail_free(reader.detail);
	return ok;
}

bool
session_detail(struct session *s, const char *code, const struct view *view,
    struct detail **ret, GError **error)
{
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	ok = read_detail(s, code, view, ret, error);
	session_end_read(s);
	return ok;
}
