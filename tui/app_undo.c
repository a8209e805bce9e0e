/*
 * app_undo.c - what was changed in this sitting, and taking it back: each programme has
 * its own steps, for only there can they be undone.
 */
#include "base/error.h"
#include "base/text.h"
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

/* A value in a message is no longer than this. */
#define VALUE_COLS 24

static void
append_value(GString *out, const char *value)
{
	g_autofree char *safe = text_display(value);
	int width = text_width(safe);

	if (width == 0)
		g_string_append(out, "–");
	else
		text_cell(out, safe, MIN(width, VALUE_COLS), -1, "…");
}

/* "HS-02 status försenad → pågående, 1 till": what a change did; "" when it cannot be
 * read.  g_free. */
static char *
step_text(const struct app *app, int64_t change)
{
	GString *out = g_string_new(NULL);
	struct log *log = NULL;
	int64_t facts = 0;

	if (change == 0 ||
	    !session_log_change(app->session, change, 1, &log, &facts, NULL))
		return g_string_free(out, FALSE);
	if (log->entries->len > 0) {
		const struct log_entry *entry =
		    &g_array_index(log->entries, struct log_entry, 0);
		g_autofree char *code = text_display(entry->action);
		g_autofree char *field = text_display(entry->field);

		g_string_append_printf(
		    out, "%s%s%s ", code, code[0] != '\0' ? " " : "", field);
		append_value(out, entry->old_text);
		g_string_append(out, " → ");
		append_value(out, entry->new_text);
		if (facts > 1)
			g_string_append_printf(
			    out, ", %" G_GINT64_FORMAT " till", facts - 1);
	}
	log_free(log);
	return g_string_free(out, FALSE);
}

static void
take_back(struct app *app, GArray *from, GArray *to, const char *next, const char *none)
{
	struct saved saved = { 0 };
	GError *error = NULL;
	int at = last_step(app, from);
	g_autofree char *step = NULL;
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
	step = step_text(app, saved.change);
	app_refresh(app);
	app_say(app, MESSAGE_OK,
	    g_strdup_printf("Ändring %" G_GINT64_FORMAT " är ångrad%s%s. %s", change,
	        step[0] != '\0' ? ": " : "", step, next));
}

void
app_undo(struct app *app)
{
	take_back(app, app->undo, app->redo, "U gör om.",
	    "Det finns inget att ångra sedan start. H i listan visar det som är äldre.");
}

void
app_redo(struct app *app)
{
	take_back(app, app->redo, app->undo, "u ångrar.", "Det finns inget att göra om.");
}
