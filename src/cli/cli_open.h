/*
 * cli_open.h - which database, and what of it: what the commands that read or write
 * share.
 */
#ifndef CLI_CLI_OPEN_H
#define CLI_CLI_OPEN_H

#include "cli/cli.h"
#include "session/session.h"

struct doc;

/* --databas, else $SPARPLAN_DB, else sparplan.db in the user's data folder; g_free. */
char *open_path(const struct cli *cli);
/* Is it the last of them? */
bool open_is_default(const struct cli *cli);
/* Make the folder of the default database, 0700.  Errors: FILE. */
bool open_make_folder(const char *path, GError **error);
/* "sparplan" or "sparplan --databas FIL", as it can be pasted into a shell; g_free. */
char *open_program(const struct cli *cli);
/* What session_open and session_create are told. */
struct session_options open_options(const struct cli *cli, const char *path, bool write);

/* Open the database; a missing file is an error that says how to make one. */
bool open_session(
    const struct cli *cli, bool write, struct session **ret, GError **error);

/* Option texts that are the same wherever the option stands. */
#define HELP_CUTOFF    "utfall till och med månaden"
#define HELP_AS_OF     "som det var då: 2021-09-14, 2021-09-14T12:00 eller #123"
#define HELP_OUT       "skriv till filen i stället för på skärmen"
#define HELP_OVERWRITE "ersätt filen om den finns"

/* --avser and --per, either may be NULL, to a view of `session`.  Errors: USAGE. */
struct asked {
	struct view view;
	struct instant instant;
};
bool open_view(struct session *session, const char *cutoff, const char *as_of,
    struct asked *ret, GError **error);

/* A TIDPUNKT; `what` is "Värdet för --per".  Errors: USAGE. */
bool open_instant(struct session *session, const char *what, const char *text,
    struct instant *ret, GError **error);

/* `cause` as an INPUT error that says which value it is about: data, that does not steer
 * the program.  Frees it; always false. */
bool open_refuse(GError **error, const char *what, GError *cause);

/* An option that is a word of a table, `otherwise` when it is not given.  Errors: INPUT.
 */
bool open_word(const struct word *table, const char *what, const char *text,
    int otherwise, int *ret, GError **error);

/* Write `text`, binary or not as `cli` says, to --ut, or leave it for stdout.  Errors:
 * FILE. */
bool open_write(
    struct cli *cli, GString *text, const char *path, bool overwrite, GError **error);

/* Draw a document with the back end `format` (known) onto `out`. */
bool open_render(const struct doc *doc, const char *format, GString *out, GError **error);

/* SLAG: a kind of file.  Errors: USAGE, naming the nearest. */
bool open_kind(const char *name, enum exchange_kind *ret, GError **error);

/* The value of --format among `formats` (the first is the default) as an index. */
bool open_format(const char *given, const char *const *formats, int *ret, GError **error);

#endif
