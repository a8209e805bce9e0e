/*
 * screen_goals.c - the goals screen: reading, moving, opening what is selected.
 */
#include "tui/dialog.h"
#include "tui/goals.h"
#include "tui/move.h"

#define GOALS_SCOPES (SCOPE_GOALS | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

static void
drop(struct goals *goals)
{
	goals->plan = NULL;
	g_clear_pointer(&goals->scores, g_array_unref);
	g_clear_pointer(&goals->lights, g_array_unref);
	g_array_set_size(goals->rows, 0);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct goals *goals = screen->state;
	struct view view = app_view(app);
	int cutoff;

	drop(goals);
	if (!app_cutoff(app, &cutoff, error) ||
	    !session_whole(app->session, &view, &goals->plan, error)) {
		goals->plan = NULL;
		return false;
	}
	if (goals->programme != session_programme(app->session)->id) {
		goals->programme = session_programme(app->session)->id;
		g_clear_pointer(&goals->selected, g_free);
		g_hash_table_remove_all(goals->turned);
		goals->at = goals->top = 0;
	}
	goals->cutoff = cutoff;
	goals->scores = scorecard_make(goals->plan, cutoff);
	goals->lights = scorecard_goal_lights(goals->plan, goals->scores);
	goals_fill(goals);
	return true;
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	(void)app;
	goals_scroll(screen->state, rows, cols);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	goals_draw(app, grid, screen->state);
}

/* ---- commands ---------------------------------------------------------------------- */

static bool
run_move(struct goals *goals, enum command command)
{
	int at = goals->at;

	if (move_follow(command, goals->height, (int)goals->rows->len, &at))
		goals_move(goals, at);
	else if (command == CMD_FOLD || command == CMD_UNFOLD)
		goals_fold(goals, command == CMD_FOLD);
	else
		return false;
	return true;
}

static void
look(struct app *app, struct goals *goals)
{
	const struct goal_row *row = goals_selected(goals);
	g_autofree char *title = NULL;

	if (row == NULL)
		return;
	if (row->kind == GOAL_ROW_ACTION) {
		screen_action_open(app, row->action->code);
		return;
	}
	if (row->parent) {
		goals_fold(goals, -1);
		return;
	}
	title = app_heading(app, row->score != NULL ? "Mått" : "Mål", SCREEN_MIN_COLS);
	dialog_read(app, title, goals_describe(goals, row));
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct goals *goals = screen->state;

	if (goals->plan != NULL && run_move(goals, command))
		return;
	if (app_go(app, command))
		return;
	if (command == CMD_EXPORT)
		screen_export_open(app, NULL);
	else if (command == CMD_LOOK && goals->plan != NULL)
		look(app, goals);
	else if (goals->plan != NULL &&
	         (command == CMD_PERIOD_BACK || command == CMD_PERIOD_NEXT))
		app_move_cutoff(app, goals->cutoff, command == CMD_PERIOD_NEXT ? 1 : -1);
}

static void
close_goals(void *state)
{
	struct goals *goals = state;

	drop(goals);
	g_array_unref(goals->rows);
	g_string_chunk_free(goals->keys);
	g_hash_table_unref(goals->turned);
	g_free(goals->selected);
	g_free(goals);
}

void
screen_goals_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_goals };
	struct goals *goals = g_new0(struct goals, 1);

	goals->rows = g_array_new(FALSE, FALSE, sizeof(struct goal_row));
	goals->keys = g_string_chunk_new(1024);
	goals->turned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	app_open(app, &ops, GOALS_SCOPES, goals);
}
