/*
 * cli_backup.c - kopia: a consistent copy while others work.
 */
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "session/upkeep.h"

static struct {
	gboolean overwrite;
} given;

const GOptionEntry backup_options[] = { { "skriv-over", 0, 0, G_OPTION_ARG_NONE,
	                                    &given.overwrite, HELP_OVERWRITE, NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

bool
backup_run(struct cli *cli, GError **error)
{
	struct session *session = NULL;
	bool ok;

	if (!open_session(cli, false, &session, error))
		return false;
	ok = session_backup(session, cli->words[0], given.overwrite, error);
	if (ok) {
		g_autofree char *path = text_display(cli->words[0]);

		g_string_append_printf(cli->out, "Kopian är skriven till %s.\n", path);
	}
	session_free(session);
	return ok;
}
