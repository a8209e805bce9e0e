/* backend.h - one row per output format; adding a format is adding a file and a row. */
#ifndef BACKEND_BACKEND_H
#define BACKEND_BACKEND_H

#include "reports/doc/doc.h"

/* Asked now and then: it has come `done` of `all`.  False ends it. */
typedef bool render_goes_on(void *user, int64_t done, int64_t all);

struct render_options {
	int width; /* columns for text; 0: 100 */
	/* for formats that take long (PDF); NULL: nobody asks.  After false the render
	 * fails, with an error that whoever said so need not tell */
	render_goes_on *goes_on;
	void *user;
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
