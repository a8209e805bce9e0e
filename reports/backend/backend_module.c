/*
 * backend_module.c - drawing with a format that is loaded.
 */
#include "config.h"

#include "reports/backend/backend_module.h"

#include "base/error.h"
#include "base/text.h"
#include "exchange/module.h"
#include "reports/backend/cells.h"

typedef bool (*render_function)(const struct doc *doc,
    const struct render_options *options, GString *out, GError **error);

bool
backend_module_render(const char *name, const char *format, const struct doc *doc,
    const struct render_options *options, GString *out, GError **error)
{
	render_function render = NULL;
	void *symbol = NULL;
	g_autofree char *why = NULL;

	if (!module_symbol(name, "module_render", &symbol, &why)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s kan inte skrivas: %s. Installera om sparplan, eller välj ett "
		    "annat format.",
		    format, why);
		return false;
	}
	/* the symbol is an object's address; ISO C knows no way to a function's, POSIX
	 * this
	 */
	*(void **)&render = symbol;
	return render(doc, options, out, error);
}

bool
render_pdf(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	return backend_module_render("pdf", "PDF", doc, options, out, error);
}

bool
render_xlsx(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	return backend_module_render("xlsx", "XLSX", doc, options, out, error);
}
