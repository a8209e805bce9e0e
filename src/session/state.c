/* state.c - what has been read of a plan, as of when, and the frame of every verb. */
#include "session/state.h"

#include "base/error.h"
#include "calendar/month.h"

void
session_forget(struct session *s)
{
	g_clear_pointer(&s->plan, plan_free);
	s->parts = 0;
	g_ptr_array_set_size(s->old, 0);
	g_ptr_array_set_size(s->texts, 0);
}

bool
session_need_plan(struct session *s, unsigned parts, struct plan **ret, GError **error)
{
	struct plan *plan;

	if (s->plan && (s->parts & parts) == parts) {
		*ret = s->plan;
		return true;
	}
	parts |= s->parts;
	if (!store_read_plan(s->store, &s->programme, STORE_NOW, parts, &plan, error))
		return false;
	/* what was lent out before stays until the next verb */
	if (s->plan)
		g_ptr_array_add(s->old, s->plan);
	s->plan = plan;
	s->parts = parts;
	*ret = plan;
	return true;
}

bool
session_plan(struct session *s, const struct plan **ret, GError **error)
{
	struct plan *plan;

	if (!session_need_plan(s, STORE_ACTIONS | STORE_ADJUSTMENTS, &plan, error))
		return false;
	*ret = plan;
	return true;
}

bool
session_plan_at(
    struct session *s, int64_t change, unsigned parts, struct plan **ret, GError **error)
{
	return change == STORE_NOW ? session_need_plan(s, parts, ret, error)
	                           : session_own_plan_at(s, change, parts, ret, error);
}

bool
session_own_plan_at(
    struct session *s, int64_t change, unsigned parts, struct plan **ret, GError **error)
{
	g_autoptr(GArray) programmes = NULL;
	struct programme programme = s->programme;

	if (!store_read_programmes(s->store, change, s->text, &programmes, error))
		return false;
	for (guint i = 0; i < programmes->len; i++)
		if (g_array_index(programmes, struct programme, i).id == programme.id)
			programme = g_array_index(programmes, struct programme, i);
	if (!store_read_plan(s->store, &programme, change, parts, ret, error))
		return false;
	g_ptr_array_add(s->old, *ret);
	return true;
}

bool
session_settings_of(struct session *s, int64_t programme, int64_t change,
    struct settings *ret, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(256);

	g_ptr_array_add(s->texts, pool);
	settings_init(ret);
	return store_read_settings(s->store, programme, change, pool, ret, error);
}

bool
session_settings_at(
    struct session *s, int64_t change, struct settings *ret, GError **error)
{
	return session_settings_of(s, s->programme.id, change, ret, error);
}

bool
session_demands_attest(struct session *s, int64_t change, bool *ret, GError **error)
{
	struct settings settings;
	g_autoptr(GStringChunk) pool = g_string_chunk_new(16);

	settings_init(&settings);
	if (!store_read_setting(s->store, s->programme.id, change,
	        setting_infos[SETTING_VERIFY].name, pool, &settings, error))
		return false;
	*ret = settings.number[SETTING_VERIFY] != 0;
	return true;
}

bool
session_last_saving(struct session *s, int64_t change, int64_t *ret, GError **error)
{
	struct change at = { 0 };

	*ret = change == STORE_NOW ? INT64_MAX : 0;
	if (change == STORE_NOW || change < 1)
		return true;
	if (!store_change(s->store, change, &at, error))
		return false;
	*ret = at.last_saving;
	change_clear(&at);
	return true;
}

bool
session_view_change(
    struct session *s, const struct view *view, int64_t *ret, GError **error)
{
	struct change last;

	if (!view || !view->as_of) {
		*ret = STORE_NOW;
		return true;
	}
	if (!view->as_of->is_change)
		return store_change_at(s->store, view->as_of->at_ms, ret, error);
	if (!store_last_change(s->store, &last, error))
		return false;
	change_clear(&last);
	if (view->as_of->change > last.number) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Ändring %d finns inte; den senaste är %d.", (int)view->as_of->change,
		    (int)last.number);
		return false;
	}
	*ret = view->as_of->change;
	return true;
}

bool
session_change_at(
    struct session *s, const struct instant *instant, int64_t *ret, GError **error)
{
	const struct view view = { .as_of = instant };

	return session_view_change(s, &view, ret, error);
}

/* The month before the one that `at_ms` is in. */
static int
last_full_month(struct session *s, int64_t at_ms)
{
	g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(at_ms / 1000);
	g_autoptr(GDateTime) now = g_date_time_to_timezone(utc, session_zone(s));

	return month_add(
	    month_make(g_date_time_get_year(now), g_date_time_get_month(now)), -1);
}

/* The moment a view is of: what was asked for, the change's own, or now. */
static bool
view_moment(struct session *s, const struct view *view, int64_t change, int64_t *ret,
    GError **error)
{
	struct change at = { 0 };

	*ret = session_now_ms(s);
	if (!view || !view->as_of)
		return true;
	if (!view->as_of->is_change) {
		*ret = view->as_of->at_ms;
		return true;
	}
	if (change < 1)
		return true;
	if (!store_change(s->store, change, &at, error))
		return false;
	*ret = at.at_ms;
	change_clear(&at);
	return true;
}

static bool
last_month_at(struct session *s, int64_t change, int *ret, GError **error)
{
	struct balance_book *book;
	g_autoptr(GArray) rows = NULL;

	if (!store_make_book(s->store, s->programme.id, change, 0, &book, error))
		return false;
	rows = balance_book_rows(book);
	balance_book_free(book);
	*ret = 0;
	for (guint i = 0; i < rows->len; i++) {
		const struct balance *b = &g_array_index(rows, struct balance, i);

		if (b->grouping == GROUPING_MONTH && b->reports > 0 &&
		    b->realised_ore != 0)
			*ret = MAX(*ret, (int)b->key);
	}
	return true;
}

bool
session_view_cutoff(
    struct session *s, const struct view *view, int64_t change, int *ret, GError **error)
{
	int64_t at_ms = 0;
	int month;

	if (view && view->cutoff) {
		*ret = view->cutoff;
		return true;
	}
	if (!store_last_closed(s->store, s->programme.id, change, &month, error))
		return false;
	if (month) {
		*ret = month;
		return true;
	}
	if (!(change == STORE_NOW
	            ? store_last_month(s->store, s->programme.id, &month, error)
	            : last_month_at(s, change, &month, error)))
		return false;
	if (!month && !view_moment(s, view, change, &at_ms, error))
		return false;
	if (month) {
		*ret = month;
		return true;
	}
	month = last_full_month(s, at_ms);
	if (view && view->within_plan) {
		int year;

		if (!store_last_year(s->store, s->programme.id, &year, error))
			return false;
		if (year && month_year(month) > year)
			month = month_make(year, 12);
	}
	*ret = month;
	return true;
}

bool
session_cutoff(struct session *s, const struct view *view, int *ret, GError **error)
{
	return session_view_cutoff(s, view, STORE_NOW, ret, error);
}

void
session_set_aside(struct session *s)
{
	if (s->plan)
		g_ptr_array_add(s->old, g_steal_pointer(&s->plan));
	s->parts = 0;
}

bool
session_begin_read(struct session *s, GError **error)
{
	int64_t version;

	if (!store_begin_read(s->store, error))
		return false;
	if (!store_data_version(s->store, &version, error)) {
		store_end_read(s->store);
		return false;
	}
	if (version != s->data_version)
		session_set_aside(s);
	return true;
}

void
session_end_read(struct session *s)
{
	store_end_read(s->store);
}

bool
session_begin(struct session *s, unsigned parts, struct plan **ret, GError **error)
{
	if (!store_begin(s->store, error))
		return false;
	/* read under the lock, so that it is what the verb builds upon; what was lent out
	 * before, and may stand in the verb's own arguments, lives until the verb is done
	 */
	session_set_aside(s);
	s->verb_reads = false;
	if (!session_need_plan(s, parts, ret, error)) {
		store_rollback(s->store);
		return false;
	}
	return true;
}

bool
session_begin_on(
    struct session *s, unsigned parts, const struct plan **ret, GError **error)
{
	struct plan *plan;
	int64_t version;

	if (!store_begin(s->store, error))
		return false;
	s->verb_reads = true;
	if (store_data_version(s->store, &version, error)) {
		if (version != s->data_version)
			session_set_aside(s);
		if (session_need_plan(s, parts, &plan, error)) {
			*ret = plan;
			return true;
		}
	}
	store_rollback(s->store);
	return false;
}

/* The plan is as it was read: what a verb has added is beside it. */
static void
forget_but_plan(struct session *s)
{
	struct plan *plan = g_steal_pointer(&s->plan);
	unsigned parts = s->parts;

	session_forget(s);
	s->plan = plan;
	s->parts = parts;
}

bool
session_commit(struct session *s, const char *verb, const char *note, int64_t undoes,
    int64_t *ret_change, GError **error)
{
	bool ok = store_commit(
	    s->store, session_now_ms(s), s->who, verb, note, undoes, ret_change, error);

	/* what did not change is still shown */
	if (ok && *ret_change && s->verb_reads && !store_adds_to_plan(s->store))
		forget_but_plan(s);
	else if (ok && *ret_change)
		session_forget(s);
	else if (!s->verb_reads)
		session_set_aside(s);
	return ok;
}

void
session_cancel(struct session *s)
{
	store_rollback(s->store);
	if (!s->verb_reads)
		session_set_aside(s);
}

bool
session_end(struct session *s, bool ok, bool written, const char *verb, const char *note,
    int64_t *ret_change, GError **error)
{
	if (ok && written)
		return session_commit(s, verb, note, 0, ret_change, error);
	session_cancel(s);
	return ok;
}
