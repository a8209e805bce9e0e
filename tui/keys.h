/*
 * keys.h - a person's own keys: the file `tangenter`, and the table that it is made from.
 *
 * A line is `kommando = tangenter`, keys parted by blanks; it takes the place of all the
 * command's keys.  Blank lines and lines that begin with '#' say nothing.  Keys are a
 * sign, or Blanksteg, Enter, Esc, Tab, Shift-Tab, Backsteg, Del, Insert, Upp, Ned,
 * Vänster, Höger, Home, End, PgUp, PgDn, F1-F12, Ctrl-A-Ctrl-Z.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <glib.h>

/* $XDG_CONFIG_HOME/sparplan/tangenter, else ~/.config/sparplan/tangenter; NULL when there
 * is no home.  g_free. */
char *keys_path(void);

/*
 * Take the keys of the file into use; without one, or with path NULL, the defaults.  What
 * cannot be used (an unknown command or key, a key that two commands would have at once)
 * is one sentence each, with file and line: a GPtrArray of char * that owns them, NULL
 * when there are none.  The defaults then hold for that command.
 */
GPtrArray *keys_load(const char *path);
/* The same of the file's text; `name` is what sentences call it. */
GPtrArray *keys_take(const char *text, const char *name);

/* The whole table with the keys in force, as the file is written. */
void keys_print(GString *out);

#endif
