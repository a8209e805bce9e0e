/*
 * xlsx_text.h - texts as Excel counts them, names of sheets, and numbers.
 */
#ifndef BACKEND_XLSX_TEXT_H
#define BACKEND_XLSX_TEXT_H

#include <glib.h>
#include <stdint.h>

/* A workbook has no other numbers than floating-point ones: here, and nowhere else, an
 * exact one becomes such, `count` of what there are `in_one` of.  Excel shows the digits
 * that went in below 2^53 of them. */
static inline double
xlsx_number(int64_t count, int64_t in_one)
{
	return (double)count / (double)in_one;
}

/* Where at most `units` of UTF-16 of the text end: at its end when it has no more. */
const char *xlsx_text_cut(const char *text, glong units);

/* Excel reads "_x0041_" in a file as "A": such text with its first "_" written as
 * "_x005F_", so that it stays as it is; and control characters so, as Excel does, CR as
 * "_x000D_".  g_free. */
char *xlsx_text_escape(const char *text);

/* The same of a text that is to be read again, guarded as in CSV (csv_write.h), so that
 * every reader takes the guard of a "'" off.  g_free. */
char *xlsx_text_guard(const char *text);

/*
 * A name for a sheet from `text`: at most 31 UTF-16 units, cut at a blank where it can be
 * and marked "…", without the signs Excel refuses, and unlike those in `taken` (folded
 * names, a set of owned strings), to which it is added.  Blank text is "Tabell".  g_free.
 */
char *xlsx_sheet_name(GHashTable *taken, const char *text);

#endif
