/*
 * cli_show_links.h - the part of `visa` that is an assignment, the goals an action
 * serves, its indicators and the decisions it rests on.
 */
#ifndef CLI_CLI_SHOW_LINKS_H
#define CLI_CLI_SHOW_LINKS_H

#include "session/session.h"

struct json;

/* Members of the open object: "uppdrag", "verkar_for", "matt", "vilar_pa". */
void show_links_json(const struct detail *detail, struct json *json);
/* Sections of text, appended; nothing for what the action has nothing of. */
void show_links_text(const struct detail *detail, GString *out);

/* "  Label          value", a long value wrapped in its own column. */
void show_field(GString *out, const char *label, const char *value);

#endif
