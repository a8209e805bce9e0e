/*
 * delay.c - moving what is yet to come, month by month.
 */
#include "rollup/delay.h"

#include <string.h>

#include "calendar/month.h"

struct delayed {
	GArray *prospects;
	int year, month; /* the cut-off's */
	int last_year;
	bool weighted;
	int64_t weight;
	bool fits; /* no sum has left int64 */
};

/* Months to come of one line over the years, each `by` months later. */
static void
delay_line(struct delayed *m, struct prospect *const *years, guint n, int by)
{
	int first = month_make(m->year, 1);
	int months = 12 * MAX(m->last_year - m->year + 1, 1);
	g_autofree int64_t *stream = g_new0(int64_t, (gsize)months + 12);

	for (guint i = 0; i < n; i++)
		for (int k = 0; k < 12; k++) {
			int at =
			    month_between(first, month_make(years[i]->year, 1)) + k + by;

			if (at < months)
				stream[at] = years[i]->months[k];
		}
	for (guint i = 0; i < n; i++) {
		struct prospect *p = years[i];
		int from = month_between(first, month_make(p->year, 1));
		struct amount sum = amount_of(0);

		memset(p->months, 0, sizeof(p->months));
		for (int k = 0; k < 12 && from + k < months; k++) {
			p->months[k] = stream[from + k];
			m->fits = amount_add(&sum, amount_of(p->months[k])) && m->fits;
		}
		/* a year that is over, or of which nothing is known, stays as it is */
		if (p->year == m->year && (m->month == 12 || !p->rest.known))
			continue;
		if (m->weighted)
			p->weighted = outlook_weigh(sum.ore, p->cost, m->weight);
		p->rest = p->year == m->year
		              ? sum
		              : amount_minus(sum, amount_of(p->target_ore));
	}
}

static gint
by_line_and_year(gconstpointer a, gconstpointer b)
{
	const struct prospect *x = *(struct prospect *const *)a;
	const struct prospect *y = *(struct prospect *const *)b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->year - y->year;
}

/* What a delay moves into a year for which a line has no target falls on its last line
 * before: every year to the programme's last gets a prospect. */
static void
add_missing_years(struct delayed *m, guint action, guint from)
{
	guint n = m->prospects->len;

	for (guint i = from; i < n; i++) {
		const struct prospect p = g_array_index(m->prospects, struct prospect, i);

		for (int year = p.year + 1; year <= m->last_year; year++) {
			struct prospect empty = { .action = action,
				.line = p.line,
				.year = year,
				.cost = p.cost };
			bool there = false;

			for (guint k = from; k < m->prospects->len; k++) {
				const struct prospect *q =
				    &g_array_index(m->prospects, struct prospect, k);

				there |= q->line == p.line && q->year == year;
			}
			if (!there)
				g_array_append_val(m->prospects, empty);
		}
	}
}

bool
delay_prospects(GArray *prospects, guint from, guint action, const struct delay_terms *t)
{
	struct delayed m = { prospects, t->year, t->month, t->last_year, t->weighted,
		t->weight, true };
	g_autoptr(GPtrArray) own = g_ptr_array_new();

	add_missing_years(&m, action, from);
	for (guint i = from; i < prospects->len; i++)
		g_ptr_array_add(own, &g_array_index(prospects, struct prospect, i));
	g_ptr_array_sort(own, by_line_and_year);
	for (guint i = 0, n; i < own->len; i += n) {
		struct prospect *const *line = (struct prospect *const *)&own->pdata[i];

		for (n = 1; i + n < own->len && line[n]->line == line[0]->line;)
			n++;
		delay_line(&m, line, n, t->months);
	}
	return m.fits;
}
