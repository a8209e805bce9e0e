/*
 * screen_assignments.c - the assignments screen: reporting a round, one key an answer.
 */
#include "tui/assignments.h"
#include "tui/move.h"

#define ASSIGN_SCOPES (SCOPE_ASSIGN | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	const struct assignments *a = screen->state;
	bool ok = assignments_read(app, screen->state, error);

	/* a closed round takes no answers: the keys that give them stand aside */
	screen->scopes = ASSIGN_SCOPES | (ok && a->closed ? SCOPE_LOCKED : 0);
	return ok;
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	(void)app;
	assignments_scroll(screen->state, rows, cols);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	assignments_draw(app, grid, screen->state);
}

static void
turn(struct app *app, struct assignments *a, int by)
{
	if (!assignments_turn(a, by))
		app_say(app, MESSAGE_NOTE,
		    g_strdup(by < 0
		                 ? "Det här är den första omgången."
		                 : "Det finns ingen senare omgång att rapportera i än."));
	else
		app_refresh(app);
}

/* Commands about the selected assignment. */
static void
run_row(struct app *app, struct assignments *a, enum command command)
{
	const struct assignment_row *row = assignments_selected(a);

	if (row == NULL)
		return;
	switch (command) {
	case CMD_FOLLOW_NOTHING:
		if (assignments_nothing(app, a))
			assignments_move(a, a->at + 1);
		break;
	case CMD_FOLLOW_WORK:
	case CMD_FOLLOW_RESULT:
		assignments_write(app, a, command == CMD_FOLLOW_RESULT);
		break;
	case CMD_LOOK:
		screen_action_open(app, row->action->code);
		break;
	case CMD_HISTORY:
		screen_log_open(app, row->action->code);
		break;
	default:
		break;
	}
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct assignments *a = screen->state;
	const struct assignment_row *row = assignments_selected(a);
	int at = a->at;

	if (app_go(app, command))
		return;
	if (command == CMD_EXPORT)
		screen_export_open(app, row != NULL ? row->action->code : NULL);
	else if (a->plan == NULL)
		return;
	else if (move_follow(command, a->height, (int)a->rows->len, &at))
		assignments_move(a, at);
	else if (command == CMD_ROUND_BACK || command == CMD_ROUND_NEXT)
		turn(app, a, command == CMD_ROUND_NEXT ? 1 : -1);
	else if (command == CMD_FOLLOW_REST)
		assignments_ask_rest(app, a);
	else
		run_row(app, a, command);
}

static void
close_assignments(void *state)
{
	struct assignments *a = state;

	assignments_drop(a);
	g_array_unref(a->rows);
	g_free(a->round);
	g_free(a->next);
	g_free(a->selected);
	g_free(a);
}

void
screen_assignments_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_assignments };
	struct assignments *a = g_new0(struct assignments, 1);

	a->rows = g_array_new(FALSE, FALSE, sizeof(struct assignment_row));
	app_open(app, &ops, ASSIGN_SCOPES, a);
}
