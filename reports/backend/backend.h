/* backend.h - one row per output format; adding a format is adding a file and a row. */
#ifndef BACKEND_BACKEND_H
#define BACKEND_BACKEND_H

#include "reports/doc/doc.h"

struct render_options {
	int width; /* columns for text; 0: 100 */
};

struct backend {
	const char *name; /* as in --format: "text", "md", "csv"; NULL ends the table */
	const char *ext;  /* file suffix without dot */
	bool binary;      /* refused to a terminal */
	bool (*render)(const struct doc *doc, const struct render_options *options,
	    GString *out, GError **error);
};

extern const struct backend backends[];
const struct backend *backend_find(const char *name); /* NULL if there is none */
/* The format that a file name's suffix (after its last dot, any case) says; NULL if none.
 */
const struct backend *backend_of_file(const char *path);

#endif
