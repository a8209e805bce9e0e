/*
 * cli_words.h - the words of a command line: which command, which options, which
 * arguments.
 *
 * GOption does the parsing; what it would refuse is found here first, so that the message
 * is Swedish and names the word.
 */
#ifndef CLI_CLI_WORDS_H
#define CLI_CLI_WORDS_H

#include "cli/cli_table.h"

/* Options that every command takes, before or after the command word. */
extern const GOptionEntry global_options[];

struct words {
	bool help, version;
};

/*
 * Fill `cli` from the arguments (argv[0] is skipped), and the values of the command's own
 * options.  "-3" is an amount, not an option.  Errors: USAGE.  What cli points at lives
 * as long as the program.
 */
bool words_parse(
    struct cli *cli, int argc, char **argv, struct words *ret, GError **error);

/* "ATGARD ÅÅÅÅ-MM" and so on: do the arguments fit the command? */
bool words_check_count(const struct cli *cli, GError **error);

#endif
