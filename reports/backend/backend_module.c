/*
 * backend_module.c - finding and loading a format.
 *
 * dlopen and not GModule: it stands in the C library, so that the program links nothing
 * more for a format it may never be asked for.
 */
#include "config.h"

#include "reports/backend/backend_module.h"

#include <dlfcn.h>

#include "base/error.h"
#include "base/text.h"
#include "reports/backend/cells.h"

typedef bool (*render_function)(const struct doc *doc,
    const struct render_options *options, GString *out, GError **error);

static const char *first_folder;

void
backend_module_folder(const char *folder)
{
	first_folder = folder;
}

/* The folder of the running program; NULL when the system does not say. */
static char *
program_folder(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);

	return program ? g_path_get_dirname(program) : NULL;
}

static char *
module_path(const char *name)
{
	g_autofree char *file = g_strdup_printf("sparplan-%s.so", name);
	g_autofree char *beside =
	    first_folder ? g_strdup(first_folder) : program_folder();
	g_autofree char *path = beside ? g_build_filename(beside, file, NULL) : NULL;

	if (path && g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return g_steal_pointer(&path);
	return g_build_filename(PKGLIBDIR, file, NULL);
}

static bool
refuse(GError **error, const char *format, const char *path, const char *why)
{
	g_autofree char *safe_path = text_display(path);
	g_autofree char *safe_why = text_display(why);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "%s kan inte skrivas: %s (%s). Installera om sparplan, eller välj ett annat "
	    "format.",
	    format, safe_why, safe_path);
	return false;
}

/* The symbol is an object's address; ISO C knows no way to a function's, POSIX this. */
static bool
load(const char *name, const char *format, render_function *ret, GError **error)
{
	g_autofree char *path = module_path(name);
	const char *version;
	void *module, *symbol;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return refuse(error, format, path, "programdelen saknas");
	module = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!module)
		return refuse(error, format, path, dlerror());
	version = dlsym(module, "module_version");
	symbol = dlsym(module, "module_render");
	if (!version || !symbol || g_strcmp0(version, PACKAGE_VERSION) != 0)
		return refuse(
		    error, format, path, "programdelen hör till en annan version");
	*(void **)ret = symbol;
	return true;
}

bool
backend_module_render(const char *name, const char *format, const struct doc *doc,
    const struct render_options *options, GString *out, GError **error)
{
	render_function render = NULL;

	return load(name, format, &render, error) && render(doc, options, out, error);
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
