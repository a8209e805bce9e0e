/*
 * backend_module.h - formats whose libraries are loaded when they are asked for.
 *
 * A format that needs much (PDF: pango, cairo, qpdf) is a file of its own,
 * sparplan-NAME.so, so that the program starts no slower.  It is looked for beside the
 * program, as in a build directory, and then where `make install` puts it.  Such a file
 * defines the two symbols below and contains what it uses of ours; it is never unloaded.
 */
#ifndef BACKEND_BACKEND_MODULE_H
#define BACKEND_BACKEND_MODULE_H

#include "reports/backend/backend.h"

/* Defined by each module: the program's version, for which the structs hold, and the
 * format. */
extern const char module_version[];
bool module_render(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);

/* Look in this folder first; borrowed, NULL: beside the program.  For tests. */
void backend_module_folder(const char *folder);

/* Load sparplan-`name`.so and draw with it.  `format` is what people call it: "PDF".
 * Errors: FILE when it is missing, cannot be loaded, or is of another version; then
 * those of the format itself. */
bool backend_module_render(const char *name, const char *format, const struct doc *doc,
    const struct render_options *options, GString *out, GError **error);

#endif
