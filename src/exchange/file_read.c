/*
 * file_read.c - opening a file, and the reader for what it begins with.
 */
#include "exchange/file_read.h"

#include "exchange/json_read.h"
#include "exchange/xlsx_read.h"

/* The file that Excel keeps beside a workbook while somebody has it open: *.xlsx names it
 * too. */
static bool
is_excel_lock(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);

	return g_str_has_prefix(base, "~$");
}

static bool
read_open(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error)
{
	const char *data;
	size_t size;

	if (!source_read(source, 0, &data, &size, error))
		return false;
	if (xlsx_is(data, size))
		return xlsx_read_source(
		    source, kind, options, func, user, rejects, stats, error);
	if (is_excel_lock(source->name)) {
		rejects_add(rejects, source->name, 0, NULL,
		    "är ingen arbetsbok, utan finns så länge någon har den öppen i "
		    "Excel; be "
		    "den som har det att spara och stänga den, och läs in arbetsboken");
		return true;
	}
	if (json_is(data, size))
		return json_read_source(
		    source, kind, options, func, user, rejects, stats, error);
	return csv_read_source(source, kind, options, func, user, rejects, stats, error);
}

bool
file_read(const char *path, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct source source;
	bool refused, ok;

	if (!source_open(&source, path, rejects, &refused, error))
		return false;
	ok = refused ||
	     read_open(&source, kind, options, func, user, rejects, stats, error);
	source_close(&source);
	return ok;
}
