/*
 * xlsx_file.c - the file of a workbook, in memory.
 */
#include "reports/backend/xlsx_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "reports/backend/xlsx_whole.h"

bool
xlsx_file_open(struct xlsx_file *file)
{
	file->fd = memfd_create("sparplan", MFD_CLOEXEC);
	file->path = file->fd < 0 ? NULL : g_strdup_printf("/proc/self/fd/%d", file->fd);
	return file->fd >= 0;
}

void
xlsx_file_close(struct xlsx_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	file->fd = -1;
	g_clear_pointer(&file->path, g_free);
}

bool
xlsx_refuse(lxw_error why, GError **error)
{
	bool size = why == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;

	g_set_error(error, SPARPLAN_ERROR,
	    size ? SPARPLAN_ERROR_RANGE : SPARPLAN_ERROR_FILE,
	    "XLSX kan inte skrivas: %s",
	    size ? "en tabell har fler rader eller kolumner än Excel tar emot. Välj "
	           "csv eller ett mindre urval."
	         : "arbetsboken kunde inte sättas ihop. Kontrollera att det finns plats "
	           "där tillfälliga filer läggs (TMPDIR eller /tmp) och försök igen.");
	return false;
}

/* Append the whole file; false when it is empty or cannot be read. */
static bool
take(int fd, GString *out)
{
	struct stat st;
	gsize start = out->len;
	off_t done = 0;

	if (fstat(fd, &st) != 0 || st.st_size <= 0)
		return false;
	g_string_set_size(out, start + (gsize)st.st_size);
	while (done < st.st_size) {
		ssize_t n =
		    pread(fd, out->str + start + done, (size_t)(st.st_size - done), done);

		if (n <= 0) {
			g_string_truncate(out, start);
			return false;
		}
		done += n;
	}
	return true;
}

bool
xlsx_file_take(struct xlsx_file *file, lxw_error failed, GString *out, GError **error)
{
	return (failed == LXW_NO_ERROR && file->fd >= 0 && xlsx_is_whole(file->path) &&
	           take(file->fd, out)) ||
	       xlsx_refuse(failed, error);
}
