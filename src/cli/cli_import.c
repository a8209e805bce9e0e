/*
 * cli_import.c - import: files of one kind into the database, all or nothing.
 */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_preview.h"
#include "cli/cli_progress.h"
#include "cli/cli_table.h"

static struct {
	gboolean dry_run, late, replace;
	char *decimal, *unit, *only, *except;
} given;

const GOptionEntry import_options[] = {
	{ "prova", 0, 0, G_OPTION_ARG_NONE, &given.dry_run,
	    "visa vad som skulle ändras, men skriv ingenting", NULL },
	{ "bara", 0, 0, G_OPTION_ARG_FILENAME, &given.only,
	    "läs bara in raderna för de åtgärderna", "ID,ID" },
	{ "utom", 0, 0, G_OPTION_ARG_FILENAME, &given.except,
	    "läs in allt utom raderna för de åtgärderna", "ID,ID" },
	{ "ersatt", 0, 0, G_OPTION_ARG_NONE, &given.replace,
	    "mallar: ersätt det som någon annan har skrivit sedan mallen gjordes", NULL },
	{ "sent", 0, 0, G_OPTION_ARG_NONE, &given.late,
	    "ta emot rapporter i stängda omgångar, som sena ändringar", NULL },
	{ "decimal", 0, 0, G_OPTION_ARG_FILENAME, &given.decimal,
	    "decimaltecknet: komma eller punkt; annars efter skiljetecknet", "TECKEN" },
	{ "enhet", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
	    "enheten i kolumner som inte nämner den: kr, tkr eller mkr", "ENHET" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* One and many of what a row of a kind makes. */
static const struct {
	const char *one, *many, *new_one, *new_many;
} nouns[EXCHANGE_KIND__N] = {
	[EXCHANGE_PLAN] = { "åtgärd", "åtgärder", "ny", "nya" },
	[EXCHANGE_SAVINGS] = { "utfall", "utfall", "nytt", "nya" },
	[EXCHANGE_REPORTS] = { "lägesrapport", "lägesrapporter", "ny", "nya" },
	[EXCHANGE_REQUIREMENTS] = { "krav", "krav", "nytt", "nya" },
	[EXCHANGE_REALLOCATIONS] = { "omfördelning", "omfördelningar", "ny", "nya" },
	[EXCHANGE_BENCHMARKS] = { "referensprogram", "referensprogram", "nytt", "nya" },
	[EXCHANGE_OVERLAPS] = { "överlapp", "överlapp", "nytt", "nya" },
	[EXCHANGE_CALCULATIONS] = { "kalkyl", "kalkyler", "ny", "nya" },
	[EXCHANGE_DECISIONS] = { "beslut", "beslut", "nytt", "nya" },
	[EXCHANGE_ASSESSMENTS] = { "risk- och konsekvensanalys",
	    "risk- och konsekvensanalyser", "ny", "nya" },
	[EXCHANGE_MILESTONES] = { "milstolpe", "milstolpar", "ny", "nya" },
	[EXCHANGE_FORECASTS] = { "prognos", "prognoser", "ny", "nya" },
	[EXCHANGE_GOALS] = { "mål", "mål", "nytt", "nya" },
	[EXCHANGE_INDICATORS] = { "mått", "mått", "nytt", "nya" },
	[EXCHANGE_MEASUREMENTS] = { "mätvärde", "mätvärden", "nytt", "nya" },
	[EXCHANGE_ASSIGNMENTS] = { "uppdrag", "uppdrag", "nytt", "nya" },
	[EXCHANGE_PRECONDITIONS] = { "förutsättning", "förutsättningar", "ny", "nya" },
	[EXCHANGE_LINKS] = { "koppling", "kopplingar", "ny", "nya" },
};

static bool
read_options_from(struct read_options *ret, GError **error)
{
	static const char *const marks[] = { "komma", "punkt", NULL };
	static const char *const units[] = { "kr", "tkr", "mkr", NULL };

	ret->late = given.late;
	if (given.decimal) {
		if (!g_strv_contains(marks, given.decimal))
			return cli_unknown(
			    error, "Värdet för --decimal", given.decimal, marks);
		ret->has_decimal = true;
		ret->decimal =
		    strcmp(given.decimal, "punkt") == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
	}
	if (given.unit) {
		ret->has_unit = money_unit_from_name(given.unit, &ret->unit);
		if (!ret->has_unit)
			return cli_unknown(
			    error, "Värdet för --enhet", given.unit, units);
	}
	return true;
}

/* "HS-01, HS-02": NULL when it is not given; g_strfreev.  An option without any is an
 * error. */
static bool
codes_from(const char *option, const char *text, char ***ret, GError **error)
{
	g_auto(GStrv) parts = text ? g_strsplit(text, ",", -1) : NULL;
	GStrvBuilder *codes = NULL;

	*ret = NULL;
	if (!text)
		return true;
	codes = g_strv_builder_new();
	for (char **part = parts; *part; part++)
		if (*g_strstrip(*part))
			g_strv_builder_add(codes, *part);
	*ret = g_strv_builder_end(codes);
	g_strv_builder_unref(codes);
	return **ret || cli_usage(error,
	                    "--%s saknar id. Ange åtgärdernas id med komma emellan, till "
	                    "exempel --%s HS-01,HS-02.",
	                    option, option);
}

static bool
check_late(enum exchange_kind kind, GError **error)
{
	return !given.late || kind == EXCHANGE_REPORTS || kind == EXCHANGE_FORECASTS ||
	       kind == EXCHANGE_ASSIGNMENTS ||
	       cli_usage(error, "--sent gäller bara slagen %s, %s och %s. Ta bort det.",
	           exchange_kinds[EXCHANGE_REPORTS].name,
	           exchange_kinds[EXCHANGE_FORECASTS].name,
	           exchange_kinds[EXCHANGE_ASSIGNMENTS].name);
}

static bool
show_progress(void *user, int64_t done, int64_t size)
{
	int percent = size > 0 ? (int)((double)done * 100.0 / (double)size) : 100;
	g_autofree char *text = g_strdup_printf("Läser %3d %%", percent);

	progress_say(user, text);
	return true;
}

/* ---- what was done ----------------------------------------------------------------- */

static void
append_count(GString *out, int64_t n, const char *one, const char *many)
{
	g_string_append_printf(
	    out, "%" G_GINT64_FORMAT " %s", n, n == 1 || n == -1 ? one : many);
}

/* What was written beside the rows' own. */
static void
append_beside(GString *out, int64_t n, const char *one, const char *many)
{
	if (n <= 0)
		return;
	g_string_append(out, given.dry_run ? "Skulle skriva " : "Skrev ");
	append_count(out, n, one, many);
	g_string_append(out, ".\n");
}

/* Of a template: what came of its actions. */
static void
append_template(GString *out, const struct import_result *r)
{
	append_count(out, r->rows, "rad ur mallen: ", "rader ur mallen: ");
	append_count(out, r->added, "åtgärd rapporterad, ", "åtgärder rapporterade, ");
	append_count(out, r->changed, "ändrad och ", "ändrade och ");
	append_count(out, r->same, "oförändrad.\n", "oförändrade.\n");
	if (r->blank > 0) {
		append_count(out, r->blank, "rad", "rader");
		g_string_append(out, " sade ingenting.\n");
	}
}

static void
append_kind(GString *out, enum exchange_kind kind, const struct import_result *r)
{
	const char *one = nouns[kind].one, *many = nouns[kind].many;
	bool neuter = strcmp(nouns[kind].new_one, "nytt") == 0;

	append_count(out, r->rows, "rad", "rader");
	g_string_append_printf(out, " av slaget %s: ", exchange_kinds[kind].name);
	append_count(out, r->added, nouns[kind].new_one, nouns[kind].new_many);
	g_string_append_printf(out, " %s, ", r->added == 1 ? one : many);
	append_count(out, r->changed, neuter ? "ändrat" : "ändrad", "ändrade");
	g_string_append(out, " och ");
	append_count(out, r->same, neuter ? "oförändrat" : "oförändrad", "oförändrade");
	g_string_append(out, ".\n");
	if (r->blank > 0) {
		append_count(out, r->blank, "rad utan belopp", "rader utan belopp");
		g_string_append(
		    out, " hoppades över: ett tomt belopp är ingen rapport.\n");
	}
	append_beside(out, r->targets, "målbelopp", "målbelopp");
	append_beside(out, r->goals, "mål", "mål");
	append_beside(out, r->values, "mätvärde", "mätvärden");
	if (r->assumed[0])
		g_string_append_printf(out,
		    kind == EXCHANGE_INDICATORS ? "Rader utan period gäller %s.\n"
		                                : "Rader utan omgång gäller %s.\n",
		    r->assumed);
}

/* Where in a workbook the rows stood. */
static void
append_sheet(GString *out, const struct import_result *r)
{
	g_autofree char *sheet = text_display(r->sheet);

	if (r->header > 0)
		g_string_append_printf(
		    out, "Bladet %s har rubriken på rad %d.\n", sheet, r->header);
}

static void
append_result(GString *out, enum exchange_kind kind, const struct import_result *r)
{
	g_string_append(out, given.dry_run ? "Provläste " : "Läste ");
	if (r->template)
		append_template(out, r);
	else
		append_kind(out, kind, r);
	if (r->left > 0) {
		append_count(out, r->left, "rad", "rader");
		g_string_append(out, " valdes bort.\n");
	}
	if (r->hidden > 0) {
		append_count(out, r->hidden, "dold rad", "dolda rader");
		g_string_append(out, " lästes som de andra.\n");
	}
	if (r->empty > 0) {
		append_count(out, r->empty, "tom rad", "tomma rader");
		g_string_append(out, " hoppades över.\n");
	}
	if (given.dry_run)
		g_string_append(out, "Ingenting är skrivet, eftersom --prova gavs.\n");
	else if (r->rows == 0)
		g_string_append(out, "Filen har inga rader att läsa in.\n");
	else if (r->change == 0 && r->added + r->changed + r->same == 0)
		g_string_append(
		    out, "Det fanns inget att läsa in, så ingenting är skrivet.\n");
	else if (r->change == 0)
		g_string_append(out, "Allt fanns redan, så ingenting är skrivet.\n");
	else
		g_string_append_printf(
		    out, "Sparat som ändring #%" G_GINT64_FORMAT ".\n", r->change);
}

bool
import_run(struct cli *cli, GError **error)
{
	struct progress progress;
	struct read_options options = { .progress_user = &progress };
	g_auto(GStrv) only = NULL;
	g_auto(GStrv) except = NULL;
	struct import_choice choice = { .replace = given.replace,
		.tell = given.dry_run ? preview_tell : NULL,
		.doubt = preview_doubt };
	struct import_result result = { 0 };
	struct session *session = NULL;
	struct rejects *rejects;
	enum exchange_kind kind = EXCHANGE_PLAN;
	bool ok;

	if (!codes_from("bara", given.only, &only, error) ||
	    !codes_from("utom", given.except, &except, error) ||
	    !open_kind(cli->words[0], &kind, error) ||
	    !read_options_from(&options, error) || !check_late(kind, error) ||
	    !open_session(cli, true, &session, error))
		return false;
	choice.only = (const char *const *)only;
	choice.except = (const char *const *)except;
	progress_init(&progress);
	if (progress.width >= 0)
		options.progress = show_progress;
	rejects = rejects_new();
	choice.user = preview_new();
	ok = session_import_chosen(session, kind, (const char *const *)cli->words + 1,
	    (size_t)cli->n_words - 1, &options, &choice, given.dry_run, rejects, &result,
	    error);
	progress_clear(&progress);
	if (ok || given.dry_run)
		preview_append(choice.user, cli->out);
	preview_free(choice.user);
	if (ok) {
		cli->saved = result.change != 0;
		if (cli->n_words == 2) /* one file */
			append_sheet(cli->out, &result);
		append_result(cli->out, kind, &result);
	} else if (rejects_count(rejects) > 0) {
		g_autoptr(GString) text = g_string_new(NULL);

		rejects_print(rejects, text);
		(void)fputs(text->str, stderr);
	}
	rejects_free(rejects);
	session_free(session);
	return ok;
}
