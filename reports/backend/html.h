/*
 * html.h - the parts of the HTML format: one file, no script, nothing fetched.
 *
 * Only for html*.c and svg.c.  Every text goes through html_text.
 */
#ifndef BACKEND_HTML_H
#define BACKEND_HTML_H

#include "reports/backend/cells.h"
#include "reports/doc/chart.h"
#include "schema/embed.h"

/* html.css, embedded. */
extern const struct embedded_file html_files[];

/* Safe to show (text_display) and to stand as text or in a quoted attribute. */
void html_text(GString *out, const char *text);

/* `number` counts the document's tables, so that ids and names are its own. */
void html_table(GString *out, const struct table *table, int number);
/* Too wide for an upright page: its section is laid across the paper. */
bool html_table_is_wide(const struct table *table);
/* The few figures of the first page: a card per row. */
void html_cards(GString *out, const struct table *table, int number);

/* The hatching that charts refer to; once, before the first chart. */
void svg_defs(GString *out);
/* A chart with its headline as <h`level`>, once for a screen and paper and once for a
 * phone (the style shows one of them), and its values in a table that unfolds. */
void svg_chart(GString *out, const struct chart *chart, int level, int number);

#endif
