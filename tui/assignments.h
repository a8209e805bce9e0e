/*
 * assignments.h - the state of the assignments screen: uppdrag and strategiska åtgärder
 * of a round, under the headings of their source, and what has been reported of each.
 *
 * Borrowed from the session's plan and rounds until the next refresh.
 */
#ifndef TUI_ASSIGNMENTS_H
#define TUI_ASSIGNMENTS_H

#include "tui/screen.h"

struct assignment_row {
	const char *heading; /* a heading's row; else NULL */
	const struct action *action;
	const struct assignment *assignment;
	const struct report *report; /* of the round; NULL: none yet */
	const struct report *before; /* the one before it; NULL: none */
	bool awaited; /* it has a report, or the round waits for one (plan/followup.h) */
};

struct assignments {
	const struct plan *plan; /* borrowed; NULL: could not be read */
	struct rounds *rounds;
	GArray *rows; /* struct assignment_row */
	char *round;  /* label of the one that is shown; NULL: to be chosen */
	char *next;   /* a round that nobody has reported in yet; NULL: none to come */
	int64_t round_id; /* 0: `next` */
	bool closed;
	int n, awaited, reported;
	int64_t programme; /* whose rows they are */
	char *selected;    /* action's code; NULL: none */
	int at, top, height;
	int code_width;
};

/* Reads the programme, chooses a round if none is chosen, and fills. */
bool assignments_read(struct app *app, struct assignments *a, GError **error);
void assignments_drop(struct assignments *a);
/* To the round before (-1) or after (1); false when there is none. */
bool assignments_turn(struct assignments *a, int by);
/* NULL on a heading and when there are none. */
const struct assignment_row *assignments_selected(const struct assignments *a);
/* To a row, past headings the way it goes, else back from them. */
void assignments_move(struct assignments *a, int at);

void assignments_scroll(struct assignments *a, int rows, int cols);
void assignments_draw(struct app *app, struct grid *grid, const struct assignments *a);

/* "Inget nytt att redovisa" on the selected row, or on all that are left; false: it was
 * not saved, and the person has been told. */
bool assignments_nothing(struct app *app, const struct assignments *a);
void assignments_ask_rest(struct app *app, const struct assignments *a);
/* Write pågående arbete, or (`result`) resultat. */
void assignments_write(struct app *app, const struct assignments *a, bool result);

#endif
