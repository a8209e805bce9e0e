/*
 * cli_edition.c - an appendix to where the command line says.
 */
#include "cli/cli_edition.h"

#include <string.h>

bool
edition_put(struct cli *cli, const struct edition *e, const char *appendix,
    const struct edition_target *to, GError **error)
{
	g_autoptr(GString) text = NULL;

	if (to->path && strcmp(to->path, "-") != 0)
		return edition_write(e, appendix, to, error);
	text = g_string_new(NULL);
	if (!edition_draw(e, appendix, to->backend->name, text, error))
		return false;
	cli->binary = to->backend->binary;
	return open_write(cli, text, NULL, false, error);
}
