/*
 * sheet_check.c - what the grid holds an amount in a cell against.
 */
#include "session/doubt.h"
#include "tui/sheet.h"

char *
sheet_doubt(const struct progress *p, const struct progress_row *row,
    enum sheet_column column, struct amount amount, enum money_unit unit)
{
	const struct doubt_about about = { row->action->code, p->month, p->ahead,
		row->target, progress_before(p, row), progress_now(p, row), row->standing,
		unit, "" };

	return column == SHEET_MONTH ? doubt_realised(&about, amount)
	                             : doubt_forecast(&about, amount);
}
