/*
 * app.c - the program's state, messages, and the commands every screen has.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/draft.h"
#include "tui/screen.h"
#include "tui/verbs.h"

#define INTERRUPT_WITHIN 2000

bool
app_new(struct session *session, const struct tui_options *options, struct app **ret,
    GError **error)
{
	struct app *app = g_new0(struct app, 1);

	app->session = session;
	session_set_screen(session);
	app->options = *options;
	app->options.read_only = options->read_only || session_read_only(session);
	app->screens = app_new_stack();
	app->closed = app_new_stack();
	app->behind = app_new_stack();
	app->undo = g_array_new(FALSE, FALSE, sizeof(struct app_step));
	app->redo = g_array_new(FALSE, FALSE, sizeof(struct app_step));
	if (options->memory == NULL) {
		g_autofree char *problem = NULL;

		app->own = memory_new(NULL, &problem);
	}
	app->memory = app->own != NULL ? app->own : options->memory;
	app->unit = app->memory->unit;
	app->interrupts[0] = app->interrupts[1] = -INTERRUPT_WITHIN - 1;
	if (options->spoken) {
		app->spoken = grid_new(GLYPHS_WGL4);
		grid_keep_pieces(app->spoken);
	}
	app_know_last(app);
	app->seen = app->last.number;
	if (!screen_list_open(app, error)) {
		app_free(app);
		return false;
	}
	if (options->notice != NULL)
		app_say(app, MESSAGE_NOTE, g_strdup(options->notice));
	*ret = app;
	return true;
}

void
app_free(struct app *app)
{
	if (app == NULL)
		return;
	g_ptr_array_unref(app->screens);
	g_ptr_array_unref(app->closed);
	g_ptr_array_unref(app->behind);
	g_array_unref(app->undo);
	g_array_unref(app->redo);
	memory_free(app->own);
	g_free(app->message);
	grid_free(app->spoken);
	last_change_clear(&app->last);
	g_free(app);
}

int
app_status(const struct app *app)
{
	return app->status;
}

struct view
app_view(const struct app *app)
{
	return (struct view){ .cutoff = app->cutoff, .within_plan = true };
}

bool
app_cutoff(const struct app *app, int *ret, GError **error)
{
	struct view view = app_view(app);

	return session_cutoff(app->session, &view, ret, error);
}

void
app_move_cutoff(struct app *app, int cutoff, int by)
{
	int month = month_add(cutoff, by);

	if (!month_valid(month))
		return;
	app->cutoff = month;
	app_refresh(app);
}

void
app_refresh(struct app *app)
{
	for (guint i = 0; i < app->screens->len; i++) {
		struct screen *screen = g_ptr_array_index(app->screens, i);
		GError *error = NULL;

		if (screen->ops->refresh != NULL &&
		    !screen->ops->refresh(app, screen, &error))
			app_fail(app, NULL, error);
	}
}

/* ---- messages ---------------------------------------------------------------------- */

void
app_say(struct app *app, enum message_level level, char *text)
{
	g_free(app->message);
	app->message = text_display(text);
	app->level = level;
	g_free(text);
}

void
app_remember(struct app *app)
{
	GError *error = NULL;

	if (memory_save(app->memory, &error))
		return;
	app_say(app, MESSAGE_NOTE, g_strdup(error->message));
	g_error_free(error);
}

/* Whoever changed something last, unless that is the one who asks. */
char *
app_whom_to_ask(struct app *app)
{
	g_autofree char *last = NULL;
	const char *who = session_who(app->session);

	if (!session_last_writer(app->session, &last, NULL) || last[0] == '\0' ||
	    g_strcmp0(last, who) == 0)
		return g_strdup("den som äger filen");
	return g_strdup_printf("%s, som ändrade senast,", last);
}

bool
app_may_write(struct app *app)
{
	g_autofree char *whom = NULL;

	if (!app->options.read_only)
		return true;
	whom = app_whom_to_ask(app);
	app_say(app, MESSAGE_NOTE, g_strdup_printf("Läsläge: be %s göra det.", whom));
	return false;
}

/* ---- commands every screen has ----------------------------------------------------- */

bool
app_unsaved(const struct app *app)
{
	for (guint i = 0; i < app->screens->len; i++) {
		const struct screen *screen = g_ptr_array_index(app->screens, i);

		if (screen->ops->unsaved != NULL && screen->ops->unsaved(screen))
			return true;
	}
	return false;
}

static void
leave_done(struct app *app, void *user, int index)
{
	(void)user;
	app->quit = index == 0;
}

static void
leave(struct app *app)
{
	static const struct answer answers[] = { { "k", "Kasta och avsluta" },
		{ NULL, NULL } };

	if (!app_unsaved(app))
		app->quit = true;
	else if (app_top(app)->scopes != 0)
		dialog_ask(app, "Avsluta", "Det som är skrivet är inte sparat än.",
		    answers, leave_done, NULL, NULL);
}

void
app_interrupt(struct app *app, int64_t at_ms)
{
	if (at_ms - app->interrupts[0] <= INTERRUPT_WITHIN) {
		/* without a question: what is typed is kept for the next start */
		app->impatient = true; /* or a locked database holds the program here */
		draft_keep(app, NULL);
		app->quit = true;
	}
	app->interrupts[0] = app->interrupts[1];
	app->interrupts[1] = at_ms;
	app_say(app, MESSAGE_NOTE,
	    g_strdup("Ctrl-C avslutar inte: tryck q, eller Ctrl-C tre gånger."));
}

static void
ask_quit(struct app *app, bool asked)
{
	if (asked) {
		leave(app);
		return;
	}
	app->quit_asked = true;
	app_say(app, MESSAGE_NOTE, g_strdup("Tryck q en gång till för att avsluta."));
}

static void
switch_mouse(struct app *app)
{
	app->options.mouse = !app->options.mouse;
	if (app->term != NULL)
		app->term->mouse(app->term, app->options.mouse);
	app_say(app, MESSAGE_OK,
	    g_strdup(app->options.mouse
	                 ? "Musen är på. Håll ned skift för att markera text."
	                 : "Musen är av: terminalen markerar text."));
}

static bool
run_common(struct app *app, enum command command, const struct event *event, bool asked)
{
	switch (command) {
	case CMD_INTERRUPT:
		app_interrupt(app, event->at_ms);
		return true;
	case CMD_REDRAW:
		app->redraw = true;
		return true;
	case CMD_EXIT:
		leave(app);
		return true;
	case CMD_QUIT:
		ask_quit(app, asked);
		return true;
	case CMD_BACK:
		if (app->screens->len == 1)
			return false; /* the first screen knows the way back */
		app_pop(app);
		return true;
	case CMD_HELP:
		screen_help_open(app, app_top(app)->scopes);
		return true;
	case CMD_UNDO:
		app_undo(app);
		return true;
	case CMD_REDO:
		app_redo(app);
		return true;
	case CMD_MOUSE:
		switch_mouse(app);
		return true;
	case CMD_SAVED:
		app_say(app, MESSAGE_OK, g_strdup("Allt är sparat."));
		return true;
	case CMD_RELOAD:
		app_refresh(app);
		app_say(app, MESSAGE_OK, g_strdup("Läst på nytt från databasen."));
		return true;
	default:
		return false;
	}
}

void
app_run(struct app *app, const struct event *event)
{
	struct screen *top = app_top(app);
	enum command command = command_for_key(event->key, top->scopes);
	bool asked = app->quit_asked;

	app->quit_asked = false;
	if (command == CMD_NONE ||
	    (command_info[command].writes && !app_may_write(app)) ||
	    run_common(app, command, event, asked))
		return;
	if (command == CMD_UNIT) {
		app->unit = app->unit == MONEY_MKR ? MONEY_TKR : MONEY_MKR;
		app->memory->unit = app->unit;
		app_remember(app);
		return;
	}
	if (top->ops->run != NULL)
		top->ops->run(app, top, command);
}
