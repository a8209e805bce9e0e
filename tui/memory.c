/*
 * memory.c - the file of personal settings.
 */
#include "tui/memory.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"

#define GROUP          "visning"
#define PROGRAMMES_MAX 20 /* databases whose programme is remembered */

static const char *const unit_names[] = { [MONEY_MKR] = "mkr", [MONEY_TKR] = "tkr" };
static const char *const glyph_names[] = { [GLYPHS_AUTO] = "auto",
	[GLYPHS_ASCII] = "ascii",
	[GLYPHS_WGL4] = "wgl4",
	[GLYPHS_FULL] = "full" };

char *
memory_path(void)
{
	const char *state = g_getenv("XDG_STATE_HOME");
	const char *home = g_get_home_dir();

	/* the standard says that a relative path there is to be ignored */
	if (state != NULL && g_path_is_absolute(state))
		return g_build_filename(state, "sparplan", "visning", NULL);
	if (home == NULL || !g_path_is_absolute(home))
		return NULL;
	return g_build_filename(home, ".local", "state", "sparplan", "visning", NULL);
}

/* ---- reading ----------------------------------------------------------------------- */

static bool
refuse_value(GError **error, const char *key, const char *value)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "%s kan inte vara \"%s\"", key, value);
	return false;
}

static bool
read_name(GKeyFile *file, const char *key, const char *const *names, size_t n, int *ret,
    GError **error)
{
	g_autofree char *value = g_key_file_get_string(file, GROUP, key, NULL);

	if (value == NULL)
		return true;
	for (size_t i = 0; i < n; i++)
		if (names[i] != NULL && strcmp(names[i], value) == 0) {
			*ret = (int)i;
			return true;
		}
	return refuse_value(error, key, value);
}

static bool
read_flag(GKeyFile *file, const char *key, bool *ret, GError **error)
{
	static const char *const names[] = { "nej", "ja" };
	int value = *ret;

	if (!read_name(file, key, names, G_N_ELEMENTS(names), &value, error))
		return false;
	*ret = value != 0;
	return true;
}

/* A column of a later version is left out; the others still hold. */
static void
read_columns(GKeyFile *file, struct memory *memory)
{
	g_auto(GStrv) names =
	    g_key_file_get_string_list(file, GROUP, "kolumner", NULL, NULL);
	unsigned seen = 0;

	for (int i = 0; names != NULL && names[i] != NULL; i++) {
		enum list_column column = list_column_find(names[i]);

		if (column >= LIST_CHOICES || (seen & (1u << column)) != 0)
			continue;
		seen |= 1u << column;
		memory->columns[memory->n_columns++] = column;
	}
}

static bool
read_sort(GKeyFile *file, struct memory *memory, GError **error)
{
	g_autofree char *name = g_key_file_get_string(file, GROUP, "sortering", NULL);

	if (name != NULL) {
		memory->sort = list_column_find(name);
		if (memory->sort == LIST_COLUMN__N)
			return refuse_value(error, "sortering", name);
		memory->sorted = true;
	}
	return read_flag(file, "fallande", &memory->descending, error) &&
	       read_flag(file, "blandade", &memory->mixed, error);
}

static void
read_programmes(GKeyFile *file, struct memory *memory)
{
	g_auto(GStrv) pairs =
	    g_key_file_get_string_list(file, GROUP, "program", NULL, NULL);

	for (int i = 0; pairs != NULL && pairs[i] != NULL && pairs[i + 1] != NULL &&
	                i < 2 * PROGRAMMES_MAX;
	     i += 2) {
		g_ptr_array_add(memory->programmes, g_strdup(pairs[i]));
		g_ptr_array_add(memory->programmes, g_strdup(pairs[i + 1]));
	}
}

static bool
read_file(struct memory *memory, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	int unit = (int)memory->unit, glyphs = (int)memory->glyphs;

	if (!g_key_file_load_from_file(file, memory->path, G_KEY_FILE_NONE, error) ||
	    !read_name(
	        file, "enhet", unit_names, G_N_ELEMENTS(unit_names), &unit, error) ||
	    !read_name(
	        file, "tecken", glyph_names, G_N_ELEMENTS(glyph_names), &glyphs, error) ||
	    !read_sort(file, memory, error))
		return false;
	memory->unit = (enum money_unit)unit;
	memory->glyphs = (enum glyphs)glyphs;
	read_columns(file, memory);
	read_programmes(file, memory);
	return true;
}

static struct memory *
defaults(const char *path)
{
	struct memory *memory = g_new0(struct memory, 1);

	memory->path = g_strdup(path);
	memory->unit = MONEY_MKR;
	memory->glyphs = GLYPHS_AUTO;
	memory->programmes = g_ptr_array_new_with_free_func(g_free);
	return memory;
}

struct memory *
memory_new(const char *path, char **ret_problem)
{
	struct memory *memory = defaults(path);
	g_autoptr(GError) error = NULL;
	g_autofree char *name = NULL;

	*ret_problem = NULL;
	/* mostly there is none yet: no more than a look */
	if (path == NULL || access(path, F_OK) != 0 || read_file(memory, &error))
		return memory;
	name = text_display(path);
	*ret_problem = g_strdup_printf("Dina val på skärmen kunde inte läsas ur %s och "
	                               "lämnas därhän: ta bort eller rätta filen.",
	    name);
	memory_free(memory);
	memory = defaults(path);
	/* what a person may want to mend is not written over */
	memory->failed = true;
	return memory;
}

void
memory_free(struct memory *memory)
{
	if (memory == NULL)
		return;
	g_ptr_array_unref(memory->programmes);
	g_free(memory->path);
	g_free(memory);
}

/* ---- writing ----------------------------------------------------------------------- */

static void
write_columns(GKeyFile *file, const struct memory *memory)
{
	const char *names[LIST_CHOICES];

	for (int i = 0; i < memory->n_columns; i++)
		names[i] = list_columns[memory->columns[i]].name;
	if (memory->n_columns > 0)
		g_key_file_set_string_list(
		    file, GROUP, "kolumner", names, (gsize)memory->n_columns);
}

static char *
as_text(const struct memory *memory, gsize *ret_size)
{
	g_autoptr(GKeyFile) file = g_key_file_new();

	write_columns(file, memory);
	if (memory->sorted)
		g_key_file_set_string(
		    file, GROUP, "sortering", list_columns[memory->sort].name);
	g_key_file_set_string(file, GROUP, "fallande", memory->descending ? "ja" : "nej");
	g_key_file_set_string(file, GROUP, "blandade", memory->mixed ? "ja" : "nej");
	g_key_file_set_string(file, GROUP, "enhet", unit_names[memory->unit]);
	if (memory->glyphs != GLYPHS_AUTO)
		g_key_file_set_string(file, GROUP, "tecken", glyph_names[memory->glyphs]);
	if (memory->programmes->len > 0)
		g_key_file_set_string_list(file, GROUP, "program",
		    (const char *const *)memory->programmes->pdata,
		    memory->programmes->len);
	return g_key_file_to_data(file, ret_size, NULL);
}

bool
memory_save(struct memory *memory, GError **error)
{
	gsize size;
	g_autofree char *folder = NULL, *text = NULL;

	if (memory->path == NULL || memory->failed)
		return true;
	folder = g_path_get_dirname(memory->path);
	text = as_text(memory, &size);
	if (g_mkdir_with_parents(folder, 0700) == 0 &&
	    g_file_set_contents_full(memory->path, text, (gssize)size,
	        G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
		return true;
	memory->failed = true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Dina val på skärmen gäller nu men sparas inte: %s kan inte skrivas.",
	    memory->path);
	return false;
}

/* ---- the programme of a database --------------------------------------------------- */

static guint
find_database(const struct memory *memory, const char *database)
{
	guint i = 0;

	while (i < memory->programmes->len &&
	       strcmp(g_ptr_array_index(memory->programmes, i), database) != 0)
		i += 2;
	return i;
}

const char *
memory_programme(const struct memory *memory, const char *database)
{
	g_autofree char *path = g_canonicalize_filename(database, NULL);
	guint at;

	if (memory->programmes->len == 0)
		return NULL;
	at = find_database(memory, path);
	return at < memory->programmes->len
	           ? g_ptr_array_index(memory->programmes, at + 1)
	           : NULL;
}

void
memory_set_programme(struct memory *memory, const char *database, const char *code)
{
	char *path = g_canonicalize_filename(database, NULL);
	guint at = find_database(memory, path);

	if (at < memory->programmes->len)
		g_ptr_array_remove_range(memory->programmes, at, 2);
	g_ptr_array_insert(memory->programmes, 0, path);
	g_ptr_array_insert(memory->programmes, 1, g_strdup(code));
	if (memory->programmes->len > 2 * PROGRAMMES_MAX)
		g_ptr_array_set_size(memory->programmes, 2 * PROGRAMMES_MAX);
}
