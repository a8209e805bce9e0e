/*
 * cli_edition.h - an appendix to where the command line says.
 */
#ifndef CLI_CLI_EDITION_H
#define CLI_CLI_EDITION_H

#include "cli/cli_open.h"
#include "reports/edition/edition.h"

/* To the file that --ut names, or to stdout. */
bool edition_put(struct cli *cli, const struct edition *edition, const char *appendix,
    const struct edition_target *to, GError **error);

#endif
