/* session.c - opening a plan, what has been read of it, and the frame of every verb. */
#include "session/session.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "session/state.h"

static bool
read_now(struct session *s, const char *now, GError **error)
{
	s->fixed_now = -1;
	return !now || !now[0] ||
	       instant_parse_start(now, session_zone(s), &s->fixed_now, error);
}

static struct session *
session_new(const struct session_options *options, GError **error)
{
	struct session *s = g_new0(struct session, 1);

	s->path = g_strdup(options->path);
	s->who = g_strdup(text_is_blank(options->who) ? g_get_user_name() : options->who);
	s->named = options->programme != NULL;
	s->text = g_string_chunk_new(1024);
	s->old = g_ptr_array_new_with_free_func((GDestroyNotify)plan_free);
	s->texts = g_ptr_array_new_with_free_func((GDestroyNotify)g_string_chunk_free);
	if (!read_now(s, options->now, error)) {
		session_free(s);
		return NULL;
	}
	return s;
}

void
session_free(struct session *s)
{
	if (!s)
		return;
	session_forget(s);
	store_close(s->store);
	g_clear_pointer(&s->programmes, g_array_unref);
	g_ptr_array_unref(s->old);
	g_ptr_array_unref(s->texts);
	g_string_chunk_free(s->text);
	g_clear_pointer(&s->zone, g_time_zone_unref);
	g_free(s->who);
	g_free(s->path);
	g_free(s);
}

static bool
choose_programme(struct session *s, const char *code, GError **error)
{
	g_autoptr(GString) known = g_string_new(NULL);

	for (guint i = 0; i < s->programmes->len; i++) {
		const struct programme *p =
		    &g_array_index(s->programmes, struct programme, i);

		if (!code || strcmp(p->code, code) == 0) {
			s->programme = *p;
			return true;
		}
		g_string_append_printf(known, "%s%s", known->len ? ", " : "", p->code);
	}
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
	    "Programmet \"%s\" finns inte. De som finns är: %s.", code ? code : "",
	    known->str);
	return false;
}

/* Programmes and the one that is worked with. */
static bool
read_programmes(struct session *s, const char *code, GError **error)
{
	g_clear_pointer(&s->programmes, g_array_unref);
	return store_read_programmes(
	           s->store, STORE_NOW, s->text, &s->programmes, error) &&
	       choose_programme(s, code, error) &&
	       store_data_version(s->store, &s->data_version, error);
}

bool
session_open(const struct session_options *options, struct session **ret, GError **error)
{
	struct session *s = session_new(options, error);

	if (!s)
		return false;
	if (!store_open(options->path, options->write, &s->store, error) ||
	    !read_programmes(s, options->programme, error)) {
		session_free(s);
		return false;
	}
	*ret = s;
	return true;
}

bool
session_create(const struct session_options *options, const char *code, const char *name,
    struct session **ret, GError **error)
{
	struct session *s;
	int64_t id, change;

	if (text_is_blank(code) || text_is_blank(name)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Ett program måste ha kod och namn.");
		return false;
	}
	s = session_new(options, error);
	if (!s)
		return false;
	if (!store_create(options->path, &s->store, error)) {
		session_free(s);
		return false;
	}
	if (store_begin(s->store, error) &&
	    store_add_programme(s->store, code, name, &id, error) &&
	    session_commit(s, "init", "", 0, &change, error) &&
	    read_programmes(s, code, error)) {
		*ret = s;
		return true;
	}
	session_free(s);
	g_unlink(options->path); /* half a database is none */
	return false;
}

const char *
session_path(const struct session *s)
{
	return s->path;
}

const char *
session_who(const struct session *s)
{
	return s->who;
}

bool
session_read_only(const struct session *s)
{
	return store_read_only(s->store);
}

const struct programme *
session_programme(const struct session *s)
{
	return &s->programme;
}

GTimeZone *
session_zone(struct session *s)
{
	if (!s->zone) /* reads files: only when a time is shown or read */
		s->zone = g_time_zone_new_local();
	return s->zone;
}

int64_t
session_now_ms(const struct session *s)
{
	return s->fixed_now >= 0 ? s->fixed_now : g_get_real_time() / 1000;
}

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
	g_autoptr(GArray) programmes = NULL;
	struct programme programme = s->programme;

	if (change == STORE_NOW)
		return session_need_plan(s, parts, ret, error);
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

		if (b->grouping == GROUPING_MONTH && b->reports > 0)
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
	if (!(change == STORE_NOW
	            ? store_last_month(s->store, s->programme.id, &month, error)
	            : last_month_at(s, change, &month, error)))
		return false;
	if (!month && !view_moment(s, view, change, &at_ms, error))
		return false;
	*ret = month ? month : last_full_month(s, at_ms);
	return true;
}

bool
session_cutoff(struct session *s, int *ret, GError **error)
{
	return session_view_cutoff(s, NULL, STORE_NOW, ret, error);
}

/* Set aside what was read: it may be lent out. */
static void
set_aside(struct session *s)
{
	if (s->plan)
		g_ptr_array_add(s->old, g_steal_pointer(&s->plan));
	s->parts = 0;
}

bool
session_poll(struct session *s, bool *ret_changed, GError **error)
{
	int64_t version;

	if (!store_data_version(s->store, &version, error))
		return false;
	*ret_changed = version != s->data_version;
	if (!*ret_changed)
		return true;
	session_forget(s);
	return read_programmes(s, s->programme.code, error);
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
		set_aside(s);
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
	set_aside(s);
	if (!session_need_plan(s, parts, ret, error)) {
		store_rollback(s->store);
		return false;
	}
	return true;
}

bool
session_commit(struct session *s, const char *verb, const char *note, int64_t undoes,
    int64_t *ret_change, GError **error)
{
	bool ok = store_commit(
	    s->store, session_now_ms(s), s->who, verb, note, undoes, ret_change, error);

	session_forget(s);
	return ok;
}

void
session_cancel(struct session *s)
{
	store_rollback(s->store);
	session_forget(s);
}

void
session_no_action(const struct plan *plan, const char *code, GError **error)
{
	g_autoptr(GPtrArray) codes = g_ptr_array_new();
	g_autofree char *shown = text_display(code);
	const char *near;

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *action =
		    &g_array_index(plan->actions, struct action, i);

		g_ptr_array_add(codes, (gpointer)(uintptr_t)action->code);
	}
	g_ptr_array_add(codes, NULL);
	near = text_nearest(code, (const char *const *)codes->pdata);
	if (near)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Åtgärden \"%s\" finns inte. Menade du \"%s\"?", shown, near);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Åtgärden \"%s\" finns inte. \"sparplan oversikt --efter atgard "
		    "--urval "
		    "alla\" visar dem som finns.",
		    shown);
}

bool
session_backup(struct session *s, const char *path, bool overwrite, GError **error)
{
	return store_backup(s->store, path, overwrite, error);
}

void
session_sentence(const char *what, GError **error)
{
	g_autofree char *message = NULL;

	if (!error || !*error || (*error)->domain != SPARPLAN_ERROR ||
	    ((*error)->code != SPARPLAN_ERROR_INPUT &&
	        (*error)->code != SPARPLAN_ERROR_EXISTS) ||
	    g_str_has_suffix((*error)->message, "."))
		return;
	message = g_strdup_printf("%s: %s.", what, (*error)->message);
	g_free((*error)->message);
	(*error)->message = g_steal_pointer(&message);
}

bool
session_text(struct session *s, const char *text, const char **ret, GError **error)
{
	GStringChunk *pool;
	const char *start;
	size_t size;

	*ret = "";
	if (!text || !text[0])
		return true;
	if (!g_utf8_validate(text, -1, NULL)) {
		g_autofree char *shown = text_quote(text, strlen(text));

		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "texten %s är inte UTF-8; skriv den på nytt", shown);
		return false;
	}
	start = text_trim(text, &size);
	if (strlen(text) == size) {
		*ret = text;
		return true;
	}
	pool = g_string_chunk_new(size + 1);
	g_ptr_array_add(s->texts, pool);
	*ret = g_string_chunk_insert_len(pool, start, (gssize)size);
	return true;
}
