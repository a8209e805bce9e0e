/*
 * import.h - reading a file in: first what it would change, then all, some or none of it.
 */
#ifndef TUI_IMPORT_H
#define TUI_IMPORT_H

#include <glib/gstdio.h>

#include "exchange/kinds.h"
#include "tui/screen.h"

/* What an import does to one field (session.h, struct import_told). */
struct import_change {
	enum import_fate fate;
	const char *field, *before, *after, *who;
	const char *doubt; /* "" for nothing unusual */
};
/* The fields of one action, or of the programme. */
struct import_group {
	const char *code; /* "" for the programme */
	GArray *changes;  /* struct import_change */
	bool later;       /* somebody else has written another value since the template */
	bool left;        /* not to be read in */
};
/* What a file would change, as it was found when it was tried. */
struct import_trial {
	enum exchange_kind kind;
	char *path;
	struct import_result result;
	int64_t seen;      /* the last change there was */
	GStatBuf file;     /* as it was */
	GPtrArray *groups; /* struct import_group, by code */
	GHashTable *by_code;
	GPtrArray
	    *wrong; /* what is refused, a sentence a cell; rows with it are not read */
	GStringChunk *text;
	int told;
	bool more; /* not all of it was told */
};

/* Reads the file without writing.  NULL: it is told why, in the prompt or over it. */
struct import_trial *import_try(
    struct app *app, enum exchange_kind kind, const char *path, GError **error);
void import_trial_free(struct import_trial *trial);
/* Can actions be left out one by one?  Only where every row names one, and all show. */
bool import_choosable(const struct import_trial *trial);
/* Is the file still the one that was tried? */
bool import_is_same(const struct import_trial *trial);
/* Reads in what is not left out; the answer as session_import_chosen gives it.  False
 * without an error: what is wrong in the file is shown already. */
bool import_take(struct app *app, const struct import_trial *trial,
    struct import_result *ret, GError **error);

/* Shows a trial, which becomes the screen's. */
void screen_import_open(struct app *app, struct import_trial *trial);

#endif
