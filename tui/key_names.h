/*
 * key_names.h - what commands are called in the file of own keys.
 */
#ifndef TUI_KEY_NAMES_H
#define TUI_KEY_NAMES_H

#include <glib.h>

#include "tui/command.h"

/* "öppna"; g_free. */
char *key_name(enum command command);

/* All of them, to look many up in: made once for a file.  g_hash_table_unref. */
GHashTable *key_names_new(void);
/* As names are looked up everywhere: "bokfor" is "Bokför".  CMD_NONE: there is none. */
enum command key_names_find(GHashTable *names, const char *name);

/* The name that a person may have meant; NULL: none is near.  g_free. */
char *key_name_nearest(const char *name);

#endif
