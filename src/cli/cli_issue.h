/*
 * cli_issue.h - appendices that are issued: given a number, listed, printed again.
 */
#ifndef CLI_CLI_ISSUE_H
#define CLI_CLI_ISSUE_H

#include "cli/cli_edition.h"

/* Those in force, one line each. */
bool issue_list(struct cli *cli, struct session *session, GError **error);

/* Give the edition a number and print it as it will always be printed.  Clears the
 * edition.  Errors: INPUT; FILE, saying that the appendix is issued all the same. */
bool issue_edition(struct cli *cli, struct session *session,
    const struct edition_query *query, struct edition *edition, const char *decision,
    const struct edition_target *to, GError **error);

/* Print one again.  When it would not come out as it was nothing is printed: a sentence,
 * and status 1.  Errors: NOT_FOUND. */
bool issue_print(struct cli *cli, struct session *session, int number,
    const struct edition_target *to, GError **error);
/* Take one back.  Errors: NOT_FOUND. */
bool issue_withdraw(struct cli *cli, struct session *session, int number, GError **error);

#endif
