/*
 * command.h - commands, their keys and their help, all from command_list.h.
 *
 * A screen says which scopes are live; a key means at most one command in them.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include <glib.h>
#include <stdbool.h>

/* bits */
enum command_scope {
	SCOPE_ANY = 1 << 0,      /* everywhere, always live */
	SCOPE_MOVE = 1 << 1,     /* something to move in */
	SCOPE_LIST = 1 << 2,     /* the action list */
	SCOPE_EMPTY = 1 << 3,    /* the list of an empty database */
	SCOPE_PERIOD = 1 << 4,   /* figures of a period in a unit */
	SCOPE_UNDO = 1 << 5,     /* no open field: undo, redo, reload */
	SCOPE_OVERVIEW = 1 << 6, /* the overview */
	SCOPE_FORM = 1 << 7,     /* the action form: keys may be text */
	SCOPE_PROMPT = 1 << 8,   /* a dialog with fields: keys may be text */
	SCOPE_CHOICE = 1 << 9,   /* a list to pick from */
	SCOPE_CONFLICT = 1 << 10,
	SCOPE_ROOT = 1 << 11, /* the first screen: q leaves the program */
	SCOPE_SUB = 1 << 12,  /* any other screen without fields */
	SCOPE_HELP = 1 << 13, /* has help */
	SCOPE_QUERY =
	    1 << 14, /* a dialog that searches or filters: nothing is saved by it */
	SCOPE_EXPORT = 1 << 15,  /* the export form: keys may be text */
	SCOPE_READ = 1 << 16,    /* an appendix over the whole screen */
	SCOPE_GOALS = 1 << 17,   /* goals and indicators */
	SCOPE_ASSIGN = 1 << 18,  /* the assignments of a round */
	SCOPE_SHEET = 1 << 19,   /* the report grid, no cell open */
	SCOPE_CELL = 1 << 20,    /* an open cell of it: keys may be text */
	SCOPE_CHOOSER = 1 << 21, /* the column chooser */
	SCOPE_IMPORT = 1 << 22,  /* what a file would change */
	SCOPE_STEER = 1 << 24, /* one of the screens for steering: rounds ... decisions */
	SCOPE_ROUNDS = 1 << 25,
	SCOPE_VERIFY = 1 << 26,
	SCOPE_SETTINGS = 1 << 27,
	SCOPE_DECIDE = 1 << 28,
	SCOPE_LOG = 1 << 29,
	SCOPE_LOCKED = 1 << 30, /* for the key bar: open for reading only */
	SCOPE__ALL = (1 << 30) - 1
};

enum command {
#define CMD(id, scopes, writes, keys, label, text) CMD_##id,
#include "tui/command_list.h"
#undef CMD
	CMD__N
};

struct command_info {
	const char *name;  /* "PERIOD_BACK"; for tests and the key list */
	unsigned scopes;   /* enum command_scope bits */
	bool writes;       /* refused when the database is open for reading */
	const char *keys;  /* the default: names parted by one space, first the shown */
	const char *label; /* for the key bar; "" keeps it out */
	const char *text;  /* for help: Swedish, no full stop */
};
extern const struct command_info command_info[CMD__N];

/* The command a key means where `scopes` are live; CMD_NONE if none. */
enum command command_for_key(const char *key, unsigned scopes);

/* Two commands live together that share a key; false when there are none. */
bool command_clash(unsigned scopes, enum command *ret_a, enum command *ret_b);

/* The key to show: the first, or where keys may be text the first that is not text; as a
 * person calls it ("Blanksteg", "↑").  Appended to `out`. */
void command_append_key(enum command command, unsigned scopes, GString *out);
/* All keys as a person calls them, "Upp, k, Ctrl-P". */
void command_append_keys(enum command command, GString *out);
/* The same parted by blanks: "Upp k Ctrl-P". */
void command_append_written(enum command command, GString *out);
/* One key as a person writes it. */
void command_append_word(const char *key, GString *out);

/* A person's own keys from now on: one text or NULL (the table's) per command, copied;
 * NULL for all: the table's. */
void command_set_keys(const char *const *keys);
/* Have two texts of keys one in common?  *ret_key (may be NULL) is it; g_free. */
bool command_share_key(const char *a, const char *b, char **ret_key);

/* The key bar: "e Ändra  b Bokför  ? Hjälp  q Ut" in at most `width` columns.  Help and
 * the ways out always stand in it, what writes does not where SCOPE_LOCKED is set. */
void command_bar(unsigned scopes, int width, GString *out);

/* Headings for help: the commands of one scope belong together. */
const char *command_scope_heading(enum command_scope scope);

#endif
