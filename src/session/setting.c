/* setting.c - thresholds, weights and rules: read, told of and set. */
#include <string.h>

#include "base/error.h"
#include "session/state.h"

bool
session_settings(
    struct session *s, const struct view *view, struct settings *ret, GError **error)
{
	int64_t change;

	return session_view_change(s, view, &change, error) &&
	       session_settings_at(s, change, ret, error);
}

/* Whose the setting is: 0 for the whole database. */
static int64_t
owner(const struct session *s, enum setting setting)
{
	return setting_infos[setting].shared ? 0 : s->programme.id;
}

static const char *
in_force(enum setting setting, const char *value)
{
	return value[0] ? value : setting_infos[setting].otherwise;
}

bool
session_setting_history(
    struct session *s, enum setting setting, GArray **ret, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(256);
	const char *before = setting_infos[setting].otherwise;
	g_autoptr(GArray) said = NULL;
	GArray *history;

	g_ptr_array_add(s->texts, pool);
	if (!store_read_setting_history(s->store, owner(s, setting),
	        setting_infos[setting].name, pool, &said, error))
		return false;
	history = g_array_new(FALSE, FALSE, sizeof(struct setting_change));
	for (guint i = 0; i < said->len; i++) {
		const struct setting_row *row =
		    &g_array_index(said, struct setting_row, i);
		struct setting_change change = { row->change, row->at_ms, row->who,
			before, in_force(setting, row->value) };

		/* the row that a programme is born with changes nothing */
		if (strcmp(change.old_text, change.new_text) != 0)
			g_array_prepend_val(history, change);
		before = change.new_text;
	}
	*ret = history;
	return true;
}

/* The value in its canonical writing, the default where it is blank; g_free. */
static char *
read_value(struct session *s, const struct setting_edit *edit, GError **error)
{
	const char *name = setting_infos[edit->setting].name;
	const char *value;
	char *canonical = NULL;

	if (!session_text(s, edit->value, &value, error) ||
	    !setting_parse(edit->setting, value, &canonical, error)) {
		session_sentence(name, error);
		return NULL;
	}
	if (canonical[0] == '\0') {
		g_free(canonical);
		return g_strdup(setting_infos[edit->setting].otherwise);
	}
	if (edit->setting == SETTING_PROGRAMME &&
	    !session_find_programme(s, canonical, error))
		g_clear_pointer(&canonical, g_free);
	return canonical;
}

/* Gult that asks for more than grönt would never be shown. */
static bool
check_thresholds(const struct settings *settings, GError **error)
{
	if (settings->number[SETTING_EFFECT_YELLOW] <=
	    settings->number[SETTING_EFFECT_GREEN])
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "%s (%s) är högre än %s (%s), så inget skulle bli gult. Sänk %s eller höj "
	    "%s.",
	    setting_infos[SETTING_EFFECT_YELLOW].name,
	    settings->text[SETTING_EFFECT_YELLOW],
	    setting_infos[SETTING_EFFECT_GREEN].name,
	    settings->text[SETTING_EFFECT_GREEN],
	    setting_infos[SETTING_EFFECT_YELLOW].name,
	    setting_infos[SETTING_EFFECT_GREEN].name);
	return false;
}

/* Lay the edits over what holds and write those that differ. */
static bool
set_all(struct session *s, const struct setting_edit *edits, size_t n, GPtrArray *values,
    GString *note, GError **error)
{
	struct settings settings;

	if (!session_settings_at(s, STORE_NOW, &settings, error))
		return false;
	for (size_t i = 0; i < n; i++) {
		enum setting setting = edits[i].setting;
		char *value = read_value(s, &edits[i], error);

		if (!value)
			return false;
		g_ptr_array_add(values, value);
		if (strcmp(settings.text[setting], value) == 0)
			continue;
		settings_take(&settings, setting_infos[setting].name, value);
		g_string_append_printf(note, "%s%s=%s", note->len ? ", " : "",
		    setting_infos[setting].name, value);
		if (!store_add_setting(s->store, owner(s, setting),
		        setting_infos[setting].name, value, error))
			return false;
	}
	return note->len == 0 || check_thresholds(&settings, error);
}

bool
session_set(struct session *s, const struct setting_edit *edits, size_t n,
    struct saved *ret, GError **error)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) note = g_string_new(NULL);
	struct saved saved = { 0 };
	const struct plan *plan;
	bool ok;

	if (!session_begin_on(s, STORE_BASE, &plan, error))
		return false;
	ok = set_all(s, edits, n, values, note, error);
	if (!session_end(
	        s, ok, note->len > 0, "inställning", note->str, &saved.change, error))
		return false;
	*ret = saved;
	return true;
}
