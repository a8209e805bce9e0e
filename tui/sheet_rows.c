/*
 * sheet_rows.c - which rows the report grid has, and moving in it.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/sheet.h"

static const struct progress_row *
view_row(const struct sheet *sheet, int index)
{
	return &g_array_index(sheet->view->rows, struct progress_row, index);
}

const struct progress_row *
sheet_row_at(const struct sheet *sheet, int at)
{
	if (sheet->view == NULL || at < 0 || at >= (int)sheet->rows->len)
		return NULL;
	return view_row(sheet, g_array_index(sheet->rows, int, at));
}

const struct progress_row *
sheet_row(const struct sheet *sheet)
{
	return sheet_row_at(sheet, sheet->at);
}

const char *
sheet_month_name(const struct sheet *sheet)
{
	return month_name(sheet->view->month);
}

bool
sheet_counts(const struct sheet *sheet, const struct progress_row *row)
{
	return row->action->counts || sheet->all_count;
}

bool
sheet_awaits(const struct sheet *sheet, const struct progress_row *row)
{
	return sheet_counts(sheet, row) && row->awaited;
}

const char *
sheet_why_none(const struct sheet *sheet)
{
	for (guint i = 0; i < sheet->rows->len; i++)
		if (sheet_counts(sheet, sheet_row_at(sheet, (int)i)))
			return "Raderna kom till efter omgången och väntas inte in";
	return "Ingen av raderna räknas mot kravet";
}

/* ---- amounts ----------------------------------------------------------------------- */

struct amount
sheet_now(const struct sheet *sheet, const struct progress_row *row)
{
	return row->posted || row->report != NULL || sheet->view->closed
	           ? progress_now(sheet->view, row)
	           : AMOUNT_NONE;
}

struct amount
sheet_typed(
    const struct app *app, const struct sheet *sheet, const struct progress_row *row)
{
	struct amount amount;

	if (!sheet->open || sheet->column != SHEET_MONTH || row != sheet_row(sheet))
		return sheet_now(sheet, row);
	return money_parse(
	           sheet->field.text->str, app->unit, DECIMAL_EITHER, &amount, NULL)
	           ? amount
	           : AMOUNT_NONE;
}

char *
sheet_amount(struct amount amount, enum money_unit unit)
{
	GString *out = g_string_new(NULL);

	amount_append_full(out, amount, unit, money_unit_decimals(unit));
	return g_string_free(out, FALSE);
}

/* ---- filter ------------------------------------------------------------------------ */

/* Is the action's förvaltning the unit, or under it? */
static bool
is_under(const struct plan *plan, const struct action *action, int64_t unit)
{
	const struct unit *own = plan_unit(plan, action->unit);

	while (own != NULL && own->id != unit)
		own = plan_unit_by_id(plan, own->parent);
	return own != NULL;
}

static bool
passes(const struct sheet *sheet, const struct progress_row *row, int64_t unit,
    const char *folded)
{
	return (unit == 0 || is_under(sheet->view->plan, row->action, unit)) &&
	       (folded[0] == '\0' || action_mentions(row->action, folded));
}

static void
count(struct sheet *sheet, const struct progress_row *row)
{
	if (!sheet_awaits(sheet, row))
		return;
	sheet->awaited++;
	sheet->reported += row->report != NULL;
}

static void
select_again(struct sheet *sheet)
{
	int at = sheet->at;

	for (guint i = 0; i < sheet->rows->len; i++)
		if (sheet_row_at(sheet, (int)i)->action->id == sheet->selected)
			at = (int)i;
	sheet_move(sheet, at);
}

void
sheet_fill(struct sheet *sheet)
{
	const struct unit *unit = plan_unit(sheet->view->plan, sheet->filter.unit);
	g_autofree char *folded = text_fold(sheet->filter.text);
	g_autoptr(GArray) order = NULL;

	g_array_set_size(sheet->rows, 0);
	sheet->awaited = sheet->reported = 0;
	sheet->code_width = 3;
	sheet->all_count = true;
	for (guint i = 0; i < sheet->view->rows->len; i++)
		if (view_row(sheet, (int)i)->action->counts)
			sheet->all_count = false;
	order = plan_order(sheet->view->plan);
	for (guint n = 0; n < order->len; n++) {
		int i = (int)g_array_index(order, guint, n);
		const struct progress_row *row = view_row(sheet, i);

		if (!passes(sheet, row, unit != NULL ? unit->id : 0, folded))
			continue;
		count(sheet, row);
		if (sheet->filter.left && (row->report != NULL || !row->awaited))
			continue;
		sheet->code_width =
		    MAX(sheet->code_width, MIN(text_width(row->action->code), 9));
		g_array_append_val(sheet->rows, i);
	}
	select_again(sheet);
}

bool
sheet_read(struct app *app, struct sheet *sheet, GError **error)
{
	struct progress *view = NULL;

	g_clear_pointer(&sheet->view, progress_free);
	g_array_set_size(sheet->rows, 0);
	if (!session_progress(app->session, sheet->month, &view, error))
		return false;
	sheet->view = view;
	sheet->month = view->month;
	app_note_programme(app, view->plan->programme.name);
	sheet_fill(sheet);
	return true;
}

/* ---- marks ------------------------------------------------------------------------- */

bool
sheet_is_marked(const struct sheet *sheet, const struct progress_row *row)
{
	return g_hash_table_contains(sheet->marked, &row->action->id);
}

void
sheet_mark(struct sheet *sheet, const struct progress_row *row)
{
	if (!g_hash_table_remove(sheet->marked, &row->action->id))
		g_hash_table_add(
		    sheet->marked, g_memdup2(&row->action->id, sizeof(row->action->id)));
}

GPtrArray *
sheet_chosen(const struct sheet *sheet)
{
	GPtrArray *chosen = g_ptr_array_new();

	for (guint i = 0; i < sheet->rows->len; i++) {
		const struct progress_row *row = sheet_row_at(sheet, (int)i);

		if (sheet_is_marked(sheet, row))
			g_ptr_array_add(chosen, (gpointer)(uintptr_t)row);
	}
	if (chosen->len == 0 && sheet_row(sheet) != NULL)
		g_ptr_array_add(chosen, (gpointer)(uintptr_t)sheet_row(sheet));
	return chosen;
}

/* ---- moving ------------------------------------------------------------------------ */

void
sheet_move(struct sheet *sheet, int at)
{
	const struct progress_row *row;

	sheet->at = CLAMP(at, 0, MAX((int)sheet->rows->len - 1, 0));
	row = sheet_row(sheet);
	sheet->selected = row != NULL ? row->action->id : 0;
}

void
sheet_step(struct sheet *sheet, enum sheet_step step)
{
	int last = sheet->columns - 1, at = sheet->at, column = (int)sheet->column;

	switch (step) {
	case SHEET_STAY:
		return;
	case SHEET_ENTER:
		at++;
		column = sheet->tabbed ? (int)sheet->tab_from : column;
		sheet->tabbed = false;
		break;
	case SHEET_DOWN:
		at++;
		sheet->tabbed = false;
		break;
	case SHEET_UP:
		at--;
		sheet->tabbed = false;
		break;
	case SHEET_RIGHT:
		if (!sheet->tabbed)
			sheet->tab_from = sheet->column;
		sheet->tabbed = true;
		column++;
		break;
	case SHEET_LEFT:
		column--;
		break;
	}
	/* past the last cell of a row is the first of the next */
	if (column > last && at + 1 < (int)sheet->rows->len) {
		column = 0;
		sheet->tabbed = false;
		at++;
	} else if (column < 0 && at > 0) {
		column = last;
		at--;
	}
	sheet->column = (enum sheet_column)CLAMP(column, 0, last);
	sheet_move(sheet, at);
}

bool
sheet_find(struct sheet *sheet, int direction)
{
	g_autofree char *folded = text_fold(sheet->search);
	int n = (int)sheet->rows->len;

	if (folded[0] == '\0')
		return false;
	for (int step = 1; step <= n; step++) {
		int at = ((sheet->at + step * direction) % n + n) % n;

		if (action_mentions(sheet_row_at(sheet, at)->action, folded)) {
			sheet_move(sheet, at);
			return true;
		}
	}
	return false;
}
