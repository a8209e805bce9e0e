/*
 * conflict.c - two people changed one action (S6): every field that differs, before,
 * theirs and yours; the person chooses and nothing is thrown away.
 */
#include <string.h>

#include "base/text.h"
#include "tui/edit.h"
#include "tui/move.h"

enum side { THEIRS, MINE, BOTH, SIDE__N };

struct conflict_row {
	int id;
	char *label;
	char *theirs;
	enum side side; /* chosen */
	bool prose;     /* both can be kept, one after the other */
};

struct conflict {
	struct screen *form;
	struct detail *theirs;
	GArray *rows;
	int at, top, height;
	bool leave;
};

static void
row_clear(gpointer data)
{
	struct conflict_row *row = data;

	g_free(row->label);
	g_free(row->theirs);
}

static struct conflict_row *
row_at(const struct conflict *conflict, int index)
{
	return &g_array_index(conflict->rows, struct conflict_row, index);
}

static void
find_rows(struct conflict *conflict)
{
	const struct edit *edit = conflict->form->state;
	g_autoptr(GString) scratch = g_string_new(NULL);

	for (guint i = 0; i < edit->form.items->len; i++) {
		const struct form_item *item = g_ptr_array_index(edit->form.items, i);
		struct conflict_row row = { .id = item->id,
			.prose = item->kind == FORM_LINES };
		g_autofree char *theirs = NULL;

		if (item->kind == FORM_LABEL || item->kind == FORM_ROW)
			continue;
		theirs = edit_value(edit, conflict->theirs, item->id);
		row.side = form_item_changed(item) ? MINE : THEIRS;
		/* the same on both sides is no question */
		if (strcmp(theirs, form_text(item)) == 0)
			continue;
		row.label = g_strdup(edit_label(edit, item->id, scratch));
		row.theirs = g_steal_pointer(&theirs);
		g_array_append_val(conflict->rows, row);
	}
}

static void
draw_side(struct grid *grid, int y, int x, int column, bool chosen, const char *text)
{
	grid_put(grid, y, x, chosen ? "(•)" : "( )", ROLE_TEXT);
	grid_text(grid, y, x + 4, column - 5, -1, style_or_empty(text),
	    chosen ? ROLE_HEADING : ROLE_TEXT);
}

static void
draw_row(const struct conflict *conflict, struct grid *grid, int y, int x, int column,
    int index)
{
	const struct edit *edit = conflict->form->state;
	const struct conflict_row *row = row_at(conflict, index);
	const struct form_item *item = form_find(&edit->form, row->id);
	bool here = index == conflict->at;
	int at = x + 1 + column;

	if (here) {
		grid_put(grid, y, x, "►", ROLE_TEXT);
		grid_cursor(grid, y, x);
	}
	grid_text(
	    grid, y, x + 1, column - 1, -1, row->label, here ? ROLE_SELECTED : ROLE_TEXT);
	grid_text(grid, y, at, column - 1, -1, style_or_empty(item->before), ROLE_TEXT);
	draw_side(grid, y, at + column, column, row->side != MINE, row->theirs);
	draw_side(grid, y, at + 2 * column, column, row->side != THEIRS, form_text(item));
}

/* The selected field in full: columns cut what differs at the end. */
static void
draw_whole(const struct conflict *conflict, struct grid *grid, int y, int x, int width)
{
	const struct edit *edit = conflict->form->state;
	const struct conflict_row *row;
	g_autofree char *theirs = NULL, *mine = NULL;

	if (conflict->rows->len == 0)
		return;
	row = row_at(conflict, conflict->at);
	theirs = g_strdup_printf(
	    "%s: %s", conflict->theirs->changed_by, style_or_empty(row->theirs));
	mine = g_strdup_printf("%s: %s",
	    row->side == BOTH ? "Båda sparas, ditt sist" : "Ditt",
	    style_or_empty(form_text(form_find(&edit->form, row->id))));
	grid_text(grid, y, x, width, -1, theirs, ROLE_TEXT);
	grid_text(grid, y + 1, x, width, -1, mine, ROLE_TEXT);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct conflict *conflict = screen->state;
	const struct detail *theirs = conflict->theirs;
	int width = MIN(grid->cols - 2, 110), x = (grid->cols - width) / 2;
	int column = (width - 4) / 4, height, y;
	g_autofree char *title = g_strdup_printf(
	    "Ändrad av annan: %s %s", theirs->action.code, theirs->action.name);
	g_autofree char *when =
	    instant_text(theirs->changed_ms, session_zone(app->session));
	g_autofree char *who = g_strdup_printf(
	    "%s sparade %s. Inget av ditt är borttappat.", theirs->changed_by, when);

	g_autofree char *by = g_strdup_printf("Sparat av %s", theirs->changed_by);

	conflict->height = MIN((int)conflict->rows->len, grid->rows - 11);
	height = conflict->height + 8;
	y = MAX((grid->rows - height) / 2, 1);
	conflict->top = move_scroll(
	    conflict->top, conflict->at, conflict->height, (int)conflict->rows->len);
	grid_frame(grid, y, x, height, width, title);
	grid_text(grid, y + 1, x + 2, width - 4, -1, who, ROLE_TEXT);
	grid_text(grid, y + 3, x + 2, column - 1, -1, "Fält", ROLE_HEADING);
	grid_text(grid, y + 3, x + 2 + column, column, -1, "Före", ROLE_HEADING);
	grid_text(grid, y + 3, x + 2 + 2 * column, column - 1, -1, by, ROLE_HEADING);
	grid_text(grid, y + 3, x + 2 + 3 * column, column, -1, "Ditt", ROLE_HEADING);
	for (int i = 0; i < conflict->height; i++)
		draw_row(conflict, grid, y + 4 + i, x + 1, column, conflict->top + i);
	draw_whole(conflict, grid, y + height - 3, x + 2, width - 4);
}

static void
take_side(struct form_item *item, const struct conflict_row *row)
{
	g_autofree char *both = g_strdup_printf("%s\n%s", row->theirs, form_text(item));

	if (row->side != MINE)
		field_set(&item->field, row->side == BOTH ? both : row->theirs);
}

/* What is not mine becomes theirs, and the form is now based on their version. */
static void
keep(struct app *app, struct conflict *conflict)
{
	struct screen *screen = conflict->form;
	struct edit *edit = screen->state;
	bool leave = conflict->leave;

	for (guint i = 0; i < conflict->rows->len; i++) {
		const struct conflict_row *row = row_at(conflict, (int)i);

		take_side(form_find(&edit->form, row->id), row);
	}
	for (guint i = 0; i < edit->form.items->len; i++) {
		struct form_item *item = g_ptr_array_index(edit->form.items, i);

		if (item->kind == FORM_LABEL || item->kind == FORM_ROW)
			continue;
		g_free(item->before);
		item->before = edit_value(edit, conflict->theirs, item->id);
	}
	detail_free(edit->detail);
	edit->detail = g_steal_pointer(&conflict->theirs);
	app_pop(app);
	edit_save(app, screen, leave);
}

/* Mine, theirs, and of prose both. */
static void
switch_side(struct conflict_row *row)
{
	row->side = (row->side + 1) % (row->prose ? SIDE__N : BOTH);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct conflict *conflict = screen->state;
	int last = (int)conflict->rows->len - 1;

	switch (command) {
	case CMD_UP:
	case CMD_DOWN:
		conflict->at =
		    CLAMP(conflict->at + (command == CMD_UP ? -1 : 1), 0, MAX(last, 0));
		break;
	case CMD_FIRST:
		conflict->at = 0;
		break;
	case CMD_LAST:
		conflict->at = MAX(last, 0);
		break;
	case CMD_SWITCH:
		if (last >= 0)
			switch_side(row_at(conflict, conflict->at));
		break;
	case CMD_KEEP:
		keep(app, conflict);
		break;
	case CMD_LEAVE:
		app_pop(app);
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Inget är sparat. Det du skrev står kvar."));
		break;
	default:
		break;
	}
}

static void
close_conflict(void *state)
{
	struct conflict *conflict = state;

	detail_free(conflict->theirs);
	g_array_unref(conflict->rows);
	g_free(conflict);
}

void
conflict_open(struct app *app, struct screen *form, struct detail *theirs, bool leave)
{
	static const struct screen_ops ops = {
		.overlay = true, .draw = draw, .run = run, .close = close_conflict
	};
	struct conflict *conflict = g_new0(struct conflict, 1);

	conflict->form = form;
	conflict->theirs = theirs;
	conflict->leave = leave;
	conflict->rows = g_array_new(FALSE, FALSE, sizeof(struct conflict_row));
	g_array_set_clear_func(conflict->rows, row_clear);
	find_rows(conflict);
	app_push(app, &ops, SCOPE_CONFLICT | SCOPE_MOVE | SCOPE_HELP, conflict);
}
