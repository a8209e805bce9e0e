/*
 * kit.h - a folder that goes away with the test program, and bytes in and out of it.
 */
#ifndef KIT_H
#define KIT_H

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "t.h"

/* In memory where the system has it: the tests commit thousands of times. */
static inline const char *
kit_folder(void)
{
	static char *folder;

	if (!folder) {
		const char *base =
		    g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();

		folder = g_build_filename(base, "sparplan-test-XXXXXX", NULL);
		if (!g_mkdtemp(folder))
			g_error("no folder for the test: %s", g_strerror(errno));
	}
	return folder;
}

/* A name in the folder; lives as long as the program. */
static inline const char *
kit_path(const char *name)
{
	g_autofree char *path = g_build_filename(kit_folder(), name, NULL);

	return g_intern_string(path);
}

static inline void
kit_remove(const char *path)
{
	GDir *dir =
	    g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *inner = g_build_filename(path, name, NULL);

		kit_remove(inner);
	}
	if (dir)
		g_dir_close(dir);
	g_remove(path);
}

/* A database's path with nothing there. */
static inline const char *
kit_fresh(const char *name)
{
	const char *path = kit_path(name);
	g_autofree char *journal = g_strconcat(path, "-journal", NULL);

	kit_remove(path);
	kit_remove(journal);
	return path;
}

static inline void
kit_write(const char *path, const void *bytes, size_t size)
{
	GError *error = NULL;

	T_OK(g_file_set_contents(path, bytes, (gssize)size, &error), error);
}

static inline void
kit_write_text(const char *path, const char *text)
{
	kit_write(path, text, strlen(text));
}

/* Empty when it is no plain file. */
static inline GBytes *
kit_read(const char *path)
{
	char *bytes = NULL;
	gsize size = 0;

	if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
		g_file_get_contents(path, &bytes, &size, NULL);
	return g_bytes_new_take(bytes, size);
}

/* The call failed with this code and a sentence that has the word in it. */
static inline void
kit_refused_at(
    const char *file, int line, bool ok, GError **error, int code, const char *word)
{
	bool right = !ok && *error && (*error)->domain == SPARPLAN_ERROR &&
	             (*error)->code == code &&
	             (!word || strstr((*error)->message, word)) &&
	             (g_str_has_suffix((*error)->message, ".") ||
	                 g_str_has_suffix((*error)->message, "?"));

	if (!right)
		g_printerr("%s:%d: %s (code %d, wanted %d and \"%s\")\n", file, line,
		    ok       ? "it went through"
		    : *error ? (*error)->message
		             : "no error",
		    *error ? (*error)->code : -1, code, word ? word : "");
	CU_assertImplementation(right, (unsigned)line, "refused", file, "", CU_FALSE);
	g_clear_error(error);
}
#define T_REFUSED(call, error, code, word)                                               \
	kit_refused_at(__FILE__, __LINE__, (call), &(error), SPARPLAN_ERROR_##code, word)

/* Whole numbers, printed when they differ. */
static inline void
kit_int_at(const char *file, int line, int64_t got, int64_t want)
{
	if (got != want)
		g_printerr("%s:%d: got %" G_GINT64_FORMAT ", want %" G_GINT64_FORMAT "\n",
		    file, line, got, want);
	CU_assertImplementation(got == want, (unsigned)line, "equal", file, "", CU_FALSE);
}
#define T_INT(got, want) kit_int_at(__FILE__, __LINE__, (got), (want))

/* A number in the environment, else this. */
static inline guint32
kit_number(const char *name, guint32 otherwise)
{
	const char *given = g_getenv(name);

	return given ? (guint32)g_ascii_strtoull(given, NULL, 10) : otherwise;
}

static inline int
kit_run(const char *suite, CU_TestInfo *cases)
{
	int rc;

	setlocale(LC_ALL, "");
	rc = t_run(suite, cases);

	kit_remove(kit_folder());
	return rc;
}

#endif
