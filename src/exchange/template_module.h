/*
 * template_module.h - what the module of XLSX has for template_xlsx (template.h).
 */
#ifndef EXCHANGE_TEMPLATE_MODULE_H
#define EXCHANGE_TEMPLATE_MODULE_H

#include "exchange/template.h"

/* How a column looks in a file that is made. */
struct template_look {
	const char *header; /* "mål mkr" */
	const char *title;  /* what is said where an open cell is filled in, and why a */
	const char *help;   /* value is refused there; NULL: nothing is */
	const struct word *words; /* those that an open cell takes; NULL: any text */
	int width;                /* in digits */
	bool amount, open;
};

/* A sheet of the template with what is said above it, and per column its look and the
 * words that its cells take (NULL: any).  Errors: FILE. */
struct template_drawing {
	const struct template_file *form;
	const char *title, *guide;
	const struct template_look *looks;
	const char *const *words[TEMPLATE_COLUMN__N];
};
bool module_template(
    const struct template_drawing *drawing, GString *out, GError **error);

#endif
