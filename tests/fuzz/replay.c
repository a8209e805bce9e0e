/*
 * replay.c - a fuzz target without libFuzzer: every file of its corpus once, or those
 * that are named.
 */
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"

static void
run_file(const char *path)
{
	g_autofree char *text = NULL;
	g_autofree uint8_t *data = NULL;
	gsize size;

	if (!g_file_get_contents(path, &text, &size, NULL)) {
		g_printerr("%s: cannot be read\n", path);
		exit(1);
	}
	g_print("%s\n", path); /* the last one of the log is the guilty one */
	data = g_memdup2(text, MAX(size, 1)); /* no NUL that an overrun would meet */
	LLVMFuzzerTestOneInput(data, size);
}

int
main(int argc, char **argv)
{
	const char *source = g_getenv("SRCDIR");
	g_autofree char *name = g_path_get_basename(argv[0]);
	g_autofree char *folder =
	    g_build_filename(source ? source : ".", "tests/fuzz/corpus", name, NULL);
	g_autoptr(GDir) files = NULL;
	const char *file;
	int n = 0;

	for (int i = 1; i < argc; i++)
		run_file(argv[i]);
	if (argc > 1)
		return 0;
	files = g_dir_open(folder, 0, NULL);
	while (files && (file = g_dir_read_name(files))) {
		g_autofree char *path = g_build_filename(folder, file, NULL);

		run_file(path);
		n++;
	}
	g_print("%d files\n", n);
	return n > 0 ? 0 : 1;
}
