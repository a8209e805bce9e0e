/*
 * source.c - one input file in blocks.
 */
#include "exchange/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/file_reason.h"

void
source_memory(struct source *source, const char *data, size_t size, const char *name)
{
	memset(source, 0, sizeof *source);
	source->name = name;
	source->data = data ? data : "";
	source->fd = -1;
	source->size = (int64_t)size;
}

bool
source_open(struct source *source, const char *path, struct rejects *rejects,
    bool *ret_refused, GError **error)
{
	bool special;

	memset(source, 0, sizeof *source);
	source->name = path;
	*ret_refused = false;
	/* O_NONBLOCK: a FIFO without a writer must not hang the program */
	source->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (source->fd < 0 && errno != ENXIO && errno != ENODEV)
		return file_fail(error, path, "kan inte läsas", errno);
	special = source->fd < 0;
	if (!special && fstat(source->fd, &source->stat) != 0) {
		file_fail(error, path, "kan inte läsas", errno);
		source_close(source);
		return false;
	}
	if (special || !S_ISREG(source->stat.st_mode)) {
		rejects_add(rejects, path, 0, NULL,
		    "%s; ange en CSV-, XLSX- eller JSON-fil",
		    !special && S_ISDIR(source->stat.st_mode) ? "är en mapp och ingen fil"
		                                              : "är ingen vanlig fil");
		*ret_refused = true;
		return true;
	}
	source->size = source->stat.st_size;
	if (source->size > SOURCE_MAX) {
		rejects_add(rejects, path, 0, NULL,
		    "filen är större än 2 GiB; dela den i flera filer");
		*ret_refused = true;
		return true;
	}
	source->block = g_malloc(SOURCE_BLOCK);
	return true;
}

void
source_close(struct source *source)
{
	if (source->fd >= 0)
		close(source->fd);
	source->fd = -1;
	g_clear_pointer(&source->block, g_free);
}

bool
source_fail_changed(const struct source *source, GError **error)
{
	g_autofree char *safe = text_display(source->name);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Filen \"%s\" ändrades medan den lästes; försök igen när den är "
	    "färdigskriven.",
	    safe);
	return false;
}

bool
source_read(struct source *source, int64_t offset, const char **ret_data,
    size_t *ret_size, GError **error)
{
	size_t want = (size_t)CLAMP(source->size - offset, 0, SOURCE_BLOCK);
	size_t got = 0;
	ssize_t n;

	if (source->data) {
		*ret_data = source->data + offset;
		*ret_size = want;
		return true;
	}
	while (got < want) {
		n = pread(
		    source->fd, source->block + got, want - got, offset + (int64_t)got);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return file_fail(error, source->name, "kan inte läsas", errno);
		if (n == 0)
			return source_fail_changed(source, error);
		got += (size_t)n;
	}
	*ret_data = source->block;
	*ret_size = want;
	return true;
}

bool
source_check(const struct source *source, GError **error)
{
	struct stat now;

	if (source->fd < 0)
		return true;
	if (fstat(source->fd, &now) != 0)
		return file_fail(error, source->name, "kan inte läsas", errno);
	if (now.st_size != source->stat.st_size ||
	    now.st_mtim.tv_sec != source->stat.st_mtim.tv_sec ||
	    now.st_mtim.tv_nsec != source->stat.st_mtim.tv_nsec)
		return source_fail_changed(source, error);
	return true;
}
