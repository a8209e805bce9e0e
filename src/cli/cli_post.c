/*
 * cli_post.c - utfall and lage: one saving, one status report.
 *
 * Words that are data (a status, a cost kind, an amount) are refused as input (exit 3);
 * only what steers the program is usage (exit 2).
 */
#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"

static struct {
	char *ref, *unit, *cost_kind, *document, *comment;
	gboolean correct;
} saving;

const GOptionEntry saving_options[] = {
	{ "ref", 0, 0, G_OPTION_ARG_FILENAME, &saving.ref,
	    "egen referens; annars id|period|förvaltning|kostnadsslag", "REF" },
	{ "forvaltning", 0, 0, G_OPTION_ARG_FILENAME, &saving.unit,
	    "där utfallet faller; annars som åtgärdens mål", "KOD" },
	{ "kostnadsslag", 0, 0, G_OPTION_ARG_FILENAME, &saving.cost_kind,
	    "annars åtgärdens enda, eller ospecificerat", "SLAG" },
	{ "underlag", 0, 0, G_OPTION_ARG_FILENAME, &saving.document,
	    "vad beloppet bygger på", "TEXT" },
	{ "kommentar", 0, 0, G_OPTION_ARG_FILENAME, &saving.comment, "fri text", "TEXT" },
	{ "ratta", 0, 0, G_OPTION_ARG_NONE, &saving.correct,
	    "bokför skillnaden mot det som redan finns på referensen", NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

static struct {
	char *round, *status, *light, *comment, *result, *forecast;
	gboolean nothing_new, late;
} report;

const GOptionEntry status_options[] = { { "omgang", 0, 0, G_OPTION_ARG_FILENAME,
	                                    &report.round,
	                                    "rapporteringsomgång, till exempel DÅ04-2021 "
	                                    "eller 2021-03; annars den som det "
	                                    "är dags för",
	                                    "OMGÅNG" },
	{ "status", 0, 0, G_OPTION_ARG_FILENAME, &report.status,
	    "pågående, försenad, genomförd och så vidare; annars som förut", "STATUS" },
	{ "ljus", 0, 0, G_OPTION_ARG_FILENAME, &report.light, "grön, gul, röd eller grå",
	    "LJUS" },
	{ "kommentar", 0, 0, G_OPTION_ARG_FILENAME, &report.comment, "fri text", "TEXT" },
	{ "resultat", 0, 0, G_OPTION_ARG_FILENAME, &report.result,
	    "vad ett uppdrag har lett till", "TEXT" },
	{ "inget-nytt", 0, 0, G_OPTION_ARG_NONE, &report.nothing_new,
	    "inget nytt att redovisa", NULL },
	{ "sent", 0, 0, G_OPTION_ARG_NONE, &report.late,
	    "en rättelse i en stängd omgång; den syns som en sen ändring", NULL },
	{ "prognos", 0, 0, G_OPTION_ARG_FILENAME, &report.forecast,
	    "helårets prognos med enhet: --prognos \"3,5 mkr\"", "BELOPP" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

static bool
parse_unit(const char *text, enum money_unit *ret, GError **error)
{
	static const char *const units[] = { "kr", "tkr", "mkr", NULL };

	return money_unit_from_name(text, ret) ||
	       cli_unknown(error, "Enheten", text, units);
}

static bool
parse_amount(const char *text, enum money_unit unit, struct amount *ret, GError **error)
{
	GError *cause = NULL;

	return money_parse(text, unit, DECIMAL_EITHER, ret, &cause) ||
	       open_refuse(error, "Beloppet", cause);
}

/* ---- utfall ------------------------------------------------------------------------ */

static bool
saving_entry_from(char **words, struct saving_entry *ret, GError **error)
{
	struct amount amount = AMOUNT_NONE;
	enum money_unit unit;
	GError *cause = NULL;

	if (!parse_unit(words[3], &unit, error))
		return false;
	if (!month_parse(words[1], &ret->month, &cause))
		return open_refuse(error, "Perioden", cause);
	if (!parse_amount(words[2], unit, &amount, error))
		return false;
	if (!amount.known) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Beloppet är tomt. Skriv ett belopp, till exempel \"1,5 mkr\".");
		return false;
	}
	ret->action = words[0];
	ret->ore = amount.ore;
	ret->unit = saving.unit;
	ret->ref = saving.ref;
	ret->document = saving.document;
	ret->comment = saving.comment;
	return open_word(cost_kind_words, "Kostnadsslaget", saving.cost_kind, -1,
	    &ret->cost_kind, error);
}

bool
saving_run(struct cli *cli, GError **error)
{
	struct saving_entry entry = { 0 };
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool ok;

	if (!saving_entry_from(cli->words, &entry, error) ||
	    !open_session(cli, true, &session, error))
		return false;
	ok = session_post(session, &entry, saving.correct, &saved, error);
	if (ok) {
		cli->saved = saved.change != 0;
		g_string_append_printf(cli->out, "%s %" G_GINT64_FORMAT "\n",
		    saved.known ? "finns redan" : "ok", saved.id);
	} else if (error &&
	           g_error_matches(*error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS) &&
	           !strstr((*error)->message, "--ratta")) {
		g_autofree char *message = g_steal_pointer(&(*error)->message);

		(*error)->message = g_strconcat(
		    message, " Skriv --ratta om skillnaden ska bokföras.", NULL);
	}
	session_free(session);
	return ok;
}

/* ---- lage -------------------------------------------------------------------------- */

/* "3,5 mkr" in one argument, or "3,5" with the unit as a word of its own. */
static bool
parse_forecast(const struct cli *cli, struct amount *ret, GError **error)
{
	const char *word = cli->n_words > 1 ? cli->words[1] : NULL;
	g_autofree char *text = NULL;
	enum money_unit unit;
	char *last;

	*ret = AMOUNT_NONE;
	if (!report.forecast)
		return !word ||
		       cli_usage(error,
		           "Kommandot lage har ett argument för mycket: \"%s\".", word);
	text = g_strstrip(g_strdup(report.forecast));
	last = strrchr(text, ' ');
	if (!word && last && money_unit_from_name(last + 1, &unit))
		*last = '\0';
	else if (!word)
		return cli_usage(error,
		    "Prognosen saknar enhet. Skriv till exempel --prognos \"3,5 mkr\".");
	else if (!parse_unit(word, &unit, error))
		return false;
	return parse_amount(text, unit, ret, error);
}

static bool
report_entry_from(const struct cli *cli, struct report_entry *ret, GError **error)
{
	int status, light;

	if (!report.status && !report.light && !report.comment && !report.nothing_new &&
	    !report.result && !report.forecast)
		return cli_usage(error, "Lägesrapporten är tom. Ge minst en av --status, "
		                        "--ljus, --kommentar, --resultat, "
		                        "--prognos och --inget-nytt.");
	if (!open_word(
	        status_words, "Status", report.status, STATUS_NONE, &status, error) ||
	    !open_word(light_words, "Ljus", report.light, LIGHT_NONE, &light, error) ||
	    !parse_forecast(cli, &ret->forecast, error))
		return false;
	ret->action = cli->words[0];
	ret->round = report.round;
	ret->status = (enum status)status;
	ret->light = (enum light)light;
	ret->comment = report.comment;
	ret->result = report.result;
	ret->nothing_new = report.nothing_new;
	ret->late = report.late;
	return true;
}

bool
status_run(struct cli *cli, GError **error)
{
	struct report_entry entry = { 0 };
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool ok;

	if (!report_entry_from(cli, &entry, error) ||
	    !open_session(cli, true, &session, error))
		return false;
	ok = session_report(session, &entry, &saved, error);
	if (ok) {
		cli->saved = saved.change != 0;
		g_string_append(cli->out, saved.known ? "finns redan\n" : "ok\n");
	}
	session_free(session);
	return ok;
}
