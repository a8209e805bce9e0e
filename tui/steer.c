/*
 * steer.c - what the screens for steering share.
 */
#include "tui/steer.h"

void
steer_draw_unread(struct app *app, struct grid *grid, const char *what)
{
	app_draw_title(app, grid, what, "");
	empty_draw_unread(app, grid);
}

struct question {
	char *key;
	steer_done done;
};

static void
question_free(gpointer data)
{
	struct question *question = data;

	g_free(question->key);
	g_free(question);
}

static void
answered(struct app *app, void *user, int index)
{
	const struct question *question = user;

	if (index == 0)
		question->done(app, question->key);
}

void
steer_ask(struct app *app, const char *title, const char *body, const char *key,
    steer_done done)
{
	static const struct answer answers[] = { { "j", "Ja" }, { "n", "Nej" },
		{ NULL, NULL } };
	struct question *question = g_new0(struct question, 1);

	question->key = g_strdup(key);
	question->done = done;
	dialog_ask(app, title, body, answers, answered, question, question_free);
}

bool
steer_run(struct app *app, enum command command)
{
	if (app_go(app, command))
		return true;
	if (command == CMD_EXPORT)
		screen_export_open(app, NULL);
	else if (command == CMD_HISTORY)
		screen_log_open(app, NULL);
	else
		return false;
	return true;
}
