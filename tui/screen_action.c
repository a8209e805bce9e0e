/*
 * screen_action.c - the action form (S3): opening, drawing, leaving.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/draft.h"
#include "tui/edit.h"

bool
edit_reload(struct app *app, struct edit *edit, GError **error)
{
	struct view view = app_view(app);
	struct detail *detail = NULL;

	if (!session_detail(app->session, edit->code, &view, &detail, error))
		return false;
	detail_free(edit->detail);
	edit->detail = detail;
	edit->stale = false;
	edit_fill(app, edit);
	return true;
}

/* ---- drawing ----------------------------------------------------------------------- */

static void
draw_title(struct app *app, struct grid *grid, const struct edit *edit)
{
	g_autofree char *what = edit->detail != NULL
	                            ? g_strdup_printf("Åtgärd %s", edit->code)
	                            : g_strdup("Ny åtgärd");
	g_autofree char *left = app_heading(app, what, grid->cols);
	g_autofree char *right = edit->detail != NULL ? g_strdup_printf("version %d",
	                                                    edit->detail->action.version)
	                                              : g_strdup("");

	app_draw_title(app, grid, left, right);
}

/* The sum of a line's cells as they are typed; missing when one cannot be read. */
static struct amount
line_sum(const struct edit *edit, int line)
{
	struct amount sum = AMOUNT_NONE;

	for (int c = 0; c < edit_columns(edit); c++) {
		const struct form_item *item = form_find(&edit->form, TARGET_ID(line, c));
		struct amount amount;

		if (!money_parse(
		        form_text(item), MONEY_MKR, DECIMAL_EITHER, &amount, NULL) ||
		    !amount_add(&sum, amount))
			return AMOUNT_NONE;
	}
	return sum;
}

static void
draw_sums(const struct edit *edit, struct grid *grid, int height)
{
	int x = 1 + edit_column_x(edit_columns(edit)) + 1;
	int y;

	for (guint i = 0; i < edit->lines->len; i++) {
		y = g_array_index(edit->lines, struct edit_line, i).y - edit->form.top;
		if (y >= 0 && y < height)
			grid_amount(grid, 1 + y, x, 8, line_sum(edit, (int)i), MONEY_MKR,
			    ROLE_TEXT);
	}
	edit_draw_figures(edit, grid, height);
}

static void
draw_status(struct app *app, struct grid *grid, const struct edit *edit)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) scratch = g_string_new(NULL);
	g_autofree char *when = NULL;

	for (guint i = 0; i < edit->form.items->len; i++) {
		const struct form_item *item = g_ptr_array_index(edit->form.items, i);

		if (form_item_changed(item))
			g_string_append_printf(text, "%s%s",
			    text->len == 0 ? "Ändrat: " : ", ",
			    edit_label(edit, item->id, scratch));
	}
	if (edit->detail != NULL)
		when = instant_text(edit->detail->changed_ms, session_zone(app->session));
	if (text->len > 0)
		g_string_append(text, " · inte sparat än");
	else if (edit->form.locked)
		g_string_append(text, "Läsläge: inget kan ändras");
	else if (edit->detail == NULL)
		g_string_append(text, "Nummer, åtgärd och förvaltning måste fyllas i");
	else
		g_string_append_printf(text,
		    "Inget är ändrat · senast sparad av %s %.10s",
		    edit->detail->changed_by, when);
	app_draw_status(app, grid, text->str);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct edit *edit = screen->state;
	int height = grid->rows - 3;

	draw_title(app, grid, edit);
	form_draw(&edit->form, grid, 1, 1, height, grid->cols - 1);
	draw_sums(edit, grid, height);
	draw_status(app, grid, edit);
}

/* ---- commands ---------------------------------------------------------------------- */

static void
leave_done(struct app *app, void *user, int index)
{
	struct screen *screen = user;

	if (index == 0)
		edit_save(app, screen, true);
	else if (index == 1)
		app_pop(app);
}

static void
leave(struct app *app, struct screen *screen)
{
	static const struct answer answers[] = { { "s", "Spara" }, { "k", "Kasta" },
		{ NULL, NULL } };
	const struct edit *edit = screen->state;

	if (form_changed(&edit->form))
		dialog_ask(app, "Formuläret är ändrat",
		    "Det som är ändrat är inte sparat än.", answers, leave_done, screen,
		    NULL);
	else
		app_pop(app);
}

static void
pick(struct app *app, struct edit *edit)
{
	const struct form_item *item =
	    g_ptr_array_index(edit->form.items, (guint)edit->form.focus);
	g_autoptr(GString) scratch = g_string_new(NULL);

	if (item->kind == FORM_ROW) {
		if (item->id >= LINK_ID(0))
			edit_ask_link(app, edit);
		else
			edit_ask_step(app, edit, item->id);
		return;
	}
	form_pick(app, &edit->form, edit_label(edit, item->id, scratch));
}

/* Would the event change a field, were the form not locked? */
static bool
is_typing(const struct event *what)
{
	static const char *const keys[] = { "Space", "Back", "Del", NULL };

	return what->kind == EVENT_PASTE ||
	       (what->kind == EVENT_KEY &&
	           ((g_utf8_strlen(what->key, -1) == 1 && what->key[0] != '?') ||
	               g_strv_contains(keys, what->key)));
}

static bool
event(struct app *app, struct screen *screen, const struct event *what)
{
	struct edit *edit = screen->state;

	switch (form_event(&edit->form, what)) {
	case FORM_NOT_USED:
		if (!edit->form.locked || !is_typing(what))
			return false;
		app_may_write(app);
		break;
	case FORM_PICK:
		pick(app, edit);
		break;
	case FORM_USED:
	case FORM_LAST:
		break;
	}
	return true;
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct edit *edit = screen->state;

	if (command == CMD_LEAVE)
		leave(app, screen);
	else if (command == CMD_FORM_LOG && edit->code != NULL)
		screen_log_open(app, edit->code);
	else if (command == CMD_LINK)
		edit_ask_link(app, edit);
	else if (command == CMD_UNLINK)
		edit_unlink(app, edit);
	else if (command == CMD_SAVE)
		edit_save(app, screen, false);
}

/* What is being written stays; a later save finds the conflict by the version. */
static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct edit *edit = screen->state;

	if (edit->code == NULL)
		return true;
	if (app_top(app) != screen) {
		edit->stale = true;
		return true;
	}
	if (form_changed(&edit->form)) {
		edit_renew_links(app, edit);
		return true;
	}
	return edit_reload(app, edit, error);
}

/* What changed while a dialog was in front shows as soon as it is gone. */
static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	struct edit *edit = screen->state;

	(void)rows;
	(void)cols;
	if (!edit->stale || app_top(app) != screen)
		return;
	if (form_changed(&edit->form)) {
		edit->stale = false;
		edit_renew_links(app, edit);
	} else {
		/* a failure shows when saving, which reads the version again */
		edit_reload(app, edit, NULL);
	}
}

static bool
unsaved(const struct screen *screen)
{
	const struct edit *edit = screen->state;

	return form_changed(&edit->form);
}

static char *
label_of(const void *user, int id)
{
	g_autoptr(GString) scratch = g_string_new(NULL);

	return g_strdup(edit_label(user, id, scratch));
}

static bool
draft(const struct screen *screen, struct draft *ret)
{
	const struct edit *edit = screen->state;
	g_autofree char *title =
	    edit->detail != NULL
	        ? g_strdup_printf("Åtgärd %s %s", edit->code, edit->detail->action.name)
	        : g_strdup("Ny åtgärd");

	draft_name(ret, "åtgärd", edit->code, title);
	return draft_from_form(&edit->form, label_of, edit, ret);
}

static void
restore(struct app *app, struct screen *screen, const struct draft *kept)
{
	struct edit *edit = screen->state;

	draft_restore(app, kept, &edit->form);
}

static void
close_edit(void *state)
{
	struct edit *edit = state;

	form_clear(&edit->form);
	detail_free(edit->detail);
	if (edit->lines != NULL)
		g_array_unref(edit->lines);
	if (edit->links != NULL)
		g_array_unref(edit->links);
	edit_clear_steps(edit);
	g_free(edit->code);
	g_free(edit);
}

void
screen_action_open(struct app *app, const char *code)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.event = event,
		.run = run,
		.refresh = refresh,
		.unsaved = unsaved,
		.draft = draft,
		.restore = restore,
		.close = close_edit };
	struct edit *edit = g_new0(struct edit, 1);
	GError *error = NULL;

	form_init(&edit->form);
	edit->code = g_strdup(code);
	if (code == NULL) {
		edit_fill(app, edit);
	} else if (!edit_reload(app, edit, &error)) {
		close_edit(edit);
		app_fail(app, NULL, error);
		return;
	}
	app_push(app, &ops, SCOPE_FORM | SCOPE_HELP, edit);
}
