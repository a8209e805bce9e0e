/*
 * cli_issue.c - appendices that are issued: given a number, listed, printed again.
 */
#include "cli/cli_issue.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"

static void
append_issued(GString *out, const struct issued *one, GTimeZone *zone)
{
	g_autofree char *at = instant_text(one->at_ms, zone);
	g_autofree char *month = month_text(one->cutoff);
	g_autofree char *line = g_strdup_printf("%s%s%s%s%s, avser %s: %s (%s, %s)",
	    one->book, *one->action ? " " : "", one->action, *one->unit ? ", " : "",
	    one->unit, month, one->decision, one->who, at);
	g_autofree char *safe = text_display(line);

	g_string_append_printf(out, "  Bilaga %d  %s\n", one->number, safe);
}

bool
issue_list(struct cli *cli, struct session *session, GError **error)
{
	g_autoptr(GArray) all = NULL;

	if (!session_issued(session, NULL, &all, error))
		return false;
	g_string_append(
	    cli->out, all->len ? "Fastställda bilagor, som skrivs igen med --nr NUMMER:\n"
	                       : "Ingen bilaga är fastställd.\n");
	for (guint i = 0; i < all->len; i++)
		append_issued(cli->out, &g_array_index(all, struct issued, i),
		    session_zone(session));
	return true;
}

/* A digest that differs is an answer, not an error of the run: status 1, as kontroll. */
static bool
print_issued(struct cli *cli, struct session *session, const struct issued *issued,
    const struct edition_target *to, GError **error)
{
	const struct instant then = { .change = issued->as_of, .is_change = true };
	const struct edition_query query = { book_find(issued->book),
		{ .cutoff = issued->cutoff,
		    .as_of = &then,
		    .unit = *issued->unit ? issued->unit : NULL },
		issued->since, issued->action };
	g_autofree char *appendix = g_strdup_printf("Bilaga %d", issued->number);
	struct edition edition = { 0 };
	bool ok, same = false;

	if (!query.book) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "%s är en rapport som det här programmet inte har (%s). Använd den "
		    "version som fastställde den.",
		    appendix, issued->book);
		return false;
	}
	ok = edition_make(session, &query, &edition, error);
	if (ok)
		same = strcmp(edition.digest, issued->digest) == 0;
	if (ok && same) {
		ok = edition_put(cli, &edition, appendix, to, error);
	} else if (ok) {
		g_autofree char *text = g_strdup_printf(
		    "%s kan inte skrivas som den fastställdes: kontrollsumman är en "
		    "annan. "
		    "Kör \"sparplan kontroll --bara databas\"; är databasen hel är det "
		    "programmet som har ändrats.",
		    appendix);

		cli_complain(text);
		cli->status = 1;
	}
	edition_clear(&edition);
	return ok;
}

/* The one of that number among `all`, which are as session_issued gave them. */
static const struct issued *
find(const GArray *all, int number, GError **error)
{
	for (guint i = 0; i < all->len; i++)
		if (g_array_index(all, struct issued, i).number == number)
			return &g_array_index(all, struct issued, i);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
	    "Bilaga %d är inte fastställd. \"sparplan rapport\" visar dem som är det.",
	    number);
	return NULL;
}

bool
issue_print(struct cli *cli, struct session *session, int number,
    const struct edition_target *to, GError **error)
{
	g_autoptr(GArray) all = NULL;
	const struct issued *one;

	if (!session_issued(session, NULL, &all, error))
		return false;
	one = find(all, number, error);
	return one && print_issued(cli, session, one, to, error);
}

bool
issue_withdraw(struct cli *cli, struct session *session, int number, GError **error)
{
	g_autoptr(GArray) all = NULL;
	const struct issued *one;
	struct saved saved;

	if (!session_issued(session, NULL, &all, error))
		return false;
	one = find(all, number, error);
	if (!one || !session_undo(session, one->change, &saved, error))
		return false;
	cli->saved = true;
	g_string_append_printf(cli->out, "Bilaga %d är återtagen.\n", number);
	return true;
}

/* The number is given first, and the appendix then printed as it will always be. */
bool
issue_edition(struct cli *cli, struct session *session, const struct edition_query *query,
    struct edition *edition, const char *decision, const struct edition_target *to,
    GError **error)
{
	g_autofree char *digest = g_strdup(edition->digest);
	const struct issued issued = { .book = query->book->name,
		.cutoff = edition->overview->cutoff,
		.as_of = edition->overview->change,
		.since = query->since,
		.unit = query->view.unit,
		.action = query->action,
		.decision = decision,
		.digest = digest };
	struct saved saved;

	edition_clear(edition);
	if (!session_issue(session, &issued, &saved, error))
		return false;
	cli->saved = true;
	if (!issue_print(cli, session, (int)saved.id, to, error)) {
		g_prefix_error(error,
		    "Bilaga %d är fastställd, men kunde inte skrivas; skriv den med "
		    "\"sparplan rapport --nr %d\". ",
		    (int)saved.id, (int)saved.id);
		return false;
	}
	if (cli->status == 0 && to->path && strcmp(to->path, "-") != 0)
		g_string_append_printf(cli->out,
		    saved.known ? "Bilaga %d var redan fastställd.\n"
		                : "Bilaga %d är fastställd.\n",
		    (int)saved.id);
	return true;
}
