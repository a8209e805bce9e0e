/*
 * imported.h - what an import is told to take, tells of and comes to.
 */
#ifndef SESSION_IMPORTED_H
#define SESSION_IMPORTED_H

#include <stdbool.h>
#include <stdint.h>

struct import_result {
	int64_t rows, empty;          /* read; skipped as empty */
	int64_t added, changed, same; /* actions, savings, reports or rows of the kind */
	int64_t targets;              /* target amounts written */
	int64_t blank;                /* rows without an amount: no report */
	int64_t goals, values;        /* written beside them: goals, measurements */
	char assumed[32]; /* the round or period of the rows that name none; "": none */
	int64_t change;   /* 0: nothing was written */
	/* filled in templates were among the files: added, changed and same are their
	 * actions, blank those of which nothing is said */
	bool template;
	int64_t left; /* rows that were not to be taken */
	/* of a workbook: rows that were hidden, and of the last one its sheet and the row
	 * of its header; "" and 0 else */
	int64_t hidden;
	char sheet[128];
	int header;
};
/* What an import does to one field, told while it is read or, of other files than
 * templates, when all is. */
enum import_fate {
	IMPORT_NEW,
	IMPORT_CHANGED,
	IMPORT_SAME,
	IMPORT_LATER, /* refused: somebody else has written another value since the
	               * template was made; before is theirs, after the file's */
	IMPORT_SINCE /* no field of the file: what somebody else has changed of the action
	              * since then */
};
struct import_told {
	enum import_fate fate;
	const char *file;   /* "" of IMPORT_SINCE and of files that are no templates */
	const char *action; /* code; "" when it is not about one */
	const char *field;
	const char *before, *after; /* "" for nothing */
	int64_t change;             /* of IMPORT_SINCE, and who made it */
	const char *who;
	const char *doubt; /* what is unusual about it (doubt.h); "" for nothing */
};
/* Of files that are no templates one more than so many facts are told at most. */
#define IMPORT_FACTS_TOLD 1000
/* Which rows an import takes, and who is told of them.  All zero: every row, nobody. */
struct import_choice {
	/* codes of actions, NULL-ended, for kinds whose rows have an id; NULL: all, none
	 */
	const char *const *only, *const *except;
	bool replace; /* what somebody else has changed since a template was made, too */
	int64_t seen; /* but only up to this change, which was looked at; 0: all of it */
	void (*tell)(void *user, const struct import_told *told); /* may be NULL */
	/* without `tell`: only of what has a doubt; may be NULL */
	void (*doubt)(void *user, const struct import_told *told);
	void *user;
};

#endif
