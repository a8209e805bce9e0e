/*
 * cli_scenario.h - "vad händer om": --utan ID[,ID...] and --forsena ID=N as a view.
 */
#ifndef CLI_CLI_SCENARIO_H
#define CLI_CLI_SCENARIO_H

#include "session/session.h"

struct thought {
	GPtrArray *without; /* codes, NULL-ended when there are any */
	GArray *delays;     /* struct view_delay */
	GPtrArray *clauses; /* char *: "HS-02 tas bort" */
	GString *words; /* "HS-02 tas bort och HS-04 kommer 6 månader senare"; or "" */
};

/* Either vector may be NULL.  Errors: USAGE. */
bool thought_parse(
    char *const *without, char *const *delays, struct thought *ret, GError **error);
void thought_clear(struct thought *thought);
/* Lend it to a view. */
void thought_apply(const struct thought *thought, struct view *view);

#endif
