/*
 * cli_report.c - rapport: a board appendix in one of the formats there are; issued, and
 * printed again.
 */
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "calendar/round.h"
#include "cli/cli_issue.h"
#include "cli/cli_progress.h"
#include "cli/cli_table.h"
#include "reports/backend/backend.h"

static struct {
	char *cutoff, *as_of, *round, *unit, *since, *decision, *number;
	char *format, *path;
	gboolean overwrite, withdraw;
} given;

const GOptionEntry report_options[] = { { "avser", 0, 0, G_OPTION_ARG_FILENAME,
	                                    &given.cutoff, HELP_CUTOFF, "ÅÅÅÅ-MM" },
	{ "omgang", 0, 0, G_OPTION_ARG_FILENAME, &given.round,
	    "utfall till och med omgångens månad", "OMGÅNG" },
	{ "per", 0, 0, G_OPTION_ARG_FILENAME, &given.as_of, HELP_AS_OF, "TIDPUNKT" },
	{ "forvaltning", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
	    "bara förvaltningens egna åtgärder", "NAMN" },
	{ "sedan", 0, 0, G_OPTION_ARG_FILENAME, &given.since,
	    "forandringar: jämför med läget då; annars med den senast fastställda "
	    "bilagan",
	    "TIDPUNKT" },
	{ "faststall", 0, 0, G_OPTION_ARG_FILENAME, &given.decision,
	    "ge bilagan ett nummer enligt beslutet: \"RS 2021-09-14 §123\"", "BESLUT" },
	{ "nr", 0, 0, G_OPTION_ARG_FILENAME, &given.number,
	    "skriv en fastställd bilaga igen, som den var", "NUMMER" },
	{ "ta-tillbaka", 0, 0, G_OPTION_ARG_NONE, &given.withdraw,
	    "med --nr: ta tillbaka bilagan; numret används inte igen", NULL },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format,
	    "text, md, csv, json, html, xlsx eller pdf; annars efter filnamnet i --ut, "
	    "eller "
	    "text",
	    "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

/* ---- what there is ------------------------------------------------------------------
 */

static void
list_books(GString *out)
{
	g_string_append(out, "Rapporter:\n");
	for (const struct book *b = books; b->name; b++)
		g_string_append_printf(out, "  %-16s %s\n",
		    b->matter == BOOK_ACTION ? "atgard ID" : b->name, b->title);
	g_string_append(out, "Format:\n");
	for (const struct backend *b = backends; b->name; b++)
		g_string_append_printf(out, "  %-16s .%s\n", b->name, b->ext);
	g_string_append(out,
	    "Skriv till exempel \"sparplan rapport uppfoljning --ut bilaga.xlsx\".\n");
}

/* Books alone where there is no database yet. */
static bool
list_all(struct cli *cli, GError **error)
{
	g_autofree char *path = open_path(cli);
	struct session *session = NULL;
	bool ok;

	list_books(cli->out);
	if (open_is_default(cli) && !g_file_test(path, G_FILE_TEST_EXISTS))
		return true;
	ok = open_session(cli, false, &session, error) && issue_list(cli, session, error);
	session_free(session);
	return ok;
}

static bool
find_book(const char *name, const struct book **ret, GError **error)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();

	*ret = book_find(name);
	if (*ret)
		return true;
	for (const struct book *b = books; b->name; b++)
		g_ptr_array_add(known, (gpointer)(uintptr_t)b->name);
	g_ptr_array_add(known, NULL);
	return cli_unknown(error, "Rapporten", name, (const char *const *)known->pdata);
}

static bool
unknown_format(GError **error, const char *what, const char *name)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();

	for (const struct backend *b = backends; b->name; b++)
		g_ptr_array_add(known, (gpointer)(uintptr_t)b->name);
	g_ptr_array_add(known, NULL);
	return cli_unknown(error, what, name, (const char *const *)known->pdata);
}

/* --format, else what the file is called, else text. */
static bool
find_format(
    const char *name, const char *path, const struct backend **ret, GError **error)
{
	g_autofree char *base = NULL;
	const char *dot;

	if (name) {
		*ret = backend_find(name);
		return *ret || unknown_format(error, "Värdet för --format", name);
	}
	*ret = backend_find("text");
	base = g_path_get_basename(path ? path : "");
	dot = strrchr(base, '.');
	if (!dot || dot == base || !dot[1])
		return true;
	*ret = backend_of_file(base);
	return *ret || unknown_format(error, "Formatet som filnamnet slutar på", dot + 1);
}

/* Said before the work and not after it. */
static bool
check_terminal(const struct backend *backend, GError **error)
{
	bool file = given.path && strcmp(given.path, "-") != 0;

	return file || !backend->binary || !isatty(STDOUT_FILENO) ||
	       cli_usage(error,
	           "Formatet %s kan inte visas i en terminal. Ange en fil: --ut "
	           "bilaga.%s",
	           backend->name, backend->ext);
}

/* ---- what is asked for --------------------------------------------------------------
 */

/* What the book cannot do without, and what it has no use for. */
static bool
check_asked(const struct cli *cli, const struct book *book, GError **error)
{
	if (book->matter == BOOK_ACTION && cli->n_words < 2)
		return cli_usage(error,
		    "Rapporten %s saknar sin åtgärd. Skriv \"sparplan "
		    "rapport %s ID\".",
		    book->name, book->name);
	if (book->matter != BOOK_ACTION && cli->n_words > 1)
		return cli_usage(error,
		    "Rapporten %s har ett argument för mycket: \"%s\". Skriv \"sparplan "
		    "rapport %s\".",
		    book->name, cli->words[1], book->name);
	if (book->matter == BOOK_ACTION && given.unit)
		return cli_usage(error,
		    "Flaggan --forvaltning hör inte till rapporten %s, som gäller en "
		    "åtgärd. Ta bort den.",
		    book->name);
	if (book->matter != BOOK_CHANGES && given.since)
		return cli_usage(error,
		    "Flaggan --sedan hör till rapporten forandringar. Ta bort den.");
	if (given.round && given.cutoff)
		return cli_usage(error,
		    "Både --omgang och --avser säger vilken månad som avses. Ange en av "
		    "dem.");
	return true;
}

/* --omgang: the month that the round ends with. */
static bool
read_round(struct session *session, int *ret, GError **error)
{
	g_autofree char *label = NULL;
	struct rounds *rounds = NULL;
	GError *cause = NULL;
	int cutoff;
	bool found;

	if (!round_parse(given.round, &label, &cutoff, &cause))
		return cli_usage_from(error, cause, "Värdet för --omgang");
	if (!session_rounds(session, &rounds, error))
		return false;
	found = rounds_find(rounds, label) != NULL;
	rounds_free(rounds);
	if (!found) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Omgången %s finns inte. \"sparplan omgang\" visar dem som finns.",
		    label);
		return false;
	}
	*ret = cutoff;
	return true;
}

/* What the latest appendix in force then shows. */
static bool
since_issued(
    struct session *session, const struct view *view, int64_t *ret, GError **error)
{
	return edition_since_issued(session, view, ret, error) &&
	       (*ret >= 0 ||
	           cli_usage(error,
	               "Ingen bilaga är fastställd att jämföra med. Ange --sedan "
	               "TIDPUNKT."));
}

static bool
read_since(struct session *session, const struct view *view, int64_t *ret, GError **error)
{
	struct instant then;

	if (!given.since)
		return since_issued(session, view, ret, error);
	return open_instant(session, "Värdet för --sedan", given.since, &then, error) &&
	       session_change_at(session, &then, ret, error);
}

static bool
report_of(struct cli *cli, struct session *session, const struct book *book,
    const struct edition_target *to, GError **error)
{
	struct edition edition = { 0 };
	struct edition_query query = { .book = book, .since = -1 };
	struct asked asked;
	bool ok;

	if (!open_view(session, given.cutoff, given.as_of, &asked, error) ||
	    (given.round && !read_round(session, &asked.view.cutoff, error)))
		return false;
	asked.view.unit = given.unit;
	query.view = asked.view;
	if (book->matter == BOOK_ACTION)
		query.action = cli->words[1];
	if (book->matter == BOOK_CHANGES &&
	    !read_since(session, &query.view, &query.since, error))
		return false;
	ok = edition_make(session, &query, &edition, error) &&
	     (given.decision ? issue_edition(cli, session, &query, &edition,
	                           given.decision, to, error)
	                     : edition_put(cli, &edition, "Utkast", to, error));
	edition_clear(&edition);
	return ok;
}

/* --nr says all of what to print. */
static bool
check_number(const struct cli *cli, int *ret, GError **error)
{
	const char *const others[] = { given.cutoff, given.as_of, given.round, given.unit,
		given.since, given.decision };
	guint64 number = 0;

	if (cli->n_words > 0)
		return cli_usage(error,
		    "Med --nr är det sagt vilken bilaga som avses. Ta bort \"%s\".",
		    cli->words[0]);
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		if (others[i])
			return cli_usage(error, "En fastställd bilaga skrivs som den "
			                        "var. Med --nr anges bara "
			                        "--format, --ut och --skriv-over.");
	if (!g_ascii_string_to_unsigned(given.number, 10, 1, 999999, &number, NULL))
		return cli_usage(error,
		    "\"%s\" är inget bilagenummer. \"sparplan rapport\" visar dem som "
		    "finns.",
		    given.number);
	*ret = (int)number;
	return true;
}

bool
report_run(struct cli *cli, GError **error)
{
	const struct backend *backend;
	const struct book *book = NULL;
	struct session *session = NULL;
	struct edition_target to;
	struct progress_clock *clock;
	int number = 0;
	bool ok;

	if (!find_format(given.format, given.path, &backend, error))
		return false;
	if (given.number && !check_number(cli, &number, error))
		return false;
	if (given.withdraw && !given.number)
		return cli_usage(error,
		    "--ta-tillbaka gäller en fastställd bilaga. Ange den med --nr.");
	if (!given.number && cli->n_words == 0)
		return list_all(cli, error);
	if (!given.number &&
	    (!find_book(cli->words[0], &book, error) || !check_asked(cli, book, error)))
		return false;
	if (!given.withdraw && !check_terminal(backend, error))
		return false;
	if (!open_session(cli, given.decision || given.withdraw, &session, error))
		return false;
	clock = progress_clock_start("Gör bilagan");
	to = (struct edition_target){
		.backend = backend, .path = given.path, .overwrite = given.overwrite
	};
	if (book)
		ok = report_of(cli, session, book, &to, error);
	else if (given.withdraw)
		ok = issue_withdraw(cli, session, number, error);
	else
		ok = issue_print(cli, session, number, &to, error);
	progress_clock_end(clock);
	session_free(session);
	return ok;
}
