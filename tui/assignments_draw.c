/*
 * assignments_draw.c - the assignments of a round on a grid: ärende, pågående arbete,
 * resultat, and the selected one whole below.
 */
#include <string.h>

#include "base/text.h"
#include "tui/assignments.h"
#include "tui/empty.h"
#include "tui/move.h"

#define PANE_ROWS 22
#define NOTHING   "Inget nytt att redovisa"

struct columns {
	int name, name_width;
	int mark; /* √ reported, = inget nytt */
	int work, work_width;
	int result, result_width; /* 0: not shown */
};

static struct columns
plan_columns(const struct assignments *a, int cols)
{
	struct columns c = { .name = a->code_width + 2 };
	int room = cols - c.name - 1 - 2;

	if (cols >= 80)
		c.result_width = room / 4;
	c.work_width = (room - c.result_width) / 2;
	c.name_width = room - c.work_width - c.result_width;
	c.mark = c.name + c.name_width;
	c.work = c.mark + 2;
	c.result = c.result_width > 0 ? c.work + c.work_width : 0;
	/* a blank between columns */
	c.name_width--;
	c.work_width -= c.result != 0;
	return c;
}

/* What the round says of ongoing work; the words of the one answer stand by themselves.
 */
static const char *
work_of(const struct report *report)
{
	if (report == NULL)
		return "–";
	if (report->comment[0] != '\0')
		return report->comment;
	return report->nothing_new ? NOTHING : "–";
}

static const char *
result_of(const struct report *report)
{
	return report != NULL && report->result != NULL && report->result[0] != '\0'
	           ? report->result
	           : "–";
}

static void
draw_row(struct grid *grid, int y, const struct columns *c, const struct assignments *a,
    const struct assignment_row *row)
{
	if (row->heading != NULL) {
		grid_text(grid, y, 1, grid->cols - 2, -1, row->heading, ROLE_HEADING);
		return;
	}
	grid_text(grid, y, 1, a->code_width, -1, row->action->code, ROLE_TEXT);
	grid_text(grid, y, c->name, c->name_width, -1, row->action->name, ROLE_TEXT);
	if (row->report != NULL)
		grid_put(grid, y, c->mark, row->report->nothing_new ? "=" : "√", ROLE_OK);
	grid_text(grid, y, c->work, c->work_width, -1, work_of(row->report), ROLE_TEXT);
	if (c->result != 0)
		grid_text(grid, y, c->result, c->result_width, -1, result_of(row->report),
		    ROLE_TEXT);
}

static void
draw_head(struct grid *grid, const struct columns *c)
{
	grid_text(grid, 1, 1, c->name - 1, -1, "Nr", ROLE_HEADING);
	grid_text(grid, 1, c->name, c->name_width, -1, "Ärende", ROLE_HEADING);
	grid_text(grid, 1, c->work, c->work_width, -1, "Pågående arbete", ROLE_HEADING);
	if (c->result != 0)
		grid_text(
		    grid, 1, c->result, c->result_width, -1, "Resultat", ROLE_HEADING);
}

/* ---- the selected one -------------------------------------------------------------- */

static int
pane_height(int rows)
{
	return rows >= 36 ? 12 : rows >= PANE_ROWS ? 7 : 0;
}

static void
add_wrapped(struct grid *grid, int y, int height, int *used, const char *label,
    const char *text, enum role role)
{
	g_autofree char *line = g_strdup_printf("%s%s", label, text);
	g_autoptr(GPtrArray) parts = text_wrap(line, grid->cols - 2);

	for (guint i = 0; i < parts->len && *used < height; i++)
		grid_text(grid, y + (*used)++, 1, grid->cols - 2, -1,
		    g_ptr_array_index(parts, i), role);
}

static void
draw_pane(struct grid *grid, const struct assignments *a)
{
	const struct assignment_row *row = assignments_selected(a);
	int height = pane_height(grid->rows), y = grid->rows - 2 - height, used = 1;
	g_autofree char *name = NULL;

	if (height == 0)
		return;
	grid_fill(grid, y, 0, 1, grid->cols, "─", ROLE_TEXT);
	if (row == NULL)
		return;
	name = g_strdup_printf("%s %s", row->action->code, row->action->name);
	add_wrapped(grid, y, height, &used, "", name, ROLE_HEADING);
	add_wrapped(
	    grid, y, height, &used, "Pågående: ", work_of(row->report), ROLE_TEXT);
	add_wrapped(
	    grid, y, height, &used, "Resultat: ", result_of(row->report), ROLE_TEXT);
	if (row->assignment->timetable[0] != '\0')
		add_wrapped(grid, y, height, &used,
		    "Tidplan: ", row->assignment->timetable, ROLE_TEXT);
	if (row->before != NULL) {
		g_autofree char *label =
		    g_strdup_printf("Före, %s: ", row->before->label);

		add_wrapped(
		    grid, y, height, &used, label, work_of(row->before), ROLE_TEXT);
	}
}

/* ---- the whole --------------------------------------------------------------------- */

void
assignments_scroll(struct assignments *a, int rows, int cols)
{
	(void)cols;
	a->height = rows - 4 - pane_height(rows);
	a->top = move_scroll(a->top, a->at, a->height, (int)a->rows->len);
	/* the heading comes into view with what it is over */
	if (a->top == a->at && a->top > 0 &&
	    g_array_index(a->rows, struct assignment_row, a->top - 1).heading != NULL)
		a->top--;
}

static void
draw_title(struct app *app, struct grid *grid, const struct assignments *a)
{
	g_autofree char *heading = app_heading(app, "Uppdrag", grid->cols);
	g_autofree char *left = NULL, *right = NULL;

	if (a->plan == NULL || a->n == 0) {
		app_draw_title(app, grid, heading, "");
		return;
	}
	left =
	    g_strdup_printf("%s · %s%s", heading, a->round, a->closed ? " STÄNGD" : "");
	right = g_strdup_printf("%d av %d klara", a->reported, a->awaited);
	app_draw_title(app, grid, left, right);
}

static void
draw_status(struct app *app, struct grid *grid, const struct assignments *a)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (a->closed)
		g_string_append(
		    text, a->next != NULL ? "Stängd, > visar nästa" : "Stängd");
	else if (a->reported == a->awaited)
		g_string_append(text, "Alla är rapporterade");
	else
		g_string_append_printf(text, "%d kvar", a->awaited - a->reported);
	g_string_append(text, " · √ rapporterad  = inget nytt");
	if (a->top + a->height < (int)a->rows->len)
		g_string_append(text, " · ↓ fler rader");
	app_draw_status(app, grid, text->str);
}

static void
draw_empty(struct app *app, struct grid *grid)
{
	static const struct empty_line lines[] = {
		{ CMD_NONE, "Programmet har inga uppdrag än." },
		{ CMD_NONE, "Läs in dem från en CSV-fil på kommandoraden:" },
		{ CMD_NONE, "  sparplan import uppdrag FIL" }, { CMD_NONE, "" },
		{ CMD_PROGRAMME, "Byt program" }, { CMD_BACK, "Tillbaka" },
		{ CMD_NONE, NULL }
	};

	empty_draw(app, grid, lines);
	app_draw_status(app, grid, "Inga uppdrag");
}

void
assignments_draw(struct app *app, struct grid *grid, const struct assignments *a)
{
	struct columns c = plan_columns(a, grid->cols);

	draw_title(app, grid, a);
	if (a->plan == NULL) {
		empty_draw_unread(app, grid);
		return;
	}
	if (a->n == 0) {
		draw_empty(app, grid);
		return;
	}
	draw_head(grid, &c);
	for (int i = 0; i < a->height && a->top + i < (int)a->rows->len; i++) {
		draw_row(grid, 2 + i, &c, a,
		    &g_array_index(a->rows, struct assignment_row, a->top + i));
		if (a->top + i != a->at)
			continue;
		grid_put(grid, 2 + i, 0, "►", ROLE_TEXT);
		grid_role(grid, 2 + i, 1, c.mark - 2, ROLE_SELECTED);
		grid_cursor(grid, 2 + i, 0);
	}
	draw_pane(grid, a);
	draw_status(app, grid, a);
}
