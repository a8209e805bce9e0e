/*
 * module.h - parts of the program that are loaded when they are asked for.
 *
 * What needs much (PDF: pango, cairo, qpdf; reading XLSX: minizip, expat) is a file of
 * its own, sparplan-NAME.so, so that the program starts no slower.  It is looked for
 * beside the program, as in a build directory, and then where `make install` puts it.
 * Such a file contains what it uses of ours and is never unloaded.
 */
#ifndef EXCHANGE_MODULE_H
#define EXCHANGE_MODULE_H

#include <stdbool.h>

/* Defined by each module: the program's version, for which structs hold. */
extern const char module_version[];

/* Look in this folder first; borrowed, NULL: beside the program.  For tests. */
void module_folder(const char *folder);

/* The address of `symbol` in sparplan-`name`.so.  False when it is missing, cannot be
 * loaded or is of another version: *ret_why is then a clause, safe to show; g_free. */
bool module_symbol(const char *name, const char *symbol, void **ret, char **ret_why);

#endif
