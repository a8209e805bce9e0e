/*
 * check_places.c - what kontroll says of measurements of several places that look copied
 * or carried forward: remarks to look into, never faults.
 */
#include <string.h>

#include "calendar/month.h"
#include "rollup/check.h"
#include "rollup/series.h"

#define SERIES_MIN 3 /* shorter ones are alike by chance */

enum column { COLUMN_TOTAL, COLUMN_WOMEN, COLUMN_MEN, COLUMN__N };

/* One value of an indicator in a place. */
struct cell {
	const char *indicator, *place;
	enum column column;
	struct period period;
	int64_t hundredths;
};

static struct measure
measure_at(const struct measures *m, enum column column)
{
	return column == COLUMN_WOMEN ? m->women
	       : column == COLUMN_MEN ? m->men
	                              : m->total;
}

/* A series' own order: by column and length of period, then by time. */
static int64_t
when_of(const struct cell *cell)
{
	return ((int64_t)cell->column * 100 + cell->period.span) * 1000000 +
	       cell->period.month;
}

static gint
by_place(gconstpointer a, gconstpointer b)
{
	const struct cell *x = a, *y = b;
	int order = strcmp(x->indicator, y->indicator);
	int64_t p = when_of(x), q = when_of(y);

	if (order == 0)
		order = strcmp(x->place, y->place);
	return order != 0 ? order : (p > q) - (p < q);
}

static GArray *
cells_of_places(const struct plan *plan)
{
	GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct cell));

	for (guint i = 0; i < plan->measurements->len; i++) {
		const struct measurement *m =
		    &g_array_index(plan->measurements, struct measurement, i);

		for (int c = 0; m->place[0] != '\0' && c < COLUMN__N; c++) {
			struct measure value = measure_at(&m->value, (enum column)c);
			struct cell cell = { m->indicator, m->place, (enum column)c,
				m->period, value.hundredths };

			if (value.known)
				g_array_append_val(cells, cell);
		}
	}
	g_array_sort(cells, by_place);
	return cells;
}

static const struct cell *
cell_at(const GArray *cells, guint i)
{
	return &g_array_index(cells, struct cell, i);
}

static bool
same_indicator(const GArray *cells, guint a, guint b)
{
	return strcmp(cell_at(cells, a)->indicator, cell_at(cells, b)->indicator) == 0;
}

static bool
same_series(const GArray *cells, guint a, guint b)
{
	return same_indicator(cells, a, b) &&
	       strcmp(cell_at(cells, a)->place, cell_at(cells, b)->place) == 0;
}

/* ---- the same series twice --------------------------------------------------------- */

/* A series that never moves is like any other that does not. */
static bool
moves(const struct series *series)
{
	for (guint i = 1; i < series->n; i++)
		if (series->points[i].value != series->points[0].value)
			return true;
	return false;
}

static void
add_twin(const GArray *cells, guint first, const struct series *second,
    struct remark_names *names)
{
	const struct cell *x = cell_at(cells, first), *y = cell_at(cells, second->owner);

	remark_names_add(names, NULL,
	    g_strdup_printf("%s i %s och %s (%u värden)", y->indicator, y->place,
	        x->place, second->n));
}

/* Marks in `copied` the cells of series that another place has too. */
static void
check_twins(const GArray *cells, bool *copied, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen = series_seen_new();
	g_autofree struct series_point *points =
	    g_new(struct series_point, MAX(cells->len, 1));
	struct remark_names names = { 0 };

	for (guint i = 0, next; i < cells->len; i = next) {
		struct series series = { &points[i], 0, i };
		const struct series *first;

		if (i > 0 && !same_indicator(cells, i, i - 1))
			g_hash_table_remove_all(seen);
		for (next = i; next < cells->len && same_series(cells, i, next);
		     next++, series.n++)
			points[next] =
			    (struct series_point){ when_of(cell_at(cells, next)),
				    cell_at(cells, next)->hundredths };
		if (series.n < SERIES_MIN || !moves(&series))
			continue;
		first = series_seen(seen, &series);
		if (!first)
			continue;
		add_twin(cells, first->owner, &series, &names);
		for (guint k = i; k < next; k++)
			copied[k] = true;
	}
	remark_names_say(&names, remarks, "SERIE",
	    "par av orter har samma mätvärden i varje period, trolig kopia",
	    "par av orter har samma mätvärden i varje period, troliga kopior",
	    "Ta reda på vilken ort serien hör till och läs in den andra ortens värden "
	    "med \"sparplan import mattvarden FIL\".");
}

/* ---- a period in which nothing moves anywhere -------------------------------------- */

/* From one period to the next in a place. */
struct step {
	const struct cell *to;
	bool moved, own; /* own: not copied from another place, and not of nothing */
};

static gint
by_time(gconstpointer a, gconstpointer b)
{
	const struct step *x = a, *y = b;
	int order = strcmp(x->to->indicator, y->to->indicator);
	int64_t p = when_of(x->to), q = when_of(y->to);

	if (order == 0)
		order = (p > q) - (p < q);
	return order != 0 ? order : strcmp(x->to->place, y->to->place);
}

static GArray *
steps_make(const GArray *cells, const bool *copied)
{
	GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct step));

	for (guint i = 1; i < cells->len; i++) {
		const struct cell *from = cell_at(cells, i - 1), *to = cell_at(cells, i);
		struct step step = { to, from->hundredths != to->hundredths,
			!copied[i] && to->hundredths != 0 };

		if (same_series(cells, i - 1, i) && from->column == to->column &&
		    from->period.span == to->period.span &&
		    month_add(from->period.month, to->period.span) == to->period.month)
			g_array_append_val(steps, step);
	}
	g_array_sort(steps, by_time);
	return steps;
}

static char *
still_text(const struct step *steps, guint n)
{
	static const char *const columns[COLUMN__N] = { "", " K", " M" };
	g_autofree char *period = period_text(steps->to->period);
	GString *out = g_string_new(NULL);

	g_string_append_printf(
	    out, "%s%s %s (", steps->to->indicator, columns[steps->to->column], period);
	for (guint i = 0; i < n; i++) {
		g_autofree char *value =
		    measure_text(measure_of(steps[i].to->hundredths));

		g_string_append_printf(
		    out, "%s%s %s", i ? "; " : "", steps[i].to->place, value);
	}
	return g_string_free(g_string_append_c(out, ')'), FALSE);
}

static void
check_still(const GArray *cells, const bool *copied, GPtrArray *remarks)
{
	g_autoptr(GArray) steps = steps_make(cells, copied);
	struct remark_names names = { 0 };

	for (guint i = 0, next; i < steps->len; i = next) {
		const struct step *first = &g_array_index(steps, struct step, i);
		int moved = 0, own = 0;

		for (next = i; next < steps->len; next++) {
			const struct step *step =
			    &g_array_index(steps, struct step, next);

			if (strcmp(step->to->indicator, first->to->indicator) != 0 ||
			    when_of(step->to) != when_of(first->to))
				break;
			moved += step->moved;
			own += step->own;
		}
		if (moved == 0 && own >= 2)
			remark_names_add(&names, NULL, still_text(first, next - i));
	}
	remark_names_say(&names, remarks, "OFORANDRAT",
	    "period har samma värde som perioden före i varje ort, troligen kopierad",
	    "perioder har samma värde som perioden före i varje ort, troligen kopierade",
	    "Jämför med källan. Är värdena bara förda vidare, läs in de rätta med "
	    "\"sparplan import mattvarden FIL\".");
}

void
check_places(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) cells = cells_of_places(plan);
	g_autofree bool *copied = g_new0(bool, MAX(cells->len, 1));

	check_twins(cells, copied, remarks);
	check_still(cells, copied, remarks);
}
