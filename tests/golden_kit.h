/*
 * golden_kit.h - a text against its golden file, tests/golden/NAME.EXT.
 *
 * GOLDEN_WRITE=1 renews them, and a person reads the diff.
 */
#ifndef GOLDEN_KIT_H
#define GOLDEN_KIT_H

#include "t.h"

static inline void
golden(const char *name, const char *ext, const char *got)
{
	const char *srcdir = g_getenv("SRCDIR");
	g_autofree char *file = g_strdup_printf("%s.%s", name, ext);
	g_autofree char *path =
	    g_build_filename(srcdir ? srcdir : ".", "tests", "golden", file, NULL);
	g_autofree char *want = NULL;
	bool same;

	if (g_getenv("GOLDEN_WRITE"))
		CU_ASSERT(g_file_set_contents(path, got, -1, NULL));
	CU_ASSERT(g_file_get_contents(path, &want, NULL, NULL));
	same = g_strcmp0(got, want) == 0;
	if (!same)
		g_printerr("%s differs; got:\n%s\n", path, got);
	CU_ASSERT(same);
}

#endif
