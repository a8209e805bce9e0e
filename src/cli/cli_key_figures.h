/*
 * cli_key_figures.h - the key figures of an overview as CSV and JSON.
 */
#ifndef CLI_CLI_KEY_FIGURES_H
#define CLI_CLI_KEY_FIGURES_H

#include "rollup/overview.h"

/* "mått;år;belopp_kr;procent;underlag"; appended. */
void key_figures_csv(const struct overview *overview, GString *out);
/* The same names without å, ä and ö; missing is null. */
void key_figures_json(const struct overview *overview, GString *out);

#endif
