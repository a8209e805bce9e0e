/*
 * cli_public.c - vyer: the database's views for tools that read databases.
 */
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "session/upkeep.h"

static struct {
	gboolean remove;
} given;

const GOptionEntry public_options[] = { { "ta-bort", 0, 0, G_OPTION_ARG_NONE,
	                                    &given.remove, "ta bort vyerna", NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

bool
public_run(struct cli *cli, GError **error)
{
	struct session *session = NULL;
	g_autofree char *path = open_path(cli);
	g_autofree char *shown = text_display(path);
	int n = 0;
	bool ok;

	if (!open_session(cli, true, &session, error))
		return false;
	ok = session_set_public(session, !given.remove, &n, error);
	if (ok && given.remove)
		g_string_append_printf(
		    cli->out, "%s har inga vyer för andra program.\n", shown);
	else if (ok)
		g_string_append_printf(cli->out,
		    "%s har nu %d vyer, v_public_*, för program som läser databaser. "
		    "Handboken beskriver dem.\n",
		    shown, n);
	session_free(session);
	return ok;
}
