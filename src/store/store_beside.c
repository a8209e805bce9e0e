/* store_beside.c - reading what stands beside the register: requirements, adjustments,
 * and what the stages rest on. */
#include "store/plan_rows.h"

/* In order of writing: the last of (year, kind) is in force, where the first stood. */
static void
requirement_row(struct plan *plan, sqlite3_stmt *st)
{
	struct requirement r = { sqlite3_column_int(st, 0),
		(enum kind)column_word(st, 1, kind_words), sqlite3_column_int64(st, 3),
		sqlite3_column_int64(st, 4), plan_keep(plan, st, 5) };
	bool removed = sqlite3_column_int(st, 2) != 0;
	GArray *all = plan->requirements;
	guint i = 0;

	while (
	    i < all->len && (g_array_index(all, struct requirement, i).year != r.year ||
	                        g_array_index(all, struct requirement, i).kind != r.kind))
		i++;
	if (i < all->len && removed)
		g_array_remove_index(all, i);
	else if (i < all->len)
		g_array_index(all, struct requirement, i) = r;
	else if (!removed)
		g_array_append_val(all, r);
}

bool
plan_read_requirements(
    struct store *store, struct plan *plan, int64_t change, GError **error)
{
	return plan_rows(
	    store, STATEMENT_REQUIREMENTS, plan, change, requirement_row, error);
}

static void
overlap_row(struct plan *plan, sqlite3_stmt *st)
{
	struct overlap o = { sqlite3_column_int64(st, 1), sqlite3_column_int64(st, 2),
		sqlite3_column_int64(st, 6), sqlite3_column_int(st, 3),
		column_amount(st, 5), plan_keep(plan, st, 7) };

	if (!sqlite3_column_int(st, 4))
		g_array_append_val(plan->overlaps, o);
}

static void
reallocation_row(struct plan *plan, sqlite3_stmt *st)
{
	struct reallocation r = { plan_keep(plan, st, 1), sqlite3_column_int(st, 2),
		plan_keep(plan, st, 4), sqlite3_column_int64(st, 5),
		plan_keep(plan, st, 6), plan_keep(plan, st, 7) };

	if (!sqlite3_column_int(st, 3))
		g_array_append_val(plan->reallocations, r);
}

static void
calculation_row(struct plan *plan, sqlite3_stmt *st)
{
	struct calculation c = { sqlite3_column_int64(st, 1), plan_keep(plan, st, 2),
		sqlite3_column_int64(st, 4), sqlite3_column_int64(st, 5),
		sqlite3_column_int64(st, 6), sqlite3_column_int(st, 7) != 0,
		plan_keep(plan, st, 8) };

	if (!sqlite3_column_int(st, 3))
		g_array_append_val(plan->calculations, c);
}

static void
benchmark_row(struct plan *plan, sqlite3_stmt *st)
{
	struct benchmark b = { plan_keep(plan, st, 1), plan_keep(plan, st, 3),
		plan_keep(plan, st, 4), column_amount(st, 5), column_amount(st, 6),
		plan_keep(plan, st, 7) };

	if (!sqlite3_column_int(st, 2))
		g_array_append_val(plan->benchmarks, b);
}

bool
plan_read_adjustments(
    struct store *store, struct plan *plan, int64_t change, GError **error)
{
	return plan_rows(store, STATEMENT_OVERLAPS, plan, change, overlap_row, error) &&
	       plan_rows(store, STATEMENT_REALLOCATIONS, plan, change, reallocation_row,
	           error) &&
	       plan_rows(
	           store, STATEMENT_CALCULATIONS, plan, change, calculation_row, error) &&
	       plan_rows(store, STATEMENT_BENCHMARKS, plan, change, benchmark_row, error);
}

static void
decision_row(struct plan *plan, sqlite3_stmt *st)
{
	struct decision d = { plan_keep(plan, st, 1), sqlite3_column_int64(st, 2),
		plan_keep(plan, st, 4), plan_keep(plan, st, 5), plan_keep(plan, st, 6),
		plan_keep(plan, st, 7), plan_keep(plan, st, 8), plan_keep(plan, st, 9),
		plan_keep(plan, st, 10), column_amount(st, 11), plan_keep(plan, st, 12) };

	if (!sqlite3_column_int(st, 3))
		g_array_append_val(plan->decisions, d);
}

static void
assessment_row(struct plan *plan, sqlite3_stmt *st)
{
	struct assessment a = { sqlite3_column_int64(st, 1), plan_keep(plan, st, 3),
		plan_keep(plan, st, 4), plan_keep(plan, st, 5) };

	if (!sqlite3_column_int(st, 2))
		g_array_append_val(plan->assessments, a);
}

static void
milestone_row(struct plan *plan, sqlite3_stmt *st)
{
	struct milestone m = { sqlite3_column_int64(st, 1), plan_keep(plan, st, 6),
		plan_keep(plan, st, 2), plan_keep(plan, st, 4), plan_keep(plan, st, 5) };

	if (!sqlite3_column_int(st, 3))
		g_array_append_val(plan->milestones, m);
}

bool
plan_read_steps(struct store *store, struct plan *plan, int64_t change, GError **error)
{
	return plan_rows(store, STATEMENT_DECISIONS, plan, change, decision_row, error) &&
	       plan_rows(
	           store, STATEMENT_ASSESSMENTS, plan, change, assessment_row, error) &&
	       plan_rows(store, STATEMENT_MILESTONES, plan, change, milestone_row, error);
}
