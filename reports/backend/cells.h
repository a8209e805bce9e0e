/*
 * cells.h - what every format of reports for people shares: a cell as safe text.
 */
#ifndef BACKEND_CELLS_H
#define BACKEND_CELLS_H

#include "reports/backend/backend.h"

/* The cell as its column shows it, safe to display; "" when empty.  g_free. */
char *cell_show(const struct cell *cell, const struct column *column);

/* The caption for people, with the unit when all its amounts have one: "Mål per typ,
 * mkr". g_free. */
char *caption_show(const struct table *table);

/* Numbers stand to the right. */
bool column_is_number(const struct column *column);

bool render_text(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);
bool render_md(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error);
bool render_csv(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error);
bool render_html(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);
bool render_json(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);
/* By modules of their own (backend_module.h). */
bool render_xlsx(const struct doc *doc, const struct render_options *options,
    GString *out, GError **error);
bool render_pdf(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error);

#endif
