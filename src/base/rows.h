/*
 * rows.h - finding rows in an array that is in order of a key.
 */
#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include <glib.h>
#include <stdint.h>

/* The index of the first row whose key is at least `key`; the array's length when there
 * is none.  Rows are `size` bytes, begin with an int64_t key and ascend by it. */
guint rows_from(const GArray *rows, gsize size, int64_t key);

#endif
