/*
 * sheet_draft.c - the open cell of the report grid when the line is lost: kept, and
 * opened again at the next start in its month, on its action.
 */
#include <string.h>

#include "calendar/month.h"
#include "tui/draft.h"
#include "tui/sheet.h"

bool
sheet_draft(const struct screen *screen, struct draft *ret)
{
	const struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet->view != NULL ? sheet_row(sheet) : NULL;
	g_autofree char *month = NULL, *words = NULL, *subject = NULL, *title = NULL;

	if (!sheet_unsaved(screen) || row == NULL)
		return false;
	month = month_text(sheet->view->month);
	words = month_words(sheet->view->month);
	subject = g_strdup_printf("%s\t%s", row->action->code, month);
	title = g_strdup_printf(
	    "Rapportera %s: %s %s", words, row->action->code, row->action->name);
	draft_name(ret, "rutnät", subject, title);
	draft_add(ret, (int)sheet->column,
	    sheet->column == SHEET_MONTH ? "Utfall hittills i år" : "Prognos", sheet->was,
	    sheet->field.text->str);
	return true;
}

void
sheet_restore_draft(struct app *app, struct screen *screen, const struct draft *draft)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet->view != NULL ? sheet_row(sheet) : NULL;
	const struct draft_field *month = draft_find(draft, SHEET_MONTH);
	const struct draft_field *field =
	    month != NULL ? month : draft_find(draft, SHEET_FORECAST);
	g_auto(GStrv) parts = g_strsplit(draft->subject, "\t", 2);

	sheet->column = month != NULL ? SHEET_MONTH : SHEET_FORECAST;
	if (row == NULL || field == NULL || g_strcmp0(row->action->code, parts[0]) != 0 ||
	    !sheet_open_with(app, screen, field->before, field->text))
		draft_show(app, draft,
		    "Cellen har ändrats eller låsts sedan dess. Ditt står här:");
}
