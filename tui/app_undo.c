/*
 * app_undo.c - what was changed in this sitting, and taking it back: each programme has
 * its own steps, for only there can they be undone.
 */
#include "base/error.h"
#include "tui/screen.h"

static void
push_step(struct app *app, GArray *steps, int64_t change)
{
	struct app_step step = { change, session_programme(app->session)->id };

	g_array_append_val(steps, step);
}

/* The latest step in the programme that is shown; -1 when there is none. */
static int
last_step(const struct app *app, const GArray *steps)
{
	int64_t programme = session_programme(app->session)->id;

	for (int i = (int)steps->len - 1; i >= 0; i--)
		if (g_array_index(steps, struct app_step, i).programme == programme)
			return i;
	return -1;
}

void
app_did(struct app *app, const struct saved *saved, char *text)
{
	app_note_own(app, saved->change);
	if (saved->change != 0) {
		push_step(app, app->undo, saved->change);
		g_array_set_size(app->redo, 0);
	}
	app_refresh(app);
	app_say(app, MESSAGE_OK, text);
}

static void
take_back(struct app *app, GArray *from, GArray *to, const char *done, const char *none)
{
	struct saved saved = { 0 };
	GError *error = NULL;
	int at = last_step(app, from);
	int64_t change;

	if (at < 0) {
		app_say(app, MESSAGE_NOTE, g_strdup(none));
		return;
	}
	change = g_array_index(from, struct app_step, at).change;
	if (!session_undo(app->session, change, &saved, &error)) {
		/* what cannot be undone now never can; a busy database can later */
		if (!g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_BUSY))
			g_array_remove_index(from, (guint)at);
		app_fail_fresh(app, NULL, error);
		return;
	}
	g_array_remove_index(from, (guint)at);
	app_note_own(app, saved.change);
	if (saved.change != 0)
		push_step(app, to, saved.change);
	app_refresh(app);
	app_say(app, MESSAGE_OK,
	    g_strdup_printf("Ändring %" G_GINT64_FORMAT " %s", change, done));
}

void
app_undo(struct app *app)
{
	take_back(app, app->undo, app->redo, "är ångrad. U gör om den.",
	    "Det finns inget att ångra sedan start. H i listan visar det som är äldre.");
}

void
app_redo(struct app *app)
{
	take_back(app, app->redo, app->undo, "är ångrad: det som var ångrat gäller igen.",
	    "Det finns inget att göra om.");
}
