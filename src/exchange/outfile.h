/*
 * outfile.h - files out: written beside the target, fsynced, renamed; replaced only if
 * told.
 */
#ifndef EXCHANGE_OUTFILE_H
#define EXCHANGE_OUTFILE_H

#include <glib.h>
#include <stdbool.h>

/*
 * Write `data` to `path`; "-" or NULL is stdout.  An existing file is replaced only with
 * `overwrite` (SPARPLAN_ERROR_FILE names --skriv-over).  A symbolic link is not followed.
 * On failure the old file stands and no temporary is left.  umask decides the mode.
 * `binary` is refused to a terminal.  Text to a terminal on stdout is sanitised (text.h).
 */
bool outfile_write(const char *path, const char *data, size_t size, bool overwrite,
    bool binary, GError **error);

#endif
