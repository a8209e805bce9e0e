/*
 * prompt.c - a dialog with fields: what is typed stays until it is saved or thrown away.
 */
#include <string.h>

#include "base/text.h"
#include "tui/dialog.h"
#include "tui/draft.h"
#include "tui/form.h"

#define COMMENT_LINES 4

struct prompt {
	char *title;
	char *intro;
	struct form form;
	GPtrArray *labels; /* char *, by index */
	int rows;          /* of the form */
	char *refusal;
	prompt_done done;
	void *user;
	GDestroyNotify user_free;
	bool query;           /* it saves nothing */
	char *verb, *subject; /* how a draft opens it again; NULL: only to be read */
};

struct prompt *
prompt_new(const char *title, const char *intro, prompt_done done, void *user,
    GDestroyNotify user_free)
{
	struct prompt *prompt = g_new0(struct prompt, 1);

	prompt->title = text_display(title);
	prompt->intro = intro != NULL ? text_display_lines(intro) : NULL;
	prompt->done = done;
	prompt->user = user;
	prompt->user_free = user_free;
	prompt->labels = g_ptr_array_new_with_free_func(g_free);
	form_init(&prompt->form);
	return prompt;
}

static struct form_item *
add(struct prompt *prompt, enum form_kind kind, const char *label, const char *text,
    int width, int height)
{
	struct form_item *item = form_add(
	    &prompt->form, kind, (int)prompt->labels->len, prompt->rows, 0, width, text);

	item->height = height;
	prompt->rows += height;
	g_ptr_array_add(prompt->labels, g_strdup(label));
	return item;
}

void
prompt_add_text(struct prompt *prompt, const char *label, const char *text)
{
	add(prompt, FORM_TEXT, label, text, 50, 1);
}

void
prompt_add_amount(struct prompt *prompt, const char *label, const char *text)
{
	add(prompt, FORM_AMOUNT, label, text, 14, 1);
}

void
prompt_add_lines(struct prompt *prompt, const char *label, const char *text)
{
	add(prompt, FORM_LINES, label, text, 50, COMMENT_LINES);
}

void
prompt_add_choice(
    struct prompt *prompt, const char *label, GPtrArray *options, int chosen)
{
	struct form_item *item = add(prompt, FORM_CHOICE, label,
	    g_ptr_array_index(options, MAX(chosen, 0)), 40, 1);

	item->options = options;
}

void
prompt_focus(struct prompt *prompt, int index)
{
	form_focus(&prompt->form, index);
}

const char *
prompt_text(const struct prompt *prompt, int index)
{
	return form_text(form_find(&prompt->form, index));
}

void
prompt_set_text(struct prompt *prompt, int index, const char *text)
{
	field_set(&form_find(&prompt->form, index)->field, text);
}

const char *
prompt_label(const struct prompt *prompt, int index)
{
	return g_ptr_array_index(prompt->labels, (guint)index);
}

const char *
prompt_before(const struct prompt *prompt, int index)
{
	return form_find(&prompt->form, index)->before;
}

void
prompt_set_before(struct prompt *prompt, int index, const char *text)
{
	struct form_item *item = form_find(&prompt->form, index);

	g_free(item->before);
	item->before = g_strdup(text);
}

int
prompt_chosen(const struct prompt *prompt, int index)
{
	return form_chosen(form_find(&prompt->form, index));
}

void
prompt_refuse(struct prompt *prompt, int index, char *text)
{
	g_free(prompt->refusal);
	prompt->refusal = text_display(text);
	g_free(text);
	form_focus(&prompt->form, index);
	form_find(&prompt->form, index)->field.fresh = false;
}

void
prompt_fail(
    struct app *app, struct prompt *prompt, int index, const char *what, GError *error)
{
	if (app_failed_outside(error)) {
		app_fail(app, what, error);
		return;
	}
	/* what stands now may be why */
	app_refresh(app);
	prompt_refuse(prompt, index, g_strdup_printf("%s %s", what, error->message));
	g_error_free(error);
}

static int
label_width(const struct prompt *prompt)
{
	int width = 0;

	for (guint i = 0; i < prompt->labels->len; i++)
		width = MAX(width, text_width(g_ptr_array_index(prompt->labels, i)));
	return width;
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct prompt *prompt = screen->state;
	int width = MIN(grid->cols - 4, 74), x = (grid->cols - width) / 2;
	int labels = label_width(prompt) + 2, y, row, height, refusal_rows;
	g_autoptr(GPtrArray) intro =
	    text_wrap(prompt->intro != NULL ? prompt->intro : "", width - 4);
	g_autofree char *refusal =
	    prompt->refusal != NULL ? g_strconcat("FEL  ", prompt->refusal, NULL) : NULL;
	g_autoptr(GPtrArray) refused =
	    text_wrap(refusal != NULL ? refusal : "", width - 4);
	int intro_rows = prompt->intro != NULL ? (int)intro->len + 1 : 0;

	(void)app;
	refusal_rows = refusal != NULL ? (int)refused->len + 1 : 0;
	height = MIN(intro_rows + prompt->rows + refusal_rows + 2, grid->rows - 3);
	y = MAX((grid->rows - height) / 2, 1);
	grid_frame(grid, y, x, height, width, prompt->title);
	row = y + 1;
	for (int i = 0; i < intro_rows - 1; i++)
		grid_text(grid, row + i, x + 2, width - 4, -1,
		    g_ptr_array_index(intro, i), ROLE_TEXT);
	row += intro_rows;
	for (guint i = 0; i < prompt->labels->len; i++)
		grid_text(grid, row + form_find(&prompt->form, (int)i)->y, x + 2, labels,
		    -1, g_ptr_array_index(prompt->labels, i), ROLE_TEXT);
	for (int i = 1; i < refusal_rows; i++)
		grid_text(grid, row + prompt->rows + i, x + 2, width - 4, -1,
		    g_ptr_array_index(refused, i - 1), ROLE_ERROR);
	form_draw(
	    &prompt->form, grid, row, x + 2 + labels, prompt->rows, width - 4 - labels);
}

void
prompt_save(struct app *app, struct prompt *prompt)
{
	struct screen *self = app_top(app);

	g_clear_pointer(&prompt->refusal, g_free);
	if (!prompt->done(app, prompt, prompt->user))
		return;
	/* done may have opened another dialog over this one: that one stays */
	if (app_top(app) == self) {
		app_pop(app);
		return;
	}
	for (guint i = 0; i < app->screens->len; i++)
		if (g_ptr_array_index(app->screens, i) == self)
			g_ptr_array_add(
			    app->closed, g_ptr_array_steal_index(app->screens, i));
}

static void
leave_done(struct app *app, void *user, int index)
{
	struct prompt *prompt = user;

	if (index == 0)
		prompt_save(app, prompt);
	else if (index == 1)
		app_pop(app);
}

static void
leave(struct app *app, struct prompt *prompt)
{
	static const struct answer answers[] = { { "s", "Spara" }, { "k", "Kasta" },
		{ NULL, NULL } };

	if (!prompt->query && form_changed(&prompt->form))
		dialog_ask(app, prompt->title, "Det som är skrivet är inte sparat än.",
		    answers, leave_done, prompt, NULL);
	else
		app_pop(app);
}

static bool
event(struct app *app, struct screen *screen, const struct event *what)
{
	struct prompt *prompt = screen->state;

	switch (form_event(&prompt->form, what)) {
	case FORM_NOT_USED:
		return false;
	case FORM_USED:
		break;
	case FORM_PICK:
		form_pick(app, &prompt->form,
		    g_ptr_array_index(prompt->labels, (guint)prompt->form.focus));
		break;
	case FORM_LAST:
		prompt_save(app, prompt);
		break;
	}
	return true;
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	if (command == CMD_SAVE || command == CMD_APPLY)
		prompt_save(app, screen->state);
	else if (command == CMD_LEAVE)
		leave(app, screen->state);
}

static bool
unsaved(const struct screen *screen)
{
	const struct prompt *prompt = screen->state;

	return !prompt->query && form_changed(&prompt->form);
}

static char *
label_of(const void *user, int id)
{
	const struct prompt *prompt = user;

	return g_strdup(g_ptr_array_index(prompt->labels, (guint)id));
}

static bool
draft(const struct screen *screen, struct draft *ret)
{
	const struct prompt *prompt = screen->state;

	if (prompt->query)
		return false;
	draft_name(ret, prompt->verb, prompt->subject, prompt->title);
	return draft_from_form(&prompt->form, label_of, prompt, ret);
}

static void
restore(struct app *app, struct screen *screen, const struct draft *kept)
{
	struct prompt *prompt = screen->state;

	draft_restore(app, kept, &prompt->form);
}

static void
close_prompt(void *state)
{
	struct prompt *prompt = state;

	if (prompt->user_free != NULL)
		prompt->user_free(prompt->user);
	form_clear(&prompt->form);
	g_ptr_array_unref(prompt->labels);
	g_free(prompt->title);
	g_free(prompt->intro);
	g_free(prompt->refusal);
	g_free(prompt->verb);
	g_free(prompt->subject);
	g_free(prompt);
}

static void
push(struct app *app, struct prompt *prompt, unsigned scopes)
{
	static const struct screen_ops ops = { .overlay = true,
		.draw = draw,
		.event = event,
		.run = run,
		.unsaved = unsaved,
		.draft = draft,
		.restore = restore,
		.close = close_prompt };

	app_push(app, &ops, scopes | SCOPE_HELP, prompt);
}

void
prompt_keep(struct prompt *prompt, const char *verb, const char *subject)
{
	prompt->verb = g_strdup(verb);
	prompt->subject = g_strdup(subject);
}

void
prompt_open(struct app *app, struct prompt *prompt)
{
	push(app, prompt, SCOPE_PROMPT);
}

void
prompt_open_query(struct app *app, struct prompt *prompt)
{
	prompt->query = true;
	push(app, prompt, SCOPE_QUERY);
}
