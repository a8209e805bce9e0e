/*
 * cli_link.c - koppla: what an action has to do with a goal, an indicator or a decision.
 */
#include "base/error.h"
#include "calendar/month.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"

static struct {
	char *year;
	gboolean remove;
} given;

const GOptionEntry link_options[] = {
	{ "ar", 0, 0, G_OPTION_ARG_FILENAME, &given.year,
	    "vilket års mål beslutet satte, med målbelopp; annars målet utan år",
	    "ÅÅÅÅ" },
	{ "ta-bort", 0, 0, G_OPTION_ARG_NONE, &given.remove, "ta bort kopplingen", NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

static bool
parse_relation(const char *text, enum relation *ret, GError **error)
{
	const char *words[RELATION__N + 1] = { NULL };
	int value;

	for (int i = 0; i < RELATION__N; i++)
		words[i] = word_text(relation_words, i);
	if (!word_parse(relation_words, text, &value, NULL))
		return cli_unknown(error, "Slaget", text, words);
	*ret = (enum relation)value;
	return true;
}

/* Four digits that a month can stand in: what a plan may have targets of. */
static bool
parse_year(const char *text, int *ret, GError **error)
{
	guint64 year;

	if (!g_ascii_string_to_unsigned(text, 10, 2000, 2099, &year, NULL)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Året \"%s\" är inget år. Skriv fyra siffror, 2000 till 2099.", text);
		return false;
	}
	*ret = (int)year;
	return true;
}

static bool
edit_from(char **words, struct link_edit *ret, GError **error)
{
	if (!parse_relation(words[1], &ret->relation, error))
		return false;
	if (given.year && ret->relation != RELATION_TARGET)
		return cli_usage(error,
		    "--ar gäller bara målbelopp. Ta bort det, eller skriv \"sparplan "
		    "koppla %s målbelopp %s --ar %s\".",
		    words[0], words[2], given.year);
	ret->action = words[0];
	ret->code = words[2];
	ret->remove = given.remove;
	return !given.year || parse_year(given.year, &ret->year, error);
}

bool
link_run(struct cli *cli, GError **error)
{
	struct link_edit edit = { 0 };
	struct session *session = NULL;
	struct saved saved = { 0 };
	bool ok;

	if (!edit_from(cli->words, &edit, error) ||
	    !open_session(cli, true, &session, error))
		return false;
	ok = session_link(session, &edit, &saved, error);
	if (ok) {
		cli->saved = saved.change != 0;
		g_string_append(cli->out, !saved.known  ? "ok\n"
		                          : edit.remove ? "fanns inte\n"
		                                        : "finns redan\n");
	}
	session_free(session);
	return ok;
}
