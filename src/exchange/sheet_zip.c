/*
 * sheet_zip.c - minizip over our own bytes.
 *
 * The archive's own sizes are what somebody wrote there: what is counted is what comes
 * out.
 */
#include "exchange/sheet_zip.h"

#include <minizip/unzip.h>
#include <string.h>

#include "base/error.h"

#define MAX_ENTRIES 10000
/* of everything that is unpacked, several readings of a sheet together */
#define MAX_BYTES (INT64_C(2) * 1024 * 1024 * 1024)
/* A sheet of the same row again and again is packed to a fortieth; from MIN_BOMB bytes on
 * a part that was less than this is no workbook. */
#define MAX_RATIO 300
#define MIN_BOMB  (INT64_C(16) * 1024 * 1024)
#define PIECE     65536

struct sheet_zip {
	const struct sheet_input *input;
	int64_t at; /* where minizip stands in it */
	unzFile file;
	int64_t unpacked;
};

static bool
fail(GError **error, const char *text)
{
	g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, text);
	return false;
}

/* ---- what minizip reads with ---------------------------------------------------------
 */

static void *
on_open(void *zip, const void *name, int mode)
{
	(void)name;
	return (mode & ZLIB_FILEFUNC_MODE_WRITE) ? NULL : zip;
}

static uLong
on_read(void *user, void *stream, void *data, uLong size)
{
	struct sheet_zip *zip = user;
	int64_t left = MAX(zip->input->size - zip->at, 0);
	size_t take = (size_t)MIN((int64_t)size, left);

	(void)stream;
	if (!zip->input->read(zip->input->user, zip->at, data, take))
		return 0;
	zip->at += (int64_t)take;
	return take;
}

static uLong
on_write(void *user, void *stream, const void *data, uLong size)
{
	(void)user;
	(void)stream;
	(void)data;
	(void)size;
	return 0;
}

static ZPOS64_T
on_tell(void *user, void *stream)
{
	struct sheet_zip *zip = user;

	(void)stream;
	return (ZPOS64_T)zip->at;
}

static long
on_seek(void *user, void *stream, ZPOS64_T offset, int origin)
{
	struct sheet_zip *zip = user;
	int64_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? zip->input->size
	               : origin == ZLIB_FILEFUNC_SEEK_CUR ? zip->at
	                                                  : 0;

	(void)stream;
	if (offset > (ZPOS64_T)(zip->input->size - from))
		return -1;
	zip->at = from + (int64_t)offset;
	return 0;
}

static int
on_done(void *user, void *stream)
{
	(void)user;
	(void)stream;
	return 0;
}

/* ---- the archive ---------------------------------------------------------------------
 */

struct sheet_zip *
sheet_zip_open(const struct sheet_input *input, GError **error)
{
	struct sheet_zip *zip = g_new0(struct sheet_zip, 1);
	zlib_filefunc64_def how = { on_open, on_read, on_write, on_tell, on_seek, on_done,
		on_done, zip };
	unz_global_info64 info;

	zip->input = input;
	zip->file = unzOpen2_64("", &how);
	if (!zip->file || unzGetGlobalInfo64(zip->file, &info) != UNZ_OK) {
		fail(error, "filen är ingen hel arbetsbok; öppna den i Excel eller "
		            "LibreOffice och spara den på nytt som .xlsx");
		sheet_zip_close(zip);
		return NULL;
	}
	if (info.number_entry > MAX_ENTRIES) {
		fail(error, "arbetsboken har fler delar än en arbetsbok kan ha; kopiera "
		            "bladet till en ny arbetsbok");
		sheet_zip_close(zip);
		return NULL;
	}
	return zip;
}

void
sheet_zip_close(struct sheet_zip *zip)
{
	if (!zip)
		return;
	if (zip->file)
		unzClose(zip->file);
	g_free(zip);
}

bool
sheet_zip_has(struct sheet_zip *zip, const char *part)
{
	return unzLocateFile(zip->file, part, 1) == UNZ_OK;
}

static bool
check_bomb(struct sheet_zip *zip, int64_t out, int64_t packed, GError **error)
{
	if (zip->unpacked <= MAX_BYTES &&
	    (out <= MIN_BOMB || out / MAX_RATIO <= MAX(packed, 1)))
		return true;
	return fail(error, "arbetsboken packas upp till mer än den rimligen kan "
	                   "innehålla; kopiera bladet till en ny arbetsbok, eller spara "
	                   "det som CSV");
}

const char sheet_damaged[] =
    "arbetsboken är skadad; öppna den i Excel eller LibreOffice och spara den på nytt";

static bool
fail_damaged(GError **error)
{
	return fail(error, sheet_damaged);
}

/* The pieces of the part that is open. */
static bool
read_pieces(struct sheet_zip *zip, int64_t packed, sheet_zip_func func, void *user,
    bool *ret_stopped, GError **error)
{
	g_autofree char *data = g_malloc(PIECE);
	int64_t out = 0;
	int n;

	*ret_stopped = false;
	while ((n = unzReadCurrentFile(zip->file, data, PIECE)) > 0) {
		out += n;
		zip->unpacked += n;
		if (!check_bomb(zip, out, packed, error))
			return false;
		if (!func(user, data, n)) {
			*ret_stopped = true;
			return true;
		}
	}
	return n == 0 || fail_damaged(error);
}

bool
sheet_zip_read(struct sheet_zip *zip, const char *part, sheet_zip_func func, void *user,
    GError **error)
{
	unz_file_info64 info;
	bool stopped, ok;
	int closed;

	if (!sheet_zip_has(zip, part) || unzGetCurrentFileInfo64(zip->file, &info, NULL,
	                                     0, NULL, 0, NULL, 0) != UNZ_OK)
		return fail_damaged(error);
	if (info.flag & 1)
		return fail(error, "arbetsboken är krypterad; spara den utan lösenord");
	if (unzOpenCurrentFile(zip->file) != UNZ_OK)
		return fail_damaged(error);
	ok = read_pieces(zip,
	    (int64_t)MIN(info.compressed_size, (ZPOS64_T)zip->input->size), func, user,
	    &stopped, error);
	/* says whether the checksum held, when all was read */
	closed = unzCloseCurrentFile(zip->file);
	return ok && (stopped || closed == UNZ_OK || fail_damaged(error));
}
