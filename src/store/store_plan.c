/* store_plan.c - reading a programme's register, lines and targets. */
#include "base/error.h"
#include "store/plan_rows.h"

/* Every row of a statement into the plan. */
bool
plan_rows(struct store *store, enum statement which, struct plan *plan, int64_t change,
    plan_row func, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, which, plan->programme.id, change, error);
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW)
		func(plan, st);
	return rc != 0;
}

static const char *
keep_in(GStringChunk *pool, sqlite3_stmt *st, int column)
{
	const char *text = column_text(st, column);

	if (!text[0])
		return "";
	return g_string_chunk_insert_len(pool, text, sqlite3_column_bytes(st, column));
}

const char *
plan_keep(struct plan *plan, sqlite3_stmt *st, int column)
{
	return keep_in(plan->text, st, column);
}

static void
unit_row(struct plan *plan, sqlite3_stmt *st)
{
	struct unit unit = { sqlite3_column_int64(st, 0), sqlite3_column_int64(st, 1),
		plan_keep(plan, st, 2) };

	g_array_append_val(plan->units, unit);
}

static void
area_row(struct plan *plan, sqlite3_stmt *st)
{
	struct area area = { sqlite3_column_int64(st, 0), plan_keep(plan, st, 1) };

	g_array_append_val(plan->areas, area);
}

/* Names by id; units and areas are few and were read just before. */
static const char *
unit_name(const struct plan *plan, int64_t id)
{
	for (guint i = 0; i < plan->units->len; i++) {
		const struct unit *unit = &g_array_index(plan->units, struct unit, i);

		if (unit->id == id)
			return unit->name;
	}
	return "";
}

static const char *
area_name(const struct plan *plan, int64_t id)
{
	for (guint i = 0; i < plan->areas->len; i++) {
		const struct area *area = &g_array_index(plan->areas, struct area, i);

		if (area->id == id)
			return area->name;
	}
	return "";
}

/* All but its code.  Unit and area are the plan's own texts; the others go into `pool`.
 */
static void
action_from_row(
    const struct plan *plan, GStringChunk *pool, sqlite3_stmt *st, struct action *ret)
{
	*ret = (struct action){ .id = sqlite3_column_int64(st, 0),
		.version = sqlite3_column_int(st, 1),
		.removed = sqlite3_column_int(st, 2) != 0,
		.counts = sqlite3_column_int(st, 7) != 0,
		.stage = sqlite3_column_int(st, 10) };
	ret->name = keep_in(pool, st, 3);
	ret->unit = unit_name(plan, sqlite3_column_int64(st, 4));
	ret->area = area_name(plan, sqlite3_column_int64(st, 5));
	ret->kind = (enum kind)column_word(st, 6, kind_words);
	ret->owner = keep_in(pool, st, 8);
	ret->status = (enum status)column_word(st, 9, status_words);
	ret->basis = (enum basis)column_word(st, 11, basis_words);
	ret->plan_ready = keep_in(pool, st, 12);
	ret->start = keep_in(pool, st, 13);
	ret->finish = keep_in(pool, st, 14);
	ret->indicator = keep_in(pool, st, 15);
	ret->description = keep_in(pool, st, 16);
}

static void
action_row(struct plan *plan, sqlite3_stmt *st)
{
	struct action action;

	if (sqlite3_column_int(st, 2)) /* removed */
		return;
	action_from_row(plan, plan->text, st, &action);
	action.code = plan_keep(plan, st, 17);
	g_array_append_val(plan->actions, action);
}

static void
line_from_row(sqlite3_stmt *st, struct line *ret)
{
	ret->id = sqlite3_column_int64(st, 0);
	ret->action = sqlite3_column_int64(st, 1);
	ret->unit = sqlite3_column_int64(st, 2);
	ret->cost_kind = (enum cost_kind)column_word(st, 3, cost_kind_words);
}

static void
line_row(struct plan *plan, sqlite3_stmt *st)
{
	struct line line;

	line_from_row(st, &line);
	g_array_append_val(plan->lines, line);
}

/* Targets come in order of writing: the last of a (line, year) is in force. */
static bool
read_targets(struct store *store, struct plan *plan, int64_t change, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_TARGETS, plan->programme.id, change, error);
	g_autoptr(GHashTable) at =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct target));
	g_autoptr(GByteArray) gone = g_byte_array_new();
	int rc = 0;

	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct target t = { sqlite3_column_int64(st, 0),
			sqlite3_column_int(st, 1), sqlite3_column_int64(st, 2) };
		guint8 none = sqlite3_column_type(st, 2) == SQLITE_NULL;
		gint64 key = t.line * 10000 + t.year;
		gpointer seen = g_hash_table_lookup(at, &key);

		if (seen) {
			guint i = GPOINTER_TO_UINT(seen) - 1;

			g_array_index(all, struct target, i) = t;
			gone->data[i] = none;
			continue;
		}
		g_array_append_val(all, t);
		g_byte_array_append(gone, &none, 1);
		g_hash_table_insert(
		    at, g_memdup2(&key, sizeof(key)), GUINT_TO_POINTER(all->len));
	}
	if (!rc)
		return false;
	for (guint i = 0; i < all->len; i++)
		if (!gone->data[i])
			g_array_append_val(
			    plan->targets, g_array_index(all, struct target, i));
	return true;
}

bool
store_read_plan(struct store *store, const struct programme *programme, int64_t change,
    unsigned parts, struct plan **ret, GError **error)
{
	struct plan *plan = plan_new();

	plan->programme.id = programme->id;
	plan->programme.code = g_string_chunk_insert(plan->text, programme->code);
	plan->programme.name = g_string_chunk_insert(plan->text, programme->name);
	if (!plan_rows(store, STATEMENT_UNITS, plan, change, unit_row, error) ||
	    !plan_rows(store, STATEMENT_AREAS, plan, change, area_row, error) ||
	    ((parts & STORE_ACTIONS) &&
	        !plan_rows(store,
	            change == STORE_NOW ? STATEMENT_ACTIONS_NOW : STATEMENT_ACTIONS, plan,
	            change, action_row, error)) ||
	    !plan_read_requirements(store, plan, change, error) ||
	    ((parts & STORE_ADJUSTMENTS) &&
	        !plan_read_adjustments(store, plan, change, error)) ||
	    ((parts & STORE_STEPS) && !plan_read_steps(store, plan, change, error)) ||
	    ((parts & STORE_GOALS) && !plan_read_goals(store, plan, change, error)) ||
	    ((parts & (STORE_LINES | STORE_TARGETS)) &&
	        !plan_rows(store, STATEMENT_LINES, plan, change, line_row, error)) ||
	    ((parts & STORE_TARGETS) && !read_targets(store, plan, change, error))) {
		plan_free(plan);
		return false;
	}
	plan_index(plan);
	*ret = plan;
	return true;
}

bool
store_read_places(struct store *store, int64_t programme, GStringChunk *pool,
    GArray **ret, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct action_place));
	sqlite3_stmt *st = statement_get(store, STATEMENT_PLACES, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, programme);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct action_place place = { sqlite3_column_int64(st, 0),
			sqlite3_column_int64(st, 1), sqlite3_column_int(st, 2) != 0,
			keep_in(pool, st, 3) };

		g_array_append_val(all, place);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&all);
	return true;
}

bool
store_read_action(struct store *store, const struct plan *plan,
    const struct action_place *place, GStringChunk *pool, struct action *ret,
    GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_ACTION_NOW, error);
	int rc;

	if (!st)
		return false;
	sqlite3_bind_int64(st, 1, place->id);
	rc = statement_step(store, st, error);
	if (rc == SQLITE_ROW) {
		action_from_row(plan, pool, st, ret);
		ret->code = place->code;
	} else if (rc)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Åtgärden finns inte längre. Läs planen på nytt.");
	sqlite3_reset(st);
	return rc == SQLITE_ROW;
}

bool
store_read_programmes(
    struct store *store, int64_t change, GStringChunk *pool, GArray **ret, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct programme));
	sqlite3_stmt *st = statement_get(store, STATEMENT_PROGRAMMES, error);
	int rc = 0;

	if (st)
		sqlite3_bind_int64(st, 1, change);
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct programme p = { sqlite3_column_int64(st, 0),
			g_string_chunk_insert(pool, column_text(st, 1)),
			g_string_chunk_insert(pool, column_text(st, 2)) };

		if (all->len &&
		    g_array_index(all, struct programme, all->len - 1).id == p.id)
			g_array_set_size(all, all->len - 1); /* an earlier name */
		g_array_append_val(all, p);
	}
	if (!rc)
		return false;
	*ret = g_steal_pointer(&all);
	return true;
}

static bool
targets_of_line(
    struct store *store, int64_t line, int64_t change, GArray *targets, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_TARGETS_OF_LINE, error);
	guint first = targets->len;
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, line);
		sqlite3_bind_int64(st, 2, change);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct target t = { line, sqlite3_column_int(st, 0),
			sqlite3_column_int64(st, 1) };
		bool none = sqlite3_column_type(st, 1) == SQLITE_NULL;
		guint i = first;

		while (i < targets->len &&
		       g_array_index(targets, struct target, i).year != t.year)
			i++;
		if (i < targets->len && none)
			g_array_remove_index(targets, i);
		else if (i < targets->len)
			g_array_index(targets, struct target, i) = t;
		else if (!none)
			g_array_append_val(targets, t);
	}
	return rc != 0;
}

bool
store_read_lines(struct store *store, int64_t action, int64_t change, GArray *lines,
    GArray *targets, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_LINES_OF_ACTION, error);
	guint first = lines->len;
	int rc = 0;

	if (st) {
		sqlite3_bind_int64(st, 1, action);
		sqlite3_bind_int64(st, 2, change);
	}
	while (st && (rc = statement_step(store, st, error)) == SQLITE_ROW) {
		struct line line;

		line_from_row(st, &line);
		g_array_append_val(lines, line);
	}
	if (!rc)
		return false;
	for (guint i = first; i < lines->len; i++)
		if (!targets_of_line(store, g_array_index(lines, struct line, i).id,
		        change, targets, error))
			return false;
	return true;
}

bool
store_action_changed(struct store *store, int64_t action, int64_t change, int64_t *ret_ms,
    GStringChunk *pool, const char **ret_who, GError **error)
{
	sqlite3_stmt *st =
	    statement_as_of(store, STATEMENT_ACTION_CHANGED, action, change, error);
	int rc = st ? statement_step(store, st, error) : 0;

	if (!rc)
		return false;
	*ret_ms = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	*ret_who =
	    g_string_chunk_insert(pool, rc == SQLITE_ROW ? column_text(st, 1) : "");
	sqlite3_reset(st);
	return true;
}
