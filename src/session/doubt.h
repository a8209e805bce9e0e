/*
 * doubt.h - amounts that can be read but are unusual, kronor written as millions above
 * all: worth one question, never a refusal.
 */
#ifndef SESSION_DOUBT_H
#define SESSION_DOUBT_H

#include <stdbool.h>

#include "money/amount.h"
#include "money/money_parse.h"

/* What an amount of an action is held against. */
struct doubt_about {
	const char *code;       /* the action's */
	int month;              /* that is reported */
	bool ahead;             /* it has not begun */
	struct amount target;   /* the year's */
	struct amount before;   /* realised this year before the month */
	struct amount now;      /* and to its end */
	struct amount standing; /* the year's forecast before this one */
	enum money_unit unit;   /* the amounts are shown in it */
	const char *suffix; /* and followed by this: " mkr", "" where it stands elsewhere
	                     */
};

/* What is unusual about an amount realised so far this year, or about a forecast of the
 * year, in a sentence; NULL: nothing; g_free. */
char *doubt_realised(const struct doubt_about *about, struct amount amount);
char *doubt_forecast(const struct doubt_about *about, struct amount amount);

#endif
