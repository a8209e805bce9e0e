/* list.c - the action list: every action's place at once, a row whole when asked for. */
#include "base/error.h"
#include "calendar/month.h"
#include "session/footing.h"
#include "session/reports.h"
#include "session/rounds.h"

void
listing_free(struct listing *l)
{
	if (!l)
		return;
	rollup_free(l->units);
	g_clear_pointer(&l->places, g_array_unref);
	g_free(l->rows);
	g_free(l->reports);
	g_free(l->lights);
	g_string_chunk_free(l->text);
	g_ptr_array_unref(l->blocks);
	g_ptr_array_unref(l->rollups);
	g_free(l);
}

static struct listing *
listing_new(void)
{
	struct listing *l = g_new0(struct listing, 1);

	l->text = g_string_chunk_new(4096);
	l->blocks = g_ptr_array_new_with_free_func(g_free);
	l->rollups = g_ptr_array_new_with_free_func((GDestroyNotify)rollup_free);
	return l;
}

static const struct action_place *
place_at(const struct listing *l, int index)
{
	return &g_array_index(l->places, struct action_place, index);
}

/* ---- all at once --------------------------------------------------------------------
 */

/* Actions of one unit mostly follow each other, so its name is looked up once. */
static void
places_of(struct listing *l, const GArray *actions)
{
	const char *last = NULL;
	int64_t unit = 0;

	l->places =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct action_place), actions->len);
	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		struct action_place place = { a->id, 0, a->counts, a->code };

		if (a->unit != last) {
			const struct unit *named = plan_unit(l->plan, a->unit);

			unit = named ? named->id : 0;
			last = a->unit;
		}
		place.unit = unit;
		g_array_append_val(l->places, place);
	}
}

/* Places and rows from a plan that has its actions. */
static bool
take_actions(struct listing *l, const struct footing *b, GError **error)
{
	const GArray *actions = l->plan->actions;
	struct rollup *sums;
	struct listing_row *rows;

	if (!footing_build(b, GROUPING_ACTION, SELECT_ALL, &sums, error))
		return false;
	g_ptr_array_add(l->rollups, sums);
	places_of(l, actions);
	rows = g_new(struct listing_row, MAX(actions->len, 1));
	g_ptr_array_add(l->blocks, rows);
	l->rows = g_new(const struct listing_row *, MAX(actions->len, 1));
	for (guint i = 0; i < actions->len; i++) {
		rows[i].action = g_array_index(actions, struct action, i);
		/* with SELECT_ALL every action has its row, in the plan's order */
		rows[i].cells = g_array_index(sums->rows, struct rollup_row, i).cells;
		l->rows[i] = &rows[i];
	}
	return true;
}

/* The lights of actions that were all read. */
static void
take_lights(struct listing *l, const struct footing *b)
{
	l->lights = g_new0(struct lights, MAX(l->places->len, 1));
	for (guint i = 0; i < l->places->len; i++)
		l->lights[i] = b->outlooks[i].lights;
}

/* The latest report of each, for a pane and a column of their own; *ret_told is one per
 * place. */
static bool
read_reports(
    struct session *s, struct listing *l, int64_t change, bool **ret_told, GError **error)
{
	guint n = l->places->len;
	g_autofree int64_t *ids = g_new(int64_t, MAX(n, 1));

	for (guint i = 0; i < n; i++)
		ids[i] = place_at(l, (int)i)->id;
	if (!reports_latest(s, change, l->cutoff, ids, n, &l->reports, error))
		return false;
	*ret_told = g_new(bool, MAX(n, 1));
	for (guint i = 0; i < n; i++)
		(*ret_told)[i] = l->reports[i].reported;
	return true;
}

/* Only which have reported, NULL for none: both sides ascend by id. */
static bool
read_reported(struct session *s, struct listing *l, bool **ret_told, GError **error)
{
	g_autoptr(GArray) ids = NULL;
	guint at = 0;

	if (!store_read_reported(s->store, s->programme.id, l->cutoff, &ids, error))
		return false;
	if (ids->len == 0)
		return true;
	*ret_told = g_new0(bool, MAX(l->places->len, 1));
	for (guint i = 0; at < ids->len && i < l->places->len; i++) {
		const struct action_place *place = place_at(l, (int)i);

		while (at < ids->len && g_array_index(ids, int64_t, at) < place->id)
			at++;
		(*ret_told)[i] =
		    at < ids->len && g_array_index(ids, int64_t, at) == place->id;
	}
	return true;
}

/* How many have reported and are awaited.  What rounds wait for is only read when some
 * have reported and some not. */
static bool
count_reported(struct session *s, struct listing *l, int64_t change, const bool *told,
    GError **error)
{
	const struct rounds_asked asked = { s->programme.id, change, l->cutoff, NULL };
	g_autoptr(GStringChunk) pool = NULL;
	g_autoptr(GArray) rounds = NULL;

	l->awaited = l->counted;
	for (guint i = 0; told && i < l->places->len; i++)
		l->reported += place_at(l, (int)i)->counts && told[i];
	if (l->reported == 0 || l->reported == l->counted)
		return true;
	pool = g_string_chunk_new(256);
	if (!rounds_read(s, &asked, pool, &rounds, error))
		return false;
	for (guint i = 0; i < l->places->len; i++)
		l->awaited -= place_at(l, (int)i)->counts && !told[i] &&
		              !rounds_await(rounds, place_at(l, (int)i)->id, l->cutoff);
	return true;
}

/* Places, and rows where they are read at once. */
static bool
take_places(struct session *s, struct listing *l, const struct footing *b, bool by_row,
    GError **error)
{
	if (!by_row)
		return take_actions(l, b, error);
	if (!store_read_places(s->store, s->programme.id, l->text, &l->places, error))
		return false;
	l->rows = g_new0(const struct listing_row *, MAX(l->places->len, 1));
	return true;
}

/* A row can be read by itself when the kept sum of a year is all its figures need: now,
 * at the end of a year, when nobody's forecast or missing attest changes a sum. */
static bool
fill(struct session *s, struct listing *l, const struct view *view, struct footing *b,
    GError **error)
{
	struct view own = view ? *view : (struct view){ 0 };
	g_autofree bool *told = NULL;
	int64_t change;
	bool by_row;

	if (!session_view_change(s, view, &change, error) ||
	    !session_view_cutoff(s, view, change, &own.cutoff, error))
		return false;
	by_row = own.year_only && !own.lights && change == STORE_NOW &&
	         month_of_year(own.cutoff) == 12;
	if (!footing_make(s, &own,
	        GROUPING_BIT(GROUPING_UNIT) |
	            (by_row ? 0 : GROUPING_BIT(GROUPING_ACTION)),
	        by_row ? STORE_BASE : STORE_ACTIONS,
	        own.lights ? FOOTING_FULL : FOOTING_FORECAST, b, error))
		return false;
	by_row = by_row && !b->ahead && !b->unverified;
	l->plan = b->plan;
	l->cutoff = b->cutoff;
	if (!footing_build(b, GROUPING_UNIT, SELECT_COUNTED, &l->units, error) ||
	    !take_places(s, l, b, by_row, error))
		return false;
	if (own.lights)
		take_lights(l, b);
	for (guint i = 0; i < l->places->len; i++)
		l->counted += place_at(l, (int)i)->counts;
	return (own.year_only && change == STORE_NOW
	               ? read_reported(s, l, &told, error)
	               : read_reports(s, l, change, &told, error)) &&
	       count_reported(s, l, change, told, error) &&
	       store_data_version(s->store, &l->version, error);
}

bool
session_list(
    struct session *s, const struct view *view, struct listing **ret, GError **error)
{
	struct listing *l = listing_new();
	struct footing b = { 0 };
	bool ok = session_begin_read(s, error);

	if (ok) {
		ok = fill(s, l, view, &b, error);
		session_end_read(s);
	}
	footing_clear(&b);
	if (ok)
		*ret = l;
	else
		listing_free(l);
	return ok;
}

/* ---- row by row ---------------------------------------------------------------------
 */

static bool
is_current(struct session *s, const struct listing *l, GError **error)
{
	int64_t version;

	if (!store_data_version(s->store, &version, error))
		return false;
	if (version == l->version)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
	    "Någon annan har ändrat planen. Läs den på nytt.");
	return false;
}

/* Actions whole and their kept sums, as rows; those of `missing` are set when all went
 * well. */
static bool
read_rows(struct session *s, struct listing *l, const GArray *missing, GError **error)
{
	g_autofree struct listing_row *rows = g_new0(struct listing_row, missing->len);
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(struct rollup_label));
	g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(struct balance));
	const GArray *const all[] = { sums };
	struct rollup_query query = l->units->query;
	struct rollup *rollup;

	query.grouping = GROUPING_ACTION;
	query.selection = SELECT_ALL;
	for (guint i = 0; i < missing->len; i++) {
		const struct action_place *place =
		    place_at(l, g_array_index(missing, int, i));
		struct rollup_label label = { place->id, place->code, true };

		if (!store_read_action(
		        s->store, l->plan, place, l->text, &rows[i].action, error) ||
		    !store_read_year_balances(s->store, s->programme.id, GROUPING_ACTION,
		        place->counts, month_year(l->cutoff), place->id, place->id, sums,
		        error))
			return false;
		g_array_append_val(labels, label);
	}
	if (!rollup_build(&query, labels, all, G_N_ELEMENTS(all), &rollup, error))
		return false;
	g_ptr_array_add(l->rollups, rollup);
	for (guint i = 0; i < missing->len; i++) {
		rows[i].cells = g_array_index(rollup->rows, struct rollup_row, i).cells;
		l->rows[g_array_index(missing, int, i)] = &rows[i];
	}
	g_ptr_array_add(l->blocks, g_steal_pointer(&rows));
	return true;
}

bool
session_list_rows(
    struct session *s, struct listing *l, const int *indexes, size_t n, GError **error)
{
	g_autoptr(GArray) missing = g_array_new(FALSE, FALSE, sizeof(int));
	bool ok;

	for (size_t i = 0; i < n; i++) {
		int index = indexes ? indexes[i] : (int)i;

		if (!l->rows[index])
			g_array_append_val(missing, index);
	}
	if (missing->len == 0)
		return true;
	if (!session_begin_read(s, error))
		return false;
	ok = is_current(s, l, error) && read_rows(s, l, missing, error);
	session_end_read(s);
	return ok;
}
