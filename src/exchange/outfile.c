/*
 * outfile.c - a whole file out, or none of it.
 */
#include "exchange/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/file_reason.h"

#define NAME_TRIES   100
#define CANNOT_WRITE "kan inte skrivas"

/* False with errno. */
static bool
write_all(int fd, const char *data, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, data, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data += n;
		size -= (size_t)n;
	}
	return true;
}

static bool
write_stdout(const char *data, size_t size, bool binary, GError **error)
{
	bool terminal = isatty(STDOUT_FILENO);
	g_autofree char *safe = NULL;
	bool ok;

	if (terminal && binary) {
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_USAGE,
		    "Formatet kan inte visas i en terminal; ange en fil med --ut.");
		return false;
	}
	if (terminal) {
		bool bom = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0;
		g_autofree char *copy =
		    g_strndup(data + (bom ? 3 : 0), size - (bom ? 3 : 0));

		safe = text_display_lines(copy);
		data = safe;
		size = strlen(safe);
	}
	/* what was printed through stdio comes first */
	ok = fflush(stdout) == 0 && write_all(STDOUT_FILENO, data, size);
	if (!ok) {
		g_autofree char *reason = file_reason(errno);

		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Resultatet kan inte skrivas ut: %s.", reason);
	}
	return ok;
}

/* May `base` be written?  A link, a device or a folder is never replaced. */
static bool
check_target(
    int folder, const char *base, const char *path, bool overwrite, GError **error)
{
	g_autofree char *safe = text_display(path);
	struct stat st;

	if (fstatat(folder, base, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT || file_fail(error, path, CANNOT_WRITE, errno);
	if (S_ISREG(st.st_mode)) {
		if (overwrite)
			return true;
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Filen \"%s\" finns redan; välj ett annat namn eller ange "
		    "--skriv-over.",
		    safe);
	} else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "\"%s\" är %s och skrivs inte över; välj ett annat namn.", safe,
		    S_ISLNK(st.st_mode)   ? "en symbolisk länk"
		    : S_ISDIR(st.st_mode) ? "en mapp"
		                          : "ingen vanlig fil");
	return false;
}

/* A new file with a name of its own in the folder; -1 with errno. */
static int
create_temporary(int folder, char **ret_name)
{
	for (int i = 0; i < NAME_TRIES; i++) {
		g_autofree char *name = g_strdup_printf(
		    ".sparplan-%08x%08x.tmp", g_random_int(), g_random_int());
		int fd = openat(folder, name,
		    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);

		if (fd >= 0) {
			*ret_name = g_steal_pointer(&name);
			return fd;
		}
		if (errno != EEXIST)
			return -1;
	}
	return -1;
}

/* Fill and close it; false with errno. */
static bool
fill_temporary(int fd, const char *data, size_t size)
{
	bool ok = write_all(fd, data, size) && fsync(fd) == 0;
	int code = errno;

	if (close(fd) != 0 && ok) {
		ok = false;
		code = errno;
	}
	errno = code;
	return ok;
}

/* Give the file its name in one step; false with errno. */
static bool
publish(int folder, const char *temporary, const char *base, bool overwrite)
{
	if (overwrite)
		return renameat(folder, temporary, folder, base) == 0;
	/* link fails where the name has been taken since it was looked at */
	if (linkat(folder, temporary, folder, base, 0) == 0) {
		unlinkat(folder, temporary, 0);
		return true;
	}
	if (errno == EEXIST)
		return false;
	/* some file systems know no links */
	return renameat2(folder, temporary, folder, base, RENAME_NOREPLACE) == 0;
}

static bool
write_in_folder(int folder, const char *base, const char *path, const char *data,
    size_t size, bool overwrite, GError **error)
{
	g_autofree char *temporary = NULL;
	int code;
	int fd;

	if (!check_target(folder, base, path, overwrite, error))
		return false;
	fd = create_temporary(folder, &temporary);
	if (fd < 0)
		return file_fail(error, path, CANNOT_WRITE, errno);
	if (!fill_temporary(fd, data, size) ||
	    !publish(folder, temporary, base, overwrite)) {
		code = errno;
		unlinkat(folder, temporary, 0);
		return file_fail(error, path, CANNOT_WRITE, code);
	}
	/* The file has its name and cannot be taken back, and not every file system can
	 * do this: a failure here is no failure of the file. */
	(void)fsync(folder);
	return true;
}

bool
outfile_write(const char *path, const char *data, size_t size, bool overwrite,
    bool binary, GError **error)
{
	g_autofree char *folder_name = NULL;
	g_autofree char *base = NULL;
	int folder;
	bool ok;

	if (!path || strcmp(path, "-") == 0)
		return write_stdout(data, size, binary, error);
	if (*path == '\0' || g_str_has_suffix(path, "/")) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "\"%s\" är inget filnamn; ange namnet på en fil.", path);
		return false;
	}
	folder_name = g_path_get_dirname(path);
	base = g_path_get_basename(path);
	folder = open(folder_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* a folder that may be written but not listed will do, only not be synced */
	if (folder < 0 && errno == EACCES)
		folder = open(folder_name, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0) {
		int code = errno;
		g_autofree char *safe = text_display(path);

		if (code != ENOENT)
			return file_fail(error, path, CANNOT_WRITE, code);
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Filen \"%s\" kan inte skrivas: mappen finns inte; skapa den först.",
		    safe);
		return false;
	}
	ok = write_in_folder(folder, base, path, data, size, overwrite, error);
	close(folder);
	return ok;
}
