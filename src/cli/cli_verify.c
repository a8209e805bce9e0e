/*
 * cli_verify.c - verifiera: a second person's attest of savings.
 */
#include "calendar/month.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"

static struct {
	char *unit, *cost_kind, *comment, *until;
	gboolean withdraw, all;
} given;

const GOptionEntry verify_options[] = {
	{ "forvaltning", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
	    "bara det som faller hos förvaltningen", "KOD" },
	{ "kostnadsslag", 0, 0, G_OPTION_ARG_FILENAME, &given.cost_kind,
	    "bara det av kostnadsslaget", "SLAG" },
	{ "ta-tillbaka", 0, 0, G_OPTION_ARG_NONE, &given.withdraw,
	    "ta tillbaka verifieringen", NULL },
	{ "kommentar", 0, 0, G_OPTION_ARG_FILENAME, &given.comment, "fri text", "TEXT" },
	{ "alla", 0, 0, G_OPTION_ARG_NONE, &given.all,
	    "allt i programmet som någon annan har bokfört; kräver --till", NULL },
	{ "till", 0, 0, G_OPTION_ARG_FILENAME, &given.until,
	    "till och med månaden, med --alla", "ÅÅÅÅ-MM" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* Do words and options fit together? */
static bool
check_words(const struct cli *cli, GError **error)
{
	if (given.all &&
	    (cli->n_words || given.unit || given.cost_kind || given.withdraw))
		return cli_usage(error, "--alla gäller hela programmet. Skriv \"sparplan "
		                        "verifiera --alla --till ÅÅÅÅ-MM\".");
	if (given.all && !given.until)
		return cli_usage(error,
		    "--alla kräver --till. Skriv \"sparplan verifiera "
		    "--alla --till ÅÅÅÅ-MM\".");
	if (!given.all && given.until)
		return cli_usage(error,
		    "--till gäller bara med --alla. Ta bort det, eller lägg till "
		    "--alla.");
	if (!given.all && cli->n_words < 2)
		return cli_usage(error,
		    "Kommandot verifiera saknar argument. Skriv \"sparplan "
		    "verifiera ÅTGÄRD ÅÅÅÅ-MM\" eller \"sparplan verifiera --alla "
		    "--till ÅÅÅÅ-MM\".");
	return true;
}

static bool
entry_from(const struct cli *cli, struct verify_entry *ret, GError **error)
{
	const char *text = given.all ? given.until : cli->words[1];
	GError *cause = NULL;

	if (!month_parse(text, &ret->month, &cause))
		return open_refuse(error, "Perioden", cause);
	ret->action = given.all ? NULL : cli->words[0];
	ret->unit = given.unit;
	ret->withdraw = given.withdraw;
	ret->comment = given.comment;
	return open_word(cost_kind_words, "Kostnadsslaget", given.cost_kind, -1,
	    &ret->cost_kind, error);
}

static void
append_done(const struct verified *done, GString *out)
{
	if (done->rows)
		g_string_append(out, "ok\n");
	else if (!done->own)
		g_string_append(
		    out, given.withdraw ? "inte verifierat\n" : "redan verifierat\n");
	if (given.all && done->rows)
		g_string_append_printf(out,
		    done->rows == 1 ? "%d bokförd rad är verifierad.\n"
		                    : "%d bokförda rader är verifierade.\n",
		    done->rows);
	if (done->own)
		g_string_append_printf(out,
		    done->own == 1
		        ? "%d rad lämnades, för du har bokfört den själv. Någon "
		          "annan måste verifiera den.\n"
		        : "%d rader lämnades, för du har bokfört dem själv. "
		          "Någon annan måste verifiera dem.\n",
		    done->own);
}

bool
verify_run(struct cli *cli, GError **error)
{
	struct verify_entry entry = { 0 };
	struct session *session = NULL;
	struct verified done = { 0 };
	bool ok;

	if (!check_words(cli, error) || !entry_from(cli, &entry, error) ||
	    !open_session(cli, true, &session, error))
		return false;
	ok = given.all
	         ? session_verify_all(session, entry.month, entry.comment, &done, error)
	         : session_verify(session, &entry, &done, error);
	cli->saved = ok && done.change != 0;
	if (ok)
		append_done(&done, cli->out);
	session_free(session);
	return ok;
}
