/*
 * memory.h - what one person has chosen on the screens, kept from one time to the next:
 * columns, order, unit, signs, and the programme last shown of each database.
 *
 * A key file of the person's own, mode 0600, replaced whole.  Never the shared database:
 * what one person looks at is nobody else's.
 */
#ifndef TUI_MEMORY_H
#define TUI_MEMORY_H

#include "tui/list_columns.h"
#include "tui/style.h"

struct memory {
	char *path; /* NULL: nothing is kept */
	enum list_column columns[LIST_CHOICES];
	int n_columns; /* 0: those that suit the width */
	enum list_column sort;
	bool sorted;     /* else in order of creation */
	bool descending; /* the highest first */
	bool mixed;      /* förvaltningar are not kept together */
	enum money_unit unit;
	enum glyphs glyphs;
	GPtrArray *programmes; /* char *: path, code, path, code; the latest first */
	bool failed;           /* could not be written: told once */
};

/* $XDG_STATE_HOME/sparplan/visning, else ~/.local/state/sparplan/visning; NULL when there
 * is no home.  g_free. */
char *memory_path(void);

/*
 * What the file says; without one, or with path NULL, the defaults.  A file that cannot
 * be used is left as it is and its content ignored: *ret_problem is then a sentence that
 * says so (g_free), else NULL.
 */
struct memory *memory_new(const char *path, char **ret_problem);
void memory_free(struct memory *memory);

/* Written whole, or not at all.  Errors: FILE. */
bool memory_save(struct memory *memory, GError **error);

/* Code of the programme last shown of a database; NULL: none.  Borrowed. */
const char *memory_programme(const struct memory *memory, const char *database);
void memory_set_programme(struct memory *memory, const char *database, const char *code);

#endif
