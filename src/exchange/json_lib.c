/*
 * json_lib.c - json-glib, opened on demand.
 */
#include "exchange/json_lib.h"

#include <dlfcn.h>

#include "base/error.h"
#include "exchange/json_write.h"

#define LIBRARY "libjson-glib-1.0.so.0"

struct json_lib json_lib;

static bool
refuse(GError **error)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "JSON kan varken läsas eller skrivas: biblioteket %s saknas eller går inte "
	    "att använda. Installera om sparplan, eller välj ett annat format.",
	    LIBRARY);
	return false;
}

bool
json_ready(GError **error)
{
	void *library;

	if (json_lib.library)
		return true;
	library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!library)
		return refuse(error);
		/* a function's address as an object's: ISO C knows no way, POSIX this */
#define FUNCTION(name)                                                                   \
	*(void **)&json_lib.name = dlsym(library, #name);                                \
	if (!json_lib.name)                                                              \
		return refuse(error);
	JSON_FUNCTIONS
#undef FUNCTION
	json_lib.library = library;
	return true;
}
