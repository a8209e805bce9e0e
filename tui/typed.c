/* typed.c - a file's name as a person types or pastes it. */
#include "tui/typed.h"

#include <glib.h>
#include <string.h>

/* 'a file.xlsx', "a file.xlsx" */
static void
strip_quotes(char *name)
{
	size_t n = strlen(name);

	if (n < 2 || (name[0] != '"' && name[0] != '\'') || name[n - 1] != name[0])
		return;
	memmove(name, name + 1, n - 2);
	name[n - 2] = '\0';
}

char *
typed_path(const char *text)
{
	g_autofree char *name = g_strdup(text);

	if (g_file_test(text, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&name);
	g_strstrip(name);
	strip_quotes(name);
	if (g_str_has_prefix(name, "~/"))
		return g_build_filename(g_get_home_dir(), name + 2, NULL);
	return g_steal_pointer(&name);
}
