/*
 * list_columns.h - what the columns of the action list are: names, widths, what stands in
 * a cell, and how two cells sort.
 *
 * The number and the name of an action are always the first two and stay where they are
 * when the others are moved sideways, so they are not among those to choose.
 */
#ifndef TUI_LIST_COLUMNS_H
#define TUI_LIST_COLUMNS_H

#include "session/session.h"

enum list_column {
	LIST_KIND,
	LIST_YEARS, /* every year of the programme, a cell each */
	LIST_SUM,
	LIST_TARGET, /* of the cut-off's year, as the five that follow */
	LIST_PLAN,
	LIST_REALISED,
	LIST_FORECAST,
	LIST_DEVIATION,
	LIST_SHORTFALL,
	LIST_LIGHT, /* the one that counts */
	LIST_EFFECT,
	LIST_DELIVERY,
	LIST_STATUS,
	LIST_REPORTED,
	LIST_STAGE,
	LIST_OWNER,
	LIST_UNIT,
	LIST_AREA,
	LIST_READY,
	LIST_START,
	LIST_FINISH,
	LIST_INDICATOR,
	LIST_COMMENT,
	LIST_CODE, /* from here on: only to sort by */
	LIST_NAME,
	LIST_COLUMN__N
};
#define LIST_CHOICES LIST_CODE /* columns that can be chosen */

enum list_cell { LIST_CELL_AMOUNT, LIST_CELL_SIGN, LIST_CELL_TEXT };

struct list_column_info {
	const char *name;    /* "utfall": in the file of personal settings */
	const char *label;   /* "Utfall i år": in the column chooser */
	const char *heading; /* "Utfall"; NULL: made of the year */
	enum list_cell kind;
	int width;   /* with the blank before it; 0: as wide as an amount in its unit */
	bool whole;  /* needs more than the cut-off's year read */
	bool lights; /* needs the lights read */
};
extern const struct list_column_info list_columns[LIST_COLUMN__N];

/* The column of that name; LIST_COLUMN__N when there is none. */
enum list_column list_column_find(const char *name);

/* What an action has in a column of its kind: an amount (`year` is the column of the
 * rollup, of LIST_YEARS), a sign with its role, or a text, borrowed, never NULL.  `row`
 * has been read. */
struct amount list_column_amount(
    const struct listing *view, const struct figure *cells, enum list_column, int year);
const char *list_column_text(
    const struct listing *view, int index, enum list_column column);
enum light list_column_light(
    const struct listing *view, int index, enum list_column column);
bool list_column_reported(const struct listing *view, int index);

/* <0, 0, >0 as two rows stand in a column, the lowest first (the worst of lights and
 * statuses last).  Swedish order of letters, whatever the locale. */
int list_column_compare(
    const struct listing *view, int a, int b, enum list_column column);
/* Two texts likewise: å, ä, ö last, numbers by their value, capitals as small letters. */
int list_text_compare(const char *a, const char *b);
/* Nothing stands there: such rows come last in either order. */
bool list_column_missing(const struct listing *view, int index, enum list_column column);

#endif
