/* programmes.c - the programmes of a file: listing, choosing and making them. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "session/state.h"

bool
session_whole(
    struct session *s, const struct view *view, const struct plan **ret, GError **error)
{
	int64_t change = STORE_NOW;
	struct plan *plan;

	if ((view && !session_view_change(s, view, &change, error)) ||
	    !session_plan_at(s, change, STORE_ALL, &plan, error))
		return false;
	*ret = plan;
	return true;
}

bool
session_programmes(struct session *s, GArray **ret, GError **error)
{
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct programme_row));
	g_autoptr(GStringChunk) pool = g_string_chunk_new(1024);

	for (guint i = 0; i < s->programmes->len; i++) {
		const struct programme *p =
		    &g_array_index(s->programmes, struct programme, i);
		struct programme_row row = { p->code, p->name, 0,
			p->id == s->programme.id };
		g_autoptr(GArray) places = NULL;

		if (!store_read_places(s->store, p->id, pool, &places, error))
			return false;
		row.actions = (int)places->len;
		g_array_append_val(rows, row);
	}
	*ret = g_steal_pointer(&rows);
	return true;
}

bool
session_choose(struct session *s, const char *code, GError **error)
{
	const struct programme *chosen = session_find_programme(s, code, error);

	if (!chosen)
		return false;
	session_forget(s);
	s->programme = *chosen;
	return true;
}

bool
session_named(const char *code, const char *name, GError **error)
{
	if (!text_is_blank(code) && !text_is_blank(name))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Ett program måste ha kod och namn.");
	return false;
}

static bool
is_new(const struct session *s, const char *code, GError **error)
{
	g_autofree char *shown = text_display(code);

	if (!session_find_programme(s, code, NULL))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS,
	    "Programmet \"%s\" finns redan. Välj en annan kod.", shown);
	return false;
}

bool
session_add_programme(struct session *s, const char *code, const char *name,
    struct saved *ret, GError **error)
{
	struct saved saved = { 0 };
	struct plan *plan;
	bool ok;

	if (!session_named(code, name, error) ||
	    !session_begin(s, STORE_BASE, &plan, error))
		return false;
	ok = is_new(s, code, error) &&
	     store_add_programme(s->store, code, name, &saved.id, error) &&
	     session_start_settings(s, saved.id, error);
	if (!session_end(s, ok, true, "program", code, &saved.change, error) ||
	    !session_read_programmes(s, code, error))
		return false;
	*ret = saved;
	return true;
}
