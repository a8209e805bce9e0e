/*
 * issued.h - an appendix that has been issued (fastställd): which look at the data it
 * was, so that it can be printed again as it was.
 *
 * Shape   numbers grow from 1 within a programme and are never given again.
 */
#ifndef PLAN_ISSUED_H
#define PLAN_ISSUED_H

#include <stdint.h>

struct issued {
	int number;           /* "Bilaga 7" */
	const char *book;     /* "uppfoljning" */
	int cutoff;           /* YYYYMM */
	int64_t as_of;        /* the last change it shows */
	int64_t since;        /* the earlier change it compares with; -1: none */
	const char *unit;     /* the förvaltning it is about alone; "": all */
	const char *action;   /* the code of the action it is about; "" */
	const char *decision; /* "RS 2021-09-14 §123" */
	const char *digest;   /* SHA-256 of what it shows, hex */
	int64_t change;       /* that issued it */
	int64_t at_ms;        /* when it was issued, and by whom */
	const char *who;
};

#endif
