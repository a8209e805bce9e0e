/*
 * draft.c - drafts as text: in memory, and in their file.
 */
#include "tui/draft.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEAD  "utkast"
#define LARGE (4 * 1024 * 1024) /* bytes; a file that is larger is none of ours */

/* ---- in memory --------------------------------------------------------------------- */

static void
field_free(gpointer data)
{
	struct draft_field *field = data;

	g_free(field->label);
	g_free(field->before);
	g_free(field->text);
}

void
draft_init(struct draft *draft)
{
	draft->verb = g_strdup("");
	draft->subject = g_strdup("");
	draft->title = g_strdup("");
	draft->fields = g_array_new(FALSE, FALSE, sizeof(struct draft_field));
	g_array_set_clear_func(draft->fields, field_free);
}

static void
put(char **text, const char *value)
{
	g_free(*text);
	*text = g_strdup(value != NULL ? value : "");
}

void
draft_name(struct draft *draft, const char *verb, const char *subject, const char *title)
{
	put(&draft->verb, verb);
	put(&draft->subject, subject);
	put(&draft->title, title);
}

void
draft_clear(struct draft *draft)
{
	g_free(draft->verb);
	g_free(draft->subject);
	g_free(draft->title);
	g_array_unref(draft->fields);
}

void
draft_add(
    struct draft *draft, int id, const char *label, const char *before, const char *text)
{
	struct draft_field field = { id, g_strdup(label), g_strdup(before),
		g_strdup(text) };

	g_array_append_val(draft->fields, field);
}

const struct draft_field *
draft_find(const struct draft *draft, int id)
{
	for (guint i = 0; i < draft->fields->len; i++) {
		const struct draft_field *field =
		    &g_array_index(draft->fields, struct draft_field, i);

		if (field->id == id)
			return field;
	}
	return NULL;
}

static void
item_free(gpointer data)
{
	draft_clear(data);
	g_free(data);
}

struct drafts *
drafts_new(void)
{
	struct drafts *drafts = g_new0(struct drafts, 1);

	drafts->programme = g_strdup("");
	drafts->items = g_ptr_array_new_with_free_func(item_free);
	return drafts;
}

void
drafts_free(struct drafts *drafts)
{
	if (drafts == NULL)
		return;
	g_free(drafts->programme);
	g_ptr_array_unref(drafts->items);
	g_free(drafts);
}

/* ---- the file ---------------------------------------------------------------------- */

char *
draft_path(const char *database, const char *who)
{
	const char *state = g_getenv("XDG_STATE_HOME");
	g_autofree char *home =
	    state != NULL && g_path_is_absolute(state)
	        ? g_strdup(state)
	        : g_build_filename(g_get_home_dir(), ".local", "state", NULL);
	g_autofree char *folder = g_build_filename(home, "sparplan", "utkast", NULL);
	g_autofree char *whole = g_canonicalize_filename(database, NULL);
	g_autofree char *key = g_strconcat(whole, "\n", who, NULL);
	g_autofree char *name = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);

	if (g_mkdir_with_parents(folder, 0700) != 0)
		return NULL;
	return g_build_filename(folder, name, NULL);
}

static void
write_item(GKeyFile *file, guint index, const struct draft *draft)
{
	g_autofree char *group = g_strdup_printf("%u", index);

	g_key_file_set_string(file, group, "sätt", draft->verb);
	g_key_file_set_string(file, group, "vad", draft->subject);
	g_key_file_set_string(file, group, "rubrik", draft->title);
	for (guint i = 0; i < draft->fields->len; i++) {
		const struct draft_field *field =
		    &g_array_index(draft->fields, struct draft_field, i);
		g_autofree char *part = g_strdup_printf("%u.%u", index, i);

		g_key_file_set_integer(file, part, "fält", field->id);
		g_key_file_set_string(file, part, "namn", field->label);
		g_key_file_set_string(file, part, "före", field->before);
		g_key_file_set_string(file, part, "skrivet", field->text);
	}
}

bool
drafts_write(const struct drafts *drafts, const char *path, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autofree char *text = NULL;
	gsize length;

	g_key_file_set_string(file, HEAD, "program", drafts->programme);
	g_key_file_set_int64(file, HEAD, "tid", drafts->at_ms);
	g_key_file_set_integer(file, HEAD, "månad", drafts->cutoff);
	g_key_file_set_integer(file, HEAD, "enhet", drafts->unit);
	for (guint i = 0; i < drafts->items->len; i++)
		write_item(file, i, g_ptr_array_index(drafts->items, i));
	text = g_key_file_to_data(file, &length, NULL);
	return g_file_set_contents_full(path, text, (gssize)length,
	    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static char *
get(GKeyFile *file, const char *group, const char *key)
{
	char *text = g_key_file_get_string(file, group, key, NULL);

	return text != NULL ? text : g_strdup("");
}

static struct draft *
read_item(GKeyFile *file, guint index)
{
	g_autofree char *group = g_strdup_printf("%u", index);
	struct draft *draft;

	if (!g_key_file_has_group(file, group))
		return NULL;
	draft = g_new0(struct draft, 1);
	draft->verb = get(file, group, "sätt");
	draft->subject = get(file, group, "vad");
	draft->title = get(file, group, "rubrik");
	draft->fields = g_array_new(FALSE, FALSE, sizeof(struct draft_field));
	g_array_set_clear_func(draft->fields, field_free);
	for (guint i = 0;; i++) {
		g_autofree char *part = g_strdup_printf("%u.%u", index, i);
		struct draft_field field;

		if (!g_key_file_has_group(file, part))
			return draft;
		field = (struct draft_field){ g_key_file_get_integer(
			                          file, part, "fält", NULL),
			get(file, part, "namn"), get(file, part, "före"),
			get(file, part, "skrivet") };
		g_array_append_val(draft->fields, field);
	}
}

struct drafts *
drafts_read(const char *path)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	struct drafts *drafts;
	struct draft *item;
	GStatBuf there;

	if (g_lstat(path, &there) != 0 || !S_ISREG(there.st_mode) ||
	    there.st_size > LARGE ||
	    !g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL) ||
	    !g_key_file_has_group(file, HEAD))
		return NULL;
	drafts = drafts_new();
	g_free(drafts->programme);
	drafts->programme = get(file, HEAD, "program");
	drafts->at_ms = g_key_file_get_int64(file, HEAD, "tid", NULL);
	drafts->cutoff = g_key_file_get_integer(file, HEAD, "månad", NULL);
	drafts->unit = g_key_file_get_integer(file, HEAD, "enhet", NULL);
	for (guint i = 0; (item = read_item(file, i)) != NULL; i++)
		g_ptr_array_add(drafts->items, item);
	return drafts;
}
