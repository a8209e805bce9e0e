/*
 * cli.h - the command line: one run of the program, and what every command shares.
 *
 * A command fills `out`; cli_main writes it to stdout in one place and turns errors into
 * `sparplan: ...` on stderr and an exit status (product.md section 5).
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <glib.h>
#include <stdbool.h>

struct command;

/* One run.  Everything is borrowed from the arguments or the environment but `out`. */
struct cli {
	const struct command *command; /* NULL: none was given */
	const char *database;          /* --databas; NULL: the default */
	const char *who;               /* --som */
	const char *programme;         /* --program */
	const char *glyphs;            /* --tecken: "ascii", "wgl4", "full"; NULL */
	bool no_colour;                /* --ingen-farg */
	bool spoken;                   /* --linjar */
	bool mouse;                    /* --mus */
	char **
	    words; /* what stands after the command word, options taken out; NULL-ended */
	int n_words;
	GString *out; /* for stdout */
	bool binary;  /* what is written is no text: refused to a terminal */
	bool saved;   /* something was stored before an error or a failed print */
	int status;   /* of a run that succeeds: 0, or 1 from kontroll */
};

/* Run the program; the exit status. */
int cli_main(int argc, char **argv);

/* Set a usage error, printf-formatted; always false, so that it can be returned. */
bool cli_usage(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A usage error for an unknown word: names the nearest of `known` (NULL-ended), or lists
 * them all.  `what` is "Kommandot", "Värdet för --format".  Always false. */
bool cli_unknown(
    GError **error, const char *what, const char *word, const char *const *known);

/* Make an INPUT error a USAGE error with `prefix` before it: the value steers the program
 * and is not data.  Always false. */
bool cli_usage_from(GError **error, GError *cause, const char *prefix);

/* One sentence on stderr: "sparplan: TEXT", sanitised. */
void cli_complain(const char *text);

#endif
