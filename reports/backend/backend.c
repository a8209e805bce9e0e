/*
 * backend.c - the table of formats.
 */
#include "reports/backend/cells.h"

const struct backend backends[] = {
	{ "text", "txt", false, render_text },
	{ "md", "md", false, render_md },
	{ "csv", "csv", false, render_csv },
	{ "html", "html", false, render_html },
	{ "json", "json", false, render_json },
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
