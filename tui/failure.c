/*
 * failure.c - what went wrong: in the message line when it fits; and where the file or
 * the database failed in the middle of saving (S12) a dialog of what is not saved, why,
 * and what can be done about it.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/draft.h"
#include "tui/wait.h"

struct failure {
	char *body, *technics;
	struct event key;         /* led to it on the screen in front; else none */
	struct answer answers[4]; /* what can be done, and an end */
};

static void
failure_free(gpointer data)
{
	struct failure *failure = data;

	g_free(failure->body);
	g_free(failure->technics);
	g_free(failure);
}

static void
keep_draft(struct app *app)
{
	GError *error = NULL;

	if (draft_keep(app, &error)) {
		app_say(app, MESSAGE_OK,
		    g_strdup("Utkastet ligger på den här datorn och erbjuds vid nästa "
		             "start."));
		return;
	}
	app_say(app, MESSAGE_ERROR,
	    g_strdup_printf("Utkastet är INTE sparat. %s", error->message));
	g_error_free(error);
}

static void failure_open(
    struct app *app, char *body, char *technics, bool told, const struct event *key);

static void
failure_done(struct app *app, void *user, int index)
{
	struct failure *failure = user;
	const char *answer = index >= 0 ? failure->answers[index].key : "";
	g_autofree char *more = NULL;

	if (strcmp(answer, "f") == 0) {
		app_hand_key(app, &failure->key);
	} else if (strcmp(answer, "s") == 0) {
		keep_draft(app);
	} else if (strcmp(answer, "v") == 0) {
		more = g_strdup_printf("%s\n\n%s", failure->body, failure->technics);
		failure_open(app, g_steal_pointer(&more), g_strdup(failure->technics),
		    true, &failure->key);
	}
}

/* Takes both texts; `told`: the technics stand in the body. */
static void
failure_open(
    struct app *app, char *body, char *technics, bool told, const struct event *key)
{
	struct failure *failure = g_new0(struct failure, 1);
	int n = 0;

	failure->body = body;
	failure->technics = technics;
	failure->key = *key;
	if (key->key[0] != '\0')
		failure->answers[n++] = (struct answer){ "f", "Försök igen" };
	if (app_unsaved(app))
		failure->answers[n++] = (struct answer){ "s", "Utkast" };
	if (!told)
		failure->answers[n++] = (struct answer){ "v", "Detaljer" };
	dialog_ask(app, "FEL  Kunde inte spara", body, failure->answers, failure_done,
	    failure, failure_free);
}

bool
app_failed_outside(const GError *error)
{
	return error->domain != SPARPLAN_ERROR || error->code == SPARPLAN_ERROR_BUSY ||
	       error->code == SPARPLAN_ERROR_FILE;
}

static void
tell_unsaved(struct app *app, const char *what, const GError *error)
{
	static const struct event none = { 0 };
	bool busy = g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_BUSY);
	g_autofree char *who = busy ? wait_saved_last(app) : g_strdup("");
	g_autofree char *body =
	    g_strdup_printf("%s\n\n%s%s%s%s", what, error->message, busy ? "\n" : "", who,
	        app_unsaved(app) ? "\n\nDet du har skrivit står kvar." : "");

	/* only where the key was pressed would it do the same again */
	failure_open(app, g_steal_pointer(&body), session_technics(app->session, error),
	    false, app->key_top == app_top(app) ? &app->key : &none);
}

static void
read_done(struct app *app, void *user, int index)
{
	(void)app;
	(void)user;
	(void)index;
}

void
app_fail(struct app *app, const char *what, GError *error)
{
	static const struct answer answers[] = { { NULL, NULL } };
	/* errors end without a full stop, for the command line */
	const char *stop = g_str_has_suffix(error->message, ".") ? "" : ".";
	g_autofree char *text = g_strdup_printf("%s%s%s%s", what != NULL ? what : "",
	    what != NULL ? " " : "", error->message, stop);

	if (what != NULL && app_failed_outside(error))
		tell_unsaved(app, what, error);
	else if (text_width(text) + 6 <= SCREEN_MIN_COLS)
		app_say(app, MESSAGE_ERROR, g_strdup(text));
	else
		dialog_ask(app, "FEL", text, answers, read_done, NULL, NULL);
	g_error_free(error);
}

void
app_fail_fresh(struct app *app, const char *what, GError *error)
{
	if (!app_failed_outside(error))
		app_refresh(app);
	app_fail(app, what, error);
}
