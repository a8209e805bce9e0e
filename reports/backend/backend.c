/*
 * backend.c - the table of formats.
 */
#include <string.h>

#include "reports/backend/cells.h"

const struct backend backends[] = {
	{ "text", "txt", false, render_text },
	{ "md", "md", false, render_md },
	{ "csv", "csv", false, render_csv },
	{ "html", "html", false, render_html },
	{ "json", "json", false, render_json },
	{ "xlsx", "xlsx", true, render_xlsx },
	{ "pdf", "pdf", true, render_pdf },
	{ NULL, NULL, false, NULL },
};

const struct backend *
backend_find(const char *name)
{
	for (const struct backend *backend = backends; backend->name; backend++)
		if (g_strcmp0(backend->name, name) == 0)
			return backend;
	return NULL;
}

const struct backend *
backend_of_file(const char *path)
{
	const char *dot = strrchr(path, '.');

	for (const struct backend *backend = backends; dot && backend->name; backend++)
		if (g_ascii_strcasecmp(dot + 1, backend->ext) == 0)
			return backend;
	return NULL;
}
