/*
 * run.c - the loop: draw, read, act, until the user leaves.
 */
#include "base/error.h"
#include "tui/draft.h"
#include "tui/screen.h"
#include "tui/wait.h"

#define IDLE_MS 1000 /* others' changes are looked for this often */

int
tui_run_term(struct session *session, const struct tui_options *options,
    struct term *term, GError **error)
{
	struct grid *grid = grid_new(term->glyphs);
	struct app *app = NULL;
	bool go_on = true, draw = true;
	int status;

	if (!app_new(session, options, &app, error)) {
		grid_free(grid);
		return error != NULL ? error_exit_status(*error) : 4;
	}
	app->term = term;
	app->grid = grid;
	session_set_wait(session, wait_locked, app);
	draft_offer(app);
	while (go_on) {
		struct event event = { 0 };
		int rows, cols;

		if (draw) {
			term->size(term, &rows, &cols);
			app_draw(app, grid, rows, cols);
			if (app->redraw)
				term->forget(term);
			app->redraw = false;
			term->put(term, grid);
		}
		term->read(term, IDLE_MS, &event);
		go_on = app_event(app, &event);
		draw = event.kind != EVENT_IDLE || app->news > 0 || app->message != NULL;
		event_clear(&event);
	}
	status = app_status(app);
	session_set_wait(session, NULL, NULL);
	app_free(app);
	grid_free(grid);
	return status;
}

int
tui_run(struct session *session, const struct tui_options *options, GError **error)
{
	const struct term_options how = { options->glyphs, options->no_color,
		options->mouse };
	struct term *term = term_curses_new(&how, error);
	int status;

	if (term == NULL)
		return error != NULL ? error_exit_status(*error) : 4;
	status = tui_run_term(session, options, term, error);
	term->free(term);
	return status;
}
