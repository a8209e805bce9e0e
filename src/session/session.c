/* session.c - opening a plan, and what every part of the session says alike. */
#include "session/session.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "session/state.h"
#include "session/upkeep.h"

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
	const char *who;
	size_t bytes;

	s->path = g_strdup(options->path);
	who = text_trim(
	    text_is_blank(options->who) ? g_get_user_name() : options->who, &bytes);
	s->who = g_strndup(who, bytes);
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

const struct programme *
session_find_programme(const struct session *s, const char *code, GError **error)
{
	g_autoptr(GString) known = g_string_new(NULL);
	g_autofree char *shown = text_display(code);

	for (guint i = 0; i < s->programmes->len; i++) {
		const struct programme *p =
		    &g_array_index(s->programmes, struct programme, i);

		if (strcmp(p->code, code) == 0)
			return p;
		g_string_append_printf(known, "%s%s", known->len ? ", " : "", p->code);
	}
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
	    "Programmet \"%s\" finns inte. De som finns är: %s.", shown, known->str);
	return NULL;
}

/* The one asked for, else the one the settings name, else the first. */
static bool
choose_programme(struct session *s, const char *code, GError **error)
{
	const struct programme *chosen =
	    s->programmes->len ? &g_array_index(s->programmes, struct programme, 0)
	                       : NULL;
	struct settings settings;

	if (code || !chosen)
		chosen = session_find_programme(s, code ? code : "", error);
	else if (s->programmes->len > 1) { /* with one there is no choice to read about */
		if (!session_settings_at(s, STORE_NOW, &settings, error))
			return false;
		for (guint i = 0; i < s->programmes->len; i++) {
			const struct programme *p =
			    &g_array_index(s->programmes, struct programme, i);

			if (strcmp(p->code, settings.text[SETTING_PROGRAMME]) == 0)
				chosen = p;
		}
	}
	if (chosen)
		s->programme = *chosen;
	return chosen != NULL;
}

/* Programmes and the one that is worked with. */
bool
session_read_programmes(struct session *s, const char *code, GError **error)
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
	    !session_read_programmes(s, options->programme, error)) {
		session_free(s);
		return false;
	}
	*ret = s;
	return true;
}

/* History of a setting begins with its default, and any tool can read what holds. */
bool
session_start_settings(struct session *s, int64_t programme, GError **error)
{
	for (int i = 0; i < SETTING__N; i++)
		if (!setting_infos[i].shared &&
		    !store_add_setting(s->store, programme, setting_infos[i].name,
		        setting_infos[i].otherwise, error))
			return false;
	return true;
}

bool
session_create(const struct session_options *options, const char *code, const char *name,
    struct session **ret, GError **error)
{
	struct session *s;
	int64_t id, change;

	if (!session_named(code, name, error))
		return false;
	s = session_new(options, error);
	if (!s)
		return false;
	if (!store_create(options->path, &s->store, error)) {
		session_free(s);
		return false;
	}
	if (store_begin(s->store, error) &&
	    store_add_programme(s->store, code, name, &id, error) &&
	    session_start_settings(s, id, error) &&
	    session_commit(s, "init", "", 0, &change, error) &&
	    session_read_programmes(s, code, error)) {
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

char *
session_technics(const struct session *s, const GError *error)
{
	const char *answer = store_answer_behind(error->message);

	return g_strdup_printf("Databas: %s\n%s\nFelkod: %s %d", s->path,
	    answer != NULL ? answer : "SQLite: inget fel",
	    g_quark_to_string(error->domain), error->code);
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
	return session_read_programmes(s, s->programme.code, error);
}

void
session_no_action(const struct plan *plan, const char *code, GError **error)
{
	session_no_action_on(plan, code, false, error);
}

void
session_no_action_on(
    const struct plan *plan, const char *code, bool screen, GError **error)
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
		    screen
		        ? "Åtgärden \"%s\" finns inte. Åtgärdslistan visar dem som finns."
		        : "Åtgärden \"%s\" finns inte. \"sparplan oversikt --efter "
		          "atgard --urval alla\" visar dem som finns.",
		    shown);
}

bool
session_backup(struct session *s, const char *path, bool overwrite, GError **error)
{
	return store_backup(s->store, path, overwrite, error);
}

bool
session_set_public(struct session *s, bool there, int *ret, GError **error)
{
	return store_set_public(s->store, there, ret, error);
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
	char *own;
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
	if (strlen(text) == size && !strchr(text, '\r')) {
		*ret = text;
		return true;
	}
	pool = g_string_chunk_new(size + 1);
	g_ptr_array_add(s->texts, pool);
	own = g_string_chunk_insert_len(pool, start, (gssize)size);
	text_newlines(own);
	*ret = own;
	return true;
}

bool
session_last_change(struct session *s, struct last_change *ret, GError **error)
{
	struct change last = { 0 };

	if (!store_last_change(s->store, &last, error))
		return false;
	*ret =
	    (struct last_change){ last.number, last.at_ms, g_steal_pointer(&last.who) };
	change_clear(&last);
	return true;
}

void
last_change_clear(struct last_change *last)
{
	g_clear_pointer(&last->who, g_free);
	last->number = last->at_ms = 0;
}

void
session_set_screen(struct session *s)
{
	s->screen = true;
}

void
session_set_wait(struct session *s, session_wait *wait, void *user)
{
	store_set_wait(s->store, wait, user);
}
