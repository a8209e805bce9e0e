/*
 * rows_module.c - rows of a kind as XLSX, by the module that has the library for it.
 */
#include "exchange/rows_module.h"

#include "base/error.h"
#include "exchange/module.h"

bool
xlsx_rows(enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error)
{
	__typeof__(module_rows) *make = NULL;
	g_autofree char *why = NULL;
	void *symbol = NULL;

	if (!module_symbol("xlsx", "module_rows", &symbol, &why)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "XLSX kan inte skrivas: %s. Installera om sparplan, eller välj csv "
		    "eller json.",
		    why);
		return false;
	}
	/* an object's address as a function's: ISO C knows no way, POSIX this */
	*(void **)&make = symbol;
	return make(exchange_kinds[kind].name, out, ret, error);
}
