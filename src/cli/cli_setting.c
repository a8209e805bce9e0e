/*
 * cli_setting.c - installning: the settings of a programme, shown and changed.
 */
#include <string.h>

#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/json_write.h"

static struct {
	char *format;
} given;

const GOptionEntry setting_options[] = { { "format", 0, 0, G_OPTION_ARG_FILENAME,
	                                     &given.format, "text eller json", "FORMAT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

#define NAME_WIDTH    20
#define VALUE_WIDTH   9
#define DEFAULT_WIDTH 12
#define MEANING_WIDTH 38

static void
append_row(GString *out, const char *name, const char *value, const char *otherwise,
    const char *meaning)
{
	g_autoptr(GPtrArray) lines = text_wrap(meaning, MEANING_WIDTH);

	for (guint i = 0; i < lines->len; i++) {
		text_cell(out, i ? "" : name, NAME_WIDTH, -1, "…");
		text_cell(out, i ? "" : value, VALUE_WIDTH, -1, "…");
		text_cell(out, i ? "" : otherwise, DEFAULT_WIDTH, -1, "…");
		g_string_append_printf(out, "%s\n", (const char *)lines->pdata[i]);
	}
}

static void
write_table(const struct settings *settings, GString *out)
{
	append_row(out, "NAMN", "VÄRDE", "STANDARD", "BETYDELSE");
	for (int i = 0; i < SETTING__N; i++) {
		const struct setting_info *info = &setting_infos[i];
		g_autofree char *value = text_display(settings->text[i]);
		const char *otherwise = *info->otherwise ? info->otherwise : "–";

		/* "ja" here would be read as the default of what is yes or no */
		if (setting_is_default(settings, (enum setting)i))
			otherwise = "";
		append_row(
		    out, info->name, *value ? value : "–", otherwise, info->meaning);
	}
}

static void
json_setting(const struct settings *settings, int i, struct json *json)
{
	json_text(json, "namn", setting_infos[i].name);
	json_text_or_null(json, "varde", settings->text[i]);
	json_text_or_null(json, "standard", setting_infos[i].otherwise);
	json_bool(json, "ar_standard", setting_is_default(settings, (enum setting)i));
	json_text(json, "betydelse", setting_infos[i].meaning);
}

static void
write_table_json(const struct settings *settings, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_name(json, "installningar");
	json_begin_array(json);
	for (int i = 0; i < SETTING__N; i++) {
		json_begin_object(json);
		json_setting(settings, i, json);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

static void
write_one(const struct settings *settings, enum setting setting, const GArray *history,
    GTimeZone *zone, GString *out)
{
	const struct setting_info *info = &setting_infos[setting];
	g_autofree char *value = text_display(settings->text[setting]);

	g_string_append_printf(out, "%s = %s%s\n", info->name, *value ? value : "–",
	    setting_is_default(settings, setting) ? " (standard)" : "");
	g_string_append_printf(out, "%s\n", info->meaning);
	if (history->len == 0)
		g_string_append(out, "Den har aldrig ändrats.\n");
	for (guint i = 0; i < history->len; i++) {
		const struct setting_change *c =
		    &g_array_index(history, struct setting_change, i);
		g_autofree char *at = instant_text(c->at_ms, zone);
		g_autofree char *who = text_display(c->who);
		g_autofree char *before = text_display(c->old_text);
		g_autofree char *after = text_display(c->new_text);

		g_string_append_printf(out, "#%" G_GINT64_FORMAT "  %s  %s  %s → %s\n",
		    c->change, at, who, *before ? before : "–", *after ? after : "–");
	}
}

static void
write_one_json(const struct settings *settings, enum setting setting,
    const GArray *history, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_setting(settings, (int)setting, json);
	json_name(json, "historik");
	json_begin_array(json);
	for (guint i = 0; i < history->len; i++) {
		const struct setting_change *c =
		    &g_array_index(history, struct setting_change, i);
		g_autofree char *at = instant_iso(c->at_ms);

		json_begin_object(json);
		json_int(json, "andring", c->change);
		json_text(json, "nar", at);
		json_text(json, "vem", c->who);
		json_text_or_null(json, "fran", c->old_text);
		json_text_or_null(json, "till", c->new_text);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

static bool
show(struct cli *cli, struct session *session, int format, GError **error)
{
	g_autoptr(GArray) history = NULL;
	struct settings settings;
	enum setting setting = SETTING__N;

	if (cli->n_words && !setting_find(cli->words[0], &setting, error))
		return false;
	if (!session_settings(session, NULL, &settings, error) ||
	    (cli->n_words && !session_setting_history(session, setting, &history, error)))
		return false;
	if (!history && format == 0)
		write_table(&settings, cli->out);
	else if (!history)
		write_table_json(&settings, cli->out);
	else if (format == 0)
		write_one(&settings, setting, history, session_zone(session), cli->out);
	else
		write_one_json(&settings, setting, history, cli->out);
	return true;
}

/* NAMN=VÄRDE; `word` is cut at the '='. */
static bool
take_word(GArray *edits, char *word, GError **error)
{
	struct setting_edit edit = { 0 };
	char *equals = strchr(word, '=');

	if (!equals)
		return cli_usage(error,
		    "\"%s\" saknar likhetstecken. Visa en inställning i taget, eller "
		    "skriv NAMN=VÄRDE för alla.",
		    word);
	*equals = '\0';
	if (!setting_find(word, &edit.setting, error))
		return false;
	edit.value = equals + 1;
	for (guint i = 0; i < edits->len; i++)
		if (g_array_index(edits, struct setting_edit, i).setting == edit.setting)
			return cli_usage(error,
			    "Inställningen \"%s\" ges två gånger. Ge den en gång.",
			    setting_infos[edit.setting].name);
	g_array_append_val(edits, edit);
	return true;
}

static bool
set(struct cli *cli, GError **error)
{
	g_autoptr(GArray) edits = g_array_new(FALSE, TRUE, sizeof(struct setting_edit));
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool ok;

	if (given.format)
		return cli_usage(error, "--format gäller när inställningar visas. Ta "
		                        "bort det när du ändrar.");
	for (int i = 0; i < cli->n_words; i++)
		if (!take_word(edits, cli->words[i], error))
			return false;
	if (!open_session(cli, true, &session, error))
		return false;
	ok = session_set(session, (const struct setting_edit *)(gconstpointer)edits->data,
	    edits->len, &saved, error);
	cli->saved = ok && saved.change != 0;
	if (ok)
		g_string_append(cli->out, cli->saved ? "ok\n" : "oförändrad\n");
	session_free(session);
	return ok;
}

bool
setting_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "json", NULL };
	struct session *session = NULL;
	int format;
	bool ok;

	if (!open_format(given.format, formats, &format, error))
		return false;
	if (cli->n_words > 1 || (cli->n_words == 1 && strchr(cli->words[0], '=')))
		return set(cli, error);
	if (!open_session(cli, false, &session, error))
		return false;
	ok = show(cli, session, format, error);
	session_free(session);
	return ok;
}
