/*
 * cli_preview.c - collecting what an import would do, and telling it by action.
 */
#include "cli/cli_preview.h"

#include "base/text.h"

#define LINES_MAX IMPORT_FACTS_TOLD

struct preview {
	GPtrArray *order;  /* of actions; borrowed from `lines` */
	GHashTable *lines; /* action -> GString of its lines */
	guint kept;
	bool dropped;
};

static void
lines_free(void *data)
{
	g_string_free(data, TRUE);
}

struct preview *
preview_new(void)
{
	struct preview *preview = g_new0(struct preview, 1);

	preview->order = g_ptr_array_new();
	preview->lines =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, lines_free);
	return preview;
}

void
preview_free(struct preview *preview)
{
	if (!preview)
		return;
	g_ptr_array_unref(preview->order);
	g_hash_table_destroy(preview->lines);
	g_free(preview);
}

static GString *
lines_of(struct preview *preview, const char *action)
{
	GString *lines = g_hash_table_lookup(preview->lines, action);

	if (!lines) {
		char *key = g_strdup(action);

		lines = g_string_new(NULL);
		g_hash_table_insert(preview->lines, key, lines);
		g_ptr_array_add(preview->order, key);
	}
	return lines;
}

static void
append_value(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	g_string_append(out, *safe ? safe : "–");
}

static void
append_line(GString *out, const struct import_told *told)
{
	static const char *const fates[] = { [IMPORT_NEW] = "nytt",
		[IMPORT_CHANGED] = "ändras",
		[IMPORT_SAME] = "oförändrat",
		[IMPORT_LATER] = "vägras: skrivet av någon annan sedan mallen gjordes" };
	g_autofree char *who = text_display(told->who);

	g_string_append(out, "  ");
	if (told->fate == IMPORT_SINCE)
		g_string_append_printf(out,
		    "sedan mallen gjordes, #%" G_GINT64_FORMAT " %s: ", told->change,
		    who);
	append_value(out, told->field);
	/* a report may be one without saying anything */
	if (*told->before || *told->after) {
		g_string_append(out, ": ");
		append_value(out, told->before);
		if (told->fate != IMPORT_SAME) {
			g_string_append(out, " → ");
			append_value(out, told->after);
		}
	}
	if (told->fate != IMPORT_SINCE)
		g_string_append_printf(out, " (%s)", fates[told->fate]);
	if (*told->file) {
		g_autofree char *base = g_path_get_basename(told->file);

		g_string_append(out, ", ");
		append_value(out, base);
	}
	g_string_append_c(out, '\n');
}

static void
append_doubt(GString *out, const struct import_told *told)
{
	g_string_append(out, "  OBS ");
	append_value(out, told->doubt);
	g_string_append_c(out, '\n');
}

/* NULL: enough is told. */
static GString *
next_line(struct preview *preview, const struct import_told *told)
{
	preview->dropped = preview->kept >= LINES_MAX;
	preview->kept += !preview->dropped;
	return preview->dropped ? NULL : lines_of(preview, told->action);
}

void
preview_tell(void *user, const struct import_told *told)
{
	GString *lines = next_line(user, told);

	if (lines)
		append_line(lines, told);
	if (lines && *told->doubt)
		append_doubt(lines, told);
}

void
preview_doubt(void *user, const struct import_told *told)
{
	GString *lines = next_line(user, told);

	if (lines)
		append_doubt(lines, told);
}

void
preview_append(const struct preview *preview, GString *out)
{
	for (guint i = 0; i < preview->order->len; i++) {
		const char *action = g_ptr_array_index(preview->order, i);
		const GString *lines = g_hash_table_lookup(preview->lines, action);
		g_autofree char *safe = text_display(action);

		g_string_append_printf(
		    out, "%s\n%s", *safe ? safe : "Programmet", lines->str);
	}
	if (preview->dropped)
		g_string_append(out, "… och fler.\n");
}
