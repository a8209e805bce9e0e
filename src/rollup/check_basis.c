/*
 * check_basis.c - steps that were entered as the years' own figures.
 */
#include "rollup/check.h"

#include <string.h>

struct basis_row {
	int64_t action, unit;
	int year;
	int64_t ore;
};

static gint
by_unit_year(gconstpointer a, gconstpointer b)
{
	const struct basis_row *x = a, *y = b;

	if (x->action != y->action)
		return x->action < y->action ? -1 : 1;
	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	return x->year - y->year;
}

/* What falls on a year of the actions of basis period, by action, unit, year. */
static GArray *
rows_make(const struct plan *plan)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct basis_row));

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *a =
		    line ? plan_action_by_id(plan, line->action) : NULL;
		struct basis_row row = { a ? a->id : 0, line ? line->unit : 0, t->year,
			t->ore };

		if (a && a->basis == BASIS_PERIOD && t->year != 0 && t->ore != 0 &&
		    line->cost_kind != COST_INTRODUCTION)
			g_array_append_val(rows, row);
	}
	g_array_sort(rows, by_unit_year);
	return rows;
}

/* One year of an action: what falls on it, and whose amounts end and begin with it. */
struct basis_year {
	int64_t ore;
	bool named, ends, begins;
};

/* The action's rows into its years; the sum of a year that leaves int64 stays short, and
 * the store has none such. */
static void
take_rows(const struct basis_row *rows, guint n, int first, struct basis_year *years)
{
	for (guint i = 0; i < n; i++) {
		struct basis_year *year = &years[rows[i].year - first];

		(void)money_add(year->ore, rows[i].ore, &year->ore);
		year->named = true;
		year->begins |= i == 0 || rows[i - 1].unit != rows[i].unit;
		year->ends |= i + 1 == n || rows[i + 1].unit != rows[i].unit;
	}
}

static void
check_action(const struct action *action, const struct basis_year *years, int first,
    int n_years, struct remark_names *names)
{
	int before = -1;

	for (int i = 0; i < n_years; i++) {
		const struct basis_year *old = before < 0 ? NULL : &years[before];

		if (!years[i].named)
			continue;
		if (old && old->ends && years[i].begins && years[i].ore < old->ore) {
			bool exact = remark_needs_exact(old->ore, years[i].ore);
			g_autofree char *a = remark_amount(old->ore, exact);
			g_autofree char *b = remark_amount(years[i].ore, exact);

			remark_names_add(names, action->code,
			    g_strdup_printf("%s (%s %d, %s %d)", action->code, a,
			        first + before, b, first + i));
			return;
		}
		before = i;
	}
}

void
check_basis(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) rows = rows_make(plan);
	struct remark_names names = { 0 };
	g_autofree struct basis_year *years = NULL;
	int first, last, n_years;

	plan_years(plan, &first, &last);
	n_years = last - first + 1;
	years = g_new(struct basis_year, n_years);
	for (guint i = 0, next = 0; i < rows->len; i = next) {
		const struct basis_row *own = &g_array_index(rows, struct basis_row, i);

		for (next = i;
		     next < rows->len &&
		     g_array_index(rows, struct basis_row, next).action == own->action;)
			next++;
		memset(years, 0, sizeof(*years) * (size_t)n_years);
		take_rows(own, next - i, first, years);
		check_action(
		    plan_action_by_id(plan, own->action), years, first, n_years, &names);
	}
	remark_names_say(&names, remarks, "BAS",
	    "åtgärd har bas period, men målet går över till en annan mottagare och blir "
	    "mindre, så att beloppen kan vara varaktiga steg",
	    "åtgärder har bas period, men målet går över till en annan mottagare och "
	    "blir mindre, så att beloppen kan vara varaktiga steg",
	    "Ta reda på om beloppet är årets hela effekt eller det som tillkommer. Är "
	    "det ett steg som består, skriv \"sparplan andra ID bas=nivå\".");
}
