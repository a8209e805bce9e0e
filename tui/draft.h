/*
 * draft.h - what was typed and not saved when the line was lost: kept in a file of one's
 * own and offered at the next start.  It is never saved to the database by itself.
 *
 * File    $XDG_STATE_HOME/sparplan/utkast/HASH, one for each database and user, mode
 *         0600, written whole or not at all.  Without a folder to write in there is none.
 */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include "tui/form.h"

struct draft_field {
	int id;       /* as the screen's own form has it */
	char *label;  /* "Ansvarig"; for a person */
	char *before; /* what the field held when it was opened */
	char *text;   /* what was typed */
};

/* One screen's. */
struct draft {
	char *verb;     /* how to open it again: draft_open.c; "": only to be read */
	char *subject;  /* the action's code or so; "" for none */
	char *title;    /* "Lägesrapport för HS-12, omgång DÅ04-2021" */
	GArray *fields; /* struct draft_field */
};

void draft_init(struct draft *draft);
void draft_clear(struct draft *draft);
/* NULL is "". */
void draft_name(
    struct draft *draft, const char *verb, const char *subject, const char *title);
/* All are copied. */
void draft_add(
    struct draft *draft, int id, const char *label, const char *before, const char *text);
/* NULL when the draft has no such field. */
const struct draft_field *draft_find(const struct draft *draft, int id);

/* What a form's field is called; g_free. */
typedef char *draft_label(const void *user, int id);
/* The fields that differ from what they were; false when none does. */
bool draft_from_form(
    const struct form *form, draft_label *label, const void *user, struct draft *ret);
/* Types them again where the field still holds what it held.  Those that another has
 * changed since are shown instead, to be weighed. */
void draft_restore(struct app *app, const struct draft *draft, struct form *form);
/* The texts as lines to read and to copy. */
void draft_show(struct app *app, const struct draft *draft, const char *why);

/* What one sitting left. */
struct drafts {
	char *programme;  /* its code */
	int64_t at_ms;    /* when it was kept */
	int cutoff;       /* the month that was shown */
	int unit;         /* enum money_unit of what was typed */
	GPtrArray *items; /* struct draft *, the lowest screen first */
};
struct drafts *drafts_new(void);
void drafts_free(struct drafts *drafts);

/* The file's name; NULL when there is no folder to have it in.  g_free. */
char *draft_path(const char *database, const char *who);
bool drafts_write(const struct drafts *drafts, const char *path, GError **error);
/* NULL: none, or not one that can be read. */
struct drafts *drafts_read(const char *path);

/* Keep what every screen of the program holds; nothing when nothing is typed.  Errors:
 * FILE. */
bool draft_keep(struct app *app, GError **error);
/* At the start: is there a draft?  Then it is offered over the screen. */
void draft_offer(struct app *app);

#endif
