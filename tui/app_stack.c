/*
 * app_stack.c - the stack of screens: one over another, set aside and back, and from any
 * of the main screens to another.
 */
#include "tui/screen.h"
#include "tui/verbs.h"

static void
screen_free(gpointer data)
{
	struct screen *screen = data;

	if (screen->ops->close != NULL)
		screen->ops->close(screen->state);
	g_free(screen);
}

GPtrArray *
app_new_stack(void)
{
	return g_ptr_array_new_with_free_func(screen_free);
}

struct screen *
app_push(struct app *app, const struct screen_ops *ops, unsigned scopes, void *state)
{
	struct screen *screen = g_new0(struct screen, 1);

	screen->ops = ops;
	screen->scopes = scopes;
	screen->state = state;
	g_ptr_array_add(app->screens, screen);
	return screen;
}

/* It may be popped from its own function, so it is freed after the event. */
void
app_pop(struct app *app)
{
	if (app->screens->len > 1)
		g_ptr_array_add(app->closed,
		    g_ptr_array_steal_index(app->screens, app->screens->len - 1));
}

void
app_open(struct app *app, const struct screen_ops *ops, unsigned scopes, void *state)
{
	struct screen *screen = app_push(app, ops, scopes, state);
	GError *error = NULL;

	if (ops->refresh(app, screen, &error))
		return;
	app_pop(app);
	app_fail(app, NULL, error);
}

/* Only the first screen is left. */
static void
pop_all(struct app *app)
{
	while (app->screens->len > 1)
		app_pop(app);
}

unsigned
app_way_out(const struct app *app)
{
	return app->behind->len > 0 ? SCOPE_SUB : SCOPE_ROOT;
}

static void
renew_way_out(struct app *app)
{
	struct screen *first = g_ptr_array_index(app->screens, 0);

	first->scopes &= ~(unsigned)(SCOPE_ROOT | SCOPE_SUB);
	first->scopes |= app_way_out(app);
}

/* One of them may be the caller, so they are freed after the event. */
void
app_forget_behind(struct app *app)
{
	while (app->behind->len > 0)
		g_ptr_array_add(app->closed,
		    g_ptr_array_steal_index(app->behind, app->behind->len - 1));
	renew_way_out(app);
}

void
app_set_aside(struct app *app)
{
	if (app->screens->len == 1)
		return;
	app_forget_behind(app);
	while (app->screens->len > 1)
		g_ptr_array_add(app->behind, g_ptr_array_steal_index(app->screens, 1));
	renew_way_out(app);
}

void
app_return(struct app *app)
{
	pop_all(app);
	while (app->behind->len > 0)
		g_ptr_array_add(app->screens, g_ptr_array_steal_index(app->behind, 0));
	renew_way_out(app);
	app_refresh(app);
}

static void
open_report(struct app *app)
{
	screen_report_open(app, NULL, NULL, 0);
}

bool
app_go(struct app *app, enum command command)
{
	static void (*const open[])(struct app *) = {
		[CMD_OVERVIEW] = screen_overview_open,
		[CMD_GOALS] = screen_goals_open,
		[CMD_ASSIGNMENTS] = screen_assignments_open,
		[CMD_ROUNDS] = screen_rounds_open,
		[CMD_ATTESTS] = screen_verify_open,
		[CMD_SETTINGS] = screen_settings_open,
		[CMD_DECISIONS] = screen_decisions_open,
		[CMD_GRID] = open_report,
	};

	if (command == CMD_PROGRAMME) {
		verb_programme(app);
		return true;
	}
	if (command == CMD_READ_FILE) {
		verb_import(app, false);
		return true;
	}
	if (command == CMD_ACTIONS) {
		pop_all(app);
		return true;
	}
	if ((size_t)command >= G_N_ELEMENTS(open) || open[command] == NULL)
		return false;
	pop_all(app);
	app_forget_behind(app);
	open[command](app);
	return true;
}

struct screen *
app_top(const struct app *app)
{
	return g_ptr_array_index(app->screens, app->screens->len - 1);
}
