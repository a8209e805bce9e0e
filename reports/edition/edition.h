/*
 * edition.h - one appendix with everything it rests on, read and ready to be drawn: what
 * the command line and the screens share.
 */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include "reports/backend/backend.h"
#include "reports/book/book.h"
#include "session/session.h"

/* Which look at the data is asked for. */
struct edition_query {
	const struct book *book;
	struct view view;   /* cut-off, instant and förvaltning */
	int64_t since;      /* BOOK_CHANGES: the earlier change; -1: none */
	const char *action; /* BOOK_ACTION: its code */
};

struct edition {
	const struct book *book;
	struct overview *overview, *before; /* `before`: BOOK_CHANGES */
	struct comparison *changes;
	struct detail *detail;
	char *as_of, *since; /* "2021-06-30 12:00 (ändring 12)" */
	char *date;          /* "2021-06-30" */
	/* SHA-256, hex, of the figures and texts shown, as CSV; not of when they were
	 * read, so that the same data have the same digest */
	char *digest;
};

/* Valid until the next verb or poll.  edition_clear even when it fails. */
bool edition_make(struct session *session, const struct edition_query *query,
    struct edition *ret, GError **error);
void edition_clear(struct edition *edition);

/* The change that the latest appendix in force in a view shows; -1 when there is none. */
bool edition_since_issued(
    struct session *session, const struct view *view, int64_t *ret, GError **error);

/* Draw it in a format; `appendix` is "Bilaga 7", or "Utkast". */
bool edition_draw(const struct edition *edition, const char *appendix, const char *format,
    GString *out, GError **error);
/* The text form in so many columns. */
bool edition_preview(const struct edition *edition, const char *appendix, int width,
    GString *out, GError **error);

/* Where an appendix goes, and as what. */
struct edition_target {
	const struct backend *backend;
	const char *path; /* NULL or "-": stdout */
	bool overwrite;
	render_goes_on *goes_on; /* NULL: nobody asks */
	void *user;
};
/* The same to a file, whole or not at all (outfile.h).  Errors: FILE, also when it was to
 * end. */
bool edition_write(const struct edition *edition, const char *appendix,
    const struct edition_target *to, GError **error);

#endif
