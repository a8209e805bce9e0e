/*
 * sample.h - a random programme in memory, laid out as a session would: the plan, what
 * was saved and forecast, balances of it, and every rollup of those.
 *
 * Amounts are of any sign and size that sums hold; dates, units and stages are of every
 * sort; what must be valid (overlaps) is.  The same seed makes the same programme.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "ledger/saving.h"
#include "rollup/adjust.h"
#include "rollup/outlook.h"
#include "t.h"

enum {
	FIRST_YEAR = 2019,
	LAST_YEAR = 2024,
	ACTIONS = 6,
	GROUPS = 4, /* units, areas: keys 0..GROUPS-1 */
	KEYS = 8    /* more than any key of any grouping */
};

#define SAMPLE_PICK(r, list)                                                             \
	((list)[g_rand_int_range((r), 0, (gint32)G_N_ELEMENTS(list))])

/* A programme, and every figure of it that is compared. */
struct sample {
	int cutoff;
	struct plan *plan; /* action and line ids are 1, 2, 3 ... */
	GArray *facets;    /* struct facet, one per line */
	GArray *savings;   /* struct cube_cell */
	struct followup *followup;
	struct settings settings;
	struct realised *realised; /* one per action */
	struct outlook *outlooks;  /* one per action */
	GArray *prospects;
	GArray *balances[3]; /* kept sums, what lies after the cut-off, what is ahead */
	struct rollup *by[GROUPING_MONTH][SELECTION__N];
};

/* ---- making one ---------------------------------------------------------------------
 */

static inline int64_t
random_ore(GRand *r)
{
	int64_t ore = (int64_t)g_rand_int(r) * g_rand_int_range(r, 0, 2000);

	return g_rand_int_range(r, 0, 6) == 0 ? -ore : ore;
}

static inline int
random_year(GRand *r)
{
	return g_rand_int_range(r, FIRST_YEAR, LAST_YEAR + 1);
}

static inline int
random_month(GRand *r)
{
	return random_year(r) * 100 + g_rand_int_range(r, 1, 13);
}

static inline void
add_targets(struct plan *plan, GRand *r, const struct line *line)
{
	for (int year = FIRST_YEAR - 1; year <= LAST_YEAR; year++) {
		struct target t = { line->id, year < FIRST_YEAR ? 0 : year,
			random_ore(r) };

		if (line->cost_kind == COST_INTRODUCTION)
			t.ore = t.ore > 0 ? -t.ore : t.ore;
		if (g_rand_int_range(r, 0, 3) == 0)
			g_array_append_val(plan->targets, t);
	}
}

static inline void
add_lines(struct sample *s, GRand *r, const struct action *a)
{
	struct facet facet = { .action = a->id,
		.unit = g_rand_int_range(r, 1, GROUPS),
		.area = g_rand_int_range(r, 0, GROUPS),
		.kind = a->kind,
		.counts = a->counts };

	for (int n = g_rand_int_range(r, 0, 4); n > 0; n--) {
		struct line line = { s->plan->lines->len + 1, a->id,
			g_rand_int_range(r, 0, GROUPS),
			(enum cost_kind)g_rand_int_range(r, 0, COST_KIND__N) };

		facet.recipient = line.unit;
		facet.cost_kind = line.cost_kind;
		g_array_append_val(s->plan->lines, line);
		g_array_append_val(s->facets, facet);
		add_targets(s->plan, r, &line);
	}
}

static inline void
add_actions(struct sample *s, GRand *r)
{
	static const char *const codes[ACTIONS] = { "A", "B", "C", "D", "E", "F" };
	static const char *const dates[] = { "", "", "", "2019-07", "2020-12", "Q4 2020",
		"2021", "T2 2021", "våren 2022", "2022-11-05", "hösten 2023" };
	int n = g_rand_int_range(r, 0, ACTIONS + 1);

	for (int i = 0; i < n; i++) {
		struct action a;

		action_init(&a, codes[i]);
		a.id = i + 1;
		a.kind = (enum kind)g_rand_int_range(r, 0, KIND__N);
		a.counts = g_rand_int_range(r, 0, 3) != 0;
		a.status = (enum status)g_rand_int_range(r, 0, STATUS__N);
		a.stage = g_rand_int_range(r, 0, STAGE_MAX + 1);
		a.start = SAMPLE_PICK(r, dates);
		a.finish = SAMPLE_PICK(r, dates);
		g_array_append_val(s->plan->actions, a);
		add_lines(s, r, &a);
	}
	plan_index(s->plan);
}

/* A saving, or one that was taken back in its month. */
static inline void
add_savings(struct sample *s, GRand *r)
{
	int n = s->plan->lines->len > 0 ? g_rand_int_range(r, 0, 20) : 0;

	for (int i = 0; i < n; i++) {
		struct cube_cell c = { g_rand_int_range(
			                   r, 1, (gint32)s->plan->lines->len + 1),
			random_month(r), random_ore(r), 1 };

		g_array_append_val(s->savings, c);
		if (g_rand_int_range(r, 0, 6) != 0)
			continue;
		c.ore = -c.ore;
		c.reports = -1;
		g_array_append_val(s->savings, c);
	}
}

static inline void
add_forecasts(struct sample *s, GRand *r)
{
	for (guint i = 0; i < s->plan->actions->len; i++) {
		struct forecast f = { i + 1, 1, random_month(r), s->cutoff / 100,
			random_ore(r) };

		if (g_rand_int_range(r, 0, 4) == 0)
			g_array_append_val(s->followup->forecasts, f);
	}
}

/* What an action may still yield in a year: not more than its target of the year, alone
 * and with what has no year, nor than is left of all its targets. */
static inline int64_t
may_yield(const struct sample *s, int64_t action, int year)
{
	int64_t own = plan_action_target(s->plan, action, year).ore;
	int64_t unphased = plan_action_target(s->plan, action, 0).ore;
	int64_t left = plan_action_target(s->plan, action, -1).ore -
	               overlap_of_action(s->plan, action, -1).ore;

	return MIN(MIN(own, own + unphased), left);
}

/* Valid ones: the last action never yields, each year comes once.  Some are only
 * suspected. */
static inline void
add_overlaps(struct sample *s, GRand *r)
{
	gint32 last = (gint32)s->plan->actions->len;
	int n = last > 1 ? g_rand_int_range(r, 0, 6) : 0;

	for (int year = FIRST_YEAR; year < FIRST_YEAR + n; year++) {
		struct overlap o = { .action = g_rand_int_range(r, 1, last),
			.other = last,
			.year = year,
			.reason = "" };
		int64_t most = may_yield(s, o.action, year);

		if (most > 0 && g_rand_int_range(r, 0, 5) != 0) {
			o.yields = o.action;
			o.amount = amount_of(most / g_rand_int_range(r, 1, 4));
		}
		g_array_append_val(s->plan->overlaps, o);
	}
}

static inline const struct facet *
facet_of_line(const struct sample *s, int64_t line)
{
	return &g_array_index(s->facets, struct facet, line - 1);
}

static inline GArray *
take_rows(struct balance_book *book, bool ok)
{
	GArray *rows = balance_book_rows(book);

	CU_ASSERT_TRUE_FATAL(ok);
	balance_book_free(book);
	return rows;
}

static inline void
make_kept(struct sample *s)
{
	struct balance_book *kept = balance_book_new(), *after = balance_book_new();
	bool ok = true;

	for (guint i = 0; i < s->plan->targets->len; i++) {
		const struct target *t =
		    &g_array_index(s->plan->targets, struct target, i);

		ok = balance_book_target(
		         kept, facet_of_line(s, t->line), t->year, t->ore, 1, NULL) &&
		     ok;
	}
	for (guint i = 0; i < s->savings->len; i++) {
		const struct cube_cell *c =
		    &g_array_index(s->savings, struct cube_cell, i);
		const struct facet *f = facet_of_line(s, c->line);

		ok = balance_book_saving(kept, f, c->month, c->ore, c->reports, NULL) &&
		     ok;
		if (c->month > s->cutoff)
			ok = balance_book_saving(
			         after, f, c->month, -c->ore, -c->reports, NULL) &&
			     ok;
	}
	s->balances[0] = take_rows(kept, ok);
	s->balances[1] = take_rows(after, ok);
}

/* To the cut-off; what was taken back is no amount. */
static inline void
make_realised(struct sample *s)
{
	int year[ACTIONS] = { 0 }, before[ACTIONS] = { 0 };

	s->realised = g_new0(struct realised, ACTIONS);
	for (guint i = 0; i < s->savings->len; i++) {
		const struct cube_cell *c =
		    &g_array_index(s->savings, struct cube_cell, i);
		int64_t at = facet_of_line(s, c->line)->action - 1;
		bool now = c->month / 100 == s->cutoff / 100;

		if (c->month > s->cutoff)
			continue;
		*(now ? &s->realised[at].year.ore : &s->realised[at].before.ore) +=
		    c->ore;
		*(now ? &year[at] : &before[at]) += c->reports;
	}
	for (int i = 0; i < ACTIONS; i++) {
		s->realised[i].year.known = year[i] > 0;
		s->realised[i].before.known = before[i] > 0;
	}
}

static inline void
make_ahead(struct sample *s)
{
	const struct outlook_query query = { .plan = s->plan,
		.cutoff = s->cutoff,
		.last_year = LAST_YEAR,
		.realised = s->realised,
		.followup = s->followup,
		.settings = &s->settings };
	struct balance_book *book = balance_book_new();
	bool ok = outlooks_make(&query, &s->outlooks, &s->prospects, NULL);

	for (guint i = 0; ok && i < s->prospects->len; i++) {
		const struct prospect *p =
		    &g_array_index(s->prospects, struct prospect, i);
		const struct action *a =
		    &g_array_index(s->plan->actions, struct action, p->action);
		const struct facet own = {
			.action = a->id, .kind = a->kind, .counts = a->counts
		};
		const struct facet *f = p->line ? facet_of_line(s, p->line) : &own;

		if (p->year == s->cutoff / 100 && s->cutoff % 100 != 12 && p->planned)
			ok = balance_book_plan(
			    book, f, p->year, p->plan_ore, p->assumed, NULL);
		ok =
		    ok && balance_book_rest(book, f, p->year, p->rest, p->weighted, NULL);
	}
	s->balances[2] = take_rows(book, ok);
}

static inline void
make_rollups(struct sample *s)
{
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));

	for (int key = 0; key < KEYS; key++) {
		struct rollup_label label = { key, "grupp", false };

		g_array_append_val(labels, label);
	}
	for (int g = 0; g < GROUPING_MONTH; g++)
		for (int sel = 0; sel < SELECTION__N; sel++) {
			const struct rollup_query query = { (enum grouping)g,
				(enum selection)sel, s->cutoff, FIRST_YEAR, LAST_YEAR,
				true };

			CU_ASSERT_TRUE_FATAL(rollup_build(&query, labels,
			    (const GArray *const *)s->balances, G_N_ELEMENTS(s->balances),
			    &s->by[g][sel], NULL));
		}
}

static inline void
sample_make(struct sample *s, guint32 seed)
{
	GRand *r = g_rand_new_with_seed(seed);

	*s = (struct sample){ .cutoff = random_month(r),
		.plan = plan_new(),
		.facets = g_array_new(FALSE, FALSE, sizeof(struct facet)),
		.savings = g_array_new(FALSE, FALSE, sizeof(struct cube_cell)),
		.followup = followup_new() };
	settings_init(&s->settings);
	add_actions(s, r);
	add_savings(s, r);
	add_forecasts(s, r);
	add_overlaps(s, r);
	g_rand_free(r);
	make_kept(s);
	make_realised(s);
	make_ahead(s);
	make_rollups(s);
}

static inline void
sample_clear(struct sample *s)
{
	for (int g = 0; g < GROUPING_MONTH; g++)
		for (int sel = 0; sel < SELECTION__N; sel++)
			rollup_free(s->by[g][sel]);
	for (size_t i = 0; i < G_N_ELEMENTS(s->balances); i++)
		g_array_unref(s->balances[i]);
	g_array_unref(s->prospects);
	g_free(s->outlooks);
	g_free(s->realised);
	followup_free(s->followup);
	g_array_unref(s->savings);
	g_array_unref(s->facets);
	plan_free(s->plan);
}

#endif
