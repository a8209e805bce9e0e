/*
 * cli_show_figures.h - the part of `visa` that is figures: years, lights, pace, and what
 * the stage rests on.
 */
#ifndef CLI_CLI_SHOW_FIGURES_H
#define CLI_CLI_SHOW_FIGURES_H

#include "session/session.h"

struct json;

/* Members of the open object: "tal" per year, "ljus", "arstakt_kr", "slut" ... */
void show_figures_json(const struct detail *detail, struct json *json);
/* Sections of text, appended. */
void show_figures_text(const struct detail *detail, GString *out);

/* "2021", "ej årsfördelat", "totalt"; g_free. */
char *show_year_name(const struct detail_year *year);

#endif
