/*
 * export.h - what the export screen's files share: the choice made, and the appendix it
 * gives.
 */
#ifndef TUI_EXPORT_H
#define TUI_EXPORT_H

#include "reports/edition/edition.h"
#include "tui/form.h"

enum export_field { EXPORT_BOOK, EXPORT_PERIOD, EXPORT_FORMAT, EXPORT_FILE };

/* What the head of every page says: a number is given by `rapport --faststall`. */
#define EXPORT_APPENDIX "Utkast"

struct export
{
	struct form form;
	GPtrArray *books; /* const struct book *, as the form's options */
	char *action;     /* of a book about one; NULL: none was selected */
	int64_t since;    /* of a book about changes; -1: none to compare with */
	char *name;       /* the file name last proposed */
	const struct backend *backend;
	/* what was last asked for, and what it gave */
	const struct book *book;
	char *period;
	struct edition edition; /* without overview: none */
	char *failure;          /* why there is none; NULL: not asked for yet */
	GPtrArray *lines;       /* of the preview in `width` columns; NULL: to be drawn */
	int width;
	bool whole;            /* the preview has the whole screen */
	int top, height, left; /* what shows of them; `left`: columns passed over */
};

/* A form for the month `cutoff`, with the appendices that can be made. */
bool export_fill(struct export *export, struct app *app, const char *action, int cutoff,
    GError **error);
void export_clear(struct export *export);
/* What is made from the data is to be made anew. */
void export_forget(struct export *export);
/* What the field in focus is called. */
const char *export_label(const struct export *export);
/* The file name and the edition of what is chosen; false with export->failure. */
bool export_make(struct export *export, struct app *app);
/* The preview's lines in so many columns; of the failure when there is no edition. */
void export_preview(struct export *export, struct app *app, int width);

#endif
