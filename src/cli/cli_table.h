/*
 * cli_table.h - the subcommands: one row each, from which parsing, --help, the messages
 * about unknown words and the check of the man page come.
 */
#ifndef CLI_CLI_TABLE_H
#define CLI_CLI_TABLE_H

#include "cli/cli.h"

typedef bool command_func(struct cli *cli, GError **error);

struct command {
	const char *name;            /* NULL ends the table */
	const char *arguments;       /* "SLAG FIL…"; "" when it takes none */
	const char *summary;         /* one line, no full stop */
	const char *text;            /* whole sentences, wrapped by the help */
	const GOptionEntry *options; /* its own; NULL when it has none */
	int min_words, max_words;    /* max -1: any number */
	int first_path; /* words from this index are file names, not text; -1: none */
	command_func *run;
};

extern const struct command commands[];
/* NULL when there is none of that name. */
const struct command *command_find(const char *name);
/* Names of all commands, ending with NULL; free the array with g_free. */
const char **command_names(void);

/* Defined beside the commands they belong to, in cli_*.c. */
extern const GOptionEntry init_options[], public_options[], import_options[],
    export_options[], overview_options[], show_options[], edit_options[],
    saving_options[], status_options[], setting_options[], round_options[],
    verify_options[], check_options[], report_options[], compare_options[],
    backup_options[], link_options[], programme_options[], template_options[];
command_func init_run, public_run, demo_run, import_run, export_run, overview_run,
    show_run, edit_run, saving_run, status_run, setting_run, round_run, verify_run,
    check_run, report_run, compare_run, log_run, backup_run, link_run, programme_run,
    keys_run, template_run;

/* Without a command: the terminal UI; and what the terminal can do. */
command_func start_run, terminal_run;

#endif
