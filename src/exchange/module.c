/*
 * module.c - finding and loading a part of the program.
 *
 * dlopen and not GModule: it stands in the C library, so that the program links nothing
 * more for what it may never be asked for.
 */
#include "config.h"

#include "exchange/module.h"

#include <dlfcn.h>
#include <glib.h>

#include "base/text.h"

static const char *first_folder;

void
module_folder(const char *folder)
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
refuse(char **ret_why, const char *path, const char *why)
{
	g_autofree char *safe_path = text_display(path);
	g_autofree char *safe_why = text_display(why);

	*ret_why = g_strdup_printf("%s (%s)", safe_why, safe_path);
	return false;
}

bool
module_symbol(const char *name, const char *symbol, void **ret, char **ret_why)
{
	g_autofree char *path = module_path(name);
	const char *version;
	void *module, *address;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return refuse(ret_why, path, "programdelen saknas");
	module = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!module)
		return refuse(ret_why, path, dlerror());
	version = dlsym(module, "module_version");
	address = dlsym(module, symbol);
	if (!version || !address || g_strcmp0(version, PACKAGE_VERSION) != 0)
		return refuse(ret_why, path, "programdelen hör till en annan version");
	*ret = address;
	return true;
}
