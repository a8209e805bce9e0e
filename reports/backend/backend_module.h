/*
 * backend_module.h - formats whose libraries are loaded when they are asked for.
 *
 * A format that needs much (PDF: pango, cairo, qpdf) is a module (exchange/module.h).
 */
#ifndef BACKEND_BACKEND_MODULE_H
#define BACKEND_BACKEND_MODULE_H

#include "exchange/module.h"
#include "reports/backend/backend.h"

/* Defined by each such module. */
bool module_render(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);

/* Load sparplan-`name`.so and draw with it.  `format` is what people call it: "PDF".
 * Errors: FILE when it is missing, cannot be loaded, or is of another version; then
 * those of the format itself. */
bool backend_module_render(const char *name, const char *format, const struct doc *doc,
    const struct render_options *options, GString *out, GError **error);

#endif
