/*
 * sheet.h - a workbook (XLSX) as sheets of typed cells; nothing of what they mean.
 *
 * Shape   a module (module.h), because zip and XML are needed only when a workbook is
 *         read: `sheet_module` is its one symbol.
 * Trust   the file is anyone's: its parts are found by name in the archive and never by
 *         path outside it; no DTD, entity or outside reference is followed; entries,
 *         bytes, ratio and depth have limits; memory is that of one row, the shared
 *         strings and the formats.
 * Errors  SPARPLAN_ERROR_INPUT, a clause that can follow the file's name.
 */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define SHEET_MAX_CELL    ((size_t)1024 * 1024)
#define SHEET_MAX_ROW     ((size_t)16 * 1024 * 1024)
#define SHEET_MAX_COLUMNS 16384 /* Excel's own */

enum sheet_type {
	SHEET_BLANK,
	SHEET_TEXT,
	SHEET_NUMBER, /* text is the decimal number exactly as the file has it */
	SHEET_DATE,   /* text is "2021-04-30", "2021-04" or "2021": as precise as it shows
	               */
	SHEET_BOOL,   /* text is "ja" or "nej" */
	SHEET_REFUSED /* text is a clause: what is wrong and what to do */
};

struct sheet_cell {
	int column; /* 0-based, growing within a row */
	enum sheet_type type;
	const char *text; /* never NULL */
};

/* Borrowed for the call. */
struct sheet_row {
	int number; /* 1-based, as Excel shows it; growing */
	bool hidden;
	bool too_long; /* a cell or the row is larger than SHEET_MAX_*; not all is kept */
	const struct sheet_cell *cells; /* those that the file has */
	int n;
};
/* false stops the reading of the sheet */
typedef bool (*sheet_row_func)(void *user, const struct sheet_row *row);

struct sheet_info {
	char *name;
	char *part; /* in the archive */
	bool hidden;
};

struct sheet_book {
	GPtrArray *sheets;      /* struct sheet_info *, in the workbook's order */
	GHashTable *properties; /* the document's own (custom) properties: name -> text */
	struct sheet_parts *parts; /* the module's */
};

/* Where the bytes are. */
struct sheet_input {
	/* exactly `size` bytes from `offset`; false when they are not there */
	bool (*read)(void *user, int64_t offset, void *data, size_t size);
	void *user;
	int64_t size;
};

struct sheet_module {
	/* `input` is borrowed until `close`.  NULL with *error. */
	struct sheet_book *(*open)(const struct sheet_input *input, GError **error);
	/* Every row that has cells. */
	bool (*read)(struct sheet_book *book, const struct sheet_info *sheet,
	    sheet_row_func func, void *user, GError **error);
	void (*close)(struct sheet_book *book);
};
extern const struct sheet_module sheet_module;

#endif
