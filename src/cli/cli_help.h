/*
 * cli_help.h - --help, made from the table of commands.
 */
#ifndef CLI_CLI_HELP_H
#define CLI_CLI_HELP_H

#include "cli/cli_table.h"

/* The whole program's help, or (command given) one command's. */
void help_append(GString *out, const struct command *command);

#endif
