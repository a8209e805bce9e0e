/*
 * cli_keys.c - tangenter: the keys of the screens, as the person's own file is written.
 */
#include "tui/keys.h"

#include "base/text.h"

#include "cli/cli_open.h"
#include "cli/cli_table.h"

bool
keys_run(struct cli *cli, GError **error)
{
	g_autofree char *path = keys_path();
	g_autofree char *name = text_display(path != NULL ? path : "tangenter");
	g_autoptr(GPtrArray) problems = keys_load(path);

	(void)error;
	for (guint i = 0; problems && i < problems->len; i++)
		cli_complain(g_ptr_array_index(problems, i));
	g_string_append_printf(cli->out,
	    "# Tangenterna som gäller nu. Egna skrivs i filen %s:\n"
	    "# kommando = tangenter, med blanksteg mellan dem. Ta bara med de rader som "
	    "ska\n# vara annorlunda.\n\n",
	    name);
	keys_print(cli->out);
	return true;
}
