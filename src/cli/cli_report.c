/*
 * cli_report.c - rapport: a board appendix in one of the formats there are.
 */
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/cli_open.h"
#include "cli/cli_progress.h"
#include "cli/cli_table.h"
#include "reports/backend/backend.h"
#include "reports/book/book.h"

static struct {
	char *cutoff, *as_of, *format, *path;
	gboolean overwrite;
} given;

const GOptionEntry report_options[] = { { "avser", 0, 0, G_OPTION_ARG_FILENAME,
	                                    &given.cutoff, HELP_CUTOFF, "ÅÅÅÅ-MM" },
	{ "per", 0, 0, G_OPTION_ARG_FILENAME, &given.as_of, HELP_AS_OF, "TIDPUNKT" },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format,
	    "text, md, csv, json, html, xlsx eller pdf; annars efter filnamnet i --ut, "
	    "eller "
	    "text",
	    "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

static void
list_books(GString *out)
{
	g_string_append(out, "Rapporter:\n");
	for (const struct book *b = books; b->name; b++)
		g_string_append_printf(out, "  %-14s %s\n", b->name, b->title);
	g_string_append(out, "Format:\n");
	for (const struct backend *b = backends; b->name; b++)
		g_string_append_printf(out, "  %-14s .%s\n", b->name, b->ext);
	g_string_append(out,
	    "Skriv till exempel \"sparplan rapport uppfoljning --ut bilaga.xlsx\".\n");
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

/* SHA-256 of the figures shown: of the document as CSV, its own digest left out. */
static bool
digest_of(const struct book *book, const struct overview *overview, const char *as_of,
    char **ret, GError **error)
{
	struct book_head head = { .as_of = as_of, .digest = "" };
	g_autoptr(GString) text = g_string_new(NULL);
	struct doc *doc = book->make(overview, &head);
	bool ok = doc_check(doc, error) && open_render(doc, "csv", text, error);

	doc_free(doc);
	if (ok)
		*ret = g_compute_checksum_for_data(
		    G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);
	return ok;
}

static bool
report_of(struct session *session, const struct book *book, const struct backend *backend,
    GString *text, GError **error)
{
	g_autofree char *at = NULL, *as_of = NULL, *digest = NULL;
	struct overview *overview = NULL;
	struct asked asked;
	bool ok;

	if (!open_view(session, given.cutoff, given.as_of, &asked, error) ||
	    !session_overview(session, &asked.view, &overview, error))
		return false;
	at = instant_text(overview->at_ms, session_zone(session));
	as_of =
	    g_strdup_printf("%s (ändring %" G_GINT64_FORMAT ")", at, overview->change);
	ok = digest_of(book, overview, as_of, &digest, error);
	if (ok) {
		g_autofree char *date = g_strndup(at, strlen("2021-07-01"));
		const struct doc_head page = { overview->settings.text[SETTING_REGION],
			overview->settings.text[SETTING_BODY],
			overview->settings.text[SETTING_JOURNAL], "", date,
			strstr(overview->plan->programme.name, "Exempeldata") != NULL };
		struct book_head head = {
			.as_of = as_of, .digest = digest, .page = &page
		};
		struct doc *doc = book->make(overview, &head);

		ok = open_render(doc, backend->name, text, error);
		doc_free(doc);
	}
	overview_free(overview);
	return ok;
}

bool
report_run(struct cli *cli, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const struct backend *backend;
	const struct book *book;
	struct session *session = NULL;
	struct progress_clock *clock;
	bool ok;

	if (!find_format(given.format, given.path, &backend, error))
		return false;
	if (cli->n_words == 0) {
		list_books(cli->out);
		return true;
	}
	if (!find_book(cli->words[0], &book, error) || !check_terminal(backend, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	cli->binary = backend->binary;
	clock = progress_clock_start("Gör bilagan");
	ok = report_of(session, book, backend, text, error);
	progress_clock_end(clock);
	ok = ok && open_write(cli, text, given.path, given.overwrite, error);
	session_free(session);
	return ok;
}
