/*
 * sheet_pane.c - what is known of the selected row, below a report grid with room for it.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "money/share.h"
#include "tui/sheet.h"

#define PANE_WIDTH 66

static void
append_amount(GString *out, const struct app *app, struct amount amount)
{
	amount_append(out, amount, app->unit, money_unit_decimals(app->unit));
}

/* "jan 0,2   feb 0,5   mar 0,9   apr ____": the last four months. */
static char *
months_text(
    const struct app *app, const struct sheet *sheet, const struct progress_row *row)
{
	int last = month_of_year(sheet->view->month), first = MAX(last - 3, 1);
	GString *out = g_string_new("Hittills i år: ");

	for (int m = first; m <= last; m++) {
		int month = month_make(month_year(sheet->view->month), m);
		bool told =
		    m < last || row->posted || row->report != NULL || !row->awaited;

		g_string_append_printf(
		    out, "%s%s ", m > first ? "   " : "", month_short(month));
		if (told)
			append_amount(out, app, row->months[m - 1]);
		else
			g_string_append(out, "____");
	}
	return g_string_free(out, FALSE);
}

/* "ja" or "nej"; "–" when it cannot be told. */
static const char *
at_most(struct amount low, struct amount high)
{
	return !low.known || !high.known ? "–" : low.ore <= high.ore ? "ja" : "nej";
}

/* The two things that are looked at, also while it is typed. */
static char *
check_text(
    const struct app *app, const struct sheet *sheet, const struct progress_row *row)
{
	struct amount now = sheet_typed(app, sheet, row);

	return g_strdup_printf(
	    "Kontroll: minst som förra månaden: %s · högst årets mål: %s",
	    at_most(progress_before(sheet->view, row), now), at_most(now, row->target));
}

static char *
forecast_text(const struct app *app, const struct progress_row *row)
{
	GString *out = g_string_new(NULL);

	if (row->said.known)
		g_string_append(out, "Prognosen är lämnad i omgången");
	else if (row->report != NULL && row->report->nothing_new)
		g_string_append(out, "Inget nytt: förra prognosen gäller");
	else if (!row->awaited)
		g_string_append(out, "Kom till efter omgången: ingen rapport väntas");
	else
		g_string_append(out, "Prognos saknas – Tab går till PROGNOS");
	if (row->standing.known) {
		g_string_append(out,
		    row->said.known || (row->report != NULL && row->report->nothing_new)
		        ? ", förra "
		        : ", p tar den förra ");
		append_amount(out, app, row->standing);
	}
	return g_string_free(out, FALSE);
}

static void
draw_left(struct app *app, struct grid *grid, int y, const struct sheet *sheet)
{
	const struct progress_row *row = sheet_row(sheet);
	const struct action *action = row->action;
	g_autofree char *title = g_strdup_printf("%s %s%s%s", action->code, action->name,
	    action->plan_ready[0] != '\0' ? " · plan " : "", action->plan_ready);
	g_autofree char *months = months_text(app, sheet, row);
	g_autofree char *check = check_text(app, sheet, row);
	g_autofree char *forecast = forecast_text(app, row);

	grid_frame(grid, y, 1, 6, PANE_WIDTH, title);
	grid_text(grid, y + 1, 3, PANE_WIDTH - 4, -1, months, ROLE_TEXT);
	grid_text(grid, y + 2, 3, PANE_WIDTH - 4, -1, check, ROLE_TEXT);
	grid_text(grid, y + 3, 3, PANE_WIDTH - 4, -1, forecast, ROLE_TEXT);
	if (row->ask_line)
		grid_text(grid, y + 4, 3, PANE_WIDTH - 4, -1,
		    "Flera mållinjer: programmet frågar på vilken skillnaden faller",
		    ROLE_TEXT);
}

/* "Mål 2020–2022: 7,0  4,0  4,0 = 15,0" */
static char *
targets_text(const struct app *app, const struct rollup *sums, const struct figure *cells)
{
	GString *out = g_string_new("Mål");

	if (sums->n_years > 0)
		g_string_append_printf(
		    out, " %d–%d", sums->query.first_year, sums->query.last_year);
	g_string_append(out, ": ");
	for (int i = 0; i < sums->n_years; i++) {
		append_amount(out, app, cells[i].target);
		g_string_append(out, "  ");
	}
	g_string_append(out, "= ");
	append_amount(out, app, cells[ROLLUP_TOTAL(sums)].target);
	return g_string_free(out, FALSE);
}

/* "Utfall 2020: 6,2 av 7,0 (88,6 %)"; NULL when the year before is not there. */
static char *
last_year_text(
    const struct app *app, const struct sheet *sheet, const struct figure *cells)
{
	int year = month_year(sheet->view->month) - 1;
	int column = year - sheet->view->sums->query.first_year;
	GString *out;

	if (column < 0 || column >= sheet->view->sums->n_years)
		return NULL;
	out = g_string_new(NULL);
	g_string_append_printf(out, "Utfall %d: ", year);
	append_amount(out, app, cells[column].realised);
	g_string_append(out, " av ");
	append_amount(out, app, cells[column].target);
	g_string_append(out, " (");
	share_append(out, share_of(cells[column].realised, cells[column].target));
	g_string_append(out, ")");
	return g_string_free(out, FALSE);
}

static char *
comment_text(const struct progress_row *row)
{
	if (row->before == NULL)
		return g_strdup("Ingen tidigare lägesrapport");
	if (row->before->comment[0] == '\0')
		return g_strdup_printf("Förra rapporten (%s): %s", row->before->label,
		    row->before->nothing_new ? "inget nytt" : "ingen kommentar");
	return g_strdup_printf(
	    "Förra kommentaren (%s): \"%s\"", row->before->label, row->before->comment);
}

void
sheet_draw_pane(struct app *app, struct grid *grid, int y, const struct sheet *sheet)
{
	const struct progress_row *row = sheet_row(sheet);
	const struct rollup_row *sums = rollup_find(sheet->view->sums, row->action->id);
	int x = PANE_WIDTH + 3, width = grid->cols - x - 1;
	g_autofree char *comment = comment_text(row);
	g_autofree char *owner = g_strdup_printf("Ansvarig: %s",
	    row->action->owner[0] != '\0' ? row->action->owner : "saknas");
	g_autofree char *indicator = g_strdup_printf("Uppföljning: %s",
	    row->action->indicator[0] != '\0' ? row->action->indicator : "saknas");

	draw_left(app, grid, y, sheet);
	if (sums != NULL) {
		g_autofree char *targets =
		    targets_text(app, sheet->view->sums, sums->cells);
		g_autofree char *last = last_year_text(app, sheet, sums->cells);

		grid_text(grid, y, x, width, -1, targets, ROLE_TEXT);
		grid_text(grid, y + 1, x, width, -1, last != NULL ? last : "", ROLE_TEXT);
	}
	grid_text(grid, y + 2, x, width, -1, comment, ROLE_TEXT);
	grid_text(grid, y + 3, x, width, -1, owner, ROLE_TEXT);
	grid_text(grid, y + 4, x, width, -1, indicator, ROLE_TEXT);
}
