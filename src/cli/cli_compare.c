/*
 * cli_compare.c - jamfor: what differs between two instants, old to new.
 */

#include "calendar/month.h"
#include "cli/cli_edition.h"
#include "cli/cli_table.h"
#include "exchange/csv_write.h"
#include "exchange/json_write.h"

static struct {
	char *format, *unit;
} given;

const GOptionEntry compare_options[] = {
	{ "forvaltning", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
	    "bara förvaltningens egna åtgärder", "NAMN" },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, "text, csv eller json",
	    "FORMAT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* An amount as in the rows of fields: kr, or nothing. */
static void
csv_total(struct csv_writer *w, const struct compared_info *info,
    const struct amount *before_after)
{
	csv_plain(w, "");
	csv_plain(w, "");
	csv_plain(w, info->label);
	csv_amount(w, before_after[0]);
	csv_amount(w, before_after[1]);
	csv_end_row(w);
}

static void
write_csv(const struct comparison *c, GString *out)
{
	struct csv_writer w;

	csv_writer_init(&w, out);
	g_string_append(out, "id;åtgärd;uppgift;före;efter\r\n");
	for (int i = 0; i < COMPARED__N; i++)
		csv_total(&w, &compared_infos[i], c->totals[i]);
	for (guint i = 0; i < c->rows->len; i++) {
		const struct difference *d =
		    &g_array_index(c->rows, struct difference, i);
		const char *const cells[] = { d->action, d->name, d->field, d->before,
			d->after };

		for (size_t k = 0; k < G_N_ELEMENTS(cells); k++)
			csv_text(&w, cells[k]);
		csv_end_row(&w);
	}
}

static void
json_instant(struct json *json, const char *name, const struct overview *o)
{
	g_autofree char *at = instant_iso(o->at_ms);
	g_autofree char *month = month_text(o->cutoff);

	json_name(json, name);
	json_begin_object(json);
	json_int(json, "andring", o->change);
	json_text_or_null(json, "nar", o->change > 0 ? at : "");
	json_text(json, "avser", month);
	json_end_object(json);
}

static void
write_json(const struct comparison *c, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_instant(json, "fore", c->before);
	json_instant(json, "efter", c->after);
	json_name(json, "totalt");
	json_begin_array(json);
	for (int i = 0; i < COMPARED__N; i++) {
		json_begin_object(json);
		json_text(json, "matt", compared_infos[i].key);
		json_kr(json, "fore_kr", c->totals[i][0]);
		json_kr(json, "efter_kr", c->totals[i][1]);
		json_kr(json, "forandring_kr", compared_change(c, (enum compared)i));
		json_end_object(json);
	}
	json_end_array(json);
	json_name(json, "uppgifter");
	json_begin_array(json);
	for (guint i = 0; i < c->rows->len; i++) {
		const struct difference *d =
		    &g_array_index(c->rows, struct difference, i);

		json_begin_object(json);
		json_text_or_null(json, "id", d->action);
		json_text_or_null(json, "atgard", d->name);
		json_text(json, "uppgift", d->field);
		json_text_or_null(json, "fore", d->before);
		json_text_or_null(json, "efter", d->after);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
	json_finish(json, out);
}

static bool
check_order(int64_t first, int64_t second, GError **error)
{
	return first <= second ||
	       cli_usage(error,
	           "Den första tidpunkten är senare än den andra. Byt plats på dem.");
}

bool
compare_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "csv", "json", NULL };
	struct session *session = NULL;
	struct edition edition = { 0 };
	struct edition_query query = { .book = book_find("forandringar") };
	struct instant first, second;
	int64_t last;
	int format;
	bool ok;

	if (!open_format(given.format, formats, &format, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	query.view = (struct view){ .as_of = &second, .unit = given.unit };
	ok = open_instant(
	         session, "Den första tidpunkten", cli->words[0], &first, error) &&
	     open_instant(
	         session, "Den andra tidpunkten", cli->words[1], &second, error) &&
	     session_change_at(session, &first, &query.since, error) &&
	     session_change_at(session, &second, &last, error) &&
	     check_order(query.since, last, error) &&
	     edition_make(session, &query, &edition, error);
	if (ok && format == 0)
		ok = edition_draw(&edition, "Utkast", "text", cli->out, error);
	else if (ok && format == 1)
		write_csv(edition.changes, cli->out);
	else if (ok)
		write_json(edition.changes, cli->out);
	edition_clear(&edition);
	session_free(session);
	return ok;
}
