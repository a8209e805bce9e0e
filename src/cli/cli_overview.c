/*
 * cli_overview.c - oversikt: targets, plan and realised per group and year.
 *
 * The CSV goes straight into one buffer: this is the command that is run most, and whose
 * cost must not be in the printing.
 */
#include <string.h>

#include "cli/cli_key_figures.h"
#include "cli/cli_open.h"
#include "cli/cli_scenario.h"
#include "cli/cli_table.h"
#include "exchange/csv_write.h"
#include "exchange/json_write.h"
#include "money/money_format.h"
#include "reports/book/book.h"

static struct {
	char *grouping, *selection, *cutoff, *as_of, *format, *path;
	char **without, **delays;
	gboolean overwrite, key_figures;
} given;

const GOptionEntry overview_options[] = { { "efter", 0, 0, G_OPTION_ARG_FILENAME,
	                                      &given.grouping,
	                                      "gruppera efter forvaltning, mottagare, "
	                                      "typ, omrade, atgard eller kostnadsslag",
	                                      "GRUPP" },
	{ "urval", 0, 0, G_OPTION_ARG_FILENAME, &given.selection,
	    "raknas mot kravet, utanfor eller alla", "URVAL" },
	{ "avser", 0, 0, G_OPTION_ARG_FILENAME, &given.cutoff, HELP_CUTOFF, "ÅÅÅÅ-MM" },
	{ "per", 0, 0, G_OPTION_ARG_FILENAME, &given.as_of, HELP_AS_OF, "TIDPUNKT" },
	{ "utan", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.without,
	    "scenario: räkna som om åtgärderna inte fanns", "ID[,ID…]" },
	{ "forsena", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.delays,
	    "scenario: det som återstår i åtgärden kommer N månader senare", "ID=N" },
	{ "nyckeltal", 0, 0, G_OPTION_ARG_NONE, &given.key_figures,
	    "alla mått för programmet, med vad de vilar på", NULL },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, "text, csv eller json",
	    "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

/* An option whose value is a word of a table; NULL takes `otherwise`. */
static bool
option_word(const struct word *table, const char *text, const char *what, int otherwise,
    int *ret, GError **error)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();

	*ret = otherwise;
	if (!text)
		return true;
	for (const struct word *w = table; w->text; w++) {
		if (g_strcmp0(w->text, text) == 0) {
			*ret = w->value;
			return true;
		}
		g_ptr_array_add(known, (gpointer)(uintptr_t)w->text);
	}
	g_ptr_array_add(known, NULL);
	return cli_unknown(error, what, text, (const char *const *)known->pdata);
}

/* Column names as they stand in files; the caller frees the vector. */
static char **
column_names(const struct rollup *rollup)
{
	int n = rollup_columns(rollup);
	char **names = g_new0(char *, (gsize)n + 1);

	for (int i = 0; i < n; i++)
		names[i] = rollup_column_name(rollup, i);
	return names;
}

static char *
put_text(char *to, const char *text, size_t size)
{
	memcpy(to, text, size);
	return to + size;
}

static char *
put_kr(char *to, struct amount amount)
{
	*to++ = ';';
	return amount_put_plain(to, amount, ',');
}

/* The lines of one group, written into room made for them all. */
static void
csv_row(
    const struct rollup_row *row, char *const *columns, GString *scratch, GString *out)
{
	struct csv_writer writer = { scratch, false };
	size_t room = 0, start = out->len;
	char *to;

	g_string_truncate(scratch, 0);
	csv_text(&writer, row->text);
	g_string_append_c(scratch, ';');
	for (int i = 0; columns[i]; i++)
		room +=
		    scratch->len + strlen(columns[i]) + 5 * (1 + AMOUNT_PLAIN_MAX) + 2;
	g_string_set_size(out, start + room);
	to = out->str + start;
	for (int i = 0; columns[i]; i++) {
		const struct figure *f = &row->cells[i];

		to = put_text(to, scratch->str, scratch->len);
		to = put_text(to, columns[i], strlen(columns[i]));
		to = put_kr(to, f->target);
		to = put_kr(to, f->realised);
		to = put_kr(to, f->unverified);
		to = put_kr(to, f->plan);
		to = put_kr(to, f->forecast);
		to = put_text(to, "\r\n", 2);
	}
	g_string_set_size(out, (size_t)(to - out->str));
}

static void
write_csv(const struct rollup *rollup, GString *out)
{
	g_auto(GStrv) columns = column_names(rollup);
	g_autoptr(GString) scratch = g_string_new(NULL);
	struct csv_writer writer;

	csv_writer_init(&writer, out);
	g_string_append(out,
	    "grupp;år;mål_kr;realiserat_kr;ej_verifierat_kr;plan_tom_kr;prognos_kr\r\n");
	for (guint i = 0; i < rollup->rows->len; i++)
		csv_row(&g_array_index(rollup->rows, struct rollup_row, i), columns,
		    scratch, out);
	csv_row(&rollup->total, columns, scratch, out);
}

enum { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON };

static void
json_row(const struct rollup_row *row, char *const *columns, struct json *json)
{
	for (int i = 0; columns[i]; i++) {
		const struct figure *f = &row->cells[i];

		json_begin_object(json);
		json_text(json, "grupp", row->text);
		json_text(json, "ar", columns[i]);
		json_kr(json, "mal_kr", f->target);
		json_kr(json, "realiserat_kr", f->realised);
		json_kr(json, "ej_verifierat_kr", f->unverified);
		json_kr(json, "plan_tom_kr", f->plan);
		json_kr(json, "prognos_kr", f->forecast);
		json_end_object(json);
	}
}

static void
write_json(const struct rollup *rollup, GString *out)
{
	g_auto(GStrv) columns = column_names(rollup);
	struct json *json = json_new();

	json_begin_array(json);
	for (guint i = 0; i < rollup->rows->len; i++)
		json_row(
		    &g_array_index(rollup->rows, struct rollup_row, i), columns, json);
	json_row(&rollup->total, columns, json);
	json_end_array(json);
	json_finish(json, out);
}

/* "2021-06-30 12:00", "ändring #12": the instant that was asked for, else now. */
static char *
instant_words(struct session *session, const struct view *view)
{
	if (!view->as_of)
		return instant_text(session_now_ms(session), session_zone(session));
	if (view->as_of->is_change)
		return g_strdup_printf("ändring #%" G_GINT64_FORMAT, view->as_of->change);
	return instant_text(view->as_of->at_ms, session_zone(session));
}

/* ---- text, and the whole -----------------------------------------------------------
 */

/* What is asked for, once it is understood. */
struct overview_question {
	struct session *session;
	struct view view;
	const struct thought *thought;
	enum grouping grouping;
	enum selection selection;
	int format;
};

/* The text form shows all there is: risk, key figures, lights, and a scenario against the
 * plan as it is. */
static bool
write_text(const struct overview_question *q, const struct rollup *rollup, GString *out,
    GError **error)
{
	g_autofree char *as_of = instant_words(q->session, &q->view);
	const struct book_head head = { .as_of = as_of, .digest = "" };
	struct settings settings;
	struct rollup_beside beside = { .settings = &settings };
	struct overview *overview = NULL;
	struct rollup *as_is = NULL;
	struct view plain = {
		.cutoff = rollup->query.cutoff, .as_of = q->view.as_of, .weighted = true
	};
	struct doc *doc;
	bool ok = session_settings(q->session, &q->view, &settings, error);

	if (ok && q->thought->words->len > 0) {
		beside.scenario = q->thought->words->str;
		ok = session_rollup(
		    q->session, &plain, q->grouping, q->selection, &as_is, error);
		beside.as_is = as_is;
	} else if (ok && q->selection == SELECT_COUNTED) {
		ok = session_overview(q->session, &plain, &overview, error);
		beside.overview = overview;
	}
	if (ok) {
		doc = book_rollup(
		    rollup, session_programme(q->session)->name, &head, &beside);
		ok = open_render(doc, "text", out, error);
		doc_free(doc);
	}
	rollup_free(as_is);
	overview_free(overview);
	return ok;
}

static bool
answer_key_figures(const struct overview_question *q, GString *out, GError **error)
{
	g_autofree char *as_of = instant_words(q->session, &q->view);
	const struct book_head head = { .as_of = as_of, .digest = "" };
	struct overview *overview;
	struct doc *doc;
	bool ok = true;

	if (!session_overview(q->session, &q->view, &overview, error))
		return false;
	if (q->format == FORMAT_TEXT) {
		doc = book_key_figures(overview, &head, q->thought->words->str);
		ok = open_render(doc, "text", out, error);
		doc_free(doc);
	} else if (q->format == FORMAT_CSV)
		key_figures_csv(overview, out);
	else
		key_figures_json(overview, out);
	overview_free(overview);
	return ok;
}

static bool
answer(const struct overview_question *q, GString *out, GError **error)
{
	struct rollup *rollup;
	bool ok = true;

	if (given.key_figures)
		return answer_key_figures(q, out, error);
	if (!session_rollup(
	        q->session, &q->view, q->grouping, q->selection, &rollup, error))
		return false;
	if (q->format == FORMAT_CSV)
		write_csv(rollup, out);
	else if (q->format == FORMAT_JSON)
		write_json(rollup, out);
	else
		ok = write_text(q, rollup, out, error);
	rollup_free(rollup);
	return ok;
}

static bool
overview_of(struct cli *cli, struct overview_question *q, GError **error)
{
	g_autoptr(GString) text = g_string_sized_new(1 << 18);
	struct thought thought;
	struct asked asked;
	bool ok;

	if (!thought_parse(given.without, given.delays, &thought, error))
		return false;
	ok = open_view(q->session, given.cutoff, given.as_of, &asked, error);
	if (ok) {
		q->view = asked.view;
		q->view.weighted = q->format == FORMAT_TEXT;
		thought_apply(&thought, &q->view);
		q->thought = &thought;
		ok = answer(q, text, error) &&
		     open_write(cli, text, given.path, given.overwrite, error);
	}
	thought_clear(&thought);
	return ok;
}

bool
overview_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "csv", "json", NULL };
	struct overview_question q = { .session = NULL };
	int grouping, selection;
	bool ok;

	if (given.key_figures && (given.grouping || given.selection))
		return cli_usage(error,
		    "--nyckeltal gäller hela programmet och grupperas inte. Ta bort "
		    "--%s.",
		    given.grouping ? "efter" : "urval");
	if (!open_format(given.format, formats, &q.format, error) ||
	    !option_word(grouping_words, given.grouping, "Värdet för --efter",
	        GROUPING_UNIT, &grouping, error) ||
	    !option_word(selection_words, given.selection, "Värdet för --urval",
	        SELECT_COUNTED, &selection, error) ||
	    !open_session(cli, false, &q.session, error))
		return false;
	q.grouping = (enum grouping)grouping;
	q.selection = (enum selection)selection;
	ok = overview_of(cli, &q, error);
	session_free(q.session);
	return ok;
}
