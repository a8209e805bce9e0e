/*
 * sheet_cell.c - the open cell: what is typed, saved when it is left, kept when it cannot
 * be.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/sheet.h"

#define OPEN_SCOPES (SCOPE_CELL | SCOPE_HELP)

bool
sheet_may_write(struct app *app, const struct sheet *sheet)
{
	if (!app_may_write(app) || sheet->view == NULL)
		return false;
	if (!sheet->view->closed)
		return true;
	app_say(app, MESSAGE_NOTE,
	    g_strdup_printf("Omgången %s är inlämnad och låst. > visar nästa månad.",
	        sheet->view->round));
	return false;
}

/* ---- open and close ---------------------------------------------------------------- */

static struct amount
held(const struct sheet *sheet, const struct progress_row *row)
{
	return sheet->column == SHEET_MONTH ? progress_now(sheet->view, row) : row->said;
}

/* What the cell shows as text: nothing before the month has been told. */
static char *
text_of(const struct app *app, const struct sheet *sheet, const struct progress_row *row)
{
	GString *out = g_string_new(NULL);

	if (sheet->column != SHEET_MONTH || row->posted)
		amount_append_exact(out, held(sheet, row), app->unit,
		    money_unit_decimals(app->unit), ',');
	return g_string_free(out, FALSE);
}

static void
start(struct screen *screen, char *text, const struct progress_row *row)
{
	struct sheet *sheet = screen->state;

	g_clear_pointer(&sheet->lost, g_free);
	g_clear_pointer(&sheet->doubt, g_free);
	g_free(sheet->was);
	sheet->was = text;
	sheet->seen = held(sheet, row);
	field_clear(&sheet->field);
	field_init(&sheet->field, text, false);
	sheet->open = true;
	sheet_set_scopes(screen);
}

void
sheet_open(struct app *app, struct screen *screen, bool fresh)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);

	if (row == NULL || !sheet_may_write(app, sheet))
		return;
	if (sheet->column != SHEET_MONTH && sheet->column != SHEET_FORECAST) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Belopp skrivs i månadens kolumn eller i PROGNOS."));
		return;
	}
	start(screen, text_of(app, sheet, row), row);
	sheet->field.fresh = fresh;
}

void
sheet_close(struct screen *screen, bool keep)
{
	struct sheet *sheet = screen->state;

	g_clear_pointer(&sheet->lost, g_free);
	if (keep && sheet->open && strcmp(sheet->field.text->str, sheet->was) != 0)
		sheet->lost = g_strdup(sheet->field.text->str);
	sheet->lost_of = sheet->selected;
	g_clear_pointer(&sheet->doubt, g_free);
	sheet->open = false;
	sheet_set_scopes(screen);
}

void
sheet_set_scopes(struct screen *screen)
{
	const struct sheet *sheet = screen->state;

	if (sheet->open)
		screen->scopes = OPEN_SCOPES;
	else
		screen->scopes =
		    SCOPE_SHEET | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP;
	if (sheet->view != NULL && sheet->view->closed)
		screen->scopes |= SCOPE_LOCKED;
}

bool
sheet_open_with(
    struct app *app, struct screen *screen, const char *before, const char *text)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);
	g_autofree char *now = NULL;

	if (row == NULL || !sheet_may_write(app, sheet))
		return false;
	now = text_of(app, sheet, row);
	if (before != NULL && strcmp(now, before) != 0)
		return false;
	start(screen, g_steal_pointer(&now), row);
	field_set(&sheet->field, text);
	return true;
}

void
sheet_restore(struct app *app, struct screen *screen)
{
	struct sheet *sheet = screen->state;
	g_autofree char *text = g_steal_pointer(&sheet->lost);

	if (text == NULL)
		return;
	/* the row may have moved since, or be there no more */
	for (int i = 0; sheet->selected != sheet->lost_of && i < (int)sheet->rows->len;
	     i++)
		if (sheet_row_at(sheet, i)->action->id == sheet->lost_of)
			sheet_move(sheet, i);
	if (sheet->selected == sheet->lost_of)
		sheet_open_with(app, screen, NULL, text);
	else
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf(
		        "\"%s\" skrevs på en åtgärd som inte visas längre.", text));
}

bool
sheet_unsaved(const struct screen *screen)
{
	const struct sheet *sheet = screen->state;

	return sheet->open && strcmp(sheet->field.text->str, sheet->was) != 0;
}

/* ---- saving ------------------------------------------------------------------------ */

/* A save that waits for an answer, over the cell it is about. */
struct attempt {
	struct screen *screen;
	int64_t action; /* that the cell is of */
	enum sheet_step step;
	struct amount amount;
	GArray *lines; /* struct line: to choose from; NULL: none */
	struct amount theirs;
};

static void
attempt_free(gpointer data)
{
	struct attempt *attempt = data;

	if (attempt->lines != NULL)
		g_array_unref(attempt->lines);
	g_free(attempt);
}

static struct attempt *
attempt_new(struct screen *screen, enum sheet_step step, struct amount amount)
{
	struct attempt *attempt = g_new0(struct attempt, 1);

	attempt->screen = screen;
	attempt->action = ((struct sheet *)screen->state)->selected;
	attempt->step = step;
	attempt->amount = amount;
	return attempt;
}

/* Is it still the same cell?  Its row may have left the filter, or the plan, while the
 * question stood there; another's cell is not to have the amount. */
static bool
attempt_holds(struct app *app, const struct attempt *attempt)
{
	const struct sheet *sheet = attempt->screen->state;

	if (sheet->open && sheet->selected == attempt->action && sheet_row(sheet) != NULL)
		return true;
	app_say(app, MESSAGE_NOTE,
	    g_strdup("Inget är sparat: raden visas inte längre. u visar vad du skrev."));
	return false;
}

/* "HS-12 april: 1,3 mkr hittills, +0,4. u ångrar." */
static char *
tell(const struct app *app, const struct sheet *sheet, const struct progress_row *row,
    struct amount amount)
{
	g_autofree char *text = sheet_amount(amount, app->unit);
	struct amount before = progress_before(sheet->view, row);
	g_autoptr(GString) change = g_string_new(NULL);
	const char *unit = money_unit_name(app->unit);

	if (sheet->column == SHEET_FORECAST)
		return g_strdup_printf("%s: prognos %d %s %s. u ångrar.",
		    row->action->code, month_year(sheet->view->month), text, unit);
	amount_append_signed(change, before.known ? amount_minus(amount, before) : amount,
	    app->unit, money_unit_decimals(app->unit));
	return g_strdup_printf("%s %s: %s %s hittills i år, månaden %s. u ångrar.",
	    row->action->code, sheet_month_name(sheet), text, unit, change->str);
}

static void
leave_cell(struct screen *screen, enum sheet_step step, int64_t action)
{
	struct sheet *sheet = screen->state;

	sheet_close(screen, false);
	/* a row that no longer passes the filter has given its place to the next */
	if (sheet->selected == action)
		sheet_step(sheet, step);
}

static void conflict_ask(
    struct app *app, struct screen *screen, enum sheet_step step, struct amount amount);

static void
write_cell(struct app *app, struct screen *screen, enum sheet_step step,
    struct amount amount, const struct line *line)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);
	g_autofree char *code = g_strdup(row->action->code);
	g_autofree char *round = g_strdup(sheet->view->round);
	g_autofree char *done = tell(app, sheet, row, amount);
	struct progress_entry entry = { .report = { .action = code, .round = round },
		.line = line };
	struct saved saved = { 0 };
	int64_t action = row->action->id;
	GError *error = NULL;

	if (sheet->column == SHEET_MONTH) {
		entry.realised = amount;
		entry.seen_realised = &sheet->seen;
	} else {
		entry.report.forecast = amount;
		entry.seen_forecast = &sheet->seen;
	}
	if (!session_report_progress(
	        app->session, sheet->view->month, &entry, 1, &saved, &error)) {
		if (!g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT)) {
			app_fail_fresh(app, "Cellen är INTE sparad.", error);
			return;
		}
		app_refresh(app);
		/* the action itself may have gone away */
		if (sheet->open && sheet->selected == action) {
			g_error_free(error);
			conflict_ask(app, screen, step, amount);
		} else {
			app_fail(app, "Cellen är INTE sparad.", error);
		}
		return;
	}
	sheet->open = false;
	app_did(app, &saved, g_steal_pointer(&done));
	leave_cell(screen, step, action);
}

/* ---- which line -------------------------------------------------------------------- */

static void
line_done(struct app *app, void *user, int index)
{
	struct attempt *attempt = user;

	if (index >= 0 && attempt_holds(app, attempt))
		write_cell(app, attempt->screen, attempt->step, attempt->amount,
		    &g_array_index(attempt->lines, struct line, index));
}

static void
ask_line(
    struct app *app, struct screen *screen, enum sheet_step step, struct amount amount)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);
	struct attempt *attempt = attempt_new(screen, step, amount);
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *title = g_strdup_printf(
	    "På vilken mållinje faller skillnaden för %s?", row->action->code);

	attempt->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	for (guint i = row->first_line; i < row->first_line + row->n_lines; i++) {
		const struct progress_line *one =
		    &g_array_index(sheet->view->lines, struct progress_line, i);
		g_autofree char *posted = sheet_amount(one->year, app->unit);

		g_array_append_val(attempt->lines, one->line);
		g_ptr_array_add(items,
		    g_strdup_printf("%s · %s · bokfört i år %s",
		        plan_unit_name(sheet->view->plan, one->line.unit),
		        word_text(cost_kind_words, (int)one->line.cost_kind), posted));
	}
	dialog_choose(app, title, items, 0, line_done, attempt, attempt_free);
}

/* ---- somebody else was first ------------------------------------------------------- */

static void
conflict_done(struct app *app, void *user, int index)
{
	struct attempt *attempt = user;
	struct sheet *sheet = attempt->screen->state;

	if (index < 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Inget är sparat. Det du skrev står kvar i cellen."));
		return;
	}
	if (!attempt_holds(app, attempt))
		return;
	if (index == 0) {
		sheet->seen = attempt->theirs;
		write_cell(app, attempt->screen, attempt->step, attempt->amount, NULL);
		return;
	}
	sheet_close(attempt->screen, true);
	app_say(app, MESSAGE_OK,
	    g_strdup_printf("%s: det sparade gäller. u ger din text tillbaka.",
	        sheet_row(sheet)->action->code));
}

/* Who saved the action last, and when; "någon annan" when it is not known. */
static char *
who_saved(struct app *app, const char *code)
{
	struct log *log = NULL;
	char *text = NULL;

	if (session_log(app->session, code, &log, NULL) && log->entries->len > 0) {
		const struct log_entry *last =
		    &g_array_index(log->entries, struct log_entry, 0);
		g_autofree char *at =
		    instant_text(last->at_ms, session_zone(app->session));

		text = g_strdup_printf("%s %s", last->who, at);
	}
	log_free(log);
	return text != NULL ? text : g_strdup("någon annan");
}

/* Both amounts, and what stood before; whatever is chosen, the other is not lost: theirs
 * is in the ledger, mine comes back with u. */
static void
conflict_ask(
    struct app *app, struct screen *screen, enum sheet_step step, struct amount amount)
{
	static const struct answer answers[] = { { "d", "Spara ditt" },
		{ "s", "Behåll det sparade" }, { NULL, NULL } };
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);
	struct attempt *attempt = attempt_new(screen, step, amount);
	g_autofree char *title = NULL, *body = NULL, *who = NULL;
	g_autofree char *was = sheet_amount(sheet->seen, app->unit),
	                *mine = sheet_amount(amount, app->unit);
	g_autofree char *theirs = NULL;
	g_autofree char *what =
	    sheet->column == SHEET_MONTH
	        ? g_strdup_printf(
	              "Utfall hittills till och med %s", sheet_month_name(sheet))
	        : g_strdup_printf("Prognos %d", month_year(sheet->view->month));

	attempt->theirs = held(sheet, row);
	theirs = sheet_amount(attempt->theirs, app->unit);
	who = who_saved(app, row->action->code);
	title = g_strdup_printf(
	    "Ändrad av annan: %s %s", row->action->code, row->action->name);
	body = g_strdup_printf("%s, %s. Inget av ditt är borttappat.\n\n"
	                       "Före: %s\nSparat av %s: %s\nDitt: %s",
	    what, money_unit_name(app->unit), was, who, theirs, mine);
	dialog_ask(app, title, body, answers, conflict_done, attempt, attempt_free);
}

/* ---- leaving the cell -------------------------------------------------------------- */

static bool
read_cell(struct app *app, struct sheet *sheet, struct amount *ret)
{
	GError *error = NULL;

	if (money_parse(sheet->field.text->str, app->unit, DECIMAL_EITHER, ret, &error))
		return true;
	app_say(app, MESSAGE_ERROR, g_strdup_printf("%s.", error->message));
	g_error_free(error);
	return false;
}

/* Unusual: told once; the same text again is meant. */
static bool
is_doubted(struct app *app, struct sheet *sheet, struct amount amount)
{
	const char *text = sheet->field.text->str;
	g_autofree char *doubt =
	    sheet_doubt(sheet->view, sheet_row(sheet), sheet->column, amount, app->unit);

	if (doubt == NULL || g_strcmp0(sheet->doubt, text) == 0)
		return false;
	g_free(sheet->doubt);
	sheet->doubt = g_strdup(text);
	app_say(
	    app, MESSAGE_NOTE, g_strdup_printf("%s Enter igen=godta  Esc=rätta", doubt));
	return true;
}

/* Posted elsewhere, as by an import, and not reported: the same amount says it is so. */
static bool
to_confirm(const struct sheet *sheet, const struct progress_row *row)
{
	return sheet->column == SHEET_MONTH && row->posted && row->report == NULL;
}

void
sheet_save(struct app *app, struct screen *screen, enum sheet_step step)
{
	struct sheet *sheet = screen->state;
	const struct progress_row *row = sheet_row(sheet);
	struct amount amount;

	if (row == NULL || !sheet_may_write(app, sheet))
		return;
	if (!sheet_unsaved(screen) && !to_confirm(sheet, row)) {
		leave_cell(screen, step, sheet->selected);
		return;
	}
	if (text_is_blank(sheet->field.text->str)) {
		sheet_close(screen, false);
		sheet_take_back(app, sheet);
		return;
	}
	if (!read_cell(app, sheet, &amount) || is_doubted(app, sheet, amount))
		return;
	if (sheet->column == SHEET_MONTH && row->ask_line &&
	    !amount_equal(amount, progress_now(sheet->view, row)))
		ask_line(app, screen, step, amount);
	else
		write_cell(app, screen, step, amount, NULL);
}
