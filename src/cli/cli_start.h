/*
 * cli_start.h - the terminal UI from the command line.
 */
#ifndef CLI_CLI_START_H
#define CLI_CLI_START_H

#include "cli/cli.h"

struct session;

/* The programme of a new, empty database. */
#define START_CODE "PLAN"
#define START_NAME "Omställningsprogram"

/* Are stdin and stdout a terminal? */
bool start_on_terminal(void);

/* Open the terminal UI on `session` until the user leaves it. */
bool start_screen(struct cli *cli, struct session *session, GError **error);

#endif
