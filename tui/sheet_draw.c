/*
 * sheet_draw.c - the report grid on a grid of cells: columns by width, sums, the status.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/move.h"
#include "tui/sheet.h"

#define PANE_ROWS    30
#define NAME_MIN     16
#define COMMENT_MIN  10
#define COMMENT_MAX  28
#define STATUS_WIDTH 3

struct columns {
	int amount; /* width of one */
	int name, name_width;
	int target; /* x; 0: not shown, as the next ones */
	int plan;
	int before, now;
	int change;
	int forecast;
	int status;
	int comment, comment_width;
};

/* An amount that can be typed in has a bracket on either side. */
static int
cell_width(const struct columns *c)
{
	return c->amount + 2;
}

static struct columns
plan_columns(const struct app *app, const struct sheet *sheet, int cols)
{
	struct columns c = { .amount = app->unit == MONEY_MKR ? 7 : 9 };
	bool plan = cols >= WIDE_COLS, target = true, change = true, comment = true;
	int used, left, x;

	c.name = sheet->code_width + 2;
	used = c.amount + 2 * cell_width(&c) + STATUS_WIDTH + 1;
	left = cols - c.name - used - (target + change + plan) * c.amount;
	if (left < NAME_MIN + COMMENT_MIN) {
		change = false;
		left += c.amount;
	}
	if (left < NAME_MIN + COMMENT_MIN)
		comment = false;
	if (left < NAME_MIN) {
		target = false;
		left += c.amount;
	}
	if (comment)
		c.comment_width = CLAMP(left * 2 / 5, COMMENT_MIN, COMMENT_MAX);
	c.name_width = left - c.comment_width;
	x = c.name + c.name_width;
	if (target) {
		c.target = x;
		x += c.amount;
	}
	if (plan) {
		c.plan = x;
		x += c.amount;
	}
	c.before = x;
	c.now = c.before + c.amount;
	x = c.now + cell_width(&c);
	if (change) {
		c.change = x;
		x += c.amount;
	}
	c.forecast = x;
	c.status = c.forecast + cell_width(&c) + 1;
	if (comment)
		c.comment = c.status + STATUS_WIDTH - 1;
	return c;
}

void
sheet_scroll(struct app *app, struct sheet *sheet, int rows, int cols)
{
	int pane = rows >= PANE_ROWS && cols >= WIDE_COLS ? SHEET_PANE_HEIGHT : 0;
	struct columns c;

	if (sheet->view == NULL)
		return;
	c = plan_columns(app, sheet, cols);
	sheet->columns = c.comment != 0 ? SHEET_COLUMN__N : SHEET_COMMENT;
	if ((int)sheet->column >= sheet->columns)
		sheet->column = (enum sheet_column)(sheet->columns - 1);
	sheet->height = rows - 7 - pane;
	sheet->top =
	    move_scroll(sheet->top, sheet->at, sheet->height, (int)sheet->rows->len);
}

/* ---- the head ---------------------------------------------------------------------- */

static void
draw_title(struct app *app, struct grid *grid, const struct sheet *sheet)
{
	const struct progress *view = sheet->view;
	const char *unit =
	    sheet->filter.unit[0] != '\0' ? sheet->filter.unit : "alla förvaltningar";
	const char *example = app_example(app);
	g_autofree char *month = month_words(view->month);
	g_autofree char *plain = month_text(view->month);
	g_autoptr(GString) left = g_string_new("Rapportera ");
	g_autofree char *right = g_strdup_printf("%d av %d klara   %s", sheet->reported,
	    sheet->awaited, money_unit_name(app->unit));

	g_string_append(left, month);
	/* a round of another name than its month */
	if (strcmp(plain, view->round) != 0)
		g_string_append_printf(left, " · %s", view->round);
	if (view->closed)
		g_string_append(left, " ▓ LÅST");
	if (grid->cols >= WIDE_COLS)
		g_string_append_printf(
		    left, " · %s", session_programme(app->session)->code);
	if (example[0] != '\0')
		g_string_append_printf(left, " · %s", example);
	g_string_append_printf(left, " · %s", unit);
	app_draw_title(app, grid, left->str, right);
}

/* A month's name where there is room for it, else three letters. */
static const char *
month_heading(int month, int width)
{
	const char *name = month_name(month);

	/* a blank before it */
	return text_width(name) < width ? name : month_short(month);
}

static void
draw_head(struct grid *grid, const struct sheet *sheet, const struct columns *c)
{
	int month = sheet->view->month;
	g_autofree char *target = g_strdup_printf("Mål %02d", month_year(month) % 100);
	g_autofree char *plan = g_strdup_printf("Pl %s", month_short(month));
	g_autofree char *now = g_utf8_strup(month_heading(month, cell_width(c) - 1), -1);

	grid_text(grid, 1, 1, sheet->code_width, -1, "Nr", ROLE_HEADING);
	grid_text(grid, 1, c->name, c->name_width, -1, "Åtgärd", ROLE_HEADING);
	if (c->target != 0)
		grid_text(grid, 1, c->target, c->amount, 1, target, ROLE_HEADING);
	if (c->plan != 0)
		grid_text(grid, 1, c->plan, c->amount, 1, plan, ROLE_HEADING);
	if (month_of_year(month) > 1)
		grid_text(grid, 1, c->before, c->amount, 1,
		    month_heading(month_add(month, -1), c->amount), ROLE_HEADING);
	grid_text(grid, 1, c->now, cell_width(c) - 1, 1, now, ROLE_HEADING);
	if (c->change != 0)
		grid_text(grid, 1, c->change, c->amount, 1, "±mån", ROLE_HEADING);
	grid_text(grid, 1, c->forecast, cell_width(c) - 1, 1, "PROGNOS", ROLE_HEADING);
	grid_text(grid, 1, c->status, 1, -1, "S", ROLE_HEADING);
	if (c->comment != 0)
		grid_text(
		    grid, 1, c->comment, c->comment_width, -1, "Kommentar", ROLE_HEADING);
	grid_fill(grid, 2, 0, 1, grid->cols, "─", ROLE_TEXT);
}

/* ---- a row ------------------------------------------------------------------------- */

/* What is typed, at the right as amounts are; the cursor after it stands on the bracket.
 */
static void
draw_open(
    struct app *app, struct grid *grid, int y, int x, struct sheet *sheet, int width)
{
	int used = text_width(sheet->field.text->str);

	if (app->spoken == NULL) /* it would be said as an empty cell beside the text */
		grid_fill(grid, y, x, 1, width, " ", ROLE_FOCUS);
	if (used >= width) {
		field_draw(&sheet->field, grid, y, x, width, 1, true, ROLE_FOCUS);
		return;
	}
	field_draw(
	    &sheet->field, grid, y, x + width - used, used + 1, 1, true, ROLE_FOCUS);
	grid_put(grid, y, x + width, "]", ROLE_TEXT);
}

/* What stands in a cell that can be typed in, the terminal's cursor with it. */
static void
draw_cell(struct app *app, struct grid *grid, int y, int x, struct sheet *sheet,
    const struct columns *c, struct amount amount, bool empty, bool here)
{
	bool locked = sheet->view->closed;
	enum role role = here ? ROLE_FOCUS : locked ? ROLE_TEXT : ROLE_FIELD;

	if (here) {
		grid_put(grid, y, x, "[", ROLE_TEXT);
		grid_put(grid, y, x + c->amount + 1, "]", ROLE_TEXT);
		grid_cursor(grid, y, x + c->amount);
	}
	if (here && sheet->open)
		draw_open(app, grid, y, x + 1, sheet, c->amount);
	else if (empty && !amount.known && !locked)
		grid_text(grid, y, x + 1, c->amount, 1,
		    app->spoken != NULL ? "tomt" : "____", here ? ROLE_FOCUS : ROLE_TEXT);
	else
		grid_amount(grid, y, x + 1, c->amount, amount, app->unit, role);
}

static void
draw_change(struct app *app, struct grid *grid, int y, const struct columns *c,
    struct amount before, struct amount now)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (!now.known)
		return;
	/* the first of the year */
	amount_append_signed(text, before.known ? amount_minus(now, before) : now,
	    app->unit, money_unit_decimals(app->unit));
	grid_text(grid, y, c->change, c->amount, 1, text->str, ROLE_TEXT);
}

static void
draw_words(struct app *app, struct grid *grid, int y, const struct sheet *sheet,
    const struct columns *c, const struct progress_row *row, bool here)
{
	bool said = row->report != NULL && row->report->status != STATUS_NONE;
	enum role role;
	enum status status = said ? row->report->status : row->action->status;
	const char *sign = status_glyph(status, &role);
	bool on_sign = here && sheet->column == SHEET_STATUS;
	bool on_text = here && sheet->column == SHEET_COMMENT;

	/* a sign is not said; the word stands in the sign's column, under its heading */
	grid_text(grid, y, c->status, 1, -1,
	    app->spoken != NULL ? word_text(status_words, (int)status) : sign,
	    on_sign ? ROLE_FOCUS : role);
	if (on_sign)
		grid_cursor(grid, y, c->status);
	if (c->comment == 0)
		return;
	grid_text(grid, y, c->comment, c->comment_width, -1,
	    row->report == NULL        ? ""
	    : row->report->nothing_new ? "=inget nytt"
	                               : row->report->comment,
	    on_text ? ROLE_FOCUS : ROLE_TEXT);
	if (on_text)
		grid_cursor(grid, y, c->comment);
}

static void
draw_row(struct app *app, struct grid *grid, int y, struct sheet *sheet,
    const struct columns *c, int at)
{
	const struct progress_row *row = sheet_row_at(sheet, at);
	struct amount before = progress_before(sheet->view, row);
	struct amount now = sheet_now(sheet, row);
	bool here = at == sheet->at, told = row->report != NULL, left = row->awaited;
	enum role role = here ? ROLE_HEADING : ROLE_TEXT;

	grid_put(grid, y, 0, here ? "►" : " ", ROLE_TEXT);
	grid_text(grid, y, 1, sheet->code_width, -1, row->action->code, role);
	grid_put(grid, y, c->name - 1, sheet_is_marked(sheet, row) ? "*" : " ", role);
	grid_text(grid, y, c->name, c->name_width, -1, row->action->name, role);
	if (c->target != 0)
		grid_amount(
		    grid, y, c->target, c->amount, row->target, app->unit, ROLE_TEXT);
	if (c->plan != 0)
		grid_amount(grid, y, c->plan, c->amount, row->plan, app->unit, ROLE_TEXT);
	if (month_of_year(sheet->view->month) > 1)
		grid_amount(grid, y, c->before, c->amount, before, app->unit, ROLE_TEXT);
	draw_cell(app, grid, y, c->now, sheet, c, now, left && !told,
	    here && sheet->column == SHEET_MONTH);
	if (c->change != 0)
		draw_change(app, grid, y, c, before, sheet_typed(app, sheet, row));
	draw_cell(app, grid, y, c->forecast, sheet, c, row->forecast,
	    left && (!told || !row->report->nothing_new),
	    here && sheet->column == SHEET_FORECAST);
	draw_words(app, grid, y, sheet, c, row, here);
}

/* ---- below the rows ---------------------------------------------------------------- */

/* What the rows that count come to, of those that show. */
static void
draw_sums(struct app *app, struct grid *grid, int y, const struct sheet *sheet,
    const struct columns *c)
{
	struct amount target = AMOUNT_NONE, plan = AMOUNT_NONE, before = AMOUNT_NONE;
	struct amount now = AMOUNT_NONE, forecast = AMOUNT_NONE;

	for (guint i = 0; i < sheet->rows->len; i++) {
		const struct progress_row *row = sheet_row_at(sheet, (int)i);

		if (!sheet_counts(sheet, row))
			continue;
		amount_total(&target, row->target);
		amount_total(&plan, row->plan);
		amount_total(&before, progress_before(sheet->view, row));
		amount_total(&now, sheet_now(sheet, row));
		amount_total(&forecast, row->forecast);
	}
	grid_fill(grid, y, 0, 1, grid->cols, "─", ROLE_TEXT);
	y++;
	grid_text(grid, y, 1, c->name + c->name_width - 2, -1,
	    sheet->all_count ? "Rapporterat hittills" : "Rapporterat (räknas)",
	    ROLE_HEADING);
	if (c->target != 0)
		grid_amount(
		    grid, y, c->target, c->amount, target, app->unit, ROLE_HEADING);
	if (c->plan != 0)
		grid_amount(grid, y, c->plan, c->amount, plan, app->unit, ROLE_HEADING);
	if (month_of_year(sheet->view->month) > 1)
		grid_amount(
		    grid, y, c->before, c->amount, before, app->unit, ROLE_HEADING);
	grid_amount(grid, y, c->now + 1, c->amount, now, app->unit, ROLE_HEADING);
	grid_amount(
	    grid, y, c->forecast + 1, c->amount, forecast, app->unit, ROLE_HEADING);
}

static void
draw_status(struct app *app, struct grid *grid, const struct sheet *sheet)
{
	int left = sheet->awaited - sheet->reported;
	bool none = sheet->rows->len == 0;
	guint marked = g_hash_table_size(sheet->marked);
	g_autoptr(GString) text = g_string_new(NULL);

	if (marked > 0)
		g_string_append_printf(text, "%u %s (Esc släpper) · ", marked,
		    marked == 1 ? "markerad" : "markerade");
	if (sheet->view->ahead)
		g_string_append(text, "Månaden har inte börjat · ");
	if (sheet->view->closed)
		g_string_append_printf(
		    text, "Omgången %s är inlämnad och stängd", sheet->view->round);
	else if (none)
		g_string_append(text, "Inga rader");
	else if (sheet->awaited == 0)
		g_string_append(text, sheet_why_none(sheet));
	else if (left == 0)
		g_string_append(text, "Alla är klara · L lämnar in månaden");
	else
		g_string_append_printf(
		    text, "Skriv utfall hittills i år · %d kvar", left);
	if (sheet->filter.text[0] != '\0')
		g_string_append_printf(text, " · filter \"%s\"", sheet->filter.text);
	if (sheet->filter.left)
		g_string_append(text, " · bara de som är kvar");
	if (sheet->top + sheet->height < (int)sheet->rows->len)
		g_string_append(text, " · ↓ fler rader");
	if (grid->cols >= WIDE_COLS && !sheet->view->closed && !none)
		g_string_append(text,
		    " · Enter sparar och går ned, Tab höger · klistra in från Excel");
	app_draw_status(app, grid, text->str);
}

static void
draw_none(struct grid *grid, const struct sheet *sheet)
{
	bool filtered = sheet->filter.unit[0] != '\0' || sheet->filter.text[0] != '\0' ||
	                sheet->filter.left;

	grid_text(grid, 4, 2, grid->cols - 4, -1,
	    sheet->view->rows->len == 0
	        ? "Här finns inga åtgärder än. Esc och + lägger till en."
	    : sheet->filter.left && sheet->reported == sheet->awaited
	        ? "Alla är klara. f visar alla rader igen."
	    : filtered ? "Ingen åtgärd passar filtret. f ändrar det."
	               : "Här finns inget att rapportera.",
	    ROLE_TEXT);
	grid_cursor(grid, 4, 0);
}

void
sheet_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct sheet *sheet = screen->state;
	struct columns c;

	if (sheet->view == NULL) {
		app_draw_title(app, grid, "Rapportera", "");
		app_draw_status(app, grid, "Kunde inte läsas. Ctrl-R försöker igen.");
		return;
	}
	c = plan_columns(app, sheet, grid->cols);
	draw_title(app, grid, sheet);
	draw_head(grid, sheet, &c);
	if (sheet->rows->len == 0)
		draw_none(grid, sheet);
	for (int i = 0; i < sheet->height; i++)
		if (sheet->top + i < (int)sheet->rows->len)
			draw_row(app, grid, 3 + i, sheet, &c, sheet->top + i);
	draw_sums(app, grid, 3 + sheet->height, sheet, &c);
	if (grid->rows >= PANE_ROWS && grid->cols >= WIDE_COLS &&
	    sheet_row(sheet) != NULL)
		sheet_draw_pane(app, grid, 3 + sheet->height + 3, sheet);
	draw_status(app, grid, sheet);
}
