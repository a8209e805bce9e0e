/*
 * cli_round.c - omgang: the reporting rounds, who has reported, opening and closing.
 */

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/json_write.h"

static struct {
	char *due, *format;
	gboolean close, open;
} given;

const GOptionEntry round_options[] = {
	{ "senast", 0, 0, G_OPTION_ARG_FILENAME, &given.due,
	    "dagen då rapporterna ska vara lämnade; tomt tar bort den", "ÅÅÅÅ-MM-DD" },
	{ "stang", 0, 0, G_OPTION_ARG_NONE, &given.close,
	    "stäng omgången: den tar inte emot fler rapporter", NULL },
	{ "oppna", 0, 0, G_OPTION_ARG_NONE, &given.open, "öppna omgången igen", NULL },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, "text eller json",
	    "FORMAT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

static const char *
state_word(const struct round *round)
{
	return round->closed ? "stängd" : "öppen";
}

static void
append_row(GString *out, const char *label, const char *cutoff, const char *due,
    const char *state, const char *reported)
{
	text_cell(out, label, 13, -1, "…");
	text_cell(out, cutoff, 15, -1, "…");
	text_cell(out, due, 13, -1, "…");
	text_cell(out, state, 9, -1, "…");
	g_string_append_printf(out, "%s\n", reported);
}

static void
write_list(const struct rounds *rounds, GString *out)
{
	if (rounds->rows->len == 0) {
		g_string_append(out,
		    "Det finns ingen omgång ännu. Skapa en med \"sparplan "
		    "omgang DÅ04-2021\".\n");
		return;
	}
	append_row(out, "OMGÅNG", "AVSER T.O.M.", "SENAST", "LÄGE", "RAPPORTERAT");
	for (guint i = 0; i < rounds->rows->len; i++) {
		const struct round_row *row =
		    &g_array_index(rounds->rows, struct round_row, i);
		g_autofree char *cutoff = month_text(row->round.cutoff);
		g_autofree char *reported =
		    g_strdup_printf("%d av %d", row->reported, row->awaited);

		g_autofree char *label = text_display(row->round.label);
		g_autofree char *due = text_display(row->round.due);

		append_row(out, label, cutoff, *due ? due : "–", state_word(&row->round),
		    reported);
	}
}

static void
json_row(const struct round_row *row, struct json *json)
{
	g_autofree char *cutoff = month_text(row->round.cutoff);

	json_text(json, "namn", row->round.label);
	json_text(json, "avser", cutoff);
	json_text_or_null(json, "senast", row->round.due);
	json_bool(json, "stangd", row->round.closed);
	json_int(json, "rapporterat", row->reported);
	json_int(json, "raknas", row->awaited);
}

static void
write_list_json(const struct rounds *rounds, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_name(json, "omgangar");
	json_begin_array(json);
	for (guint i = 0; i < rounds->rows->len; i++) {
		json_begin_object(json);
		json_row(&g_array_index(rounds->rows, struct round_row, i), json);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

static void
write_one(const struct rounds *rounds, const struct round_row *row, GString *out)
{
	g_autoptr(GPtrArray) missing = rounds_missing(rounds, row->round.id);
	g_autofree char *cutoff = month_text(row->round.cutoff);
	g_autofree char *label = text_display(row->round.label);
	g_autofree char *due = text_display(row->round.due);

	g_string_append_printf(out, "Omgång %s, avser t.o.m. %s, ", label, cutoff);
	if (*due)
		g_string_append_printf(out, "senast %s, ", due);
	g_string_append_printf(out, "%s\n", state_word(&row->round));
	g_string_append_printf(out, "%d av %d åtgärder som räknas har rapporterat.\n",
	    row->reported, row->awaited);
	if (missing->len)
		g_string_append(out, "Utan rapport:\n");
	for (guint i = 0; i < missing->len; i++) {
		const struct action *action = missing->pdata[i];
		g_autofree char *code = text_display(action->code);
		g_autofree char *name = text_display(action->name);

		g_string_append_printf(out, "  %s  %s\n", code, name);
	}
}

static void
write_one_json(const struct rounds *rounds, const struct round_row *row, GString *out)
{
	g_autoptr(GPtrArray) missing = rounds_missing(rounds, row->round.id);
	struct json *json = json_new();

	json_begin_object(json);
	json_row(row, json);
	json_name(json, "saknas");
	json_begin_array(json);
	for (guint i = 0; i < missing->len; i++)
		json_add_text(json, ((const struct action *)missing->pdata[i])->code);
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

/* What was done, and for a closing what it left out. */
static void
append_done(const struct round_row *row, const struct saved *saved, GString *out)
{
	int missing = row->awaited - row->reported;

	if (!saved->known)
		g_string_append_printf(out, "Omgången %s är skapad.\n", row->round.label);
	if (given.close || given.open)
		g_string_append_printf(out, "Omgången %s %s %s.\n", row->round.label,
		    saved->change ? "är nu" : "var redan", state_word(&row->round));
	if (given.close && missing > 0)
		g_string_append_printf(out,
		    "%d av %d åtgärder som räknas saknar rapport i den.\n", missing,
		    row->awaited);
}

static bool
show(struct cli *cli, struct session *session, const char *label, int format,
    const struct saved *saved, GError **error)
{
	struct rounds *rounds = NULL;
	const struct round_row *row = NULL;

	if (!session_rounds(session, &rounds, error))
		return false;
	if (label)
		row = rounds_find(rounds, label);
	if (format == 0 && row && saved)
		append_done(row, saved, cli->out);
	if (!label && format == 0)
		write_list(rounds, cli->out);
	else if (!label)
		write_list_json(rounds, cli->out);
	else if (row && format == 0)
		write_one(rounds, row, cli->out);
	else if (row)
		write_one_json(rounds, row, cli->out);
	rounds_free(rounds);
	return true;
}

/* Is there a round of that name already? */
static bool
look(struct session *session, const char *label, bool *ret, GError **error)
{
	struct rounds *rounds = NULL;

	if (!session_rounds(session, &rounds, error))
		return false;
	*ret = rounds_find(rounds, label) != NULL;
	rounds_free(rounds);
	return true;
}

static bool
change(struct cli *cli, const char *label, int format, GError **error)
{
	const struct round_edit edit = { label, given.due,
		given.close  ? 1
		: given.open ? 0
		             : -1 };
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool ok;

	if (!open_session(cli, true, &session, error))
		return false;
	ok = session_set_round(session, &edit, &saved, error);
	cli->saved = ok && saved.change != 0;
	ok = ok && show(cli, session, label, format, &saved, error);
	session_free(session);
	return ok;
}

/* One that is there is shown, to those too who may not write; else it is made. */
static bool
show_or_make(struct cli *cli, const char *label, int format, GError **error)
{
	struct session *session = NULL;
	bool there = false, ok;

	if (!open_session(cli, false, &session, error))
		return false;
	ok = look(session, label, &there, error) &&
	     (!there || show(cli, session, label, format, NULL, error));
	session_free(session);
	return ok && (there || change(cli, label, format, error));
}

bool
round_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "json", NULL };
	g_autofree char *label = NULL;
	struct session *session = NULL;
	GError *cause = NULL;
	int format, cutoff;
	bool changes = given.due || given.close || given.open, ok;

	if (!open_format(given.format, formats, &format, error))
		return false;
	if (given.close && given.open)
		return cli_usage(
		    error, "--stang och --oppna säger emot varandra. Ge en av dem.");
	if (changes && cli->n_words == 0)
		return cli_usage(error, "Omgångens namn saknas. Skriv till exempel "
		                        "\"sparplan omgang DÅ04-2021 --stang\".");
	if (cli->n_words && !round_parse(cli->words[0], &label, &cutoff, &cause))
		return open_refuse(error, "Omgången", cause);
	if (changes)
		return change(cli, label, format, error);
	if (label)
		return show_or_make(cli, label, format, error);
	if (!open_session(cli, false, &session, error))
		return false;
	ok = show(cli, session, NULL, format, NULL, error);
	session_free(session);
	return ok;
}
