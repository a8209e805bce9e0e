/* path.c - what a database file is before SQLite sees it, and new files made whole. */
#include "store/path.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "store/db.h"

#define HEADER_SIZE 100

static const unsigned char journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63,
	0xd7 };

static bool
fail(GError **error, const char *path, const char *what)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE, "%s %s", path, what);
	return false;
}

static const char *
errno_text(int e)
{
	switch (e) {
	case ENOENT:
		return "finns inte. Skapa databasen med \"sparplan init\" eller prova "
		       "\"sparplan demo\".";
	case EACCES:
	case EPERM:
	case EROFS:
		return "får du inte öppna. Be den som äger filen om rätt att läsa den.";
	case ELOOP:
		return "är en symbolisk länk. Ange filen den pekar på.";
	case ENOSPC:
	case EDQUOT:
		return "kunde inte skrivas: disken är full.";
	case EEXIST:
		return "finns redan och är orörd. Välj ett annat namn.";
	case ENOTDIR:
		return "ligger i något som inte är en katalog.";
	default:
		return NULL;
	}
}

static bool
fail_errno(GError **error, const char *path, int e)
{
	const char *text = errno_text(e);

	if (text)
		return fail(error, path, text);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "%s kunde inte användas: %s.", path, g_strerror(e));
	return false;
}

/* The folder with its links resolved and the last part as it stands. */
static char *
resolve(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *base = g_path_get_basename(path);
	char *real = realpath(folder, NULL); /* malloc: freed with free */
	char *full = real ? g_build_filename(real, base, NULL) : NULL;

	free(real);
	return full;
}

static unsigned
big_endian(const unsigned char *p)
{
	return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
}

/* A rollback journal that ends in the magic names a super-journal: we never write one. */
static bool
check_journal(const char *real, struct path_check *check, GError **error)
{
	g_autofree char *name = g_strconcat(real, "-journal", NULL);
	unsigned char tail[sizeof(journal_magic)];
	struct stat st;
	int fd = open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	bool planted = false;

	if (fd < 0)
		return errno == ENOENT || fail_errno(error, name, errno);
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		planted = true;
	else if (st.st_size >= (off_t)sizeof(tail)) {
		if (pread(fd, tail, sizeof(tail), st.st_size - (off_t)sizeof(tail)) !=
		    (ssize_t)sizeof(tail))
			planted = true;
		else
			planted = memcmp(tail, journal_magic, sizeof(tail)) == 0 &&
			          st.st_size > (off_t)sizeof(tail);
	}
	if (!planted) {
		unsigned char head[sizeof(journal_magic)];

		check->hot_journal =
		    pread(fd, head, sizeof(head), 0) == (ssize_t)sizeof(head) &&
		    memcmp(head, journal_magic, sizeof(head)) == 0;
	}
	close(fd);
	return !planted || fail(error, name,
	                       "är ingen journal som sparplan har skrivit. Flytta undan "
	                       "den och öppna sedan.");
}

static bool
check_header(
    int fd, const char *path, struct path_check *check, bool *ret_whole, GError **error)
{
	unsigned char h[HEADER_SIZE];
	unsigned page;
	struct stat st;

	if (fstat(fd, &st) != 0)
		return fail_errno(error, path, errno);
	if (!S_ISREG(st.st_mode))
		return fail(error, path, "är ingen vanlig fil.");
	if (st.st_size == 0)
		return fail(error, path,
		    "är tom och ingen sparplan-databas. Ta bort den och skapa en ny med "
		    "\"sparplan init\".");
	if (pread(fd, h, sizeof(h), 0) != (ssize_t)sizeof(h) ||
	    memcmp(h, "SQLite format 3", 16) != 0 ||
	    big_endian(h + 68) != DB_APPLICATION_ID)
		return fail(error, path, "är ingen sparplan-databas.");
	check->wal = h[18] == 2 || h[19] == 2;
	page = (unsigned)h[16] << 8 | h[17];
	*ret_whole = page <= 1 || st.st_size % (off_t)page == 0;
	return true;
}

bool
path_check_database(const char *path, struct path_check *ret, GError **error)
{
	struct path_check check = { 0 };
	g_autofree char *folder = NULL;
	int fd;
	bool ok, whole = true;

	check.real = resolve(path);
	if (!check.real)
		return fail_errno(error, path, errno);
	fd = open(check.real, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) {
		ok = fail_errno(error, path, errno);
	} else {
		ok = check_header(fd, path, &check, &whole, error) &&
		     check_journal(check.real, &check, error);
		close(fd);
		/* SQLite does not see that a part of the last page is gone; an
		 * interrupted write may leave one, which its journal mends */
		if (ok && !whole && !check.hot_journal)
			ok = fail(error, path,
			    "är avkortad: slutet av filen saknas. Ta fram en "
			    "säkerhetskopia.");
	}
	if (!ok) {
		path_check_clear(&check);
		return false;
	}
	folder = g_path_get_dirname(check.real);
	check.writable = access(check.real, W_OK) == 0 && access(folder, W_OK) == 0;
	*ret = check;
	return true;
}

void
path_check_clear(struct path_check *check)
{
	g_clear_pointer(&check->real, g_free);
}

bool
path_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

bool
path_temp_make(const char *target, mode_t mode, struct path_temp *ret, GError **error)
{
	g_autofree char *real = resolve(target);
	g_autofree char *folder = NULL;
	g_autofree char *base = NULL;

	if (!real)
		return errno == ENOENT ? fail(error, target,
		                             "kan inte skapas: katalogen finns inte. "
		                             "Skapa katalogen först.")
		                       : fail_errno(error, target, errno);
	folder = g_path_get_dirname(real);
	base = g_path_get_basename(real);
	for (int i = 0; i < 100; i++) {
		g_autofree char *name =
		    g_strdup_printf("%s/.%s.%08x", folder, base, g_random_int());
		mode_t old = umask(
		    007); /* the group's rights are the mode's, whatever the shell says */
		int fd =
		    open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		int e = errno;

		umask(old);
		if (fd >= 0) {
			close(fd);
			ret->name = g_steal_pointer(&name);
			ret->folder = g_steal_pointer(&folder);
			return true;
		}
		if (e != EEXIST)
			return fail_errno(error, target, e);
	}
	return fail_errno(error, target, EEXIST);
}

static bool
sync_path(const char *name, int flags)
{
	int fd = open(name, flags | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

/* SQLite leaves an empty journal beside a file that it has written. */
static void
remove_journal(const char *name)
{
	g_autofree char *journal = g_strconcat(name, "-journal", NULL);

	g_unlink(journal);
}

bool
path_temp_finish(
    struct path_temp *temp, const char *target, bool overwrite, GError **error)
{
	int rc;

	if (!sync_path(temp->name, O_RDWR))
		return fail_errno(error, target, errno);
	remove_journal(temp->name);
	rc = overwrite ? rename(temp->name, target) : link(temp->name, target);
	if (rc != 0)
		return fail_errno(error, target, errno);
	if (overwrite)
		g_clear_pointer(&temp->name, g_free);
	if (!sync_path(temp->folder, O_RDONLY | O_DIRECTORY))
		return fail_errno(error, target, errno);
	return true;
}

void
path_temp_clear(struct path_temp *temp)
{
	if (temp->name) {
		g_unlink(temp->name);
		remove_journal(temp->name);
	}
	g_clear_pointer(&temp->name, g_free);
	g_clear_pointer(&temp->folder, g_free);
}
